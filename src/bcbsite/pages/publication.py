"""The list of what must be published, and where it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from bcbsite.archive.addresses import PUBLICATION
from bcbsite.archive.archive import Archive
from bcbsite.archive.links import leads_elsewhere
from bcbsite.model.publication import Published
from bcbsite.pages.page import ContentsEntry, Page
from bcbsite.read.labels import Anchors, slugify

TITLE = "What must be published, and where it is"


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """An entry, and where it leads."""

    entry: Published
    address: str | None
    """Below this site; absent where it is elsewhere, or not public."""

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is on another website, or asked for by email."""
        return self.entry.where is not None and leads_elsewhere(self.entry.where)

    @property
    def leads(self) -> bool:
        """Whether there is a link to it."""
        return self.is_elsewhere or self.address is not None

    @property
    def place(self) -> str:
        """Where it is, in a few words: `this website`, `www.example.org`."""
        if self.entry.where is None:
            return "not published on the web" if self.entry.note else "not stated"
        if not self.is_elsewhere:
            return "this website" if self.address is not None else "not public here"
        return urlsplit(self.entry.where).hostname or "by email"


@dataclass(frozen=True, slots=True)
class PublishedGroup:
    """The entries that stand together under a heading."""

    anchor: str
    heading: str | None
    lines: tuple[PublishedLine, ...]


def published_lines(archive: Archive) -> Iterator[PublishedLine]:
    """All entries, in the order of their file."""
    for entry in archive.publication:
        yield PublishedLine(entry, archive.links.find(entry.where, page="") if entry.where else None)


def publication_page(archive: Archive) -> Iterator[Page]:
    """The list, where there is one."""
    if not archive.publication:
        return
    groups = tuple(_groups(archive))
    yield Page(
        PUBLICATION,
        TITLE,
        "publication.html",
        groups,
        PUBLICATION,
        tuple(ContentsEntry(group.anchor, group.heading, 1) for group in groups if group.heading),
        f"What the body that the {archive.board.name} belongs to must publish, and where each of it is.",
    )


def _groups(archive: Archive) -> Iterator[PublishedGroup]:
    anchors = Anchors()
    for heading, lines in groupby(published_lines(archive), key=lambda line: line.entry.heading):
        yield PublishedGroup(anchors.give(slugify(heading or "") or "list"), heading, tuple(lines))
