"""Documents as Markdown: what is written can be read again as the same document, and has nothing else in it."""

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bcbsite.exports.files import export_files
from bcbsite.exports.markdown import Markdown
from bcbsite.exports.sources import source_files
from bcbsite.model.blocks import all_prose
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.read.agenda import read_agenda
from bcbsite.read.markdown import read_blocks
from bcbsite.read.minutes import read_minutes
from bcbsite.read.papers import read_paper
from bcbsite.registers.meetings import documents_of
from bcbsite.source import Source
from conftest import MINUTES, REPOSITORY, load_all, write
from test_body import TABLE
from test_body import read as read_text

READERS: dict[str, Any] = {"agenda": read_agenda, "minutes": read_minutes, "paper": read_paper}
_OF_FILE = {"line", "spans", "waive", "at", "slug", "path", "is_file"}


def meaning(value: Any) -> Any:
    """*value* without what tells of its file, and without what is found by comparing records."""
    if isinstance(value, tuple):
        return tuple(map(meaning, value))
    if not is_dataclass(value):
        return value
    found = {f.name: meaning(getattr(value, f.name)) for f in fields(value) if f.name not in _OF_FILE}
    if type(value).__name__ == "Prose":
        marks = (mark for mark in value.marks if mark.kind not in (MarkKind.MENTION, MarkKind.IMAGE))
        found["marks"] = [(mark.start, mark.end, mark.kind, mark.target) for mark in marks]
    return type(value).__name__, found


@pytest.mark.parametrize("content", ["demonstration", "real"])
def test_every_document_can_be_read_again(content: str, request: pytest.FixtureRequest) -> None:
    folder = REPOSITORY / "content" if content == "demonstration" else request.getfixturevalue("real")
    archive = load_all(folder).public
    assert archive
    archive = replace(archive, board=replace(archive.board, markdown=True))
    files = dict(source_files(archive))
    for meeting in archive.meetings.values():
        for address, kind, document in documents_of(meeting):
            if text := files.get(f"{address}index.md"):
                source = Source(Path("x.md"), "x.md", text.decode())
                again, problems = READERS[kind](source, archive.board.item_notes)
                assert [str(problem) for problem in problems] == []
                assert meaning(again) == meaning(document), address
    assert len(files) > 10


@pytest.mark.parametrize(
    "text",
    [
        "A *b* **c** `d` [e](https://example.org/) f\\\ng",
        "\\*a\\* \\[b\\](c) \\`d\\` a_b \\_c\\_ &amp;amp; \\<b> 1 < 2",
        "\\# a\n\\> b\n\\- c\n\\+ d\n1\\. e\n\\=",
        "***a** b*[c**d**](https://e/)`` ` ``",
        "- a\n  - b\n\n    c\n- d\n\n* e\n\n1. f\n2. g\n\n3) h",
        "> a\n>\n> - b\n\n    code\n\n```\n```` x\n```",
        "| a | b |\n|:--|--:|\n| `c` \\| d | *e* |\n| | f |",
        "a[^1] b\n\n[^1]: c\n\n    d\n\n* * *\n\ne",
        "#### a\n\nb\n=\n\nc",
    ],
)
def test_blocks_come_through(text: str) -> None:
    blocks = read_blocks(text)
    assert meaning(read_blocks(Markdown(_NoLinks()).blocks(blocks))) == meaning(blocks)


@pytest.mark.parametrize(
    "line", ["[Chair]: Welcome", "[Note]: https://example.org/x", "[1]: Smith", "[a][b]"]
)
def test_words_in_square_brackets_are_shown(line: str) -> None:
    [_, block] = read_blocks(f"[b]: https://example.org/\n\n{line}")
    assert list(all_prose([block])) == [Prose(line)]


class _NoLinks:
    """Finds nothing."""

    def find(self, _: str) -> None:
        return None


@pytest.mark.parametrize("title", TABLE)
def test_bodies_come_through(title: str) -> None:
    body = read_text(TABLE[title][0])
    assert meaning(read_text(Markdown(_NoLinks()).body(body))) == meaning(body)


def test_a_board_has_to_allow_it(tmp_path: Path) -> None:
    files = {
        "meetings/2022-02-10/minutes.md": MINUTES,
        "meetings/2022-02-10/papers/01-a.md": "---\ntitle: A\npublish: withheld\nreason: Live.\n---\n\nWords\n",
    }
    for allowed, expected in (("no", []), ("yes", ["meetings/2022-02-10/minutes/index.md"])):
        board = f"name: B\narea: K\nmarkdown: {allowed}\n"
        archive = load_all(write(tmp_path / allowed, {**files, "board.yaml": board})).public
        assert archive
        found = dict(export_files(archive, ""))
        assert [name for name in found if name.endswith(".md")] == expected
    text = found[expected[0]].decode()
    assert text == (
        '---\nstatus: "approved"\ndate: "2022-02-10"\n---\n\n'
        "## 1 Welcome\n\n1.1 The Board noted the report.\n"
    )
    assert not re.search("Words|Live", text)
