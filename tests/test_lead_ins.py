"""What leads in to what is decided: labels alone, “The Board agreed that:”, and limbs within a paragraph."""

import pytest

from bcbsite.archive.deciding.offices import Offices
from bcbsite.archive.deciding.reader import OutcomeReader
from test_body import read

READER = OutcomeReader(Offices(("Oversight Board",), (), (), ("Westshire",)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RESOLVED:-\n\nThat the boats be sold.", [("decided", "That the boats be sold.")]),
        ("RESOLVED –\n\nThat the boats be sold.", [("decided", "That the boats be sold.")]),
        ("Resolved\nThat the vans be sold.", [("decided", "That the vans be sold.")]),
        ("AGREED –\n\n(1) to sell; and\n\n(2) to defer it.",
         [("agreed", "(1) to sell; and"), ("deferred", "(2) to defer it.")]),
        ("The Board agreed that:\n\n- the vans be sold;\n- the item be deferred.",
         [("agreed", "the vans be sold;"), ("deferred", "the item be deferred.")]),
        ("It was agreed to:\n\n(a) sell the vans;\n\n(b) note the report.",
         [("agreed", "(a) sell the vans;"), ("noted", "(b) note the report.")]),
        ("Members resolved that:\n\ni. the vans be sold;\n\nii. the boats be kept.",
         [("decided", "i. the vans be sold;"), ("decided", "ii. the boats be kept.")]),
        ("The Board:\n\n(a) noted the report; and\n\n(b) approved the plan.",
         [("noted", "(a) noted the report; and"), ("approved", "(b) approved the plan.")]),
        ("The Board resolved:\n(a) to sell the vans;\n(b) to keep the boats.",
         [("decided", "(a) to sell the vans;"), ("decided", "(b) to keep the boats.")]),
        ("Decision(s): (1) Noted the report. (2) Approved the purchase.",
         [("noted", "(1) Noted the report."), ("approved", "(2) Approved the purchase.")]),
        ("The Board agreed:\n\nto let the hut.", [("agreed", "to let the hut.")]),
        ("Resolved: That the hut (a) be let and (b) be painted.",
         [("decided", "That the hut (a) be let and (b) be painted.")]),
    ],
)  # fmt: skip
def test_what_is_led_in_to(text: str, found: list[tuple[str, str]]) -> None:
    outcomes = READER.read(read(f"5.1 One.\n\n{text}")).outcomes
    assert [(outcome.kind, outcome.text) for outcome in outcomes] == found


def test_the_words_that_lead_in_stand_before_each() -> None:
    found = READER.read(read("5.1 The Commissioner approved:\n\n1. the sale;\n2. the loan.")).outcomes
    assert [(o.by, o.before, o.line) for o in found] == [
        ("the Commissioner", "The Commissioner approved:", 3),
        ("the Commissioner", "The Commissioner approved:", 4),
    ]


@pytest.mark.parametrize(
    "text", ["RESOLVED", "The Board agreed that:", "The Board agreed:\n\n| A |\n|---|\n| b |"]
)
def test_what_leads_in_to_nothing_is_told_of(text: str) -> None:
    reading = READER.read(read(f"5.1 One.\n\n{text}"))
    assert (reading.outcomes, len(reading.unread)) == ((), 1)
