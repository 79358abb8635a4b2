"""The content of a commit as files: ordinary files with harmless names, and nothing else that was pushed."""

import os
import shutil
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from bcbsite.diagnostics import Diagnostic, Span, in_order
from bcbsite.publish.git import Entry, Repository
from bcbsite.publish.settings import MEGABYTE, PublishError, Settings
from bcbsite.source import printable
from bcbsite.text.file_names import fault_of_path

MAX_FILES = 50_000
"""More than a board writes in centuries."""
_SHOWN = 500
"""Characters of a path that a message has at most."""

NOTHING: Mapping[str, Path] = MappingProxyType({})
"""No file that is known."""

_FILES = {"100644", "100755", "100664"}  # the last is of repositories from before git 1.5


def content_folder(repository: Repository, commit: str) -> str:
    """The folder of the records in *commit*: `content`, or the top where `board.yaml` lies there."""
    top = repository.has(f"{commit}:board.yaml") and not repository.has(f"{commit}:content")
    return "" if top else "content"


def write_content(
    settings: Settings, commit: str, folder: str, to: Path, known: Mapping[str, Path] = NOTHING
) -> tuple[Mapping[Path, str], list[Diagnostic]]:
    """Write the files below *folder* of *commit* below *to*, at the same paths.

    Returns the object of git that each file holds, by its path below *to*. Where anything is among them that
    cannot be published from, nothing is written, and all of that is told. Hidden files are passed over, as
    the readers do. *known* are files on the same disk that hold an object of git: they are linked to and not
    read anew. Raises `PublishError` where the disk has not as much space as the others need.
    """
    repository = settings.repository
    entries = list(islice(repository.entries(commit, folder), MAX_FILES + 1))
    if len(entries) > MAX_FILES:
        return {}, [Diagnostic("BCB712", Span(folder or "."), f"There are more than {MAX_FILES:,} files.")]
    shown = [entry for entry in entries if not _is_hidden(entry.path)]
    if problems := list(_problems(shown, folder, settings)):
        return {}, in_order(problems)
    (to / folder).mkdir(parents=True, exist_ok=True)
    files = {Path(entry.path.decode()): entry for entry in shown}
    for path in {path.parent for path in files}:
        (to / path).mkdir(parents=True, exist_ok=True)
    new = {path: entry for path, entry in files.items() if not _linked(entry, to / path, known)}
    _see_that_it_fits(sum(entry.size for entry in new.values()), to)
    blobs = repository.blobs(entry.id for entry in new.values())
    for path, pieces in zip(new, blobs, strict=True):
        with (to / path).open("xb") as file:
            file.writelines(pieces)
    return {path: entry.id for path, entry in files.items()}, []


def _linked(entry: Entry, path: Path, known: Mapping[str, Path]) -> bool:
    """Whether *path* is a link now to a file that is known to hold the same."""
    there = known.get(entry.id)
    try:
        if there is None or there.stat().st_size != entry.size:
            return False
        os.link(there, path)
    except OSError:  # it is gone meanwhile, or on another disk
        return False
    return True


def _see_that_it_fits(size: int, to: Path) -> None:
    free = shutil.disk_usage(to).free
    if size > free:
        raise PublishError(
            f"The server’s disk has no space for this: {size / MEGABYTE:,.0f} MB are needed, and "
            f"{free / MEGABYTE:,.0f} MB are free. Tell whoever looks after the server."
        )


def _is_hidden(path: bytes) -> bool:
    parts = path.split(b"/")
    return any(part.startswith(b".") for part in parts) and b".." not in parts and b"\\" not in path


def _problems(entries: list[Entry], folder: str, settings: Settings) -> Iterator[Diagnostic]:
    for entry in entries:
        at = Span(_printable(entry.path))
        if entry.mode == "120000":
            yield Diagnostic("BCB105", at, "This is a link to another file.")
        elif entry.mode == "160000":
            yield Diagnostic("BCB710", at, "This is another repository, a submodule, in the place of files.")
        elif why := _why_unsafe(entry, folder):
            yield Diagnostic("BCB711", at, why)
        elif entry.size > settings.max_file * MEGABYTE:
            message = (
                f"This file has {entry.size / MEGABYTE:,.1f} MB, unpacked, and one file may have "
                f"{settings.max_file:,} MB."
            )
            yield Diagnostic("BCB712", at, message)
    yield from _twice(entries)
    size = sum(entry.size for entry in entries)
    if size > settings.max_content * MEGABYTE:
        largest = max(entries, key=lambda entry: entry.size)
        message = (
            f"All files together have {size / MEGABYTE:,.0f} MB, and {settings.max_content:,} MB are "
            f"allowed. The largest is {_printable(largest.path)}, with {largest.size / MEGABYTE:,.0f} MB."
        )
        yield Diagnostic("BCB712", Span(folder or "."), message)


def _why_unsafe(entry: Entry, folder: str) -> str:
    """What is wrong with the name of *entry*, in a sentence, or nothing."""
    try:
        path = entry.path.decode()
    except UnicodeDecodeError:
        return "This name is not UTF-8 text."
    parts = path.split("/")
    if entry.mode not in _FILES or not all(parts) or ".." in parts or "\\" in path:
        return "This is no ordinary file with an ordinary name."
    return fault_of_path(path.removeprefix(f"{folder}/"))


def _twice(entries: list[Entry]) -> Iterator[Diagnostic]:
    """Names that a well-made commit does not have: the same one twice, or both a file and a folder."""
    seen: set[bytes] = set()
    folders = {b"/".join(p[:n]) for e in entries for p in [e.path.split(b"/")] for n in range(1, len(p))}
    for entry in entries:
        if entry.path in seen or entry.path in folders:
            yield Diagnostic("BCB711", Span(_printable(entry.path)), "This name stands here twice.")
        seen.add(entry.path)


def _printable(path: bytes) -> str:
    return printable(path.decode("utf-8", "replace"))[:_SHOWN]
