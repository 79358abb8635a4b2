"""Small records with what is right of each: read as a careful clerk would read them, or told of; never silence.

`tests/cases/README.md` explains the table. A case in `tests/cases/open.txt` is known not to be right yet, and
must fail; whoever mends it takes its line out.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Span
from bcbsite.exports.calendars import calendar_files
from bcbsite.exports.feeds.files import feed_files
from bcbsite.exports.site import Site
from bcbsite.host.build import build_site
from bcbsite.model.reference import Reference
from bcbsite.pipeline import load
from case_judging import CHECKED, OTHERWISE, Judge, all_of, fits, unmatched
from case_reading import AS_AT, CASES, MINUTES, Case, Reading, all_cases, open_cases, words
from conftest import served

ABOUT = {"id", "kind", "input", "make", "seen", "right", "page"}
"""The keys that say nothing that could be wrong."""
FEED = "feed-coming-agenda"
"""The case that no key can say: it is built on three days."""

CASE = {case.id: case for case in all_cases()}
OPEN = open_cases()


def params(ids: list[str]) -> list[Any]:
    """The cases with these *ids*; the test of an open one must fail."""
    return [pytest.param(CASE[id_], id=id_, marks=[_must_fail(id_)] if id_ in OPEN else []) for id_ in ids]


def _must_fail(id_: str) -> pytest.MarkDecorator:
    why = f"once {id_} is right, take its line out of tests/cases/open.txt"
    return pytest.mark.xfail(reason=why, raises=AssertionError, strict=True)


SEARCHED = [id_ for id_, case in CASE.items() if "finds" in case.keys]


def test_the_table_is_whole() -> None:
    """So that nothing is passed over because a name in it is mistyped."""
    assert [id_ for id_, times in Counter(case.id for case in all_cases()).items() if times > 1] == []
    for case in CASE.values():
        keys = case.keys.keys()
        assert keys <= {*ABOUT, *CHECKED, "finds"}, case.id
        assert keys & {*CHECKED, "finds"} or case.id == FEED, case.id
        of_told = {name for line in case.keys.get("or_told", ()) for name in all_of(line["for"])}
        assert of_told <= {*keys, *OTHERWISE}, case.id
    folders = {path for path in CASES.iterdir() if path.is_dir() and path.name != "reading"}
    assert {CASES / case.keys["input"] for case in CASE.values()} == {
        *folders,
        *(CASES / "reading").iterdir(),
    }
    assert sorted({*OPEN} & CASE.keys()) == OPEN


@pytest.mark.parametrize("case", params([id_ for id_ in CASE if id_ not in (*SEARCHED, FEED)]))
def test_case(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    reading = Reading(tmp_path, case.keys.get("page"))
    judge = Judge(case, reading)
    faults = [fault for key in case.keys if key in CHECKED for fault in judge.faults(key)]
    assert not faults, "\n".join(["", *faults, reading.account(), f"right: {case.keys['right']}"])


AS_THE_CONTRACT_ASKS = {
    "heading-without-a-space": ("8.N", "8. N"),
    "heading-by-a-line-below": ("\n---\n\n2.2", "\n\n---\n\n2.2"),
    "decision-then-next-item": ("\n1. Matters", "\n## 1. Matters"),
    "decision-then-a-motion": ("first.\n", "first.\n\n"),
    "code-indented": ("\n    ", "\n"),
    "code-open-fence": ("~~~", ""),
    "blanks-vanish": ("__", r"\_\_"),
}
"""The mistake of a case, and how it should have been written."""


@pytest.mark.parametrize("id_", AS_THE_CONTRACT_ASKS)
def test_a_case_without_its_mistake_is_right(id_: str, tmp_path: Path) -> None:
    """So that a test fails because of the mistake, and not because nothing would pass."""
    case, (wrong, cure) = CASE[id_], AS_THE_CONTRACT_ASKS[id_]
    case.write(tmp_path)
    minutes = tmp_path / MINUTES
    text = minutes.read_text("utf-8")
    assert wrong in text
    minutes.write_text(text.replace(wrong, cure), "utf-8")
    judge = Judge(case, Reading(tmp_path))
    assert [fault for key in case.keys if key in CHECKED for fault in judge.faults(key)] == []


LOST = {
    "at": "8.1",
    "kind": ["lost", "rejected"],
    "by": "the Board",
    "text": "that it be sold",
    "without": "bought",
}
READ = {"at": "8.1", "kind": "lost", "by": "The Board", "text": "Motion: that it be\nsold. Lost.", "look": ""}


@pytest.mark.parametrize(
    ("other", "fits_it"),
    [
        ({}, True),
        ({"kind": "rejected"}, True),
        ({"kind": "agreed"}, False),
        ({"look": "good"}, False),
        ({"at": "8.10"}, False),
        ({"at": None}, False),
        ({"by": None}, False),
        ({"by": "the Commissioner"}, False),
        ({"text": "That it be sold"}, False),
        ({"text": "that it be sold, and two be bought"}, False),
    ],
)
def test_what_fits(other: dict[str, Any], fits_it: bool) -> None:
    assert fits(LOST, READ | other) is fits_it


def test_lists_are_compared_in_order() -> None:
    one, two, three = ({"number": number} for number in "123")
    assert unmatched([one, two], [one, two]) == ([], [])
    assert unmatched([one, two], [two, one]) == ([one], [one])
    assert unmatched([one, two], [one, three, two]) == ([], [three])
    assert unmatched([one], []) == ([one], [])
    assert unmatched([], [one]) == ([], [one])


@pytest.mark.parametrize("case", params([FEED]))
def test_the_day_of_a_build_makes_no_news(case: Case, tmp_path: Path) -> None:
    """Entries and events are the same, byte for byte, until the content changes."""
    content = case.write(tmp_path)
    made = []
    for day in (1, 2, 3):
        public = load(content, datetime(2022, 3, day, 12, 0, tzinfo=UTC)).public
        assert public
        made.append(_entries_and_events(public))
    assert made[0]["feed.xml"]
    assert made[0]["calendar.ics"]
    assert made[0] == made[1] == made[2]
    updated = re.findall(r"<(?:updated|published)>(.{10})", "".join(made[0]["feed.xml"]))
    stamped = re.findall(r"DTSTAMP:(\d{8})", "".join(made[0]["calendar.ics"]))
    assert updated
    assert stamped
    assert max(updated) <= "2022-03-01"
    assert max(stamped) <= "20220301"


def _entries_and_events(public: Archive) -> dict[str, list[str]]:
    """The entries of each feed, and the events of each calendar, by the addresses of their files."""
    site = Site.of(public.board, "https://records.example/")
    files = [*feed_files(public, site), *calendar_files(public, site)]
    part = re.compile(r"<entry>.*?</entry>|BEGIN:VEVENT.*?END:VEVENT", re.DOTALL)
    return {address: part.findall(content.decode()) for address, content in files}


# ------------------------------------------------------------------------------------------------ the search


@pytest.mark.browser
@pytest.mark.parametrize("case", params(SEARCHED))
def test_search(case: Case, browser: Browser, tmp_path: Path) -> None:
    content = case.write(tmp_path)
    loaded = load(content, AS_AT)
    assert loaded.public, loaded.diagnostics
    build_site(loaded, content, tmp_path / "site")
    with served(tmp_path / "site") as base, browser.new_context() as context:
        page = context.new_page()
        faults = [
            fault for asked in case.keys["finds"] for fault in _not_found(page, base, loaded.public, asked)
        ]
    assert not faults, "\n".join(["", *faults, f"right: {case.keys['right']}"])


def _not_found(page: Page, base: str, public: Archive, asked: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the answer to one query."""
    page.goto(f"{base}search/")
    page.fill("#bcb-query", asked["query"])
    page.press("#bcb-query", "Enter")
    expect(page.locator(".bcb-told")).not_to_have_text(re.compile("Searching|^$"))
    page.wait_for_load_state("networkidle")
    links: list[str] = page.eval_on_selector_all(".bcb-results a", "links => links.map(a => a.href)")
    found = [link.removeprefix(base) for link in links][: asked.get("among", 1)]
    right = [_address(public, place) for place in all_of(asked["at"])]
    if not {*found} & {*right}:
        yield f"“{asked['query']}” finds {found}, and not {right}"
    above = words(" ".join(page.locator(".bcb-told, .bcb-hints").all_inner_texts()))
    if "not_said" in asked and words(asked["not_said"]) in above:
        yield f"“{asked['query']}” is answered with: {above}"


def _address(public: Archive, place: str) -> str:
    """The address of a place that is written like `2022-02-10#2.1`."""
    meeting, _, number = place.partition("#")
    destination = public.places.find(Reference(meeting, number, Span("")))
    assert destination
    assert destination.part
    return destination.address
