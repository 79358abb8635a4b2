"""New records: what is written checks clean, hands on what is known, and overwrites nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bcbsite.cli.main import main
from bcbsite.pipeline import load
from bcbsite.read.content import read_content
from conftest import NOW, write

CONTENT = {
    "people.yaml": "people: [{id: jo, name: Jo Bloggs, posts: [{post: Chief Constable}]}]",
    "meetings/2022-02-10/minutes.md": """---
date: 2022-02-10
time: 15:00
location: 'HQ: "Room" 3'
status: approved
members: ["Jo Bloggs, Chief Constable: Kent", Al Doe]
---

## 5. Vans

5.1 Late.

Action: Report on vans.
""",
    "actions.yaml": """actions:
  - {id: 2022/1, number: "1.0", raised: 2022-02-10#5.1, title: Vans, action: Report on vans., owners: [Jo Bloggs]}
  - id: 2022/2
    raised: 2022-02-10
    action: Old.
    owners: [Chief Constable]
    events: [{on: 2022-02-11, status: complete}]
""",
}


@pytest.fixture
def new(tmp_path: Path) -> Callable[..., Result]:
    write(tmp_path / "content", CONTENT)
    return lambda *args: CliRunner().invoke(main, ["new", *args], catch_exceptions=False)


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["meeting", "2022-03-10"], ["meetings/2022-03-10/agenda.md", "meetings/2022-03-10/minutes.md"]),
        (["meeting", "Thursday 10 March 2022"], ["meetings/2022-03-10/minutes.md"]),
        (["meeting", "10/03/2022"], ["meetings/2022-03-10/minutes.md"]),
        (
            ["paper", "10 Feb 2022", "5", "Vans"],
            ["meetings/2022-02-10/papers/05-vans.md"],
        ),
        (["meeting", "2022-03-10-extraordinary"], ["meetings/2022-03-10-extraordinary/minutes.md"]),
        (
            ["paper", "2022-02-10", "5.10", "Vans: “old” & new"],
            ["meetings/2022-02-10/papers/05-10-vans-old-new.md"],
        ),
        (["response", "Night duty: a review"], ["section-55/night-duty-a-review.md"]),
        (["response", "Nights", "--published", "4 January 2022"], ["section-55/2022-01-04-nights.md"]),
        (
            ["decision", "CPCC-2022-003", "New vans: yes", "--date", "2022-02-11"],
            ["decisions/CPCC-2022-003.md"],
        ),
    ],
)
def test_what_is_written_has_no_mistake_and_is_not_public(
    tmp_path: Path, new: Callable[..., Result], arguments: list[str], files: list[str]
) -> None:
    before = load(tmp_path / "content", NOW)
    result = new(*arguments)
    assert result.exit_code == 0
    for file in files:
        assert f"Written: content/{file}" in result.output
        assert (tmp_path / "content" / file).is_file()
    after = load(tmp_path / "content", NOW)
    assert before.diagnostics == after.diagnostics == []
    assert before.public
    assert after.public
    assert list(before.public.meetings.values()) == list(after.public.meetings.values())
    assert len(after.public.inspections) == len(after.public.decisions) == 0


def test_a_meeting_hands_on_what_is_known(tmp_path: Path, new: Callable[..., Result]) -> None:
    new("meeting", "2022-03-10")
    minutes = (tmp_path / "content/meetings/2022-03-10/minutes.md").read_text("utf-8")
    for known in (
        "time: 15:00",
        'location: "HQ: \\"Room\\" 3"',
        '  - "Jo Bloggs, Chief Constable: Kent"',
        "## 3. Minutes of the meeting held on 10 February 2022",
        "- Action no. 1.0, 10 February 2022 – Vans",
    ):
        assert known in minutes
    assert "Old." not in minutes


def test_nothing_is_overwritten(tmp_path: Path, new: Callable[..., Result]) -> None:
    result = new("meeting", "2022-02-10")
    assert result.exit_code == 2
    assert "nothing was written" in result.output
    assert not (tmp_path / "content/meetings/2022-02-10/agenda.md").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["meeting", "10 March"],
        ["meeting", "2022-02-30"],
        ["meeting", "../2022-03-10"],
        ["paper", "2022-02-10"],
        ["decision", "a/b", "A"],
        ["response", "A", "--published", "soon"],
        ["decision", "A-1", ""],
        ["response", " "],
        ["paper", "2022-02-10", "", "A"],
        ["paper", "2022-02-10", "5", ""],
        ["minutes"],
        ["agenda", "10 March"],
    ],
)
def test_wrong_use(tmp_path: Path, new: Callable[..., Result], arguments: list[str]) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert new(*arguments).exit_code == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_without_a_meeting_before(tmp_path: Path, new: Callable[..., Result]) -> None:
    for path in sorted((tmp_path / "content").rglob("*.*"), reverse=True):
        path.unlink() if path.name != "board.yaml" else None
    assert new("meeting", "2022-03-10").exit_code == 0
    assert load(tmp_path / "content", NOW).diagnostics == []


@pytest.mark.parametrize(
    ("first", "second", "there"),
    [
        (
            ["response", "Night duty", "--published", "2022-01-04"],
            ["response", "Night duty"],
            "section-55/2022-01-04-night-duty.md",
        ),
        (["decision", "WS-2022-003", "A"], ["decision", "ws-2022-003", "A"], "decisions/WS-2022-003.md"),
    ],
)
def test_no_second_record_with_the_same_address_is_written(
    tmp_path: Path, new: Callable[..., Result], first: list[str], second: list[str], there: str
) -> None:
    new(*first)
    before = sorted(tmp_path.rglob("*"))
    result = new(*second)
    assert result.exit_code == 2
    assert f"already: content/{there}. Nothing was written." in result.output
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("folder", "stated", "kind"),
    [
        ("2022-03-10-extraordinary", "", "extraordinary"),
        ("2022-03-10", "", "ordinary"),
        ("2022-03-10-b", "kind: extraordinary\n", "extraordinary"),
        ("2022-03-10-extraordinary", "kind: ordinary\n", "ordinary"),
    ],
)
def test_the_kind_of_a_meeting_is_that_of_its_folder_where_the_minutes_have_none(
    tmp_path: Path, new: Callable[..., Result], folder: str, stated: str, kind: str
) -> None:
    new("meeting", folder)
    path = tmp_path / "content/meetings" / folder / "minutes.md"
    path.write_text(
        path.read_text("utf-8").replace("status: draft\n", f"status: approved\n{stated}"), "utf-8"
    )
    read, _ = read_content(tmp_path / "content")
    assert read
    assert next(meeting for meeting in read.meetings if meeting.id == folder).kind == kind


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("word " * 60, "05-" + "word-" * 18 + "word"),
        ("w" * 300, "05"),
        ("é" * 300, "05"),
        (f"{'a' * 97} b", "05-" + "a" * 97),
    ],
    ids=["words", "one word", "one word with accents", "just as long as can be"],
)
def test_a_long_title_gives_a_name_that_any_disk_can_hold(
    new: Callable[..., Result], tmp_path: Path, title: str, name: str
) -> None:
    result = new("paper", "2022-02-10", "5", title)
    assert result.exit_code == 0
    assert (tmp_path / f"content/meetings/2022-02-10/papers/{name}.md").is_file()
    assert new("response", title).exit_code == 0
    assert max(len(path.name.encode()) for path in tmp_path.rglob("*.md")) <= 143
    assert [d.code for d in load(tmp_path / "content", NOW).diagnostics if d.code == "BCB109"] == []


@pytest.mark.parametrize("asked", [False, True])
def test_a_board_begins_with_a_folder_that_passes(tmp_path: Path, asked: bool) -> None:
    answers = "The “Big” Board: *East*\nEast & West\n"
    given = ["--name", "The “Big” Board: *East*", "--area", "East & West"]
    runner = CliRunner()
    result = runner.invoke(main, ["new", "board", *([] if asked else given)], input=answers if asked else "")
    assert result.exit_code == 0, result.output
    loaded = load(tmp_path / "content", NOW)
    assert loaded.diagnostics == []
    assert loaded.public
    assert (loaded.public.board.name, loaded.public.board.area) == ("The “Big” Board: *East*", "East & West")
    again = runner.invoke(main, ["new", "board", *given])
    assert again.exit_code == 2
    assert "nothing was written" in again.output


@pytest.mark.parametrize("command", [["check"], ["new", "agenda", "2022-03-10"], ["build"]])
def test_where_there_are_no_records_the_first_step_is_told(tmp_path: Path, command: list[str]) -> None:
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 2
    assert "There is no folder content here." in result.output
    assert "“bcbsite new board”" in result.output
    (tmp_path / "content").mkdir()
    assert "“bcbsite new board”" in CliRunner().invoke(main, ["check"]).output.replace("`", "“", 1).replace(
        "`", "”"
    )


@pytest.mark.parametrize(
    ("date", "told"),
    [
        (
            "10/9/26",
            "has a year of two figures. If it is 10 September 2026, write 2026-09-10, 10/09/2026 or 10 September 2026.",
        ),
        ("10 March", "“10 March” is no date. Write it as 2022-03-10, 10/03/2022 or 10 March 2022."),
        ("2022-02-30", "is not a date that exists. That month has 28 days."),
    ],
)
def test_a_date_that_is_not_understood_is_told_with_all_forms(
    new: Callable[..., Result], date: str, told: str
) -> None:
    words = " ".join(new("meeting", date).output.replace("│", " ").split())
    assert told in words


def test_the_example_of_a_reference_is_the_boards_own(tmp_path: Path, new: Callable[..., Result]) -> None:
    assert "as in PCC-2022-003." in new("decision", "a b", "Vans").output
    new("decision", "WS-2024-012", "Vans")
    assert "as in WS-2024-012." in new("decision", "a b", "Vans").output
