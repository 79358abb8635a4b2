"""Words as the index knows them; `words.js` does the same in the browser, and a test holds them together."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import snowballstemmer

_QUOTES = str.maketrans({"‘": "'", "’": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "‐": "-"})
_TOKEN = re.compile(
    r"£?\d[\d,]*(?:\.\d+)*(?:%|(?:k|m|bn)\b)?|[a-z0-9]+(?:'[a-z]+)*(?:-[a-z0-9]+(?:'[a-z]+)*)*",
    re.ASCII,
)
# Soft hyphens and whatever else nobody sees: it is no part of a word.
_UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]")
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
    # An officer is no office, nor a commissioner a commission; written so, their stems are others, too.
    (re.compile(r"^officer"), "offiser"),
    (re.compile(r"^commissioner"), "comissioner"),
    (re.compile(r"^communicat"), "comunicat"),
    (re.compile(r"^executive"), "exekutive"),
    (re.compile(r"^news$"), "newz"),
)

_SPELT = re.compile("|".join(pattern.pattern for pattern, _ in _SPELLINGS))
_STEMMER = snowballstemmer.stemmer("porter")

STOP = frozenset(files("bcbsite.search").joinpath("stop.txt").read_text("utf-8").split())
"""Words that say little by themselves; a query of others leaves them out, and a phrase keeps them."""


def plain(text: str) -> str:
    """*text* in small letters, without accents, with one kind of quotation mark and hyphen."""
    text = text.replace("`", "'")
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", _UNSEEN.sub("", text).translate(_QUOTES).lower())
    return _COMBINING.sub("", folded)


def tokens(text: str) -> list[str]:
    """The words, numbers and amounts of *text*, in order, as they stand in it."""
    return _TOKEN.findall(plain(text))


def bare(name: str) -> str:
    """*name* in small letters, without the small words at its beginning and the mark at its end.

    A question has others there: who is the chief constable?
    """
    words = re.sub(r"[?!.]+$", "", name.lower().strip()).split()
    start = next((at for at, word in enumerate(words) if word not in STOP), 0)
    return " ".join(words[start:])


class Words(dict[str, tuple[str, ...]]):
    """The terms of each token: one, or of a hyphenated word or an amount several.

    They are made when they are asked for, and remembered: a language has few words and a record many.
    """

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
            yield stem(part)
        if len(parts) > 1:
            yield stem("".join(parts))


@cache
def stem(word: str) -> str:
    """The stem of *word* in its one spelling."""
    if _SPELT.search(word):
        for pattern, spelling in _SPELLINGS:
            word = pattern.sub(spelling, word)
    return str(_STEMMER.stemWord(word))


class Chunks(dict[str, tuple[str, ...]]):
    """The terms of what stands between two spaces, a word with its punctuation; stop words have none.

    Made when they are asked for, and remembered: so each word of a record is folded, cut and stemmed once.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words = Words()
        self.tokens: dict[str, list[str]] = {}
        """The tokens of each chunk."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        said = self.tokens[chunk] = tokens(chunk)
        terms = self[chunk] = tuple(
            term for token in said if token not in STOP for term in self.words[token] if term
        )
        return terms
