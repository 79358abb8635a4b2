"""Words as the index knows them; `words.js` does the same in the browser, and a test holds them together."""

import re
import unicodedata
from collections.abc import Iterator

import snowballstemmer

_QUOTES = str.maketrans({"‘": "'", "’": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "‐": "-"})
_TOKEN = re.compile(
    r"£?\d[\d,]*(?:\.\d+)*(?:%|(?:k|m|bn)\b)?|[a-z0-9]+(?:'[a-z]+)*(?:-[a-z0-9]+(?:'[a-z]+)*)*"
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

STOP = frozenset(
    {
        "a",
        "about",
        "after",
        "again",
        "all",
        "also",
        "an",
        "and",
        "any",
        "anybody",
        "anyone",
        "anything",
        "are",
        "aren't",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "but",
        "by",
        "came",
        "can",
        "can't",
        "come",
        "comes",
        "could",
        "couldn't",
        "did",
        "didn't",
        "do",
        "does",
        "doesn't",
        "don't",
        "ever",
        "everyone",
        "for",
        "from",
        "get",
        "gets",
        "getting",
        "go",
        "goes",
        "going",
        "gone",
        "got",
        "had",
        "has",
        "hasn't",
        "have",
        "haven't",
        "he",
        "her",
        "here",
        "him",
        "his",
        "how",
        "i",
        "i'd",
        "i'm",
        "i've",
        "if",
        "in",
        "into",
        "is",
        "isn't",
        "it",
        "it's",
        "its",
        "just",
        "keep",
        "keeps",
        "know",
        "let",
        "like",
        "make",
        "makes",
        "many",
        "me",
        "more",
        "much",
        "my",
        "need",
        "needs",
        "never",
        "no",
        "nobody",
        "not",
        "now",
        "of",
        "on",
        "one",
        "or",
        "our",
        "out",
        "over",
        "really",
        "said",
        "say",
        "says",
        "shall",
        "she",
        "should",
        "shouldn't",
        "so",
        "some",
        "somebody",
        "someone",
        "something",
        "still",
        "such",
        "tell",
        "than",
        "that",
        "that's",
        "the",
        "their",
        "them",
        "then",
        "there",
        "there's",
        "these",
        "they",
        "thing",
        "things",
        "think",
        "this",
        "those",
        "to",
        "told",
        "too",
        "under",
        "up",
        "us",
        "very",
        "want",
        "wants",
        "was",
        "wasn't",
        "way",
        "we",
        "we're",
        "we've",
        "went",
        "were",
        "what",
        "what's",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
        "won't",
        "would",
        "wouldn't",
        "you",
        "your",
    }
)
"""Words that say little by themselves; a query of others leaves them out, and a phrase keeps them."""


def plain(text: str) -> str:
    """*text* in small letters, without accents, with one kind of quotation mark and hyphen."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.translate(_QUOTES).casefold())
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
        self._stem = snowballstemmer.stemmer("porter").stemWord

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
