"""What minutes say of attendance beside who is listed: late comers, substitutes, interests.

Each is a sentence, or an entry of a list, kept in its own words: the site does not work out from it who was
present, or when.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.attendance_sentences import AttendanceSentences, Doubt, NoteKind
from bcbsite.archive.deciding.splitting import Lines, sentences_of
from bcbsite.kept import kept
from bcbsite.model.blocks import Paragraph, unlabelled_paragraphs
from bcbsite.model.body import Item, Passage
from bcbsite.model.minutes import Minutes
from bcbsite.model.reading import Sought, Unread, bounded
from bcbsite.model.reference import Listed
from bcbsite.text.fold import fold, folded


@dataclass(frozen=True, slots=True)
class AttendanceNote:
    """A sentence about attendance, or an entry of a list."""

    kind: NoteKind
    text: str
    """As printed."""
    anchor: str
    """Where it stands on the minutes' page; of a list in the front matter, the list."""
    label: str | None
    """The printed number of the place, or of the one before it."""
    line: int
    """Where it begins in its file, counted from 1."""


@dataclass(frozen=True, slots=True)
class AttendanceReading:
    """What the minutes of a meeting note of attendance."""

    notes: tuple[AttendanceNote, ...]
    """In the order of their lines."""
    unread: tuple[Unread, ...]
    """What looks like one, and was not understood."""


_HINT = re.compile(
    r"left|withdr|join|arriv|enter|return|vacat|retir|substitut|deput|behalf|place|represent|interest",
    re.IGNORECASE,
)
_UNDER = re.compile(r"\b(?:declarations?|disclosures?)\b.*\binterests?\b", re.IGNORECASE)
# “Members were asked to declare any interest”
_ASKS = re.compile(
    r".{0,60}\b(?:asked|reminded|invited|requested|required)\b.*\b(?:declare|interests?|disclose|code)\b",
    re.IGNORECASE,
)
# “substitute for Mrs Tate”, “from item 5”, “left at 3.15 pm” after the name in a list
_OF_LISTED = (
    (
        NoteKind.SUBSTITUTE,
        re.compile(
            r"(?:as\s+)?(?:an?\s+)?(?:substitut(?:e|ing)|deputi[sz]ing|deputy)(?:\s+for\b.*|$)"
            r"|(?:on\s+behalf|in\s+(?:the\s+)?place)\s+of\b.*",
            re.IGNORECASE,
        ),
    ),
    (
        NoteKind.ARRIVED,
        re.compile(
            r"(?:joined|arrived|from)\s+.{0,20}?(?:item|agenda|minute|\d).*|arrived\s+late", re.IGNORECASE
        ),
    ),
    (
        NoteKind.LEFT,
        re.compile(r"(?:left|until|till|to)\s+.{0,20}?(?:item|agenda|minute|\d).*", re.IGNORECASE),
    ),
)
_CURE = (
    "Say in the sentence who it was, by a name that the minutes list, or by a post. If it is not about who "
    "was at the meeting, write a waiver."
)


@kept
def read_attendance(minutes: Minutes) -> AttendanceReading:
    """What *minutes* say of who came late or left, for whom somebody came, and what was declared.

    Below a heading such as “Declarations of interest” every sentence is a note.
    """
    found = list(_Reader(minutes).read())
    notes = [one for one in found if isinstance(one, AttendanceNote)]
    unread = [one for one in found if isinstance(one, Unread)]
    return AttendanceReading(
        tuple(sorted(notes, key=lambda note: note.line)),
        bounded(unread, "Sentences that look like arrivals or departures"),
    )


class _Reader:
    def __init__(self, minutes: Minutes) -> None:
        self._body = minutes.body
        self._lists = {
            "members": minutes.members,
            "in-attendance": minutes.in_attendance,
            "apologies": minutes.apologies,
        }
        listed = [one for people in self._lists.values() for one in people]
        self._sentences = AttendanceSentences(listed)
        self._lines = {one.at.line for one in listed if one.under is not None}
        """Those of the lists in the text."""

    def read(self) -> Iterator[AttendanceNote | Unread]:
        yield from self._of_lists()
        is_under, label = False, None
        for part in self._body.parts:
            if isinstance(part, Item):
                is_under, label = bool(_UNDER.search(folded(part.title.text))), None
                continue
            label = part.label or label
            for paragraph in unlabelled_paragraphs(part.blocks):
                yield from self._paragraph(paragraph, part, label, is_under)

    def _of_lists(self) -> Iterator[AttendanceNote]:
        passages = sorted(self._body.passages, key=_line)
        for anchor, people in self._lists.items():
            for one in people:
                if found := _of_listed(one):
                    kind, text = found
                    above = bisect_right(passages, one.at.line, key=_line) if one.under is not None else 0
                    place = passages[above - 1].anchor if above else anchor
                    yield AttendanceNote(kind, text, place, None, one.at.line)

    def _paragraph(
        self, paragraph: Paragraph, passage: Passage, label: str | None, is_under: bool
    ) -> Iterator[AttendanceNote | Unread]:
        if not (is_under or _HINT.search(paragraph.prose.text)):
            return
        seen = fold(paragraph.prose.text)
        if self._lines.intersection(range(paragraph.line, paragraph.line + seen.typed.count("\n") + 1)):
            return
        lines = Lines(seen, paragraph.line)
        is_next = False
        for start, end in sentences_of(seen):
            sentence = seen.text[start:end]
            found = self._sentences.read(sentence, is_next)
            if is_under and not isinstance(found, NoteKind):
                found = None if _ASKS.match(sentence) else NoteKind.INTEREST
            is_next = isinstance(found, NoteKind)
            first, last = seen.origin(start, end)
            words = seen.typed[first:last].strip()
            if isinstance(found, Doubt):
                yield _unread(found, words, lines.of(start), passage)
            elif found:
                yield AttendanceNote(found, words, passage.anchor, label, lines.of(start))


def _line(passage: Passage) -> int:
    return passage.line


def _of_listed(one: Listed) -> tuple[NoteKind, str] | None:
    """What a list says of one person's attendance, and the words."""
    for kind, form in _OF_LISTED:
        if one.note and form.fullmatch(folded(one.note)):
            return kind, f"{one.name} ({one.note})"
        if one.role and form.fullmatch(folded(one.role)):
            return kind, f"{one.name}, {one.role}"
    return None


def _unread(doubt: Doubt, words: str, line: int, passage: Passage) -> Unread:
    shown = " ".join(words.split())
    shown = shown if len(shown) <= 80 else f"{shown[:79]}…"
    message = f"“{shown}” looks like {doubt}, and it is not clear whose."
    return Unread(Sought.PERSON, message, line, passage.anchor, _CURE)
