"""A new meeting: its agenda, its draft minutes, or both."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bcbsite.archive.archive import Archive
from bcbsite.model.arrangements import Arrangements
from bcbsite.new.agenda import agenda_text, time_and_place
from bcbsite.new.before import before
from bcbsite.new.files import RefusedError
from bcbsite.new.minutes import draft_minutes
from bcbsite.source import Source, read_source


@dataclass(frozen=True, slots=True)
class NewFiles:
    """Files to be written."""

    texts: dict[Path, str]
    notes: tuple[str, ...]
    """What the writer has to look at, a sentence each."""


def agenda_file(archive: Archive, content: Path, meeting: str) -> NewFiles:
    """The agenda of *meeting*, by its id, with its place below *content*."""
    earlier = before(archive, meeting)
    path = _folder(content, meeting) / "agenda.md"
    return NewFiles({path: agenda_text(earlier, meeting, _arranged(archive, meeting))}, tuple(earlier.notes))


def minutes_file(archive: Archive, content: Path, meeting: str) -> NewFiles:
    """The draft minutes of *meeting*, from its agenda; from a new one, which is not kept, where it has none.

    Raises `RefusedError` where the agenda cannot be used.
    """
    path = _folder(content, meeting) / "agenda.md"
    if not path.exists():
        both = meeting_files(archive, content, meeting)
        texts = {place: text for place, text in both.texts.items() if place != path}
        return NewFiles(
            texts,
            ("There is no agenda of this meeting, so the items are those of every meeting.", *both.notes),
        )
    source, _ = read_source(path)
    if source is None:
        raise RefusedError(f"{path} cannot be read; bcbsite check tells more.")
    return _minutes(archive, meeting, source, path)


def meeting_files(archive: Archive, content: Path, meeting: str) -> NewFiles:
    """The agenda and the draft minutes of *meeting*."""
    path = _folder(content, meeting) / "agenda.md"
    text = agenda_text(before(archive, meeting), meeting, _arranged(archive, meeting))
    minutes = _minutes(archive, meeting, Source(path, path.as_posix(), text), path)
    return NewFiles({path: text, **minutes.texts}, minutes.notes)


def _minutes(archive: Archive, meeting: str, agenda: Source, path: Path) -> NewFiles:
    draft = draft_minutes(archive, before(archive, meeting), meeting, agenda)
    return NewFiles({path.with_name("minutes.md"): draft.text}, draft.notes)


def dates_files(
    archive: Archive, content: Path, meetings: Iterable[str], clock: dt.time | None, location: str | None
) -> NewFiles:
    """A meeting.yaml for each of *meetings*, by its id; time and place as given, or of the last minutes."""
    texts = {}
    for meeting in meetings:
        last = before(archive, meeting).last
        facts = time_and_place(
            clock or (last.time if last else None), location or (last.location if last else None), None
        )
        lines = [f"{key}: {value}" for key, value in {"state": "planned", **facts}.items() if value]
        texts[_folder(content, meeting) / "meeting.yaml"] = "\n".join([*lines, ""])
    return NewFiles(texts, ())


def _arranged(archive: Archive, meeting: str) -> Arrangements | None:
    return archive.meetings[meeting].arrangements if meeting in archive.meetings else None


def _folder(content: Path, meeting: str) -> Path:
    return content / "meetings" / meeting
