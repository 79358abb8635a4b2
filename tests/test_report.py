"""Mistakes are told briefly, however large what they quote is, and however many they are."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from bcbsite.cli.main import main
from bcbsite.codes import RULES
from bcbsite.diagnostics import COPIED, QUOTED, SENTENCE, Diagnostic, Span, bounded, foremost
from bcbsite.report import SHOWN, as_text, in_brief
from conftest import write

BOARD = {"board.yaml": "name: The Board\narea: Kent\n"}
ADDRESS = "meetings/2022-02-10/papers/05-community-safety-accreditation-scheme-annual-report-for-2021-22/"
BOUNDED = {
    "“short” is not a time.": "“short” is not a time.",
    f"“{'x' * 80}” is not a time.": f"“{'x' * 80}” is not a time.",
    f"“{'x' * 81}” is not a time.": f"“{'x' * 79}…” is not a time.",
    f"“{'x' * 4_000_000}” is not a time.": f"“{'x' * 79}…” is not a time.",
    f"“{'a b ' * 30}” or “{'c/ d' * 30}”": f"“{('a b ' * 30)[:79]}…” or “{('c/ d' * 30)[:79]}…”",
    f"“{ADDRESS}” was published": f"“{ADDRESS}” was published",
    f"the line “{ADDRESS}:”, and": f"the line “{ADDRESS}:”, and",
    f"“{'a/' * 200}” is gone": f"“{('a/' * 200)[:79]}…” is gone",
    "No quotation " + "x" * 1000: "No quotation " + "x" * 436 + "…" + "x" * 150,
}


@pytest.mark.parametrize("text", BOUNDED, ids=range(len(BOUNDED)))
def test_what_a_message_quotes_is_cut_but_for_addresses(text: str) -> None:
    diagnostic = Diagnostic("BCB206", Span("a.md"), text, text)
    assert (diagnostic.message, diagnostic.hint) == (BOUNDED[text], BOUNDED[text])


@given(st.lists(st.sampled_from(["“", "”", "x", "x" * 70, "a/b", " ", "\n", "é" * 200])))
def test_every_message_is_bounded_whatever_it_quotes(parts: list[str]) -> None:
    text = bounded("".join(parts))
    assert len(text) <= SENTENCE
    assert bounded(text) == text or len(text) > SENTENCE - COPIED


def test_many_quotation_marks_take_no_time() -> None:
    assert len(bounded("“" * 4_000_000)) == SENTENCE


HUGE = {
    "a value": {"meetings/2022-02-10/minutes.md": "---\ndate: " + "x" * 1_000_000 + "\n---\n\n1.1 x\n"},
    "a key": {"meetings/2022-02-10/minutes.md": "---\n" + "k" * 1_000 + ": 1\n---\n\n1.1 x\n"},
    "a key of a megabyte": {"people.yaml": '"' + "k" * 1_000_000 + '": 1\n'},
    "a link": {"pages/a.md": "[x](section-55:" + "y" * 40_000 + ")\n"},
    "an id": {"actions.yaml": "actions:\n- {id: " + "i" * 100_000 + ", raised: x, action: y, owners: [z]}\n"},
    "a name": {"people.yaml": "people:\n- {id: jo, name: Jo, posts: " + "p" * 100_000 + "}\n"},
    "an attachment": {
        "meetings/2022-02-10/papers/a.md": "---\ntitle: A\nattachments: [" + "a" * 200 + "]\n---\n\n1.1 x\n"
    },
    "a line of 4 MB": {"pages/a.md": "x" * 3_900_000 + "\n"},
    "a redirect": {"redirects.yaml": "r" * 900 + "/: " + "t" * 100_000 + "\n"},
}


@pytest.mark.parametrize("case", HUGE)
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_of_a_huge_value_little_is_printed(tmp_path: Path, case: str, form: str) -> None:
    write(tmp_path / "content", {**BOARD, **HUGE[case]})
    result = CliRunner().invoke(main, ["check", "--format", form])
    assert result.exit_code == 1, result.output[:500]
    assert "BCB" in result.output
    assert len(result.output) < 8_000
    if form == "json":
        assert all(len(each["message"]) <= SENTENCE for each in json.loads(result.output))


def test_of_very_many_mistakes_the_first_are_printed_and_json_has_all(tmp_path: Path) -> None:
    write(tmp_path / "content", {**BOARD, "pages/a.md": "[x](section-55:nothing)\n\n" * 1_000})
    result = CliRunner().invoke(main, ["check"])
    assert result.output.count("error[") == SHOWN
    assert (
        f"… and {1_000 - SHOWN} more. Mend these first; “bcbsite check --format json” prints all."
        in result.output
    )
    assert result.output.endswith("1000 errors, 0 warnings\n")
    assert len(json.loads(CliRunner().invoke(main, ["check", "--format", "json"]).output)) == 1_000


def test_errors_come_before_warnings_where_not_all_are_shown() -> None:
    doubts = [Diagnostic("BCB302", Span("a.md", n), "Doubtful.") for n in range(1, SHOWN + 10)]
    errors = [Diagnostic("BCB206", Span("b.md", n), "Wrong.") for n in (1, 2)]
    assert list(foremost([*doubts, *errors], len(doubts) + 2)) == [*doubts, *errors]
    assert [d.code for d in foremost([*doubts, *errors], 3)] == ["BCB206", "BCB206", "BCB302"]
    assert next(iter(in_brief([*doubts, *errors]))).startswith("b.md:1:1: error[BCB206]")


def test_of_a_file_that_is_too_large_no_line_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "large.md").write_bytes(b"x\n" * 2_500_000)
    monkeypatch.setattr(Path, "read_bytes", None)
    assert len(list(as_text([Diagnostic("BCB104", Span("large.md"), "Large.")]))) == 3


def test_of_a_file_that_is_no_text_no_line_is_shown(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\3\4\0\0\n")
    assert len(list(as_text([Diagnostic("BCB704", Span("a.docx"), "Sealed.")]))) == 3


def test_no_cure_is_longer_than_a_message() -> None:
    assert max(len(rule.cure) for rule in RULES.values()) <= SENTENCE
    assert QUOTED < COPIED < SENTENCE
