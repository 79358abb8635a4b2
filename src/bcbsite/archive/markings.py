"""What marks a text as not for the public, by its wording alone.

Texts are compared as a reader sees them. A marking is in capitals, stands alone, or stands where markings
stand: in brackets, before a colon, in a heading. Small letters within a sentence speak of such things.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from bcbsite.archive.disguise import in_one_line, ways_to_see
from bcbsite.archive.marked_headings import (
    AGENDA,
    BEGINS_PART,
    PART,
)
from bcbsite.archive.marking_words import (
    AFTER,
    ANYWHERE,
    AS_NAME,
    BEFORE,
    BEGINNING,
    EDGE,
    GAP,
    MARKED,
    NONE,
    NOT_FOR,
    OF_SOMEBODY,
    OF_WHAT,
    OFFICIAL,
    PHRASES,
    WHOLE,
    WITH_MARGIN,
    WORDS,
    Found,
    phrase,
)
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
_WORDS_ALONE = re.compile(r"[\s\"'(\[]*[A-Za-z]+(?:[ ,:/()\[\]-]+[A-Za-z]+)*[\s\"')\].]*")
"""Words with no other signs than stand between words: “OFFICIAL +” and “OFFICIAL –” say more."""


_UNDER = r"\W{1,9}(?:UNDER|BY VIRTUE|PURSUANT|PARAGRAPHS?|PARAS?|SECTION|SCHEDULE|S)\b[^()\[\]{}a-z]{0,80}"
_IN_BRACKETS = re.compile(
    rf"[(\[{{][\s*_]{{0,9}}(?:{MARKED})(?:{GAP}{OF_WHAT})?(?:{_UNDER})?\s{{0,9}}[)\]}}:,-]"
    rf"|\((?:Confidential|Exempt|Restricted|(?i:{NOT_FOR}))(?i:{_UNDER})?\)\W{{0,9}}\Z"
    r"|[(\[{]\s{0,9}(?:SENSITIVE|O ?[/.] ?S\.?)\s{0,9}[)\]}]"
)
"""A single word needs brackets to mark the text that it stands in."""
_LEADING = re.compile(rf"{BEGINNING}(?:{MARKED})(?:{GAP}{OF_WHAT})?(?:\s*[:|\])]|\s+-|-\s)")
"""Or it leads it, before a colon or a dash."""
_LEADING_IN_SMALL_LETTERS = re.compile(
    rf"{BEGINNING}(?:(?:{PHRASES}|CONFIDENTIAL)(?:\s*[:|\])]|\s+-|-\s|\.\s)"
    rf"|(?:STRICTLY )?EMBARGO(?:ED)? UNTIL|(?:{NOT_FOR}){AFTER})",
    re.IGNORECASE,
)
_RECORD = r"(?:report|paper|document|item|appendix|annex|section|part|page|record|notice|minute|note)s?"
_OF_ITSELF = re.compile(
    r"(?:\bth(?:is|ese) (?:\w{1,20} )?|\A[\W_]*)"
    rf"{_RECORD} (?:is|are|contains?|must be|has been|should be)"
    r" (?:(?:marked|classed|classified|treated|regarded|considered|deemed|as|to|be|strictly|private|and) )*"
    r"(?:confidential(?! to nobody)|secret|official.{0,3}sensitive|not for publication"
    r"|exempt(?! from (?:the )?(?:VAT|tax|rates|duty|charges?|fees?|call.?in|contract|procurement|tender)\b)"
    r"|restricted(?! in scope\b| (?:reserves?|funds?|grants?|balances?|income)\b| to (?:capital|revenue)\b"
    r"| to the (?:\w{1,20} )?(?:boroughs?|districts?|budget|year)\b))\b"
    rf"|\b(?:this|these|the) (?:\w{{1,20}} )?{_RECORD} (?:is|are) (?:therefore )?"
    r"(?:exempt (?:under|by virtue|from publication|from disclosure|pursuant)|not for publication)\b"
    rf"|\bth(?:is|ese) {_RECORD} (?:must|should|may|is|are) not (?:to )?be "
    r"(?:published|shared|circulated|disclosed|released|copied|distributed)\b"
    r"|\A[\W_]*contains? (?:exempt|confidential|restricted|secret) (?:information|material|items|matters)\b"
    r"(?!\W{1,3}(?:no|none|nil|n/a)\b)",
    re.IGNORECASE,
)
"""“This report is exempt”, anywhere; “Report is exempt”, “Contains exempt information”, at the beginning."""
_AT_THE_END = re.compile(
    r".{0,80}[^\w'](?<!VAT )(?<!TAX )(?<!RATES )(?<!DUTY )"
    r"(?<!ACCESS )(?<!FUNDS )(?<!GRANTS )(?<!RESERVES )(?<!ROADS )"
    r"(?<!NOT )(?<!NON-)(?:CONFIDENTIAL|RESTRICTED|EXEMPT)[^\w]*"
)
"""“Page 1 of 5 CONFIDENTIAL”, “UK CONFIDENTIAL”: a line that ends with it in capitals."""
_LABEL = re.compile(r"[\W_]{0,9}([^\n:|]{1,60}?)(?::|\s-)\s*")
"""What stands before a colon or a dash: `Action:`, `BCB -`."""
_OF_MARKINGS = re.compile(
    r"(?:.{0,20}\b)?(?:classification|marking|gpms|gsc|status|sensitivity|handling)[\W_]*"
    r"|(?:agenda )?(?:item|appendix|annex|paper|report|attachment|enclosure)\W{0,3}[\w.]{1,6}",
    re.IGNORECASE,
)
"""A label after which a marking needs no capitals: `Protective marking:`, `Appendix A –`."""
_ONE_WORD = re.compile(rf"{BEGINNING}(?:SECRET|{WORDS}|SENSITIVE){EDGE}", re.IGNORECASE)
"""What can be a value in a list or a table, unless it is in capitals."""
_IN_NAME = re.compile(f"{BEFORE}(?:{OFFICIAL}|TOP{GAP}SECRET|{NOT_FOR}){AFTER}", re.IGNORECASE)
"""A file's name is no sentence, and has small letters anyway."""

_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[0-9])(?=[A-Za-z])|(?<=[A-Za-z])(?=[0-9])")
"""Where words of a file's name meet: “05OfficialSensitive”."""

# Every marking has one of these, however its words are held apart, and nearly every other text has none.
_STEMS = (
    *("camera", "classif", "closed", "confiden", "fident", "findent", "fedent", "embargo", "exclu", "exempt"),
    *("eyes", "internal", "o-s", "privat", "privileg", "protect", "restrict", "secret", "sens", "public"),
    *("press", "media", "members", "pink", "reserved", "tlp", "gaeedig", "off-sen", "offsen"),
    *("eithried", "cyfrinach", "preifat", "breifat"),
)
_STEM_PHRASES = (
    re.compile(f"off?i?c(?:i?a|ai)l|off{GAP}sen"),
    re.compile(phrase("no[tn]", "(?:yet)?", "(?:for|to|open|be|public)")),
    re.compile(phrase("do", "not")),
    re.compile(phrase("below", "the", "line")),
    re.compile(r"\bo ?[/.] ?s\b"),
    re.compile(phrase("(?:part|rhan|section)", "(?:ii|2|two|b|dau|three|[3c])")),
)


def which_may_be_marked(texts: Sequence[str]) -> list[int]:
    """The indices of those of *texts* in which a quick look cannot rule out a marking; linear in them all."""
    return _with_stems(["\n".join(ways_to_see(text)) for text in texts])


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
    for form in _STEM_PHRASES:
        for match in form.finditer(joined):
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
    if match := ANYWHERE.search(seen) or AS_NAME.search(seen):
        return match
    line = in_one_line(seen)
    if shape is Shape.ROW or NONE.fullmatch(line):
        return None
    if match := _IN_BRACKETS.search(seen) or _LEADING.match(seen):
        return match
    return _line_in(seen) if shape is Shape.SHARED else _alone(seen, line, shape)


def _alone(seen: str, line: str, shape: Shape) -> re.Match[str] | None:
    """A marking that is the whole of a text, or of a line of it in capitals, or that leads it.

    *line* is *seen* in one line: sentences go on over line ends.
    """
    if shape not in (Shape.CELL, Shape.ENTRY) or not _ONE_WORD.fullmatch(seen):
        match = WHOLE.fullmatch(seen) or _LEADING_IN_SMALL_LETTERS.match(line) or _OF_ITSELF.search(line)
        if match or (match := _part_in(seen)) or (match := _behind_labels(line)):
            return match
    return _line_in(seen)


def _line_in(seen: str) -> re.Match[str] | None:
    return next((line for line in _LINE.finditer(seen) if _is_marked_line(line[0])), None)


def _is_marked_line(line: str) -> bool:
    """Whether a line of a text is a marking by itself, or begins with one after a label or two."""
    if line.isupper() and (WHOLE.fullmatch(line) or _part_in(line)):
        return True
    whole = WITH_MARGIN.fullmatch(line) or OF_SOMEBODY.fullmatch(line) or _AT_THE_END.fullmatch(line)
    return bool(whole or _behind_labels(line))


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
    match = _LEADING.match(rest) or _LEADING_IN_SMALL_LETTERS.match(rest) or WITH_MARGIN.fullmatch(rest)
    if not match and (rest.isupper() or _OF_MARKINGS.fullmatch(label)):
        match = WHOLE.fullmatch(rest)
    return match


_LINE = re.compile(r"[^\n]+")
_ONE_LINE = 120


def _part_in(seen: str) -> re.Match[str] | None:
    """The line that begins a part which is not public, where *seen* is no sentence."""
    is_line = len(seen) < _ONE_LINE and (not seen.rstrip().endswith(".") or _PART_ALONE.fullmatch(seen))
    return BEGINS_PART.match(seen) if is_line and _PART_BEGINNING.match(seen) else None


_PART_ALONE = re.compile(rf"{BEGINNING}{PART}{EDGE}", re.IGNORECASE)
_PART_BEGINNING = re.compile(
    rf"{BEGINNING}(?:{AGENDA}(?:part|rhan|section)|below|pink|eitemau|sesiwn|closed|private|reserved|"
    rf"non-public)\b",
    re.IGNORECASE,
)
