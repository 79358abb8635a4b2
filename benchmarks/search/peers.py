"""Other searches over the same text: Material's own, and Pagefind without settings.

Both get the articles of the pages that the search of *site* can lead to, each with its headings and ids, and
nothing of the frame around them.  Pagefind's program is in `pagefind[bin]` on PyPI.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Error, Page

_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_PERMALINK = re.compile(r'<a class="bcb-permalink".*?</a>', re.DOTALL)

_CONFIGURATION = """\
site_name: Records
theme: {name: material, font: false}
plugins: [search]
hooks: [hook.py]
"""
_HOOK = '''\
"""The pages are HTML already."""


def on_page_content(html, page, config, files):
    return page.markdown
'''


def articles(site: Path) -> Iterator[tuple[str, str]]:
    """The address and the article of each page that a passage of the index of *site* is on."""
    pages = set()
    for file in (site / "search").glob("*/texts-*.bin"):
        pages |= {passage[0].partition("#")[0] for passage in json.loads(gzip.decompress(file.read_bytes()))}
    for address in sorted(pages):
        found = _ARTICLE.search((site / address / "index.html").read_text("utf-8"))
        if found:
            yield address, _PERMALINK.sub("", found[1])


def _title(article: str) -> str:
    heading = _HEADING.search(article)
    return re.sub(r"<[^>]+>", "", heading[1]) if heading else ""


def build_material(site: Path, folder: Path) -> Path:
    """A site of MkDocs with Material and its search; the folder it is in."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_CONFIGURATION, "utf-8")
    (folder / "hook.py").write_text(_HOOK, "utf-8")
    for address, article in articles(site):
        title = json.dumps(_title(article))
        _write(folder / "docs" / address / "index.md", f"---\ntitle: {title}\n---\n\n{article}\n")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return folder / "site"


def ask_material(page: Page, query: str) -> list[str]:
    """The addresses that Material's search shows, best first."""
    box = page.locator("input.md-search__input")
    for text, ready in (("", "!document.querySelector('.md-search-result__item')"), (query, "true")):
        box.fill(text)
        box.press("End")  # it listens to keys
        page.wait_for_function(ready)
    try:
        page.wait_for_selector(".md-search-result__item", state="attached", timeout=1500)
    except Error:
        return []  # nothing found
    page.wait_for_timeout(150)
    links = page.eval_on_selector_all(
        ".md-search-result__link", "links => links.map(link => link.href.replace(/[?&]h=[^#]*/, ''))"
    )
    return _sections(links)


def build_pagefind(site: Path, folder: Path) -> Path:
    """The same pages with Pagefind's index; the folder they are in."""
    for address, article in articles(site):
        html = f'<!doctype html><html lang="en"><title>{_title(article)}</title><body>{article}</body></html>'
        _write(folder / address / "index.html", html)
    subprocess.run([sys.executable, "-m", "pagefind", "--silent", "--site", str(folder)], check=True)
    return folder


def ask_pagefind(page: Page, query: str) -> list[str]:
    """The addresses of its results, each page with its three best sections, best first."""
    links = page.evaluate(
        """async (query) => {
            const pagefind = await import(new URL("pagefind/pagefind.js", location).href);
            const found = await pagefind.search(query);
            const pages = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
            const links = pages.flatMap(({ url, sub_results: parts }) => {
                const best = [...parts].sort((a, b) => b.locations.length - a.locations.length);
                return [url, ...best.slice(0, 3).map((part) => part.url)];
            });
            return links.map((link) => new URL(link, location).href);
        }""",
        query,
    )
    return _sections(links)


def _sections(links: Sequence[str]) -> list[str]:
    """Without the link to a page where a section of it follows: the nearer one is what a reader follows."""
    shown = pairwise([*dict.fromkeys(links), ""])
    return [link for link, after in shown if "#" in link or not after.startswith(f"{link}#")]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
