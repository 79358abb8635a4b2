"""The wheel: it works in an empty folder, away from the checkout, and brings its theme and configuration."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from conftest import MINUTES, REPOSITORY, write

pytestmark = pytest.mark.package


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


def test_it_carries_what_a_site_needs_and_nothing_of_the_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "bcbsite/mkdocs.yml" in names
    assert "bcbsite/theme/main.html" in names
    assert "bcbsite/theme/assets/stylesheets/bcbsite.css" in names
    assert "bcbsite/py.typed" in names
    assert "bcbsite/explained/BCB101.md" in names
    assert not [name for name in names if not name.startswith(("bcbsite/", "bcbsite-"))]


def test_it_works_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    """Its files are unpacked before those of the checkout; what it depends on is that of the tests."""
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    write(tmp_path / "empty" / "content", {"meetings/2022-02-10/minutes.md": MINUTES})
    run = "import bcbsite, sys; print(bcbsite.__file__); from bcbsite.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", run, "build"],
        cwd=tmp_path / "empty",
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(tmp_path / "installed"))
    site = tmp_path / "empty" / "site"
    assert "The Board noted the report." in (site / "meetings/2022-02-10/minutes/index.html").read_text(
        "utf-8"
    )
    assert (site / "assets/stylesheets/bcbsite.css").is_file()
    assert sorted(path.name for path in (tmp_path / "empty").iterdir()) == ["content", "site"]
