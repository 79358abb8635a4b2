"""Asks the search page of a built site questions whose answers are known, in a real browser.

    python benchmarks/search/quality.py SITE QUERIES.json ... [--peers] [--halves] [--misses]

A query has a kind, `lexical` or `everyday`, and the addresses of passages that answer it.  For each list and
kind it prints how often a right page, item or passage is first or in the first three, and the mean reciprocal
rank; with --peers beside Material's own search and Pagefind over the same pages.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from peers import ask_material, ask_pagefind, build_material, build_pagefind
from playwright.sync_api import Page, sync_playwright

_DEPTH = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with what came of it."""

    kind: str
    query: str
    answers: Sequence[str]
    found: Sequence[str]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """The address at which *site* is served meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@dataclass(frozen=True, slots=True)
class Search:
    """A search that is asked through a page of its own."""

    name: str
    site: Path
    page: str
    """The page to open, below the site."""
    ask: Callable[[Page, str], list[str]]
    """What it shows for a query: addresses, best first."""


def searches(site: Path, folder: Path | None) -> Iterator[Search]:
    """That of *site*, and the peers, which are built in *folder*."""
    yield Search("bcbsite", site, "search/", ask)
    if folder:
        yield Search("Material", build_material(site, folder / "material"), "", ask_material)
        yield Search("Pagefind", build_pagefind(site, folder / "pagefind"), "", ask_pagefind)


def ask_all(search: Search, queries: Sequence[dict[str, Any]], chromium: str) -> Iterator[Asked]:
    """Each of *queries* with the addresses that *search* shows for it, best first."""
    with serve(search.site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(base + search.page)
        for query in queries:
            found = [link.removeprefix(base) for link in search.ask(page, query["query"])]
            yield Asked(query["kind"], query["query"], query["answers"], found)
        browser.close()


def ask(page: Page, query: str) -> list[str]:
    """The addresses of the results that the page shows for *query*, when it has settled."""
    page.evaluate("document.querySelector('.bcb-results').replaceChildren()")
    page.fill("#bcb-query", query)
    page.press("#bcb-query", "Enter")
    page.wait_for_function(
        "!document.querySelector('[role=status].bcb-told').textContent.includes('Searching')", timeout=20_000
    )
    page.wait_for_load_state("networkidle")
    links: list[str] = page.eval_on_selector_all(".bcb-results a", "links => links.map(link => link.href)")
    return links


def passage(address: str) -> str:
    """A passage belongs to the numbered paragraph before it."""
    return re.sub(r"(#p[\d-]+(?:-r\d+)?)-n\d+$", r"\1", address)


def item(address: str) -> str:
    """The page, and the item by the first number of the paragraph."""
    page, _, anchor = address.partition("#")
    number = re.match(r"(?:p|item-)(\d+)", anchor)
    return f"{page}#{number[1] if number else anchor}"


_LEVELS = {"page": lambda address: address.partition("#")[0], "item": item, "passage": passage}


def rank(asked: Asked, level: str) -> int | None:
    """The place of the first right answer, counted from 1."""
    of = _LEVELS[level]
    right = {of(answer) for answer in asked.answers}
    places = [n for n, found in enumerate(asked.found[:_DEPTH], 1) if of(found) in right]
    return places[0] if places else None


def report(asked: Sequence[Sequence[Asked]]) -> Iterator[str]:
    """A line for each kind and level, with the figures of each search beside one another."""
    for kind in dict.fromkeys(each.kind for each in asked[0]):
        for level in _LEVELS:
            figures = ""
            for by_one in asked:
                ranks = [rank(each, level) for each in by_one if each.kind == kind]
                first = sum(place == 1 for place in ranks) / len(ranks)
                three = sum(place is not None and place <= 3 for place in ranks) / len(ranks)
                mean = sum(1 / place for place in ranks if place) / len(ranks)
                figures += f"{first:>9.0%}{three:>7.0%}{mean:>7.2f}"
            yield f"{kind:<10}{level:<9}{len(ranks):>7}{figures}"


def misses(asked: Sequence[Asked]) -> Iterator[str]:
    """The queries whose answer is not in the first three."""
    for each in asked:
        if (rank(each, "passage") or 99) > 3:
            yield f"{each.kind} {each.query!r}: {list(each.answers[:2])}, not {list(each.found[:3])}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path, nargs="+")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--peers", action="store_true", help="also ask Material's search and Pagefind")
    parser.add_argument(
        "--halves",
        action="store_true",
        help="report every other query apart, and print misses of one half alone",
    )
    parser.add_argument(
        "--misses", action="store_true", help="print the queries whose answer is not in the first three"
    )
    return parser.parse_args()


def main() -> None:
    """Ask, and print."""
    options = _arguments()
    lists = {path: json.loads(path.read_text("utf-8")) for path in options.queries}
    with TemporaryDirectory() as folder:
        asking = list(searches(options.site, Path(folder) if options.peers else None))
        print(f"{'':<26}" + "".join(f"{search.name:>23}" for search in asking))
        print(f"{'kind':<10}{'level':<9}{'queries':>7}" + f"{'first':>9}{'in 3':>7}{'MRR':>7}" * len(asking))
        for path, queries in lists.items():
            asked = [list(ask_all(search, queries, options.chromium)) for search in asking]
            halves = {"": slice(None)}
            if options.halves:
                halves = {" (looked at)": slice(0, None, 2), " (as it falls)": slice(1, None, 2)}
            for name, half in halves.items():
                print("\n".join((path.stem + name, *report([by_one[half] for by_one in asked]))))
            if options.misses:
                print("\n".join(misses(asked[0][:: 1 + options.halves])))


if __name__ == "__main__":
    main()
