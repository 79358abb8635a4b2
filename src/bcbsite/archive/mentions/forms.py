"""The forms in which records mention one another: what is looked for in their text, by the wording alone.

Whether what is found names something that exists is seen later. Dates that stand with another body's name are
passed over, for a board's records tell of many meetings that are not its own.
"""

import re
from collections.abc import Iterable, Iterator

from bcbsite.archive.mentions.candidate import Candidate, Form
from bcbsite.archive.mentions.numbered import numbered_candidates
from bcbsite.read.dates import MONTHS, PRINTED_DAY, parse_date

_DAYS = rf"(?:the\s+)?(?P<days>{PRINTED_DAY}(?:(?:\s*,\s*|\s*,?\s+(?:and|&)\s+)(?:the\s+)?{PRINTED_DAY})*)"
_DAY = re.compile(PRINTED_DAY)
_MONTH_BEGINS = "|".join(month[:3] for month in MONTHS)
# Nearly every text is told by this, which is quick, to name no day.
_SOME_DAY = re.compile(
    rf"\d(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{_MONTH_BEGINS})|(?:{_MONTH_BEGINS})[a-z]*\s+\d|\d[/-]\d"
)
_MONTH = "|".join(MONTHS)
_HELD = (
    r"(?:,?\s+(?:which|that))?(?:\s+(?:was|were|is|are|took|takes|will\s+be|to\s+be|place))*"
    r"(?:\s+(?:held|convened|(?:scheduled|planned|due|arranged)(?:\s+for)?))?(?:\s+(?:on|of))?"
)
_NOUN = r"(?:\s+(?:meetings?|minutes|papers?|agenda))*"
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


class Forms:
    """Finds what looks like a mention in the records of one board."""

    def __init__(self, names: Iterable[str]) -> None:
        """*names* are the board's name and aliases."""
        known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        self._board = rf"(?P<board>{known}|Board)"
        board = rf"\b{self._board}\b(?:\s*\([^()]{{1,40}}\))?"
        self._dated = re.compile(rf"{board}{_NOUN}{_HELD},?\s+{_DAYS}")
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
        yield from numbered_candidates(text)
        for hint in self._hints:
            if hint in text:
                if _SOME_DAY.search(text):
                    yield from self._meetings(text, heading, ours)
                return

    def undated(self, text: str) -> Iterator[str]:
        """The words of *text* that name a meeting without its day."""
        return (match[0] for match in self._undated.finditer(text))

    def _meetings(self, text: str, heading: bool, ours: bool) -> Iterator[Candidate]:
        for match in self._dated.finditer(text):
            why_not = "" if self._is_ours(text, match, ours) else _NOT_OURS
            yield from _days(match, why_not=why_not, planned=_is_to_come(text, match))
        for match in self._to_this.finditer(text):
            yield from _days(match)
        for pattern in (self._opening, _A_MEETING, _MINUTES_OF):
            for match in pattern.finditer(text):
                if not _OTHER_BODY.search(_sentence_to(text, match.end())):
                    yield from _days(match, certain=heading and "inutes" in text)

    def _is_ours(self, text: str, match: re.Match[str], ours: bool) -> bool:
        """Whether a bare “Board” is this one: no name stands before it (`the Force Executive Board`)."""
        if match["board"] != "Board":
            return True
        before = re.search(r"([A-Z][\w’'-]*)\s+$", text[: match.start("board")])
        return ours and (before is None or before[1] in {"The", "This", "Next", "Our", *MONTHS})


_NEXT = re.compile(r"\b[Nn]ext\s+(?:scheduled\s+)?$")


def _is_to_come(text: str, match: re.Match[str]) -> bool:
    """Whether the words say that a meeting is still to come: the next Board, a Board that will be held."""
    return bool(_NEXT.search(text, max(0, match.start() - 20), match.start())) or "be" in match[0].split()


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
