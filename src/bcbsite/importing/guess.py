"""What a document is, and of which day: by its own words first, then by the name of its file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bcbsite.importing.document import Block, Paragraph, Table, words_of
from bcbsite.importing.when import day_in, day_in_name
from bcbsite.text.fold import folded

_NEAR = 25
"""How many paragraphs at the beginning are looked at."""
_LONGEST = 200
_TITLES = 6
"""How many of them can be a title."""
_KINDS = (
    ("log", re.compile(r"\baction log\b", re.IGNORECASE)),
    ("notice", re.compile(r"\bdecision (?:notice|record)\b|\brecord of (?:a )?decision\b", re.IGNORECASE)),
    (
        "response",
        re.compile(
            r"\b(?:response to|comments on)\b.*\b(?:HMICFRS|HMIC|inspect)|\bsection 55\b", re.IGNORECASE
        ),
    ),
    ("minutes", re.compile(r"(?<!the )\bminutes\b(?! of the (?:last|previous))|\bnotes of\b", re.IGNORECASE)),
    ("agenda", re.compile(r"\bagenda\b(?! item)", re.IGNORECASE)),
)
_LABELS_OF_PAPER = (
    re.compile(r"to\s*(?::|\t|$)", re.IGNORECASE),
    re.compile(r"from\s*(?::|\t|$)", re.IGNORECASE),
)
_DAY_OF_MEETING = re.compile(r"\bdate\b|\bheld\b|\bminutes\b|\bagenda\b|\bmeeting\b|\bboard\b", re.IGNORECASE)

_SAYS_SO = re.compile(
    r"\bdate(?: of (?:the )?meeting)?\s*[:\t]|\bheld\b|\bmeeting (?:of|on)\b", re.IGNORECASE
)
"""A line that says of its day that it is the meeting's."""
_ANOTHER_DAY = re.compile(
    r"\b(?:approv|confirm|last|previous|next|published|circulated|print(?:ed)?\b|version|adopted|revised|review|issued"
    r"|amended|standing orders|draft \d)",
    re.IGNORECASE,
)
_ABOVE = 4
"""How many lines above a day can say that it is the meeting's."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What is supposed of a document."""

    kind: str
    day: date | None
    by: tuple[str, ...] = ()
    """From what it is supposed: a sentence for each."""


def guess_of(blocks: Sequence[Block], name: str, kind: str | None = None, day: date | None = None) -> Guess:
    """The kind and the day of a document whose file is called *name*, where they are not given."""
    lines = list(_lines(blocks))
    by: list[str] = []
    if kind is None:
        kind, why = _kind(lines, name)
        by.append(f"It is imported as {_NOUNS[kind]}: {why}.")
    if day is None:
        day, why = _day(lines, name)
        if day:
            others = {other for line in lines if _SAYS_SO.search(line) and (other := day_in(line))} - {day}
            by.append(f"{'! ' if others else ''}The day is {day}: {why}.")
            by += (
                f"! The document also says {other} of a meeting: add --date if that is its day."
                for other in others
            )
    return Guess(kind, day, tuple(by))


_NOUNS = {
    "minutes": "minutes",
    "agenda": "an agenda",
    "paper": "a paper",
    "log": "an action log",
    "notice": "a decision notice",
    "response": "a response to an inspection",
}


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks[:_NEAR]:
        if isinstance(block, Paragraph) and not block.label:
            yield from (folded(line) for line in block.text.split("\n"))
        elif isinstance(block, Table):
            for row in block.rows[:_NEAR]:
                yield folded("\t".join(" ".join(map(words_of, cell.blocks)) for cell in row))


def _kind(lines: Sequence[str], name: str) -> tuple[str, str]:
    near = [line.strip() for line in lines if line.strip() and len(line) <= _LONGEST]
    if all(any(label.match(line) for line in near) for label in _LABELS_OF_PAPER):
        return "paper", "it says to whom and from whom it is"
    for line in near[:_TITLES]:
        if kind := next((kind for kind, pattern in _KINDS if pattern.search(line)), None):
            return kind, f"it begins with “{line[:60]}”"
    for kind, pattern in _KINDS:
        if pattern.search(re.sub(r"[-_.]", " ", name)):
            return kind, f"its file is called {name}"
    return "minutes", "nothing says otherwise"


def _day(lines: Sequence[str], name: str) -> tuple[date | None, str]:
    for line in lines:
        is_short = len(line) <= _LONGEST and not _ANOTHER_DAY.search(line)
        if is_short and _SAYS_SO.search(line) and (day := day_in(line)):
            return day, f"the text has “{' '.join(line.split())[:60]}”"
    for is_near in (True, False):
        for at, line in enumerate(lines):
            above = " ".join(lines[max(0, at - _ABOVE) : at])
            if is_near and not (_DAY_OF_MEETING.search(line) or _DAY_OF_MEETING.search(above) or at < 3):
                continue
            if len(line) <= _LONGEST and not _ANOTHER_DAY.search(line) and (day := day_in(line)):
                return day, f"the text has “{' '.join(line.split())[:60]}”"
    day = day_in_name(name)
    return day, f"its file is called {name}"
