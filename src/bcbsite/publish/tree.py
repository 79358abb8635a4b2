"""The content of a commit as files: ordinary files with harmless names, and nothing else that was pushed."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bcbsite.diagnostics import Diagnostic, Span, in_order
from bcbsite.publish.git import Entry, Repository
from bcbsite.publish.settings import MEGABYTE
from bcbsite.source import printable
from bcbsite.text.file_names import fault_of_path

MAX_FILES = 50_000
"""More than a board writes in centuries."""
_SHOWN = 500
"""Characters of a path that a message has at most."""

_FILES = {"100644", "100755", "100664"}  # the last is of repositories from before git 1.5


def content_folder(repository: Repository, commit: str) -> str:
    """The folder of the records in *commit*: `content`, or the top where `board.yaml` lies there."""
    names = repository.names(commit)
    return "" if b"board.yaml" in names and b"content" not in names else "content"


def write_content(
    repository: Repository, commit: str, folder: str, to: Path, megabytes: int
) -> list[Diagnostic]:
    """Write the files below *folder* of *commit* below *to*, at the same paths.

    Where anything is among them that cannot be published from, nothing is written, and all of that is told.
    Hidden files are passed over, as the readers do. *megabytes* is how many there may be of all files.
    """
    entries = list(islice(repository.entries(commit, folder), MAX_FILES + 1))
    if len(entries) > MAX_FILES:
        return [Diagnostic("BCB712", Span(folder or "."), f"There are more than {MAX_FILES:,} files.")]
    shown = [entry for entry in entries if not _is_hidden(entry.path)]
    if problems := list(_problems(shown, folder, megabytes)):
        return in_order(problems)
    (to / folder).mkdir(parents=True, exist_ok=True)
    blobs = repository.blobs(entry.id for entry in shown)
    for entry, blob in zip(shown, blobs, strict=True):
        path = to / entry.path.decode()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(blob)
    return []


def _is_hidden(path: bytes) -> bool:
    parts = path.split(b"/")
    return any(part.startswith(b".") for part in parts) and b".." not in parts and b"\\" not in path


def _problems(entries: list[Entry], folder: str, megabytes: int) -> Iterator[Diagnostic]:
    for entry in entries:
        at = Span(_printable(entry.path))
        if entry.mode == "120000":
            yield Diagnostic("BCB105", at, "This is a link to another file.")
        elif entry.mode == "160000":
            yield Diagnostic("BCB710", at, "This is another repository, a submodule, in the place of files.")
        elif why := _why_unsafe(entry, folder):
            yield Diagnostic("BCB711", at, why)
    yield from _twice(entries)
    size = sum(entry.size for entry in entries)
    if size > megabytes * MEGABYTE:
        largest = max(entries, key=lambda entry: entry.size)
        message = (
            f"All files together have {size / MEGABYTE:,.0f} MB, and {megabytes:,} MB are allowed. "
            f"The largest is {_printable(largest.path)}, with {largest.size / MEGABYTE:,.0f} MB."
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
