"""A long trial of the tests: small faults are planted in the program, and the tests must notice them.

    python tests/mutants.py [MODULE ...] [--at-most 40] [--seed 1] [--jobs N]

plants faults of the kinds in `mutations.py`, one at a time, in the modules of `TESTS`, and runs the tests named
there: those that should notice, and quickly. It works on a copy. It prints for each module how many were
noticed, and each one that was not; it fails where fewer than 95 % were. Those that make no difference are
named in `equivalent_mutants.txt`, with the reason, and are left out.
"""

import argparse
import importlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from mutations import Mutant, mutants_of

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = "src/bcbsite"
ENOUGH = 95
"""Percent of the faults that must be noticed in each module."""
LIBRARIES = (
    "pytest hypothesis playwright.sync_api mkdocs.config mkdocs.commands.build material.plugins jinja2 yaml click "
    "markdown_it mdit_py_plugins holidays icalendar feedgenerator feedparser snowballstemmer sqlite3"
)
"""What tests load beside the program: loaded once, for all."""

EQUIVALENT = Path(__file__).with_name("equivalent_mutants.txt")

REGISTERS = ("test_register_rows.py", "test_docs.py::test_every_register_and_column_is_documented")
EARLIER_RELEASES = "test_publish.py::test_an_earlier_release_can_be_chosen_and_a_refresh_leaves_it"
PACKED = (
    "test_publish_bounds.py::test_what_is_packed_within_something_packed_is_found",
    "test_publish_bounds.py::test_what_cannot_be_looked_into_is_never_taken_for_empty",
    "test_publish_bounds.py::test_many_small_files_in_one_are_too_many",
    "test_publish_bounds.py::test_a_list_without_end_is_not_read",
    "test_publish_bounds.py::test_of_a_stream_no_more_is_unpacked_than_counts",
    "test_publish_bounds.py::test_a_pdf_begins_where_its_readers_find_it_to",
    "test_publish_bounds.py::test_all_that_a_meeting_can_publish_is_looked_into",
)
UNCHANGED = "test_publish_bounds.py::test_unchanged_attachments_are_linked_and_not_read_again"
REPUBLISHED = (
    "test_publish_state.py::test_what_a_site_shows_beyond_another_is_named",
    "test_publish_state.py::test_what_was_corrected_by_numbers_alone_is_named",
    "test_publish_state.py::test_what_was_added_is_nothing_that_an_earlier_site_shows",
)
TESTS: dict[str, Sequence[str]] = {
    # what is public
    "archive/gate.py": ["test_gate.py"],
    "archive/held_back.py": ["test_gate.py"],
    "archive/not_public.py": ["test_not_public.py"],
    "checks/documents.py": ["test_document_rules.py", "test_gate.py"],
    "archive/marked.py": ["test_markings.py"],
    "archive/markings.py": ["test_markings.py"],
    "archive/disguise.py": ["test_markings.py"],
    "archive/withheld.py": ["test_withheld.py"],
    "publish/leaks.py": ["test_leak_search.py"],
    "publish/packed.py": ["test_leak_search.py", *PACKED],
    "publish/attached.py": [*PACKED, UNCHANGED],
    "publish/made.py": ["test_publish_checks.py"],
    "publish/previews.py": ["test_publish_previews.py"],
    "publish/republished.py": REPUBLISHED,
    "publish/computed.py": REPUBLISHED,
    "publish/freshness.py": ["test_releases.py"],
    "publish/switch.py": ["test_releases.py", EARLIER_RELEASES],
    "publish/tree.py": ["test_commit_files.py"],
    "exports/sources.py": ["test_sources.py"],
    # how a duty stands
    "archive/deadlines.py": ["test_duties.py"],
    "archive/duty.py": ["test_which_duty.py"],
    "archive/missing.py": ["test_duties.py"],
    "archive/due.py": ["test_duties.py"],
    "archive/actions.py": ["test_duties.py", "test_updates.py"],
    "archive/approvals.py": ["test_approvals.py"],
    "archive/approval_words.py": ["test_approvals.py"],
    "archive/updates.py": ["test_updates.py"],
    "archive/standing.py": ["test_updates.py", "test_duties.py"],
    "archive/deciding/capacity.py": ["test_whose_decision.py", "test_offices.py"],
    "archive/deciding/offices.py": ["test_whose_decision.py", "test_offices.py"],
    "pages/section55.py": ["test_duties.py"],
    # what is exported
    "registers/actions.py": REGISTERS,
    "registers/corrections.py": REGISTERS,
    "registers/decisions.py": REGISTERS,
    "registers/inspections.py": REGISTERS,
    "registers/meetings.py": REGISTERS,
    "registers/people.py": REGISTERS,
    "registers/registers.py": REGISTERS,
    "registers/table.py": REGISTERS,
    "registers/texts.py": REGISTERS,
    "exports/calendars.py": ["test_calendars.py"],
    "exports/dates.py": ["test_feed_entries.py"],
    "exports/feeds/atom.py": ["test_feed_entries.py"],
    "exports/feeds/entries.py": ["test_feed_entries.py"],
    "exports/feeds/entry.py": ["test_feed_entries.py"],
    "exports/feeds/files.py": ["test_feed_entries.py"],
    "exports/feeds/inspections.py": ["test_feed_entries.py"],
    "exports/json_files.py": ["test_json_files.py"],
    "search/index.py": ["test_index.py"],
    # which address leads where
    "pages/permalinks.py": ["test_addresses.py", "test_published_before.py"],
    "pages/redirects.py": ["test_addresses.py"],
    "pages/erasures.py": ["test_erasure.py"],
    "new/erase.py": ["test_erasure.py"],
    "archive/mentions/targets.py": ["test_targets.py"],
}
"""The modules that decide what is public, say how a duty stands, or write what is exported; and their tests."""


@dataclass(frozen=True)
class Trial:
    """A fault in a module."""

    module: str
    mutant: Mutant
    seconds: float
    """How long the tests may take."""


class Copy:
    """A copy of the program and its tests, of one process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("src", "tests"):
            shutil.copytree(
                REPOSITORY / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
            )
        for path in REPOSITORY.iterdir():
            if path.name not in ("src", "tests", ".git", ".venv", "site"):
                (folder / path.name).symlink_to(path)

    def passes(self, tests: Sequence[str], seconds: float, *, warm: bool = False) -> bool:
        """Whether *tests* pass, in a process of their own. Only a *warm*-up keeps what Python compiled."""
        process = os.fork()
        if process == 0:
            self._run(tests, warm)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            done, status = os.waitpid(process, os.WNOHANG)
            if done:
                return os.waitstatus_to_exitcode(status) == 0
            time.sleep(0.02)
        os.killpg(process, signal.SIGKILL)
        os.waitpid(process, 0)
        return False

    def _run(self, tests: Sequence[str], warm: bool) -> None:
        os.setsid()
        os.chdir(self.folder)
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(quiet, stream)
        sys.dont_write_bytecode = not warm
        os.environ["PYTHONPATH"] = str(self.folder / "src")
        sys.path[:0] = [str(self.folder / "src"), str(self.folder / "tests")]
        import pytest

        options = ["-x", "-q", "--no-header", "-p", "no:cacheprovider", "-p", "no:xdist"]
        chosen = ["-m", "not browser and not nginx and not package", f"--basetemp={self.folder / 'tmp'}"]
        try:
            status = int(pytest.main([*options, *chosen, *(f"tests/{test}" for test in tests)]))
        except BaseException:  # a mutant may raise anything
            status = 1
        os._exit(status)

    def notices(self, trial: Trial) -> bool:
        """Whether the tests of the module fail with the fault in it."""
        path = self.folder / PACKAGE / trial.module
        whole, compiled = path.read_bytes(), list(path.parent.glob(f"__pycache__/{path.stem}.*.pyc"))
        times = path.stat()
        for file in compiled:
            file.rename(file.with_suffix(".aside"))
        path.write_text(trial.mutant.source, "utf-8")
        try:
            return not self.passes(TESTS[trial.module], trial.seconds)
        finally:
            path.write_bytes(whole)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
            for file in compiled:
                file.with_suffix(".aside").rename(file)


_COPY: list[Copy] = []
"""The copy of this process."""


def _begin(folder: str) -> None:
    """Load what is the same for all, and make the copy of this process."""
    for name in LIBRARIES.split():
        importlib.import_module(name)
    _COPY.append(Copy(Path(tempfile.mkdtemp(dir=folder))))


def _time_without(module: str) -> float:
    """How long the tests of *module* take where nothing is wrong."""
    if not _COPY[0].passes(TESTS[module], 600, warm=True):
        raise SystemExit(f"The tests of {module} fail without a fault: {' '.join(TESTS[module])}")
    begun = time.monotonic()
    _COPY[0].passes(TESTS[module], 600)
    return time.monotonic() - begun


def _try(trial: Trial) -> bool:
    return _COPY[0].notices(trial)


def equivalent() -> set[tuple[str, str]]:
    """The module and the name of each mutant that makes no difference."""
    found, module = set(), ""
    for line in EQUIVALENT.read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            module = line[1:-1]
        elif line and not line.startswith(("#", " ")):
            found.add((module, line))
    return found


def stale(modules: Sequence[str]) -> Iterator[str]:
    """What is named as making no difference, and is no fault of its module any more."""
    for module in modules:
        names = {mutant.name for mutant in mutants_of((REPOSITORY / PACKAGE / module).read_text("utf-8"))}
        yield from (
            f"{module} {name}" for of, name in sorted(equivalent()) if of == module and name not in names
        )


def chosen(module: str, at_most: int, seed: int) -> list[Mutant]:
    """Some of the faults for *module*, always the same for a seed, in order of their lines."""
    left_out = equivalent()
    source = (REPOSITORY / PACKAGE / module).read_text("utf-8")
    every = [mutant for mutant in mutants_of(source) if (module, mutant.name) not in left_out]
    some = random.Random(f"{seed} {module}").sample(every, min(at_most, len(every)))
    return sorted(some, key=every.index)


def trials(modules: Sequence[str], pool: ProcessPoolExecutor, at_most: int, seed: int) -> Iterator[Trial]:
    """The faults for each of *modules*."""
    for module, seconds in zip(modules, pool.map(_time_without, modules), strict=True):
        for mutant in chosen(module, at_most, seed):
            yield Trial(module, mutant, 10 + 5 * seconds)


def tell(module: str, results: Sequence[tuple[Mutant, bool]], seconds: float) -> bool:
    """Print how many faults in *module* were noticed, and which were not; whether they are enough."""
    noticed = sum(seen for _, seen in results)
    share = 100 * noticed / max(1, len(results))
    print(f"{module}: {noticed} of {len(results)}, {share:.0f} %, {seconds:.0f} s", flush=True)
    for mutant, seen in results:
        if not seen:
            print(f"  {PACKAGE}/{module}:{mutant.line}  {mutant.name}")
    return share >= ENOUGH


def main() -> int:
    parser = argparse.ArgumentParser(description="Plants small faults, and sees whether the tests notice.")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="such as archive/gate.py; otherwise all")
    parser.add_argument("--at-most", type=int, default=40, help="faults in a module (40)")
    parser.add_argument("--all", action="store_true", help="every fault")
    parser.add_argument("--seed", type=int, default=1, help="for another choice of faults (1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="at the same time")
    wanted = parser.parse_args()
    modules = wanted.modules or list(TESTS)
    at_most = sys.maxsize if wanted.all else wanted.at_most
    enough, planted, noticed = True, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        pool = ProcessPoolExecutor(wanted.jobs, get_context("fork"), _begin, (folder,))
        with pool:
            every = list(trials(modules, pool, at_most, wanted.seed))
            seen = pool.map(_try, every)
            for module in modules:
                begun = time.monotonic()
                results = [(trial.mutant, next(seen)) for trial in every if trial.module == module]
                enough &= tell(module, results, time.monotonic() - begun)
                planted, noticed = planted + len(results), noticed + sum(found for _, found in results)
    for name in stale(modules):
        print(f"no such fault, take it out of {EQUIVALENT.name}: {name}")
    print(f"all: {noticed} of {planted}, {100 * noticed / max(1, planted):.1f} %")
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
