"""The benchmark's archive: the same each time, without mistakes, and of the size it says."""

import subprocess
import sys
from pathlib import Path

from bcbsite.pipeline import load
from conftest import NOW, REPOSITORY


def make(out: Path, seed: str) -> dict[str, bytes]:
    command = [
        sys.executable,
        str(REPOSITORY / "benchmarks/make_archive.py"),
        "--meetings",
        "3",
        "--out",
        str(out),
    ]
    subprocess.run(command, check=True, capture_output=True, env={"PYTHONHASHSEED": seed})
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def test_the_archive_is_the_same_each_time_and_without_mistakes(tmp_path: Path) -> None:
    one, other = make(tmp_path / "one", "1"), make(tmp_path / "other", "2")
    assert one == other
    documents = [name for name in one if name.startswith("content/meetings/")]
    assert len(documents) == 3 * 8
    assert load(tmp_path / "one" / "content", NOW).diagnostics == []
