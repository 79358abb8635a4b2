"""Mentions: which words of a record name another one, and which only look so."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bcbsite.archive.archive import Archive, join
from bcbsite.model.blocks import all_prose
from bcbsite.model.key import Key, RecordKind, meeting_key
from bcbsite.model.prose import MarkKind
from bcbsite.read.content import read_content
from conftest import build, write

AS_AT = date(2026, 11, 1)
FIXTURES = Path(__file__).parent / "fixtures"
RECORDS = {
    "board.yaml": """
name: Business Co-ordination Board
aliases: [Business Coordination Board, BCB]
area: Westshire
organisations:
  - {id: HMICFRS, name: His Majesty’s Inspectorate, aliases: []}
""",
    "people.yaml": """
people:
  - {id: jo-lee, name: Jo Lee, aliases: [Joanna Lee], posts: [{post: Chief Constable}]}
  - {id: ann-doe, name: Ann Doe}
  - {id: ann-doe-2, name: Ann Doe}
""",
    "actions.yaml": """
series:
  - {id: "2019", title: Old, starts: 2019-01-01}
  - {id: "2021", title: New, starts: 2021-06-01}
actions:
  - {id: 2019/8, number: "8.0", raised: {meeting: 2019-07-31, item: "5.4"}, action: Report., owners: []}
  - {id: 2019/10, number: "10.0", raised: {meeting: 2019-07-31, item: "9.1"}, action: Discuss., owners: []}
  - {id: 2021/10, number: "10.0", raised: {meeting: 2021-12-02, item: "4"}, action: Explain., owners: []}
  - {id: 2021/12, number: "12.0", raised: {meeting: 2022-06-01, item: "4"}, action: Too late., owners: []}
""",
    "meetings/2022-02-10/agenda.md": "---\ndate: 2022-02-10\n---\n\n## 5.0 Budget\n\n## 6. Vans\n",
    "meetings/2022-02-10/papers/05-budget.md": "---\nitem: '5'\ntitle: Budget for 2022\npublish: full\n---\n",
    "meetings/2022-02-10/papers/06-vans.md": "---\nitem: '6'\ntitle: Vans\npublish: full\n---\n",
    "meetings/2021-12-02/minutes.md": "---\ndate: 2021-12-02\nmembers: [Jo Lee, Ann Doe]\n---\n\n## 4. Log\n\n4.1 Noted.\n\n"
    "Action 10.0: Explain.\n",
    "meetings/2021-10-12/minutes.md": "---\ndate: 2021-10-12\n---\n\n## 1. Welcome\n",
    "meetings/2013-12-04/agenda.md": "---\ndate: 2013-12-04\n---\n",
    "meetings/2013-12-04-extraordinary/agenda.md": "---\ndate: 2013-12-04\n---\n",
    "section-55/2019-04-02-fraud.md": "---\nreport: 'Fraud: Time to Choose'\naliases: [Fraud a Time to Chose]\n"
    "inspectorate: HMICFRS\npublished: 2019-04-02\n---\n",
    "section-55/spotlight.md": "---\nreport: 'Spotlight report – A review of fraud: Time to Choose'\n---\n",
    "section-55/stalking.md": "---\nreport: Stalking and Harassment\ninspectorate: HMICFRS\n---\n",
    "decisions/CPCC-2022-003.md": "---\nreference: CPCC-2022-003\ntitle: Vans\n---\n\nTen.\n",
}


def archive_of(folder: Path, text: str, more: dict[str, str] | None = None) -> Archive:
    """The records, with minutes of 10 February 2022 that say *text*."""
    minutes = f"---\ndate: 2022-02-10\n---\n\n## 5.0 Budget\n\n5.1 {text}\n\n## 6. Vans\n"
    content, _ = read_content(
        write(folder, RECORDS | {"meetings/2022-02-10/minutes.md": minutes} | (more or {}))
    )
    assert content
    return join(content, AS_AT)


def named_in(archive: Archive, place: str) -> list[tuple[str, str]]:
    """What the minutes' passage *place* names: the words, and the target."""
    minutes = archive.meetings["2022-02-10"].minutes
    assert minutes
    [passage] = [passage for passage in minutes.body.passages if passage.anchor == place]
    return sorted(
        (" ".join(prose.text[mark.start : mark.end].split()), mark.target)
        for prose in all_prose(passage.blocks)
        for mark in prose.marks
        if mark.kind is MarkKind.MENTION
    )


TABLE: dict[str, list[tuple[str, str]]] = {
    # meetings
    "The Board on 31 July 2019 agreed.": [("31 July 2019", "meeting:2019-07-31")],
    "It went to BCB on 16 May 2019.": [("16 May 2019", "meeting:2019-05-16")],
    "Presented to the Business Coordination Board (BCB) on Thursday 16th May 2019.": [
        ("Thursday 16th May 2019", "meeting:2019-05-16")
    ],
    "on April 4, 2019 brought a set of priorities to this Board.": [("April 4, 2019", "meeting:2019-04-04")],
    "The next scheduled Board is 26th May 2022.": [("26th May 2022", "meeting:2022-05-26")],
    "the Board meeting of 03/09/2020": [("03/09/2020", "meeting:2020-09-03")],
    "Business Coordination Board meetings held on the 28th July 2021 & 16th September 2021": [
        ("16th September 2021", "meeting:2021-09-16"),
        ("28th July 2021", "meeting:2021-07-28"),
    ],
    "the minutes of 12 October 2021 were agreed": [("12 October 2021", "meeting:2021-10-12")],
    "at the meeting held on the 12th\nOctober 2021": [("12th October 2021", "meeting:2021-10-12")],
    "On 12 October 2021 the Board approved it.": [("12 October 2021", "meeting:2021-10-12")],
    "The Board will be held on 1 March 2023.": [("1 March 2023", "meeting:2023-03-01")],
    "the extraordinary Board meeting of 4 December 2013, called in haste": [
        ("4 December 2013", "meeting:2013-12-04-extraordinary")
    ],
    "at the extraordinary meeting on 4 December 2013": [
        ("4 December 2013", "meeting:2013-12-04-extraordinary")
    ],
    "at the meeting held on 5 November 2020": [],
    "submitted to the Police and Crime Panel for their review on the 15th November 2021": [],
    "The Joint Audit Committee meeting held on 12 October 2021 heard it.": [],
    "The Panel talked at the meeting on 12 October 2021.": [],
    "the Countywide Board on 5 May 2020": [],
    "the Force Executive Board meeting of 5 May 2020": [],
    "the forecast at the end of period four (31st July 2020)": [],
    "the report dated 31st July 2019": [],
    "a plan for the Board by 24th September": [],
    "the Board on the 24th September": [],
    "the report on 12 October 2021, published on 3 May 2020, came to the Board": [],
    # actions
    "Action 10.0 is done.": [("Action 10.0", "action:2021/10")],
    "Action no. 10.0, Agenda Item 9.0, 31st July 2019 – Talk": [
        ("31st July 2019", "meeting:2019-07-31"),
        ("Action no. 10.0", "action:2019/10"),
        ("Agenda Item 9.0", "meeting:2019-07-31#9.0"),
    ],
    "Action 8.0; Agenda Item 5.0": [
        ("Action 8.0", "action:2019/8"),
        ("Agenda Item 5.0", "meeting:2019-07-31#5.0"),
    ],
    "Actions 8.0 and 10.0": [("10.0", "action:2021/10"), ("Actions 8.0", "action:2019/8")],
    "**Action 8.0** is done": [("Action 8.0", "action:2019/8")],
    "Action 12.0 is done": [],
    "Action 99.0 is done": [],
    "Action 2: Challenge everything": [],
    "The national framework’s Action 10 says so.": [],
    "[Action 8.0](https://example.org)": [],
    "`Action 8.0`": [],
    # agenda items
    "see Agenda Item 5.0": [("Agenda Item 5.0", "meeting:2022-02-10#5.0")],
    "see agenda item 6 of 12 May 2021": [
        ("12 May 2021", "meeting:2021-05-12"),
        ("agenda item 6", "meeting:2021-05-12#6"),
    ],
    "see agenda item 9": [],
    # titles
    "his duties under Section 55 of the Police Act 1996": [
        ("Section 55 of the Police Act 1996", "section-55:")
    ],
    "HMICFRS Report Fraud a Time to Chose": [("Fraud a Time to Chose", "section-55:fraud")],
    "the report “Fraud: Time to Choose”": [("Fraud: Time to Choose", "section-55:fraud")],
    "the ‘Spotlight report - A review of fraud: Time to Choose’.": [
        ("Spotlight report - A review of fraud: Time to Choose", "section-55:spotlight")
    ],
    "the HMICFRS reports Stalking & Harassment and Fraud: Time to Choose.": [
        ("Fraud: Time to Choose", "section-55:fraud"),
        ("Stalking & Harassment", "section-55:stalking"),
    ],
    "the Domestic Abuse Stalking and Harassment (DASH) form": [],
    "a report on stalking and harassment": [],
    "Fraud: Time to Choose was discussed.": [],
    "see “Budget for 2022”": [("Budget for 2022", "paper:2022-02-10/05-budget")],
    "see “Vans”": [],
    # people and notices
    "PCC JO LEE opened the meeting.": [("JO LEE", "person:jo-lee")],
    "Apologies from Joanna Lee, Chief Constable": [("Joanna Lee", "person:jo-lee")],
    "Jo Lee Smith": [],
    "Ann Doe left.": [],
    "Decision CPCC-2022-003 was published.": [("CPCC-2022-003", "decision:CPCC-2022-003")],
    "CPCC-2022-004": [],
}


@pytest.mark.parametrize(("text", "named"), TABLE.items(), ids=TABLE)
def test_what_names_something_that_exists_is_linked(
    tmp_path: Path, text: str, named: list[tuple[str, str]]
) -> None:
    archive = archive_of(tmp_path, text)
    assert named_in(archive, "p5-1") == sorted(named)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The Board on 4 December 2013 agreed.", "The board met twice on this day."),
        ("The Board on the 24th September agreed.", "No year is printed with the day."),
        ("the Countywide Board on 5 May 2020", "A board of another name is meant."),
        ("Action 2 is done.", "The log's numbers end in .0."),
        ("Action 12.0 is done.", "No action of this number was raised there by then."),
        ("Action 99.0 is done.", "The log has no action of this number."),
        ("see agenda item 9", "The record of 2022-02-10 has no item 9."),
    ],
)
def test_what_is_not_linked_has_a_reason(tmp_path: Path, text: str, why: str) -> None:
    assert [unlinked.why for unlinked in archive_of(tmp_path, text).mentions.unlinked] == [why]


def test_a_document_can_call_another_body_the_board(tmp_path: Path) -> None:
    text = "The Safeguarding Adults Board (the “Board”) met.\n\n5.2 The Board on 31 July 2019 agreed."
    assert named_in(archive_of(tmp_path, text), "p5-2") == []


@pytest.mark.parametrize(
    "text",
    [
        "The next Board will be on 26 May 2022.",
        "They will now go to the Board on 26 May 2022, to be approved.",
        "The paper will be brought back to the Board on 26 May 2022.",
    ],
)
def test_meetings_that_are_only_named_are_known(tmp_path: Path, text: str) -> None:
    archive = archive_of(tmp_path, text)
    assert "2022-05-26" in archive.known
    assert archive.mentions.of[meeting_key("2022-05-26")][0].planned


def test_a_target_lists_each_place_once_and_in_order(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, "Action 8.0. Again, Action 8.0.\n\n5.2 Action 8.0.")
    places = [mention.source.label for mention in archive.mentions.of[Key(RecordKind.ACTION, "2019/8")]]
    assert places == ["5.1", "5.2"]


def test_what_the_public_does_not_see_is_not_linked(tmp_path: Path) -> None:
    """The words stay, as they are in the public record that prints them."""
    hidden = RECORDS["actions.yaml"].replace("action: Report.,", "action: Report., status: draft,")
    archive_of(tmp_path / "content", "Action 8.0 is done.", {"actions.yaml": hidden})
    page = build(tmp_path / "content", tmp_path / "site") / "meetings/2022-02-10/minutes/index.html"
    assert "<p>Action 8.0 is done.</p>" in page.read_text("utf-8")


def _day(day: date) -> list[str]:
    month = day.strftime("%B")
    return [
        f"{day.day} {month} {day.year}",
        f"{day.day}th {month} {day.year}",
        f"{month} {day.day}, {day.year}",
    ]


FORMS = (
    "the Board on the {}",
    "BCB on {}",
    "the Business Co-ordination Board meeting held on {}",
    "the next scheduled Board is {}",
    "Agenda Item 3.0, {}",
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    planted=st.lists(
        st.tuples(st.dates(date(2013, 1, 1), date(2022, 2, 9)), st.sampled_from(FORMS), st.integers(0, 2)),
        min_size=1,
        max_size=6,
    ),
    filler=st.lists(
        st.sampled_from(("We met on 3 May 2018.", "The Panel met.", "It cost £5.00.", "Action 3")), max_size=5
    ),
)
def test_planted_meetings_are_found_in_every_form(
    tmp_path: Path, planted: list[tuple[date, str, int]], filler: list[str]
) -> None:
    sentences = [f"So said {form.format(_day(day)[style])}." for day, form, style in planted]
    text = " ".join(f"{a} {b}" for a, b in zip(sentences, [*filler, *[""] * len(sentences)], strict=False))
    archive = archive_of(tmp_path, text)
    named = set(archive.mentions.meetings)
    days = {day.isoformat() for day, _, _ in planted} - {"2013-12-04"}
    assert days <= {id_.partition("#")[0] for id_ in named}
    assert named <= days | {"2013-12-04", "2013-12-04-extraordinary"}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(TABLE)), min_size=2, max_size=6))
def test_sentences_do_not_change_one_another(tmp_path: Path, texts: list[str]) -> None:
    """A paragraph names what its sentences name."""
    paragraph = " ".join(f"{text.rstrip('.')}." for text in texts)
    expected = sorted(named for text in texts for named in TABLE[text])
    assert named_in(archive_of(tmp_path, paragraph), "p5-1") == expected


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("See [the log](action:2019/8).", "action:2019/8"),
        ("See [there](meeting:2021-10-12#1).", "meeting:2021-10-12"),
        ("[She](person:jo-lee) came.", "person:jo-lee"),
    ],
)
def test_links_made_on_purpose_are_mentions_too(tmp_path: Path, text: str, target: str) -> None:
    archive = archive_of(tmp_path, text)
    assert [mention.source.label for mention in archive.mentions.of[Key.parse(target)]] == ["5.1"]
    assert archive.mentions.unlinked == ()


def test_what_is_linked_on_purpose_is_not_told_of(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path, "[Action 99.0](action:2019/8) and [the Board on 3 May](meeting:2021-10-12)."
    )
    assert archive.mentions.unlinked == ()


def test_other_bodies_plans_and_people_are_never_linked(tmp_path: Path) -> None:
    """Each line of the fixture is a sentence as records print it, and names nothing of this board's for sure."""
    sentences = (FIXTURES / "no-mentions.txt").read_text("utf-8").splitlines()
    text = "\n\n".join(f"5.{n} {sentence}" for n, sentence in enumerate(sentences, 1)).removeprefix("5.1 ")
    archive = archive_of(tmp_path, text)
    named = {f"p5-{n}": sentence for n, sentence in enumerate(sentences, 1) if named_in(archive, f"p5-{n}")}
    assert named == {}
