"""What has been read so far of a content folder."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.kept import Lazy, kept
from bcbsite.model.actions import ActionLog
from bcbsite.model.board import Board
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.erasure import Erasure
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.people import Person
from bcbsite.model.permalink import Permalink
from bcbsite.model.publication import Published
from bcbsite.model.redirect import Redirect
from bcbsite.model.section55 import InspectionReport
from bcbsite.read.damage import damaged_characters
from bcbsite.read.other_force import names_of_own
from bcbsite.source import read_bytes, source_of

Reader = Callable[..., tuple[Any, list[Diagnostic]]]
"""Reads a `Source`, from which it gives a record or None, and what is wrong with it."""


@kept
def _read(
    path: Path, data: Lazy[bytes], reader: Reader, known: tuple[object, ...]
) -> tuple[Any, list[Diagnostic]]:
    """What *reader* gives of a file with these bytes, with characters that a conversion damaged."""
    source, problems = source_of(path, data.value)
    if source is None:
        return None, problems
    record, problems = reader(source, *known)
    told = {problem.span for problem in problems}
    damaged = (damage for damage in damaged_characters(source) if damage.span not in told)
    return record, [*problems, *damaged]


@dataclass
class Reading:
    """What has been read so far."""

    problems: list[Diagnostic] = field(default_factory=list)
    board: Board | None = None
    people: tuple[Person, ...] = ()
    log: ActionLog = field(default_factory=ActionLog)
    meetings: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    inspections: list[InspectionReport] = field(default_factory=list)
    decisions: list[DecisionNotice] = field(default_factory=list)
    pages: list[OrdinaryPage] = field(default_factory=list)
    redirects: tuple[Redirect, ...] = ()
    permalinks: tuple[Permalink, ...] = ()
    erased: tuple[Erasure, ...] = ()
    publication: tuple[Published, ...] = ()
    unread: set[str] = field(default_factory=set)

    def read(self, path: Path, reader: Reader, *known: object) -> Any:
        """The record in *path*, or None; its mistakes are kept.

        *reader* is a function of a module, which also takes what is *known*.
        """
        data, problems = read_bytes(path)
        record = None
        if data is not None:
            record, problems = _read(path, Lazy(sha256(data).digest(), lambda: data), reader, known)
        self.problems += problems
        return record

    def read_top(self, path: Path, reader: Reader) -> Any:
        """The same of a file that other records lean on; that it cannot be read is remembered."""
        record = self.read(path, reader)
        if record is None:
            self.unread.add(path.name)
        return record

    @property
    def notes(self) -> tuple[str, ...]:
        """The board's own words for an item's note."""
        return self.board.item_notes if self.board else ()

    @property
    def own_names(self) -> tuple[str, ...]:
        """The names of the board that may have the area of its own force."""
        return names_of_own(self.board) if self.board else ()

    def note(self, code: str, path: Path, message: str, hint: str = "") -> None:
        """Note a mistake of a file as a whole."""
        self.problems.append(Diagnostic(code, Span(path.as_posix()), message, hint))

    def add(self, other: "Reading") -> None:
        """Take over what *other* has read of other meetings."""
        self.problems += other.problems
        self.meetings |= other.meetings
