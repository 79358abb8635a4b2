"""A content folder becomes content: each file goes to its reader, by where it lies."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.actions import ActionLog
from bcbsite.model.board import Board
from bcbsite.model.content import Content
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.meeting import Meeting
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.paper import Paper
from bcbsite.model.people import Person
from bcbsite.model.permalink import Permalink
from bcbsite.model.redirect import Redirect
from bcbsite.model.reference import day_of
from bcbsite.model.section55 import InspectionReport
from bcbsite.read.actions import read_actions
from bcbsite.read.agenda import read_agenda
from bcbsite.read.board import read_board
from bcbsite.read.decisions import read_decision
from bcbsite.read.kinds import is_address_part, nearest
from bcbsite.read.minutes import read_minutes
from bcbsite.read.pages import read_page
from bcbsite.read.papers import read_paper
from bcbsite.read.people import read_people
from bcbsite.read.permalinks import read_permalinks
from bcbsite.read.redirects import read_redirects
from bcbsite.read.references import is_meeting_id
from bcbsite.read.section55 import read_section_55
from bcbsite.source import Source, list_files, read_source

_TOP = ("board.yaml", "people.yaml", "actions.yaml", "redirects.yaml", "permalinks.txt")
_TAKEN = {
    *("404", "accessibility", "actions", "assets", "data", "decisions", "meetings", "organisations"),
    *("people", "posts", "search", "section-55", "topics"),
}
"""First parts of addresses that records have, or will have."""


@dataclass
class _Reading:
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
    unread: set[str] = field(default_factory=set)

    def read(self, path: Path, reader: Callable[[Source], tuple[Any, list[Diagnostic]]]) -> Any:
        """The record in *path*, or nothing; its mistakes are kept."""
        source, problems = read_source(path)
        self.problems += problems
        if source is None:
            return None
        record, problems = reader(source)
        self.problems += problems
        return record

    def read_top(self, path: Path, reader: Callable[[Source], tuple[Any, list[Diagnostic]]]) -> Any:
        """The same of a file that other records lean on; that it cannot be read is remembered."""
        record = self.read(path, reader)
        if record is None:
            self.unread.add(path.name)
        return record

    @property
    def notes(self) -> tuple[str, ...]:
        """The board's own words for an item's note."""
        return self.board.item_notes if self.board else ()

    def note(self, code: str, path: Path, message: str, hint: str = "") -> None:
        """Note a mistake of a file as a whole."""
        self.problems.append(Diagnostic(code, Span(path.as_posix()), message, hint))


def read_content(folder: Path) -> tuple[Content | None, list[Diagnostic]]:
    """All records below *folder*, and every mistake in them; no content where there is no board.

    Raises `OSError` where the folder cannot be read.
    """
    reading = _Reading()
    files, reading.problems = list_files(folder)
    board_file = folder / "board.yaml"
    if board_file in files:
        reading.board = reading.read(board_file, read_board)
    else:
        reading.note(
            "BCB101", board_file, "This file is missing, so it is not known whose records these are."
        )
    for path in files:
        _read_file(reading, path, PurePosixPath(path.relative_to(folder)))
    meetings = sorted(reading.meetings.items())
    content = Content(
        board=reading.board or Board("", ""),
        people=reading.people,
        log=reading.log,
        meetings=tuple(Meeting(id=id_, day=day_of(id_), **found) for id_, found in meetings),
        inspections=tuple(reading.inspections),
        decisions=tuple(reading.decisions),
        pages=tuple(reading.pages),
        redirects=reading.redirects,
        permalinks=reading.permalinks,
        unread=frozenset(reading.unread),
    )
    attached = {a.path for m in content.meetings for p in m.papers for a in p.attachments}
    _warn_of_stray_files(reading, [path for path in files if path not in attached], folder)
    return (content if reading.board else None), reading.problems


def _read_file(reading: _Reading, path: Path, place: PurePosixPath) -> None:
    match place.parts:
        case (name,):
            _read_top_file(reading, path, name)
        case ("meetings", meeting, *rest):
            _read_meeting_file(reading, path, meeting, tuple(rest))
        case ("section-55", name) if name.endswith(".md"):
            _check_name(reading, path, [path.stem])
            report = reading.read(path, read_section_55)
            reading.inspections += [report] if report else []
        case ("decisions", name) if name.endswith(".md"):
            notice = reading.read(path, read_decision)
            reading.decisions += [notice] if notice else []
        case ("pages", *folders, _) if place.suffix == ".md":
            names = [*folders, place.stem]
            _check_name(reading, path, names)
            if names[0] in _TAKEN:
                reading.note("BCB109", path, f"The address “{names[0]}/” is kept for records.")
            page = reading.read(path, lambda source: read_page(source, place.relative_to("pages")))
            reading.pages += [page] if page else []


def _read_top_file(reading: _Reading, path: Path, name: str) -> None:
    match name:
        case "people.yaml":
            reading.people = reading.read_top(path, read_people) or ()
        case "actions.yaml":
            reading.log = reading.read_top(path, read_actions) or ActionLog()
        case "redirects.yaml":
            reading.redirects = reading.read(path, read_redirects) or ()
        case "permalinks.txt":
            reading.permalinks = reading.read(path, read_permalinks) or ()


def _read_meeting_file(reading: _Reading, path: Path, meeting: str, rest: tuple[str, ...]) -> None:
    if not is_meeting_id(meeting):
        folder = Path(*path.parts[: len(path.parts) - len(rest)])
        reading.note("BCB108", folder, f"“{meeting}” is no folder that is named by a date.")
        return
    found = reading.meetings[meeting]
    match rest:
        case ("agenda.md",):
            found["agenda"] = reading.read(path, lambda source: read_agenda(source, reading.notes))
        case ("minutes.md",):
            found["minutes"] = reading.read(path, lambda source: read_minutes(source, reading.notes))
        case ("papers", name) if name.endswith(".md"):
            _check_name(reading, path, [path.stem])
            paper: Paper | None = reading.read(path, lambda source: read_paper(source, reading.notes))
            found["papers"] = (*found.get("papers", ()), *([paper] if paper else []))


def _check_name(reading: _Reading, path: Path, parts: list[str]) -> None:
    """Note where a file's name, or the folders of an ordinary page, cannot be its address."""
    if odd := [part for part in parts if not is_address_part(part)]:
        reading.note("BCB109", path, f"“{odd[0]}” cannot become a part of an address.")


def _warn_of_stray_files(reading: _Reading, files: list[Path], folder: Path) -> None:
    """Say which files are read by nothing, so that nobody believes them published."""
    for path in files:
        match PurePosixPath(path.relative_to(folder)).parts:
            case (name,) if name in _TOP:
                continue
            case ("pages", *_, name) | ("section-55" | "decisions", name) if name.endswith(".md"):
                continue
            case ("meetings", id_, *_) if not is_meeting_id(id_):
                continue
            case ("meetings", _, "agenda.md" | "minutes.md"):
                continue
            case ("meetings", _, "papers", name) if name.endswith(".md"):
                continue
            case (*_, name):
                options = (*_TOP, "agenda.md", "minutes.md")
                reading.note("BCB107", path, f"“{name}” is not published.", nearest(name, options))
