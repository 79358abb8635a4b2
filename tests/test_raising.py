"""What minutes raise, in all forms that boards use; what is told of; and what only looks like an action."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bcbsite.archive.archive import Archive, join
from bcbsite.archive.raising.raised import Raised
from bcbsite.model.reading import Sought
from bcbsite.new.sync import sync_log
from bcbsite.read.content import read_content
from conftest import NOW, write

FIXTURE = Path(__file__).parent / "fixtures" / "actions.txt"
M = "meetings/2022-02-10/minutes.md"
FRONT = "---\ndate: 2022-02-10\n---\n\n"
ABOVE = "## 5. Reports\n\n5.1 The paper was introduced.\n\n"
LINES_ABOVE = (FRONT + ABOVE).count("\n")
BOARD = "name: Oversight Board\narea: Kent\norganisations:\n  - {id: opcc, name: OPCC}\n  - {id: force, name: Constabulary}\n"
PEOPLE = "people:\n" + "".join(
    f"  - {{id: {name.lower().replace(' ', '-')}, name: {name}}}\n"
    for name in ("Jo Bennett", "Priya Shah", "Sam Okafor")
)


def _cases() -> Iterator[tuple[str, str, str]]:
    for case in FIXTURE.read_text("utf-8").split("====\n"):
        title, body = case.split("\n", 1)
        written, _, expected = body.partition("----\n")
        yield title, written, expected.strip()


def _joined(folder: Path, files: dict[str, str]) -> Archive:
    content, problems = read_content(write(folder, {"board.yaml": BOARD, "people.yaml": PEOPLE, **files}))
    assert content, problems
    return join(content, NOW.date())


def _shown(raised: Raised, archive: Archive) -> str:
    minutes = archive.meetings["2022-02-10"].minutes
    assert minutes
    part = minutes.body.by_anchor[raised.place]
    place = part.label or getattr(part, "limb", None) or part.anchor
    target = f"by {raised.target}" if raised.target else None
    words = " ".join(raised.text.split())
    return " | ".join(filter(None, (place, raised.number, ", ".join(raised.owners), target, words)))


@pytest.mark.parametrize(("written", "expected"), [pytest.param(w, e, id=t) for t, w, e in _cases()])
def test_what_minutes_raise(tmp_path: Path, written: str, expected: str) -> None:
    archive = _joined(tmp_path, {M: FRONT + ABOVE + written})
    found = [(raised.line, _shown(raised, archive)) for raised in archive.raised.of["2022-02-10"]]
    told = [one.line for one in archive.unread["2022-02-10"] if one.sought is Sought.ACTION]
    found += [(line, f"told {line - LINES_ABOVE}") for line in told]
    assert [shown for _, shown in sorted(found, key=lambda one: one[0])] == expected.splitlines()


@pytest.mark.parametrize("written", [pytest.param(w, id=t) for t, w, _ in _cases()])
def test_all_of_it_comes_into_the_log_once(tmp_path: Path, written: str) -> None:
    """Also where the log has it: what is read does not depend on that."""
    archive = _joined(tmp_path, {M: FRONT + ABOVE + written})
    assert len(sync_log(tmp_path).added.entries) == len(archive.raised.of["2022-02-10"])
    assert sync_log(tmp_path).added.entries == ()
