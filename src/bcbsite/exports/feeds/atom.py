"""Entries become an Atom feed."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from feedgenerator import Atom1Feed

from bcbsite.exports.feeds.entry import Entry
from bcbsite.exports.site import Site

# What XML 1.0 cannot hold: https://www.w3.org/TR/xml/#charsets.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class _Feed(Atom1Feed):  # type: ignore[misc]
    def latest_post_date(self) -> datetime:
        """When the newest entry changed; the library would ask the clock where there is none."""
        found: datetime = super().latest_post_date() if self.items else self.feed["as_at"]
        return found


def atom_of(
    site: Site,
    page: str,
    title: str,
    entries: Iterable[Entry],
    *,
    as_at: datetime,
    html: Callable[[Entry, str], str],
) -> bytes:
    """The feed of the page at the address *page*.

    *as_at* is its date where it has no entries; *html* gives the text of an entry, for links that begin at
    a base. Where the site does not know its address, links are relative to the feed's own.
    """
    file = f"{page}feed.xml"
    base, licence = site.link_base(file), site.board.licence
    rights = " ".join(filter(None, (licence.name, licence.url))) if licence else None
    about: dict[str, Any] = {
        "feed_url": f"{base}{file}",
        "feed_guid": site.id(file),
        "author_name": _clean(site.board.name),
        "feed_copyright": rights,
        "subtitle": _clean(site.board.notice) if site.board.notice else None,
        "as_at": as_at,
    }
    feed = _Feed(_clean(title), f"{base}{page}" or "./", None, language="en-GB", **about)
    for entry in entries:
        feed.add_item(
            _clean(entry.title),
            f"{base}{entry.address}",
            None,
            unique_id=site.id(entry.key),
            pubdate=entry.when.published,
            updateddate=entry.when.updated,
            content=_clean(html(entry, base)),
        )
    written: str = feed.writeString("utf-8")
    return written.encode()


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
