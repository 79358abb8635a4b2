"""Measures what making the search index costs by itself: time, memory and files, and how they grow.

    python benchmarks/search/making.py [--sizes 30 150 1000]

Sizes are numbers of meetings; each has eight documents.  Each archive is read first, and is not counted.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from bcbsite.pipeline import load
from bcbsite.search.files import search_files

_MAKE = Path(__file__).resolve().parent.parent / "make_archive.py"
_NOW = datetime(2026, 11, 22, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Made:
    """What one index cost."""

    documents: int
    seconds: float
    cpu: float
    """Seconds of the processor."""
    memory: float
    """MB, beyond what the records take."""
    files: int
    megabytes: float

    def row(self) -> str:
        """A line of the table."""
        each = 1000 * self.cpu / self.documents
        return (
            f"{self.documents:>9,}{self.seconds:>9.2f}{self.cpu:>8.2f}{each:>13.2f}{self.memory:>8.0f}"
            f"{self.files:>8,}{self.megabytes:>7.1f}"
        )


def _peak() -> float:
    """MB; the system counts in kB, and on a Mac in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def make(content: Path) -> Made:
    """The index of the records under *content*, made as a build does, and thrown away."""
    public = load(content, _NOW).public
    assert public
    gc.disable()
    before, began, used = _peak(), perf_counter(), process_time()
    sizes = [len(data) for _, data in search_files(public)]
    seconds, cpu = perf_counter() - began, process_time() - used
    documents = sum(1 for _ in (content / "meetings").rglob("*.md"))
    return Made(documents, seconds, cpu, _peak() - before, len(sizes), sum(sizes) / 1e6)


def make_all(sizes: Sequence[int], folder: Path) -> list[Made]:
    """One after the other, each in a process of its own."""
    found = []
    for meetings in sizes:
        out = folder / str(meetings)
        command = [sys.executable, str(_MAKE), "--meetings", str(meetings), "--out", str(out)]
        subprocess.run(command, check=True)
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            found.append(pool.apply(make, (out / "content",)))
    return found


def main() -> None:
    """Make, and print."""
    parser = argparse.ArgumentParser(description="Measure what making the search index costs by itself.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[30, 150, 1000], help="numbers of meetings")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        found = make_all(sorted(options.sizes), Path(folder))
    print(f"{'documents':>9}{'seconds':>9}{'CPU s':>8}{'ms/document':>13}{'+MB':>8}{'files':>8}{'MB':>7}")
    print("\n".join(made.row() for made in found))
    growth = (found[-1].cpu / found[-1].documents) / (found[0].cpu / found[0].documents)
    print(f"CPU for a document in the largest, relative to the smallest: {growth:.2f}")


if __name__ == "__main__":
    main()
