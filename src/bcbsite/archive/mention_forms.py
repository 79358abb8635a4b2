"""The forms in which records mention meetings, actions and items: what is looked for, by the wording alone.

Whether what is found names something that exists is seen later. Dates that stand with another body's name are
passed over, for a board's records tell of many meetings that are not its own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bcbsite.read.dates import MONTHS, PRINTED_DAY, parse_date


class Form(StrEnum):
    """What kind of record a mention names."""

    MEETING = "meeting"
    ACTION = "action"
    AGENDA_ITEM = "agenda item"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that look like a mention."""

    start: int
    end: int
    form: Form
    number: str = ""
    """Of an action or an item, as printed."""
    item: str | None = None
    """Of an action: the agenda item that is named with it."""
    day: date | None = None
    """Of a meeting; of an action or item, that of the meeting that is named with it."""
    certain: bool = True
    """Of a meeting: whether the words say by themselves that it was the board's."""
    planned: bool = False
    """Of a meeting: whether the words say that it is to come."""
    extraordinary: bool = False
    why_not: str = ""
    """Why it cannot be linked, where the wording says so already."""


_DAYS = rf"(?:the\s+)?(?P<days>{PRINTED_DAY}(?:(?:\s*,\s*|\s*,?\s+(?:and|&)\s+)(?:the\s+)?{PRINTED_DAY})*)"
_DAY = re.compile(PRINTED_DAY)
_MONTH = "|".join(MONTHS)
_HELD = (
    r"(?:,?\s+(?:which|that))?(?:\s+(?:was|were|is|are|took|takes|will\s+be|to\s+be|place))*"
    r"(?:\s+(?:held|convened|(?:scheduled|planned|due|arranged)(?:\s+for)?))?(?:\s+(?:on|of))?"
)
_NOUN = r"(?:\s+(?:meetings?|minutes|papers?|agenda))*"
_ACTION = re.compile(
    r"\b[Aa]ctions?\s+(?:[Nn](?:o|os|umber|umbers)\b\.?\s*)?"
    r"(?P<numbers>\d{1,3}(?:\.\d{1,2})?\b(?:(?:\s*,\s*|\s*,?\s+(?:and|&)\s+)\d{1,3}\.\d{1,2}\b)*)"
    r"(?:\s*[,;:(]?\s*[Aa]genda\s+[Ii]tem:?\s*(?P<item>\d{1,2}(?:\.\d{1,3})*)\)?)?"
    rf"(?:\s*(?:,|of|from|on|\()?\s*(?:the\s+)?(?P<day>{PRINTED_DAY}))?"
)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_ITEM = rf"\d{{1,2}}(?:\.\d{{1,3}})*\b(?![/.]\d|\s+(?:{_MONTH}))"
_AGENDA_ITEM = re.compile(
    rf"\b[Aa]genda\s+[Ii]tems?:?\s*(?P<numbers>{_ITEM}(?:\s*(?:,|and|&)\s*{_ITEM})*)(?:\s*(?:,|of|from|on|\()?\s*(?:the\s+)?(?P<day>{PRINTED_DAY}))?"
)
_ITEM_NUMBER = re.compile(_ITEM)
_ACT = re.compile(r"\b[Ss]ection\s+55\s+of\s+the\s+Police\s+Act\s+1996")
_A_MEETING = re.compile(
    r"\b(?:the|these|both|our|its|this|last|previous|next)\s+(?:[a-z]+\s+)?meetings?" + _HELD + rf"\s+{_DAYS}"
)
_MINUTES_OF = re.compile(
    r"\b[Mm]inutes\s+(?:of|from|for)\s+(?:the\s+)?(?:[a-z]+\s+)?(?:meetings?)?" + _HELD + rf"\s*{_DAYS}"
)
_OTHER_BODY = re.compile(
    r"\b(?:Panel|Committee|Alliance|Authority|Council|Cabinet|Partnership|Forum|Group|Trust|Assembly|Parliament"
    r"|Court|Countywide)\b|\b[a-z]*residents\b"
)
_SENTENCE = re.compile(r"[.!?;]\s")
_BROUGHT = r"(?:brought|presented|reported|submitted|took|gave|provided)"
_NOT_OURS = "A board of another name is meant."
_NO_YEAR = "No year is printed with the day."
_NO_DAY = "No day is printed."


class Forms:
    """Finds what looks like a mention in the records of one board."""

    def __init__(self, names: Iterable[str]) -> None:
        """*names* are the board's name and aliases."""
        known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        self._board = rf"(?P<board>{known}|Board)"
        board = rf"\b{self._board}\b(?:\s*\([^()]{{1,40}}\))?"
        self._dated = re.compile(
            rf"(?P<next>\b[Nn]ext\s+(?:scheduled\s+)?)?{board}{_NOUN}{_HELD},?\s+{_DAYS}"
        )
        self._to_this = re.compile(
            rf"(?<!ed )\bon\s+(?:the\s+)?(?P<days>{PRINTED_DAY})\s+{_BROUGHT}\b"
            rf"[^.;]*?\bto\s+this\s+(?:Board|{known})\b"
        )
        self._opening = re.compile(
            rf"\bOn\s+(?:the\s+)?(?P<days>{PRINTED_DAY}),?\s+(?:the|this)\s+(?:Board|{known})\s+[a-z]+ed\b"
        )
        self._undated = re.compile(
            rf"\b(?:(?:[Nn]ext|[Ll]ast|[Pp]revious|(?:{_MONTH})(?:\s+\d{{4}})?)\s+(?:scheduled\s+)?"
            rf"(?:(?:Board|{known})(?:\s+meeting)?|meeting)\b)(?!\s+(?:is|on|held)\b)"
        )
        self._defined = re.compile(
            r"(?P<name>[A-Z][^.;()“”]{3,80}?)\s*\((?:the\s+)?[“\"‘'](?:the\s+)?Board[”\"’']\)"
        )
        self._names = re.compile(rf"(?:{known})$")
        self._hints = ("Board", *(name for name in names if "Board" not in name), "eeting", "inutes")

    def defines_another_board(self, text: str) -> bool:
        """Whether *text* says that it calls a body of another name “the Board”."""
        if "Board”)" not in text and 'Board")' not in text and "Board’)" not in text:
            return False
        return any(not self._names.search(found["name"]) for found in self._defined.finditer(text))

    def find(self, text: str, heading: bool = False, ours: bool = True) -> Iterator[Candidate]:
        """What in *text* looks like a mention; not in order, and with overlaps.

        *heading* says that it is an item's title; *ours* that “the Board” is this board.
        """
        if "ction" in text:
            yield from _actions(text)
            for match in _ACT.finditer(text) if "55" in text else ():
                yield Candidate(match.start(), match.end(), Form.ACT)
        if "genda" in text:
            yield from _agenda_items(text)
        if any(hint in text for hint in self._hints):
            yield from self._meetings(text, heading, ours)

    def _meetings(self, text: str, heading: bool, ours: bool) -> Iterator[Candidate]:
        for match in self._dated.finditer(text):
            why_not = "" if self._is_ours(text, match, ours) else _NOT_OURS
            yield from _days(match, why_not=why_not, planned=bool(match["next"]) or "be" in match[0].split())
        for match in self._to_this.finditer(text):
            yield from _days(match)
        for pattern in (self._opening, _A_MEETING, _MINUTES_OF):
            for match in pattern.finditer(text):
                if not _OTHER_BODY.search(_sentence_to(text, match.end())):
                    yield from _days(match, certain=heading and "inutes" in text)
        for match in self._undated.finditer(text):
            yield Candidate(match.start(), match.end(), Form.MEETING, why_not=_NO_DAY)

    def _is_ours(self, text: str, match: re.Match[str], ours: bool) -> bool:
        """Whether a bare “Board” is this one: no name stands before it (`the Force Executive Board`)."""
        if match["board"] != "Board":
            return True
        before = re.search(r"([A-Z][\w’'-]*)\s+$", text[: match.start("board")])
        return ours and (before is None or before[1] in {"The", "This", "Next", "Our", *MONTHS})


def _sentence_to(text: str, end: int) -> str:
    """The sentence of *text* in which *end* lies, from its beginning to there."""
    start = max((match.end() for match in _SENTENCE.finditer(text, 0, end)), default=0)
    return text[start:end]


def _days(
    match: re.Match[str], *, certain: bool = True, why_not: str = "", planned: bool = False
) -> Iterator[Candidate]:
    """A candidate for each day in *match*."""
    offset = match.start("days")
    for found in _DAY.finditer(match["days"]):
        day = parse_date(found[0])
        yield Candidate(
            offset + found.start(),
            offset + found.end(),
            Form.MEETING,
            day=day,
            certain=certain,
            planned=planned,
            extraordinary="xtraordinary" in match[0],
            why_not=why_not or ("" if day else _NO_YEAR),
        )


def _actions(text: str) -> Iterator[Candidate]:
    for match in _ACTION.finditer(text):
        day = parse_date(match["day"]) if match["day"] else None
        offset = match.start("numbers")
        for n, found in enumerate(_NUMBER.finditer(match["numbers"])):
            if "." not in found[0] and match[0].startswith("a"):
                continue  # actions 24 hours a day
            yield Candidate(
                offset + found.start() if n else match.start(),
                offset + found.end(),
                Form.ACTION,
                number=found[0],
                item=match["item"],
                day=day,
                why_not="" if "." in found[0] else "The log's numbers end in .0.",
            )
        if day:
            yield Candidate(*match.span("day"), Form.MEETING, day=day, certain=bool(match["item"]))


def _agenda_items(text: str) -> Iterator[Candidate]:
    for match in _AGENDA_ITEM.finditer(text):
        day = parse_date(match["day"]) if match["day"] else None
        offset = match.start("numbers")
        for n, found in enumerate(_ITEM_NUMBER.finditer(match["numbers"])):
            start = offset + found.start() if n else match.start()
            yield Candidate(start, offset + found.end(), Form.AGENDA_ITEM, number=found[0], day=day)
        if day:
            yield Candidate(*match.span("day"), Form.MEETING, day=day)
