"""The timer that brings the site up to date: its units, how closed they are, and the same job for cron."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bcbsite.cli.main import main
from conftest import REPOSITORY

DEPLOY = REPOSITORY / "deploy"
COMMAND = "/srv/board/venv/bin/bcbsite publish refresh --repo /srv/board/records.git"


def setting(name: str, text: str) -> list[str]:
    return re.findall(rf"^{name}=(.*)$", text, re.MULTILINE)


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units, with a program that is here."""
    if not shutil.which("systemd-analyze"):
        pytest.skip("there is no systemd-analyze here, which is part of systemd")
    for path in DEPLOY.glob("bcbsite-refresh.[st]*"):
        program = str(Path(sys.executable).parent / "bcbsite")
        text = path.read_text("utf-8").replace("/srv/board/venv/bin/bcbsite", program)
        (tmp_path / path.name).write_text(text, "utf-8")
    return tmp_path


def analyze(verb: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = ["systemd-analyze", verb, "--no-pager", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def verified(folder: Path) -> str:
    """What systemd says against the units; nothing where they are right."""
    done = analyze(
        "verify", "--man=no", "./bcbsite-refresh.service", "./bcbsite-refresh.timer", folder=folder
    )
    return f"{done.stdout}{done.stderr}"


def test_systemd_accepts_the_units(units: Path) -> None:
    assert verified(units) == ""
    service = units / "bcbsite-refresh.service"
    service.write_text(service.read_text("utf-8").replace("ProtectSystem", "ProtectSystems"), "utf-8")
    assert "ProtectSystems" in verified(units)


def test_the_service_can_do_little(units: Path) -> None:
    """On systemd's scale from 0 (closed) to 10 times 10: a service without any of this has 92 or so."""
    arguments = ("--offline=yes", "--threshold=10", "./bcbsite-refresh.service")
    assert analyze("security", *arguments, folder=units).returncode == 0
    service = units / "bcbsite-refresh.service"
    service.write_text(
        re.sub(r"(?m)^(Private|Protect|Restrict).*\n", "", service.read_text("utf-8")), "utf-8"
    )
    assert analyze("security", *arguments, folder=units).returncode != 0


def test_it_starts_every_five_minutes(units: Path) -> None:
    (when,) = setting("OnCalendar", (units / "bcbsite-refresh.timer").read_text("utf-8"))
    done = analyze("calendar", "--iterations=3", "--base-time=2026-11-01 12:01:00 UTC", when, folder=units)
    assert re.findall(r"12:\d\d:\d\d UTC", done.stdout)[-3:] == [
        "12:05:00 UTC",
        "12:10:00 UTC",
        "12:15:00 UTC",
    ]


def test_the_command_is_one_that_there_is() -> None:
    """It is understood; the repository is none here."""
    result = CliRunner().invoke(main, COMMAND.split()[1:])
    assert result.exit_code == 1
    assert "/srv/board/records.git is no repository that publishes" in result.output


def test_all_that_is_to_be_copied_speaks_of_the_same_places() -> None:
    service = (DEPLOY / "bcbsite-refresh.service").read_text("utf-8")
    cron = (DEPLOY / "bcbsite-refresh.cron").read_text("utf-8")
    guide = (REPOSITORY / "docs" / "server.md").read_text("utf-8")
    assert setting("ExecStart", service) == [COMMAND]
    assert f"*/5 * * * * {setting('User', service)[0]} {COMMAND}\n" in cron
    writable = setting("ReadWritePaths", service)[0].split()
    assert writable == ["/srv/board/records.git", "/srv/board/releases", "-/srv/board/previews"]
    assert f"root {writable[1]}/current/site;" in (DEPLOY / "nginx.conf").read_text("utf-8")
    for place in ("/srv/board/venv", *writable):
        assert place.removeprefix("-") in guide
    for path in DEPLOY.iterdir():
        assert f"deploy/{path.name}" in guide
