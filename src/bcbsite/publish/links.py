"""Whether each link of a site leads to a file of it, and to a place on the page."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

# The pages are our own: every value stands in double quotes, and no text has a bare < or >.
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ATTRIBUTE = re.compile(r'\s(href|src|id)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class DeadLink:
    """A link that leads nowhere."""

    page: str
    """The file of the site that has it."""
    link: str
    """As it stands there."""


def dead_links(site: Path, files: Mapping[str, str], root: str) -> Iterator[DeadLink]:
    """Each link in the pages among *files* of the folder *site* that leads nowhere.

    *root* is the path of the site on its server, with a slash at its end.
    """
    pages = {name: _read((site / name).read_text("utf-8")) for name in files if name.endswith(".html")}
    known: dict[tuple[str, str], str | None] = {}
    for name, (links, own) in pages.items():
        folder = posixpath.dirname(name)
        for link in links:
            address, _, fragment = link.partition("#")
            if address and (folder, address) not in known:
                known[folder, address] = _file(address, folder, files, root)
            target = known[folder, address] if address else name
            if target is None:
                continue
            ids = own if target == name else pages[target][1] if target in pages else None
            if not target or (fragment and ids is not None and unquote(fragment) not in ids):
                yield DeadLink(name, link)


def _read(html: str) -> tuple[set[str], set[str]]:
    """The links and the ids of a page."""
    links: set[str] = set()
    ids: set[str] = set()
    for tag in _TAG.findall(html):
        for name, value in _ATTRIBUTE.findall(tag):
            (ids if name == "id" else links).add(unescape(value))
    return links, ids


def _file(address: str, folder: str, files: Mapping[str, str], root: str) -> str | None:
    """The file that *address* leads to from *folder*: empty where there is none, absent if off the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        if not path.startswith(root):
            return None
        folder, path = "", path.removeprefix(root)
    whole = posixpath.normpath(posixpath.join(folder, path))
    if whole in files:
        return whole
    index = posixpath.normpath(posixpath.join(whole, "index.html"))
    return index if index in files else ""
