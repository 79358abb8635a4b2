"""What is read of OpenDocument files and of web pages."""

import zipfile
from collections import Counter
from pathlib import Path

import pytest

from bcbsite.importing.document import (
    ImportedDocument,
    LeftOut,
    Paragraph,
    Run,
    Table,
    paragraphs_of,
    words_of,
)
from bcbsite.importing.html import read_html
from bcbsite.importing.odt import read_odt

URN = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {
    **{name: f"{URN}{name}:1.0" for name in ("office", "text", "style", "table", "meta")},
    "draw": f"{URN}drawing:1.0",
    "fo": f"{URN}xsl-fo-compatible:1.0",
    "svg": f"{URN}svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
STYLES = """
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold" style:text-underline-style="solid"/></style:style>
<style:style style:name="Secret" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Text_20_body">
<style:paragraph-properties fo:margin-left="1in"/></style:style>
"""
LISTS = """
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")" text:start-value="27"/>
<text:list-level-style-bullet text:level="4" text:bullet-char="•"/></text:list-style>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>
</text:outline-style>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"/>
"""


def odt(path: Path, text: str, pages: str = "") -> ImportedDocument:
    names = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMES.items())
    content = (
        f"<office:document-content {names}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
    styles = (
        f"<office:document-styles {names}><office:styles>{LISTS}</office:styles>"
        f"<office:master-styles>{pages}</office:master-styles></office:document-styles>"
    )
    with zipfile.ZipFile(path / "a.odt", "w") as archive:
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", styles)
    return read_odt(path / "a.odt")


def page(path: Path, html: str) -> ImportedDocument:
    (path / "a.html").write_text(html, "utf-8")
    return read_html(path / "a.html")


def shown(document: ImportedDocument) -> list[str]:
    return [
        f"{'•' if one.bullet else one.label} {one.text}".strip() for one in paragraphs_of(document.blocks)
    ]


def left_out(document: ImportedDocument) -> list[tuple[LeftOut, str]]:
    return [(one.kind, one.words) for one in document.omissions]


def balances(document: ImportedDocument) -> bool:
    notes = ("".join(run.text for run in runs) for runs in document.footnotes.values())
    found = [*map(words_of, document.blocks), *notes, *(one.words for one in document.omissions)]
    return Counter(" ".join(found).split()) == Counter(document.counted)


ITEM = "<text:list-item>{}</text:list-item>"


def entries(*items: str, attributes: str = 'text:style-name="L"') -> str:
    return f"<text:list {attributes}>{''.join(map(ITEM.format, items))}</text:list>"


def nested(*items: str) -> str:
    return entries(*items, attributes="")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            entries(
                "<text:p>a</text:p><text:p>more</text:p>" + nested("<text:p>b</text:p>", nested("<text:p>c</text:p>", nested("<text:p>d</text:p>"))),
                "<text:p>e</text:p>",
            ),
            ["1. a", "more", "1.1 b", "(aa) c", "• d", "2. e"],
        ),
        (
            entries("<text:p>a</text:p>", attributes='text:style-name="L" xml:id="x"')
            + entries("<text:p>b</text:p>")
            + entries("<text:p>c</text:p>", attributes='text:style-name="L" text:continue-list="x"')
            + entries("<text:p>d</text:p>", attributes='text:style-name="L" text:continue-numbering="true"'),
            ["1. a", "1. b", "2. c", "3. d"],
        ),
        ('<text:list text:style-name="L"><text:list-header><text:p>a</text:p></text:list-header>'
         '<text:list-item text:start-value="7"><text:p>b</text:p></text:list-item></text:list>', ["a", "7. b"]),
        ('<text:h text:outline-level="1">a</text:h><text:h text:outline-level="2">b</text:h>'
         '<text:h text:outline-level="1" text:is-list-header="true">c</text:h><text:h text:outline-level="1">d</text:h>',
         ["I. a", "b", "c", "II. d"]),
        ("<text:p>County<text:s text:c='2'/>Hall,<text:line-break/>Room<text:tab/>4\n  and 5</text:p>", ["County  Hall,\nRoom\t4 and 5"]),
        ("<text:p>neigh\u00adbour</text:p><text:section><text:p>in</text:p></text:section>", ["neighbour", "in"]),
        ("<text:p>Be<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>side</text:p>", ["Beside", "box"]),
    ],
)  # fmt: skip
def test_opendocument_text_is_as_a_reader_sees_it(tmp_path: Path, text: str, lines: list[str]) -> None:
    document = odt(tmp_path, text)
    assert shown(document) == lines
    assert balances(document)


def test_what_opendocument_hides_is_left_out_and_said(tmp_path: Path) -> None:
    change = "<office:change-info><dc:creator>Jo</dc:creator></office:change-info>"
    document = odt(
        tmp_path,
        f'<text:tracked-changes><text:changed-region><text:deletion>{change}<text:p>gone</text:p></text:deletion>'
        '</text:changed-region></text:tracked-changes>'
        '<text:p>Seen<text:span text:style-name="Secret"> secretly</text:span><office:annotation><dc:creator>Jo</dc:creator>'
        '<text:p>Ask.</text:p></office:annotation></text:p><text:section text:display="none"><text:p>not this</text:p></text:section>'
        "<text:table-of-content><text:index-body><text:p>Opening 1</text:p></text:index-body></text:table-of-content>",
        '<style:master-page><style:header><text:p>OFFICIAL</text:p></style:header><style:footer><text:p>1</text:p></style:footer></style:master-page>',
    )  # fmt: skip
    assert shown(document) == ["Seen"]
    assert left_out(document) == [
        (LeftOut.DELETED, "gone"),
        (LeftOut.HIDDEN, "secretly"),
        (LeftOut.COMMENT, "Ask."),
        (LeftOut.HIDDEN, "not this"),
        (LeftOut.CONTENTS, "Opening 1"),
        (LeftOut.HEADER, "OFFICIAL"),
        (LeftOut.FOOTER, "1"),
    ]
    assert "tracked changes" in document.doubts[0].sentence
    assert balances(document)


def test_looks_notes_and_tables_of_opendocument(tmp_path: Path) -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    wide, tall = (
        cell.format(' table:number-columns-spanned="2"', "wide"),
        cell.format(' table:number-rows-spanned="2"', "tall"),
    )
    document = odt(
        tmp_path,
        '<text:p text:style-name="P1"><text:span text:style-name="Bold">bold</text:span> <text:a xlink:href="https://example.org/">'
        'link</text:a><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>The note.</text:p></text:note-body></text:note></text:p>"
        f"<table:table><table:table-header-rows><table:table-row>{wide}<table:covered-table-cell/></table:table-row>"
        f"</table:table-header-rows><table:table-row>{tall}{cell.format('', 'b')}</table:table-row></table:table>",
    )  # fmt: skip
    paragraph, found = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(found, Table)
    assert paragraph.runs == (
        Run("bold", bold=True, underlined=True),
        Run(" "),
        Run("link", link="https://example.org/"),
        Run("", footnote="1"),
    )
    assert (paragraph.style, paragraph.indent) == ("Text body", 72.0)
    assert document.footnotes == {"1": (Run("The note."),)}
    assert found.head == 1
    assert [[(each.text, each.columns, each.rows) for each in row] for row in found.rows] == [
        [("wide", 2, 1)],
        [("tall", 1, 2), ("b", 1, 1)],
    ]
    assert balances(document)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>One <b>bold</b>\n and<br>line</p>two", ["One bold and\nline", "two"]),
        ("<ol><li>a<li value=5>b<li>c</ol>", ["1. a", "5. b", "6. c"]),
        ('<ol start="3" type="a"><li>a<ol type="i"><li>b</ol><li>c</ol>', ["c. a", "i. b", "d. c"]),
        ('<ol reversed><li>a<li>b</ol><ul><li>c</ul>', ["2. a", "1. b", "• c"]),
        ('<ol style="list-style-type: upper-roman"><li>a</ol><ul style="list-style:none"><li>b</ul>', ["I. a", "b"]),
        ("<ol><li><p>a</p><p>more</p><li><table><tr><td>b</table></ol>", ["1. a", "more", "2.", "b"]),
        ("<pre>a\n  b</pre>", ["a\n  b"]),
        ("<p>2.3&nbsp;&nbsp; The Board</p><p>&pound;5 &amp; more</p>", ["2.3 The Board", "£5 & more"]),
        ("<script>x()</script><style>p{}</style><template>no</template><p>yes", ["yes"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
    ],
)  # fmt: skip
def test_web_pages_are_as_a_reader_sees_them(tmp_path: Path, html: str, lines: list[str]) -> None:
    document = page(tmp_path, f"<!DOCTYPE html><title>Not in it</title><body>{html}")
    assert shown(document) == lines
    assert balances(document)


def test_what_a_web_page_hides_is_left_out_and_said(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        '<nav>Home</nav><h2>Minutes</h2><p hidden>secret</p><p style="display: none">too</p><p>The map <img src="http://127.0.0.1:9/x">',
    )
    assert [(one.heading, one.text) for one in paragraphs_of(document.blocks)] == [
        (2, "Minutes"),
        (0, "The map"),
    ]
    assert left_out(document) == [
        (LeftOut.HEADER, "Home"),
        (LeftOut.HIDDEN, "secret"),
        (LeftOut.HIDDEN, "too"),
    ]
    assert "a picture" in document.doubts[0].sentence
    assert balances(document)


def test_looks_and_links_of_web_pages(tmp_path: Path) -> None:
    html = (
        '<p><b>a</b><u>b</u><s>c</s><i>d</i><a href="https://example.org/">e</a><a href="javascript:x">f</a>'
    )
    (found,) = page(tmp_path, html).blocks
    assert isinstance(found, Paragraph)
    assert found.runs == (
        Run("a", bold=True),
        Run("b", underlined=True),
        Run("c", struck=True),
        Run("d", italic=True),
        Run("e", link="https://example.org/"),
        Run("f"),
    )


def test_tables_of_web_pages(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<table><caption>Table 1</caption><thead><tr><th>No<th>Item</thead>"
        "<tr><td rowspan=2>1<td colspan=9999999>x<tr><td><table><tr><td>in</table></table>",
    )
    caption, found = document.blocks
    assert isinstance(found, Table)
    assert words_of(caption) == "Table 1"
    assert found.head == 1
    assert [[(each.text, each.columns, each.rows) for each in row] for row in found.rows] == [
        [("No", 1, 1), ("Item", 1, 1)],
        [("1", 1, 2), ("x", 1, 1)],
        [("in", 1, 1)],
    ]
    assert balances(document)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>£5 – “no”</p>".encode("utf-8-sig"), "£5 – “no”"),
        ("<p>£5 – “no”</p>".encode("cp1252"), "£5 – “no”"),
        ("<p>£5 – “no”</p>".encode("utf-16"), "£5 – “no”"),
        ('<meta charset="iso-8859-2"><p>Łódź</p>'.encode("iso-8859-2"), "Łódź"),
    ],
)
def test_web_pages_are_in_any_encoding(tmp_path: Path, data: bytes, text: str) -> None:
    (tmp_path / "a.html").write_bytes(data)
    assert shown(read_html(tmp_path / "a.html")) == [text]


@pytest.mark.parametrize(
    ("text", "lines", "omitted"),
    [
        ('<text:p><text:hidden-paragraph text:condition="ooow:1" text:is-hidden="true"/>secret note</text:p><text:p>in</text:p>',
         ["in"], [(LeftOut.HIDDEN, "secret note")]),
        ('<text:p><text:hidden-paragraph text:condition="ooow:0" text:is-hidden="false"/>in</text:p>', ["in"], []),
        ("<text:p>a <text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>above</text:ruby-text></text:ruby> b</text:p>",
         ["a base above b"], []),
        ("<text:p>Be<draw:frame><svg:desc>RESTRICTED</svg:desc></draw:frame>side</text:p>",
         ["Beside"], [(LeftOut.ALTERNATIVE, "RESTRICTED")]),
    ],
)  # fmt: skip
def test_what_opendocument_shows_otherwise(
    tmp_path: Path, text: str, lines: list[str], omitted: list[tuple[LeftOut, str]]
) -> None:
    document = odt(tmp_path, text)
    assert (shown(document), left_out(document)) == (lines, omitted)
    assert balances(document)


@pytest.mark.parametrize(
    ("html", "lines", "omitted", "told"),
    [
        ("<p>It was <del>not </del>agreed.", ["It was agreed."], [(LeftOut.DELETED, "not")], "tracked changes"),
        ("<style>.h{display:none}</style><p class='a h'>secret</p><p>in", ["in"], [(LeftOut.HIDDEN, "secret")], ""),
        ("<style>/* x */ p#d, i { color: red; visibility:hidden !important }</style><p id=d>secret</p><p>in <i>out</i>",
         ["in"], [(LeftOut.HIDDEN, "secret"), (LeftOut.HIDDEN, "out")], ""),
        ("<style>@media print{.h{display:none}} @media screen{.s{display:none}}</style><p class=h>in</p><p class=s>out</p>",
         ["in"], [(LeftOut.HIDDEN, "out")], ""),
        ("<style>div > p{display:none}</style><div><p>unsure</p></div>", ["unsure"], [], "hides “div > p”"),
        ("<link rel=stylesheet href=a.css><p>in", ["in"], [], "a style sheet elsewhere"),
    ],
)  # fmt: skip
def test_what_a_style_sheet_hides_or_is_deleted(
    tmp_path: Path, html: str, lines: list[str], omitted: list[tuple[LeftOut, str]], told: str
) -> None:
    document = page(tmp_path, html)
    assert (shown(document), left_out(document)) == (lines, omitted)
    assert balances(document)
    assert any(told in doubt.sentence for doubt in document.doubts) or not (told or document.doubts)
