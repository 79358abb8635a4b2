"""What both hooks have in common: where they are, what is pushed, and how they end."""

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bcbsite.publish.git import GitError
from bcbsite.publish.settings import PublishError, Settings, read_settings
from bcbsite.report import printable

UNCHANGED = "The site stays as it was."


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
    def deletes(self) -> bool:
        """Whether there is to be no such branch any more."""
        return not self.new.strip("0")


def say(text: str) -> None:
    """Show *text* to the person who pushes; what it quotes of files must not steer the terminal."""
    print(printable(text), flush=True)


def updates(lines: Iterable[str]) -> list[Update]:
    """What a hook reads on its standard input."""
    return [Update(*line.rstrip("\n").split(" ", 2)) for line in lines]


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
    except BrokenPipeError:
        return 1  # whoever pushed has gone
    except (PublishError, GitError) as error:
        say(f"{error} {outcome}")
    except OSError as error:
        say(f"The server cannot write or read a file: {error.strerror or error}. {outcome}")
        say("Nothing is wrong with what you pushed. Tell whoever looks after the server.")
    except Exception:
        (repository / "bcbsite-fault.txt").write_text(traceback.format_exc(), "utf-8")
        say(f"The server has a fault. {outcome}")
        say("Tell whoever looks after it that bcbsite-fault.txt in the repository says more.")
    return 1
