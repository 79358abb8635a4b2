"""Files of other programs become records: each word is kept, each number is one, and what is unsure is said."""

import json
from collections.abc import Callable, Sequence
from datetime import date, time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from bcbsite.cli.main import main
from bcbsite.importing import files, imports
from bcbsite.importing.document import Block, Cell, ImportedDocument, Paragraph, Run, Table
from bcbsite.importing.drafts import Kind
from bcbsite.importing.guess import guess_of
from bcbsite.importing.head import read_head
from bcbsite.importing.headings import with_headings, with_plain_headings
from bcbsite.importing.imports import Wanted, import_document
from bcbsite.importing.layout import unrolled
from bcbsite.importing.markdown import MarkdownWriter
from bcbsite.importing.packs import pieces_of
from bcbsite.importing.people import apologies_in, people_in
from bcbsite.importing.printed_labels import take_printed_label
from bcbsite.importing.text import read_lines
from bcbsite.importing.when import day_in, day_in_name, time_in
from bcbsite.importing.words import more_in, words_in
from bcbsite.model import blocks as written
from bcbsite.model.board import Board
from bcbsite.read.actions import read_actions
from bcbsite.read.agenda import read_agenda
from bcbsite.read.attendance_labels import Group
from bcbsite.read.markdown import read_blocks
from bcbsite.read.minutes import read_minutes
from bcbsite.read.names import Named
from bcbsite.source import Source
from conftest import REAL, write

SEEDS = REAL.parent / "seeds"
WORD = REAL.parent / "real-files" / "word"
BOARD = Board("Business Co-ordination Board", "Westshire")

MINUTES = """BUSINESS CO-ORDINATION BOARD

MINUTES

Date:  10th February 2022   Time: 15:00
Location:  Conference Room 3

Members: Alex Morgan Police and Crime Commissioner

 Sam Okafor Chief Constable

In Attendance: Jo Bennett Staff Officer (Observer)
 1. Welcome

1.1 The Chair welcomed all who had come to the meeting, and said that the hall would be
closed for repairs from March on.

2. Vans

2.1 The Board asked:

• what a van costs; and

• when it can come.

Action: Chief Constable to bring a paper on vans.

2.2 The Board noted the report.

Alex Morgan
Police and Crime Commissioner
"""


def paragraph(text: str, label: str = "", **more: object) -> Paragraph:
    return Paragraph((Run(text),) if text else (), label=label, **more)  # type: ignore[arg-type]


def bold(text: str, label: str = "") -> Paragraph:
    return Paragraph((Run(text, bold=True),), label=label)


def cell(*texts: str) -> Cell:
    return Cell(tuple(paragraph(text) for text in texts))


def table(*rows: Sequence[str | Cell]) -> Table:
    return Table(tuple(tuple(c if isinstance(c, Cell) else cell(c) for c in row) for row in rows))


# ------------------------------------------------------------------------------------------ small things


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("5. Budget", "5.", "Budget"),
        ("5.1 The Board", "5.1", "The Board"),
        ("1.1. The Board", "1.1.", "The Board"),
        ("16.05.1 Apologies", "16.05.1", "Apologies"),
        ("39/20 Kennels", "39/20", "Kennels"),
        ("(ii) To hire vans", "(ii)", "To hire vans"),
        ("a) to hire vans", "a)", "to hire vans"),
        ("2.3", "2.3", ""),
        ("10.30 am The meeting began", "", "10.30 am The meeting began"),
        ("1.5 posts were cut", "", "1.5 posts were cut"),
        ("2019/20 budget", "", "2019/20 budget"),
        ("2019/20", "", "2019/20"),
        ("(39)", "", "(39)"),
        ("12 October 2021", "", "12 October 2021"),
        ("The Board", "", "The Board"),
    ],
)
def test_a_number_is_taken_exactly_as_it_is_printed(text: str, label: str, rest: str) -> None:
    assert take_printed_label(text) == (label, rest)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "Alex Morgan\tPolice and Crime Commissioner",
            [("Alex Morgan", "Police and Crime Commissioner", None)],
        ),
        (
            "Alex Morgan Police and Crime Commissioner",
            [("Alex Morgan", "Police and Crime Commissioner", None)],
        ),
        ("Sam Okafor, Chief Constable, Kent Police", [("Sam Okafor", "Chief Constable, Kent Police", None)]),
        ("Jo Bennett Staff Officer (Observer)", [("Jo Bennett", "Staff Officer", "Observer")]),
        ("Jo Bennett, Robin Hale", [("Jo Bennett", None, None), ("Robin Hale", None, None)]),
        ("Councillors D Lowe, N Hale and", None),
        ("P Clarke, A Hale, EDC, Clerk J Lowe", None),
        ("Sai", None),
    ],
)
def test_who_a_line_lists(line: str, people: list[tuple[str, str | None, str | None]] | None) -> None:
    found = people_in(line)
    assert people == (found and [(one.name, one.role, one.note) for one in found])  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("Date: 12th October 2021  Time: 11:45", date(2021, 10, 12), time(11, 45)),
        ("held on Thursday 3 November 2022 at 0930 hours", date(2022, 11, 3), time(9, 30)),
        ("Tuesday 9th July 2024, 7.30 pm", date(2024, 7, 9), time(19, 30)),
        ("April 12, 2022 22:00 UTC", date(2022, 4, 12), time(22)),
        ("12 noon on 3 Nov 2022", date(2022, 11, 3), time(12)),
        ("the minutes of 3 May 2022 and 4 June 2022", None, None),
        ("in May", None, None),
    ],
)
def test_the_day_and_the_time_that_a_line_prints(text: str, day: date | None, clock: time | None) -> None:
    assert (day_in(text), time_in(text)) == (day, clock)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("minutes-2018-09-04.pdf", date(2018, 9, 4)),
        ("20180904 BCB minutes.docx", date(2018, 9, 4)),
        ("Minutes_03.09.19.docx", date(2019, 9, 3)),
        ("BCB 3rd September 2019.docx", date(2019, 9, 3)),
        ("minutes-2018-13-04.pdf", None),
        ("minutes.pdf", None),
    ],
)
def test_the_day_in_the_name_of_a_file(name: str, day: date | None) -> None:
    assert day_in_name(name) == day


@pytest.mark.parametrize(
    ("lines", "name", "kind", "day"),
    [
        ("MINUTES\n\nDate: 3 May 2022", "x.txt", "minutes", date(2022, 5, 3)),
        ("AGENDA\n\n3 May 2022\n\n3. Minutes of 1 April 2022", "x.txt", "agenda", date(2022, 5, 3)),
        ("To: Board\n\nFrom: Treasurer\n\nDate: 3 May 2022", "x.txt", "paper", date(2022, 5, 3)),
        ("ACTION LOG\n\nhe", "log.txt", "log", None),
        ("DECISION NOTICE\n\nReference: WS-2022-003", "x.txt", "notice", None),
        ("Welcome to all who came here", "agenda-2022-05-03.txt", "agenda", date(2022, 5, 3)),
        ("The minutes of 1 April 2022 were approved here", "m.txt", "minutes", None),
    ],
)
def test_what_a_document_is_supposed_to_be(lines: str, name: str, kind: str, day: date | None) -> None:
    guess = guess_of(read_lines(lines).blocks, name)
    assert (guess.kind, guess.day) == (kind, day)


# ------------------------------------------------------------------------------------------ structure


def headings(*found: Block) -> list[tuple[int, str, str]]:
    blocks = with_plain_headings(with_headings(found))
    return [(b.heading, b.label, b.text) for b in blocks if isinstance(b, Paragraph) and b.heading]


def test_headings_by_number() -> None:
    assert headings(
        paragraph("Welcome", "1."),
        paragraph("The Chair welcomed all.", "1.1"),
        paragraph("Performance", "2."),
        paragraph("Calls", "2.1"),
        paragraph("They were answered.", "2.1.1"),
        paragraph("The Board asked:", "2.1.2"),
        paragraph("Why", "1."),
        paragraph("When", "2."),
        paragraph("Any other business", "3."),
        paragraph("There was none."),
    ) == [
        (2, "1.", "Welcome"),
        (2, "2.", "Performance"),
        (3, "2.1", "Calls"),
        (2, "3.", "Any other business"),
    ]


def test_a_number_that_is_misprinted_still_begins_an_item() -> None:
    assert headings(
        paragraph("Purpose", "1."),
        paragraph("It is said here.", "1.1"),
        paragraph("Background", "2."),
        paragraph("It was long.", "2.1"),
        paragraph("Recommendation", "2."),
        paragraph("To wait.", "3.1"),
    ) == [(2, "1.", "Purpose"), (2, "2.", "Background"), (2, "2.", "Recommendation")]


def test_headings_by_bold_type_and_capitals() -> None:
    assert headings(
        bold("Opening"),
        paragraph("The Chair opened the meeting."),
        bold("Resolved:"),
        paragraph("To hire vans."),
        paragraph("ANY OTHER BUSINESS"),
        paragraph("None."),
    ) == [(2, "", "Opening"), (2, "", "ANY OTHER BUSINESS")]


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("Financial matters", True),
        ("ACTION LOG", True),
        ("Action points", True),
        ("Actions", True),
        ("MOTION CARRIED", False),
        ("The budget was approved", False),
        ("RESOLVED", False),
        ("Action – Treasurer to write to the boatyard", False),
        ("ACTION JB", False),
        ("Update: it came", False),
        ("Payments £ 48.00", False),
        ("It was late.", False),
        ("VAT", True),
    ],
)
def test_which_lines_in_bold_are_headings(text: str, is_heading: bool) -> None:
    assert bool(headings(bold(text), paragraph("The Board spoke about it."))) == is_heading


def test_a_line_that_is_underlined_is_a_heading() -> None:
    line = Paragraph((Run("Finance", underlined=True), Run(" ")))
    assert headings(line, paragraph("None.")) == [(2, "", "Finance ")]


def test_lines_in_bold_below_numbered_items_are_within_them() -> None:
    assert headings(
        bold("Finance", "19.09.09"),
        bold("Invoices received"),
        paragraph("None."),
        bold("Highways", "19.09.10"),
        paragraph("None."),
    ) == [(2, "19.09.09", "Finance"), (3, "", "Invoices received"), (2, "19.09.10", "Highways")]


def test_an_item_and_its_first_paragraph_on_one_line() -> None:
    runs = (Run("Budget ", bold=True), Run("The Treasurer spoke."))
    blocks = with_headings([Paragraph(runs, label="1."), paragraph("Vans", "2."), paragraph("None.")])
    assert [(b.heading, b.text.strip()) for b in blocks if isinstance(b, Paragraph)] == [
        (2, "Budget"),
        (0, "The Treasurer spoke."),
        (2, "Vans"),
        (0, "None."),
    ]


def test_the_files_own_headings_keep_their_order() -> None:
    assert headings(
        paragraph("Minutes", heading=1),
        paragraph("Vans", heading=2),
        paragraph("Hire", heading=3),
        paragraph("Dogs", heading=2),
    ) == [(2, "", "Minutes"), (2, "", "Vans"), (3, "", "Hire"), (2, "", "Dogs")]


def unrolled_text(*found: Block) -> str:
    writer = MarkdownWriter({})
    for block in with_headings(unrolled(found).blocks):
        writer.add(block)
    return writer.text()


def test_a_meeting_in_a_table_is_unrolled() -> None:
    text = unrolled_text(
        table(
            ("No", "Item", "Action", "By when"),
            ("1", "Vans", "", ""),
            ("1.1", "The Board asked for prices.", cell("Alex Morgan", "Sam Okafor"), ""),
            ("1.2", cell("It was hot.", "It rained."), "Treasurer to close the window", "3 May"),
        )
    )
    assert text == (
        "## 1 Vans\n\n1.1 The Board asked for prices.\n\nAction: Alex Morgan, Sam Okafor\n\n"
        "1.2 It was hot.\n\nIt rained.\n\n"
        "| Action | By when |\n|---|---|\n| Treasurer to close the window | 3 May |\n"
    )


def test_titles_beside_the_text_are_headings() -> None:
    text = unrolled_text(
        table(
            ("Item", "Discussion", "Action", "Owner"),
            ("1. Vans", cell("Two were hired.", "One was sold."), "Sell the other", "JB"),
            ("2. Dogs", "All are well.", "", ""),
        )
    )
    assert text == (
        "## 1. Vans\n\nTwo were hired.\n\nOne was sold.\n\n"
        "| Action | Owner |\n|---|---|\n| Sell the other | JB |\n\n"
        "## 2. Dogs\n\nAll are well.\n"
    )


def test_numbers_beside_the_text_are_its_numbers() -> None:
    text = unrolled_text(
        table(("1.", cell("Vans", "Two were hired.")), ("2.", cell("Dogs", "All are well."))),
        table(("", "1", "2"), ("Pay", "3", "4")),
    )
    assert text == (
        "## 1. Vans\n\nTwo were hired.\n\n## 2. Dogs\n\nAll are well.\n\n|  | 1 | 2 |\n|---|--:|--:|\n| Pay | 3 | 4 |\n"
    )


def test_a_table_of_people_below_no_label_stays_a_table() -> None:
    head = read_head([table(("Name", "Role"), ("Alex Morgan", "Treasurer"))], ["Board"])
    assert [type(block) for block in head.rest] == [Table]


def test_a_table_of_people_below_its_label_is_a_list() -> None:
    blocks = [paragraph("Present:"), table(("Alex Morgan", "Treasurer"), ("Jo Lowe", "Clerk"))]
    head = read_head(blocks, ["Board"])
    assert [block.text for block in head.rest if isinstance(block, Paragraph)] == [
        "Present:",
        "Alex Morgan, Treasurer",
        "Jo Lowe, Clerk",
    ]
    assert not head.people
    members = read_head([paragraph("Members present:"), *blocks[1:]], ["Board"]).people[Group.MEMBERS]
    assert [(one.name, one.role) for one in members if isinstance(one, Named)] == [
        ("Alex Morgan", "Treasurer"),
        ("Jo Lowe", "Clerk"),
    ]


def test_those_present_are_not_called_members(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES.replace("Members:", "Present:"))
    text = import_document(path, tmp_path, BOARD, Wanted()).drafts[0].text
    assert (
        "\nPresent:\n\n- Alex Morgan, Police and Crime Commissioner\n- Sam Okafor, Chief Constable\n" in text
    )
    minutes, _ = read_minutes(Source(path, "own", text))
    assert minutes
    assert [(one.name, one.under) for one in minutes.members] == [
        ("Alex Morgan", "Present"),
        ("Sam Okafor", "Present"),
    ]


def test_a_table_of_figures_stays_a_table() -> None:
    text = unrolled_text(table(("Heading", "Budget"), ("Pay", "£1,200"), ("Premises", "-450")))
    assert text == "| Heading | Budget |\n|---|--:|\n| Pay | £1,200 |\n| Premises | -450 |\n"


def test_merged_cells_are_told() -> None:
    writer = MarkdownWriter({})
    writer.add(
        Table(((cell("Year"), Cell((paragraph("Figures"),), columns=2)), (cell("1"), cell("2"), cell("3"))))
    )
    assert writer.text() == "| Year | Figures |  |\n|--:|--:|--:|\n| 1 | 2 | 3 |\n"
    assert "merged" in writer.doubts[0].sentence


def test_a_pack_is_taken_apart() -> None:
    document = read_lines(
        "BOARD\nAGENDA\n\n1. Welcome\n\n2. Vans\n\nBOARD ACTION LOG\n\n1.0 Do it\n\n"
        "OFFICIAL\n\nAgenda Item: 2\n\nTo:\n\nBoard\n\nFrom:\n\nTreasurer\n\nVANS\n\n1. Purpose\n"
    )
    pieces = pieces_of(document.blocks)
    assert [piece.kind for piece in pieces] == ["agenda", "log", "paper"]
    assert [len(piece.blocks) for piece in pieces] == [4, 2, 8]
    assert pieces_of(read_lines(MINUTES).blocks) == []


LOG = table(
    (
        "ACTION NO.",
        "MEETING DATE RAISED",
        "MEETING AGENDA ITEM",
        "ACTION",
        "OWNER",
        "TARGET DATE",
        "UPDATE",
        "STATUS",
    ),
    ("1.0", "28/02/2019", "5.3", "Report on *vans*.", "Constabulary", "16/05/2019", "It came.", "Closed"),
    ("2.0", "28/02/2019", "5.4", "Write to all.", "Treasurer", "on-going", "", "Parked"),
    ("3.0", "soon", "", "Wait.", "", "", "", ""),
)


def test_a_log_becomes_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = " ".join(c.text for row in LOG.rows for c in row)
    document = ImportedDocument((paragraph("BOARD ACTION LOG"), LOG), counted=("BOARD ACTION LOG", words))
    monkeypatch.setattr(imports, "read_file", lambda _: document)
    (tmp_path / "log.docx").write_bytes(b"x")
    imported = import_document(tmp_path / "log.docx", tmp_path, BOARD, Wanted())
    assert imported.account.balances, imported.account
    assert any("“3.0 | soon" in sentence for sentence in imported.account.said)
    (draft,) = imported.drafts
    assert draft.place.as_posix() == "actions.yaml"
    log, problems = read_actions(Source(tmp_path / "actions.yaml", "actions.yaml", draft.text))
    assert log
    assert not problems
    assert [(a.id, a.number, str(a.raised), a.status, [o.name for o in a.owners]) for a in log.actions] == [
        ("2019/1", "1.0", "2019-02-28#5.3", "draft", ["Constabulary"]),
        ("2019/2", "2.0", "2019-02-28#5.4", "draft", ["Treasurer"]),
    ]
    assert [(e.status, written.plain_text(e.update)) for a in log.actions for e in a.events] == [
        ("complete", "It came."),
        (None, "Status: Parked"),
    ]
    (tmp_path / "actions.yaml").write_text("actions: []\n")
    again = import_document(tmp_path / "log.docx", tmp_path, BOARD, Wanted())
    assert not again.drafts
    assert any("was not imported" in sentence for sentence in again.account.said)


def test_numbers_on_lines_of_their_own() -> None:
    document = read_lines("1.\n2.\n\nWelcome\nJo Lowe\nVans\n\n3.\n\nDogs\n\n2.1\n\nAll is well.\n")
    assert [(b.label, b.text) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("1.", "Welcome"),
        ("", "Jo Lowe"),
        ("2.", "Vans"),
        ("3.", "Dogs"),
        ("2.1", "All is well."),
    ]
    assert "“1.”, “2.”" in document.doubts[0].sentence


# ------------------------------------------------------------------------------------------ words

AWKWARD = (
    "*stars* _lines_ __init__ `ticks` ~~waves~~",
    "[a](b) ![c](d) [^1] [Chair]: Welcome",
    "<b>bold</b> &amp; & &lt; 5 < 6 > 4",
    "# no heading",
    "> no quotation",
    "2020. It was a year",
    "1) first",
    "- no entry",
    "+ no entry",
    "• no entry",
    "o no entry",
    "a | b | c",
    "| a | b |",
    "---",
    "***",
    "```",
    "{#boats} ::: 10^th^",
    "\\ \\* \\\\",
    "Moved by __, seconded by __",
    "Ends with a backslash \\",
    "5.1 million pounds",
    "soft\u00adhyphen and no\u00a0break",
    "=====",
    "http://example.org/a_b_c?x=*y*",
)


@pytest.mark.parametrize("words", AWKWARD)
@pytest.mark.parametrize("kind", ["paragraph", "numbered", "bold", "entry", "heading", "cell", "footnote"])
def test_the_site_reads_exactly_the_words(words: str, kind: str) -> None:
    note = {"1": (Run(words),)}
    writer = MarkdownWriter(note if kind == "footnote" else {})
    runs = (Run(words, bold=kind == "bold"),)
    match kind:
        case "cell":
            writer.add(Table(((cell("Head"),), (Cell((Paragraph(runs),)),))))
        case "footnote":
            writer.add(Paragraph((Run("See"), Run("", footnote="1"))))
        case "entry":
            writer.add(Paragraph(runs, bullet=True))
        case _:
            label = "2.1" if kind == "numbered" else ""
            writer.add(Paragraph(runs, label=label, heading=2 if kind == "heading" else 0))
    read = read_blocks(writer.text())
    assert " ".join(words.replace("\u00ad", "").split()) in [
        prose.text.removeprefix("2.1 ") for prose in all_of(read)
    ]
    assert len(read) == (2 if kind == "footnote" else 1)


def all_of(found: Sequence[written.Block]) -> list[written.Prose]:
    return list(written.all_prose(found))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1, max_size=30), max_size=6
    )
)
def test_any_paragraphs_are_read_back(texts: list[str]) -> None:
    writer = MarkdownWriter({})
    for text in texts:
        writer.add(paragraph(text))
    wanted = [" ".join(text.split()) for text in texts if text.strip()]
    assert [prose.text for prose in all_of(read_blocks(writer.text()))] == wanted


def test_lists_keep_their_depth_and_numbers() -> None:
    writer = MarkdownWriter({})
    for text, label, bullet, indent in (
        ("one", "", True, 0.0),
        ("within", "", True, 18.0),
        ("third", "3.", False, 36.0),
        ("fifth", "5.", False, 36.0),
        ("two", "", True, 0.0),
    ):
        writer.add(Paragraph((Run(text),), label=label, bullet=bullet, indent=indent))
    assert writer.text() == "- one\n  - within\n    3. third\n    5. fifth\n- two\n"


def test_emphasis_links_and_lines() -> None:
    writer = MarkdownWriter({})
    writer.add(
        Paragraph((Run("Action: ", bold=True), Run("see "), Run("this", link="https://example.org/a(b)")))
    )
    writer.add(Paragraph((Run("One.\nTwo. "), Run("Update:", bold=True), Run(" Three."))))
    assert writer.text() == (
        "**Action:** see [this](https://example.org/a%28b%29)\n\nOne.\n\nTwo.\n\n**Update:** Three.\n"
    )


def test_words_that_are_struck_through_are_told() -> None:
    writer = MarkdownWriter({})
    writer.add(Paragraph((Run("The Board "), Run("did not agree", struck=True))))
    assert "“did not agree” is struck through" in writer.doubts[0].sentence


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("the Board noted the report", "the Board noted the report", []),
        ("the Board noted the report of May", "the Board noted the report", ["of May"]),
        ("a b a c a d", "a b a d a", ["c"]),
        ("cut by 450 and by -450", "cut by 450 and by 450", ["-"]),
        ("paragraph 5.1", "paragraph 51", ["5.1"]),
        ("non-stop “quoted”", "non\u2011stop 'quoted'", []),
    ],
)
def test_words_that_are_missing_are_shown(one: str, other: str, words: list[str]) -> None:
    assert [found.words for found in more_in(words_in([one]), words_in([other]))] == words


def test_what_is_missing_is_shown_where_it_stood() -> None:
    found = more_in(
        words_in(["noted the report . agreed the plan . noted the plan"]),
        words_in(["noted the report agreed the plan noted plan"]),
    )
    assert [one.around for one in found] == ["agreed the plan noted the plan"]


# ------------------------------------------------------------------------------------------ whole files


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    write(tmp_path / "content", {"board.yaml": "name: Business Co-ordination Board\narea: Westshire\n"})
    (tmp_path / "minutes.txt").write_text(MINUTES)
    return lambda *args: CliRunner().invoke(main, ["import", *args], catch_exceptions=False)


def test_minutes_become_a_record(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run("minutes.txt", "--report", "report.json")
    assert result.exit_code == 0, result.output
    path = tmp_path / "content/meetings/2022-02-10/minutes.md"
    assert (
        path.read_text()
        == f"""---
date: 2022-02-10
time: 15:00
location: Conference Room 3
status: draft
members:
  - Alex Morgan, Police and Crime Commissioner
  - Sam Okafor, Chief Constable
in_attendance:
  - {{name: "Jo Bennett", role: "Staff Officer", note: "Observer"}}
signed_by: Alex Morgan, Police and Crime Commissioner
source: {{title: "minutes.txt", sha256: {sha256_of(tmp_path / "minutes.txt")}}}
---

## 1. Welcome

1.1 The Chair welcomed all who had come to the meeting, and said that the hall would be closed for repairs from March on.

## 2. Vans

2.1 The Board asked:

- what a van costs; and
- when it can come.

Action: Chief Constable to bring a paper on vans.

2.2 The Board noted the report.
"""
    )
    assert "none is missing" in result.output
    assert "1 action" in result.output
    (account,) = json.loads((tmp_path / "report.json").read_text())
    assert account["balances"]
    assert account["words"] == {"file": 97, "records": 80, "front_matter": 17, "left_out": 0}
    assert account["read"][0]["kind"] == "minutes"


def sha256_of(path: Path) -> str:
    from hashlib import sha256

    return sha256(path.read_bytes()).hexdigest()


def test_a_record_that_is_there_is_kept(run: Callable[..., Result], tmp_path: Path) -> None:
    path = tmp_path / "content/meetings/2022-02-10/minutes.md"
    run("minutes.txt")
    path.write_text("mine")
    result = run("minutes.txt")
    assert result.exit_code == 1
    assert "is there already, so nothing was written. Add --replace" in result.output
    assert path.read_text() == "mine"
    assert run("minutes.txt", "--replace").exit_code == 0
    assert path.read_text().startswith("---\ndate: 2022-02-10")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["minutes.txt", "--kind", "letter"], 2, "'letter' is not one of"),
        (["minutes.txt", "--date", "soon"], 2, "“soon” is no date"),
        (["minutes.txt", "--into", "../elsewhere"], 2, "is no folder below that of the records"),
        (["undated.txt"], 1, "has no day in its text or its name: add --date"),
        (["picture.png"], 1, "Files like picture.png are not imported"),
        (["empty.txt"], 1, "empty.txt is empty"),
        (["record.md"], 1, "so it is a record"),
        (["nothing.txt"], 2, "does not exist"),
        (["minutes.docx"], 1, "run pip install 'bcbsite[import]'"),
    ],
)
def test_what_cannot_be_imported_is_refused(  # noqa: PLR0917
    run: Callable[..., Result],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    says: str,
) -> None:
    def missing(_: str) -> None:
        raise ModuleNotFoundError("No module named 'lxml'", name="lxml")

    if "minutes.docx" in arguments:
        monkeypatch.setattr(files, "import_module", missing)
    for name, text in {
        "undated.txt": "MINUTES\n\n1. Vans\n\n1.1 All is well.\n",
        "picture.png": "x",
        "empty.txt": "\n",
        "record.md": "---\ndate: 2022-02-10\n---\n\n## 1. Vans\n",
        "minutes.docx": "x",
    }.items():
        (tmp_path / name).write_text(text)
    result = run(*arguments)
    assert (result.exit_code, says in result.output.replace("\n", " ")) == (code, True), result.output
    assert not list((tmp_path / "content").rglob("*.md"))


def test_where_a_record_lies_can_be_said(run: Callable[..., Result], tmp_path: Path) -> None:
    run(
        "minutes.txt",
        "--kind",
        "agenda",
        "--date",
        "3 May 2022",
        "--into",
        "meetings/2022-05-03-extraordinary",
    )
    text = (tmp_path / "content/meetings/2022-05-03-extraordinary/agenda.md").read_text()
    assert text.startswith("---\ndate: 2022-05-03\n")


def test_no_board_no_import(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "minutes.txt").write_text(MINUTES)
    result = CliRunner().invoke(main, ["import", "minutes.txt"])
    assert result.exit_code == 2
    assert "board.yaml has to be there" in result.output


def test_a_marking_in_a_header_is_said_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bcbsite.importing.document import LeftOut, Omission

    document = read_lines(MINUTES)
    marked = ImportedDocument(
        document.blocks,
        omissions=(Omission("OFFICIAL SENSITIVE  Westshire board minutes", LeftOut.HEADER),),
        counted=(*document.counted, *["OFFICIAL", "SENSITIVE", "Westshire", "board", "minutes"]),
    )
    monkeypatch.setattr(imports, "read_file", lambda _: marked)
    (tmp_path / "minutes.docx").write_bytes(b"x")
    imported = import_document(tmp_path / "minutes.docx", tmp_path, BOARD, Wanted())
    assert "classification: OFFICIAL SENSITIVE\n" in imported.drafts[0].text
    assert any("must not be published" in sentence for sentence in imported.account.said)
    assert imported.account.balances


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Apologies were received from Jo Lowe, Chief Constable, Kent Police.", ["Jo Lowe"]),
        (
            "Apologies were received from Jo Lowe, Deputy Chief Constable, and Sam Hale, Treasurer, Kent Police "
            "(the “Force”).",
            ["Jo Lowe", "Sam Hale"],
        ),
        ("Apologies were received from Jo Lowe and Sam Hale.", None),  # the site reads it
        ("Apologies were received from Jo Lowe, who was ill. Others came late.", None),
        ("There were no apologies.", None),
        ("The Board noted the report.", None),
    ],
)
def test_who_sent_apologies(text: str, people: list[str] | None) -> None:
    found = apologies_in(text)
    assert (found and [one.name for one in found]) == people


def test_apologies_in_a_paragraph_stay_there_and_come_into_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    sentence = "Apologies were received from Robin Hale, Chief Executive, Kent Police."
    path.write_text(
        MINUTES.replace("2.1 The Board asked:", f"1.2 {sentence}\n\n2. Vans\n\n2.1 The Board asked:")
    )
    imported = import_document(path, tmp_path, BOARD, Wanted())
    assert imported.account.balances
    assert "apologies:\n  - Robin Hale, Chief Executive, Kent Police\n" in imported.drafts[0].text
    assert f"1.2 {sentence}\n" in imported.drafts[0].text


def test_an_extraordinary_meeting_is_called_so(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES.replace("\nMINUTES\n", "\nMINUTES OF AN EXTRAORDINARY MEETING\n"))
    assert "\nkind: extraordinary\n" in import_document(path, tmp_path, BOARD, Wanted()).drafts[0].text


def test_a_marking_in_the_text_is_said(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES.replace("2. Vans", "OFFICIAL-SENSITIVE\n\n2. Vans"))
    account = import_document(path, tmp_path, BOARD, Wanted()).account
    assert account.balances
    assert "The text is marked “OFFICIAL-SENSITIVE”: see whether it may be published at all." in account.said


def test_a_word_that_got_lost_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    document = read_lines(MINUTES)
    more = ImportedDocument(document.blocks, counted=(*document.counted, "in", "secret"))
    monkeypatch.setattr(imports, "read_file", lambda _: more)
    (tmp_path / "minutes.docx").write_bytes(b"x")
    account = import_document(tmp_path / "minutes.docx", tmp_path, BOARD, Wanted()).account
    assert not account.balances
    assert [one.words for one in account.missing] == ["in secret"]


def test_people_of_minutes_are_added_to_the_list(run: Callable[..., Result], tmp_path: Path) -> None:
    write(tmp_path / "content", {"people.yaml": "# ours\npeople:\n  - {id: sam, name: Sam Okafor}\n"})
    run("minutes.txt")
    result = CliRunner().invoke(main, ["people", "sync"])
    assert (result.exit_code, (tmp_path / "content/people.yaml").read_text()) == (
        0,
        "# ours\npeople:\n  - {id: sam, name: Sam Okafor}\n"
        '  - id: alex-morgan\n    name: "Alex Morgan"\n    posts: [{post: "Police and Crime Commissioner"}]\n'
        '  - id: jo-bennett\n    name: "Jo Bennett"\n    posts: [{post: "Staff Officer"}]\n',
    )
    again = CliRunner().invoke(main, ["people", "sync"])
    assert "Everybody whom the documents list is in people.yaml already." in again.output


# ------------------------------------------------------------------------------------------ real documents


@pytest.mark.parametrize("day", ["2020-09-29", "2021-10-12"])
def test_real_minutes_are_as_near_as_can_be_to_the_record_by_hand(real: Path, day: str) -> None:
    """All labels, and the words of all paragraphs, are those of the record that was written by hand."""
    seed = SEEDS / f"{day}-minutes.txt"
    if not seed.is_file():
        pytest.skip("the raw texts are not beside this checkout")
    imported = import_document(seed, real, BOARD, Wanted())
    assert imported.account.balances
    own, _ = read_minutes(Source(seed, "own", imported.drafts[0].text))
    path = real / "meetings" / day / "minutes.md"
    theirs, _ = read_minutes(Source(path, "theirs", path.read_text("utf-8")))
    assert own
    assert theirs
    assert [part.label for part in own.body.parts if part.label] == [
        part.label for part in theirs.body.parts if part.label
    ]
    assert [one.title.text for one in own.body.items] == [one.title.text for one in theirs.body.items]
    assert words_in(one.text for one in own.body.passages) == words_in(
        one.text for one in theirs.body.passages
    )
    for group in ("members", "in_attendance", "apologies"):
        assert [(p.name, p.role, p.note) for p in getattr(own, group)] == [
            (p.name, p.role, p.note) for p in getattr(theirs, group)
        ]
    assert (own.date, own.time, own.location) == (theirs.date, theirs.time, theirs.location)
    assert (own.signed_by and own.signed_by.name) == (theirs.signed_by and theirs.signed_by.name)


def test_a_real_pack_is_taken_apart_and_no_word_is_lost(real: Path) -> None:
    seed = SEEDS / "2019-09-18-agenda-pack.txt"
    if not seed.is_file():
        pytest.skip("the raw texts are not beside this checkout")
    imported = import_document(seed, real, BOARD, Wanted())
    kinds = [draft.kind for draft in imported.drafts]
    assert (kinds.count(Kind.AGENDA), kinds.count(Kind.PAPER)) == (1, 11)
    assert {draft.place.parts[1] for draft in imported.drafts} == {"2019-09-18"}
    assert imported.account.balances
    agenda = imported.drafts[0].text
    assert agenda.count("\n## ") == 13
    assert agenda.count("\n### ") == 4


@pytest.mark.parametrize("name", ["auto-numbers", "tables", "tracked-changes", "real-minutes-2019-09-03"])
def test_real_word_files_are_imported_whole(name: str, tmp_path: Path) -> None:
    facts_file = WORD.parent / "facts.json"
    if not facts_file.is_file():
        pytest.skip("the real files are not beside this checkout")
    facts = next(f for f in json.loads(facts_file.read_text()) if f["file"] == f"word/{name}.docx")
    imported = import_document(WORD / f"{name}.docx", tmp_path, BOARD, Wanted())
    assert imported.account.balances
    (draft,) = imported.drafts
    minutes, _ = read_minutes(Source(tmp_path, "own", draft.text))
    assert minutes
    assert str(minutes.date) == facts["date"]
    items = [one for one in minutes.body.items if one.label or one.level == 1]
    assert [(one.label or "").rstrip(".") for one in items] == [
        item["label"].rstrip(".") for item in facts["items"]
    ]
    found = [label.rstrip(".") for p in minutes.body.passages for label in (p.label, p.limb) if label]
    wanted = [one["label"].rstrip(".") for one in facts["paragraphs"]]
    assert [label.rpartition("(")[2] for label in found] == [label.rpartition("(")[2] for label in wanted]
    assert not [words for words in facts["must_not"] if words in draft.text]


@pytest.mark.parametrize(
    "name",
    [
        "society/minutes-2024-07-09",
        "society/agenda-2023-05-13",
        "foundation/minutes-2022-04-12",
        "parish/minutes-2018-01-18",
    ],
)
def test_real_pdf_files_are_imported_whole(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All items with their numbers and titles. The labels of a list of people that is not read are told."""
    facts_file = WORD.parent / "facts.json"
    if not facts_file.is_file():
        pytest.skip("the real files are not beside this checkout")
    from bcbsite.importing.pdf.reader import read_here

    monkeypatch.setattr(imports, "read_file", read_here)
    facts = next(f for f in json.loads(facts_file.read_text()) if f["file"] == f"{name}.pdf")
    imported = import_document(WORD.parent / f"{name}.pdf", tmp_path, BOARD, Wanted())
    assert imported.account.balances
    (draft,) = imported.drafts
    assert (draft.kind, str(imported.day)) == (facts["kind"], facts["date"])
    reader = read_agenda if draft.kind is Kind.AGENDA else read_minutes
    record, _ = reader(Source(tmp_path, "own", draft.text))
    assert record
    found = [(one.label, words_in([one.title_and_note])) for one in record.body.items if one.label]
    assert found == [(item["label"].rstrip("."), words_in([item["title"]])) for item in facts["items"]]


# ------------------------------------------------------------------------------------------ nothing is lost


@pytest.mark.parametrize(
    ("line", "keys", "kept", "told"),
    [
        ("Apologies: None", "", "Apologies: None", ""),
        ("Time: 2.00 pm to 4.15 pm", "time: 14:00", "Time: 2.00 pm to 4.15 pm", ""),
        ("Time: 2.00 pm", "time: 14:00", "", ""),
        ("Held on 9 March at 10 am", "time: 10:00", "Held on 9 March at 10 am", ""),
        ("Held on 15 and 16 March 2021", "date: 2021-03-16", "Held on 15 and 16 March 2021", ""),
        ("Date: Monday 5 March 2021", "date: 2021-03-05", "Date: Monday 5 March 2021", "“Monday”, and 2021-03-05 is a Friday"),
        ("Date: Friday 5 March 2021", "date: 2021-03-05", "", ""),
        ("Signed by the Chair ____________ 4 May 2021", "", "", ""),
        ("Signed by the Chair ____________ The meeting closed at 4.15 pm, and Members thanked Jo Bennett.", "",
         "Members thanked Jo Bennett.", ""),
        ("Chair ............ asked about vans.", "", "asked about vans.", ""),
    ],
)  # fmt: skip
def test_what_no_key_says_stays_in_the_text(
    tmp_path: Path, line: str, keys: str, kept: str, told: str
) -> None:
    from docx_package import p, write_docx

    path = tmp_path / "Minutes 9 March 2021.docx"
    write_docx(path, p("MINUTES"), p(line), p("1. Vans"), p("1.1 The Board noted the report."), p(line))
    imported = import_document(path, tmp_path, BOARD, Wanted())
    front, body = imported.drafts[0].text.split("---\n")[1:]
    assert keys in front
    head = body.partition("## 1. Vans")[0] if not line.startswith(("Signed", "Chair")) else body
    assert (kept in head) if kept else ("2021" not in head and "2.00" not in head)
    assert imported.account.balances
    assert any(told in one and one.startswith("! ") for one in imported.account.said) == bool(told)


@pytest.mark.parametrize(
    ("agenda", "minutes", "days"),
    [
        ("AGENDA\n\nDate: 5 June 2021", "MINUTES\n\nDate: 5 May 2021", ["2021-06-05/agenda", "2021-05-05/minutes"]),
        ("Agenda for the meeting on 5 June 2021", "Draft minutes – meeting of 5 May 2021", ["2021-06-05/agenda", "2021-05-05/minutes"]),
        ("Agenda of the Board\n\nDate: 5 June 2021", "Minutes of the Board held on 5 May 2021", ["2021-06-05/agenda", "2021-05-05/minutes"]),
        ("MINUTES\n\nDate: 12 May 2021", "MINUTES\n\nDate: 5 May 2021", ["2021-05-12/minutes", "2021-05-05/minutes"]),
        ("AGENDA\n\nDate: 5 June 2021", "MINUTES\n\nPresent: Alex Morgan", ["2021-06-05/agenda", "2021-06-05/minutes"]),
    ],
)  # fmt: skip
def test_minutes_in_a_pack_keep_their_own_day(
    tmp_path: Path, agenda: str, minutes: str, days: list[str]
) -> None:
    path = tmp_path / "pack.txt"
    path.write_text(
        f"{agenda}\n\n1. Welcome\n\n2. Vans\n\n{minutes}\n\n1. Welcome\n\n1.1 The Board noted the report.\n"
    )
    imported = import_document(path, tmp_path, BOARD, Wanted())
    assert [f"{one.place.parent.name}/{one.place.stem}" for one in imported.drafts] == days
    is_guessed = "Present" in minutes
    assert any(one.startswith("! The minutes print no day") for one in imported.account.said) == is_guessed


def test_approved_minutes_are_never_replaced(run: Callable[..., Result], tmp_path: Path) -> None:
    path = tmp_path / "content/meetings/2022-02-10/minutes.md"
    run("minutes.txt")
    text = path.read_text().replace("status: draft", "status: approved")
    path.write_text(text)
    result = run("minutes.txt", "--replace")
    assert (result.exit_code, "is approved, and a draft would replace it" in result.output) == (1, True)
    assert path.read_text() == text


def test_nothing_is_written_through_a_link(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content/meetings").mkdir()
    (tmp_path / "content/meetings/2022-02-10").symlink_to(tmp_path / "elsewhere")
    result = run("minutes.txt")
    assert (result.exit_code, "is a link to elsewhere" in result.output) == (1, True)
    assert not list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize(
    ("lines", "day", "is_sure"),
    [
        ("Printed 21 March 2021\n\nheld at HQ on the 13th day of March 2021", date(2021, 3, 13), True),
        (
            "Standing orders as adopted on 1 April 2018\n\nMinutes\n\nDate: 13 March 2021",
            date(2021, 3, 13),
            True,
        ),
        ("Version 2, 20 March 2021\n\nMinutes of 13 March 2021", date(2021, 3, 13), True),
        ("Minutes\n\nDate: 13 March 2021\n\nheld on 14 March 2021", date(2021, 3, 13), False),
    ],
)
def test_the_day_is_that_of_the_meeting(lines: str, day: date, is_sure: bool) -> None:
    guess = guess_of(read_lines(lines).blocks, "a.txt")
    assert guess.day == day
    assert any(one.startswith("! ") for one in guess.by) != is_sure


def test_lists_of_people_side_by_side_are_read_down_each() -> None:
    block = table(
        ("Present", "Apologies"),
        ("Alex Morgan, Commissioner", "Jo Bennett, Treasurer"),
        ("Sam Okafor, Chief Constable", ""),
    )
    head = read_head([block], ["Board"])
    assert [one.text for one in head.rest if isinstance(one, Paragraph)] == [
        "Present:",
        "Alex Morgan, Commissioner",
        "Sam Okafor, Chief Constable",
    ]
    assert [one.name for one in head.people[Group.APOLOGIES] if isinstance(one, Named)] == ["Jo Bennett"]


def test_each_action_of_a_row_has_its_own_owner() -> None:
    rows = table(
        ("No", "Item", "Action", "By whom"),
        ("1.", "Welcome", cell("Write a letter", "Buy vans"), cell("JB", "SO")),
        ("2.", "Vans", "Sell vans", "SO"),
    )
    tables = [block for block in unrolled([rows]).blocks if isinstance(block, Table)]
    assert [[[each.text for each in row] for row in one.rows] for one in tables] == [
        [["Action", "By whom"], ["Write a letter", "JB"], ["Buy vans", "SO"]],
        [["Action", "By whom"], ["Sell vans", "SO"]],
    ]


def test_a_whole_meeting_in_one_table() -> None:
    rows = table(
        ("Present", "Alex Morgan, Commissioner", ""),
        ("No", "Item", "Action"),
        ("1", "Welcome", ""),
        ("1.1", "The Chair spoke.", ""),
        ("2", "Budget", ""),
        ("2.1", "The Board noted the report.", "JB to write by May"),
    )
    found = unrolled([rows]).blocks
    assert isinstance(found[0], Table)
    assert [f"{one.label} {one.text}".strip() for one in found[1:] if isinstance(one, Paragraph)] == [
        *("1 Welcome", "1.1 The Chair spoke.", "2 Budget", "2.1 The Board noted the report."),
        "Action: JB to write by May",
    ]


def test_the_parts_of_the_account_add_up(tmp_path: Path) -> None:
    from docx_package import p, write_docx
    from docx_package import table as word_table

    rows = word_table(
        ["No", "Item", "Action", "By whom"], ["1.", "Vans", "Write", "JB"], ["2.", "Dogs", "Buy", "SO"]
    )
    path = write_docx(tmp_path / "a.docx", p("MINUTES"), p("Date: 5 May 2021"), rows)
    account = import_document(path, tmp_path, BOARD, Wanted()).account
    taken = len(words_in(one.words for one in account.taken))
    assert account.balances
    assert sum(one.words for one in account.records) + taken + account.left_out_words == account.words
