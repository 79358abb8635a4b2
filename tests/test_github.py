"""The workflows for GitHub: their form, their rights, and that their commands do what they are for."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import REPOSITORY

FOLDER = REPOSITORY / ".github"
WORKFLOWS = sorted(FOLDER.glob("workflows/*.yml"))
BIN = Path(sys.executable).parent
ADDRESS = "https://owner.github.io/board"
INSTALL = "make .venv/ready"


def run(*command: str | Path, cwd: Path = REPOSITORY, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1", **more}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def schema_of(path: Path) -> str:
    return "vendor.dependabot" if path.name == "dependabot.yml" else "vendor.github-workflows"


def fits(path: Path, schema: str) -> bool:
    return run(BIN / "check-jsonschema", "--builtin-schema", schema, path).returncode == 0


def faults(folder: Path) -> set[str]:
    """The names of what a linter for security finds in the workflows of *folder*."""
    done = run(BIN / "zizmor", "--offline", "--persona=auditor", "--format=plain", "--no-progress", folder)
    assert done.returncode in {0, 11, 12, 13, 14}, done.stderr
    return set(re.findall(r"^(?:error|warning|help|info)\[([a-z-]+)\]", done.stdout, re.MULTILINE))


@pytest.mark.parametrize("path", [*WORKFLOWS, FOLDER / "dependabot.yml"], ids=lambda path: path.name)
def test_the_form_is_right(path: Path, tmp_path: Path) -> None:
    assert fits(path, schema_of(path))
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(re.sub("timeout-minutes|interval", "mistyped", path.read_text("utf-8")), "utf-8")
    assert not fits(wrong, schema_of(path))


def test_nothing_is_allowed_that_is_not_needed() -> None:
    assert faults(FOLDER) == set()


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        (r"@[0-9a-f]{40} # v[0-9.]+", "@v4", "unpinned-uses"),
        ("permissions: {}", "permissions: write-all", "excessive-permissions"),
        ("persist-credentials: false", "fetch-depth: 0", "artipacked"),
        ("  pull_request:", "  pull_request_target:", "dangerous-triggers"),
        (r"run: make .venv/ready", "run: echo ${{ github.head_ref }}", "template-injection"),
    ],
)
def test_what_would_be_found(tmp_path: Path, right: str, wrong: str, fault: str) -> None:
    to = tmp_path / ".github" / "workflows" / "check.yml"
    to.parent.mkdir(parents=True)
    text = (FOLDER / "workflows" / "check.yml").read_text("utf-8")
    to.write_text(re.sub(right, wrong, text), "utf-8")
    assert fault in faults(tmp_path)


def steps(name: str) -> list[dict[str, Any]]:
    workflow = yaml.safe_load((FOLDER / "workflows" / name).read_text("utf-8"))
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What a workflow finds when it has installed the program: the records, and `.venv`."""
    folder = tmp_path / "checkout"
    for part in ("content", "theme"):
        shutil.copytree(REPOSITORY / part, folder / part)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    (folder / ".venv").symlink_to(BIN.parent)
    return folder


def run_steps(name: str, folder: Path) -> dict[str, subprocess.CompletedProcess[str]]:
    """Run the commands of the workflow *name* in *folder* as GitHub does, up to the first that fails."""
    done: dict[str, subprocess.CompletedProcess[str]] = {}
    for step in steps(name):
        command = step.get("run", INSTALL)
        if command != INSTALL:
            env = {
                k: v.replace("${{ steps.pages.outputs.base_url }}", ADDRESS)
                for k, v in step.get("env", {}).items()
            }
            done[step["name"]] = run("bash", "-e", "-c", command, cwd=folder, **env)
            if done[step["name"]].returncode:
                break
    return done


def test_the_program_is_installed_as_a_person_would() -> None:
    assert f"\n{INSTALL.removeprefix('make ')}:" in (REPOSITORY / "Makefile").read_text("utf-8")
    for path in WORKFLOWS:
        assert next(step["run"] for step in steps(path.name) if "run" in step) == INSTALL


def test_a_pull_request_is_checked_and_has_a_preview(checkout: Path) -> None:
    done = run_steps("check.yml", checkout)
    assert {name: each.returncode for name, each in done.items()} == {"Check": 0, "Build": 0}
    kept = next(
        step["with"]["path"] for step in steps("check.yml") if "upload-artifact@" in step.get("uses", "")
    )
    assert (checkout / kept / "meetings" / "index.html").is_file()


def test_a_mistake_is_shown_beside_its_line(checkout: Path) -> None:
    (checkout / "content" / "people.yaml").write_text("people:\n  - id: jo\n    nam: Jo\n")
    done = run_steps("check.yml", checkout)
    assert [each.returncode for each in done.values()] == [1]
    assert "::error file=content/people.yaml,line=3,col=5,title=BCB203" in done["Check"].stdout
    assert not (checkout / "site").exists()


def test_what_is_published_knows_its_address(checkout: Path) -> None:
    done = run_steps("publish.yml", checkout)
    assert {name: each.returncode for name, each in done.items()} == {"Build": 0}
    site = checkout / "site"
    assert f"<loc>{ADDRESS}/meetings/</loc>" in (site / "sitemap.xml").read_text("utf-8")
    assert 'href="/board/meetings/"' in (site / "404.html").read_text("utf-8")
    handed = next(
        step["with"]["path"] for step in steps("publish.yml") if "upload-pages" in step.get("uses", "")
    )
    assert checkout / handed == site


def test_without_an_address_the_site_works_anywhere(checkout: Path) -> None:
    assert run(".venv/bin/bcbsite", "build", cwd=checkout).returncode == 0
    assert not (checkout / "site" / "sitemap.xml").exists()
    assert 'rel="canonical"' not in (checkout / "site" / "index.html").read_text("utf-8")
