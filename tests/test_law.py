"""Each sentence of law in templates, docs and code is in the table of docs/law.md, with its source and a test."""

import re

import pytest

from law import REPOSITORY, Sentence, Statement, is_of_law, sentences_of_law, statements

SENTENCES = list(sentences_of_law())
ROWS = statements()


def test_no_sentence_of_law_is_missing_from_the_table() -> None:
    missing = [sentence for sentence in SENTENCES if not any(row.is_of(sentence) for row in ROWS)]
    assert not missing


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words[:40])
def test_a_row_stands_somewhere_and_has_a_source_and_a_test(row: Statement) -> None:
    text = (REPOSITORY / row.where).read_text("utf-8")
    seen = " ".join(re.sub(r"\{\{.*?\}\}", "…", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)).split())
    assert row.is_of(Sentence(row.where, seen))
    assert row.source
    path, _, function = row.test.partition("::")
    assert f"def {function}" in (REPOSITORY / path).read_text("utf-8")


def test_the_table_is_sorted_by_theme() -> None:
    assert [row.theme for row in ROWS] == sorted(row.theme for row in ROWS)


@pytest.mark.parametrize(
    ("words", "is_law"),
    [
        ("Under the Police Act 1996 they do so.", True),
        ("It is brought in force by SI 2017/399 then.", True),
        ("The duty of s.55(5A) is the body’s own.", True),
        ("They have 56 days for this from then.", True),
        ("It is a statutory duty of the body.", True),
        ("The board met on a Monday this month.", False),
        ("Act on this before the next meeting comes.", False),
        ("What the law asks", False),
    ],
)
def test_what_a_sentence_of_law_is(words: str, is_law: bool) -> None:
    assert is_of_law(words) is is_law
