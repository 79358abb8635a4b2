"""Approvals: the words of an item about minutes, and which minutes they approve or put off, and where."""

from pathlib import Path

import pytest

from bcbsite.archive.approval_words import ApprovalKind
from bcbsite.archive.approvals import Approval
from conftest import build, write
from test_joined import joined, minutes

MAY, JUNE = "2020-05-03", "2020-06-03"
TITLE = "## 3. Minutes of the Board meetings on 3 May 2020 and 3 June 2020"

# Under a title that names the meetings of May and June: the paragraphs, the meetings whose minutes were approved,
# and those whose approval was put off; each with the paragraph that says so, by its number or else its anchor.
CASES: dict[str, tuple[str, dict[str, str], dict[str, str]]] = {
    "both at once": ("3.1 The minutes were agreed.", {MAY: "3.1", JUNE: "3.1"}, {}),
    "in the second paragraph": (
        "3.1 The Chair spoke.\n\n3.2 The minutes were agreed.",
        {MAY: "3.2", JUNE: "3.2"},
        {},
    ),
    "one by one": (
        "3.1 The minutes of 3 May 2020 were agreed.\n\n3.2 The minutes of 3 June 2020 were accepted.",
        {MAY: "3.1", JUNE: "3.2"},
        {},
    ),
    "one of them": ("3.1 The minutes of 3 May 2020 were agreed.", {MAY: "3.1"}, {}),
    "one by its name, the other without": (
        "3.1 The minutes of 3 May 2020 were agreed.\n\n3.2 The minutes were approved.",
        {MAY: "3.1", JUNE: "3.2"},
        {},
    ),
    "said in the sentence before": (
        "3.1 The minutes of 3 May 2020 were read. The Board approved them.",
        {MAY: "3.1"},
        {},
    ),
    "said in the paragraph before": (
        "3.1 The minutes of 3 May 2020 were read.\n\n3.2 The Board approved them.",
        {MAY: "3.2", JUNE: "3.2"},
        {},
    ),
    "adopted": ("3.1 The Board adopted the minutes.", {MAY: "3.1", JUNE: "3.1"}, {}),
    "put off first, agreed to then": (
        "3.1 The minutes of 3 May 2020 were deferred.\n\n3.2 The minutes of 3 May 2020 were agreed.",
        {},
        {MAY: "3.1"},
    ),
    "agreed first, put off then": (
        "3.1 The minutes of 3 May 2020 were agreed.\n\n3.2 The minutes of 3 May 2020 were deferred.",
        {},
        {MAY: "3.2"},
    ),
    "agreed to twice": (
        "3.1 The minutes of 3 May 2020 were agreed.\n\n3.2 The Board approved the minutes of 3 May 2020.",
        {MAY: "3.1"},
        {},
    ),
    "put off without a name after an approval by name": (
        "3.1 The minutes of 3 May 2020 were agreed.\n\n3.2 The minutes were deferred.",
        {MAY: "3.1"},
        {JUNE: "3.2"},
    ),
    "agreed to defer": ("3.1 The Board agreed to defer the minutes.", {}, {MAY: "3.1", JUNE: "3.1"}),
    "put off in one sentence, this agreed to in the next": (
        "3.1 The minutes will go to the Board on 3 July 2022. The Board agreed to this.",
        {},
        {MAY: "3.1", JUNE: "3.1"},
    ),
    "two things in one sentence": (
        "3.1 The Board approved the minutes; the Chair signed a copy.",
        {MAY: "3.1", JUNE: "3.1"},
        {},
    ),
    "of another body": ("3.1 The minutes of 3 May 2020 were agreed. Those of the Panel were noted.", {MAY: "3.1"}, {}),
    "those of another body": ("3.1 Those of the Panel were deferred.", {}, {}),
    "and those of another body": ("3.1 And those of the Panel were deferred.", {}, {}),
    "those of a day": ("3.1 Those of the Board on 3 May 2020 were deferred.", {}, {MAY: "3.1"}),
    "an entry of a list, and the same words under another item": (
        "3.1 It was told:\n\n- The minutes were agreed.\n\n## 4. Log\n\n4.1 The minutes were agreed.",
        {},
        {},
    ),
    "something else put off": ("3.1 The budget was deferred.", {}, {}),
    "something else approved": ("3.1 The Board approved the budget.", {}, {}),
    "a day, but no minutes": ("3.1 The Board on 3 May 2020 had met. The Board approved them.", {MAY: "3.1", JUNE: "3.1"}, {}),
    "not approved": ("3.1 The Board agreed not to approve the minutes.", {}, {}),
    "not to be approved": ("3.1 The Board agreed that the minutes should not be approved.", {}, {}),
    "amended": ("3.1 The Board agreed amendments to the minutes.", {}, {}),
    "amended once": ("3.1 The Board agreed an amendment to the minutes.", {}, {}),
    "considered": ("3.1 The Board agreed to consider the minutes.", {}, {}),
    "noted": ("3.1 The Board noted the minutes.", {}, {}),
    "resolved": ("Resolved: That the minutes be approved.", {MAY: "item-3-n1", JUNE: "item-3-n1"}, {}),
    "in a list": ("3.1 The Board heard:\n\n- These were postponed.", {}, {MAY: "p3-1-n1", JUNE: "p3-1-n1"}),
    "under another item": ("3.1 Words.\n\n## 4. Budget\n\n4.1 The minutes were agreed.", {}, {}),
    "a day to come": ("3.1 The minutes of the Board on 3 July 2022 were agreed.", {MAY: "3.1", JUNE: "3.1"}, {}),
    "of the same day": ("3.1 The minutes of 10 February 2022 were agreed.", {MAY: "3.1", JUNE: "3.1"}, {}),
    "by a link": ("3.1 The minutes of the [last one](meeting:2020-06-03#2) were agreed.", {JUNE: "3.1"}, {}),
    "by a link to something else": ("3.1 The [minutes](https://example.org/) were agreed.", {MAY: "3.1", JUNE: "3.1"}, {}),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_is_approved_and_what_is_put_off(tmp_path: Path, case: str) -> None:
    words, approved, put_off = CASES[case]
    archive = joined(tmp_path, minutes("2022-02-10", f"{TITLE}\n\n{words}"))
    told = [approval for of in (MAY, JUNE) for approval in archive.approvals.of(of)]
    assert {a.of: a.label or a.anchor for a in told if a.kind.is_approval} == approved
    assert {a.of: a.label or a.anchor for a in told if a.deferred} == put_off


# Each of these puts the approval off, whatever the board agreed to.
PUT_OFF = """
The minutes were postponed
The minutes were carried over
The minutes were carried forward
The minutes had not been circulated
The minutes were not circulated
The minutes were not available
The minutes were not ready
The minutes will go to the Board
The minutes will now come to the Board
The minutes will be brought back
The minutes will be presented
The minutes will be submitted
The minutes will be considered in May
The minutes are to be approved
The minutes should be brought
The minutes would be considered
They were brought back
Those are for the next meeting
Approval was deferred
This was deferred
""".strip().splitlines()


@pytest.mark.parametrize("words", PUT_OFF)
def test_words_that_put_an_approval_off(tmp_path: Path, words: str) -> None:
    body = f"{TITLE}\n\n3.1 The Board approved the minutes. {words}."
    archive = joined(tmp_path, minutes("2022-02-10", body))
    assert [a.deferred for a in archive.approvals.of(MAY)] == [True]


def test_an_approval_has_its_place(tmp_path: Path) -> None:
    archive = joined(tmp_path, minutes("2022-02-10", f"{TITLE}\n\nThe minutes were agreed."))
    anchor = "item-3-n1"
    told = [
        Approval(of, "2022-02-10", f"meetings/2022-02-10/minutes/#{anchor}", None, anchor)
        for of in (MAY, JUNE)
    ]
    assert archive.approvals.at("2022-02-10") == {anchor: told}
    assert [archive.approvals.of(of) for of in (MAY, JUNE)] == [[told[0]], [told[1]]]
    assert (archive.approvals.at("2022-02-11"), archive.approvals.of("2022-02-10")) == ({}, ())


def test_what_later_meetings_did_comes_oldest_first(tmp_path: Path) -> None:
    files = minutes("2021-01-01", f"{TITLE}\n\n3.1 The minutes were deferred.")
    files |= minutes(
        "2022-02-10",
        f"## MINUTES of the Board on 3 May 2020\n\n1.1 The minutes were agreed.\n\n{TITLE}\n\n3.1 Words.",
    )
    archive = joined(tmp_path, files)
    assert [(a.at, a.label, a.deferred) for a in archive.approvals.of(MAY)] == [
        ("2021-01-01", "3.1", True),
        ("2022-02-10", "1.1", False),
    ]
    assert [(a.at, a.deferred) for a in archive.approvals.of(JUNE)] == [("2021-01-01", True)]


def test_an_item_about_something_else_approves_no_minutes(tmp_path: Path) -> None:
    body = "## 3. Budget of the Board on 3 May 2020\n\n3.1 The minutes of 3 May 2020 were agreed."
    assert joined(tmp_path, minutes("2022-02-10", body)).approvals.of(MAY) == ()


PLAIN, AMENDED, DEFERRED, REFUSED = ApprovalKind

# Of minutes of 3 May, under an item about them: the words, what they do, and what the approval is subject to.
PRACTISED = [
    ("Confirmed as a correct record and signed by the Chair.", PLAIN, (), "the Chair"),
    ("The minutes were confirmed as a correct record and signed by the Chair.", PLAIN, (), "the Chair"),
    ("The minutes were agreed as a true record.", PLAIN, (), None),
    ("Agreed as a true and accurate record.", PLAIN, (), None),
    ("Approved as a true record.", PLAIN, (), None),
    ("The minutes were taken to be a correct record.", PLAIN, (), None),
    ("The Chair signed the minutes.", PLAIN, (), "The Chair"),
    ("The minutes were confirmed.", PLAIN, (), None),
    ("The minutes were signed by Alex Morgan as a correct record.", PLAIN, (), "Alex Morgan"),
    ("The minutes were approved and will be signed at the next meeting.", PLAIN, (), None),
    ("The minutes were approved subject to an amendment to paragraph 5.3, which should read £1.4m.", AMENDED,
     ("to paragraph 5.3, which should read £1.4m.",), None),
    ("The minutes were agreed, subject to the following amendment: 5.3 should read “boats”.", AMENDED,
     ("5.3 should read “boats”.",), None),
    ("The minutes were approved, subject to “boats” in 5.3 being “vans”.", AMENDED, ("“boats” in 5.3 being “vans”.",), None),
    ("The minutes were approved subject to the following amendment: £1.4m in 5.3.", AMENDED, ("£1.4m in 5.3.",), None),
    ("The minutes were confirmed as a correct record, with one correction: Jo Bennett was present.", AMENDED,
     ("Jo Bennett was present.",), None),
    ("The minutes were approved subject to the following:\n\n- 5.3 should read “boats”\n- Jo Bennett was present",
     AMENDED, ("5.3 should read “boats”", "Jo Bennett was present"), None),
    ("Paragraph 5.3 should read “boats”. Subject to this, the minutes were approved.", AMENDED,
     ("Paragraph 5.3 should read “boats”.",), None),
    ("The minutes were not approved.", REFUSED, (), None),
    ("The Board did not approve the minutes.", REFUSED, (), None),
    ("The Board refused to approve the minutes.", REFUSED, (), None),
    ("The approval of the minutes was deferred.", DEFERRED, (), None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "amendments", "signer"), PRACTISED)
def test_approval_as_it_is_practised(
    tmp_path: Path, words: str, kind: ApprovalKind, amendments: tuple[str, ...], signer: str | None
) -> None:
    body = f"## 3. Minutes of the meeting of 3 May 2020\n\n3.1 {words}"
    [found] = joined(tmp_path, minutes("2022-02-10", body)).approvals.of(MAY)
    assert (found.kind, found.amendments, found.signer) == (kind, amendments, signer)


@pytest.mark.parametrize(
    "words",
    [
        "The Board was asked to confirm the minutes as a correct record.",
        "The minutes could not be confirmed as a correct record.",
        "The minutes were not confirmed.",
        "It was confirmed that the minutes had been sent.",
        "The Chair confirmed that the record was kept.",
        "The minutes are to be signed by the Chair.",
    ],
)
def test_words_that_approve_no_minutes(tmp_path: Path, words: str) -> None:
    body = f"## 3. Minutes of the meeting of 3 May 2020\n\n3.1 {words}"
    assert joined(tmp_path, minutes("2022-02-10", body)).approvals.of(MAY) == ()


def test_an_approval_has_its_chair_and_says_that_it_is_in_a_draft(tmp_path: Path) -> None:
    front = 'status: draft\nmembers: ["Jo Bennett, Vice-Chair", "Alex Morgan, Commissioner (Chair)"]\n'
    [found] = joined(tmp_path, minutes("2022-02-10", CONFIRMED, front)).approvals.of(MAY)
    assert (found.chair, found.in_draft) == ("Alex Morgan", True)
    [found] = joined(tmp_path, minutes("2022-02-10", CONFIRMED, "status: approved\n")).approvals.of(MAY)
    assert (found.chair, found.in_draft) == (None, False)


CONFIRMED = "## 3. Minutes of the meeting of 3 May 2020\n\n3.1 Confirmed as a correct record."


def test_the_paragraphs_that_an_amendment_names(tmp_path: Path) -> None:
    of_one = "## 3. Minutes of 3 May 2020\n\n3.1 The minutes were agreed subject to changes at 5.3 and item 7 (£1.4m)."
    assert joined(tmp_path, minutes("2022-02-10", of_one)).approvals.of(MAY)[0].amended == ("5.3", "7")
    of_two = f"{TITLE}\n\n3.1 The minutes were agreed subject to changes at 5.3."
    assert joined(tmp_path, minutes("2022-02-10", of_two)).approvals.of(MAY)[0].amended == ()


def test_pages_show_the_amendment_beside_the_approval_and_at_the_paragraph(tmp_path: Path) -> None:
    files = minutes(MAY, "## 5. Boats\n\n5.3 The forecast is £14m.\n\n5.4 None.", "status: approved\n")
    files |= minutes(
        "2022-02-10",
        "## 3. Minutes of 3 May 2020\n\n3.1 The minutes were agreed subject to paragraph 5.3 reading £1.4m.",
        "status: draft\n",
    )
    files |= minutes(
        JUNE,
        "## 1. A\n\n1.1 b.",
        "status: approved\namended: 2020-07-02\n"
        'approved_by: {how: e-mail, on: 2020-07-01, person: "Alex Morgan, Chair", subject_to: a comma}\n',
    )
    board = {"board.yaml": "name: Oversight Board\narea: Westshire\ndrafts: yes\n"}
    site = build(write(tmp_path / "content", board | files), tmp_path / "site")
    page = " ".join((site / f"meetings/{MAY}/minutes/index.html").read_text(encoding="utf-8").split())
    assert "Approved subject to amendments in <a" in page
    assert "which are themselves a draft: “paragraph 5.3 reading £1.4m.”" in page
    assert "The minutes were approved subject to this in <a" in page.partition("£14m")[2].partition("5.4")[0]
    page = " ".join((site / f"meetings/{JUNE}/minutes/index.html").read_text(encoding="utf-8").split())
    assert (
        "Approved subject to amendments by e-mail on 1 July 2020; Alex Morgan, Chair: “a comma”; amended on 2 July 2020"
        in page
    )
    data = (site / "data/meetings.csv").read_text(encoding="utf-8")
    assert "approved subject to amendments" in data
    assert "2020-07-01" in data
