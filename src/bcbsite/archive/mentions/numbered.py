"""The forms in which records mention actions, agenda items and the Act."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from bcbsite.archive.mentions.bodies import Bodies, sentence_after, sentence_before
from bcbsite.archive.mentions.candidate import Candidate, Form
from bcbsite.read.dates import MONTHS, PRINTED_DAY, parse_date

_MONTH = "|".join(MONTHS)
_NO = r"(?:[Nn](?:o|os|umber|umbers)\b\.?\s*)?"
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_ITEM = rf"\d{{1,2}}(?:\.\d{{1,3}})*\b(?![/.]\d|\s+(?:{_MONTH}))"
_ITEM_NUMBER = re.compile(_ITEM)
_ACT = re.compile(r"\b(?:[Ss]ection\s+|[Ss]\.\s?)55(?:\(\w+\))*\s+(?:of\s+the\s+)?Police\s+Act\s+1996")
_OTHER_TIME = re.compile(
    rf"\b(?:19|20)\d\d\b|\b(?:last|previous|earlier)\b|\d(?:st|nd|rd|th)?\s+(?:{_MONTH})\b|\b(?:{_MONTH})\s+(?:meeting|Board)\b"
)
_OF_WHOM = re.compile(r"(?:\s*\(|\s*,?\s*(?:of|from|in|on|at|under)\s+)[^.;,]{0,60}")
_NO_POINT = "The log's numbers end in .0."
_NOT_OURS = "Another body, or its plan, is named beside it."
_UNCLEAR = "It is not clear of which meeting."


NUMBERED_HINTS = ("ction", "CTION", "genda", "AGENDA", "Police")
"""Of these, one is in every text that has a form."""


class NumberedForms:
    """Finds what looks like a mention by number in the records of one board."""

    def __init__(self, bodies: Bodies) -> None:
        self._bodies = bodies
        # `, 26th May 2020`, `raised at the Board on 26th May 2020`, `(26 May 2020)`
        when = (
            r"(?:[\s,:(–-]*(?:(?:raised|set|agreed|made|opened)\s+)?(?:(?:at|from|of|on|by)\s+)?(?:the\s+)?"
            rf"(?:(?:{bodies.known}|Board|meeting)(?:\s+meeting)?\s*)?(?:held\s+)?(?:on\s+|of\s+)?(?:the\s+)?"
            rf"(?P<day>{PRINTED_DAY}))?"
        )
        number = r"\d{1,3}(?:\.\d{1,2})?\b"
        self._action = re.compile(
            rf"\b(?:[Aa]ction|ACTION)(?P<many>[sS])?\s+{_NO}"
            rf"(?P<numbers>{number}(?(many)(?:(?:\s*,\s*|\s*,?\s+(?:and|&)\s+)\d{{1,3}}\.\d{{1,2}}\b)*|))"
            rf"(?:\s*[,;:(]?\s*(?P<at>[Aa]genda\s+[Ii]tem:?\s*{_NO}(?P<item>\d{{1,2}}(?:\.\d{{1,3}})*))\)?)?{when}"
        )
        self._agenda_item = re.compile(
            rf"\b(?:[Aa]genda\s+[Ii]tem|AGENDA\s+ITEM)(?P<many>[sS])?:?\s*{_NO}"
            rf"(?P<numbers>{_ITEM}(?(many)(?:\s*(?:,|and|&)\s*{_ITEM})*|)){when}"
        )

    def find(self, text: str) -> Iterator[Candidate]:
        """What in *text* looks like a mention of an action, an agenda item or the Act."""
        if "Police Act" in text or "Police\nAct" in text:
            for match in _ACT.finditer(text):
                yield Candidate(*match.span(), Form.ACT)
        taken: list[tuple[int, int]] = []
        if "ction" in text or "CTION" in text:
            for match in self._action.finditer(text):
                taken.append(match.span())
                yield from self._of_action(text, match)
        if "genda" in text or "AGENDA" in text:
            for match in self._agenda_item.finditer(text):
                before = bisect_right(taken, match.start(), key=lambda span: span[0])
                if not before or taken[before - 1][1] <= match.start():
                    yield from self._of_items(text, match)

    def _of_action(self, text: str, match: re.Match[str]) -> Iterator[Candidate]:
        day = parse_date(match["day"]) if match["day"] else None
        doubt = self._doubt(text, match)
        offset = match.start("numbers")
        numbers = [
            n for n in _NUMBER.finditer(match["numbers"]) if "." in n[0] or not match[0].startswith("a")
        ]
        for n, found in enumerate(numbers):
            start = offset + found.start() if n else match.start()
            why_not = _NOT_OURS if doubt == _NOT_OURS else "" if "." in found[0] else _NO_POINT
            yield Candidate(
                start,
                offset + found.end(),
                Form.ACTION,
                number=found[0],
                item=match["item"],
                day=day,
                certain=not doubt,
                why_not=why_not,
            )
        if match["item"] and doubt != _NOT_OURS:
            action = None if day else numbers[0][0]
            yield Candidate(*match.span("at"), Form.AGENDA_ITEM, match["item"], day=day, action=action)
        if day and doubt != _NOT_OURS:
            yield Candidate(*match.span("day"), Form.MEETING, day=day, certain=bool(match["item"]))

    def _of_items(self, text: str, match: re.Match[str]) -> Iterator[Candidate]:
        day = parse_date(match["day"]) if match["day"] else None
        doubt = self._doubt(text, match)
        offset = match.start("numbers")
        for n, found in enumerate(_ITEM_NUMBER.finditer(match["numbers"])):
            span = (offset + found.start() if n else match.start(), offset + found.end())
            yield Candidate(*span, Form.AGENDA_ITEM, found[0], day=day, why_not=doubt)
        if day and not doubt:
            yield Candidate(*match.span("day"), Form.MEETING, day=day)

    def _doubt(self, text: str, match: re.Match[str]) -> str:
        """Why it may not be this board's, or of the meeting that it would be by its words alone."""
        before, after = sentence_before(text, match.start()), sentence_after(text, match.end())
        whose = _OF_WHOM.match(after)
        if self._bodies.names_anothers_list(before) or (whose and self._bodies.names_anothers_list(whose[0])):
            return _NOT_OURS
        if match["day"]:
            return ""
        return _UNCLEAR if _OTHER_TIME.search(before) or (whose and _OTHER_TIME.search(whose[0])) else ""
