"""Records that know each other: approvals, decisions, action life stories, clocks, posts and topics."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bcbsite.archive.archive import Archive, join
from bcbsite.archive.deadlines import ClockState, clock_of, closed_on, last_day_to_respond
from bcbsite.archive.due import DueKind
from bcbsite.archive.missing import missing
from bcbsite.pipeline import due
from bcbsite.read.content import read_content
from conftest import write

AS_AT = date(2026, 11, 1)
BOARD = "name: Business Co-ordination Board\narea: Westshire\n"


def joined(folder: Path, files: dict[str, str], as_at: date = AS_AT) -> Archive:
    content, problems = read_content(write(folder, {"board.yaml": BOARD} | files))
    assert content, problems
    return join(content, as_at)


def minutes(day: str, body: str, front: str = "") -> dict[str, str]:
    return {f"meetings/{day}/minutes.md": f"---\ndate: {day}\n{front}---\n\n{body}\n"}


# Approvals: the item about minutes, and what it does (meeting, whether put off).
APPROVALS: list[tuple[str, str, list[tuple[str, bool]]]] = [
    (
        "two at once",
        "## 3. Minutes of the Board meetings held on 28 July 2021 & 16 September 2021\n\n"
        "3.1 The Board approved the minutes of the meetings on 28 July 2021 and 16 September 2021.",
        [("2021-07-28", False), ("2021-09-16", False)],
    ),
    (
        "named in the title only",
        "## 3. To approve the minutes of the Board on 28 July 2021\n\n3.1 The minutes were agreed and signed by the Chair.",
        [("2021-07-28", False)],
    ),
    (
        "a deferral beats an approval",
        "## 3. To approve minutes of the Board meeting held on 3 September 2020\n\n3.1 The minutes were not circulated "
        "in time. They will now go to the Board on 28 October 2022 to be approved. The Board agreed to this.",
        [("2020-09-03", True)],
    ),
    (
        "one approved, one put off",
        "## 3. Minutes of the Board meetings held on 3 May 2020 and 3 June 2020\n\n"
        "3.1 The Board approved the minutes of 3 May 2020.\n\n3.2 The minutes of 3 June 2020 were deferred.",
        [("2020-05-03", False), ("2020-06-03", True)],
    ),
    (
        "subject to a change",
        "## 3. Minutes of the Board on 3 May 2020\n\n3.1 Subject to one change, the minutes were approved.",
        [("2020-05-03", False)],
    ),
    (
        "resolved",
        "## 3. Minutes of the Board on 3 May 2020\n\nResolved: That the minutes be approved.",
        [("2020-05-03", False)],
    ),
    ("only noted", "## 3. Minutes of the Board on 3 May 2020\n\n3.1 The Board noted the minutes.", []),
    ("another item", "## 3. Budget\n\n3.1 The Board approved the budget of the Board on 3 May 2020.", []),
    ("nothing said", "## 3. Minutes of the Board on 3 May 2020\n\n3.1 The Chair welcomed all.", []),
    (
        "a later meeting",
        "## 3. Minutes of the Board on 3 May 2023\n\n3.1 The Board approved the minutes.",
        [],
    ),
]


@pytest.mark.parametrize(("body", "told"), [row[1:] for row in APPROVALS], ids=[row[0] for row in APPROVALS])
def test_approvals(tmp_path: Path, body: str, told: list[tuple[str, bool]]) -> None:
    archive = joined(tmp_path, minutes("2022-02-10", body))
    found = [
        (approval.of, approval.deferred)
        for approvals in archive.approvals.at("2022-02-10").values()
        for approval in approvals
    ]
    assert sorted(found) == told
    for of, deferred in told:
        assert [(a.at, a.deferred) for a in archive.approvals.of(of)] == [("2022-02-10", deferred)]


# Decisions: the words of the minutes, and the kind and text of each decision.
DECISIONS: list[tuple[str, str, str, list[tuple[str, str]]]] = [
    ("a resolution", "", "Resolved: To note the report", [("noted", "To note the report")]),
    (
        "a list under it",
        "",
        "Resolved:\n\n- To approve the budget of £1.5m\n- To note the risks",
        [("approved", "To approve the budget of £1.5m"), ("noted", "To note the risks")],
    ),
    (
        "a list under words",
        "",
        "Agreed: To approve the following additions:\n\n- Vans\n- Boats",
        [("approved", "Vans"), ("approved", "Boats")],
    ),
    (
        "entries in italics",
        "",
        "Resolved:\n\n*(i) To agree the plan*\n\n*(ii) To note the paper*\n\n5.9 More.",
        [("agreed", "(i) To agree the plan"), ("noted", "(ii) To note the paper")],
    ),
    ("a sentence", "", "The Board approved the plan.", [("approved", "The Board approved the plan.")]),
    (
        "this",
        "",
        "It comes back in May. The Board agreed to this.",
        [("agreed", "It comes back in May. The Board agreed to this.")],
    ),
    (
        "older than its meeting",
        "decisions: [{at: '5.1', kind: approved, by: Commissioner, when: before the meeting}]\n",
        "Ten vans were bought.",
        [("approved", "There was a paper.")],
    ),
    ("none", "", "No Decision Notice was required.", []),
]


@pytest.mark.parametrize(
    ("front", "body", "told"), [row[1:] for row in DECISIONS], ids=[row[0] for row in DECISIONS]
)
def test_decisions(tmp_path: Path, front: str, body: str, told: list[tuple[str, str]]) -> None:
    text = f"## 5. Budget\n\n5.1 There was a paper.\n\n{body}"
    archive = joined(tmp_path, minutes("2022-02-10", text, front))
    assert [(d.kind, d.text) for d in archive.register] == told


def test_a_decision_knows_its_paper_its_notice_and_its_amounts(tmp_path: Path) -> None:
    text = (
        "## 5. Budget\n\n### 5.1 Vans\n\n5.1.1 The Board approved £299,570k and £1.5 million (CPCC-2022-003)."
    )
    files = minutes("2022-02-10", text) | {
        "meetings/2022-02-10/papers/05-a.md": "---\nitem: '5.0'\ntitle: A\npublish: full\n---\n",
        "decisions/CPCC-2022-003.md": "---\nreference: CPCC-2022-003\ntitle: Vans\n---\n",
        "decisions/CPCC-2022-004.md": "---\nreference: CPCC-2022-004\ntitle: Boats\ndate: 2022-03-01\n---\n\n£5k.\n",
    }
    notice, decision, undated = joined(tmp_path, files).register
    assert [paper.title for paper in decision.papers] == ["A"]
    assert decision.notice
    assert decision.notice.reference == "CPCC-2022-003"
    assert decision.amounts == ("£299,570k", "£1.5 million")
    assert (undated.origin, undated.text) == ("decision notice", "Vans")  # it is named, and stays by itself
    assert (notice.text, notice.day, notice.amounts) == ("Boats", date(2022, 3, 1), ("£5k",))


def test_a_notice_and_what_was_decided_at_its_paragraph_are_one(tmp_path: Path) -> None:
    text = "## 5. Budget\n\n5.1 A paper.\n\nResolved:\n\n- To approve ten vans\n- To note the risks"
    notice = "---\nreference: A-1\ntitle: Vans\nmeeting: 2022-02-10#5.1\n---\n"
    archive = joined(tmp_path, minutes("2022-02-10", text) | {"decisions/a.md": notice})
    assert [(d.kind, d.notice is not None) for d in archive.register] == [
        ("approved", True),
        ("noted", False),
    ]


LOG = """
series: [{id: "2022", title: A}]
actions:
  - id: 2022/1
    number: "1.0"
    raised: {meeting: 2022-02-10, item: "5.1"}
    action: Buy vans.
    owners: [Chief Constable]
    target: 1 March 2022
    events: [EVENTS]
"""
LATER = minutes("2022-05-05", "## 4. Log\n\n4.1 Reviewed:\n\n- Action 1.0\n\n  **Update:** Bought.")
RAISED = minutes("2022-02-10", "## 5. Budget\n\n5.1 Vans.\n\nAction 1.0: Buy vans.")


@pytest.mark.parametrize(
    ("events", "standing"),
    [
        ("", (False, 1706, True, 1725)),
        ("{on: 2022-04-01, status: open}", (True, 1706, False, 1725)),
        ("{on: 2022-04-01, status: ongoing, target: 1 May 2027}", (False, 0, False, 1725)),
        ("{on: 2022-04-01, update: Something.}", (False, 1706, False, 1725)),
        ("{on: 2022-04-01, status: open}, {on: 2022-05-01, status: complete}", (False, 0, False, 80)),
        ("{on: 2022-04-01, status: withdrawn}", (False, 0, False, 50)),
    ],
)
def test_how_an_action_stands(tmp_path: Path, events: str, standing: tuple[bool, int, bool, int]) -> None:
    """Whether it is overdue, the days past its target, whether it is silent, and the days open."""
    [history] = joined(tmp_path, RAISED | {"actions.yaml": LOG.replace("EVENTS", events)}).actions
    assert standing == (
        history.is_overdue(AS_AT),
        history.days_past_target(AS_AT),
        history.is_silent,
        history.days_open(AS_AT),
    )


def test_an_actions_life_is_told_from_all_records(tmp_path: Path) -> None:
    files = RAISED | LATER | minutes("2022-06-06", "## 2. Vans\n\n2.1 As Action 1.0 asked, they came.")
    event = "{on: 2022-05-05, meeting: 2022-05-05, item: '4', update: Bought.}"
    other = LOG.replace("EVENTS", event).replace("item: '4'", "item: '4.1'")
    [history] = joined(tmp_path, files | {"actions.yaml": other}).actions
    assert history.events[0].address == "meetings/2022-05-05/minutes/#p4-1-n1"
    assert [mention.source.address for mention in history.mentions] == ["meetings/2022-06-06/minutes/#p2-1"]
    assert history.later_minutes == ("2022-05-05", "2022-06-06")


def test_no_later_mention_names_what_is_held_and_the_gaps(tmp_path: Path) -> None:
    later = minutes("2022-06-06", "## 3. Minutes of the Board on 5 May 2022\n\n3.1 The Board approved them.")
    [history] = joined(tmp_path, RAISED | later | {"actions.yaml": LOG.replace("EVENTS", "")}).actions
    assert history.is_silent
    assert (history.later_minutes, history.gaps) == (("2022-06-06",), ("2022-05-05",))


def test_who_held_the_post_of_an_owner_then(tmp_path: Path) -> None:
    people = """
people:
  - {id: a, name: Al Ash, posts: [{post: Chief Constable, from: 2020-01-01, to: 2021-12-31}]}
  - {id: b, name: Bo Bee, posts: [{post: Chief Constable}]}
  - {id: c, name: Cy Cox, posts: [{post: Deputy Chief Constable}]}
"""
    listed = "members: ['Bo Bee, Chief Constable', 'Cy Cox, Deputy Chief Constable', 'Al Ash, Guest']\n"
    files = minutes("2022-02-10", "## 1. Welcome", listed) | {"people.yaml": people}
    owners = joined(tmp_path, files).owners
    assert [r.person.name for r in owners.held_by("chief constable", date(2022, 2, 10))] == ["Bo Bee"]
    assert [r.person.name for r in owners.held_by("Chief Constable", date(2021, 2, 10))] == ["Al Ash"]
    assert owners.held_by("Chief Constable", date(2022, 2, 11)) == ()


# From the Police Act 1996, s.55(5A): 56 days, of which that of publication is the first.
@pytest.mark.parametrize(
    ("published", "last_day", "closed"),
    [
        (date(2019, 7, 17), date(2019, 9, 10), ""),
        (date(2019, 4, 2), date(2019, 5, 27), "Spring Bank Holiday"),
        (date(2019, 4, 10), date(2019, 6, 4), ""),
        (date(2024, 1, 15), date(2024, 3, 10), "Sunday"),
        (date(2025, 10, 31), date(2025, 12, 25), "Christmas Day"),
        (date(2022, 1, 8), date(2022, 3, 4), ""),
    ],
)
def test_the_last_day(published: date, last_day: date, closed: str) -> None:
    assert last_day_to_respond(published) == last_day
    assert closed_on(last_day) == closed


@pytest.mark.parametrize("published", [None, date(2017, 4, 2)])
def test_reports_without_a_last_day(published: date | None) -> None:
    assert last_day_to_respond(published) is None


# Front matter, the days since publication; then the state, its days, and the day of the 56.
CLOCKS: list[tuple[str, int, tuple[ClockState, int, int | None]]] = [
    ("", 0, (ClockState.DUE, 55, None)),
    ("", 55, (ClockState.DUE, 0, None)),
    ("", 56, (ClockState.UNKNOWN, 1, None)),
    ("response: {published: , url: }\n", 56, (ClockState.OVER, 1, None)),
    ("response: {published: 2022-03-01}\n", 500, (ClockState.PUBLISHED, 0, 29)),
    ("response: {published: 2022-04-02}\n", 500, (ClockState.PUBLISHED, 5, 61)),
    ("response: {published: yes}\n", 500, (ClockState.PUBLISHED, 0, None)),
    ("covered_by: b\n", 500, (ClockState.COVERED, 0, None)),
]


@pytest.mark.parametrize(("front", "after", "stands"), CLOCKS)
def test_the_clock(
    tmp_path: Path, front: str, after: int, stands: tuple[ClockState, int, int | None]
) -> None:
    published = date(2022, 2, 1)
    text = f"---\nreport: A\npublished: {published}\n{front}---\n"
    [report] = joined(tmp_path, {"section-55/a.md": text}).inspections
    clock = clock_of(report, published + timedelta(days=after))
    assert (clock.state, clock.days, clock.day_number) == stands


def test_what_the_law_asks_and_the_file_lacks(tmp_path: Path) -> None:
    front = "---\nreport: A\npublished: 2022-02-01\nresponse: {published: 2022-03-28, sent_to_home_secretary: yes}\n---\n\n"
    findings = "## Recommendation 1\n\n> Do.\n\nCommissioner: We do.\n\n## Recommendation 2\n\n> Do.\n\nChief Constable: Done.\n"
    archive = joined(tmp_path, {"section-55/a.md": front + findings})
    [report] = archive.inspections
    # What the chief constable says does not stand for the commissioner, and what he does not say is no failing.
    assert list(missing(report, archive.board, AS_AT).not_held) == [
        "the local policing body’s explanation for recommendation 2 (s.55(5B))",
        "the copy to the inspectors of constabulary (s.55(6))",
    ]


def test_topics_are_threads_through_the_years(tmp_path: Path) -> None:
    board = BOARD + "topics: [{id: vans, title: Vans, terms: [van, Fleet Strategy]}]\n"
    files = (
        {"board.yaml": board, "actions.yaml": LOG.replace("EVENTS", "").replace("Buy vans.", "Sell it.")}
        | minutes(
            "2022-02-10",
            "## 5. A Van\n\n5.1 The Board approved it.\n\nAction 1.0: Sell it.\n\n## 6. Caravan\n\n6.1 No.",
        )
        | minutes("2023-02-10", "## 2. Cars\n\n2.1 See the fleet strategy.")
    )
    [topic] = joined(tmp_path, files).topics
    assert [(entry.meeting.id, entry.item.heading) for entry in topic.items] == [
        ("2023-02-10", "2 Cars"),
        ("2022-02-10", "5 A Van"),
    ]
    assert [decision.kind for decision in topic.items[1].decisions] == ["approved"]
    assert [history.action.id for history in topic.actions] == ["2022/1"]


def test_what_is_due(tmp_path: Path) -> None:
    report = "---\nreport: {}\npublished: {}\n{}---\n"
    files = {
        "board.yaml": BOARD,
        **RAISED,
        **minutes(
            "2022-03-03",
            "## 1. Minutes of the Board on 10 February 2022\n\n1.1 The Board approved them.",
            "status: draft\n",
        ),
        "actions.yaml": LOG.replace("EVENTS", "{on: 2022-04-01, status: open}"),
        "section-55/a.md": report.format("A", "2026-09-20", ""),
        "section-55/b.md": report.format("B", "2026-08-01", "response: {published: }\n"),
        "section-55/c.md": report.format("C", "2020-08-01", ""),
        "pages/later.md": "---\npublish_at: 2027-01-01\n---\n\nLater.\n",
    }
    found, _ = due(write(tmp_path, files), datetime(2026, 11, 1, 12, tzinfo=UTC))
    assert found is not None
    assert [(entry.kind, entry.urgent) for entry in found] == [
        (DueKind.RESPONSE, True),
        (DueKind.RESPONSE, True),
        (DueKind.RESPONSE, False),
        (DueKind.OVERDUE, True),
        (DueKind.NOT_APPROVED, True),
        (DueKind.NOT_APPROVED, False),
        (DueKind.EMBARGO, False),
    ]
    assert "due in 13 days, on 14 November 2026 (Saturday)" in found[0].says
    assert "37 days over" in found[1].says
    assert "not on record" in found[2].says
