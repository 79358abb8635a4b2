"""Runs a whole process and says what it took, as seen from outside.

The peak of a child's memory counts from the fork, when it still has its parent's pages.  So the process that
measures must stay small: archives are made in processes of their own, and nothing large is imported here.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_MAXRSS_BYTES = 1 if sys.platform == "darwin" else 1024
"""What ru_maxrss counts in: kilobytes, but not everywhere."""

_TAIL_LINES = 20


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a process took."""

    seconds: float
    """By the clock on the wall."""
    cpu: float
    """User and system seconds, of the process and of those that it waited for."""
    peak_mb: float
    """The most memory that it held, in millions of bytes; of several processes, the largest one's."""


class ProcessFailedError(Exception):
    """A process ended with something else than 0; says which, and how its output ended."""

    def __init__(self, command: Sequence[str], code: int, tail: str) -> None:
        super().__init__(f"exit code {code}: {' '.join(command)}\n{tail}")


def environment(folder: Path) -> dict[str, str]:
    """That of a process whose caches are in *folder*."""
    return {**os.environ, "XDG_CACHE_HOME": str(folder / ".cache")}


def measure(command: Sequence[str], folder: Path) -> Cost:
    """Runs a command in a folder, where its caches stay, and raises where it fails."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, env=environment(folder)
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            lines = output.read().decode(errors="replace").splitlines()
            raise ProcessFailedError(command, process.returncode, "\n".join(lines[-_TAIL_LINES:]))
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _MAXRSS_BYTES / 1e6)
