"""A folder of old files: each becomes a record, is attached as it is, or waits; a second run takes what is new."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bcbsite.cli.main import main
from bcbsite.importing import imports
from bcbsite.importing.document import ImportedDocument, LeftOut, Omission, Origin, Paragraph
from bcbsite.importing.text import read_lines
from bcbsite.pages.render import Renderer
from bcbsite.pipeline import load
from conftest import NOW, REPOSITORY, write
from docx_package import p, write_docx

PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


def minutes(day: str) -> str:
    return f"MINUTES\n\nDate: {day}\n\n1. Vans\n\n1.1 The Board noted the report on vans.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs the command. A PDF is read as minutes of two pages with a word that its text layer has not."""
    write(tmp_path / "content", {})
    write(tmp_path / "old", {"board.yaml": "", "2021/may.txt": minutes("3 May 2021"), "2021/old.pdf": PDF})
    write(tmp_path / "old", {"notes.txt": "Vans\n\nThey are here.\n", ".hidden.txt": minutes("4 May 2021")})
    read = imports.read_file
    monkeypatch.setattr(
        imports, "read_file", lambda path: two_pages() if path.suffix == ".pdf" else read(path)
    )
    return lambda *args: CliRunner().invoke(
        main, ["import", "--archive", "old", *args], catch_exceptions=False
    )


def two_pages() -> ImportedDocument:
    first, second = read_lines(minutes("7 June 2021")), read_lines("2. Dogs\n\nThe kennels were # painted.\n")
    blocks = [
        replace(block, origin=Origin(page))
        for page, document in ((1, first), (2, second))
        for block in document.blocks
        if isinstance(block, Paragraph)
    ]
    return ImportedDocument(tuple(blocks), counted=(*first.counted, *second.counted, "lost"), pages=2)


def test_each_file_becomes_what_it_can(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run("--report", "report.json")
    assert result.exit_code == 0, result.output
    content = tmp_path / "content"
    assert sorted(p.relative_to(content).as_posix() for p in content.rglob("*") if p.is_file()) == [
        ".imported.jsonl",
        "board.yaml",
        "meetings/2021-05-03/minutes.md",
        "meetings/2021-06-07/papers/old-pdf.md",
        "meetings/2021-06-07/papers/old.pdf",
    ]
    assert "1  became records" in result.output
    assert "1  are attached to a paper as they are" in result.output
    assert "1  wait for you" in result.output
    assert "notes.txt has no day in its text or its name" in result.output
    accounts = json.loads((tmp_path / "report.json").read_text())
    assert [(one["file"], one["outcome"], one["balances"]) for one in accounts] == [
        ("may.txt", "record", True),
        ("old.pdf", "file only", False),
    ]


def test_a_file_that_does_not_balance_is_attached_with_its_text_by_pages(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    run()
    papers = tmp_path / "content/meetings/2021-06-07/papers"
    assert (papers / "old.pdf").read_bytes() == PDF
    assert (papers / "old-pdf.md").read_text() == (
        '---\ntitle: "Minutes (PDF only)"\nstatus: draft\nstands_for: minutes\nattachments: ["old.pdf"]\n---\n\n'
        "This text was taken from the file by a program, and nobody has checked it. Only the file counts.\n\n"
        "## Page 1\n\nMINUTES\n\nDate: 7 June 2021\n\n1\\. Vans\n\n1.1 The Board noted the report on vans.\n\n"
        "## Page 2\n\n2\\. Dogs\n\nThe kennels were # painted.\n"
    )
    loaded = load(tmp_path / "content", NOW)
    assert loaded.public
    assert not loaded.public.meetings


SECRET = (p("Minutes of the Board"), p("Date: 3 May 2021"), p("1. Vans"), p("1.1 Noted."), "<w:altChunk/>")


def test_a_word_file_is_never_attached(run: Callable[..., Result], tmp_path: Path) -> None:
    write_docx(tmp_path / "old/2021/may.docx", *SECRET, parts={"header1": p("OFFICIAL-SENSITIVE")})
    (tmp_path / "old/2021/may.txt").unlink()
    result = run()
    folder = tmp_path / "content/meetings/2021-05-03"
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["minutes.md"]
    text = (folder / "minutes.md").read_text()
    assert (
        '\nclassification: OFFICIAL-SENSITIVE\nunbalanced:\n  - "A part of the file is another file' in text
    )
    assert "may.docx: record to compare: A part of the file is another file within it" in result.output
    assert "    The document is marked “OFFICIAL-SENSITIVE”" in result.output
    assert "may.docx: record to compare;" in CliRunner().invoke(main, ["status"]).output
    (folder / "minutes.md").write_text(re.sub("unbalanced:\n.*\n", "", text))
    assert "may.docx" not in CliRunner().invoke(main, ["status"]).output


@pytest.mark.parametrize(
    ("kind", "attached"), [(LeftOut.HEADER, True), (LeftOut.HIDDEN, False), (LeftOut.COMMENT, False)]
)
def test_a_file_with_words_that_nobody_sees_is_not_attached(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: LeftOut, attached: bool
) -> None:
    found = replace(two_pages(), omissions=(Omission("RESTRICTED", kind),))
    monkeypatch.setattr(imports, "read_file", lambda _: found)
    (tmp_path / "old/2021/may.txt").unlink()
    (tmp_path / "old/notes.txt").unlink()
    run()
    folder = tmp_path / "content/meetings/2021-06-07"
    assert (folder / "papers/old.pdf").exists() == attached
    if attached:
        assert '\nclassification: "RESTRICTED"\n' in (folder / "papers/old-pdf.md").read_text()
    else:
        assert "\nunbalanced:\n" in (folder / "minutes.md").read_text()


def test_the_meeting_says_that_there_is_a_file_only(run: Callable[..., Result], tmp_path: Path) -> None:
    run()
    paper = tmp_path / "content/meetings/2021-06-07/papers/old-pdf.md"
    paper.write_text(paper.read_text().replace("status: draft\n", ""))
    pages = load(tmp_path / "content", NOW).pages
    assert pages
    page = next(page for page in pages.all if page.address == "meetings/2021-06-07/")
    html = Renderer(pages.archive, [REPOSITORY / "theme"]).render(page)
    assert "the minutes of this meeting as a file only" in html
    assert "are not held here" not in html


def test_a_second_run_takes_only_what_is_new(run: Callable[..., Result], tmp_path: Path) -> None:
    run()
    (tmp_path / "old/copy.txt").write_text(minutes("3 May 2021"))
    (tmp_path / "old/new.txt").write_text(minutes("9 July 2021"))
    result = run()
    assert "3 files of old were imported before, or are there twice." in result.output
    assert "new.txt: record" in result.output
    assert "may.txt" not in result.output
    assert "There is nothing new" not in result.output
    (tmp_path / "old/notes.txt").unlink()
    assert "There is nothing new to import." in run().output


def test_what_is_there_is_never_written_over(run: Callable[..., Result], tmp_path: Path) -> None:
    path = tmp_path / "content/meetings/2021-05-03/minutes.md"
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    assert "may.txt: waiting" in run().output
    assert path.read_text() == "mine"


def test_status_names_what_remains(run: Callable[..., Result], tmp_path: Path) -> None:
    run()
    output = CliRunner().invoke(main, ["status"]).output
    assert "Imported files that are no records yet" in output
    assert (
        "2021/old.pdf: file only; “lost” of the file is in no record, in “The kennels were painted lost”."
        in output
    )
    assert "notes.txt: waiting;" in output
    kinds = [
        one["kind"] for one in json.loads(CliRunner().invoke(main, ["status", "--format", "json"]).output)
    ]
    assert kinds.count("imported file") == 2
    (tmp_path / "content/meetings/2021-06-07/papers/old-pdf.md").unlink()
    assert "old.pdf" not in CliRunner().invoke(main, ["status"]).output


def test_a_line_of_the_list_that_was_cut_off_is_passed_over(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    run()
    path = tmp_path / "content/.imported.jsonl"
    path.write_text(path.read_text() + '{"sha256": "ab')
    assert run().exit_code == 0


@pytest.mark.parametrize("arguments", [["minutes.txt"], ["--kind", "minutes"], ["--replace"]])
def test_an_archive_takes_nothing_else(
    run: Callable[..., Result], tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "minutes.txt").write_text(minutes("3 May 2021"))
    result = run(*arguments)
    assert (result.exit_code, "leave out the rest" in result.output) == (2, True)


def test_files_have_to_be_named(tmp_path: Path) -> None:
    write(tmp_path / "content", {})
    result = CliRunner().invoke(main, ["import"])
    assert (result.exit_code, "Name the files to import" in result.output) == (2, True)
