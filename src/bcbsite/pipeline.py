"""The stages in their order: what is written becomes what the public sees, and what is wrong with it."""

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bcbsite.archive.archive import Archive, join
from bcbsite.archive.due import Due, what_is_due
from bcbsite.archive.gate import let_through
from bcbsite.archive.held_back import HeldBack, held_back
from bcbsite.archive.marked import Marked, find_markings
from bcbsite.checks.references import unlinked_mentions
from bcbsite.checks.rules import run_checks
from bcbsite.diagnostics import Diagnostic, has_errors, in_order
from bcbsite.model.actions import ActionLog
from bcbsite.model.board import Board
from bcbsite.model.content import Content
from bcbsite.model.people import Person
from bcbsite.model.permalink import Permalink
from bcbsite.pages.permalinks import permalink_faults
from bcbsite.pages.site import faults
from bcbsite.read.content import read_content
from bcbsite.read.dates import LAST_YEAR, LONDON, is_within_years


@dataclass(frozen=True, slots=True)
class Loaded:
    """A content folder, read and checked."""

    public: Archive | None
    """What the public sees; absent where there is an error, so that nothing is made from a mistake."""
    diagnostics: list[Diagnostic]
    """All mistakes of all files, sorted."""
    permalinks: tuple[Permalink, ...] = ()
    """What was published before."""
    held_back: HeldBack | None = None
    """What is not public, for a search through what was made; only where it was asked for."""
    everything: Archive | None = None
    """All records, public or not: to look whether an address is one of theirs. As `held_back`."""


def instant() -> datetime:
    """The present, or the one that SOURCE_DATE_EPOCH fixes for builds that can be repeated.

    See https://reproducible-builds.org/specs/source-date-epoch/. Raises `ValueError` where it is no number
    of seconds, or of a moment outside the years that records can be of.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC)
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise ValueError("SOURCE_DATE_EPOCH is not a number of seconds.") from None
    if moment.timestamp() < 0 or not is_within_years(moment.date()):
        raise ValueError(f"SOURCE_DATE_EPOCH is not a moment from 1970 to {LAST_YEAR}.")
    return moment


def load(
    folder: Path, now: datetime, references: bool = False, secrets: bool = False, accepted: bool = False
) -> Loaded:
    """Read and check the content in *folder*, as it is at the instant *now*.

    *references* asks for a note on each mention that is no link, too, and *secrets* for what is held back.
    *accepted* says that nobody has changed the content since it was last found right, so that what is public
    now and was not then, or the other way round, stops nothing.

    Raises `OSError` where the folder cannot be read.
    """
    with _collector_paused():
        read, problems = _read(folder, now, accepted)
        if read and references:
            problems = in_order([*problems, *unlinked_mentions(read[1])])
        if read is None or has_errors(problems):
            return Loaded(None, problems)
        content, everything, marked = read
        public = let_through(content, now, marked)
        # Mostly nothing is held back, and what was joined for the checks is what the public sees.
        archive = everything if public == content else join(public, everything.as_at)
        gone = permalink_faults(archive, everything, content.permalinks, accepted)
        problems = in_order([*problems, *gone])
        hidden = (held_back(content, public, now), everything) if secrets else (None, None)
    return Loaded(None if has_errors(problems) else archive, problems, content.permalinks, *hidden)


def mistakes_between(
    content: Content, everything: Archive, marked: Marked, now: datetime, accepted: bool = False
) -> list[Diagnostic]:
    """What is wrong between the records of *content*, in which *marked* is marked.

    *everything* is all of it joined, public or not.
    """
    of_redirects = _of_redirects(content, everything, marked, now, accepted)
    return [*run_checks(content, everything, marked), *of_redirects]


def due(folder: Path, now: datetime) -> tuple[list[Due] | None, list[Diagnostic]]:
    """What is due at *now* in the content of *folder*, public or not; nothing where it has errors.

    Raises `OSError` where the folder cannot be read.
    """
    with _collector_paused():
        read, problems = _read(folder, now)
        if read is None or has_errors(problems):
            return None, problems
        content, everything, _ = read
        return what_is_due(content, everything, now), problems


def everything(folder: Path, now: datetime) -> tuple[Archive | None, tuple[Person, ...], list[Diagnostic]]:
    """All records of *folder*, public or not, the entries of people.yaml, and all mistakes.

    No archive where there is no board. Raises `OSError` where the folder cannot be read.
    """
    with _collector_paused():
        read, problems = _read(folder, now)
        return (read[1], read[0].people, problems) if read else (None, (), problems)


def _read(
    folder: Path, now: datetime, accepted: bool = False
) -> tuple[tuple[Content, Archive, Marked] | None, list[Diagnostic]]:
    """The content of *folder*, the join of all of it, public or not, and what is marked in it.

    Nothing where there is no board.
    """
    content, problems = read_content(folder)
    if content is None:
        return None, in_order(problems)
    everything = join(content, now.astimezone(LONDON).date())
    marked = find_markings(content)
    problems += mistakes_between(content, everything, marked, now, accepted)
    return (content, everything, marked), in_order(problems)


def _of_redirects(
    content: Content, everything: Archive, marked: Marked, now: datetime, accepted: bool
) -> Iterable[Diagnostic]:
    """What is wrong with redirects; an address is free where what has it is not public at *now*."""
    if not everything.redirects:
        return ()
    public = let_through(content, now, marked)
    archive = everything if public == content else join(public, everything.as_at)
    return faults(everything, archive, accepted)


def empty_archive() -> Archive:
    """An archive of nothing, for a preview whose first records have mistakes."""
    return join(Content(Board("Preview", "no area yet"), (), ActionLog(), (), (), (), (), ()), date.min)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Make records without looking for cycles among them: there are none, and the search takes a fifth."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
