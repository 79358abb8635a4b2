"""What meeting.yaml says: meetings that are planned, cancelled or moved, their recordings, and the next one."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import vobject
from click.testing import CliRunner, Result

from bcbsite.cli.main import main
from bcbsite.pipeline import load
from conftest import NOW, write

M = "meetings"
PAST, COMING = f"{M}/2026-09-10", f"{M}/2026-12-10"
AGENDA = "---\ndate: {}\ntime: 15:00\n---\n\n## 1. Welcome\n\n## 2. Boats\n"
MINUTES = """---
date: 2026-09-10
withhold: [{at: "3", reason: Operational.}]
---

## 1. Welcome

1.1 The Chair welcomed all.

## 2. Boats

2.1 The Board noted it.

## 3. Operations

3.1 The Board noted Kestrel.
"""
FILES = {
    "board.yaml": "name: The Board\narea: Kent\n",
    f"{PAST}/minutes.md": MINUTES,
    f"{PAST}/meeting.yaml": """time: 14:00
location: Town hall
public: yes
livestream: https://video.example/live
recording:
  url: https://video.example/board?v=7
  items:
    - {at: "1", time: 0:00}
    - {at: "2.1", time: 62:05}
    - {at: "3", time: 1:10:00}
next_meeting: 2026-10-08
""",
    f"{M}/2026-10-08/agenda.md": AGENDA.format("2026-10-08"),
    f"{M}/2026-10-08/meeting.yaml": "state: cancelled\nreason: Too few members could come.\nchanged: 2026-10-05\n",
    f"{M}/2026-10-22/meeting.yaml": "state: moved\nmoved_to: 2026-11-26\nchanged: 2026-10-20\n",
    f"{M}/2026-11-12/meeting.yaml": "state: cancelled\n",
    f"{COMING}/meeting.yaml": "state: planned\ntime: 15:30\nlocation: Room 3\nlivestream: https://video.example/\n",
    f"{M}/2027-01-14/meeting.yaml": "state: planned\nchanged: 2026-10-30\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("arranged")
    content = write(folder / "content", FILES)
    arguments = [
        "build",
        "--content",
        str(content),
        "--site-dir",
        str(folder / "site"),
        "--now",
        "2026-11-01",
    ]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert "(0 errors, 0 warnings)" in result.output
    return folder / "site"


def words_of(site: Path, address: str) -> str:
    html = (site / address / "index.html").read_text("utf-8")
    return " ".join(re.sub(r"<[^>]+>", " ", html[html.index("<h1>") :]).split())


@pytest.mark.parametrize(
    ("address", "shown", "not_shown"),
    [
        (
            PAST,
            (
                "Time 2pm Place Town hall Public or private Held in public",
                "Watch the recording of this meeting 0:00:00 1 Welcome 1:02:05 2.1",
                "The next meeting is that of 8 October 2026 .",
            ),
            ("shown live", "1:10:00", "Kestrel"),
        ),
        (f"{PAST}/minutes", ("Time 2pm Place Town hall",), ("Kestrel",)),
        (
            f"{M}/2026-10-08",
            (
                "Meeting of 8 October 2026 (cancelled) Cancelled. This meeting was not held on its day, "
                "as was decided on 5 October 2026. Reason: Too few members could come.",
                "Agenda for 8 October 2026",
            ),
            ("We do not hold the minutes",),
        ),
        (f"{M}/2026-10-08/agenda", ("Cancelled. This meeting is not held on this day",), ()),
        (
            f"{M}/2026-10-22",
            ("(moved) Moved to 26 November 2026 .", "as was decided on 20 October 2026."),
            ("We do not hold", "Documents"),
        ),
        (f"{M}/2026-11-26", ("The meeting of 22 October 2026 was moved to this day.",), ("named",)),
        (f"{M}/2026-11-12", ("This meeting is not held on its day.",), ("Reason", "decided")),
        (
            COMING,
            ("Time 3:30pm Place Room 3", "Watch the meeting live", "This meeting is planned."),
            ("Documents",),
        ),
        (
            M,
            ("10 December 2026 Planned", "8 October 2026 cancelled Agenda", "22 October 2026 moved"),
            ("We hold the minutes of 1",),
        ),
        ("", ("Next meeting: Thursday 26 November 2026", "All meetings (4)"), ("10 December 2026",)),
    ],
)
def test_pages_say_how_a_meeting_stands(
    site: Path, address: str, shown: tuple[str, ...], not_shown: tuple[str, ...]
) -> None:
    words = words_of(site, address)
    for each in shown:
        assert each in words, words
    for each in not_shown:
        assert each not in words, words


def test_calendars_say_how_a_meeting_stands(site: Path) -> None:
    calendar = vobject.readOne((site / "meetings/calendar.ics").read_text("utf-8"))
    told = {
        str(event.dtstart.value)[:16]: (
            event.status.value,
            event.sequence.value,
            event.description.value.split("\n")[0],
            getattr(event, "transp", None) is not None,
        )
        for event in calendar.vevent_list
    }
    assert told == {
        "2026-09-10 13:00": ("CONFIRMED", "2", "Livestream: https://video.example/live", False),
        "2026-10-08 14:00": (
            "CANCELLED",
            "3",
            "Cancelled on 5 October 2026: Too few members could come.",
            True,
        ),
        "2026-10-22": ("CANCELLED", "2", "Moved to 26 November 2026, on 20 October 2026.", True),
        "2026-11-12": ("CANCELLED", "2", "Cancelled.", True),
        "2026-11-26": ("TENTATIVE", "0", "No document of it is held here.", False),
        "2026-12-10 15:30": ("CONFIRMED", "1", "Livestream: https://video.example/", False),
        "2027-01-14": ("CONFIRMED", "3", "No document of it is held here.", False),
    }


def test_the_feed_tells_of_changes_alone(site: Path) -> None:
    feed = (site / "feed.xml").read_text("utf-8")
    entries = re.findall(r"<title>(Meeting[^<]+)</title>.*?<updated>([^<]+)</updated>", feed, re.DOTALL)
    assert sorted(entries) == [
        ("Meeting of 12 November 2026: cancelled", "2026-09-10T00:00:00+01:00"),
        ("Meeting of 14 January 2027: planned again", "2026-10-30T00:00:00+00:00"),
        ("Meeting of 22 October 2026: moved", "2026-10-20T00:00:00+01:00"),
        ("Meeting of 8 October 2026: cancelled", "2026-10-05T00:00:00+01:00"),
    ]


def test_the_data_say_how_a_meeting_stands(site: Path) -> None:
    rows = json.loads((site / "data/meetings.json").read_text("utf-8"))
    told = {row["id"]: row for row in (rows if isinstance(rows, list) else rows["records"])}
    assert {id_: row["state"] for id_, row in told.items()} == {
        f"{PAST}/": "held",
        f"{M}/2026-10-08/": "cancelled",
        f"{M}/2026-10-22/": "moved",
        f"{M}/2026-11-12/": "cancelled",
        f"{M}/2026-11-26/": "planned",
        f"{COMING}/": "planned",
        f"{M}/2027-01-14/": "planned",
    }
    assert told[f"{PAST}/"]["recorded_items"] == ["1: 0:00:00", "2.1: 1:02:05"]
    assert told[f"{M}/2026-10-22/"]["moved_to"] == f"{M}/2026-11-26/"


@pytest.mark.parametrize(
    ("meeting", "status", "start"),
    [
        ("2026-10-08", "EventCancelled", "2026-10-08T15:00:00+01:00"),
        ("2026-10-22", "EventRescheduled", "2026-11-26"),
        ("2026-12-10", "EventScheduled", "2026-12-10T15:30:00+00:00"),
    ],
)
def test_search_engines_are_told(site: Path, meeting: str, status: str, start: str) -> None:
    html = (site / M / meeting / "index.html").read_text("utf-8")
    [data] = re.findall(r"<script type=\"application/ld\+json\">(.+?)</script>", html, re.DOTALL)
    event = json.loads(data)["@graph"][0]
    assert (event["eventStatus"], event["startDate"]) == (f"https://schema.org/{status}", start)


def test_what_the_recording_has_of_a_withheld_item_is_nowhere(site: Path) -> None:
    texts = [path.read_bytes() for path in site.rglob("*") if path.is_file()]
    assert any(b"1:02:05" in text for text in texts)
    assert not any(b"1:10:00" in text or b"Kestrel" in text for text in texts)


LAST = "---\ndate: 2026-09-10\ntime: 14:00\nlocation: Town hall\n---\n\n1.1 Words.\n"


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    def run(*args: str, last: str = LAST) -> Result:
        write(tmp_path / "content", {f"{PAST}/minutes.md": last})
        return CliRunner().invoke(main, ["new", *args], catch_exceptions=False)

    return run


def test_the_dates_of_a_year_are_one_command(tmp_path: Path, run: Callable[..., Result]) -> None:
    result = run("dates", "14/01/2027", "11 February 2027", "2027-03-11-extraordinary")
    assert result.exit_code == 0, result.output
    told = 'state: planned\ntime: 14:00\nlocation: "Town hall"\n'
    content = tmp_path / "content"
    for id_ in ("2027-01-14", "2027-02-11", "2027-03-11-extraordinary"):
        assert (content / M / id_ / "meeting.yaml").read_text("utf-8") == told
    loaded = load(content, NOW)
    assert loaded.public
    assert {d.code for d in loaded.diagnostics} == set()
    assert list(loaded.public.meetings) == [
        "2026-09-10",
        "2027-01-14",
        "2027-02-11",
        "2027-03-11-extraordinary",
    ]
    again = run("dates", "2027-04-08", "2027-01-14")
    assert again.exit_code == 2
    assert not (content / M / "2027-04-08").exists()


def test_time_and_place_can_be_given_and_are_not_written_twice(
    tmp_path: Path, run: Callable[..., Result]
) -> None:
    result = run("dates", "2027-01-14", "--time", "9.30", "--location", "Room 3: upstairs")
    assert result.exit_code == 0, result.output
    assert run("agenda", "2027-01-14").exit_code == 0
    assert run("minutes", "2027-01-14").exit_code == 0
    folder = tmp_path / "content" / M / "2027-01-14"
    assert (folder / "meeting.yaml").read_text("utf-8") == (
        'state: planned\ntime: 09:30\nlocation: "Room 3: upstairs"\n'
    )
    for name in ("agenda.md", "minutes.md"):
        text = (folder / name).read_text("utf-8")
        assert "time:" not in text
        assert "location:" not in text
    assert run("dates", "2027-02-11", "--time", "noonish").exit_code == 2
