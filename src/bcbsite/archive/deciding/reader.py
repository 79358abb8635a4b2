"""Goes through minutes, and gives what was decided, and what looks like it and was not understood."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bcbsite.archive.deciding.motions import Motion, fate_alone, fate_in, is_moving, motion_in, votes_in
from bcbsite.archive.deciding.offices import THE_BOARD, Offices
from bcbsite.archive.deciding.resolutions import DECIDING, resolution
from bcbsite.archive.deciding.sentences import Deed, SentenceReader
from bcbsite.archive.deciding.verbs import PAST
from bcbsite.model.blocks import Paragraph
from bcbsite.model.body import Body, Passage
from bcbsite.model.outcome import OutcomeKind
from bcbsite.model.prose import Prose
from bcbsite.model.reading import Sought, Unread
from bcbsite.text.fold import Folded, fold


class Origin(StrEnum):
    """How it is known that something was decided."""

    RESOLUTION = "resolution"
    STATED = "stated in the minutes’ front matter"
    NOTICE = "decision notice"
    TEXT = "read from the text"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sentence, a resolution or a motion that states an outcome."""

    kind: OutcomeKind
    text: str
    """The words as printed."""
    passage: Passage
    origin: Origin = Origin.TEXT
    before: str = ""
    """The sentence before it, where it disposes of no more than `this`."""
    by: str = THE_BOARD
    motion: Motion | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a body, in order."""

    outcomes: tuple[Outcome, ...]
    unread: tuple[Unread, ...]


_SENTENCE_END = re.compile(
    r"""(?<=[.!?])
        (?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bCllr\.)(?<!\bSt\.)(?<!\bNo\.)(?<![ (][A-Z]\.)
        [\"')]?\s+(?=[A-Z\"'(])
      | \n(?=[A-Z])                  # a line of its own
    """,
    re.VERBOSE,
)
_THIS = re.compile(rf"\b(?:{PAST})(?:\s+(?:to\s+|with\s+)?(?:this|that|these|it))?\W*$")
# “RESOLVED”, “It was agreed that:”, and nothing else; “Agreed.” is a sentence.
_LABEL_ALONE = re.compile(
    r"(?:IT\s+WAS\s+|It\s+was\s+)?(?:UNANIMOUSLY\s+|unanimously\s+)?"
    r"(?:RESOLVED|AGREED|DECISIONS?|DECIDED|[Rr]esolved|Decisions?|(?<=\s)agreed)(?:\s+(?:THAT|that))?[:\s-]*\Z"
)
_LINE = re.compile(r"(?<=\n)[^\n]+")
_OF_VOTES = 120
"""Characters of a sentence that only tells how the votes fell."""


class OutcomeReader:
    """Reads outcomes in the minutes of one board."""

    def __init__(self, names: Sequence[str]) -> None:
        """*names* are the board's name and aliases."""
        self._sentences = SentenceReader(Offices(names))

    def read(self, body: Body) -> Reading:
        """The outcomes in *body*, and what looks like one and was not understood."""
        found = list(self._read(deque(body.passages)))
        outcomes = tuple(one for one in found if isinstance(one, Outcome))
        return Reading(outcomes, tuple(one for one in found if isinstance(one, Unread)))

    def _read(self, waiting: deque[Passage]) -> Iterator[Outcome | Unread]:
        while waiting:
            passage = waiting.popleft()
            if passage.role in DECIDING or _LABEL_ALONE.match(passage.text):
                yield from self._of_resolution(passage, waiting)
            else:
                for block in passage.blocks:
                    if isinstance(block, Paragraph) and block.role is None:
                        yield from _ParagraphReader(self._sentences, passage, block).read()

    def _of_resolution(self, passage: Passage, waiting: deque[Passage]) -> Iterator[Outcome | Unread]:
        """What stands under a label; what is moved after it, in the same paragraph, is no part of it."""
        text = passage.text if passage.role in DECIDING else ""
        end = _end_of_resolution(text)
        motion = motion_in(_label_of(passage))
        for kind, words, of in resolution(passage, text[:end].rstrip(), waiting):
            deed = self._sentences.of_resolution(fold(words).text)
            is_open = kind in (OutcomeKind.DECIDED, OutcomeKind.AGREED)
            yield Outcome(
                kind=deed.kind if deed and is_open else kind,
                text=words,
                passage=of,
                origin=Origin.RESOLUTION,
                by=deed.by if deed else THE_BOARD,
                motion=motion,
            )
        if end < len(text):
            rest = Paragraph(Prose(text[end:]), passage.line + text.count("\n", 0, end))
            yield from _ParagraphReader(self._sentences, passage, rest).read()


class _ParagraphReader:
    """Reads one paragraph of a passage, sentence by sentence."""

    def __init__(self, sentences: SentenceReader, passage: Passage, paragraph: Paragraph) -> None:
        self._sentences = sentences
        self._passage = passage
        self._line = paragraph.line
        self._text = fold(paragraph.prose.text)
        self._waiting = deque(_sentences(self._text))

    def read(self) -> Iterator[Outcome | Unread]:
        """What its sentences decide."""
        before = ""
        while self._waiting:
            start, end = self._waiting.popleft()
            sentence = self._text.text[start:end]
            if is_moving(sentence):
                yield self._moved(start, end)
            elif fate := fate_alone(sentence):
                yield self._outcome(fate, start, end, motion_in(sentence))
            else:
                yield from self._of_sentence(start, end, before)
            before = sentence

    def _of_sentence(self, start: int, end: int, before: str) -> Iterator[Outcome | Unread]:
        sentence = self._text.text[start:end]
        for found in self._sentences.read(sentence, before):
            if isinstance(found, Deed):
                outcome = self._outcome(found.kind, start, end, motion_in(sentence))
                told = before if _THIS.search(sentence) else ""
                yield replace(outcome, by=found.by, before=told)
            else:
                yield self._unread(found.words, start)

    def _moved(self, start: int, end: int) -> Outcome | Unread:
        """A motion with the sentences after it that tell its votes and its fate."""
        sentence = self._text.text[start:end]
        fate = fate_in(sentence, moved=True)
        while self._waiting:
            following = self._text.text[slice(*self._waiting[0])]
            if is_moving(following) or (fate and not _is_of_votes(following)):
                break
            end = self._waiting.popleft()[1]
            fate = fate or fate_in(following, moved=False)
        if fate is None:
            return self._unread(sentence[:60], start)
        return self._outcome(fate, start, end, motion_in(sentence, self._text.text[start:end]))

    def _outcome(self, kind: OutcomeKind, start: int, end: int, motion: Motion | None) -> Outcome:
        first, last = self._text.origin(start, end)
        return Outcome(kind, self._text.typed[first:last].strip(), self._passage, motion=motion)

    def _unread(self, words: str, start: int) -> Unread:
        first, _ = self._text.origin(start, start)
        line = self._line + self._text.typed.count("\n", 0, first)
        message = f"“{words}” looks like a decision, but is not read as one."
        return Unread(Sought.DECISION, message, line, self._passage.anchor)


def _sentences(text: Folded) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends in the folded text."""
    start = 0
    for match in _SENTENCE_END.finditer(text.text):
        yield start, match.start()
        start = match.end()
    if start < len(text.text):
        yield start, len(text.text)


def _is_of_votes(sentence: str) -> bool:
    return votes_in(sentence) is not None and len(sentence) < _OF_VOTES


def _label_of(passage: Passage) -> str:
    """The label as printed, which can have the mover or the votes: “Resolved (by 6 votes to 2):”."""
    first = passage.blocks[0]
    return fold(first.prose.text[: first.lead]).text if isinstance(first, Paragraph) else ""


def _end_of_resolution(text: str) -> int:
    """Where the words of a resolution end: before a line by which something else is moved."""
    found = fold(text)
    for match in _LINE.finditer(found.text):
        if is_moving(match[0]):
            return found.origin(match.start(), match.start())[0]
    return len(text)
