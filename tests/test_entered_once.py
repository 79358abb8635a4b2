"""What the records say already is not typed again: approvals, people with their posts, numbers, owners."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bcbsite.cli.main import main
from bcbsite.model.document import Status
from bcbsite.pipeline import load
from bcbsite.read.content import read_content
from conftest import NOW, write

M = "meetings/2022-02-10/minutes.md"
MINUTES = """---
date: 2022-02-10
status: draft  # till March
members:
  - Sam Okafor, Chief Constable, Kent Police
  - Jo Bennett, Treasurer
---

## 1. Boats

1.1 Words.
"""
LATER = """---
date: 2022-03-10
status: draft
---

## 2. Minutes of the meeting held on 10 February 2022

2.1 The minutes were agreed as a correct record.

{more}
"""


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    def run(*args: str, files: dict[str, str]) -> Result:
        write(tmp_path / "content", files)
        return CliRunner().invoke(main, args, catch_exceptions=False)

    return run


def later(more: str = "") -> dict[str, str]:
    return {"meetings/2022-03-10/minutes.md": LATER.format(more=more)}


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("status: draft  # till March\n", "status: approved  # till March\n"),
        ('status: "draft"\n', "status: approved\n"),
        ("", "status: approved\n"),
        ("location: draft\nstatus:   draft\n", "location: draft\nstatus:   approved\n"),
        ("status: draft\r\n", "status: approved\r\n"),
    ],
)
def test_minutes_that_were_approved_are_marked_so(
    tmp_path: Path, run: Callable[..., Result], written: str, marked: str
) -> None:
    text = MINUTES.replace("status: draft  # till March\n", written)
    result = run("approve", "10 February 2022", files={M: text, **later()})
    assert result.exit_code == 0, result.output
    assert "“status: approved” now: they were approved on 10 March 2022, 2.1." in result.output
    new = (tmp_path / "content" / M).read_bytes().decode()
    assert new == MINUTES.replace("status: draft  # till March\n", marked)
    read, _ = read_content(tmp_path / "content")
    assert read
    assert read.meetings[0].minutes
    assert read.meetings[0].minutes.status is Status.APPROVED


def test_the_place_can_be_named(tmp_path: Path, run: Callable[..., Result]) -> None:
    result = run("approve", "2022-02-10", "--at", "2022-05-26#3.1", files={M: MINUTES})
    assert result.exit_code == 0, result.output
    text = (tmp_path / "content" / M).read_text("utf-8")
    assert "date: 2022-02-10\napproved_at: 2022-05-26#3.1\nstatus: approved" in text
    assert load(tmp_path / "content", NOW).public


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({M: MINUTES}, "No later minutes held here are read as approving these."),
        (
            {M: MINUTES, **{k: v.replace("agreed as", "read as") for k, v in later().items()}},
            "No later minutes",
        ),
        ({M: MINUTES.replace("draft  #", "approved  #"), **later()}, "says “status: approved” already"),
        ({M: MINUTES.replace("Words.", "…"), **later()}, "still has what is to be written"),
        ({}, "No minutes of 2022-02-10 are held here."),
    ],
)
def test_what_was_not_approved_is_not_marked(
    tmp_path: Path, run: Callable[..., Result], files: dict[str, str], told: str
) -> None:
    result = run("approve", "2022-02-10", files=files)
    assert result.exit_code == 1
    assert told in result.output
    if M in files:
        assert (tmp_path / "content" / M).read_text("utf-8") == files[M]


BOARD = "name: B\narea: Kent\norganisations: [{id: Police, name: Kent Police}]\n"


def test_people_come_with_the_posts_that_minutes_print(tmp_path: Path, run: Callable[..., Result]) -> None:
    old = "# Our people\npeople:\n  - {id: al, name: Al Doe}\n"
    files = {M: MINUTES, "board.yaml": BOARD, "people.yaml": old}
    result = run("new", "person", "Sam Okafor", "Jo Bennett", "Robin Hale", files=files)
    assert result.exit_code == 0, result.output
    text = (tmp_path / "content/people.yaml").read_text("utf-8")
    assert text.startswith(old)
    read, problems = read_content(tmp_path / "content")
    assert read
    assert problems == []
    posts = {p.id: [(post.post, post.organisation) for post in p.posts] for p in read.people}
    assert posts == {
        "al": [],
        "sam-okafor": [("Chief Constable", "Police")],
        "jo-bennett": [("Treasurer", None)],
        "robin-hale": [],
    }
    again = run("new", "person", "Chief Constable Sam OKAFOR", files={})
    assert again.exit_code == 2
    assert "already, as sam-okafor. Nothing was written." in again.output


def test_a_post_that_minutes_print_is_a_known_owner(tmp_path: Path) -> None:
    entry = "actions:\n  - {id: 2022/1, raised: 2022-02-10, action: Write., owners: [%s]}\n"
    for owner, codes in (("Treasurer", []), ("chief constable", []), ("Clerk", ["BCB403"])):
        folder = write(tmp_path / "content", {M: MINUTES, "actions.yaml": entry % owner})
        assert [d.code for d in load(folder, NOW).diagnostics] == codes


LOG = """actions:
  - id: 2022/7
    number: "7.0"
    raised: 2022-02-10#1.1
    action: Count the boats.
    owners: [Treasurer]
"""
RAISES = MINUTES + "\nAction: Count the boats.\n"


@pytest.mark.parametrize(
    ("log", "raises", "id_", "number"),
    [
        (LOG, RAISES, "2022/8", "8.0"),
        (LOG.replace("7.0", "7"), RAISES, "2022/8", "8"),
        (LOG, RAISES.replace("Action:", "Action 7.0:"), "2022/2022-03-10-2-1", None),  # minutes count
        (LOG.replace("id: 2022/7", "id: 2022/x"), RAISES, "2022/2022-03-10-2-1", None),
    ],
)
def test_the_next_number_is_that_of_the_log_where_the_log_counts(  # noqa: PLR0917
    tmp_path: Path, run: Callable[..., Result], log: str, raises: str, id_: str, number: str | None
) -> None:
    files = {M: raises, "actions.yaml": log, **later("Action: Write to the boatyard.")}
    result = run("actions", "sync", files=files)
    assert result.exit_code == 0, result.output
    read, _ = read_content(tmp_path / "content")
    assert read
    assert [(a.id, a.number) for a in read.log.actions[1:]] == [(id_, number)]


@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        ("A letter is wanted from the Treasurer.", "Treasurer"),
        ("Jo Bennett and the Chief Constable might write.", None),
        ("A letter is wanted.", None),
    ],
)
def test_who_may_be_meant_is_proposed(
    tmp_path: Path, run: Callable[..., Result], words: str, proposed: str | None
) -> None:
    result = run("actions", "sync", files={M: f"{MINUTES}\nAction: {words}\n"})
    text = (tmp_path / "content/actions.yaml").read_text("utf-8")
    assert ("owners: []  # who is to do it: perhaps Treasurer\n" in text) == bool(proposed)
    assert ("Perhaps Treasurer is to do it." in result.output) == bool(proposed)
    assert [d.code for d in load(tmp_path / "content", NOW).diagnostics] == ["BCB780"]
