"""The first stage: a file of the content folder becomes text, and places in it get a name."""

import os
from dataclasses import dataclass
from pathlib import Path

from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.text.file_names import fault_of_name

MAX_BYTES = 4_000_000
"""No record comes near this; a larger file is a mistake, or an attack on the reader's time."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text, as the readers see it."""

    path: Path
    """Where the file lies."""
    name: str
    """How messages call it: its path as the writer would type it, with forward slashes."""
    text: str
    """Its text, with `\\n` line ends and no byte order mark."""

    def span(self, line: int = 1, column: int = 1) -> Span:
        """The place at *line* and *column*, both counted from 1."""
        return Span(self.name, line, column)


def read_source(path: Path) -> tuple[Source | None, list[Diagnostic]]:
    """Read *path* as UTF-8; what cannot be read as text is a diagnostic, and no source.

    Raises `OSError` only where the disk fails: a file that is missing is the caller's to notice.
    """
    data, problems = read_bytes(path)
    return (None, problems) if data is None else source_of(path, data)


def read_bytes(path: Path) -> tuple[bytes | None, list[Diagnostic]]:
    """The bytes of the file *path*, or None where they are too many to be read.

    Raises `OSError` where the disk fails.
    """
    if path.stat().st_size > MAX_BYTES:
        message = f"This file is larger than {MAX_BYTES // 10**6} MB."
        return None, [Diagnostic("BCB104", Span(path.as_posix()), message)]
    return path.read_bytes(), []


def source_of(path: Path, data: bytes) -> tuple[Source | None, list[Diagnostic]]:
    """The text of the file *path*, whose bytes are *data*; what is none is a diagnostic."""
    name, data = path.as_posix(), data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(name, data, error.start)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (nul := text.find("\0")) >= 0:
        return None, [_not_utf8(name, data, len(text[:nul].encode()))]
    if not text.strip():
        return None, [Diagnostic("BCB103", Span(name), "This file is empty.")]
    return Source(path, name, text), []


def _not_utf8(name: str, data: bytes, offset: int) -> Diagnostic:
    before = data[:offset].decode("utf-8", "replace")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Diagnostic("BCB102", Span(name, line, column), "There is a character here that is not UTF-8 text.")


def list_files(folder: Path) -> tuple[list[Path], list[Diagnostic]]:
    """All files below *folder*, sorted by path; hidden ones are passed over.

    Refused are links, which could point at anything on the machine that builds the site, and names with
    characters that cannot be seen, which could mean anything to whoever reads them in a message.
    """
    files: list[Path] = []
    problems: list[Diagnostic] = []
    for here, folders, names in os.walk(folder):
        for name in sorted(folders + names):
            path = Path(here, name)
            if name.startswith("."):
                continue
            if path.is_symlink():
                at = Span(printable(path.as_posix()))
                problems.append(Diagnostic("BCB105", at, "This is a link to another file."))
            elif not name.isprintable():
                at = Span(printable(path.as_posix()))
                problems.append(Diagnostic("BCB711", at, fault_of_name(name)))
            elif name in names:
                files.append(path)
        folders[:] = [name for name in folders if not name.startswith(".") and name.isprintable()]
    return sorted(files), problems


def printable(path: str) -> str:
    """*path* with a sign in the place of each character that cannot be seen."""
    return "".join(character if character.isprintable() else "\ufffd" for character in path)
