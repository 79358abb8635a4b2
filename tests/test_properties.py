"""Whatever a file holds, its reader gives a record or a diagnostic, soon, and never a traceback."""

import string
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bcbsite.model.blocks import plain_text
from bcbsite.model.prose import Mark, MarkKind, Prose
from bcbsite.pages.html import Html
from bcbsite.pipeline import load
from bcbsite.read.body import read_body
from bcbsite.read.labels import MINUTES_ROLES
from bcbsite.read.markdown import read_blocks
from bcbsite.source import Source
from conftest import MINUTES, NOW, build, write

FILES = (
    "board.yaml",
    "people.yaml",
    "actions.yaml",
    "pages/index.md",
    "meetings/2022-02-10/agenda.md",
    "meetings/2022-02-10/minutes.md",
    "meetings/2022-02-10/papers/01-a.md",
    "section-55/a.md",
    "decisions/a.md",
    "redirects.yaml",
    "permalinks.txt",
)
anywhere = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
markdown = st.text(alphabet=string.digits + ".#-*_`[]()|>:! \n£’" + "abcActionUpdate", max_size=300)


def read(folder: Path, name: str, data: bytes) -> None:
    """Read and, where that can be done, render a content with *data* in the file *name*."""
    loaded = load(write(folder / "content", {name: data}), NOW)
    assert loaded.public or loaded.diagnostics


@anywhere
@given(name=st.sampled_from(FILES), data=st.binary(max_size=400))
def test_arbitrary_bytes(tmp_path: Path, name: str, data: bytes) -> None:
    read(tmp_path, name, data)


@anywhere
@given(name=st.sampled_from(FILES), text=st.text(max_size=400))
def test_arbitrary_text(tmp_path: Path, name: str, text: str) -> None:
    read(tmp_path, name, text.encode("utf-8", "surrogatepass"))


@anywhere
@given(name=st.sampled_from(FILES[4:]), front=st.text(alphabet="datestus: -[]{}&*!\n#'\"|>20", max_size=200))
def test_arbitrary_front_matter(tmp_path: Path, name: str, front: str) -> None:
    read(tmp_path, name, f"---\n{front}\n---\n\n## 1. A\n".encode())


@anywhere
@given(length=st.integers(min_value=0, max_value=len(MINUTES)))
def test_a_file_that_ends_anywhere(tmp_path: Path, length: int) -> None:
    read(tmp_path, "meetings/2022-02-10/minutes.md", MINUTES[:length].encode())


@anywhere
@given(text=markdown)
@example(text="- 1.1 a\n  - 1.1.1 b\n    - 1.1.1.1 c\n\n> 1.2 d")
@example(text="[](x) end [](y)")
@example(text="***a** b*[c**d**](e)`f`")
def test_no_letter_is_lost_and_anchors_are_unique(text: str) -> None:
    body, problems = read_body(Source(Path("x"), "x", text), text, 1, MINUTES_ROLES)
    anchors = [part.anchor for part in body.parts]
    assert problems or len(anchors) == len(set(anchors))
    kept = "".join(
        (part.label or "")
        + (part.title.text + (part.note or "") if hasattr(part, "title") else plain_text(part.blocks))
        for part in body.parts
    )
    plain = plain_text(read_blocks(text))
    assert problems or letters(kept) == letters(plain)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@given(text=st.text(max_size=40), cut=st.integers(min_value=0, max_value=45))
def test_html_of_prose_has_its_text_and_no_other_tags(text: str, cut: int) -> None:
    marks = (Mark(0, len(text), MarkKind.STRONG),) if text else ()
    prose = Prose(text, marks).cut(cut)
    html = str(Html.prose(Html(None, ""), prose))  # type: ignore[arg-type]
    inner = html.removeprefix("<strong>").removesuffix("</strong>")
    assert "<" not in inner
    assert inner.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text[cut:]


HEAVY = {
    "a line of millions": "x" * 3_900_000,
    "emphasis without end": "*" * 300_000,
    "brackets without end": "[" * 300_000,
    "backticks of all lengths": "".join("`" * n + " " for n in range(800)),
    "nested quotations": ">" * 100_000 + "a",
    "nested lists": "".join("  " * n + "- a\n" for n in range(500)),
    "a table of one row of millions": "|a" * 500_000 + "\n" + "|-" * 500_000 + "\n",
    "entities": "&amp;" * 200_000,
    "links in links": "[a](" * 50_000,
    "ten thousand items": "".join(f"## {n}. A\n\n{n}.1 b\n\n" for n in range(10_000)),
}


@pytest.mark.parametrize("title", HEAVY)
def test_heavy_documents_are_read_in_seconds(tmp_path: Path, title: str) -> None:
    started = time.process_time()
    read(tmp_path, "meetings/2022-02-10/minutes.md", f"---\ndate: 2022-02-10\n---\n\n{HEAVY[title]}".encode())
    assert time.process_time() - started < 20


BOMB = "a: &a [x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
HEAVY_YAML = {
    "an alias bomb": BOMB,
    "an alias of itself": "people: &a [*a]",
    "nested lists": "people: " + "[" * 50_000,
    "nested mappings": "people: " + "{a: " * 50_000,
    "nested by indentation": "".join(" " * n + "a:\n" for n in range(1500)),
    "a key of millions": "x" * 3_900_000 + ": a",
    "many keys": "".join(f"k{n}: a\n" for n in range(50_000)),
    "a tag that makes objects": "people: !!python/object/apply:os.system ['true']",
}


@pytest.mark.parametrize("title", HEAVY_YAML)
def test_heavy_yaml_is_refused_in_seconds(tmp_path: Path, title: str) -> None:
    started = time.process_time()
    loaded = load(write(tmp_path / "content", {"people.yaml": HEAVY_YAML[title]}), NOW)
    assert loaded.public is None
    assert time.process_time() - started < 20


def test_odd_but_lawful_markdown_is_shown(tmp_path: Path) -> None:
    text = "1.1 a\n\n7) seven\n\n   - 1.2 in a list\n\n***\n\n```\ncode\n```\n\n[r]\n\n[r]: https://example.org\n\nSetext\n===\n"
    site = build(
        write(
            tmp_path / "content", {"meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\n{text}"}
        ),
        tmp_path / "site",
    )
    page = (site / "meetings/2022-02-10/minutes/index.html").read_text("utf-8")
    for piece in ('<li value="7">', "<hr>", "<code>code</code>", "[r]: https://example.org", "Setext"):
        assert piece in page
