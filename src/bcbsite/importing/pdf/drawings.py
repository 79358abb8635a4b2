"""What is drawn on a page of a PDF beside its letters: rules, the grids of tables, links, dots, pictures."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import Table as FoundTable

# A page with more strokes and boxes than this is a drawing, which says nothing about its text.
MOST_DRAWN = 5_000
# How far apart, in points, the same edge may be drawn.
SAME_EDGE = 3.0

# A letter or something drawn, as pdfplumber gives it.
Thing = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Area:
    """A box on a page; a thin one is a rule. `link` is the address that it leads to or ""."""

    x0: float
    x1: float
    top: float
    bottom: float
    link: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The ruling of one table: where its columns and rows begin and the last ones end, and its cells as
    `(row, column, rows, columns)`.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[int, int, int, int], ...]


def area(thing: Thing, link: str = "") -> Area:
    """Where a thing stands."""
    return Area(float(thing["x0"]), float(thing["x1"]), float(thing["top"]), float(thing["bottom"]), link)


def rules(page: Page) -> Iterator[Area]:
    """Level strokes: what underlines words or strikes them out."""
    for thing in (*page.rects, *page.lines):
        rule = area(thing)
        if rule.bottom - rule.top <= 2 and rule.x1 - rule.x0 > 2:
            yield rule


def dots(page: Page) -> Iterator[Area]:
    """Small signs as high as wide, which may be bullets that are drawn."""
    for thing in (*page.rects, *page.curves):
        found = area(thing)
        wide, high = found.x1 - found.x0, found.bottom - found.top
        if 2 <= wide <= 8 and 2 <= high <= 8 and abs(wide - high) < 1.5:
            yield found


def is_drawing(page: Page) -> bool:
    """Whether there is so much drawn that it says nothing about the text."""
    return len(page.rects) + len(page.lines) + len(page.curves) > MOST_DRAWN


def links(page: Page) -> Iterator[Area]:
    """Areas that lead to a web or mail address."""
    for thing in page.hyperlinks[:MOST_DRAWN]:
        address = str(thing.get("uri") or "")
        if address.startswith(("http://", "https://", "mailto:")):
            yield area(thing, address)


def pictured(page: Page) -> float:
    """The share of the page that pictures cover, at most 1."""
    areas = [area(thing) for thing in page.images]
    covered = sum(max(0.0, one.x1 - one.x0) * max(0.0, one.bottom - one.top) for one in areas)
    return min(1.0, covered / max(1.0, float(page.width) * float(page.height)))


def grids(page: Page) -> Iterator[Grid]:
    """The tables that rules make. A box as large as the page is its ground, no table."""
    if not (page.rects or page.lines or page.curves):
        return
    whole = float(page.width) * float(page.height)

    def is_no_ground(thing: Thing) -> bool:
        if thing["object_type"] != "rect":
            return True
        return bool(thing["width"] * thing["height"] < whole * 0.8)

    framed = page.filter(is_no_ground)
    settings = {"explicit_horizontal_lines": list(_open_ends(framed.edges))}
    for table in framed.find_tables(settings):
        grid = _grid(table)
        if len(grid.xs) > 2:
            yield grid


def _open_ends(edges: Sequence[Thing]) -> Iterator[dict[str, object]]:
    """Level edges where columns end or begin without one, as those of a row do that goes over a page."""
    level = sorted(edge["top"] for edge in edges if edge["orientation"] == "h" and edge["width"] > 6)
    ends: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for edge in edges:
        if edge["orientation"] == "v" and edge["height"] > 6:
            for y in (edge["top"], edge["bottom"]):
                ends[round(y / SAME_EDGE)].append((y, edge["x0"]))
    for group in ends.values():
        y, xs = group[0][0], [x for _, x in group]
        near = bisect_left(level, y - SAME_EDGE)
        has_edge = near < len(level) and level[near] <= y + SAME_EDGE
        if not has_edge and max(xs) - min(xs) > 6:
            x0, x1 = min(xs), max(xs)
            yield {
                "object_type": "line",
                "x0": x0,
                "x1": x1,
                "top": y,
                "bottom": y,
                "width": x1 - x0,
                "height": 0.0,
            }


def _grid(table: FoundTable) -> Grid:
    xs = _merged(edge for cell in table.cells for edge in (cell[0], cell[2]))
    ys = _merged(edge for cell in table.cells for edge in (cell[1], cell[3]))
    cells = []
    for x0, top, x1, bottom in table.cells:
        row, column = _nearest(ys, top), _nearest(xs, x0)
        cells.append((row, column, max(1, _nearest(ys, bottom) - row), max(1, _nearest(xs, x1) - column)))
    return Grid(xs, ys, tuple(sorted(cells)))


def _merged(edges: Iterable[float]) -> tuple[float, ...]:
    """The places of edges, those within `SAME_EDGE` as one."""
    found = sorted({float(edge) for edge in edges})
    return tuple(found[:1] + [b for a, b in pairwise(found) if b - a > SAME_EDGE])


def _nearest(edges: tuple[float, ...], place: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - place))
