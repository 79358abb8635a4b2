"""Draft minutes from an agenda: what comes along, what is approved, and how updates of actions are laid out."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bcbsite.archive.archive import join
from bcbsite.cli.main import main
from bcbsite.model.actions import ActionStatus
from bcbsite.model.blocks import plain_text
from bcbsite.model.minutes import Minutes
from bcbsite.pipeline import load
from bcbsite.read.content import read_content
from conftest import NOW, write

BEFORE = """---
date: 2022-02-10
time: 15:00
location: Room 3
status: draft
members:
  - Alex Morgan, Commissioner
  - Sam Okafor, Chief Constable
apologies:
  - Jo Bennett, Treasurer
---

## 2. Boats

2.1 The Board talked about boats.
"""
AGENDA = """---
date: 2022-03-10
time: 10:30
location: Room 9
---

## 1. Welcome and apologies

## 2. Minutes of the meeting held on 10 February 2022

## 3. Action log

## 4. Budget (Verbal update)

Report from: Treasurer

## 5. Boats

Report from: Sam Okafor

### 5.1 Oars

### 5.2 Sails

## 6. Vans

## 7. Any other business
"""
PAPER = '---\nitem: "{item}"\ntitle: {title}\nfrom: {sender}\n---\n\n## 1. Purpose\n\n1.1 Words.\n'
FILES = {
    "meetings/2022-02-10/minutes.md": BEFORE,
    "meetings/2022-03-10/agenda.md": AGENDA,
    "meetings/2022-03-10/papers/06-vans.md": PAPER.format(
        item="6", title="Six new vans", sender="Robin Hale"
    ),
    "meetings/2022-03-10/papers/06-wheels.md": PAPER.format(item="6.0", title="New wheels", sender="Clerk"),
}


@pytest.fixture
def new(tmp_path: Path) -> Callable[..., Result]:
    def run(*args: str, files: dict[str, str] = FILES) -> Result:
        write(tmp_path / "content", files)
        return CliRunner().invoke(main, ["new", *args], catch_exceptions=False)

    return run


def text_of(folder: Path, meeting: str = "2022-03-10", name: str = "minutes") -> str:
    return (folder / f"content/meetings/{meeting}/{name}.md").read_text("utf-8")


def test_all_of_an_agenda_comes_along(tmp_path: Path, new: Callable[..., Result]) -> None:
    result = new("minutes", "2022-03-10")
    assert result.exit_code == 0
    assert (
        text_of(tmp_path)
        == """---
date: 2022-03-10
time: 10:30
location: "Room 9"
status: draft
members:
  - "Alex Morgan, Commissioner"
  - "Sam Okafor, Chief Constable"
in_attendance:
apologies:
---

## 1. Welcome and apologies

1.1 …

## 2. Minutes of the meeting held on 10 February 2022

2.1 The minutes were … as a correct record.

## 3. Action log

3.1 …

## 4. Budget (Verbal update)

4.1 The Treasurer …

## 5. Boats

Sam Okafor …

### 5.1 Oars

5.1.1 …

### 5.2 Sails

5.2.1 …

## 6. Vans

6.1 Robin Hale presented “Six new vans”. …

6.2 The Clerk presented “New wheels”. …

## 7. Any other business

7.1 …
"""
    )
    assert "without those who sent apologies: Jo Bennett." in result.output
    assert load(tmp_path / "content", NOW).diagnostics == []


HEADINGS = {
    "dots": "## 1.0 Welcome\n\n## 2.0 Boats\n",
    "no numbers": "## Welcome\n\n## Boats and *oars*\n",
    "the year": "## 39/20 Welcome\n\n## 40/20 Boats\n",
    "letters": "## A. Welcome\n\n## B. Boats\n",
    "roman": "## I. Welcome\n\n## II. Boats\n",
    "over years": "## 579. Welcome\n\n## 580. Boats\n",
    "the word item": "## Item 7: Welcome\n\n## Item 8: Boats\n",
    "a table": "| No | Item | Presenter |\n|--|--|--|\n| 1 | Welcome | Chair |\n| 2 | Boats [x] *and* oars | Clerk |\n",
    "a line without ##": "## 52/21 Welcome\n\n53/21 Boats\n\n## 54/21 Oars\n",
}


@pytest.mark.parametrize("case", HEADINGS)
def test_items_keep_their_numbers_and_titles(tmp_path: Path, new: Callable[..., Result], case: str) -> None:
    agenda = f"---\ndate: 2022-03-10\n---\n\n{HEADINGS[case]}"
    result = new("minutes", "2022-03-10", files={"meetings/2022-03-10/agenda.md": agenda})
    assert result.exit_code == 0, result.output
    meeting = _read(tmp_path)["2022-03-10"]
    items = [(i.label, i.title.text, i.level) for i in meeting.agenda.body.items]
    assert items
    assert [(i.label, i.title.text, i.level) for i in meeting.minutes.body.items] == items
    passages = [p.label for p in meeting.minutes.body.passages]
    assert passages == [label and f"{label.removesuffix('.0')}.1" for label, _, _ in items]


def _read(folder: Path):  # type: ignore[no-untyped-def]
    content, _ = read_content(folder / "content")
    assert content
    return {meeting.id: meeting for meeting in content.meetings}


APPROVED_LATER = """---
date: 2022-02-20
status: draft
---

## 2. Minutes of the meeting held on 10 February 2022

2.1 The minutes were approved as a correct record.
"""
SCAFFOLD = "---\ndate: 2022-02-24\nstatus: draft\n---\n\n## 1. Boats\n\n1.1 The Clerk …\n"
STANDING = {
    "the last minutes": ({}, "Minutes of the meeting held on 10 February 2022", ""),
    "none": (
        {
            "meetings/2022-02-10/minutes.md": "---\ndate: 2022-02-10\nstatus: draft\n---\n\n## 1. Boats\n\n1.1 …\n"
        },
        "Minutes of the last meeting",
        "10 February 2022",
    ),
    "not those that nobody has written": (
        {"meetings/2022-02-24/minutes.md": SCAFFOLD},
        "Minutes of the meeting held on 10 February 2022",
        "24 February 2022",
    ),
    "not those of which there is an agenda alone": (
        {"meetings/2022-02-24/agenda.md": SCAFFOLD},
        "Minutes of the meeting held on 10 February 2022",
        "24 February 2022",
    ),
    "two drafts": (
        {"meetings/2022-02-20/minutes.md": APPROVED_LATER.replace("approved as", "read as")},
        "Minutes of the meetings held on 10 February 2022 and 20 February 2022",
        "",
    ),
    "not those that a later meeting approved": (
        {"meetings/2022-02-20/minutes.md": APPROVED_LATER},
        "Minutes of the meeting held on 20 February 2022",
        "",
    ),
    "no draft before others that were approved": (
        {
            "meetings/2022-02-20/minutes.md": APPROVED_LATER.replace("draft", "approved").replace(
                "approved as", "read as"
            ),
            "meetings/2022-02-23/minutes.md": BEFORE.replace("02-10", "02-23"),
        },
        "Minutes of the meeting held on 23 February 2022",
        "",
    ),
    "the last, where all are approved": (
        {"meetings/2022-02-10/minutes.md": BEFORE.replace("status: draft", "status: approved")},
        "Minutes of the meeting held on 10 February 2022",
        "",
    ),
}


@pytest.mark.parametrize("case", STANDING)
def test_the_standing_item_names_the_minutes_to_approve(
    tmp_path: Path, new: Callable[..., Result], case: str
) -> None:
    files, title, told = STANDING[case]
    base = {"meetings/2022-02-10/minutes.md": BEFORE}
    result = new("agenda", "2022-03-10", files=base | files)
    assert f"\n## 3. {title}\n" in text_of(tmp_path, name="agenda")
    assert bool(told) == ("are written yet" in result.output)
    assert told in result.output


def test_minutes_that_are_completed_approve_the_last(tmp_path: Path, new: Callable[..., Result]) -> None:
    new("minutes", "2022-03-10")
    path = tmp_path / "content/meetings/2022-03-10/minutes.md"
    path.write_text(text_of(tmp_path).replace("were … as", "were agreed as"), "utf-8")
    content, _ = read_content(tmp_path / "content")
    assert content
    [approval] = join(content, NOW.date()).approvals.of("2022-02-10")
    assert (approval.at, approval.label, approval.deferred) == ("2022-03-10", "2.1", False)


LOG = """
actions:
  - {id: 2022/1, number: "1.0", raised: 2022-02-10#2.1, title: Vans, action: Report on vans., owners: [Clerk]}
  - {id: 2022/2, number: "2.0", raised: 2022-02-10#2.1, action: "Ask for *oars*, [and] the price.", owners: [Clerk]}
  - {id: 2022/3, raised: 2022-02-10#2.1, action: To write to the boatyard., owners: [Clerk]}
  - {id: 2022/4, raised: 2022-02-10#2.1, action: To write to the boatyard., owners: [Clerk]}
  - {id: 2021/1, number: "1.0", raised: 2022-02-10#2.1, title: Vans, action: Report on old vans., owners: [Clerk]}
  - {id: 2022/5, number: "5.0", raised: 2022-02-10#2.1, action: "Count the boats: all of them.\\n\\n- big\\n- small", owners: [Clerk]}
  - {id: 2022/6, number: AP6, raised: 2022-02-10#2.1, action: As in action 1.0., owners: [Clerk]}
  - {id: 2022/7, raised: 2022-02-10, action: Done., owners: [Clerk], events: [{on: 2022-02-11, status: complete}]}
  - {id: 2022/8, raised: 2022-03-17, action: Later., owners: [Clerk]}
"""
OPEN = ["2022/1", "2022/2", "2022/3", "2022/4", "2021/1", "2022/5", "2022/6"]


def test_an_update_that_is_filled_in_is_one_of_its_action(tmp_path: Path, new: Callable[..., Result]) -> None:
    new("minutes", "2022-03-10", files=FILES | {"actions.yaml": LOG})
    path = tmp_path / "content/meetings/2022-03-10/minutes.md"
    count = iter(range(100))
    written = re.sub("Update: …", lambda _: f"Update: News {next(count)}. Complete.", text_of(tmp_path))
    path.write_text(written, "utf-8")
    content, _ = read_content(tmp_path / "content")
    assert content
    histories = join(content, NOW.date()).actions
    told = {h.action.id: [plain_text(event.event.update) for event in h.events] for h in histories}
    assert {id_: told[id_] for id_ in OPEN} == {id_: [f"News {n}. Complete."] for n, id_ in enumerate(OPEN)}
    assert all(h.status is ActionStatus.COMPLETE for h in histories if h.action.id in OPEN)
    assert "Later." not in written
    assert "Done." not in written


NOTES = {
    "no item about actions": (
        {
            "actions.yaml": LOG,
            "meetings/2022-03-10/agenda.md": AGENDA.replace("Action log", "Race action plan"),
        },
        "No item of the agenda is about actions, so these are not listed: 2022/1,",
    ),
    "a paper without an item": (
        {"meetings/2022-03-10/papers/x.md": PAPER.format(item="19", title="Ponds", sender="Clerk")},
        "The paper “Ponds” names no item of the agenda",
    ),
    "an agenda that names other minutes": (
        {"meetings/2022-03-10/agenda.md": AGENDA.replace("10 February", "9 February")},
        "which would name it “Minutes of the meeting held on 10 February 2022”.",
    ),
}


@pytest.mark.parametrize("case", NOTES)
def test_what_does_not_come_along_is_told(new: Callable[..., Result], case: str) -> None:
    files, told = NOTES[case]
    assert told in new("minutes", "2022-03-10", files=FILES | files).output


def test_what_the_agenda_withholds_the_minutes_withhold(tmp_path: Path, new: Callable[..., Result]) -> None:
    agenda = AGENDA.replace(
        "location: Room 9\n", 'location: Room 9\nwithhold:\n  - at: "6"\n    reason: It is exempt.\n'
    )
    new("minutes", "2022-03-10", files=FILES | {"meetings/2022-03-10/agenda.md": agenda})
    minutes = _read(tmp_path)["2022-03-10"].minutes
    assert isinstance(minutes, Minutes)
    assert [(entry.place, entry.reason) for entry in minutes.withhold] == [("6", "It is exempt.")]


def test_without_an_agenda_the_items_are_those_of_every_meeting(
    tmp_path: Path, new: Callable[..., Result]
) -> None:
    files = {"meetings/2022-02-10/minutes.md": BEFORE}
    result = new("minutes", "2022-03-10", files=files)
    assert "There is no agenda of this meeting" in result.output
    assert not (tmp_path / "content/meetings/2022-03-10/agenda.md").exists()
    alone = text_of(tmp_path)
    (tmp_path / "content/meetings/2022-03-10/minutes.md").unlink()
    new("meeting", "2022-03-10", files=files)
    assert text_of(tmp_path) == alone


@pytest.mark.parametrize(
    "agenda",
    ["---\ndate: 2022-03-10\nitem: 5\n---\n\n## 1. Boats\n", "---\ndate: 2022-03-10\nstatus: draft\n---\n"],
)
def test_an_agenda_that_cannot_be_used_is_refused(
    tmp_path: Path, new: Callable[..., Result], agenda: str
) -> None:
    result = new("minutes", "2022-03-10", files=FILES | {"meetings/2022-03-10/agenda.md": agenda})
    assert result.exit_code == 2
    assert "Nothing was written." in result.output
    assert not (tmp_path / "content/meetings/2022-03-10/minutes.md").exists()
