"""`bcbsite actions sync`: what it adds to the log, where, and that nothing else is touched."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given
from hypothesis import strategies as st

from bcbsite.cli.main import main
from bcbsite.model.actions import Action
from bcbsite.model.blocks import plain_text
from bcbsite.new.entry import as_markdown, in_one_line
from bcbsite.new.files import quoted
from bcbsite.new.sync import sync_log
from bcbsite.pipeline import load
from bcbsite.read.actions import read_actions
from bcbsite.read.body import read_body
from bcbsite.read.labels import MINUTES_ROLES
from bcbsite.read.owner_words import looks_like_owner
from bcbsite.source import Source, read_source
from bcbsite.text.fold import folded, less_unseen
from conftest import NOW, REPOSITORY, write
from test_properties import anywhere

M = "meetings/2022-02-10/minutes.md"
FRONT = "---\ndate: 2022-02-10\nstatus: approved\n---\n\n"
ENTRY = """  - id: 2022/2022-02-10-5-1
    raised: {meeting: 2022-02-10, item: "5.1"}
    action: "Buy vans."
    owners: []  # who is to do it
"""
SERIES = 'series:\n  - id: "2022"\n    title: "Action log, 2022"\n\n'
HAS_SERIES = 'series: [{id: "2022", title: The log}]\n'
OLD = "  - {id: 2022/1, raised: 2022-01-20, action: Old.}\n"


def minutes(body: str = "## 5. Vans\n\n5.1 Late.\n\nAction: Buy vans.\n") -> dict[str, str | bytes]:
    return {M: FRONT + body}


@pytest.fixture
def sync(tmp_path: Path) -> Callable[[], Result]:
    return lambda: CliRunner().invoke(main, ["actions", "sync"], catch_exceptions=False)


def log_of(folder: Path) -> bytes:
    return (folder / "actions.yaml").read_bytes()


def entries(folder: Path) -> tuple[Action, ...]:
    source, _ = read_source(folder / "actions.yaml")
    assert source
    log, problems = read_actions(source)
    assert log
    assert problems == []
    return log.actions


def assert_up_to_date(folder: Path, sync: Callable[[], Result], told: str = "") -> None:
    """The content has no mistake but those with the code *told*, and a second run changes nothing."""
    assert [str(d.message) for d in load(folder, NOW).diagnostics if d.code not in {told, "BCB780"}] == []
    before = log_of(folder)
    result = sync()
    assert (result.exit_code, result.output) == (0, "Every action in the minutes is in the log already.\n")
    assert log_of(folder) == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, f"{SERIES}actions:\n{ENTRY}"),
        ("# The log", f"# The log\n\n{SERIES}actions:\n{ENTRY}"),
        (HAS_SERIES, f"{HAS_SERIES}\nactions:\n{ENTRY}"),
        (f"{HAS_SERIES}actions:", f"{HAS_SERIES}actions:\n{ENTRY}"),
        (f"{HAS_SERIES}actions: []\n", f"{HAS_SERIES}actions:\n{ENTRY}"),
        (f"{HAS_SERIES}actions:  ~  # é\n  # x\n", f"{HAS_SERIES}actions:  # é\n  # x\n{ENTRY}"),
        (f"actions: [ ] # none\n{HAS_SERIES}", f"actions: # none\n{ENTRY}{HAS_SERIES}"),
        ("actions:\n  []\n", f"{SERIES}actions:\n\n{ENTRY}"),
        (
            "series:\nactions: null",
            f'series:\n  - id: "2022"\n    title: "Action log, 2022"\nactions:\n{ENTRY}',
        ),
        (f"{HAS_SERIES}actions:\n{OLD}", f"{HAS_SERIES}actions:\n{OLD}{ENTRY}"),
        (f"{HAS_SERIES}actions:\n{OLD}".strip(), f"{HAS_SERIES}actions:\n{OLD}{ENTRY}"),
        (f"actions:\n{OLD}# end\n\n{HAS_SERIES}", f"actions:\n{OLD}{ENTRY}# end\n\n{HAS_SERIES}"),
        (
            f"actions:\n{OLD}    # of 2021\n\n  # more\n\n\n# x\n{HAS_SERIES}",
            f"actions:\n{OLD}    # of 2021\n\n  # more\n{ENTRY}\n\n# x\n{HAS_SERIES}",
        ),
        (
            f"{HAS_SERIES}actions:\n{OLD}\n{OLD.replace('/1', '/2')}\n",
            f"{HAS_SERIES}actions:\n{OLD}\n{OLD.replace('/1', '/2')}\n{ENTRY}\n",
        ),
        (
            f"{HAS_SERIES}actions:\n- id: 2022/1\n  raised: 2022-01-20\n  action: >-\n    # A\n\n    B\n\n# c\n",
            f"{HAS_SERIES}actions:\n- id: 2022/1\n  raised: 2022-01-20\n  action: >-\n    # A\n\n    B\n"
            + ENTRY.replace("\n  ", "\n").removeprefix("  ")
            + "\n# c\n",
        ),
        (
            f"{HAS_SERIES}actions:\n    -   id: 2022/1\n        action: A\n        raised: 2022-01-20\n",
            f"{HAS_SERIES}actions:\n    -   id: 2022/1\n        action: A\n        raised: 2022-01-20\n"
            + ENTRY.replace("  -", "    -  ").replace("\n    ", "\n        "),
        ),
        (
            f"{HAS_SERIES}actions:\n  -\n    id: 2022/1\n    raised: 2022-01-20\n    action: |+\n      A\n\n",
            f"{HAS_SERIES}actions:\n  -\n    id: 2022/1\n    raised: 2022-01-20\n    action: |+\n      A\n\n{ENTRY}",
        ),
        (
            f"{HAS_SERIES}actions:\n  - id: 2022/1\n    raised: 2022-01-20\n    action: 'A # b'  # c\n    target:\n...\n",
            f"{HAS_SERIES}actions:\n  - id: 2022/1\n    raised: 2022-01-20\n    action: 'A # b'  # c\n    target:\n{ENTRY}...\n",
        ),
        (
            f"{HAS_SERIES}actions:\n  - id: 2022/1\n    raised: 2022-01-20\n    action: &a One\n"
            "  - {id: 2022/2, raised: 2022-01-20, action: *a}\n",
            f"{HAS_SERIES}actions:\n  - id: 2022/1\n    raised: 2022-01-20\n    action: &a One\n"
            f"  - {{id: 2022/2, raised: 2022-01-20, action: *a}}\n{ENTRY}",
        ),
    ],
)
def test_where_an_entry_goes(
    tmp_path: Path, sync: Callable[[], Result], before: str | None, after: str
) -> None:
    folder = write(tmp_path / "content", {**minutes(), **({"actions.yaml": before} if before else {})})
    result = sync()
    assert result.exit_code == 0, result.output
    assert log_of(folder).decode() == after
    assert_up_to_date(folder, sync)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_byte_order_mark_stay(
    tmp_path: Path, sync: Callable[[], Result], end: str, mark: bytes
) -> None:
    logged = OLD.replace("Old.", '"é\u2028\x85a"')
    old = f"actions:\n{logged}  # c\n\n{HAS_SERIES}"
    before = mark + old.replace("\n", end).encode()
    folder = write(tmp_path / "content", {**minutes(), "actions.yaml": before})
    assert sync().exit_code == 0
    after = old.replace("# c\n", f"# c\n{ENTRY}")
    assert log_of(folder) == mark + after.replace("\n", end).encode()
    assert_up_to_date(folder, sync)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Action: A.", ["2022-02-10-start-n1|start-n1|A."]),
        ("## Matters to note\n\nAction: A.", ["2022-02-10-item-matters-to-note|item-matters-to-note|A."]),
        ("## 5.0 Vans\n\n**Action:** *A*\n b.", ["2022-02-10-5-0|5.0|A b."]),
        (
            "5.4 a\n\nAction: A.\n\nAction: B.\n\n5.4.2 c\n\nAction: C.",
            ["2022-02-10-5-4|5.4|A.", "2022-02-10-5-4-2|5.4|B.", "2022-02-10-5-4-2-2|5.4.2|C."],
        ),
        ("5.1 a\n\n5.1 b\n\nAction: A.", ["2022-02-10-p5-1-r2|p5-1-r2|A."]),
        (
            "5.1 a\n\nAction: A.\n\nAction 12.0: B.\n\nAction 13.0: C.",
            ["2022-02-10-5-1|5.1|A.", "12|5.1|B.", "13|5.1|C."],
        ),
        ("5.1 a\n\nAction:\n\n5.2 b", ["2022-02-10-5-1|5.1|…"]),
        ("5.1 a\n\nAction: N/A", []),
        (
            "5.1 a\n\nAction 22/03: A.\n\nAP 4: B.\n\nAction: C.\n\n- Send it.",
            ["22-03|5.1|A.", "ap-4|5.1|B.", "2022-02-10-5-1|5.1|C."],
        ),
        ("5.1 A boat will be bought. (Action: Treasurer)", ["2022-02-10-5-1|5.1|A boat will be bought."]),
        (
            "## 5. a\n\nActions:\n\n- Buy a boat.\n- Sell it.",
            ["2022-02-10-5|5|Buy a boat.", "2022-02-10-5-2|5|Sell it."],
        ),
    ],
)
def test_ids_and_places(tmp_path: Path, sync: Callable[[], Result], body: str, expected: list[str]) -> None:
    folder = write(tmp_path / "content", {**minutes(body), "actions.yaml": HAS_SERIES})
    assert sync().exit_code == 0
    found = [f"{a.id}|{a.raised.place}|{plain_text(a.action)}" for a in entries(folder)]
    assert found == [f"2022/{line}" for line in expected]
    numbers = {"12": "12.0", "13": "13.0", "22-03": "22/03", "ap-4": "AP 4"}
    printed = [numbers[id_] for line in expected if (id_ := line.partition("|")[0]) in numbers]
    assert [a.number for a in entries(folder) if a.number] == printed
    assert load(folder, NOW).public


def test_without_words_an_entry_is_a_draft(tmp_path: Path, sync: Callable[[], Result]) -> None:
    folder = write(tmp_path / "content", minutes("5.1 a\n\nAction:\n\n5.2 b"))
    assert "Complete the words, owner and target of 2022/2022-02-10-5-1, then" in sync().output
    [action] = entries(folder)
    assert action.status == "draft"
    public = load(folder, NOW).public
    assert public
    assert public.actions == ()


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        ("", "2022"),
        ('[{id: "2019", starts: 2019-01-01, title: a}, {id: "2021", starts: 2021-12-01, title: b}]', "2021"),
        ('[{id: "2021", starts: 2021-12-01, title: b}, {id: "2019", starts: 2019-01-01, title: a}]', "2021"),
        ("[{id: a, starts: 2019-01-01, title: a}, {id: b, starts: 2022-02-11, title: b}]", "a"),
        ("[{id: a, starts: 2023-01-01, title: a}, {id: b, starts: 2022-02-11, title: b}]", "b"),
        ('[{id: "2019", starts: 2019-01-01, title: a}, {id: "2021", title: b}]', "2021"),
        ('[{id: "2019", starts: 2019-01-01, title: a}, {id: "2024", title: b}]', "2019"),
        ("[{id: a, starts: 2019-01-01, title: a}, {id: old, title: b}]", "old"),
        ("[{id: a, title: a}, {id: b, title: b}]", "b"),
    ],
)
def test_the_series_is_the_one_of_the_day(
    tmp_path: Path, sync: Callable[[], Result], series: str, expected: str
) -> None:
    old = "  - {id: old/1, raised: 2022-01-20, action: Old.}\n" if "old" in series else OLD
    text = f"series: {series}\nactions:\n{old}" if series else f"actions:\n{old}"
    folder = write(tmp_path / "content", {**minutes(), "actions.yaml": text})
    assert sync().exit_code == 0
    assert entries(folder)[-1].id == f"{expected}/2022-02-10-5-1"
    assert_up_to_date(folder, sync, told="BCB412")  # the old entry is of no series of the log


def test_what_is_printed(tmp_path: Path, sync: Callable[[], Result]) -> None:
    write(tmp_path / "content", minutes("5.1 a\n\nAction: A.\n\nAction: B.\n\nAction 7.0: C."))
    assert sync().output.splitlines() == [
        "Added to content/actions.yaml: the series “2022”, to which you can give another title.",
        "Added to content/actions.yaml: 2022/2022-02-10-5-1, raised at 5.1 of 2022-02-10.",
        "Added to content/actions.yaml: 2022/2022-02-10-5-1-2, raised at 5.1 of 2022-02-10.",
        "Added to content/actions.yaml: 2022/7, raised at 5.1 of 2022-02-10.",
        "Complete the owner and target of 2022/2022-02-10-5-1, 2022/2022-02-10-5-1-2 and 2022/7,"
        " then run bcbsite check.",
    ]


LOGGED = 'actions:\n  - {id: 2022/7, number: "7.0", raised: 2022-02-10#5.1, action: Seven.}\n'


@pytest.mark.parametrize(
    ("log", "body", "says"),
    [
        (f"actions: [{OLD.strip(' -')}]", None, "The list “actions” stands in brackets"),
        ("{actions: []}", None, "The keys stand in brackets"),
        ("{}", None, "The keys stand in brackets"),
        (f"{HAS_SERIES}actions: [\n]", None, "takes several lines"),
        (f"{HAS_SERIES}actions: &a\n{OLD}", None, "a name with &"),
        ('series: [{id: "2021/22", title: a}]\n', None, "is not an id such as 2021/10"),
        (f"actions:\n{OLD}".replace("01-20", "02-10#5.2").replace("Old", "Buy vans"), None, "under 2022/1"),
        (LOGGED.replace("02-10", "01-20"), "5.1 a\n\nAction 7.0: Other.", "has 2022/7 already"),
    ],
)
def test_what_is_not_safe_is_refused(
    tmp_path: Path, sync: Callable[[], Result], log: str, body: str | None, says: str
) -> None:
    log = log if "series" in log or log.startswith("{") else HAS_SERIES + log
    text = minutes(f"{body}\n\n5.2 b") if body else minutes("5.1 a\n\nAction: Buy vans.\n\n5.2 b")
    folder = write(tmp_path / "content", {**text, "actions.yaml": log})
    result = sync()
    assert result.exit_code == 1
    assert says in result.output
    assert result.output.endswith(" Nothing was written.\n")
    assert result.output.count("\n") == 1
    assert log_of(folder).decode() == log
    assert sorted(path.name for path in folder.iterdir()) == ["actions.yaml", "board.yaml", "meetings"]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"actions.yaml": "actions: ["}, "BCB201"),
        ({"actions.yaml": " "}, "BCB103"),
        ({"actions.yaml": f"actions:\n{OLD}{OLD}"}, "BCB402"),
        ({M: FRONT.replace("02-10", "02-11") + "Action: A."}, "BCB301"),
        ({M: FRONT + "1.1 [a](meeting:2022-02-10#9)\n\nAction: A."}, "BCB401"),
        ({"board.yaml": "name: B"}, "BCB205"),
    ],
)
def test_mistakes_come_first(
    tmp_path: Path, sync: Callable[[], Result], files: dict[str, str], code: str
) -> None:
    folder = write(tmp_path / "content", {**minutes(), **files})
    before = {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}
    result = sync()
    assert result.exit_code == 1
    assert f"error[{code}]" in result.output
    assert result.output.endswith("Nothing was written.\n")
    assert {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()} == before


def test_mistakes_elsewhere_do_not_matter(tmp_path: Path, sync: Callable[[], Result]) -> None:
    write(tmp_path / "content", {**minutes(), "people.yaml": "people: [", "pages/index.md": "[a](b.md)"})
    assert sync().exit_code == 0


def test_a_numbered_entry_stays_with_its_line(tmp_path: Path, sync: Callable[[], Result]) -> None:
    """Also where a line without a number, which the log lacks, comes before it."""
    files = minutes("5.1 a\n\nAction: One.\n\nAction 7.0: Seven.")
    folder = write(tmp_path / "content", {**files, "actions.yaml": HAS_SERIES + LOGGED})
    assert sync().exit_code == 0
    assert log_of(folder).decode() == HAS_SERIES + LOGGED + ENTRY.replace("Buy vans", "One")
    assert_up_to_date(folder, sync)


def test_an_entry_stays_with_the_line_that_has_its_words(tmp_path: Path, sync: Callable[[], Result]) -> None:
    """Also where the log has no number for it, and a line that the log lacks comes before it."""
    logged = LOGGED.replace(', number: "7.0"', "")
    files = minutes("5.1 a\n\nAction: One.\n\nAction: Seven.")
    folder = write(tmp_path / "content", {**files, "actions.yaml": HAS_SERIES + logged})
    assert sync().exit_code == 0
    assert [(a.id, plain_text(a.action)) for a in entries(folder)] == [
        ("2022/7", "Seven."),
        ("2022/2022-02-10-5-1", "One."),
    ]
    assert_up_to_date(folder, sync)


def test_owners_and_targets_are_those_that_are_printed(tmp_path: Path, sync: Callable[[], Result]) -> None:
    body = (
        "5.1 a\n\nAction: Chair and Clerk to meet by 3 March 2022.\n\n"
        "| Action | Owner | Due |\n|---|---|---|\n| Count oars | Sea Scouts | May |"
    )
    folder = write(tmp_path / "content", {**minutes(body), "actions.yaml": HAS_SERIES})
    assert sync().exit_code == 0
    assert [([owner.name for owner in a.owners], a.target and a.target.printed) for a in entries(folder)] == [
        (["Chair", "Clerk"], "3 March 2022"),
        (["Sea Scouts"], "May"),
    ]
    assert_up_to_date(folder, sync, told="BCB403")


def test_numbers_can_begin_anew_with_each_meeting(tmp_path: Path, sync: Callable[[], Result]) -> None:
    files = minutes("5.1 a\n\nAP1: Buy oars.")
    later = "---\ndate: 2022-03-10\nstatus: approved\n---\n\n5.1 a\n\nAP1: Buy lamps."
    folder = write(
        tmp_path / "content",
        {**files, "meetings/2022-03-10/minutes.md": later, "actions.yaml": HAS_SERIES},
    )
    assert sync().exit_code == 0
    assert [(a.id, a.number) for a in entries(folder)] == [
        ("2022/ap1", "AP1"),
        ("2022/2022-03-10-5-1", "AP1"),
    ]
    assert_up_to_date(folder, sync)


def test_what_a_later_meeting_lists_again_is_not_raised_again(
    tmp_path: Path, sync: Callable[[], Result]
) -> None:
    files = minutes("5.1 a\n\nAction: Treasurer to buy oars.")
    table = "| Action | Owner |\n|---|---|\n| Buy oars | Treasurer |\n| Buy lamps | Treasurer |"
    later = f"---\ndate: 2022-03-10\nstatus: approved\n---\n\n5.1 a\n\n{table}"
    folder = write(
        tmp_path / "content",
        {**files, "meetings/2022-03-10/minutes.md": later, "actions.yaml": HAS_SERIES},
    )
    assert sync().exit_code == 0
    assert [plain_text(a.action) for a in entries(folder)] == ["Treasurer to buy oars.", "Buy lamps"]
    assert_up_to_date(folder, sync, told="BCB403")


def test_a_former_id_is_not_given_again(tmp_path: Path, sync: Callable[[], Result]) -> None:
    logged = LOGGED.replace("}", ", was: [2022/2022-02-10-5-1]}")
    files = minutes("5.1 a\n\nAction 7.0: Seven.\n\nAction: One.")
    folder = write(tmp_path / "content", {**files, "actions.yaml": HAS_SERIES + logged})
    assert sync().exit_code == 0
    assert entries(folder)[-1].id == "2022/2022-02-10-5-1-2"
    assert_up_to_date(folder, sync)


def test_the_mode_of_the_file_stays(tmp_path: Path, sync: Callable[[], Result]) -> None:
    folder = write(tmp_path / "content", {**minutes(), "actions.yaml": HAS_SERIES})
    (folder / "actions.yaml").chmod(0o640)
    assert sync().exit_code == 0
    assert (folder / "actions.yaml").stat().st_mode & 0o777 == 0o640


def test_a_link_is_not_followed(tmp_path: Path, sync: Callable[[], Result]) -> None:
    folder = write(tmp_path / "content", minutes())
    (tmp_path / "elsewhere.yaml").write_text(HAS_SERIES)
    (folder / "actions.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    result = sync()
    assert result.exit_code == 1
    assert "error[BCB105]" in result.output
    assert (tmp_path / "elsewhere.yaml").read_text() == HAS_SERIES


NASTY = (
    "Say “yes”: \"no\", 'maybe' # not a comment",
    "- not a list",
    "1. not a number",
    "1.1 no paragraph",
    "# not a heading",
    "> no quotation",
    "[^1]: no footnote",
    "[a]: no definition",
    "*no* _marks_ `here` [at](all) <b>!</b> ![x](y) &amp; \\",
    "| no | table |",
    "no\u2028break\u2029no\x85break\ufeff\x7f\x9f\x07 \ufffe",
    "• no list",
    "–\u00a0no list",
    "2.2\u00a0no paragraph",
    ">50 per cent",
    "10^th^ and H~2~O {.no} [mark]{.mark}",
    "Page 2 of 3",
    "{no: flow}, *alias, &anchor, !tag, %x, @y",
    "N/A",
    "null",
    "~",
    "…",
    "é 😀 \U0010ffff",
    "a  b\tc",
    "---",
    "===",
    "{{ no }} ${template}",
    "https://example.org/?a=b&c=d#e",
)


@pytest.mark.parametrize("words", NASTY)
def test_words_read_back_exactly(words: str) -> None:
    text = f"actions: [{{id: a/1, raised: 2022-02-10, action: {quoted(as_markdown(words))}}}]"
    log, problems = read_actions(Source(Path("a"), "a", text))
    assert problems == []
    assert log
    assert plain_text(log.actions[0].action) == less_unseen(words)


def test_plain_words_get_no_backslash() -> None:
    for words in ("Chief Constable to report (again) – by 3.2.2022; see A/B!", "50% of £1,000: “yes” & 'no'"):
        assert as_markdown(words) == words
    assert as_markdown("a *b* (c)") == r"a \*b\* (c)"


@anywhere
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
@example(list(NASTY))
@example(["**a** [b](meeting:2022-02-10) `c`\n d\\\n e &#10; &nbsp;"])
def test_whatever_is_printed_is_logged_as_it_is(tmp_path: Path, lines: list[str]) -> None:
    body = "\n\n".join(f"Action: {line}" for line in lines)
    folder = write(tmp_path / "content", {M: (FRONT + body).encode(), "actions.yaml": f"actions:\n{OLD}"})
    source, _ = read_source(folder / M)
    if source is None or any(
        looks_like_owner(" ".join(folded(line).split()).strip(" .:)(*")) for line in lines
    ):
        return  # an owner alone is of the paragraph above
    printed = [
        in_one_line(p.text) or "…"
        for p in read_body(source, source.text.removeprefix(FRONT), 1, MINUTES_ROLES)[0].passages
        if p.role == "action"
    ]
    synced = sync_log(folder)
    if not synced.mistakes:
        assert [plain_text(action.action) for action in entries(folder)] == ["Old.", *printed]
        assert sync_log(folder).added.entries == ()


def test_the_demonstration_lacks_nothing(tmp_path: Path) -> None:
    before = log_of(REPOSITORY / "content")
    assert sync_log(REPOSITORY / "content").added.entries == ()
    assert log_of(REPOSITORY / "content") == before


def test_the_ids_of_the_real_log_are_found_again(real: Path, tmp_path: Path) -> None:
    """The last actions of the real log were raised in minutes that print no numbers."""
    text = (real / "actions.yaml").read_text("utf-8")
    files = {path.relative_to(real).as_posix(): path.read_bytes() for path in real.rglob("*.*")}
    kept = text[: text.index("  - id: 2021/2021-10-12")]
    folder = write(tmp_path / "content", {**files, "actions.yaml": kept})
    known = {a.id: (a.number, str(a.raised), plain_text(a.action)) for a in entries(real)}
    assert len(sync_log(folder).added.entries) == 4
    assert {a.id: (a.number, str(a.raised), plain_text(a.action)) for a in entries(folder)} == known
