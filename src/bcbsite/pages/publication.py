"""The list of what must be published, and where it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bcbsite.archive.addresses import PUBLICATION
from bcbsite.archive.archive import Archive
from bcbsite.archive.publication import PublishedLine
from bcbsite.pages.page import ContentsEntry, Page
from bcbsite.read.labels import Anchors, slugify

TITLE = "What must be published, and where it is"


@dataclass(frozen=True, slots=True)
class PublishedGroup:
    """The entries that stand together under a heading."""

    anchor: str
    heading: str | None
    lines: tuple[PublishedLine, ...]


@dataclass(frozen=True, slots=True)
class PublicationView:
    """The whole list."""

    groups: tuple[PublishedGroup, ...]


def publication_page(archive: Archive) -> Iterator[Page]:
    """The list, where there is one."""
    if archive.publication:
        groups = tuple(_groups(archive))
        yield Page(
            PUBLICATION,
            TITLE,
            "publication.html",
            PublicationView(groups),
            PUBLICATION,
            tuple(ContentsEntry(group.anchor, group.heading, 1) for group in groups if group.heading),
            f"What must be published, and where each of it is, in the words of the {archive.board.name}.",
        )


def _groups(archive: Archive) -> Iterator[PublishedGroup]:
    anchors = Anchors()
    for heading, lines in groupby(archive.publication, key=lambda line: line.entry.heading):
        yield PublishedGroup(
            anchors.give(f"class-{slugify(heading or '') or 'other'}"), heading, tuple(lines)
        )
