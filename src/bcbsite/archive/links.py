"""Links that a writer makes on purpose: `[text](meeting:2022-01-20#5.3)`, `(action:2021/10)` …"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.addresses import (
    SECTION_55,
    SECTIONS,
    decision_address,
    inspection_address,
    paper_address,
)
from bcbsite.archive.people import PersonRecord
from bcbsite.archive.places import Places
from bcbsite.archive.texts import Text
from bcbsite.diagnostics import Span
from bcbsite.model.content import Content
from bcbsite.model.key import THE_ACT, Key, RecordKind, paper_key
from bcbsite.model.paper import Publish
from bcbsite.model.prose import MarkKind
from bcbsite.model.reference import Reference
from bcbsite.read.references import is_meeting_id

_AS_IT_STANDS = ("https://", "http://", "mailto:", "#")


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link as it is written."""

    target: str
    at: Span
    """Where its address stands, or the block that it is in."""
    page: str | None
    """The file of the ordinary page that it stands on, if it does."""


def leads_elsewhere(target: str) -> bool:
    """Whether *target* is an address on the web or on the same page, to be used as it stands."""
    return target.lower().startswith(_AS_IT_STANDS)


def meeting_of(target: str, at: Span) -> Reference | None:
    """The meeting, or the place in its record, that a link with the prefix `meeting:` names."""
    key = Key.parse(target)
    is_meeting = key and key.kind is RecordKind.MEETING and is_meeting_id(key.id)
    return Reference(key.id, key.place, at) if key and is_meeting else None


class Links:
    """Finds the address of what a link names."""

    def __init__(
        self,
        content: Content,
        places: Places,
        actions: Iterable[ActionHistory],
        people: Iterable[PersonRecord],
    ) -> None:
        """Take the records that links can lead to; of people, those who have a page."""
        self._places = places
        self._records: Mapping[Key, str] = {
            **{history.action.key: history.address for history in actions},
            **{record.person.key: record.address for record in people},
            **dict(_of_inspections(content)),
            THE_ACT: SECTION_55,
            **{d.key: decision_address(d.reference) for d in content.decisions},
            **{
                # A withheld paper's address is not its file's name, by which a link calls it.
                paper_key(meeting.id, paper.file_name): paper_address(meeting.id, paper.slug)
                for meeting in content.meetings
                for paper in meeting.papers
            },
        }
        self._pages = {
            **{section.rstrip("/"): section for section in SECTIONS},
            **{f"{section}index.md": section for section in SECTIONS},
            **{page.file: page.address for page in content.pages},
        }

        self._stubs = {
            paper_key(meeting.id, paper.file_name)
            for meeting in content.meetings
            for paper in meeting.papers
            if paper.publish is Publish.WITHHELD
        }

    def public_name(self, target: str) -> str | None:
        """*target* as the public may read it, if it leads anywhere.

        Without a place that no public record prints; nothing for a withheld paper, called by its file.
        """
        if reference := meeting_of(target, _NOWHERE):
            found = self._places.find(reference)
            if found and reference.place and found.part is None:
                return target.partition("#")[0]
            return target if found else None
        is_public = self.find(target) is not None and Key.parse(target) not in self._stubs
        return target if is_public else None

    @property
    def targets(self) -> list[str]:
        """All that a link can name, but for meetings and their places."""
        return [*map(str, self._records), *self._pages]

    def find(self, target: str, page: str | None = None) -> str | None:
        """The address, below the site, of the record or page that *target* names, if there is one.

        *page* is the file of the ordinary page that the link stands on: from there, links between pages are
        written as file names (`about/index.md`), as in any MkDocs site, and to lists as `meetings/`.
        """
        if reference := meeting_of(target, _NOWHERE):
            found = self._places.find(reference)
            return found.address if found else None
        if page is not None and ":" not in target:
            file, hash_, fragment = target.partition("#")
            address = self._pages.get(normpath(join("/", dirname(page), file)).lstrip("/"))
            return None if address is None else f"{address}{hash_}{fragment}"
        key = Key.parse(target)
        return self._records.get(key) if key else None


def _of_inspections(content: Content) -> Iterator[tuple[Key, str]]:
    """The reports and their findings, with their addresses."""
    for report in content.inspections:
        key, address = report.key, inspection_address(report.slug)
        yield key, address
        yield from ((key.at(f.anchor), f"{address}#{f.anchor}") for f in report.findings)


_NOWHERE = Span("")


def links_in(texts: Iterable[Text]) -> Iterator[WrittenLink]:
    """Every link in *texts*, but for those to the web."""
    for text in texts:
        for prose in text.prose:
            for mark in prose.marks:
                if mark.kind is MarkKind.LINK and not leads_elsewhere(mark.target):
                    at = Span(text.path, *mark.at) if mark.at else text.at
                    yield WrittenLink(mark.target, at, text.page)
