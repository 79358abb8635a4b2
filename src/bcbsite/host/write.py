"""Writing the pages, with all the machine's cores where there are many of them."""

import errno
import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.context import ForkProcess
from pathlib import Path

from bcbsite.pages.page import Page

MANY = 200
"""From so many pages on, further processes pay for their start."""


@contextmanager
def beside(work: Callable[[], None], alone: bool) -> Iterator[None]:
    """Do *work* in a fork while the body runs; before it where *alone*, or where there are no forks.

    Raises `OSError` where the disk fails the fork, and else `RuntimeError`; it has then said why.
    """
    if alone or not _can_fork():
        work()
        yield
        return
    helper = multiprocessing.get_context("fork").Process(target=_without_collector, args=(work,))
    helper.start()
    try:
        yield
    finally:
        helper.join()
    _raise_what_failed(helper)


def _without_collector(work: Callable[[], None]) -> None:
    """Do *work* in a process that ends with it: looking for cycles among all that was read takes longer."""
    gc.disable()
    _told_by_status(work)


def _told_by_status(work: Callable[[], None]) -> None:
    """Do *work* in a fork, whose exit status is the number of the error where the disk fails it."""
    try:
        work()
    except OSError as error:
        sys.exit(error.errno or 1)


def _raise_what_failed(helper: ForkProcess) -> None:
    """Raise here what failed in a fork that has ended."""
    status = helper.exitcode or 0
    if status in errno.errorcode and status != 1:  # 1 is also that of every other fault
        raise OSError(status, os.strerror(status))
    if status:
        raise RuntimeError("A process that wrote a part of the site has failed.")


def write_files(files: Iterable[tuple[str, bytes]], site: Path) -> None:
    """Write each of *files*, an address and its bytes, below the folder *site*."""
    for address, content in files:
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods()


def write_pages(pages: Sequence[Page], make: Callable[[Page], str], site: Path, processes: int) -> None:
    """Write what *make* gives for each of *pages* below the folder *site*.

    Each of *processes* takes its share. They are forks of this one, and so begin with all that it has read.
    Raises `OSError` where the disk fails one of them, and else `RuntimeError`; it has then said why.
    """
    if len(pages) < MANY or not _can_fork():
        processes = 1
    shares = [pages[first::processes] for first in range(processes)]
    helpers = [_start(share, make, site) for share in shares[1:]]
    _write_share(shares[0], make, site)
    for helper in helpers:
        helper.join()
    for helper in helpers:
        _raise_what_failed(helper)


def _start(share: Sequence[Page], make: Callable[[Page], str], site: Path) -> ForkProcess:
    helper = multiprocessing.get_context("fork").Process(
        target=_told_by_status, args=(lambda: _write_share(share, make, site),)
    )
    helper.start()
    return helper


def _write_share(share: Sequence[Page], make: Callable[[Page], str], site: Path) -> None:
    for page in share:
        path = site / page.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make(page).encode())
