"""The stages in their order: what is written becomes what the public sees, and what is wrong with it."""

import gc
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

from bcbsite.archive.archive import Archive, join
from bcbsite.archive.due import Due, in_order_of_kinds, what_is_due
from bcbsite.archive.duties import unmet_duties
from bcbsite.archive.gate import let_through
from bcbsite.archive.held_back import HeldBack, held_back
from bcbsite.archive.marked import Marked, find_markings
from bcbsite.archive.not_public import NotPublic, as_if_public, not_public
from bcbsite.checks.references import unlinked_mentions
from bcbsite.checks.rules import run_checks
from bcbsite.diagnostics import Diagnostic, has_errors, in_order
from bcbsite.model.actions import ActionLog
from bcbsite.model.board import Board
from bcbsite.model.content import Content
from bcbsite.model.erasure import erased_by
from bcbsite.model.people import Person
from bcbsite.model.permalink import Permalink
from bcbsite.pages.erasures import erasure_faults
from bcbsite.pages.permalinks import permalink_faults
from bcbsite.pages.site import SitePages, faults
from bcbsite.read.content import read_content
from bcbsite.read.dates import LAST_YEAR, LONDON, is_within_years


@dataclass(frozen=True, slots=True)
class Before:
    """What a server knows to have been published before."""

    permalinks: tuple[Permalink, ...] = ()
    is_later: bool = False
    """Whether that was made for a moment which is still to come, as a clock was wrong."""

    def joined(self, content: Content) -> tuple[Permalink, ...]:
        """These with those of *content*; where both have an address, the server saw what was there."""
        erased = frozenset(erasure.digest for erasure in content.erased)
        known = {p.address: p for p in self.permalinks if not erased_by(p.address, erased)}
        return tuple(({p.address: p for p in content.permalinks} | known).values())


NOTHING = Before()


@dataclass(frozen=True, slots=True)
class Loaded:
    """A content folder, read and checked."""

    pages: SitePages | None
    """What the public sees, or None where there is an error, so that nothing is made from a mistake."""
    diagnostics: list[Diagnostic]
    """All mistakes of all files, sorted."""
    permalinks: tuple[Permalink, ...] = ()
    """What was published before."""
    held_back: HeldBack | None = None
    """What is not public, for a search through what was made; only where it was asked for."""
    everything: SitePages | None = None
    """All records, public or not: to look whether an address is one of theirs. As `held_back`."""
    not_public: tuple[NotPublic, ...] = ()
    """The records that the public does not see, in order."""
    drafts: bool = False
    """Whether `pages` have them all the same, so that nothing made of these may be published."""

    @property
    def public(self) -> Archive | None:
        """The records that `pages` have, or None where there is an error."""
        return self.pages.archive if self.pages else None


@dataclass
class Archives:
    """All records of a content folder, and those that are public, joined once each."""

    content: Content
    everything: SitePages
    """All records, public or not."""
    marked: Marked
    """What in *content* is marked as not for the public."""
    now: datetime

    @cached_property
    def let_through(self) -> Content:
        """What of the content is public at the instant."""
        return let_through(self.content, self.now, self.marked)

    @cached_property
    def public(self) -> SitePages:
        """The public records. Mostly nothing is held back, and these are all records."""
        if self.let_through == self.content:
            return self.everything
        return SitePages(join(self.let_through, self.everything.archive.as_at))

    @property
    def preview(self) -> SitePages:
        """All records, also those that are withheld, as if they were public."""
        content = as_if_public(self.content)
        if content == self.content:
            return self.everything
        return SitePages(join(content, self.everything.archive.as_at))


_SECONDS = re.compile("-?[0-9]+")


def instant() -> datetime:
    """The present, or the one that SOURCE_DATE_EPOCH fixes for builds that can be repeated.

    See https://reproducible-builds.org/specs/source-date-epoch/. Raises `ValueError` where it is no number
    of seconds, or of a moment outside the years that records can be of.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC)
    try:
        if not _SECONDS.fullmatch(epoch):  # `int` takes more: 1_000, +5, other digits
            raise ValueError
        moment = datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise ValueError("SOURCE_DATE_EPOCH is not a number of seconds.") from None
    if moment.timestamp() < 0 or not is_within_years(moment.date()):
        raise ValueError(f"SOURCE_DATE_EPOCH is not a moment from 1970 to {LAST_YEAR}.")
    return moment


def load(
    folder: Path,
    now: datetime,
    *,
    references: bool = False,
    secrets: bool = False,
    accepted: bool = False,
    drafts: bool = False,
    before: Before = NOTHING,
) -> Loaded:
    """Read and check the content in *folder*, as it is at the instant *now*.

    *references* asks for a note on each mention that is no link, too, and *secrets* for what is held back.
    *accepted* says that nobody has changed the content since it was last found right, so that what is public
    now and was not then, or the other way round, stops nothing. *drafts* asks for the pages of all records,
    public or not, for a preview. *before* is what is known to have been published, besides what the folder
    says itself.

    Raises `OSError` where the folder cannot be read.
    """
    with _collector_paused():
        read, problems = _read(folder, now, accepted, before)
        if read and references:
            problems = in_order([*problems, *unlinked_mentions(read.everything.archive)])
        if read is None or has_errors(problems):
            return Loaded(None, problems)
        content, public = read.content, read.public
        gone = permalink_faults(
            public,
            read.everything,
            content.permalinks,
            folder,
            accepted=accepted,
            is_later=before.is_later,
        )
        problems = in_order([*problems, *gone])
        pages = None if has_errors(problems) else read.preview if drafts else public
        hidden = held_back(content, read.let_through, now) if secrets else None
    return Loaded(
        pages,
        problems,
        content.permalinks,
        held_back=hidden,
        everything=read.everything if secrets else None,
        not_public=not_public(content, read.let_through, now),
        drafts=drafts,
    )


def mistakes_between(archives: Archives, accepted: bool = False) -> list[Diagnostic]:
    """What is wrong between the records of a folder. *accepted* as in `load`."""
    everything = archives.everything
    found = run_checks(archives.content, everything.archive, archives.marked)
    # An old address is free where what has it is not public at the instant.
    of_redirects = faults(everything, archives.public, accepted) if everything.archive.redirects else ()
    erased = erasure_faults(archives.content, archives.public, everything.archive.redirects)
    return [*found, *of_redirects, *erased]


def due(folder: Path, now: datetime) -> tuple[list[Due] | None, list[Diagnostic]]:
    """What is due at *now* in the content of *folder*, public or not; nothing where it has errors.

    Raises `OSError` where the folder cannot be read.
    """
    with _collector_paused():
        read, problems = _read(folder, now)
        if read is None or has_errors(problems):
            return None, problems
        known = (read.content, read.everything.archive, now)
        return in_order_of_kinds([*what_is_due(*known), *unmet_duties(*known)]), problems


def everything(folder: Path, now: datetime) -> tuple[Archive | None, tuple[Person, ...], list[Diagnostic]]:
    """All records of *folder*, public or not, the entries of people.yaml, and all mistakes.

    No archive where there is no board. Raises `OSError` where the folder cannot be read.
    """
    with _collector_paused():
        read, problems = _read(folder, now)
        return (read.everything.archive, read.content.people, problems) if read else (None, (), problems)


def _read(
    folder: Path, now: datetime, accepted: bool = False, before: Before = NOTHING
) -> tuple[Archives | None, list[Diagnostic]]:
    """The content of *folder*, joined, or None where there is no board."""
    content, problems = read_content(folder)
    if content is None:
        return None, in_order(problems)
    content = replace(content, permalinks=before.joined(content))
    everything = SitePages(join(content, now.astimezone(LONDON).date()))
    archives = Archives(content, everything, find_markings(content), now)
    return archives, in_order([*problems, *mistakes_between(archives, accepted)])


def no_pages() -> SitePages:
    """The pages of nothing, for a preview whose first records have mistakes."""
    return SitePages(
        join(Content(Board("Preview", "no area yet"), (), ActionLog(), (), (), (), (), ()), date.min)
    )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Make records without looking for cycles among them: there are none, and the search takes a fifth."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
