"""The account of what was published: what gets into it, and what it holds up."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bcbsite.cli.main import main
from bcbsite.pages.permalinks import fingerprint
from conftest import MINUTES, REPOSITORY, write

M = "meetings/2022-02-10"
FILE = Path("content/permalinks.txt")
REPORT = "---\nreport: A\n---\n\n## Commissioner's comments\n\nGood.\n\n## Recommendation\n\n> Do it.\n"
RECORDS = {
    f"{M}/minutes.md": MINUTES,
    f"{M}/agenda.md": "---\ndate: 2022-02-10\n---\n\n## 1. Welcome (verbal)\n",
    f"{M}/papers/01-a.md": "---\ntitle: A\n---\n\n1.1 One\ntwo.\n",
    "section-55/a.md": REPORT,
}


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    """Runs the command on what is written; the working folder is the test's own."""

    def run(files: Mapping[str, str | bytes] = {}, *args: str) -> Result:
        write(tmp_path / "content", files)
        return CliRunner().invoke(main, ["permalinks", *args], catch_exceptions=False)

    return run


def lines() -> dict[str, str]:
    """The fingerprint of each address."""
    text = FILE.read_text("utf-8").splitlines()
    return dict(line.split(" ") for line in text if not line.startswith("#"))


def test_a_new_file_has_every_address(run: Callable[..., Result]) -> None:
    result = run(RECORDS)
    text = FILE.read_text("utf-8")
    assert (result.exit_code, result.output) == (
        0,
        f"content/permalinks.txt lists {len(lines())} addresses: {len(lines())} new, 0 renewed.\n",
    )
    assert text.startswith("# ")
    own = [line for line in text.splitlines() if not line.startswith("#")]
    assert own == sorted(own)
    assert {address: known for address, known in lines().items() if "#" in address} == {
        f"{M}/agenda/#item-1": fingerprint("1 Welcome verbal"),
        f"{M}/minutes/#item-1": fingerprint("1 Welcome"),
        f"{M}/minutes/#p1-1": fingerprint("The Board noted the report."),
        f"{M}/papers/01-a/#p1-1": fingerprint("One two."),
        "section-55/a/#commissioners-comments": fingerprint("Commissioner's comments Good."),
        "section-55/a/#recommendation-1": fingerprint("Do it."),
    }
    assert {known for address, known in lines().items() if "#" not in address} == {"-"}
    assert {"/", "actions/", "meetings/2022/", f"{M}/", f"{M}/minutes/", "section-55/a/"} <= set(lines())
    assert "404.html" not in lines()


def test_the_fingerprint_is_the_one_that_is_documented() -> None:
    """16 digits of SHA-256: another would make a change of all that was published."""
    assert fingerprint("a  b\n c") == fingerprint("a b c") == "0e9f64031fcb2bc7"


def test_a_second_run_changes_no_byte(run: Callable[..., Result]) -> None:
    run(RECORDS)
    before = FILE.read_bytes()
    assert run().output.endswith(": 0 new, 0 renewed.\n")
    assert FILE.read_bytes() == before
    assert [path.name for path in FILE.parent.iterdir() if path.name.startswith(".")] == []


def test_new_addresses_are_added(run: Callable[..., Result]) -> None:
    run(RECORDS)
    result = run({f"{M}/minutes.md": f"{MINUTES}\n1.2 More.\n"})
    assert result.output.endswith(": 1 new, 0 renewed.\n")
    assert f"{M}/minutes/#p1-2" in lines()


def test_every_address_of_the_demonstration_is_kept(tmp_path: Path) -> None:
    for path in (REPOSITORY / "content").rglob("*"):
        if path.is_file():
            write(tmp_path / "content", {str(path.relative_to(REPOSITORY / "content")): path.read_bytes()})
    for _ in range(2):
        assert CliRunner().invoke(main, ["permalinks"], catch_exceptions=False).exit_code == 0
    assert len(lines()) > 300
    assert CliRunner().invoke(main, ["check"], catch_exceptions=False).exit_code == 0


@pytest.mark.parametrize("command", ["check", "build", "permalinks"])
def test_a_vanished_address_is_refused(run: Callable[..., Result], tmp_path: Path, command: str) -> None:
    run(RECORDS)
    before = FILE.read_bytes()
    (tmp_path / "content" / M / "papers" / "01-a.md").unlink()
    result = CliRunner().invoke(main, [command], catch_exceptions=False)
    assert result.exit_code == 1
    assert result.output.count("error[BCB601]") == 1, "its places are not told of one by one"
    assert f"“{M}/papers/01-a/” was published and is no longer there." in result.output
    assert FILE.read_bytes() == before


@pytest.mark.parametrize("new", [f"{M}/", "{gone: Withdrawn on 3 March 2022.}"])
def test_a_vanished_address_is_kept_where_something_is_said_of_it(
    run: Callable[..., Result], tmp_path: Path, new: str
) -> None:
    run(RECORDS)
    before = FILE.read_bytes()
    (tmp_path / "content" / M / "papers" / "01-a.md").unlink()
    result = run({"redirects.yaml": f"{M}/papers/01-a/: {new}"})
    assert result.output.endswith(": 0 new, 0 renewed.\n")
    assert FILE.read_bytes() == before


def test_what_is_taken_back_can_say_so_at_its_address(run: Callable[..., Result]) -> None:
    """A draft or a withheld paper still lies in its file; the old address is free none the less."""
    run(RECORDS)
    withheld = "---\ntitle: A\npublish: withheld\nreason: It named somebody.\n---\n"
    redirect = f"{M}/papers/01-a/: {M}/papers/a/\n"
    result = run({f"{M}/papers/01-a.md": withheld, "redirects.yaml": redirect})
    assert result.output.endswith(": 1 new, 0 renewed.\n")
    draft = REPORT.replace("report: A", "report: A\nstatus: draft")
    assert run({"section-55/a.md": draft}).exit_code == 1
    tombstone = "section-55/a/:\n  gone: Taken back to be corrected.\n"
    assert run({"redirects.yaml": redirect + tombstone}).exit_code == 0


def test_approved_words_change_with_an_erratum_only(run: Callable[..., Result]) -> None:
    run(RECORDS)
    before = lines()
    changed = MINUTES.replace("noted", "approved")
    result = run({f"{M}/minutes.md": changed})
    assert result.exit_code == 1
    assert f"content/{M}/minutes.md:8:1: error[BCB602]" in result.output
    assert lines() == before
    erratum = "errata: [{date: 2022-06-01, at: '1.1', what: The report was approved.}]\nstatus"
    assert run({f"{M}/minutes.md": changed.replace("status", erratum)}).output.endswith("0 new, 1 renewed.\n")
    assert lines()[f"{M}/minutes/#p1-1"] == fingerprint("The Board approved the report.")


def test_lines_and_emphasis_are_no_words(run: Callable[..., Result]) -> None:
    run(RECORDS)
    assert run({f"{M}/minutes.md": MINUTES.replace("noted the", "*noted*\nthe")}).exit_code == 0


def test_other_documents_may_change(run: Callable[..., Result]) -> None:
    run(RECORDS)
    result = run(
        {
            f"{M}/papers/01-a.md": "---\ntitle: A\n---\n\n1.1 Three.\n",
            f"{M}/agenda.md": "---\ndate: 2022-02-10\n---\n\n## 1. Opening\n",
            "section-55/a.md": REPORT.replace("Do it.", "Do it soon."),
        }
    )
    assert result.output.endswith(": 0 new, 3 renewed.\n")


def test_draft_minutes_may_change_until_they_are_approved(run: Callable[..., Result]) -> None:
    draft = MINUTES.replace("approved", "draft")
    board = {"board.yaml": "name: B\narea: K\ndrafts: yes\n"}
    run({**board, f"{M}/minutes.md": draft})
    assert lines()[f"{M}/minutes/"] == "-"
    assert f"{M}/minutes/#p1-1" not in lines()
    assert run({**board, f"{M}/minutes.md": draft.replace("noted", "adopted")}).exit_code == 0
    assert run({**board, f"{M}/minutes.md": MINUTES}).output.endswith(": 2 new, 0 renewed.\n")
    assert run({**board, f"{M}/minutes.md": MINUTES.replace("noted", "adopted")}).exit_code == 1


def test_nothing_that_is_held_back_gets_into_it(run: Callable[..., Result]) -> None:
    result = run(
        {
            f"{M}/minutes.md": MINUTES.replace("approved", "draft").replace("Welcome", "Kestrel"),
            f"{M}/papers/kestrel.md": "---\ntitle: A\npublish: withheld\nreason: b\n---\n\n## Kestrel\n",
            f"{M}/papers/02-kestrel.md": "---\ntitle: A\npublish_at: 2099-01-01\n---\n",
            "decisions/a.md": "---\nreference: KESTREL\ntitle: A\nstatus: draft\n---\n",
            "section-55/kestrel.md": "---\nreport: A\npublish_at: 2099-01-01\n---\n",
            "pages/kestrel.md": "---\nstatus: draft\n---\n",
            "people.yaml": "people: [{id: kestrel, name: Jo Kestrel}]",
            "actions.yaml": "actions: [{id: 2022/kestrel, raised: 2022-02-10, action: Do it.}]",
        }
    )
    assert result.exit_code == 0
    assert "kestrel" not in FILE.read_text("utf-8").lower()
    assert f"{M}/papers/a/" in lines()
    run({}, "--now", "2099-01-01")
    assert f"{M}/papers/02-kestrel/" in lines()


def test_former_ids_of_actions_count_as_said(run: Callable[..., Result]) -> None:
    action = "raised: 2022-02-10, action: Do it."
    run({"actions.yaml": f"actions: [{{id: 2022/a, {action}}}]"})
    assert run({"actions.yaml": f"actions: [{{id: 2022/1, {action}}}]"}).exit_code == 1
    assert run({"actions.yaml": f"actions: [{{id: 2022/1, was: [2022/a], {action}}}]"}).exit_code == 0
    assert {"actions/2022/a/", "actions/2022/1/"} <= set(lines())


def test_nothing_is_written_while_there_are_mistakes(run: Callable[..., Result]) -> None:
    result = run({f"{M}/minutes.md": MINUTES.replace("date", "dat")})
    assert result.exit_code == 1
    assert "error[BCB203]" in result.output
    assert not FILE.exists()
    assert run({**RECORDS, "permalinks.txt": "<<<<<<< HEAD\n"}).exit_code == 1
    assert FILE.read_text("utf-8") == "<<<<<<< HEAD\n"


def test_it_is_not_published(run: Callable[..., Result], tmp_path: Path) -> None:
    run(RECORDS)
    assert CliRunner().invoke(main, ["build"], catch_exceptions=False).exit_code == 0
    assert list((tmp_path / "site").rglob("permalinks*")) == []
