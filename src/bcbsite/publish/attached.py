"""The files that are attached to public papers: a new release links to them, and does not read them again.

A release has a list of them beside its manifest. Where that is missing or damaged, git is read.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

from bcbsite.checks.attachments import ATTACHMENT_KINDS
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.new.files import replace_file
from bcbsite.publish.packed import HEAD, SealedError, is_locked, is_packed, unpacked

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


def write_attached(release: Path, files: Iterable[Attached]) -> None:
    """Write the list of the release in the folder *release*."""
    replace_file(release / _LIST, json.dumps(sorted(astuple(file) for file in files), indent=1) + "\n")


def read_attached(release: Path) -> Mapping[str, Attached]:
    """Those of the release in a folder, by their objects; none where the list cannot be read."""
    try:
        return {
            file.id: file for file in (Attached(*each) for each in json.loads((release / _LIST).read_text()))
        }
    except (OSError, ValueError, TypeError):
        return {}


def sealed(files: Iterable[Path]) -> Iterator[Diagnostic]:
    """BCB704 and BCB706, of those of *files* that can be attached to a paper, be it public yet or not."""
    for path in files:
        if path.parent.name == "papers" and path.suffix.lower().removeprefix(".") in ATTACHMENT_KINDS:
            yield from _sealed(path)


def _sealed(path: Path) -> Iterator[Diagnostic]:
    with path.open("rb") as file:
        if not is_packed(head := file.read(HEAD)):
            return
        data, at = head + file.read(), Span(path.as_posix())
    try:
        for _ in unpacked(data, whole=True):
            pass
    except SealedError as error:
        yield Diagnostic("BCB704", at, f"This file cannot be looked into. {error}")
    if is_locked(data):
        yield Diagnostic("BCB706", at, "This PDF is encrypted, so nothing can look for words in it.")
