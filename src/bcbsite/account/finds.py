"""What was read in a record: one function for each sort of thing, which gives each with its line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from bcbsite.account.record import Log, People, Record
from bcbsite.archive.deciding.motions import Motion
from bcbsite.archive.deciding.offices import THE_BOARD
from bcbsite.archive.deciding.reader import Origin, Outcome
from bcbsite.archive.raised import line_of
from bcbsite.model.agenda import Agenda
from bcbsite.model.blocks import Heading, Paragraph, Role, plain_text
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Document
from bcbsite.model.minutes import Minutes
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.paper import Paper
from bcbsite.model.reference import Listed, PrintedDate
from bcbsite.model.section55 import InspectionReport

_ORIGINS = {
    Origin.RESOLUTION: "under a label",
    Origin.STATED: "stated in front matter",
    Origin.TEXT: "read from the text",
}
_WORDS = 60
"""Characters of what is quoted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was read."""

    line: int
    """Where it stands in its file, counted from 1."""
    what: str
    """Its words, or their beginning."""
    of: str = ""
    """Which kind of its sort it is, as people are members or send apologies."""
    anchor: str | None = None
    """Its place on the page, where it has one."""


def items(record: Record) -> Iterator[Entry]:
    """Items of documents, headings of pages, parts of responses."""
    kind = record.kind
    if isinstance(kind, Document):
        for item in kind.body.items:
            yield Entry(item.line, _words(item.heading), anchor=item.anchor)
    elif isinstance(kind, OrdinaryPage | DecisionNotice):
        for block in kind.blocks:
            if isinstance(block, Heading):
                yield Entry(block.line, _words(block.prose.text), anchor=block.anchor or None)
    elif isinstance(kind, InspectionReport):
        for section in kind.sections:
            if section.title and section.blocks:
                yield Entry(section.blocks[0].line, _words(section.title), anchor=section.anchor)


def facts(record: Record) -> Iterator[Entry]:
    """Who reports on an item of an agenda, for what, when, and with which paper."""
    if isinstance(record.kind, Agenda):
        for passage in record.kind.body.passages:
            for block in passage.blocks:
                if isinstance(block, Paragraph) and block.role:
                    yield Entry(block.line, _words(block.body.text), block.role, passage.anchor)


def paragraphs(record: Record) -> Iterator[Entry]:
    """Numbered paragraphs, and the blocks that follow them; of pages all but headings."""
    kind = record.kind
    if isinstance(kind, Document):
        for passage in kind.body.passages:
            words = f"{passage.label or ''} {plain_text(passage.blocks)}".strip()
            of = "numbered" if passage.label else "without a number"
            yield Entry(passage.line, _words(words), of, passage.anchor)
    elif isinstance(kind, OrdinaryPage | DecisionNotice):
        for block in kind.blocks:
            if not isinstance(block, Heading):
                yield Entry(block.line, _words(plain_text([block])))


def people(record: Record) -> Iterator[Entry]:
    """Those whom front matter lists, or people.yaml; in the log, owners of actions."""
    kind = record.kind
    match kind:
        case Minutes():
            yield from _listed(kind.members, "members")
            yield from _listed(kind.in_attendance, "in attendance")
            yield from _listed(kind.apologies, "apologies")
            yield from _listed((kind.signed_by,) if kind.signed_by else (), "signed")
        case Paper():
            yield from _listed(kind.contact_officers, "contact officers")
        case People(people=listed):
            yield from (Entry(person.at.line, person.name) for person in listed)
        case Log(actions=actions):
            for action in actions:
                yield from (Entry(owner.at.line, owner.name, "owners") for owner in action.owners)


def _listed(people: Iterable[Listed], of: str) -> Iterator[Entry]:
    for person in people:
        role = f", {person.role}" if person.role else ""
        yield Entry(person.at.line, _words(person.name + role), of)


def notes(record: Record) -> Iterator[Entry]:
    """Sentences about who came late or left, substitutes, and interests."""
    if isinstance(record.kind, Minutes) and record.meeting:
        for note in record.archive.attendance[record.meeting.id].notes:
            yield Entry(note.line, _words(note.text), note.kind, note.anchor)


def posts(record: Record) -> Iterator[Entry]:
    """The posts that people.yaml gives to people."""
    if isinstance(record.kind, People):
        for person in record.kind.people:
            yield from (Entry(person.at.line, f"{person.name}: {post.post}") for post in person.posts)


def decisions(record: Record) -> Iterator[Entry]:
    """What was decided: as the register of decisions has it."""
    kind = record.kind
    if isinstance(kind, DecisionNotice):
        yield Entry(kind.at.line, _words(kind.title))
    elif isinstance(kind, Minutes):
        for decided in kind.decisions:
            part = kind.body.find(decided.place)
            anchor = part.anchor if part else None
            yield Entry(decided.at.line, f"{decided.kind}: {decided.place}", _ORIGINS[Origin.STATED], anchor)
        for outcome in _outcomes(record, kind):
            by = "" if outcome.by == THE_BOARD else f" by {outcome.by}"
            words = _words(f"{outcome.kind}{by}: {outcome.text}")
            yield Entry(outcome.line, words, _ORIGINS[outcome.origin], outcome.passage.anchor)


def motions(record: Record) -> Iterator[Entry]:
    """What was moved or seconded, and by whom."""
    for line, motion, anchor in _motions(record):
        if motion.mover or motion.seconder:
            seconder = f", seconded by {motion.seconder}" if motion.seconder else ""
            yield Entry(line, _words(f"moved by {motion.mover or 'somebody'}{seconder}"), anchor=anchor)


def votes(record: Record) -> Iterator[Entry]:
    """How votes fell."""
    for line, motion, anchor in _motions(record):
        if motion.votes:
            yield Entry(line, "; ".join(_of_votes(motion)), anchor=anchor)


def _of_votes(motion: Motion) -> Iterator[str]:
    for field in fields(motion.votes) if motion.votes else ():
        value = getattr(motion.votes, field.name)
        name = field.name.replace("_", " ")
        if value is True:
            yield name
        elif value is not None and value is not False:
            yield f"{value} {name}"


def _motions(record: Record) -> Iterator[tuple[int, Motion, str]]:
    if isinstance(record.kind, Minutes):
        for outcome in _outcomes(record, record.kind):
            if outcome.motion:
                yield outcome.line, outcome.motion, outcome.passage.anchor


def _outcomes(record: Record, minutes: Minutes) -> Iterator[Outcome]:
    """Those of *minutes*, but for what front matter states anyway."""
    assert record.meeting
    outcomes = record.archive.outcomes.get(record.meeting.id, ())
    return (outcome for outcome in outcomes if outcome.passage not in minutes.stated)


def actions(record: Record) -> Iterator[Entry]:
    """Actions that minutes raise; entries of the log."""
    kind = record.kind
    if isinstance(kind, Log):
        for action in kind.actions:
            yield Entry(action.at.line, _words(f"{action.id}: {plain_text(action.action)}"))
    elif isinstance(kind, Minutes):
        assert record.meeting
        by_line, meeting = record.archive.raised.by_line, record.meeting.id
        for raised in record.archive.raised.of.get(meeting, ()):
            found = by_line.get(line_of(meeting, raised))
            words = _words(raised.text)
            what = f"entry {found.id}: {words}" if found else words
            yield Entry(raised.line, what, "in the log" if found else "not in the log", raised.passage.anchor)


def updates(record: Record) -> Iterator[Entry]:
    """What is reported of actions."""
    if isinstance(record.kind, Log):
        for action in record.kind.actions:
            for event in action.events:
                words = plain_text(event.update) or event.status or ""
                yield Entry(event.at.line, _words(f"{action.id}: {words}"))
    for id_, reported in record.by_file.updates.get(record.path, ()):
        event = reported.event
        words = plain_text(event.update) or "named in its words"
        place = event.meeting.place if event.meeting else None
        yield Entry(event.at.line, _words(f"{id_}: {words}"), "of actions in the log", place)
    if isinstance(record.kind, Minutes) and not record.archive.actions:
        yield from _of_no_log(record.kind)


def _of_no_log(minutes: Minutes) -> Iterator[Entry]:
    """The paragraphs that begin with “Update:”, where there is no log whose actions they could be of."""
    for passage in minutes.body.passages:
        for block in passage.blocks:
            if isinstance(block, Paragraph) and block.role is Role.UPDATE:
                yield Entry(
                    block.line, _words(block.body.text), "of no action: there is no log", passage.anchor
                )


def dates(record: Record) -> Iterator[Entry]:
    """Days that front matter or the log gives."""
    kind = record.kind
    if isinstance(kind, Log):
        for action in kind.actions:
            yield from _date("target", action.target)
            for event in action.events:
                yield from (*_date("reported on", event.on), *_date("target", event.target))
    elif not isinstance(kind, People):
        for name in ("date", "published", "publish_at"):
            value = getattr(kind, name, None)
            if value is not None:
                yield Entry(kind.spans.get(name, kind.at).line, f"{name}: {value}")


def _date(name: str, found: PrintedDate | None) -> Iterator[Entry]:
    if found:
        understood = found.day.isoformat() if found.day else "no single day"
        yield Entry(found.at.line, f"{name}: {found.printed} ({understood})")


def mentions(record: Record) -> Iterator[Entry]:
    """Words that name other records, and are links."""
    for mention in record.by_file.mentions.get(record.path, ()):
        source = mention.source
        yield Entry(source.at.line, _words(f"“{mention.printed}” is {mention.target}"), anchor=source.passage)


def findings(record: Record) -> Iterator[Entry]:
    """What inspectors ask for."""
    if isinstance(record.kind, InspectionReport):
        for finding in record.kind.findings:
            yield Entry(finding.line, finding.name, finding.kind, finding.anchor)


def answers(record: Record) -> Iterator[Entry]:
    """Who answers what inspectors ask for."""
    if isinstance(record.kind, InspectionReport):
        for finding in record.kind.findings:
            for who in finding.answered_by:
                yield Entry(finding.line, f"{finding.name}: {who}", anchor=finding.anchor)


def progress(record: Record) -> Iterator[Entry]:
    """What meetings were told of findings."""
    if isinstance(record.kind, InspectionReport):
        for step in record.kind.progress:
            yield Entry(step.at.line, f"{step.finding or 'the report'}, at the meeting {step.meeting}")


def attachments(record: Record) -> Iterator[Entry]:
    """Files that are published with a paper."""
    if isinstance(record.kind, Paper):
        yield from (Entry(file.at.line, file.name) for file in record.kind.attachments)


def _words(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _WORDS else f"{words[: _WORDS - 1].rstrip()}…"
