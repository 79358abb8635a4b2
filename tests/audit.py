"""What the tests of accessibility and lightness share: the pages they look at, and the tools that look."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from bcbsite.pages.page import Page as SitePage
from conftest import REPOSITORY, Handler

TOOLS = REPOSITORY / "tests" / "browser"
"""The folder of the tools that npm brings; `tests/install-checkers.sh` fills it."""

LOOKS = ((1280, "light"), (390, "dark"))
"""Each width and each colour scheme, once: what a page's colours are does not depend on its width."""
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

# `target-size` is the one rule for WCAG 2.2 AA, and off unless it is asked for.
_AXE = """tags => axe.run(document, {
    runOnly: {type: 'tag', values: tags},
    rules: {'target-size': {enabled: true}},
    resultTypes: ['violations'],
}).then(({violations, passes, incomplete, inapplicable}) => ({
    ran: [violations, passes, incomplete, inapplicable].flat().map(rule => rule.id),
    findings: violations.flatMap(({id, nodes}) => nodes.map(node =>
        `${id}: ${node.target.join(' ')}: ${node.failureSummary.split('\\n').slice(1).join(';')}`)),
}))"""

# What the demonstration has no page for.
REDIRECTS = """
meetings/2021-10-13/: meetings/2021-10-12/
meetings/2021-10-14/:
  gone: It was published by mistake.
"""


def with_every_kind(content: Path) -> Path:
    """The demonstration in the new folder *content*, with what makes a page of each kind."""
    shutil.copytree(REPOSITORY / "content", content)
    with (content / "redirects.yaml").open("a", encoding="utf-8") as file:
        file.write(REDIRECTS)
    return content


def one_of_each(pages: Iterable[SitePage], site: Path) -> list[SitePage]:
    """The longest page of each template, and what else has an element or class that no longer page has.

    So a new kind of page is looked at, and a new component, without a line here.
    """
    chosen, seen = [], set[str]()
    for page in sorted(pages, key=lambda page: (-(site / page.file).stat().st_size, page.address)):
        text = (site / page.file).read_text("utf-8")
        marks = {page.template} | set(re.findall(r"<(\w+)", text))
        for name, classes in re.findall(r'<(\w+)[^>]* class="([^"]*)"', text):
            marks |= {f"{name}.{each}" for each in classes.split()}
        if not marks <= seen:
            chosen.append(page)
            seen |= marks
    return chosen


class Still(Handler):
    """Sends pages without what leads readers on from them, so that whoever looks at one stays there."""

    def do_GET(self) -> None:  # noqa: N802
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix != ".html" or not file.is_file():
            super().do_GET()
            return
        data = re.sub(rb'<meta http-equiv="refresh"[^>]*>', b"", file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def axe(page: Page) -> list[str]:
    """What axe finds on the page as it stands now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate((_installed("axe-core") / "axe.min.js").read_text("utf-8"))
    result: Mapping[str, Any] = page.evaluate(_AXE, list(TAGS))
    assert "target-size" in result["ran"]
    findings: list[str] = result["findings"]
    return findings


def html_errors(site: Path) -> list[str]:
    """What the Nu HTML Checker says of all pages below *site*, in one run."""
    if not shutil.which("java"):
        pytest.skip("the HTML checker needs Java, which is not installed")
    jar = _installed("vnu-jar") / "build" / "dist" / "vnu.jar"
    run = subprocess.run(
        ["java", "-jar", jar, "--format", "json", "--skip-non-html", site],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    found = json.loads(run.stderr)["messages"]
    return [f"{m['url'].split(site.name + '/', 1)[-1]}:{m.get('lastLine')}: {m['message']}" for m in found]


def lighthouse(addresses: list[str], browser: str) -> list[dict[str, Any]]:
    """Lighthouse's scores of *addresses*, with the program *browser*."""
    _installed("lighthouse")
    run = subprocess.run(
        ["node", TOOLS / "lighthouse.mjs", *addresses],
        env=os.environ | {"CHROME_PATH": browser},
        capture_output=True,
        text=True,
        timeout=60 + 60 * len(addresses),
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def _installed(package: str) -> Path:
    folder = TOOLS / "node_modules" / package
    if not folder.is_dir():
        pytest.skip(f"{package} is not installed (sh tests/install-checkers.sh)")
    return folder


@dataclass
class Table:
    """What was looked at, for the end of the run: a row for each page, a column for each look."""

    cells: dict[str, dict[str, str]] = field(default_factory=dict)

    def note(self, row: str, column: str, value: object) -> None:
        """Write *value* into the cell."""
        self.cells.setdefault(row, {})[column] = str(value)

    def lines(self) -> list[str]:
        """The table as text."""
        columns = list(dict.fromkeys(column for row in self.cells.values() for column in row))
        wide = max(map(len, self.cells), default=0)
        head = " " * wide + "".join(f"  {column}" for column in columns)
        return [head, *(self._line(row, columns, wide) for row in self.cells)]

    def _line(self, row: str, columns: list[str], wide: int) -> str:
        return row.ljust(wide) + "".join(f"  {self.cells[row].get(c, ''):>{len(c)}}" for c in columns)


TABLE = Table()
