"""PDF files become documents in reading order, with each number as it is printed."""

import textwrap
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.annotations import FreeText

pytest.importorskip("pdfplumber")
pytest.importorskip("pypdfium2")

from bcbsite.importing.document import Block, ImportedDocument, LeftOut, Paragraph, paragraphs_of
from bcbsite.importing.file_only import can_be_attached
from bcbsite.importing.pdf.reader import read_here
from pdf_files import PITCH, Sheet, pdf

LEFT = 72
FULL = "The Board heard that the number of calls answered in ten seconds had risen since April, and"
LOWER = "that the number of calls given up by the caller had fallen to the lowest level for three years."


def read(tmp_path: Path, *sheets: Sheet) -> ImportedDocument:
    return read_here(pdf(tmp_path / "file.pdf", *sheets))


def outline(blocks: tuple[Block, ...]) -> list[str]:
    """Each paragraph as `label text`, each row of a table as `| cell | cell |`."""
    rows: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            label = "•" if block.bullet else block.label
            rows.append(f"{label} {block.text}".strip())
        else:
            for row in block.rows:
                cells = [" / ".join(outline(cell.blocks)) for cell in row]
                rows.append(f"| {' | '.join(cells)} |")
    return rows


def left_out(document: ImportedDocument) -> list[tuple[str, LeftOut, int | None]]:
    return [(omission.words, omission.kind, omission.origin.page) for omission in document.omissions]


LABELS = [
    ("1.", "Apologies", "1.", "Apologies"),
    ("2.3", "The Board noted it.", "2.3", "The Board noted it."),
    ("16.05.1", "Election of Chair", "16.05.1", "Election of Chair"),
    ("39/20", "Minutes of the last meeting", "39/20", "Minutes of the last meeting"),
    ("2024/017", "Minutes of the last meeting", "2024/017", "Minutes of the last meeting"),
    ("(ii)", "whether the rota had changed", "(ii)", "whether the rota had changed"),
    ("a)", "the first point", "a)", "the first point"),
    ("(B)", "The second point", "(B)", "The second point"),
    ("4.2(a)", "The first point", "4.2(a)", "The first point"),
    ("1.Apologies", "for absence", "1.", "Apologies for absence"),
    ("16.09.12", "- Any Other Business", "16.09.12", "Any Other Business"),
    # No labels: an amount, a year, a planning application, a day, initials, initials in brackets.
    ("1.78", "was released", "", "1.78 was released"),
    ("2018/19", "Budget agreed", "", "2018/19 Budget agreed"),
    ("16/0726", "- Court, Milburn", "", "16/0726 - Court, Milburn"),
    ("14", "July 2020", "", "14 July 2020"),
    ("A.", "Reed, Chair", "", "A. Reed, Chair"),
    ("(SP)", "was present", "", "(SP) was present"),
]


@pytest.mark.parametrize(("first", "rest", "label", "text"), LABELS)
def test_a_label_is_kept_as_printed(tmp_path: Path, first: str, rest: str, label: str, text: str) -> None:
    (found,) = read(tmp_path, Sheet().text(LEFT, 100, f"{first} {rest}")).blocks
    assert isinstance(found, Paragraph)
    assert (found.label, found.text) == (label, text)


@pytest.mark.parametrize("label", ["7", "A.", "IV", "12", "B2", "3.1"])
def test_what_stands_by_itself_in_the_margin_is_a_label(tmp_path: Path, label: str) -> None:
    sheet = Sheet().text(LEFT, 100, label).text(LEFT + 36, 100, "apologies were received")
    (found,) = read(tmp_path, sheet).blocks
    assert isinstance(found, Paragraph)
    assert (found.label, found.text) == (label, "apologies were received")


def test_sentences_are_joined_over_lines_and_pages(tmp_path: Path) -> None:
    first = Sheet().lines(
        LEFT, 100, FULL, LOWER, "None were left over.", "", "A new paragraph begins.", "", FULL
    )
    second = Sheet().lines(LEFT, 72, LOWER)
    document = read(tmp_path, first, second)
    assert outline(document.blocks) == [
        f"{FULL} {LOWER} None were left over.",
        "A new paragraph begins.",
        f"{FULL} {LOWER}",
    ]
    assert [block.origin.page for block in document.blocks] == [1, 1, 1]


def test_short_lines_are_entries_and_a_heading_ends_by_its_style(tmp_path: Path) -> None:
    sheet = (
        Sheet()
        .text(LEFT, 100, "Present", "bold")
        .lines(LEFT, 114, "Alex Morgan (Chair)", "Sam Okafor", "Robin Hale and", "Priya Shah", FULL, LOWER)
    )
    document = read(tmp_path, sheet)
    assert outline(document.blocks) == [
        "Present",
        "Alex Morgan (Chair)",
        "Sam Okafor",
        "Robin Hale and Priya Shah",
        f"{FULL} {LOWER}",
    ]
    assert [block.is_bold for block in paragraphs_of(document.blocks)] == [True, False, False, False, False]


def test_numbered_paragraphs_hang_and_nest(tmp_path: Path) -> None:
    sheet, y = Sheet(), 100
    rows = [
        (72, "2.1", 108, f"{FULL} {LOWER}"),
        (108, "(i)", 144, "to note the report;"),
        (108, "(ii)", 144, f"to ask for the same in May 2021. {FULL} {LOWER}"),
        (72, "2.2", 108, "The Board agreed."),
    ]
    for label_x, label, x, words in rows:
        sheet.text(label_x, y, label).prose(x, y, words, (540 - x) // 6)
        y += PITCH * len(textwrap.wrap(words, (540 - x) // 6))
    document = read(tmp_path, sheet)
    assert outline(document.blocks) == [f"{label} {words}" for _, label, _, words in rows]
    assert [block.indent for block in paragraphs_of(document.blocks)] == [0, 36, 36, 0]


def test_bullets_of_every_kind(tmp_path: Path) -> None:
    sheet = Sheet()
    for number, sign in enumerate(["•", "·", "-", "–", "*"]):
        sheet.text(LEFT + 18, 100 + number * PITCH, sign).text(
            LEFT + 36, 100 + number * PITCH, f"Point {number}"
        )
    sheet.text(LEFT, 200, "Dated - 4 May")
    assert outline(read(tmp_path, sheet).blocks) == [*(f"• Point {n}" for n in range(5)), "Dated - 4 May"]


def test_a_number_that_begins_a_line_of_a_sentence_is_none(tmp_path: Path) -> None:
    words = (
        "The vans were bought in three lots, of which the last cost 2.5 million pounds, and one in the winter of "
        "that year for item 12. The Board thanked the officers."
    )
    for width in range(44, 76, 5):
        (found,) = paragraphs_of(read(tmp_path, Sheet().prose(LEFT, 100, words, width)).blocks)
        assert (found.label, found.text) == ("", words)


HYPHENS = [
    # What stands elsewhere in the file, and what becomes of "co-" and "operation".
    ("The cooperation was good.", "cooperation"),
    ("The co-operation was good.", "co-operation"),
    ("Nothing else was said.", "co-operation"),
]


@pytest.mark.parametrize(("elsewhere", "word"), HYPHENS)
def test_a_hyphen_goes_only_where_the_whole_word_is_known(tmp_path: Path, elsewhere: str, word: str) -> None:
    first = (
        "The Board thanked the officers of both forces for their work with the councils, and for their co-"
    )
    sheet = Sheet().lines(LEFT, 100, first, "operation with the inspectors.", "", elsewhere)
    assert outline(read(tmp_path, sheet).blocks)[0].endswith(f"for their {word} with the inspectors.")


def test_a_raised_ending_stands_with_its_number(tmp_path: Path) -> None:
    sheet = (
        Sheet().text(LEFT, 100, "Held on the 31").text(140.5, 96, "st", size=7).text(150, 100, "March 2016")
    )
    document = read(tmp_path, sheet)
    assert outline(document.blocks) == ["Held on the 31st March 2016"]
    assert document.counted == ("Held", "on", "the", "31st", "March", "2016")


def test_footnotes_are_no_part_of_the_sentence(tmp_path: Path) -> None:
    first = (
        Sheet()
        .lines(LEFT, 100, FULL, LOWER, "", "Spending was as planned.", "", FULL)
        .text(199, 138, "1", size=7)
        .text(LEFT, 700, "1", size=7)
        .text(LEFT + 5, 700, "The year to 31 March.", size=9)
    )
    document = read(tmp_path, first, Sheet().lines(LEFT, 72, LOWER))
    assert outline(document.blocks) == [f"{FULL} {LOWER}", "Spending was as planned.", f"{FULL} {LOWER}"]
    assert {key: "".join(run.text for run in runs) for key, runs in document.footnotes.items()} == {
        "1": "The year to 31 March."
    }
    second = next(paragraphs_of(document.blocks[1:]))
    assert [run.footnote for run in second.runs if run.footnote] == ["1"]


def test_furniture_is_known_by_repetition_and_place(tmp_path: Path) -> None:
    sheets = [
        Sheet()
        .text(LEFT, 40, "Westshire Police and Crime Board")
        .lines(LEFT, 100, f"Paragraph of page {page} about matter {page * 7}.", "Noted", "", FULL)
        .text(LEFT, 780, f"Signed ______________________ Dated {page} May")
        .text(280, 800, f"Page {page} of 3")
        for page in (1, 2, 3)
    ]
    document = read(tmp_path, *sheets)
    assert left_out(document)[:3] == [
        ("Westshire Police and Crime Board", LeftOut.HEADER, 1),
        ("Signed ______________________ Dated 1 May", LeftOut.SIGNATURE, 1),
        ("Page 1 of 3", LeftOut.PAGE_NUMBER, 1),
    ]
    assert len(document.omissions) == 9
    assert outline(document.blocks)[:2] == ["Paragraph of page 1 about matter 7.", "Noted"]
    assert not document.doubts


def test_what_is_typed_where_a_page_used_to_end_is_furniture(tmp_path: Path) -> None:
    first = Sheet().lines(LEFT, 100, FULL, LOWER, "", "None.").text(LEFT, 780, "Signed ________ Dated")
    second = Sheet().lines(
        LEFT, 300, "Page 1 of 2", "", "Noted.", "", "Signed ________ Dated", "", "The Chair left."
    )
    document = read(tmp_path, first, second)
    assert outline(document.blocks) == [f"{FULL} {LOWER}", "None.", "Noted.", "The Chair left."]
    assert [(kind, page) for _, kind, page in left_out(document)] == [
        (LeftOut.SIGNATURE, 1),
        (LeftOut.PAGE_NUMBER, 2),
        (LeftOut.SIGNATURE, 2),
    ]


KEPT = [
    # Lines at the edges of two pages that are no furniture.
    ("Next meeting: 4 May", "Next meeting: 9 June"),
    ("1,204 3,302", "1,904 3,702"),
    ("The Chair closed the meeting.", "The Clerk took the minutes."),
    ("It was resolved to note the report.", "It was resolved to note the report."),
]


@pytest.mark.parametrize(("first", "second"), KEPT)
def test_what_may_be_of_the_record_is_kept(tmp_path: Path, first: str, second: str) -> None:
    sheets = [
        Sheet().lines(LEFT, 100, f"{month}. {FULL}").text(LEFT, 800, words)
        for month, words in (("April", first), ("May", second))
    ]
    document = read(tmp_path, *sheets)
    assert not document.omissions
    assert {first, second} <= set(outline(document.blocks))


def test_numbered_paragraphs_are_no_furniture(tmp_path: Path) -> None:
    sheets = [
        Sheet()
        .lines(LEFT, 60, f"{n}.1 The Board noted the report.", f"{n}.2 {FULL}")
        .text(LEFT, 800, f"{n + 1}. Vans")
        for n in (1, 2, 3)
    ]
    document = read(tmp_path, *sheets)
    assert not document.omissions
    assert [one.label for one in paragraphs_of(document.blocks)] == [
        *("1.1", "1.2", "2.", "2.1", "2.2", "3.", "3.1", "3.2", "4.")
    ]


def test_a_single_page_keeps_what_may_be_furniture_with_a_word(tmp_path: Path) -> None:
    document = read(tmp_path, Sheet().text(LEFT, 100, FULL).text(LEFT, 780, "Signed ____________ Date"))
    assert outline(document.blocks) == [FULL, "Signed ____________ Date"]
    assert [doubt.sentence for doubt in document.doubts] == [
        "“Signed ____________ Date” may be a line to sign on; it was kept."
    ]
    counted = read(tmp_path, Sheet().text(LEFT, 100, FULL).text(280, 800, "Page 1 of 1"))
    assert left_out(counted) == [("Page 1 of 1", LeftOut.PAGE_NUMBER, 1)]


def test_a_table_with_rules_goes_over_pages(tmp_path: Path) -> None:
    xs = [72.0, 130, 400, 520]
    head = ("No", "Item", "Action")
    cells = [80.0, 138, 408]
    first = (
        Sheet()
        .grid(xs, [90, 110, 150, 170])
        .columns(cells, 104, head, font="bold")
        .columns(
            cells,
            124,
            ("2.1", "Figures for answering calls had", "Sam Okafor"),
            ("", "improved in the north of the", ""),
        )
        .columns(cells, 164, ("2.2", "The Board asked for more.", ""))
    )
    second = (
        Sheet()
        .grid(xs, [60, 80, 100, 120])
        .columns(cells, 74, head, font="bold")
        .columns(cells, 94, ("2.3", "It was noted.", "Robin Hale"))
        .columns(cells, 114, ("3", "Any other business", ""))
        .text(LEFT, 160, "The meeting closed.")
    )
    document = read(tmp_path, first, second)
    assert outline(document.blocks) == [
        "| No | Item | Action |",
        "| 2.1 | Figures for answering calls had improved in the north of the | Sam Okafor |",
        "| 2.2 | The Board asked for more. |  |",
        "| 2.3 | It was noted. | Robin Hale |",
        "| 3 | Any other business |  |",
        "The meeting closed.",
    ]
    assert document.blocks[0].head == 1
    assert left_out(document) == [("No Item Action", LeftOut.HEADER, 2)]


def test_merged_cells_stand_where_they_begin(tmp_path: Path) -> None:
    sheet = Sheet()
    for y in (90, 110, 130, 150):
        sheet.rule(72, y, 400, y)
    for x in (72, 200, 400):
        sheet.rule(x, 90, x, 150)
    sheet.rule(300, 110, 300, 150)
    sheet.columns([80, 210], 104, ("Heading", "Spending")).columns([80, 210, 310], 124, ("Pay", "90", "91"))
    sheet.columns([80, 210, 310], 144, ("Vans", "12", "13"))
    (table,) = read(tmp_path, sheet).blocks
    assert outline((table,)) == ["| Heading | Spending |", "| Pay | 90 | 91 |", "| Vans | 12 | 13 |"]
    assert [cell.columns for cell in table.rows[0]] == [1, 2]


def test_an_agenda_in_columns_without_rules_is_a_table(tmp_path: Path) -> None:
    xs = [72.0, 110, 460]
    first = (
        Sheet()
        .columns(xs, 100, ("1", "Apologies", "HP"), ("", "", ""), ("2", "Matters arising", "All"))
        .columns([128, 146], 142, ("•", "Handover"), ("•", "Keys to the north depot"))
        .columns(xs, 184, ("3", "Finance", ""))
    )
    second = (
        Sheet()
        .columns([128, 146], 80, ("•", "Balance of the account"))
        .columns(xs, 108, ("4", "Date of next meeting", "LB"))
        .text(LEFT, 150, "Started at 17:11")
    )
    document = read(tmp_path, first, second)
    assert outline(document.blocks) == [
        "| 1 | Apologies | HP |",
        "| 2 | Matters arising / • Handover / • Keys to the north depot | All |",
        "| 3 | Finance / • Balance of the account |  |",
        "| 4 | Date of next meeting | LB |",
        "Started at 17:11",
    ]


def test_names_and_posts_side_by_side_are_rows(tmp_path: Path) -> None:
    rows = [
        ("Present", "Alex Morgan", "Commissioner (Chair)"),
        ("", "Sam Okafor", "Chief Constable"),
        ("", "Priya Shah", "Chief Finance Officer"),
        ("Apologies", "Robin Hale", "Chief Executive"),
    ]
    sheet = Sheet().columns([72, 160, 300], 100, *rows).text(LEFT, 180, FULL)
    assert outline(read(tmp_path, sheet).blocks) == [*(f"| {' | '.join(row)} |" for row in rows), FULL]


def test_prose_in_two_columns_is_read_down_each_and_over_pages(tmp_path: Path) -> None:
    words = [f"{number}. {FULL} {LOWER}" for number in range(1, 9)]
    lines = [line for paragraph in words for line in textwrap.wrap(paragraph, 36)]
    sheets = [Sheet().text(LEFT, 70, FULL), Sheet()]
    for sheet, first, half in zip(sheets, (0, 40), (20, 4), strict=True):
        sheet.lines(72, 100, *lines[first : first + half], font="fixed", size=10)
        sheet.lines(320, 100, *lines[first + half : first + 2 * half], font="fixed", size=10)
    document = read(tmp_path, *sheets)
    assert outline(document.blocks) == [FULL, *words]
    assert [(doubt.origin.page, "two columns" in doubt.sentence) for doubt in document.doubts] == [
        (1, True),
        (2, True),
    ]


def test_words_that_nobody_sees_are_left_out(tmp_path: Path) -> None:
    sheet = (
        Sheet()
        .text(LEFT, 100, FULL)
        .text(LEFT, 130, "secret", extra="1 g")
        .text(LEFT, 150, "tiny", size=2)
        .text(LEFT, -20, "above")
        .box(LEFT, 170, 300, 190, 0.2)
        .text(LEFT + 4, 184, "White on grey is seen", extra="1 g")
    )
    document = read(tmp_path, sheet)
    assert outline(document.blocks) == [FULL, "White on grey is seen"]
    assert left_out(document) == [("secret tiny above", LeftOut.HIDDEN, 1)]


UNSEEN = [
    (
        Sheet().text(LEFT, 100, "seen hides").box(105, 90, 130, 104, 0),
        "seen",
        "hides",
    ),  # half a word is covered
    (Sheet().text(LEFT, 100, "seen all").rule(LEFT, 96.5, 120, 96.5), "seen all", ""),
    (Sheet().box(LEFT, 90, 300, 104, 0).text(LEFT + 40, 100, "gone").text(LEFT, 140, "seen"), "seen", "gone"),
    (Sheet().text(LEFT, 100, "seen").text(LEFT, 140, "gone", extra="3 Tr"), "seen", "gone"),
    (Sheet().text(LEFT, 100, "seen").text(LEFT, 140, "gone", extra="300 300 20 20 re W n"), "seen", "gone"),
    (Sheet().text(LEFT, 100, "seen", extra="0 0 595 842 re W n"), "seen", ""),
    (Sheet().scan().text(LEFT, 100, "seen by a program", extra="3 Tr"), "seen by a program", ""),
    (Sheet().text(LEFT, 100, "seen").text(LEFT, 140, "gone").scan(LEFT, 130, 200, 144), "seen", "gone"),
    (Sheet().box(LEFT, 90, 300, 104, 0.2).text(LEFT + 4, 100, "seen", extra="1 g"), "seen", ""),
]


@pytest.mark.parametrize(("sheet", "seen", "hidden"), UNSEEN)
def test_what_is_covered_clipped_or_invisible_is_left_out(
    tmp_path: Path, sheet: Sheet, seen: str, hidden: str
) -> None:
    document = read(tmp_path, sheet)
    assert outline(document.blocks) == [seen]
    assert " ".join(words for words, kind, _ in left_out(document) if kind is LeftOut.HIDDEN) == hidden


def test_a_watermark_is_no_text(tmp_path: Path) -> None:
    sheet = Sheet().text(LEFT, 100, "It was agreed.")
    sheet.parts.append("BT /F0 60 Tf 0.7071 0.7071 -0.7071 0.7071 150 300 Tm (CONFIDENTIAL) Tj ET")
    sheet.parts.append("BT /F0 9 Tf 0 1 -1 0 560 300 Tm (i t l r) Tj ET")
    document = read(tmp_path, sheet)
    assert outline(document.blocks) == ["It was agreed.", "i t l r"]
    assert left_out(document) == [("CONFIDENTIAL", LeftOut.WATERMARK, 1)]
    assert Counter(document.counted) == Counter(["It", "was", "agreed.", "CONFIDENTIAL", "i", "t", "l", "r"])


def test_what_is_turned_or_struck_out_is_told(tmp_path: Path) -> None:
    sheet = Sheet().text(LEFT, 100, "It was rejected.").rule(LEFT, 96.5, 200, 96.5).turned(500, 600, "DRAFT")
    document = read(tmp_path, sheet)
    assert outline(document.blocks) == ["It was rejected.", "DRAFT"]
    assert [doubt.sentence for doubt in document.doubts] == [
        "“DRAFT” stands turned on the page; it was put at the end.",
        "“It was rejected.” is struck out; it was kept.",
    ]
    assert all(run.struck for run in next(paragraphs_of(document.blocks)).runs)


def test_styles_and_underlines(tmp_path: Path) -> None:
    sheet = (
        Sheet()
        .text(LEFT, 100, "Apologies").rule(LEFT, 101.5, 120, 101.5)
        .text(LEFT, 130, "Bold", "bold").text(100, 130, "and", "regular").text(122, 130, "italic", "italic")
    )  # fmt: skip
    first, second = paragraphs_of(read(tmp_path, sheet).blocks)
    assert all(run.underlined for run in first.runs)
    assert [(run.text, run.bold, run.italic) for run in second.runs] == [
        ("Bold ", True, False),
        ("and ", False, False),
        ("italic", False, True),
    ]


def test_a_page_that_lies_on_its_side(tmp_path: Path) -> None:
    sheet = Sheet(rotate=90)
    sheet.parts.append("BT /F0 11 Tf 0 1 -1 0 100 72 Tm (1.1 The table lies on its side.) Tj ET")
    assert outline(read(tmp_path, sheet).blocks) == ["1.1 The table lies on its side."]


def test_the_words_are_counted_by_another_reading(tmp_path: Path) -> None:
    document = read(tmp_path, Sheet().lines(LEFT, 100, "1.1 The Board agreed.", "", "(a) to pay £1,204.50"))
    assert document.counted == ("1.1", "The", "Board", "agreed.", "(a)", "to", "pay", "£1,204.50")
    assert document.pages == 1


def test_the_rows_of_an_action_column_are_its_items(tmp_path: Path) -> None:
    """The name stands beside the last line of an item, and no rule parts the rows."""
    sheet, y = Sheet().columns([72, 108, 440], 100, ("Item", "Discussion", "Action by"), font="bold"), 114
    for number, name in (("1", "Robin Hale"), ("2", ""), ("3", "Sam Okafor"), ("4", "Priya Shah")):
        sheet.text(72, y, number).prose(108, y, f"Item {number}. {FULL} {LOWER}", 50)
        y += PITCH * len(textwrap.wrap(f"Item {number}. {FULL} {LOWER}", 50))
        sheet.text(440, y - PITCH, name)
    assert outline(read(tmp_path, sheet).blocks) == [
        "| Item | Discussion | Action by |",
        f"| 1 | Item 1. {FULL} {LOWER} | Robin Hale |",
        f"| 2 | Item 2. {FULL} {LOWER} |  |",
        f"| 3 | Item 3. {FULL} {LOWER} | Sam Okafor |",
        f"| 4 | Item 4. {FULL} {LOWER} | Priya Shah |",
    ]


def test_a_timed_agenda_keeps_its_rows(tmp_path: Path) -> None:
    rows = [
        ("10:00", "1.", "Welcome and apologies", "Chair"),
        ("10:05", "2.", "Minutes of the last meeting and", "Chair"),
        ("", "", "matters arising from them", ""),
        ("10:30", "3.", "Force performance report", "Chief Constable"),
    ]
    sheet = Sheet().columns([72, 130, 170, 345], 100, *rows).text(LEFT, 200, FULL)
    assert outline(read(tmp_path, sheet).blocks) == [
        "| 10:00 | 1. | Welcome and apologies | Chair |",
        "| 10:05 | 2. | Minutes of the last meeting and matters arising from them | Chair |",
        "| 10:30 | 3. | Force performance report | Chief Constable |",
        FULL,
    ]


def test_a_row_that_goes_over_a_page_has_no_rule_at_its_end(tmp_path: Path) -> None:
    xs, cells = [72.0, 120, 520], [80.0, 128]
    first = (
        Sheet()
        .grid(xs, [700, 720])
        .columns(cells, 714, ("1", "Apologies"))
        .columns(cells, 734, ("2", FULL[:60]))
    )
    second = (
        Sheet()
        .grid(xs, [90, 110])
        .columns(cells, 74, ("", "and the rest of it."))
        .columns(cells, 104, ("3", "Close"))
    )
    for x in xs:
        first.rule(x, 720, x, 780)
        second.rule(x, 60, x, 90)
    document = read(tmp_path, first, second)
    assert outline(document.blocks) == [
        "| 1 | Apologies |",
        f"| 2 | {FULL[:60].strip()} and the rest of it. |",
        "| 3 | Close |",
    ]


def test_a_heading_begins_with_its_plain_number(tmp_path: Path) -> None:
    sheet = Sheet().text(LEFT, 100, "7 Finance report", "bold").text(LEFT, 130, "14 July 2020", "bold")
    sheet.box(LEFT, 155, LEFT + 3, 158, 0).text(LEFT + 14, 160, "drawn bullet")
    found = list(paragraphs_of(read(tmp_path, sheet).blocks))
    assert [(paragraph.label, paragraph.bullet, paragraph.text) for paragraph in found] == [
        ("7", False, "Finance report"),
        ("", False, "14 July 2020"),
        ("", True, "drawn bullet"),
    ]


def test_what_the_file_marks_is_believed(tmp_path: Path) -> None:
    sheet = Sheet()
    for tag, y, words in (
        ("H2", 100, "Apologies"),
        ("P", 120, "None."),
        ("Artifact", 800, "Printed on 4 May"),
    ):
        sheet.parts.append(f"/{tag} <</MCID {y}>> BDC")
        sheet.text(LEFT, y, words).parts.append("EMC")
    document = read(tmp_path, sheet)
    assert [(block.text, block.heading) for block in paragraphs_of(document.blocks)] == [
        ("Apologies", 2),
        ("None.", 0),
    ]
    assert left_out(document) == [("Printed on 4 May", LeftOut.FOOTER, 1)]


def test_notes_on_a_page_are_left_out_and_keep_the_file_from_being_attached(tmp_path: Path) -> None:
    file = pdf(tmp_path / "a.pdf", Sheet().text(72, 100, "The Board noted the report."))
    assert can_be_attached(file, read_here(file))
    writer = PdfWriter(clone_from=file)
    writer.add_annotation(0, FreeText(text="Kestrel was\nthe informant.", rect=(72, 500, 300, 540)))
    writer.write(file)
    found = read_here(file)
    assert [(one.words, one.kind) for one in found.omissions] == [
        ("Kestrel was the informant.", LeftOut.COMMENT)
    ]
    assert "Kestrel" not in " ".join(block.text for block in paragraphs_of(found.blocks))
    assert not can_be_attached(file, found)
