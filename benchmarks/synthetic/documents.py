"""The bodies of agendas and minutes."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from .days import ordinal
from .people import attendance
from .prose import Prose
from .records import Action, Archive, Event, Item, Meeting, Person

_EXCHANGES = (
    ("ask", "answer", "talk"),
    ("ask", "answer", "answer"),
    ("ask", "answer"),
    ("talk", "talk", "answer"),
    ("talk", "ask", "answer", "talk"),
    ("talk", "talk"),
    ("ask", "answer", "ask", "answer"),
    ("talk", "answer", "talk", "talk"),
)

_LABELS = ("{}.", "{}.", "{}.", "{}.0", "{}")
_NO_INTERESTS = ("There were no declarations of interest.", "No declarations of interest were made.")
_APPROVALS = (
    "The Board approved the minutes of the meeting held on the {} as a true record.",
    "The minutes of the meeting held on the {} were agreed and signed by the Chairman.",
    "The Board agreed the minutes of the meeting held on the {} as a true record of the meeting.",
)


def agenda_body(meeting: Meeting) -> str:
    """Headings, and who reports on each."""
    rng = Random(f"agenda {meeting.index}")
    style = rng.choice(_LABELS)
    blocks = []
    for item in meeting.items:
        blocks.append(_heading(item, style))
        if item.kind in ("report", "verbal") and item.subject:
            blocks.append(f"Report from: {item.subject.author}")
        if item.kind == "report" and item.subject and rng.random() < 0.6:
            blocks.append(Prose(rng, meeting.day, item.subject.matters, {}).say("summary"))
    return "\n\n".join(blocks) + "\n"


def minutes_body(archive: Archive, meeting: Meeting) -> str:
    """All items in order, with actions after the paragraphs that raise them."""
    writer = _Minutes(archive, meeting)
    return "\n\n".join(block for item in meeting.items for block in writer.item(item)) + "\n"


class _Minutes:
    """Writes the minutes of one meeting."""

    def __init__(self, archive: Archive, meeting: Meeting) -> None:
        self.archive = archive
        self.meeting = meeting
        self.rng = Random(f"minutes {meeting.index}")
        self.style = self.rng.choice(_LABELS)

    def item(self, item: Item) -> Iterator[str]:
        """The heading and everything under it."""
        yield _heading(item, self.style)
        if item.kind == "report":
            yield from self._report(item)
        elif item.kind == "verbal":
            prose = self._prose(item)
            yield f"{item.label}.1 {prose.paragraph(('told', 'talk'))}"
            yield f"{item.label}.2 {prose.say('heard')}"
        elif item.kind == "log":
            yield from self._log()
        elif item.kind != "parent":
            yield self._formality(item)

    def _formality(self, item: Item) -> str:
        """The one paragraph of an item that no paper is written for."""
        if item.kind == "business":
            return "There was no further business discussed."
        texts = {
            "welcome": lambda: _apologies(attendance(self.archive, self.meeting).apologies),
            "interests": lambda: self.rng.choice(_NO_INTERESTS),
            "approval": self._approval,
            "next": self._next,
        }
        return f"{item.label}.1 {texts[item.kind]()}"

    def _approval(self) -> str:
        if self.meeting.index == 0:
            return "There were no minutes to approve, as this was the first meeting of the Board."
        return self.rng.choice(_APPROVALS).format(ordinal(self.archive.meetings[self.meeting.index - 1].day))

    def _next(self) -> str:
        following = self.archive.meetings[self.meeting.index + 1 : self.meeting.index + 2]
        if not following:
            return "The date of the next meeting is to be confirmed."
        return f"The next scheduled Board is {ordinal(following[0].day)}."

    def _log(self) -> Iterator[str]:
        reviewed = self.archive.reviewed[self.meeting.day]
        if not reviewed:
            yield "4.1 There were no updates to the actions on the log."
            return
        yield "4.1 The Board reviewed the actions as follows:"
        for number, (action, event) in enumerate(reviewed, start=2):
            yield from _reviewed(action, event, f"4.{number}" if self.meeting.numbered_log else "")

    def _report(self, item: Item) -> Iterator[str]:
        prose = self._prose(item)
        actions = [action for action in self.archive.raised[self.meeting.day] if action.item is item]
        lead = self.rng.choice(("", "", "- "))
        for number in range(1, item.paragraphs):
            place = f"{item.label}.{number}"
            kinds = ("presented", "talk") if number == 1 else self.rng.choice(_EXCHANGES)
            yield f"{lead}{place} {prose.paragraph(kinds)}"
            yield from (_raised(action) for action in actions if action.place == place)
            if number == 1 and self.rng.random() < 0.4:
                lead = ""
                yield f"{prose.say('lead_in')}\n\n{prose.bullets(self.rng.randint(3, 5))}"
        yield self._outcome(prose, f"{lead}{item.label}.{item.paragraphs}")

    def _outcome(self, prose: Prose, label: str) -> str:
        """Mostly a numbered sentence; sometimes a labelled paragraph."""
        chance = self.rng.random()
        if chance < 0.05:
            return "Resolved: To note the report"
        if chance < 0.1:
            return f"Decision: {prose.fill('To approve the arrangements for {matter}')}"
        if chance < 0.13:
            return (
                f"Agreed:\n\n- To note the report\n- {prose.fill('To {verb} the arrangements for {matter}')}"
            )
        return f"{label} {prose.say('outcome')}"

    def _prose(self, item: Item) -> Prose:
        """Speaks of the item's subject, of one other item and of one earlier meeting."""
        assert item.subject is not None
        earlier = self.archive.meetings[max(0, self.meeting.index - 6) : self.meeting.index]
        others = [other.label for other in self.meeting.reports if other is not item and other.depth == 2]
        facts = {
            "author": item.subject.author,
            "earlier": f"the meeting held on the {ordinal(self.rng.choice(earlier).day)}"
            if earlier
            else "the outset",
            "other_item": f"{self.rng.choice(others)}.0",
        }
        return Prose(self.rng, self.meeting.day, item.subject.matters, facts)


def _heading(item: Item, style: str) -> str:
    label = item.label if item.depth == 3 else style.format(item.label)
    return f"{'#' * item.depth} {label} {item.title}"


def _apologies(people: tuple[Person, ...]) -> str:
    if not people:
        return "There were no apologies for absence."
    named = (f"{person.name}, {person.post.name}" for person in people)
    return f"Apologies were received from {' and '.join(named)}."


def _raised(action: Action) -> str:
    return f"Action {action.printed}: {action.text}" if action.named else f"Action: {action.text}"


def _reviewed(action: Action, event: Event, label: str) -> Iterator[str]:
    """The action, its text and its update: numbered paragraphs, or parts of one list item."""
    indent = "" if label else "    "
    cited = f"Action no. {action.printed}, Agenda Item {action.place}, {ordinal(action.day)}"
    yield f"{label or '-'} {cited} – {action.item.title}"
    yield indent + action.text
    yield f"{indent}**Update:** {event.update}"
