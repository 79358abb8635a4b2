"""Page headers, page footers, page numbers and signature rules, known by repetition and place."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.importing.document import Doubt, LeftOut, Omission, Origin
from bcbsite.importing.furniture import is_no_sentence
from bcbsite.importing.pdf.lines import Line

# How many lines from the edge, and which share of the page, can be furniture.
MOST_LINES = 6
EDGE = 0.16
# How far apart, in points, the same furniture stands on two pages.
SAME_PLACE = 4.0

# Page 1 of 3, 2/3, - 4 -, 5 | P a g e, [6]
_PAGE_NUMBER = re.compile(
    r"\W*(?:p\s?a\s?g\s?e\s*)?(?P<page>\d{1,4})(?:\s*(?:of|/)\s*(?P<pages>\d{1,4}))?\W*(?:p\s?a\s?g\s?e)?\W*",
    re.IGNORECASE,
)
# Page 1 of 3
_COUNTED_PAGE = re.compile(r"page\s+\d{1,4}\s+of\s+\d{1,4}", re.IGNORECASE)
# Signed ________ Dated 6th November 2018, Chairman's signature ............. Date ........
_SIGNATURE = re.compile(r"(?=.{0,40}\bsign).*(?:_{4}|\.{6}|…{3})", re.IGNORECASE)
_RULE = re.compile(r"\s*(?:_{2,}|\.{4,}|…{2,})\s*")
_NUMBER = re.compile(r"\d+")
# “The Board noted the report.”: on each page it may be said of another matter
_SENTENCE = re.compile(r"[A-Z“‘(].*[a-z]{2}.* [a-z].*[a-z)”’][.;:]")


@dataclass(frozen=True, slots=True)
class Leaf:
    """The lines of one page that stand in no table, from top to bottom."""

    number: int
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    leaf: Leaf
    line: Line
    foot: bool

    @property
    def text(self) -> str:
        return _RULE.sub(" _ ", self.line.text).strip().casefold()

    @property
    def numbers(self) -> list[int]:
        return [int(number) for number in _NUMBER.findall(self.text)]


Kept = tuple[list[list[Line]], list[Omission], list[Doubt]]


def without_furniture(leaves: list[Leaf]) -> Kept:
    """The lines of each page without its furniture, the furniture, and what looked like some but was kept."""
    candidates = [candidate for leaf in leaves for candidate in _candidates(leaf)]
    sure = _marked(candidates) | _signatures(candidates) | _page_numbers(candidates, len(leaves))
    out = _outermost(candidates, _repeated(candidates) | sure, sure)
    kept = [[line for line in leaf.lines if id(line) not in out] for leaf in leaves]
    omissions = [
        Omission(candidate.line.text, out[id(candidate.line)], Origin(candidate.leaf.number))
        for candidate in candidates
        if id(candidate.line) in out
    ]
    return kept, omissions, list(_doubts(candidates, out))


def _candidates(leaf: Leaf) -> Iterator[_Candidate]:
    """The lines near the two edges of a page, each once, and what people type where a page used to end."""
    for index, line in enumerate(leaf.lines):
        from_foot = len(leaf.lines) - index
        if index < MOST_LINES and line.base < leaf.height * EDGE:
            yield _Candidate(leaf, line, False)
        elif (
            (from_foot <= MOST_LINES and line.base > leaf.height * (1 - EDGE))
            or _is_signature(line)
            or _COUNTED_PAGE.fullmatch(line.text)
        ):
            yield _Candidate(leaf, line, True)


def _outermost(
    candidates: list[_Candidate], found: dict[int, LeftOut], sure: dict[int, LeftOut]
) -> dict[int, LeftOut]:
    """What was found, without the repeated lines between which and the edge a line of the text stands."""
    out = dict(sure)
    for group in (candidates, candidates[::-1]):
        page, is_open = 0, True
        for candidate in group:
            if candidate.foot != (group is not candidates):
                continue
            if candidate.leaf.number != page:
                page, is_open = candidate.leaf.number, True
            is_open = is_open and id(candidate.line) in found
            if is_open:
                out[id(candidate.line)] = found[id(candidate.line)]
    return out


def _marked(candidates: list[_Candidate]) -> dict[int, LeftOut]:
    """What the file itself marks as no part of its text."""
    return {
        id(candidate.line): LeftOut.FOOTER if candidate.foot else LeftOut.HEADER
        for candidate in candidates
        if candidate.line.tag == "Artifact"
    }


def _page_numbers(candidates: list[_Candidate], pages: int) -> dict[int, LeftOut]:
    """`Page 2 of 3` on page 2 of 3 is one even where it stands once, a bare number where several
    pages have one at the same distance from their place.
    """
    out: dict[int, LeftOut] = {}
    by_distance: dict[tuple[bool, int], list[_Candidate]] = defaultdict(list)
    for candidate in candidates:
        found = _PAGE_NUMBER.fullmatch(candidate.line.text)
        if found and found["pages"] and int(found["page"]) <= int(found["pages"]) <= pages:
            out[id(candidate.line)] = LeftOut.PAGE_NUMBER
        elif found:
            distance = int(found["page"]) - candidate.leaf.number
            by_distance[candidate.foot, distance].append(candidate)
    for group in by_distance.values():
        if len({candidate.leaf.number for candidate in group}) > 1:
            out.update((id(candidate.line), LeftOut.PAGE_NUMBER) for candidate in group)
    return out


def _signatures(candidates: list[_Candidate]) -> dict[int, LeftOut]:
    """Rules to sign on that stand on two or more pages, wherever the text above them ends."""
    found = [candidate for candidate in candidates if _is_signature(candidate.line)]
    if len({candidate.leaf.number for candidate in found}) < 2:
        return {}
    return {id(candidate.line): LeftOut.SIGNATURE for candidate in found}


def _repeated(candidates: list[_Candidate]) -> dict[int, LeftOut]:
    """Lines that stand in the same place of two pages next to each other or next but one, with no more
    between them than a page number that goes on.
    """
    groups: dict[tuple[bool, str], list[_Candidate]] = defaultdict(list)
    for candidate in candidates:
        if not (_is_numbered(candidate.line) or _SENTENCE.fullmatch(candidate.line.text)):
            groups[candidate.foot, _NUMBER.sub("0", candidate.text)].append(candidate)
    out: dict[int, LeftOut] = {}
    for (foot, text), group in groups.items():
        if not any(sign.isalpha() for sign in text):
            continue
        kind = LeftOut.FOOTER if foot else LeftOut.HEADER
        for index, candidate in enumerate(group):
            for other in group[index + 1 : index + 4]:
                if _is_same(candidate, other):
                    out[id(candidate.line)] = out[id(other.line)] = kind
    return out


def _is_signature(line: Line) -> bool:
    return bool(_SIGNATURE.match(line.text)) and is_no_sentence(line.text)


def _is_numbered(line: Line) -> bool:
    """Whether a line begins with the number of a paragraph; a bare figure may be that of the page."""
    return bool(line.label and not line.label.bullet and not line.label.text.isdecimal())


def _is_same(one: _Candidate, other: _Candidate) -> bool:
    pages = other.leaf.number - one.leaf.number
    if not 1 <= pages <= 2 or abs(_place(one) - _place(other)) > SAME_PLACE:
        return False
    steps = {b - a for a, b in zip(one.numbers, other.numbers, strict=True)}
    return steps <= {0, pages}


def _place(candidate: _Candidate) -> float:
    """How far from its edge a line stands."""
    base = candidate.line.base
    return candidate.leaf.height - base if candidate.foot else base


def _doubts(candidates: list[_Candidate], out: dict[int, LeftOut]) -> Iterator[Doubt]:
    repeated = Counter(candidate.line.text for candidate in candidates)
    for candidate in candidates:
        line = candidate.line
        outermost = line is candidate.leaf.lines[-1] or line is candidate.leaf.lines[0]
        if id(line) in out or not outermost:
            continue
        what = ""
        if _PAGE_NUMBER.fullmatch(line.text):
            what = "a page number"
        elif _is_signature(line):
            what = "a line to sign on"
        elif repeated[line.text] > 1 and _SENTENCE.fullmatch(line.text):
            what = "of the page and not of the record"
        if what:
            yield Doubt(f"“{line.text}” may be {what}; it was kept.", Origin(candidate.leaf.number))
