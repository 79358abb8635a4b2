"""Outcomes: what sentences of minutes state, and what only looks like it."""

import pytest

from bcbsite.archive.deciding.offices import Offices
from bcbsite.archive.deciding.reader import OutcomeReader
from test_body import read

READER = OutcomeReader(Offices(("Business Co-ordination Board", "Business Coordination Board", "BCB")))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Board noted the report.", ["noted"]),
        ("The Board approved the draft Plan prior to its being submitted.", ["approved"]),
        ("The Business Coordination Board (the “Board”) approved the minutes.", ["approved"]),
        ("BCB formally adopted the policy.", ["adopted"]),
        (
            "The minutes will go to the Board on 28 October 2020 to be approved. The Board agreed to this.",
            ["agreed"],
        ),
        ("The Board noted the report and approved the recommendations.", ["noted", "approved"]),
        ("The Board were satisfied with the minutes and approved them.", ["approved"]),
        ("The minutes of 3 May were agreed and signed by the Chairman.", ["agreed"]),
        ("The report was noted.", ["noted"]),
        ("This was agreed by the Board.", ["agreed"]),
        ("The Board deferred the item to May. The paper was accepted.", ["deferred", "accepted"]),
        ("The Board agreed that vans be bought.", ["agreed"]),
        ("Resolved: To note the report", ["noted"]),
        ("**Decision:** That the budget be approved", ["approved"]),
        ("Agreed: ten vans", ["agreed"]),
        ("The Board noted that the report had been published.", []),
        ("It was noted that the Order requires it.", []),
        ("It was decided that the Board may be the forum.", []),
        ("The Commissioner noted the high levels of satisfaction.", []),
        ("The Commissioner has approved the bid.", []),
        ("There were recommendations that the Commissioner had approved, prior to the meeting.", []),
        ("The recommendations were approved by the Commissioner.", ["approved"]),
        ("The recommendations were approved by the Chief Constable.", []),
        ("The Board were asked to note the main themes.", []),
        ("The Commissioner asked the Board to note this.", []),
        ("Also noted and welcomed was the increase.", []),
        ("The Force Executive Board approved the plan.", []),
        ("The Boarding house was approved.", []),
        ("Action: the Board approved to look again.", []),
        ("No Decision Notice was required.", []),
        ("To approve the minutes.", []),
    ],
)
def test_outcomes(text: str, kinds: list[str]) -> None:
    assert [outcome.kind for outcome in READER.read(read(f"5.1 One.\n\n{text}")).outcomes] == kinds


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (
            "The minutes will go to the May meeting. The Board agreed to this.",
            "The minutes will go to the May meeting.",
        ),
        ("Vans are old. These should be sold. The Board approved this.", "These should be sold."),
        ("Vans are old. The Board approved the plan.", ""),
        ("The Board agreed to this.", ""),
    ],
)
def test_what_this_is_stands_before_it(text: str, before: str) -> None:
    (outcome,) = READER.read(read(f"5.1 {text}")).outcomes
    assert outcome.before == before


def test_headings_and_lists_state_none() -> None:
    body = read("## 5. The Board approved the plan.\n\n5.1 Asked to:\n\n- The Board noted the report.\n")
    assert READER.read(body).outcomes == ()
