"""Times what an edit of one minutes costs: in the preview, in `check`, and in a build.

    python benchmarks/edits.py [--sizes 30 150 1000] [--runs 5] [--peers]

With --peers, `mkdocs serve --dirty` shows the same text in the same run.  Seconds are by the clock: least,
median and most.  CPU seconds are of the program alone.  Exits 1 where a program fails.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from timing import Cost, environment, measure

_HERE = Path(__file__).resolve().parent
_LONGEST = 600
"""Seconds after which a page does not come any more."""
_EPOCH = re.compile(r"livereload\((\d+),")


def _program(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _row(what: str, meetings: int, costs: Sequence[Cost]) -> str:
    spread = " / ".join(f"{pick(cost.seconds for cost in costs):.2f}" for pick in (min, median, max))
    return f"{what:<34}{meetings:>9,}   {spread:<24}{median(cost.cpu for cost in costs):>7.2f}"


def _commands(content: Path, runs: int, meetings: int) -> Iterator[str]:
    """Checks and builds: each with nothing kept, and after an edit with what the one before has left."""
    minutes = sorted(content.glob("meetings/*/minutes.md"))[-1]
    for command in (["check"], ["build", "--site-dir", "site"]):
        call = [_program("bcbsite"), *command, "--content", str(content)]
        cold: list[Cost] = []
        warm: list[Cost] = []
        for _ in range(runs):
            with tempfile.TemporaryDirectory() as name:
                cold.append(measure(call, Path(name)))
                _edit(minutes, len(warm))
                warm.append(measure(call, Path(name)))
        yield _row(f"{command[0]}, nothing kept", meetings, cold)
        yield _row(f"{command[0]}, after an edit", meetings, warm)


def _edit(minutes: Path, number: int) -> str:
    """Add a paragraph with a word of its own, which is returned."""
    word = f"newword{number}"
    minutes.write_text(f"{minutes.read_text('utf-8').rstrip()}\n\nThe Board noted the {word}.\n", "utf-8")
    return word


@contextmanager
def _serving(command: Sequence[str], url: str) -> Iterator[int]:
    """The process of a preview that shows *url*."""
    with tempfile.TemporaryDirectory() as name, Path(name, "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=name, stdout=log, stderr=log, env=environment(Path(name)))
        try:
            _page(url, lambda _: process.poll() is None)
            yield process.pid
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def _page(url: str, may_wait: Callable[[float], bool]) -> str:
    began = time.perf_counter()
    while may_wait(passed := time.perf_counter() - began) and passed < _LONGEST:
        try:
            return str(urlopen(url, timeout=_LONGEST).read().decode())
        except (URLError, ConnectionError):
            time.sleep(0.05)
    raise TimeoutError(f"{url} never came.")


def _cpu(process: int) -> float:
    """Its user and system seconds so far; only Linux says them."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _seen(command: Sequence[str], url: str, root: str, minutes: Path, runs: int) -> list[Cost]:
    """What it takes from saving *minutes* until a browser that shows *url* has the new page."""
    costs = []
    with _serving(command, url) as process:
        for number in range(runs + 1):
            found = _EPOCH.search(_page(url, lambda _: True))
            assert found, "the preview does not load pages again"
            began, cpu = time.perf_counter(), _cpu(process)
            word = _edit(minutes, 100 + number)
            while int(urlopen(f"{root}livereload/{found[1]}/1", timeout=_LONGEST).read()) <= int(found[1]):
                pass
            assert word in _page(url, lambda _: True)
            costs.append(Cost(time.perf_counter() - began, _cpu(process) - cpu, 0))
    return costs[1:]  # the first one is not counted


def _previews(folder: Path, runs: int, meetings: int, peers: bool) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        at = f"127.0.0.1:{probe.getsockname()[1]}"
    minutes = sorted((folder / "content").glob("meetings/*/minutes.md"))[-1]
    page, root = f"meetings/{minutes.parent.name}/minutes/", f"http://{at}/"
    serve = [_program("bcbsite"), "serve", "--content", str(folder / "content"), "--address", at]
    yield _row("serve, saved to seen", meetings, _seen(serve, root + page, root, minutes, runs))
    if peers:
        plain = folder / "plain"
        dirty = [_program("mkdocs"), "serve", "--dirty", "-f", str(plain / "mkdocs.yml"), "-a", at]
        docs = sorted((plain / "docs").rglob("*minutes*.md"))[-1]
        there = docs.relative_to(plain / "docs").with_suffix("").as_posix()
        url = f"{root}{there}/"
        yield _row("mkdocs serve --dirty, same", meetings, _seen(dirty, url, root, docs, runs))


def main() -> int:
    """Measures and prints; returns the exit code."""
    parser = argparse.ArgumentParser(description="Times what an edit costs.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[30, 150, 1000], help="numbers of meetings")
    parser.add_argument("--runs", type=int, default=5, help="how often each is timed (default: 5)")
    parser.add_argument("--peers", action="store_true", help="mkdocs serve --dirty beside it")
    options = parser.parse_args()
    print(f"{'':<34}{'meetings':>9}   {'seconds (min/median/max)':<24}{'CPU s':>7}")
    for meetings in options.sizes:
        with tempfile.TemporaryDirectory() as name:
            for script in ("make_archive.py", "make_plain.py")[: 2 if options.peers else 1]:
                make = [sys.executable, str(_HERE / script), "--meetings", str(meetings), "--out", name]
                measure(make, Path(name))
            for row in _previews(Path(name), options.runs, meetings, options.peers):
                print(row, flush=True)
            for row in _commands(Path(name, "content"), options.runs, meetings):
                print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
