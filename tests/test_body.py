"""Items, numbers and addresses: each case of `fixtures/body.txt` is a title, Markdown, and what is read."""

from pathlib import Path

import pytest

from bcbsite.model.body import Body, Item, Part
from bcbsite.read.body import read_body
from bcbsite.read.labels import MINUTES_ROLES
from bcbsite.source import Source

CASES = [
    case.split("\n", 1) for case in (Path(__file__).parent / "fixtures/body.txt").read_text().split("====\n")
]
TABLE = {title: body.split("----\n") for title, body in (case for case in CASES if case[0])}


def read(markdown: str) -> Body:
    body, problems = read_body(Source(Path("x"), "x", markdown), markdown, 1, MINUTES_ROLES)
    assert problems == []
    return body


def show(part: Part) -> str:
    """A part on one line."""
    label = f" [{part.label}]" if part.label else ""
    if isinstance(part, Item):
        note = f" (note: {part.note})" if part.note else ""
        return f"{part.anchor}{label} {part.title}{note}{f' < {part.parent}' if part.parent else ''}"
    role = f" {{{part.role}}}" if part.role else ""
    text = part.text.replace("\n", "/")
    return f"{part.anchor}{label}{role} {text} | {part.item or '-'}{f' > {part.follows}' if part.follows else ''}"


@pytest.mark.parametrize("title", TABLE)
def test_body(title: str) -> None:
    markdown, expected = TABLE[title]
    assert [show(part) for part in read(markdown).parts] == expected.splitlines()


BODY = read("## 5.0 A\n\n5.1 x\n\n5.10 y\n\n## 6. B\n\n6.0.1 z\n\n## 7. C\n\n## 7.0 D\n\nloose")


@pytest.mark.parametrize(
    ("place", "anchor"),
    [
        ("5.1", "p5-1"),
        ("5.10", "p5-10"),
        ("5", "item-5-0"),
        ("5.0", "item-5-0"),
        ("6.0", "item-6"),
        ("7", "item-7"),
        ("7.0", "item-7-0"),
        ("item-7-0-n1", "item-7-0-n1"),
        ("8", None),
        ("5.2", None),
    ],
)
def test_find(place: str, anchor: str | None) -> None:
    part = BODY.find(place)
    assert (part.anchor if part else None) == anchor
