"""The commands: what they print, what they leave, and their exit status."""

import json
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bcbsite.cli.main import main
from bcbsite.codes import RULES, Rule
from conftest import MINUTES, REPOSITORY, write

M = "meetings/2022-02-10/minutes.md"


@pytest.fixture
def bcbsite() -> Callable[..., Result]:
    return lambda *args: CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)


def test_check_says_when_all_is_well(tmp_path: Path, bcbsite: Callable[..., Result]) -> None:
    write(tmp_path / "content", {M: MINUTES})
    result = bcbsite("check")
    assert (result.exit_code, result.output) == (0, "content is ready to publish (0 errors, 0 warnings).\n")


def test_check_tells_of_mistakes(tmp_path: Path, bcbsite: Callable[..., Result]) -> None:
    write(tmp_path / "content", {M: MINUTES.replace("date: 2022-02-10", "date: 2022-02-31")})
    result = bcbsite("check", "--content", "content")
    assert result.exit_code == 1
    assert f"content/{M}:2:7: error[BCB206] “2022-02-31” is not a date that exists." in result.output
    assert result.output.endswith("1 error, 0 warnings\n")


def test_build_makes_the_site(tmp_path: Path, bcbsite: Callable[..., Result]) -> None:
    write(tmp_path / "content", {M: MINUTES})
    result = bcbsite("build")
    assert result.exit_code == 0
    assert result.output == "24 pages are in site (0 errors, 0 warnings).\n"
    assert (tmp_path / "site" / "meetings" / "2022-02-10" / "minutes" / "index.html").is_file()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_mistakes_leave_the_site_as_it_was(tmp_path: Path, bcbsite: Callable[..., Result]) -> None:
    write(tmp_path / "content", {M: MINUTES})
    assert bcbsite("build").exit_code == 0
    before = {p: p.read_bytes() for p in (tmp_path / "site").rglob("*.html")}
    write(tmp_path / "content", {M: MINUTES.replace("date", "dat")})
    result = bcbsite("build")
    assert result.exit_code == 1
    assert "Nothing was built." in result.output
    assert {p: p.read_bytes() for p in (tmp_path / "site").rglob("*.html")} == before


def test_what_is_withdrawn_is_gone_from_the_next_build(
    tmp_path: Path, bcbsite: Callable[..., Result]
) -> None:
    write(tmp_path / "content", {M: MINUTES})
    assert bcbsite("build").exit_code == 0
    (tmp_path / "content" / M).unlink()
    assert bcbsite("build").exit_code == 0
    assert not (tmp_path / "site" / "meetings" / "2022-02-10").exists()


@pytest.mark.parametrize("there", ["a file", "a folder with something else in it"])
def test_nothing_else_is_overwritten(tmp_path: Path, bcbsite: Callable[..., Result], there: str) -> None:
    write(tmp_path / "content", {M: MINUTES})
    kept = tmp_path / "mine" if there == "a file" else tmp_path / "mine" / "thesis.txt"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("precious")
    result = bcbsite("build", "--site-dir", "mine")
    assert result.exit_code == 2
    assert kept.read_text() == "precious"


@pytest.mark.parametrize(
    ("site", "says"),
    [
        ("content", "content is the folder with the records"),
        ("content/site", "content/site lies in the folder with the records"),
        ("elsewhere/../content/a/b", "lies in the folder with the records"),
        (".", "The folder with the records, content, lies in ."),
    ],
)
def test_records_and_site_do_not_lie_in_one_another(
    tmp_path: Path, bcbsite: Callable[..., Result], site: str, says: str
) -> None:
    write(tmp_path / "content", {M: MINUTES})
    (tmp_path / "elsewhere").mkdir()
    before = sorted(tmp_path.rglob("*"))
    result = bcbsite("build", "--site-dir", site)
    assert result.exit_code == 2
    assert says in " ".join(result.output.split())
    assert sorted(tmp_path.rglob("*")) == before


def test_a_site_may_lie_beside_records_whose_folder_begins_alike(
    tmp_path: Path, bcbsite: Callable[..., Result]
) -> None:
    write(tmp_path / "content", {M: MINUTES})
    assert bcbsite("build", "--site-dir", "content-site").exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--content", "nowhere"],
        ["--now", "yesterday"],
        ["--nonsense"],
        ["extra"],
    ],
)
def test_wrong_use(tmp_path: Path, bcbsite: Callable[..., Result], arguments: list[str]) -> None:
    write(tmp_path / "content", {})
    assert bcbsite("check", *arguments).exit_code == 2
    assert bcbsite("build", *arguments).exit_code == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("site_name: x\ntheme: {name: material}\n", "plugin bcbsite"),
        ("site_name: x\ntheme: {name: none-such}\nplugins: [bcbsite]\n", "mkdocs.yml cannot be used"),
        ("site_name: [\n", "mkdocs.yml cannot be used"),
    ],
)
def test_a_wrong_configuration_is_wrong_use(
    tmp_path: Path, bcbsite: Callable[..., Result], text: str, says: str
) -> None:
    write(tmp_path / "content", {M: MINUTES})
    (tmp_path / "mkdocs.yml").write_text(text)
    for command in ("build", "serve"):
        result = bcbsite(command)
        assert result.exit_code == 2
        assert says in result.output
    assert not (tmp_path / "site").exists()


RAISED = MINUTES + "\nAction: Report on vans.\n"


@pytest.mark.parametrize(
    "command", [["build"], ["permalinks"], ["actions", "sync"], ["new", "meeting", "2022-03-10"]]
)
def test_a_disk_that_takes_no_more_is_told_of(tmp_path: Path, command: list[str]) -> None:
    log = "series: [{id: '2022', title: Log, starts: 2022-01-01}]\nactions: []\n"
    write(tmp_path / "content", {M: RAISED, "actions.yaml": log})
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    done = subprocess.run(
        [Path(sys.executable).with_name("bcbsite"), *command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
        check=False,
    )
    assert done.returncode == 1
    assert "Error: A file cannot be read or written. " in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("now", "says"),
    [
        ("2022-03-27 01:30", "does not exist: the clocks go forward in that hour."),
        ("2022-10-30 01:30", "comes twice: the clocks go back in that hour."),
    ],
)
def test_now_is_one_moment(tmp_path: Path, bcbsite: Callable[..., Result], now: str, says: str) -> None:
    write(tmp_path / "content", {M: MINUTES})
    result = bcbsite("build", "--now", now)
    assert (result.exit_code, f"“{now}” {says}" in " ".join(result.output.split())) == (2, True)
    assert bcbsite("build", "--now", "2022-03-27").exit_code == 0


@pytest.mark.parametrize(("now", "public"), [("2022-03-01 09:29", False), ("2022-03-01 09:30", True)])
def test_now_is_an_argument(tmp_path: Path, bcbsite: Callable[..., Result], now: str, public: bool) -> None:
    write(tmp_path / "content", {M: MINUTES.replace("status:", "publish_at: 2022-03-01 09:30\nstatus:")})
    assert bcbsite("build", "--now", now).exit_code == 0
    assert (tmp_path / "site" / "meetings" / "2022-02-10").exists() == public


MISSPELT = ("١٢٣", "1_000", "+5", " 5", "5\n", "5.0", "-")


def test_source_date_epoch_fixes_the_present(
    tmp_path: Path, bcbsite: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "content", {M: MINUTES.replace("status:", "publish_at: 1970-01-02\nstatus:")})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert bcbsite("build").exit_code == 0
    assert not (tmp_path / "site" / "meetings" / "2022-02-10").exists()
    for wrong in (
        "soon",
        "",
        "9" * 20,
        "9" * 5000,
        "-1",
        "-62135596800",
        "7258118400",
        "253402300799",
        *MISSPELT,
    ):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        for arguments in ([], ["--now", "2022-03-01"]):
            result = bcbsite("build", *arguments)
            assert (result.exit_code, "SOURCE_DATE_EPOCH" in result.output) == (2, True)


def test_check_as_json_and_for_github(tmp_path: Path, bcbsite: Callable[..., Result]) -> None:
    write(tmp_path / "content", {M: MINUTES.replace("date: 2022-02-10", "date: a, 10%: b")})
    result = bcbsite("check", "--format", "json")
    [told] = json.loads(result.output)
    assert result.exit_code == 1
    assert (told["code"], told["path"], told["line"], told["severity"]) == (
        "BCB201",
        f"content/{M}",
        2,
        "error",
    )
    result = bcbsite("check", "--format", "github")
    assert result.output.startswith(
        f"::error file=content/{M},line=2,col=13,title=BCB201 yaml-syntax::There is a colon"
    )
    write(tmp_path / "content", {M: MINUTES})
    assert json.loads(bcbsite("check", "--format", "json").output) == []
    assert bcbsite("check", "--format", "github").output == ""


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_explain(bcbsite: Callable[..., Result], rule: Rule) -> None:
    by_code = bcbsite("explain", rule.code.lower())
    assert by_code.exit_code == 0
    assert by_code.output.startswith(f"# {rule.code} {rule.name}\n")
    assert len(by_code.output) > 100
    for other in (rule.name, rule.code.removeprefix("BCB")):
        assert bcbsite("explain", other).output == by_code.output


def test_explain_an_unknown_code(bcbsite: Callable[..., Result]) -> None:
    result = bcbsite("explain", "BCB2O6")
    assert result.exit_code == 2
    assert "Did you mean “BCB206”?" in result.output


def test_explain_lists_the_codes_in_order(bcbsite: Callable[..., Result]) -> None:
    output = bcbsite("explain", "nonsense-of-another-kind").output
    listed = re.findall(r"BCB\d{3}", output)
    assert listed == sorted(RULES)


def test_help_is_of_use(bcbsite: Callable[..., Result]) -> None:
    overview = bcbsite("--help")
    assert overview.exit_code == 0
    for name, command in main.commands.items():
        assert command.get_short_help_str(200) in overview.output
        assert bcbsite(name, "--help").exit_code == 0


def test_the_version_is_that_of_the_project(bcbsite: Callable[..., Result]) -> None:
    version = bcbsite("--version").output.split()[-1]
    assert f'version = "{version}"' in (REPOSITORY / "pyproject.toml").read_text("utf-8")
    assert f"## {version}" in (REPOSITORY / "CHANGELOG.md").read_text("utf-8").replace("[", "").replace(
        "]", ""
    )
