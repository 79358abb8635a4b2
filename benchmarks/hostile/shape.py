"""What a shape is: a content folder of which one part grows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

MEETING = "meetings/2022-02-10"
MINUTES, AGENDA, PAPER = f"{MEETING}/minutes.md", f"{MEETING}/agenda.md", f"{MEETING}/papers/01-plan.md"
REPORT, NOTICE, PAGE = "section-55/2021-06-01-night.md", "decisions/D-1.md", "pages/about.md"
LOG, PEOPLE, BOARD = "actions.yaml", "people.yaml", "board.yaml"

_BOARD = "name: Business Board\narea: Midshire\nmarkdown: yes\n"
FRONTS = {
    MINUTES: "date: 2022-02-10\nstatus: approved\n",
    AGENDA: "date: 2022-02-10\n",
    PAPER: 'title: A plan\nitem: "1"\n',
    REPORT: "report: A night report\npublished: 2021-06-01\n",
    NOTICE: "reference: D-1\ntitle: A decision\ndate: 2022-02-11\n",
    PAGE: "title: About\n",
}
"""The front matter of each kind of Markdown file, without what a shape adds."""

Files = Mapping[str, str]
Line = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Shape:
    """A content folder in any size."""

    name: str
    files: Callable[[int], Files]
    """The files, of which the growing ones have about so many characters."""


def repeated(size: int, line: Line) -> str:
    """What *line* gives for 0, 1, 2 … until there are *size* characters."""
    pieces: list[str] = []
    length = number = 0
    while length < size:
        pieces.append(line(number))
        length += len(pieces[-1])
        number += 1
    return "".join(pieces)


def record(path: str, body: str, front: str = "") -> dict[str, str]:
    """The Markdown file at *path*, with *front* added to its front matter."""
    return {path: f"---\n{FRONTS[path]}{front}---\n\n{body}\n"}


def content(*files: Files, board: str = "") -> dict[str, str]:
    """A folder with *files*, and *board* added to board.yaml."""
    found = {BOARD: _BOARD + board}
    for each in files:
        found |= each
    return found


def in_body(name: str, line: Line, path: str = MINUTES, front: str = "") -> Shape:
    """A document whose text grows."""
    return Shape(name, lambda size: content(record(path, repeated(size, line), front)))


def in_front(
    name: str, key: str, line: Line, path: str = MINUTES, body: str = "## 1. Item\n\n1.1 Words."
) -> Shape:
    """A document with a *key* in whose front matter a list grows."""
    return Shape(name, lambda size: content(record(path, body, f"{key}:\n{repeated(size, line)}")))


def in_file(name: str, path: str, head: str, line: Line, *others: Files) -> Shape:
    """A file without front matter that grows after its *head*."""
    return Shape(name, lambda size: content({path: head + repeated(size, line)}, *others))
