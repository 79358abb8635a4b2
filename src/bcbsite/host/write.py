"""Writing the pages, with all the machine's cores where there are many of them."""

import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from bcbsite import forks
from bcbsite.pages.page import Page

MANY = 200
"""From so many pages on, further processes pay for their start."""

_AS_WRITTEN = stat.S_IFREG | 0o644
"""What a file is that was written where releases are made, and nobody changed its rights."""


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


def write_files(files: Iterable[tuple[str, bytes]], site: Path, like: Path | None = None) -> None:
    """Write each of *files*, an address and its bytes, below the folder *site*.

    A file that is the same in the folder *like*, to whose files nobody writes, becomes a second name of that.
    """
    for address, content in files:
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        if like is None or not _linked(like / address, content, path):
            path.write_bytes(content)


def _linked(other: Path, content: bytes, path: Path) -> bool:
    """Whether *path* is now a name of the file *other*, since that has the same *content* and rights."""
    try:
        about = other.lstat()
        same = (
            about.st_mode == _AS_WRITTEN and about.st_size == len(content) and other.read_bytes() == content
        )
        if same:
            path.hardlink_to(other)
    except OSError:  # there is none, or the disk has no links, or no more of them
        return False
    return same


def write_pages(
    pages: Sequence[Page],
    make: Callable[[Page], Iterable[tuple[str, bytes]]],
    site: Path,
    processes: int,
    like: Path | None = None,
) -> None:
    """Write the files that *make* gives for each of *pages* below the folder *site*; *like* as above.

    Each of *processes* takes its share. They are forks of this one, and so begin with all that it has read.
    Raises `OSError` where the disk fails one of them, and else `RuntimeError`; it has then said why.
    """
    if len(pages) < MANY or not forks.can_fork():
        processes = 1
    shares = [pages[first::processes] for first in range(processes)]
    with ExitStack() as stack:
        others = [
            stack.enter_context(forks.beside(partial(_write_share, share, make, site, like)))
            for share in shares[1:]
        ]
        _write_share(shares[0], make, site, like)
        for finished in others:
            finished()


def _write_share(
    share: Sequence[Page],
    make: Callable[[Page], Iterable[tuple[str, bytes]]],
    site: Path,
    like: Path | None,
) -> None:
    for page in share:
        write_files(make(page), site, like)
