"""Times every stage on hostile content of one, two and four times a size: time may double with the size.

    python benchmarks/scaling.py [NAME ...] [--size 25000] [--all]

Each shape of content is one on which something could look at everything for everything.
For each stage that takes long enough to tell stand the three times, the ratio for a doubling, and the peak of
memory. Exits 1 where a ratio is over 2.6.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import resource
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf, sqrt
from multiprocessing.connection import Connection
from pathlib import Path
from time import process_time
from types import FrameType

from hostile.shape import Shape
from hostile.shapes import SHAPES
from hostile.stages import Work, stages

MOST = 2.6
"""The most that a time may grow by where the size doubles: what is linear grows by 2, and noise is added."""
TELLING = 0.03
"""Seconds at the largest size, below which nothing is told of a stage: if they grew with the square of the
size, the largest file that is read would take less than a minute."""
LONGEST = 20
"""Seconds after which a stage is given up."""
RUNS = 3
"""How often a stage is run, of which the shortest run counts; one that takes next to nothing is run once."""
ENOUGH = 0.3
"""Seconds after which it is not run again."""

Times = dict[str, float]


class _TooLongError(Exception):
    """A stage has been given up."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What one stage took on one shape, at the three sizes."""

    shape: str
    stage: str
    times: tuple[float, ...]

    @property
    def tells(self) -> bool:
        """Whether it takes long enough to tell how it grows."""
        return self.times[-1] >= TELLING

    @property
    def ratio(self) -> float:
        """How it grows with a doubling: on the whole, or in the last step, if that is more."""
        first, middle, last = self.times
        return inf if last == inf else max(sqrt(last / max(first, 1e-4)), last / max(middle, 1e-4))

    @property
    def is_bad(self) -> bool:
        """Whether it grows faster than the size."""
        return self.tells and self.ratio > MOST


def growths(shape: Shape, size: int) -> tuple[list[Growth], tuple[float, ...]]:
    """The growth of each stage on *shape*, and the peak of memory at each size, in MB."""
    measured = [_apart(shape, size * times) for times in (1, 2, 4)]
    names = dict.fromkeys(name for times, _ in measured for name in times)
    found = [Growth(shape.name, name, tuple(times.get(name, inf) for times, _ in measured)) for name in names]
    return found, tuple(peak for _, peak in measured)


def _apart(shape: Shape, size: int) -> tuple[Times, float]:
    """The time of each stage and the peak of memory, in a process of its own."""
    forks = multiprocessing.get_context("fork")
    receiver, sender = forks.Pipe(duplex=False)
    process = forks.Process(target=_measure, args=(shape, size, sender))
    process.start()
    sender.close()
    found: tuple[Times, float] = receiver.recv()
    process.join()
    return found


def _measure(shape: Shape, size: int, to: Connection) -> None:
    gc.disable()  # as the program does while it reads and joins
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    times: Times = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in shape.files(size).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
        signal.signal(signal.SIGALRM, _give_up)
        try:
            for stage, work in stages(folder):
                times[stage] = _shortest(work)
        except _TooLongError:
            times[stage] = inf
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    to.send((times, peak / 1024))


def _shortest(work: Work) -> float:
    """The shortest of some runs, in seconds of the processor."""
    runs: list[float] = []
    while not runs or (len(runs) < RUNS and runs[0] > TELLING / 4 and sum(runs) < ENOUGH):
        signal.alarm(LONGEST)
        began = process_time()
        work()
        runs.append(process_time() - began)
        signal.alarm(0)
    return min(runs)


def _give_up(_: int, __: FrameType | None) -> None:
    raise _TooLongError


def _lines(found: Sequence[Growth], peaks: Sequence[float], everything: bool) -> Iterator[str]:
    """The stages of one shape that tell something, or of all the ones that grow too fast."""
    shown = [growth for growth in found if growth.is_bad or (everything and growth.tells)]
    worst = max((growth for growth in found if growth.tells), key=lambda g: g.ratio, default=None)
    for growth in shown or ([worst] if worst else []):
        seconds = "".join(f"{time:>8.3f}" for time in growth.times)
        memory = "".join(f"{peak:>6.0f}" for peak in peaks)
        mark = "  <<<" if growth.is_bad else ""
        yield f"{growth.shape[:38]:<39}{growth.stage[:36]:<37}{seconds}{growth.ratio:>7.2f}{memory}{mark}"


def main() -> int:
    """Measure, print, and return the exit status."""
    parser = argparse.ArgumentParser(description="Time every stage on hostile content of growing sizes.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="shapes whose names have one of these")
    parser.add_argument("--size", type=int, default=25_000, help="characters at the smallest size")
    parser.add_argument("--all", action="store_true", help="print every stage, not only the worst of a shape")
    options = parser.parse_args()
    chosen = [s for s in SHAPES if not options.names or any(name in s.name for name in options.names)]
    print(
        f"{'content':<39}{'stage':<37}{'n s':>8}{'2n s':>8}{'4n s':>8}{'ratio':>7}{'MB at n, 2n, 4n':>18}",
        flush=True,
    )
    bad = 0
    for shape in chosen:
        found, peaks = growths(shape, options.size)
        if any(growth.is_bad for growth in found):
            # Another look, since a busy machine can be slow for once: at a larger size, where what grows with
            # the square of it shows more, and noise less.
            again, peaks = growths(shape, 3 * options.size)
            found = [min(pair, key=lambda growth: growth.ratio) for pair in zip(found, again, strict=False)]
        bad += sum(growth.is_bad for growth in found)
        for line in _lines(found, peaks, options.all):
            print(line, flush=True)
    print(f"{len(chosen)} shapes; {bad} stages grow by more than {MOST} where the size doubles")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
