"""What both hooks have in common: where they are, what is pushed, and how they end."""

import os
import select
import signal
import sys
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bcbsite.publish.git import PREVIEW, GitError
from bcbsite.publish.settings import PublishError, Settings, read_settings
from bcbsite.report import printable

UNCHANGED = "The site stays as it was."

LINE = 1000
"""Characters of a line that is said, at most."""
UNREAD = 60
"""Seconds after which a person who does not read what is said is not waited for."""
MANY = 100
"""Changes of one push that are read, at most; one is allowed."""
FAULT = 100_000
"""Characters that are kept of a fault, at most."""


@dataclass(frozen=True, slots=True)
class Update:
    """A line that git gives its hooks: what is to be changed."""

    old: str
    new: str
    ref: str

    @property
    def first(self) -> bool:
        """Whether there was no such branch before."""
        return not self.old.strip("0")

    @property
    def is_preview(self) -> bool:
        """Whether it is of a branch that is shown as a preview: `preview`, or one such as `preview/chair`."""
        return self.ref == PREVIEW or self.ref.startswith(f"{PREVIEW}/")

    @property
    def deletes(self) -> bool:
        """Whether there is to be no such branch any more."""
        return not self.new.strip("0")


def say(text: str) -> None:
    """Show *text* to the person who pushes; what it quotes of files must not steer the terminal.

    Nobody may hold a lock meanwhile: that person may have stopped reading. Raises `BrokenPipeError` where
    they have gone, or have not read for very long.
    """
    data = (printable(text)[:LINE] + "\n").encode()
    while data:
        _, ready, _ = select.select([], [sys.stdout], [], UNREAD)
        if not ready:
            raise BrokenPipeError
        # As much as fits in for certain, so that the system does not wait either: see pipe(7).
        data = data[os.write(sys.stdout.fileno(), data[: select.PIPE_BUF]) :]


def updates(lines: Iterable[str]) -> list[Update]:
    """What a hook reads on its standard input."""
    return [Update(*line.rstrip("\n").split(" ", 2)) for line in islice(lines, MANY)]


def run(hook: Callable[[Settings, list[Update]], int], outcome: str = UNCHANGED) -> int:
    """Run *hook* for the repository that the command line names; its exit status.

    Whatever goes wrong is told in a sentence, with the *outcome* for the push. What only a programmer
    understands goes to a file beside it.
    """
    repository = Path(sys.argv[1])
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's advertisement is nothing for those who push
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))  # so that what was begun is cleared away
    try:
        return hook(read_settings(repository), updates(sys.stdin))
    except Exception as error:
        with suppress(BrokenPipeError):  # whoever pushed has gone
            for line in _in_sentences(error, repository, outcome):
                say(line)
    return 1


def _in_sentences(error: Exception, repository: Path, outcome: str) -> Iterable[str]:
    """What went wrong, for the person who pushes."""
    if isinstance(error, (PublishError, GitError)):
        return (f"{error} {outcome}",)
    if isinstance(error, BrokenPipeError):
        return ()
    if isinstance(error, OSError):
        return (
            f"The server cannot write or read a file: {error.strerror or error}. {outcome}",
            "Nothing is wrong with what you pushed. Tell whoever looks after the server.",
        )
    text = "".join(traceback.format_exception(error))
    with suppress(OSError):
        (repository / "bcbsite-fault.txt").write_text(text[-FAULT:], "utf-8")
    return (
        f"The server has a fault. {outcome}",
        "Tell whoever looks after it that bcbsite-fault.txt in the repository says more.",
    )
