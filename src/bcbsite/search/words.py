"""Words as the index knows them; `words.js` does the same in the browser, and a test holds them together."""

import re
import unicodedata
from collections.abc import Iterator
from importlib.resources import files

import snowballstemmer

_QUOTES = str.maketrans({"‘": "'", "’": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "‐": "-"})
_TOKEN = re.compile(
    r"£?\d[\d,]*(?:\.\d+)*(?:%|(?:k|m|bn)\b)?|[a-z0-9]+(?:'[a-z]+)*(?:-[a-z0-9]+(?:'[a-z]+)*)*",
    re.ASCII,
)
_COMBINING = re.compile("[\u0300-\u036f]")
_AMOUNT = re.compile(r"[^\d.]+")
# British and American spellings, and words that are written in two ways, become one.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2})iz(?=e|ing|ation|er)"), "is"),
    (re.compile(r"(?<=[a-z]{2})yz(?=e|ing)"), "ys"),
    (re.compile(r"(?<=[a-z]{3})our(?=s?$|ed$|ing$|al$|able$|ful$|ite$|hood)"), "or"),
    (re.compile(r"^centre"), "center"),
    (re.compile(r"^programme"), "program"),
    (re.compile(r"(?<=[a-z]{3})ence(?=s?$)"), "ense"),
    (re.compile(r"^enquir"), "inquir"),
    (re.compile(r"^cheque"), "check"),
    (re.compile(r"^tyre"), "tire"),
    (re.compile(r"^judgem"), "judgm"),
)

STOP = frozenset(files("bcbsite.search").joinpath("stop.txt").read_text("utf-8").split())
"""Words that say little by themselves; a query of others leaves them out, and a phrase keeps them."""


def plain(text: str) -> str:
    """*text* in small letters, without accents, with one kind of quotation mark and hyphen."""
    if text.isascii():
        return text.replace("`", "'").lower()
    folded = unicodedata.normalize("NFKD", text.translate(_QUOTES).lower())
    return _COMBINING.sub("", folded)


def tokens(text: str) -> list[str]:
    """The words, numbers and amounts of *text*, in order, as they stand in it."""
    return _TOKEN.findall(plain(text))


class Words(dict[str, tuple[str, ...]]):
    """The terms of each token: one, or of a hyphenated word or an amount several.

    They are made when they are asked for, and remembered: a language has few words and a record many.
    """

    def __init__(self) -> None:
        super().__init__()
        self._firsts: dict[str, str] = {}
        self._stem = snowballstemmer.stemmer("porter").stemWord

    def first(self, token: str) -> str:
        """The term of *token*, or the first of several; of a stop word nothing."""
        found = self._firsts.get(token)
        if found is None:
            found = self._firsts[token] = "" if token in STOP else self[token][0]
        return found

    def __missing__(self, token: str) -> tuple[str, ...]:
        terms = self[token] = tuple(dict.fromkeys(self._make(token)))
        return terms

    def _make(self, token: str) -> Iterator[str]:
        if token[0].isdigit() or token[0] == "£":
            number = token.replace(",", "")
            yield number
            yield _AMOUNT.sub("", number)
            return
        parts = [re.sub(r"'s$", "", part).replace("'", "") for part in token.split("-")]
        for part in parts:
            yield self.stem(part)
        if len(parts) > 1:
            yield self.stem("".join(parts))

    def stem(self, word: str) -> str:
        """The stem of *word* in its one spelling."""
        for pattern, spelling in _SPELLINGS:
            word = pattern.sub(spelling, word)
        return str(self._stem(word))
