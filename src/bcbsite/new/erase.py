"""An address with a name is erased: it leaves the account of what was published, and its digest stays."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from bcbsite.archive.addresses import SECTIONS
from bcbsite.model.erasure import digest_of, erased_by
from bcbsite.new.files import RefusedError, replace_file
from bcbsite.read.labels import slugify
from bcbsite.read.redirects import ADDRESS
from bcbsite.source import list_files

_HEAD = (
    "# Addresses that were erased: of each its SHA-256, so that the address itself is kept nowhere.\n"
    "# The command “bcbsite erase” writes this file: commit it, and change nothing here.\n"
)
_TEXTS = (".md", ".yaml", ".txt")


def erase(folder: Path, written: str) -> Iterator[str]:
    """Erase the address *written* in the records of *folder*; what was done and what is left, line by line.

    With a page go all places on it, and all pages and files below it. Raises `RefusedError` where that is no
    address below the site, or one that can have no name.
    """
    address = _address(written)
    kept, taken = _without(folder / "permalinks.txt", digest_of(address))
    if taken:
        replace_file(folder / "permalinks.txt", kept)
    file = folder / "erased.txt"
    before = file.read_text("utf-8") if file.exists() else _HEAD
    if digest_of(address) not in before.split():
        replace_file(file, f"{before}{digest_of(address)}\n")
    yield f"{file} has the digest of the address. Lines taken from permalinks.txt: {taken}."
    if not taken:
        yield "See whether it is spelt just as it was published: small and capital letters are not the same."
    yield from _left(folder, address)


def _address(written: str) -> str:
    """The address of a page with the slash at its end, of a place on one, or of a file beside one."""
    match = ADDRESS.fullmatch(written.strip())
    if not match or not match["path"]:
        raise RefusedError(f"“{written}” is no address below this site, such as people/alex-morgan/.")
    path = match["path"].removesuffix("index.html")
    last = path.rpartition("/")[2]
    path = f"{path}/" if last and "." not in last else path
    address = path + (match["anchor"] or "")
    if (path in SECTIONS and not match["anchor"]) or not re.search("[a-z]", _last(address), re.IGNORECASE):
        raise RefusedError(f"“{written}” can have nobody's name, and everything below it would be erased.")
    return address


def _last(address: str) -> str:
    """The part of *address* that says which record or place it is: `alex-morgan`, `thanks-to-alex-morgan`."""
    last = re.split(r"[/#]", address.rstrip("/"))[-1]
    return re.sub(r"\.[a-z0-9]{2,5}$", "", last.removeprefix("item-"))


def _without(file: Path, digest: str) -> tuple[str, int]:
    """The text of *file* without the lines of addresses that *digest* erases, and how many those were."""
    lines = file.read_text("utf-8").splitlines(keepends=True) if file.exists() else []
    kept = [line for line in lines if not erased_by(line.partition(" ")[0], {digest})]
    return "".join(kept), len(lines) - len(kept)


def _left(folder: Path, address: str) -> Iterator[str]:
    """The lines of records that still have the last part of *address*, as it is or as words."""
    part = slugify(_last(address))
    files, _ = list_files(folder)
    for file in files:
        if _has(part, file.relative_to(folder).as_posix()):
            yield f"{file}: its name still has it."
        if file.suffix in _TEXTS:
            lines = file.read_text("utf-8", "replace").split("\n")
            for number, (line, after) in enumerate(pairwise((*lines, "")), 1):
                # A name can go on in the next line, and is that line's where it stands there alone.
                if _has(part, line) or (_has(part, f"{line} {after}") and not _has(part, after)):
                    yield f"{file}:{number}: this line still has it."
    others = [file for file in files if file.suffix not in _TEXTS]
    if others:
        yield "Files that were not searched, so look into them:"
        yield from (f"{file}" for file in others)


def _has(part: str, text: str) -> bool:
    """Whether *text* has the words of *part*, as in `Zoë Núñez`, `zoe_nunez` and `**Zoë** Núñez`."""
    return f"-{part}-" in f"-{slugify(text)}-"
