"""LibreOffice without windows, as a second opinion on what a file shows."""

import atexit
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest


@cache
def profile() -> str:
    """Where LibreOffice keeps its settings while these tests run: making them takes most of a start."""
    folder = mkdtemp(prefix="libreoffice-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return f"-env:UserInstallation=file://{folder}"


def soffice() -> str:
    """The program, or the test is skipped."""
    found = shutil.which("soffice")
    if not found:
        pytest.skip("there is no LibreOffice here (tests/install-libreoffice.sh)")
    return found


def converted(files: Iterable[Path], to: str, folder: Path) -> Path:
    """Convert *files* into *folder* by one call, since it takes its time to start."""
    names = [str(file) for file in files]
    command = [soffice(), profile(), "--headless", "--convert-to", to, "--outdir", str(folder), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder


def lines_shown(files: Iterable[Path], folder: Path) -> dict[str, list[str]]:
    """The lines of text that LibreOffice shows of each file, numbers included, by the files' stems."""
    files = list(files)
    converted(files, "txt:Text (encoded):UTF8", folder)
    return {
        file.stem: [
            line.strip()
            for line in (folder / f"{file.stem}.txt").read_text("utf-8-sig").split("\n")
            if line.strip()
        ]
        for file in files
    }
