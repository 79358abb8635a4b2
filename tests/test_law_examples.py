"""The law's own examples, as the pages say them: reports of every kind, the offices of every area, a correction."""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from bcbsite.host.resources import THEME
from bcbsite.pages.render import Renderer
from bcbsite.pages.site import SitePages
from test_joined import joined

AS_AT = date(2026, 11, 1)


def pages(folder: Path, files: Mapping[str, str]) -> dict[str, str]:
    """The words of each page, without tags, by its address."""
    archive = joined(folder, files, AS_AT)
    renderer = Renderer(archive, [THEME])
    shown = {page.address: renderer.render(page) for page in SitePages(archive).all}
    return {at: _words(html) for at, html in shown.items()}


def _words(html: str) -> str:
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    return re.sub(r" (?=[:,;.])", "", words)


def report(front: str, body: str = "") -> dict[str, str]:
    return {"section-55/a.md": f"---\nreport: Night duty\n{front}---\n\n{body}"}


TRACKED = "chief_constable: {received: 2026-03-01}\nresponse: {published: 2026-04-01, sent_to_home_secretary: yes}\n"
SAYS_NOTHING_OF_LAW = ("56 days", "asks of", "are not held here")
# A report, what its page says, and what it must not say.
REPORTS: dict[str, tuple[dict[str, str], tuple[str, ...], tuple[str, ...]]] = {
    "of 20 April 2017": (
        report("published: 2017-04-20\nresponse: {published: 2017-09-01, sent_to_home_secretary: yes}\n"),
        (
            "The response was published on 1 September 2017.",
            "the local policing body’s comments (s.55(5)); the invitation of the chief officer of police",
        ),
        ("day 56", "late", "s.55(5A)", "s.55(5B)", "the inspectors of constabulary (s.55(6))"),
    ),
    "of 20 April 2017, with no response on record": (
        report("published: 2017-04-20\n"),
        ("The 56 days apply to reports from 2 May 2017 on, and this one is older.",),
        ("over", "late", "Last day to respond"),
    ),
    "of a fire and rescue service": (
        report(f"kind: fire\npublished: 2026-02-01\n{TRACKED}"),
        ("Duty to respond none", "are made under the Fire and Rescue Services Act 2004"),
        SAYS_NOTHING_OF_LAW,
    ),
    "of a super-complaint": (
        report(f"kind: super-complaint\npublished: 2026-02-01\n{TRACKED}"),
        ("Duty to respond another duty", "It is answered as its report asks."),
        SAYS_NOTHING_OF_LAW,
    ),
    "of another force": (
        report("kind: other\nduty: none\nduty_reason: It is an inspection of Sussex Police.\npublished: 2026-02-01\n"),
        ("Section 55 of the Police Act 1996 does not apply to this report. It is an inspection of Sussex Police.",),
        SAYS_NOTHING_OF_LAW,
    ),
    "of another force by its title": (
        {"section-55/a.md": "---\nreport: An inspection of Sussex Police\npublished: 2026-02-01\n---\n"},
        ("Whether Section 55 of the Police Act 1996 applies to this report is not stated here.",),
        ("56 days", "asks of", "are not held here", "Last day to respond"),
    ),
    "with comments that came and are not published": (
        report(f"published: 2026-02-10\n{TRACKED}", "## Commissioner’s comments\n\nGood.\n"),
        ("the chief officer of police’s comments, which came on 1 March 2026 (s.55(5)(b))", "on day 51 of 56"),
        ("(s.55(4))", "late"),
    ),
    "with progress of the whole": (
        report(
            "published: 2026-02-10\nprogress: [{meeting: 2026-05-05, what: It was heard of.}]\n",
            "## Recommendation 1\n\n> Do.\n",
        ),
        ("on the report as a whole",),
        ("none listed here",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", REPORTS)
def test_what_the_page_of_a_report_says(tmp_path: Path, kind: str) -> None:
    files, says, never = REPORTS[kind]
    page = pages(tmp_path, files)["section-55/a/"]
    assert [words for words in says if words not in page] == [], page
    assert [words for words in never if words in page] == [], page


# The area; the names of the local policing body and of the chief officer; a heading of each one's comments.
AREAS: dict[str, tuple[str, str, str, str]] = {
    "London": ("MOPAC", "the Commissioner", "MOPAC’s comments", "Commissioner’s comments"),
    "a mayor's": ("the Mayor", "the Chief Constable", "Mayor’s comments", "Chief Constable’s comments"),
    "the City": (
        "the Common Council",
        "the Commissioner",
        "Common Council’s comments",
        "Commissioner’s comments",
    ),
}


@pytest.mark.parametrize("area", AREAS)
def test_the_offices_of_the_area_are_named(tmp_path: Path, area: str) -> None:
    body, chief, of_body, of_chief = AREAS[area]
    board = (
        f"name: Board\narea: Westshire\nlocal_policing_body: [{{name: {body}, short: {body}}}]\n"
        f"chief_officer: [{{name: {chief}, short: {chief}}}]\n"
    )
    front = (
        "published: 2026-02-10\nchief_constable: {received: 2026-03-01}\nresponse: {published: 2026-04-01}\n"
    )
    files = {"board.yaml": board}
    without = pages(tmp_path / "1", files | report(front))["section-55/a/"]
    assert f"Of what Section 55 asks of {body}, these are not held here" in without
    assert f"{body}’s comments (s.55(5))" in without
    assert f"{chief}’s comments, which came on 1 March 2026" in without
    both = pages(tmp_path / "2", files | report(front, f"## {of_body}\n\nGood.\n\n## {of_chief}\n\nGood.\n"))
    assert "’s comments (s.55(5))" not in both["section-55/a/"]
    assert "which came on" not in both["section-55/a/"]


FEBRUARY = "meetings/2026-02-10"
PRACTICE = {
    f"{FEBRUARY}/minutes.md": "---\ndate: 2026-02-10\nstatus: approved\namended: 2026-03-20\nerrata:\n"
    '  - {date: 2026-06-01, at: "5.2", was: "£1.4m", now: "£1.5m", meeting: "2026-05-12#4.1"}\n'
    "---\n\n## 5. Vans\n\n5.1 Ten vans were bought.\n\n5.2 They cost £1.5m.\n",
    "meetings/2026-03-10/minutes.md": "---\ndate: 2026-03-10\nstatus: approved\n---\n\n"
    "## 3. Minutes of the meeting of 10 February 2026\n\n"
    "3.1 The minutes were approved, subject to paragraph 5.1 saying ten vans.\n",
    "meetings/2026-05-12/minutes.md": "---\ndate: 2026-05-12\n---\n\n## 4. Earlier minutes\n\n"
    "4.1 Resolved: that £1.4m in 5.2 of the minutes of 10 February 2026 be corrected to £1.5m.\n",
}


def test_an_approval_subject_to_an_amendment_and_a_later_correction(tmp_path: Path) -> None:
    """The amendment stands beside the approval and at its paragraph; old and new words at the corrected one."""
    page = pages(tmp_path, PRACTICE)[f"{FEBRUARY}/minutes/"]
    approved = "Approved subject to amendments in 3.1 of the minutes of 10 March 2026: “paragraph 5.1 saying ten vans.”"
    assert f"{approved}; amended on 20 March 2026" in page
    first, second = page.partition("5.1 Ten vans")[2].split("5.2 They cost £1.5m.", 1)
    assert "The minutes were approved subject to this in 3.1" in first
    corrected = "resolved by 4.1 of the meeting of 12 May 2026: Old words: £1.4m New words: £1.5m"
    assert f"Corrected on 1 June 2026, {corrected}" in second
    assert "£1.4m" not in first


@pytest.mark.parametrize(
    ("day", "label"), [("2026-02-10", "Taken at 5.1 of the"), ("2026-02-12", "Meeting 5.1 of the")]
)
def test_a_notice_of_another_day_is_not_said_to_be_taken_at_the_meeting(
    tmp_path: Path, day: str, label: str
) -> None:
    notice = f"---\nreference: W-1\ntitle: Vans\ndate: {day}\nmeeting: 2026-02-10#5.1\n---\n\nVans.\n"
    page = pages(tmp_path, PRACTICE | {"decisions/w.md": notice})["decisions/W-1/"]
    assert f"{label} meeting of 10 February 2026" in page
