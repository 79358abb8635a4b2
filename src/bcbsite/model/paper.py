"""A paper of a meeting, and the files attached to it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from bcbsite.diagnostics import Span
from bcbsite.model.document import Document
from bcbsite.model.reference import Link, Listed, PrintedDate


class Publish(StrEnum):
    """How much of a paper the public sees."""

    FULL = "full"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that lies beside a paper and is published with it."""

    name: str
    """As listed: its file name, which becomes the last part of its address."""
    path: Path
    at: Span


@dataclass(frozen=True)
class Paper(Document):
    """A paper of a meeting."""

    slug: str
    """The last part of its address: its file's name, unless it is withheld."""
    title: str
    item: str | None
    """The number of the agenda item that it belongs to, as printed."""
    to: str | None
    sender: str | None
    """Whom it is from."""
    date: PrintedDate | None
    publish: Publish
    reason: str | None
    """Why it is withheld."""
    contact_officers: tuple[Listed, ...]
    source_documents: tuple[Link, ...]
    attachments: tuple[Attachment, ...]
    stands_for: str | None = None
    """`minutes` or `agenda`, where the attached file is all that there is of them."""

    @property
    def file_name(self) -> str:
        """Its file's name without the ending: how links call it, also where it is withheld."""
        return PurePosixPath(self.at.path).stem
