"""Files that are the same in another site become second names of its files; all others are written."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bcbsite.host.write import write_files


def _as_it_was(_: Path) -> None:
    pass


def _other_bytes(path: Path) -> None:
    path.write_bytes(b"tests")


def _longer(path: Path) -> None:
    path.write_bytes(b"text and more")


def _other_rights(path: Path) -> None:
    path.chmod(0o666)


def _gone(path: Path) -> None:
    path.unlink()


def _a_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("change", "is_linked"),
    [
        (_as_it_was, True),
        (_other_bytes, False),
        (_longer, False),
        (_other_rights, False),
        (_gone, False),
        (_a_link, False),
        (_a_folder, False),
    ],
)
def test_a_file_is_linked_where_it_is_the_same(
    tmp_path: Path, change: Callable[[Path], None], is_linked: bool
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    usual = os.umask(0o022)
    try:
        write_files([("a/index.html", b"text")], before)
        change(before / "a/index.html")
        write_files([("a/index.html", b"text")], after, before)
    finally:
        os.umask(usual)
    new = after / "a/index.html"
    assert new.read_bytes() == b"text"
    assert not new.is_symlink()
    assert new.stat().st_nlink == 1 + is_linked
    assert new.stat().st_mode & 0o777 == 0o644


def test_a_disk_without_links_gets_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    before, after = tmp_path / "before", tmp_path / "after"
    write_files([("a.txt", b"text")], before)
    (before / "a.txt").chmod(0o644)
    monkeypatch.setattr(Path, "hardlink_to", no_links)
    write_files([("a.txt", b"text")], after, before)
    assert (after / "a.txt").read_bytes() == b"text"
