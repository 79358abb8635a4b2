"""Counts what is read of sentences that are decisions or actions, and of such as only look like them.

    python benchmarks/precision.py [--list silent] [--list told] [--folder FOLDER]

Each sentence stands in minutes of its own. Of one that is neither, nothing may be read: no decision, no
action, no number, and no error. Of the others, the kind must be read, and who decided or who is to act.

The figures of a group: right; told, where a warning stands at the sentence instead; silent, where something
was missed and nothing is told; wrong, where something was read that is not there. A needless warning counts
as told.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from bcbsite.archive.archive import Archive, join
from bcbsite.archive.gate import IN_THE_END
from bcbsite.archive.marked import find_markings
from bcbsite.codes import Severity
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.content import Content
from bcbsite.model.minutes import Minutes
from bcbsite.new.lack import lack_of
from bcbsite.pages.site import SitePages
from bcbsite.pipeline import Archives, mistakes_between
from bcbsite.read.content import read_content

FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "fixtures"
_FIRST = date(2010, 1, 1)
_LACKING = "BCB404"
"""That the log lacks an action is true of any action."""


class Verdict(StrEnum):
    """How a sentence was read."""

    RIGHT = "right"
    TOLD = "told"
    SILENT = "silent"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of minutes, and what is to be read of it."""

    group: str
    text: str
    expected: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    """Of each decision or action: the kinds that are right, and who decided or is to act."""

    @property
    def minutes(self) -> str:
        """Minutes with the sentence as their second paragraph, or as their heading."""
        if self.group == "headings":
            return f"## {self.text}\n\nThe Chair spoke.\n"
        return f"## 5. Reports\n\n5.1 The paper was introduced.\n\n{self.text}\n"

    @property
    def label(self) -> str | None:
        """The number of the item, which is the only one beside that of the first paragraph."""
        return None if self.group == "headings" else "5"

    @property
    def line(self) -> int:
        """Where the sentence stands in its file."""
        return 5 if self.group == "headings" else 9


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, and how it was read."""

    sentence: Sentence
    verdict: Verdict
    read: tuple[str, ...]
    """What was read of it, and what was told, in words."""


def sentences(folder: Path = FIXTURES) -> Iterator[Sentence]:
    """Those of the two files in *folder*: what is none, and then what is a decision or an action."""
    for group, line in _grouped(folder / "no-decisions.txt"):
        yield Sentence(group, line)
    for group, line in _grouped(folder / "decisions.txt"):
        kinds, who, text = line.split(" | ", 2)
        whose = frozenset(_plain(one) for one in who.split("/"))
        expected = ((frozenset(kind.split("/")), whose) for kind in kinds.split(";"))
        yield Sentence(group, text, tuple(expected))


def judge_all(all_of_them: Sequence[Sentence]) -> list[Judged]:
    """How each was read."""
    days = [(_FIRST + timedelta(days=n)).isoformat() for n in range(len(all_of_them))]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "board.yaml").write_text("name: Oversight Board\narea: Westshire\n", "utf-8")
        for day, sentence in zip(days, all_of_them, strict=True):
            path = folder / "meetings" / day / "minutes.md"
            path.parent.mkdir(parents=True)
            path.write_text(f"---\ndate: {day}\n---\n\n{sentence.minutes}", "utf-8")
        content, problems = read_content(folder)
    assert content, problems
    everything = join(content, _FIRST)
    problems += mistakes_between(Archives(content, SitePages(everything), find_markings(content), IN_THE_END))
    reading = _Reading(content, everything, problems)
    return [reading.judge(day, sentence) for day, sentence in zip(days, all_of_them, strict=True)]


class _Reading:
    """What was read and told, by meeting."""

    def __init__(self, content: Content, everything: Archive, told: Iterable[Diagnostic]) -> None:
        self._meetings = everything.meetings
        self._found: dict[str, list[tuple[str, str]]] = {}
        self._told: dict[tuple[str, int], list[Diagnostic]] = {}
        for decision in everything.register:
            assert decision.meeting
            found = (str(decision.kind), _plain(decision.by or ""))
            self._found.setdefault(decision.meeting.id, []).append(found)
        for entry in lack_of(content.log, everything).entries:
            self._found.setdefault(entry.meeting, []).append(("action", "\n".join(entry.yaml)))
        for each in told:
            if each.rule.severity is not Severity.NOTE and each.code != _LACKING:
                self._told.setdefault((each.span.path, each.span.line), []).append(each)

    def judge(self, day: str, sentence: Sentence) -> Judged:
        """How *sentence*, which stands in the minutes of *day*, was read."""
        minutes = self._meetings[day].minutes
        assert minutes
        found = self._found.get(day, [])
        told = self._told.get((minutes.at.path, sentence.line), [])
        said = [f"{each.rule.severity} {each.code}: {each.message}" for each in told]
        stopped = not sentence.expected and any(each.rule.severity is Severity.ERROR for each in told)
        numbers = _numbers_that_are_none(minutes, sentence)
        read = (*(f"{kind} by {who}" for kind, who in found), *numbers, *said)
        if numbers or stopped or not _all_fit(found, sentence):
            return Judged(sentence, Verdict.WRONG, read)
        whole = len(found) == len(sentence.expected)
        if told and not (whole and sentence.expected):
            return Judged(sentence, Verdict.TOLD, read)
        return Judged(sentence, Verdict.RIGHT if whole else Verdict.SILENT, read)


def _numbers_that_are_none(minutes: Minutes, sentence: Sentence) -> list[str]:
    printed = [part.label for part in minutes.body.parts if part.label]
    return [f"number {label}" for label in printed if label not in (sentence.label, "5.1")]


def _all_fit(found: Sequence[tuple[str, str]], sentence: Sentence) -> bool:
    """Whether all that was *found* is expected, in the order in which it is."""
    rest = iter(sentence.expected)
    return all(any(_fits(one, *expected) for expected in rest) for one in found)


def _fits(found: tuple[str, str], kinds: frozenset[str], whose: frozenset[str]) -> bool:
    kind, who = found
    if kind == "action":
        return "action" in kinds and any(one in who.casefold() for one in whose)
    return kind in kinds and who in whose


def _plain(who: str) -> str:
    return who.casefold().removeprefix("the ")


def _grouped(path: Path) -> Iterator[tuple[str, str]]:
    """The lines of *path*, each with the group that a line `# …` names."""
    group = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# "):
            group = line.removeprefix("# ")
        else:
            yield group, line


def report(judged: Sequence[Judged]) -> Iterator[str]:
    """A line for each group."""
    yield f"{'':<26}{'sentences':>10}" + "".join(f"{verdict:>8}" for verdict in Verdict)
    for name, some in (
        ("none of them", [one for one in judged if not one.sentence.expected]),
        ("decisions and actions", [one for one in judged if one.sentence.expected]),
    ):
        yield _row(name, some)
        for group in dict.fromkeys(one.sentence.group for one in some):
            yield _row(f"  {group}", [one for one in some if one.sentence.group == group])


def _row(name: str, judged: Sequence[Judged]) -> str:
    counts = Counter(one.verdict for one in judged)
    return f"{name:<26}{len(judged):>10}" + "".join(f"{counts[verdict]:>8}" for verdict in Verdict)


def main() -> None:
    """Count, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    kinds = [verdict.value for verdict in Verdict]
    parser.add_argument("--list", choices=kinds, action="append", default=["wrong"], help="print these, too")
    parser.add_argument(
        "--folder", type=Path, default=FIXTURES, help="with other sentences than the project's"
    )
    options = parser.parse_args()
    judged = judge_all(list(sentences(options.folder)))
    print("\n".join(report(judged)))
    for one in judged:
        if one.verdict in options.list:
            read = "; ".join(one.read) or "nothing"
            print(f"{one.verdict}, {one.sentence.group}: {one.sentence.text}\n    {read}")


if __name__ == "__main__":
    main()
