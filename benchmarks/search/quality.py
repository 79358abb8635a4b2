"""Asks the search page of a built site questions whose answers are known, in a real browser.

    python benchmarks/search/quality.py SITE QUERIES.json [--chromium /usr/bin/chromium] [--misses]

A query has a kind, `lexical` or `everyday`, and the addresses of passages that answer it.  For each kind it
prints how often a right page, item or passage is first or in the first three, and the mean reciprocal rank.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

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


def ask_all(site: Path, queries: Sequence[dict[str, Any]], chromium: str) -> Iterator[Asked]:
    """Each of *queries* with the addresses that the search page of *site* shows for it, best first."""
    with serve(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{base}search/")
        for query in queries:
            found = [link.removeprefix(base) for link in ask(page, query["query"])]
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


def report(asked: Sequence[Asked]) -> Iterator[str]:
    """A line for each kind and level."""
    yield f"{'kind':<10}{'level':<9}{'queries':>8}{'first':>8}{'in 3':>8}{'MRR':>8}"
    for kind in dict.fromkeys(each.kind for each in asked):
        of_kind = [each for each in asked if each.kind == kind]
        for level in _LEVELS:
            ranks = [rank(each, level) for each in of_kind]
            first = sum(place == 1 for place in ranks) / len(ranks)
            three = sum(place is not None and place <= 3 for place in ranks) / len(ranks)
            mean = sum(1 / place for place in ranks if place) / len(ranks)
            yield f"{kind:<10}{level:<9}{len(ranks):>8}{first:>8.0%}{three:>8.0%}{mean:>8.2f}"


def main() -> None:
    """Ask, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument(
        "--misses", action="store_true", help="print the queries whose answer is not in the first three"
    )
    options = parser.parse_args()
    asked = list(ask_all(options.site, json.loads(options.queries.read_text("utf-8")), options.chromium))
    print("\n".join(report(asked)))
    if options.misses:
        for each in asked:
            if (rank(each, "passage") or 99) > 3:
                print(f"{each.kind} {each.query!r}: {list(each.answers[:2])}, not {list(each.found[:3])}")


if __name__ == "__main__":
    main()
