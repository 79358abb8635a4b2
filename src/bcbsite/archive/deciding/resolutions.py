"""What stands under words that lead in, such as “Resolved:” or “The Board agreed that:”, with its limbs."""

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from bcbsite.archive.deciding.motions import is_moving
from bcbsite.archive.deciding.verbs import kind_of
from bcbsite.model.blocks import ListBlock, Paragraph, Role, plain_text
from bcbsite.model.body import Passage
from bcbsite.model.outcome import OutcomeKind
from bcbsite.text.fold import fold, folded

DECIDING = (Role.RESOLVED, Role.DECISION, Role.AGREED)
"""The roles of paragraphs that decide."""


class Limb(NamedTuple):
    """One of the things that are decided together."""

    words: str
    """As printed, with (a) or the like where that is no list's."""
    passage: Passage
    line: int
    """Where it begins in its file, counted from 1."""


# “(a)”, “(2)”, “iv)”, “ii.”
_LIMB = re.compile(r"\((?:[ivx]+|[a-z]|\d{1,2})\)|(?:[ivx]+|[a-z])\)|[ivx]{1,4}\.(?=\s)")
# In a text: at its beginning, on a line of its own, or “… (1) Noted the report. (2) Approved …”
_WITHIN = re.compile(
    r"(?:^|\n\s*|(?<=[.;:])\s+(?:and\s+)?)(?P<mark>\((?:[ivx]+|[a-z]|\d{1,2})\)"
    r"|(?<=\n)(?:(?:[ivx]+|[a-z])\)|(?:[ivx]{1,4}|\d{1,2})\.(?=\s)))"
)
_FIRST_TWO = (("a", "b"), ("i", "ii"), ("1", "2"))
# After these, limbs follow: nothing, “that”, a colon, a dash, “The Board” alone.
_LEADS_IN = re.compile(
    r"(?:^\W*$|\b(?:that|to)\s*[:-]*\s*$|[:-]\s*$|^(?:[Tt]hat\s+)?(?:[Tt]he\s+)?[A-Z]\w+(?:\s+[A-Z]\w+){0,3}\s*$)"
)
_NONE = re.compile(r"\W*(?:none|no\s+decision|not\s+applicable|n/a)\b", re.IGNORECASE)


def leads_in(words: str) -> bool:
    """Whether after the folded *words* comes what is decided."""
    return _LEADS_IN.search(words) is not None


def resolution(passage: Passage, text: str, following: deque[Passage]) -> Iterator[tuple[OutcomeKind, Limb]]:
    """What the labelled *passage* with the words *text* at its end decides: the kind of each limb.

    Where its words lead in to a list, or to paragraphs that begin with (i) or (a), each of these is a
    decision, and is taken from *following*. A label that stands alone has its words in the next paragraph. A
    sentence that is whole keeps its words, whatever comes after it.
    """
    default = OutcomeKind.AGREED if passage.role is Role.AGREED else OutcomeKind.DECIDED
    lead_in, limbs = with_limbs(passage, text, following)
    if not limbs and not re.search(r"\w", text) and _is_of(passage, following):
        words = following.popleft()
        limbs = [Limb(words.text, words, words.line)]
    for limb in limbs or [Limb(text, passage, passage.line)]:
        kind = _kind(folded(limb.words), lead_in, default)
        if re.search(r"\w", limb.words) and not (_NONE.match(limb.words) and kind is default):
            yield kind, limb


def with_limbs(passage: Passage, text: str, following: deque[Passage]) -> tuple[str, list[Limb]]:
    """What of the *text* of *passage* leads in, folded, and the limbs within it or after it."""
    seen = fold(text)
    starts = starts_within(seen.text)
    lead_in = seen.text[: starts[0]] if starts else seen.text
    if not leads_in(lead_in.rstrip()):
        return seen.text, []
    if not starts:
        return seen.text, list(_after(passage, following))
    limbs = []
    for start, end in zip(starts, (*starts[1:], len(seen.text)), strict=True):
        first, last = seen.origin(start, end)
        line = passage.line + passage.text[: len(passage.text) - len(text) + first].count("\n")
        limbs.append(Limb(text[first:last].strip(), passage, line))
    return lead_in, limbs


def below(passage: Passage, following: deque[Passage]) -> list[Limb]:
    """The paragraph after *passage* that goes on with its sentence, as “to let the hut” does; it is taken."""
    if _is_of(passage, following):
        match following[0].blocks:
            case [Paragraph(role=None, prose=prose)] if re.match(r"[a-z]|That\b|To\b", prose.text):
                words = following.popleft()
                return [Limb(words.text, words, words.line)]
    return []


def less_mark(limb: str) -> str:
    """The folded words of a limb without (a) or the like."""
    match = _LIMB.match(limb)
    return limb[match.end() :].lstrip() if match else limb


def starts_within(text: str) -> list[int]:
    """Where limbs begin in the folded *text*: two or more, in order."""
    marks = list(_WITHIN.finditer(text))
    names = tuple(match["mark"].strip("().") for match in marks[:2])
    return [match.start("mark") for match in marks] if names in _FIRST_TWO else []


def _kind(limb: str, lead_in: str, default: OutcomeKind) -> OutcomeKind:
    kind = kind_of(limb, default, whole=True)
    return kind_of(lead_in, default) if kind is default and limb != lead_in else kind


def _after(passage: Passage, following: deque[Passage]) -> Iterator[Limb]:
    """The entries of the list, or the paragraphs that begin with (i) or (a), that come after *passage*."""
    while _is_of(passage, following):
        match following[0].blocks:
            case [ListBlock(entries=entries)]:
                listed = following.popleft()
                for entry in entries:
                    yield Limb(plain_text(entry.blocks), listed, entry.line)
                return
            case [Paragraph(role=None, prose=prose), *_] if _LIMB.match(prose.text) and not is_moving(
                prose.text
            ):
                listed = following.popleft()
                yield Limb(listed.text, listed, listed.line)
            case _:
                return


def _is_of(passage: Passage, following: deque[Passage]) -> bool:
    """Whether what comes next has no number of its own and lies in the same item."""
    return bool(following) and following[0].label is None and following[0].item == passage.item
