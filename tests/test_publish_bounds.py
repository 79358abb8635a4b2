"""Nobody is waited for without end, and nothing is read without bound: the time, memory and disk of a server."""

import fcntl
import gzip
import io
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tarfile
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from bcbsite.pipeline import load
from bcbsite.publish import packed
from bcbsite.publish.attached import sealed
from bcbsite.publish.git import GitError, Repository
from bcbsite.publish.install import install
from bcbsite.publish.leaks import PART, leaks
from bcbsite.publish.locks import Lock, locked
from bcbsite.publish.packed import SealedError, unpacked
from bcbsite.publish.publication import purge
from bcbsite.publish.settings import PublishError, read_settings
from bcbsite.publish.verify import verify
from bcbsite.read.file_contents import fault_of_content
from conftest import NOW, write
from leaks import office_file, pdf_file
from publishing import FIRST, GIT, MEETING, Clone, Server, SlowClient, git, new_server

PAPERS = f"{MEETING}/papers"
PAPER = "---\ntitle: A paper\nattachments: [{}]\n---\n\n1.1 Text.\n"
SOON = 60
"""Seconds in which a push ends that waits for nobody."""


def minutes(text: str) -> dict[str, str]:
    return {f"{MEETING}/minutes.md": f"---\ndate: 2022-02-10\n---\n\n## 1. Welcome\n\n{text}\n"}


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return new_server(tmp_path)


def wait_until(there: Callable[[], bool]) -> None:
    end = time.monotonic() + SOON
    while not there():
        assert time.monotonic() < end
        time.sleep(0.02)


def others_can_publish(server: Server, clone: Clone) -> None:
    """A push and a refresh of somebody else go through."""
    start = time.monotonic()
    clone.publish_among_others(minutes("1.1 Wren spoke."))
    server.refresh()
    assert "Wren spoke." in server.page("meetings/2022-02-10/minutes")
    assert time.monotonic() - start < SOON


MISTAKES = {f"content/pages/p{n}.md": "[x](section-55:nothing)\n" for n in range(40)}
"""More than fit into the pipes of these tests."""


def test_a_hook_whose_words_nobody_reads_keeps_nobody_waiting(server: Server) -> None:
    clone, other = server.with_first(), server.clone("other")
    new = clone.commit(MISTAKES)
    git(server.repository, "fetch", "--quiet", str(clone.folder), "main")
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    hook = subprocess.Popen(
        [server.repository / "hooks/pre-receive"],
        env=GIT,
        stdin=subprocess.PIPE,
        stdout=writing,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    assert hook.stdin
    hook.stdin.write(f"{server.head} {new} refs/heads/main\n".encode())
    hook.stdin.close()
    wait_until(lambda: any(server.releases.folder.glob(".building-*")))
    others_can_publish(server, other)
    assert hook.poll() is None  # it waits for somebody to read
    os.close(reading)
    assert hook.wait(timeout=SOON) == 1


@pytest.mark.parametrize(
    ("files", "share"),
    [(MISTAKES, 1), (minutes("1.1 Heron spoke."), 1), ({"content/large.bin": os.urandom(400_000)}, 0.5)],
    ids=["refused and never read", "accepted and never read", "stopped in the middle of sending"],
)
def test_a_client_that_stops_keeps_nobody_waiting(
    server: Server, files: Mapping[str, str | bytes], share: float
) -> None:
    clone, other = server.with_first(), server.clone("other")
    with SlowClient(clone, server) as client:
        client.send(clone.commit(files), share)
        if share == 1:
            wait_until(lambda: any(server.releases.folder.glob(".building-*")))
        others_can_publish(server, other)
    server.refresh()
    assert verify(server.settings, None, rebuild=False) == []
    assert "Wren spoke." in server.page("meetings/2022-02-10/minutes")


def test_a_push_that_is_read_late_is_refused_where_the_site_is_another_one_now(server: Server) -> None:
    """What the hook compared it with under the lock has to be live still when git accepts it."""
    clone = server.with_first()
    old = server.live.name
    new = clone.commit({**minutes("1.1 Wren spoke."), **{f"content/x{n}.txt": "x" for n in range(40)}})
    git(server.repository, "fetch", "--quiet", str(clone.folder), "main")
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    hook = subprocess.Popen(
        [server.repository / "hooks/pre-receive"], env=GIT, stdin=subprocess.PIPE, stdout=writing
    )
    os.close(writing)
    assert hook.stdin
    hook.stdin.write(f"{server.head} {new} refs/heads/main\n".encode())
    hook.stdin.close()
    wait_until(lambda: any(server.releases.folder.glob(".ready-*")))
    time.sleep(1)
    assert hook.poll() is None
    git(server.repository, "config", "bcbsite.siteUrl", "https://example.org/")
    server.refresh()
    assert server.live.name != old
    with os.fdopen(reading, "rb") as output:
        said = output.read().decode()
    assert hook.wait(timeout=SOON) == 1
    assert "The site has changed meanwhile, say as an embargo has ended. Push again." in said


SLOW = "import time\nfrom bcbsite.forks import beside\n\n"
ENDLESS = {
    "a sleep": SLOW + "def on_post_build(config):\n    time.sleep(10**6)\n",
    "a computation that no signal reaches": SLOW
    + "def on_env(env, config, files):\n    sum(range(10**15))\n",
    "a second process": SLOW
    + "def on_env(env, config, files):\n    with beside(lambda: time.sleep(10**6)) as wait:\n        wait()\n",
    "an exception that is caught": SLOW
    + "def on_env(env, config, files):\n    while True:\n        try: time.sleep(1)\n        except BaseException: pass\n",
}


@pytest.mark.parametrize("case", ENDLESS)
def test_a_build_that_does_not_end_is_ended_and_the_lock_is_free(
    published: tuple[Server, Clone], case: str
) -> None:
    server, clone = published
    live = server.live.name
    with_hook(server, ENDLESS[case])
    git(server.repository, "config", "bcbsite.buildLimit", "3")
    start = time.monotonic()
    said = clone.refused(minutes("1.1 Wren spoke."))
    assert "remote: Making the site took longer than 3 seconds and was ended." in said
    assert "The site stays as it was." in said
    assert time.monotonic() - start < SOON
    assert (server.leftovers(), server.live.name) == ([], live)
    assert running(str(server.repository)) == []
    with locked(server.releases.folder, Lock.BUILD, lambda: pytest.fail("the lock is not free")):
        pass


def test_a_refresh_that_does_not_end_is_ended_too(published: tuple[Server, Clone]) -> None:
    server, _ = published
    live = server.live.name
    with_hook(server, ENDLESS["a sleep"])
    git(server.repository, "config", "bcbsite.buildLimit", "3")
    with pytest.raises(PublishError, match="took longer than 3 seconds"):
        server.refresh()
    assert (server.leftovers(), server.live.name) == ([], live)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Server, Clone]:
    """A server with a site on it, for tests that change nothing but its settings."""
    server = new_server(tmp_path_factory.mktemp("server"))
    clone = server.with_first()
    return server, clone


def with_hook(server: Server, text: str) -> None:
    """Let the server have a configuration of its own, with a hook of MkDocs that goes wrong."""
    (server.folder / "hook.py").write_text(text)
    config = server.folder / "mkdocs.yml"
    config.write_text(
        "site_name: x\ntheme: {name: material, font: false}\nplugins: [bcbsite]\nhooks: [hook.py]\n"
    )
    git(server.repository, "config", "bcbsite.config", str(config))


def running(words: str) -> list[int]:
    """The processes whose command lines have *words*, but for this one."""
    found = []
    for path in Path("/proc").iterdir():
        if path.name.isdigit() and int(path.name) != os.getpid() and is_alive(path.name):
            try:
                line = (path / "cmdline").read_text()
            except OSError:
                continue
            found += [int(path.name)] if words in line else []
    return found


def test_an_endless_build_whose_hook_was_killed_ends_by_itself(tmp_path: Path) -> None:
    """Also the forks that it has begun, as they take the time of a processor and are told to stop then."""
    script = (
        "import os, sys, time\nfrom bcbsite import forks\nforks.LAST = 1\n"
        "def spin():\n    open(sys.argv[1], 'a').write(f'{os.getpid()} ')\n    while True: pass\n"
        "def work():\n    with forks.beside(spin): spin()\n"
        "forks.within(1, work)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script, tmp_path / "pids"], stderr=subprocess.DEVNULL)
    wait_until(lambda: (tmp_path / "pids").is_file() and len((tmp_path / "pids").read_text().split()) == 2)
    parent.kill()
    parent.wait()
    pids = (tmp_path / "pids").read_text().split()
    wait_until(lambda: not any(is_alive(pid) for pid in pids))


def is_alive(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_fault_of_the_second_process_is_told_with_its_place(server: Server) -> None:
    clone = server.with_first()
    with_hook(server, "def on_env(env, config, files):\n    1 / 0\n")
    assert "The server has a fault. The site stays as it was." in clone.refused(minutes("1.1 Wren spoke."))
    fault = (server.repository / "bcbsite-fault.txt").read_text()
    assert "ZeroDivisionError" in fault
    assert "hook.py" in fault


def test_the_size_of_a_file_is_bounded_unpacked(tmp_path: Path) -> None:
    server = new_server(tmp_path, max_file=2)
    clone = server.clone()
    clone.publish({**FIRST, f"{PAPERS}/01.md": PAPER.format("a.txt"), f"{PAPERS}/a.txt": b"a" * 1_900_000})
    said = clone.refused({f"{PAPERS}/a.txt": b"a" * 2_100_000})  # some 2 kB, packed
    assert (
        f"remote: {PAPERS}/a.txt:1:1: error[BCB712] This file has 2.1 MB, unpacked, and one file may have 2 MB."
        in said
    )
    git(server.repository, "config", "bcbsite.maxContent", "3")
    said = clone.refused({f"{PAPERS}/b.txt": b"a" * 1_900_000})
    assert "error[BCB712] All files together have 4 MB, and 3 MB are allowed." in said


def test_where_the_disk_has_no_space_for_the_content_nothing_is_written(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.with_first()
    for release in server.releases.all():
        server.releases.remove(release)
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1))
    with pytest.raises(PublishError, match="no space for this: 0 MB are needed, and 0 MB are free"):
        server.refresh()
    assert server.leftovers() == []


FILE = "A scan %PDF-1.7 {} %%EOF"
"""What both a PDF and a text can be."""


def test_unchanged_attachments_are_linked_and_not_read_again(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = server.clone()
    names = ("kept.pdf", "changed.pdf", "gone.txt")
    papers = {f"{PAPERS}/01.md": PAPER.format(", ".join(names))}
    clone.publish({**FIRST, **papers, **{f"{PAPERS}/{name}": FILE.format(name) for name in names}})
    first, folder = server.live.site, "meetings/2022-02-10/papers/01"
    kept = git(clone.folder, "rev-parse", f"HEAD:{PAPERS}/kept.pdf").stdout.strip()
    new = {f"{PAPERS}/01.md": PAPER.format("kept.pdf, changed.pdf"), f"{PAPERS}/gone.txt": None}
    asked = server.folder / "asked"
    blobs = Repository.blobs

    def noted(self: Repository, ids: object) -> object:
        listed = list(ids)  # type: ignore[call-overload]
        asked.write_text(" ".join(listed))
        return blobs(self, listed)

    clone.publish({**new, f"{PAPERS}/changed.pdf": FILE.format("new")})
    second = server.live.site
    assert second != first
    assert (second / folder / "kept.pdf").stat().st_ino == (first / folder / "kept.pdf").stat().st_ino
    assert (second / folder / "changed.pdf").read_text() == FILE.format("new")
    assert (first / folder / "changed.pdf").read_text() == FILE.format("changed.pdf")
    assert not (second / folder / "gone.txt").exists()
    monkeypatch.setattr(Repository, "blobs", noted)
    git(server.repository, "config", "bcbsite.siteUrl", "https://example.org/")
    server.refresh()
    assert server.live.site != second
    assert asked.read_text()
    assert kept not in asked.read_text()
    assert verify(server.settings, None, rebuild=True) == []
    assert kept in asked.read_text()  # a proof takes nothing from a release
    for damaged in ("", "[]x", "[[1]]", '[["a", "b", "c", 1]]'):
        (server.live.folder / "attached.json").write_text(damaged)
        clone.publish(minutes(f"1.1 Damaged {len(damaged)}."))
        assert verify(server.settings, None, rebuild=False) == []
    purge(server.settings, datetime.now(UTC).replace(microsecond=0), lambda _: None)
    assert (server.live.site / folder / "kept.pdf").stat().st_nlink == 1


def test_a_file_of_an_earlier_release_that_was_changed_is_read_from_git(server: Server) -> None:
    clone = server.clone()
    clone.publish({**FIRST, f"{PAPERS}/01.md": PAPER.format("a.txt"), f"{PAPERS}/a.txt": "Wren"})
    address = "meetings/2022-02-10/papers/01/a.txt"
    for n, damage in enumerate(("W", "Wrem", "Wrens", None, "a link")):
        file = server.live.site / address
        file.unlink()
        if damage == "a link":
            file.symlink_to("/etc/hostname")
        elif damage:
            file.write_text(damage)
        clone.publish(minutes(f"1.1 The Board noted Wren {n}."))
        assert server.live.site / address != file
        assert (server.live.site / address).read_text() == "Wren", damage
        assert not (server.live.site / address).is_symlink()


def test_large_files_do_not_come_into_memory(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "a.git")
    zeros = subprocess.run(
        ["git", "hash-object", "-w", "--stdin"],
        cwd=tmp_path / "a.git",
        env=GIT,
        input=bytes(30_000_000),
        capture_output=True,
        check=True,
    ).stdout.decode()
    tracemalloc.start()
    [size] = [
        sum(len(piece) for piece in pieces)
        for pieces in Repository(tmp_path / "a.git").blobs([zeros.strip()])
    ]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size == 30_000_000
    assert peak < 3_000_000


def test_releases_belong_to_one_repository(tmp_path: Path) -> None:
    server = new_server(tmp_path)
    releases = tmp_path / "releases"
    with pytest.raises(
        PublishError, match=f"{releases} has the releases of the repository {tmp_path}/board.git. Each"
    ):
        install(tmp_path / "other.git", releases, {})
    assert not (tmp_path / "other.git").exists()
    install(tmp_path / "other.git", tmp_path / "more", {})
    git(tmp_path / "other.git", "config", "bcbsite.releases", str(releases))
    with pytest.raises(PublishError, match="has the releases of the repository"):
        read_settings(tmp_path / "other.git")
    new_server(tmp_path)  # its own can be set up anew
    server.repository.rename(tmp_path / "moved.git")
    with pytest.raises(
        PublishError, match=r"If it was moved to .*moved.git, delete the file .*\.repository first"
    ):
        install(tmp_path / "moved.git", releases, {})
    (releases / ".repository").unlink()
    install(tmp_path / "moved.git", releases, {})
    assert read_settings(tmp_path / "moved.git").releases == releases


def zip_of(inside: bytes, name: str = "inside.bin") -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, inside)
    return written.getvalue()


def tar_of(inside: bytes) -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        member = tarfile.TarInfo("inside.bin")
        member.size = len(inside)
        archive.addfile(member, io.BytesIO(inside))
    return written.getvalue()


def pdf_of(inside: bytes) -> bytes:
    return pdf_file("x").replace(b"stream\n", b"stream\n" + inside + b"\nendstream\nendobj\nstream\n", 1)


def encrypted(inside: bytes) -> bytes:
    """A ZIP whose files say that they are encrypted: the flag of each, in both of its places (APPNOTE 4.4.4)."""
    data = bytearray(zip_of(inside))
    for begin, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(begin) + offset] |= 1
    return bytes(data)


FOUND = {
    "an Office file in a ZIP": zip_of(office_file("kestrel")),
    "a ZIP in a ZIP in a ZIP": zip_of(zip_of(zip_of(b"kestrel"))),
    "gzip in tar in a ZIP": zip_of(tar_of(gzip.compress(b"kestrel"))),
    "a ZIP that is attached to a PDF": pdf_of(zip_of(b"kestrel")),
    "a PDF in a ZIP": zip_of(pdf_file("kestrel")),
    "a name in a ZIP": zip_of(b"", "kestrel.txt"),
}


@pytest.mark.parametrize("case", FOUND)
def test_what_is_packed_within_something_packed_is_found(case: str) -> None:
    assert b"kestrel" not in FOUND[case].replace(b"kestrel.txt", b"")
    assert any(b"kestrel" in piece for piece in unpacked(FOUND[case], whole=True))


def nested(times: int) -> bytes:
    data = b"kestrel"
    for _ in range(times):
        data = zip_of(data)
    return data


def tar_of_many(inside: bytes, times: int) -> bytes:
    """A tar of several files, of which none is too large."""
    return b"".join(tar_of(inside)[: 512 + -(-len(inside) // 512) * 512] for _ in range(times)) + bytes(1024)


def database(columns: str, rows: str) -> bytes:
    """A table with values that are computed as often as anybody reads them."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(f"CREATE TABLE a ({columns}); INSERT INTO a (b) VALUES {rows}")
        return bytes(made.serialize())


DATABASE = database("b, c AS (zeroblob(200000000)) VIRTUAL", "(1), (2), (3)")

SEALED: Mapping[str, tuple[bytes, str]] = {
    "encrypted": (encrypted(b"kestrel"), "It is encrypted."),
    "an encrypted OpenDocument file": (zip_of(b"<x:encryption-data/>", "META-INF/manifest.xml"), "encrypted"),
    "damaged": (zip_of(b"kestrel" * 99)[:-30], "It is damaged"),
    "damaged, in a ZIP": (zip_of(gzip.compress(os.urandom(5000))[:-900]), "It is damaged"),
    "a database that computes without end": (zip_of(DATABASE), "A database is packed in it."),
    "a damaged ZIP in a ZIP, behind a PDF": (
        pdf_file("x") + zip_of(gzip.compress(os.urandom(5000))[:-900]),
        "It is damaged",
    ),
    "encrypted, behind a line end": (b"\n" + encrypted(b"kestrel"), "It is encrypted."),
    "too deep": (nested(12), "It is packed more than 8 times."),
    "too large": (gzip.compress(bytes(2_000_000)), "It has more than 3 MB, unpacked."),
    "too large together": (tar_of_many(bytes(900_000), 4), "It has more than 3 MB, unpacked."),
    "too large in a PDF": (
        pdf_of(zip_of(gzip.compress(bytes(2_000_000)))),
        "It has more than 3 MB, unpacked.",
    ),
}


@pytest.mark.parametrize("case", SEALED)
def test_what_cannot_be_looked_into_is_never_taken_for_empty(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "MOST", 3_000_000)
    data, why = SEALED[case]
    with pytest.raises(SealedError, match=why):
        list(unpacked(data, whole=True))


def test_many_small_files_in_one_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MANY", 50)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for number in range(51):
            archive.writestr(f"{number}.txt", b"x")
    with pytest.raises(SealedError, match="More than 50 files"):
        list(unpacked(written.getvalue()))


def test_a_list_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each entry a program keeps more than it takes in the file."""
    monkeypatch.setattr(packed, "MANY", 50)
    monkeypatch.setattr("zipfile.ZipFile", None)
    with pytest.raises(SealedError, match="More than 50 files"):
        list(unpacked(b"PK\1\2" * 51 + b"PK\5\6" + bytes(18)))


BEHIND = {"": True, "Content-Type: application/pdf\r\n\r\n": True, "\ufeff": True, " " * 2_000: False}


@pytest.mark.parametrize("before", BEHIND, ids=["nothing", "mail", "a mark", "far away"])
def test_a_pdf_begins_where_its_readers_find_it_to(tmp_path: Path, before: str) -> None:
    """What is published as a PDF, is looked into as one."""
    data = before.encode() + pdf_file("kestrel").replace(b"endobj", b"endobj /Encrypt")
    path = write(tmp_path, {"meetings/2022-02-10/papers/a.pdf": data}) / "meetings/2022-02-10/papers/a.pdf"
    assert (fault_of_content(path) is None) is BEHIND[before]
    assert [found.code for found in sealed([path])] == ["BCB706"] * BEHIND[before]
    assert any(b"kestrel" in piece for piece in unpacked(data)) is BEHIND[before]


@pytest.mark.parametrize("name", ["minutes-signed.docx", "papers/a.docx", "papers/A.DOCX"])
def test_all_that_a_meeting_can_publish_is_looked_into(tmp_path: Path, name: str) -> None:
    """The original of its minutes lies beside them."""
    path = (
        write(tmp_path, {f"meetings/2022-02-10/{name}": encrypted(b"kestrel")})
        / f"meetings/2022-02-10/{name}"
    )
    assert [(found.code, found.span.path) for found in sealed([path])] == [("BCB704", path.as_posix())]


def test_of_a_stream_no_more_is_unpacked_than_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST", 3_000_000)
    bomb = pdf_of(zlib.compress(bytes(60_000_000)))
    tracemalloc.start()
    with pytest.raises(SealedError, match="3 MB"):
        list(unpacked(bomb))
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_streams_without_an_end_take_no_time() -> None:
    start = time.monotonic()
    list(unpacked(b"%PDF-" + b"stream\n" * 1_000_000))
    assert time.monotonic() - start < 2


SECRET = "---\ntitle: Kestrel survey\nstatus: draft\n---\n\n1.1 The kestrels of the town hall tower have raised three young ones.\n"
EMBEDDED = "word/embeddings/inside.docx"
WORDS = "The kestrels of the town hall tower have raised three young ones"


def test_an_attachment_with_words_that_are_not_public_is_told_of_once(server: Server) -> None:
    clone = server.clone()
    clone.publish({**FIRST, f"{PAPERS}/02.md": SECRET})
    said = clone.publish(
        {f"{PAPERS}/01.md": PAPER.format("a.docx"), f"{PAPERS}/a.docx": zip_of(office_file(WORDS), EMBEDDED)}
    )
    assert f"remote: {PAPERS}/a.docx:1:1: warning[BCB705] “raised three young ones”" in said
    assert f"and in {PAPERS}/02.md:6:" in said
    assert "BCB705" not in clone.publish(minutes("1.1 Wren spoke."))
    said = clone.publish({f"{PAPERS}/a.docx": zip_of(office_file(f"More. {WORDS}"), EMBEDDED)})
    assert "BCB705" in said


def test_an_attachment_that_cannot_be_looked_into_is_refused(server: Server) -> None:
    clone = server.clone()
    clone.publish({**FIRST, f"{PAPERS}/01.md": PAPER.format("a.docx"), f"{PAPERS}/a.docx": office_file("x")})
    said = clone.refused({f"{PAPERS}/a.docx": encrypted(b"kestrel")})
    assert (
        f"remote: {PAPERS}/a.docx:1:1: error[BCB704] This file cannot be looked into. It is encrypted."
        in said
    )
    draft = PAPER.format("b.docx").replace("title", "publish_at: 2090-01-01\ntitle")
    said = clone.refused({f"{PAPERS}/02.md": draft, f"{PAPERS}/b.docx": zip_of(b"x" * 999)[:-40]})
    assert f"remote: {PAPERS}/b.docx:1:1: error[BCB704]" in said
    said = clone.publish(
        {
            f"{PAPERS}/01.md": PAPER.format("a.pdf"),
            f"{PAPERS}/a.docx": None,
            f"{PAPERS}/a.pdf": b"%PDF-1.4 /Encrypt %%EOF",
        }
    )
    assert f"remote: {PAPERS}/a.pdf:1:1: warning[BCB706]" in said


@pytest.mark.parametrize("before", [0, PART - 30, 3 * PART - 5])
def test_a_leak_is_found_wherever_it_lies_in_a_large_file(tmp_path: Path, before: int) -> None:
    files = {"meetings/2022-02-10/papers/02.md": SECRET}
    loaded = load(write(tmp_path / "content", files), NOW, secrets=True)
    assert loaded.held_back
    (tmp_path / "x.txt").write_text("." * before + f" {WORDS} " + "." * PART)
    assert list(leaks(tmp_path, ["x.txt"], loaded.held_back))


def test_what_a_killed_push_left_in_git_goes_after_a_day(server: Server) -> None:
    left = server.repository / "objects/tmp_objdir-incoming-x"
    (left / "pack").mkdir(parents=True)
    server.refresh()
    assert left.exists()
    os.utime(left, (0, 0))
    server.refresh()
    assert not left.exists()


def test_a_long_subject_is_not_read_whole(server: Server) -> None:
    clone = server.clone()
    clone.commit(FIRST, "x" * 100_000)
    assert clone.push().accepted
    assert len(server.settings.repository.subject("main")) == 500
    with pytest.raises(GitError):
        server.settings.repository.subject("0" * 40)


def test_a_name_without_end_is_not_read_whole(server: Server) -> None:
    clone = server.with_first()
    said = clone.publish({f"{'x' * 200}.txt": "x"})
    assert f"Passed over, as only content/ is published: {'x' * 79}…" in said


def test_of_a_push_little_is_said(server: Server) -> None:
    """However long what it quotes is, and however many mistakes it has."""
    clone = server.clone()
    texts = {
        f"content/meetings/2022-02-{day}/minutes.md": "---\ndate: " + "x" * 300_000 + "\n---\n"
        for day in range(10, 28)
    }
    many = {"content/pages/many.md": "[x](section-55:nothing)\n\n" * 20_000}
    clone.publish(FIRST)
    said = clone.refused({**texts, **many})
    assert len(said) < 40_000
    assert re.search(r"… and 20,\d{3} more\. Mend these first", said)


def test_when_the_hook_is_told_to_end_all_that_it_has_begun_ends(server: Server) -> None:
    """Say because whoever pushes has gone."""
    clone = server.with_first()
    with_hook(server, ENDLESS["a second process"])
    clone.commit(minutes("1.1 Wren spoke."))
    push = subprocess.Popen(
        ["git", "push", "origin", "main"], cwd=clone.folder, env=GIT, stderr=subprocess.PIPE
    )
    hook = f"bcbsite.publish.pre_receive\0{server.repository}"
    wait_until(lambda: len(running(hook)) == 3)
    os.kill(min(running(hook)), signal.SIGTERM)
    assert push.communicate(timeout=SOON)
    assert push.returncode
    assert running(hook) == []
    assert server.leftovers() == []
