"""What marks a text as not for the public, by its wording alone.

Texts are compared as a reader sees them. A marking is in capitals, stands alone, or stands where markings
stand: in brackets, before a colon, in a heading. Small letters within a sentence speak of such things.

The words are those of the Government Security Classifications (OFFICIAL-SENSITIVE, SECRET, TOP SECRET), of
the scheme before 2014 (PROTECT, RESTRICTED, CONFIDENTIAL), and of Part VA of the Local Government Act 1972
and its Schedule 12A (exempt and confidential information, exclusion of the public), which councils use.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from bcbsite.archive.disguise import in_one_line, ways_to_see
from bcbsite.archive.exclusion import goes_private, is_exclusion
from bcbsite.archive.walk import Shape

_HARMLESS = {
    *(
        "",
        "official",
        "notprotectivelymarked",
        "nothing",
        "none",
        "unmarked",
        "notmarked",
        "nomarking",
        "npm",
    ),
    *("unclassified", "notclassified", "public", "open", "unrestricted", "notrestricted", "forpublication"),
    *(
        "officialpublic",
        "officialopen",
        "officialforpublication",
        "officialnotsensitive",
        "officialnonsensitive",
    ),
}
"""The letters and figures of every `classification` that is no bar."""


def is_harmless(classification: str) -> bool:
    """Whether a document with this `classification` may be published: only what is known is let through."""
    return not classification.strip() or all(map(_is_known, ways_to_see(classification)))


def _is_known(seen: str) -> bool:
    return bool(_WORDS_ALONE.fullmatch(seen)) and _SIGNS.sub("", seen).casefold() in _HARMLESS


def same_marking(one: str, other: str) -> bool:
    """Whether two markings are the same to a reader, whatever stands between their words."""
    return _letters_of(one) == _letters_of(other)


def _letters_of(marking: str) -> str:
    return _SIGNS.sub("", ways_to_see(marking)[-1]).casefold()


_SIGNS = re.compile(r"[\W_]+")
_WORDS_ALONE = re.compile(r"[\s\"'*_(\[]*[A-Za-z]+(?:[ ,:/()\[\]_*-]+[A-Za-z]+)*[\s\"'*_)\].]*")
"""Words with no other signs than stand between words: “OFFICIAL +” and “OFFICIAL –” say more."""


# Between the words of a marking there can be anything but letters and figures.
_GAP = r"[\W_]{0,40}"
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"


def _phrase(*words: str) -> str:
    return _GAP.join(words)


# “O-S maps were bought”, of the Ordnance Survey; “O-S maps of the safe houses” may be marked.
_OF_SURVEY = (
    r" (?:maps|mapping|map (?:sheets?|refs?|references?)|grid (?:refs?|references?))\b"
    r"(?=\W*\Z| [A-Z]{0,2} ?\d| (?:was|were|is|are|had|have|showed|shows?)\b)"
)
_OFFICIAL = "|".join(
    (
        _phrase("OFF?I?C(?:I?A|AI)L", "SEN(?:S[A-Z]*)?"),
        r"OFF?I?C(?:I?A|AI)L[^\w']{1,10}S",
        _phrase("OFF", "SENS?(?:ITIVE)?"),
        f"(?<!-)O-S(?!-)(?!{_OF_SURVEY})",
    )
)
_SECRET = f"(?:TOP{_GAP})?SECRET"
_NOT_FOR = "|".join(
    (
        _phrase(
            "NOT",
            f"(?:YET{_GAP})?FOR(?:[\\W_]{{1,9}}[A-Z]{{2,12}}){{0,2}}",
            "(?:PUB[A-Z]{2,10}|DISCLOSURE|RELEASE|CIRCULATION|DISTRIBUTION|DISSEMINATION)",
        ),
        _phrase(
            "NOT",
            "TO",
            "BE",
            f"(?:PUBLI[A-Z]{{1,8}}|DISCLOSED|CIRCULATED|DISTRIBUTED|RELEASED|SHARED|COPIED|MADE{_GAP}(?:PUBLIC|AVAILABLE))",
        ),
        _phrase("DO", "NOT", "(?:PUBLISH|DISCLOSE|CIRCULATE|DISTRIBUTE|RELEASE)"),
    )
)
_CONFIDENTIAL = "|".join(
    (
        _phrase("PRIVATE", "(?:AND)?", "CONFIDENTIAL"),
        _phrase("(?:STRICTLY|HIGHLY|COMMERCIALLY|COMPANY|STAFF)", "(?:PRIVATE|CONFIDENTIAL)"),
        _phrase("(?:HIGHLY|COMMERCIALLY|OPERATIONALLY)", "SENSITIVE"),
        f"(?:(?:COMMERCIAL|STAFF|MEDICAL|MANAGEMENT|POLICY|HONOURS){_GAP})?"
        + _phrase("IN", "(?:STRICT(?:EST)?)?", "CONFIDENCE"),
        _phrase("LEGAL(?:LY)?", "(?:PROFESSIONAL)?", "PRIVILEGED?"),
        _phrase("(?:INTERNAL|OFFICIAL)", "USE", "ONLY"),
        _phrase("(?:PRIVATE|CLOSED|CONFIDENTIAL|EXEMPT|SECRET)", "SESSION"),
        _phrase("EXEMPT", "FROM", "(?:PUBLICATION|DISCLOSURE)"),
        _phrase(
            "PROTECT", "(?:PERSONAL|COMMERCIAL|STAFF|MANAGEMENT|POLICY|INVESTIGATIONS?|PRIVATE|APPOINTMENTS)"
        ),
    )
)
_PHRASES = f"{_OFFICIAL}|{_SECRET}|{_NOT_FOR}|{_CONFIDENTIAL}"
_WORDS = "CONFIDENTIAL|RESTRICTED|EXEMPT|PRIVATE|CLASSIFIED|EMBARGO(?:ED)?"
_MARKED = rf"(?:{_PHRASES}|{_WORDS})(?:{_GAP}(?:AND{_GAP}|OR{_GAP})?(?:{_PHRASES}|{_WORDS})){{0,4}}"
_OF_WHAT = (
    "(?:REPORTS?|PAPERS?|ITEMS?|APPENDI(?:X|CES)|ANNEX(?:ES)?|SESSIONS?|SECTION|PART|MINUTES|AGENDA|BUSINESS|"
    "INFORMATION|MATTERS?|DOCUMENTS?|MEETINGS?|DISCUSSIONS?|BRIEFING|NOTES?|COPY|DRAFT|"
    "PERSONAL|COMMERCIAL|STAFF|OPERATIONAL|POLICY|MANAGEMENT|INVESTIGATIONS?)"
)
_GROUND = (
    "(?:UNTIL|UNDER|BY|PURSUANT|IN ACCORDANCE|WITHIN|AS DEFINED|PARAGRAPHS?|PARAS?|SCHEDULE|SECTION|S)"
    rf"{_AFTER}.*"
)
_EDGE = r"[\W_]*"
_BEGINNING = rf"{_EDGE}(?:[A-Za-z0-9]{{1,4}}[.)]\s{_EDGE})?"
"""What can stand before the words of a line: signs, and a label such as `(a)`, `iv.` or `12)`."""

_ANYWHERE = re.compile(f"{_BEFORE}(?:{_PHRASES}){_AFTER}")
"""In capitals these mark a text wherever they stand in it."""
_APART = r"[^\w.,;!?]{0,20}"
_AS_NAME = re.compile(
    rf"{_BEFORE}(?:Off?i?ci?al{_APART}Sensitive|OFF?I?CI?AL{_APART}(?i:sensitive)|(?i:off?i?ci?al){_APART}SENSITIVE)"
    rf"{_AFTER}"
)
"""The same with a capital in each word, or one word in capitals: “Official-Sensitive”, “OFFICIAL-Sensitive”.

It must look like one name: no comma and no end of a sentence within.
"""
_IN_BRACKETS = re.compile(rf"[(\[{{][\s*_]{{0,9}}(?:{_MARKED})(?:{_GAP}{_OF_WHAT})?\s{{0,9}}[)\]}}:,-]")
"""A single word needs brackets to mark the text that it stands in."""
_LEADING = re.compile(rf"{_BEGINNING}(?:{_MARKED})(?:{_GAP}{_OF_WHAT})?(?:\s*[:|\])]|\s+-|-\s)")
"""Or it leads it, before a colon or a dash."""
_LEADING_IN_SMALL_LETTERS = re.compile(
    rf"{_BEGINNING}(?:(?:{_PHRASES}|CONFIDENTIAL)(?:\s*[:|\])]|\s+-|-\s|\.\s)"
    rf"|(?:STRICTLY )?EMBARGO(?:ED)? UNTIL|(?:{_NOT_FOR}){_AFTER})",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"(?:\bth(?:is|ese) (?:\w{1,20} )?|\A[\W_]*)"
    r"(?:report|paper|document|item|appendix|annex|section|part|page|record|notice|minute)s?"
    r" (?:is|are|contains?|must be|has been|should be)"
    r" (?:(?:marked|classed|classified|treated|regarded|considered|deemed|as|to|be|strictly|private|and) )*"
    r"(?:confidential|secret|official.{0,3}sensitive|not for publication"
    r"|exempt(?! from (?:VAT|tax|rates|duty|charges?|fees?)\b)"
    r"|restricted(?! (?:reserves?|funds?|grants?|balances?|income)\b"
    r"| to the (?:\w{1,20} )?(?:boroughs?|districts?|budget|year)\b))\b"
    r"|\A[\W_]*contains? (?:exempt|confidential|restricted|secret) (?:information|material|items|matters)\b",
    re.IGNORECASE,
)
"""“This report is exempt”, anywhere; “Report is exempt”, “Contains exempt information”, at the beginning."""
_WHOLE = re.compile(
    rf"{_BEGINNING}(?:(?:{_MARKED})(?:{_GAP}{_OF_WHAT})*(?:[\W_]+{_GROUND})?|SENSITIVE|IN{_GAP}PRIVATE|IN{_GAP}CAMERA)"
    rf"{_EDGE}",
    re.IGNORECASE | re.DOTALL,
)
"""A text that is a marking and nothing else, but for the ground."""
_WITH_MARGIN = re.compile(
    rf"{_BEGINNING}(?:(?:{_MARKED})(?:{_GAP}{_OF_WHAT}){{0,3}}{_AFTER}(?:"
    r"(?:[\W_]{1,20}(?i:page|copy|version|of|no|\d{1,4}(?:st|nd|rd|th)?|[a-z]|[ivx]{1,5}"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})(?![^\W_])){0,9}"
    r"|[\W_]{1,20}(?i:when|once|if|until|till|while|pending)\b.*)"
    rf"|NOT{_GAP}(?:YET{_GAP})?(?:FOR|TO{_GAP}BE)|DO{_GAP}NOT){_EDGE}"
)
"""“CONFIDENTIAL Page 2 of 3”, “CONFIDENTIAL ANNEX A”, “RESTRICTED (when complete)”.

A line “NOT FOR” begins a marking.
"""
_OF_SOMEBODY = re.compile(
    rf"{_BEGINNING}(?:{_MARKED})(?:{_GAP}{_OF_WHAT}){{1,3}}[\W_]{{1,20}}(?:OF|TO|BY|FROM|ON|FOR|ABOUT)\b[^a-z\n]*"
)
"""“CONFIDENTIAL REPORT OF THE CHIEF CONSTABLE”, all in capitals."""
_LABEL = re.compile(r"[\W_]{0,9}([^\n:|]{1,60}?)(?::|\s-)\s*")
"""What stands before a colon or a dash: `Action:`, `BCB -`."""
_OF_MARKINGS = re.compile(
    r"(?:.{0,20}\b)?(?:classification|marking|gpms|gsc|status|sensitivity|handling)[\W_]*", re.IGNORECASE
)
"""A label after which a marking needs no capitals: `Protective marking:`."""
_NONE = re.compile(
    r"[^\n:.;|()\[\]-]{0,80}(?::|-)\s{0,9}(?:none|no|nil|n/?a|not (?:applicable|needed|required))[\W_]{0,9}",
    re.IGNORECASE,
)
"""“Exempt items: none” says that there is nothing."""
_ONE_WORD = re.compile(rf"{_BEGINNING}(?:SECRET|{_WORDS}|SENSITIVE){_EDGE}", re.IGNORECASE)
"""What can be a value in a list or a table, unless it is in capitals."""
_IN_NAME = re.compile(f"{_BEFORE}(?:{_OFFICIAL}|TOP{_GAP}SECRET|{_NOT_FOR}){_AFTER}", re.IGNORECASE)
"""A file's name is no sentence, and has small letters anyway."""

_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[0-9])(?=[A-Za-z])|(?<=[A-Za-z])(?=[0-9])")
"""Where words of a file's name meet: “05OfficialSensitive”."""

# Headings: what is in their brackets, before a colon or dash, or after one.
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_ABOVE_OFFICIAL = f"{_BEFORE}(?:{_OFFICIAL}|{_SECRET}|{_NOT_FOR}){_AFTER}"
_STRONG = re.compile(_ABOVE_OFFICIAL)
_IN_NOTE = re.compile(_ABOVE_OFFICIAL, re.IGNORECASE)
_NOTE = re.compile(
    rf"(?<!not )(?<!non-)(?<!no longer ){_BEFORE}(?:CONFIDENTIAL|RESTRICTED|EXEMPT|CLASSIFIED|EMBARGOED"
    rf"|(?:PRIVATE|CLOSED)(?:{_GAP}{_OF_WHAT}|{_EDGE}$)|IN{_GAP}(?:PRIVATE|CAMERA)){_AFTER}",
    re.IGNORECASE,
)
_PREFIX = re.compile(rf"{_EDGE}(?:{_MARKED})(?:{_GAP}{_OF_WHAT})?(?:\s*[:|]|\s+-|-\s)", re.IGNORECASE)
_SUFFIX = re.compile(rf"(?:[:|]\s*|\s-\s*)((?:{_MARKED})(?:{_GAP}{_OF_WHAT})?){_EDGE}$", re.IGNORECASE)
_PART = rf"part{_GAP}(?:ii|2|two|b)\b"
_PRIVATE = rf"(?:exempt|confidential|private|closed|restricted|secret)(?:{_GAP}{_OF_WHAT}.*|[\W_]*)$"
_AGENDA = r"(?:(?:agenda|minutes)[\W_]{1,20})?"
_BEGINS_PART = re.compile(
    rf"{_BEGINNING}{_AGENDA}{_PART}(?:{_EDGE}$|[\W_]+(?:items?|agenda|business|minutes|matters|session|meeting){_EDGE}$"
    rf"|[\W_]+(?!of\b)(?:.*\b)?(?:{_PRIVATE}|in private"
    r"|in camera|not for publication|not open to|exclu(?:ded|sion)))"
    rf"|{_BEGINNING}closed{_GAP}(?:session|part|meeting|agenda|items?|business|minutes){_EDGE}$",
    re.IGNORECASE | re.DOTALL,
)
_ITEMS = re.compile(r"\b(?:items?|business|matters?|reports?|session|discussion)\b", re.IGNORECASE)
_BEHIND_DOORS = re.compile(
    r"\b(?:in private(?! (?:ownership|homes?|houses?|hands|hire)\b)"
    r"|not open to(?! (?:challenge|question|doubt)\b)"
    r"|(?<!not )exclu(?:ded|sion))\b",
    re.IGNORECASE,
)
# Every marking has one of these, however its words are held apart, and nearly every other text has none.
_STEMS = (
    *("camera", "classif", "closed", "confiden", "embargo", "exclu", "exempt", "internal", "o-s", "privat"),
    *("privileg", "protect", "restrict", "secret", "sens"),
)
_STEM_PHRASES = (
    re.compile(f"off?i?c(?:i?a|ai)l|off{_GAP}sen"),
    re.compile(_phrase("not", "(?:yet)?", "(?:for|to|open)")),
    re.compile(_phrase("do", "not")),
    re.compile(_phrase("part", "(?:ii|2|two|b)")),
)


class Found(NamedTuple):
    """A marking."""

    words: str
    line: int = 0
    """How many lines after the beginning of the text it stands."""


def which_may_be_marked(texts: Sequence[str]) -> list[int]:
    """The indices of those of *texts* in which a quick look cannot rule out a marking; linear in them all."""
    return _with_stems(["\n".join(ways_to_see(text)) for text in texts])


def may_be_marked(text: str) -> bool:
    """Whether a quick look at *text* cannot rule out a marking."""
    return bool(which_may_be_marked([text]))


def _has_stem(seen: str) -> bool:
    return bool(_with_stems([seen]))


def _with_stems(seen: Sequence[str]) -> list[int]:
    """The indices of those of *seen* that have a stem; all are searched as one text, a line each or more."""
    small = [text.lower() for text in seen]
    ends = [*accumulate(len(text) + 1 for text in small)]
    joined = "\n".join(small)
    found: set[int] = set()
    for stem in _STEMS:
        start = joined.find(stem)
        while start >= 0:
            index = bisect_right(ends, start)
            found.add(index)
            start = joined.find(stem, ends[index])
    for phrase in _STEM_PHRASES:
        for match in phrase.finditer(joined):
            # One that goes on into the next text could hide one that begins there.
            found.update(range(bisect_right(ends, match.start()), bisect_right(ends, match.end() - 1) + 1))
    return sorted(found)


def marking_in(text: str, shape: Shape) -> Found | None:
    """The first marking in *text*, if it has one."""
    if shape is Shape.ANCHOR:
        return None
    for seen in ways_to_see(text):
        if _has_stem(seen) and (match := _match_in(seen, shape)):
            return Found(" ".join(match[0].split()).strip(" -:|"), _line_of(match, seen))
    return None


def _line_of(match: re.Match[str], seen: str) -> int:
    """How many lines of *seen* come before *match*, which is one of it, or of it in one line."""
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    if match.string == seen:
        return seen.count("\n", 0, start)
    words = len(match.string[:start].split())
    ends = accumulate(len(line.split()) for line in seen.split("\n"))
    return sum(1 for end in ends if end <= words and end < len(seen.split()))


def _match_in(seen: str, shape: Shape) -> re.Match[str] | None:
    if shape is Shape.NAME:
        return _IN_NAME.search(_JOINED.sub(" ", seen))
    if match := _ANYWHERE.search(seen) or _AS_NAME.search(seen):
        return match
    line = in_one_line(seen)
    if shape is Shape.ROW or _NONE.fullmatch(line):
        return None
    if match := _IN_BRACKETS.search(seen) or _LEADING.match(seen):
        return match
    return _line_in(seen) if shape is Shape.SHARED else _alone(seen, line, shape)


def _alone(seen: str, line: str, shape: Shape) -> re.Match[str] | None:
    """A marking that is the whole of a text, or of a line of it in capitals, or that leads it.

    *line* is *seen* in one line: sentences go on over line ends.
    """
    if shape not in (Shape.CELL, Shape.ENTRY) or not _ONE_WORD.fullmatch(seen):
        match = _WHOLE.fullmatch(seen) or _LEADING_IN_SMALL_LETTERS.match(line) or _OF_ITSELF.search(line)
        if match or (match := _part_in(seen)) or (match := _behind_labels(line)):
            return match
    return _line_in(seen)


def _line_in(seen: str) -> re.Match[str] | None:
    return next((line for line in _LINE.finditer(seen) if _is_marked_line(line[0])), None)


def _is_marked_line(line: str) -> bool:
    """Whether a line of a text is a marking by itself, or begins with one after a label or two."""
    if line.isupper() and (_WHOLE.fullmatch(line) or _part_in(line)):
        return True
    return bool(_WITH_MARGIN.fullmatch(line) or _OF_SOMEBODY.fullmatch(line) or _behind_labels(line))


def _behind_labels(line: str) -> re.Match[str] | None:
    for _ in range(3):
        label = _LABEL.match(line)
        if not label:
            return None
        line = line[label.end() :]
        if match := _marked_after(label[1], line):
            return match
    return None


def _marked_after(label: str, rest: str) -> re.Match[str] | None:
    match = _LEADING.match(rest) or _LEADING_IN_SMALL_LETTERS.match(rest) or _WITH_MARGIN.fullmatch(rest)
    if not match and (rest.isupper() or _OF_MARKINGS.fullmatch(label)):
        match = _WHOLE.fullmatch(rest)
    return match


_LINE = re.compile(r"[^\n]+")
_ONE_LINE = 120


def _part_in(seen: str) -> re.Match[str] | None:
    """The line that begins a part which is not public, where *seen* is no sentence."""
    is_line = len(seen) < _ONE_LINE and not seen.rstrip().endswith(".")
    return _BEGINS_PART.match(seen) if is_line and _PART_BEGINNING.match(seen) else None


_PART_BEGINNING = re.compile(rf"{_BEGINNING}{_AGENDA}part\b", re.IGNORECASE)


def marking_of_heading(title: str) -> Found | None:
    """What in a heading marks the text below it: a note in brackets, a word before or after a colon or dash.

    *title* has its note. “(Sensitive – Operational)” says what an item is about, and is no bar.
    """
    return next(filter(None, map(_mark_of_heading, ways_to_see(title))), None)


def _mark_of_heading(title: str) -> Found | None:
    seen = _less_money(in_one_line(title))
    if _NONE.fullmatch(seen):
        return None
    if _is_part(seen) or is_exclusion(seen):
        return Found(" ".join(seen.split()))
    for bracket in _BRACKET.finditer(seen):
        if _NOTE.search(bracket[1]):
            return Found(bracket[1].strip())
    if match := (
        _WHOLE.fullmatch(seen)
        or _WITH_MARGIN.fullmatch(seen)
        or _OF_SOMEBODY.fullmatch(seen)
        or _PREFIX.match(seen)
        or _ANYWHERE.search(seen)
    ):
        return Found(match[0].strip(" -:|"))
    match = _SUFFIX.search(seen)
    return Found(match[1]) if match else None


def _less_money(seen: str) -> str:
    """A heading without what it says of money or duties: “Grants – restricted”, “VAT (exempt)”."""
    if _FUNDS.search(seen):
        seen = seen.replace("restricted", "")
    return seen.replace("exempt", "") if _TAXES.search(seen) else seen


_FUNDS = re.compile(r"\b(?:funds?|reserves?|grants?|balances?|on duty)\b", re.IGNORECASE)
_TAXES = re.compile(r"\bVAT\b")


def strong_marking_of_heading(title: str) -> Found | None:
    """What in a heading forbids publication even where no text is below it."""
    return next(filter(None, map(_strong_mark_of_heading, ways_to_see(title))), None)


def _strong_mark_of_heading(seen: str) -> Found | None:
    notes = (_IN_NOTE.search(bracket[1]) for bracket in _BRACKET.finditer(seen))
    match = _STRONG.search(seen) or _AS_NAME.search(seen) or next(filter(None, notes), None)
    return Found(" ".join(match[0].split())) if match else None


def begins_part(title: str) -> bool:
    """Whether a heading begins a part that is not public, so that it marks what comes after it as well."""
    seen = in_one_line(title)
    return bool(_is_part(seen) or _WHOLE.fullmatch(seen) or _WITH_MARGIN.fullmatch(seen))


def _is_part(seen: str) -> bool:
    items = _ITEMS.search(seen)
    return bool(
        _BEGINS_PART.match(seen) or (items and _BEHIND_DOORS.search(seen, items.end())) or goes_private(seen)
    )
