"""Posts and organisations: a list and a page of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bcbsite.archive.addresses import ORGANISATIONS, PEOPLE, POSTS, actions_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.posts import Holder, OrganisationRecord, PostRecord, fold
from bcbsite.pages.action_groups import Few, all_pages, few_of
from bcbsite.pages.actions import action_line
from bcbsite.pages.descriptions import counted, span_of
from bcbsite.pages.page import Page
from bcbsite.pages.people import SHOWN
from bcbsite.read.dates import count_of

_NAMED = 5


@dataclass(frozen=True, slots=True)
class ListView:
    """The list of posts, or of organisations."""

    about: str
    entries: tuple[tuple[str, str, str], ...]
    """The name and address of each, and of a post who held it."""


@dataclass(frozen=True, slots=True)
class Span:
    """That a person is known to have held a post."""

    holder: Holder
    address: str
    """Of the post's page."""
    days: tuple[date, ...]
    """The first and the last, where known, and those on which documents show it."""

    @property
    def years(self) -> str:
        """`2016 to 2021`, as far as it is known."""
        return span_of(self.days) or "Date not known"


@dataclass(frozen=True, slots=True)
class HoldersView:
    """A post or an organisation: who held it or was in it, and its actions."""

    record: PostRecord | OrganisationRecord
    organisations: dict[str, str]
    """The name of each organisation by its id."""
    office: tuple[Span, ...]
    """Of a post: who held it, oldest first, also under other names of the same office."""
    actions: Few


def post_pages(archive: Archive) -> Iterator[Page]:
    """The list of posts, and a page for each."""
    entries = tuple((post.title, post.address, _held_by(post)) for post in archive.posts)
    view = ListView("The posts that the published documents show, as they print them.", entries)
    yield _list_page(archive, POSTS, "Posts", view)
    offices: dict[str, list[Span]] = {}
    office = {post.address: office_of(post.title, archive.board.area) for post in archive.posts}
    for post in archive.posts:
        spans = offices.setdefault(office[post.address], [])
        spans += [_span(holder, post) for holder in post.holders]
    for post in archive.posts:
        spans = sorted(offices[office[post.address]], key=lambda span: span.days or (date.max,))
        yield from _holders_pages(archive, post, post.title, tuple(spans))


def organisation_pages(archive: Archive) -> Iterator[Page]:
    """The list of organisations, and a page for each."""
    entries = tuple((record.organisation.name, record.address, "") for record in archive.organisations)
    view = ListView("The organisations that the records name.", entries)
    yield _list_page(archive, ORGANISATIONS, "Organisations", view)
    for record in archive.organisations:
        yield from _holders_pages(archive, record, record.organisation.name)


# “Acting Chief Constable”, “Temporary Chief Constable”
_FOR_A_TIME = re.compile(r"^(?:acting|interim|temporary)\s+", re.IGNORECASE)


def office_of(title: str, area: str) -> str:
    """What the titles of one office have in common: *title* without *Acting* and without *for* the area."""
    return fold(_FOR_A_TIME.sub("", title)).removesuffix(fold(f"for {area}")).strip()


def _span(holder: Holder, post: PostRecord) -> Span:
    days = (holder.post.since, *holder.shown_on, holder.post.until)
    return Span(holder, post.address, tuple(day for day in days if day))


def _held_by(post: PostRecord) -> str:
    return ", ".join(dict.fromkeys(holder.record.person.name for holder in post.holders))


def _list_page(archive: Archive, address: str, title: str, view: ListView) -> Page:
    names = ", ".join(name for name, *_ in view.entries[:_NAMED]) or "none yet"
    more = " …" if view.entries[_NAMED:] else "."
    description = f"{title} in the records of the {archive.board.name} ({len(view.entries)}): {names}{more}"
    return Page(address, title, "list.html", view, PEOPLE, description=description)


def _holders_pages(
    archive: Archive, record: PostRecord | OrganisationRecord, title: str, office: tuple[Span, ...] = ()
) -> Iterator[Page]:
    names = {organisation.id: organisation.name for organisation in archive.board.organisations}
    lines = tuple(action_line(history) for history in record.actions)
    few = few_of(lines, actions_address(record.address), SHOWN)
    view = HoldersView(record, names, office, few)
    people = {holder.record.person.id for holder in record.holders}
    held = counted(("action", lines)) or "no action read"
    who = count_of(people, "person", "people")
    description = f"{title}: {who} and {held} in the records of the {archive.board.name}."
    yield Page(record.address, title, "holders.html", view, PEOPLE, description=description)
    yield from all_pages(few, lines, f"Actions of {title}", PEOPLE, archive.board.name)
