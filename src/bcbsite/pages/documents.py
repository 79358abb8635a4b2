"""Minutes, agendas and papers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bcbsite.archive.acronyms import Acronym, acronyms_in
from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.addresses import (
    MEETINGS,
    agenda_address,
    meeting_address,
    minutes_address,
    paper_address,
)
from bcbsite.archive.approvals import Approval
from bcbsite.archive.archive import Archive
from bcbsite.archive.attendance_notes import AttendanceNote
from bcbsite.archive.deciding.reader import Origin
from bcbsite.archive.decisions import Decision
from bcbsite.archive.mentions.marking import Mention
from bcbsite.archive.papers import papers_of_items
from bcbsite.model.agenda import Agenda
from bcbsite.model.body import Body, Item
from bcbsite.model.document import Status
from bcbsite.model.key import paper_key
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Decided, Minutes
from bcbsite.model.paper import Paper, Publish
from bcbsite.model.reference import Listed
from bcbsite.pages.approvals import Approvals, amendments_by_place, approvals_of
from bcbsite.pages.citations import Citation, citation_of
from bcbsite.pages.descriptions import of_agenda, of_minutes, of_paper
from bcbsite.pages.elsewhere import Elsewhere, look_elsewhere
from bcbsite.pages.errata import Corrections, corrections_of
from bcbsite.pages.linked_data import Thing, meeting_document, paper_report
from bcbsite.pages.neighbours import Neighbours
from bcbsite.pages.page import ContentsEntry, Page
from bcbsite.pages.words import day_in_words, file_in_words


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document of a meeting."""

    meeting: Meeting
    meeting_address: str
    document: Minutes | Agenda | Paper
    actions: Mapping[str, tuple[ActionHistory, ...]]
    """The action that a passage raises, by the passage's anchor."""
    outcomes: Mapping[str, tuple[Decision, ...]]
    """In minutes, and of those that a paper was for: what was done with an item, by its anchor."""
    decided: Mapping[str, tuple[Decided, ...]]
    """In minutes: what their front matter says is a decision, by the place's anchor."""
    approvals: Approvals
    """In minutes: where they were approved, as far as it is known."""
    approves: Mapping[str, Sequence[Approval]]
    """In minutes: what they do with earlier minutes, by the paragraph's anchor."""
    amended: Mapping[str, Sequence[Approval]]
    """In minutes: the approvals subject to an amendment of a place, by the place's anchor."""
    corrections: Corrections
    papers: Mapping[str, tuple[Paper, ...]]
    """In an agenda and in minutes: the papers of an item, by the item's anchor."""
    considered: Item | None
    """Of a paper: the item of its meeting's minutes that it was for."""
    notes: tuple[AttendanceNote, ...]
    """In minutes: the sentences about who came late or left, substitutes, and interests."""
    people: Mapping[str, str]
    """The address of the page of each person it lists, by the name as printed."""
    mentions: Sequence[Mention]
    """Of a paper: the places that name it."""
    named: Mapping[str, tuple[Mention, ...]]
    """In minutes: the places elsewhere that name one of its parts, by the part's anchor."""
    acronyms: tuple[Acronym, ...]
    """Those that it uses and that are spelt out somewhere, in the order of their first use."""
    citation: Citation
    around: Neighbours
    """The document of the same kind before it, and the one after."""

    @property
    def original_in_words(self) -> str:
        """Of minutes with the file of their original: `PDF, 2 pages, 120 kB`; else nothing."""
        document = self.document
        if not isinstance(document, Minutes) or not document.attachments or not document.source:
            return ""
        (file,) = document.attachments
        return file_in_words(file.path, document.source.pages)

    @property
    def noted(self) -> frozenset[str]:
        """The anchors under which minutes show papers, outcomes, actions, corrections and the like."""
        shown = (
            self.papers,
            self.actions,
            self.outcomes,
            self.decided,
            self.approves,
            self.amended,
            self.named,
        )
        return frozenset().union(*shown, self.corrections.by_place)

    def outcome_heading(self, anchor: str) -> str:
        """What the outcomes of an item are called: some are found by reading, and not under a label."""
        read = any(outcome.origin is Origin.TEXT for outcome in self.outcomes[anchor])
        return "Outcome, as read from the text" if read else "Outcome"


def document_pages(archive: Archive) -> Iterator[Page]:
    """A page for each document of each meeting."""
    elsewhere = look_elsewhere(archive)
    for meeting in archive.meetings.values():
        day = day_in_words(meeting.day)
        id_ = meeting.id
        view = _Views(archive, meeting, elsewhere, _items_of_papers(meeting))
        if meeting.agenda:
            yield view.page(meeting.agenda, agenda_address(id_), f"Agenda for {day}", "agenda.html")
        if meeting.minutes:
            title = (
                f"Draft minutes of {day}" if meeting.minutes.status is Status.DRAFT else f"Minutes of {day}"
            )
            yield view.page(meeting.minutes, minutes_address(id_), title, "minutes.html")
        for paper in meeting.papers:
            template = "paper-withheld.html" if paper.publish is Publish.WITHHELD else "paper.html"
            title = f"{paper.title}: paper of {day}"  # the same title comes to many meetings
            yield view.page(paper, paper_address(meeting.id, paper.slug), title, template)


@dataclass(frozen=True, slots=True)
class _Views:
    """Makes the views of one meeting's documents."""

    archive: Archive
    meeting: Meeting
    elsewhere: Elsewhere
    considered: Mapping[str, Item]
    """The item of the minutes that each paper was for, by the paper's slug."""

    def page(self, document: Minutes | Agenda | Paper, address: str, title: str, template: str) -> Page:
        view = DocumentView(
            meeting=self.meeting,
            meeting_address=meeting_address(self.meeting.id),
            document=document,
            actions=self.elsewhere.actions.get(self.meeting.id, {}) if isinstance(document, Minutes) else {},
            outcomes={} if isinstance(document, Agenda) else self.elsewhere.outcomes.get(self.meeting.id, {}),
            decided=_decided_by_place(document) if isinstance(document, Minutes) else {},
            approvals=approvals_of(self.archive, self.meeting),
            approves=self.archive.approvals.at(self.meeting.id) if isinstance(document, Minutes) else {},
            amended=amendments_by_place(self.archive, self.meeting) if isinstance(document, Minutes) else {},
            corrections=self._corrections(document),
            papers={} if isinstance(document, Paper) else papers_of_items(self.meeting, document.body),
            considered=self.considered.get(document.slug) if isinstance(document, Paper) else None,
            notes=self.archive.attendance[self.meeting.id].notes if isinstance(document, Minutes) else (),
            people=self._people(document),
            mentions=self._mentions(document),
            named=self.elsewhere.named.get(self.meeting.id, {}) if isinstance(document, Minutes) else {},
            acronyms=acronyms_in(document.body, self.archive.acronyms),
            citation=citation_of(self.archive.board.name, self.meeting, document),
            around=self.elsewhere.around[address],
        )
        contents = contents_of(document.body)
        description, about = self._description(view), self._about(document, title)
        return Page(address, title, template, view, MEETINGS, contents, description, about)

    def _description(self, view: DocumentView) -> str:
        board, document = self.archive.board, view.document
        if isinstance(document, Agenda):
            return of_agenda(board, self.meeting, document)
        if isinstance(document, Paper):
            return of_paper(board, self.meeting, document)
        return of_minutes(
            board,
            self.meeting,
            document,
            view.approvals,
            decisions=self.elsewhere.decisions[self.meeting.id],
            actions=sum(map(len, view.actions.values())),
        )

    def _about(self, document: Minutes | Agenda | Paper, title: str) -> Thing | None:
        if not isinstance(document, Paper):
            return meeting_document(self.archive, self.meeting, title, document.status)
        withheld = document.publish is Publish.WITHHELD
        return None if withheld else paper_report(self.archive, self.meeting, document)

    def _corrections(self, document: Minutes | Agenda | Paper) -> Corrections:
        errata = document.errata if isinstance(document, Minutes) else ()
        return corrections_of(self.archive, errata, document.body)

    def _mentions(self, document: Minutes | Agenda | Paper) -> Sequence[Mention]:
        if not isinstance(document, Paper):
            return ()  # who names the minutes names the meeting, whose page has the list
        return self.archive.mentions.of.get(paper_key(self.meeting.id, document.file_name), ())

    def _people(self, document: Minutes | Agenda | Paper) -> Mapping[str, str]:
        listed: tuple[Listed, ...] = ()
        if isinstance(document, Minutes):
            signed = (document.signed_by,) if document.signed_by else ()
            listed = (*document.members, *document.in_attendance, *document.apologies, *signed)
        elif isinstance(document, Paper):
            listed = document.contact_officers
        found = ((person.name, self.archive.names.find(person.name)) for person in listed)
        return {name: page for name, id_ in found if (page := self.archive.owners.page_of_person(id_))}


def _items_of_papers(meeting: Meeting) -> Mapping[str, Item]:
    body = meeting.minutes.body if meeting.minutes else Body()
    found = papers_of_items(meeting, body)
    return {paper.slug: item for item in body.items for paper in found.get(item.anchor, ())}


def _decided_by_place(minutes: Minutes) -> Mapping[str, tuple[Decided, ...]]:
    placed = ((minutes.body.find(decided.place), decided) for decided in minutes.decisions)
    return _grouped((part.anchor, decided) for part, decided in placed if part)


T = TypeVar("T")


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    """What comes with each key, in order."""
    found: dict[str, list[T]] = {}
    for key, each in pairs:
        found.setdefault(key, []).append(each)
    return {key: tuple(group) for key, group in found.items()}


def contents_of(body: Body) -> tuple[ContentsEntry, ...]:
    """The items of *body* as a list of contents."""
    return tuple(
        ContentsEntry(item.anchor, item.heading, item.level) for item in body.parts if isinstance(item, Item)
    )
