"""What stands under a label: “Resolved:”, “Decision:”, “Agreed:”, with its limbs."""

import re
from collections import deque
from collections.abc import Iterator

from bcbsite.archive.deciding.motions import is_moving
from bcbsite.archive.deciding.verbs import kind_of
from bcbsite.model.blocks import ListBlock, Paragraph, Role, plain_text
from bcbsite.model.body import Passage
from bcbsite.model.outcome import OutcomeKind
from bcbsite.text.fold import folded

DECIDING = (Role.RESOLVED, Role.DECISION, Role.AGREED)
"""The roles of paragraphs that decide."""

_LIMB = re.compile(r"\((?:[ivx]+|[a-z]|\d{1,2})\)|(?:[ivx]+|[a-z])\)")
# After these, limbs follow: nothing, “that”, a colon, a dash.
_LEADS_IN = re.compile(r"(?:^\W*$|\b(?:that|to)\s*[:-]?\s*$|[:-]\s*$)", re.IGNORECASE)
_NONE = re.compile(r"\W*(?:none|no\s+decision|not\s+applicable|n/a)\b", re.IGNORECASE)


def resolution(
    passage: Passage, text: str, following: deque[Passage]
) -> Iterator[tuple[OutcomeKind, str, Passage]]:
    """What the labelled *passage* with the words *text* decides: kind, words, and who has them.

    Where its words lead in to a list, or to paragraphs that begin with (i) or (a), each of these is a
    decision, and is taken from *following*. A label that stands alone has its words in the next paragraph. A
    sentence that is whole keeps its words, whatever comes after it.
    """
    default = OutcomeKind.AGREED if passage.role is Role.AGREED else OutcomeKind.DECIDED
    limbs = list(_limbs(passage, following)) if _LEADS_IN.search(folded(text)) else []
    if not limbs and not text.strip() and _is_of(passage, following):
        below = following.popleft()
        limbs = [(below.text, below)]
    for words, of in limbs or [(text, passage)]:
        kind = _kind(folded(words), folded(text), default)
        if words.strip() and not (_NONE.match(words) and kind is default):
            yield kind, words, of


def _kind(limb: str, lead_in: str, default: OutcomeKind) -> OutcomeKind:
    kind = kind_of(limb, default, whole=True)
    return kind_of(lead_in, default) if kind is default and limb != lead_in else kind


def _limbs(passage: Passage, following: deque[Passage]) -> Iterator[tuple[str, Passage]]:
    """The entries of the list, or the paragraphs that begin with (i) or (a), that come after *passage*."""
    while _is_of(passage, following):
        match following[0].blocks:
            case [ListBlock(entries=entries)]:
                listed = following.popleft()
                for entry in entries:
                    yield plain_text(entry.blocks), listed
                return
            case [Paragraph(role=None, prose=prose), *_] if _LIMB.match(prose.text) and not is_moving(
                prose.text
            ):
                listed = following.popleft()
                yield listed.text, listed
            case _:
                return


def _is_of(passage: Passage, following: deque[Passage]) -> bool:
    """Whether what comes next has no number of its own and lies in the same item."""
    return bool(following) and following[0].label is None and following[0].item == passage.item
