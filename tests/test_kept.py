"""What is kept between builds changes nothing: after any edit it gives what a first build gives, byte by byte."""

import pickle
import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

import known_archive
from bcbsite.kept import Entry, Lazy, Store, asked_again, by_value, digest_of, keeping, kept
from bcbsite.pipeline import load
from conftest import NOW, write
from edits import Edits, everything_of

CALLS: list[object] = []


@kept
def _double(value: object) -> tuple[object, object]:
    CALLS.append(value)
    return (value, value)


@kept
def _with_lazy(value: str, lazy: Lazy[str]) -> str:
    CALLS.append(value)
    return value + lazy.value


@asked_again
def _on_disk(path: Path) -> bool:
    return path.exists()


@kept
def _whether(path: Path) -> str:
    CALLS.append(path)
    return f"there: {_on_disk(path)}"


@kept
def _outer(path: Path) -> str:
    CALLS.append("outer")
    return f"{_whether(path)}!"


@by_value
class _Same(tuple[int, ...]):
    __slots__ = ()


@pytest.fixture(autouse=True)
def _no_calls() -> None:
    CALLS.clear()


SAME_OBJECT = ["a list"]


@pytest.mark.parametrize(
    ("one", "other", "calls"),
    [
        ("a", "".join(["a"]), 1),
        (("a", 1), ("a", 1), 1),
        ((SAME_OBJECT,), (SAME_OBJECT,), 1),
        (SAME_OBJECT, SAME_OBJECT, 1),
        (_Same((1,)), _Same((1,)), 1),
        (Path("a"), Path("a"), 1),
        ("a", "b", 2),
        (1, True, 2),
        (1, 1.0, 2),
        ((1,), 1, 2),
        ("a", b"a", 2),
        (NOW, NOW + timedelta(), 2),
        (["a list"], ["a list"], 2),
        (("a", ["a list"]), ("a", ["a list"]), 2),
    ],
)
def test_a_result_is_kept_for_the_same_input_alone(one: object, other: object, calls: int) -> None:
    with keeping(Store()):
        for value in (one, other, one, other):
            assert _double(value) == (value, value)
            assert type(_double(value)[0]) is type(value)
    assert len(CALLS) == calls


def test_nothing_is_kept_without_a_store() -> None:
    assert _double("a") == _double("a") == ("a", "a")
    assert CALLS == ["a", "a"]


def test_what_two_rounds_do_not_ask_for_is_forgotten() -> None:
    store = Store()
    sizes = []
    with keeping(store):
        for values in ("ab", "a", "a", "a"):
            store.begin_round()
            for value in values:
                _double(value)
            sizes.append(len(store))
    assert sizes == [2, 2, 2, 1]
    assert CALLS == ["a", "b"]


def test_an_answer_of_the_disk_is_asked_for_again(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with keeping(Store()):
        assert _outer(path) == _outer(path) == "there: False!"
        path.touch()
        assert _outer(path) == _outer(path) == "there: True!"
    assert ["outer", path, "outer", path] == CALLS


def test_an_input_that_is_made_when_needed_is_known_by_its_key() -> None:
    with keeping(Store()):
        assert _with_lazy("a", Lazy(digest_of("x"), lambda: "x")) == "ax"
        assert _with_lazy("a", Lazy(digest_of("x"), lambda: pytest.fail("is not needed"))) == "ax"
        assert _with_lazy("a", Lazy(digest_of("y"), lambda: "y")) == "ay"


def test_what_is_kept_can_be_sent_and_found_again() -> None:
    value = ("a", SAME_OBJECT)
    store = Store()
    with keeping(store):
        _, same = _double(value), _with_lazy("a", Lazy("key", lambda: "x"))
        entries: list[Entry] = pickle.loads(pickle.dumps(store.of_this_round))
    CALLS.clear()
    with keeping(Store(entries)):
        assert _with_lazy("a", Lazy("key", lambda: pytest.fail("is not needed"))) == same
        sent = next(entry.args[0] for entry in entries if entry.work is _double)
        assert _double(sent) == (value, value)
    assert CALLS == []


def _files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def same_after_edits(folder: Path, seed: int, steps: int) -> int:
    """Edit *folder* that many times; how many of the states had no errors. Fails where anything differs."""
    edits, chance, store, now, whole = Edits(folder, seed), random.Random(seed), Store(), NOW, 0
    sound = _files_of(folder)
    for step in range(steps):
        what = edits.make()
        now += timedelta(days=chance.choice([0, 0, 0, 1, 90, -90]))
        store.begin_round()
        with keeping(store):
            found = everything_of(load(folder, now))
        expected = everything_of(load(folder, now))
        assert found[0] == expected[0], f"seed {seed}, step {step}: {what}"
        differing = {
            name for name in found[1].keys() | expected[1] if found[1].get(name) != expected[1].get(name)
        }
        assert not differing, f"seed {seed}, step {step}: {what}"
        whole += bool(expected[1])
        if expected[1]:
            sound = _files_of(folder)
        elif chance.random() < 0.8:  # most mistakes are mended
            shutil.rmtree(folder)
            write(folder, sound)
        if chance.random() < 0.2:
            store = Store(pickle.loads(pickle.dumps(store.of_this_round)))
    return whole


def test_after_each_edit_all_is_as_if_nothing_were_kept(tmp_path: Path) -> None:
    assert same_after_edits(write(tmp_path / "content", known_archive.FILES), seed=1, steps=30) > 5
