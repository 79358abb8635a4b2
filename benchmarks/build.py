"""Times whole builds of made-up archives, by bcbsite and by MkDocs with Material alone.

    python benchmarks/build.py [--sizes 30 150 1000] [--compare 150] [--runs 3]

Sizes are numbers of meetings; each has eight documents.  At the size named by --compare the two take turns.
Exits 1 where a build fails.  Targets are printed, not enforced.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from timing import Cost, ProcessFailedError, measure

_HERE = Path(__file__).resolve().parent
_TARGET = 0.30
"""The most of plain MkDocs' time that a build should take."""

_HEAD = (
    f"{'builder':<9}{'meetings':>9}{'documents':>10}{'MB':>7}   {'seconds (min/median/max)':<27}"
    f"{'CPU s':>7}{'peak MB':>9}{'pages':>8}{'ms/document':>13}"
)


@dataclass(frozen=True, slots=True)
class Input:
    """An archive on disk."""

    meetings: int
    folder: Path
    documents: int
    megabytes: float


@dataclass(slots=True)
class Series:
    """The runs of one builder on one archive."""

    builder: str
    archive: Input
    costs: list[Cost] = field(default_factory=list)
    pages: int = 0
    exports: str = ""
    """What of it the open data, feeds and calendars take."""

    @property
    def seconds(self) -> list[float]:
        """Run by run."""
        return [cost.seconds for cost in self.costs]

    @property
    def per_document(self) -> float:
        """Median seconds for a document."""
        return median(self.seconds) / self.archive.documents

    def run(self) -> None:
        """Builds once more, in an empty folder and to a new one, with nothing left from the run before."""
        with tempfile.TemporaryDirectory() as name:
            site = Path(name, "site")
            folder = Path(name, "empty")
            folder.mkdir()
            self.costs.append(measure(_command(self.builder, self.archive.folder, site), folder))
            self.pages = sum(1 for _ in site.rglob("*.html"))
        _say(f"{self.builder}, {self.archive.meetings} meetings: {self.costs[-1].seconds:.2f} s")

    def row(self) -> str:
        """A line of the table."""
        spread = " / ".join(f"{pick(self.seconds):.2f}" for pick in (min, median, max))
        cpu = median(cost.cpu for cost in self.costs)
        peak = max(cost.peak_mb for cost in self.costs)
        return (
            f"{self.builder:<9}{self.archive.meetings:>9,}{self.archive.documents:>10,}"
            f"{self.archive.megabytes:>7.1f}   {spread:<27}{cpu:>7.2f}{peak:>9.0f}{self.pages:>8,}"
            f"{self.per_document * 1000:>13.2f}"
        )


def _command(builder: str, archive: Path, site: Path) -> list[str]:
    program = str(Path(sys.executable).with_name(builder))
    if builder == "mkdocs":
        return [program, "build", "-q", "-f", str(archive / "plain" / "mkdocs.yml"), "-d", str(site)]
    return [program, "build", "--content", str(archive / "content"), "--site-dir", str(site)]


def _make(meetings: int, root: Path, *, plain: bool) -> Input:
    """Writes an archive, and its layout for plain MkDocs where wanted."""
    _say(f"making an archive of {meetings} meetings")
    folder = root / str(meetings)
    folder.mkdir(parents=True)
    for script in ("make_archive.py", "make_plain.py")[: 2 if plain else 1]:
        measure(
            [sys.executable, str(_HERE / script), "--meetings", str(meetings), "--out", str(folder)], folder
        )
    sizes = [path.stat().st_size for path in (folder / "content" / "meetings").rglob("*.md")]
    return Input(meetings, folder, len(sizes), sum(sizes) / 1e6)


def _measure_all(sizes: list[int], compare: int, runs: int, root: Path) -> Iterator[Series]:
    """Size by size; where the two are compared, they take turns."""
    _warm_up(root)
    for meetings in sizes:
        builders = ("bcbsite", "mkdocs") if meetings == compare else ("bcbsite",)
        archive = _make(meetings, root, plain=meetings == compare)
        series = [Series(builder, archive) for builder in builders]
        for _ in range(runs):
            for each in series:
                each.run()
        series[0].exports = _exports(archive, median(cost.cpu for cost in series[0].costs))
        shutil.rmtree(archive.folder)
        yield from series


def _exports(archive: Input, cpu: float) -> str:
    """A line about the exports of *archive*, whose build takes *cpu* seconds of processor time."""
    command = [sys.executable, str(_HERE / "exports.py"), str(archive.folder / "content"), "--of", str(cpu)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return f"{archive.meetings:,} meetings, {printed.splitlines()[-1]}"


def _warm_up(root: Path) -> None:
    """One build by each of a very small archive, not counted, so that neither compiles its modules later."""
    archive = _make(2, root / "warm", plain=True)
    for builder in ("bcbsite", "mkdocs"):
        Series(builder, archive).run()


def _report(results: list[Series], compare: int) -> Iterator[str]:
    yield _HEAD
    yield from (series.row() for series in results)
    yield ""
    ours = [series for series in results if series.builder == "bcbsite"]
    yield from (series.exports for series in ours)
    ratios = _ratios([series for series in results if series.archive.meetings == compare])
    pairs = "  ".join(f"{ratio:.3f}" for ratio in ratios)
    yield f"bcbsite / mkdocs at {compare:,} meetings, pair by pair:  {pairs}"
    yield f"  median {median(ratios):.3f}; target: at most {_TARGET:.2f}"
    small, large = ours[0], ours[-1]
    growth = large.per_document / small.per_document
    sizes = f"at {large.archive.meetings:,} meetings, relative to {small.archive.meetings:,}"
    yield f"seconds per document {sizes}:  {growth:.2f}"


def _ratios(pair: list[Series]) -> list[float]:
    ours, plain = pair
    return [one / other for one, other in zip(ours.seconds, plain.seconds, strict=True)]


def _say(text: str) -> None:
    """Progress, beside the table."""
    print(text, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Times whole builds, beside MkDocs with Material alone.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[30, 150, 1000], help="numbers of meetings")
    parser.add_argument(
        "--compare", type=int, default=150, help="the size at which both build (default: 150)"
    )
    parser.add_argument("--runs", type=int, default=3, help="how often each builds (default: 3)")
    return parser.parse_args()


def main() -> int:
    """Measures, prints and returns the exit code."""
    options = _arguments()
    sizes = sorted({*options.sizes, options.compare})
    try:
        with tempfile.TemporaryDirectory() as name:
            results = list(_measure_all(sizes, options.compare, options.runs, Path(name)))
    except ProcessFailedError as error:
        _say(str(error))
        return 1
    print("\n".join(_report(results, options.compare)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
