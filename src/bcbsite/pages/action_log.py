"""The action log: all actions, by number, status, owner, year or meeting."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bcbsite.archive.actions import NOT_CLEAR, NOT_STATED
from bcbsite.archive.addresses import (
    ACTIONS,
    actions_by_address,
    actions_of_group_address,
    meeting_address,
)
from bcbsite.archive.archive import Archive
from bcbsite.model.actions import ActionStatus
from bcbsite.pages.action_groups import GROUP, actions_filter, group_pages
from bcbsite.pages.actions import ActionLine, action_lines
from bcbsite.pages.charts import Chart
from bcbsite.pages.descriptions import of_log
from bcbsite.pages.lists import Filter, pages_of
from bcbsite.pages.log_pictures import log_charts
from bcbsite.pages.page import Page
from bcbsite.pages.words import bounded_name, day_in_words
from bcbsite.read.labels import Anchors, slugify

SHOWN = 200
"""How many actions the pages of the whole log show at most."""


@dataclass(frozen=True, slots=True)
class Group:
    """Actions under one heading of the register."""

    title: str
    anchor: str
    lines: tuple[ActionLine, ...]
    address: str | None = None
    """Of the page about what the heading names, or of the one that has the group alone."""
    is_shown: bool = True
    """Whether the page of all groups shows it; else it leads to the page of the address."""


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The whole log, in one of its orders."""

    groups: tuple[Group, ...]
    ways: tuple[tuple[str, str, bool], ...]
    """The orders: the name, the address, and whether it is this one."""
    charts: tuple[Chart, ...]
    """Pictures of the log, in the first of its orders."""
    unlogged: int
    """How many actions minutes have that are not in the log."""
    filter: Filter[ActionLine] | None
    """What the log can be filtered by, in the first of its orders."""

    @property
    def shown(self) -> tuple[Group, ...]:
        """The groups whose actions this page shows."""
        return tuple(group for group in self.groups if group.is_shown)

    @property
    def others(self) -> tuple[Group, ...]:
        """The groups that it only leads to."""
        return tuple(group for group in self.groups if not group.is_shown)


def action_log_pages(archive: Archive) -> Iterator[Page]:
    """The log in each of its orders."""
    lines = list(action_lines(archive))
    statuses = [line.status for line in lines]
    names = [(name, address) for name, address, _ in _WAYS]
    picked = actions_filter(archive, lines, _pages_of_years(archive, lines) if len(lines) > SHOWN else ())
    for name, address, groups_of in _WAYS:
        ways = tuple((other, at, at == address) for other, at in names)
        charts = tuple(log_charts(archive.actions, archive.as_at)) if address == ACTIONS else ()
        groups = tuple(_with_pages(groups_of(archive, lines), name, len(lines)))
        first = picked if address == ACTIONS else None
        view = RegisterView(groups, ways, charts, len(archive.raised.unlogged), first)
        title = "Action log" if address == ACTIONS else f"Action log by {name}"
        description = of_log(archive.board, statuses, name)
        yield Page(address, title, "actions.html", view, ACTIONS, description=description)
        yield from _pages_of_groups(archive, name, groups, picked)


def _pages_of_years(archive: Archive, lines: Sequence[ActionLine]) -> Iterator[str]:
    """The addresses of the pages that together have each action once."""
    for group in _with_pages(_by_year(archive, lines), "year", len(lines)):
        if group.address:
            yield from (address for address, *_ in pages_of(group.lines, group.address))


def _with_pages(groups: Iterable[Group], way: str, total: int) -> Iterator[Group]:
    """*groups*, each with an address. Of a long log only the newest group is shown, where *way* has one."""
    for n, group in enumerate(groups):
        own = actions_of_group_address(way, bounded_name(group.anchor.partition("-")[2]))
        address = group.address or own
        is_newest = n == 0 and way in _NEWEST_FIRST
        yield replace(group, address=address, is_shown=total <= SHOWN or is_newest)


def _pages_of_groups(
    archive: Archive, way: str, groups: Iterable[Group], picked: Filter[ActionLine]
) -> Iterator[Page]:
    for group in groups:
        if group.address and group.address.startswith(actions_by_address(way)):
            about = of_log(archive.board, [line.status for line in group.lines], f"{way}, {group.title}")
            title = f"Actions: {group.title}"
            first = Page(group.address, title, GROUP, None, ACTIONS, description=about)
            yield from group_pages(group.lines, first, picked if way == "year" else None)


def _by_series(archive: Archive, lines: Iterable[ActionLine]) -> Iterator[Group]:
    for id_, found in reversed(_grouped(lines, lambda line: [line.history.action.series]).items()):
        yield Group(archive.series.get(id_, f"Action log {id_}"), f"series-{slugify(id_)}", tuple(found))


def _by_status(_: Archive, lines: Iterable[ActionLine]) -> Iterator[Group]:
    found = _grouped(lines, lambda line: [line.status])
    for status in (*ActionStatus, NOT_CLEAR, NOT_STATED):
        if status in found:
            yield Group(status.capitalize(), f"status-{slugify(status)}", tuple(found[status]))


def _by_owner(archive: Archive, lines: Iterable[ActionLine]) -> Iterator[Group]:
    def owners(line: ActionLine) -> list[str]:
        return [owner.name for owner in line.history.action.owners] or ["No owner stated"]

    anchors = Anchors()
    for owner, found in sorted(_grouped(lines, owners).items()):
        anchor = anchors.give(f"owner-{slugify(owner) or 'other'}")
        yield Group(owner, anchor, tuple(found), archive.owners.find(owner))


def _by_year(_: Archive, lines: Iterable[ActionLine]) -> Iterator[Group]:
    for year, found in reversed(_grouped(lines, lambda line: [line.history.raised_on.year]).items()):
        yield Group(f"Raised in {year}", f"year-{year}", tuple(found))


def _by_meeting(_: Archive, lines: Iterable[ActionLine]) -> Iterator[Group]:
    for id_, found in reversed(_grouped(lines, lambda line: [line.history.action.raised.meeting]).items()):
        title = f"Raised on {day_in_words(found[0].history.raised_on)}"
        yield Group(title, f"meeting-{id_}", tuple(found), meeting_address(id_))


K = TypeVar("K", str, int)


def _grouped(
    lines: Iterable[ActionLine], keys: Callable[[ActionLine], Iterable[K]]
) -> dict[K, list[ActionLine]]:
    """*lines* by their keys; of the keys, the smallest first."""
    found: dict[K, list[ActionLine]] = {}
    for line in lines:
        for key in keys(line):
            found.setdefault(key, []).append(line)
    return dict(sorted(found.items()))


_NEWEST_FIRST = ("number", "year", "meeting")
_WAYS: tuple[tuple[str, str, Callable[[Archive, Sequence[ActionLine]], Iterator[Group]]], ...] = (
    ("number", ACTIONS, _by_series),
    ("status", actions_by_address("status"), _by_status),
    ("owner", actions_by_address("owner"), _by_owner),
    ("year", actions_by_address("year"), _by_year),
    ("meeting", actions_by_address("meeting"), _by_meeting),
)
"""The orders in which the register can be read."""
