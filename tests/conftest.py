"""What the tests share: contents to read, sites that are built once, and skips that CI does not forgive."""

import os
import re
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

from bcbsite.host.build import build_site
from bcbsite.pipeline import Loaded, load

os.environ.pop("BCBSITE_URL", None)  # the address of a site that is published from here

REPOSITORY = Path(__file__).resolve().parent.parent
REAL = Path(os.environ.get("BCBSITE_REAL", REPOSITORY.parent / "shared" / "real"))
"""Real records in the contract, with `facts.json`, which says what a correct reader finds in them."""

NOW = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
"""The moment that the tests' sites are made for."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the pages that are expected anew")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """In CI everything that tests need is there, so that a skip is a failure; what must still fail is no skip."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"Skipped, which CI does not allow: {report.longrepr}"
    return report


@pytest.fixture(scope="session", autouse=True)
def _no_results_of_before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Neither use nor change what is kept between the runs of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


COUNTED: list[str] = []
"""What tests that count something have counted, a line each."""


@pytest.fixture
def tell() -> Callable[[str], None]:
    """Notes a line that is printed when all tests have run."""
    return COUNTED.append


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send what was counted from a process that ran some of the tests to the one that tells of all."""
    from audit import TABLE

    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput |= {"counted": COUNTED, "cells": TABLE.cells}


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take it from there; a process that broke down sends nothing, and that is told by pytest."""
    from audit import TABLE

    sent = getattr(node, "workeroutput", {})
    COUNTED.extend(sent.get("counted", ()))
    for row, cells in sent.get("cells", {}).items():
        for column, value in cells.items():
            TABLE.note(row, column, value)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was counted, and what the tests of accessibility and lightness looked at."""
    from audit import TABLE

    if COUNTED:
        terminalreporter.section("counted")
        terminalreporter.write_line("\n".join(COUNTED))
    if TABLE.cells:
        terminalreporter.section("pages, looked at")
        terminalreporter.write_line("\n".join(TABLE.lines()))


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each test runs in an empty folder, so that none leans on the checkout it lies in."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def real() -> Path:
    """The real content."""
    if not (REAL / "facts.json").is_file():
        pytest.skip("the real records are not beside this checkout (BCBSITE_REAL names their folder)")
    return REAL / "content"


MINUTES = """---
date: 2022-02-10
status: approved
---

## 1. Welcome

1.1 The Board noted the report.
"""


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write *files*, by their paths, below *folder*; a board is added where there is none."""
    for name, text in {"board.yaml": "name: The Board\narea: Kent\n", **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Writes a content folder of its own for the test."""
    return lambda files: write(tmp_path / "content", files)


def listed(findings: list[str]) -> str:
    """The findings, those on many pages once."""
    same = Counter(finding.split(" ", 1)[-1] for finding in findings)
    return "\n".join(f"{times} × {finding}" for finding, times in same.most_common(60))


def load_all(folder: Path) -> Loaded:
    """The content in *folder*, of which nothing may be wrong."""
    loaded = load(folder, NOW)
    assert loaded.public, [str(d) for d in loaded.diagnostics]
    return loaded


def build(folder: Path, site: Path) -> Path:
    """Build the site of the content in *folder* with the configuration that comes with the package."""
    build_site(load_all(folder), folder, site)
    return site


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the demonstration content."""
    folder = tmp_path_factory.mktemp("demonstration")
    shutil.copytree(REPOSITORY / "content", folder / "content")
    return build(folder / "content", folder / "site")


@pytest.fixture(scope="session")
def real_site(real: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real content."""
    return build(real, tmp_path_factory.mktemp("real") / "site")


OLD = """old/moved.html: meetings/2022-02-10/
old/gone.html: {gone: It was a test.}
"""


@pytest.fixture(scope="session")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with every kind of page."""
    from test_golden import CONTENT

    folder = tmp_path_factory.mktemp("every-kind")
    return build(write(folder / "content", {**CONTENT, "redirects.yaml": OLD}), folder / "site")


# Chromium would ask its maker's servers for news of itself.
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


NGINX_CONF = REPOSITORY / "deploy" / "nginx.conf"
"""The configuration of the web server, which says under which policy pages are sent."""

POLICY = re.findall(r'default +"(default-src [^"]+)"', NGINX_CONF.read_text("utf-8"))[0]
"""The content security policy under which the browser meets every page: nothing within a page is executed."""


class Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@contextmanager
def served(site: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """The address at which *site* is served meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def address(demonstration: Path) -> Iterator[str]:
    """Where the demonstration is served."""
    with served(demonstration) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=which("chromium"), args=QUIET)
        except Error as error:
            pytest.skip(f"no browser can be started: {error.message.splitlines()[0]}")
        yield started
        started.close()
