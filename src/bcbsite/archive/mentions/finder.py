"""Looking for mentions in all texts, before it is known what exists."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bcbsite.archive.mentions.candidate import Candidate, Form, Found
from bcbsite.archive.mentions.forms import Forms
from bcbsite.archive.mentions.names import NoticeReferences, PeopleNames
from bcbsite.archive.mentions.titles import Titles
from bcbsite.archive.mentions.visit import prose_of_other, prose_of_part
from bcbsite.archive.people import Names
from bcbsite.kept import Lazy, digest_of, kept
from bcbsite.model.actions import Action
from bcbsite.model.body import Item, Part
from bcbsite.model.content import Content
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Document
from bcbsite.model.key import Key, paper_key
from bcbsite.model.prose import Mark, MarkKind, Prose
from bcbsite.model.section55 import InspectionReport

_MANY = 8
"""Texts in a part, as a table has them, from which it is worth looking at all of them together first."""
_SHORTEST = 6
"""Characters of a mention; the cells of tables are mostly shorter."""

Hits = tuple[list[Candidate], list[Found]]
"""What was found in a text."""
NO_HITS: Hits = ([], [])


def written_mentions(prose: Prose) -> Iterator[tuple[Mark, Key]]:
    """The links in *prose* by which a writer names a record on purpose, with the record."""
    for mark in prose.marks:
        if mark.kind is MarkKind.LINK and (key := Key.parse(mark.target)):
            yield mark, key


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in the texts of a record."""

    hits: tuple[tuple[Prose, Hits], ...] = ()
    """By the text, of those that have anything: equal words at two places can mean two things."""
    parts: tuple[Part, ...] = ()
    """The parts of a document in which there is anything."""

    def certain_days(self) -> Iterator[str]:
        """The days of meetings that texts name beyond doubt."""
        for _, (candidates, _) in self.hits:
            for candidate in candidates:
                if candidate.form is Form.MEETING and candidate.certain and not candidate.why_not:
                    yield str(candidate.day)


class Lookout:
    """Knows what is to be looked for, before it is known what exists."""

    def __init__(self, known: "Known") -> None:
        self._forms = Forms(known.bodies)
        self._titles = Titles(known.titles, known.inspectorates)
        self._people = PeopleNames(known.people, known.printed)
        self._notices = NoticeReferences(known.notices)
        self._hints = (*self._forms.hints, *self._titles.hints, *self._notices.hints)

    def in_document(self, document: Document) -> Looked:
        """What the texts of *document* have."""
        texts = [(part, list(prose_of_part(part))) for part in document.body.parts]
        other = any(self._forms.defines_another_board(p.text) for _, found in texts for p in found)
        all_hits: list[tuple[Prose, Hits]] = []
        parts: list[Part] = []
        for part, found in texts:
            if len(found) > _MANY and not self._may_name("\n".join(prose.text for prose in found)):
                continue
            heading = isinstance(part, Item)
            hits = [(prose, self._look(prose, heading, not other)) for prose in found]
            if any(has is not None for _, has in hits):
                parts.append(part)
                all_hits += [(prose, has) for prose, has in hits if has and has is not NO_HITS]
        return Looked(tuple(all_hits), tuple(parts))

    def in_texts(self, texts: Iterable[Prose]) -> Looked:
        """The same of *texts* of another record."""
        hits = ((prose, self._look(prose, heading=False, ours=True)) for prose in texts)
        return Looked(tuple((prose, has) for prose, has in hits if has and has is not NO_HITS))

    def _may_name(self, text: str) -> bool:
        """Whether anything in *text* could be a part of a mention; most tables are told by this at once."""
        return any(hint in text for hint in self._hints) or self._people.may_be_in(text)

    def _look(self, prose: Prose, heading: bool, ours: bool) -> Hits | None:
        """What *prose* has; None where there is not even a link that names a record."""
        text = prose.text
        if len(text) < _SHORTEST and not prose.marks:
            return None
        candidates = list(self._forms.find(text, heading, ours))
        found = [*self._notices.find(text), *self._titles.find(text), *self._people.find(text)]
        if candidates or found:
            return candidates, found
        return NO_HITS if any(written_mentions(prose)) else None


@dataclass(frozen=True, slots=True)
class Known:
    """What the records are called, and so what is looked for."""

    bodies: tuple[str, ...]
    """The board's name and aliases."""
    titles: tuple[tuple[str, Key], ...]
    inspectorates: tuple[str, ...]
    people: Mapping[str, tuple[str, ...]]
    """The ids of those who have a name, by its folded form."""
    printed: tuple[str, ...]
    """The names of people as they are spelt."""
    notices: tuple[str, ...]
    """The references of decision notices."""


def lookout(content: Content, names: Names, listed: Iterable[str]) -> Lazy[Lookout]:
    """What is to be looked for in the texts of *content*.

    *names* are those of the people, and *listed* the ids of those of them who have a page.
    """
    public = set(listed)
    with_page = {name: tuple(id_ for id_ in ids if id_ in public) for name, ids in names.ids.items()}
    known = Known(
        (content.board.name, *content.board.aliases),
        tuple(_titles(content)),
        tuple(sorted(_inspectorates(content))),
        {name: ids for name, ids in with_page.items() if ids},
        tuple(name for person in content.people for name in (person.name, *person.aliases)),
        tuple(notice.reference for notice in content.decisions),
    )
    return Lazy(digest_of(known), lambda: Lookout(known))


@kept
def look_at(record: Document | Action | InspectionReport | DecisionNotice, out: Lazy[Lookout]) -> Looked:
    """What is found in the texts of *record*."""
    if isinstance(record, Document):
        return out.value.in_document(record)
    return out.value.in_texts(prose_of_other(record))


def _titles(content: Content) -> Iterator[tuple[str, Key]]:
    for report in content.inspections:
        for title in (report.report, *report.aliases):
            yield title, report.key
    for meeting in content.meetings:
        for paper in meeting.papers:
            if " " in paper.title.strip():  # a single word in quotation marks is rarely a paper's title
                yield paper.title, paper_key(meeting.id, paper.file_name)


def _inspectorates(content: Content) -> set[str]:
    named = {report.inspectorate for report in content.inspections if report.inspectorate}
    called = {
        name
        for organisation in content.board.organisations
        if organisation.id in named or organisation.name in named
        for name in (organisation.id, organisation.name, *organisation.aliases)
    }
    return named | called
