"""What the action log lacks: an entry for each action of the minutes that it does not have."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bcbsite.archive.archive import Archive
from bcbsite.archive.raised import line_of
from bcbsite.archive.raising.raised import Raised
from bcbsite.archive.series import SeriesByDay
from bcbsite.diagnostics import Span
from bcbsite.model.actions import ActionLog
from bcbsite.model.blocks import plain_text
from bcbsite.model.body import Passage
from bcbsite.model.minutes import Minutes
from bcbsite.model.reference import day_of
from bcbsite.new.entry import Entry, in_one_line
from bcbsite.new.files import RefusedError
from bcbsite.new.proposals import next_numbers, proposed_owner
from bcbsite.read.labels import slugify


@dataclass(frozen=True, slots=True)
class Lack:
    """All that the log lacks."""

    entries: tuple[Entry, ...]
    """In the order of the minutes."""
    series: str | None
    """The id of the series to begin with, where the log has none."""


@dataclass(frozen=True, slots=True)
class _Line:
    """An action of the minutes that is not in the log."""

    meeting: str
    minutes: Minutes
    raised: Raised

    @property
    def at(self) -> Span:
        return Span(self.minutes.at.path, self.raised.line)

    @property
    def words(self) -> str:
        return in_one_line(self.raised.text)

    @property
    def place(self) -> str:
        """What the line follows: its number or limb, or its anchor where the number leads elsewhere."""
        anchor, body = self.raised.place, self.minutes.body
        part = body.by_anchor[anchor]
        printed = part.label or (part.limb if isinstance(part, Passage) else None)
        return printed if printed and body.find(printed) is part else anchor


def lack_of(log: ActionLog, everything: Archive) -> Lack:
    """What *log* lacks; *everything* is all records joined.

    Raises `RefusedError` where the log seems to have an action already, but not where the minutes raise it.
    """
    meetings = {m.minutes.at.path: m.id for m in everything.meetings.values() if m.minutes}
    lines = [
        _Line(meetings[minutes.at.path], minutes, raised) for minutes, raised in everything.raised.unlogged
    ]
    begun = str(day_of(lines[0].meeting).year) if lines and not log.series else None
    taken = {id_ for action in log.actions for id_ in (action.id, *action.was)}
    entries: list[Entry] = []
    prints_numbers = any(line.raised.number for line in lines)
    numbers = {} if prints_numbers else dict(next_numbers(log, everything))
    elsewhere, series, times = _logged_elsewhere(log, everything), SeriesByDay(log), Counter[str]()
    for line in lines:
        _refuse_what_is_elsewhere(line, elsewhere)
        current = begun or series.at(day_of(line.meeting)) or log.series[-1].id
        raised, number = line.raised, line.raised.number
        if current in numbers:
            count, after = numbers[current]
            number, numbers[current] = f"{count}{after}", (count + 1, after)
        id_ = _id(line, number, current, taken, times)
        taken.add(id_)
        proposed = None if raised.owners else proposed_owner(line.words, line.minutes, everything)
        entries.append(
            Entry(
                id_,
                number,
                line.meeting,
                line.place,
                line_of(line.meeting, raised),
                line.words,
                raised.owners,
                raised.target,
                proposed,
            )
        )
    return Lack(tuple(entries), begun)


def _refuse_what_is_elsewhere(line: _Line, elsewhere: Mapping[tuple[str, str], str]) -> None:
    """A second entry with the same words would be a mistake that nobody sees."""
    if id_ := elsewhere.get((line.meeting, line.words)):
        raise RefusedError(
            f"{line.at}: The log has the words of this line under {id_}, but not for this line; "
            "correct “raised” or “number” there, or add the actions before it by hand."
        )


def _logged_elsewhere(log: ActionLog, everything: Archive) -> Mapping[tuple[str, str], str]:
    """The first action with some words that its own line does not have, by its meeting and the words."""
    printed = _printed_words(everything)
    found: dict[tuple[str, str], str] = {}
    for action in log.actions:
        words = in_one_line(plain_text(action.action))
        if words != printed.get(action.id):
            found.setdefault((action.raised.meeting, words), action.id)
    return found


def _printed_words(everything: Archive) -> dict[str, str]:
    """The words of the line that each logged action was put to, by the action's id."""
    return {
        action.id: in_one_line(raised.text)
        for meeting, found in everything.raised.of.items()
        for raised in found
        if (action := everything.raised.by_line.get(line_of(meeting, raised)))
    }


def _id(line: _Line, number: str | None, series: str, taken: set[str], times: Counter[str]) -> str:
    """`series/number`, or `series/meeting-and-place` with `-2` and so on where that is taken.

    Numbers such as AP5 may begin anew with each meeting; those that end in `.0` do not.

    *times* remembers how far the numbers of each place are known to be taken.
    """
    if number:
        wanted = f"{series}/{slugify(number.removesuffix('.0').replace('.', '-'))}"
        if wanted not in taken:
            return wanted
        if number.endswith(".0"):
            raise RefusedError(
                f"{line.at}: The log has {wanted} already, but not as raised here; correct its “raised”, or "
                "the number in the minutes."
            )
    wanted = f"{series}/{line.meeting}-{slugify(line.place.replace('.', '-'))}"
    id_ = wanted
    while id_ in taken:
        times[wanted] += 1
        id_ = f"{wanted}-{times[wanted] + 1}"
    return id_
