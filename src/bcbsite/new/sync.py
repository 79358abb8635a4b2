"""The action log with all that the minutes raise; it is written only where it reads back as it should."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bcbsite.archive.archive import Archive, join
from bcbsite.archive.gate import IN_THE_END
from bcbsite.archive.marked import find_markings
from bcbsite.diagnostics import Diagnostic, has_errors, in_order
from bcbsite.model.actions import ActionLog
from bcbsite.model.blocks import plain_text
from bcbsite.model.content import Content
from bcbsite.new.entry import in_one_line
from bcbsite.new.files import RefusedError, quoted
from bcbsite.new.lack import Lack, lack_of
from bcbsite.new.yaml_list import add_to_list
from bcbsite.pages.site import SitePages
from bcbsite.pipeline import Archives, mistakes_between
from bcbsite.read.actions import read_actions
from bcbsite.read.content import read_content
from bcbsite.source import read_source

_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Synced:
    """What became of the log."""

    added: Lack
    """What it lacked, and has now."""
    mistakes: list[Diagnostic]
    """What has to be mended before; where there is any, nothing was written."""


def sync_log(folder: Path) -> Synced:
    """Add to actions.yaml in *folder* what it lacks of the actions that the minutes raise.

    Raises `RefusedError` where that would not be safe; then nothing was written.
    """
    content, problems = read_content(folder)
    if content is None:
        return Synced(Lack((), None), in_order(problems))
    everything = join(content, date.min)
    found = _mistakes(content, everything)
    problems = in_order([*problems, *found])
    if stopping := [mistake for mistake in problems if _stops(mistake, folder)]:
        return Synced(Lack((), None), stopping)
    lack = lack_of(content.log, everything)
    if lack.entries:
        _write(folder / "actions.yaml", content, everything, lack)
    return Synced(lack, [])


def _mistakes(content: Content, everything: Archive) -> list[Diagnostic]:
    return mistakes_between(Archives(content, SitePages(everything), find_markings(content), IN_THE_END))


def _stops(mistake: Diagnostic, folder: Path) -> bool:
    """Whether it is an error in the log or in minutes, so that what the log lacks is not certain."""
    path = Path(mistake.span.path)
    return has_errors([mistake]) and (path == folder / "actions.yaml" or path.name == "minutes.md")


def _write(path: Path, content: Content, everything: Archive, lack: Lack) -> None:
    """Write the log beside the old one, and put it in its place if it is sound."""
    text = path.read_bytes().decode() if path.exists() else ""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with temporary.open("xb") as file:
            file.write(_with(text, lack).encode())
        if path.exists():
            shutil.copymode(path, temporary)
        if fault := _fault(temporary, content, everything, lack):
            raise RefusedError(f"With the new entries {fault}; add them by hand.")
        temporary.replace(path)
    except RefusedError as error:
        raise RefusedError(f"{path}: {error}") from None
    finally:
        temporary.unlink(missing_ok=True)


def _with(text: str, lack: Lack) -> str:
    """The *text* of actions.yaml with what it lacks."""
    body = text.removeprefix(_BYTE_ORDER_MARK)
    mark = text[: len(text) - len(body)]
    body = add_to_list(body, "actions", [entry.yaml for entry in lack.entries])
    if lack.series:
        series = (f"id: {quoted(lack.series)}", f"title: {quoted(f'Action log, {lack.series}')}")
        body = add_to_list(body, "series", [series], first=True)
    return mark + body


def _fault(written: Path, content: Content, everything: Archive, lack: Lack) -> str | None:
    """What keeps the log in the file *written* from taking the old one's place."""
    source, problems = read_source(written)
    name = written.with_name("actions.yaml").as_posix()
    log, more = read_actions(replace(source, name=name)) if source else (None, [])
    if log is None or has_errors([*problems, *more]):
        return f"the file could not be read ({[*problems, *more][0].message})"
    after = replace(content, log=log)
    joined = join(after, date.min)
    known = {_identity(mistake) for mistake in _mistakes(content, everything)}
    for mistake in _mistakes(after, joined):
        if has_errors([mistake]) and _identity(mistake) not in known:
            return f"there would be a mistake ({mistake.message})"
    if not _keeps(content.log, log) or not _puts_right(everything, joined, lack):
        return "the file would not read back as it should"
    return None


def _identity(mistake: Diagnostic) -> tuple[str, str, str]:
    """What stays the same of a mistake when lines move."""
    return mistake.code, mistake.span.path, mistake.message


def _keeps(before: ActionLog, after: ActionLog) -> bool:
    """Whether all that was in the log is in it as it was, at the same place."""
    actions, series = after.actions[: len(before.actions)], after.series[: len(before.series)]
    return bool(_wherever(asdict(before)) == _wherever(asdict(ActionLog(series, actions))))


def _wherever(value: Any) -> Any:
    """*value* without the lines on which its parts stand."""
    match value:
        case dict():
            return {key: _wherever(v) for key, v in value.items() if key not in ("at", "line")}
        case tuple():
            return tuple(_wherever(v) for v in value)
    return value


def _puts_right(before: Archive, after: Archive, lack: Lack) -> bool:
    """Whether each line of minutes has its entry: an old one as before, a new one with the line's words."""
    ids = {line: action.id for line, action in after.raised.by_line.items()}
    wanted = {line: action.id for line, action in before.raised.by_line.items()}
    wanted |= {entry.line: entry.id for entry in lack.entries}
    words = {h.action.id: in_one_line(plain_text(h.action.action)) for h in after.actions}
    return ids == wanted and all(words[e.id] == (e.words or "…") for e in lack.entries)


def told(synced: Synced, path: Path) -> Iterator[str]:
    """What was written to *path*, and what is to be done next."""
    lack = synced.added
    if not lack.entries:
        yield "Every action in the minutes is in the log already."
        return
    if lack.series:
        yield f"Added to {path}: the series “{lack.series}”, to which you can give another title."
    for entry in lack.entries:
        perhaps = f" Perhaps {entry.proposed} is to do it." if entry.proposed else ""
        yield f"Added to {path}: {entry.id}, raised at {entry.place} of {entry.meeting}.{perhaps}"
    lacking = ["words"] if not all(entry.words for entry in lack.entries) else []
    lacking += ["owner"] if not all(entry.owners for entry in lack.entries) else []
    what = _listed([*lacking, "target"])
    yield f"Complete the {what} of {_listed([entry.id for entry in lack.entries])}, then run bcbsite check."


def _listed(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
