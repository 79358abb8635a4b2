"""The forms in which records mention one another: what is looked for in their text, by the wording alone.

Whether what is found names something that exists is seen later. Dates that stand with another body's name are
passed over, for a board's records tell of many meetings that are not its own.
"""

import re
from collections.abc import Iterable, Iterator

from bcbsite.archive.mentions.bodies import FAR, Bodies, sentence_after, sentence_before
from bcbsite.archive.mentions.candidate import Candidate, Form
from bcbsite.archive.mentions.numbered import NUMBERED_HINTS, NumberedForms
from bcbsite.read.dates import MONTHS, PRINTED_DAY, parse_date

_DAYS = (
    rf"(?:the\s+)?(?P<days>{PRINTED_DAY}(?:(?:\s*,\s*(?:the\s+)?{PRINTED_DAY})*\s*,?\s+(?:and|&)\s+(?:on\s+)?"
    rf"(?:the\s+)?{PRINTED_DAY})?)"
)
_DAY = re.compile(PRINTED_DAY)
_MONTH_BEGINS = "|".join(month[:3] for month in MONTHS)
# Nearly every text is told by this, which is quick, to name no day.
_SOME_DAY = re.compile(
    rf"\d(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{_MONTH_BEGINS})|(?:{_MONTH_BEGINS})[a-z]*\s+\d|\d[./-]\d"
)
_MONTH = "|".join(MONTHS)
_HELD = (
    r"(?:,?\s+(?:which|that))?(?:\s+(?:was|were|is|are|took|takes|met|will\s+be|to\s+be|place))*"
    r"(?:\s+(?:held|convened|dated|(?:scheduled|planned|due|arranged)(?:\s+for)?))?(?:\s+(?:on|of))?"
)
_NOUN = r"(?:[’']s)?(?:\s+(?:[Mm]eetings?|[Mm]inutes|[Pp]apers?|[Aa]genda))*"
_KIND = r"(?:(?:[Ll]ast|[Pp]revious|[Nn]ext|[Ee]xtraordinary|[Oo]rdinary|[Ss]pecial|[Bb]oard)\s+){0,2}"
_A_MEETING = re.compile(
    rf"\b(?:[Tt]he|[Tt]hese|[Bb]oth|[Tt]his|[Ll]ast|[Pp]revious|[Nn]ext)\s+{_KIND}[Mm]eetings?{_HELD}\s+{_DAYS}"
)
_MINUTES_OF = re.compile(
    rf"(?<!\d )\b[Mm]inutes\s+(?:of|from|for)\s+(?:the\s+)?{_KIND}(?:[Mm]eetings?)?{_HELD}"
    rf"\s*[(–—-]?\s*{_DAYS}"
)
_DECIDED = (
    r"(?:approved|agreed|noted|considered|discussed|received|adopted|resolved|decided|accepted|reviewed|asked"
    r"|requested|deferred|endorsed|raised|met)"
)
_BROUGHT = r"(?:brought|presented|reported|submitted|took|taken|came|went|gave|given|provided)"
_OF_OTHERS = re.compile(r"\s*(?:of|with|between)\s+")
_GOES_ON = re.compile(r"\s+(?:to|at|by|being|with)\s+")
_NOT_OURS = "A board of another name is meant."
_NO_YEAR = "No year is printed with the day."


class Forms:
    """Finds what looks like a mention in the records of one board."""

    def __init__(self, names: Iterable[str]) -> None:
        """*names* are the board's name and aliases."""
        names = tuple(names)
        self._bodies = Bodies(names)
        known = self._bodies.known
        self._numbered = NumberedForms(self._bodies)
        self._dated = re.compile(
            rf"\b(?P<board>{known}|Board)\b(?:\s*\([^()]{{1,40}}\))?{_NOUN}{_HELD}\s*[,(–—-]?\s*{_DAYS}"
        )
        self._to_this = re.compile(
            rf"(?<!ed )\bon\s+(?:the\s+)?(?P<days>{PRINTED_DAY})\b(?!\s+{_BROUGHT}\s+(?:forward|with))"
            rf"(?=[^.;]{{0,{FAR}}}?\b{_BROUGHT}\b)[^.;]{{0,{FAR}}}?\bto\s+this\s+(?:Board|{known})\b"
        )
        self._opening = re.compile(
            rf"\bOn\s+(?:the\s+)?(?P<days>{PRINTED_DAY}),?\s+(?:the|this)\s+(?:Board|{known})\s+{_DECIDED}\b"
        )
        self._undated = re.compile(
            rf"\b(?:(?:[Nn]ext|[Ll]ast|[Pp]revious|(?:{_MONTH})(?:\s+\d{{4}})?)\s+(?:scheduled\s+)?"
            rf"(?:(?:Board|{known})(?:\s+meeting)?|meeting)\b)(?!\s+(?:is|on|held)\b)"
        )
        self._hints = ("Board", *(name for name in names if "Board" not in name), "eeting", "inutes")

    @property
    def hints(self) -> tuple[str, ...]:
        """Of these, one is in every text that has a form."""
        return (*self._hints, *NUMBERED_HINTS)

    def defines_another_board(self, text: str) -> bool:
        """Whether *text* says that it calls a body of another name “the Board”."""
        return self._bodies.defines_another(text)

    def find(self, text: str, heading: bool = False, ours: bool = True) -> Iterator[Candidate]:
        """What in *text* looks like a mention; not in order, and with overlaps.

        *heading* says that it is an item's title; *ours* that “the Board” is this board.
        """
        yield from self._numbered.find(text)
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
            bare = match["board"] == "Board"
            is_ours = (ours or not bare) and self._bodies.is_ours(text, match.start(), bare)
            # `to the Board on 28 July and 3 May to the Panel`: the later days are another body's.
            only_first = self._goes_to_another(text, match.end())
            yield from _days(text, match, why_not="" if is_ours else _NOT_OURS, only_first=only_first)
        for match in self._to_this.finditer(text) if "to this" in text else ():
            if not self._bodies.names_another(sentence_before(text, match.end())):
                yield from _days(text, match)
        for pattern, word in ((self._opening, "On "), (_A_MEETING, "eeting"), (_MINUTES_OF, "inutes")):
            for match in pattern.finditer(text) if word in text else ():
                if not self._is_anothers(text, match):
                    yield from _days(text, match, certain=heading and "inutes" in text)

    def _is_anothers(self, text: str, match: re.Match[str]) -> bool:
        """Whether the sentence names another body, or says whose meeting it was after the day."""
        before, after = sentence_before(text, match.end()), sentence_after(text, match.end())
        if self._bodies.names_another(before):
            return True
        return bool(_OF_OTHERS.match(after)) and (self._bodies.names_another(after) or "with " in after[:6])

    def _goes_to_another(self, text: str, end: int) -> bool:
        after = sentence_after(text, end)
        return bool(_GOES_ON.match(after)) and self._bodies.names_another(after[:60])


_NEXT = re.compile(
    r"\b(?:[Nn]ext\s+(?:scheduled\s+)?"
    r"|will\s+(?:now\s+)?(?:go|come|return|be\s+\w+)(?:\s+back)?\s+(?:to|at|by|before)\s+(?:the\s+)?)$"
)


def _is_to_come(text: str, match: re.Match[str]) -> bool:
    """Whether the words say that a meeting is to come: it will be held, is the next, or gets something."""
    return bool(_NEXT.search(text, max(0, match.start() - 40), match.start())) or "be" in match[0].split()


def _days(
    text: str, match: re.Match[str], *, certain: bool = True, why_not: str = "", only_first: bool = False
) -> Iterator[Candidate]:
    """A candidate for each day in *match*."""
    offset = match.start("days")
    around = text[max(0, match.start() - 20) : match.end()]
    planned = _is_to_come(text, match)
    for found in list(_DAY.finditer(match["days"]))[: 1 if only_first else None]:
        day = parse_date(found[0])
        yield Candidate(
            offset + found.start(),
            offset + found.end(),
            Form.MEETING,
            day=day,
            certain=certain,
            planned=planned,
            extraordinary="xtraordinary" in around,
            why_not=why_not or ("" if day else _NO_YEAR),
        )
