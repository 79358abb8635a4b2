"""What is told of duties: clocks and what is due, and how an action stands, in tables written by hand."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.deadlines import (
    Clock,
    ClockState,
    clock_of,
    closed_on,
    last_day_of,
    last_day_to_respond,
)
from bcbsite.archive.due import Due, DueKind
from bcbsite.archive.duty import duty_of
from bcbsite.archive.missing import Missing
from bcbsite.archive.missing import missing as missing_on
from bcbsite.diagnostics import Span
from bcbsite.model.blocks import plain_text
from bcbsite.model.board import Board, Party
from bcbsite.model.section55 import ChiefConstable, Done
from bcbsite.pages.page import ContentsEntry
from bcbsite.pages.section55 import InspectionsView, InspectionView, inspection_pages
from bcbsite.pipeline import due
from conftest import write
from known_archive import FILES
from test_joined import AS_AT, BOARD, joined, minutes

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
PUBLISHED, LAST = date(2022, 2, 1), date(2022, 3, 28)


COMMISSIONER = Party("Commissioner for Westshire", "the commissioner", None, None, Span("board.yaml"))
CHIEF_OFFICER = Party("Chief Constable", "the chief constable", None, None, Span("board.yaml"))
WITH_NAMES = Board("Board", "Westshire", local_policing_body=(COMMISSIONER,), chief_officer=(CHIEF_OFFICER,))


def missing(report: Any, board: Board = WITH_NAMES) -> Missing:
    return missing_on(report, board, AS_AT)


def report_of(folder: Path, front: str, body: str = "", as_at: date = AS_AT) -> Any:
    text = f"---\nreport: A\n{front}---\n\n{body}"
    return joined(folder, {"section-55/a.md": text}, as_at).inspections[0]


# The clock. The law's 56 days begin with the day of the report: 1 February 2022 is day 1, 28 March day 56.
ON = "published: 2022-02-01\nchief_constable: {invited: 2022-02-02}\n"
CLOCKS: list[tuple[str, str, date, Clock]] = [
    ("on the day of the report", ON, PUBLISHED, Clock(ClockState.DUE, LAST, 55)),
    ("the day before the last", ON, date(2022, 3, 27), Clock(ClockState.DUE, LAST, 1)),
    ("on the last day", ON, LAST, Clock(ClockState.DUE, LAST, 0)),
    ("the day after", ON, date(2022, 3, 29), Clock(ClockState.UNKNOWN, LAST, 1)),
    (
        "the day after, where track is kept",
        ON + "response: {url: 'https://example.org/'}\n",
        date(2022, 3, 29),
        Clock(ClockState.OVER, LAST, 1),
    ),
    (
        "a response on the first day",
        ON + "response: {published: 2022-02-01}\n",
        date(2022, 5, 1),
        Clock(ClockState.PUBLISHED, LAST, 0, 1),
    ),
    (
        "a response on the last day",
        ON + "response: {published: 2022-03-28}\n",
        date(2022, 5, 1),
        Clock(ClockState.PUBLISHED, LAST, 0, 56),
    ),
    (
        "a response a day late",
        ON + "response: {published: 2022-03-29}\n",
        date(2022, 5, 1),
        Clock(ClockState.PUBLISHED, LAST, 1, 57),
    ),
    (
        "a response on a day that is not known",
        ON + "response: {published: yes}\n",
        date(2022, 5, 1),
        Clock(ClockState.PUBLISHED, LAST),
    ),
    (
        "a response to a report whose day is not known",
        "response: {published: 2022-03-29}\n",
        date(2022, 5, 1),
        Clock(ClockState.PUBLISHED, None),
    ),
    (
        "a response to a report from before the law",
        "published: 2017-04-02\nresponse: {published: 2017-04-03}\n",
        date(2022, 5, 1),
        Clock(ClockState.PUBLISHED, None),
    ),
    ("a report whose day is not known", "", date(2022, 5, 1), Clock(ClockState.UNKNOWN, None)),
    ("a report from before the law", "published: 2017-04-02\n", date(2022, 5, 1), Clock(ClockState.NONE, None)),
    ("answered elsewhere", ON + "covered_by: b\n", date(2022, 5, 1), Clock(ClockState.COVERED, LAST)),
    (
        "answered elsewhere and here",
        ON + "covered_by: b\nresponse: {published: 2022-03-01}\n",
        date(2022, 5, 1),
        Clock(ClockState.PUBLISHED, LAST, 0, 29),
    ),
    (
        "a last day on a Sunday, to come",
        "published: 2024-01-15\n",
        date(2024, 3, 1),
        Clock(ClockState.DUE, date(2024, 3, 10), 9, closed="Sunday"),
    ),
    (
        "a last day on a Sunday, over",
        "published: 2024-01-15\nresponse: {url: 'https://example.org/'}\n",
        date(2024, 3, 12),
        Clock(ClockState.OVER, date(2024, 3, 10), 2, closed="Sunday"),
    ),
    (
        "a response by a last day on a Sunday",
        "published: 2024-01-15\nresponse: {published: 2024-03-11}\n",
        date(2024, 5, 1),
        Clock(ClockState.PUBLISHED, date(2024, 3, 10), 1, 57, "Sunday"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("front", "as_at", "stands"), [row[1:] for row in CLOCKS], ids=[row[0] for row in CLOCKS]
)
def test_the_clock(tmp_path: Path, front: str, as_at: date, stands: Clock) -> None:
    assert clock_of(report_of(tmp_path, front), as_at) == stands


def test_what_a_page_calls_the_states() -> None:
    assert [str(state) for state in ClockState] == [
        "published",
        "due",
        "over",
        "publication not on record",
        "no last day",
        "answered elsewhere",
        "report to come",
        "not a Section 55 report",
        "duty not stated",
    ]


def test_the_law_begins_on_a_day() -> None:
    """Section 37 of the Policing and Crime Act 2017, in force from 2 May 2017 (SI 2017/399, regulation 4(a))."""
    assert last_day_to_respond(date(2017, 5, 2)) == date(2017, 6, 26)
    assert last_day_to_respond(date(2017, 5, 1)) is None


# Which duty applies, from the front matter: that of section 55 is about reports on one's own police force.
DUTIES: list[tuple[str, str, str | None]] = [
    ("the title says nothing", "", "section 55"),
    ("PEEL", "kind: PEEL\n", "section 55"),
    ("a national report", "kind: national\n", "section 55"),
    ("a joint report", "kind: joint\n", "section 55"),
    ("one that was commissioned", "kind: commissioned\n", "section 55"),
    ("a revisit", "kind: revisit\n", "section 55"),
    ("a fire inspection", "kind: fire\n", "none"),
    ("a super-complaint", "kind: super-complaint\n", "other"),
    ("something else", "kind: other\n", None),
    ("something else, stated", "kind: other\nduty: none\nduty_reason: It is about Sussex.\n", "none"),
    ("a fire report by its title", "report: Westshire Fire and Rescue Service 2022\n", None),
    ("a super-complaint by its title", "report: Hidden victims, a super-complaint\n", None),
    ("another force's by its title", "report: Stalking – An inspection of Sussex Police\n", None),
    ("another of two words", "report: An inspection of the Devon and Cornwall Police\n", None),
    (
        "another's, and said to be national",
        "report: An inspection of Sussex Police\nkind: national\n",
        "section 55",
    ),
    ("one's own by its title", "report: An inspection of Westshire Constabulary\n", "section 55"),
    ("no force in its title", "report: An inspection of the police response to fraud\n", "section 55"),
    ("a title with fire in it", "report: Fire arms and the police\n", "section 55"),
]


@pytest.mark.parametrize(("front", "duty"), [row[1:] for row in DUTIES], ids=[row[0] for row in DUTIES])
def test_which_duty_applies(tmp_path: Path, front: str, duty: str | None) -> None:
    title = "" if front.startswith("report") else "report: A\n"
    text = f"---\n{title}{front}published: 2022-02-01\n---\n"
    [report] = joined(tmp_path, {"section-55/a.md": text}, AS_AT).inspections
    assert duty_of(report).duty == duty
    assert last_day_of(report) == (LAST if duty == "section 55" else None)
    states = {"section 55": ClockState.UNKNOWN, None: ClockState.NOT_STATED}
    assert clock_of(report, date(2022, 5, 1)).state is states.get(duty, ClockState.OTHER)


# The law's own examples: the last day is that of the report and 55 more.
LAST_DAYS = [
    ("2019-07-17", date(2019, 9, 10), ""),
    ("2019-04-02", date(2019, 5, 27), "Spring Bank Holiday"),
    ("2019-04-10", date(2019, 6, 4), ""),
    ("2024-01-15", date(2024, 3, 10), "Sunday"),
    ("2025-10-31", date(2025, 12, 25), "Christmas Day"),
    ("2017-04-20", None, ""),
]


@pytest.mark.parametrize(("published", "last", "closed"), LAST_DAYS)
def test_the_days_of_the_law(tmp_path: Path, published: str, last: date | None, closed: str) -> None:
    clock = clock_of(report_of(tmp_path, f"published: {published}\n"), date(2026, 11, 1))
    assert (clock.last_day, clock.closed) == (last, closed)


def test_days_that_cannot_be_are_not_counted(tmp_path: Path) -> None:
    early = clock_of(report_of(tmp_path, ON + "response: {published: 2022-01-30}\n"), AS_AT)
    assert early == Clock(ClockState.PUBLISHED, LAST)
    planned = report_of(tmp_path / "b", ON + "response: {published: 2022-03-20}\n")
    assert clock_of(planned, date(2022, 3, 1)) == Clock(ClockState.DUE, LAST, 27)
    to_come = report_of(tmp_path / "c", ON)
    assert clock_of(to_come, date(2022, 1, 31)) == Clock(ClockState.TO_COME, LAST)


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2024, 3, 9), "Saturday"),
        (date(2024, 3, 10), "Sunday"),
        (date(2024, 3, 8), ""),
        (date(2024, 3, 11), ""),
        (date(2024, 12, 25), "Christmas Day"),
        (date(2024, 1, 2), ""),  # a holiday in Scotland
        (date(2024, 3, 18), ""),  # one in Northern Ireland, for the 17th
        (date(2024, 8, 26), "Late Summer Bank Holiday"),  # none in Scotland
    ],
)
def test_offices_are_closed(day: date, closed: str) -> None:
    assert closed_on(day) == closed


FIRST, SECOND = "## Recommendation 1\n\n> Do.\n\n", "## Recommendation 2\n\n> Do.\n\n"
THIRD, AREA = "## Recommendation 3\n\n> Do.\n\n", "## Area for improvement 1\n\n> Do.\n\n"
WE, THEY = "Commissioner: We do.\n\n", "Chief Constable: They do.\n\n"
PART = "## Commissioner's comments\n\nGood.\n\n"
CAME = "## Chief Constable's comments\n\nGood.\n\n"
INVITED = "published: 2022-02-01\nchief_constable: {invited: yes}\n"
RECEIVED = "published: 2022-02-01\nchief_constable: {received: 2022-02-20}\n"
ALL = "published: 2022-03-01, sent_to_home_secretary: yes, sent_to_inspectorate: yes"
# Front matter and body; then the subsections of section 55 of which something is not in the file.
LACKS: list[tuple[str, str, str, list[str]]] = [
    ("everything", ON, "", ["5", "5A", "6", "6"]),
    ("the invitation", f"published: 2022-02-01\nresponse: {{{ALL}}}\n", PART, ["4"]),
    ("none where comments came", f"published: 2022-02-01\nresponse: {{{ALL}}}\n", PART + CAME, []),
    ("an invitation on a day that is not known", INVITED + f"response: {{{ALL}}}\n", PART, []),
    ("comments that came and are not published", RECEIVED + f"response: {{{ALL}}}\n", PART, ["5"]),
    ("none where they are under a finding", RECEIVED + f"response: {{{ALL}}}\n", PART + FIRST + THEY, []),
    ("publication in time", ON + f"response: {{{ALL}}}\n".replace("03-01", "03-29"), PART, ["5A"]),
    ("the day where only yes is known", ON + f"response: {{{ALL}}}\n".replace("2022-03-01", "yes"), PART, ["5A"]),
    ("nothing", ON + f"response: {{{ALL}}}\n", PART, []),
    ("the day", ON + "response: {sent_to_home_secretary: yes, sent_to_inspectorate: yes}\n", PART, ["5A"]),
    ("one copy", ON + "response: {published: 2022-03-28, sent_to_inspectorate: yes}\n", PART, ["6"]),
    ("the other copy", ON + "response: {published: 2022-03-28, sent_to_home_secretary: yes}\n", PART, ["6"]),
    ("both copies", ON + "response: {published: 2022-03-28}\n", PART, ["6", "6"]),
    ("the comments", ON + f"response: {{{ALL}}}\n", "", ["5"]),
    ("none that a text may have", ON + f"response: {{{ALL}}}\n", "## Background\n\nOld.\n", []),
    ("an explanation", ON + f"response: {{{ALL}}}\n", FIRST + SECOND + WE, ["5B"]),
    ("comments and explanations", ON + f"response: {{{ALL}}}\n", FIRST + THEY + SECOND, ["5", "5B"]),
    ("none of an area", ON + f"response: {{{ALL}}}\n", FIRST + WE + AREA, []),
    ("comments where there are areas alone", ON + f"response: {{{ALL}}}\n", AREA, ["5"]),
    ("none where the part covers all", ON + f"response: {{{ALL}}}\n", PART + FIRST, []),
    ("one part of several", ON + f"response: {{{ALL}}}\n", "## Background\n\nOld.\n\n" + PART, []),
    ("none where it is answered elsewhere", ON + "covered_by: b\n", "", []),
    ("the older duties", "published: 2017-04-20\nresponse: {}\n", FIRST, ["5", "4", "5", "6"]),
    ("none of them", f"published: 2017-04-20\nresponse: {{{ALL}}}\n", CAME + FIRST + WE + SECOND, []),
    ("none where no track is kept", "published: 2022-02-01\n", FIRST, []),
    ("none before there were commissioners", "published: 2012-11-21\nresponse: {}\n", "", []),
    ("none of a report to come", "published: 2027-08-01\nresponse: {}\n", "", []),
    ("none of a fire report", ON + "kind: fire\n", FIRST, []),
    ("none of a super-complaint", ON + "kind: super-complaint\n", FIRST, []),
    ("none of another force's", ON + "duty: none\nduty_reason: Sussex.\n", FIRST, []),
    ("none where the duty is not stated", ON + "kind: other\n", FIRST, []),
    ("none where the day is not known", "", "", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("front", "body", "lacks"), [row[1:] for row in LACKS], ids=[row[0] for row in LACKS]
)
def test_what_the_file_lacks(tmp_path: Path, front: str, body: str, lacks: list[str]) -> None:
    found = missing(report_of(tmp_path, front, body)).not_held
    assert [match for words in found for match in re.findall(r"s\.55\((\w+)\)", words)] == lacks


@pytest.mark.parametrize(
    "body",
    [
        "Dear Home Secretary,\n\nI welcome the report.\n",
        "| Recommendation | Lead | PCC |\n|---|---|---|\n| 1 | AB | Done. |\n",
        "## Our view\n\nGood.\n",
        "## PCC’s coments\n\nGood.\n",
    ],
)
def test_of_a_text_that_is_not_understood_nothing_is_denied(tmp_path: Path, body: str) -> None:
    found = missing(report_of(tmp_path, ON + f"response: {{{ALL}}}\n", body))
    assert found == Missing((), ("the commissioner’s comments (s.55(5))",))


NOT_SAID = {
    "a table of which nobody can tell whose it is": "| Lead | Done |\n|---|---|\n| AB | Yes |\n",
    "words below the quotation": "The training has begun.\n",
    "words of the one who answers": "I have paid for it.\n",
    "a label that nobody knows": "Response: It is paid for.\n",
    "a label that is nearly one": "Comissioner: It is paid for.\n",
    "a heading that says nothing of it": "### What was done\n\nIt is paid for.\n",
    "a list": "- It is paid for.\n- It begins in May.\n",
}


@pytest.mark.parametrize("case", NOT_SAID)
def test_under_a_finding_nothing_is_denied_of_words_that_may_answer_it(tmp_path: Path, case: str) -> None:
    report = report_of(tmp_path, ON + f"response: {{{ALL}}}\n", FIRST + NOT_SAID[case])
    assert missing(report).not_held == ()
    assert not report.findings[0].is_understood


UNDERSTOOD = {
    "a quotation": "> Do.\n\n> And do.\n",
    "what leads to the quotation": "The report says:\n\n> Do.\n",
    "the inspectors' words, not quoted": "Forces should do.\n",
    "the same in paragraphs": "Forces should do.\n\nBy May they should have done.\n",
    "the chief constable's answer": "> Do.\n\nChief Constable: We did, as we said: in May.\n",
}


ALONE = {
    "the first paragraph, which says what was done": "The force has trained all officers.\n",
    "a second one that asks for nothing": "Forces should do.\n\nThe training has begun.\n",
}


@pytest.mark.parametrize("case", ALONE)
def test_a_paragraph_without_a_label_is_not_taken_for_the_inspectors_words(tmp_path: Path, case: str) -> None:
    body = f"## Recommendation 1\n\n{ALONE[case]}"
    assert not report_of(tmp_path, ON + f"response: {{{ALL}}}\n", body).findings[0].is_understood


@pytest.mark.parametrize("case", UNDERSTOOD)
def test_what_is_understood_is_said_to_lack_the_comments(tmp_path: Path, case: str) -> None:
    body = f"## Recommendation 1\n\n{UNDERSTOOD[case]}"
    assert len(missing(report_of(tmp_path, ON + f"response: {{{ALL}}}\n", body)).not_held) == 2


# Headings of the commissioner's comments, of the chief constable's, and of neither.
COMMISSIONER = [
    "Commissioner’s comments",
    "1. Commissioner’s comments:",
    "Police, Fire and Crime Commissioner’s comments",
    "Police & Crime Commissioner’s formal response to the inspection",
    "Police, Fire & Crime Commissioner: response",
    "Acting Police and Crime Commissioner’s views",
    "Response of the Police and Crime Commissioner for Westshire to the report",
    "Reply from the Office of the Police and Crime Commissioner",
    "PFCC’s comments",
    "OPFCC statement",
    "The Deputy Commissioner’s comments",
    "Mayor’s comments",
    "Mayor of Westshire’s response",
    "Deputy Mayor for Policing, Crime and Fire: response",
    "MOPAC’s response",
    "Mayor’s Office for Policing and Crime response",
    "Common Council’s comments",
    "Police Authority Board’s comments",
    "PFCC’s\u00a0com\u00adments",
    "PFCC\u200b’s comments",
]
CHIEF = [
    "Chief Constable’s comments",
    "Chief Constable of Westshire’s comments on the report",
    "Deputy Chief Constable’s view",
    "Chief Officer’s statement",
    "Force comments",
    "Constabulary’s response",
    "Westshire Police response",
    "West Westshire Constabulary’s comments",
    "Commissioner of Police of the Metropolis: comments",
    "MPS response",
]
# Titles that nobody is known by for sure, which are told of.
NEITHER = [
    "Commissioner",
    "P&CC’s comments",
    "Comments by Alex Morgan, PCC",
    "PCC response to HMICFRS",
    "Comments",
    "Joint response",
    "Commissioner and Chief Constable’s comments",
    "Commissioner and Force response",
    "Commissioner’s response to recommendation 2",
    "Response to the Commissioner",
    "Police response times",
    "Force of law",
    "Commissioner’s decision",
    "Commissioned reports",
    "Mayoral comments",
]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        *((title, "commissioner's comments") for title in COMMISSIONER),
        *((title, "chief constable's comments") for title in CHIEF),
        *((title, None) for title in NEITHER),
        ("PFCC’s response to the Force’s comments", "commissioner's response to the chief constable"),
        (
            "Mayor’s response to the Chief Constable of Westshire",
            "commissioner's response to the chief constable",
        ),
    ],
)
def test_whose_comments_a_heading_begins(tmp_path: Path, title: str, kind: str | None) -> None:
    [section] = report_of(tmp_path, ON, f"## {title}\n\nGood.\n").sections
    assert section.kind == kind
    assert section.title.strip() == title.translate({0xAD: None, 0x200B: None})
    if kind is None:
        assert [
            words
            for words in missing(report_of(tmp_path, ON, f"## {title}\n\nGood.\n")).not_held
            if "(5)" in words
        ] == []


@pytest.mark.parametrize("body", ["MOPAC: Agreed.", "## Mayor’s comments\n\nGood."])
def test_beside_a_mayor_the_commissioner_is_the_chief_officer(tmp_path: Path, body: str) -> None:
    """As in London: the Metropolitan Police Commissioner."""
    report = report_of(tmp_path, ON, f"{FIRST}Commissioner: Done.\n\n{body}\n")
    assert plain_text(report.findings[0].chief_constable) == "Done."
    assert "Done" not in plain_text(report.findings[0].commissioner)


ANSWERS = [
    "Commissioner: Paid.",
    "**PFCC comment:** Paid.",
    "PCC – Paid.",
    "The Mayor of Westshire’s formal response: Paid.",
    "Police\u00a0& Crime Commissioner: Paid.",
    "**PCC response**\n\nPaid.",
    "### Deputy Mayor’s comments\n\nPaid.",
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_to_a_finding(tmp_path: Path, answer: str) -> None:
    report = report_of(tmp_path, ON + f"response: {{{ALL}}}\n", f"{FIRST}{THEY}{answer}\n")
    [finding] = report.findings
    assert plain_text(finding.commissioner) == "Paid."
    assert plain_text(finding.chief_constable) == "They do."
    assert finding.commissioner_title in answer.replace("\u00a0", " ")
    assert missing(report) == Missing((), ())


NO_ANSWERS = [
    "> Commissioner: Paid.",
    "Chief Constable: Done.\nCommissioner: Paid.",
    "The force accepts this. It is paid for.",
    "Deadline: May\n\nThis is paid for.",
    "### What is done\n\nIt is paid for.",
]


MISLAID = [
    "## Chief Constable’s comments\n\nWe train.\n\nCommissioner: I welcome this report.",
    "## Chief Constable’s comments\n\nWe train.\nCommissioner: I welcome this report.",
    f"{FIRST}Chief Constable: We train.\n\nThe Commissioner supports this and has funded it.",
    f"{FIRST}Status: Accepted; the Commissioner will fund training by May.",
    f"{FIRST}Deadline: May. I welcome this report.",
    "## Chief Constable’s comments\n\nThe Commissioner comments: I welcome it.",
    "## Chief Constable’s comments\n\nI, as Commissioner, welcome this.",
    "## Chief Constable’s comments\n\nWe train.\n\nAlex Morgan, Police and Crime Commissioner",
    "## Chief Constable’s comments\n\n| Who | What |\n|---|---|\n| Commissioner | I welcome it. |",
    f"{FIRST}Chief Constable: We train. Commissioner: I fund.",
    f"{FIRST}Commissioner: I fund; Chief Constable: We train.",
    f"{FIRST}Status: Accepted – training began and the Commissioner will fund it.",
    f"{FIRST}Addressed to: chief constables. The Commissioner has funded this.",
]
ABOUT_THE_BODY = [
    "## Chief Constable’s comments\n\nThe Commissioner has funded the boats, and the force trains.",
    f"{FIRST}Status: Closed - complete\n\nChief Constable: Done.",
    f"{FIRST}Addressed to: the Chief Constable, by December 2022\n\nChief Constable: Done.",
]


@pytest.mark.parametrize("body", ABOUT_THE_BODY)
def test_words_about_the_body_are_not_taken_for_its_answer(tmp_path: Path, body: str) -> None:
    assert report_of(tmp_path, ON, f"{body}\n").is_understood


@pytest.mark.parametrize("body", MISLAID)
def test_words_of_the_body_below_another_label_are_not_denied(tmp_path: Path, body: str) -> None:
    report = report_of(tmp_path, ON + f"response: {{{ALL}}}\n", f"{body}\n")
    assert not report.is_understood
    assert missing(report).not_held == ()


@pytest.mark.parametrize("body", ["Status: Accepted; training began.", "Deadline: May 2022. At the latest."])
def test_a_fact_in_two_clauses_is_no_answer(tmp_path: Path, body: str) -> None:
    assert report_of(tmp_path, ON, f"{FIRST}{body}\n").is_understood


@pytest.mark.parametrize("body", NO_ANSWERS)
def test_an_answer_that_is_not_understood_is_not_denied(tmp_path: Path, body: str) -> None:
    found = missing(report_of(tmp_path, ON + f"response: {{{ALL}}}\n", f"{FIRST}{body}\n"))
    assert found.not_held == ()
    assert len(found.not_read) == 2


@pytest.mark.parametrize("body", [f"## Commissioner’s comments\n\n{FIRST}", f"{FIRST}Commissioner:\n"])
def test_a_heading_alone_is_no_comment(tmp_path: Path, body: str) -> None:
    assert len(missing(report_of(tmp_path, ON + f"response: {{{ALL}}}\n", body)).not_held) == 2


@pytest.mark.parametrize("act", ["received: 2022-12-05", "invited: 2022-12-05"])
def test_what_is_dated_later_is_not_done(tmp_path: Path, act: str) -> None:
    front = f"published: 2022-02-01\nchief_constable: {{{act}}}\n"
    before, after = (report_of(tmp_path, front, FIRST, date(2022, 12, day)).chief_constable for day in (4, 5))
    assert before == ChiefConstable()
    assert after.received == date(2022, 12, 5) or after.invited == Done(date(2022, 12, 5))


def test_the_recommendations_without_an_explanation_are_named(tmp_path: Path) -> None:
    found = missing(report_of(tmp_path, ON, FIRST + SECOND + WE + THIRD)).not_held
    assert [words for words in found if "5B" in words] == [
        "the commissioner’s explanation for recommendations 1, 3 (s.55(5B))"
    ]
    [one] = [w for w in missing(report_of(tmp_path / "one", ON, FIRST + WE + SECOND)).not_held if "5B" in w]
    assert one == "the commissioner’s explanation for recommendation 2 (s.55(5B))"


def test_what_is_owed_is_named(tmp_path: Path) -> None:
    comments, day, first, second = missing(report_of(tmp_path, ON)).not_held
    assert comments == "the commissioner’s comments (s.55(5))"
    assert day == "the day of publication (s.55(5A))"
    assert first == "the copy to the Secretary of State (s.55(6))"
    assert second == "the copy to the inspectors of constabulary (s.55(6))"


# Actions.
LOG = """
series: [{id: "2022", title: A}]
actions:
  - {id: 2022/1, number: "1.0", raised: {meeting: 2022-02-10, item: "5.1"}, action: Buy vans., TITLE owners: [A],
     TARGET events: [EVENTS]}
"""
RAISED = minutes("2022-02-10", "## 5. Budget\n\n5.1 Vans.\n\nAction 1.0: Buy vans.")


def log(events: str = "", target: str = "target: 1 March 2022,", title: str = "") -> dict[str, str]:
    text = LOG.replace("EVENTS", events).replace("TARGET", target).replace("TITLE", title)
    return {"actions.yaml": text}


def history_of(folder: Path, files: Mapping[str, str]) -> ActionHistory:
    [history] = joined(folder, {**RAISED, **files}).actions
    return history


DONE, OPEN = "{on: 2022-04-01, status: complete}", "{on: 2022-04-01, status: open}"
FIRST_OF_APRIL = date(2022, 4, 1)
# The events; then its status, target, the day it ended, whether it ended, the days open and past its target as at
# 11 April 2022, and whether it is overdue then.
STANDINGS: list[tuple[str, tuple[str | None, str, date | None, bool, int, int, bool]]] = [
    ("", (None, "1 March 2022", None, False, 60, 41, False)),
    (OPEN, ("open", "1 March 2022", None, False, 60, 41, True)),
    ("{on: 2022-04-01, status: ongoing}", ("ongoing", "1 March 2022", None, False, 60, 41, True)),
    (DONE, ("complete", "1 March 2022", FIRST_OF_APRIL, True, 50, 0, False)),
    ("{on: 2022-04-01, status: superseded}", ("superseded", "1 March 2022", FIRST_OF_APRIL, True, 50, 0, False)),
    ("{on: 2022-04-01, status: withdrawn}", ("withdrawn", "1 March 2022", FIRST_OF_APRIL, True, 50, 0, False)),
    (f"{DONE}, {{on: 2022-04-02, update: U.}}", ("complete", "1 March 2022", FIRST_OF_APRIL, True, 50, 0, False)),
    (f"{DONE}, {{on: 2022-04-02, status: open}}", ("open", "1 March 2022", None, False, 60, 41, True)),
    ("{on: 2022-04-02, status: open}, " + DONE, ("open", "1 March 2022", None, False, 60, 41, True)),
    ("{on: 2022-04-01, status: open, target: 10 April 2022}", ("open", "10 April 2022", None, False, 60, 1, True)),
    ("{on: 2022-04-01, status: open, target: 11 April 2022}", ("open", "11 April 2022", None, False, 60, 0, False)),
    ("{on: 2022-04-01, status: open, target: next Board}", ("open", "next Board", None, False, 60, 0, False)),
    (
        "{on: 2022-04-01, target: 1 May 2022}, {on: 2022-04-02, target: 2 May 2022}, {on: 2022-04-03, update: U.}",
        (None, "2 May 2022", None, False, 60, 0, False),
    ),
    ("{on: later, status: complete}", ("complete", "1 March 2022", None, True, 60, 0, False)),
    ("{on: 2022-02-01, status: complete}", ("complete", "1 March 2022", date(2022, 2, 1), True, 0, 0, False)),
]  # fmt: skip


@pytest.mark.parametrize(("events", "standing"), STANDINGS)
def test_how_an_action_stands(
    tmp_path: Path, events: str, standing: tuple[str | None, str, date | None, bool, int, int, bool]
) -> None:
    history, day = history_of(tmp_path, log(events)), date(2022, 4, 11)
    assert standing == (
        history.status,
        str(history.target),
        history.ended_on,
        history.has_ended,
        history.days_open(day),
        history.days_past_target(day),
        history.is_overdue(day),
    )


# The events, the target, and other records; then as of which day the action is said to stand, as at 1 November 2026.
AS_OF = [
    ("", "", ""),
    (DONE, "", ""),
    (OPEN, "", "at the last report held here (1 April 2022); its target had passed"),
    (OPEN, "target: 2 April 2022,", "at the last report held here (1 April 2022); its target has passed since"),
    (OPEN, "target: 1 April 2022,", "at the last report held here (1 April 2022); its target has passed since"),
    (OPEN, "target: 1 April 2027,", "at the last report held here (1 April 2022)"),
    (OPEN, "target: next Board,", "at the last report held here (1 April 2022)"),
    (
        f"{OPEN}, {{on: 2022-05-01, update: U.}}",
        "target: 2022-04-20,",
        "when its status was last stated here (1 April 2022); its target has passed since",
    ),
    ("{on: soon, status: open}", "", "at the last report held here (on a day that is not on record); its target has passed since"),
]  # fmt: skip


@pytest.mark.parametrize(("events", "target", "words"), AS_OF)
def test_an_action_stands_as_of_its_day(tmp_path: Path, events: str, target: str, words: str) -> None:
    assert history_of(tmp_path, log(events, target or "target: 1 March 2022,")).as_of(AS_AT) == words


def test_an_action_is_overdue_only_by_the_newest_minutes(tmp_path: Path) -> None:
    """Of a record that is older than other minutes that are held nobody is told that somebody is late."""
    fresh = history_of(tmp_path / "a", log(OPEN) | minutes("2022-04-01", "4.1 Cars."))
    stale = history_of(tmp_path / "b", log(OPEN) | minutes("2022-04-02", "4.1 Cars."))
    assert (fresh.is_overdue(AS_AT), stale.is_overdue(AS_AT)) == (True, False)


def test_without_a_target_none_has_passed(tmp_path: Path) -> None:
    history = history_of(tmp_path, log(OPEN, ""))
    assert (history.target, history.days_past_target(AS_AT), history.is_overdue(AS_AT)) == (None, 0, False)


def test_the_status_of_a_day(tmp_path: Path) -> None:
    history = history_of(
        tmp_path, log(f"{{on: soon, status: withdrawn}}, {OPEN}, {{on: 2022-04-03, update: U.}}")
    )
    assert history.stated_by(date(2022, 3, 31)) is None
    for day in (FIRST_OF_APRIL, date(2022, 5, 5)):
        stated = history.stated_by(day)
        assert stated
        assert (stated.anchor, stated.day) == ("event-2", FIRST_OF_APRIL)


def test_events_are_told_in_order_of_their_days(tmp_path: Path) -> None:
    """That without a day comes last; numbers are those of the log."""
    events = (
        "{on: soon, update: A.}, {on: 2022-05-01, update: B.}, {meeting: 2022-03-03, item: '9', update: C.}"
    )
    history = history_of(tmp_path, log(events))
    told = [(event.anchor, event.day, event.address) for event in history.events]
    assert told == [
        ("event-3", date(2022, 3, 3), "meetings/2022-03-03/"),
        ("event-2", date(2022, 5, 1), None),
        ("event-1", None, None),
    ]


NAMED = "## 4. Log\n\n4.1 Action 1.0.\n\n4.2 Action 1.0 again.\n\n4.10 No."
# An event of the meeting of 5 May 2022, whose minutes name the action at 4.1 and 4.2: the address of the event, the
# number of the paragraph whose words tell of it, and the places that name the action besides.
MAY = "meetings/2022-05-05/minutes/"
REPORTED: list[tuple[str, str | None, str | None, list[str]]] = [
    ("{meeting: 2022-05-05, item: '4.1', update: U.}", f"{MAY}#p4-1", "4.1", [f"{MAY}#p4-2"]),
    ("{meeting: 2022-05-05, item: '4.2', update: U.}", f"{MAY}#p4-2", "4.2", [f"{MAY}#p4-1"]),
    ("{meeting: 2022-05-05, update: U.}", f"{MAY}#p4-1", "4.1", [f"{MAY}#p4-2"]),
    ("{meeting: 2022-05-05, item: '4.10', update: U.}", f"{MAY}#p4-10", None, [f"{MAY}#p4-1", f"{MAY}#p4-2"]),
    ("{meeting: 2022-05-05, item: p4-2, update: U.}", f"{MAY}#p4-2", None, [f"{MAY}#p4-1"]),
    ("{on: 2022-05-05, update: U.}", None, None, [f"{MAY}#p4-1", f"{MAY}#p4-2"]),
    ("{meeting: 2022-06-06, update: U.}", "meetings/2022-06-06/", None, [f"{MAY}#p4-1", f"{MAY}#p4-2"]),
]


@pytest.mark.parametrize(("event", "address", "label", "besides"), REPORTED)
def test_where_an_event_was_reported(
    tmp_path: Path, event: str, address: str | None, label: str | None, besides: list[str]
) -> None:
    history = history_of(tmp_path, {**minutes("2022-05-05", NAMED), **log(event)})
    assert [e.address for e in history.events] == [address]
    labels = [e.mention.source.label for e in history.events if e.mention]
    assert labels == ([label] if label else [])
    assert [mention.source.address for mention in history.mentions] == besides
    assert not history.is_silent


def test_an_action_that_is_only_named_is_not_silent(tmp_path: Path) -> None:
    """On the same day by another meeting is later; a report of no known day is none."""
    files = {
        **log(),
        "meetings/2022-02-10-extraordinary/minutes.md": "---\ndate: 2022-02-10\n---\n\n1.1 Action 1.0.\n",
        REPORT: "---\nreport: A\n---\n\nAs Action 1.0 says.\n",
    }
    history = history_of(tmp_path, files)
    assert [mention.source.address for mention in history.mentions] == [
        "meetings/2022-02-10-extraordinary/minutes/#p1-1"
    ]
    assert not history.is_silent


def test_only_later_mentions_by_others_count(tmp_path: Path) -> None:
    """Not those of the meeting that raised it, of earlier ones, or of the action itself."""
    files = {
        **minutes("2022-01-01", "## 1. A\n\n1.1 Action 1.0, Agenda Item 5.1, 10 February 2022."),
        "meetings/2022-02-10/papers/a.md": "---\ntitle: A\n---\n\n1.1 Action 1.0.\n",
        **log("{on: 2022-03-03, update: 'Action 1.0, [this one](action:2022/1), is done.'}"),
    }
    history = history_of(tmp_path, files)
    assert history.mentions == ()
    assert not history.is_silent


def test_a_paper_that_names_it_is_no_report_of_its_meeting(tmp_path: Path) -> None:
    files = {
        "meetings/2022-05-05/papers/a.md": "---\ntitle: A\n---\n\n1.1 Action 1.0.\n",
        **log("{meeting: 2022-05-05, update: U.}"),
    }
    history = history_of(tmp_path, files)
    assert [event.address for event in history.events] == ["meetings/2022-05-05/"]
    assert [mention.source.address for mention in history.mentions] == ["meetings/2022-05-05/papers/a/#p1-1"]


def test_which_later_minutes_are_held(tmp_path: Path) -> None:
    files = {
        **minutes("2022-01-01", "1.1 A."),
        **minutes("2022-04-04", "1.1 A."),
        **minutes("2022-03-03", "1.1 The Board on 1 January 2022 and the Board on 9 September 2022 agreed."),
        "meetings/2022-08-08/agenda.md": "---\ndate: 2022-08-08\n---\n",
        **log("{meeting: 2022-07-07, update: U.}, {meeting: 2027-07-07, update: U.}"),
    }
    history = history_of(tmp_path, files)
    assert history.later_minutes == ("2022-03-03", "2022-04-04")
    assert history.gaps == ("2022-07-07", "2022-08-08", "2022-09-09")
    assert (history.raised_on, history.address) == (date(2022, 2, 10), "actions/2022/1/")
    assert history.raised_at
    assert history.raised_at.address == "meetings/2022-02-10/minutes/#p5-1"


# What is due at noon on 1 November 2026: the files, then kind, what, how it stands, path, day, whether it is urgent.
REPORT = "section-55/a.md"
M = "meetings/2022-02-10/minutes.md"
SILENT = (
    DueKind.SILENT, "2022/1", "raised on 10 February 2022; no later minutes are held", "actions.yaml",
    date(2022, 2, 10), False,
)  # fmt: skip
UNAPPROVED = (
    DueKind.NOT_APPROVED, "Minutes of 10 February 2022", "no status is stated", M, date(2022, 2, 10), False,
)  # fmt: skip
AGREED = minutes(
    "2022-03-03",
    "## 1. Minutes of the Board on 10 February 2022\n\n1.1 The minutes were agreed.",
    "status: approved\n",
)
PUT_OFF = {name: text.replace("agreed", "deferred") for name, text in AGREED.items()}
Row = tuple[DueKind, str, str, str, date | None, bool]
RESPONSES: dict[str, tuple[str, list[tuple[str, date, bool]]]] = {
    "long to come": ("published: 2026-09-22\n", [("due in 15 days, on 16 November 2026", date(2026, 11, 16), False)]),
    "soon": ("published: 2026-09-21\n", [("due in 14 days, on 15 November 2026 (Sunday)", date(2026, 11, 15), True)]),
    "tomorrow": ("published: 2026-09-08\n", [("due in 1 day, on 2 November 2026", date(2026, 11, 2), True)]),
    "over": (
        "published: 2026-09-01\nresponse: {url: 'https://example.org/'}\n",
        [("6 days over; the last day was 26 October 2026", date(2026, 10, 26), True)],
    ),
    "not known": ("published: 2026-09-01\n", [("publication not on record; the last day was 26 October 2026", date(2026, 10, 26), False)]),
    "of no known day": ("", []),
    "from before the law": ("published: 2017-01-01\n", []),
    "given": (
        "published: 2026-09-01\nresponse: {published: yes, sent_to_home_secretary: yes, sent_to_inspectorate: yes}\n",
        [],
    ),
    "elsewhere": ("published: 2026-09-01\ncovered_by: b\n", []),
}  # fmt: skip
CASES: dict[str, tuple[dict[str, str], list[Row]]] = {
    "an action that is open": (
        {**RAISED, **log("{on: 2022-05-05, status: open}", title="title: Vans,")},
        [
            (
                DueKind.OVERDUE,
                "2022/1 Vans",
                "open; its target of 1 March 2022 passed 1,706 days ago",
                "actions.yaml",
                date(2022, 3, 1),
                True,
            ),
            UNAPPROVED,
        ],
    ),
    "an action of which nothing is said": (
        {**RAISED, **AGREED, **log()},
        [
            (
                DueKind.TARGET_PASSED,
                "2022/1",
                "its target of 1 March 2022 passed; outcome not stated",
                "actions.yaml",
                date(2022, 3, 1),
                False,
            ),
            (*SILENT[:2], "raised on 10 February 2022; it was not found in the minutes of 3 March 2022", *SILENT[3:]),
            (*UNAPPROVED[:2], "approved on 3 March 2022: write status: approved", *UNAPPROVED[3:5], True),
        ],
    ),
    "an action without a target": ({**RAISED, **log(target="")}, [SILENT, UNAPPROVED]),
    "an action whose target is to come": ({**RAISED, **log(target="target: 2027-01-01,")}, [SILENT, UNAPPROVED]),
    "two actions, the second overdue": (
        {
            **RAISED,
            "actions.yaml": "actions:\n"
            "  - {id: 2022/1, raised: 2022-02-10, action: Sell boats., owners: [A]}\n"
            "  - {id: 2022/2, raised: 2022-02-10, action: Count., owners: [A], target: 31 October 2026,\n"
            "     events: [{on: 2022-05-05, status: open}]}\n",
        },
        [
            (
                DueKind.OVERDUE,
                "2022/2",
                "open; its target of 31 October 2026 passed 1 day ago",
                "actions.yaml",
                date(2026, 10, 31),
                True,
            ),
            SILENT,
            UNAPPROVED,
        ],
    ),
    "an action that has ended": ({**RAISED, **log(DONE)}, [UNAPPROVED]),
    "minutes whose approval was put off": (
        {**minutes("2022-02-10", "1.1 A.", "status: draft\n"), **PUT_OFF},
        [(*UNAPPROVED[:2], "still a draft", *UNAPPROVED[3:])],
    ),
    "minutes that are approved": (minutes("2022-02-10", "1.1 A.", "status: approved\n"), []),
    "an agenda": ({"meetings/2022-02-10/agenda.md": "---\ndate: 2022-02-10\n---\n"}, []),
    "embargoes": (
        {
            "pages/a.md": "---\npublish_at: 2027-06-01 09:30\n---\n\nA.\n",
            "pages/b.md": "---\npublish_at: 2026-11-01 12:00\n---\n\nA.\n",
            "pages/c.md": "---\npublish_at: 2026-11-01 12:01\n---\n\nA.\n",
        },
        [
            (DueKind.EMBARGO, "pages/a.md", "public from 1 June 2027, 09:30", "pages/a.md", date(2027, 6, 1), False),
            (DueKind.EMBARGO, "pages/c.md", "public from 1 November 2026, 12:01", "pages/c.md", date(2026, 11, 1), False),
        ],
    ),
}  # fmt: skip


def due_in(folder: Path, files: Mapping[str, str]) -> list[Row]:
    found, problems = due(write(folder, {"board.yaml": BOARD, **files}), NOW)
    assert found is not None, problems

    def below(path: str) -> str:
        return path.removeprefix(f"{folder}/")

    return [(d.kind, below(d.what), d.says, below(d.at.path), d.day, d.urgent) for d in found]


@pytest.mark.parametrize("case", RESPONSES)
def test_responses_that_are_due(tmp_path: Path, case: str) -> None:
    front, told = RESPONSES[case]
    other = "section-55/b.md"
    files = {REPORT: f"---\nreport: Night duty\n{front}---\n", other: "---\nreport: B\n---\n"}
    rows = [(DueKind.RESPONSE, "Night duty", says, REPORT, day, urgent) for says, day, urgent in told]
    assert due_in(tmp_path, files) == rows


@pytest.mark.parametrize("case", CASES)
def test_what_is_due(tmp_path: Path, case: str) -> None:
    files, told = CASES[case]
    assert due_in(tmp_path, files) == told


def test_what_is_due_has_headings_and_an_order() -> None:
    assert [(kind, kind.plural) for kind in DueKind] == [
        ("response", "Responses to inspection reports"),
        ("comments overdue", "Comments on inspection reports that were asked for and are overdue"),
        ("copies not sent", "Responses whose copies are not on record as sent"),
        ("overdue action", "Overdue actions"),
        ("target passed", "Actions whose target has passed, and whose outcome is not known"),
        ("silent action", "Actions without a later mention"),
        ("agenda or paper not out", "Agendas and papers of meetings to come that are not public"),
        ("public meeting without minutes", "Past public meetings without minutes"),
        ("minutes not approved", "Minutes that are not approved"),
        (
            "significant decision not whole",
            "Decisions of significant public interest without a day or a maker",
        ),
        ("not prominent", "What must be in a prominent place, and was not found there"),
        ("embargo", "Embargoes to come"),
    ]
    assert Due(DueKind.RESPONSE, "", "", None).urgent is False  # type: ignore[arg-type]


def test_the_day_is_that_of_the_uk(tmp_path: Path) -> None:
    """Half past eleven in the evening, UTC, is the next day in summer."""
    files = {
        REPORT: "---\nreport: A\npublished: 2026-05-01\n---\n",
        **RAISED,
        **log(OPEN, "target: 2026-06-09,"),
    }
    found, _ = due(write(tmp_path, {"board.yaml": BOARD, **files}), datetime(2026, 6, 9, 23, 30, tzinfo=UTC))
    assert found
    assert found[0].says == "due in 15 days, on 25 June 2026"
    assert found[1].says == "open; its target of 9 June 2026 passed 1 day ago"


# The page of a report, and the list.
def views(
    folder: Path, files: Mapping[str, str | bytes], as_at: date = AS_AT
) -> tuple[InspectionsView, list[Any]]:
    texts = {name: text for name, text in files.items() if isinstance(text, str)}
    index, *pages = inspection_pages(joined(folder, texts, as_at))
    assert isinstance(index.view, InspectionsView)
    assert (index.address, index.title, index.template) == ("section-55/", "Inspections", "section-55.html")
    assert index.section == "section-55/"
    return index.view, [index, *pages]


def test_the_page_of_a_report(tmp_path: Path) -> None:
    view, (index, night, day, weekend, old) = views(tmp_path, FILES)
    assert index.description == (
        "4 reports of inspectors, and the responses to them in the records of the Business Board, Westshire."
    )
    assert [page.address for page in (night, day, weekend, old)] == [
        f"section-55/{name}-duty/" for name in ("night", "day", "weekend", "old")
    ]
    assert (night.title, night.template, night.section) == (
        "Night duty",
        "section-55-report.html",
        "section-55/",
    )
    assert night.description == (
        "Report of HMICFRS, published on 4 January 2022, with 2 findings; Section 55 response: published. Night duty."
    )
    assert old.description == "Report of HMIC; Section 55 response: publication not on record. Old duty."
    assert (
        day.description
        == "Inspection report, published on 1 June 2021; Section 55 response: answered elsewhere. Day duty."
    )
    assert night.contents == tuple(
        ContentsEntry(anchor, title, 1)
        for anchor, title in [
            ("commissioners-comments", "Commissioner's comments"),
            ("chief-constables-comments", "Chief Constable's comments"),
            (
                "commissioners-response-to-the-chief-constable",
                "Commissioner's response to the Chief Constable",
            ),
            ("background", "Background"),
            ("recommendation-5", "Recommendation 5: Train the night shift"),
            ("cause-of-concern-2", "Cause of concern 2: Doors stand open"),
            ("progress", "Progress"),
        ]
    )
    assert day.contents == ()
    assert isinstance(night.view, InspectionView)
    assert night.view.report.slug == "night-duty"
    assert night.view.clock == Clock(ClockState.PUBLISHED, date(2022, 2, 28), 0, 49)
    assert [(place.reference.meeting, place.destination.address) for place in night.view.considered_at] == [
        ("2022-02-10", "meetings/2022-02-10/minutes/#p2-1"),
        ("2020-07-07", "meetings/2020-07-07/"),
    ]
    assert [(step.finding, place.address) for step, place in night.view.progress] == [
        ("cause OF concern 2", "meetings/2022-05-26/minutes/#p4-1"),
        (None, "meetings/2021-11-11/"),
    ]
    assert night.view.steps == {"recommendation-5": 0, "cause-of-concern-2": 1}
    assert (night.view.covered_by, day.view.covered_by) == (None, night.view.report)
    assert (night.view.as_at, night.view.missing) == (AS_AT, Missing((), ()))
    assert len(weekend.view.missing.not_held) == 4
    assert [v.address for v in view.inspections] == [page.address for page in (night, day, weekend, old)]
    assert night.about


@pytest.mark.parametrize(
    ("front", "says"),
    [
        ("kind: national\npublished: 2026-10-01\n", "Section 55 response: due"),
        ("kind: fire\n", "not a Section 55 report"),
        ("kind: other\n", "duty to respond not stated"),
    ],
)
def test_what_a_description_says_of_the_response(tmp_path: Path, front: str, says: str) -> None:
    archive = joined(tmp_path, {"section-55/a.md": f"---\nreport: A\n{front}---\n"}, date(2026, 11, 1))
    described = next(page.description for page in inspection_pages(archive) if page.title == "A")
    assert f"; {says}. " in described


def test_places_that_name_a_report_are_on_its_page(tmp_path: Path) -> None:
    files = {
        REPORT: "---\nreport: Night duty in the shires\n---\n",
        **minutes("2022-02-10", "1.1 The report Night duty in the shires was read."),
    }
    _, (_, page) = views(tmp_path, files)
    assert [mention.source.address for mention in page.view.mentions] == ["meetings/2022-02-10/minutes/#p1-1"]


def drawn(published: str, more: str = "") -> str:
    return f"---\nreport: A\npublished: {published}\n{more}---\n"


# Reports; the day that is marked on each one's 56 days, as at 1 November 2026, and what is said of all.
TRACKED = "response: {url: 'https://example.org/'}\n"
STRIPS: list[tuple[list[str], list[str], str]] = [
    ([], [], ""),
    ([drawn("2026-09-07")], ["today, day 56"], "Of 1 report with a last day to respond: 1 still within the time."),
    ([drawn("2026-09-06")], [""], "Of 1 report with a last day to respond: 1 not known."),
    ([drawn("2026-09-06", TRACKED)], ["today, day 57"], "Of 1 report with a last day to respond: 1 past the last day with no publication on record."),
    ([drawn("2022-02-01", "response: {published: 2022-03-28}\n")], ["response, day 56"], "Of 1 report with a last day to respond: 1 answered in time."),
    ([drawn("2022-02-01", "response: {published: 2022-03-29}\n")], ["response, day 57"], "Of 1 report with a last day to respond: 1 late by 1 day."),
    ([drawn("2022-02-01", "response: {published: yes}\n")], [""], "Of 1 report with a last day to respond: 1 not known."),
    ([drawn("2017-01-01", "response: {published: 2017-01-02}\n")], [""], ""),
    (["---\nreport: A\nresponse: {published: 2017-01-02}\n---\n"], [""], ""),
    (
        [
            drawn("2026-10-30"),
            drawn("2026-10-29"),
            drawn("2026-09-02", TRACKED),
            drawn("2022-02-02", "response: {published: 2022-02-02}\n"),
            drawn("2022-02-01", "response: {published: 2022-03-29}\n"),
            drawn("2021-01-01"),
        ],
        ["today, day 3", "today, day 4", "today, day 61", "response, day 1", "response, day 57", ""],
        "Of 6 reports with a last day to respond: 1 answered in time, 1 late by 1 day, 2 still within the time, "
        "1 past the last day with no publication on record, 1 not known.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "marks", "told"), STRIPS)
def test_what_the_clocks_say_together(
    tmp_path: Path, reports: list[str], marks: list[str], told: str
) -> None:
    files = {f"section-55/{n}.md": text for n, text in enumerate(reports)}
    view, _ = views(tmp_path, files)
    assert [v.strip.mark.words if v.strip else "" for v in view.inspections] == marks
    assert view.finding == told


@pytest.mark.parametrize(
    ("names", "told"),
    [
        # The body and the chief officer as board.yaml has them, and how what is missing is told.
        (
            (),
            ["the local policing body’s comments (s.55(5))", "the invitation of the chief officer of police"],
        ),
        (
            ("the Mayor", "the Chief Constable"),
            ["the Mayor’s comments (s.55(5))", "the invitation of the Chief Constable"],
        ),
        (("MOPAC", "the Commissioner"), ["MOPAC’s comments (s.55(5))", "the invitation of the Commissioner"]),
        (
            ("the Common Council", "the Commissioner of the City of London Police"),
            [
                "the Common Council’s comments (s.55(5))",
                "the invitation of the Commissioner of the City of London Police",
            ],
        ),
    ],
)
def test_what_is_missing_names_the_offices_of_the_area(
    tmp_path: Path, names: tuple[str, ...], told: list[str]
) -> None:
    parties = [(Party(name, name, None, None, Span("board.yaml")),) for name in names] or [(), ()]
    board = Board("Board", "Area", local_policing_body=parties[0], chief_officer=parties[1])
    front = f"published: {PUBLISHED}\nresponse: {{published: 2022-03-01}}\n"
    found = missing(report_of(tmp_path, front), board).not_held
    assert all(any(words.startswith(start) for words in found) for start in told), found
