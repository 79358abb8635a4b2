"""The files that are attached to public papers: a new release links to them, and does not read them again.

A release has a list of them beside its manifest. Where that is missing or damaged, git is read.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

from bcbsite.new.files import replace_file

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
