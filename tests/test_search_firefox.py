"""Search in Firefox, as Chromium is not the only browser: one walk from a word to the paragraph.

Firefox is driven by its own protocol, Marionette: messages are `length:[0, number, command, parameters]`, answers
`length:[1, number, error, result]` (firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
"""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
START = 120
"""Seconds until it must have started, on a machine that has much to do."""


class Firefox:
    """A session of a running Firefox."""

    def __init__(self, port: int) -> None:
        deadline = time.monotonic() + START
        while True:
            try:
                self._socket = socket.create_connection(("127.0.0.1", port), timeout=START)
                break
            except ConnectionRefusedError:
                assert time.monotonic() < deadline, "Firefox does not answer"
                time.sleep(0.2)
        self._number = 0
        self._read()  # it says what it is
        self.ask("WebDriver:NewSession", {})

    def ask(self, command: str, parameters: dict[str, Any]) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._read()
        assert not error, error
        return result

    def run(self, script: str) -> Any:
        return self.ask("WebDriver:ExecuteScript", {"script": script, "args": []})["value"]

    def wait(self, script: str) -> Any:
        deadline = time.monotonic() + 30
        while not (found := self.run(script)):
            assert time.monotonic() < deadline, script
            time.sleep(0.1)
        return found

    def element(self, selector: str) -> str:
        found = self.ask("WebDriver:FindElement", {"using": "css selector", "value": selector})
        return str(next(iter(found["value"].values())))

    def _read(self) -> Any:
        length = b""
        while (byte := self._socket.recv(1)) != b":":
            assert byte, "Firefox has ended"
            length += byte
        data = b""
        while len(data) < int(length):
            data += self._socket.recv(int(length) - len(data))
        return json.loads(data)


@pytest.fixture
def firefox(tmp_path: Path) -> Iterator[Firefox]:
    if FIREFOX is None:
        pytest.skip("Firefox is not installed (firefox-esr in Debian)")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (tmp_path / "user.js").write_text(f'user_pref("marionette.port", {port});\n')
    command = [FIREFOX, "--headless", "--marionette", "--no-remote", "--profile", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield Firefox(port)
    finally:
        process.terminate()
        process.wait(30)


def test_typing_finds_the_paragraph_and_leads_to_it(firefox: Firefox, address: str) -> None:
    firefox.ask("WebDriver:Navigate", {"url": f"{address}search/"})
    firefox.ask("WebDriver:ElementSendKeys", {"id": firefox.element("#bcb-query"), "text": "prompt payment"})
    first = firefox.wait("return document.querySelector('.bcb-results a')?.href")
    assert first == f"{address}meetings/2020-09-29/minutes/#p5-3"
    assert firefox.wait("return document.querySelector('.bcb-filters summary')?.textContent") == "Kind"
    firefox.ask("WebDriver:ElementClick", {"id": firefox.element(".bcb-results a")})
    top, height = firefox.wait(
        "const found = document.querySelector('#p5-3');"
        "return found && [found.getBoundingClientRect().top, innerHeight]"
    )
    assert 0 <= top < height
    assert firefox.ask("WebDriver:GetCurrentURL", {})["value"] == first
