"""A content folder becomes content: each file goes to its reader, by where it lies."""

from functools import partial
from pathlib import Path, PurePosixPath

from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.forks import beside, can_fork
from bcbsite.kept import Entry, in_use, kept
from bcbsite.model.actions import ActionLog
from bcbsite.model.agenda import Agenda
from bcbsite.model.arrangements import Arrangements
from bcbsite.model.board import Board
from bcbsite.model.content import Content
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.paper import Paper
from bcbsite.model.reference import day_of
from bcbsite.read.actions import read_actions
from bcbsite.read.agenda import read_agenda
from bcbsite.read.arrangements import read_arrangements
from bcbsite.read.board import read_board
from bcbsite.read.dates import no_such_day
from bcbsite.read.decisions import read_decision
from bcbsite.read.erased import read_erased
from bcbsite.read.file_names import faults_of_names
from bcbsite.read.kinds import is_address_part
from bcbsite.read.minutes import read_minutes
from bcbsite.read.pages import read_page
from bcbsite.read.papers import read_paper
from bcbsite.read.people import read_people
from bcbsite.read.permalinks import read_permalinks
from bcbsite.read.publication import read_publication
from bcbsite.read.reading import Reading
from bcbsite.read.redirects import read_redirects
from bcbsite.read.references import is_meeting_id
from bcbsite.read.section55 import read_section_55
from bcbsite.read.stray import stray_files
from bcbsite.source import list_files

_TAKEN = {
    *("404", "accessibility", "actions", "assets", "data", "decisions", "due", "glossary", "meetings"),
    *("organisations", "people", "posts", "preview", "publication", "search", "section-55", "topics"),
    *("feed.xml", "calendar.ics"),
}
"""First parts of addresses that records have, or will have."""
MANY = 300
"""From so many files on, a second process pays for its start."""


def read_content(folder: Path) -> tuple[Content | None, list[Diagnostic]]:
    """All records below *folder*, and every mistake in them; no content where there is no board.

    Raises `OSError` where the folder cannot be read.
    """
    reading = Reading()
    files, reading.problems = list_files(folder)
    board_file = folder / "board.yaml"
    if board_file in files:
        reading.board = reading.read(board_file, read_board)
    else:
        reading.note(
            "BCB101", board_file, "This file is missing, so it is not known whose records these are."
        )
    _read_files(reading, files, folder)
    meetings = sorted(reading.meetings.items())
    content = Content(
        board=reading.board or Board("", ""),
        people=reading.people,
        log=reading.log,
        meetings=tuple(
            _meeting(id_, *map(found.get, ("agenda", "minutes", "papers", "arrangements")))
            for id_, found in meetings
        ),
        inspections=tuple(reading.inspections),
        decisions=tuple(reading.decisions),
        pages=tuple(reading.pages),
        redirects=reading.redirects,
        permalinks=reading.permalinks,
        erased=reading.erased,
        publication=reading.publication,
        unread=frozenset(reading.unread),
    )
    attached = {a.path: a.at for m in content.meetings for p in m.papers for a in p.attachments}
    originals = (m.minutes.source_file for m in content.meetings if m.minutes)
    attached |= {original.path: original.at for original in originals if original}
    stray = list(stray_files(files, attached.keys(), folder, reading.problems))
    unread = {diagnostic.span.path for diagnostic in stray}
    reading.problems += [
        *stray,
        *_of_names(tuple(files), tuple(attached.items()), tuple(sorted(unread)), folder),
    ]
    return (content if reading.board else None), reading.problems


@kept
def _of_names(
    files: tuple[Path, ...], attached: tuple[tuple[Path, Span], ...], unread: tuple[str, ...], folder: Path
) -> tuple[Diagnostic, ...]:
    return tuple(faults_of_names(files, dict(attached), set(unread), folder))


@kept
def _meeting(
    id_: str,
    agenda: Agenda | None,
    minutes: Minutes | None,
    papers: tuple[Paper, ...] | None,
    arrangements: Arrangements | None,
) -> Meeting:
    return Meeting(id_, day_of(id_), agenda, minutes, papers or (), arrangements)


def _read_files(reading: Reading, files: list[Path], folder: Path) -> None:
    """Read *files*; where there are many, some of them in a fork."""
    store = in_use()
    if len(files) - len(store or ()) < MANY or not can_fork():
        _read_each(reading, files, folder)
        return
    here, away = _in_halves(files, folder)
    with beside(partial(_read_away, Reading(board=reading.board), away, folder)) as result:
        _read_each(reading, here, folder)
        read, entries = result()
        reading.add(read)
        if store is not None:
            store.add(entries)


def _read_away(reading: Reading, files: list[Path], folder: Path) -> tuple[Reading, list[Entry]]:
    """The same in a fork, with what was kept there."""
    _read_each(reading, files, folder)
    store = in_use()
    return reading, store.of_this_round if store is not None else []


def _in_halves(files: list[Path], folder: Path) -> tuple[list[Path], list[Path]]:
    """*files* without those of every other meeting, and those."""
    places = ((path, path.relative_to(folder).parts) for path in files)
    meetings = {path: parts[1] for path, parts in places if len(parts) > 2 and parts[0] == "meetings"}
    away = set(sorted(set(meetings.values()))[::2])
    here = [path for path in files if meetings.get(path) not in away]
    return here, [path for path in files if meetings.get(path) in away]


def _read_each(reading: Reading, files: list[Path], folder: Path) -> Reading:
    for path in files:
        _read_file(reading, path, PurePosixPath(path.relative_to(folder)))
    return reading


def _read_file(reading: Reading, path: Path, place: PurePosixPath) -> None:
    match place.parts:
        case (name,):
            _read_top_file(reading, path, name)
        case ("meetings", meeting, *rest):
            _read_meeting_file(reading, path, meeting, tuple(rest))
        case ("section-55", name) if name.endswith(".md"):
            _check_name(reading, path, [path.stem])
            report = reading.read(path, read_section_55, reading.own_names)
            reading.inspections += [report] if report else []
        case ("decisions", name) if name.endswith(".md"):
            notice = reading.read(path, read_decision)
            reading.decisions += [notice] if notice else []
        case ("pages", *folders, _) if place.suffix == ".md":
            names = [*folders, place.stem]
            _check_name(reading, path, names)
            if names[0] in _TAKEN:
                reading.note("BCB109", path, f"The address “{names[0]}/” is kept for records.")
            page = reading.read(path, read_page, place.relative_to("pages"))
            reading.pages += [page] if page else []


def _read_top_file(reading: Reading, path: Path, name: str) -> None:
    match name:
        case "people.yaml":
            reading.people = reading.read_top(path, read_people) or ()
        case "actions.yaml":
            reading.log = reading.read_top(path, read_actions) or ActionLog()
        case "redirects.yaml":
            reading.redirects = reading.read(path, read_redirects) or ()
        case "permalinks.txt":
            reading.permalinks = reading.read(path, read_permalinks) or ()
        case "publication.yaml":
            reading.publication = reading.read(path, read_publication) or ()
        case "erased.txt":
            reading.erased = reading.read(path, read_erased) or ()


def _read_meeting_file(reading: Reading, path: Path, meeting: str, rest: tuple[str, ...]) -> None:
    if not is_meeting_id(meeting):
        folder = Path(*path.parts[: len(path.parts) - len(rest)])
        if why := no_such_day(meeting[: len("2022-02-10")]):
            reading.note("BCB108", folder, f"“{meeting}” {why[0]}", why[1])
        else:
            reading.note("BCB108", folder, f"“{meeting}” is no folder that is named by a date.")
        return
    found = reading.meetings[meeting]
    match rest:
        case ("agenda.md",):
            found["agenda"] = reading.read(path, read_agenda, reading.notes)
        case ("minutes.md",):
            found["minutes"] = reading.read(path, read_minutes, reading.notes)
        case ("meeting.yaml",):
            found["arrangements"] = reading.read(path, read_arrangements)
        case ("papers", name) if name.endswith(".md"):
            _check_name(reading, path, [path.stem])
            paper: Paper | None = reading.read(path, read_paper, reading.notes)
            found["papers"] = (*found.get("papers", ()), *([paper] if paper else []))


def _check_name(reading: Reading, path: Path, parts: list[str]) -> None:
    """Note where a file's name, or the folders of an ordinary page, cannot be its address."""
    if odd := [part for part in parts if not is_address_part(part)]:
        reading.note("BCB109", path, f"“{odd[0]}” cannot become a part of an address.")
