"""Sentences that say in prose what somebody is to do: they are told of, once for each document."""

from pathlib import Path

from bcbsite.pipeline import load
from conftest import NOW, write

SENTENCES = {
    "The Treasurer undertook to circulate the figures.": True,
    "The Clerk was asked to write to the harbour master.": True,
    "Ms Shah undertook to bring a paper in May.": True,
    "The Chief Constable was tasked with a review of the rota.": True,
    "The Head of Finance was asked by the Board to find another hall.": True,
    "The Board asked the Clerk to write to the council.": True,
    "After discussion, the Treasurer offered to draft a letter.": True,
    "To do: book the hall.": True,
    "Matter for action: the broken gate.": True,
    "Next steps - a paper in May.": True,
    "Mr Lowe (Treasurer) also undertook to send the list.": True,
    "AM volunteered to help with the fair.": True,
    "Treasurer to circulate the figures.": True,
    "The Treasurer agreed to approve the list.": False,
    "The Treasurer agreed to note the list.": False,
    "The Treasurer agreed with the figures.": False,
    "The Board agreed to write to the Minister.": False,
    "The Commissioner agreed to write to the Minister.": False,
    "The Board was asked to note the report.": False,
    "Members were asked to note the report.": False,
    "Was the Clerk asked to write to the council?": False,
    "If the Clerk was asked to write, she would.": False,
    "The Clerk had been asked to write to the council.": False,
    "At the last meeting the Clerk was asked to write to the council.": False,
    "The Chair reported that the Clerk was asked to write.": False,
    "The Treasurer was asked to introduce the report.": False,
    "The Chief Constable must have regard to the plan.": False,
    "The Commissioner is required to publish a report.": False,
    "The suspect agreed to accompany the officers.": False,
    "The Panel agreed to write to the Minister.": False,
    "It was agreed to move to the next item.": False,
    "Next steps: none.": False,
    "The Treasurer to whom this was delegated has left.": False,
    "The Home Office has agreed to fund forty officers.": False,
}


def minutes(body: str, front: str = "") -> dict[str, str]:
    return {"meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n{front}---\n\n## 2. Boats\n\n{body}\n"}


def told(content: Path, files: dict[str, str]) -> list[tuple[int, str]]:
    found = load(write(content, files), NOW).diagnostics
    return [(one.span.line, one.message) for one in found if one.code == "BCB352"]


def test_which_sentences_they_are(tmp_path: Path) -> None:
    found = {
        sentence: bool(told(tmp_path / str(n), minutes(f"2.1 {sentence}", "members: [Alex Morgan]\n")))
        for n, sentence in enumerate(SENTENCES)
    }
    assert found == SENTENCES


def test_they_are_told_of_once_with_their_lines(tmp_path: Path) -> None:
    body = "\n\n".join(f"2.{n} The Treasurer undertook to send list {n}." for n in range(1, 6))
    assert told(tmp_path, minutes(body)) == [
        (
            7,
            "5 sentences say what somebody is to do, and no action is read there: "
            "“The Treasurer undertook to send list 1.” (line 7), “The Treasurer undertook to send list 2.” (line 9), "
            "“The Treasurer undertook to send list 3.” (line 11), and 2 more (lines 13, 15).",
        )
    ]


def test_those_that_an_action_is_raised_of_are_not(tmp_path: Path) -> None:
    body = "2.1 The Treasurer undertook to send a list.\n\nAction: Treasurer to send a list."
    assert told(tmp_path, minutes(body)) == []


def test_a_waiver_ends_it_for_a_place_or_the_document(tmp_path: Path) -> None:
    body = "2.1 The Treasurer undertook to send a list.\n\n2.2 The Clerk was asked to write."
    of_one = "waive: [{rule: action-in-prose, at: '2.1', why: Done at once.}]\n"
    assert [line for line, _ in told(tmp_path / "a", minutes(body, of_one))] == [10]
    of_all = "waive: [{rule: action-in-prose, why: Done at once.}]\n"
    assert told(tmp_path / "b", minutes(body, of_all)) == []
