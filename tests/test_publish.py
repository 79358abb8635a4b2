"""Publishing by git push: it is live, or it is refused with a message, and nothing else happens."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bcbsite import kept_on_disk
from bcbsite.publish.freshness import read_freshness, write_freshness
from bcbsite.publish.git import Repository
from bcbsite.publish.install import install
from bcbsite.publish.locks import Lock, locked
from bcbsite.publish.manifest import written
from bcbsite.publish.publication import purge
from bcbsite.publish.releases import Releases
from bcbsite.publish.settings import PublishError
from bcbsite.publish.standing import releases_told
from bcbsite.publish.switch import settle
from bcbsite.publish.verify import verify
from leaks import where
from publishing import FIRST, GIT, MEETING, Clone, Pushed, Server, git, new_server

MINUTES_PAGE = "meetings/2022-02-10/minutes"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Server, Clone]:
    """A server with a site on it, for tests that change nothing."""
    server = new_server(tmp_path_factory.mktemp("server"), site_url="https://example.org")
    clone = server.clone()
    clone.publish({**FIRST, "content/pages/index.md": "# Home\n"})
    return server, clone


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return new_server(tmp_path)


def minutes(text: str) -> dict[str, str]:
    return {f"{MEETING}/minutes.md": f"---\ndate: 2022-02-10\n---\n\n## 1. Welcome\n\n{text}\n"}


def test_a_good_push_is_live_and_says_so(server: Server) -> None:
    clone = server.clone()
    said = clone.publish(FIRST)
    assert re.search(r"remote: Published: the first \d+ pages\.", said)
    assert "The Board noted the report." in server.page(MINUTES_PAGE)
    said = clone.publish(minutes("1.1 Wren spoke."))
    # The page of what was noted in 2022 has nothing to show any more.
    assert re.search(r"remote: Published: \d+ pages changed, 1 page gone\.", said)
    assert "Wren spoke." in server.page(MINUTES_PAGE)
    assert server.live.manifest.commit == server.head
    assert server.leftovers() == []
    assert verify(server.settings, None, rebuild=True) == []
    assert server.status()[1]


def test_the_server_keeps_the_account_of_what_was_published(server: Server) -> None:
    """No commit brings it, and each push is one."""
    clone = server.with_first()
    page = "meetings/2022-03-10/minutes"
    name, place = f"content/{page}.md", f"{page}/#p1-2"
    text = "---\ndate: 2022-03-10\nstatus: approved\n{}---\n\n1.1 Wren {}.\n\n{}"
    correction = "errata: [{date: 2022-06-01, kind: transcription, at: '1.1', was: spoke, now: slept}]\n"
    struck = "content/redirects.yaml"
    paper, draft = "content/meetings/2022-03-10/papers/09.md", "content/meetings/2022-04-14/minutes.md"
    may_change = {
        paper: "---\ntitle: A paper\n---\n\n1.1 Text.\n\nMore.\n",
        draft: "---\ndate: 2022-04-14\nstatus: draft\n---\n\n1.1 Wren.\n",
        "content/board.yaml": "name: The Board\narea: Kent\ndrafts: yes\n",
    }
    clone.publish({name: text.format("", "spoke", "1.2 Heron.\n"), **may_change})
    said = clone.refused({name: text.format("", "slept", "")})
    assert f"remote: {name}:6:1: error[BCB602]" in said
    assert f"remote: {struck}:1:1: error[BCB601] “{place}” was published" in said
    mended = {
        name: text.format(correction, "slept", ""),
        struck: f"{place}:\n  gone: Struck out on 3 March 2022.\n",
        paper: may_change[paper].removesuffix("More.\n"),
        draft: may_change[draft].replace("1.1 ", ""),
    }
    clone.publish(mended)
    assert f"“{place}” was published" in clone.refused({struck: "{}\n"})
    assert f"{place} " in (server.live.folder / "permalinks.txt").read_text("utf-8")
    assert not (server.live.site / "permalinks.txt").exists()


def test_a_push_says_what_is_doubtful_in_the_files_that_it_changes(published: tuple[Server, Clone]) -> None:
    _, clone = published
    said = clone.publish({"content/stray.txt": "x", "README.md": "x", "mkdocs.yml": "x", ".gitignore": "x"})
    assert "remote: content/stray.txt:1:1: warning[BCB107]" in said
    assert "remote: Passed over, as only content/ is published: README.md, mkdocs.yml" in said
    said = clone.publish(minutes("1.1 Wren spoke.\n\n1.1 Again."))
    assert f"remote: {MEETING}/minutes.md:9:1: warning[BCB302]" in said
    assert "stray.txt" not in said
    assert "1 warning in files that this push does not change" in said


def test_the_records_can_lie_at_the_top(server: Server) -> None:
    clone = server.clone()
    clone.commit({name.removeprefix("content/"): text for name, text in FIRST.items()})
    git(clone.folder, "mv", "content/board.yaml", "board.yaml")
    git(clone.folder, "commit", "--quiet", "--amend", "--no-edit")
    assert clone.push().accepted
    assert "The Board noted the report." in server.page(MINUTES_PAGE)
    (clone.folder / "meetings/2022-02-10/minutes.md").write_text("---\ndate: x\n---\n")
    git(clone.folder, "commit", "--quiet", "--all", "--message", "Wrong")
    assert "remote: meetings/2022-02-10/minutes.md:2:7: error[BCB206]" in clone.push().said


PAPER = "---\ntitle: A paper\nattachments: [{}]\n---\n\n1.1 Text.\n"
BAD: dict[str, tuple[Mapping[str, str | bytes | None], str]] = {
    "a mistake in a record": (
        {f"{MEETING}/minutes.md": "---\ndate: 2022-02-10\ntime: 3pm\n---\n\n1.1 Text.\n"},
        f"{MEETING}/minutes.md:3:7: error[BCB207] “3pm” is not a time",
    ),
    "YAML that is none": ({"content/people.yaml": "people: [\n"}, "content/people.yaml:2:1: error[BCB201]"),
    "a link to nothing": (minutes("1.1 [x](section-55:nothing)"), f"{MEETING}/minutes.md:7:9: error[BCB406]"),
    "a dead link on the finished page": (
        {"content/pages/news.md": "# News\n\n[here](#nowhere)\n"},
        "content/pages/news.md:3:8: error[BCB702] The link “#nowhere”",
    ),
    "a page that vanishes": (
        {f"{MEETING}/minutes.md": None},
        f"content/redirects.yaml:1:1: error[BCB601] “{MINUTES_PAGE}/” was published",
    ),
    "a marking": (minutes("1.1 OFFICIAL-SENSITIVE"), f"{MEETING}/minutes.md:7:1: error[BCB501]"),
    "an attachment that is a web page": (
        {f"{MEETING}/papers/01.md": PAPER.format("a.html"), f"{MEETING}/papers/a.html": "<script>"},
        f"{MEETING}/papers/01.md:3:15: error[BCB405] Files like “a.html” are not published",
    ),
    "an attachment that is a drawing": (
        {f"{MEETING}/papers/01.md": PAPER.format("a.svg"), f"{MEETING}/papers/a.svg": "<svg onload='x'/>"},
        f"{MEETING}/papers/01.md:3:15: error[BCB405] Files like “a.svg” are not published",
    ),
    "no board": ({"content/board.yaml": None}, "content/board.yaml:1:1: error[BCB101]"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_push_is_refused_with_the_line_to_mend(published: tuple[Server, Clone], case: str) -> None:
    server, clone = published
    files, expected = BAD[case]
    live, head = server.live.name, server.head
    said = clone.refused(files)
    assert f"remote: {expected}" in said
    assert re.search(r"remote: Refused: \d+ errors?, .* The site stays as it was\.", said)
    assert (server.live.name, server.head) == (live, head)
    assert server.leftovers() == []
    assert "Traceback" not in said


def deleted(clone: Clone) -> Pushed:
    return clone.push("origin", ":main")


def forced(clone: Clone) -> Pushed:
    git(clone.folder, "commit", "--quiet", "--amend", "--allow-empty", "--message", "Other")
    pushed = clone.push("--force", "origin", "main")
    git(clone.folder, "reset", "--quiet", "--hard", "origin/main")
    return pushed


@pytest.mark.parametrize(
    ("push", "expected"),
    [
        (lambda clone: clone.push("origin", "main:drafts"), "Only the branch main is published here"),
        (lambda clone: clone.push("origin", "main:refs/tags/v1"), "and this push has “v1”"),
        (lambda clone: clone.push("origin", "main:refs/replace/" + "0" * 39 + "1"), "Only the branch main"),
        (lambda clone: clone.push("origin", "main", "main:other"), "and this push has “other”"),
        (deleted, "cannot be deleted"),
        (forced, "pushing by force does not help"),
    ],
    ids=["another branch", "a tag", "a replaced object", "two branches", "deleting main", "forcing main"],
)
def test_only_main_is_pushed_to_and_only_added_to(
    published: tuple[Server, Clone], push: Callable[[Clone], Pushed], expected: str
) -> None:
    server, clone = published
    live, refs = server.live.name, git(server.repository, "for-each-ref").stdout
    pushed = push(clone)
    assert not pushed.accepted
    assert expected in pushed.said
    assert "git push origin" not in pushed.said  # the remote can have another name
    assert (server.live.name, git(server.repository, "for-each-ref").stdout) == (live, refs)


def test_a_push_over_the_limit_is_refused(tmp_path: Path) -> None:
    server = new_server(tmp_path, max_push=1)
    clone = server.clone()
    clone.commit(FIRST)
    said = clone.refused({"content/large.pdf": os.urandom(1_500_000)})
    assert "exceeds maximum allowed size" in said
    git(server.repository, "config", "receive.maxInputSize", "5m")
    git(server.repository, "config", "bcbsite.maxContent", "1")
    said = clone.refused({"content/large.pdf": os.urandom(1_500_000)})
    assert "remote: content:1:1: error[BCB712] All files together have 2 MB, and 1 MB are allowed." in said
    assert "content/large.pdf" in said


def test_of_twenty_pushes_at_once_one_wins_and_the_others_can_follow(
    server: Server, tell: Callable[[str], None]
) -> None:
    server.with_first()
    clones = [server.clone(f"clone-{n}") for n in range(20)]
    for n, clone in enumerate(clones):
        clone.commit({f"content/pages/p{n}.md": f"# Page {n}\n"})
    with ThreadPoolExecutor(20) as pool:
        came = list(pool.map(Clone.push, clones))
    assert [pushed.accepted for pushed in came].count(True) == 1
    won = next(n for n, pushed in enumerate(came) if pushed.accepted)
    assert f"Page {won}" in server.page(f"p{won}")
    told = [pushed.said for pushed in came if not pushed.accepted]
    ours = sum("Somebody else has pushed meanwhile" in said for said in told)
    assert all("rejected" in said for said in told)
    tell(f"20 pushes at once: 1 accepted, {ours} told to pull, {19 - ours} refused by git")
    after = clones[(won + 1) % 20]
    git(after.folder, "pull", "--quiet", "--rebase", "origin", "main")
    assert after.push().accepted
    make_old(server)
    server.refresh()
    assert server.leftovers() == []
    assert len(server.releases.all()) == 3


def make_old(server: Server) -> None:
    """Let two hours pass for what waits among the releases."""
    for path in server.releases.folder.glob(".ready-*"):
        os.utime(path, (0, 0))


def test_a_push_during_a_build_waits_for_it_and_says_so(server: Server) -> None:
    clone = server.with_first()
    clone.commit(minutes("1.1 Wren spoke."))
    with ThreadPoolExecutor(1) as pool:
        with locked(server.releases.folder, Lock.BUILD):
            push = pool.submit(clone.push)
            with pytest.raises(TimeoutError):
                push.result(timeout=2)
        pushed = push.result(timeout=60)
    assert pushed.accepted
    assert "Another publication is going on. Waiting for it" in pushed.said


def test_a_push_waits_no_longer_than_is_useful(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bcbsite.publish.locks.PATIENCE", 0)
    with (
        locked(server.releases.folder, Lock.BUILD),
        pytest.raises(PublishError, match="taking very long"),
        locked(server.releases.folder, Lock.BUILD),
    ):
        pass


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk with little space."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here: that takes root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_refuses_the_push_and_leaves_the_site(tmp_path: Path, small_disk: Path) -> None:
    server = new_server(tmp_path)
    (small_disk / "releases").mkdir()
    git(server.repository, "config", "bcbsite.releases", str(small_disk / "releases"))
    clone = server.clone()
    clone.publish(FIRST)
    live = (small_disk / "releases/current").readlink()
    (small_disk / "ballast").write_bytes(bytes(space(small_disk) - 100_000))
    said = clone.refused(minutes("1.1 Wren spoke."))
    assert "remote: The server cannot write or read a file: No space left on device." in said
    assert "The site stays as it was." in said
    assert "Traceback" not in said
    assert (small_disk / "releases/current").readlink() == live
    (small_disk / "ballast").unlink()
    assert "Published" in clone.publish(minutes("1.1 Wren spoke."))


def space(folder: Path) -> int:
    about = os.statvfs(folder)
    return about.f_bavail * about.f_frsize


def test_an_earlier_release_can_be_chosen_and_a_refresh_leaves_it(server: Server) -> None:
    clone = server.with_first()
    with pytest.raises(PublishError, match="no earlier release"):
        server.roll_back()
    first = server.live.name
    clone.publish(minutes("1.1 Wren spoke."))
    newest = server.live.name
    server.roll_back(republish=True)
    assert server.live.name == first
    assert "The Board noted the report." in server.page(MINUTES_PAGE)
    server.refresh()
    assert server.live.name == first
    said, well = server.status()
    assert well
    assert "An earlier release was chosen" in said
    assert [line[0] for line in releases_told(server.settings)] == [" ", "*"]
    with pytest.raises(PublishError, match="An earlier release is live"):
        purge(server.settings, datetime.now(UTC), lambda _: None)
    server.roll_back(newest)  # ends it
    assert server.releases.held() is None
    server.roll_back(first, republish=True)
    clone.publish(minutes("1.1 Heron spoke."))  # so does a push
    assert "Heron spoke." in server.page(MINUTES_PAGE)
    with pytest.raises(PublishError, match="There is no release x"):
        server.roll_back("x")


def test_old_releases_are_kept_up_to_a_number(tmp_path: Path) -> None:
    server = new_server(tmp_path, keep=2)
    clone = server.with_first()
    for word in ("Wren", "Heron"):
        clone.publish(minutes(f"1.1 {word} spoke."))
    assert [
        git(server.repository, "rev-list", "--count", r.manifest.commit).stdout for r in server.releases.all()
    ] == [
        "3\n",
        "2\n",
    ]


def test_an_embargo_ends_with_a_refresh_and_nothing_of_it_is_there_before(server: Server) -> None:
    clone = server.clone()
    now = datetime.now(UTC).replace(microsecond=0)
    ends = now + timedelta(hours=30)
    paper = f"---\ntitle: Kestrel survey\npublish_at: {ends:%Y-%m-%d %H:%M}\nattachments: [kestrel.txt]\n---\n\n1.1 Kestrel text.\n"
    attached = {f"{MEETING}/papers/kestrel.txt": "Kestrel data"}
    clone.publish({**FIRST, f"{MEETING}/papers/01-kestrel.md": paper, **attached})
    assert where(server.releases.folder, "kestrel") == []
    assert where(server.releases.folder, "noted the report")
    before = server.live.name
    server.refresh(now + timedelta(minutes=5))
    assert server.live.name == before
    server.refresh(ends + timedelta(hours=1))
    assert server.live.name != before
    assert "Kestrel text." in server.page("meetings/2022-02-10/papers/01-kestrel")
    assert (
        server.live.site / "meetings/2022-02-10/papers/01-kestrel/kestrel.txt"
    ).read_text() == "Kestrel data"


def test_a_refresh_that_changes_nothing_keeps_the_release(server: Server) -> None:
    server.clone().publish({"content/pages/index.md": "# Home\n"})
    before, moment = server.live, server.live.manifest.moment
    fresh = read_freshness(before.folder)
    assert fresh
    write_freshness(before.folder, replace(fresh, until=written(moment)))  # as if an embargo ended now
    switch = server.refresh(moment + timedelta(seconds=1))
    assert switch
    assert not switch.happened
    assert server.live.name == before.name
    assert read_freshness(before.folder) == replace(fresh, since=written(moment + timedelta(seconds=1)))
    assert server.leftovers() == []
    assert verify(server.settings, None, rebuild=True) == []


def test_what_is_taken_back_goes_from_the_site_and_by_a_purge_from_kept_releases(server: Server) -> None:
    clone = server.clone()
    clone.publish(
        {**FIRST, f"{MEETING}/papers/01-kestrel.md": "---\ntitle: Kestrel\n---\n\n1.1 Kestrel text.\n"}
    )
    gone = "meetings/2022-02-10/papers/01-kestrel/: {gone: Withdrawn on 3 March 2022.}\n"
    clone.publish({f"{MEETING}/papers/01-kestrel.md": None, "content/redirects.yaml": gone})
    assert where(server.live.site, "kestrel text") == []
    assert "Withdrawn on 3 March 2022." in server.page("meetings/2022-02-10/papers/01-kestrel")
    assert where(server.releases.folder, "kestrel text")
    assert purge(server.settings, datetime.now(UTC).replace(microsecond=0), lambda _: None) == 1
    assert where(server.releases.folder, "kestrel text") == []
    assert "Withdrawn on 3 March 2022." in server.page("meetings/2022-02-10/papers/01-kestrel")
    assert "kestrel text" in git(server.repository, "log", "-p").stdout.lower()  # as the documentation says


def test_what_is_kept_for_the_next_build_is_private_and_goes_with_a_purge(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_on_disk, "LEAST", 1)
    server.clone().publish(FIRST)
    kept, moment = server.releases.folder / ".kept" / "results", server.live.manifest.moment
    assert server.refresh(moment + timedelta(days=2))
    assert [path.stat().st_mode & 0o777 for path in (kept, kept.parent)] == [0o600, 0o700]
    assert server.refresh(moment + timedelta(days=4))
    assert verify(server.settings, None, rebuild=True) == [], "as without what is kept"
    purge(server.settings, moment + timedelta(days=4), lambda _: None)
    assert list(kept.parent.iterdir()) == []


def test_a_file_that_stays_the_same_is_on_the_disk_once(server: Server) -> None:
    clone = server.clone()
    clone.publish(FIRST)
    before = server.live
    minutes = f"{MEETING}/minutes.md"
    clone.publish(
        {minutes: FIRST[minutes].replace("date: 2022-02-10\n", "date: 2022-02-10\nlocation: Room 2\n")}
    )
    after = server.live
    both = before.manifest.outputs.keys() & after.manifest.outputs
    same = {name for name in both if before.manifest.outputs[name] == after.manifest.outputs[name]}
    linked = {name for name in both if (before.site / name).samefile(after.site / name)}
    of_mkdocs = {name for name in same if name.startswith("assets/")} | {"robots.txt", "sitemap.xml"}
    assert linked == same - of_mkdocs
    assert "404.html" in linked
    assert "meetings/2022-02-10/minutes/index.html" not in linked
    assert verify(server.settings, None, rebuild=True) == []


def test_an_attachment_that_vanishes_is_told_of(published: tuple[Server, Clone]) -> None:
    _, clone = published
    paper = f"{MEETING}/papers/01.md"
    clone.publish({paper: PAPER.format("a.txt"), f"{MEETING}/papers/a.txt": "x"})
    said = clone.publish({paper: PAPER.format(""), f"{MEETING}/papers/a.txt": None})
    assert "“meetings/2022-02-10/papers/01/a.txt” was published and is no longer there." in said
    assert "BCB703" in said


def test_verify_finds_every_difference(server: Server) -> None:
    server.with_first()
    site = server.live.site
    (site / "index.html").write_text("Defaced")
    (site / "404.html").unlink()
    (site / "more.html").write_text("Added")
    (site / "link").symlink_to("/etc/passwd")
    assert verify(server.settings, None, rebuild=False) == [
        "site/link is a link.",
        "site/404.html is missing.",
        "site/more.html does not belong there.",
        "site/index.html was changed.",
    ]


def test_a_switch_that_was_interrupted_is_ended_by_a_refresh(server: Server) -> None:
    clone = server.with_first()
    hook = server.repository / "hooks/post-receive"
    hook.rename(hook.with_name("away"))  # as if it were killed before it did anything
    clone.commit(minutes("1.1 Wren spoke."))
    assert clone.push().accepted
    assert "Wren spoke." not in server.page(MINUTES_PAGE)
    assert not server.status()[1]
    hook.with_name("away").rename(hook)
    server.refresh()
    assert "Wren spoke." in server.page(MINUTES_PAGE)
    assert server.leftovers() == []


def test_wherever_a_switch_breaks_off_the_site_is_whole_and_the_next_one_goes_on(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = server.with_first()
    old = server.live.name
    hook = server.repository / "hooks/post-receive"
    hook.unlink()
    clone.commit(minutes("1.1 Wren spoke."))
    assert clone.push().accepted
    adopt, switch = Releases.adopt, Releases.switch

    class KilledError(Exception):
        """As if by a signal."""

    def killed(before: Callable[..., object] | None = None) -> Callable[..., None]:
        def die(*given: object) -> None:
            if before:
                before(*given)
            raise KilledError

        return die

    for method, dying, live in (
        ("adopt", killed(), old),
        ("adopt", killed(adopt), old),
        ("switch", killed(), old),
        ("switch", killed(switch), None),
        ("tidy", killed(), None),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(Releases, method, dying)
            with pytest.raises(KilledError):
                settle(server.settings)
        assert (server.live.name == old) is (live == old), method
        assert verify(server.settings, None, rebuild=False) == []
    settle(server.settings)
    assert "Wren spoke." in server.page(MINUTES_PAGE)
    assert len(server.releases.all()) == 2
    assert server.leftovers() == []


def test_a_lock_that_a_killed_git_left_goes_when_it_is_old(server: Server) -> None:
    clone = server.with_first()
    lock = server.repository / "refs/heads/main.lock"
    lock.touch()
    server.refresh()
    assert lock.exists()
    assert "main.lock" in clone.refused(minutes("1.1 Wren spoke."))
    os.utime(lock, (0, 0))
    server.refresh()
    assert not lock.exists()
    assert clone.push().accepted


def test_where_only_the_switch_fails_the_push_says_what_comes_next(server: Server) -> None:
    clone = server.with_first()
    link = server.releases.folder / "current"
    link.rename(link.with_name("away"))
    (link / "something").mkdir(parents=True)
    clone.commit(minutes("1.1 Wren spoke."))
    pushed = clone.push()
    assert pushed.accepted
    assert "Your push was accepted, and the site follows with the next refresh." in pushed.said
    assert "Traceback" not in pushed.said
    shutil.rmtree(link)
    link.with_name("away").rename(link)
    server.refresh()
    assert "Wren spoke." in server.page(MINUTES_PAGE)


def test_a_release_that_was_lost_is_made_again(server: Server) -> None:
    server.with_first()
    for release in server.releases.all():
        server.releases.remove(release)
    assert server.releases.current() is None
    server.refresh()
    assert "The Board noted the report." in server.page(MINUTES_PAGE)


def test_two_builds_of_one_commit_are_the_same_whatever_the_order_of_files(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = {f"{MEETING}/papers/{n:02}.md": f"---\ntitle: Paper {n}\n---\n\n1.1 Text.\n" for n in range(6)}
    server.clone().publish({**FIRST, **papers, "content/pages/index.md": "# Home\n"})
    entries = Repository.entries
    monkeypatch.setattr(Repository, "entries", lambda *given: reversed(list(entries(*given))))
    assert verify(server.settings, None, rebuild=True) == []


def test_a_hook_that_is_stopped_leaves_nothing(server: Server) -> None:
    """As when whoever pushes goes away, or the server shuts down."""
    clone = server.with_first()
    clone.commit(minutes("1.1 Wren spoke."))
    with locked(server.releases.folder, Lock.SWITCH):  # a release cannot be offered meanwhile
        push = subprocess.Popen(
            ["git", "push", "origin", "main"], cwd=clone.folder, env=GIT, stderr=subprocess.PIPE
        )
        hook = wait_for_process("bcbsite.publish.pre_receive", str(server.repository))
        wait_until(lambda: any(server.releases.folder.glob(".building-*/release/manifest.json")))
        os.kill(hook, 15)
        assert push.communicate(timeout=60)
    assert push.returncode
    assert server.leftovers() == []
    assert clone.push().accepted


def wait_for_process(*words: str) -> int:
    """The number of the process whose command line has *words*."""

    def found() -> list[int]:
        numbers = (int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit())
        return [number for number in numbers if all(word in command(number) for word in words)]

    wait_until(lambda: bool(found()))
    return found()[0]


def command(number: int) -> str:
    try:
        return Path(f"/proc/{number}/cmdline").read_text()
    except OSError:
        return ""


def wait_until(there: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not there():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_servers_own_configuration_is_used_and_its_faults_are_not_the_writers(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    text = "site_name: x\nsite_url: https://example.org/board/\ntheme: {name: material, font: false}\nplugins: [bcbsite]\n"
    config.write_text(text)
    server = new_server(tmp_path, config=config)
    clone = server.clone()
    assert "https://example.org/board/" in clone.publish(FIRST)
    assert '<link rel="canonical" href="https://example.org/board/' in server.page(MINUTES_PAGE)
    config.write_text("plugins: [nothing]\n")
    said = clone.refused(minutes("1.1 Wren spoke."))
    assert "The server’s configuration is at fault, not what you pushed" in said


def test_init_can_be_run_again_and_refuses_folders_that_are_something_else(tmp_path: Path) -> None:
    server = new_server(tmp_path, keep=3, site_url="https://example.org")
    again = new_server(tmp_path)
    assert (again.settings.keep, again.settings.site_url) == (3, "https://example.org/")
    assert server.repository.stat().st_mode & 0o077 == 0
    (tmp_path / "other").mkdir()
    (tmp_path / "other/file").write_text("x")
    with pytest.raises(PublishError, match="something else in it"):
        install(tmp_path / "other", tmp_path / "releases", {})
    with pytest.raises(PublishError, match="folders of their own"):
        install(tmp_path / "a.git", tmp_path / "a.git/releases", {})
    (tmp_path / "www").mkdir()
    (tmp_path / "www/index.html").write_text("x")
    with pytest.raises(PublishError, match="something else in it: index"):
        install(tmp_path / "b.git", tmp_path / "www", {})
