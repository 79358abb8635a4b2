"""Which feeds there are, and what is in each."""

from collections.abc import Iterable, Iterator

from bcbsite.archive.addresses import ACTIONS, DECISIONS, HOME, SECTION_55
from bcbsite.archive.archive import Archive
from bcbsite.exports.dates import Dates
from bcbsite.exports.feeds.atom import atom_of
from bcbsite.exports.feeds.entries import Entries
from bcbsite.exports.feeds.entry import Entry
from bcbsite.exports.feeds.inspections import inspection_entries
from bcbsite.exports.site import Site
from bcbsite.pages.actions import action_line, action_title
from bcbsite.pages.alternates import FEED
from bcbsite.pages.html import Html

NEWEST = 50
"""How many entries a feed has, the newest; the feed of an action has all."""


def feed_files(archive: Archive, site: Site) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of each feed."""
    writer = _Writer(archive, site)
    entries, name = Entries(archive), archive.board.name
    decisions = list(entries.decisions())
    actions = {h.action.id: list(entries.of_actions([h])) for h in archive.actions}
    inspections = list(inspection_entries(archive))
    of_actions = [entry for found in actions.values() for entry in found]
    everything = [*entries.documents(), *entries.meetings(), *decisions, *of_actions, *inspections]
    yield writer.file(HOME, f"{name}: all that is new", everything, NEWEST)
    yield writer.file(DECISIONS, f"{name}: decisions", decisions, NEWEST)
    yield writer.file(ACTIONS, f"{name}: actions", of_actions, NEWEST)
    yield writer.file(SECTION_55, f"{name}: inspections", inspections, NEWEST)
    for record in archive.topics:
        found = entries.of_topic(record, NEWEST)
        yield writer.file(record.address, f"{name}: {record.topic.title}", found, NEWEST)
    for history in archive.actions:
        title = f"{name}: {action_title(action_line(history))}"
        yield writer.file(history.address, title, actions[history.action.id])
    for post in archive.posts:
        owned = [entry for history in post.actions for entry in actions[history.action.id]]
        yield writer.file(post.address, f"{name}: actions of the {post.title}", owned, NEWEST)


class _Writer:
    def __init__(self, archive: Archive, site: Site) -> None:
        self._archive = archive
        self._site = site
        self._as_at = Dates(archive).newest
        self._written: dict[tuple[str, str], str] = {}

    def file(
        self, page: str, title: str, entries: Iterable[Entry], at_most: int | None = None
    ) -> tuple[str, bytes]:
        """The feed of the page at *page*, its newest entries first."""
        by_key = sorted(entries, key=lambda entry: entry.key)
        newest = sorted(by_key, key=lambda entry: entry.when.updated, reverse=True)[:at_most]
        return f"{page}{FEED}", atom_of(self._site, page, title, newest, as_at=self._as_at, html=self._html)

    def _html(self, entry: Entry, base: str) -> str:
        key = (entry.key, base)
        if key not in self._written:
            html = Html(self._archive.links, base, here=f"{base}{entry.page}")
            self._written[key] = str(html.blocks(entry.blocks))
        return self._written[key]
