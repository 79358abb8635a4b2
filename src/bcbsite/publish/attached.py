"""The files that are attached to public papers: a new release links to them, and does not read them again.

A release has a list of them beside its manifest. Where that is missing or damaged, git is read.
"""

import json
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.new.files import replace_file
from bcbsite.publish.packed import SealedError, is_locked, is_packed, unpacked
from bcbsite.read.file_contents import KINDS

_LIST = "attached.json"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file in the site of a release that holds an object of git."""

    id: str
    """The object."""
    address: str
    """Where it lies in the site."""
    hash: str
    """The SHA-256 of its bytes."""
    changed: int
    """When it was written, in nanoseconds."""

    @classmethod
    def of(cls, site: Path, address: str, id_: str, hash_: str) -> "Attached":
        """The file at *address* of the folder *site*, as it is now."""
        return cls(id_, address, hash_, (site / address).stat().st_mtime_ns)


def write_attached(release: Path, files: Iterable[Attached]) -> None:
    """Write the list of the release in the folder *release*."""
    replace_file(release / _LIST, json.dumps(sorted(astuple(file) for file in files), indent=1) + "\n")


def read_attached(release: Path) -> Mapping[str, Attached]:
    """Those of the release in a folder, by their objects; none where the list cannot be read.

    What somebody has changed since is left out.
    """
    try:
        files = [Attached(*each) for each in json.loads((release / _LIST).read_text("utf-8"))]
        return {file.id: file for file in files if _is_as_it_was(release / "site" / file.address, file)}
    except (OSError, ValueError, TypeError):
        return {}


def _is_as_it_was(path: Path, file: Attached) -> bool:
    about = path.lstat()
    return stat.S_ISREG(about.st_mode) and about.st_mtime_ns == file.changed


def sealed(files: Iterable[Path]) -> Iterator[Diagnostic]:
    """BCB704 and BCB706, of those of *files* that papers or minutes can list, be they public yet or not."""
    for path in files:
        if "meetings" in path.parts and path.suffix.lower().removeprefix(".") in KINDS:
            yield from _sealed(path)


def _sealed(path: Path) -> Iterator[Diagnostic]:
    with path.open("rb") as file:
        if not is_packed(file):
            return
    data, at = path.read_bytes(), Span(path.as_posix())
    try:
        for _ in unpacked(data, whole=True):
            pass
    except SealedError as error:
        yield Diagnostic("BCB704", at, f"This file cannot be looked into. {error}")
    if is_locked(data):
        yield Diagnostic("BCB706", at, "This PDF is encrypted, so nothing can look for words in it.")
