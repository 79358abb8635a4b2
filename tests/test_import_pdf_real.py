"""Real PDF files against what a reader sees of them: labels, titles, words, furniture."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pdfplumber")
pytest.importorskip("pypdfium2")

from bcbsite.importing.document import ImportedDocument, LeftOut, Paragraph, paragraphs_of, words_of
from bcbsite.importing.pdf.reader import read_here
from conftest import REPOSITORY

FILES = Path(os.environ.get("BCBSITE_REAL_FILES", REPOSITORY.parent / "shared" / "real-files"))
SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "\xa0": " "})

Facts = dict[str, Any]


def facts() -> list[Facts]:
    path = FILES / "facts.json"
    found = json.loads(path.read_text("utf-8")) if path.is_file() else []
    return [fact for fact in found if fact["file"].endswith(".pdf")]


FACTS = facts()
if not FACTS:
    pytest.skip(
        "the real files are not beside this checkout (BCBSITE_REAL_FILES names their folder)",
        allow_module_level=True,
    )


@pytest.fixture(params=FACTS, ids=lambda fact: fact["file"])
def fact(request: pytest.FixtureRequest) -> Facts:
    return request.param


@cache
def read(name: str) -> ImportedDocument:
    return read_here(FILES / name)


def squeezed(text: str) -> str:
    return " ".join(text.translate(SAME).split())


def words(text: str) -> list[str]:
    """What has a letter or digit between spaces."""
    return [word for word in squeezed(text).split() if any(sign.isalnum() for sign in word)]


def counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in words(text))


def after(document: ImportedDocument, label: str) -> Iterator[Paragraph]:
    """The paragraph with a label and all that follow; the number of a row by itself is none."""
    found = list(paragraphs_of(document.blocks))
    first = next(index for index, paragraph in enumerate(found) if paragraph.label == label)
    yield from found[first if found[first].text else first + 1 :]


def test_every_word_is_there_and_no_other(fact: Facts) -> None:
    truth = (FILES / "truth" / (fact["file"].replace("/", "_")[: -len(".pdf")] + ".txt")).read_text("utf-8")
    found, seen = counted(map(words_of, read(fact["file"]).blocks)), counted([truth])
    assert (found - seen, seen - found) == (Counter(), Counter())


def test_the_other_reading_has_the_same_words(fact: Facts) -> None:
    document = read(fact["file"])
    left_out = counted(omission.words for omission in document.omissions)
    assert counted(document.counted) == counted(map(words_of, document.blocks)) + left_out


def test_every_label_is_as_printed(fact: Facts) -> None:
    found = [paragraph.label for paragraph in paragraphs_of(read(fact["file"]).blocks) if paragraph.label]
    assert found == [item["label"] for item in fact["items"]]


def test_every_item_has_its_title_and_first_words(fact: Facts) -> None:
    document = read(fact["file"])
    wrong = []
    for item in fact["items"]:
        paragraphs = list(after(document, item["label"]))
        text = squeezed(paragraphs[0].text)
        titles = [squeezed(title) for title in (item["title"], *item.get("title_also", ()))]
        title = next((title for title in titles if text.startswith(title)), None)
        following = words(" ".join(paragraph.text for paragraph in paragraphs))[len(words(title or "")) :]
        firsts = [words(first) for first in (item["first_words"], *item.get("first_words_also", ()))]
        if title is None or not any(following[: len(first)] == first for first in firsts):
            wrong.append((item["label"], text[:60], following[:6]))
    assert not wrong


def test_furniture_is_left_out_and_nothing_else(fact: Facts) -> None:
    def same(text: str) -> str:
        return re.sub("_+", "_", squeezed(text)).replace(" ", "")

    shown = [
        omission.words for omission in read(fact["file"]).omissions if omission.kind is not LeftOut.HIDDEN
    ]
    assert {same(text) for text in shown} == {same(text) for text in fact["furniture"]}


def test_what_nobody_sees_is_not_there(fact: Facts) -> None:
    document = read(fact["file"])
    text = "\n".join(map(words_of, document.blocks))
    lines = {squeezed(paragraph.text) for paragraph in paragraphs_of(document.blocks)}
    assert not [words for words in fact["must_not"] if words in text]
    assert not lines & set(fact.get("must_not_lines", ()))
