"""Files that are damaged, locked or made to do harm: a sentence, soon, and nothing run or fetched."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bcbsite.importing import doc, packages
from bcbsite.importing.doc import read_doc
from bcbsite.importing.document import ImportedDocument, ImportRefusedError, paragraphs_of
from bcbsite.importing.docx import read_docx
from bcbsite.importing.html import read_html
from bcbsite.importing.odt import read_odt
from docx_package import NAMESPACES, definition, level, num, p, run, style, table, write_docx
from test_linear import within

ENTITIES = (
    '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
)
ODT = "urn:oasis:names:tc:opendocument:xmlns:"


def package(path: Path, parts: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def docx_of(path: Path, document: str, **more: str | bytes) -> Path:
    return package(
        path, {"word/document.xml": document, **{f"word/{name}.xml": data for name, data in more.items()}}
    )


def document_of(body: str, before: str = "") -> str:
    return f"{before}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def odt_of(path: Path, text: str, before: str = "", **more: str) -> Path:
    content = (
        f'{before}<office:document-content xmlns:office="{ODT}office:1.0" xmlns:text="{ODT}text:1.0" '
        f'xmlns:table="{ODT}table:1.0"><office:body><office:text>{text}</office:text></office:body></office:document-content>'
    )
    return package(path, {"content.xml": content, **more})


def ole(path: Path, entry: str) -> Path:
    header = bytearray(512)
    header[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    struct.pack_into("<H16xI", header, 30, 9, 0)
    path.write_bytes(bytes(header) + entry.encode("utf-16-le").ljust(512, b"\0"))
    return path


def nested(depth: int) -> str:
    inner = "words"
    for _ in range(depth):
        inner = table([inner])
    return inner


def written(data: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize(
    ("write", "sentence"),
    [
        (written(b""), "is damaged"),
        (written(b"no archive at all"), "is damaged"),
        (written(b"PK\x03\x04" + b"\0" * 99), "is damaged"),
        (lambda path: package(path, {"a.txt": "a"}), "is no Word file"),
        (lambda path: docx_of(path, "<w:document"), "is not well-formed"),
        (lambda path: docx_of(path, document_of(p("&c;"), ENTITIES)), "has a document type of its own"),
        (lambda path: docx_of(path, document_of(p("a")), styles=f"{ENTITIES}<w:styles {NAMESPACES}/>"), "has a document type"),
        (lambda path: ole(path, "EncryptedPackage"), "is protected with a password"),
        (lambda path: ole(path, "WordDocument"), "is a file of an older Word"),
        (lambda path: docx_of(path, document_of(nested(30))), "more than 20 deep"),
        (lambda path: docx_of(path, document_of("<w:sdt>" * 300 + "</w:sdt>" * 300)), "more deeply nested"),
        (lambda path: docx_of(path, document_of("<w:p/>") + " " * (packages.LARGEST_PART)), "unpacks to more than"),
    ],
)  # fmt: skip
def test_word_files_are_refused_by_a_sentence(
    tmp_path: Path, write: Callable[[Path], Path], sentence: str
) -> None:
    with pytest.raises(ImportRefusedError, match=sentence) as refused:
        read_docx(write(tmp_path / "minutes.docx"))
    assert "minutes.docx" in str(refused.value)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    ("write", "sentence"),
    [
        (written(b"PK"), "is damaged"),
        (lambda path: package(path, {"a.txt": "a"}), "content.xml is missing"),
        (lambda path: odt_of(path, "", ENTITIES), "has a document type of its own"),
        (lambda path: odt_of(path, "", **{"META-INF/manifest.xml": "<encryption-data/>"}), "is protected with a password"),
        (lambda path: package(path, {"content.xml": f'<o:x xmlns:o="{ODT}office:1.0"/>'}), "is no text"),
        (lambda path: odt_of(path, "<text:list><text:list-item>" * 40 + "</text:list-item></text:list>" * 40), "more than 20 deep"),
    ],
)  # fmt: skip
def test_opendocument_files_are_refused_by_a_sentence(
    tmp_path: Path, write: Callable[[Path], Path], sentence: str
) -> None:
    with pytest.raises(ImportRefusedError, match=sentence):
        read_odt(write(tmp_path / "minutes.odt"))


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        (b"", "has no words"),
        (b"<script>alert(1)</script>", "has no words"),
        (b"<div>" * 200 + b"words", "deep"),
        (b"<b>" * 5000 + b"words", "deep"),
        (b"<table><tr><td>" * 100 + b"words", "deep"),
    ],
)
def test_web_pages_are_refused_by_a_sentence(tmp_path: Path, page: bytes, sentence: str) -> None:
    (tmp_path / "page.html").write_bytes(page)
    with pytest.raises(ImportRefusedError, match=sentence):
        read_html(tmp_path / "page.html")


def test_entities_of_a_web_page_are_not_read(tmp_path: Path) -> None:
    page = '<!DOCTYPE html [<!ENTITY c SYSTEM "file:///etc/passwd">]><p>A &c; b &amp; c</p>'
    (tmp_path / "page.html").write_text(page)
    assert "root:" not in str(read_html(tmp_path / "page.html"))


def labels(document: ImportedDocument) -> list[str]:
    return [one.label for one in paragraphs_of(document.blocks)]


def test_definitions_that_go_in_circles_end(tmp_path: Path) -> None:
    styles = [
        style("A", based_on="B"),
        style("B", based_on="A"),
        style("L", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering"),
    ]
    lists = [
        definition(1, more='<w:numStyleLink w:val="L"/>'),
        definition(2, level(0, "%1%9%0%"), level(44, "x")),
        *(num(1, 1), num(2, 2), num(3, 99)),
    ]
    numbered = [(1, 0), (2, 0), (2, 7), (2, 8), (2, 44), (3, 0), (-1, 0), (10**9, 0)]
    path = write_docx(
        tmp_path / "a.docx",
        p("a", style="A"),
        *(p("b", numbered=each) for each in numbered),
        styles=styles,
        numbering=lists,
    )
    assert labels(read_docx(path)) == ["", "", "1%0%", "", "", "", "", "", ""]


def test_parts_are_read_from_the_package_alone(tmp_path: Path) -> None:
    """Neither what lies outside of the archive nor what is linked to is asked."""
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = "".join(
        f'<Relationship Id="r{n}" Type="{types}/{kind}" Target="{target}"{mode}/>'
        for n, (kind, target, mode) in enumerate(
            [
                ("header", "../../../../etc/passwd", ""),
                ("header", "http://127.0.0.1:9/header.xml", ' TargetMode="External"'),
                ("footnotes", "file:///etc/passwd", ' TargetMode="External"'),
                ("attachedTemplate", "http://127.0.0.1:9/x.dotm", ' TargetMode="External"'),
            ]
        )
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "word/document.xml": document_of(p("words")),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{namespace}">{rels}</Relationships>',
    }
    path = package(tmp_path / "a.docx", parts)
    document = read_docx(path)
    assert [one.text for one in paragraphs_of(document.blocks)] == ["words"]
    assert document.omissions == ()


def test_a_field_without_an_end_hides_nothing_in_silence(tmp_path: Path) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    document = read_docx(write_docx(tmp_path / "a.docx", p(run("seen") + begin + run("lost")), p("lost too")))
    assert [one.words for one in document.omissions] == ["lost", "lost too"]
    assert any("A field begins and does not end" in doubt.sentence for doubt in document.doubts)


@pytest.mark.parametrize(
    "unit",
    [
        p("Words of a paragraph of minutes.", numbered=(1, 0)),
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
        '<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="1"/></w:r></w:p>',
        p(run("a"), properties='<w:rPr><w:del w:id="1"/></w:rPr>'),
        table(["a", "b"]),
        '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r></w:p>',
    ],
    ids=["numbers", "fields", "notes", "deleted ends", "tables", "hidden"],
)  # fmt: skip
def test_time_grows_with_what_there_is_to_read(tmp_path: Path, unit: str) -> None:
    path = write_docx(tmp_path / "a.docx", unit * 3000, numbering=[definition(1, level(0, "%1.")), num(1, 1)])
    with within(5):
        read_docx(path)


@pytest.mark.parametrize("found", [None, "/bin/false"])
def test_a_file_of_an_older_word_needs_libreoffice(
    tmp_path: Path, found: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doc.shutil, "which", lambda _: found)
    with pytest.raises(
        ImportRefusedError, match="LibreOffice, which is not" if found is None else "could not read"
    ):
        read_doc(ole(tmp_path / "a.doc", "WordDocument"))


def test_a_file_of_a_newer_word_is_one_whatever_its_name(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.doc", p("words"))
    assert [one.text for one in paragraphs_of(read_doc(path).blocks)] == ["words"]
