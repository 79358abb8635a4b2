"""What must be published, each entry with where it leads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from bcbsite.archive.links import Links, leads_elsewhere
from bcbsite.model.publication import Published
from bcbsite.read.labels import Anchors, slugify


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """An entry, and where it leads."""

    entry: Published
    anchor: str
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


def published_lines(entries: Iterable[Published], links: Links) -> Iterator[PublishedLine]:
    """*entries* in their order; *links* lead to what is public."""
    anchors = Anchors()
    for entry in entries:
        address = links.find(entry.where, page="") if entry.where else None
        yield PublishedLine(entry, anchors.give(slugify(entry.what) or "entry"), address)
