"""People: the list, and a page a person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.addresses import PEOPLE, actions_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.mentions.marking import Mention
from bcbsite.archive.people import PersonRecord
from bcbsite.archive.posts import Holder, holders_of
from bcbsite.model.people import Post
from bcbsite.pages.action_groups import Few, all_pages, few_of
from bcbsite.pages.actions import ActionLine, action_line
from bcbsite.pages.descriptions import counted, span_of
from bcbsite.pages.page import Page
from bcbsite.pages.time_lines import Years, texts_by_address, time_line
from bcbsite.read.dates import count_of

SHOWN = 20
"""How many actions the page of an owner shows; where there are more, they have pages of their own."""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person, with the last post that the records show."""

    record: PersonRecord
    post: Post | None
    organisation: str | None
    """The name of the post's organisation."""
    years: str
    """Those in which documents show the person in that post."""


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Everyone whom a document lists."""

    people: tuple[PersonLine, ...]
    """By surname."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person, the posts that documents show, and where they are listed."""

    record: PersonRecord
    organisations: dict[str, str]
    """The name of each organisation by its id."""
    posts: tuple[tuple[Holder, str | None], ...]
    """The posts, with the address of each one's page."""
    years: Years
    """What each meeting has of the person."""
    actions: Few
    """Those that name the person as owner."""
    elsewhere: tuple[Mention, ...]
    """The places that name the person in what is no record of a meeting."""

    @property
    def jumps(self) -> list[tuple[str, str, int]]:
        """The name of each year, where it is, and how many meetings it has."""
        return [(str(year), f"#year-{year}", len(entries)) for year, entries in self.years]


def people_pages(archive: Archive) -> Iterator[Page]:
    """The list of people, and a page for each."""
    board = archive.board
    organisations = {organisation.id: organisation.name for organisation in board.organisations}
    description = (
        f"{count_of(archive.people, 'person', 'people')} in the records of the {board.name}, by surname."
    )
    held = {record.address: tuple(holders_of(record)) for record in archive.people}
    lines = tuple(_line(record, held[record.address], organisations) for record in archive.people)
    yield Page(PEOPLE, "People", "people.html", PeopleView(lines), PEOPLE, description=description)
    owned, texts = _owned(archive), texts_by_address(archive)
    for record in archive.people:
        name = record.person.name
        actions = [action_line(history) for history in owned.get(record.person.id, ())]
        mentions = archive.mentions.of.get(record.person.key, ())
        view = PersonView(
            record,
            organisations,
            tuple((holder, archive.owners.find(holder.post.post)) for holder in held[record.address]),
            time_line(record, mentions, actions, texts),
            few := few_of(actions, actions_address(record.address), SHOWN),
            tuple(mention for mention in mentions if not mention.source.meeting),
        )
        about = _description(archive, record, actions, mentions)
        yield Page(record.address, name, "person.html", view, PEOPLE, description=about)
        yield from all_pages(few, actions, f"Actions of {name}", PEOPLE, board.name)


def _line(record: PersonRecord, held: Sequence[Holder], organisations: Mapping[str, str]) -> PersonLine:
    if not held:
        return PersonLine(record, None, None, "")
    post, days = held[-1].post, held[-1].shown_on
    return PersonLine(record, post, organisations.get(post.organisation or ""), span_of(days) if days else "")


def _description(
    archive: Archive, record: PersonRecord, lines: Sequence[ActionLine], mentions: Sequence[Mention]
) -> str:
    """The post, and how often and when the records list and name the person."""
    post = f", {record.person.posts[-1].post}" if record.person.posts else ""
    days = [listing.meeting.day for listing in record.listings]
    held = counted(("meeting", set(days)), ("action", lines), ("mention", mentions))
    years = f", {span_of(days)}" if days else ""
    board = archive.board.name
    return f"{record.person.name}{post}, in the records of the {board}{years}: {held or 'not listed'}."


def _owned(archive: Archive) -> dict[str, list[ActionHistory]]:
    """The actions whose owner is a person by name, by the person's id."""
    owned: dict[str, list[ActionHistory]] = {}
    for history in archive.actions:
        for owner in history.action.owners:
            by_initials = archive.initials.person(owner.name, history.action.raised.meeting)
            if person := archive.names.find(owner.name) or by_initials:
                owned.setdefault(person, []).append(history)
    return owned
