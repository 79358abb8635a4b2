"""The documentation names every command, option, key and code, and its examples are true."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bcbsite.cli.main import main
from bcbsite.codes import RULES
from bcbsite.pipeline import load
from bcbsite.read.actions import ACTIONS
from bcbsite.read.agenda import AGENDA
from bcbsite.read.arrangements import MEETING
from bcbsite.read.board import BOARD
from bcbsite.read.decisions import DECISION
from bcbsite.read.fields import Keys, TextOrKeys
from bcbsite.read.kinds import Kind, ListOf
from bcbsite.read.minutes import MINUTES
from bcbsite.read.pages import PAGE
from bcbsite.read.papers import PAPER
from bcbsite.read.people import PEOPLE
from bcbsite.read.publication import PUBLICATION
from bcbsite.read.section55_keys import SECTION_55
from bcbsite.registers.registers import REGISTERS
from bcbsite.registers.table import Register
from conftest import NOW, REPOSITORY, write

DOCS = REPOSITORY / "docs"
README = (REPOSITORY / "README.md").read_text("utf-8")
WRITING = (DOCS / "writing.md").read_text("utf-8")
DATA = (DOCS / "data.md").read_text("utf-8")
DIAGNOSTICS = DOCS / "diagnostics"


def keys_of(kind: Kind) -> Iterator[str]:
    """Every key of *kind*, and of the groups within it."""
    match kind:
        case ListOf(kind=inner) | TextOrKeys(keys=inner):
            yield from keys_of(inner)
        case Keys(fields=fields):
            for key, field in fields.items():
                yield key
                yield from keys_of(field.kind)


@pytest.mark.parametrize(
    "table",
    [MINUTES, AGENDA, MEETING, PAPER, PEOPLE, BOARD, ACTIONS, PAGE, SECTION_55, DECISION, PUBLICATION],
    ids=lambda t: t.name,
)
def test_every_key_is_documented(table: Keys) -> None:
    missing = [key for key in keys_of(table) if f"`{key}`" not in WRITING]
    assert missing == []


def every_command(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    """Each command with its whole name, also those of a group."""
    for part, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from every_command(command, f"{name} {part}")
        else:
            yield f"{name} {part}", command


def test_every_command_and_option_is_documented() -> None:
    for name, command in every_command(main, "bcbsite"):
        assert name in README
        for option in command.params:
            if isinstance(option, click.Option):
                assert f"`{option.opts[0]}" in README or f" {option.opts[0]} " in README, option.opts


def test_every_code_has_a_page_that_says_what_the_table_says() -> None:
    assert {path.stem for path in DIAGNOSTICS.glob("*.md")} == {*RULES, "README"}
    index = (DIAGNOSTICS / "README.md").read_text("utf-8")
    for rule in RULES.values():
        page = " ".join((DIAGNOSTICS / f"{rule.code}.md").read_text("utf-8").split())
        assert page.startswith(f"# {rule.code} {rule.name} **{rule.severity.capitalize()}.** ")
        assert f"**In short:** {rule.cure}" in page, rule.cure
        row = f"| [{rule.code}]({rule.code}.md) | `{rule.name}` | {rule.severity} | {rule.meaning} |"
        assert row in index, row


def examples(code: str, word: str) -> Iterator[tuple[str, str]]:
    """The path and text of each file of *code*'s page that is introduced by *word*.

    `Example:` has the mistake, `Mended:` has it no more, and `With:` goes with both.
    """
    text = (DIAGNOSTICS / f"{code}.md").read_text("utf-8")
    for path, fence, body in re.findall(
        rf"^{word}: `([^`]+)`.*?\n+(`{{3,}})\w*\n(.*?)^\2$", text, re.MULTILINE | re.DOTALL
    ):
        assert fence
        yield path, body


@pytest.mark.parametrize("code", [code for code in RULES if list(examples(code, "Example"))])
def test_examples_have_the_mistake_and_mended_ones_have_not(tmp_path: Path, code: str) -> None:
    def codes(folder: str, files: dict[str, str]) -> set[str]:
        below = {path.removeprefix("content/"): text for path, text in files.items()}
        return {d.code for d in load(write(tmp_path / folder, below), NOW).diagnostics}

    both = dict(examples(code, "With"))
    assert code in codes("wrong", {**both, **dict(examples(code, "Example"))})
    assert codes("mended", {**both, **dict(examples(code, "Mended"))}) == set()


def test_nearly_every_code_has_an_example_that_is_tried() -> None:
    """But for what cannot be printed in a page: other encodings, huge files, links, files that are no text.

    And for what only a push can show (BCB7): the tests of publishing try those.
    """
    untried = [c for c in RULES if not list(examples(c, "Example")) and not "BCB700" <= c < "BCB720"]
    assert untried == ["BCB101", "BCB102", "BCB103", "BCB104", "BCB105", "BCB411"]


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_every_register_and_column_is_documented(register: Register) -> None:
    rows = "".join(f"| `{c.name}` | {c.kind_in_words} | {c.about} |\n" for c in register.columns)
    heading = f"### `{register.name}`: {register.title}\n\n{register.about}\n\n"
    assert f"{heading}| Column | Value | What it says |\n|---|---|---|\n{rows}\n" in DATA


@pytest.mark.parametrize(
    "path", [REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md", *DOCS.rglob("*.md")]
)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (path.parent / link).exists(), link


def test_the_guards_of_publication_are_rules_and_tests_that_there_are() -> None:
    text = (DOCS / "publishing.md").read_text("utf-8")
    table = text[text.index("## What stops publication") :].split("\n## ", 1)[0]
    rows = [line.split("|")[1:-1] for line in table.split("\n") if line.startswith("| ")][1:]
    assert len(rows) > 10
    for guard, rule, tests in rows:
        assert guard.strip()
        codes = re.findall(r"BCB\d{3}", rule)
        assert codes or re.fullmatch(r" `\w+(?:: \w+)?` ", rule), rule
        assert set(codes) <= RULES.keys(), rule
        named = re.findall(r"`(test_\w+\.py)(?:::(test_\w+))?`", tests)
        assert named, guard
        for file, test in named:
            source = (REPOSITORY / "tests" / file).read_text("utf-8")
            assert f"def {test or 'test_'}" in source, (file, test)


def test_every_target_of_make_is_documented() -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    contributing = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert targets
    for target in targets[1].split():
        assert f"make {target}" in contributing
