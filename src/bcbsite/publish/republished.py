"""What an earlier release shows that is not public now: pages, files, places on pages, and words.

Sites are compared as they lie on disk, whatever their manifests say. Of each page what is its own is
compared, without what stands around it on all pages. Around the text of minutes, agendas and papers the
program counts, and says what it knows of others: there, all numbers and months are the same, and what it can
say by itself is passed over. The texts of records there are compared as the registers of the site have them.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

from bcbsite.publish.leaks import LETTERS, own_words
from bcbsite.publish.manifest import files_of, hashes
from bcbsite.read.dates import count_of
from bcbsite.text.fold import folded

QUOTED = 80
"""Letters of a passage that are shown."""

_INLINE = frozenset(
    ["a", "abbr", "b", "code", "em", "i", "s", "small", "span", "strong", "sub", "sup", "time"]
)
_COUNTED = re.compile(
    r"\d[\d,.]*|\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)
_GENERATED = re.compile(r"index\.(?:json|md|html)")


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, a cell, a heading …"""

    text: str
    of_record: bool
    """Whether it is of the text of a record."""

    @property
    def exact(self) -> str:
        """Its words, as a reader sees them."""
        return folded(self.text).casefold()

    @property
    def masked(self) -> str:
        """Its words without numbers and months."""
        return _COUNTED.sub("#", self.exact)

    def is_in(self, known: set[str]) -> bool:
        """Whether its words are among those, or may be the program's own."""
        if self.of_record:
            return self.exact in known
        return self.masked in known or own_words().issuperset(LETTERS.findall(self.exact.encode()))


class _Page(HTMLParser):
    """The part of a page that is its own."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.blocks: list[_Block] = []
        self.ids: set[str] = set()
        self._text: list[str] = []
        self._inside = self._nav = False
        self._body = 0
        """How many `div` are open, from that of the record's text on."""
        self.feed(path.read_text("utf-8", "replace"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or tag == "article"
        if self._inside:
            self._nav = self._nav or tag == "nav"  # it has the titles of other pages
            self._end_block(tag)
            self.ids.update(value for name, value in attrs if name == "id" and value)
            self._body += tag == "div" and (self._body > 0 or ("class", "bcb-body") in attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._inside:
            self._end_block(tag)
            self._body -= tag == "div" and self._body > 0
            self._inside = tag != "article"
            self._nav = self._nav and tag != "nav"

    def handle_data(self, data: str) -> None:
        if self._inside and not self._nav:
            self._text.append(data)

    def _end_block(self, tag: str) -> None:
        if tag not in _INLINE:
            if text := " ".join("".join(self._text).split()):
                self.blocks.append(_Block(text, self._body > 0))
            self._text.clear()


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
        return {words for page in pages for block in page.blocks for words in (block.exact, block.masked)}

    @cached_property
    def texts(self) -> dict[str, set[str]]:
        """The texts in the registers, by the address of the page that they are on."""
        found: dict[str, set[str]] = {}
        for name in self.files:
            if name.startswith("data/") and name.endswith(".json"):
                rows = json.loads((self.folder / name).read_bytes())
                for row in rows if isinstance(rows, list) else ():
                    address = str(row.get("id", "")).partition("#")[0] if isinstance(row, dict) else ""
                    found.setdefault(address, set()).update(_texts(row))
        return found

    @cached_property
    def every_text(self) -> set[str]:
        """All of them."""
        return {text for texts in self.texts.values() for text in texts}


def _texts(value: object) -> Iterator[str]:
    """Each text of several words in *value*, however deep."""
    if isinstance(value, str) and " " in value:
        yield " ".join(value.split())
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def republished(old: Path, now: Path) -> Iterator[str]:
    """What the site in the folder *old* shows and the one in *now* does not: a line for each page and file.

    What is missing as a whole comes first.
    """
    one, other = _Site(old), _Site(now)
    differ = [name for name, hash_ in one.files.items() if other.files.get(name) != hash_]
    pages = [name for name in differ if name.endswith(".html")]
    files = [name for name in differ if _is_attached(name)]
    yield from (f"{_address(name)}: the page" for name in pages if name not in other.files)
    yield from (f"{name}: the file" for name in files if name not in other.files)
    yield from (f"{name}: the file as it was" for name in files if name in other.files)
    missing = {address: texts - other.every_text for address, texts in one.texts.items()}
    for name in one.files:
        texts = sorted(missing.get(name.removesuffix("index.html"), ()))
        if name in other.files and (texts or name in pages) and (what := _of_page(name, one, other, texts)):
            yield f"{_address(name)}: {what}"


def _of_page(name: str, old: _Site, now: _Site, texts: list[str]) -> str:
    """What of the page *name* is not public now, in words, or nothing; *texts* are those of registers."""
    was, is_ = _Page(old.folder / name), _Page(now.folder / name)
    places = sorted(was.ids - is_.ids - {"cite"})
    words = [block.text for block in was.blocks if not block.is_in(now.words)] or texts
    parts = (
        f"{count_of(places, 'place')} such as #{_short(places[0])}" if places else "",
        f"{count_of(words, 'passage')} such as “{_short(words[0])}”" if words else "",
    )
    return ", ".join(filter(None, parts))


def _short(text: str) -> str:
    return text if len(text) <= QUOTED else f"{text[: QUOTED - 1]}…"


def _is_attached(name: str) -> bool:
    """Whether it is a file that was attached to a paper, and not one that the program writes."""
    _, papers, below = name.partition("/papers/")
    parts = below.split("/")
    return bool(papers) and len(parts) == 2 and not _GENERATED.fullmatch(parts[1])


def _address(name: str) -> str:
    return name.removesuffix("index.html") or "the home page"
