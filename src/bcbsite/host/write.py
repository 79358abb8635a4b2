"""Writing the pages, with all the machine's cores where there are many of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from bcbsite import forks
from bcbsite.pages.page import Page

MANY = 200
"""From so many pages on, further processes pay for their start."""


@contextmanager
def beside(work: Callable[[], None]) -> Iterator[None]:
    """Do *work* in a fork while the body runs; before it where there can be no forks.

    Raises `OSError` where the disk fails the fork, and else `RuntimeError`; it has then said why.
    """
    if not forks.can_fork():
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


def write_pages(
    pages: Sequence[Page], make: Callable[[Page], Iterable[tuple[str, bytes]]], site: Path, processes: int
) -> None:
    """Write the files that *make* gives for each of *pages* below the folder *site*.

    Each of *processes* takes its share. They are forks of this one, and so begin with all that it has read.
    Raises `OSError` where the disk fails one of them, and else `RuntimeError`; it has then said why.
    """
    if len(pages) < MANY or not forks.can_fork():
        processes = 1
    shares = [pages[first::processes] for first in range(processes)]
    with ExitStack() as stack:
        others = [
            stack.enter_context(forks.beside(partial(_write_share, share, make, site)))
            for share in shares[1:]
        ]
        _write_share(shares[0], make, site)
        for finished in others:
            finished()


def _write_share(
    share: Sequence[Page], make: Callable[[Page], Iterable[tuple[str, bytes]]], site: Path
) -> None:
    for page in share:
        write_files(make(page), site)
