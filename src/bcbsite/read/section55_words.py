"""The headings and labels that divide an inspection report with its response, and what is nearly one."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from bcbsite.model.section55 import FindingKind, SectionKind
from bcbsite.text.fold import fold, folded

FINDING = re.compile(rf"({'|'.join(FindingKind)})(?:\s+(\d{{1,6}}))?\s*:?\s*", re.IGNORECASE)
"""The heading of a finding: its kind, and its number where it has one."""

ADDRESSED_TO, DEADLINE, STATUS = "Addressed to", "Deadline", "Status"
CHIEF_CONSTABLE, COMMISSIONER = "Chief Constable", "Commissioner"

_LABELS = {label.lower(): label for label in (ADDRESSED_TO, DEADLINE, CHIEF_CONSTABLE, COMMISSIONER, STATUS)}
_FACT = re.compile(rf"({ADDRESSED_TO}|{DEADLINE}|{STATUS})\s*:\s*", re.IGNORECASE)

# The local policing bodies: Police Reform and Social Responsibility Act 2011, ss.1 and 3; mayors by order.
_COMMISSIONERS = (
    r"(?:(?:acting|deputy)\s+)?(?:police(?:,?\s+fire(?:\s+and\s+rescue)?)?\s+and\s+crime\s+)?commissioner"
    r"|d?pf?cc|(?:deputy\s+)?mayor(?:\s+for\s+policing(?:\s+and\s+crime)?)?|mopac|common\s+council"
    r"|o?pf?cc|office\s+of\s+the\s+police\s+and\s+crime\s+commissioner|local\s+policing\s+body"
)
# The chief officer, and the force, for which the chief officer answers.
_CHIEF_OFFICERS = r"chief\s+(?:constable|officer)|cc|(?:police\s+)?force|constabulary"
_SAYS = r"(?:comments?|responses?|repl(?:y|ies)|answers?|remarks|statement)"
_OFFICE = rf"(?:the\s+)?(?:(?P<commissioner>{_COMMISSIONERS})|(?P<chief>{_CHIEF_OFFICERS}))"
# “Chief Constable:”, “Force response:”, “PFCC’s comments:”
_ANSWER = re.compile(rf"{_OFFICE}(?:'?s?)?(?:\s+{_SAYS})?\s*:\s*", re.IGNORECASE)
# “Mayor’s comments”, “Response of the PCC”, and after it “to the report”
_ABOUT = r"(?:\s+(?:on|to|about)\s+(?:the\s+)?(?:report|inspection|recommendations?|findings?))?"
_HEADINGS = (
    re.compile(rf"{_OFFICE}(?:'?s?'?)?\s+{_SAYS}{_ABOUT}", re.IGNORECASE),
    re.compile(rf"{_SAYS}\s+(?:of|from|by)\s+{_OFFICE}{_ABOUT}", re.IGNORECASE),
)
_TO_CHIEF = re.compile(
    rf"(?P<first>.*?)\s+to\s+(?:the\s+)?(?:{_CHIEF_OFFICERS})(?:'?s?'?)?(?:\s+{_SAYS})?", re.IGNORECASE
)
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
    """The part of a response that a heading begins, or None: whose it is, by whatever title of the office."""
    words = " ".join(folded(title).replace("`", "'").split())
    if (match := _TO_CHIEF.fullmatch(words)) and _giver(match["first"]) == COMMISSIONER:
        return SectionKind.RESPONSE
    giver = _giver(words)
    return _OF.get(giver) if giver else None


def _giver(heading: str) -> str | None:
    """Whose comments a heading begins, or None."""
    match = next(filter(None, (form.fullmatch(heading) for form in _HEADINGS)), None)
    if match is None:
        return None
    return COMMISSIONER if match["commissioner"] else CHIEF_CONSTABLE


def label_of(text: str) -> tuple[str, int] | None:
    """The label that a paragraph begins with, or None, and how many characters it takes."""
    seen = fold(text)
    if match := _FACT.match(seen.text):
        label = _LABELS[match[1].lower()]
    elif match := _ANSWER.match(seen.text):
        label = COMMISSIONER if match["commissioner"] else CHIEF_CONSTABLE
    else:
        return None
    return label, seen.origin(0, match.end())[1]


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


def begins_finding(text: str) -> str | None:
    """The heading of the finding that a paragraph seems to begin: “Recommendation 1: crews …”; or None."""
    match = _BEGINS_AS_A_FINDING.match(folded(text))
    return f"{match[1].capitalize()} {match[2]}" if match and match[2] else None


def has_findings(heads: Iterable[str]) -> bool:
    """Whether a table with these *heads* seems to list findings."""
    return any(_HEAD_OF_FINDINGS.match(folded(head)) for head in heads)


_HEAD_OF_FINDINGS = re.compile(
    rf"\s*(?:{'|'.join(FindingKind)}|findings?|afis?|recommendations)\b", re.IGNORECASE
)


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
