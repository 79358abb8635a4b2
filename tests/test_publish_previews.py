"""Previews on a server: for whom has the address, of what is not public, gone in time, and in no release."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bcbsite.publish.previews import make_preview, previews, sweep_previews
from leaks import where
from publishing import FIRST, Clone, Server, git, new_server

DRAFT = "content/meetings/2022-03-10/minutes.md"
TEXT = "---\ndate: 2022-03-10\nstatus: draft\n---\n\n## 1. Boats\n\n1.1 Kestrel was read.\n"
SITE = "https://board.example.org/"
PUSH = ("origin", "HEAD:refs/heads/preview/chair")


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return new_server(tmp_path, previews=tmp_path / "previews", site_url=SITE)


@pytest.fixture
def clone(server: Server) -> Clone:
    """A copy in which a draft was committed, pushed to a preview alone."""
    clone = server.with_first()
    clone.commit({DRAFT: TEXT})
    return clone


def shown(server: Server) -> list[Path]:
    return [path for path in (server.folder / "previews").iterdir() if not path.name.startswith(".")]


def test_a_branch_is_shown_at_an_address_that_nobody_can_guess(server: Server, clone: Clone) -> None:
    live, head = server.live.name, server.head
    said = clone.push(*PUSH).said
    address = re.search(rf"Preview: {SITE}preview/([0-9a-f]{{48}})/", said)
    assert address, said
    assert "sees what is not public, until" in said
    [folder] = shown(server)
    assert folder.name == address[1]
    page = (folder / "meetings/2022-03-10/minutes/index.html").read_text("utf-8")
    assert "Kestrel" in page
    assert "Preview: not the public site" in page
    assert 'content="noindex' in page
    assert oct(folder.parent.stat().st_mode)[-3:] == "711"  # it cannot be listed
    # The public site is what it was, and has no word of it.
    assert (server.live.name, server.head) == (live, head)
    for word in ("kestrel", folder.name):
        assert where(server.releases.folder, word) == []
    assert where(server.releases.folder, "noted the report")
    assert "Preview: branch preview/chair, until" in server.status()[0]
    assert folder.name not in server.status()[0]
    # A second push of it is at the same address, and one with mistakes changes nothing.
    # It need not follow the first, for no branch is kept.
    git(clone.folder, "reset", "--quiet", "--hard", "HEAD~1")
    clone.commit({DRAFT: TEXT.replace("Kestrel", "Osprey")})
    assert folder.name in clone.push(*PUSH).said
    assert where(folder, "osprey")
    assert where(folder, "kestrel") == []
    clone.commit({DRAFT: TEXT.replace("2022-03-10", "2022-03-32")})
    said = clone.push(*PUSH).said
    assert "BCB206" in said
    assert "No preview was made." in said
    assert where(folder, "osprey")
    assert "preview" not in git(server.repository, "for-each-ref").stdout


def test_it_goes_when_its_records_are_published(server: Server, clone: Clone) -> None:
    clone.push(*PUSH)
    said = clone.publish({DRAFT: TEXT.replace("Kestrel", "Heron")})  # the draft alone: it waits on
    assert "1 record is not public: 1 draft." in said
    assert len(shown(server)) == 1
    said = clone.publish({DRAFT: TEXT.replace("status: draft", "status: approved")})
    assert f"new: {SITE}meetings/2022-03-10/minutes/" in said
    assert "not public" not in said
    assert shown(server) == []
    assert list((server.folder / "previews").glob(".*.json")) == []
    assert "preview" not in git(server.repository, "for-each-ref").stdout
    clone.commit({"content/meetings/2022-04-14/agenda.md": "---\ndate: 2022-04-14\nstatus: draft\n---\n"})
    assert clone.push(*PUSH).accepted


def test_it_goes_after_some_days(server: Server, clone: Clone) -> None:
    git(server.repository, "fetch", "--quiet", str(clone.folder), "main:refs/heads/preview/chair")
    commit = git(server.repository, "rev-parse", "refs/heads/preview/chair").stdout.strip()
    now = datetime.now(UTC)
    make_preview(server.settings, "refs/heads/preview/chair", commit, now)
    assert "preview" not in git(server.repository, "for-each-ref").stdout
    # A page at its address that says that it is no longer published is not the page itself.
    [preview] = previews(server.settings)
    assert preview.pages == ["meetings/2022-03-10/minutes/"]
    live = server.live
    outputs = {**live.manifest.outputs, "meetings/2022-03-10/minutes/index.html": "0"}
    manifest = replace(live.manifest, outputs=outputs, former=preview.pages)
    (live.folder / "manifest.json").write_text(manifest.text(), "utf-8")
    for days, there in ((13, 1), (15, 0)):
        sweep_previews(server.settings, now + timedelta(days=days))
        assert len(shown(server)) == len(previews(server.settings)) == there


def test_a_branch_that_a_killed_push_left_goes(server: Server, clone: Clone) -> None:
    for branch in ("preview", "previews", "x/preview"):
        git(server.repository, "fetch", "--quiet", str(clone.folder), f"main:refs/heads/{branch}")
    sweep_previews(server.settings, datetime.now(UTC))
    branches = git(server.repository, "for-each-ref", "--format=%(refname:short)").stdout.split()
    assert branches == ["main", "previews", "x/preview"]


def test_what_cannot_be_previewed_is_refused(tmp_path: Path, server: Server, clone: Clone) -> None:
    for refs in (("HEAD:refs/heads/preview/a", "HEAD:refs/heads/preview/b"), ("HEAD:previews",)):
        assert not clone.push("origin", *refs).accepted
    clone.push(*PUSH)
    assert not clone.push("origin", ":refs/heads/preview/chair").accepted
    without = new_server(tmp_path / "without")
    other = without.clone("other")
    other.commit(FIRST)
    assert "Only the branch main is published here" in other.push(*PUSH).said
