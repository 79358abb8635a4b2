"""The account of a file: what was read, what was not, and that the sums balance."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bcbsite.account.account import Account, account_of
from bcbsite.account.as_json import as_json
from bcbsite.account.as_text import as_text
from bcbsite.account.record import ByFile, records
from bcbsite.account.sorts import SORTS
from bcbsite.checks.account import CODES
from bcbsite.cli.main import main
from bcbsite.model.reading import Sought
from bcbsite.pipeline import everything
from conftest import MINUTES, NOW, REPOSITORY, write

M = "meetings/2022-02-10/minutes.md"
WELL = """---
date: 2022-02-10
members:
  - Alex Morgan, Police and Crime Commissioner
apologies:
  - Jo Bennett, Chief Executive
---

## 5. Boats

5.1 Priya Shah moved, and Jo Bennett seconded, that two boats be bought. The motion was carried by 5 votes to 1.

5.2 In 2019 the Board approved the plan.

Action 7.0: Buy two boats.

## 6. Vans

Resolved: That ten vans be bought.
"""
ILL = """---
date: 2022-02-10
waive:
  - {rule: unread-decision, at: "5.2", why: The motion was put off.}
---

## 5. Boats

5.1 The Commissioner has approved the bid.

5.2 Priya Shah moved that two more boats be bought.

- The Board approved the plan.
"""
LOG = """series:
  - {id: 2021, title: The log of 2021}
actions:
  - id: 2021/7
    number: "7.0"
    raised: 2022-02-10#5
    action: Buy two boats.
    owners: [Jo Bennett]
    target: 1 May 2022
    events:
      - {on: 1 March 2022, update: Both were ordered., status: ongoing}
"""


def accounts(folder: Path) -> dict[str, Account]:
    """The account of each record in *folder*, by its path below it."""
    archive, people, diagnostics = everything(folder, NOW)
    assert archive
    found = records(ByFile(archive, diagnostics), people)
    return {Path(one.path).relative_to(folder).as_posix(): account_of(one) for one in found}


def numbers(account: Account) -> dict[str, int]:
    """How many there are of each sort that was read."""
    return {sum_.sort.noun: len(sum_.entries) for sum_ in account.sums if sum_.entries}


def test_it_counts_what_was_read(tmp_path: Path) -> None:
    account = accounts(write(tmp_path, {M: WELL, "actions.yaml": LOG}))[M]
    assert numbers(account) == {
        "items": 2,
        "paragraphs": 4,
        "people": 2,
        "decisions": 2,
        "motions": 1,
        "votes": 1,
        "actions": 1,
        "dates": 1,
        "mentions": 1,
    }
    [decisions] = [sum_ for sum_ in account.sums if sum_.sort.noun == "decisions"]
    assert (decisions.looked_at, decisions.sentences) == (3, 2)
    assert [(one.line, one.why) for one in decisions.dismissed] == [(13, "told of another day")]
    assert account.balances


def test_it_lists_what_was_not_understood_and_what_is_settled(tmp_path: Path) -> None:
    account = accounts(write(tmp_path, {M: ILL}))[M]
    assert not account.balances
    assert [(one.line, one.code) for one in account.unread] == [(9, "BCB335"), (13, "BCB335")]
    assert [one.line for one in account.settled] == [11]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("meetings/2022-02-10/agenda.md", "---\ndate: 2022-02-10\n---\n\n## 1. Welcome\n", {"items": 1, "dates": 1}),
        (
            "meetings/2022-02-10/papers/vans.md",
            "---\ntitle: Vans\ncontact_officers: [\"Jo Bennett, Chief Executive\"]\n---\n\n1. Ten vans.\n",
            {"paragraphs": 1, "people": 1},
        ),
        (
            "section-55/night.md",
            "---\nreport: Night\npublished: 2022-01-10\n---\n\n## Recommendation 1\n\n> Do it.\n\n"
            "Commissioner: It is done.\n",
            {"findings": 1, "answers": 1, "dates": 1},
        ),
        (
            "decisions/CPCC-1.md",
            "---\nreference: CPCC-1\ntitle: Vans\ndate: 2022-02-10\n---\n\nTen vans.\n",
            {"paragraphs": 1, "decisions": 1, "dates": 1},
        ),
        ("pages/about.md", "---\ntitle: About\n---\n\n# About\n\n## The Board\n\nIt meets.\n", {"items": 1, "paragraphs": 1}),
        ("actions.yaml", LOG, {"people": 1, "actions": 1, "updates": 1, "dates": 2}),
        (
            "people.yaml",
            "people:\n  - {id: jo-bennett, name: Jo Bennett, posts: [{post: Clerk}]}\n",
            {"people": 1, "posts": 1},
        ),
    ],
)  # fmt: skip
def test_each_kind_of_file_has_an_account(
    tmp_path: Path, path: str, text: str, expected: dict[str, int]
) -> None:
    account = accounts(write(tmp_path, {M: MINUTES, path: text}))[path]
    assert numbers(account) == expected
    assert list(as_text(account, everything=True))
    assert json.dumps(as_json(account))


def test_a_line_is_told_of_once_and_what_it_says_is_accounted_for(tmp_path: Path) -> None:
    text = f"{MINUTES}\n- Boats\nThe Board approved the plan.\n"
    folder = write(tmp_path, {M: text})
    assert [(d.code, d.span.line) for d in everything(folder, NOW)[2]] == [("BCB342", 11)]
    assert [(one.code, one.line) for one in accounts(folder)[M].unread] == [("BCB335", 11), ("BCB342", 11)]
    waived = text.replace(
        "status: approved", "waive: [{rule: unread-paragraph, at: p1-1-n1, why: As signed.}]"
    )
    folder = write(tmp_path, {M: waived})
    assert [(d.code, d.span.line) for d in everything(folder, NOW)[2]] == [("BCB335", 11)]


def test_updates_are_counted_where_there_is_no_log(tmp_path: Path) -> None:
    account = accounts(write(tmp_path, {M: f"{MINUTES}\nUpdate: Both were bought.\n"}))[M]
    [updates] = [sum_ for sum_ in account.sums if sum_.sort.noun == "updates"]
    assert [(entry.line, entry.of) for entry in updates.entries] == [(10, "of no action: there is no log")]


def test_all_that_is_sought_is_in_the_table_and_each_code_once() -> None:
    assert {sought for sort in SORTS for sought in sort.sought} == set(Sought)
    codes = [code for sort in SORTS for code in (*sort.codes, *(CODES[s] for s in sort.sought if s in CODES))]
    assert len(codes) == len(set(codes))


def test_the_demonstration_balances_and_its_sums_add_up() -> None:
    for account in accounts(REPOSITORY / "content").values():
        assert account.balances, account.path
        for sum_ in account.sums:
            assert sum_.looked_at == sum_.sentences + len(sum_.dismissed) + len(sum_.not_read)


@pytest.fixture
def bcbsite() -> Callable[..., Result]:
    return lambda *args: CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)


def test_read_prints_it_in_80_columns(tmp_path: Path, bcbsite: Callable[..., Result]) -> None:
    write(tmp_path / "content", {M: ILL})
    result = bcbsite("read", f"content/{M}")
    assert result.exit_code == 0
    assert (
        result.output
        == """\
content/meetings/2022-02-10/minutes.md: minutes

What was read
     1  item
     3  paragraphs: numbered 2, without a number 1
     0  people
     0  notes on attendance
     0  decisions
     0  motions
     0  votes
     0  actions
     0  updates
     1  date
     0  mentions

Sentences that say “resolved”, “agreed” or the like, or move something: 3
     0  read as a decision, or as a part of one
     3  not understood (lines 9, 11, 13)

What looks like something, and was not read: 2
  line 9     “The Commissioner has approved” looks like a decision, but is not
             read as one.
             Begin a paragraph of its own with “Resolved:”, or name the
             paragraph under `decisions` in the front matter. If nothing was
             decided there, write a waiver. (BCB335)
  line 13    “The Board approved the plan.” looks like a decision, but stands
             where none is read.
             Write it as a paragraph of its own, outside of lists and tables; or
             name its place under “decisions” in the front matter. (BCB335)

What was not read, and front matter speaks of: 1
  line 11    “Priya Shah moved that two more boats be bought.” looks like a
             decision, but is not read as one.
"""
    )
    whole = bcbsite("read", "--all", f"content/{M}").output
    assert "  line 9     5.1 The Commissioner has approved the bid. (numbered)\n" in whole
    assert max(map(len, whole.splitlines())) <= 80


def test_read_prints_json_with_the_keys_that_are_documented(
    tmp_path: Path, bcbsite: Callable[..., Result]
) -> None:
    write(tmp_path / "content", {M: WELL.replace("Buy two", "As agreed on 3 May, buy two")})
    found = json.loads(bcbsite("read", "--json", f"content/{M}").output)
    assert found["sentences"]["decisions"] == {"total": 4, "read": 2, "dismissed": 2, "unread": 0}
    documented = (REPOSITORY / "docs" / "writing.md").read_text("utf-8")
    keys = {*found, *found["read"], *found["read"]["items"][0], *found["dismissed"][0]}
    for key in sorted({*keys, "code", "message", "help"}):
        assert f"`{key}`" in documented, key


@pytest.mark.parametrize(
    ("file", "exit_code", "says"),
    [
        ("content/none.md", 2, "There is no file content/none.md."),
        ("content/meetings", 2, "is a folder."),
        ("elsewhere.md", 2, "lies outside of content"),
        ("content/board.yaml", 2, "is no record. It holds settings"),
        ("content/notes.md", 1, "BCB107"),
        ("content/meetings/2022-02-10/agenda.md", 1, "There is no account of this file until that is mended."),
        ("content/meetings/2022-02-10/link.md", 1, "BCB105"),
        ("content/decisions/picture.md", 1, "BCB102"),
        ("content/" + "x" * 300, 1, "cannot be read"),
    ],
)  # fmt: skip
def test_read_says_why_there_is_no_account(
    tmp_path: Path, bcbsite: Callable[..., Result], file: str, exit_code: int, says: str
) -> None:
    write(
        tmp_path / "content",
        {
            M: MINUTES,
            "meetings/2022-02-10/agenda.md": "No front matter.\n",
            "notes.md": "Notes.\n",
            "decisions/picture.md": b"\x89PNG\xff\x00",
        },
    )
    (tmp_path / "elsewhere.md").write_text("Words.\n", "utf-8")
    (tmp_path / "content/meetings/2022-02-10/link.md").symlink_to(tmp_path / "content" / M)
    result = bcbsite("read", file)
    told = re.sub(r"\s+", " ", result.output)
    assert (result.exit_code, says in told) == (exit_code, True), told


def test_read_of_a_folder_without_a_board_says_so(tmp_path: Path, bcbsite: Callable[..., Result]) -> None:
    write(tmp_path / "content", {M: MINUTES})
    (tmp_path / "content" / "board.yaml").unlink()
    result = bcbsite("read", f"content/{M}")
    assert result.exit_code == 1
    assert "BCB101" in result.output
