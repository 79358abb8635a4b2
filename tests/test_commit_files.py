"""Which files of a commit are content, and what is no file to publish from: trees, without pushes."""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bcbsite.publish.git import MAIN, Repository
from bcbsite.publish.settings import PublishError
from bcbsite.publish.tree import content_folder, write_content
from publishing import GIT

Tree = dict[bytes, "bytes | tuple[str, bytes] | Tree"]
"""Of each name the bytes of a file, those with another mode, or a folder."""


def repository_in(folder: Path, tree: Tree) -> Repository:
    """A repository with a commit of *tree* on the published branch, whatever its names are."""
    folder.mkdir(parents=True, exist_ok=True)
    _git(folder, ["init", "--quiet", "--bare"])
    commit = _git(folder, ["commit-tree", "-m", "x", _tree(folder, tree)])
    _git(folder, ["update-ref", MAIN, commit])
    return Repository(folder)


def _git(folder: Path, arguments: Sequence[str], data: bytes = b"") -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=GIT, input=data, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


def _tree(folder: Path, tree: Tree) -> str:
    lines = b""
    for name, what in tree.items():
        if isinstance(what, dict):
            mode, id_ = "40000", _tree(folder, what)
        else:
            mode, data = what if isinstance(what, tuple) else ("100644", what)
            id_ = _git(folder, ["hash-object", "-w", "--stdin"], data)
        lines += f"{mode} ".encode() + name + b"\0" + bytes.fromhex(id_)
    return _git(folder, ["hash-object", "--literally", "-t", "tree", "-w", "--stdin"], lines)


BOARD = b"name: The Board\narea: Kent\n"


@pytest.mark.parametrize(
    ("tree", "folder"),
    [
        ({b"content": {b"board.yaml": BOARD}}, "content"),
        ({b"board.yaml": BOARD}, ""),
        ({b"board.yaml": BOARD, b"content": {b"board.yaml": BOARD}}, "content"),
        ({b"README.md": b"x"}, "content"),
    ],
)
def test_where_the_content_lies(tmp_path: Path, tree: Tree, folder: str) -> None:
    assert content_folder(repository_in(tmp_path, tree), MAIN) == folder


def settings_of(repository: Repository, megabytes: int = 1) -> Any:
    """The settings that say how much of *repository* is taken."""
    return SimpleNamespace(repository=repository, max_content=megabytes, max_file=megabytes)


def written(
    folder: Path, tree: Tree, below: str = "content", megabytes: int = 1
) -> tuple[list[Any], dict[str, bytes]]:
    """The problems, as code, path and message; and the files that were written, by their paths."""
    out = folder / "out"
    _, problems = write_content(settings_of(repository_in(folder / "git", tree), megabytes), MAIN, below, out)
    files = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    return [(d.code, d.span.path, d.message) for d in problems], files


def test_ordinary_files_are_written_as_they_are(tmp_path: Path) -> None:
    content: Tree = {
        b"a.md": b"\r\n\x00A",
        b"run": ("100755", b"x"),
        b"old": ("100664", b"y"),
        "é.md".encode(): b"",
        b".hidden": b"h",
        b".folder": {b"x.md": b"h"},
        b"meetings": {b"2022-02-10": {b"minutes.md": b"M", b".x": b"h"}},
    }
    problems, files = written(tmp_path, {b"content": content, b"other.md": b"o"})
    assert problems == []
    assert files == {
        "content/a.md": b"\r\n\x00A",
        "content/run": b"x",
        "content/old": b"y",
        "content/é.md": b"",
        "content/meetings/2022-02-10/minutes.md": b"M",
    }


def test_at_the_top_all_is_content(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()  # it may be there
    problems, files = written(tmp_path, {b"board.yaml": BOARD, b"pages": {b"a.md": b"A"}}, "")
    assert (problems, files) == ([], {"board.yaml": BOARD, "pages/a.md": b"A"})


def test_nothing_is_no_content(tmp_path: Path) -> None:
    assert written(tmp_path, {b"other.md": b"o"}) == ([], {})
    assert (tmp_path / "out/content").is_dir()


FAR = b"/".join([b"f" * 99] * 5)
# A name, and the code and a word of what is said of it; where nothing is said, it is written.
NAMES: dict[str, tuple[bytes, str, str]] = {
    "a backslash": (b"a\\b.md", "BCB711", "ordinary"),
    "a hidden name with a backslash": (b".a\\b.md", "BCB711", "ordinary"),
    "two slashes": (b"a//b.md", "BCB711", "ordinary"),
    "a slash at its end": (b"a/", "BCB711", "ordinary"),
    "a folder above": (b"..", "BCB711", "ordinary"),
    "a control character": (b"a\x07.md", "BCB711", "cannot be seen"),
    "no UTF-8": (b"\xff.md", "BCB711", "not UTF-8"),
    "an accent in two parts": ("e\u0301.md".encode(), "BCB711", "two parts"),
    "200 bytes": (b"a" * 200, "", ""),
    "201 bytes": (b"a" * 201, "BCB711", "too long"),
    "201 bytes of 101 letters": ("é".encode() * 100 + b"a", "BCB711", "too long"),
}


@pytest.mark.parametrize("case", NAMES)
def test_names(tmp_path: Path, case: str) -> None:
    name, code, says = NAMES[case]
    problems, files = written(tmp_path, {b"content": {b"a.md": b"A", name: b"B"}})
    assert [found for found, _, _ in problems] == ([code] if code else [])
    assert all(says in message for _, _, message in problems)
    assert len(files) == (0 if code else 2)


@pytest.mark.parametrize(("length", "problems"), [(200, 0), (201, 1)])
def test_a_path_is_at_most_200_characters(tmp_path: Path, length: int, problems: int) -> None:
    """More does not fit into a folder of Windows."""
    tree: Tree = {b"x" * (length - 3 * len(f"{'f' * 40}/")): b"B"}
    for _ in range(3):
        tree = {b"f" * 40: tree}
    found, _ = written(tmp_path, {b"content": tree})
    assert len(found) == problems


def test_what_is_no_file_is_told_by_its_kind(tmp_path: Path) -> None:
    content: Tree = {
        b"a.md": b"A",
        b"link": ("120000", b"a.md"),
        b"module": ("160000", b"x"),
    }
    problems, files = written(tmp_path, {b"content": content})
    assert [(code, path) for code, path, _ in problems] == [
        ("BCB105", "content/link"),
        ("BCB710", "content/module"),
    ]
    assert ["link to another file" in problems[0][2], "submodule" in problems[1][2]] == [True, True]
    assert files == {}


def test_a_name_that_cannot_be_printed_is_told_with_what_can(tmp_path: Path) -> None:
    problems, _ = written(tmp_path, {b"content": {b"a\x1b[31m.md": b"A"}})
    assert [path for _, path, _ in problems] == ["content/a�[31m.md"]


def test_a_name_that_stands_twice(tmp_path: Path) -> None:
    content: Tree = {b"a": b"A", b"b": {b"c": {b"d": b"D"}}}
    problems, _ = written(tmp_path, {b"content": {**content, b"z": b"Z"}})
    assert problems == []
    repository = repository_in(tmp_path / "twice", {b"content": content})
    doubled = _tree(repository.folder, {b"b": b"B"})
    raw = subprocess.run(
        ["git", "cat-file", "tree", f"{MAIN}:content"],
        cwd=repository.folder,
        env=GIT,
        capture_output=True,
        check=True,
    ).stdout
    both = (
        raw
        + subprocess.run(
            ["git", "cat-file", "tree", doubled],
            cwd=repository.folder,
            env=GIT,
            capture_output=True,
            check=True,
        ).stdout
    )
    folder = _git(repository.folder, ["hash-object", "--literally", "-t", "tree", "-w", "--stdin"], both)
    top = _git(
        repository.folder,
        ["hash-object", "--literally", "-t", "tree", "-w", "--stdin"],
        b"40000 content\0" + bytes.fromhex(folder),
    )
    _git(repository.folder, ["update-ref", MAIN, _git(repository.folder, ["commit-tree", "-m", "x", top])])
    _, found = write_content(settings_of(repository), MAIN, "content", tmp_path / "out")
    assert [(d.code, d.span.path, d.message) for d in found] == [
        ("BCB711", "content/b", "This name stands here twice.")
    ]


def test_all_files_together_have_a_bound(tmp_path: Path) -> None:
    content: Tree = {b"a.txt": b"a" * 300_000, b"b.txt": b"b" * 700_000}
    assert written(tmp_path / "as much", {b"content": content})[0] == []
    [(code, path, message)] = written(tmp_path / "more", {b"content": {**content, b"c.txt": b"c"}})[0]
    assert (code, path) == ("BCB712", "content")
    assert message == (
        "All files together have 1 MB, and 1 MB are allowed. The largest is content/b.txt, with 1 MB."
    )
    [(_, top, _)] = written(tmp_path / "top", {**content, b"c.txt": b"c"}, "")[0]
    assert top == "."
    hidden: Tree = {**content, b".c.txt": b"c"}
    assert written(tmp_path / "hidden", {b"content": hidden})[0] == []


def test_what_is_too_large_is_told_with_its_size(tmp_path: Path) -> None:
    content: Tree = {b"a.txt": b"a" * 1_000_000, b"b.txt": b"b" * 5_100_000, b"c.txt": b"c" * 2_000_000}
    assert written(tmp_path, {b"content": content}, megabytes=5)[0] == [
        (
            "BCB712",
            "content",
            "All files together have 8 MB, and 5 MB are allowed. The largest is content/b.txt, with 5 MB.",
        ),
        (
            "BCB712",
            "content/b.txt",
            "This file has 5.1 MB, unpacked, and one file may have 5 MB.",
        ),
    ]


@pytest.mark.parametrize(("free", "fits"), [(2_000_000, True), (1_999_999, False)])
def test_nothing_is_written_where_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, fits: bool
) -> None:
    tree: Tree = {b"content": {b"a.txt": b"a" * 500_000, b"b.txt": b"b" * 1_500_000}}
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    if fits:
        assert len(written(tmp_path, tree, megabytes=2)[1]) == 2
        return
    with pytest.raises(PublishError, match=r"2 MB are needed, and 2 MB are free\."):
        written(tmp_path, tree, megabytes=2)
    assert [path for path in (tmp_path / "out").rglob("*") if path.is_file()] == []


def test_files_that_are_known_are_linked_and_not_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known ones that are gone or have another size are read; only what is read needs space."""
    content: Tree = {b"a.md": b"A" * 9, b"b.md": b"B" * 9, b"c.md": b"C" * 9, b"d.md": b"D" * 9}
    settings = settings_of(repository_in(tmp_path / "git", {b"content": content}))
    first, second = tmp_path / "first", tmp_path / "second"
    ids, problems = write_content(settings, MAIN, "content", first)
    names = [Path("content/a.md"), Path("content/b.md"), Path("content/c.md"), Path("content/d.md")]
    assert (list(ids), problems) == (names, [])
    a, b, c, _ = names
    (first / b).unlink()
    (first / c).write_bytes(b"C" * 8)
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=27))  # b, c and d
    known = {ids[name]: first / name for name in (a, b, c)}
    assert write_content(settings, MAIN, "content", second, known) == (ids, [])
    assert [(second / name).read_bytes()[:1] for name in names] == [b"A", b"B", b"C", b"D"]
    assert [(first / name).exists() for name in names] == [True, False, True, True]
    assert [name for name in names if (second / name).stat().st_nlink > 1] == [a]


def test_of_a_long_path_a_message_has_the_beginning(tmp_path: Path) -> None:
    problems, _ = written(tmp_path, {b"content": {b"a" * 600: b"A"}})
    assert [path for _, path, _ in problems] == [f"content/{'a' * 492}"]


def test_files_are_not_without_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bcbsite.publish.tree.MAX_FILES", 2)
    content: Tree = {b"a": b"A", b"b": b"B"}
    assert written(tmp_path / "two", {b"content": content})[0] == []
    assert written(tmp_path / "three", {b"content": {**content, b"c": b"C"}}) == (
        [("BCB712", "content", "There are more than 2 files.")],
        {},
    )
    assert [path for _, path, _ in written(tmp_path / "top", {**content, b"c": b"C"}, "")[0]] == ["."]
