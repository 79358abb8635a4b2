"""Which headings begin with a number: a document's own headings show how it numbers its items."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from bcbsite.model.body import fold_label
from bcbsite.read.numbers.forms import Beginning, Form, Number, is_later, is_next, pieces, roman_value
from bcbsite.read.numbers.none import Verdict, is_day_or_share, is_quantity, is_share, judge

_FAR = 10
"""How far apart the numbers of neighbours can be where items are numbered on from meeting to meeting."""

_FIRST = {Form.ROMAN: "I", Form.LETTER: "A"}


def heading_numbers(
    headings: Sequence[Beginning], outers: Collection[str]
) -> Iterator[tuple[Beginning, Number, Verdict]]:
    """Those of *headings* that have a number, or may have one; with the number, and what it is.

    *outers* are the numbers, folded, that those of paragraphs are parts of: 5 where there is a paragraph 5.1.
    """
    series = _Series(headings)
    accepted: set[str] = set(outers)
    for place, heading in enumerate(headings):
        verdicts = [(number, _verdict(series, place, number, accepted)) for number in heading.numbers]
        for wanted in (Verdict.NUMBER, Verdict.UNCLEAR):
            if found := next((number for number, verdict in verdicts if verdict is wanted), None):
                yield heading, found, wanted
                if wanted is Verdict.NUMBER:
                    accepted.add(fold_label(found.printed))
                break


def _verdict(series: "_Series", place: int, number: Number, accepted: Collection[str]) -> Verdict:
    if number.named:
        return Verdict.NUMBER
    return _JUDGES[number.form](series, place, number, accepted)


def _is_part(number: Number, accepted: Collection[str]) -> bool:
    return bool(number.outer) and fold_label(number.outer) in accepted


def _dotted(series: "_Series", place: int, number: Number, accepted: Collection[str]) -> Verdict:
    exact = series.has_neighbour(place, number, is_next) or fold_label(number.printed) in accepted
    fits = exact or _is_part(number, accepted) or series.has_neighbour(place, number)
    return judge(number, fits, exact)


def _slashed(series: "_Series", place: int, number: Number, accepted: Collection[str]) -> Verdict:
    if series.has_neighbour(place, number) or _is_part(number, accepted):
        return Verdict.NUMBER
    is_none = is_share(number) or number.rest[:1].islower() or number.form is Form.HYPHENED
    return Verdict.WORDS if is_none else Verdict.UNCLEAR


def _lettered(series: "_Series", place: int, number: Number, accepted: Collection[str]) -> Verdict:
    """`I` and `A` are known by their series; `I.A` and `I.1` begin what is below I."""
    if not number.outer:
        return series.of_letters(place, number)
    goes_on = pieces(number.printed)[-1] in ("A", "1") or series.has_neighbour(place, number)
    return Verdict.NUMBER if goes_on and _is_part(number, accepted) else Verdict.WORDS


def _whole(series: "_Series", place: int, number: Number, accepted: Collection[str]) -> Verdict:
    """`5. Budget` and `5` say it themselves; `5 Budget` has to have neighbours or parts."""
    if (number.closed and not number.rest[:1].isdigit()) or not number.rest:
        return Verdict.NUMBER
    if is_day_or_share(number) and not number.closed:
        return Verdict.WORDS
    before, after = series.steps(place, number)
    if is_quantity(number):
        return Verdict.NUMBER if number.closed or (before == 1 and after == 1) else Verdict.WORDS
    is_beside = 1 in (abs(before), abs(after)) and not (before and after and before + after == 1)
    if number.closed or is_beside or number.printed in accepted or series.has_parts(number):
        return Verdict.NUMBER
    return Verdict.UNCLEAR


def _running(series: "_Series", place: int, number: Number, _: Collection[str]) -> Verdict:
    before, after = series.steps(place, number)
    if number.closed:
        near = 0 < before <= _FAR or 0 < after <= _FAR
        return Verdict.NUMBER if near else Verdict.UNCLEAR
    is_year = len(number.printed) == 4 and number.printed[:2] in ("19", "20")
    near = before == 1 or after == 1
    return (
        Verdict.NUMBER
        if near and not is_year and not (is_quantity(number) or is_day_or_share(number))
        else Verdict.WORDS
    )


_JUDGES: Mapping[Form, Callable[["_Series", int, Number, Collection[str]], Verdict]] = {
    Form.WHOLE: _whole,
    Form.RUNNING: _running,
    Form.DOTTED: _dotted,
    Form.SLASHED: _slashed,
    Form.HYPHENED: _slashed,
    Form.ROMAN: _lettered,
    Form.LETTER: _lettered,
}


class _Series:
    """The candidates by their forms, each with the one before and the one after it."""

    def __init__(self, headings: Sequence[Beginning]) -> None:
        self._before: dict[tuple[Form, int], Number] = {}
        self._after: dict[tuple[Form, int], Number] = {}
        last: dict[Form, tuple[int, Number]] = {}
        for place, heading in enumerate(headings):
            for number in heading.numbers:
                for form in {number.form, _kin(number)}:
                    if form in last:
                        self._before[form, place] = last[form][1]
                        self._after[form, last[form][0]] = number
                    last[form] = (place, number)
        self._of_letters = _letters(headings)
        dotted = (n for heading in headings for n in heading.numbers if n.form is Form.DOTTED)
        self._outers = {number.outer for number in dotted if not number.rest[:1].islower()}

    def has_parts(self, number: Number) -> bool:
        """Whether there are headings with numbers within it, as 5.1 is within 5."""
        return number.printed in self._outers

    def steps(self, place: int, number: Number) -> tuple[int, int]:
        """How much more a whole number is than the one before it, and the one after it than it; 0 without."""
        before, after = (near.get((_kin(number), place)) for near in (self._before, self._after))
        value = int(pieces(number.printed)[0])
        return (
            value - int(pieces(before.printed)[0]) if before else 0,
            int(pieces(after.printed)[0]) - value if after else 0,
        )

    def has_neighbour(
        self, place: int, number: Number, are_in_order: Callable[[str, str], bool] | None = None
    ) -> bool:
        """Whether the heading before or after has the number before or after it in a series."""
        are_in_order = are_in_order or _are_in_order
        before, after = (near.get((number.form, place)) for near in (self._before, self._after))
        lies_after = before is not None and are_in_order(before.printed, number.printed)
        return lies_after or (after is not None and are_in_order(number.printed, after.printed))

    def of_letters(self, place: int, number: Number) -> Verdict:
        """What a roman number or a letter is."""
        return self._of_letters.get((number.form, place), Verdict.WORDS)


def _kin(number: Number) -> Form:
    """Whole numbers of any length are one series, `5.0` among them."""
    return Form.WHOLE if number.form is Form.RUNNING or number.printed.endswith(".0") else number.form


def _are_in_order(one: str, other: str) -> bool:
    return is_later(one, other) or is_next(one, other)


def _letters(headings: Sequence[Beginning]) -> Mapping[tuple[Form, int], Verdict]:
    """What roman numbers and letters are: numbers where those of one level begin with I or A, and go on."""
    found: dict[tuple[Form, int], Verdict] = {}
    for form, value in ((Form.ROMAN, roman_value), (Form.LETTER, ord)):
        for group in _groups(headings, form, value):
            verdict = _of_group(form, [number for _, number in group], value)
            found |= {(form, place): verdict for place, _ in group}
    return found


def _groups(
    headings: Sequence[Beginning], form: Form, value: Callable[[str], int]
) -> Iterator[list[tuple[int, Number]]]:
    """The headings of one level with numbers of *form*, which begin anew only below another heading."""
    groups: dict[int, list[tuple[int, Number]]] = {}
    parted: set[int] = set()
    for place, heading in enumerate(headings):
        parted |= {level for level in groups if level > heading.level}
        for number in heading.numbers:
            if number.form is not form or number.outer or number.named:
                continue
            begins = value(number.printed) == value(_FIRST[form])
            if begins and heading.level in parted:
                yield groups.pop(heading.level)
            parted.discard(heading.level)
            groups.setdefault(heading.level, []).append((place, number))
    yield from groups.values()


def _of_group(form: Form, numbers: Sequence[Number], value: Callable[[str], int]) -> Verdict:
    values = [value(number.printed) for number in numbers]
    first = value(_FIRST[form])
    rises = all(one < other for one, other in pairwise(values))
    closed = all(number.closed for number in numbers)
    near = values[1] - first <= (2 if closed else 1) if len(values) > 1 else False
    if values[0] == first and rises and near and (closed or form is Form.ROMAN):
        return Verdict.NUMBER
    is_like_a_series = form is Form.ROMAN and closed and len(values) > 1
    return Verdict.UNCLEAR if is_like_a_series else Verdict.WORDS
