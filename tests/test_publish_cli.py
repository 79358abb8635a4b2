"""The commands for whoever looks after the server that publishes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bcbsite.cli.main import main
from publishing import FIRST, MEETING, Server, git


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["publish", *arguments])


def test_the_commands_tell_how_things_stand_and_change_them(tmp_path: Path) -> None:
    repo = ("--repo", str(tmp_path / "board.git"))
    made = run("init", *repo, "--releases", str(tmp_path / "releases"), "--site-url", "https://example.org")
    assert made.exit_code == 0, made.output
    assert f"Push to:  {tmp_path}/board.git  (branch main)" in made.output
    assert f"Serve:    {tmp_path}/releases/current/site" in made.output
    assert "nothing was pushed yet" in run("status", *repo).output
    assert run("refresh", *repo).output == ""
    server = Server(tmp_path)
    clone = server.clone()
    clone.publish(FIRST)
    clone.commit(
        {f"{MEETING}/minutes.md": "---\ndate: 2022-02-10\n---\n\n## 1. Welcome\n\n1.1 Wren.\n"},
        "Say \x1b[31mmore",
    )
    assert clone.push().accepted
    first, second = (release.name for release in reversed(server.releases.all()))
    listed = run("releases", *repo).output
    assert re.fullmatch(
        rf"\* {second}  .{{16}}, \d+ pages: Say  \[31mmore\n    pushed at .{{16}}, commit {second[17:29]}\n"
        rf"  {first}  .*: A change\n    pushed at .*\n",
        listed,
    )
    assert run("rollback", "--republish", *repo).output == f"Live: {first}\n"
    assert "An earlier release was chosen; it stays until the next push." in run("status", *repo).output
    assert run("purge", *repo).exit_code == 1
    assert run("rollback", second, *repo).output == f"Live: {second}\n"
    assert run("verify", first, *repo).output == "Every file is as the manifest says.\n"
    assert "Releases taken away: 1." in run("purge", *repo).output
    (server.live.site / "index.html").write_text("Defaced")
    found = run("verify", *repo)
    assert (found.exit_code, found.output) == (1, "site/index.html was changed.\n")
    server.releases.remove(server.live)
    stands = run("status", *repo)
    assert stands.exit_code == 1
    assert "It is not live. “bcbsite publish refresh” makes it so, or says why not." in stands.output
    assert "Published: the first" in run("refresh", *repo).output
    assert run("status", *repo).exit_code == 0


@pytest.mark.parametrize("command", ["status", "releases", "rollback", "refresh", "purge", "verify"])
def test_a_folder_that_does_not_publish_is_told_of(tmp_path: Path, command: str) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "other.git")
    for folder in ("other.git", "nothing"):
        result = run(command, "--repo", str(tmp_path / folder))
        assert result.exit_code == 1
        assert f"Error: {tmp_path}/{folder} is no repository that publishes." in result.output


def test_what_history_must_not_have_goes_as_the_documentation_says(tmp_path: Path) -> None:
    repo = ("--repo", str(tmp_path / "board.git"))
    run("init", *repo, "--releases", str(tmp_path / "releases"))
    server = Server(tmp_path)
    clone = server.clone()
    clone.publish(FIRST)
    clone.publish({"content/kestrel.txt": "Kestrel"})
    fresh = server.clone("fresh")
    git(fresh.folder, "reset", "--quiet", "--hard", "HEAD~1")
    assert not fresh.push("--force", "origin", "main").accepted
    old = git(server.repository, "rev-parse", "main").stdout.strip()
    git(server.repository, "fetch", "--quiet", str(fresh.folder), "+main:main")
    git(server.repository, "reflog", "expire", "--expire=now", "--all")
    git(server.repository, "gc", "--quiet", "--prune=now")
    assert run("refresh", *repo).exit_code == 0
    assert run("purge", *repo).exit_code == 0
    assert git(server.repository, "cat-file", "-e", old, check=False).returncode
    assert run("status", *repo).exit_code == 0


def test_the_other_commands_work_where_there_is_no_unix() -> None:
    program = (
        "import sys; sys.modules['fcntl'] = None; from bcbsite.cli.main import main; main(['--version'])"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, capture_output=True).returncode == 0
