"""A PDF that is no PDF, or meant to harm, gives one sentence in bounded time and memory."""

import random
import zlib
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions

pytest.importorskip("pdfplumber")
pytest.importorskip("pypdfium2")

from bcbsite.importing.document import ImportedDocument, ImportRefusedError, words_of
from bcbsite.importing.pdf import bounds, drawings
from bcbsite.importing.pdf.assembly import document
from bcbsite.importing.pdf.bounds import read_pdf
from bcbsite.importing.pdf.letters import Letter
from bcbsite.importing.pdf.letters import Sheet as SeenSheet
from bcbsite.importing.pdf.reader import ScanError, read_here
from pdf_files import Sheet, pdf, written

WORDS = "The Board noted the report of the Chief Constable."
# Ten seconds and 300 MiB of address space: more than a small file needs.
SECONDS, MEMORY = 10, 300 << 20


def outcome(path: Path) -> str:
    """The words of the document, or the sentence that says why there is none."""
    found = bounds._in_bounds(path, SECONDS, MEMORY)
    return " ".join(map(words_of, found.blocks)) if isinstance(found, ImportedDocument) else found[0]


EVERYTHING = UserAccessPermissions(2**32 - 4)


def encrypted(path: Path, user: str, allowed: UserAccessPermissions = EVERYTHING) -> None:
    writer = PdfWriter(clone_from=PdfReader(pdf(path, Sheet().text(72, 100, WORDS))))
    writer.encrypt(user, "owner", permissions_flag=allowed)
    writer.write(path)


def page(content: bytes, extra: bytes = b"") -> list[bytes]:
    """The objects of a file of one page: its tree and catalogue are objects 3 and 4."""
    return [
        b"<<%s/Length %d>>\nstream\n%s\nendstream" % (extra, len(content), content),
        b"<</Type/Page/Parent 3 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents 1 0 R>>",
        b"<</Type/Pages/Count 1/Kids[2 0 R]>>",
        b"<</Type/Catalog/Pages 3 0 R>>",
    ]


def bomb(path: Path) -> None:
    """A kilobyte that becomes twice as much as there is."""
    data = zlib.compress(zlib.compress(bytes(MEMORY), 1), 9)
    path.write_bytes(written(page(data, b"/Filter[/FlateDecode/FlateDecode]"), 4))


def deep_tree(path: Path) -> None:
    depth = 3_000
    nodes = [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (number + 2) for number in range(depth)]
    leaf = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]>>" % depth
    path.write_bytes(written([*nodes, leaf, b"<</Type/Catalog/Pages 1 0 R>>"], depth + 2))


def round_tree(path: Path) -> None:
    path.write_bytes(written([b"<</Type/Pages/Count 9/Kids[1 0 R]>>", b"<</Type/Catalog/Pages 1 0 R>>"], 2))


def huge_count(path: Path) -> None:
    objects = page(b"")
    objects[2] = b"<</Type/Pages/Count 2000000000/Kids[2 0 R]>>"
    path.write_bytes(written(objects, 4))


def cut(path: Path) -> None:
    path.write_bytes(pdf(path, Sheet().text(72, 100, WORDS)).read_bytes()[:400])


HOSTILE = {
    "no PDF": (lambda path: path.write_bytes(b"%PDF-1.7\nnothing"), "damaged"),
    "nothing": (lambda path: path.write_bytes(b""), "damaged"),
    "absent": (lambda path: None, "cannot be opened"),
    "with a password": (lambda path: encrypted(path, "secret"), "password"),
    "cut off": (cut, "damaged"),
    "2,000 pages": (lambda path: pdf(path, *[Sheet()] * 2_000), "2,000 pages"),
    "a tree without end": (round_tree, "damaged"),
    "a deep tree": (deep_tree, "damaged"),
    "a huge count": (huge_count, ""),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gives_a_sentence(tmp_path: Path, name: str) -> None:
    make, part = HOSTILE[name]
    make(tmp_path / "file.pdf")
    found = bounds._outcome(tmp_path / "file.pdf")
    assert isinstance(found, ImportedDocument) if not part else part in found[0]


@pytest.mark.parametrize("allowed", [EVERYTHING, UserAccessPermissions(0)])
def test_what_only_forbids_changes_is_read(tmp_path: Path, allowed: UserAccessPermissions) -> None:
    encrypted(tmp_path / "file.pdf", "", allowed)
    assert " ".join(map(words_of, read_here(tmp_path / "file.pdf").blocks)) == WORDS


def test_the_work_is_done_in_a_process_of_its_own(tmp_path: Path) -> None:
    assert (
        " ".join(map(words_of, read_pdf(pdf(tmp_path / "a.pdf", Sheet().text(72, 100, WORDS))).blocks))
        == WORDS
    )


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", Sheet().text(72, 100, WORDS))
    assert bounds._in_bounds(path, 0.01, MEMORY) == (bounds._TOO_LONG, False)


def test_what_takes_too_much_memory_is_ended(tmp_path: Path) -> None:
    bomb(tmp_path / "file.pdf")
    assert (tmp_path / "file.pdf").stat().st_size < 20_000
    assert outcome(tmp_path / "file.pdf") in {bounds._TOO_LARGE, bounds._TOO_LONG, bounds._DAMAGED}


def test_a_scan_is_told_with_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = pdf(tmp_path / "scan.pdf", Sheet().scan(), Sheet().scan())
    with pytest.raises(ImportRefusedError, match=r"scan without text.*ocrmypdf in\.pdf out\.pdf"):
        read_pdf(path)


def test_a_scan_is_recognised_where_ocrmypdf_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = pdf(tmp_path / "text.pdf", Sheet().text(72, 100, WORDS))
    command = tmp_path / "ocrmypdf"
    command.write_text(f'#!/bin/sh\nfor out; do :; done\n/bin/cp "{text}" "$out"\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = read_pdf(pdf(tmp_path / "scan.pdf", Sheet().scan()))
    assert " ".join(map(words_of, found.blocks)) == WORDS
    assert "recognised by ocrmypdf" in found.doubts[0].sentence


def test_one_scanned_page_among_others_is_told(tmp_path: Path) -> None:
    found = read_here(pdf(tmp_path / "a.pdf", Sheet().text(72, 100, WORDS), Sheet().scan()))
    assert [(doubt.origin.page, "picture without text" in doubt.sentence) for doubt in found.doubts] == [
        (2, True)
    ]
    with pytest.raises(ScanError):
        read_here(pdf(tmp_path / "b.pdf", Sheet().scan(), Sheet().text(280, 800, "2")))


def test_a_drawing_is_no_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "MOST_DRAWN", 500)
    places = random.Random(1)
    sheet = Sheet().text(72, 100, WORDS)
    for _ in range(300):
        x, y = places.uniform(0, 500), places.uniform(0, 800)
        sheet.rule(x, y, x + places.uniform(0, 90), y).rule(x, y, x, y + places.uniform(0, 40))
    found = read_here(pdf(tmp_path / "a.pdf", sheet))
    assert " ".join(map(words_of, found.blocks)) == WORDS


def letter(text: str, x: float, base: float, size: float = 10) -> Letter:
    return Letter(text, x, x + size * 0.5, base, size, False, False)


def seen(*pages: list[Letter]) -> list[SeenSheet]:
    return [
        SeenSheet(number, 595, 842, tuple(letters), (), (), ()) for number, letters in enumerate(pages, 1)
    ]


SHAPES: dict[str, Callable[[int], list[SeenSheet]]] = {
    "one line": lambda n: seen([letter("a", 7.5 * i, 100) for i in range(n)]),
    "one column": lambda n: seen([letter("a", 72, 12 * i) for i in range(n)]),
    "two columns": lambda n: seen([letter("a", 72 + 200 * (i % 2), 6 * (i - i % 2)) for i in range(n)]),
    "all in one place": lambda n: seen([letter("a", 72, 100) for _ in range(n)]),
    "labels": lambda n: seen([letter("•", 72 + i % 9, 12 * i) for i in range(n)]),
    "raised": lambda n: seen(
        [letter("1", 72 + 3 * i, 100 - 4 * (i % 2), 10 - 4 * (i % 2)) for i in range(n)]
    ),
    "steps": lambda n: seen([letter("a", 20 * (i % 97), 12 * (i // 7)) for i in range(n)]),
    "pages": lambda n: seen(*[[letter("a", 72, 30), letter("b", 72, 800)] for _ in range(n // 2)]),
}


@pytest.mark.parametrize("name", SHAPES)
def test_time_grows_with_the_letters_and_no_faster(name: str) -> None:
    def seconds(count: int) -> float:
        sheets = SHAPES[name](count)
        start = process_time()
        document(sheets, ())
        return process_time() - start

    seconds(200)
    few, many = min(seconds(500) for _ in range(3)), seconds(4_000)
    assert many < max(few, 0.02) * 8 * 3
