"""The archive: records joined with one another. `join` makes it, and everything after reads it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TypeVar

from bcbsite.archive.acronyms import Acronym, acronyms_of
from bcbsite.archive.actions import ActionHistory, Joined, histories
from bcbsite.archive.addresses import action_address
from bcbsite.archive.approvals import Approvals, read_approvals
from bcbsite.archive.as_at import as_at_day
from bcbsite.archive.attendance_notes import AttendanceReading, read_attendance
from bcbsite.archive.deciding.offices import Offices
from bcbsite.archive.deciding.reader import Outcome, OutcomeReader, Reading
from bcbsite.archive.decisions import Decision, Known, register
from bcbsite.archive.links import Links, WrittenLink, links_in, meeting_of
from bcbsite.archive.mentions.marking import Mentions, mark_mentions
from bcbsite.archive.people import Initials, Names, PersonRecord, people_records
from bcbsite.archive.places import Places
from bcbsite.archive.posts import (
    OrganisationRecord,
    Owners,
    PostRecord,
    organisation_records,
    post_records,
)
from bcbsite.archive.publication import PublishedLine, published_lines
from bcbsite.archive.raised import RaisedActions, match_raised
from bcbsite.archive.texts import Text, texts_of
from bcbsite.archive.topics import TopicRecord, topic_records
from bcbsite.archive.updates import Updates, read_updates
from bcbsite.kept import Lazy, digest_of, kept
from bcbsite.model.board import Board
from bcbsite.model.body import Body
from bcbsite.model.content import Content
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.erratum import Erratum
from bcbsite.model.meeting import Meeting
from bcbsite.model.outcome import OutcomeKind
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.reading import Unread
from bcbsite.model.redirect import Redirect
from bcbsite.model.reference import Reference, day_of
from bcbsite.model.section55 import InspectionReport

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Archive:
    """All records and how they belong together."""

    board: Board
    meetings: Mapping[str, Meeting]
    """The held ones by id, oldest first."""
    known: tuple[str, ...]
    """Ids of meetings that records refer to and that are not held here, oldest first."""
    places: Places
    actions: tuple[ActionHistory, ...]
    """In the log's order."""
    series: Mapping[str, str]
    """The title of each series of the log, by id."""
    updates: Updates
    """What minutes report of the actions."""
    raised: RaisedActions
    outcomes: Mapping[str, tuple[Outcome, ...]]
    """What each meeting's minutes say was decided, by the meeting's id."""
    readings: Mapping[str, Reading]
    """The same with the sentences that only look as if they decided something, by the meeting's id."""
    unread: Mapping[str, tuple[Unread, ...]]
    """What each meeting's minutes seem to decide, raise or report, and was not understood, by its id."""
    attendance: Mapping[str, AttendanceReading]
    """What each meeting's minutes note of arrivals, departures, substitutes and interests, by its id."""
    people: tuple[PersonRecord, ...]
    """By surname."""
    posts: tuple[PostRecord, ...]
    organisations: tuple[OrganisationRecord, ...]
    owners: Owners
    names: Names
    initials: Initials
    inspections: tuple[InspectionReport, ...]
    """By the day of publication, newest first; those whose day is not known come last."""
    decisions: tuple[DecisionNotice, ...]
    """Newest first."""
    pages: tuple[OrdinaryPage, ...]
    publication: tuple[PublishedLine, ...]
    """What must be published, and where it is."""
    redirects: tuple[Redirect, ...]
    """Those that staff wrote, and those of ids that actions had before."""
    links: Links
    references: tuple[Reference, ...]
    """All that records refer to by a meeting's id, in their fields and in their links."""
    written_links: tuple[WrittenLink, ...]
    """All links that a writer made on purpose, but for those to the web."""
    texts_by_file: tuple[tuple[Text, ...], ...]
    """All words of the records, with their places; those of a file together."""
    mentions: Mentions
    """Where records name one another in their text."""
    approvals: Approvals
    register: tuple[Decision, ...]
    """All decisions, newest first."""
    topics: tuple[TopicRecord, ...]
    """In the board's order."""
    acronyms: Mapping[str, Acronym]
    """Those that are spelt out, by their letters."""
    as_at: date
    """The day that whatever depends on the day is told for."""
    erased: frozenset[str] = frozenset()
    """The digests of the addresses that were erased."""

    @property
    def texts(self) -> Iterator[Text]:
        """All words of the records, with their places."""
        return chain.from_iterable(self.texts_by_file)

    def is_routine(self, decision: Decision) -> bool:
        """Whether a decision only approves earlier minutes or puts something off, and is not about money."""
        approves = decision.meeting is not None and decision.anchor in self.approvals.at(decision.meeting.id)
        return (approves or decision.kind is OutcomeKind.DEFERRED) and not decision.amounts


def join(content: Content, as_at: date) -> Archive:
    """The archive of *content* as at a day; for the public's, give it what the gate let through."""
    names, texts = Names(content.people), tuple(texts_of(content))
    people = people_records(content.people, names, content.meetings, content.board)
    content, mentions = mark_mentions(content, names, (record.person.id for record in people))
    places = Places(meetings := {meeting.id: meeting for meeting in content.meetings})
    written_links = tuple(link for of_file in texts for link in _links_in(of_file))
    updates = read_updates(meetings.values(), content.log)
    known = _known(references := tuple(_references(content, written_links)), mentions, meetings)
    actions = histories(content.log, Joined(places, mentions, updates), meetings, _past(known, as_at))
    readings, outcomes = _readings(content, offices := _offices(content.board))
    raised, noticed = match_raised(content, meetings, places, names), Known(places, mentions, offices.value)
    return Archive(
        board=content.board,
        meetings=meetings,
        known=known,
        places=places,
        actions=actions,
        series={series.id: series.title for series in content.log.series},
        outcomes=outcomes,
        readings=readings,
        updates=updates,
        attendance=(attendance := _attendance(content)),
        unread=_together(meetings, _unread(readings), *_of_actions(updates, raised), _unread(attendance)),
        raised=raised,
        people=people,
        posts=(posts := post_records(people, actions)),
        organisations=(organisations := organisation_records(content.board.organisations, people, actions)),
        owners=Owners(posts, organisations, people, names),
        names=names,
        initials=Initials(meetings.values(), names),
        inspections=_inspections(content, as_at),
        decisions=tuple(_newest_first(content.decisions, lambda notice: notice.date)),
        pages=content.pages,
        redirects=tuple(_redirects(content)),
        links=(links := Links(content, places, actions, people)),
        publication=tuple(published_lines(content.publication, links)),
        references=references,
        written_links=written_links,
        texts_by_file=texts,
        mentions=mentions,
        approvals=Approvals(read_approvals(meetings.values(), outcomes)),
        register=(decisions := register(meetings.values(), outcomes, content.decisions, noticed)),
        acronyms=acronyms_of(content.board, meetings.values()),
        topics=topic_records(content.board.topics, meetings.values(), decisions, actions),
        as_at=content.board.clock_day(as_at),
        erased=frozenset(erasure.digest for erasure in content.erased),
    )


@kept
def _links_in(texts: tuple[Text, ...]) -> tuple[WrittenLink, ...]:
    return tuple(links_in(texts))


def _past(meetings: Iterable[str], as_at: date) -> Iterator[str]:
    """The ids of those that are not to come."""
    return (id_ for id_ in meetings if day_of(id_) <= as_at)


def _known(
    references: Iterable[Reference], mentions: Mentions, held: Mapping[str, Meeting]
) -> tuple[str, ...]:
    """The ids of the meetings that are named and not *held*, oldest first."""
    named = {*(reference.meeting for reference in references), *mentions.meetings}
    return tuple(sorted(named - held.keys()))


def _offices(board: Board) -> Lazy[Offices]:
    """Who can decide in the minutes of *board*, by all the names that the parties had."""
    called = (
        (board.name, *board.aliases),
        [title for party in board.local_policing_body for title in (party.name, party.short)],
        [title for party in board.chief_officer for title in (party.name, party.short)],
        (board.area,),
    )
    return Lazy(digest_of(called), lambda: Offices(*called))


def _readings(
    content: Content, offices: Lazy[Offices]
) -> tuple[dict[str, Reading], dict[str, tuple[Outcome, ...]]]:
    """What the minutes of each meeting decide, with what only looks like it, and without; by its id."""
    reader = Lazy(offices.key, lambda: OutcomeReader(offices.value))
    readings = {m.id: _reading(m.minutes.body, reader) for m in content.meetings if m.minutes}
    return readings, {id_: reading.outcomes for id_, reading in readings.items()}


def _inspections(content: Content, as_at: date) -> tuple[InspectionReport, ...]:
    """The reports as they stand on the day *as_at*, the newest first."""
    found = _newest_first(content.inspections, lambda report: report.published)
    return tuple(as_at_day(report, as_at) for report in found)


def _attendance(content: Content) -> dict[str, AttendanceReading]:
    """What the minutes of each meeting note of arrivals, departures and the like, by its id."""
    return {m.id: read_attendance(m.minutes) for m in content.meetings if m.minutes}


@kept
def _reading(body: Body, reader: Lazy[OutcomeReader]) -> Reading:
    return reader.value.read(body)


def _unread(readings: Mapping[str, Reading | AttendanceReading]) -> dict[str, tuple[Unread, ...]]:
    return {id_: reading.unread for id_, reading in readings.items()}


def _of_actions(
    updates: Updates, raised: RaisedActions
) -> tuple[Mapping[str, tuple[Unread, ...]], Mapping[str, tuple[Unread, ...]]]:
    """What seems to report of actions, and what seems to raise them."""
    return updates.unread, _less_reported(raised, updates)


def _less_reported(raised: RaisedActions, updates: Updates) -> dict[str, tuple[Unread, ...]]:
    """What looks like an action of a meeting, but for the lines that are read as updates of earlier ones."""
    events = (one.event for of in updates.of.values() for one in of)
    read = {(event.meeting.meeting, event.at.line) for event in events if event.meeting}
    return {
        id_: tuple(one for one in unread if (id_, one.line) not in read)
        for id_, unread in raised.unread.items()
    }


def _together(
    meetings: Iterable[str], *unread: Mapping[str, tuple[Unread, ...]]
) -> dict[str, tuple[Unread, ...]]:
    """What any of *unread* has, by the meeting's id."""
    return {id_: tuple(one for of in unread for one in of.get(id_, ())) for id_ in meetings}


def _redirects(content: Content) -> Iterator[Redirect]:
    yield from content.redirects
    for action in content.log.actions:
        for former in action.was:
            yield Redirect(action_address(former), action_address(action.id), action.at)


def _newest_first(records: Iterable[R], day: Callable[[R], date | None]) -> list[R]:
    return sorted(records, key=lambda record: day(record) or date.min, reverse=True)


def _references(content: Content, written_links: Iterable[WrittenLink]) -> Iterator[Reference]:
    for action in content.log.actions:
        yield action.raised
        yield from (event.meeting for event in action.events if event.meeting)
    for meeting in content.meetings:
        if meeting.minutes and meeting.minutes.approved_at:
            yield meeting.minutes.approved_at
        if arranged := meeting.arrangements:
            yield from filter(None, (arranged.moved_to, arranged.next_meeting))
    for errata in _errata(content):
        yield from (erratum.meeting for erratum in errata if erratum.meeting)
    for report in content.inspections:
        yield from report.considered_at
        yield from (step.meeting for step in report.progress)
    yield from (notice.meeting for notice in content.decisions if notice.meeting)
    for link in written_links:
        if reference := meeting_of(link.target, link.at):
            yield reference


def _errata(content: Content) -> Iterator[tuple[Erratum, ...]]:
    """The corrections of each record that has such."""
    yield from (meeting.minutes.errata for meeting in content.meetings if meeting.minutes)
    yield from (report.errata for report in content.inspections)
    yield from (notice.errata for notice in content.decisions)
