"""The action log: what each meeting raises, and what later meetings say of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

from .days import FIRST_YEAR, month_year, months_away
from .prose import Prose
from .records import Action, Event, Item, Meeting

_OWNERS = (
    ("Constabulary",),
    ("OPCC",),
    ("Chief Constable",),
    ("Chief Constable",),
    ("Chief Executive",),
    ("Deputy Chief Constable",),
    ("Assistant Chief Constable",),
    ("Director of Finance and Resources",),
    ("Head of Policy",),
    ("Head of Business Development",),
    ("OPCC", "Constabulary"),
    ("Director of Finance and Resources", "Chief Finance Officer"),
)

_CLOSING = {
    "complete": " The action is now complete.",
    "superseded": " The action has been superseded by later work.",
    "withdrawn": " The action was no longer required.",
}

_Raised = dict[date, tuple[Action, ...]]
_Reviewed = dict[date, tuple[tuple[Action, Event], ...]]


def plan_log(meetings: Sequence[Meeting]) -> tuple[_Raised, _Reviewed]:
    """All actions by the day that raised them, and all events by the day that reported them."""
    actions = [action for meeting in meetings for action in _raise(meeting, meetings)]
    actions = _numbered(actions)
    reviews = _reviews(actions, meetings)
    raised: defaultdict[date, list[Action]] = defaultdict(list)
    reviewed: defaultdict[date, list[tuple[Action, Event]]] = defaultdict(list)
    for action in _with_events(actions, reviews, meetings):
        raised[action.day].append(action)
        for event in action.events:
            reviewed[event.day].append((action, event))
    days = [meeting.day for meeting in meetings]
    return {day: tuple(raised[day]) for day in days}, {day: tuple(reviewed[day]) for day in days}


def _raise(meeting: Meeting, meetings: Sequence[Meeting]) -> list[Action]:
    """About four actions, in the order in which the minutes print them."""
    rng = Random(f"actions {meeting.index}")
    reports = meeting.reports
    places = sorted((rng.randrange(len(reports)), rng.random()) for _ in range(rng.choice((3, 4, 4, 5))))
    return [_action(rng, meeting, reports[report], share, meetings) for report, share in places]


def _action(rng: Random, meeting: Meeting, item: Item, share: float, meetings: Sequence[Meeting]) -> Action:
    """An action after a paragraph between the first, which presents the report, and the last, its outcome."""
    assert item.subject is not None
    place = f"{item.label}.{2 + int(share * (item.paragraphs - 2))}"
    owners = rng.choice(_OWNERS)
    deed = Prose(rng, meeting.day, item.subject.matters, {}).fill("{deed}")
    return Action(
        series=meeting.day.year - (meeting.day.year - FIRST_YEAR) % 2,
        number=0,
        day=meeting.day,
        place=place,
        item=item,
        text=f"{rng.choice((' / ', ' and ')).join(owners)} to {deed}.",
        owners=owners,
        target=_target(rng, meeting, meetings),
        events=(),
        named=Random(f"named {meeting.index} {place}").random() < 0.15,
    )


def _target(rng: Random, meeting: Meeting, meetings: Sequence[Meeting]) -> str:
    """As a log prints it: the day of a later meeting, a month, a rhythm, or nothing."""
    choices = [
        "next Board meeting",
        "six-monthly",
        "",
        month_year(months_away(meeting.day, rng.randint(1, 6))),
    ]
    later = meetings[meeting.index + 1 : meeting.index + 5]
    if later:
        day = rng.choice(later).day
        numeric = f"{day:%d/%m/%Y}"
        choices = [day.isoformat(), numeric, numeric, f"{numeric} and on-going", *choices]
    return rng.choice(choices)


def _numbered(actions: Sequence[Action]) -> list[Action]:
    """Numbers run from 1 in each series."""
    last: Counter[int] = Counter()
    numbered = []
    for action in actions:
        last[action.series] += 1
        numbered.append(replace(action, number=last[action.series]))
    return numbered


def _reviews(actions: Sequence[Action], meetings: Sequence[Meeting]) -> list[list[int]]:
    """For each action the places in the archive of the meetings, none to three, that come back to it."""
    index = {meeting.day: meeting.index for meeting in meetings}
    reviews = []
    for action in actions:
        rng = Random(f"reviews {action.series} {action.number}")
        ahead = rng.sample(range(1, 8), rng.choice((0, 1, 1, 2, 2, 3)))
        reviews.append(
            [index[action.day] + step for step in sorted(ahead) if index[action.day] + step < len(meetings)]
        )
    return reviews


def _with_events(
    actions: Sequence[Action], reviews: Sequence[Sequence[int]], meetings: Sequence[Meeting]
) -> list[Action]:
    """Actions with their events, each at the paragraph that the meeting's minutes will give it."""
    reviewed: Counter[int] = Counter()
    complete = []
    for action, indexes in zip(actions, reviews, strict=True):
        rng = Random(f"events {action.series} {action.number}")
        events = []
        for index, status in zip(indexes, _statuses(rng, len(indexes)), strict=True):
            reviewed[index] += 1
            events.append(_event(rng, action, meetings[index], reviewed[index], status))
        complete.append(replace(action, events=tuple(events)))
    return complete


def _event(rng: Random, action: Action, meeting: Meeting, order: int, status: str) -> Event:
    """What a meeting was told of an action, which is the so-manieth that it reviewed."""
    assert action.item.subject is not None
    place = f"4.{order + 1}" if meeting.numbered_log else "4.1"
    update = Prose(rng, meeting.day, action.item.subject.matters, {}).say("update")
    return Event(meeting.day, place, update + _CLOSING.get(status, ""), status)


def _statuses(rng: Random, count: int) -> list[str]:
    """Most actions end complete; some updates state no status at all."""
    if not count:
        return []
    last = rng.choices(("complete", "ongoing", "open", "superseded", "withdrawn", ""), (60, 20, 5, 3, 2, 10))
    return [rng.choice(("open", "ongoing", "ongoing", "")) for _ in range(count - 1)] + last
