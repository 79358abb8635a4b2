"""Which meetings there are and what is on their agendas; and from that the whole plan of an archive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from .actions import plan_log
from .days import financial_month, financial_year, meeting_days, month_year, months_away, ordinal
from .people import post_holders
from .records import Archive, Item, Kind, Meeting, Subject
from .subjects import MONITORING, SUBJECTS, VERBAL

PAPERS = 6
"""How many papers a meeting has."""

_LOCATIONS = (
    "HQ, Conference Room 1",
    "HQ, Conference Room 3",
    "Via Microsoft Teams",
    "County Hall, Committee Room 2",
)
_TIMES = ("10:00", "11:45", "13:30", "14:00", "15:00")
_PARENTS = ("Delivery of the Police and Crime Plan", "Strategic Updates", "Scrutiny and Assurance")


def plan_archive(count: int) -> Archive:
    """An archive of so many meetings."""
    days = meeting_days(count)
    meetings = tuple(_meeting(days, index) for index in range(count))
    raised, reviewed = plan_log(meetings)
    return Archive(meetings, post_holders(days[0], days[-1]), raised, reviewed)


def _meeting(days: list[date], index: int) -> Meeting:
    rng = Random(f"meeting {index}")
    items = tuple(_items(rng, days, index))
    return Meeting(index, days[index], rng.choice(_TIMES), rng.choice(_LOCATIONS), items, rng.random() < 0.3)


def _items(rng: Random, days: list[date], index: int) -> Iterator[Item]:
    yield Item("welcome", "1", "Welcome and Apologies")
    yield Item("interests", "2", "Declarations of Interest")
    yield Item("approval", "3", _approval_title(days, index))
    yield Item("log", "4", "Business Co-ordination Board Action Log")
    reports = list(_reports(rng, days[index]))
    yield from reports
    tail: list[tuple[Kind, str]] = [("business", "Any Other Business"), ("next", "Date of Next Meeting")]
    if rng.random() < 0.7:
        tail.insert(0, ("verbal", f"{rng.choice(VERBAL)} (Verbal update)"))
    number = int(reports[-1].label.partition(".")[0])
    for place, (kind, title) in enumerate(tail, start=number + 1):
        yield Item(kind, str(place), title, rng.choice(SUBJECTS), paragraphs=2)


def _approval_title(days: list[date], index: int) -> str:
    if index == 0:
        return "To approve minutes of the previous meeting"
    previous = ordinal(days[index - 1])
    return f"To approve minutes of the Business Co-ordination Board meeting held on the {previous}"


def _reports(rng: Random, day: date) -> Iterator[Item]:
    """Six reports: each an item of its own, or two of them sub-items of one."""
    subjects = [MONITORING, *rng.sample(SUBJECTS, PAPERS - 1)]
    rng.shuffle(subjects)
    paired = rng.choice((None, rng.randrange(PAPERS - 1)))
    number = 4
    for place, subject in enumerate(subjects):
        if paired is None or place not in (paired, paired + 1):
            number += 1
            yield _report(rng, str(number), subject, day)
            continue
        if place == paired:
            number += 1
            yield Item("parent", str(number), rng.choice(_PARENTS))
        yield _report(rng, f"{number}.{place - paired + 1}", subject, day)


def _report(rng: Random, label: str, subject: Subject, day: date) -> Item:
    return Item("report", label, _report_title(rng, subject, day), subject, rng.randint(3, 6))


def _report_title(rng: Random, subject: Subject, day: date) -> str:
    before = months_away(day, -1)
    if subject is MONITORING:
        return f"{subject.name} Month {financial_month(before)} {financial_year(before)}"
    quarter = (financial_month(day) - 1) // 3 + 1
    dash = "" if "–" in subject.name else " –"
    return subject.name + rng.choice(
        (
            f"{dash} Update {month_year(day)}",
            f"{dash} Progress Report {month_year(day)}",
            f"{dash} Quarter {quarter} {financial_year(day)}",
            f"{dash} Six Month Review to {month_year(before)}",
        )
    )
