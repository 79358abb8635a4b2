"""What is read of Word files: every form in which words and what is not to be seen stand in them."""

import contextlib
import re
import socket
import threading
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from bcbsite.importing import doc
from bcbsite.importing.doc import read_doc
from bcbsite.importing.document import (
    ImportedDocument,
    LeftOut,
    Paragraph,
    Run,
    Table,
    paragraphs_of,
    words_of,
)
from bcbsite.importing.docx import read_docx
from bcbsite.importing.typed_numbers import take_typed_numbers
from conftest import REPOSITORY
from docx_package import definition, level, num, p, run, style, table, write_docx
from office import converted

Read = Callable[..., ImportedDocument]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def of(*body: str, **parts: Any) -> ImportedDocument:
        return read_docx(write_docx(tmp_path / "a.docx", *body, **parts))

    return of


def texts(document: ImportedDocument) -> list[str]:
    return [one.text for one in paragraphs_of(document.blocks)]


def left_out(document: ImportedDocument) -> dict[LeftOut, list[str]]:
    found: dict[LeftOut, list[str]] = {}
    for omission in document.omissions:
        found.setdefault(omission.kind, []).append(omission.words)
    return found


def accounted(document: ImportedDocument) -> Counter[str]:
    """The words of the document and of what was left out."""
    notes = ("".join(run.text for run in runs) for runs in document.footnotes.values())
    found = [*map(words_of, document.blocks), *notes, *(one.words for one in document.omissions)]
    return counted(" ".join(found).split())


def counted(words: Iterable[str]) -> Counter[str]:
    return Counter(word for word in words if any(map(str.isalnum, word)))


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
T = "<w:r><w:t>{}</w:t></w:r>"
BY = 'w:id="1" w:author="Jo Bennett" w:date="2023-01-25T10:00:00Z"'
DELETED = f'<w:del {BY}><w:r><w:delText xml:space="preserve">{{}}</w:delText></w:r></w:del>'


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        (run("one ") + run("two"), "one two"),
        ("<w:r><w:t> trimmed </w:t></w:r><w:r><w:t>words</w:t></w:r>", "trimmedwords"),
        (T.format("non") + "<w:r><w:noBreakHyphen/></w:r>" + T.format("urgent"), "non-urgent"),
        (T.format("neigh") + "<w:r><w:softHyphen/></w:r>" + T.format("bour\u00adhood"), "neighbourhood"),
        (T.format("County Hall,") + "<w:r><w:br/></w:r>" + T.format("Room 4"), "County Hall,\nRoom 4"),
        (T.format("Pay") + "<w:r><w:tab/></w:r>" + T.format("£5"), "Pay\t£5"),
        (run("until ") + '<w:r><w:br w:type="page"/></w:r>' + run(" the end"), "until the end"),
        (run("until") + '<w:r><w:br w:type="column"/></w:r>' + run("the end"), "until the end"),
        ('<w:r><w:br w:type="page"/></w:r>' + run("the end"), "the end"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" agreed"), "✓ agreed"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run(" 5"), "≥ 5"),
        (run("\uf0a8 no"), "☐ no"),
        (run("31") + run("st", '<w:vertAlign w:val="superscript"/>') + run(" March"), "31st March"),
        (FIELD.format(" REF _Ref1 \\h ", T.format("2.3")), "2.3"),
        (FIELD.format("IF " + "</w:instrText></w:r>" + T.format("x") + "<w:r><w:instrText>", T.format("yes")), "yes"),
        (FIELD.format("OUTER", FIELD.format("INNER", T.format("in"))), "in"),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>4</w:t></w:r></w:fldSimple>', "4"),
        ("<w:sdt><w:sdtPr><w:alias w:val='Day'/></w:sdtPr><w:sdtContent>" + run("9 June") + "</w:sdtContent></w:sdt>", "9 June"),
        ('<w:smartTag w:element="place">' + run("Leeds") + "</w:smartTag>", "Leeds"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
        (f"<w:ins {BY}>" + run("in") + "</w:ins>" + DELETED.format("out"), "in"),
        (f"<w:ins {BY}>" + DELETED.format("out") + "</w:ins>" + run("in"), "in"),
        (f"<w:moveFrom {BY}>" + run("from") + f"</w:moveFrom><w:moveTo {BY}>" + run("to") + "</w:moveTo>", "to"),
        (run("seen") + run(" unseen", "<w:vanish/>") + run(" seen", '<w:vanish w:val="0"/>'), "seen seen"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'
         '</w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
         "☒"),
    ],
)  # fmt: skip
def test_words_are_as_a_reader_sees_them(read: Read, xml: str, shown: str) -> None:
    document = read(f"<w:p>{xml}</w:p>")
    assert texts(document) == [shown]
    assert accounted(document) == counted(document.counted)


def test_words_have_their_looks(read: Read) -> None:
    styles = [
        style("Strong words", words="<w:b/>", kind="character"),
        style("Bold", words="<w:b/>"),
        style("Bold child", words="<w:i/>", based_on="Bold"),
    ]
    document = read(
        p(run("bold", "<w:b/>"), run("not", '<w:b w:val="0"/>'), run("gone", "<w:strike/>")),
        p(
            run("both", '<w:u w:val="single"/>'),
            run("plain", '<w:rStyle w:val="Strongwords"/>'),
            style="Boldchild",
        ),
        styles=styles,
    )
    first, second = paragraphs_of(document.blocks)
    assert first.runs == (Run("bold", bold=True), Run("not"), Run("gone", struck=True))
    # What the styles of the paragraph and of the words both turn on is off.
    assert second.runs == (Run("both", bold=True, italic=True, underlined=True), Run("plain", italic=True))
    assert second.style == "Bold child"


def test_links_are_kept_where_they_are_of_the_web(read: Read) -> None:
    document = read(
        p(f'<w:hyperlink r:id="web">{run("the plan")}</w:hyperlink>'),
        p(FIELD.format(' HYPERLINK "https://example.org/b" \\o "x" ', T.format("the other"))),
        p(f'<w:hyperlink w:anchor="below">{run("below")}</w:hyperlink>'),
        p(f'<w:hyperlink r:id="file">{run("the draft")}</w:hyperlink>'),
        links={"web": "https://example.org/a", "file": "file:///S:/secret/draft.docx"},
    )
    links = [one.runs[0].link for one in paragraphs_of(document.blocks)]
    assert links == ["https://example.org/a", "https://example.org/b", "", ""]
    (doubt,) = document.doubts
    assert "the draft" in doubt.sentence
    assert "secret" not in doubt.sentence


@pytest.mark.parametrize(
    ("properties", "styles", "heading"),
    [
        ('<w:outlineLvl w:val="1"/>', "", 2),
        ("", style("heading 3"), 3),
        ("", style("Überschrift", '<w:outlineLvl w:val="0"/>'), 1),
        ("", style("Mine", based_on="heading2") + style("heading 2"), 2),
        ('<w:outlineLvl w:val="9"/>', style("heading 1"), 0),
        ("", style("heading 8"), 6),
        ("", "", 0),
    ],
)
def test_headings_are_what_the_file_says(read: Read, properties: str, styles: str, heading: int) -> None:
    name = re.search('styleId="([^"]+)"', styles)
    document = read(p("Words", style=name[1] if name else "", properties=properties), styles=[styles])
    inherited = heading if "basedOn" not in styles else 0
    (paragraph,) = paragraphs_of(document.blocks)
    assert paragraph.heading in (heading, inherited)


def test_a_paragraph_whose_end_was_deleted_goes_on(read: Read) -> None:
    ended = f"<w:rPr><w:del {BY}/></w:rPr>"
    document = read(
        p("The first half", properties=ended),
        p(" and the second."),
        p(DELETED.format("2.3 Gone."), properties=ended),
        p("2.4\tKept."),
    )
    assert texts(document) == ["The first half and the second.", "Kept."]
    assert left_out(document) == {LeftOut.DELETED: ["2.3 Gone."]}
    assert any("tracked changes" in doubt.sentence for doubt in document.doubts)
    assert accounted(document) == counted(document.counted)


def test_a_deleted_paragraph_takes_no_number(read: Read) -> None:
    lists = [definition(1, level(0, "%1.")), num(1, 1)]
    ended = f"<w:rPr><w:del {BY}/></w:rPr>"
    document = read(
        p("a", numbered=(1, 0)),
        p(DELETED.format("b"), numbered=(1, 0), properties=ended),
        p("c", numbered=(1, 0)),
        numbering=lists,
    )
    assert [one.label for one in paragraphs_of(document.blocks)] == ["1.", "2."]


def test_what_is_not_to_be_seen_is_left_out_and_said(read: Read) -> None:
    hidden = style("Hidden words", words="<w:vanish/>", kind="character") + style(
        "Hidden", words="<w:vanish/>"
    )
    comment = f"<w:comment {BY}>{p('Ask Robin.')}</w:comment>"
    document = read(
        p(run("Seen"), run(" secretly", '<w:rStyle w:val="Hiddenwords"/>')),
        p("Not for the minutes.", style="Hidden", properties="<w:rPr><w:vanish/></w:rPr>"),
        p(run("Agreed") + '<w:r><w:commentReference w:id="1"/></w:r>'),
        p("Opening 1", style="toc1"),
        p("Page 2 of 3"),
        p("Signed ______________________ Dated 12th November 2019"),
        styles=[hidden, style("toc 1")],
        parts={
            "comments": comment,
            "header1": p("OFFICIAL"),
            "footer1": p(FIELD.format("PAGE", T.format("1"))),
            "header2": '<w:p><w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>',
        },
    )
    assert texts(document) == ["Seen", "Agreed"]
    assert left_out(document) == {
        LeftOut.HIDDEN: ["secretly", "Not for the minutes."],
        LeftOut.CONTENTS: ["Opening 1"],
        LeftOut.HEADER: ["OFFICIAL", "DRAFT"],
        LeftOut.FOOTER: ["1"],
        LeftOut.COMMENT: ["Ask Robin."],
        LeftOut.PAGE_NUMBER: ["Page 2 of 3"],
        LeftOut.SIGNATURE: ["Signed ______________________ Dated 12th November 2019"],
    }
    assert accounted(document) == counted(document.counted)


BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData>'
    "<wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}"
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_text_boxes_are_read_once_and_counted_apart(read: Read) -> None:
    lists = [definition(1, level(0, "%1.")), num(1, 1)]
    document = read(
        p("a", numbered=(1, 0)),
        p(run("Be") + BOX.format(p("Box", numbered=(1, 0))) + run("side")),
        p("b", numbered=(1, 0)),
        numbering=lists,
    )
    assert [(one.label, one.text) for one in paragraphs_of(document.blocks)] == [
        ("1.", "a"), ("", "Beside"), ("1.", "Box"), ("2.", "b"),
    ]  # fmt: skip
    assert accounted(document) == counted(document.counted)


def test_notes_are_read_where_they_are_referred_to(read: Read) -> None:
    kinds = ("footnote", "endnote")
    notes = {
        f"{kind}s": f'<w:{kind} w:id="0" w:type="separator">{p()}</w:{kind}>'
        f'<w:{kind} w:id="2">{p(f"The {kind}.")}{p("Its end.")}</w:{kind}><w:{kind} w:id="3">{p("Left.")}</w:{kind}>'
        for kind in kinds
    }
    document = read(
        p(
            run("One")
            + '<w:r><w:footnoteReference w:id="2"/></w:r>'
            + run(" two")
            + '<w:r><w:endnoteReference w:id="2"/></w:r>'
        ),
        parts=notes,
    )
    (paragraph,) = paragraphs_of(document.blocks)
    assert [(one.text, one.footnote) for one in paragraph.runs] == [
        ("One", ""),
        ("", "1"),
        (" two", ""),
        ("", "i"),
    ]
    shown = {key: "".join(one.text for one in runs) for key, runs in document.footnotes.items()}
    assert shown == {"1": "The footnote.\nIts end.", "i": "The endnote.\nIts end."}
    assert left_out(document) == {LeftOut.DELETED: ["Left.", "Left."]}
    assert accounted(document) == counted(document.counted)


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        ("<w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing>", "a picture"),
        ("<w:object/>", "an embedded object"),
        ('<w:sym w:font="Webdings" w:char="F021"/>', "a sign of the font Webdings"),
        ('<w:fldChar w:fldCharType="begin"/><w:instrText> AUTONUM </w:instrText><w:fldChar w:fldCharType="end"/>', "a number"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_told(read: Read, xml: str, what: str) -> None:
    (doubt,) = read(f"<w:p>{run('The map of the county')}<w:r>{xml}</w:r></w:p>").doubts
    assert f"there is {what}" in doubt.sentence


def test_tables_have_their_spans_and_heads(read: Read) -> None:
    spans = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    begins, goes_on = (f"<w:tcPr><w:vMerge{value}/></w:tcPr>" for value in (' w:val="restart"', ""))
    document = read(
        table(
            ["No", "Item", "Action"],
            ["1", spans + p("Budget", style="")],
            [begins + p("Present"), "Alex Morgan", table(["in", "ner"])],
            [goes_on + p(), "Sam Okafor", "x"],
            ["gone", "gone", "gone"],
            row_properties={0: "<w:tblHeader/>", 4: f"<w:del {BY}/>"},
        )
    )
    (found,) = document.blocks
    assert isinstance(found, Table)
    assert found.head == 1
    assert [[(cell.text, cell.columns, cell.rows) for cell in row] for row in found.rows] == [
        [("No", 1, 1), ("Item", 1, 1), ("Action", 1, 1)],
        [("1", 1, 1), ("Budget", 2, 1)],
        [("Present", 1, 2), ("Alex Morgan", 1, 1), ("in ner", 1, 1)],
        [("Sam Okafor", 1, 1), ("x", 1, 1)],
    ]
    assert left_out(document) == {LeftOut.DELETED: ["gone"] * 3}
    assert accounted(document) == counted(document.counted)


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (["1.\tOpening", "1.1\tAlex opened.", "2\tGrants"], ["1.", "1.1", "2"]),
        (["(a) the first", "(ii)\tthe second", "b) the third"], ["(a)", "(ii)", "b)"]),
        (["16.05.1 Election", "16.05.3 Register"], ["16.05.1", "16.05.3"]),
        (["19.09.01 Apologies", "19.09.02 Minutes"], ["19.09.01", "19.09.02"]),
        (["39/20\tApologies", "C048/23\tBudget"], ["39/20", "C048/23"]),
        (["2.2 The Board", "2.3 The Board"], ["2.2", "2.3"]),
        (["9. Reports", "9.9 One", "9.10 Two"], ["9.", "9.9", "9.10"]),
        (["A.\tOpening", "IV.\tBudget"], ["A.", "IV."]),
        (["9.30\tArrival", "10.00\tWelcome", "10.15 Coffee"], ["", "", ""]),
        (["10.00 am start", "7.30\tpm"], ["", ""]),
        (["10 September 2021", "10.\tMay 2022", "10.03.22 Meeting"], ["", "", ""]),
        (["2.5 million was spent", "1.5 posts", "24 hour cover", "3 year plan"], ["", "", "", ""]),
        (["J. Brampton spoke", "A. Shah", "AGM\tJune", "91.4"], ["", "", "", ""]),
    ],
)
def test_typed_numbers_are_labels(lines: list[str], labels: list[str]) -> None:
    blocks = take_typed_numbers(Paragraph((Run(line),)) for line in lines)
    assert [one.label for one in paragraphs_of(blocks)] == labels
    assert [words_of(block) for block in blocks] == [" ".join(line.split()) for line in lines]


def test_files_in_the_strict_form_are_read_alike(tmp_path: Path) -> None:
    lists = [definition(1, level(0, "%1.")), num(1, 1)]
    path = write_docx(
        tmp_path / "a.docx",
        p("Opening", numbered=(1, 0)),
        p(run("See ") + f'<w:hyperlink r:id="web">{run("this")}</w:hyperlink>'),
        numbering=lists,
        links={"web": "https://example.org/"},
        parts={"header1": p("OFFICIAL")},
    )
    strict = tmp_path / "strict.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for schema, other in (
                ("wordprocessingml/2006/main", "wordprocessingml/main"),
                ("officeDocument/2006/relationships", "officeDocument/relationships"),
            ):
                text = text.replace(
                    f"http://schemas.openxmlformats.org/{schema}", f"http://purl.oclc.org/ooxml/{other}"
                )
            new.writestr(name, text)
    document = read_docx(strict)
    assert document == read_docx(path)
    assert [words_of(block) for block in document.blocks] == ["1. Opening", "See this"]


LINKED_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="720000" cy="720000"/><wp:docPr id="1" name="a"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="a"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="web"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="720000"/>'
    '</a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)


@pytest.mark.libreoffice
def test_files_of_an_older_word_are_read_through_libreoffice_and_open_no_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a.png"
        lists = [definition(1, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerRoman")), num(1, 1)]
        body = [p(f"w{n}", numbered=(1, depth)) for n, depth in enumerate((0, 1, 2, 2, 1, 0))]
        new = write_docx(
            tmp_path / "a.docx", *body, p(LINKED_PICTURE), numbering=lists, pictures={"web": address}
        )
        old = converted([new], "doc", tmp_path / "old") / "a.doc"
        asked = asked_of(server)
        monkeypatch.setattr(doc, "_ALONE", ("no-such-program",))
        document = read_doc(old)
        assert address.encode() in old.read_bytes().replace(b"\0", b"")  # it could have asked
        assert not asked.wait(0.1)
    assert [one.label for one in paragraphs_of(document.blocks)][:6] == [
        "1.",
        "1.1",
        "(i)",
        "(ii)",
        "1.2",
        "2.",
    ]
    assert "older Word" in document.doubts[0].sentence


def asked_of(server: socket.socket) -> threading.Event:
    """Set when somebody connects to *server* after this."""
    server.setblocking(False)
    with contextlib.suppress(BlockingIOError):
        while True:
            server.accept()[0].close()  # LibreOffice may have asked when it made the file
    server.setblocking(True)
    asked = threading.Event()

    def wait() -> None:
        with contextlib.suppress(OSError):
            server.accept()[0].close()
            asked.set()

    threading.Thread(target=wait, daemon=True).start()
    return asked


REAL_FILES = REPOSITORY.parent / "shared" / "real-files"
_ALIKE = str.maketrans({"\u2011": "-", "–": "-", "’": "'", "\u00a0": " ", "•": " "})


def facts() -> list[dict[str, Any]]:
    import json

    path = REAL_FILES / "facts.json"
    if not path.exists():
        return []
    return [one for one in json.loads(path.read_text("utf-8")) if one["file"].startswith("word/")]


def squeezed(text: str) -> list[str]:
    return text.translate(_ALIKE).split()


@pytest.mark.skipif(not REAL_FILES.exists(), reason="the real Word files are not here (shared/real-files)")
@pytest.mark.parametrize("fact", facts(), ids=lambda fact: fact["file"])
def test_real_files_are_read_without_loss(fact: dict[str, Any]) -> None:
    document = read_docx(REAL_FILES / fact["file"])
    truth = REAL_FILES / "truth" / f"{fact['file'].replace('/', '_').removesuffix('.docx')}.txt"
    blocks = " ".join(words_of(block) for block in document.blocks)
    notes = " ".join("".join(run.text for run in runs) for runs in document.footnotes.values())
    got = Counter(squeezed(f"{blocks} {notes}"))
    heads = [
        words_of(Table((row,)))
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows[: block.head]
    ]
    assert got - Counter(squeezed(" ".join(heads))) == Counter(squeezed(truth.read_text("utf-8")))
    assert accounted(document) == counted(document.counted)
    for words in fact["must_not"]:
        assert words not in f"{blocks} {notes}"
    for words in fact.get("must_once", ()):
        assert f"{blocks} {notes}".count(words) == 1
    printed = [
        one.label or (one.text if re.fullmatch(r"[\d.]+", one.text) else "")
        for one in paragraphs_of(document.blocks)
    ]
    wanted = [one["label"] for one in (*fact["items"], *fact["paragraphs"])]
    assert not Counter(wanted) - Counter(printed)
