"""An address with a name is erased: it leaves the account of what was published, and its digest stays."""

import re
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from bcbsite.archive.addresses import SECTIONS
from bcbsite.model.erasure import digest_of, erased_by
from bcbsite.new.files import RefusedError, replace_file
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
    """The lines of files that still have the last part of *address*, as it is or as words."""
    words = slugify(_last(address)).split("-")
    if not all(words):
        return
    # In their order, or as “Morgan, Alex”; also where an apostrophe, or a line end, parts them.
    orders = (words, [words[-1], *words[:-1]])
    either = "|".join(r"[-\n]*".join(order) for order in orders)
    name = re.compile(rf"(?<![a-z0-9])(?:{either})(?![a-z0-9])")
    unread: list[Path] = []
    for file in list_files(folder)[0]:
        if name.search(_as_addresses(file.relative_to(folder).as_posix())):
            yield f"{file}: its name still has it."
        if file.suffix.lower() in _TEXTS:
            lines = _lines_with(name, file.read_text("utf-8", "replace"))
            yield from (f"{file}:{number}: this line still has it." for number in lines)
        else:
            unread.append(file)
    if unread:
        yield "Files that were not searched, so look into them:"
        yield from map(str, unread)


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
