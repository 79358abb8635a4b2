"""Pushes that mean harm: nothing of them runs, and nothing outside their tree is read."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bcbsite.publish.git import Entry, Repository
from bcbsite.publish.settings import Settings
from bcbsite.publish.tree import write_content
from leaks import where
from publishing import FIRST, GIT, MEETING, Clone, Server, git, new_server

SECRET = "nightjar"
"""Stands in a file outside every repository."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Server:
    made = new_server(tmp_path_factory.mktemp("server"))
    (made.folder / "secret.md").write_text(SECRET)
    made.clone("first").publish({**FIRST, "content/pages/index.md": "# Home\n"})
    return made


@pytest.fixture
def clone(server: Server, tmp_path: Path) -> Iterator[Clone]:
    """A fresh copy; after the push, nothing has run and nothing is to be seen of the secret."""
    git(tmp_path, "clone", "--quiet", str(server.repository), "clone")
    yield Clone(tmp_path / "clone")
    assert where(server.releases.folder, SECRET) == []
    assert not (server.folder / "ran").exists()
    assert server.leftovers() == []


def test_a_symbolic_link_is_refused(server: Server, clone: Clone) -> None:
    for name in ("pages/secret.md", "meetings/2022-03-01", "board.yaml"):
        path = clone.folder / "content" / name
        path.unlink(missing_ok=True)
        path.symlink_to(server.folder / "secret.md")
    said = clone.refused({})
    for name in ("pages/secret.md", "meetings/2022-03-01", "board.yaml"):
        assert f"remote: content/{name}:1:1: error[BCB105]" in said


def test_content_that_is_a_symbolic_link_itself_reads_nothing(server: Server, clone: Clone) -> None:
    git(clone.folder, "rm", "-rq", "content")
    (clone.folder / "content").symlink_to(server.folder / "first/content")
    git(clone.folder, "add", "--all")
    git(clone.folder, "commit", "--quiet", "--message", "x")
    said = clone.push().said
    assert "remote: content/board.yaml:1:1: error[BCB101]" in said


def test_a_submodule_is_refused(server: Server, clone: Clone) -> None:
    head = git(clone.folder, "rev-parse", "HEAD").stdout.strip()
    git(clone.folder, "update-index", "--add", "--cacheinfo", f"160000,{head},content/meetings/other")
    git(clone.folder, "commit", "--quiet", "--message", "x")
    assert "remote: content/meetings/other:1:1: error[BCB710]" in clone.push().said


def made(clone: Clone, command: str, tree: bytes) -> str:
    """The object that git makes of *tree*."""
    return (
        subprocess.run(
            ["git", *command.split()], cwd=clone.folder, env=GIT, input=tree, capture_output=True, check=True
        )
        .stdout.decode()
        .strip()
    )


def commit_tree(clone: Clone, top: str) -> None:
    commit = git(clone.folder, "commit-tree", "-p", "HEAD", "-m", "x", top).stdout.strip()
    git(clone.folder, "update-ref", "refs/heads/main", commit)


def tree_with(clone: Clone, name: bytes) -> None:
    """Commit a file with *name*, which no work tree could hold, in `content/meetings`."""
    below = git(clone.folder, "rev-parse", "HEAD:content/board.yaml").stdout.strip()
    for mode, part in ((b"100644", name), (b"40000", b"meetings"), (b"40000", b"content")):
        tree = mode + b" " + part + b"\0" + bytes.fromhex(below)
        below = made(clone, "hash-object --literally -t tree -w --stdin", tree)
    commit_tree(clone, below)


def settings_of(clone: Clone) -> Settings:
    """As if the copy were a server's repository."""
    return Settings(Repository(clone.folder / ".git"), clone.folder, 10, 100, None, None)


NAMES: Mapping[str, tuple[bytes, str]] = {
    "a folder above": (b"..", "no ordinary file"),
    "git's own folder": (b".git", ""),
    "a path as a name": (b"../../../hooks/post-receive", "no ordinary file"),
    "a backslash": (b"..\\..\\x.md", "no ordinary file"),
    "an escape for the terminal": (b"\x1b[31mred.md", "cannot be seen"),
    "a line's end": (b"a\nb.md", "cannot be seen"),
    "text that runs backwards": ("a\u202edm.exe".encode(), "cannot be seen"),
    "no UTF-8": (b"\xff\xfe.md", "not UTF-8"),
    "an accent in two parts": ("cafe\u0301.md".encode(), "two parts"),
    "a very long name": (b"a" * 300, "too long"),
}


@pytest.mark.parametrize("case", ["a folder above", "git's own folder", "an escape for the terminal"])
def test_a_harmful_name_is_refused_by_git_or_by_us(clone: Clone, case: str) -> None:
    name, _ = NAMES[case]
    tree_with(clone, name)
    pushed = clone.push()
    assert not pushed.accepted
    assert "BCB711" in pushed.said or "fsck error" in pushed.said or "BCB101" in pushed.said, pushed.said
    assert "\x1b" not in pushed.said


@pytest.mark.parametrize("case", NAMES)
def test_our_own_guard_does_without_gits(clone: Clone, tmp_path: Path, case: str) -> None:
    name, expected = NAMES[case]
    tree_with(clone, name)
    folder = tmp_path / "out"
    _, problems = write_content(settings_of(clone), "main", "content", folder)
    if expected:
        assert [problem.code for problem in problems] == ["BCB711"]
        assert expected in problems[0].message
    written = [path for path in tmp_path.rglob("*") if path.is_file() and clone.folder not in path.parents]
    assert written == []


def test_a_name_that_is_file_and_folder_is_refused(
    clone: Clone, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blob = git(clone.folder, "rev-parse", "HEAD:content/board.yaml").stdout.strip()
    entries = [
        Entry("100644", blob, 5, path) for path in (b"content/a", b"content/a/b", b"content/c", b"content/c")
    ]
    monkeypatch.setattr(Repository, "entries", lambda *_: iter(entries))
    _, problems = write_content(settings_of(clone), "main", "content", tmp_path / "out")
    assert [problem.span.path for problem in problems] == ["content/a", "content/c"]


def test_more_files_than_a_disk_holds_are_not_listed(clone: Clone) -> None:
    """A few small trees that name one another make a billion files."""
    blob = git(clone.folder, "rev-parse", "HEAD:content/board.yaml").stdout.strip()
    tree = "".join(f"100644 blob {blob}\tf{n}.md\n" for n in range(10))
    for _ in range(9):
        one = made(clone, "mktree", tree.encode())
        tree = "".join(f"040000 tree {one}\td{n}\n" for n in range(10))
    content = git(clone.folder, "ls-tree", "HEAD:content").stdout
    content = made(clone, "mktree", f"{content}040000 tree {one}\tbomb\n".encode())
    commit_tree(clone, made(clone, "mktree", f"040000 tree {content}\tcontent\n".encode()))
    assert "remote: content:1:1: error[BCB712] There are more than 50,000 files." in clone.push().said


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)
)
TEXTS: Mapping[str, tuple[Mapping[str, str], str]] = {
    "YAML that grows": ({"content/people.yaml": BOMB}, "content/people.yaml:1:1: error[BCB209]"),
    "YAML that is huge": (
        {"content/people.yaml": "# x\n" * 1_100_000},
        "content/people.yaml:1:1: error[BCB104]",
    ),
    "YAML that is deep": ({"content/people.yaml": "[" * 100_000}, "error[BCB209]"),
    "YAML that makes objects": (
        {"content/people.yaml": 'people: !!python/object/apply:os.system ["touch ran"]\n'},
        "content/people.yaml:1:9: error[BCB209]",
    ),
    "Markdown that is deep": (
        {"content/pages/deep.md": "> " * 2_000 + "x\n"},
        "content/pages/deep.md:1:1: error[BCB303]",
    ),
    "a message for the terminal": (
        {f"{MEETING}/minutes.md": '---\ndate: "\\e[31mred"\n---\n\n1.1 x\n'},
        f"{MEETING}/minutes.md:2:7: error[BCB206]",
    ),
}


@pytest.mark.parametrize("case", TEXTS)
def test_a_harmful_text_is_refused(clone: Clone, case: str) -> None:
    files, expected = TEXTS[case]
    said = clone.refused(files)
    assert expected in said
    assert "\x1b" not in said


def test_programs_settings_and_templates_of_a_push_do_nothing(server: Server, clone: Clone) -> None:
    run = f"import pathlib; pathlib.Path({str(server.folder / 'ran')!r}).touch()\n"
    shell = f"#!/bin/sh\ntouch '{server.folder}/ran'\n"
    read = f"{{{{ open('{server.folder}/secret.md') }}}} {{% include 'secret.md' %}}"
    before = server.page("")
    said = clone.publish(
        {
            "mkdocs.yml": f"site_name: {SECRET}\nhooks: [hook.py]\ntheme: {{name: material, custom_dir: theme}}\nplugins: [evil]\n",
            "content/pages/mkdocs.yml": "hooks: [hook.py]\n",
            "hook.py": run,
            "content/hook.py": run,
            "content/sitecustomize.py": run,
            "content/usercustomize.py": run,
            "content/yaml.py": run,
            "sitecustomize.py": run,
            "yaml/__init__.py": run,
            "conftest.py": run,
            "theme/main.html": read,
            "content/theme/main.html": read,
            "content/pages/main.html": read,
            "content/pages/404.html": read,
            "content/pages/assets/javascripts/bundle.js": "alert(1)",
            "hooks/post-receive": shell,
            ".githooks/pre-receive": shell,
            ".gitattributes": "* filter=evil export-subst\n",
            "content/.gitattributes": "* filter=evil ident\n",
            ".gitconfig": f"[core]\nfsmonitor = touch {server.folder}/ran\n",
            ".pth": run,
            "pyproject.toml": "[tool.bcbsite]\n",
            ".env": "PYTHONPATH=.\n",
        }
    )
    assert "Published" in said
    assert "Passed over, as only content/ is published" in said
    assert server.page("") == before
    assert not (server.live.site / "assets/javascripts/bundle.js").exists()


def handlers(page: str) -> list[str]:
    """The attributes of *page* that are script, as a browser reads it."""
    found: list[str] = []

    class Attributes(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(name for name, _ in attrs if name.startswith("on"))

    Attributes().feed(page)
    return found


def test_script_in_a_text_is_shown_and_not_run(server: Server, clone: Clone) -> None:
    text = (
        "# <script>alert(1)</script>\n\n<script>alert(2)</script>\n\n<img src=x onerror=alert(3)>\n\n"
        '[x](https://example.org/" onclick="alert(4)) `<svg onload=alert(5)>` {{ 7*7 }} {% raw %}\n\n'
        '![<b>](https://example.org/"onerror="x.png)\n'
    )
    clone.publish({"content/pages/script.md": text})
    page = server.page("script")
    assert "alert(2)" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<svg onload" not in page
    assert handlers(page) == []
    assert "{{ 7*7 }}" in page


def test_a_web_address_that_runs_script_is_no_link(server: Server, clone: Clone) -> None:
    links = ("javascript:alert(1)", "data:text/html,<script>", "vbscript:x", "JaVaScRiPt:alert(1)")
    clone.publish({"content/pages/link.md": "# x\n\n" + "\n\n".join(f"[x]({link})" for link in links)})
    page = server.page("link")
    assert "[x](javascript:alert(1))" in page
    assert not re.search(r'href="\s*(javascript|data|vbscript):', page, re.IGNORECASE)


ATTACHED = {
    "html": "<script>",
    "svg": "<svg onload='x'/>",
    "xhtml": "<script>",
    "htm": "x",
    "js": "x",
    "xml": "<x/>",
}


def test_an_attachment_that_browsers_run_is_refused(clone: Clone) -> None:
    files = {f"{MEETING}/papers/a.{kind}": text for kind, text in ATTACHED.items()}
    for kind in ATTACHED:
        paper = f"---\ntitle: A\nattachments: [a.{kind}]\n---\n\n1.1 x\n"
        files[f"{MEETING}/papers/{kind}.md"] = paper
    said = clone.refused(files)
    for kind in ATTACHED:
        place = f"remote: {MEETING}/papers/{kind}.md:3:15: error[BCB405]"
        assert f"{place} Files like “a.{kind}” are not published" in said


def test_an_attachment_from_outside_is_refused(server: Server, clone: Clone) -> None:
    names = ("../../../board.yaml", str(server.folder / "secret.md"), "..\\x.pdf")
    papers = {
        f"{MEETING}/papers/{n}.md": f"---\ntitle: A\nattachments: ['{name}']\n---\n\n1.1 x\n"
        for n, name in enumerate(names)
    }
    said = clone.refused(papers)
    assert all(f"remote: {path}:3:15: error[BCB405]" in said for path in papers)


def test_the_environment_of_whoever_pushes_changes_nothing(
    server: Server, clone: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    evil = clone.folder.parent / "evil"
    evil.mkdir()
    (evil / "sitecustomize.py").write_text(f"open({str(server.folder / 'ran')!r}, 'w')\n")
    for name in ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP"):
        monkeypatch.setitem(GIT, name, str(evil))
    monkeypatch.setitem(GIT, "SOURCE_DATE_EPOCH", "4102444800")
    clone.publish(
        {f"{MEETING}/papers/01.md": f"---\ntitle: A\npublish_at: 2090-01-01\n---\n\n1.1 {SECRET}\n"}
    )
