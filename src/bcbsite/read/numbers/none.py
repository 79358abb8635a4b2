"""What begins like a number and is none: dates, times, quantities, addresses."""

import re
from enum import Enum, auto

from bcbsite.read.numbers.forms import Number

_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?"
)
_STREET = (
    r"(?:Road|Street|Lane|Avenue|Close|Drive|Way|Place|Square|Terrace|Court|Crescent|Gardens|Hill|Row|Walk"
    r"|Grove|Parade|Mews|Quay|Wharf|Yard|Green|Rd|St|Ave)"
)
_TIME_OR_SHARE = re.compile(
    r"(?:[ap]\.?\s?m\b|noon\b|midnight\b|o'clock\b|hrs?\b|hours\b|GMT\b|BST\b|[AP]\.?M\b"
    r"|%|(?i:per\s?cent|percentage|million|billion|thousand|hundred)\b|[mb]n\b|[mk]\b"
    r"|times\b|(?:to|and|or|x|by|in|-)\s\d|out of\b)",
)
_DATE = re.compile(rf"{_MONTH}\b")
_ADDRESS = re.compile(
    rf"(?:[A-Z][\w'-]+\s){{1,3}}{_STREET}\b(?!\s[a-z]*\s?(?:and|scheme|safety|closure|works))"
)
_UNIT = re.compile(
    r"(?:posts?|days?|hours?|weeks?|months?|years?|minutes|mins?|seconds?|litres?|tonnes?|tons?|miles?|metres?"
    r"|kilometres?|hectares?|acres?|degrees?|km|kg|kW|kWh|mph|gramm?es?|grams?|inch|inches|foot|feet|volts?|staff|officers?|people"
    r"|points?|pence|pounds?|calls?|cases?|crimes?|offences?|incidents?|visits?|vehicles?|of|more|fewer|less"
    r"|full-time|whole-time|FTEs?|MW|GW|MB|GB|TB|G[Hh]z|M[Hh]z|Kg|Km|Kw|Ml|Mb|Gb|Magnitude)\b"
)
_PLURAL = re.compile(
    r"(?!(?:is|was|has|this|his|hers|theirs|its|ours|as|us|thus|does|various|previous|members|progress|always|perhaps"
    r"|across|towards|besides|regardless|unless|business|process)\b)[a-z-]+s\b"
)
_SAYS_OF_IT = re.compile(r"(?:was|were|is|are|has|had|refers?|above|below|says?|sets?)\b")
"""Words before which a number is that of another place: “5.2 was deferred.”"""
_BEGINS = re.compile(
    r"(?:the|an?|it|he|she|they|we|there|that|this|these|those|members|no|all|both|each|any|when|where|if|having"
    r"|following|noted|agreed|resolved|note|agree|approve|consider|receive|[a-z])\b"
)
"""Small words that begin a sentence or an instruction, and never say what is counted."""
_DATE_FIGURES = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?:\d{4}|\d{2})")
_TIME_FIGURES = re.compile(r"(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)")


class Verdict(Enum):
    """What became of what could be a number; what is surer comes first."""

    NUMBER = auto()
    UNCLEAR = auto()
    WORDS = auto()


def judge(number: Number, fits: bool, exact: bool) -> Verdict:
    """What a number with a dot inside is.

    *fits* says whether it could stand at its place, and *exact* whether it is the very next there, or the
    next number comes next to it.
    """
    rest = number.rest
    if _TIME_OR_SHARE.match(rest):
        return Verdict.WORDS
    if is_date(number.printed) or _has_minutes_below_ten(number.printed):
        return Verdict.NUMBER if exact else Verdict.WORDS
    if _UNIT.match(rest) or _SAYS_OF_IT.match(rest):
        return Verdict.UNCLEAR if exact else Verdict.WORDS
    if is_time(number.printed) and not (fits or exact):
        return Verdict.UNCLEAR
    is_sentence = not rest[:1].islower() or _BEGINS.match(rest) or (exact and not _PLURAL.match(rest))
    return Verdict.NUMBER if is_sentence else Verdict.UNCLEAR


def is_day_or_share(number: Number) -> bool:
    """Whether a whole number is the day of a month, an hour or a share by the word after it."""
    return any(pattern.match(number.rest) for pattern in (_TIME_OR_SHARE, _DATE))


def is_quantity(number: Number) -> bool:
    """Whether a whole number without a dot, such as `24`, belongs to the words after it."""
    rest = number.rest
    return rest[:1].islower() or any(pattern.match(rest) for pattern in (_UNIT, _ADDRESS))


def is_share(number: Number) -> bool:
    """Whether figures with a slash number no item: `24/7`, `50/50`, `1/2`, `2022/23`, `10/03/22`."""
    figures = [int(figure) for figure in number.printed.split("/") if figure.isdigit()]
    if len(figures) != number.printed.count("/") + 1 or len(figures) < 2:
        return False
    one, other, *_ = figures
    is_day = len(figures) == 3 and one <= 31 and other <= 12
    is_span = len(figures) == 2 and other % 100 == (one + 1) % 100
    return one == other or (one < 10 and other < 10) or is_span or is_day or (one, other) == (24, 7)


def is_date(printed: str) -> bool:
    """Whether `10.03.22` is a day."""
    match = _DATE_FIGURES.fullmatch(printed)
    return match is not None and 1 <= int(match["day"]) <= 31 and 1 <= int(match["month"]) <= 12


def is_time(printed: str) -> bool:
    """Whether `7.30` can be a time of day."""
    match = _TIME_FIGURES.fullmatch(printed)
    return match is not None and int(match["hour"]) < 24


def _has_minutes_below_ten(printed: str) -> bool:
    """Whether it is written as `10.05` and `15.00` are, which few paragraphs are."""
    return is_time(printed) and "." in printed and printed.rpartition(".")[2].startswith("0")
