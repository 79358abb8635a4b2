"""Mentions: where records name one another in their text. What names something that exists becomes a link.

An ambiguous mention is left as it stands, and told of with the reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bcbsite.archive.mentions.candidate import Candidate, Form
from bcbsite.archive.mentions.forms import Forms
from bcbsite.archive.mentions.source import Source
from bcbsite.archive.mentions.targets import Resolver
from bcbsite.archive.mentions.titles import Found, NoticeReferences, PeopleNames, Titles
from bcbsite.archive.mentions.visit import prose_of_others, prose_of_part, visit_prose
from bcbsite.archive.people import Names
from bcbsite.model.body import Item
from bcbsite.model.content import Content
from bcbsite.model.document import Document
from bcbsite.model.prose import Mark, MarkKind, Prose


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a record that name another one."""

    target: str
    """What they name, as a link does (`meeting:2020-05-26#11.0`)."""
    printed: str
    source: Source
    planned: bool = False
    """Of a meeting: whether the words say that it is to come."""


@dataclass(frozen=True, slots=True)
class Unlinked:
    """Words that look like a mention and are no link."""

    printed: str
    why: str
    """One sentence."""
    source: Source


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of an archive."""

    of: Mapping[str, tuple[Mention, ...]]
    """By what they name, less the place in it: each place that names it, once, oldest first."""
    unlinked: tuple[Unlinked, ...]

    @property
    def meetings(self) -> Iterator[str]:
        """The ids of meetings that are named."""
        return (target.removeprefix("meeting:") for target in self.of if target.startswith("meeting:"))


def mark_mentions(content: Content, names: Names, listed: Iterable[str]) -> tuple[Content, Mentions]:
    """*content* with a mark on each mention, and all mentions.

    *names* are those of the people, and *listed* the ids of those of them who have a page.
    """
    finder = _Finder(content, names, listed)
    finder.look_through(content)
    resolver = Resolver(content, finder.certain_days)
    marker = _Marker(finder.found, resolver)
    marked = visit_prose(content, marker.mark, finder.parts)
    by_target: dict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in marker.mentions:
        by_target[mention.target.partition("#")[0]].setdefault(mention.source.address, mention)
    of = {
        target: tuple(sorted(found.values(), key=lambda mention: mention.source.day or date.min))
        for target, found in by_target.items()
    }
    return marked, Mentions(of, tuple(marker.unlinked))


_RECORDS = ("meeting:", "action:", "section-55:", "decision:", "person:", "paper:")
_SHORTEST = 6
"""Characters of a mention; the cells of tables are mostly shorter."""

Hits = tuple[list[Candidate], list[Found]]
_NO_HITS: Hits = ([], [])


def written_mentions(prose: Prose) -> Iterator[Mark]:
    """The links in *prose* by which a writer names a record on purpose."""
    for mark in prose.marks:
        if mark.kind is MarkKind.LINK and mark.target.startswith(_RECORDS):
            yield mark


class _Finder:
    """Looks for all that has the form of a mention, before it is known what exists."""

    def __init__(self, content: Content, names: Names, listed: Iterable[str]) -> None:
        board = content.board
        self._forms = Forms((board.name, *board.aliases))
        self._titles = Titles(_titles(content), _inspectorates(content))
        public = set(listed)
        with_page = {name: tuple(id_ for id_ in ids if id_ in public) for name, ids in names.ids.items()}
        printed = [name for person in content.people for name in (person.name, *person.aliases)]
        self._people = PeopleNames({name: ids for name, ids in with_page.items() if ids}, printed)
        self._notices = NoticeReferences(notice.reference for notice in content.decisions)
        self.found: dict[int, Hits] = {}
        """What was found in a text, by the text's identity: equal words at two places can mean two things."""
        self.parts: set[int] = set()
        """The identities of the parts of documents in which there is anything."""
        self.certain_days: set[str] = set()
        """The days of meetings that texts name beyond doubt."""

    def look_through(self, content: Content) -> None:
        """Look at every text of *content*."""
        for meeting in content.meetings:
            for document in meeting.documents:
                self._look_at(document)
        for prose in prose_of_others(content):
            self._look(prose, heading=False, ours=True)

    def _look_at(self, document: Document) -> None:
        texts = [(part, list(prose_of_part(part))) for part in document.body.parts]
        other = any(self._forms.defines_another_board(p.text) for _, found in texts for p in found)
        for part, found in texts:
            heading = isinstance(part, Item)
            hits = [self._look(prose, heading, not other) for prose in found]
            if any(hits):
                self.parts.add(id(part))

    def _look(self, prose: Prose, heading: bool, ours: bool) -> bool:
        """Remember what *prose* has, and say whether it has anything."""
        text = prose.text
        if len(text) < _SHORTEST and not prose.marks:
            return False
        candidates = list(self._forms.find(text, heading, ours))
        found = [*self._notices.find(text), *self._titles.find(text), *self._people.find(text)]
        for candidate in candidates:
            if candidate.form is Form.MEETING and candidate.certain and not candidate.why_not:
                self.certain_days.add(str(candidate.day))
        if candidates or found:
            self.found[id(prose)] = (candidates, found)
        return bool(candidates or found or any(written_mentions(prose)))


def _titles(content: Content) -> Iterator[tuple[str, str]]:
    for report in content.inspections:
        for title in (report.report, *report.aliases):
            yield title, f"section-55:{report.slug}"
    for meeting in content.meetings:
        for paper in meeting.papers:
            if " " in paper.title.strip():  # a single word in quotation marks is rarely a paper's title
                yield paper.title, f"paper:{meeting.id}/{paper.file_name}"


def _inspectorates(content: Content) -> set[str]:
    named = {report.inspectorate for report in content.inspections if report.inspectorate}
    called = {
        name
        for organisation in content.board.organisations
        if organisation.id in named or organisation.name in named
        for name in (organisation.id, organisation.name, *organisation.aliases)
    }
    return named | called


class _Marker:
    """Puts marks on what names something that exists."""

    def __init__(self, found: Mapping[int, Hits], resolver: Resolver) -> None:
        self._found = found
        self._resolver = resolver
        self.mentions: list[Mention] = []
        self.unlinked: list[Unlinked] = []

    def mark(self, prose: Prose, source: Source) -> Prose:
        """*prose* with its marks."""
        hits = self._found.get(id(prose), _NO_HITS)
        marks: list[Mark] = []
        for mark in written_mentions(prose):
            self.mentions.append(Mention(mark.target, prose.text[mark.start : mark.end], source))
        for start, end, target, why, planned in self._named(hits, source):
            printed = prose.text[start:end]
            if any(mark.start < end and mark.end > start for mark in marks) or not prose.takes(start, end):
                continue
            if target is None:
                self.unlinked.append(Unlinked(printed, why, source))
            else:
                marks.append(Mark(start, end, MarkKind.MENTION, target))
                self.mentions.append(Mention(target, printed, source, planned))
        return prose.with_marks(marks) if marks else prose

    def _named(self, hits: Hits, source: Source) -> Iterator[tuple[int, int, str | None, str, bool]]:
        """Start, end, target or none, the reason for none, and whether planned; the longest words first."""
        candidates, found = hits
        for name in sorted(found, key=lambda f: (f.start - f.end, f.start)):
            target, why = self._resolver.of_title(name.targets, source)
            if target != source.record:
                yield name.start, name.end, target, why, False
        for candidate in sorted(candidates, key=lambda c: (bool(c.why_not), c.start)):
            target, why = self._resolver.of_candidate(candidate, source)
            if target != source.record and (target or why):
                yield candidate.start, candidate.end, target, why, candidate.planned
