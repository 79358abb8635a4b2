"""Sentences that lead in to what is decided: “The Board agreed that:”, “Members resolved to:”."""

import re
from collections.abc import Iterator, Sequence

from bcbsite.archive.deciding.motions import fate_in, is_moving
from bcbsite.archive.deciding.offices import THE_BOARD
from bcbsite.archive.deciding.reasons import Reason
from bcbsite.archive.deciding.resolutions import Limb, leads_in, less_mark, starts_within
from bcbsite.archive.deciding.sentences import Deed, SentenceReader
from bcbsite.archive.deciding.verbs import kind_of
from bcbsite.text.fold import folded

_ENDS_OPEN = re.compile(r"(?::\W*|\s-\s*|\b(?:that|to)\W*)$")

# “The minutes were approved subject to the following:”, “… with these amendments:”: the list changes it
_CHANGES_IT = re.compile(
    r"\bsubject\s+to\b[^.]{0,80}$|\b(?:with|save\s+for|except\s+for)\b[^.]{0,40}"
    r"\b(?:amend\w+|correct\w+|chang\w+|condition\w*|alter\w+|provisos?)\b[^.]{0,40}$",
    re.IGNORECASE,
)


def lead_in_of(
    text: str, sentences: Sequence[tuple[int, int]], reader: SentenceReader
) -> tuple[int, int] | None:
    """Where in the folded *text* of a paragraph the words stand that lead in, if any do.

    They end where limbs begin within the text, or at its end; *sentences* is where each begins and ends.
    """
    starts = starts_within(text)
    end = starts[0] if starts else len(text)
    start = max((first for first, _ in sentences if first < end), default=None)
    if start is None:
        return None
    words = text[start:end].rstrip()
    if _CHANGES_IT.search(words):
        return None
    is_open = leads_in(words) if starts else _ENDS_OPEN.search(words)
    return (start, end) if (is_open and _decides(words, reader)) or reader.is_decider(words) else None


def deeds_of(
    lead_in: str, limbs: Sequence[Limb], reader: SentenceReader
) -> Iterator[tuple[Limb, Deed | Reason]]:
    """What is decided by each of the *limbs* that the folded *lead_in* leads in to, or why nothing is."""
    begins = re.sub(r"\W+$", "", lead_in)
    of_all = _decides(lead_in, reader)
    for limb in limbs:
        words = less_mark(folded(limb.words))
        found = list(reader.read(f"{begins} {words}"))
        deed = next((one for one in found if isinstance(one, Deed)), None)
        if of_all is None:
            yield limb, deed or Reason.SOMEBODY_ELSE
        elif Reason.OPINION in found:
            yield limb, Reason.OPINION
        else:
            yield limb, deed or Deed(kind_of(words, of_all.kind, whole=True), of_all.by)


def _decides(words: str, reader: SentenceReader) -> Deed | None:
    if is_moving(words):
        fate = fate_in(words, moved=True)
        return Deed(fate, THE_BOARD) if fate else None
    return reader.of_resolution(words)
