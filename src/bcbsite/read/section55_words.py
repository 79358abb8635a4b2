"""The headings and labels that divide an inspection report with its response, and what is nearly one."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from bcbsite.model.section55 import FindingKind, SectionKind
from bcbsite.read.section55_offices import Giver, Offices, as_heading
from bcbsite.text.fold import fold, folded

_KINDS = "|".join(FindingKind)
_FINDING = re.compile(rf"({_KINDS})(?:\s+(\d{{1,6}}))?\s*:?\s*", re.IGNORECASE)
_BEGINS_AS_A_FINDING = re.compile(rf"({_KINDS})\b(?:\s+(\d{{1,6}})\b)?", re.IGNORECASE)
_PERHAPS_A_FINDING = re.compile(
    r"([A-Za-z][A-Za-z ]*?)\s*(?:(?:no|number)\b\.?\s*)?(\d{1,6})\b", re.IGNORECASE
)
# What else a heading calls findings, and of which kind they are then.
_SPOKEN_OF = (
    (
        re.compile(r"\brecommendation\b|\brec(?:ommendation)?s?\.?\s?\d|\br\d", re.IGNORECASE),
        "Recommendation",
    ),
    (re.compile(r"\bareas?\s+for\s+improvement\b|\bafis?\b", re.IGNORECASE), "Area for improvement"),
    (re.compile(r"\bcauses?\s+of\s+concern\b|\bcoc\s?\d", re.IGNORECASE), "Cause of concern"),
)
# “Recommendations” stands above several of them.
_ABOVE_SEVERAL = re.compile(
    r"(?:the\s+)?(?:recommendations|areas\s+for\s+improvement|causes\s+of\s+concern|afis)", re.IGNORECASE
)
_HEAD_OF_FINDINGS = re.compile(rf"\s*(?:{_KINDS}|findings?|afis?|recommendations)\b", re.IGNORECASE)

ADDRESSED_TO, DEADLINE, STATUS = "Addressed to", "Deadline", "Status"
_FACTS = {label.lower(): label for label in (ADDRESSED_TO, DEADLINE, STATUS)}
_FACT = re.compile(rf"({'|'.join(_FACTS)})\s*:\s*", re.IGNORECASE)
_LABELS = _FACTS | {giver.lower(): str(giver) for giver in Giver}
_PERHAPS_A_LABEL = re.compile(r"([A-Za-z][A-Za-z ’'‘]{0,40}?)\s*:(?!//)")

_NEAR = 0.8
_NAMES = {
    **dict.fromkeys(("pcc", "pccs", "commissioner", "police and crime commissioner"), Giver.COMMISSIONER),
    **dict.fromkeys(("cc", "ccs", "chief", "chief constable"), Giver.CHIEF_CONSTABLE),
}
_SAID = {"comment", "comments", "response", "responses", "reply", "answer"}
_BESIDE = {"the", "of", "from", "by", "to", "s"}
_OF = {Giver.COMMISSIONER: SectionKind.COMMISSIONER, Giver.CHIEF_CONSTABLE: SectionKind.CHIEF_CONSTABLE}


def finding_of(title: str) -> tuple[FindingKind, int | None] | None:
    """The kind and the number of the finding that a heading begins, or None."""
    match = _FINDING.fullmatch(folded(title).strip())
    return (FindingKind(match[1].lower()), int(match[2]) if match[2] else None) if match else None


def section_kind(title: str, offices: Offices) -> SectionKind | None:
    """The part of a response that a heading begins, or None: whose it is, by whatever title of the office."""
    if offices.is_answer_to_chief(title):
        return SectionKind.RESPONSE
    giver = offices.of_heading(title)
    return _OF[giver] if giver else None


def fact_of(text: str) -> tuple[str, int] | None:
    """`Addressed to`, `Deadline` or `Status` where *text* begins so, with the length of that; or None."""
    seen = fold(text)
    match = _FACT.match(seen.text)
    return (_FACTS[match[1].lower()], seen.origin(0, match.end())[1]) if match else None


def nearly_label(text: str) -> tuple[str, str] | None:
    """What a paragraph begins with in place of a label, and the label that was probably meant."""
    if not (match := _PERHAPS_A_LABEL.match(text)):
        return None
    near = get_close_matches(_fold(match[1]), _LABELS, 1, _NEAR)
    meant = _LABELS[near[0]] if near else _named(match[1])[0]
    return (match[1], meant) if meant else None


def nearly_section(title: str) -> SectionKind | None:
    """The part of a response that a heading probably means, where it is not worded so."""
    kinds = {_fold(kind): kind for kind in SectionKind}
    if near := get_close_matches(_fold(title), kinds, 1, _NEAR):
        return kinds[near[0]]
    giver, _to, taker = _fold(title).partition(" to ")
    who, says = _named(giver)
    if says and who is Giver.COMMISSIONER and _named(taker)[0] is Giver.CHIEF_CONSTABLE:
        return SectionKind.RESPONSE
    return _OF[who] if says and who else None


def begins_finding(text: str) -> str | None:
    """The heading of the finding that a paragraph seems to begin: “Recommendation 1: crews …”; or None."""
    match = _BEGINS_AS_A_FINDING.match(folded(text))
    return f"{match[1].capitalize()} {match[2]}" if match and match[2] else None


def has_findings(heads: Iterable[str]) -> bool:
    """Whether a table with these *heads* seems to list findings."""
    return any(_HEAD_OF_FINDINGS.match(folded(head)) for head in heads)


def nearly_finding(title: str) -> str | None:
    """The heading of a finding that *title* probably means, where it is not worded so."""
    words = as_heading(title)
    if match := _BEGINS_AS_A_FINDING.match(words):
        return f"{match[1].capitalize()} {match[2] or ''}".strip()
    if match := _PERHAPS_A_FINDING.match(words):
        near = get_close_matches(match[1].lower(), tuple(FindingKind), 1, _NEAR)
        if near:
            return f"{near[0].capitalize()} {match[2]}"
    if _ABOVE_SEVERAL.fullmatch(words):
        return None
    return next((f"{kind} {_first_number(words)}" for form, kind in _SPOKEN_OF if form.search(words)), None)


def _first_number(text: str) -> str:
    number = re.search(r"\d{1,3}", text)
    return number[0] if number else "1"


def as_written(kind: SectionKind) -> str:
    """The heading of a part of a response, as a writer would type it."""
    return kind.capitalize().replace("'", "’").replace("hief constable", "hief Constable")


def _fold(text: str) -> str:
    return " ".join(re.sub(r"['’‘`]", "", text[:300].lower()).split())


def _named(text: str) -> tuple[Giver | None, bool]:
    """Who *text* names with nothing beside, and whether it speaks of their comments."""
    words = re.sub(r"['’‘`]s?\b|[^\w\s]", " ", text.lower()).split()
    names = " ".join(word for word in words if word not in _SAID | _BESIDE)
    who = _NAMES.get(names) or _NAMES.get(names.removesuffix("s"))
    return who, not _SAID.isdisjoint(words)
