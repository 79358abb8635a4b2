"""The preview: a real server, real files that are saved, mistakes on the page, the last good page kept."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from mkdocs.config.defaults import MkDocsConfig

from bcbsite.host.build import load_configuration, plugin_of
from bcbsite.host.live import LiveSite
from bcbsite.host.resources import CONFIG
from conftest import MINUTES, NOW, build, write

BANNER = "The records have mistakes"
M = "meetings/2022-02-10/minutes.md"

# A shell that runs the tests in the background has all that they start ignore control-C.
_SERVE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from bcbsite.cli.main import main
main()
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, text: str, mistakes: bool = False) -> str:
    """The page at *url* once it has *text*, and tells of mistakes or not; it takes a moment to be made."""
    page, ends = "", time.monotonic() + 30
    while time.monotonic() < ends:
        try:
            page = urlopen(url, timeout=5).read().decode()
        except (URLError, TimeoutError, ConnectionError):
            page = ""
        if text in page and (BANNER in page) == mistakes:
            return page
        time.sleep(0.2)
    raise AssertionError(f"{text!r} never came; the page is {page[:2000]!r}")


@pytest.fixture
def _first_content(tmp_path: Path) -> None:
    """The preview begins with mistakes."""
    write(tmp_path / "content", {"board.yaml": "nmae: The Board\narea: Kent\n"})


@pytest.fixture
def address(tmp_path: Path, _first_content: None, request: pytest.FixtureRequest) -> Iterator[str]:
    """A preview of the content in the present folder, with the options that a test asks for."""
    place = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-c", _SERVE, "serve", "--address", place, *getattr(request, "param", ())]
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=tmp_path, stdout=log, stderr=log)
        yield f"http://{place}/"
        os.kill(server.pid, signal.SIGINT)
        assert server.wait(20) == 0


def test_a_mistake_is_shown_over_the_last_good_page(tmp_path: Path, address: str) -> None:
    minutes = f"{address}meetings/2022-02-10/minutes/"
    write(tmp_path / "content", {M: MINUTES})
    wait_for(minutes, "The Board noted the report.")
    write(tmp_path / "content", {M: MINUTES.replace("noted", "approved")})
    wait_for(minutes, "The Board approved the report.")
    write(tmp_path / "content", {M: MINUTES.replace("2022-02-10", "2022-02-31")})
    page = wait_for(minutes, "content/meetings/2022-02-10/minutes.md:2:7", mistakes=True)
    assert "The Board approved the report." in page
    assert "BCB206" in (tmp_path / "log").read_text()
    write(tmp_path / "content", {M: MINUTES})
    wait_for(minutes, "The Board noted the report.")
    log = (tmp_path / "log").read_text()
    assert f"The preview is at {address} while this runs" in log
    assert "The mistakes are mended" in log


def test_a_preview_can_begin_with_mistakes(tmp_path: Path, address: str) -> None:
    wait_for(address, "Did you mean “name”?", mistakes=True)
    write(tmp_path / "content", {})
    wait_for(address, "We do not hold any records of meetings yet.")


def test_the_account_stands_on_the_page_of_a_record_in_the_preview_alone(
    tmp_path: Path, address: str
) -> None:
    moved = MINUTES + "\n1.2 Jo Bennett moved that boats be bought.\n"
    write(tmp_path / "content", {M: moved})
    page = wait_for(f"{address}meetings/2022-02-10/minutes/", "Jo Bennett moved")
    assert "What was read: 1 item, 2 paragraphs, 1 decision, 1 date. 1 thing was not understood." in page
    assert '<a href="#p1-2">Line 10</a>' in page
    assert "bcb-account" not in wait_for(f"{address}meetings/", "2022")
    site = build(tmp_path / "content", tmp_path / "site")
    assert not [path for path in site.rglob("*.html") if "bcb-account" in path.read_text("utf-8")]


DRAFT = MINUTES.replace("approved", "draft")


@pytest.mark.parametrize("address", [["--drafts"]], indirect=True)
def test_drafts_are_shown_where_they_are_asked_for(tmp_path: Path, address: str) -> None:
    write(tmp_path / "content", {M: DRAFT})
    page = wait_for(f"{address}meetings/2022-02-10/minutes/", "The Board noted the report.")
    assert "Preview: not the public site" in page
    assert "1 record is not public: 1 draft. They are shown here." in (tmp_path / "log").read_text()


def test_a_preview_without_drafts_says_how_many_there_are(tmp_path: Path, address: str) -> None:
    write(tmp_path / "content", {M: DRAFT})
    wait_for(address, "We do not hold any records of meetings yet.")
    assert "1 record is not public: 1 draft. With --drafts they are shown." in (tmp_path / "log").read_text()


def test_each_file_that_is_asked_for_is_as_in_a_build(demonstration: Path, tmp_path: Path) -> None:
    pages = demonstration.parent / "content" / "pages"
    keys = {"docs_dir": str(pages.resolve()), "site_dir": str(tmp_path)}

    def configure() -> MkDocsConfig:
        return load_configuration(str(CONFIG), keys)

    plugin = plugin_of(configure())
    plugin.drafts, plugin.is_live = False, True
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        site = LiveSite(demonstration.parent / "content", tmp_path, configure, plugin)
        assert not list(tmp_path.rglob("*.html"))
        built = [path for path in demonstration.rglob("*") if path.is_file()]
        assert len(built) > 400
        for path in built:
            address = path.relative_to(demonstration).as_posix()
            site.make(address)
            assert (tmp_path / address).read_bytes() == path.read_bytes(), address
    assert len(built) == sum(path.is_file() for path in tmp_path.rglob("*"))
    posts = (tmp_path / "posts" / "index.html").read_text("utf-8")
    assert '<a href="../people/" aria-current="true">People</a>' in posts, "the shell is that of its folder"
