"""An address with a name is erased: it leaves the account of what was published, and its digest stays."""

import re
from collections.abc import Iterator
from pathlib import Path

from bcbsite.model.erasure import digest_of, is_erased
from bcbsite.new.files import RefusedError, replace_file
from bcbsite.read.redirects import ADDRESS
from bcbsite.source import list_files

_HEAD = (
    "# Addresses that were erased: of each its SHA-256, so that the address itself is kept nowhere.\n"
    "# The command “bcbsite erase” writes this file: commit it, and change nothing here.\n"
)


def erase(folder: Path, written: str) -> Iterator[str]:
    """Erase the address *written* in the records of *folder*; what was done and what is left, line by line.

    Raises `RefusedError` where that is no address below the site.
    """
    address = _address(written)
    kept, taken = _without(folder / "permalinks.txt", frozenset({digest_of(address)}))
    if taken:
        replace_file(folder / "permalinks.txt", kept)
    file = folder / "erased.txt"
    before = file.read_text("utf-8") if file.exists() else _HEAD
    if digest_of(address) not in before.split():
        replace_file(file, f"{before}{digest_of(address)}\n")
    yield f"{file} has the digest of the address. Lines taken from permalinks.txt: {taken}."
    yield from _left(folder, address)


def _address(written: str) -> str:
    """The address of a page, with the slash at its end, or of a place on one."""
    match = ADDRESS.fullmatch(written.strip())
    if not match or not match["path"]:
        raise RefusedError(f"“{written}” is no address below this site, such as people/alex-morgan/.")
    path = match["path"]
    path = path if path.endswith((".html", "/")) else f"{path}/"
    return path + (match["anchor"] or "")


def _without(file: Path, digests: frozenset[str]) -> tuple[str, int]:
    """The text of *file* without the lines of addresses that are erased, and how many those were."""
    lines = file.read_text("utf-8").splitlines(keepends=True) if file.exists() else []
    kept = [line for line in lines if not is_erased(line.partition(" ")[0], digests)]
    return "".join(kept), len(lines) - len(kept)


def _left(folder: Path, address: str) -> Iterator[str]:
    """The lines of records that still have the last part of *address*, as it is or as words."""
    last = re.split(r"[/#]", address.rstrip("/"))[-1].removeprefix("item-").removesuffix(".html")
    words = re.compile(r"[\W_]+".join(map(re.escape, filter(None, re.split(r"[\W_]+", last)))), re.IGNORECASE)
    files, _ = list_files(folder)
    for file in files:
        if words.search(file.relative_to(folder).as_posix()):
            yield f"{file}: its name still has it."
        if file.suffix in (".md", ".yaml", ".txt"):
            for number, line in enumerate(file.read_text("utf-8", "replace").split("\n"), 1):
                if words.search(line):
                    yield f"{file}:{number}: this line still has it."
