"""Results that are kept on disk between two runs of the program, in a file that its owner alone can read.

It holds what the records hold, drafts too, and loading it can run code. So it lies in the folder of the
user's caches, or beside the releases on a server, where nobody else can write, and a file that somebody else
could have written is not loaded. Nothing depends on it: where it is missing, damaged or another program's,
all is worked out anew.
"""

import gc
import os
import pickle
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from bcbsite.kept import Entry, Store, digest_of, keeping

LEAST = 1_000
"""Results from which it is worth keeping them on disk: those of about a hundred documents."""
MOST = 1_000_000_000
"""Bytes of a file, at most."""
FOLDERS = 8
"""Content folders of which a user's results are kept, at most."""

_MAGIC = b"results of bcbsite, 1\n"
_HEAD = len(_MAGIC) + 64 + 64
"""Bytes before the results: what the file is, and the digests of the program and of the results."""

Tell = Callable[[str], None]


def place_of(content: Path) -> Path:
    """Where the results of a user's folder *content* are kept."""
    name = digest_of(str(content.resolve()), str(content))[:32]
    return user_cache_path("bcbsite") / "kept" / name


@contextmanager
def kept_on_disk(place: Path, program: str, tell: Tell, *, afresh: bool = False) -> Iterator[None]:
    """Use the results in the file *place* while the body runs, and keep them there after it.

    *program* stands for all that decides what the same inputs give. *tell* gets a sentence where the file
    cannot be used. *afresh* says that nothing of before may be used.
    """
    store = Store(() if afresh else read_kept(place, program, tell))
    store.begin_round()
    with keeping(store):
        yield
    entries = store.of_this_round
    if (store.missed or len(entries) < len(store)) and len(entries) >= LEAST:
        with suppress(OSError):  # a full disk, or no right to write there: the next run works it out again
            write_kept(place, entries, program)


def read_kept(place: Path, program: str, tell: Tell) -> list[Entry]:
    """The results in the file *place*, if *program* wrote them and nobody else can have."""
    try:
        data = _bytes_of(place)
    except FileNotFoundError:
        return []
    except OSError:
        data = b""
    if data[: len(_MAGIC)] == _MAGIC and data[len(_MAGIC) : len(_MAGIC) + 64] != program.encode():
        return []
    digest, results = data[_HEAD - 64 : _HEAD], data[_HEAD:]
    if data and sha256(results).hexdigest().encode() == digest:
        with suppress(Exception), _collector_off():
            entries: list[Entry] = pickle.loads(results)  # noqa: S301 - nobody else can write it, see above
            return entries
    tell(f"What was kept in {place} is damaged or somebody else’s. All records are read anew.")
    with suppress(OSError):
        place.unlink()
    return []


def write_kept(place: Path, entries: list[Entry], program: str) -> None:
    """Write *entries* to the file *place*, in one step; raises `OSError` where that cannot be done."""
    with _collector_off():
        results = pickle.dumps(entries, pickle.HIGHEST_PROTOCOL)
    if len(results) > MOST:
        return
    _make_private(place.parent)
    handle, name = tempfile.mkstemp(prefix=".new-", dir=place.parent)  # which only its owner can read
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_MAGIC + program.encode() + sha256(results).hexdigest().encode() + results)
        Path(name).replace(place)
    finally:
        Path(name).unlink(missing_ok=True)
    others = sorted(place.parent.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for other in others[FOLDERS:]:
        other.unlink(missing_ok=True)


def forget(place: Path) -> None:
    """Take the file *place* away, and what a killed run has left beside it."""
    for path in (place, *place.parent.glob(".new-*")):
        path.unlink(missing_ok=True)


def _bytes_of(place: Path) -> bytes:
    """The bytes of a file that the user alone can write, and of none that somebody put there; else none."""
    with open(place, "rb", opener=_opened) as file:
        there = (os.fstat(file.fileno()), place.parent.lstat())
        if not (stat.S_ISREG(there[0].st_mode) and all(map(_is_private, there))):
            return b""
        return file.read(MOST + _HEAD)


def _opened(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _is_private(about: os.stat_result) -> bool:
    """Whether the user owns a file or a folder, and nobody else has any right to it."""
    if sys.platform == "win32":  # where the folder of a user's caches is the user's by its own list of rights
        return True
    return about.st_uid == os.geteuid() and not about.st_mode & 0o077 and not stat.S_ISLNK(about.st_mode)


def _make_private(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    if not _is_private(folder.lstat()):
        raise PermissionError(f"{folder} is not private.")


@contextmanager
def _collector_off() -> Iterator[None]:
    """Make many objects without looking for cycles among them each time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
