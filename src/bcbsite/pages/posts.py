"""Posts and organisations: a list and a page of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.addresses import ORGANISATIONS, PEOPLE, POSTS
from bcbsite.archive.archive import Archive
from bcbsite.archive.posts import OrganisationRecord, PostRecord
from bcbsite.pages.actions import ActionLine, action_line
from bcbsite.pages.page import Page


@dataclass(frozen=True, slots=True)
class ListView:
    """The list of posts, or of organisations."""

    about: str
    entries: tuple[tuple[str, str], ...]
    """The name and address of each."""


@dataclass(frozen=True, slots=True)
class HoldersView:
    """A post or an organisation: who held it or was in it, and its actions."""

    record: PostRecord | OrganisationRecord
    index: str
    """The address of the list it is in."""
    index_title: str
    organisations: dict[str, str]
    """The name of each organisation by its id."""
    actions: tuple[ActionLine, ...]


def post_pages(archive: Archive) -> Iterator[Page]:
    """The list of posts, and a page for each."""
    entries = tuple((post.title, post.address) for post in archive.posts)
    view = ListView("The posts that the published documents show, as they print them.", entries)
    yield Page(POSTS, "Posts", "list.html", view, PEOPLE, description=view.about)
    for post in archive.posts:
        yield _holders_page(archive, post, post.title, POSTS, "Posts")


def organisation_pages(archive: Archive) -> Iterator[Page]:
    """The list of organisations, and a page for each."""
    entries = tuple((record.organisation.name, record.address) for record in archive.organisations)
    view = ListView("The organisations that the records name.", entries)
    yield Page(ORGANISATIONS, "Organisations", "list.html", view, PEOPLE, description=view.about)
    for record in archive.organisations:
        yield _holders_page(archive, record, record.organisation.name, ORGANISATIONS, "Organisations")


def _holders_page(
    archive: Archive, record: PostRecord | OrganisationRecord, title: str, index: str, index_title: str
) -> Page:
    names = {organisation.id: organisation.name for organisation in archive.board.organisations}
    lines = tuple(action_line(history) for history in record.actions)
    view = HoldersView(record, index, index_title, names, lines)
    description = f"{title}: people in the records of the {archive.board.name}, and actions."
    return Page(record.address, title, "holders.html", view, PEOPLE, description=description)
