"""How votes fell: counts are read where votes are spoken of, and nowhere else."""

import pytest

from bcbsite.archive.deciding.offices import Offices
from bcbsite.archive.deciding.reader import OutcomeReader
from bcbsite.archive.deciding.votes import Votes, names_voters, votes_in
from test_body import read

READER = OutcomeReader(Offices(("Oversight Board",), (), (), ("Westshire",)))


@pytest.mark.parametrize(
    ("text", "in_favour", "against", "abstained"),
    [
        ("For: 5 Against: 2. Carried", 5, 2, None),
        ("For: 5\nAgainst: 2\nAbstentions: 1", 5, 2, 1),
        ("2 voting for and 5 against", 2, 5, None),
        ("The motion was carried 5-2-1.", 5, 2, 1),
        ("Ayes 5, Noes 2.", 5, 2, None),
        ("In favour 4. Against 1.", 4, 1, None),
        ("Votes: for 5, against 1, abstentions 2.", 5, 1, 2),
        ("9 votes for and none against", 9, 0, None),
        ("four votes to one, with one abstention", 4, 1, 1),
        ("On a vote of 3 to 4 the motion was lost", 3, 4, None),
        ("7 in favour, 0 against, 2 abstentions", 7, 0, 2),
        ("Three voted in favour and three against", 3, 3, None),
        ("5 councillors voted for the motion, 2 voted against", 5, 2, None),
        ("carried with 7 votes in favour and one abstention", 7, None, 1),
    ],
)
def test_votes(text: str, in_favour: int | None, against: int | None, abstained: int | None) -> None:
    assert votes_in(text) == Votes(in_favour, against, abstained)


@pytest.mark.parametrize(
    "text",
    [
        "The Commissioner approved £25,000 for youth work.",
        "The Board agreed to let the hut for three years.",
        "A grant of £300 for the club was approved.",
        "The meeting was adjourned for ten minutes.",
        "It was agreed to insure against one risk.",
        "The Board agreed to finish by 10-15 March.",
        "The Board agreed to finish by 4 to 6 weeks.",
        "The Board agreed 3 to 5 posts.",
        "The Board agreed to test the vans against three standards for two weeks.",
        "The Board approved a budget of 5 against 4 objectives.",
        "Two were bought for one and for 3 of them at once.",
    ],
)
def test_numbers_that_count_no_votes(text: str) -> None:
    assert votes_in(text) is None
    assert all(outcome.motion is None for outcome in READER.read(read(f"5.1 {text}")).outcomes)


def test_the_greater_number_is_against_what_was_lost() -> None:
    assert votes_in("The motion was defeated by 5 votes to 3.", lost=True) == Votes(3, 5)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("For: Cllrs Ames, Birch and Ng. Against: Cllr Peel.", True),
        ("Cllr Peel voted against.", True),
        ("For: 5. Against: none.", False),
        ("The Board voted for the plan.", False),
        ("Three voted against.", False),
    ],
)
def test_votes_by_name(text: str, named: bool) -> None:
    assert names_voters(text) is named


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("Ms Rao moved, seconded by Mr Bowen, that boats be bought. For: 2 Against: 5. The motion was lost.",
         Votes(2, 5)),
        ("Ayes 5, Noes 2. The motion was carried.", Votes(5, 2)),
        ("RESOLVED: That boats be bought. In favour 4. Against 1.", Votes(4, 1)),
        ("The Board approved the plan. For: 4. Against: 1.", Votes(4, 1)),
        ("The motion was rejected by 5 votes to 3.", Votes(3, 5)),
        ("The bid was rejected by 5 votes to 3.", Votes(5, 3)),
    ],
)  # fmt: skip
def test_votes_beside_a_decision(text: str, votes: Votes) -> None:
    [outcome] = READER.read(read(f"5.1 One.\n\n{text}")).outcomes
    assert outcome.motion
    assert outcome.motion.votes == votes


def test_votes_by_name_are_told_of() -> None:
    text = "A recorded vote was taken. For: Cllrs Ames and Birch. Against: Cllr Peel. The motion was carried."
    reading = READER.read(read(f"5.1 {text}"))
    assert [outcome.kind for outcome in reading.outcomes] == ["carried"]
    assert "who voted how" in reading.unread[0].message
