"""Whose decision it is: the office's in law, by delegation, or an outcome of the board, and by what power."""

from pathlib import Path

import pytest

from bcbsite.archive.deciding.capacity import Capacity, power_in
from bcbsite.archive.deciding.offices import Offices
from bcbsite.archive.deciding.reader import OutcomeReader
from conftest import build, write
from test_body import read
from test_joined import joined, minutes

OFFICE, DELEGATED, BOARD, UNSTATED = Capacity.OFFICE, Capacity.DELEGATED, Capacity.BOARD, Capacity.UNSTATED
BOARDS = Offices(("Oversight Board",))

DECIDED = [
    ("The Commissioner approved the precept.", "the Commissioner", OFFICE),
    ("The PCC agreed to pay for the boats.", "the PCC", OFFICE),
    ("PCC agreed to pay for the boats.", "the PCC", OFFICE),
    ("Commissioner approved the plan.", "the Commissioner", OFFICE),
    ("The Commissioner (Alex Morgan) approved the plan.", "the Commissioner (Alex Morgan)", OFFICE),
    ("The PFCC decided to set the precept at 2%.", "the PFCC", OFFICE),
    ("The Police & Crime Commissioner approved the plan.", "the Police & Crime Commissioner", OFFICE),
    (
        "The Police, Fire and Crime Commissioner for Westshire approved the plan.",
        "the Police, Fire and Crime Commissioner for Westshire",
        OFFICE,
    ),
    ("The Mayor of Westshire approved the plan.", "the Mayor of Westshire", OFFICE),
    ("The plan was approved by the Commissioner.", "the Commissioner", OFFICE),
    ("Approved by the Commissioner.", "the Commissioner", OFFICE),
    ("It was agreed by the PCC that the plan be published.", "the PCC", OFFICE),
    ("Approval was given by the Commissioner.", "the Commissioner", OFFICE),
    ("The Commissioner gave her approval to the sale.", "the Commissioner", OFFICE),
    ("The decision was taken by the Commissioner to sell.", "the Commissioner", OFFICE),
    ("The Commissioner and the Board approved the plan.", "the Commissioner", OFFICE),
    ("The Board, and then the Commissioner, approved the plan.", "the Commissioner", OFFICE),
    ("The plan was approved by the Board and the Commissioner.", "the Commissioner", OFFICE),
    ("Resolved: The Commissioner approved the sale.", "the Commissioner", OFFICE),
    ("The Deputy Commissioner approved the grant.", "the Deputy Commissioner", DELEGATED),
    ("The Deputy PCC agreed to pay the grant.", "the Deputy PCC", DELEGATED),
    ("The Deputy Mayor for Policing and Crime approved the grant.",
     "the Deputy Mayor for Policing and Crime", DELEGATED),
    ("The Chief Executive, under delegated authority, approved the contract.", "the Chief Executive", DELEGATED),
    ("The Chief Finance Officer approved the loan under the scheme of delegation.",
     "the Chief Finance Officer", DELEGATED),
    ("The Board approved the plan.", "the Board", BOARD),
    ("The Oversight Board noted the report.", "the Board", BOARD),
    ("It was resolved that the plan be adopted.", "the Board", BOARD),
    ("The Board agreed to recommend that the Commissioner approve the plan.", "the Board", BOARD),
]  # fmt: skip


@pytest.mark.parametrize(("text", "by", "capacity"), DECIDED)
def test_who_decided_and_in_what_capacity(text: str, by: str, capacity: Capacity) -> None:
    [outcome] = OutcomeReader(BOARDS).read(read(f"5.1 One.\n\n{text}")).outcomes
    assert (outcome.by, outcome.capacity) == (by, capacity)


def test_two_deciders_in_a_sentence_decide_each_their_own() -> None:
    text = "The Board noted the report and the Commissioner approved the precept."
    found = OutcomeReader(BOARDS).read(read(f"5.1 {text}")).outcomes
    assert [(o.kind, o.capacity) for o in found] == [("noted", BOARD), ("approved", OFFICE)]


@pytest.mark.parametrize(
    "text",
    [
        "The Chief Executive approved the contract.",
        "The Chief Constable approved it under delegated authority.",
        "The Information Commissioner approved the notice.",
        "The Victims’ Commissioner approved the plan.",
        "The Commissioner of Police approved the plan.",
        "The PCC Team approved the plan.",
        "The Panel approved the plan.",
        "Approval was given by the Home Office.",
    ],
)
def test_who_does_not_decide(text: str) -> None:
    assert OutcomeReader(BOARDS).read(read(f"5.1 {text}")).outcomes == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Commissioner signed off the plan.",
        "The Commissioner was content to approve the plan.",
        "PCC Morgan approved the plan.",
        "The Commissioner has approved the plan.",
    ],
)
def test_what_an_office_may_have_decided_is_told(text: str) -> None:
    reading = OutcomeReader(BOARDS).read(read(f"5.1 {text}"))
    assert (len(reading.outcomes), len(reading.unread)) == (0, 1)


def test_the_commissioner_is_no_local_policing_body_in_london() -> None:
    """There the chief officer is so called (Police Act 1996, s.101)."""
    london = Offices(("Oversight Board",), ("MOPAC",), ("Commissioner of Police of the Metropolis",))
    reader = OutcomeReader(london)
    assert reader.read(read("5.1 The Commissioner agreed to bring a paper.")).outcomes == ()
    for text, by in (
        ("MOPAC approved the plan.", "MOPAC"),
        ("The plan was approved by MOPAC.", "MOPAC"),
        ("The Mayor approved the plan.", "the Mayor"),
    ):
        [outcome] = reader.read(read(f"5.1 {text}")).outcomes
        assert (outcome.by, outcome.capacity) == (by, OFFICE)
    [outcome] = reader.read(read("5.1 The DMPC approved the plan.")).outcomes
    assert outcome.capacity is DELEGATED


def test_a_council_decides_by_its_own_name() -> None:
    city = Offices(("Oversight Board",), ("Court of Common Council", "the Common Council"), ())
    [outcome] = OutcomeReader(city).read(read("5.1 The Common Council approved the plan.")).outcomes
    assert (outcome.by, outcome.capacity) == ("the Common Council", OFFICE)


@pytest.mark.parametrize(
    ("words", "power"),
    [
        ("The Deputy approved it under delegated authority.", "under delegated authority"),
        ("She approved it using her delegated powers.", "using her delegated powers"),
        ("He approved it under the Scheme of Delegation.", "under the Scheme of Delegation"),
        ("Approved on behalf of the Commissioner.", "on behalf of the Commissioner"),
        ("The PCC issued the plan under section 5(1) of the Police Reform and Social Responsibility Act 2011.",
         "under section 5(1) of the Police Reform and Social Responsibility Act 2011"),
        ("The sale was agreed under s.18.", "under s.18"),
        ("It was under way, and under £5,000.", None),
        ("The Board approved the plan.", None),
    ],
)  # fmt: skip
def test_by_what_power(words: str, power: str | None) -> None:
    assert power_in(words) == power


@pytest.mark.parametrize(
    ("by", "capacity"),
    [
        (None, UNSTATED),
        ("Alex Morgan", UNSTATED),
        ("Alex Morgan, Police and Crime Commissioner", OFFICE),
        ("The Commissioner", OFFICE),
        ("Deputy Commissioner", DELEGATED),
        ("Chief Executive, under delegated authority", DELEGATED),
        ("Chief Executive", UNSTATED),
        ("the Board", BOARD),
        ("The Oversight Board", BOARD),
        ("Members", BOARD),
    ],
)
def test_the_capacity_of_who_is_stated(by: str | None, capacity: Capacity) -> None:
    assert BOARDS.capacity(by) is capacity


def test_a_notice_says_who_decided_what_the_board_approved(tmp_path: Path) -> None:
    notice = (
        "---\nreference: WS-1\ntitle: Vans\nmeeting: 2022-02-10#5.1\ndecided_by: Commissioner\n---\n\nVans.\n"
    )
    files = minutes("2022-02-10", "## 5. Vans\n\n5.1 The Board approved the purchase of vans.")
    [decision] = joined(tmp_path, files | {"decisions/WS-1.md": notice}).register
    assert (decision.by, decision.capacity) == ("Commissioner", OFFICE)


def test_the_register_says_what_it_is_and_whose_each_entry_is(tmp_path: Path) -> None:
    body = (
        "## 5. Vans\n\n5.1 The Board approved the purchase.\n\n5.2 The PFCC approved the loan.\n\n"
        "5.3 The Chief Executive approved the lease under delegated powers."
    )
    files = minutes("2022-02-10", body, "status: approved\n")
    site = build(write(tmp_path / "content", files), tmp_path / "site")
    page = " ".join((site / "decisions/index.html").read_text(encoding="utf-8").split())
    assert "In law it is the local policing body that decides" in page
    assert "Outcome of the Board" in page
    assert "<strong>Decision by: the PFCC</strong>" in page
    assert "<strong>Decision by delegation: the Chief Executive</strong>, “under delegated powers”" in page
    assert "decision of the office" in (site / "data/decisions.csv").read_text(encoding="utf-8")
    assert "decision by delegation" in (site / "decisions/feed.xml").read_text(encoding="utf-8")
