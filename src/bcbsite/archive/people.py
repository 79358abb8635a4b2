"""People as the documents show them: where they are listed, and which name is whose."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bcbsite.archive.addresses import minutes_address, paper_address, person_address
from bcbsite.archive.mentions.names import fold_name
from bcbsite.model.board import Board
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.people import Person
from bcbsite.model.reference import Listed
from bcbsite.read.names import initials_of, is_initials, is_post
from bcbsite.text.fold import folded


@dataclass(frozen=True, slots=True)
class Listing:
    """That a document lists a person. Listing is not presence."""

    meeting: Meeting
    listed_as: str
    """`member`, `present`, `in attendance`, `apologies`, `signed` or `contact officer`."""
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
                    yield Listing(
                        meeting, _as_printed(listed_as, listed), listed, minutes_address(meeting.id)
                    )
        for paper in meeting.papers:
            for listed in paper.contact_officers:
                address = paper_address(meeting.id, paper.slug)
                yield Listing(meeting, "contact officer", listed, address)


def _as_printed(listed_as: str, listed: Listed) -> str:
    """`present` where the text has a list of those present, which does not call them members."""
    is_read = listed_as == "member" and listed.under is not None
    return "present" if is_read and "member" not in folded(listed.under or "").casefold() else listed_as


def by_initials(minutes: Minutes) -> Mapping[str, Listed]:
    """The people whom *minutes* list, by initials that belong to one of them alone.

    Those printed beside a name count before those that a name has, which `CC` and the like never are.
    """
    people = (*minutes.members, *minutes.in_attendance, *minutes.apologies)
    printed = _of_one_alone((one.initials.replace(".", ""), one) for one in people if one.initials)
    implied = _of_one_alone((initials_of(one.name), one) for one in people if not one.initials)
    stated = {one.initials.replace(".", "") for one in people if one.initials}
    return printed | {
        initials: one for initials, one in implied.items() if initials not in stated and not is_post(initials)
    }


def _of_one_alone(pairs: Iterable[tuple[str, Listed]]) -> dict[str, Listed]:
    found: dict[str, dict[str, Listed]] = {}
    for initials, one in pairs:
        found.setdefault(initials, {}).setdefault(fold_name(one.name), one)
    return {
        initials: next(iter(each.values()))
        for initials, each in found.items()
        if len(initials) > 1 and len(each) == 1
    }


class Initials:
    """Finds whom the initials of an action's owner mean at the meeting that raised it."""

    def __init__(self, meetings: Iterable[Meeting], names: Names) -> None:
        """*meetings*, with whose minutes list people, and the *names* of people who are known."""
        self._minutes = {meeting.id: meeting.minutes for meeting in meetings if meeting.minutes}
        self._names = names
        self._known: dict[str, Mapping[str, Listed]] = {}

    def find(self, letters: str, meeting: str) -> Listed | None:
        """Whom the minutes of *meeting* list with the initials *letters*, if it is one person alone."""
        minutes = self._minutes.get(meeting)
        if minutes is None or not is_initials(letters):
            return None
        if meeting not in self._known:
            self._known[meeting] = by_initials(minutes)
        return self._known[meeting].get(letters.replace(".", ""))

    def person(self, letters: str, meeting: str) -> str | None:
        """The id of that person, where people.yaml has them."""
        listed = self.find(letters, meeting)
        return self._names.find(listed.name) if listed else None


def has_page(person: Person, board: Board) -> bool:
    """Whether *person* may have a page: as people.yaml says, else by the posts."""
    if person.page is not None:
        return person.page
    terms = "|".join(re.escape(folded(term)) for term in board.posts_without_page)
    if not terms or not person.posts:
        return True
    of_no_page = re.compile(rf"\b(?:{terms})\b", re.IGNORECASE)
    return not all(of_no_page.search(folded(post.post)) for post in person.posts)


def people_records(
    people: Iterable[Person], names: Names, meetings: Iterable[Meeting], board: Board
) -> tuple[PersonRecord, ...]:
    """Those of *people* who have a page, by surname: whom a document lists, and the commissioner."""
    found: dict[str, list[Listing]] = defaultdict(list)
    for listing in listings(meetings):
        if person_id := names.find(listing.listed.name):
            found[person_id].append(listing)
    records = (
        PersonRecord(person, person_address(person.id), tuple(found[person.id]))
        for person in people
        if person.id == board.commissioner or (person.id in found and has_page(person, board))
    )
    return tuple(sorted(records, key=lambda r: (fold_name(r.person.name).split(" ")[::-1], r.person.id)))
