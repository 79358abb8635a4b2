"""The search of a release for words of what is held back: small files and what must be found in them."""

import gzip
import io
import sqlite3
import zipfile
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bcbsite.archive.held_back import HeldBack
from bcbsite.diagnostics import Span
from bcbsite.publish.leaks import leaks, own_words
from conftest import write
from leaks import office_file, pdf_file
from test_linear import within

NOW = datetime(2026, 11, 1, tzinfo=UTC)
LONG = "Kestrels of the tower hall have raised three young ones this windy year"
"""Thirteen words: a run of eight, and one of five."""
FIRST, REST = "kestrels of the tower hall have raised three", "young ones this windy year"
A, B = Span("a.md", 6), Span("b.md", 9)


def found_in(
    folder: Path, data: bytes, texts: Sequence[tuple[str, Span]] = ((LONG, A),), public: Sequence[str] = ()
) -> list[tuple[str, str, Span]]:
    """What is found in a file with *data* of *texts*, which are held back."""
    write(folder, {"page.html": data, "other.html": b"Kestrel survey"})
    hidden = HeldBack(tuple(texts), tuple(public), NOW)
    return [(leak.file, leak.words, leak.at) for leak in leaks(folder, ["page.html"], hidden)]


# What a file says, and the runs that are found in it.
SAID: dict[str, tuple[str, list[str]]] = {
    "all of it": (LONG, [FIRST, REST]),
    "the first run": (f"<p>{FIRST}</p>", [FIRST]),
    "the rest": (f"<p>{REST}</p>", [REST]),
    "a run in capitals": (FIRST.upper(), [FIRST]),
    "a run with other signs between": (FIRST.replace(" ", ", – "), [FIRST]),
    "a run with tags between": (FIRST.replace(" ", " <b>"), [FIRST]),
    "a run in capitals with tags between": (FIRST.upper().replace(" ", " <B>"), [FIRST]),
    "a run in a tag": (f'<meta content="{FIRST}">', [FIRST]),
    "a run over several lines": (FIRST.replace(" ", "\n"), [FIRST]),
    "a run with tags that have a sign in a value": (FIRST.replace(" ", ' <b title="&lt;i">'), [FIRST]),
    "a run with escaped tags": (FIRST.replace(" ", " &lt;b&gt;"), [FIRST]),
    "a run behind a sign that begins no tag": (f"1 < 2, {FIRST}. <p>", [FIRST]),
    "a run behind a number without end": (f"&#{'1' * 5_000} {FIRST}", [FIRST]),
    "a run with entities": (FIRST.replace(" ", "&nbsp;"), [FIRST]),
    "a part of a run": (FIRST.rpartition(" ")[0], []),
    "a run that goes on": (f"{FIRST}s", []),
    "a run that begins before": (f"x{FIRST}", []),
    "a word alone": ("kestrels", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize("case", SAID)
def test_runs_of_words_are_found(tmp_path: Path, case: str) -> None:
    said, runs = SAID[case]
    assert set(found_in(tmp_path, said.encode())) == {("page.html", run, A) for run in runs}


# What costs most where something looks on from each place; a way that does took minutes of each.
WITHOUT_END = ["<", "<a ", "&lt;", "&#", "&#1", "&#x", ">", "kestrels ", "kestrels of ", "\n"]


@pytest.mark.parametrize("unit", WITHOUT_END)
def test_a_text_without_end_is_searched_in_time(tmp_path: Path, unit: str) -> None:
    with within(3):
        assert found_in(tmp_path, f"{FIRST} {unit * (200_000 // len(unit))}".encode())[0][1] == FIRST


def test_many_files_are_searched_for_many_words_in_time(tmp_path: Path) -> None:
    """Each has a word that all texts have which are held back."""
    write(tmp_path, {f"{n}.txt": "A kestrel" for n in range(1_000)})
    hidden = HeldBack(tuple((f"kestrel nightjar{n}", A) for n in range(20_000)), (), NOW)
    with within(3):
        assert list(leaks(tmp_path, [f"{n}.txt" for n in range(1_000)], hidden)) == []


def test_only_the_files_that_are_named_are_searched(tmp_path: Path) -> None:
    assert found_in(tmp_path, b"", [("Kestrel survey", A)]) == []


# Texts that are held back, public ones, and the runs that are looked for.
LOOKED_FOR: dict[str, tuple[list[str], list[str], list[str]]] = {
    "two words": (["Kestrel survey"], [], ["kestrel survey"]),
    "one word": (["Kestrelsurvey"], [], []),
    "words that are public": (["Kestrel survey"], ["A survey", "The kestrel"], []),
    "a word of which is public": (["Kestrel survey"], ["A survey"], ["kestrel survey"]),
    "a public word as a part of another": (["Kestrel nest"], ["kestrels nest"], ["kestrel nest"]),
    "words of pages": (["Recommendation report"], [], []),
    "words of the code": (["Frozenset dataclass"], [], []),
    "words of templates": (["Endblock endfor"], [], []),
    "short words": (["An owl had fun"], [], []),
    "a word of four letters": (["An owlx had fun"], [], ["an owlx had fun"]),
    "words with other letters": (["Élan Ærø"], [], []),
    "nothing": ([""], [], []),
    "two texts": (["Kestrel survey", "Magpie nests"], [], ["kestrel survey", "magpie nests"]),
}


@pytest.mark.parametrize("case", LOOKED_FOR)
def test_a_run_has_a_word_that_nothing_public_has(tmp_path: Path, case: str) -> None:
    hidden, public, runs = LOOKED_FOR[case]
    said = " . ".join(hidden).encode()
    found = found_in(tmp_path, said, [(text, A) for text in hidden], public)
    assert {words for _, words, _ in found} == set(runs)


def test_a_leak_has_the_place_that_it_comes_from(tmp_path: Path) -> None:
    """Of words that stand in two places the first."""
    texts = [("Kestrel survey", A), ("Kestrel survey", B), ("Magpie kestrels", B)]
    found = found_in(tmp_path, b"A kestrel survey. Magpie kestrels.", texts)
    assert set(found) == {("page.html", "kestrel survey", A), ("page.html", "magpie kestrels", B)}


def database(text: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("CREATE TABLE t (words TEXT)")
        made.execute("INSERT INTO t VALUES (?)", (text,))
        made.commit()
        return made.serialize()


def packed(name: str, inside: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, inside)
    return written.getvalue()


PACKED = {
    "gzip": gzip.compress(LONG.encode()),
    "an Office file": office_file(LONG),
    "a PDF": pdf_file(LONG),
    "a database": database(LONG),
    "a PDF behind lines of mail": b"Content-Type: application/pdf\r\n\r\n" + pdf_file(LONG),
    "a PDF behind a mark": b"\xef\xbb\xbf" + pdf_file(LONG),
    "a PDF that begins late": b" " * 1019 + pdf_file(LONG),
    "an Office file behind a line end": b"\n" + office_file(LONG),
    "an Office file behind a mark": b"\xef\xbb\xbf" + office_file(LONG),
    "an Office file behind another sign": b"PK00" + office_file(LONG),
    "an Office file behind the sign of a part": b"PK\7\x08" + office_file(LONG),
    "an Office file behind a picture": b"\x89PNG\r\n\x1a\n" + bytes(5_000) + office_file(LONG),
    "an Office file behind a PDF": pdf_file("x") + office_file(LONG),
    "a PDF in an Office file": packed("word/media/a.pdf", b"\n" + pdf_file(LONG)),
    "gzip in gzip": gzip.compress(gzip.compress(LONG.encode())),
    "a PDF in gzip": gzip.compress(pdf_file(LONG)),
    "text that is no UTF-8": b"\xff\xfe " + LONG.encode() + b" \xff",
}


@pytest.mark.parametrize("kind", PACKED)
def test_packed_words_are_found(tmp_path: Path, kind: str) -> None:
    found = found_in(tmp_path, PACKED[kind])
    assert {words for _, words, _ in found} == {FIRST, REST}


BROKEN = {
    "gzip": gzip.compress(LONG.encode())[:30],
    "an Office file": office_file(LONG)[:60],
    "a PDF": b"%PDF-1.4\nstream\nno stream\nendstream",
    "a database": b"SQLite format 3\0 but no more",
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_broken_holds_nothing(tmp_path: Path, kind: str) -> None:
    assert found_in(tmp_path, BROKEN[kind]) == []


@pytest.mark.parametrize(("before", "apart"), [(10_000, 15_000), (16_000, 1), (1, 16_000)])
def test_a_run_is_found_across_two_parts_of_a_large_file(tmp_path: Path, before: int, apart: int) -> None:
    """A part ends at a mebibyte, which is *before* bytes behind the beginning of the run."""
    first, rest = FIRST.split(" ", 1)
    data = f"{' ' * (2**20 - before)}{first}{' ' * apart}{rest}"
    assert found_in(tmp_path, data.encode())[:1] == [("page.html", FIRST, A)]


def test_a_large_file_is_searched_in_small_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each has the end of the one before, and no more of what was searched: two runs apart are not repeated."""
    monkeypatch.setattr("bcbsite.publish.leaks.PART", 100)
    monkeypatch.setattr("bcbsite.publish.leaks.OVERLAP", 60)
    data = f"{FIRST:200}{REST:200}"
    found = found_in(tmp_path, data.encode())
    assert [words for _, words, _ in found] == [FIRST, FIRST, REST, REST]  # without the tags, and with them


def test_the_words_of_the_program_are_those_of_its_modules_and_templates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In small letters, as texts are compared; of four letters at least."""
    files = {
        "package/a.py": "class Magpie: MAX_NEST = 1",
        "package/b/c.py": "owl owls",
        "package/d.html": "heron",
        "theme/e/f.html": "<p>Kestrel",
        "theme/g.py": "stork",
    }
    write(tmp_path, files)
    monkeypatch.setattr("bcbsite.publish.leaks.PACKAGE", tmp_path / "package")
    monkeypatch.setattr("bcbsite.publish.leaks.THEME", tmp_path / "theme")
    assert own_words.__wrapped__() == {b"class", b"magpie", b"nest", b"owls", b"kestrel"}


def test_where_nothing_is_held_back_no_file_is_read(tmp_path: Path) -> None:
    assert list(leaks(tmp_path, ["not-there.html"], HeldBack((), (), NOW))) == []
