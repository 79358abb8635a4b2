"""Titles in running text: in quotation marks, and after words such as *report*."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping

from bcbsite.archive.mentions.candidate import Found, Namesakes
from bcbsite.model.key import Key

_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_OPENING = re.compile(r"(?<!\w)[“‘\"']")
_CLOSING = re.compile(r"[”’\"'](?!\w)")
_TOKEN = re.compile(r"\S+")
_LONGEST = 320
"""Characters: no title is longer."""
_TRAILING = ".,;:)”’\"'"
_AND = re.compile(r"\s*,?\s+(?:and|&)\s+")


def title_tokens(title: str) -> tuple[str, ...]:
    """The words of *title* for comparison: quotation marks, dashes and *and* are folded, case is not."""
    return tuple(_fold(token) for token in title.strip().rstrip(".").split())


def _fold(token: str) -> str:
    return "and" if token == "&" else token.translate(_QUOTES)  # noqa: S105 - a word, not a secret


class Titles:
    """Finds titles in quotation marks, and after words such as *report*."""

    def __init__(self, titles: Iterable[tuple[str, Key]], leads: Collection[str]) -> None:
        """*titles* are titles with the records they name; *leads* the inspectorates' names."""
        found: dict[tuple[str, ...], dict[Key, None]] = {}
        for title, target in titles:
            found.setdefault(title_tokens(title) or ("",), {})[target] = None
        self._targets = {tokens: Namesakes(tuple(keys)) for tokens, keys in found.items()}
        self._lengths: Mapping[str, list[int]] = _lengths(self._targets)
        self._leads = ("eport", *leads)
        names = "|".join(re.escape(name) for name in sorted(leads, key=len, reverse=True))
        self._lead = re.compile(
            rf"\b(?:[Rr]eports?{'|' + names if names else ''})(?:[’']s)?(?:\s+\([^()]*\))?"
            r"(?:\s+(?:entitled|titled|called))?[\s:–—-]+"
        )

    @property
    def hints(self) -> tuple[str, ...]:
        """Of these, one is in every text that names a title."""
        return (*self._leads, "“", "‘", '"', "'")

    def find(self, text: str) -> Iterator[Found]:
        """Each place of *text* where a title is named, the longest there."""
        if not self._targets:
            return
        if "“" in text or "‘" in text or '"' in text or "'" in text:
            yield from self._quoted(text)
        if any(lead in text for lead in self._leads):
            yield from self._after_lead(text)

    def _after_lead(self, text: str) -> Iterator[Found]:
        for match in self._lead.finditer(text):
            start = match.end()
            while found := self._longest_at(text, start):
                yield found
                more = _AND.match(text, found.end)
                start = more.end() if more else len(text)

    def _quoted(self, text: str) -> Iterator[Found]:
        for opening in _OPENING.finditer(text):
            start = opening.end()
            first = _TOKEN.match(text, start, start + _LONGEST)
            lengths = self._lengths.get(_fold(first[0].rstrip(_TRAILING))) if first else None
            if not lengths:
                continue
            words = [word.start() for word in _TOKEN.finditer(text, start, start + _LONGEST)]
            closings = list(_CLOSING.finditer(text, start, start + _LONGEST))
            for closing in reversed(closings):
                count = bisect_left(words, closing.start())
                if count not in lengths and count - 1 not in lengths:  # a mark alone is no word of a title
                    continue
                inner = text[start : closing.start()]
                if targets := self._targets.get(title_tokens(inner.rstrip(".,;"))):
                    yield Found(start, start + len(inner.rstrip(".,;")), targets)
                    break

    def _longest_at(self, text: str, start: int) -> Found | None:
        """The longest title that begins at *start*, where no capital letter goes on with it."""
        words = list(_TOKEN.finditer(text, start, start + _LONGEST))
        first = _fold(words[0][0].rstrip(_TRAILING)) if words else ""
        for length in self._lengths.get(first, ()):
            if length > len(words):
                continue
            *before, last = words[:length]
            bare = last[0].rstrip(_TRAILING)
            targets = self._targets.get((*(_fold(word[0]) for word in before), _fold(bare)))
            if targets and _ends(last[0][len(bare) :], words[length][0] if length < len(words) else ""):
                return Found(start, last.start() + len(bare), targets)
        return None


_AFTER_TITLE = frozenset(
    {
        "and",
        "&",
        "by",
        "for",
        "from",
        "had",
        "has",
        "in",
        "is",
        "of",
        "on",
        "or",
        "published",
        "report",
        "reports",
        "to",
        "was",
        "were",
        "which",
        "with",
    }
)


def _ends(mark: str, following: str) -> bool:
    """Whether a title ends before *mark* and the word after it; else it begins a longer one."""
    if mark:
        return not mark.startswith(":")
    return not following or following in _AFTER_TITLE or following.startswith("(")


def _lengths(titles: Iterable[tuple[str, ...]]) -> dict[str, list[int]]:
    """How many words the titles have that begin with a word, longest first."""
    lengths: dict[str, set[int]] = {}
    for tokens in titles:
        lengths.setdefault(tokens[0].rstrip(_TRAILING), set()).add(len(tokens))
    return {first: sorted(found, reverse=True) for first, found in lengths.items()}
