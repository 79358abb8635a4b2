"""What in a heading marks the text below it, or what comes after it, as not for the public."""

import re

from bcbsite.archive.disguise import in_one_line, ways_to_see
from bcbsite.archive.exclusion import goes_private, is_exclusion
from bcbsite.archive.marking_words import (
    AFTER,
    ANYWHERE,
    AS_NAME,
    BEFORE,
    BEGINNING,
    EDGE,
    GAP,
    GROUND,
    MARKED,
    NONE,
    NOT_FOR,
    OF_SOMEBODY,
    OF_WHAT,
    OFFICIAL,
    SECRET,
    WHOLE,
    WITH_MARGIN,
    Found,
)

# Headings: what is in their brackets, before a colon or dash, or after one.
_BRACKET = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_ABOVE_OFFICIAL = f"{BEFORE}(?:{OFFICIAL}|{SECRET}|{NOT_FOR}){AFTER}"
_STRONG = re.compile(_ABOVE_OFFICIAL)
_IN_NOTE = re.compile(_ABOVE_OFFICIAL, re.IGNORECASE)
_THINGS = (
    r"(?:reporting|(?:help|hot)?lines?|vehicles?|propert(?:y|ies)|dut(?:y|ies)|patients?|sector|"
    r"landlords?|homes?|"
    r"hous(?:e|es|ing)|rented|hire|members?|compan(?:y|ies)|ad(?:s|vert\w*)|accommodation|supplies|supply|"
    r"reserves?|"
    r"funds?|waste|counselling|support|weapons?|firearms|areas?|access|zones?|roads?|speeds?|hours|"
    r"employees|status|"
    r"categor(?:y|ies)|goods|premises|(?:and|or) (?:prohibited|adjusted|public|voluntary|designated|general)|"
    r"prosecutions?|individuals|investment|finance|secretary|detectives?|security|schools?|charit(?:y|"
    r"ies)|staff posts)\b"
)
"""What an adjective says nothing of papers with: “exempt vehicles”, “restricted duties”."""
_NOTE = re.compile(
    rf"(?<!not )(?<!non-)(?<!no longer ){BEFORE}(?:(?:CONFIDENTIAL|RESTRICTED|EXEMPT|CLASSIFIED|EMBARGOED)"
    rf"(?![\W_]{{1,3}}{_THINGS})|NOT PUBLIC|(?:COMMERCIALLY|OPERATIONALLY) SENSITIVE|IN{GAP}CONFIDENCE|"
    rf"LEGALLY PRIVILEGED"
    rf"|(?:PRIVATE|CLOSED|NON-PUBLIC)(?:{GAP}{OF_WHAT}|{EDGE}$)|IN{GAP}(?:PRIVATE|CAMERA))"
    rf"{AFTER}|^{EDGE}PART (?:2|II){EDGE}$|^{EDGE}(?-i:PROTECT){EDGE}$",
    re.IGNORECASE,
)
_PREFIX = re.compile(rf"{EDGE}(?:{MARKED})(?:{GAP}{OF_WHAT})?(?:\s*[:|]|\s+-|-\s)", re.IGNORECASE)
_SUFFIX = re.compile(
    rf"(?:[:|/,;•·]\s*|\s-\s*)((?:(?:{MARKED})(?:{GAP}{OF_WHAT})?|part (?:2|ii)(?: items?)?)"
    rf"(?:[\W_]+(?:UNDER|BY VIRTUE|PURSUANT|PARAGRAPHS?|PARAS?|SECTION|SCHEDULE)\b.*)?){EDGE}$",
    re.IGNORECASE,
)
_IN_CAPITALS = re.compile(
    rf"{BEFORE}(?:CONFIDENTIAL|RESTRICTED|EXEMPT){AFTER}(?![\W_]{{1,3}}(?i:{_THINGS}))(?!.*(?i:policy|"
    rf"training)\b)"
)
"""“Lease EXEMPT”, “CONFIDENTIAL LEASE”."""
_REPORT_OF = re.compile(
    rf"{EDGE}(?:{MARKED}){GAP}(?:report|paper|item|appendix|appendices|annex|minutes?|note|briefing)"
    r"(?: (?:to|of|on|by|from|for|about)\b| ?[\d:(-]| [a-z]\b).*",
    re.IGNORECASE,
)
"""“Confidential appendix to item 4”."""
PART = rf"(?:part|rhan){GAP}(?:ii|2[ab]?|two|b|dau)\b"
_ANY_PART = rf"(?:part|rhan|section){GAP}(?:[ivx]{{1,4}}|\d{{1,2}}[a-z]?|one|two|three|four|[a-h])\b"
_PRIVATE = (
    r"(?:exempt|confidential|private|closed|restricted|secret|non-public|eithriedig|cyfrinachol|preifat)"
    rf"(?:{GAP}{OF_WHAT}.*|[\W_]*|[\W_]+{GROUND})$"
)
_BUSINESS = r"(?:items?|agenda|business|minutes|matters|session|meeting|reports?|papers?)"
AGENDA = r"(?:(?:agenda|minutes)[\W_]{1,20})?"
BEGINS_PART = re.compile(
    rf"{BEGINNING}{AGENDA}{PART}(?:{EDGE}$|(?:[\W_]+{_BUSINESS}){{1,3}}{EDGE}$"
    rf"|[\W_]+(?!of\b)(?:.*\b)?(?:{_PRIVATE}|in private"
    r"|in camera|not for publication|(?:not open|closed) to|exclu(?:ded|sion)))"
    rf"|{BEGINNING}{_ANY_PART}[\W_]{{1,9}}{_PRIVATE}"
    rf"|{BEGINNING}(?:closed|private|non-public|not public|reserved|confidential|exempt|restricted){GAP}"
    rf"(?:{_BUSINESS}|part|section|board|committee)(?:{GAP}meeting)?(?:[\W_]+of[\W_]+the[\W_]+(?:meeting|"
    rf"agenda|minutes))?"
    rf"{EDGE}$"
    rf"|{BEGINNING}(?:below{GAP}the{GAP}line|pink{GAP}papers?)(?:{GAP}items?)?{EDGE}$"
    rf"|{BEGINNING}(?:eitemau|sesiwn|busnes){GAP}(?:eithriedig|cyfrinachol|preifat|breifat|"
    rf"gaeedig){EDGE}$",
    re.IGNORECASE | re.DOTALL,
)
_ITEMS = re.compile(r"\b(?:items?|business|matters?|reports?|session|discussion)\b", re.IGNORECASE)
_BEHIND_DOORS = re.compile(
    r"\b(?:in private(?=\W*$|\W*[(:;,-]| (?:session|part|meeting|by|under|because|as)\b)"
    r"|not open to(?! (?:challenge|question|doubt)\b)"
    r"|in (?:the )?absence of (?:the )?(?:press|public|media)|containing (?:exempt|confidential) information"
    r"|(?:press|public|media)\b.{0,60}(?<!not )excluded|exclusion of (?:the )?(?:press|public|media))\b",
    re.IGNORECASE,
)


def marking_of_heading(title: str) -> Found | None:
    """What in a heading marks the text below it: a note in brackets, a word before or after a colon or dash.

    *title* has its note. “(Sensitive – Operational)” says what an item is about, and is no bar.
    """
    return next(filter(None, map(_mark_of_heading, ways_to_see(title))), None)


def _mark_of_heading(title: str) -> Found | None:
    seen = _less_money(in_one_line(title))
    if NONE.fullmatch(seen) or _ABOUT.fullmatch(seen):
        return None
    if _is_part(seen) or is_exclusion(seen):
        return Found(" ".join(seen.split()))
    for bracket in _BRACKET.finditer(seen):
        if _NOTE.search(bracket[1]):
            return Found(bracket[1].strip())
    if match := (
        WHOLE.fullmatch(seen)
        or WITH_MARGIN.fullmatch(seen)
        or OF_SOMEBODY.fullmatch(seen)
        or _PREFIX.match(seen)
        or ANYWHERE.search(seen)
        or _REPORT_OF.fullmatch(seen)
        or _IN_CAPITALS.search(seen)
    ):
        return Found(match[0].strip(" -:|"))
    match = _SUFFIX.search(seen)
    return Found(match[1]) if match else None


def _less_money(seen: str) -> str:
    """A heading without what it says of money, duties or owners: “Grants – restricted”, “VAT (exempt)”."""
    if _FUNDS.search(seen):
        seen = seen.replace("restricted", "")
    if _TAXES.search(seen):
        seen = re.sub("[Ee]xempt", "", seen)
    if _OWNERS.search(seen):
        seen = re.sub("[Pp]rivate", "", seen)
    return _ENDED.sub("", seen)


_FUNDS = re.compile(
    r"\b(?:funds?|reserves?|grants?|balances?|on duty|firearms|ammunition|byways?|\w+ zones?|"
    r"roads)\b(?!.*\brestricted item)",
    re.IGNORECASE,
)
_TAXES = re.compile(
    r"\b(?:VAT|(?:council )?tax|(?:business )?rates|parking|freedom of information|"
    r"publication scheme)\b",
    re.IGNORECASE,
)
_OWNERS = re.compile(r"\b(?:housing|landlords?|prosecutions?|sponsorship|security)\b", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:consultations?|(?:pension )?schemes?|actions?|stations?|cases?|surveys?|schools?|roads?|"
    r"complaints?)"
    r" ?[(:-] ?closed\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"legal (?:professional )?privilege|.{0,80}\b(?:information|material|items|reporting|privilege|"
    r"privileged material) "
    r"(?:policy|policies|procedures?|guidance|training|line|scheme)\W*",
    re.IGNORECASE,
)
"""“Classified information policy” is about such papers."""


def strong_marking_of_heading(title: str) -> Found | None:
    """What in a heading forbids publication even where no text is below it."""
    return next(filter(None, map(_strong_mark_of_heading, ways_to_see(title))), None)


def _strong_mark_of_heading(seen: str) -> Found | None:
    notes = (_IN_NOTE.search(bracket[1]) for bracket in _BRACKET.finditer(seen))
    match = _STRONG.search(seen) or AS_NAME.search(seen) or next(filter(None, notes), None)
    return Found(" ".join(match[0].split())) if match else None


def begins_part(title: str) -> bool:
    """Whether a heading begins a part that is not public, so that it marks what comes after it as well."""
    seen = in_one_line(title)
    return bool(_is_part(seen) or WHOLE.fullmatch(seen) or WITH_MARGIN.fullmatch(seen))


def _is_part(seen: str) -> bool:
    items = _ITEMS.search(seen)
    return bool(
        BEGINS_PART.match(seen) or (items and _BEHIND_DOORS.search(seen, items.end())) or goes_private(seen)
    )
