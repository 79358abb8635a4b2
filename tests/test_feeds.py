"""Feeds and calendars, read by libraries that did not write them."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import feedparser
import pytest
import vobject

from bcbsite.exports.files import export_files
from bcbsite.pipeline import load
from conftest import MINUTES, NOW, REPOSITORY, build, write

SITE = "https://example.org/board/"


def exports(folder: Path, site_url: str = SITE, now: datetime = NOW) -> dict[str, bytes]:
    archive = load(folder, now).public
    assert archive
    return dict(export_files(archive, site_url))


def read_feed(data: bytes, address: str = SITE) -> Any:
    """The feed in *data*, as it is read at *address*."""
    headers = {"content-location": address, "content-type": "application/atom+xml"}
    found = feedparser.parse(data, response_headers=headers)
    assert not found.bozo, found.bozo_exception
    assert found.version == "atom10"
    return found


@pytest.fixture(scope="module", params=[SITE, ""], ids=["with an address", "without"])
def feeds(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The feeds of the demonstration, by their addresses, for a site that knows its own or does not."""
    files = exports(REPOSITORY / "content", request.param)
    return {
        name: read_feed(data, urljoin(SITE, name))
        for name, data in files.items()
        if name.endswith("feed.xml")
    }


def test_every_feed_is_what_the_format_asks(feeds: dict[str, Any]) -> None:
    """RFC 4287, 4.1: an id, a title, an author and a date of each feed; an id, a title and a date of each entry."""
    assert len(feeds) > 40
    ids = [feed.feed.id for feed in feeds.values()]
    assert len(ids) == len(set(ids))
    for name, feed in feeds.items():
        assert feed.feed.title.startswith("Business Co-ordination Board: ")
        assert feed.feed.author == "Business Co-ordination Board"
        assert feed.feed.updated_parsed
        assert "Open Government Licence" in feed.feed.rights
        links = {link.rel: link.href for link in feed.feed.links}
        assert links == {"self": SITE + name, "alternate": SITE + name.removesuffix("feed.xml")}
        keys = [entry.id for entry in feed.entries]
        assert len(keys) == len(set(keys)), name
        for entry in feed.entries:
            assert re.match(r"https://example\.org/board/|urn:uuid:[0-9a-f-]{36}$", entry.id)
            assert entry.title
            assert entry.published_parsed <= entry.updated_parsed <= NOW.timetuple()
            assert entry.content[0].type == "text/html"
        updated = [entry.updated_parsed for entry in feed.entries]
        assert updated == sorted(updated, reverse=True)
        assert not updated or feed.feed.updated_parsed == updated[0]


def test_entries_lead_to_pages_and_places(feeds: dict[str, Any], demonstration: Path) -> None:
    followed = 0
    for feed in feeds.values():
        for entry in feed.entries:
            inner = re.findall(r'href="([^"]+)"', entry.content[0].value)
            for link in [entry.link, *inner]:
                address, anchor = urldefrag(link)
                if not address.startswith(SITE):
                    continue
                page = demonstration / address.removeprefix(SITE) / "index.html"
                assert page.is_file(), link
                assert not anchor or f' id="{anchor}"' in page.read_text("utf-8"), link
                followed += 1
    assert followed > 250


def test_a_feed_has_the_words_and_the_paragraph(feeds: dict[str, Any]) -> None:
    entries = {entry.link: entry for entry in feeds["feed.xml"].entries}
    noted = {entry.link: entry for entry in feeds["decisions/feed.xml"].entries}
    action = feeds["actions/2019/41/feed.xml"].entries
    assert [entry.title for entry in action] == [
        "Action 41.0: Revenue and Capital Budget Monitoring Provisional Outturn 2019/20 (update, 29 September 2020)",
        "Action 41.0: Revenue and Capital Budget Monitoring Provisional Outturn 2019/20",
    ]
    assert f'{SITE}meetings/2020-09-29/minutes/#p4-1-n1"' in action[0].content[0].value
    assert "Owner: Director of Finance and Resources; Chief Finance Officer" in action[1].content[0].value
    assert f"{SITE}meetings/2021-10-12/minutes/" in entries
    assert all("<blockquote>" in entry.content[0].value for entry in noted.values())


def test_every_other_form_of_a_page_is_there_and_announced(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "content",
        {
            path.relative_to(REPOSITORY / "content").as_posix(): path.read_bytes()
            for path in sorted((REPOSITORY / "content").rglob("*"))
            if path.is_file()
        },
    )
    board = folder / "board.yaml"
    board.write_text(f"{board.read_text('utf-8')}markdown: yes\n", "utf-8")
    site = build(folder, tmp_path / "site")
    announced: set[Path] = set()
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        head, _, body = html.partition("</head>")
        links = re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">', head)
        for type_, href in links:
            assert (page.parent / href).is_file(), (page, href)
            assert f'<a href="{href}" type="{type_}">' in body, page
            announced.add(page.parent / href)
    written = {
        path for name in ("feed.xml", "calendar.ics", "index.json", "index.md") for path in site.rglob(name)
    }
    assert written == announced
    assert len(announced) > 150


MINUTES_OF_MARCH = """---
date: 2022-03-10
status: approved
---

## 1. Minutes of the meeting held on the 10th February 2022

1.1 The minutes of the meeting held on the 10th February 2022 were agreed.
"""
FEBRUARY = "meetings/2022-02-10/minutes.md"
MARCH = {"meetings/2022-03-10/minutes.md": MINUTES_OF_MARCH}


@pytest.mark.parametrize(
    ("front", "others", "published", "updated"),
    [
        ("status: approved", {}, "2022-02-10T00:00:00+00:00", "2022-02-10T00:00:00+00:00"),
        ("publish_at: 2022-06-17 17:00", {}, "2022-06-17T17:00:00+01:00", "2022-06-17T17:00:00+01:00"),
        ("status: approved", MARCH, "2022-02-10T00:00:00+00:00", "2022-03-10T00:00:00+00:00"),
        ("status: draft", MARCH, "2022-02-10T00:00:00+00:00", "2022-02-10T00:00:00+00:00"),
        (
            "errata: [{date: 2022-05-01, what: A slip.}]",
            MARCH,
            "2022-02-10T00:00:00+00:00",
            "2022-05-01T00:00:00+01:00",
        ),
    ],
)
def test_dates_are_those_of_the_records(
    tmp_path: Path, front: str, others: dict[str, str], published: str, updated: str
) -> None:
    files = {
        "board.yaml": "name: The Board\narea: Kent\ndrafts: yes\n",
        FEBRUARY: MINUTES.replace("status: approved", front),
        **others,
    }
    feed = read_feed(exports(write(tmp_path, files))["feed.xml"])
    [entry] = [entry for entry in feed.entries if entry.id == f"{SITE}meetings/2022-02-10/minutes/"]
    assert (entry.published, entry.updated) == (published, updated)


def test_where_no_minutes_are_held_an_agenda_has_the_date_of_a_year_before(tmp_path: Path) -> None:
    folder = write(tmp_path, {"meetings/2026-12-10/agenda.md": "---\ndate: 2026-12-10\n---\n\n## 1. A\n"})
    [entry] = read_feed(exports(folder)["feed.xml"]).entries
    assert entry.published == "2025-12-09T00:00:00+00:00"


ACTION = """actions:
  - id: 2022/1
    raised: {meeting: 2022-02-10, item: "1.1"}
    action: "Report to [the board](meeting:2022-02-10#1.1) and [below](#here)."
    owners: [Chief Constable]
    target: 2022-04-01
    events:
"""
FIRST = "      - {on: 2022-03-10, publish_at: 2026-11-02, update: Earlier.}\n"
ELSEWHERE = "  - {id: 2021/1, raised: {meeting: 2021-05-12}, action: Buy vans., owners: [Chief Constable]}\n"
SECOND = "      - {on: 2022-03-11, update: Later., status: ongoing, target: 2022-05-01}\n"


def test_ids_stay_when_something_earlier_is_published_later(tmp_path: Path) -> None:
    folder = write(tmp_path, {FEBRUARY: MINUTES, "actions.yaml": ACTION + FIRST + SECOND})
    ids = []
    for now in (NOW, datetime(2026, 11, 3, tzinfo=UTC)):
        feed = read_feed(exports(folder, now=now)["actions/2022/1/feed.xml"])
        ids.append({entry.content[0].value.split("<")[1]: entry.id for entry in feed.entries})
    assert ids[0].items() <= ids[1].items()


def test_a_draft_says_so_in_its_title(tmp_path: Path) -> None:
    files = {
        "board.yaml": "name: The Board\narea: Kent\ndrafts: yes\n",
        FEBRUARY: MINUTES.replace("approved", "draft").replace("noted", "approved"),
        "actions.yaml": ACTION + SECOND,
    }
    feed = read_feed(exports(write(tmp_path, files))["feed.xml"])
    titles = sorted(entry.title for entry in feed.entries if entry.title.startswith("Draft: "))
    assert titles == [
        "Draft: Action: Report to the board and below",
        "Draft: Approved: Welcome (10 February 2022, 1.1)",
        "Draft: Minutes of 10 February 2022",
    ]


def test_links_of_a_text_begin_at_its_page(tmp_path: Path) -> None:
    folder = write(tmp_path, {FEBRUARY: MINUTES, "actions.yaml": ACTION + SECOND})
    for site_url in (SITE, ""):
        feed = read_feed(exports(folder, site_url)["feed.xml"], f"{SITE}feed.xml")
        html = "".join(entry.content[0].value for entry in feed.entries)
        assert f'href="{SITE}meetings/2022-02-10/minutes/#p1-1"' in html
        assert f'href="{SITE}actions/2022/1/#here"' in html


def test_control_characters_do_not_break_a_feed(tmp_path: Path) -> None:
    files = {
        "board.yaml": 'name: "A\\x01 & <B>"\narea: Kent\n',
        "meetings/2022-02-10/papers/01-a.md": '---\ntitle: "Odd\\x02 <i>title</i>"\n---\n\n1.1 A\x0b & <b>.\n',
    }
    feed = read_feed(exports(write(tmp_path, files))["feed.xml"])
    assert [entry.title for entry in feed.entries] == ["Odd <i>title</i> (paper of 10 February 2022)"]


def test_a_feed_without_entries_is_one(tmp_path: Path) -> None:
    feed = read_feed(exports(write(tmp_path, {}))["decisions/feed.xml"])
    assert feed.entries == []
    assert feed.feed.updated == "1970-01-01T00:00:00+01:00"


def test_a_feed_has_the_newest_entries(tmp_path: Path) -> None:
    files = {
        f"meetings/{year}-{month:02}-10/minutes.md": MINUTES.replace("2022-02", f"{year}-{month:02}")
        for year in range(2015, 2022)
        for month in range(1, 13)
    }
    feed = read_feed(exports(write(tmp_path, files))["feed.xml"])
    assert len(feed.entries) == 50
    assert feed.entries[0].title == "Minutes of 10 December 2021"


def calendar(data: bytes) -> dict[str, Any]:
    """The events of a calendar, by their UID."""
    found = vobject.readOne(data.decode())
    found.validate(raiseException=True)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))  # RFC 5545, 3.1
    events = {event.uid.value: event for event in found.contents.get("vevent", ())}
    assert len(events) == len(found.contents.get("vevent", ()))
    return events


PLANNED = MINUTES + "\n1.2 The next scheduled Board is 10th December 2026.\n"
REPORT = "---\nreport: Night duty\npublished: 2026-10-01\n---\n"


def test_calendars_have_meetings_targets_and_last_days(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        {
            FEBRUARY: PLANNED.replace("status:", "time: 15:00\nlocation: Room 3; upstairs\nstatus:"),
            "meetings/2022-06-10/agenda.md": "---\ndate: 2022-06-10\ntime: 10:30\n---\n\n## 1. A\n",
            "actions.yaml": ACTION + SECOND + ELSEWHERE,
            "section-55/night-duty.md": REPORT,
        },
    )
    files = exports(folder)
    events = calendar(files["calendar.ics"])
    shown = {
        uid.removeprefix(SITE): (event.dtstart.value, event.status.value, event.summary.value)
        for uid, event in events.items()
    }
    assert shown == {
        "meetings/2022-02-10/": (datetime(2022, 2, 10, 15, tzinfo=UTC), "CONFIRMED", "The Board"),
        "meetings/2022-06-10/": (datetime(2022, 6, 10, 9, 30, tzinfo=UTC), "CONFIRMED", "The Board"),
        "meetings/2021-05-12/": (date(2021, 5, 12), "CONFIRMED", "The Board"),
        "meetings/2026-12-10/": (date(2026, 12, 10), "TENTATIVE", "The Board"),
        "actions/2022/1/": (
            date(2022, 5, 1),
            "CONFIRMED",
            "Target: Action: Report to the board and below",
        ),
        "section-55/night-duty/": (date(2026, 11, 25), "CONFIRMED", "Last day to respond: Night duty"),
    }
    assert events[f"{SITE}meetings/2022-02-10/"].location.value == "Room 3; upstairs"
    parts = [calendar(files[f"{part}calendar.ics"]) for part in ("meetings/", "actions/", "section-55/")]
    assert {uid for part in parts for uid in part} == set(events)


@pytest.mark.parametrize(
    "changed",
    [
        {"meetings/2022-02-10/agenda.md": "---\ndate: 2022-02-10\n---\n\n## 1. A\n"},
        {FEBRUARY: MINUTES},
        {FEBRUARY: MINUTES.replace("---\n\n", "errata: [{date: 2022-05-01, what: A slip.}]\n---\n\n", 1)},
        {"actions.yaml": ACTION + SECOND},
        {"actions.yaml": ACTION + SECOND + SECOND.replace("03-11", "03-12")},
        {"section-55/night-duty.md": REPORT.replace("\n---\n", "\nresponse: {published: 2026-10-20}\n---\n")},
    ],
)
def test_a_sequence_grows_with_changes(tmp_path: Path, changed: dict[str, str]) -> None:
    """And with nothing else: an entry that stayed as it was keeps its number."""
    before = {
        FEBRUARY: MINUTES.replace("status: approved\n", ""),
        "actions.yaml": ACTION.removesuffix("    events:\n"),
        "section-55/night-duty.md": REPORT,
    }
    if FEBRUARY in changed and "errata" in changed[FEBRUARY]:
        before[FEBRUARY] = MINUTES
    one = calendar(exports(write(tmp_path / "before", before))["calendar.ics"])
    other = calendar(exports(write(tmp_path / "after", before | changed))["calendar.ics"])
    assert one.keys() == other.keys()
    grown = [uid for uid in one if int(other[uid].sequence.value) > int(one[uid].sequence.value)]
    differ = [uid for uid in one if other[uid].serialize() != one[uid].serialize()]
    assert grown == differ
    assert len(grown) == 1


def test_a_site_without_an_address_has_ids_of_its_own(tmp_path: Path) -> None:
    """They are the same each time, and another board's are others."""
    files = {FEBRUARY: MINUTES}
    here, again = (exports(write(tmp_path / name, files), "") for name in ("one", "two"))
    elsewhere = exports(write(tmp_path / "three", {**files, "board.yaml": "name: Other\narea: Kent\n"}), "")
    ids = [{entry.id for entry in read_feed(found["feed.xml"]).entries} for found in (here, again, elsewhere)]
    assert ids[0] == ids[1]
    assert not ids[0] & ids[2]
    assert all("urn:uuid:" in uid for uid in calendar(here["calendar.ics"]))


def test_no_page_takes_the_place_of_a_file(tmp_path: Path) -> None:
    folder = write(tmp_path, {"pages/feed.xml.md": "# Feed\n", "pages/calendar.ics/index.md": "# C\n"})
    assert [d.code for d in load(folder, NOW).diagnostics] == ["BCB109", "BCB109"]
