"""Writing the pages, with all the machine's cores where there are many of them."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.context import ForkProcess
from pathlib import Path

from bcbsite import forks
from bcbsite.pages.page import Page

MANY = 200
"""From so many pages on, further processes pay for their start."""


@contextmanager
def beside(work: Callable[[], None], alone: bool) -> Iterator[None]:
    """Do *work* in a fork while the body runs; before it where *alone*, or where there are no forks.

    Raises `RuntimeError` where the fork fails; it has then said why.
    """
    if alone or not forks.can_fork():
        work()
        yield
        return
    with forks.beside(work) as finished:
        yield
        finished()


def write_files(files: Iterable[tuple[str, bytes]], site: Path) -> None:
    """Write each of *files*, an address and its bytes, below the folder *site*."""
    for address, content in files:
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_pages(pages: Sequence[Page], make: Callable[[Page], str], site: Path, processes: int) -> None:
    """Write what *make* gives for each of *pages* below the folder *site*.

    Each of *processes* takes its share. They are forks of this one, and so begin with all that it has read.
    Raises `RuntimeError` where one of them fails; it has then said why.
    """
    if len(pages) < MANY or not forks.can_fork():
        processes = 1
    shares = [pages[first::processes] for first in range(processes)]
    helpers = [_start(share, make, site) for share in shares[1:]]
    _write_share(shares[0], make, site)
    for helper in helpers:
        helper.join()
        if helper.exitcode:
            raise RuntimeError("A process that wrote pages has failed.")


def _start(share: Sequence[Page], make: Callable[[Page], str], site: Path) -> ForkProcess:
    helper = multiprocessing.get_context("fork").Process(target=_write_share, args=(share, make, site))
    helper.start()
    return helper


def _write_share(share: Sequence[Page], make: Callable[[Page], str], site: Path) -> None:
    for page in share:
        path = site / page.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make(page).encode())
