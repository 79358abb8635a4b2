"""The entries of the calendars, written out by hand for an archive in which no two values are the same."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import vobject

from bcbsite.exports.calendars import calendar_files
from bcbsite.exports.site import Site
from conftest import load_all, write
from known_archive import FEBRUARY, FILES

SITE = "https://example.org/board/"
MEETING, BUSY, FREE = "Business Board", "OPAQUE", "TRANSPARENT"
NONE_HELD = "No document of it is held here."
DUTY = "Day 56 under Section 55 of the Police Act 1996."

# Of each entry: its start, status, summary, description, sequence, when it changed, and whether it takes time.
Told = tuple[str, str, str, str, int, str, str]
MEETINGS: dict[str, Told] = {
    "meetings/2020-07-07/": ("20200707", "TENTATIVE", MEETING, NONE_HELD, 0, "20200706T230000Z", BUSY),
    "meetings/2020-08-08/": ("20200808", "TENTATIVE", MEETING, NONE_HELD, 0, "20200807T230000Z", BUSY),
    "meetings/2021-11-11/": ("20211111", "TENTATIVE", MEETING, NONE_HELD, 0, "20211111T000000Z", BUSY),
    # An action was raised there.
    "meetings/2022-01-13/": ("20220113", "CONFIRMED", MEETING, NONE_HELD, 0, "20220113T000000Z", BUSY),
    # The agenda, the minutes, their approval and two corrections.
    "meetings/2022-02-10/": (
        "20220210T150000Z",
        "CONFIRMED",
        f"{MEETING} (extraordinary)",
        "Held here: agenda, minutes, 3 papers.",
        5,
        "20220525T230000Z",
        BUSY,
    ),
    "meetings/2022-05-26/": (
        "20220526",
        "CONFIRMED",
        MEETING,
        "Held here: minutes.",
        1,
        "20220525T230000Z",
        BUSY,
    ),
}
PLANNED = ("20261210", "CONFIRMED", MEETING, "Held here: agenda.", 1)
TARGETS: dict[str, Told] = {
    "actions/2022/7/": (
        "20220601",
        "CONFIRMED",
        "Target: Action 7.0: Old stock",
        "Target as printed: 1 June 2022. Status: complete.",
        2,
        "20220629T230000Z",
        FREE,
    ),
}
LAST_DAYS: dict[str, Told] = {
    # The response, both copies, and two steps of progress.
    "section-55/night-duty/": (
        "20220228",
        "CONFIRMED",
        "Last day to respond: Night duty",
        f"{DUTY} The response is on record.",
        5,
        "20220221T000000Z",
        FREE,
    ),
    "section-55/weekend-duty/": (
        "20200727",
        "CONFIRMED",
        "Last day to respond: Weekend duty",
        f"{DUTY} The response is on record.",
        2,
        "20200601T230000Z",
        FREE,
    ),
}


def events_of(data: bytes) -> dict[str, dict[str, str]]:
    """The properties of each event, by its UID below the site."""
    calendar = vobject.readOne(data.decode())
    calendar.validate(raiseException=True)
    assert (calendar.version.value, calendar.prodid.value[:11]) == ("2.0", "-//bcbsite/")
    assert calendar.prodid.value.endswith("//EN")
    found = ({p.name: p for p in event.getChildren()} for event in calendar.contents.get("vevent", ()))
    return {
        event["UID"].value.removeprefix(SITE): {name: part.serialize() for name, part in event.items()}
        for event in found
    }


def name_of(data: bytes) -> tuple[str, str]:
    calendar = vobject.readOne(data.decode())
    return calendar.contents["name"][0].value, calendar.contents["x-wr-calname"][0].value


def value(event: Mapping[str, str], name: str) -> str:
    """A property as it is written, without its name and parameters, on one line."""
    if name not in event:
        return ""
    return event[name].replace("\r\n ", "").strip().partition(":")[2].replace("\\,", ",").replace("\\;", ";")


def told(event: Mapping[str, str]) -> Told:
    return (
        value(event, "DTSTART"),
        value(event, "STATUS"),
        value(event, "SUMMARY"),
        value(event, "DESCRIPTION"),
        int(value(event, "SEQUENCE")),
        value(event, "DTSTAMP"),
        value(event, "TRANSP") or BUSY,
    )


def calendars(folder: Path, files: Mapping[str, str | bytes], url: str = SITE) -> dict[str, bytes]:
    archive = load_all(write(folder, files)).public
    assert archive
    return dict(calendar_files(archive, Site.of(archive.board, url)))


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The calendars of the small archive."""
    return calendars(tmp_path_factory.mktemp("known"), FILES)


def test_there_are_four(known: dict[str, bytes]) -> None:
    assert {name: name_of(data) for name, data in known.items()} == {
        "calendar.ics": (MEETING,) * 2,
        "meetings/calendar.ics": (f"{MEETING}: meetings",) * 2,
        "actions/calendar.ics": (f"{MEETING}: targets of actions",) * 2,
        "section-55/calendar.ics": (f"{MEETING}: last days to respond",) * 2,
    }


def test_meetings(known: dict[str, bytes]) -> None:
    """When the agenda of a coming meeting was published, no record says."""
    found = {key: told(event) for key, event in events_of(known["meetings/calendar.ics"]).items()}
    coming = found.pop("meetings/2026-12-10/")
    assert found == MEETINGS
    assert coming[:5] == PLANNED


def test_targets(known: dict[str, bytes]) -> None:
    """A target that is no day is in no calendar."""
    assert {k: told(e) for k, e in events_of(known["actions/calendar.ics"]).items()} == TARGETS


def test_last_days(known: dict[str, bytes]) -> None:
    """A report without a last day has none, nor one that is answered elsewhere."""
    assert {k: told(e) for k, e in events_of(known["section-55/calendar.ics"]).items()} == LAST_DAYS


def test_all_are_in_one(known: dict[str, bytes]) -> None:
    every = events_of(known["calendar.ics"])
    assert set(every) == {*MEETINGS, "meetings/2026-12-10/", *TARGETS, *LAST_DAYS}
    assert value(every["meetings/2022-02-10/"], "LOCATION") == "Room 2"
    assert value(every["meetings/2022-02-10/"], "URL") == f"{SITE}meetings/2022-02-10/"
    assert "LOCATION" not in every["meetings/2026-12-10/"]
    assert "DATE" in every["actions/2022/7/"]["DTSTART"]


LOG = "actions:\n  - {id: 2022/1, raised: 2022-02-10, action: Go., owners: [A]MORE}\n"
REPORT = "---\nreport: A\npublished: 2022-03-03\nMORE\n---\n"
# Files, the entry, and how its description ends, its sequence, and when it changed.
CASES: dict[str, tuple[dict[str, str], str, str, int, str]] = {
    "an action with a day and no event": (
        {"actions.yaml": LOG.replace("MORE", ", target: 2022-04-04")},
        "actions/2022/1/",
        "Status: not stated.",
        0,
        "20220210T000000Z",
    ),
    "an agenda alone": (
        {f"{FEBRUARY}/agenda.md": "---\ndate: 2022-02-10\n---\n\n## 1. A\n"},
        "meetings/2022-02-10/",
        "Held here: agenda.",
        1,
        "20210209T000000Z",
    ),
    "minutes that are not approved, with a correction": (
        {f"{FEBRUARY}/minutes.md": "---\ndate: 2022-02-10\nerrata: [{date: 2022-03-03, what: A.}]\n---\n\n1.1 A.\n"},
        "meetings/2022-02-10/",
        "Held here: minutes.",
        2,
        "20220303T000000Z",
    ),
    "a paper alone": (
        {f"{FEBRUARY}/papers/a.md": "---\ntitle: A\n---\n"},
        "meetings/2022-02-10/",
        "Held here: 1 paper.",
        0,
        "20210209T000000Z",
    ),
    "a report of which nothing else is known": (
        {"section-55/a.md": REPORT.replace("MORE\n", "")},
        "section-55/a/",
        "No publication of a response is on record here.",
        0,
        "20220303T000000Z",
    ),
    "a copy and no response": (
        {"section-55/a.md": REPORT.replace("MORE", "response: {sent_to_home_secretary: 2022-04-04}")},
        "section-55/a/",
        "No publication of a response is on record here.",
        1,
        "20220303T000000Z",
    ),
    "the other copy and a response without a day": (
        {"section-55/a.md": REPORT.replace("MORE", "response: {published: yes, sent_to_inspectorate: yes}")},
        "section-55/a/",
        "The response is on record.",
        2,
        "20220303T000000Z",
    ),
    "a response before its report's embargo": (
        {"section-55/a.md": REPORT.replace("MORE", "publish_at: 2022-05-05 12:00\nresponse: {published: 2022-04-04}")},
        "section-55/a/",
        "The response is on record.",
        1,
        "20220505T110000Z",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_entries(tmp_path: Path, case: str) -> None:
    files, key, ends, sequence, changed = CASES[case]
    event = events_of(calendars(tmp_path, files)["calendar.ics"])[key]
    assert value(event, "DESCRIPTION").endswith(ends)
    assert (value(event, "SEQUENCE"), value(event, "DTSTAMP")) == (str(sequence), changed)


def test_a_meeting_that_is_planned_is_tentative_until_something_of_it_is_held(tmp_path: Path) -> None:
    minutes = "---\ndate: 2022-02-10\n---\n\n1.1 The next Board will be on 10 December 2026.\n"
    event = events_of(calendars(tmp_path, {f"{FEBRUARY}/minutes.md": minutes})["calendar.ics"])[
        "meetings/2026-12-10/"
    ]
    assert (value(event, "STATUS"), value(event, "DESCRIPTION")) == ("TENTATIVE", NONE_HELD)


def test_a_site_without_an_address_has_none_in_its_entries(tmp_path: Path) -> None:
    events = events_of(calendars(tmp_path, FILES, "")["calendar.ics"])
    assert all(key.startswith("urn:uuid:") for key in events)
    assert not any("URL" in event for event in events.values())
