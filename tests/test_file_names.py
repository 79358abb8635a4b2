"""Names of files: what some computers cannot have, or not together, is told of before it is published."""

import unicodedata
from pathlib import Path

import pytest

from bcbsite.pipeline import load
from bcbsite.text.file_names import fault_of_name, fault_of_path
from conftest import NOW, write

PAPER = "---\ntitle: A\n{}---\n\n1.1 b\n"
M = "meetings/2022-02-10"
CAFE = "caf\u00e9.pdf"
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.mark.parametrize(
    "name",
    ["con.pdf", "CON", "aux.md", "Nul.tar.gz", "COM1.x", "lpt9.txt", "com\u00b9.x", "conin$", "prn .txt"]
    + [f"a{sign}b.pdf" for sign in '<>:"|?*\\']
    + ["a.", "a ", "a..", "a\x07b", "a\x9fb", "a\u202eb", "a\u200bb", "a\u00a0b", "\udcff"]
    + ["cafe\u0301.pdf", "a" * 201, "\u00e9" * 101],
)
def test_a_name_that_some_computer_cannot_have(name: str) -> None:
    assert fault_of_name(name)
    assert fault_of_path(f"pages/{name}/index.md") == fault_of_name(name)


@pytest.mark.parametrize(
    "name", ["a.md", "console.md", "com.md", "com10.md", "caf\u00e9.pdf", "a b (1).pdf", "a" * 200, "05-0.md"]
)
def test_a_name_that_every_computer_can_have(name: str) -> None:
    assert fault_of_name(name) == ""


def found(folder: Path) -> list[tuple[str, str]]:
    prefix = f"{folder.as_posix()}/"
    return [(d.code, str(d.span).removeprefix(prefix)) for d in load(folder, NOW).diagnostics]


@pytest.mark.parametrize(
    "path",
    [
        f"{M}/papers/aux.md",
        "section-55/con.md",
        "decisions/nul.md",
        "pages/prn/index.md",
        "pages/com1.md",
        f"pages/{'a' * 201}.md",
        f"section-55/{'a' * 201}.md",
        f"{M}/papers/{'a' * 201}.md",
        f"pages/{'/'.join(['a' * 50] * 5)}.md",
        f"{M}-{'a' * 190}/minutes.md",
    ],
)
def test_of_any_file_it_is_told_once(tmp_path: Path, path: str) -> None:
    keys = {"s": "report: A\n", "d": "reference: A\n", "m": "date: 2022-02-10\n", "p": ""}[path[0]]
    folder = write(
        tmp_path / "content", {path: PAPER.format(keys) if keys[:1] != "r" else f"---\n{keys}---\n"}
    )
    if path.startswith("decisions"):
        (folder / path).write_text("---\nreference: A\ntitle: A\n---\n")
    if "papers" in path:
        (folder / path).write_text(PAPER.format(""))
    if path.endswith("minutes.md"):
        (folder / path).write_text("---\ndate: 2022-02-10\n---\n\n## 1. A\n")
    codes = [code for code, _ in found(folder)]
    assert [code for code in codes if code in ("BCB711", "BCB110")] == ["BCB711"], codes


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_attachment_whose_name_is_stored_otherwise_is_told_of_once(tmp_path: Path, form: str) -> None:
    other = "NFD" if form == "NFC" else "NFC"
    files = {
        f"{M}/papers/01-a.md": PAPER.format(f"attachments: [{unicodedata.normalize(form, CAFE)}]\n"),
        f"{M}/papers/{unicodedata.normalize(other, CAFE)}": PDF,
    }
    assert found(write(tmp_path / "content", files)) == [("BCB405", f"{M}/papers/01-a.md:3:15")]


def test_an_attachment_in_other_capitals_is_named(tmp_path: Path) -> None:
    files = {f"{M}/papers/01-a.md": PAPER.format("attachments: [A.pdf]\n"), f"{M}/papers/a.PDF": PDF}
    [mistake] = load(write(tmp_path / "content", files), NOW).diagnostics
    assert (mistake.code, mistake.help) == ("BCB405", "Write “a.PDF”, as the file is called.")


def test_a_name_that_is_no_text_at_all_is_told_of(tmp_path: Path) -> None:
    folder = write(tmp_path / "content", {"pages/index.md": "a"})
    Path(folder / "pages" / "a\udcff\x1b.md").write_text("a")
    [mistake] = load(folder, NOW).diagnostics
    assert mistake.code == "BCB711"
    assert mistake.span.path.isprintable()


@pytest.mark.parametrize(
    ("folder", "says"),
    [
        ("2022-02-29", "“2022-02-29” is not a date that exists."),
        ("2200-01-01", "“2200-01-01” is not in the years from 1800 to 2199."),
        ("0202-01-01-a", "“0202-01-01-a” is not in the years from 1800 to 2199."),
        ("2022-13-01", "“2022-13-01” is no folder that is named by a date."),
    ],
)
def test_of_a_folder_it_is_told_that_the_day_does_not_exist(tmp_path: Path, folder: str, says: str) -> None:
    path = write(tmp_path / "content", {f"meetings/{folder}/minutes.md": "---\ndate: 2022-02-10\n---\n"})
    [mistake] = load(path, NOW).diagnostics
    assert (mistake.code, mistake.message) == ("BCB108", says)


def test_a_name_is_one_however_its_accents_are_stored(tmp_path: Path) -> None:
    name, apart = (unicodedata.normalize(form, "Zo\u00eb M\u00fcller") for form in ("NFC", "NFD"))
    files = {
        "people.yaml": f"people: [{{id: zoe, name: {name}, posts: [{{post: Chief Constable}}]}}]",
        f"{M}/minutes.md": f"---\ndate: 2022-02-10\nmembers: ['{apart}, Chief Constable']\n---\n\n"
        f"## 1. A\n\n1.1 {apart} spoke, and so did {name}’s officers.\n",
    }
    archive = load(write(tmp_path / "content", files), NOW).public
    assert archive
    assert [record.address for record in archive.people] == ["people/zoe/"]
    [passage] = [p for p in archive.meetings["2022-02-10"].minutes.body.passages if p.label]
    [paragraph] = passage.blocks
    marked = [paragraph.prose.text[mark.start : mark.end] for mark in paragraph.prose.marks]
    assert marked == [apart, name]
