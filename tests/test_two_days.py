"""The same content, built on two days: which files differ, and that feeds and calendars do not."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bcbsite.exports.files import export_files
from bcbsite.host.build import build_site
from bcbsite.pipeline import load
from bcbsite.publish.republished import republished
from conftest import write

COMING, BEFORE, AFTER = "2022-03-10", "2022-03-01", "2022-04-20"
FILES = {
    "board.yaml": "name: The Board\narea: Kent\ntopics: [{id: boats, title: Boats, terms: [boats]}]\n",
    "meetings/2022-02-10/minutes.md": "---\ndate: 2022-02-10\n---\n\n## 1. Boats\n\n1.1 The Board noted the report.\n\n"
    "Action: Treasurer to count them.\n\n1.2 The next meeting will be on 28 March 2022.\n",
    f"meetings/{COMING}/agenda.md": f"---\ndate: {COMING}\ntime: 15:00\n---\n\n## 1. Boats\n",
    f"meetings/{COMING}/papers/a.md": "---\ntitle: Lamps\n---\n\nNew.\n",
    "actions.yaml": "actions:\n  - {id: 2022/1, raised: 2022-02-10, action: Count them., owners: [Treasurer], "
    "target: 2022-03-20, events: [{on: 2022-02-12, update: Begun., status: ongoing}]}\n",
    "section-55/a.md": "---\nreport: Boats\npublished: 2022-02-01\nresponse: {}\n---\n",
}
STAMPED = ("feed.xml", ".ics")
_STAMP = re.compile(r"<(?:updated|published)>([^<]+)|DTSTAMP:(\d+)")
STATE = "`state` of a meeting, which is planned until its day"
COUNTS_DAYS = {
    "actions/2022/1/index.html": "since when its target has passed",
    **dict.fromkeys(
        (f"actions/{by}index.html" for by in ("", "by-meeting/", "by-owner/", "by-status/", "by-year/")),
        "“as at”, whose target has passed, and the pictures",
    ),
    **dict.fromkeys(
        (
            f"actions/{part}/index.html"
            for part in ("by-number/2022", "by-status/ongoing", "by-year/2022", "by-owner/treasurer")
        ),
        "whose target has passed",
    ),
    **dict.fromkeys(
        ("meetings/index.html", "meetings/2022/index.html"), "of how many meetings the minutes are held"
    ),
    "meetings/2022-03-10/index.html": "that the meeting has not been held yet",
    "index.html": "the next meeting, and the response that is due",
    "meetings/2022-02-10/index.html": "that the target of the action has passed",
    "due/index.html": "all of it",
    "section-55/a/index.html": "the days that are left, or over",
    "section-55/index.html": "“as at”",
    "data/meetings.csv": STATE,
    "data/meetings.json": STATE,
    f"meetings/{COMING}/index.json": STATE,
    "data/datapackage.json": "the day of the package",
    "data/records.sqlite": "the day, and that `state`",
    "data/records.zip": "it holds those files",
    "search/": "it can be asked for targets that have passed",
}


def _noon(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)


def built(folder: Path, day: str, files: Mapping[str, str] = FILES) -> dict[str, bytes]:
    """The files of the site of *files*, made for noon of *day*, by their paths."""
    content = write(folder / "content", files)
    loaded = load(content, _noon(day))
    build_site(loaded, content, folder / day, site_url="https://example.org/")
    return {
        p.relative_to(folder / day).as_posix(): p.read_bytes()
        for p in (folder / day).rglob("*")
        if p.is_file()
    }


def stamped(folder: Path, day: str, files: Mapping[str, str] = FILES) -> dict[str, bytes]:
    """The feeds and calendars of that site alone, as `export_files` gives them."""
    public = load(write(folder / "content", files), _noon(day)).public
    assert public
    found = export_files(public, "https://example.org/")
    return {name: data for name, data in found if name.endswith(STAMPED)}


def test_only_what_counts_days_differs_from_one_day_to_another(tmp_path: Path) -> None:
    """No feed and no calendar is among it, though a meeting and a target lie between the days."""
    first, later = built(tmp_path, BEFORE), built(tmp_path, AFTER)
    differ = {name for name in first.keys() | later.keys() if first.get(name) != later.get(name)}
    assert {"search/" if name.startswith("search/") else name for name in differ} == set(COUNTS_DAYS)


def test_going_back_passes_over_what_another_day_changes(tmp_path: Path) -> None:
    built(tmp_path, BEFORE)
    built(tmp_path, AFTER)
    for old, new in ((BEFORE, AFTER), (AFTER, BEFORE)):
        assert list(republished(tmp_path / old, tmp_path / new)) == []


def test_no_date_in_a_feed_or_a_calendar_is_later_than_the_first_build(tmp_path: Path) -> None:
    files = {name: data for name, data in built(tmp_path, BEFORE).items() if name.endswith(STAMPED)}
    assert files == stamped(tmp_path, BEFORE)
    texts = [data.decode() for data in files.values()]
    stamps = ["".join(found) for text in texts for found in _STAMP.findall(text)]
    assert len(stamps) > 20
    assert max(stamp.replace("-", "")[:8] for stamp in stamps) <= BEFORE.replace("-", "")


BOARD, HELD = "board.yaml", "meetings/2022-02-10/minutes.md"
TO_COME = {
    "a decision": {
        "decisions/a.md": f"---\nreference: A-1\ntitle: Boats\ndate: {COMING}\ndecided_by: The Commissioner\n---\n\nTo buy it.\n"
    },
    "a report": {"section-55/a.md": f"---\nreport: Boats\npublished: {COMING}\n---\n"},
    "an action of a coming meeting": {
        "actions.yaml": f"actions: [{{id: 2022/1, raised: {COMING}, action: Count them., owners: [Treasurer], target: {COMING}}}]\n"
    },
    "an event": {
        "actions.yaml": "actions: [{id: 2022/1, raised: 2022-02-10, action: Count them., owners: [Treasurer], "
        f"target: {COMING}, events: [{{on: {COMING}, update: Begun.}}]}}]\n"
    },
    "a correction": {
        HELD: f"---\ndate: 2022-02-10\nerrata: [{{date: {COMING}, what: A.}}]\n---\n\n## 1. Boats\n\n1.1 A.\n"
    },
    "an agenda": {f"meetings/{COMING}/agenda.md": FILES[f"meetings/{COMING}/agenda.md"]},
}
NO_ENTRIES = "19700101"
"""The date of a feed without entries, where no minutes are held."""
A_YEAR_BEFORE = {"20210309", "20210209"}
"""The dates of meetings without minutes, where no minutes are held before them."""


@pytest.mark.parametrize("others", [{}, {HELD: FILES[HELD]}], ids=["alone", "with minutes"])
@pytest.mark.parametrize("case", TO_COME)
def test_what_has_a_day_to_come_has_a_date_of_the_records_that_stays(
    tmp_path: Path, case: str, others: Mapping[str, str]
) -> None:
    files = {BOARD: FILES[BOARD], **others, **TO_COME[case]}
    first, later = (stamped(tmp_path, day, files) for day in (BEFORE, AFTER))
    assert first == later
    stamps = {
        "".join(found).replace("-", "")[:8]
        for data in first.values()
        for found in _STAMP.findall(data.decode())
    }
    in_records = {day.replace("-", "") for day in re.findall(r"\d{4}-\d\d-\d\d", str(files))}
    assert COMING.replace("-", "") in stamps or case == "an agenda" or not others
    assert stamps <= in_records | {NO_ENTRIES} | (set() if others else A_YEAR_BEFORE)
