"""Looking for mentions in all texts, before it is known what exists."""

from collections.abc import Iterable, Iterator

from bcbsite.archive.mentions.candidate import Candidate, Form, Found
from bcbsite.archive.mentions.forms import Forms
from bcbsite.archive.mentions.names import NoticeReferences, PeopleNames
from bcbsite.archive.mentions.titles import Titles
from bcbsite.archive.mentions.visit import prose_of_others, prose_of_part
from bcbsite.archive.people import Names
from bcbsite.model.body import Item
from bcbsite.model.content import Content
from bcbsite.model.document import Document
from bcbsite.model.key import Key, paper_key
from bcbsite.model.prose import Mark, MarkKind, Prose

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


class Finder:
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
        self._hints = (*self._forms.hints, *self._titles.hints, *self._notices.hints)
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
            if len(found) > _MANY and not self._may_name("\n".join(prose.text for prose in found)):
                continue
            heading = isinstance(part, Item)
            hits = [self._look(prose, heading, not other) for prose in found]
            if any(hits):
                self.parts.add(id(part))

    def _may_name(self, text: str) -> bool:
        """Whether anything in *text* could be a part of a mention; most tables are told by this at once."""
        return any(hint in text for hint in self._hints) or self._people.may_be_in(text)

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
