"""What the acronyms of the records stand for: only where the records, or the board's file, spell them out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from bcbsite.archive.addresses import agenda_address, minutes_address, paper_address
from bcbsite.model.board import Board
from bcbsite.model.body import Body, Item
from bcbsite.model.meeting import Meeting
from bcbsite.read.dates import day_in_words

_ACRONYM = r"[A-Z][A-Za-z&]{0,8}[A-Z]s?"
# “Medium Term Financial Strategy (MTFS)”
_AFTER = re.compile(rf"\(({_ACRONYM})\)")
# “MTFS (Medium Term Financial Strategy)”
_BEFORE = re.compile(rf"\b({_ACRONYM}) \(([A-Za-z][^().;:]{{5,90}})\)")
_USED = re.compile(rf"\b{_ACRONYM}\b")
_WORD = re.compile(r"[^\W\d_][\w’']*")
_END = re.compile(r"[.;:!?()\n]")
_SMALL = frozenset(["a", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"])
"""Words whose initials an acronym can leave out."""
_LONGEST = 120
"""Letters before an acronym in which its words are looked for."""
_SEVERAL = 3
"""So many meanings of one acronym are kept."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an acronym stands for."""

    words: str
    """As printed."""
    address: str | None = None
    """The first place that spells it out; None where the board's file does."""
    source: str = ""
    """That place, as it is cited."""


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym of the records."""

    letters: str
    meanings: tuple[Meaning, ...]
    """Several where the records spell it out in several ways."""


def acronyms_of(board: Board, meetings: Iterable[Meeting]) -> Mapping[str, Acronym]:
    """The acronyms that *board* and the documents of *meetings* spell out, by their letters, sorted."""
    found: dict[str, dict[str, Meaning]] = {}
    for letters, meaning in (*_of_board(board), *_of_meetings(meetings)):
        kept = found.setdefault(letters, {})
        if len(kept) < _SEVERAL:
            kept.setdefault(_folded(meaning.words), meaning)
    return {letters: Acronym(letters, tuple(found[letters].values())) for letters in sorted(found)}


def acronyms_in(body: Body, known: Mapping[str, Acronym]) -> tuple[Acronym, ...]:
    """Those of *known* that *body* uses, in the order of their first use."""
    found: dict[str, Acronym] = {}
    for part in body.parts:
        text = part.title.text if isinstance(part, Item) else part.text
        for used in _USED.findall(text):
            if acronym := known.get(used) or known.get(used.removesuffix("s")):
                found.setdefault(acronym.letters, acronym)
    return tuple(found.values())


def spelt_out(text: str) -> Iterator[tuple[str, str]]:
    """The acronyms that *text* spells out, each with its words as printed."""
    for match in _AFTER.finditer(text):
        letters = _less_plural(match[1])
        before = _END.split(text[max(0, match.start() - _LONGEST) : match.start()])[-1]
        if words := words_of(letters, before):
            yield letters, words
    for match in _BEFORE.finditer(text):
        letters, words = _less_plural(match[1]), match[2].strip()
        if words_of(letters, words) == words:
            yield letters, words


def words_of(letters: str, before: str) -> str | None:
    """The words at the end of *before* whose initials are the capitals of *letters*; None where none are.

    Small words, and what comes after a hyphen, can be left out, as in *Co-ordination of Care* (CC).
    """
    capitals = [letter for letter in letters if letter.isupper()]
    words = list(_WORD.finditer(before))

    @cache  # each pair is looked at once, whatever is in the text
    def start(left: int, last: int) -> int | None:
        """Where the words of the first *left* capitals begin, which are among the first *last* words."""
        if not last:
            return None
        word = words[last - 1]
        if word[0].casefold() in _SMALL or before[word.start() - 1 : word.start()] == "-":
            skipped = start(left, last - 1)
            if skipped is not None:
                return skipped
        if word[0][0].upper() != capitals[left - 1]:
            return None
        return start(left - 1, last - 1) if left > 1 else word.start()

    at = start(len(capitals), len(words)) if len(capitals) > 1 else None
    return " ".join(before[at:].split()).rstrip("’'”\" ") if at is not None else None


def _less_plural(letters: str) -> str:
    return letters.removesuffix("s")


def _folded(words: str) -> str:
    """*words* for comparison: case, signs, spaces, small words and plurals make no difference."""
    kept = re.findall(r"[a-z]+", words.casefold().replace("’", ""))
    return "".join(word.removesuffix("s") for word in kept if word not in _SMALL)


def _of_board(board: Board) -> Iterator[tuple[str, Meaning]]:
    names = [(board.name, board.aliases)]
    names += [(one.name, (one.id, *one.aliases)) for one in board.organisations]
    for name, others in names:
        for other in others:
            if re.fullmatch(_ACRONYM, other) and other != name:
                yield other, Meaning(name)


def _of_meetings(meetings: Iterable[Meeting]) -> Iterator[tuple[str, Meaning]]:
    for meeting in meetings:
        day = day_in_words(meeting.day)
        if meeting.minutes:
            yield from _of_body(meeting.minutes.body, minutes_address(meeting.id), f"Minutes of {day}")
        if meeting.agenda:
            yield from _of_body(meeting.agenda.body, agenda_address(meeting.id), f"Agenda for {day}")
        for paper in meeting.papers:
            title = f"{paper.title} (paper of {day})"
            yield from _of_body(paper.body, paper_address(meeting.id, paper.slug), title)


def _of_body(body: Body, address: str, title: str) -> Iterator[tuple[str, Meaning]]:
    for passage in body.passages:
        if "(" in passage.text:
            at = f", {passage.label}" if passage.label else ""
            for letters, words in spelt_out(passage.text):
                yield letters, Meaning(words, f"{address}#{passage.anchor}", f"{title}{at}")
