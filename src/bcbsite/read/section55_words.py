"""The headings and labels that divide an inspection report with its response, and what is nearly one."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from bcbsite.model.section55 import FindingKind, SectionKind
from bcbsite.read.section55_offices import Side
from bcbsite.text.fold import fold, folded

FINDING = re.compile(rf"({'|'.join(FindingKind)})(?:\s+(\d{{1,6}}))?\s*:?\s*", re.IGNORECASE)
"""The heading of a finding: its kind, and its number where it has one."""

ADDRESSED_TO, DEADLINE, STATUS = "Addressed to", "Deadline", "Status"
FACTS = (ADDRESSED_TO, DEADLINE, STATUS)
CHIEF_CONSTABLE, COMMISSIONER = Side.CHIEF.value, Side.BODY.value

_LABELS = {label.lower(): label for label in (ADDRESSED_TO, DEADLINE, CHIEF_CONSTABLE, COMMISSIONER, STATUS)}
_FACT = re.compile(rf"({ADDRESSED_TO}|{DEADLINE}|{STATUS})\s*:\s*", re.IGNORECASE)
# “Westshire Fire response:”: whose words these are, only a person can tell.
_SAYS_WHOSE = re.compile(
    r"(?=[^:\n]{0,80}\b(?:commissioners?|constables?|police|forces?|constabulary|mayors?|mopac|council|o?d?pf?cc|"
    r"comments?|responses?|reply|answers?)\b)(?P<label>[A-Z](?:[^\s:.!?]{0,20}\s){0,6}[^\s:.!?]{1,20})\s?:(?!//)",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:I|(?i:we|my|our|commissioner|o?d?pf?cc|mayor|mopac|common\s+council|responses?|comments?|"
    r"(?:the|this)\s+(?:force|constabulary)))\b"
)
# “The Commissioner supports this and has funded it.”
_OF_THE_BODY = re.compile(
    r"\s*(?:the\s+)?(?:police\b[\w,& ]{0,30}\s)?(?:commissioner|o?p?f?cc|mayor|mopac)\b", re.IGNORECASE
)
_PERHAPS_A_LABEL = re.compile(r"([A-Za-z][A-Za-z ’'‘]{0,40}?)\s*:(?!//)")
_PERHAPS_A_FINDING = re.compile(
    r"([A-Za-z][A-Za-z ]*?)\s*(?:(?:no|number)\b\.?\s*)?(\d{1,6})\b", re.IGNORECASE
)
_BEGINS_AS_A_FINDING = re.compile(rf"({'|'.join(FindingKind)})\b(?:\s+(\d{{1,6}})\b)?", re.IGNORECASE)

_NEAR = 0.8
SHORT = {
    **dict.fromkeys(("r", "rec", "recs"), FindingKind.RECOMMENDATION),
    **dict.fromkeys(("afi", "afis"), FindingKind.AREA_FOR_IMPROVEMENT),
    **dict.fromkeys(("coc", "cocs"), FindingKind.CAUSE_OF_CONCERN),
}
"""What findings are called for short: `AFI 1`."""


def fact_of(text: str) -> tuple[str, int] | None:
    """The label of a fact, such as “Deadline:”, that a paragraph begins with, or None; and its length."""
    seen = fold(text)
    match = _FACT.match(seen.text)
    return (_LABELS[match[1].lower()], seen.origin(0, match.end())[1]) if match else None


def says_whose(text: str) -> str | None:
    """What stands before the colon of a paragraph that seems to say whose words it has, or None."""
    match = _SAYS_WHOSE.match(folded(text))
    return match["label"] if match else None


def speaks(text: str) -> bool:
    """Whether a text may be somebody's answer: in the first person, or about one of those who answer."""
    return _SPEAKS.search(folded(text)) is not None


# “The force should …”: what inspectors ask for
_ASKS = re.compile(r"\b(?:should|must|recommend\w*|needs?\s+to|(?:is|are)\s+to|improv\w+)\b", re.IGNORECASE)


def asks(text: str) -> bool:
    """Whether a text may be what inspectors ask for."""
    return _ASKS.search(folded(text)) is not None


SENTENCE = re.compile(r"(?<=[.;!?])\s+")
"""What stands between the sentences of a line."""
# “Accepted – training began in March”, “Accepted; the force …”
_CLAUSE = re.compile(r"[.;]\s|\s-\s")


def adds_an_answer(fact: str) -> bool:
    """Whether a fact goes on in a further clause that may be somebody's answer."""
    return speaks("".join(_CLAUSE.split(folded(fact), maxsplit=1)[1:]))


# “The Commissioner comments: …”, “I, as Mayor, …”, “As Commissioner I …”
_BODY = r"(?:police\b[\w,& ]{0,30}\s)?(?:commissioner|o?p?f?cc|mayor|mopac)"
_BODY_SAYS = re.compile(
    rf"\s*(?:the\s+)?{_BODY}(?:\s+(?:comments?|responds?|replies|answers|says|states|writes|welcomes)\b|\s*:)"
    rf"|\bI,?\s+as\s+(?:the\s+)?{_BODY}\b|\bas\s+(?:the\s+)?{_BODY},?\s+I\b",
    re.IGNORECASE,
)
# “Alex Morgan, Police and Crime Commissioner”: a line below a letter
_SIGNED = re.compile(
    rf"(?:[A-Z][\w.'’-]*\s){{1,4}}?[A-Z][\w'’-]*,?\s+(?:{_BODY})(?:\s+for\s+[\w ]{{1,40}})?\.?", re.IGNORECASE
)


def is_of_the_body(line: str) -> bool:
    """Whether *line*, among the words of the chief officer, is the body’s: it says so, or is signed."""
    seen = folded(line)
    return _BODY_SAYS.search(seen) is not None or _SIGNED.fullmatch(seen.strip()) is not None


def is_about_the_body(text: str) -> bool:
    """Whether a paragraph begins with the body, as its own answer does."""
    return _OF_THE_BODY.match(folded(text)) is not None


def nearly_label(text: str) -> tuple[str, str] | None:
    """What a paragraph begins with in place of a label, and the label that was probably meant."""
    if not (match := _PERHAPS_A_LABEL.match(text)):
        return None
    near = get_close_matches(_fold(match[1]), _LABELS, 1, _NEAR)
    return (match[1], _LABELS[near[0]]) if near else None


def nearly_section(title: str) -> SectionKind | None:
    """The part of a response that a heading probably means, where it is not worded so."""
    kinds = {_fold(kind): kind for kind in SectionKind}
    near = get_close_matches(_fold(title), kinds, 1, _NEAR)
    return kinds[near[0]] if near else None


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
        return _spoken_of(title)
    near = get_close_matches(match[1].lower(), tuple(FindingKind), 1, _NEAR)
    kind = SHORT.get(match[1].lower()) or (near or [""])[0]
    return f"{kind.capitalize()} {match[2]}" if kind else _spoken_of(title)


_SPOKEN_OF = re.compile(rf"\b({'|'.join(FindingKind)})(?!s)\b|\b({'|'.join(SHORT)})\.?\s?\d", re.IGNORECASE)


def _spoken_of(title: str) -> str | None:
    """The heading that one such as “First recommendation” may mean; its number is for the writer to say."""
    match = _SPOKEN_OF.search(title)
    kind = FindingKind(match[1].lower()) if match and match[1] else SHORT[match[2].lower()] if match else None
    return f"{kind.capitalize()} 1" if kind else None


def as_written(kind: SectionKind) -> str:
    """The heading of a part of a response, as a writer would type it."""
    return kind.capitalize().replace("'", "’").replace("hief constable", "hief Constable")


def _fold(text: str) -> str:
    return " ".join(re.sub(r"['’‘`]", "", text.lower()).split())
