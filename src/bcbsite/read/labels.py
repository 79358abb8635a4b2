"""The numbers, notes and words by which minutes say what a heading or a paragraph is."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from bcbsite.model.blocks import Paragraph, Role
from bcbsite.model.prose import Mark, MarkKind, Prose
from bcbsite.read.action_labels import action_label, acts, raises
from bcbsite.text.fold import Folded, fold

ITEM_NOTES = ("verbal", "sensitive", "confidential", "exempt", "official", "to follow")
"""Words that begin an item's note, for every board."""

MINUTES_ROLES = {
    "Action": Role.ACTION,
    "Update": Role.UPDATE,
    "Resolved": Role.RESOLVED,
    "Resolution": Role.RESOLVED,
    "Decision": Role.DECISION,
    "Agreed": Role.AGREED,
}
AGENDA_ROLES = {
    **dict.fromkeys(
        (
            "Report from",
            "Report of",
            "Report by",
            "Presented by",
            "Presenter",
            "Lead",
            "Lead officer",
            "Led by",
        ),
        Role.REPORT_FROM,
    ),
    **dict.fromkeys(("Purpose", "For"), Role.PURPOSE),
    **dict.fromkeys(("Time", "Timing", "Duration"), Role.TIME),
    **dict.fromkeys(("Paper", "Paper number", "Enclosure"), Role.PAPER),
}

# A heading's number may be a whole one (`5`), but not a year or 999; a paragraph's has a dot inside,
# and none begins with nought (`0.2 FTE`).
_DOTTED = r"[1-9]\d{0,2}(?:\.\d{1,3})+"
_HEADING_LABEL = re.compile(rf"({_DOTTED}|[1-9]\d?)\.?(?:\s+|$)")
_PARAGRAPH_LABEL = re.compile(rf"({_DOTTED})\.?(?:\s+|$)")
_ROLE = re.compile(r"(?P<word>[A-Z][A-Za-z]+(?: (?:from|of|by|officer|number))?)\s*:\s*")
# “Resolved –”, “RESOLVED:-”, “Resolution 22/14:”, “Decision(s):”,
# “Resolved (by 6 votes to 2):”, “Resolved, on the motion of Ms Shah:”
_DECIDED = re.compile(
    r"(?:(?P<word>Resolved|RESOLVED|Agreed|AGREED)"
    r"|(?P<noun>Resolution|RESOLUTION|Decision|DECISION)(?:\(s\)|s(?=\s*:))?(?:\s+made)?(?:\s+(?:[Nn]o\.?\s*)?\d[\w/.-]*)?)"
    r"(?:\s*\([^()]{1,80}\))?(?:,\s[^:.\n]{1,80}(?=:))?\s*(?::-?(?=\s|$)|:|/-(?=\s|$)|[–—-](?=\s|$))\s*"
)

# “Update:”, “Update –”, “Updates (May):”, “Progress update 10 March 2022:”
_UPDATE = re.compile(
    r"(?:Progress\s+)?(?:Update|UPDATE|update)[sS]?(?:\s*\([^()\n]{1,60}\)|\s+(?:(?:as\s+)?at\s+|on\s+)?"
    r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+\d{4})?\s*(?::|[–—](?=\s)|-(?=\s))\s*"
)
_BOLD_ACTION = re.compile(r"(?:Action|ACTION)(?=\s)\s+")
_BOLD = re.compile(r"(?:Update|UPDATE)[sS]?(?=\s)\s*")
_LONGEST_LABEL = 400


def take_label(prose: Prose, of_heading: bool = False) -> tuple[str | None, Prose]:
    """The printed number that *prose* begins with, less a final dot, and what comes after it."""
    pattern = _HEADING_LABEL if of_heading else _PARAGRAPH_LABEL
    match = pattern.match(prose.text)
    return (match[1], prose.cut(match.end())) if match else (None, prose)


def follows(label: str, before: str) -> bool:
    """Whether *label* can come after *before*: 2.3 and 2.2.1 after 2.2, 2.1 after the heading 2."""
    new, old = _numbers(label), _numbers(before)
    if new == (*old, 1) or (old[-1] == 0 and new == (*old[:-1], 1)):
        return True
    outer = len(new) - 1
    return 0 < outer < len(old) and new == (*old[:outer], old[outer] + 1)


@lru_cache(maxsize=16)
def _numbers(label: str) -> tuple[int, ...]:
    return tuple(int(part) for part in label.split("."))


def take_note(title: Prose, words: Iterable[str]) -> tuple[Prose, str | None]:
    """A heading's title, and the note in brackets at its end where it begins with one of *words*."""
    before, bracket, inner = title.text.rstrip().removesuffix(")").rpartition("(")
    if bracket and title.text.rstrip().endswith(")") and ")" not in inner:
        note = inner.strip()
        if any(re.match(rf"{re.escape(word)}\b", note, re.IGNORECASE) for word in words):
            return title.slice(0, len(before.rstrip())), note
    return title, None


def with_role(paragraph: Paragraph, roles: Mapping[str, Role]) -> Paragraph:
    """The paragraph with its role, where it begins with the label of one."""
    seen = fold(paragraph.prose.text[:_LONGEST_LABEL])
    if match := _DECIDED.match(seen.text):
        role = roles.get((match["word"] or match["noun"]).capitalize())
        return _labelled(paragraph, role, seen, match) if role else paragraph
    if Role.UPDATE in roles.values() and (label := _label_of_update(seen, paragraph.prose.marks)):
        return _labelled(paragraph, Role.UPDATE, seen, label)
    if Role.ACTION in roles.values() and (end := _end_of_action_label(seen, paragraph.prose.marks)):
        return _with_lead(paragraph, Role.ACTION, seen, end)
    match = _ROLE.match(seen.text)
    role = (roles.get(match["word"]) or roles.get(match["word"].capitalize())) if match else None
    if not match or role is None or role is Role.ACTION:
        return paragraph
    return _labelled(paragraph, role, seen, match)


def _end_of_action_label(seen: Folded, marks: Iterable[Mark]) -> int | None:
    """Where the label of an action at the beginning of *seen* ends, or None."""
    start = 1 if seen.text[:1] in ("[", "(") else 0
    text = seen.text[start:]
    if not text[:1].isupper():
        return None
    if label := action_label(text):
        return start + label.end if raises(label, text) else None
    if (bold := _BOLD_ACTION.match(text)) and acts(text[bold.end() :]):
        end = seen.origin(0, start + len(bold[0].rstrip()))[1]
        if any(m.kind is MarkKind.STRONG and (m.start, m.end) == (start, end) for m in marks):
            return start + bold.end()
    return None


def _labelled(paragraph: Paragraph, role: Role, seen: Folded, label: re.Match[str]) -> Paragraph:
    return _with_lead(paragraph, role, seen, label.end())


def _with_lead(paragraph: Paragraph, role: Role, seen: Folded, end: int) -> Paragraph:
    is_as_typed = seen.typed[:end] == seen.text[:end]
    return replace(paragraph, role=role, lead=end if is_as_typed else seen.origin(0, end)[1])


def _label_of_update(seen: Folded, marks: Iterable[Mark]) -> re.Match[str] | None:
    """The label of an update at the beginning of *seen*: with a colon or a dash, or in bold; or None."""
    if match := _UPDATE.match(seen.text):
        return match
    if bold := _BOLD.match(seen.text):
        end = seen.origin(0, len(bold[0].rstrip()))[1]
        if any(m.kind is MarkKind.STRONG and (m.start, m.end) == (0, end) for m in marks):
            return bold
    return None


def slugify(text: str) -> str:
    """*text* as part of an address: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    ascii_only = plain.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


class Anchors:
    """Gives each place of a page an address of its own."""

    def __init__(self) -> None:
        # These the page's frame has.
        self._given = {"content", "progress"}
        self._times: dict[str, int] = {}
        """How far the numbers after what was wanted are known to be given."""

    def give(self, wanted: str) -> str:
        """*wanted*, or `-r2`, `-r3` … after it where the page has it already."""
        anchor, times = wanted, self._times.get(wanted, 1)
        while anchor in self._given:
            times += 1
            anchor = f"{wanted}-r{times}"
        self._given.add(anchor)
        self._times[wanted] = times
        return anchor
