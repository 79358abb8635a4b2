"""Goes through minutes, and gives what was decided, and what looks like it and was not understood."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bcbsite.archive.deciding.capacity import Capacity, power_in
from bcbsite.archive.deciding.doubtful import begins_as_label
from bcbsite.archive.deciding.elsewhere import dismissal, in_block, in_headings
from bcbsite.archive.deciding.motions import Motion, fate_alone, fate_in, is_moving, motion_in, votes_in
from bcbsite.archive.deciding.offices import THE_BOARD, Offices
from bcbsite.archive.deciding.reasons import Reason
from bcbsite.archive.deciding.resolutions import DECIDING, resolution
from bcbsite.archive.deciding.sentences import Deed, SentenceReader, Unclear, says_decided
from bcbsite.archive.deciding.splitting import Lines, sentences_of
from bcbsite.archive.deciding.verbs import PAST
from bcbsite.model.blocks import Paragraph, plain_text
from bcbsite.model.body import Body, Passage
from bcbsite.model.outcome import OutcomeKind
from bcbsite.model.prose import Prose
from bcbsite.model.reading import Dismissed, Sought, Unread
from bcbsite.text.fold import fold


class Origin(StrEnum):
    """How it is known that something was decided."""

    RESOLUTION = "resolution"
    STATED = "stated with the minutes"
    NOTICE = "decision notice"
    TEXT = "read from the text"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sentence, a resolution or a motion that states an outcome."""

    kind: OutcomeKind
    text: str
    """The words as printed."""
    passage: Passage
    line: int
    """Where they begin in their file, counted from 1."""
    origin: Origin = Origin.TEXT
    before: str = ""
    """The sentence before it, where it disposes of no more than `this`."""
    by: str = THE_BOARD
    motion: Motion | None = None
    capacity: Capacity = Capacity.BOARD
    power: str | None = None
    """By what power, as printed, where it says so."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a body, in order.

    Each sentence that has a word that decides is read, or dismissed, or told of as unread.
    """

    outcomes: tuple[Outcome, ...]
    unread: tuple[Unread, ...]
    dismissed: tuple[Dismissed, ...] = ()
    sentences: int = 0
    """How many sentences were read as decisions, or as parts of one."""


@dataclass(frozen=True, slots=True)
class _Sentences:
    """That a number of sentences were read as decisions, or as parts of one."""

    number: int


_Found = Outcome | Unread | Dismissed | _Sentences


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

    def __init__(self, offices: Offices) -> None:
        """*offices* recognises who can decide."""
        self._offices = offices
        self._sentences = SentenceReader(offices)

    def read(self, body: Body) -> Reading:
        """The outcomes in *body*, and what looks like one and was not understood."""
        found = [*in_headings(body.items), *self._read(tuple(body.passages))]
        return Reading(
            outcomes=tuple(self._with_power(one) for one in found if isinstance(one, Outcome)),
            unread=tuple(one for one in found if isinstance(one, Unread)),
            dismissed=tuple(one for one in found if isinstance(one, Dismissed)),
            sentences=sum(one.number for one in found if isinstance(one, _Sentences)),
        )

    def _with_power(self, outcome: Outcome) -> Outcome:
        words = fold(outcome.text).text
        return replace(outcome, capacity=self._offices.capacity(outcome.by, words), power=power_in(words))

    def _read(self, passages: Sequence[Passage]) -> Iterator[_Found]:
        waiting = deque(passages)
        while waiting:
            at = len(passages) - len(waiting)
            passage = waiting.popleft()
            if passage.role in DECIDING or _LABEL_ALONE.match(passage.text):
                text = passage.text if passage.role in DECIDING else ""
                end = _end_of_resolution(text)
                outcomes = list(self._of_resolution(passage, text[:end].rstrip(), waiting))
                taken = passages[at : len(passages) - len(waiting)]
                yield from outcomes
                yield from _of_words(taken, len(text) - end, bool(outcomes))
                yield from self._after_resolution(passage, text, end)
            else:
                for block in passage.blocks:
                    if isinstance(block, Paragraph) and block.role is None:
                        yield from _ParagraphReader(self._sentences, passage, block).read()
                    else:
                        yield from in_block(block, passage, self._sentences)

    def _of_resolution(self, passage: Passage, text: str, waiting: deque[Passage]) -> Iterator[Outcome]:
        """What stands under a label that has the words *text*."""
        motion = motion_in(_label_of(passage))
        for kind, words, of in resolution(passage, text, waiting):
            deed = self._sentences.of_resolution(fold(words).text)
            is_open = kind in (OutcomeKind.DECIDED, OutcomeKind.AGREED)
            yield Outcome(
                kind=deed.kind if deed and is_open else kind,
                text=words,
                passage=of,
                line=of.line,
                origin=Origin.RESOLUTION,
                by=deed.by if deed else THE_BOARD,
                motion=motion,
            )

    def _after_resolution(self, passage: Passage, text: str, end: int) -> Iterator[_Found]:
        """What is moved after a resolution, in the same paragraph, is no part of it."""
        if end < len(text):
            rest = Paragraph(Prose(text[end:]), passage.line + text.count("\n", 0, end))
            yield from _ParagraphReader(self._sentences, passage, rest).read()


class _ParagraphReader:
    """Reads one paragraph of a passage, sentence by sentence."""

    def __init__(self, sentences: SentenceReader, passage: Passage, paragraph: Paragraph) -> None:
        self._sentences = sentences
        self._passage = passage
        self._text = fold(paragraph.prose.text)
        self._lines = Lines(self._text, paragraph.line)
        self._waiting = deque(sentences_of(self._text))

    def read(self) -> Iterator[_Found]:
        """What its sentences decide, and what became of each that has a word that decides."""
        before = ""
        while self._waiting:
            start, end = self._waiting.popleft()
            sentence = self._text.text[start:end]
            if is_moving(sentence):
                yield from self._moved(start, end)
            elif fate := fate_alone(sentence):
                yield self._outcome(fate, start, end, motion_in(sentence))
                yield _Sentences(1)
            else:
                yield from self._of_sentence(start, end, before)
            before = sentence

    def _of_sentence(self, start: int, end: int, before: str) -> Iterator[_Found]:
        sentence = self._text.text[start:end]
        decides = False
        for found in self._sentences.read(sentence, before):
            match found:
                case Deed():
                    outcome = self._outcome(found.kind, start, end, motion_in(sentence))
                    told = before if _THIS.search(sentence) else ""
                    yield replace(outcome, by=found.by, before=told)
                    decides = True
                case Unclear() if not (self._begins_line(start) and begins_as_label(sentence)):
                    yield self._unread(found.words, start)
                case Reason():
                    yield dismissal(found, sentence, self._lines.of(start), self._passage)
        if decides:
            yield _Sentences(1)

    def _begins_line(self, start: int) -> bool:
        return start == 0 or self._text.text[start - 1] == "\n"

    def _moved(self, start: int, end: int) -> Iterator[_Found]:
        """A motion with the sentences after it that tell its votes and its fate."""
        sentence = self._text.text[start:end]
        fate = fate_in(sentence, moved=True)
        after: list[tuple[int, str]] = []
        while self._waiting:
            following = self._text.text[slice(*self._waiting[0])]
            if is_moving(following) or (fate and not _is_of_votes(following)):
                break
            begins, end = self._waiting.popleft()
            fate = fate or fate_in(following, moved=False)
            if says_decided(following):
                after.append((begins, following))
        if fate is None:
            yield self._unread(sentence[:60], start)
            for begins, words in after:
                yield dismissal(Reason.OF_A_MOTION, words, self._lines.of(begins), self._passage)
        else:
            yield self._outcome(fate, start, end, motion_in(sentence, self._text.text[start:end]))
            yield _Sentences(1 + len(after))

    def _outcome(self, kind: OutcomeKind, start: int, end: int, motion: Motion | None) -> Outcome:
        first, last = self._text.origin(start, end)
        words = self._text.typed[first:last].strip()
        return Outcome(kind, words, self._passage, self._lines.of(start), motion=motion)

    def _unread(self, words: str, start: int) -> Unread:
        quoted = " ".join(words.split())
        message = f"“{quoted}” looks like a decision, but is not read as one."
        return Unread(Sought.DECISION, message, self._lines.of(start), self._passage.anchor)


def _of_words(taken: Sequence[Passage], rest: int, decided: bool) -> Iterator[_Found]:
    """What became of the sentences of a resolution, which are in the passages *taken*.

    *rest* is how many characters at the end of the first passage are no part of it, and *decided* says
    whether anything was decided by it: “Resolved: none” decides nothing.
    """
    number = 0
    for passage in taken:
        typed = plain_text(passage.blocks)
        printed = fold(typed[: len(typed) - rest] if passage is taken[0] else typed)
        for start, end in sentences_of(printed):
            sentence = printed.text[start:end]
            if says_decided(sentence) or (start == 0 and passage.role in DECIDING):
                number += 1
                if not decided:
                    yield dismissal(Reason.NONE_MADE, sentence, passage.line, passage)
    if decided:
        yield _Sentences(number)


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
