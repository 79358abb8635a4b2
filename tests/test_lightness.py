"""What a page weighs and how it loads: over a server that packs what it sends, as a real one does."""

import gzip
import re
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, Page, Response

from audit import TABLE, lighthouse
from conftest import Handler, listed, served

pytestmark = pytest.mark.browser

LIMIT = 120_000
"""The bytes that any page may weigh with all it needs; the answers of the search too, in so small an archive."""
STILL = 0.005
"""How far a page may move while it loads, as browsers count it: a twentieth of what Google still calls good. A word
that arrives later than its line is painted moves what stands beside it, and nobody sees that."""


class _Packed(Handler):
    """Sends text packed, and lets browsers keep it."""

    def do_GET(self) -> None:  # noqa: N802
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        data, kind = file.read_bytes(), self.guess_type(file)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if kind.startswith("text/") or kind.endswith(("javascript", "json", "xml")):
            data = gzip.compress(data, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(data)


_PIECE = re.compile(
    rb"(?=<(?:nav|main|form|button|h1|section|footer)\b)|(?<=</figure>)|(?<=</svg>)|(?<=</dd>)"
)


class _InPieces(Handler):
    """Sends pages as a slow line does: piece by piece, the first 24 with a pause for the browser to paint."""

    def do_GET(self) -> None:  # noqa: N802
        file = Path(self.translate_path(self.path)) / "index.html"
        if not file.is_file():
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for piece in _PIECE.split(file.read_bytes(), maxsplit=24):
            self.wfile.write(piece)
            time.sleep(0.04)


@pytest.fixture(scope="module")
def address(demonstration: Path) -> Iterator[str]:
    """Where the demonstration is served, packed."""
    with served(demonstration, _Packed) as found:
        yield found


@pytest.fixture(scope="module")
def slow_address(demonstration: Path) -> Iterator[str]:
    """Where the demonstration is served piece by piece."""
    with served(demonstration, _InPieces) as found:
        yield found


PAGES = (
    "",
    "meetings/2021-10-12/minutes/",
    "meetings/2019-09-18/papers/06-investment-in-prevention/",
    "actions/",
    "decisions/",
    "search/",
    "search/?q=police",
)

_SHIFTS = """() => new Promise(done => {
    new PerformanceObserver(list => done(list.getEntries().map(({value, sources}) =>
        [value, sources.map(({node}) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 80)).join(' ')])))
        .observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done([]), 100);
})"""


def _shifts(page: Page) -> tuple[float, list[str]]:
    """How far what *page* shows has moved in all, and each time what moved."""
    shifts = page.evaluate(_SHIFTS)
    return sum(value for value, _ in shifts), [f"{value:.4f} {what}" for value, what in shifts]


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_are_light_and_still(browser: Browser, address: str, width: int) -> None:
    findings = []
    for name in PAGES:
        # A new context for each, since the browser would keep what it has loaded.
        with browser.new_context(viewport={"width": width, "height": 800}) as context:
            page = context.new_page()
            responses: list[Response] = []
            page.on("response", lambda response, to=responses: to.append(response))
            page.goto(address + name, wait_until="networkidle")
            page.wait_for_timeout(200)
            foreign = [each.url for each in responses if not each.url.startswith(("data:", address))]
            weight = sum(int(each.headers.get("content-length", 0)) for each in responses)
            moved, how = _shifts(page)
        TABLE.note(f"/{name}", f"bytes {width}", weight)
        TABLE.note(f"/{name}", f"shift {width}", f"{moved:.4f}")
        findings += [f"/{name} asks {url}" for url in foreign]
        if moved > STILL:
            findings.append(f"/{name} moves: {how}")
        if weight > LIMIT:
            findings.append(f"/{name} weighs {weight} bytes")
        assert weight > 10_000
    assert not findings, listed(findings)


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_are_still_while_they_come_in_pieces(browser: Browser, slow_address: str, width: int) -> None:
    findings = []
    for name in (name for name in PAGES if "?" not in name):
        with browser.new_context(viewport={"width": width, "height": 800}) as context:
            page = context.new_page()
            page.goto(slow_address + name, wait_until="networkidle")
            moved, how = _shifts(page)
        TABLE.note(f"/{name}", f"slow shift {width}", f"{moved:.4f}")
        if moved > STILL:
            findings.append(f"/{name} moves: {how}")
    assert not findings, listed(findings)


SCORED = ("meetings/2021-10-12/minutes/", "search/?q=police")


def test_lighthouse_scores_at_least_95(address: str) -> None:
    """On a telephone as Lighthouse reckons it. Its performance is shown and not judged, since it is reckoned from the
    processor time that this machine spent meanwhile: what a page can do about it is held by the tests above."""
    browser = which("chromium")
    if not browser:
        pytest.skip("Lighthouse needs a Chromium of the system")
    runs = lighthouse([address + name for name in SCORED], browser)
    assert len(runs) == len(SCORED)
    findings = []
    for run in runs:
        findings += [f"{run['url']}: {run['error']}"] if run.get("error") else []
        for category, score in run["scores"].items():
            TABLE.note(f"/{run['url'].removeprefix(address)}", category, score)
            if category != "performance" and (score or 0) < 95:
                findings.append(f"{run['url']} {category} {score}: {run['below']}")
    assert not findings, listed(findings)
