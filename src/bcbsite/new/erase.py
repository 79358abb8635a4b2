"""An address with a name is erased: it leaves the account of what was published, and its digest stays."""

import re
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from bcbsite.model.erasure import digest_of, is_erased
from bcbsite.new.files import RefusedError, replace_file
from bcbsite.read.file_contents import KINDS
from bcbsite.read.labels import slugify
from bcbsite.read.redirects import ADDRESS
from bcbsite.source import list_files
from bcbsite.text.fold import folded

_HEAD = (
    "# Addresses that were erased: of each its SHA-256, so that the address itself is kept nowhere.\n"
    "# The command “bcbsite erase” writes this file: commit it, and change nothing here.\n"
)
_TEXTS = (".csv", ".md", ".txt", ".yaml", ".yml")
# Letters that are no plain one with a mark, as somebody writes them who has none of them on the keyboard.
_PLAIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "ı": "i"}
    | {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
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
    is_whole = path.endswith("/") or "." in path.rpartition("/")[2]  # of a file, or of a page
    return f"{path if is_whole else f'{path}/'}{match['anchor'] or ''}"


def _without(file: Path, digests: frozenset[str]) -> tuple[str, int]:
    """The text of *file* without the lines of addresses that are erased, and how many those were."""
    lines = file.read_text("utf-8").splitlines(keepends=True) if file.exists() else []
    kept = [line for line in lines if not is_erased(line.partition(" ")[0], digests)]
    return "".join(kept), len(lines) - len(kept)


def _left(folder: Path, address: str) -> Iterator[str]:
    """The lines of files that still have the last part of *address*, as it is or as words."""
    last = re.split(r"[/#]", address.rstrip("/"))[-1].removeprefix("item-")
    words = slugify(re.sub(r"\.\w+$", "", last)).split("-")
    if not all(words):
        return
    # In their order, or as “Morgan, Alex”; also where an apostrophe, or a line end, parts them.
    orders = (words, [words[-1], *words[:-1]])
    name = re.compile("|".join(r"[-\n]*".join(order) for order in orders))
    unread: list[Path] = []
    for file in list_files(folder)[0]:
        if name.search(_as_addresses(file.relative_to(folder).as_posix())):
            yield f"{file}: its name still has it."
        if file.suffix.lower() in _TEXTS:
            lines = _lines_with(name, file.read_text("utf-8", "replace"))
            yield from (f"{file}:{number}: this line still has it." for number in lines)
        elif file.suffix.lower().removeprefix(".") in KINDS:
            unread.append(file)
    if unread:
        yield f"Look into these yourself, which is not done here: {len(unread):,} files such as {unread[0]}."


def _as_addresses(text: str) -> str:
    """Each line of *text* as it would be in an address: `zoe-ocallaghan` of “Zoë O’Callaghan”."""
    return "\n".join(map(slugify, folded(text).split("\n")))


def _lines_with(name: re.Pattern[str], text: str) -> list[int]:
    """The numbers of the lines of *text* in which *name* begins, in whatever letters it is written."""
    found: set[int] = set()
    for written in {text, text.translate(_PLAIN)}:
        plain = _as_addresses(written)
        starts = [match.start() for match in name.finditer(plain)]
        ends = accumulate(plain.count("\n", *part) for part in zip([0, *starts], starts, strict=False))
        found.update(number + 1 for number in ends)
    return sorted(found)
