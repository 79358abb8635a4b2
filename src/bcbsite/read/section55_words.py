"""The headings and labels that divide an inspection report with its response, and what is nearly one."""

import re
from difflib import get_close_matches

from bcbsite.model.section55 import FindingKind, SectionKind

FINDING = re.compile(rf"({'|'.join(FindingKind)})(?:\s+(\d{{1,6}}))?\s*:?\s*", re.IGNORECASE)
"""The heading of a finding: its kind, and its number where it has one."""

ADDRESSED_TO, DEADLINE, STATUS = "Addressed to", "Deadline", "Status"
CHIEF_CONSTABLE, COMMISSIONER = "Chief Constable", "Commissioner"

_LABELS = {label.lower(): label for label in (ADDRESSED_TO, DEADLINE, CHIEF_CONSTABLE, COMMISSIONER, STATUS)}
_LABEL = re.compile(rf"({'|'.join(_LABELS)})\s*:\s*", re.IGNORECASE)
_PERHAPS_A_LABEL = re.compile(r"([A-Za-z][A-Za-z ’'‘]{0,40}?)\s*:(?!//)")
_PERHAPS_A_FINDING = re.compile(
    r"([A-Za-z][A-Za-z ]*?)\s*(?:(?:no|number)\b\.?\s*)?(\d{1,6})\b", re.IGNORECASE
)
_BEGINS_AS_A_FINDING = re.compile(rf"({'|'.join(FindingKind)})\b(?:\s+(\d{{1,6}})\b)?", re.IGNORECASE)

_NEAR = 0.8
_NAMES = {
    **dict.fromkeys(("pcc", "pccs", "commissioner", "police and crime commissioner"), COMMISSIONER),
    **dict.fromkeys(("cc", "ccs", "chief", "chief constable"), CHIEF_CONSTABLE),
}
_SAID = {"comment", "comments", "response", "responses", "reply", "answer"}
_BESIDE = {"the", "of", "from", "by", "to", "s"}
_OF = {COMMISSIONER: SectionKind.COMMISSIONER, CHIEF_CONSTABLE: SectionKind.CHIEF_CONSTABLE}


def section_kind(title: str) -> SectionKind | None:
    """The part of a response that a heading begins; letter case and apostrophes are not minded."""
    return next((kind for kind in SectionKind if _fold(kind) == _fold(title)), None)


def label_of(text: str) -> tuple[str, int] | None:
    """The label that a paragraph begins with, and how many characters it takes."""
    match = _LABEL.match(text)
    return (_LABELS[match[1].lower()], match.end()) if match else None


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
    if says and who is COMMISSIONER and _named(taker)[0] is CHIEF_CONSTABLE:
        return SectionKind.RESPONSE
    return _OF.get(who) if says else None


def nearly_finding(title: str) -> str | None:
    """The heading of a finding that *title* probably means, where it is not worded so."""
    if match := _BEGINS_AS_A_FINDING.match(title):
        return f"{match[1].capitalize()} {match[2] or ''}".strip()
    if not (match := _PERHAPS_A_FINDING.match(title)):
        return None
    near = get_close_matches(match[1].lower(), tuple(FindingKind), 1, _NEAR)
    kind = FindingKind.AREA_FOR_IMPROVEMENT if match[1].lower() in ("afi", "afis") else (near or [""])[0]
    return f"{kind.capitalize()} {match[2]}" if kind else None


def as_written(kind: SectionKind) -> str:
    """The heading of a part of a response, as a writer would type it."""
    return kind.capitalize().replace("'", "’").replace("hief constable", "hief Constable")


def _fold(text: str) -> str:
    return " ".join(re.sub(r"['’‘`]", "", text.lower()).split())


def _named(text: str) -> tuple[str, bool]:
    """Who *text* names with nothing beside, and whether it speaks of their comments."""
    words = re.sub(r"['’‘`]s?\b|[^\w\s]", " ", text.lower()).split()
    names = " ".join(word for word in words if word not in _SAID | _BESIDE)
    who = _NAMES.get(names) or _NAMES.get(names.removesuffix("s"), "")
    return who, not _SAID.isdisjoint(words)
