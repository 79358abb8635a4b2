"""Long lists: what a reader can filter them by, and the pages that they are divided into.

Every list is complete on static pages, such as one for each year. A script reads the rows from these pages
(`theme/assets/javascripts/reading/lists.js`), so that what it shows is what they have.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from bcbsite.read.labels import slugify

ROWS = 100
"""How many rows a page of a list has at most."""

Subject = TypeVar("Subject")
"""What a row is about."""


@dataclass(frozen=True, slots=True)
class By(Generic[Subject]):
    """Something that a list can be filtered by."""

    name: str
    """In the address: `status`."""
    label: str
    """Of its field: `Status`."""
    values: Callable[[Subject], Iterable[str]]
    """Those that a row has, in words."""
    newest_first: bool = False
    """Whether the choices are years."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a list can be filtered by."""

    value: str
    """As a slug, in the address and on the rows."""
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A field of the form, with its choices."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Filter(Generic[Subject]):
    """What a list can be filtered and sorted by, and where all its rows are."""

    nouns: str
    """What its rows are: `decisions`."""
    total: int
    facets: tuple[Facet, ...]
    """Those with more than one choice."""
    parts: tuple[str, ...]
    """The addresses of the pages that together have each row; none where the list's own page has them."""
    row: Callable[[Subject], Mapping[str, str]] = field(compare=False)
    """The attributes of a row: its day, and its value for each facet, several with spaces between them."""


def filter_of(
    nouns: str,
    rows: Sequence[Subject],
    day: Callable[[Subject], date | None],
    by: Sequence[By[Subject]],
    parts: Iterable[str] = (),
) -> Filter[Subject]:
    """What *rows* can be filtered by; *day* says when each was."""
    facets = tuple(facet for one in by if len((facet := _facet(one, rows)).choices) > 1)
    kept = [one for one in by if one.name in {facet.name for facet in facets}]

    def attributes(row: Subject) -> Mapping[str, str]:
        on = day(row)
        values = {f"data-{one.name}": " ".join(_slugs(one, row)) for one in kept}
        return {"data-day": on.isoformat() if on else ""} | {name: v for name, v in values.items() if v}

    return Filter(nouns, len(rows), facets, tuple(parts), attributes)


def _facet(by: By[Any], rows: Iterable[Any]) -> Facet:
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for row in rows:
        found = _slugs(by, row)
        counts.update(found.keys())
        for slug, label in found.items():
            labels.setdefault(slug, label)
    choices = [Choice(slug, labels[slug], counts[slug]) for slug in labels]
    choices.sort(key=lambda choice: choice.label.casefold(), reverse=by.newest_first)
    return Facet(by.name, by.label, tuple(choices))


def _slugs(by: By[Subject], row: Subject) -> dict[str, str]:
    """The values of *row* by their slugs."""
    return {slugify(value) or "other": value for value in by.values(row)}


@dataclass(frozen=True, slots=True)
class Step:
    """One of the pages that a part of a list is divided into."""

    number: int
    """From 1 on."""
    address: str
    is_here: bool


Row = TypeVar("Row")


def pages_of(
    rows: Sequence[Row], address: str, at_most: int = ROWS
) -> Iterator[tuple[str, tuple[Row, ...], tuple[Step, ...]]]:
    """*rows* page by page: the address, the rows, and all pages; the first has *address* itself."""
    starts = range(0, max(1, len(rows)), at_most)
    addresses = [address if n == 1 else f"{address}{n}/" for n in range(1, len(starts) + 1)]
    for start, here in zip(starts, addresses, strict=True):
        steps = tuple(Step(n, at, at == here) for n, at in enumerate(addresses, 1))
        yield here, tuple(rows[start : start + at_most]), steps if steps[1:] else ()


def page_in_words(steps: Iterable[Step]) -> str:
    """`, page 2`, for the title of a page of *steps*; nothing for the first and for the only one."""
    here = next((step.number for step in steps if step.is_here), 1)
    return f", page {here}" if here > 1 else ""
