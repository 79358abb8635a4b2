"""The entries of the feeds, written out by hand for an archive in which no two values are the same."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import feedparser
import pytest

from bcbsite.exports.feeds.entries import Entries
from bcbsite.exports.feeds.files import feed_files
from bcbsite.exports.site import Site
from conftest import load_all, write
from known_archive import FEBRUARY, FILES, MAY
from known_archive import MINUTES as FEBRUARY_MINUTES

SITE = "https://example.org/board/"
AGENDA, MINUTES, PAPERS = f"{FEBRUARY}/agenda/", f"{FEBRUARY}/minutes/", f"{FEBRUARY}/papers/"
DRAFT, PLANS = f"{MAY}/minutes/", "meetings/2026-12-10/agenda/"
NIGHT = "section-55/night-duty/"


@dataclass(frozen=True)
class Told:
    """An entry as a feed reader has it."""

    key: str
    """Its id, below the site."""
    title: str
    published: str
    updated: str
    lines: tuple[str, ...]
    """The words, a paragraph or an entry of a list each."""
    links: tuple[str, ...] = ()
    """Where those lead, below the site or elsewhere."""
    address: str = ""
    """Where the entry leads, if that is not its id."""


OF_MINUTES = ("2022-02-17T17:00:00+00:00", "2022-05-26T00:00:00+01:00")
"""The minutes of February were published at their `publish_at`, and changed when they were approved."""
IN_MAY = ("2022-05-26T00:00:00+01:00",) * 2
BOARD, READ = ("By: the Board", "In law: outcome of the board"), "Known from: read from the text"
RAISED = "Raised at: meeting of 10 February 2022, 2.1"

SOLD = [
    Told(
        "actions/2022/7/#2022-06-30",
        "Action 7.0: Old stock (complete, 30 June 2022)",
        "2022-06-30T00:00:00+01:00",
        "2022-06-30T00:00:00+01:00",
        ("All are sold.", "Status: complete"),
        address="actions/2022/7/#event-2",
    ),
    Told(
        "actions/2022/7/",
        "Action 7.0: Old stock",
        *OF_MINUTES,
        (
            "Chief Constable to sell old stock.",
            "Owner: Chief Constable; the Force",
            "Target: 31 March 2022",
            RAISED,
        ),
        (f"{MINUTES}#p2-1",),
    ),
    Told(
        "actions/2022/7/#2022-05-26",
        "Draft: Action 7.0: Old stock (ongoing, 26 May 2022)",
        *IN_MAY,
        (
            "Four were sold.",
            "Status: ongoing",
            "New target: 1 June 2022",
            "Reported at: meeting of 26 May 2022, 4.1",
        ),
        (f"{DRAFT}#p4-1",),
        "actions/2022/7/#event-1",
    ),
]
TRAINED = Told(
    "actions/2022/8/",
    "Draft: Action 8.0: Train them",
    *IN_MAY,
    ("Train them.", "Owner: Cy Cox", "Raised at: meeting of 26 May 2022, 5.1"),
    (f"{DRAFT}#p5-1",),
)
COUNTED = [
    Told(
        "actions/2021/3/",
        "Action: Count the budget",
        "2022-01-13T00:00:00+00:00",
        "2022-01-13T00:00:00+00:00",
        ("Count the budget.", "Target: next Board", "Raised at: meeting of 13 January 2022, 9"),
        ("meetings/2022-01-13/",),
    ),
    Told(
        "actions/2021/3/#no-day",
        "Action: Count the budget (update, six-monthly)",
        "2022-01-13T00:00:00+00:00",
        "2022-01-13T00:00:00+00:00",
        ("It is done in turns.", "New target: whenever"),
        address="actions/2021/3/#event-1",
    ),
]
DECIDED = [
    Told(
        f"{MINUTES}#p2-2",
        "Endorsed: Fleet (10 February 2022, 2.2)",
        *OF_MINUTES,
        (
            "Six vans for £120k, and 4 boats for £35,000.",
            "By: The Commissioner, in January",
            "In law: decision of the office",
            "Amounts as printed: £120k, £35,000",
            "Known from: stated with the minutes",
            "Notice: WS-3",
        ),
        ("decisions/WS-3/",),
    ),
    Told(
        f"{MINUTES}#p2-3-1;2",
        "Approved: Boats (10 February 2022, 2.3.1)",
        *OF_MINUTES,
        ("The Board approved the repairs.", *BOARD, READ),
        address=f"{MINUTES}#p2-3-1",
    ),
    Told(
        f"{MINUTES}#p3-1",
        "Agreed: Minutes of the Board on 13 January 2022 (10 February 2022, 3.1)",
        *OF_MINUTES,
        (
            "The minutes were agreed.",
            "By: Deputy Commissioner",
            "In law: decision by delegation",
            READ,
            "Notice: WS-1",
        ),
        ("decisions/WS-1/",),
    ),
    Told(
        f"{DRAFT}#p1-1",
        "Draft: Approved: Minutes of the Board on 10 February 2022 (26 May 2022, 1.1)",
        *IN_MAY,
        ("The minutes of the Board on 10 February 2022 were approved.", *BOARD, READ),
    ),
    Told(
        f"{DRAFT}#p5-1",
        "Draft: Deferred: Dog handlers (26 May 2022, 5.1)",
        *IN_MAY,
        ("The Board deferred the budget.", *BOARD, READ),
    ),
    Told(
        "decisions/WS-2/",
        "Decided: Undated (8 August 2020)",
        "2020-08-08T00:00:00+01:00",
        "2020-08-08T00:00:00+01:00",
        ("For £1 and £2m.", "Amounts as printed: £1, £2m", "Known from: decision notice", "Notice: WS-2"),
        ("decisions/WS-2/",),
    ),
]
INSPECTED = [
    Told(
        f"{NIGHT}#2022-05-26",
        "Draft: Progress on Night duty, cause OF concern 2 (26 May 2022)",
        *IN_MAY,
        ("Two had gone.", "Reported at: meeting of 26 May 2022, 4.1"),
        (f"{DRAFT}#p4-1",),
        f"{NIGHT}#progress-1",
    ),
    Told(
        f"{NIGHT}#response",
        "Response to the report “Night duty”",
        "2022-02-21T00:00:00+00:00",
        "2022-02-21T00:00:00+00:00",
        ("First words.", "I welcome it.", "We accept it.", "Thank you.", "It took a year."),
        address=NIGHT,
    ),
    Told(
        NIGHT,
        "Night duty",
        "2022-01-04T00:00:00+00:00",
        "2022-01-04T00:00:00+00:00",
        (
            "Inspectorate: HMICFRS",
            "Published: 4 January 2022",
            "Last day to respond: 28 February 2022",
            "Report: https://example.org/night",
            "Recommendation 5",
            "Train the night shift.",
            "Cause of concern 2",
            "Doors stand open.",
        ),
        ("https://example.org/night",),
    ),
    Told(
        f"{NIGHT}#2021-11-11",
        "Progress on Night duty (11 November 2021)",
        "2021-11-11T00:00:00+00:00",
        "2021-11-11T00:00:00+00:00",
        ("All was read.", "Reported at: meeting of 11 November 2021, 3"),
        ("meetings/2021-11-11/",),
        f"{NIGHT}#progress-2",
    ),
    Told(
        "section-55/day-duty/",
        "Day duty",
        "2021-06-01T00:00:00+01:00",
        "2021-06-01T00:00:00+01:00",
        ("Published: 1 June 2021", "Last day to respond: 26 July 2021"),
    ),
    Told(
        "section-55/weekend-duty/",
        "Weekend duty",
        "2020-06-02T00:00:00+01:00",
        "2020-06-02T00:00:00+01:00",
        ("Published: 2 June 2020", "Last day to respond: 27 July 2020"),
    ),
]
WRITTEN = [
    Told(
        MINUTES,
        "Minutes of 10 February 2022",
        *OF_MINUTES,
        ("2 Fleet", "2.3 Boats", "3 Minutes of the Board on 13 January 2022"),
    ),
    Told(
        DRAFT,
        "Draft: Minutes of 26 May 2022",
        *IN_MAY,
        ("1 Minutes of the Board on 10 February 2022", "4 Log", "5 Dog handlers"),
    ),
    Told(
        f"{PAPERS}03-later/",
        "Later (paper of 10 February 2022)",
        "2022-02-11T10:00:00+00:00",
        "2022-02-11T10:00:00+00:00",
        (),
    ),
    Told(
        f"{PAPERS}02-stock/",
        "New stock (paper of 10 February 2022)",
        "2022-02-10T00:00:00+00:00",
        "2022-02-10T00:00:00+00:00",
        ("From: Fleet manager", "1 Purpose"),
    ),
    Told(
        f"{PAPERS}live-operation/",
        "Live operation (paper of 10 February 2022)",
        "2022-02-10T00:00:00+00:00",
        "2022-02-10T00:00:00+00:00",
        ("Withheld: It could do harm.",),
    ),
    Told(
        AGENDA,
        "Agenda of 10 February 2022",
        "2022-02-03T09:15:00+00:00",
        "2022-02-03T09:15:00+00:00",
        ("1 Welcome", "2 Fleet"),
    ),
]
# Items of topics: the paragraphs with their numbers.
BOATS = Told(
    f"{MINUTES}#item-2-3",
    "2.3 Boats (minutes of 10 February 2022)",
    *OF_MINUTES,
    ("2.3.1", "The Board noted the report. The Board approved the repairs."),
)
FLEET = Told(
    f"{MINUTES}#item-2",
    "2 Fleet (minutes of 10 February 2022)",
    *OF_MINUTES,
    (
        "2.1",
        "The list is elsewhere and above, said Al.",
        "Action 7.0: Chief Constable to sell old stock.",
        "2.2",
        "Six vans for £120k, and 4 boats for £35,000.",
    ),
    ("https://example.org/list", f"{MINUTES}#item-2", "people/al-ash/"),
)
DOGS = Told(
    f"{DRAFT}#item-5",
    "Draft: 5 Dog handlers (minutes of 26 May 2022)",
    *IN_MAY,
    ("5.1", "The Board deferred the budget.", "5.2", "Of Action 7.0 nothing is known."),
    ("actions/2022/7/",),
)
FEEDS: dict[str, tuple[str, list[Told]]] = {
    "decisions/": ("decisions", DECIDED),
    "actions/": ("actions", [*SOLD, TRAINED, *COUNTED]),
    "section-55/": ("inspections", INSPECTED),
    "topics/vehicles/": ("Vehicles and boats", [FLEET, BOATS]),
    "topics/money/": ("Money", [DOGS, *COUNTED]),
    "topics/dogs/": ("Dogs", [TRAINED, DOGS]),
    "actions/2022/7/": ("Action 7.0: Old stock", SOLD),
    "actions/2021/3/": ("Action: Count the budget", COUNTED),
    "actions/2022/8/": ("Action 8.0: Train them", [TRAINED]),
    "posts/chief-constable/": ("actions of the Chief Constable", SOLD),
    "posts/commissioner/": ("actions of the Commissioner", []),
    "posts/deputy/": ("actions of the Deputy", []),
}


def feeds_of(folder: Path, files: Mapping[str, str | bytes], site_url: str = SITE) -> dict[str, bytes]:
    archive = load_all(write(folder, files)).public
    assert archive
    return dict(feed_files(archive, Site.of(archive.board, site_url)))


def read(data: bytes) -> Any:
    found = feedparser.parse(data)
    assert not found.bozo, found.bozo_exception
    return found


def told(entry: Any) -> Told:
    html = entry.content[0].value
    lines = (unescape(re.sub(r"<[^>]*>", "", part)).strip() for part in re.split(r"</(?:p|li|h\d)>", html))
    links = re.findall(r'href="([^"]*)"', html)
    key, address = entry.id.removeprefix(SITE), entry.link.removeprefix(SITE)
    return Told(
        key,
        entry.title,
        entry.published,
        entry.updated,
        tuple(" ".join(line.split()) for line in lines if line),
        tuple(unescape(link).removeprefix(SITE) for link in links),
        "" if address == key else address,
    )


@pytest.fixture(scope="module")
def feeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The feeds of the small archive, by the addresses of their pages."""
    found = feeds_of(tmp_path_factory.mktemp("known"), FILES)
    return {name.removesuffix("feed.xml"): read(data) for name, data in found.items()}


def newest_first(entries: list[Told]) -> list[Told]:
    return sorted(sorted(entries, key=lambda told: told.key), key=lambda told: told.updated, reverse=True)


def test_each_feed_has_its_entries(feeds: dict[str, Any]) -> None:
    assert list(feeds) == ["", *list(FEEDS)[:6], "topics/to-come/", *list(FEEDS)[6:]]


@pytest.mark.parametrize("page", FEEDS)
def test_entries(feeds: dict[str, Any], page: str) -> None:
    title, entries = FEEDS[page]
    assert feeds[page].feed.title == f"Business Board: {title}"
    assert [told(entry) for entry in feeds[page].entries] == newest_first(entries)


def test_everything_is_in_the_feed_of_the_home_page(feeds: dict[str, Any]) -> None:
    """A coming agenda is in it too; when that was published, no record says."""
    found = [told(entry) for entry in feeds[""].entries]
    [coming] = [entry for entry in found if entry.key == PLANS]
    assert (coming.title, coming.lines) == ("Agenda of 10 December 2026", ("1 Plans",))
    everything = [*WRITTEN, *DECIDED, *SOLD, TRAINED, *COUNTED, *INSPECTED]
    assert [entry for entry in found if entry is not coming] == newest_first(everything)


def test_an_item_of_an_agenda_says_so(feeds: dict[str, Any]) -> None:
    [entry] = feeds["topics/to-come/"].entries
    assert (entry.title, entry.id) == ("1 Plans (agenda of 10 December 2026)", f"{SITE}{PLANS}#item-1")


def test_a_feed_says_whose_it_is_and_where(feeds: dict[str, Any]) -> None:
    feed = feeds["actions/2022/7/"].feed
    assert (feed.id, feed.author) == (f"{SITE}actions/2022/7/feed.xml", "Business Board")
    assert (feed.rights, feed.language) == ("Open Licence https://example.org/licence", "en-GB")
    links = {link.rel: link.href for link in feed.links}
    assert links == {"self": f"{SITE}actions/2022/7/feed.xml", "alternate": f"{SITE}actions/2022/7/"}
    assert feed.updated == "2022-06-30T00:00:00+01:00"
    # Without entries: that of the newest minutes.
    assert feeds["posts/deputy/"].feed.updated == "2022-05-26T00:00:00+01:00"
    assert feeds[""].feed.title == "Business Board: all that is new"
    home = {link.rel: link.href for link in feeds[""].feed.links}
    assert home == {"self": f"{SITE}feed.xml", "alternate": SITE}


def test_without_an_address_links_begin_at_the_feed(tmp_path: Path) -> None:
    files = feeds_of(tmp_path, FILES, "")
    home, action = files["feed.xml"].decode(), files["actions/2022/7/feed.xml"].decode()
    assert '<link href="./" rel="alternate"' in home
    assert '<link href="feed.xml" rel="self"' in home
    assert f'<link href="{MINUTES}#p2-2" rel="alternate"' in home
    assert '<link href="../../../actions/2022/7/" rel="alternate"' in action
    assert f"../../../{DRAFT}#p4-1" in action
    assert "<id>urn:uuid:" in action


def test_no_licence_is_no_rights(tmp_path: Path) -> None:
    files = {"board.yaml": "name: Board\narea: Kent\nlicence: {name: Open}\n"}
    assert read(feeds_of(tmp_path / "one", files)["feed.xml"]).feed.rights == "Open"
    assert "rights" not in read(feeds_of(tmp_path / "other", {})["feed.xml"]).feed


LOG = "actions:\n  - {id: 2022/1, raised: 2022-02-10, action: Go., owners: [A]MORE}\n"
REPORT = "---\nreport: A\nMORE\n---\n"
LATE = "publish_at: 2022-04-04 10:00"
EMBARGOED, ON_THE_DAY = "2022-04-04T10:00:00+01:00", "2022-02-10T00:00:00+00:00"
FINAL = {f"{FEBRUARY}/minutes.md": "---\ndate: 2022-02-10\n---\n\n## 1. A\n\n1.1 B.\n"}
DEFERRED = {
    f"{MAY}/minutes.md": "---\ndate: 2022-05-26\n---\n\n## 1. Minutes of the Board on 10 February 2022\n\n1.1 They were deferred.\n"
}
APPROVED = {
    f"{FEBRUARY}/minutes.md": FINAL[f"{FEBRUARY}/minutes.md"].replace("\n---", "\nstatus: approved\n---", 1)
}
# Files, the key of an entry, and when it was published and changed.
DATES: dict[str, tuple[dict[str, str], str, str, str]] = {
    "an action with an embargo": (
        {"actions.yaml": LOG.replace("MORE", f", {LATE}")},
        "actions/2022/1/",
        EMBARGOED,
        EMBARGOED,
    ),
    "an action whose minutes were published later": (
        {
            "actions.yaml": LOG.replace("MORE", ", publish_at: 2022-02-11"),
            f"{FEBRUARY}/minutes.md": FEBRUARY_MINUTES.replace(
                'decisions: [{at: "2.2", kind: endorsed, by: The Commissioner, when: in January}]\n', ""
            ).replace("(person:al-ash)", "(https://example.org/)"),
        },
        "actions/2022/1/",
        "2022-02-17T17:00:00+00:00",
        "2022-02-17T17:00:00+00:00",
    ),
    "an action of a meeting of which an agenda is held": (
        {"actions.yaml": LOG.replace("MORE", ""), f"{FEBRUARY}/agenda.md": "---\ndate: 2022-02-10\n---\n"},
        "actions/2022/1/",
        ON_THE_DAY,
        ON_THE_DAY,
    ),
    "an event of a day": (
        {"actions.yaml": LOG.replace("MORE", ", events: [{on: 2022-03-03, update: U.}]")},
        "actions/2022/1/#2022-03-03",
        "2022-03-03T00:00:00+00:00",
        "2022-03-03T00:00:00+00:00",
    ),
    "an event with an embargo": (
        {"actions.yaml": LOG.replace("MORE", f", events: [{{on: 2022-03-03, update: U., {LATE}}}]")},
        "actions/2022/1/#2022-03-03",
        EMBARGOED,
        EMBARGOED,
    ),
    "an event of a meeting, with an embargo": (
        {"actions.yaml": LOG.replace("MORE", f", events: [{{meeting: 2022-03-03, update: U., {LATE}}}]")},
        "actions/2022/1/#2022-03-03",
        EMBARGOED,
        EMBARGOED,
    ),
    "the second event of a day": (
        {
            "actions.yaml": LOG.replace(
                "MORE", ", events: [{on: 2022-03-03, update: U.}, {on: 2022-03-03, update: V.}]"
            )
        },
        "actions/2022/1/#2022-03-03;2",
        "2022-03-03T00:00:00+00:00",
        "2022-03-03T00:00:00+00:00",
    ),
    "an event of the day of the build": (
        {"actions.yaml": LOG.replace("MORE", ", events: [{on: 2026-11-01, update: U.}]")},
        "actions/2022/1/#2026-11-01",
        "2026-11-01T00:00:00+00:00",
        "2026-11-01T00:00:00+00:00",
    ),
    "an agenda with minutes of earlier and none of later meetings": (
        {
            "meetings/2021-12-02/minutes.md": "---\ndate: 2021-12-02\n---\n",
            "meetings/2022-01-13/minutes.md": "---\ndate: 2022-01-13\n---\n",
            f"{FEBRUARY}/agenda.md": "---\ndate: 2022-02-10\n---\n",
            f"{MAY}/agenda.md": "---\ndate: 2022-05-26\n---\n",
        },
        f"{FEBRUARY}/agenda/",
        "2022-01-13T00:00:00+00:00",
        "2022-01-13T00:00:00+00:00",
    ),
    "a coming agenda with minutes of the day of the build": (
        {
            "meetings/2026-10-01/minutes.md": "---\ndate: 2026-10-01\n---\n",
            "meetings/2026-11-01/minutes.md": "---\ndate: 2026-11-01\n---\n",
            f"{PLANS.removesuffix('/')}.md": "---\ndate: 2026-12-10\n---\n",
        },
        PLANS,
        "2026-11-01T00:00:00+00:00",
        "2026-11-01T00:00:00+00:00",
    ),
    "an event of a day to come": (
        {"actions.yaml": LOG.replace("MORE", ", events: [{on: 2027-03-03, update: U.}]")},
        "actions/2022/1/#2027-03-03",
        "2027-03-03T00:00:00+00:00",
        "2027-03-03T00:00:00+00:00",
    ),
    "a report with an embargo": (
        {"section-55/a.md": REPORT.replace("MORE", f"published: 2022-03-03\n{LATE}")},
        "section-55/a/",
        EMBARGOED,
        EMBARGOED,
    ),
    "a report of which only a meeting is known": (
        {"section-55/a.md": REPORT.replace("MORE", "considered_at: [2022-03-03, 2022-02-10]")},
        "section-55/a/",
        ON_THE_DAY,
        ON_THE_DAY,
    ),
    "a report of which only the response is known": (
        {
            "section-55/a.md": REPORT.replace(
                "MORE", "response: {published: 2022-03-03}\nconsidered_at: [2022-05-05]"
            )
        },
        "section-55/a/",
        "2022-03-03T00:00:00+00:00",
        "2022-03-03T00:00:00+00:00",
    ),
    "a report of which only progress is known": (
        {"section-55/a.md": REPORT.replace("MORE", "progress: [{meeting: 2022-03-03, what: W.}]")},
        "section-55/a/",
        "2022-03-03T00:00:00+00:00",
        "2022-03-03T00:00:00+00:00",
    ),
    "a report that was considered before its own day": (
        {"section-55/a.md": REPORT.replace("MORE", "published: 2022-03-03\nconsidered_at: [2022-02-10]")},
        "section-55/a/",
        "2022-03-03T00:00:00+00:00",
        "2022-03-03T00:00:00+00:00",
    ),
    "a response before the embargo of its report": (
        {"section-55/a.md": REPORT.replace("MORE", f"response: {{published: 2022-03-03}}\n{LATE}")},
        "section-55/a/#response",
        EMBARGOED,
        EMBARGOED,
    ),
    "progress before the embargo of its report": (
        {"section-55/a.md": REPORT.replace("MORE", f"progress: [{{meeting: 2022-03-03, what: W.}}]\n{LATE}")},
        "section-55/a/#2022-03-03",
        EMBARGOED,
        EMBARGOED,
    ),
    "a notice with an embargo": (
        {"decisions/a.md": f"---\nreference: A\ntitle: A\ndate: 2022-03-03\n{LATE}\n---\n\nA.\n"},
        "decisions/A/",
        EMBARGOED,
        EMBARGOED,
    ),
    "minutes whose approval was put off": (APPROVED | DEFERRED, MINUTES, ON_THE_DAY, ON_THE_DAY),
    "an action of minutes whose approval was put off": (
        APPROVED | DEFERRED | {"actions.yaml": LOG.replace("MORE", "")},
        "actions/2022/1/",
        ON_THE_DAY,
        ON_THE_DAY,
    ),
    "minutes that are not said to be approved": (
        FINAL | {name: text.replace("deferred", "approved") for name, text in DEFERRED.items()},
        MINUTES,
        ON_THE_DAY,
        ON_THE_DAY,
    ),
}


@pytest.mark.parametrize("case", DATES)
def test_dates_are_those_of_the_records(tmp_path: Path, case: str) -> None:
    files, key, published, updated = DATES[case]
    found = [told(entry) for entry in read(feeds_of(tmp_path, files)["feed.xml"]).entries]
    assert [(entry.published, entry.updated) for entry in found if entry.key == key] == [(published, updated)]


def test_an_event_without_a_day_says_so(tmp_path: Path) -> None:
    log = LOG.replace("MORE", ", events: [{meeting: 2022-03-03, update: U.}, {on: later, update: V.}]")
    entries = read(feeds_of(tmp_path, {"actions.yaml": log})["feed.xml"]).entries
    assert sorted(entry.title for entry in entries) == [
        "Action: Go",
        "Action: Go (update, 3 March 2022)",
        "Action: Go (update, later)",
    ]


def test_a_decision_outside_of_any_item_says_what_it_is(tmp_path: Path) -> None:
    text = "---\ndate: 2022-02-10\n---\n\n1.1 The Board approved the budget.\n"
    entries = read(feeds_of(tmp_path, {f"{FEBRUARY}/minutes.md": text})["decisions/feed.xml"]).entries
    assert [entry.title for entry in entries] == ["Approved: a decision (10 February 2022, 1.1)"]


def test_a_report_leads_to_the_paragraph_that_names_the_action(tmp_path: Path) -> None:
    """Where the log has only its meeting."""
    files = {
        "actions.yaml": LOG.replace("MORE", ", number: '1.0', events: [{meeting: 2022-05-26, update: U.}]"),
        f"{MAY}/minutes.md": "---\ndate: 2022-05-26\n---\n\n## 4. Log\n\n4.1 On Action 1.0 they waited.\n",
    }
    entries = {entry.key: entry for entry in map(told, read(feeds_of(tmp_path, files)["feed.xml"]).entries)}
    event = entries["actions/2022/1/#2022-05-26"]
    assert event.lines == ("U.", "Reported at: meeting of 26 May 2022")
    assert event.links == (f"{DRAFT}#p4-1",)


def test_of_a_topic_the_newest_items_and_actions_are_told(tmp_path: Path) -> None:
    archive = load_all(write(tmp_path, FILES)).public
    assert archive
    [money] = [record for record in archive.topics if record.topic.title == "Money"]
    [vehicles] = [record for record in archive.topics if record.topic.title == "Vehicles and boats"]
    counted = ["actions/2021/3/", "actions/2021/3/#no-day"]
    for record, at_most, keys in [
        (vehicles, 2, [FLEET.key, BOATS.key]),
        (vehicles, 1, [FLEET.key]),
        (money, 1, [DOGS.key, *counted]),
        (money, 0, []),
    ]:
        assert [entry.key for entry in Entries(archive).of_topic(record, at_most)] == keys


def test_a_feed_of_nothing_is_older_than_all_records(tmp_path: Path) -> None:
    """The UK had summer time throughout that winter."""
    assert read(feeds_of(tmp_path, {})["feed.xml"]).feed.updated == "1970-01-01T00:00:00+01:00"


def test_what_has_no_day_is_in_no_feed(tmp_path: Path) -> None:
    files = {
        "section-55/a.md": REPORT.replace("MORE", "response: {published: yes}"),
        "decisions/a.md": "---\nreference: A\ntitle: A\n---\n\nA.\n",
    }
    assert read(feeds_of(tmp_path, files)["feed.xml"]).entries == []


LINKED = {
    "actions.yaml": LOG.replace("Go.", "'Go [on](#there).'").replace(
        "MORE", ", target: soon, events: [{meeting: 2022-03-03, update: 'It [went](#here).'}]"
    ),
    "section-55/a.md": REPORT.replace(
        "MORE", "published: 2022-03-03\nprogress: [{meeting: 2022-04-04, what: 'It [goes](#there).'}]"
    )
    + "\n## Recommendation 1\n\n> Go.\n",
    f"{FEBRUARY}/agenda.md": "---\ndate: 2022-02-10\n---\n\n## 1. A\n\n## 2. B\n",
}
HTML = {
    "actions/2022/1/": f'<p>Go <a href="{SITE}actions/2022/1/#there">on</a>.</p> <p>Owner: A</p> <p>Target: soon</p> '
    f'<p>Raised at: <a href="{SITE}meetings/2022-02-10/">meeting of 10 February 2022</a></p>',
    "actions/2022/1/#2022-03-03": f'<p>It <a href="{SITE}actions/2022/1/#here">went</a>.</p> '
    f'<p>Reported at: <a href="{SITE}meetings/2022-03-03/">meeting of 3 March 2022</a></p>',
    "section-55/a/": "<p>Published: 3 March 2022</p> <p>Last day to respond: 27 April 2022</p> "
    "<p><strong>Recommendation 1</strong></p> <blockquote><p>Go.</p></blockquote>",
    "section-55/a/#2022-04-04": f'<p>It <a href="{SITE}section-55/a/#there">goes</a>.</p> '
    f'<p>Reported at: <a href="{SITE}meetings/2022-04-04/">meeting of 4 April 2022</a></p>',
    f"{FEBRUARY}/agenda/": "<ul> <li>1 A</li> <li>2 B</li> </ul>",
}


@pytest.mark.parametrize("key", HTML)
def test_how_an_entry_is_written(tmp_path: Path, key: str) -> None:
    feed = read(feeds_of(tmp_path, LINKED)["feed.xml"])
    [html] = [entry.content[0].value for entry in feed.entries if entry.id == f"{SITE}{key}"]
    assert re.sub(r">\s*<", "><", html) == re.sub(r">\s*<", "><", HTML[key])


def test_a_feed_has_fifty_entries_and_that_of_an_action_all(tmp_path: Path) -> None:
    events = ", ".join(f"{{on: 20{year:02}-03-03, update: U.}}" for year in range(10, 26) for _ in range(4))
    board = "name: Board\narea: Kent\ntopics: [{id: go, title: Go, terms: [go]}]\n"
    files = {"actions.yaml": LOG.replace("MORE", f", events: [{events}]"), "board.yaml": board}
    counts = {name: len(read(data).entries) for name, data in feeds_of(tmp_path, files).items()}
    assert counts == {
        "feed.xml": 50,
        "decisions/feed.xml": 0,
        "actions/feed.xml": 50,
        "section-55/feed.xml": 0,
        "topics/go/feed.xml": 50,
        "actions/2022/1/feed.xml": 65,
    }


def test_signs_that_xml_cannot_hold_are_left_out(tmp_path: Path) -> None:
    board = 'name: "Bo\\u0001ard\\uFFFE"\narea: Kent\n'
    minutes = FINAL[f"{FEBRUARY}/minutes.md"].replace("1. A", "1. A\x0b\x0c\x1f\x08Z")
    feed = read(feeds_of(tmp_path, {"board.yaml": board, f"{FEBRUARY}/minutes.md": minutes})["feed.xml"])
    assert (feed.feed.author, feed.feed.title) == ("Board", "Board: all that is new")
    assert next(told(entry).lines for entry in feed.entries)[0].startswith("1 A")
