"""No page says that something does not exist where something was not understood: it says what was read."""

import re
from pathlib import Path

import pytest

from conftest import build, write

# Updates that name no action, and a motion whose fate is not told.
UNCLEAR = """---
date: 2022-03-10
status: approved
---

## 5. Boats

5.1 Priya Shah moved that boats be bought.

Update: All is done.
"""
RAISING = """---
date: 2022-02-10
status: approved
---

## 5. Boats

5.1 Boats were spoken of.

Action 7.0: Buy two boats.
"""
LOG = """series:
  - {id: 2021, title: The log of 2021}
actions:
  - {id: 2021/7, number: "7.0", raised: 2022-02-10#5, action: Buy two boats., owners: [Jo Bennett], target: 1 March 2022}
  - {id: 2021/8, number: "8.0", raised: 2022-02-10#5, action: Sell two boats.}
"""
FILES = {
    "meetings/2022-02-10/minutes.md": RAISING,
    "meetings/2022-03-10/minutes.md": UNCLEAR,
    "actions.yaml": LOG,
}
ABSENCES = re.compile(
    r"not stated|without a stated|states no status|record says of no|\bNo decisions (?!were read)|\bNone of"
    r"|that is held here was read as naming|not in the records|does not say is empty",
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return build(write(tmp_path / "content", FILES), tmp_path / "site")


def test_no_file_asserts_an_absence_where_the_account_does_not_balance(site: Path) -> None:
    found = [
        (path.relative_to(site).as_posix(), absence[0])
        for path in sorted(site.rglob("*"))
        if path.suffix in (".html", ".ics", ".xml", ".md", ".csv", ".json") and path.parts[-2] != "assets"
        for absence in [ABSENCES.search(path.read_text("utf-8"))]
        if absence
    ]
    assert found == []


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("actions/2021/7/", "not clear"),
        ("actions/2021/7/", "target passed; outcome not clear"),
        ("actions/by-status/", "Not clear"),
        ("actions/", "2 whose status is not clear"),
        ("decisions/", "No decisions were read from the minutes of 2 meetings"),
        ("decisions/", "Some sentences look like decisions and were not understood"),
    ],
)
def test_it_says_what_was_read(site: Path, page: str, says: str) -> None:
    assert says in (site / page / "index.html").read_text("utf-8")


def test_where_the_account_balances_it_is_said_that_nothing_is_stated(tmp_path: Path) -> None:
    files = {**FILES, "meetings/2022-03-10/minutes.md": UNCLEAR.partition("5.1")[0]}
    site = build(write(tmp_path / "content", files), tmp_path / "site")
    assert "not stated" in (site / "actions/2021/7/index.html").read_text("utf-8")
    assert "were not understood" not in (site / "decisions/index.html").read_text("utf-8")
