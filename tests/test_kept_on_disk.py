"""What is kept on disk: of use to the next run, private, and never needed."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import known_archive
from bcbsite import kept_on_disk
from bcbsite.cli.main import main
from bcbsite.diagnostics import Diagnostic
from bcbsite.kept_on_disk import place_of
from bcbsite.publish import manifest
from bcbsite.source import Source, source_of
from conftest import write

SENTENCE = "is damaged or somebody else’s. All records are read anew."


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(kept_on_disk, "LEAST", 1)
    return write(tmp_path / "content", known_archive.FILES)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read as records."""
    names: list[str] = []

    def noted(path: Path, data: bytes) -> tuple[Source | None, list[Diagnostic]]:
        names.append(path.name)
        return source_of(path, data)

    monkeypatch.setattr("bcbsite.read.reading.source_of", noted)
    return names


def check(content: Path, *more: str) -> str:
    result = CliRunner().invoke(main, ["check", "--content", str(content), "--now", "2026-11-01", *more])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_second_run_works_out_what_changed(content: Path, read: list[str]) -> None:
    first = check(content)
    assert len(read) > 10
    read.clear()
    assert check(content) == first
    assert read == []
    minutes = content / "meetings/2022-05-26/minutes.md"
    minutes.write_bytes(minutes.read_bytes() + b"\nMore words.\n")
    assert check(content) == first
    assert read == ["minutes.md"]


def test_the_file_is_private(content: Path) -> None:
    check(content)
    place = place_of(content)
    assert place.is_file()
    assert [path.stat().st_mode & 0o777 for path in (place, place.parent)] == [0o600, 0o700]
    assert list(place.parent.iterdir()) == [place]


class _Harm:
    """Something that runs a command when it is loaded."""

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(Path(os.environ["XDG_CACHE_HOME"], "harm")),)


def _as_if_kept(data: bytes) -> bytes:
    """A file with *data* for its results, in which everything else is right."""
    digest = kept_on_disk.sha256(data).hexdigest()
    return kept_on_disk._MAGIC + manifest.program().encode() + digest.encode() + data


def _no_pickle(place: Path) -> None:
    place.write_bytes(_as_if_kept(b"no results"))


def _one_bit(place: Path) -> None:
    data = bytearray(place.read_bytes())
    data[len(data) // 2] ^= 1
    place.write_bytes(data)


def _half(place: Path) -> None:
    place.write_bytes(place.read_bytes()[: place.stat().st_size // 2])


def _readable(place: Path) -> None:
    place.write_bytes(_as_if_kept(pickle.dumps(_Harm())))
    place.chmod(0o644)


def _in_open_folder(place: Path) -> None:
    place.write_bytes(_as_if_kept(pickle.dumps(_Harm())))
    place.parent.chmod(0o777)


def _a_link(place: Path) -> None:
    other = place.with_name("other")
    place.rename(other)
    other.write_bytes(_as_if_kept(pickle.dumps(_Harm())))
    place.symlink_to(other)


@pytest.mark.parametrize("damage", [_no_pickle, _one_bit, _half, _readable, _in_open_folder, _a_link])
def test_a_damaged_or_foreign_file_is_not_loaded(content: Path, damage: Callable[[Path], None]) -> None:
    first = check(content)
    place = place_of(content)
    damage(place)
    output = check(content)
    assert SENTENCE in output
    assert [line for line in output.splitlines() if SENTENCE not in line] == first.splitlines()
    assert not place.parent.with_name("harm").exists()
    assert not (place.parent.parent.parent / "harm").exists()
    place.parent.chmod(0o700)
    assert SENTENCE not in check(content)
    assert check(content) == first


def test_results_of_another_program_are_not_used(
    content: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = check(content)
    read.clear()
    monkeypatch.setattr("bcbsite.cli.shared.program", lambda: "0" * 64)
    assert check(content) == first
    assert len(read) > 10


def test_a_disk_that_is_full_stops_nothing(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept_on_disk, "tempfile", SimpleNamespace(mkstemp=full))
    assert check(content) == check(content)
    assert not place_of(content).exists()


def test_few_records_are_not_kept(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_on_disk, "LEAST", 100_000)
    check(content)
    assert not place_of(content).exists()


def test_only_some_folders_are_kept(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_on_disk, "FOLDERS", 2)
    folders = [write(tmp_path / str(n), known_archive.FILES) for n in range(3)]
    for n, folder in enumerate(folders):
        check(folder)
        os.utime(place_of(folder), (n, n))
    assert [place_of(folder).exists() for folder in folders] == [False, True, True]


def test_what_was_taken_away_is_kept_no_more(content: Path) -> None:
    check(content)
    assert b"Live operation" in place_of(content).read_bytes()
    (content / "meetings/2022-02-10/papers/04-secret.md").unlink()
    check(content)
    check(content)
    assert b"Live operation" not in place_of(content).read_bytes()
