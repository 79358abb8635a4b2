"""Which paragraphs begin with a number: what fits its place, or looks like a number in every way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bcbsite.model.body import fold_label
from bcbsite.read.numbers.forms import Beginning, Form, Number, is_next
from bcbsite.read.numbers.none import Verdict, is_time, judge


@dataclass
class Place:
    """Where in a document the reader is: the open items, and the last number."""

    _open: list[tuple[int, str | None]] = field(default_factory=list)
    """The level and the number of each heading that the place lies under, outermost first."""
    _before: str = ""
    """The last number of an item or a paragraph."""
    _among_times: bool = False
    """Whether the last of what could be a number was a time of day."""

    def enter(self, level: int, label: str | None) -> None:
        """Go on below a heading of *level*, whose number is *label*."""
        while self._open and self._open[-1][0] >= level:
            depth, above = self._open[-1]
            if depth == level and label and above and above == label.rpartition(".")[0]:
                break
            self._open.pop()
        self._open.append((level, label))
        self._among_times = False
        self._before = label or self._before

    def go_on(self, label: str) -> None:
        """Go on after a paragraph with the number *label*."""
        self._before, self._among_times = label, False

    def take(self, numbers: Sequence[Number], after: Number | None) -> tuple[Number, Verdict]:
        """Which of *numbers* is that of the paragraph, or may be; *after* is the next that could be one."""
        verdicts = [(number, self._verdict(number, after)) for number in numbers]
        number, verdict = min(verdicts, key=lambda each: each[1].value)
        if verdict is Verdict.NUMBER:
            self.go_on(number.printed)
        elif verdict is Verdict.WORDS:
            self._among_times = is_time(number.printed)
        return number, verdict

    def _verdict(self, number: Number, after: Number | None) -> Verdict:
        is_part = any(fold_label(label) == fold_label(number.outer) for _, label in self._open if label)
        if number.form is not Form.DOTTED:
            is_beside = is_next(self._before, number.printed)
            return Verdict.NUMBER if is_part or is_beside else _elsewhere(number)
        begins = not self._before and set(_figures(number.printed)) == {1}
        is_first = begins or (is_part and number.printed.rpartition(".")[2] in ("0", "1"))
        leads_on = after is not None and is_next(number.printed, after.printed)
        exact = is_first or is_next(self._before, number.printed) or leads_on
        verdict = judge(number, is_part or self._goes_on(number.printed), exact)
        is_time_too = verdict is Verdict.UNCLEAR and self._among_times and is_time(number.printed)
        return Verdict.WORDS if is_time_too else verdict

    def _goes_on(self, printed: str) -> bool:
        """Whether it is below the last number, later beside it, or the first of the group after it."""
        new, old = _figures(printed), _figures(self._before)
        if not old or not new:
            return False
        beside = len(new) == len(old) and new[:-1] == old[:-1] and new[-1] > old[-1]
        after = (
            new[-1] < 2 and len(new) <= len(old) and new[:-1] == (*old[: len(new) - 2], old[len(new) - 2] + 1)
        )
        return beside or new[:-1] == old or after


def _elsewhere(number: Number) -> Verdict:
    """What a number such as `WB/19.1` is where its item is not open."""
    is_told = number.form is Form.SLASHED and not number.rest[:1].islower()
    return Verdict.UNCLEAR if is_told else Verdict.WORDS


def _figures(printed: str) -> tuple[int, ...]:
    figures = printed.split(".")
    return tuple(map(int, figures)) if all(figure.isdigit() for figure in figures) else ()


def paragraph_numbers(
    begins: Sequence[Beginning], labels: Mapping[int, Number]
) -> Iterator[tuple[Beginning, Number, Verdict]]:
    """Those paragraphs of *begins* that could have a number; with the number, and what it is.

    *labels* are the numbers that are known, by their lines: those of headings, and those that are stated.
    """
    place = Place()
    for beginning, after in zip(begins, _next_of_each(begins), strict=True):
        known = labels.get(beginning.line)
        if beginning.level:
            place.enter(beginning.level, known.printed if known else None)
        elif known:
            place.go_on(known.printed)
        elif beginning.numbers:
            yield beginning, *place.take(beginning.numbers, after)


def _next_of_each(begins: Sequence[Beginning]) -> list[Number | None]:
    """For each, what could be the number of the next paragraph."""
    following: list[Number | None] = []
    after: Number | None = None
    for beginning in reversed(begins):
        following.append(after)
        if beginning.numbers and not beginning.level:
            after = beginning.numbers[0]
    return following[::-1]
