"""Corrections on pages: the old words stay to be seen, struck out beside the new, and readable without sight."""

from pathlib import Path

import pytest

from conftest import build, write
from test_joined import minutes

NOTICE = """---
reference: WS-1
title: Vans
date: 2022-02-14
errata: [{date: 2022-06-01, was: £90, now: £9, authority: Chief Executive, what: A nought too many.}]
---

Vans for £9.
"""
RESPONSE = """---
report: Night duty
errata: [{date: 2022-06-02, was: Good., authority: Chief Executive, what: Said twice.}]
---

## Commissioner’s comments

Fine.
"""
FRONT = """status: approved
errata:
  - {date: 2022-06-03, at: "5.3", was: £14m, now: £1.4m, meeting: 2022-05-26#4.1, authority: Clerk}
  - {date: 2022-06-04, at: "5.4", kind: transcription, was: tow, now: two}
"""
STRUCK = '<del class="bcb-was"><span class="bcb-unseen">Old words: </span>{}</del>'
NEW = '<ins class="bcb-now"><span class="bcb-unseen">New words: </span>{}</ins>'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("errata")
    files = minutes("2022-02-10", "## 5. Budget\n\n5.3 The forecast is £1.4m.\n\n5.4 Of two.", FRONT)
    files |= minutes("2022-05-26", "## 4. Minutes\n\n4.1 A correction was resolved.")
    files |= {"decisions/WS-1.md": NOTICE, "section-55/night-duty.md": RESPONSE}
    return build(write(folder / "content", files), folder / "site")


def page(site: Path, address: str) -> str:
    return " ".join((site / address / "index.html").read_text(encoding="utf-8").split())


def test_minutes_show_both_at_the_paragraph_and_in_the_list(site: Path) -> None:
    words = f"{STRUCK.format('£14m')} {NEW.format('£1.4m')}"
    at_paragraph, _, in_list = page(site, "meetings/2022-02-10/minutes").partition('<h2 id="errata">')
    assert words in at_paragraph.partition('id="p5-3"')[2].partition('id="p5-4"')[0]
    resolved = 'resolved by <a href="../../../meetings/2022-05-26/minutes/#p4-1">4.1 of the meeting of 26 May 2022</a>'
    assert resolved in at_paragraph
    assert words in in_list
    assert resolved in in_list


def test_a_slip_of_the_website_stands_by_itself_and_not_at_the_paragraph(site: Path) -> None:
    before, _, slips = page(site, "meetings/2022-02-10/minutes").partition("Slips of this website")
    assert "tow" not in before.partition("<h1>")[2]
    assert "the minutes did not change" in slips
    assert STRUCK.format("tow") in slips


def test_notices_and_responses_say_who_and_why(site: Path) -> None:
    notice = page(site, "decisions/WS-1").partition('<h2 id="errata">')[2]
    assert f", by Chief Executive: {STRUCK.format('£90')} {NEW.format('£9')}" in notice
    assert "A nought too many." in notice
    response = page(site, "section-55/night-duty").partition('<h2 id="errata">')[2]
    assert "These words were struck out." in response
    assert "Said twice." in response


def test_the_feed_says_that_a_notice_changed(site: Path) -> None:
    assert "2022-06-01" in (site / "decisions/feed.xml").read_text(encoding="utf-8")
