"""People as the documents show them: where they are listed, and which name is whose."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bcbsite.archive.addresses import minutes_address, paper_address, person_address
from bcbsite.archive.mentions.names import fold_name
from bcbsite.model.meeting import Meeting
from bcbsite.model.people import Person
from bcbsite.model.reference import Listed


@dataclass(frozen=True, slots=True)
class Listing:
    """That a document lists a person. Listing is not presence."""

    meeting: Meeting
    listed_as: str
    """`member`, `in attendance`, `apologies`, `signed` or `contact officer`."""
    listed: Listed
    address: str
    """The document that lists them."""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person whom at least one public document lists."""

    person: Person
    address: str
    listings: tuple[Listing, ...]
    """In order of the meetings."""


class Names:
    """Finds whose name a document prints."""

    def __init__(self, people: Iterable[Person]) -> None:
        """*people* with their names and aliases."""
        found: dict[str, list[str]] = defaultdict(list)
        for person in people:
            for name in dict.fromkeys(map(fold_name, (person.name, *person.aliases))):
                found[name].append(person.id)
        self.ids = {name: tuple(ids) for name, ids in found.items()}
        """Those who have a name, by its folded form."""
        self._lengths = sorted({name.count(" ") + 1 for name in self.ids}, reverse=True)
        """How many words the names have, the most first."""

    def find(self, printed: str) -> str | None:
        """The id of the person; ranks before the name and capital letters make no difference.

        Nothing where nobody, or more than one person, has the name.
        """
        words = fold_name(printed).split(" ")
        # A first name or a rank alone is nobody's: a tail has two words, unless there is only one.
        shortest = min(2, len(words))
        tails = (" ".join(words[-n:]) for n in self._lengths if shortest <= n <= len(words))
        found = next((self.ids[tail] for tail in tails if tail in self.ids), ())
        return found[0] if len(found) == 1 else None


def listings(meetings: Iterable[Meeting]) -> Iterator[Listing]:
    """Every listing of a person in the documents of *meetings*."""
    for meeting in meetings:
        if minutes := meeting.minutes:
            groups: Mapping[str, tuple[Listed, ...]] = {
                "member": minutes.members,
                "in attendance": minutes.in_attendance,
                "apologies": minutes.apologies,
                "signed": (minutes.signed_by,) if minutes.signed_by else (),
            }
            for listed_as, people in groups.items():
                for listed in people:
                    yield Listing(meeting, listed_as, listed, minutes_address(meeting.id))
        for paper in meeting.papers:
            for listed in paper.contact_officers:
                address = paper_address(meeting.id, paper.slug)
                yield Listing(meeting, "contact officer", listed, address)


def people_records(
    people: Iterable[Person], names: Names, meetings: Iterable[Meeting], always: str | None
) -> tuple[PersonRecord, ...]:
    """Those of *people* whom a document lists, by surname; and the person with the id *always*."""
    found: dict[str, list[Listing]] = defaultdict(list)
    for listing in listings(meetings):
        if person_id := names.find(listing.listed.name):
            found[person_id].append(listing)
    records = (
        PersonRecord(person, person_address(person.id), tuple(found[person.id]))
        for person in people
        if person.id in found or person.id == always
    )
    return tuple(sorted(records, key=lambda r: (fold_name(r.person.name).split(" ")[::-1], r.person.id)))
