"""Who held which post, from when to when, and who sat at a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .phrases import COUNTY, book
from .records import Archive, Meeting, Person, Post

ORGANISATIONS = {
    "OPCC": "Office of the Police and Crime Commissioner",
    "Constabulary": f"{COUNTY} Constabulary",
    "HMICFRS": "Her Majesty’s Inspectorate of Constabulary and Fire & Rescue Services",
    "fire-authority": f"{COUNTY} Fire Authority",
    "police-and-crime-panel": f"{COUNTY} Police and Crime Panel",
}

MEMBERS = (
    Post("Police and Crime Commissioner", "OPCC"),
    Post("Chief Constable", "Constabulary"),
    Post("Chief Executive", "OPCC"),
    Post("Director of Finance and Resources", "Constabulary"),
    Post("Chief Finance Officer", "OPCC"),
)

ATTENDING = (
    Post("Deputy Chief Constable", "Constabulary"),
    Post("Assistant Chief Constable", "Constabulary"),
    Post("Head of Policy", "OPCC"),
    Post("Head of Business Development", "OPCC"),
    Post("Head of Compliance", "OPCC"),
    Post("Director of Estates", "Constabulary"),
    Post("Strategic Accountant", "OPCC"),
    Post("Chief Constable’s Staff Officer", "Constabulary"),
    Post("Business Support Officer", "OPCC"),
)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there, and who was not."""

    members: tuple[Person, ...]
    attending: tuple[Person, ...]
    apologies: tuple[Person, ...]


def post_holders(first: date, last: date) -> tuple[Person, ...]:
    """People for every post without a gap from before the first meeting to the last."""
    rng = Random("people")
    names = _names(rng)
    return tuple(
        Person(next(names), post, start, end)
        for post in MEMBERS + ATTENDING
        for start, end in _terms(rng, first, last)
    )


def _names(rng: Random) -> Iterator[str]:
    """First names may come back, last names only after all have been used."""
    words = book("words")
    while True:
        for last in rng.sample(words["last_name"], len(words["last_name"])):
            yield f"{rng.choice(words['first_name'])} {last}"


def _terms(rng: Random, first: date, last: date) -> Iterator[tuple[date, date | None]]:
    start = first - timedelta(days=rng.randint(30, 900))
    while True:
        following = start + timedelta(days=rng.randint(1000, 2200))
        if following > last:
            yield start, None
            return
        yield start, following - timedelta(days=1)
        start = following


def attendance(archive: Archive, meeting: Meeting) -> Attendance:
    """The same answer whenever it is asked for the same meeting."""
    rng = Random(f"attendance {meeting.day}")
    absent = rng.sample(ATTENDING, rng.choice((0, 1, 1, 2)))
    present = [post for post in ATTENDING if post not in absent and rng.random() < 0.7]

    def holders(posts: tuple[Post, ...] | list[Post]) -> tuple[Person, ...]:
        return tuple(archive.holder(post.name, meeting.day) for post in posts)

    return Attendance(holders(MEMBERS), holders(present), holders(absent))


def role(person: Person) -> str:
    """The post as minutes print it, with its organisation."""
    return f"{person.post.name}, {ORGANISATIONS[person.post.organisation]}"
