"""What an earlier release shows that is not public now: pages, files, places on pages, and words.

Sites are compared as they lie on disk, whatever their manifests say. Of each page what is its own is
compared, without what stands around it on all pages, word for word and number for number; but for what the
program computes (`computed.py`), which is no news of any record. The fields of records are compared as the
registers of the site have them.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

from bcbsite.archive.addresses import is_attached
from bcbsite.publish.computed import PARTS, Apart, is_caption, less_computed
from bcbsite.publish.manifest import files_of, hashes
from bcbsite.read.dates import count_of, day_in_words
from bcbsite.text.fold import folded

QUOTED = 80
"""Letters of a passage that are shown."""

_INLINE = frozenset(
    ["a", "abbr", "b", "code", "em", "i", "s", "small", "span", "strong", "sub", "sup", "time"]
)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS = re.compile("/(?:$|[#;])")  # `meetings/2022-02-10/minutes/#p1-1`
_COUNTS = frozenset(["id", "papers"])
"""Fields that count, or are an address."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, a cell, a heading; or a fact with its name."""

    text: str
    in_table: bool = False
    """Whether it is a cell or a fact, whose numbers say something there alone."""

    @property
    def words(self) -> str:
        """What a reader sees, less what is computed."""
        return less_computed(_plain(self.text))

    def is_in(self, page: "_Page", site: "_Site") -> bool:
        """Whether *page*, or another of *site*, has its words, or the program has them from itself."""
        words = self.words
        if not words or words in page.words:
            return True
        if self.in_table and re.search(r"\d", words):
            return False
        return words in site.words or is_caption(words)


def _plain(text: str) -> str:
    return folded(" ".join(text.split())).casefold()


class _Page(HTMLParser):
    """The part of a page that is its own."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.blocks: list[_Block] = []
        self.ids: set[str] = set()
        self._text: list[str] = []
        self._inside = self._nav = False
        self._name = ""
        """Of the fact that comes."""
        self._apart: list[str] = []
        """The open elements of the name of a computed part, from that part on."""
        self.feed(path.read_text("utf-8", "replace"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or tag == "article"
        if self._inside:
            self._end_block(tag)
            self._nav = self._nav or tag == "nav"  # it has the titles of other pages
            classes = (dict(attrs).get("class") or "").split()
            if self._apart[:1] == [tag] or (not self._apart and _is_apart(tag, classes)):
                self._apart.append(tag)
            if not self._apart:
                self.ids.update(value for name, value in attrs if name == "id" and value)

    def handle_endtag(self, tag: str) -> None:
        if self._inside:
            self._end_block(tag)
            self._inside = tag != "article"
            self._nav = self._nav and tag != "nav"
            if self._apart[:1] == [tag]:
                self._apart.pop()

    def handle_data(self, data: str) -> None:
        if self._inside and not self._nav and not self._apart:
            self._text.append(data)

    def _end_block(self, tag: str) -> None:
        if tag in _INLINE:
            return
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if tag == "dt":
            self._name = f"{text}: " if text else ""
        elif text:
            self.blocks.append(_Block(self._name + text, in_table=tag in ("dd", "td")))
            self._name = ""

    @cached_property
    def words(self) -> set[str]:
        """The words of all its blocks."""
        return {block.words for block in self.blocks}

    def says(self, text: str) -> bool:
        """Whether the words of *text* stand on it one after another: looked for where its rarest word is."""
        words = text.split(" ")
        rarest = min(words, key=lambda word: len(self._places.get(word, ())))
        before = words.index(rarest)
        starts = (place - before for place in self._places.get(rarest, ()) if place >= before)
        return any(self._row[start : start + len(words)] == words for start in starts)

    @cached_property
    def _row(self) -> list[str]:
        """Its words in a row."""
        return " ".join(_plain(block.text) for block in self.blocks).split(" ")

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each word stands in the row."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(self._row):
            places.setdefault(word, []).append(place)
        return places


def _is_apart(tag: str, classes: Iterable[str]) -> bool:
    return any(Apart(tag, css) in PARTS for css in classes)


@dataclass(frozen=True)
class _Site:
    """A site on disk."""

    folder: Path

    @cached_property
    def files(self) -> dict[str, str]:
        """The hash of each file, by its address."""
        return hashes(self.folder, (path for path in files_of(self.folder) if not path.is_symlink()))

    @cached_property
    def words(self) -> set[str]:
        """The words of all blocks of all pages."""
        pages = (_Page(self.folder / name) for name in self.files if name.endswith(".html"))
        return {words for page in pages for words in page.words}

    @cached_property
    def fields(self) -> dict[str, dict[tuple[str, str, str], None]]:
        """The register's row, key and value of each field, by the address of the page that it is of."""
        found: dict[str, dict[tuple[str, str, str], None]] = {}
        for name in self.files:
            if name.startswith("data/") and name.endswith(".json"):
                rows = json.loads((self.folder / name).read_bytes())
                for row in rows if isinstance(rows, list) else ():
                    id_ = str(row.get("id", "")) if isinstance(row, dict) else ""
                    of_page = found.setdefault(id_.partition("#")[0].partition(";")[0], {})
                    of_page.update(dict.fromkeys((id_, *field) for field in _fields(row)))
        return found

    @cached_property
    def every_text(self) -> set[str]:
        """The values of all fields that have several words."""
        return {value for fields in self.fields.values() for _, _, value in fields if " " in value}


def _fields(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Key and value of each field below *value* that says something itself, and is no address or count."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _fields(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _fields(part, key)
    elif isinstance(value, str | int | float) and not isinstance(value, bool) and key not in _COUNTS:
        text = " ".join(str(value).split())
        if " " in text or (re.search(r"\d", text) and not _ADDRESS.search(text)):
            yield key, text


def republished(old: Path, now: Path) -> Iterator[str]:
    """What the site in the folder *old* shows and the one in *now* does not: a line for each page and file.

    What is missing as a whole comes first.
    """
    one, other = _Site(old), _Site(now)
    differ = [name for name, hash_ in one.files.items() if other.files.get(name) != hash_]
    pages = [name for name in differ if name.endswith(".html")]
    files = [name for name in differ if is_attached(name)]
    yield from (f"{_address(name)}: the page" for name in pages if name not in other.files)
    yield from (f"{name}: the file" for name in files if name not in other.files)
    yield from (f"{name}: the file as it was" for name in files if name in other.files)
    for name in one.files:
        fields = one.fields.get(name.removesuffix("index.html"), {})
        differs = name in pages or fields != other.fields.get(name.removesuffix("index.html"), {})
        is_page = name.endswith(".html") and name in other.files
        if is_page and differs and (what := _of_page(name, one, other)):
            yield f"{_address(name)}: {what}"


def _of_page(name: str, old: _Site, now: _Site) -> str:
    """What of the page *name* is not public now, in words, or nothing."""
    was, is_ = _Page(old.folder / name), _Page(now.folder / name)
    places = sorted(was.ids - is_.ids - {"cite"})
    words = [block.text for block in was.blocks if not block.is_in(is_, now)]
    words = words or sorted(_fields_missing(name.removesuffix("index.html"), is_, old, now))
    parts = (
        f"{count_of(places, 'place')} such as #{_short(places[0])}" if places else "",
        f"{count_of(words, 'passage')} such as “{_short(words[0])}”" if words else "",
    )
    return ", ".join(filter(None, parts))


def _fields_missing(address: str, page: _Page, old: _Site, now: _Site) -> set[str]:
    """The values of fields of the page at *address* that *page*, and its fields *now*, do not have."""
    has = now.fields.get(address, {})
    missing = (field for field in old.fields.get(address, ()) if field not in has)
    values = {value for _, _, value in missing if value not in now.every_text}
    return {value for value in values if not page.says(_as_shown(value))}


def _as_shown(value: str) -> str:
    """The value of a field as a page shows it."""
    return _plain(day_in_words(date.fromisoformat(value)) if _ISO_DAY.fullmatch(value) else value)


def _short(text: str) -> str:
    return text if len(text) <= QUOTED else f"{text[: QUOTED - 1]}…"


def _address(name: str) -> str:
    return name.removesuffix("index.html") or "the home page"
