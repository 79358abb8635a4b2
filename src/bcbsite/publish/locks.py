"""Locks between the processes that publish. They are those of `flock(2)`, which end with the process."""

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from bcbsite.publish.settings import PublishError


class Lock(StrEnum):
    """What one process does at a time; a switch takes no time, and must not wait for a build."""

    BUILD = "build"
    SWITCH = "switch"


PATIENCE = 600
"""Seconds that one publication waits for another at most."""


def nothing() -> None:
    """Say nothing while a lock is waited for."""


@contextmanager
def locked(folder: Path, lock: Lock, waiting: Callable[[], None] = nothing) -> Iterator[None]:
    """Hold *lock* of the releases in *folder*; *waiting* is called once where another process has it.

    Raises `PublishError` where that takes too long.
    """
    with (folder / f".{lock}.lock").open("a") as file:
        patience = time.monotonic() + PATIENCE
        while not _taken(file.fileno()):
            waiting()
            waiting = nothing
            if time.monotonic() > patience:
                raise PublishError("Another publication is taking very long. Try again later.")
            time.sleep(0.05)
        yield


@contextmanager
def if_free(folder: Path, lock: Lock) -> Iterator[bool]:
    """Hold *lock* if no other process has it; whether that is so."""
    with (folder / f".{lock}.lock").open("a") as file:
        yield _taken(file.fileno())


def _taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
