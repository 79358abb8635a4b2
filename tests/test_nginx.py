"""The web server: deploy/nginx.conf as it stands, in a real nginx, with TLS, on this machine's own address."""

import gzip
import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bcbsite.read.file_contents import KINDS
from conftest import NGINX_CONF, POLICY
from nginx_server import NAME, NginxServer, running

pytestmark = pytest.mark.nginx


def put_online(releases: Path, name: str) -> None:
    """Lead `current` to the release *name* in one step."""
    new = releases / ".new"
    new.symlink_to(name)
    new.replace(releases / "current")


# Every file here that the public must not reach has this word in it.
SECRET = "kestrel"
RELEASE = "20221101T120000Z-0123456789ab"


@pytest.fixture(scope="module")
def releases_of(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server's releases are."""
    releases = tmp_path_factory.mktemp("server") / "releases"
    releases.mkdir()
    return releases


@pytest.fixture(scope="module")
def server(
    every_kind: Path, releases_of: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[NginxServer]:
    """The small site on a server, with files of more kinds, and with what nobody may reach."""
    releases = releases_of
    site = releases / RELEASE / "site"
    shutil.copytree(every_kind, site)
    (releases / RELEASE / "manifest.json").write_text(SECRET)
    (releases / "secret.html").write_text(SECRET)
    (site / ".git").mkdir()
    (site / ".git" / "config").write_text(SECRET)
    (site / ".hidden.html").write_text(SECRET)
    (site / "link.html").symlink_to(releases / "secret.html")
    (site / "linked").symlink_to(releases / RELEASE)
    (site / "data").mkdir(exist_ok=True)
    for kind in TYPES:
        (site / "data" / f"file.{kind}").write_bytes(b"0123456789" * 1000)
        (site / "data" / f"FILE.{kind.upper()}").write_bytes(b"0123456789" * 1000)
    put_online(releases, RELEASE)
    with running(tmp_path_factory.mktemp("nginx"), releases) as started:
        yield started


TYPES = {
    "atom": "application/atom+xml",
    "bin": "application/octet-stream",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "svg": "image/svg+xml",
    "sqlite": "application/vnd.sqlite3",
    "txt": "text/plain; charset=utf-8",
    "unknown": "application/octet-stream",
    "webmanifest": "application/manifest+json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "zip": "application/zip",
}
SHOUTED = ("csv", "docx", "pdf", "png", "txt", "xlsx")
SAVED = {"csv", "docx", "ods", "odt", "pptx", "sqlite", "xlsx", "zip"}
PACKED = {"atom", "css", "csv", "html", "ics", "js", "json", "svg", "txt", "webmanifest", "xml"}
READ_BY_ALL = {"atom", "csv", "ics", "json", "sqlite", "xml"}


@pytest.mark.parametrize("kind", TYPES)
def test_each_kind_of_file_is_sent_as_what_it_is(server: NginxServer, kind: str) -> None:
    answer = server.get(f"/data/file.{kind}", Accept_Encoding="gzip")
    headers = answer.headers
    assert answer.status == 200
    assert headers["Content-Type"] == TYPES[kind]
    assert headers["Content-Disposition"] == ("attachment" if kind in SAVED else None)
    assert headers["Content-Encoding"] == ("gzip" if kind in PACKED else None)
    assert headers["Vary"] == ("Accept-Encoding" if kind in PACKED else None)
    assert headers["Access-Control-Allow-Origin"] == ("*" if kind in READ_BY_ALL else None)
    body = gzip.decompress(answer.body) if kind in PACKED else answer.body
    assert body == b"0123456789" * 1000
    assert server.get(f"/data/file.{kind}").body == body
    policy = headers["Content-Security-Policy"]
    assert (policy == POLICY) == (kind == "html")
    assert ("sandbox" in policy) == (kind not in {"html", "pdf"})
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("kind", SHOUTED)
def test_capitals_in_a_name_change_nothing(server: NginxServer, kind: str) -> None:
    small, capital = (
        server.get(f"/data/{name}", Accept_Encoding="gzip")
        for name in (f"file.{kind}", f"FILE.{kind.upper()}")
    )
    assert capital.status == 200
    changing = {"Date", "Last-Modified", "ETag"}
    assert [h for h in capital.headers.items() if h[0] not in changing] == [
        h for h in small.headers.items() if h[0] not in changing
    ]


def test_two_sites_have_the_file_beside_one_another(tmp_path: Path, releases: Path) -> None:
    """Only the lines that are marked are changed in the second copy."""
    other = "other.example.net"
    second = re.sub(
        r"^.*<--.*$",
        lambda line: line[0].replace(NAME, other).replace("/srv/board/", "/srv/other/"),
        NGINX_CONF.read_text("utf-8"),
        flags=re.MULTILINE,
    )
    with running(tmp_path, releases, second) as server:
        for name in (NAME, other):
            answer = server.get("/", Host=name)
            assert (answer.status, answer.body) == (200, b"a" * 2000)
            assert answer.headers["Content-Security-Policy"] == POLICY
    assert all((tmp_path / f"{name}.log").read_text() for name in (NAME, other))


def test_every_file_of_the_site_has_a_type_of_its_own(server: NginxServer, every_kind: Path) -> None:
    kinds = {path.suffix[1:] for path in every_kind.rglob("*") if path.is_file()}
    assert {*kinds, *KINDS} - {*TYPES} == set()


def test_an_attachment_is_itself(server: NginxServer, every_kind: Path) -> None:
    path = "meetings/2022-02-10/papers/05-budget/05 figures.pdf"
    answer = server.get(f"/{path.replace(' ', '%20')}")
    assert answer.body == (every_kind / path).read_bytes()
    assert answer.headers["Content-Type"] == "application/pdf"


ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Server": "nginx",
}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/meetings/", 200),
        ("/meetings", 301),
        ("/none", 404),
        ("/.git/config", 404),
        ("/data/file.csv", 200),
        ("/%00", 400),
    ],
)
def test_what_every_answer_says(server: NginxServer, path: str, status: int) -> None:
    answer = server.get(path)
    assert answer.status == status
    assert {name: answer.headers.get_all(name) for name in ALWAYS} == {n: [v] for n, v in ALWAYS.items()}
    assert len(answer.headers.get_all("Content-Security-Policy", [])) == 1
    assert answer.headers.get_all("Cache-Control") == ["no-cache"]


def test_how_long_browsers_keep_what_pages_load(server: NginxServer, every_kind: Path) -> None:
    for path in sorted(every_kind.glob("assets/**/*.*")):
        answer = server.get(f"/{path.relative_to(every_kind).as_posix()}")
        kept = "31536000, immutable" if path.name.endswith(".min.css") else "600"
        assert answer.headers["Cache-Control"] == f"public, max-age={kept}", path
    for gone in ("main.01234567.min.css", "bcbsite.css.none"):
        assert server.get(f"/assets/stylesheets/{gone}").headers["Cache-Control"] == "no-cache"
    assert server.get("/search/index.bin").headers["Cache-Control"] == "no-cache"
    for path in (every_kind / "search").glob("*/*.bin"):
        answer = server.get(f"/search/{path.parent.name}/{path.name}")
        assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"


def test_an_erased_address_is_gone_and_nothing_is_said_of_it(server: NginxServer) -> None:
    answer = server.get("/people/robin-hale/")
    assert (answer.status, b"robin" in answer.body.lower()) == (410, False)
    assert server.get("/people/robin-hall/").status == 404


def test_the_page_for_errors(server: NginxServer, every_kind: Path) -> None:
    page = (every_kind / "404.html").read_bytes()
    for path in ("/none", "/meetings/none/", "/none.pdf", "/assets/", "/404.html", "/index.html/"):
        answer = server.get(path)
        assert (path, answer.status, answer.body) == (path, 404, page)
        assert answer.headers["Content-Security-Policy"] == POLICY
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/meetings", "/meetings/"),
        ("/meetings/2022-02-10", "/meetings/2022-02-10/"),
        ("/search?q=a", "/search/?q=a"),
    ],
)
def test_an_address_without_its_last_slash(server: NginxServer, path: str, to: str) -> None:
    answer = server.get(path)
    assert (answer.status, answer.headers["Location"]) == (301, to)
    assert server.get(to).status == 200


def test_without_tls_there_is_only_the_way_to_it(server: NginxServer) -> None:
    (server.folder / "html" / ".well-known" / "acme-challenge").mkdir(parents=True)
    (server.folder / "html" / ".well-known" / "acme-challenge" / "token").write_text("answer")
    found = {}
    for path in ("/meetings/?a=b", "/.well-known/acme-challenge/token"):
        connection = HTTPConnection("127.0.0.1", server.plain_port, timeout=10)
        connection.request("GET", path, headers={"Host": "elsewhere.example"})
        response = connection.getresponse()
        found[path] = (response.status, response.headers["Location"], response.read()[:6])
        assert "Strict-Transport-Security" not in response.headers
    assert found["/meetings/?a=b"][:2] == (301, f"https://{NAME}/meetings/?a=b")
    assert found["/.well-known/acme-challenge/token"] == (200, None, b"answer")


@pytest.mark.parametrize(
    "path",
    [
        "/../manifest.json",
        "/%2e%2e/manifest.json",
        "/..%2fmanifest.json",
        "/%2e%2e%2fmanifest.json",
        "/..%252fmanifest.json",
        "/..%5cmanifest.json",
        "/meetings/../../manifest.json",
        "/meetings/..%2f..%2fmanifest.json",
        "//../manifest.json",
        "/./../manifest.json",
        "/manifest.json",
        "/site/../manifest.json",
        "/.git/config",
        "/%2egit/config",
        "/assets/../.git/config",
        "/.git/",
        "/.hidden.html",
        "/link.html",
        "/linked/manifest.json",
        "/linked/site/index.html",
        "/linked/",
        "/link.html%00.html",
        "/../secret.html",
        "https://elsewhere.example/../manifest.json",
    ],
)
def test_nothing_else_is_reached(server: NginxServer, path: str) -> None:
    answer = server.get(path)
    assert answer.status in {400, 404}
    assert SECRET.encode() not in answer.body
    assert not answer.headers["Location"]


def test_the_same_means_reach_what_is_public(server: NginxServer, every_kind: Path) -> None:
    home = (every_kind / "index.html").read_bytes()
    for path in ("/", "/meetings/../", "/%2e/", "/meetings/..%2findex.html", "//index.html", "/%69ndex.html"):
        assert (path, server.get(path).body) == (path, home)
    assert SECRET in (server_releases(server) / RELEASE / "site" / "link.html").read_text()


def server_releases(server: NginxServer) -> Path:
    found = re.search(r"root (\S+)/current/site;", (server.folder / "board.conf").read_text("utf-8"))
    assert found
    return Path(found[1])


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_nothing_can_be_sent(server: NginxServer, method: str) -> None:
    answer = server.get("/meetings/", method)
    assert answer.status == 405
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_log_has_no_queries(server: NginxServer) -> None:
    server.get("/search/?q=prompt+payment", Referer=f"https://{NAME}/search/?q=late+payment")
    server.get("/meetings/?marker")
    server.get("/was/here.html")
    for _ in range(50):
        log = (server.folder / f"{NAME}.log").read_text()
        if '"GET /was/here.html" 404' in log:
            break
        time.sleep(0.05)
    assert '"GET /was/here.html" 404' in log
    assert '"GET /search/" 200' in log
    assert "payment" not in log
    assert "marker" not in log


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    """Two releases whose files have the same names and sizes; the first is online."""
    folder = tmp_path / "releases"
    for at, letter in enumerate("ab"):
        site = folder / letter / "site"
        site.mkdir(parents=True)
        for name, size in {"index.html": 2000, "large.html": 400_000, "small.txt": 20}.items():
            (site / name).write_text(letter * size)
            os.utime(site / name, (1_700_000_000 + at, 1_700_000_000 + at))
    (folder / "a" / "site" / "only.html").write_text("a")
    put_online(folder, "a")
    return folder


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_a_browser_asks_again_and_hears_of_each_change(tmp_path: Path, releases: Path, encoding: str) -> None:
    with running(tmp_path, releases) as server:
        for release in ("a", "b", "a"):
            put_online(releases, release)
            got = server.get("/", Accept_Encoding=encoding)
            body = gzip.decompress(got.body) if encoding == "gzip" else got.body
            assert body == release.encode() * 2000
            etag, modified = got.headers["ETag"], got.headers["Last-Modified"]
            for asked in ({"If_None_Match": etag}, {"If_Modified_Since": modified}):
                again = server.get("/", Accept_Encoding=encoding, **asked)
                assert (again.status, again.body) == (304, b"")
                assert again.headers["Content-Security-Policy"] == POLICY
                assert again.headers["Cache-Control"] == "no-cache"
            put_online(releases, "a" if release == "b" else "b")
            for asked in ({"If_None_Match": etag}, {"If_Modified_Since": modified}):
                assert server.get("/", Accept_Encoding=encoding, **asked).status == 200
        assert server.get("/only.html").status == 404
        put_online(releases, "a")
        assert server.get("/only.html").status == 200
        assert server.get("/small.txt", Range="bytes=0-3").body == b"aaaa"


SIZES = {"/": 2000, "/large.html": 400_000, "/small.txt": 20}
SECONDS = {"a": "20", "b": "21"}
"""When the files of a release were made: the header must be of the same release as the body."""


def read_until(
    server: NginxServer, stop: threading.Event, seen: set[tuple[str, str]], torn: list[object]
) -> None:
    """Ask without pause on one connection until *stop*; note what was *seen*, and what was of no one release."""
    connection = server.connection()
    for path in cycle(SIZES):
        if stop.is_set():
            return
        try:
            connection.request("GET", path, headers={"Host": NAME})
            response = connection.getresponse()
            body = response.read()
        except (OSError, HTTPException) as error:
            torn.append(error)
            return
        release = body[:1].decode()
        second = response.headers["Last-Modified"][-6:-4]
        if (response.status, body, second) != (200, release.encode() * SIZES[path], SECONDS.get(release)):
            torn.append((path, response.status, len(body), set(body), second))
        seen.add((path, release))


def test_each_answer_is_of_one_release(tmp_path: Path, releases: Path) -> None:
    stop = threading.Event()
    seen: set[tuple[str, str]] = set()
    torn: list[object] = []
    with running(tmp_path, releases) as server:
        readers = [threading.Thread(target=read_until, args=(server, stop, seen, torn)) for _ in range(4)]
        for reader in readers:
            reader.start()
        for release in "ba" * 150:
            put_online(releases, release)
            time.sleep(0.005)
        stop.set()
        for reader in readers:
            reader.join(20)
    assert torn == []
    assert seen == {(path, release) for path in SIZES for release in "ab"}


@pytest.mark.browser
def test_the_site_works_in_a_browser(server: NginxServer, every_kind: Path, browser: Browser) -> None:
    complaints: list[str] = []
    with browser.new_context(ignore_https_errors=True) as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        for path in sorted(every_kind.rglob("index.html")):
            answer = page.goto(
                server.address + path.parent.relative_to(every_kind).as_posix().removeprefix(".") + "/"
            )
            assert answer
            assert answer.status == 200
            assert answer.header_value("content-security-policy") == POLICY
        assert page.evaluate("performance.getEntriesByType('navigation')[0].nextHopProtocol") == "h2"
        page.goto(f"{server.address}search/?q=vans")
        expect(page.locator(".bcb-results a").first).to_be_visible()
        page.locator(".bcb-results a").first.click()
        page.locator("#bcb-find").fill("vans")
        expect(page.locator(".bcb-find-panel a").first).to_be_visible()
        page.wait_for_load_state("networkidle")
        assert complaints == []
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'go()'}))")
        page.goto(f"{server.address}none/")
        expect(page.locator("h1")).to_be_visible()
    assert any("Content Security Policy" in complaint for complaint in complaints)


TOKEN = "0f" * 24


@pytest.fixture
def previewed(server: NginxServer, releases_of: Path) -> NginxServer:
    """The server with a preview beside its releases."""
    folder = releases_of.parent / "previews" / TOKEN
    (folder / "search").mkdir(parents=True, exist_ok=True)
    for name in ("index.html", "search/names.json"):
        (folder / name).write_text("merlin")
    (folder.parent / f".{TOKEN}.json").write_text(SECRET)
    return server


def test_a_preview_is_shown_to_whom_has_its_address_and_nowhere_kept(previewed: NginxServer) -> None:
    for name in ("", "search/names.json"):
        answer = previewed.get(f"/preview/{TOKEN}/{name}")
        assert (answer.status, answer.body) == (200, b"merlin")
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Access-Control-Allow-Origin"] is None
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    for address in ("/preview/", "/preview", f"/preview/.{TOKEN}.json", f"/preview/{TOKEN}/none/"):
        answer = previewed.get(address)
        assert answer.status in {301, 404}
        assert SECRET.encode() not in answer.body
    assert previewed.get("/").headers["X-Robots-Tag"] is None
    assert TOKEN not in kept_by(previewed)


# How else the address can be written that nobody may find in a log, and what is answered.
ODD = {
    "//preview/{}/": 200,
    "/%70review/{}/": 200,
    "/./preview/{}/": 200,
    "/people/../preview/{}/": 200,
    "/preview%2f{}/": 200,
    "/preview//{}/": 200,
    "/preview/{}/?q=x": 200,
    "https://board.example.org/preview/{}/": 200,
    "https://board.example.org//preview/{}/": 200,
    "//preview/{}/none/": 404,
    "/PREVIEW/{}/": 404,
    "//PREVIEW/{}/": 404,
    "/%50REVIEW/{}/": 404,
    "/previews/{}/": 404,
    "/{}/": 404,
    "/%7B{}%7D/": 404,
    "/x/.{}/": 404,
    "/x/%30{1}/": 404,
    "/preview/{}/%zz": 400,
    "/%zz/{}/": 400,
    "/../preview/{}/": 400,
}


@pytest.mark.parametrize("written", ODD)
def test_no_log_has_the_address_of_a_preview_however_it_is_written(
    previewed: NginxServer, written: str
) -> None:
    for path in logs_of(previewed):
        path.write_bytes(b"")
    assert previewed.get(written.format(TOKEN, TOKEN[1:])).status == ODD[written]
    assert previewed.get("/none/").status == 404
    while "/none/" not in (kept := kept_by(previewed)):
        time.sleep(0.01)
    assert TOKEN[1:] not in kept


def logs_of(server: NginxServer) -> list[Path]:
    return [*server.folder.glob("*.log"), server.folder / "errors"]


def kept_by(server: NginxServer) -> str:
    """What stands in the logs."""
    return "".join(path.read_text("utf-8", "replace") for path in logs_of(server))
