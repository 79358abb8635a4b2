"""People: the list, and a page a person."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.addresses import PEOPLE
from bcbsite.archive.archive import Archive
from bcbsite.archive.people import PersonRecord
from bcbsite.pages.page import Page


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Everyone whom a document lists."""

    people: tuple[PersonRecord, ...]
    """By surname."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person, the posts that documents show, and where they are listed."""

    record: PersonRecord
    organisations: dict[str, str]
    """The name of each organisation by its id."""


def people_pages(archive: Archive) -> Iterator[Page]:
    """The list of people, and a page for each."""
    board = archive.board
    organisations = {organisation.id: organisation.name for organisation in board.organisations}
    description = f"The people whom the records of the {board.name} list."
    yield Page(PEOPLE, "People", "people.html", PeopleView(archive.people), PEOPLE, description=description)
    for record in archive.people:
        name = record.person.name
        description = f"{name}: posts, and the documents of the {board.name} that list them."
        view = PersonView(record, organisations)
        yield Page(record.address, name, "person.html", view, PEOPLE, description=description)
