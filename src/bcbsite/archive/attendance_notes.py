"""What the text of minutes says of attendance beside its lists: late comers, substitutes, interests.

Each is a sentence, kept in its own words: the site does not work out from it who was present, or when.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bcbsite.archive.deciding.splitting import Lines, sentences_of
from bcbsite.model.blocks import Block, ListBlock, Paragraph
from bcbsite.model.body import Body, Item, Passage
from bcbsite.text.fold import fold, folded


class NoteKind(StrEnum):
    """What a note says."""

    ARRIVED = "arrived"
    LEFT = "left"
    SUBSTITUTE = "substitute"
    INTEREST = "interest"


@dataclass(frozen=True, slots=True)
class AttendanceNote:
    """A sentence about attendance."""

    kind: NoteKind
    text: str
    """As printed."""
    passage: Passage
    label: str | None
    """The printed number of the passage, or of the one before it."""
    line: int
    """Where it begins in its file, counted from 1."""


_REACH = 400
"""Characters of a sentence that are looked through."""
_HINT = re.compile(
    r"left|withdr|join|arriv|enter|return|substitut|deputi|behalf|place|interest", re.IGNORECASE
)
_ROOM = r"the\s+(?:room|meeting|chamber|call|table|hall|Board)"
# Whoever it was, with a post or a time; nobody's words are told: “Ms Shah said that she …”
_NOT_WHO = r"\b(?:said|that|who|which|when|if|whether|had|have|would|will|could|asked|reported)\b"
_WHO = rf"(?:(?!{_NOT_WHO})(?:[^.;:]|[.:](?=\d)))*?"
_AT = (
    r"(?:at|from|by|before|after|during|for|until)"
    r"\s+(?:item|agenda|minute|paragraph|approximately|about|around|\d)"
)
_LEFT = re.compile(
    rf"""{_WHO}\b(?: (?:left|withdrew\s+from|retired\s+from|vacated)\s+{_ROOM}\b
            (?!\s+(?:open|empty|without|with|clean|in))
          | left\s+{_AT}                                          # Mr Lowe left at 3.15 pm
          | withdrew\s+(?:for|during|while|from)\s+(?:the|this)\s+(?:item|discussion|vote|debate) )""",
    re.VERBOSE,
)
_ARRIVED = re.compile(
    rf"""{_WHO}\b(?: (?:re-?)?(?:joined|entered|arrived\s+(?:at|in|for)|returned\s+to)\s+{_ROOM}\b
          | (?:re-?)?(?:joined|arrived|returned)\s+{_AT}          # Ms Shah joined at 11.15
          | arrived(?:\s+late)?\W*$ )""",
    re.VERBOSE,
)
_SUBSTITUTE = re.compile(
    r"""\b(?: substitut(?:e|ed|es|ing)\s+for | deputi[sz](?:ed|es|ing)\s+for
          | acted\s+as\s+(?:a\s+)?(?:substitute|deputy) | as\s+(?:a\s+)?substitute | no\s+substitutes
          | (?:attend(?:ed|ing)|in\s+attendance)\s+(?:on\s+behalf|in\s+(?:the\s+)?place)\s+of )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_INTEREST = re.compile(
    r"""\bdeclar(?:ed|ation|ations)\b[^.;]{0,120}\binterests?\b
      | \binterests?\b[^.;]{0,60}\b(?:was|were|been)\s+(?:\w+\s+)?declared
      | \bno\s+(?:declarations?|(?:\w+\s+)?interests?)\b[^.;]{0,60}\b(?:made|declared|received)""",
    re.IGNORECASE | re.VERBOSE,
)
# “Members were asked to declare any interest”
_TO_DECLARE = re.compile(r"\b(?:asked|reminded|invited|required|should|must|need)\b", re.IGNORECASE)
_UNDER = re.compile(r"\b(?:declarations?|disclosures?)\b.*\binterests?\b", re.IGNORECASE)
_KINDS = ((NoteKind.LEFT, _LEFT), (NoteKind.ARRIVED, _ARRIVED))


def attendance_notes(body: Body) -> tuple[AttendanceNote, ...]:
    """The sentences of *body* that say who came late or left, for whom somebody came, or what was declared.

    Below a heading such as “Declarations of interest” every sentence is one.
    """
    return tuple(_notes(body))


def _notes(body: Body) -> Iterator[AttendanceNote]:
    is_under, label = False, None
    for part in body.parts:
        if isinstance(part, Item):
            is_under, label = bool(_UNDER.search(folded(part.title.text))), None
            continue
        label = part.label or label
        for paragraph in _paragraphs(part.blocks):
            yield from _in_paragraph(paragraph, part, label, is_under)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is None:
            yield block
        elif isinstance(block, ListBlock):
            for entry in block.entries:
                yield from _paragraphs(entry.blocks)


def _in_paragraph(
    paragraph: Paragraph, passage: Passage, label: str | None, is_under: bool
) -> Iterator[AttendanceNote]:
    if not (is_under or _HINT.search(paragraph.prose.text)):
        return
    seen = fold(paragraph.prose.text)
    lines = Lines(seen, paragraph.line)
    for start, end in sentences_of(seen):
        if kind := _kind(seen.text[start : min(end, start + _REACH)], is_under):
            first, last = seen.origin(start, end)
            yield AttendanceNote(kind, seen.typed[first:last].strip(), passage, label, lines.of(start))


def _kind(sentence: str, is_under: bool) -> NoteKind | None:
    if found := next((kind for kind, form in _KINDS if form.match(sentence)), None):
        return found
    if _SUBSTITUTE.search(sentence):
        return NoteKind.SUBSTITUTE
    declares = _INTEREST.search(sentence) and not _TO_DECLARE.search(sentence)
    return NoteKind.INTEREST if is_under or declares else None
