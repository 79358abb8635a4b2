"""Every text of a record, however deep, with its place: one walk, which no new field escapes.

The gate looks through these texts for markings, and the search for leaks through what a site has of them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date, time, timedelta
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

from bcbsite.diagnostics import Span
from bcbsite.model.actions import Action, Series
from bcbsite.model.blocks import Block, Heading, ListEntry, Table, all_prose
from bcbsite.model.board import Organisation, Topic
from bcbsite.model.body import Item, Passage
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.paper import Attachment, Paper
from bcbsite.model.people import Person
from bcbsite.model.prose import Prose
from bcbsite.model.reference import Reference
from bcbsite.model.section55 import Finding, InspectionReport, Section


class Shape(Enum):
    """What a text is to a reader."""

    TEXT = "a paragraph, or the value of a key"
    HEADING = "a heading or a title"
    ENTRY = "an entry of a list"
    CELL = "a cell of a table"
    ROW = "a row of a table, once more as a whole"
    SHARED = "a text of a file in which no waiver can be written"
    NAME = "the name of a file, or an address that comes of one"
    ANCHOR = "an address that comes of a text which is there as well"


Place = tuple[Span, int]
"""The place that was known last, which has the file, and the line."""


class Text(NamedTuple):
    """A text, with its place as nearly as its record knows it."""

    words: str
    place: Place
    shape: Shape

    def at(self, below: int = 0) -> Span:
        """Where it begins, or the line that is so many lines *below* that."""
        near, line = self.place
        return near if line + below == near.line else Span(near.path, line + below)


_SHAPES: Mapping[type, Mapping[str, Shape]] = {
    Item: dict.fromkeys(("anchor", "parent"), Shape.ANCHOR) | {"title": Shape.HEADING, "note": Shape.HEADING},
    Passage: dict.fromkeys(("anchor", "item", "follows"), Shape.ANCHOR),
    Heading: {"anchor": Shape.ANCHOR, "prose": Shape.HEADING},
    Section: {"anchor": Shape.ANCHOR, "title": Shape.HEADING},
    Finding: {"anchor": Shape.ANCHOR},
    ListEntry: {"blocks": Shape.ENTRY},
    Paper: {"slug": Shape.NAME},
    Attachment: {"name": Shape.NAME},
    InspectionReport: {"slug": Shape.NAME, "report": Shape.HEADING},
    **{kind: {"id": Shape.NAME} for kind in (Person, Organisation, Topic, Series)},
    Action: dict.fromkeys(("id", "was"), Shape.NAME),
    Reference: {"meeting": Shape.NAME},
    OrdinaryPage: {"file": Shape.NAME, "address": Shape.NAME},
}
"""The fields whose texts are not simply words. A title is a heading in every record."""

_KEYS = {"sender": "from"}
"""The keys of front matter that are not called as their fields are."""

_SILENT = (type(None), bool, int, float, date, time, timedelta, Span, Enum, Path)
"""What has no words that are not those of a table of the program."""


class _Plan(NamedTuple):
    """How the texts of a dataclass are found."""

    fields: tuple[tuple[str, str, Shape | None], ...]
    """The name, the key of front matter, and what the texts are, where that is told by the field."""
    has_at: bool
    has_line: bool
    has_keys: bool
    """Whether it knows where each of its keys stands."""


def texts_in(value: object, at: Span, shape: Shape = Shape.TEXT) -> list[Text]:
    """Every text in *value*, which stands at *at*; linear in its size."""
    found: list[Text] = []
    _walk(value, (at, at.line), shape, found)
    return found


def words_in(blocks: tuple[Block, ...]) -> list[str]:
    """The words of all texts in *blocks*: much quicker, for a first look."""
    prose = list(all_prose(blocks))
    return [p.text for p in prose] + [mark.target for p in prose for mark in p.marks]


def fields_in(record: Any) -> Iterator[tuple[str, Any, Span, Shape]]:
    """Each field of *record*, by its key, with its value, where it stands, and what its texts are."""
    spans: Mapping[str, Span] = getattr(record, "spans", {})
    for name, key, shape in _plan_of(type(record)).fields:
        yield key, getattr(record, name), spans.get(key, record.at), shape or Shape.TEXT


def _walk(value: Any, place: Place, shape: Shape, found: list[Text]) -> None:
    kind = type(value)
    if kind is str:
        found.append(Text(value, place, shape))
    elif kind is tuple:
        for part in value:
            _walk(part, place, shape, found)
    elif kind is Prose:
        found.append(Text(value.text, place, shape))
        found += [Text(mark.target, place, shape) for mark in value.marks if mark.target]
    elif kind is Table:
        _walk_table(value, place[0], found)
    elif plan := _PLANS.get(kind):
        _walk_fields(value, plan, place, shape, found)
    elif not isinstance(value, _SILENT):
        _walk_other(value, place, shape, found)


def _walk_fields(value: Any, plan: _Plan, place: Place, shape: Shape, found: list[Text]) -> None:
    if plan.has_at:
        place = value.at, value.at.line
    if plan.has_line:
        place = place[0], value.line
    for name, key, own in plan.fields:
        if inner := getattr(value, name):
            span = value.spans.get(key) if plan.has_keys else None
            _walk(inner, (span, span.line) if span else place, own or shape, found)


def _walk_other(value: Any, place: Place, shape: Shape, found: list[Text]) -> None:
    """What is met less often, or for the first time."""
    if is_dataclass(value):
        _walk_fields(value, _plan_of(type(value)), place, shape, found)
    elif isinstance(value, Mapping):
        _walk((*value.keys(), *value.values()), place, shape, found)
    elif isinstance(value, list | set | frozenset):
        _walk(tuple(value), place, shape, found)
    else:
        raise TypeError(f"What texts are in a {type(value).__name__}?")


# “Fund”, “Name of reserve”: what is restricted is money; “Grants paper” may be restricted itself.
_MONEY = re.compile(
    r"\W*(?:name\s+of\s+)?(?:the\s+)?(?:funds?|reserves?|grants?|balances?)(?:\s+name)?\W*", re.IGNORECASE
)
_KINDS_OF_MONEY = {"", "restricted", "unrestricted", "designated", "general", "endowment", "earmarked"}
# What says of money which kind it is. “Level” or “Marking” says it of the paper.
_KIND = re.compile(
    r"\W*(?:(?:kind|type|category|class)(?:\s+of\s+(?:fund|reserve|grant|balance))?)\W*", re.IGNORECASE
)


def _columns_of_money(table: Table) -> set[int]:
    """The columns that say of funds or reserves which kind they are: of such, “RESTRICTED” is no marking."""
    if not _MONEY.fullmatch(table.head[0].text):
        return set()
    return {
        n
        for n, head in enumerate(table.head)
        if n
        and _KIND.fullmatch(head.text)
        and all(n >= len(row) or row[n].text.strip().casefold() in _KINDS_OF_MONEY for row in table.rows)
    }


def _walk_table(table: Table, near: Span, found: list[Text]) -> None:
    of_money = _columns_of_money(table)
    for line, row in table.every_row:
        is_head = row is table.head
        cells = tuple(cell for n, cell in enumerate(row) if is_head or n not in of_money)
        _walk(cells, (near, line), Shape.CELL, found)
        if len(row) > 1:
            found.append(Text(" | ".join(cell.text for cell in row), (near, line), Shape.ROW))


_PLANS: dict[type, _Plan] = {}


def _plan_of(kind: type) -> _Plan:
    """How the texts of the dataclass *kind* are found, worked out once it is met."""
    if kind not in _PLANS:
        types = get_type_hints(kind)
        shapes = _SHAPES.get(kind, {})
        named = tuple(
            (name, _KEYS.get(name, name), shapes.get(name, Shape.HEADING if name == "title" else None))
            for name, type_ in types.items()
            if name != "spans" and not (isinstance(type_, type) and issubclass(type_, _SILENT))
        )
        _PLANS[kind] = _Plan(named, types.get("at") is Span, "line" in types, "spans" in types)
    return _PLANS[kind]
