"""Goes through minutes, and gives what was decided, and what looks like it and was not understood."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from bcbsite.archive.deciding.capacity import Capacity, power_in
from bcbsite.archive.deciding.doubtful import begins_as_label
from bcbsite.archive.deciding.elsewhere import dismissal, in_block, in_headings
from bcbsite.archive.deciding.lead_ins import deeds_of, lead_in_of
from bcbsite.archive.deciding.motions import Motion, fate_alone, fate_in, goes_on, is_moving, motion_in
from bcbsite.archive.deciding.offices import THE_BOARD, Offices
from bcbsite.archive.deciding.reasons import Reason
from bcbsite.archive.deciding.resolutions import DECIDING, below, resolution, with_limbs
from bcbsite.archive.deciding.sentences import Deed, SentenceReader, Unclear, says_decided
from bcbsite.archive.deciding.splitting import Lines, sentences_of
from bcbsite.archive.deciding.verbs import PAST
from bcbsite.archive.deciding.votes import names_voters, votes_in
from bcbsite.model.blocks import Paragraph, plain_text
from bcbsite.model.body import Body, Passage
from bcbsite.model.outcome import OutcomeKind
from bcbsite.model.prose import Prose
from bcbsite.model.reading import Dismissed, Sought, Unread
from bcbsite.text.fold import fold, folded


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
# “RESOLVED”, “It was agreed that:”, and nothing else on its line; “Agreed.” is a sentence.
_LABEL_ALONE = re.compile(
    r"(?:IT\s+WAS\s+|It\s+was\s+)?(?:UNANIMOUSLY\s+|[Uu]nanimously\s+)?"
    r"(?:RESOLVED|AGREED|DECISIONS?|DECIDED|[Rr]esolved|Decisions?|Agreed(?=\W*\n)|(?<=\s)agreed)(?:\s+(?:THAT|that))?"
    r"[:;/ \t-]*(?:\n\s*|\Z)"
)
_ALONE_CURE = (
    "Write the words of the decision behind it or in the next paragraph, or name the place under “decisions”."
)
_VOTERS_CURE = (
    "The names stay in the text; write the numbers as well, such as “4 in favour, 2 against”, or waive it."
)
_LINE = re.compile(r"(?<=\n)[^\n]+")
_OF_VOTES = 120
"""Characters of a sentence that only tells how the votes fell."""
# “The proposal was rejected by 8 votes to 2”: 2 were for it. Of a bid, 8 were for rejecting it.
_OF_A_MOTION = re.compile(r"\b(?:motion|amendment|proposal|resolution|moved|proposed)\b", re.IGNORECASE)
_FAILED = (OutcomeKind.LOST, OutcomeKind.REJECTED)


class Stretch(NamedTuple):
    """A part of a text."""

    start: int
    end: int


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
            if (text := _words_of_resolution(passage)) is not None:
                end = _end_of_resolution(text)
                outcomes = list(self._of_resolution(passage, text[:end].rstrip(), waiting))
                taken = passages[at : len(passages) - len(waiting)]
                yield from outcomes
                if outcomes or re.search(r"\w", text):
                    yield from _of_words(taken, len(text) - end, bool(outcomes))
                else:
                    yield _of_label_alone(passage)
                yield from self._after_resolution(passage, text, end)
            else:
                yield from self._of_blocks(passage, waiting)

    def _of_blocks(self, passage: Passage, waiting: deque[Passage]) -> Iterator[_Found]:
        for block in passage.blocks:
            if isinstance(block, Paragraph) and block.role is None:
                following = waiting if block is passage.blocks[-1] else None
                yield from _ParagraphReader(self._sentences, passage, block, following).read()
            else:
                yield from in_block(block, passage, self._sentences)

    def _of_resolution(self, passage: Passage, text: str, waiting: deque[Passage]) -> Iterator[Outcome]:
        """What stands under a label that has the words *text*."""
        label = _label_of(passage)
        for kind, limb in resolution(passage, text, waiting):
            seen = folded(limb.words)
            deed = self._sentences.of_resolution(seen)
            is_open = kind in (OutcomeKind.DECIDED, OutcomeKind.AGREED)
            yield Outcome(
                kind=deed.kind if deed and is_open else kind,
                text=limb.words,
                passage=limb.passage,
                line=limb.line,
                origin=Origin.RESOLUTION,
                by=deed.by if deed else THE_BOARD,
                motion=motion_in(f"{label}\n{seen}"),
            )

    def _after_resolution(self, passage: Passage, text: str, end: int) -> Iterator[_Found]:
        """What is moved after a resolution, in the same paragraph, is no part of it."""
        if end < len(text):
            line = passage.line + passage.text.count("\n", 0, len(passage.text) - len(text) + end)
            rest = Paragraph(Prose(text[end:]), line)
            yield from _ParagraphReader(self._sentences, passage, rest).read()


class _ParagraphReader:
    """Reads one paragraph of a passage, sentence by sentence."""

    def __init__(
        self,
        sentences: SentenceReader,
        passage: Passage,
        paragraph: Paragraph,
        following: deque[Passage] | None = None,
    ) -> None:
        """*following* are the passages after it, from which those are taken that it leads in to."""
        self._sentences = sentences
        self._passage = passage
        self._following = deque[Passage]() if following is None else following
        self._text = fold(paragraph.prose.text)
        self._lines = Lines(self._text, paragraph.line)
        self._waiting = deque(sentences_of(self._text))

    def read(self) -> Iterator[_Found]:
        """What its sentences decide, and what became of each that has a word that decides."""
        lead_in = lead_in_of(self._text.text, self._waiting, self._sentences)
        before = Stretch(0, 0)
        voted = None  # where the sentences begin that tell how the votes fell
        while self._waiting:
            start, end = self._waiting.popleft()
            sentence = self._text.text[start:end]
            if lead_in and start == lead_in[0]:
                yield from self._of_lead_in(*lead_in)
                return
            if is_moving(sentence):
                yield from self._moved(start, end)
            elif fate := self._fate_alone(sentence):
                yield from self._of_fate(fate, start if voted is None else voted, end)
            else:
                yield from self._of_sentence(start, end, before)
            voted = (start if voted is None else voted) if _is_of_votes(sentence) else None
            before = Stretch(start, end)

    def _of_lead_in(self, start: int, end: int) -> Iterator[_Found]:
        """What the limbs decide: “The Board agreed that: (a) …”, “The Board: (a) noted …”; they are taken."""
        first, last = self._text.origin(start, len(self._text.text))
        typed, words = self._text.typed[first:last], self._text.text[start:end].strip()
        _, limbs = with_limbs(self._passage, typed, self._following)
        limbs = limbs or below(self._passage, self._following)
        motion = motion_in(words)
        number = 1
        for limb, found in deeds_of(words, limbs, self._sentences):
            if isinstance(found, Deed):
                yield Outcome(
                    found.kind, limb.words, limb.passage, limb.line, before=words, by=found.by, motion=motion
                )
                number += sum(map(says_decided, _sentences_in(limb.words)))
            elif says_decided(limb.words):
                yield dismissal(found, limb.words, limb.line, limb.passage)
        if limbs:
            yield _Sentences(number)
        else:
            yield self._unread(words[:60], start)

    def _fate_alone(self, sentence: str) -> OutcomeKind | None:
        """What *sentence* says became of a motion of this body."""
        found = fate_alone(sentence)
        return found[0] if found and not self._sentences.is_of_others(sentence[found[1] :]) else None

    def _of_fate(self, fate: OutcomeKind, start: int, end: int) -> Iterator[_Found]:
        """“The motion was carried.”, with the sentences beside it that tell how the votes fell."""
        yield from self._with_voters(self._outcome(fate, start, self._end_of_votes(end)))
        yield _Sentences(1)

    def _of_sentence(self, start: int, end: int, before: Stretch) -> Iterator[_Found]:
        sentence = self._text.text[start:end]
        found = list(self._sentences.read(sentence, self._words(before)))
        deeds = [one for one in found if isinstance(one, Deed)]
        last = self._end_of_votes(end) if deeds else end
        for one in found:
            match one:
                case Deed():
                    told = self._words(before) if _THIS.search(sentence) else ""
                    outcome = replace(self._outcome(one.kind, start, last), by=one.by, before=told)
                    yield from self._with_voters(outcome)
                case Unclear() if not (self._begins_line(start) and begins_as_label(sentence)):
                    yield self._unread(one.words, start)
                case Reason():
                    yield dismissal(one, sentence, self._lines.of(start), self._passage)
        if deeds:
            yield _Sentences(1)

    def _words(self, of: Stretch) -> str:
        return self._text.text[of.start : of.end]

    def _end_of_votes(self, end: int) -> int:
        """Where the sentences end that come after *end* and tell only how the votes fell; they are taken."""
        while self._waiting and _is_of_votes(self._words(Stretch(*self._waiting[0]))):
            _, end = self._waiting.popleft()
        return end

    def _with_voters(self, outcome: Outcome) -> Iterator[Outcome | Unread]:
        """*outcome*, and that it says who voted how, where it does: names are not read."""
        yield outcome
        if names_voters(folded(outcome.text)):
            yield _of_voters(outcome)

    def _begins_line(self, start: int) -> bool:
        return start == 0 or self._text.text[start - 1] == "\n"

    def _moved(self, start: int, end: int) -> Iterator[_Found]:
        """A motion with the sentences after it that tell its votes and its fate."""
        sentence = self._text.text[start:end]
        fate = fate_in(sentence, moved=True)
        after: list[tuple[int, str]] = []
        while self._waiting:
            following = self._words(Stretch(*self._waiting[0]))
            more = goes_on(following, sentence)
            if not more and (is_moving(following) or (fate and not _is_of_votes(following))):
                break
            begins, end = self._waiting.popleft()
            fate = fate or fate_in(following, moved=more)
            if says_decided(following):
                after.append((begins, following))
        if fate:
            yield from self._with_voters(self._outcome(fate, start, end))
            yield _Sentences(1 + len(after))
        elif deed := self._sentences.of_resolution(sentence):
            yield from self._with_voters(replace(self._outcome(deed.kind, start, end), by=deed.by))
            yield _Sentences(1 + len(after))
        else:
            yield self._unread(sentence[:60], start)
            for begins, words in after:
                yield dismissal(Reason.OF_A_MOTION, words, self._lines.of(begins), self._passage)

    def _outcome(self, kind: OutcomeKind, start: int, end: int) -> Outcome:
        """What the words from *start* to *end* decide, with the motion that they tell of."""
        first, last = self._text.origin(start, end)
        words = self._text.typed[first:last].strip()
        seen = self._text.text[start:end]
        motion = motion_in(seen, kind in _FAILED and _OF_A_MOTION.search(seen) is not None)
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


def _sentences_in(typed: str) -> Iterator[str]:
    text = fold(typed)
    return (text.text[start:end] for start, end in sentences_of(text))


def _words_of_resolution(passage: Passage) -> str | None:
    """What stands after the label of *passage*, if it has one that decides."""
    if passage.role in DECIDING:
        return passage.text
    seen = fold(passage.text)
    label = _LABEL_ALONE.match(seen.text)
    return passage.text[seen.origin(0, label.end())[1] :] if label else None


def _is_of_votes(sentence: str) -> bool:
    return (len(sentence) < _OF_VOTES and votes_in(sentence) is not None) or names_voters(sentence)


def _of_label_alone(passage: Passage) -> Unread:
    words = " ".join(plain_text(passage.blocks)[:60].split())
    message = f"“{words}” says that something was decided, and stands alone."
    return Unread(Sought.DECISION, message, passage.line, passage.anchor, _ALONE_CURE)


def _of_voters(outcome: Outcome) -> Unread:
    words = " ".join(outcome.text[:60].split())
    message = f"“{words}” says by name who voted how, and only numbers of votes are read."
    return Unread(Sought.DECISION, message, outcome.line, outcome.passage.anchor, _VOTERS_CURE)


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
