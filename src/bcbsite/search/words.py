"""Words as the index knows them; `words.js` does the same in the browser, and a test holds them together."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import snowballstemmer

_QUOTES = str.maketrans({"‘": "'", "’": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "‐": "-"})
# Letters that are no base letter with an accent, as an English keyboard writes them.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"}
)
_TOKEN = re.compile(
    r"£?\d[\d,]*(?:\.\d+)*(?:%|(?:k|m|bn)\b)?|[a-z0-9]+(?:'[a-z]+)*(?:-[a-z0-9]+(?:'[a-z]+)*)*",
    re.ASCII,
)
# Soft hyphens and whatever else nobody sees: it is no part of a word.
_UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]")
_COMBINING = re.compile("[\u0300-\u036f]")
# Units that are written out after a number: 1.5 million, £2 bn, 12 per cent.
_UNIT = re.compile(
    r"(\d)\s?(million|billion|thousand|per\s?cent|percent|%)(?![a-z])|(£[\d,.]*\d) (k|m|bn)\b", re.IGNORECASE
)
# What every unit has, so that most texts are passed over.
_UNIT_HINT = re.compile(r"\d\s?(?:million|billion|thousand|per|%)|£", re.IGNORECASE)
_SHORT = {"million": "m", "billion": "bn", "thousand": "k"}
_ZEROS = {"k": 3, "m": 6, "bn": 9}
# A number with its sign and its unit: £404,000, 404k, 12%.
_AMOUNT = re.compile(r"(£?)(\d+)(?:\.(\d+))?(%|k|m|bn)?")
# Letters with a number right after them: COP26.
_NUMBERED = re.compile(r"([a-z]+)(\d+)")
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
    return _COMBINING.sub("", folded).translate(_LETTERS)


def with_short_units(text: str) -> str:
    """*text* with each unit that is written out after a number as its sign: £1.5m, 12%."""
    return _UNIT.sub(_short_unit, text) if _UNIT_HINT.search(text) else text


def _short_unit(match: re.Match[str]) -> str:
    if match[4]:
        return match[3] + match[4]
    return match[1] + _SHORT.get(match[2].lower(), "%")


def tokens(text: str) -> list[str]:
    """The words, numbers and amounts of *text*, in order, as they stand in it."""
    return _TOKEN.findall(plain(with_short_units(text)))


def spoken(token: str) -> tuple[str, ...]:
    """*token* as a phrase has it: a compound in its parts, an amount in the one way of writing it."""
    if token[0].isdigit() or token[0] == "£":
        return (amount(token)[0],)
    return parts(token)


def parts(token: str) -> tuple[str, ...]:
    """The words of a compound: `under-spend`, `cop26`; a simple word is its only one."""
    if match := _NUMBERED.fullmatch(token):
        return match[1], match[2]
    return tuple(token.split("-")) if "-" in token else (token,)


def amount(token: str) -> tuple[str, ...]:
    """The terms of a number: in full with its sign, in full without, and its digits as they stand.

    `£404k` has £404000, 404000 and 404; a number without sign or unit, as 6.10, stays as it is.
    """
    number = token.replace(",", "")
    match = _AMOUNT.fullmatch(number)
    if not match or not (match[1] or match[4]):
        return (number,)
    sign, whole, decimals, unit = match.groups(default="")
    digits = f"{whole}.{decimals}" if decimals else whole
    zeros = _ZEROS.get(unit, 0)
    shifted = decimals.ljust(zeros, "0")
    value = f"{whole}{shifted[:zeros]}".lstrip("0") or "0"
    if rest := shifted[zeros:].rstrip("0"):
        value = f"{value}.{rest}"
    return f"{sign}{value}{'%' if unit == '%' else ''}", value, digits


def bare(name: str) -> str:
    """*name* in small letters, without the small words at its beginning and the mark at its end.

    A question has others there: who is the chief constable?
    """
    words = name.lower().strip().rstrip("?!.").split()
    if len(words) < 2:
        return "".join(words)
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
            yield from amount(token)
            return
        yield from map(stem, forms(token))


def forms(token: str) -> tuple[str, ...]:
    """The words in *token*, as written: of a compound its parts, and these as one; of a number none."""
    if token[0].isdigit() or token[0] == "£":
        return ()
    words = tuple(map(bare_word, parts(token)))
    return (*words, "".join(words)) if len(words) > 1 else words


def bare_word(word: str) -> str:
    """*word* without the ending of a possessive, and without apostrophes."""
    return word.removesuffix("'s").replace("'", "") if "'" in word else word


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
        self.forms: dict[str, tuple[str, ...]] = {}
        """The words of each chunk that its terms are the stems of, as they are written."""
        self.spoken: dict[str, tuple[str, ...]] = {}
        """The words of each chunk as a phrase has them, stop words too, each with a space after it."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        said = tokens(chunk)
        self.spoken[chunk] = tuple(f"{word} " for token in said for word in spoken(token))
        telling = [token for token in said if token not in STOP]
        self.forms[chunk] = tuple(form for token in telling for form in forms(token))
        terms = self[chunk] = tuple(term for token in telling for term in self.words[token] if term)
        return terms
