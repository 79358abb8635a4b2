"""Posts and organisations as the documents show them, and which names are whose."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.addresses import organisation_address, post_address
from bcbsite.archive.mentions.names import fold_name
from bcbsite.archive.people import Names, PersonRecord
from bcbsite.model.board import Organisation
from bcbsite.model.people import Post
from bcbsite.read.labels import slugify


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in a post."""

    record: PersonRecord
    post: Post
    shown_on: tuple[date, ...]
    """The days on which a document shows the person in the post, oldest first."""

    def held_on(self, day: date) -> bool:
        """Whether the records say that the person held the post on *day*."""
        if day in self.shown_on:
            return True
        since, until = self.post.since, self.post.until
        return bool(since and since <= day and (until is None or day <= until))


def holders_of(record: PersonRecord) -> list[Holder]:
    """*record* in each of the person's posts, with the days of the meetings whose documents list them so."""
    roles = sorted(
        (f"{fold(listing.listed.role)},", listing.meeting.day)
        for listing in record.listings
        if listing.listed.role
    )
    shown = {title: _shown_on(title, roles) for title in {fold(post.post) for post in record.person.posts}}
    return [Holder(record, post, _with(shown[fold(post.post)], post.on)) for post in record.person.posts]


def _shown_on(title: str, roles: Sequence[tuple[str, date]]) -> tuple[date, ...]:
    """The days of those of *roles*, which are sorted, that are *title* or go on after it with a comma."""
    # They stand together: in the order of characters the hyphen comes after the comma.
    first, last = (bisect_left(roles, title + sign, key=itemgetter(0)) for sign in ",-")
    return tuple(sorted({day for _, day in roles[first:last]}))


def _with(days: tuple[date, ...], others: Sequence[date]) -> tuple[date, ...]:
    return tuple(sorted({*days, *others})) if others else days


@dataclass(frozen=True, slots=True)
class PostRecord:
    """A post: who held it, and the actions that it owns."""

    title: str
    """As printed; spellings that have the same address are one post."""
    address: str
    holders: tuple[Holder, ...]
    actions: tuple[ActionHistory, ...]


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """An organisation: whose posts are in it, and the actions that it owns."""

    organisation: Organisation
    address: str
    holders: tuple[Holder, ...]
    actions: tuple[ActionHistory, ...]


def fold(name: str) -> str:
    """*name* for comparison, as a reader sees it: case, and `&` for *and*, make no difference."""
    return fold_name(name.replace("&", " and "))


def post_records(people: Iterable[PersonRecord], actions: Iterable[ActionHistory]) -> tuple[PostRecord, ...]:
    """The posts that people who have a page held, by title."""
    holders: dict[str, list[Holder]] = {}
    for record in people:
        for holder in holders_of(record):
            holders.setdefault(slugify(fold(holder.post.post)) or "post", []).append(holder)
    owned = _by_owner(actions)
    return tuple(_post(slug, found, owned) for slug, found in sorted(holders.items()))


def _post(slug: str, holders: list[Holder], owned: Mapping[str, list[ActionHistory]]) -> PostRecord:
    titles = sorted({fold(holder.post.post) for holder in holders})
    actions = tuple(history for title in titles for history in owned.get(title, ()))
    return PostRecord(holders[0].post.post, post_address(slug), tuple(holders), actions)


def organisation_records(
    organisations: Iterable[Organisation], people: Iterable[PersonRecord], actions: Iterable[ActionHistory]
) -> tuple[OrganisationRecord, ...]:
    """Every organisation of the board, in its order."""
    holders: dict[str, list[Holder]] = {}
    for record in people:
        for holder in holders_of(record):
            if holder.post.organisation:
                holders.setdefault(holder.post.organisation, []).append(holder)
    owned = _by_owner(actions)
    return tuple(
        OrganisationRecord(
            organisation,
            organisation_address(slugify(organisation.id)),
            tuple(holders.get(organisation.id, ())),
            tuple(history for name in _names(organisation) for history in owned.get(name, ())),
        )
        for organisation in organisations
    )


def _names(organisation: Organisation) -> list[str]:
    """What an action's owner can be called by; each once."""
    return sorted({fold(name) for name in (organisation.id, organisation.name, *organisation.aliases)})


def _by_owner(actions: Iterable[ActionHistory]) -> Mapping[str, list[ActionHistory]]:
    owned: dict[str, list[ActionHistory]] = {}
    for history in actions:
        for owner in history.action.owners:
            owned.setdefault(fold(owner.name), []).append(history)
    return owned


class Owners:
    """Finds the page of an action's owner."""

    def __init__(
        self,
        posts: Iterable[PostRecord],
        organisations: Iterable[OrganisationRecord],
        people: Iterable[PersonRecord],
        names: Names,
    ) -> None:
        """Take the records that have pages, and whose names are whose."""
        self._holders = {fold(h.post.post): record.holders for record in posts for h in record.holders}
        self._addresses = {fold(h.post.post): record.address for record in posts for h in record.holders}
        for record in organisations:
            self._addresses |= dict.fromkeys(_names(record.organisation), record.address)
        self._people = {record.person.id: record.address for record in people}
        self._names = names

    def find(self, owner: str) -> str | None:
        """The address of the post, organisation or person that *owner* names, if it has a page."""
        return self._addresses.get(fold(owner)) or self.page_of_person(self._names.find(owner))

    def page_of_person(self, id_: str | None) -> str | None:
        """The address of a person's page, or None where the person has none."""
        return self._people.get(id_ or "")

    def held_by(self, owner: str, day: date) -> tuple[PersonRecord, ...]:
        """Those whom the records show in the post *owner* on *day*."""
        holders = self._holders.get(fold(owner), ())
        found = {holder.record.person.id: holder.record for holder in holders if holder.held_on(day)}
        return tuple(found.values())
