"""Sentences that say “resolved”, “agreed” or the like: each is read, or dismissed with a reason, or told of."""

import re

import pytest

from bcbsite.archive.deciding.offices import Offices
from bcbsite.archive.deciding.reader import OutcomeReader, Reading
from bcbsite.archive.deciding.splitting import sentences_of
from bcbsite.model.blocks import all_prose
from bcbsite.model.body import Body, Item
from bcbsite.read.content import read_content
from bcbsite.text.fold import fold
from conftest import REPOSITORY
from test_body import read

READER = OutcomeReader(Offices(("Business Co-ordination Board",)))
# Written down anew, and not taken from the reader.
WORDS = re.compile(
    r"\b(approved|agreed|adopted|accepted|endorsed|ratified|resolved|decided|noted|deferred|postponed|refused"
    r"|declined|rejected|withdrawn|resolves|agrees|decides|approves|adopts)\b",
    re.IGNORECASE,
)


def counted(body: Body) -> int:
    """How many sentences anywhere in *body* have one of the words."""
    texts = [
        prose.text
        for part in body.parts
        for prose in ((part.title,) if isinstance(part, Item) else all_prose(part.blocks))
    ]
    folded = map(fold, texts)
    return sum(bool(WORDS.search(t.text[a:b])) for t in folded for a, b in sentences_of(t))


def total(reading: Reading) -> int:
    return reading.sentences + len(reading.unread) + len(reading.dismissed)


@pytest.mark.parametrize(
    ("text", "sentences", "unread", "why"),
    [
        ("The Board approved the plan.", 1, 0, []),
        ("The Board noted the report and approved the plan.", 1, 0, []),
        ("Resolved: To note the report.", 1, 0, []),
        ("Decision: That the budget be set.", 1, 0, []),
        ("Decision: none.", 0, 0, ["says that no decision was made"]),
        ("Resolved:\n\n(a) that the plan was approved;\n\n(b) to wait.", 2, 0, []),
        ("In 2019 the Board approved the plan.", 0, 0, ["told of another day"]),
        ("Was the plan approved?", 0, 0, ["a question, or a condition"]),
        ("She said that the plan was agreed.", 0, 0, ["what somebody said, asked or was told, or in brackets"]),
        ("The plan has to be approved.", 0, 0, ["still to be done, done before, or not done"]),
        ("The Panel approved the plan.", 0, 0, ["by somebody else, or nobody is named who decides for the body"]),
        ("The Commissioner approves contracts.", 0, 0, ["a rule or a habit, in the present tense"]),
        ("The Commissioner has approved the bid.", 0, 1, []),
        ("Jo Bennett moved that boats be bought. It was noted that the Panel agreed.", 0, 1, ["part of a motion that is told of"]),
        ("Jo Bennett moved that boats be bought. The motion was put to the vote and agreed.", 2, 0, []),
        ("- The Board approved the plan.\n- The Board noted the report.", 0, 1, ["after one in the same list or table that is told of"]),
        ("- The Panel approved the plan.", 0, 0, ["by somebody else, or nobody is named who decides for the body"]),
        ("> The Board approved the plan.", 0, 0, ["in a quotation"]),
        ("| What |\n|---|\n| The Board approved it. |", 0, 1, []),
        ("Action: Write to all who agreed.", 0, 0, ["in the words of an action, an update or a report"]),
        ("## 6. Approved plans", 0, 0, ["in a heading"]),
        ("The weather was fine.", 0, 0, []),
    ],
)  # fmt: skip
def test_each_sentence_is_read_or_dismissed_or_told_of(
    text: str, sentences: int, unread: int, why: list[str]
) -> None:
    body = read(f"5.1 One.\n\n{text}")
    reading = READER.read(body)
    assert (reading.sentences, len(reading.unread)) == (sentences, unread)
    assert [str(dismissed.why) for dismissed in reading.dismissed] == why


def test_the_sums_balance_in_the_demonstration() -> None:
    content, _ = read_content(REPOSITORY / "content")
    assert content
    for meeting in content.meetings:
        if meeting.minutes:
            body = meeting.minutes.body
            assert total(READER.read(body)) == counted(body), meeting.id


@pytest.mark.parametrize("name", ["decisions.txt", "no-decisions.txt"])
def test_no_sentence_is_lost(name: str) -> None:
    """A motion can lack all of the words, so that there can be more than are counted."""
    lines = (REPOSITORY / "tests" / "fixtures" / name).read_text("utf-8").splitlines()
    for line in (line.rpartition(" | ")[2] for line in lines):
        body = read(f"5.1 One.\n\n{line}")
        assert total(READER.read(body)) >= counted(body), line


def test_lines_are_those_of_the_sentences() -> None:
    reading = READER.read(
        read("5.1 One.\n\n5.2 It rained.\nThe Board approved the plan.\n\n- The Panel agreed.")
    )
    assert [outcome.line for outcome in reading.outcomes] == [4]
    assert [dismissed.line for dismissed in reading.dismissed] == [6]
