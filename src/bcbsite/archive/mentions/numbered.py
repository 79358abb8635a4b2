"""The forms in which records mention actions, agenda items and the Act."""

import re
from collections.abc import Iterator

from bcbsite.archive.mentions.candidate import Candidate, Form
from bcbsite.read.dates import MONTHS, PRINTED_DAY, parse_date

_MONTH = "|".join(MONTHS)
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


def numbered_candidates(text: str) -> Iterator[Candidate]:
    """What in *text* looks like a mention of an action, an agenda item or the Act."""
    if "ction" in text:
        yield from _actions(text)
        for match in _ACT.finditer(text) if "55" in text else ():
            yield Candidate(*match.span(), Form.ACT)
    if "genda" in text:
        yield from _agenda_items(text)


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
