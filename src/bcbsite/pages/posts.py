"""Posts and organisations: a list and a page of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.addresses import ORGANISATIONS, PEOPLE, POSTS
from bcbsite.archive.archive import Archive
from bcbsite.archive.posts import OrganisationRecord, PostRecord
from bcbsite.pages.actions import ActionLine, action_line
from bcbsite.pages.descriptions import counted
from bcbsite.pages.page import Page
from bcbsite.read.dates import count_of

_NAMED = 5


@dataclass(frozen=True, slots=True)
class ListView:
    """The list of posts, or of organisations."""

    about: str
    entries: tuple[tuple[str, str, str], ...]
    """The name and address of each, and of a post who held it."""


@dataclass(frozen=True, slots=True)
class HoldersView:
    """A post or an organisation: who held it or was in it, and its actions."""

    record: PostRecord | OrganisationRecord
    organisations: dict[str, str]
    """The name of each organisation by its id."""
    actions: tuple[ActionLine, ...]


def post_pages(archive: Archive) -> Iterator[Page]:
    """The list of posts, and a page for each."""
    entries = tuple((post.title, post.address, _held_by(post)) for post in archive.posts)
    view = ListView("The posts that the published documents show, as they print them.", entries)
    yield _list_page(archive, POSTS, "Posts", view)
    for post in archive.posts:
        yield _holders_page(archive, post, post.title)


def organisation_pages(archive: Archive) -> Iterator[Page]:
    """The list of organisations, and a page for each."""
    entries = tuple((record.organisation.name, record.address, "") for record in archive.organisations)
    view = ListView("The organisations that the records name.", entries)
    yield _list_page(archive, ORGANISATIONS, "Organisations", view)
    for record in archive.organisations:
        yield _holders_page(archive, record, record.organisation.name)


def _held_by(post: PostRecord) -> str:
    return ", ".join(dict.fromkeys(holder.record.person.name for holder in post.holders))


def _list_page(archive: Archive, address: str, title: str, view: ListView) -> Page:
    names = ", ".join(name for name, *_ in view.entries[:_NAMED]) or "none yet"
    more = " …" if view.entries[_NAMED:] else "."
    description = f"{title} in the records of the {archive.board.name} ({len(view.entries)}): {names}{more}"
    return Page(address, title, "list.html", view, PEOPLE, description=description)


def _holders_page(archive: Archive, record: PostRecord | OrganisationRecord, title: str) -> Page:
    names = {organisation.id: organisation.name for organisation in archive.board.organisations}
    lines = tuple(action_line(history) for history in record.actions)
    view = HoldersView(record, names, lines)
    people = {holder.record.person.id for holder in record.holders}
    held = counted(("action", lines)) or "no action read"
    who = count_of(people, "person", "people")
    description = f"{title}: {who} and {held} in the records of the {archive.board.name}."
    return Page(record.address, title, "holders.html", view, PEOPLE, description=description)
