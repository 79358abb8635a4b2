"""What a heading or a paragraph begins with that could be its number, by its form alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bcbsite.text.fold import Folded, fold, folded


class Form(StrEnum):
    """How a number is made up."""

    WHOLE = "whole"
    """`5`"""
    RUNNING = "running"
    """`579`, where items are numbered on from meeting to meeting."""
    DOTTED = "dotted"
    """`5.1`, `19.09.03`"""
    SLASHED = "slashed"
    """`39/20`, `WB/19`, `18/2022/P`, and their paragraphs, `WB/19.1`"""
    HYPHENED = "hyphened"
    """`WB-19`"""
    ROMAN = "roman"
    """`IV`, `IV.A`"""
    LETTER = "letter"
    """`A`, `A.1`"""


@dataclass(frozen=True, slots=True)
class Number:
    """What could be a number at the beginning of a text."""

    printed: str
    """As printed, less what parts it from the words."""
    form: Form
    end: int
    """Where the words after it begin in the text."""
    rest: str
    """The first of these words, as a reader sees them."""
    closed: bool
    """Whether a dot, a bracket, a colon or a dash parts it from the words."""
    named: bool = False
    """Whether a word says what it is, as in `Item 7`."""

    @property
    def outer(self) -> str:
        """The number of what it is part of: `5` for `5.1`; nothing where it is no part."""
        return self.printed.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Beginning:
    """A heading or a paragraph, with what could be its number."""

    line: int
    """Where it stands in its file."""
    level: int
    """That of a heading; 0 for a paragraph."""
    text: str
    numbers: tuple[Number, ...]


_LONGEST_LOOK = 120
"""How many characters of a text are looked at."""

# What parts a number from its words; a space can be missing before a capital: “8.Next meeting”.
_CLOSE = r"(?:(?P<close>[.):]|\s-(?=\s+\D))(?:\s+|$|(?=[A-Z][a-z]))|\s+|$)"
_NO_SPACE = r"|(?=[A-Z][a-z]+\s)"
_PARTS = r"(?:\.(?:[A-Z]|\d{1,3}))*"
_ROMAN = r"(?=[IVXL])(?:X{0,3}|XL|L)(?:IX|IV|V?I{0,3})"
_FORMS: Sequence[tuple[Form, re.Pattern[str]]] = [
    (form, re.compile(rf"(?P<printed>{pattern})(?:{_CLOSE}{_NO_SPACE if form is Form.DOTTED else ''})"))
    for form, pattern in (
        (Form.DOTTED, r"[1-9]\d{0,2}(?:\.\d{1,3})+|\d\d(?:\.\d\d){2}"),
        (Form.WHOLE, r"[1-9]\d?"),
        (Form.RUNNING, r"[1-9]\d{2,3}"),
        (
            Form.SLASHED,
            r"(?=[A-Z/]*\d)(?:[A-Z]{1,6}\d{0,4}|\d{1,4})(?:/(?:[A-Z]{0,4}\d{1,4}|[A-Z]{1,4})){1,3}(?:\.\d{1,3})*",
        ),
        (Form.HYPHENED, r"[A-Z]{1,6}-\d{1,4}(?:[/-]\d{1,4})?(?:\.\d{1,3})*"),
        (Form.ROMAN, rf"{_ROMAN}{_PARTS}"),
        (Form.LETTER, rf"[A-Z]{_PARTS}"),
    )
]
_OF_FIGURES = [(form, of) for form, of in _FORMS if form not in (Form.HYPHENED, Form.ROMAN, Form.LETTER)]
_OF_LETTERS = [(form, of) for form, of in _FORMS if form not in (Form.DOTTED, Form.WHOLE, Form.RUNNING)]
# What most paragraphs have not: a dot within their first word.
_PARAGRAPH = re.compile(r"(?:[0-9A-Z]|[^\x00-\x7f])[^\s.]{0,39}\.[^\s.]")
# And most headings begin with a word of small letters.
_HEADING = re.compile(r"[0-9]|[^\x00-\x7f]|[A-Z](?![a-z])|(?i:item|agenda|minute)\b")
_NAMED = re.compile(
    r"(?:Item|Agenda [Ii]tem|Minute|AGENDA ITEM|ITEM|MINUTE)(?: No\.?| NO\.?)? (?=\d)"
    r"(?P<printed>\d{1,4}(?:\.\d{1,3})*|\d{1,4}/\d{1,4})(?:\s*[:.)]|\s-(?=\s))?(?:\s+(?=[A-Z\"“])|$)"
)


def candidates(text: str, of_heading: bool = False) -> tuple[Number, ...]:
    """What *text* begins with that could be its number; that of a paragraph has a dot inside."""
    if not (_HEADING if of_heading else _PARAGRAPH).match(text):
        return ()
    looked_at = text[:_LONGEST_LOOK]
    seen = fold(looked_at)
    if of_heading and (named := _NAMED.match(seen.text)):
        return (_number(Form.WHOLE, named, _end(seen, named), seen.text, named=True),)
    return tuple(
        _number(form, match, _end(seen, match), seen.text)
        for form, pattern in (_OF_FIGURES if seen.text[:1].isdigit() else _OF_LETTERS)
        if (match := pattern.match(seen.text))
        and match["printed"]
        and (of_heading or "." in match["printed"])
    )


def _end(seen: Folded, match: re.Match[str]) -> int:
    """Where in the text as typed that ends which was found in it as seen."""
    return match.end() if seen.typed.startswith(match[0]) else seen.origin(0, match.end())[1]


def _number(form: Form, match: re.Match[str], end: int, text: str, named: bool = False) -> Number:
    closed = named or match["close"] is not None
    return Number(match["printed"], form, end, text[match.end() :], closed, named)


_STATED = re.compile(r"[(]?[A-Za-z0-9][A-Za-z0-9./() -]{0,39}")


def stated(text: str, beginnings: Sequence[str]) -> Number | None:
    """The number that one of *beginnings*, as front matter states them, is of *text*."""
    if not beginnings:
        return None
    seen = fold(text[:_LONGEST_LOOK])
    for beginning in beginnings:
        printed = folded(beginning).strip().removesuffix(".")
        match = re.match(rf"(?P<printed>{re.escape(printed)}){_CLOSE}", seen.text)
        if match and _STATED.fullmatch(printed):
            return _number(Form.WHOLE, match, _end(seen, match), seen.text)
    return None


_PIECE = re.compile(r"\d+|[A-Za-z]+")


def pieces(printed: str) -> tuple[str, ...]:
    """The figures and words that a number is made of."""
    return tuple(_PIECE.findall(printed))


def is_later(one: str, other: str) -> bool:
    """Whether *other* comes later in the series of *one*: all but one of their figures are the same."""
    before, after = pieces(one), pieces(other)
    if len(before) != len(after):
        return False
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    return len(changed) == 1 and _rises(*changed[0])


def _rises(one: str, other: str) -> bool:
    if one.isdigit() and other.isdigit():
        return int(one) < int(other)
    return len(one) == len(other) == 1 and ord(other) == ord(one) + 1


def is_next(one: str, other: str) -> bool:
    """Whether `5.2` is next to `5.1`, or `5.1` or `5.0` begins what is below `5` or `5.0`."""
    outer, _, last = other.rpartition(".")
    before, _, last_before = one.rpartition(".")
    if not last.isdigit():
        return False
    if outer and outer == before and last_before.isdigit():
        return int(last) == int(last_before) + 1
    return int(last) < 2 and outer in (one, one.removesuffix(".0"))


_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def roman_value(printed: str) -> int:
    """`IV` is 4."""
    values = [_ROMAN_VALUES[letter] for letter in printed]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
