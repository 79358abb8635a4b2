"""Minutes marked as approved, where a later meeting approved them; the rest of their file stays as it is."""

import re
from collections.abc import Sequence
from pathlib import Path

from bcbsite.archive.approvals import Approval
from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import has_errors
from bcbsite.model.body import Item
from bcbsite.model.document import Status
from bcbsite.model.minutes import Minutes
from bcbsite.model.reference import day_of
from bcbsite.new.before import is_written
from bcbsite.new.files import RefusedError, replace_file
from bcbsite.pages.words import day_in_words
from bcbsite.read.minutes import read_minutes
from bcbsite.source import Source

# “draft”, “'draft'”, “approved  # by the Board”: the value of a key, up to a comment
_VALUE = re.compile(r"""["']?[\w-]+["']?""")


def approve(archive: Archive, meeting: str, at: str | None) -> str:
    """Mark the minutes of *meeting*, by its id, as approved; what was done, in a sentence.

    *at* is the place that approved them, as `approved_at` has it, where no later minutes are read as doing
    so. Raises `RefusedError` where they are marked already, where nothing says who approved them, or where
    the file cannot be changed safely; then nothing was written.
    """
    held = archive.meetings.get(meeting)
    minutes = held.minutes if held else None
    if minutes is None:
        raise RefusedError(f"No minutes of {meeting} are held here.")
    if minutes.status is Status.APPROVED:
        raise RefusedError(f"{minutes.at.path} says “status: approved” already.")
    if not is_written(minutes):
        raise RefusedError(f"{minutes.at.path} still has what is to be written in each of its paragraphs.")
    where = _approved_by(archive.approvals.of(meeting), at)
    path = Path(minutes.at.path)
    text = path.read_bytes().decode()
    new = _with_status(text, minutes)
    if at:
        new = _with_line(new, minutes, f"approved_at: {at}")
    _see_that_it_reads_back(path, new, minutes, archive.board.item_notes)
    replace_file(path, new)
    return f"{path} says “status: approved” now: {where}."


def _approved_by(approvals: Sequence[Approval], at: str | None) -> str:
    if at:
        return f"they were approved at {at}"
    found = [approval for approval in approvals if not approval.deferred]
    if not found:
        raise RefusedError(
            "No later minutes held here are read as approving these. If they were approved, name the meeting "
            "and the paragraph, as in --at 2022-05-26#3.1."
        )
    label = f", {found[0].label}" if found[0].label else ""
    return f"they were approved on {day_in_words(day_of(found[0].at))}{label}"


def _with_status(text: str, minutes: Minutes) -> str:
    """*text* with `approved` in the place of the status, or on a line of its own where it has none."""
    if "status" not in minutes.spans:
        return _with_line(text, minutes, "status: approved")
    span = minutes.spans["status"]
    lines = text.splitlines(keepends=True)
    line = lines[span.line - 1]
    before, value = line[: span.column - 1], line[span.column - 1 :]
    lines[span.line - 1] = before + _VALUE.sub("approved", value, count=1)
    return "".join(lines)


def _with_line(text: str, minutes: Minutes, new: str) -> str:
    """*text* with a line more, below that of the date."""
    lines = text.splitlines(keepends=True)
    after = minutes.where("date").line
    end = lines[after - 1][len(lines[after - 1].rstrip("\r\n")) :]
    lines.insert(after, f"{new}{end}")
    return "".join(lines)


def _see_that_it_reads_back(path: Path, text: str, minutes: Minutes, notes: tuple[str, ...]) -> None:
    """Raise `RefusedError` where *text* would say anything else than before, but for the status."""
    name = path.as_posix()
    source = Source(path, name, text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    read, problems = read_minutes(source, notes)
    if (
        read is None
        or has_errors(problems)
        or read.status is not Status.APPROVED
        or _words(read) != _words(minutes)
    ):
        raise RefusedError(f"{name} cannot be changed safely. Write “status: approved” in it by hand.")


def _words(minutes: Minutes) -> list[str]:
    """What the file says, but for the status."""
    people = (*minutes.members, *minutes.in_attendance, *minutes.apologies)
    keys = (minutes.date, minutes.time, minutes.location, minutes.publish_at, minutes.classification)
    parts = (part.heading if isinstance(part, Item) else part.text for part in minutes.body.parts)
    return [*(person.name for person in people), *map(str, keys), *parts]
