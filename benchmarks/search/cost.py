"""Measures what a search costs whoever asks: bytes, requests and time, in a real browser.

    python benchmarks/search/cost.py SITE [QUERIES.json ...] [--queries 40] [--chromium /usr/bin/chromium]

The queries are words of the site's own passages, chosen alike each time, or the everyday ones of a list, that
need more of the index.  Each is asked in a fresh browser, up to the first results, and then again with the
index at hand.  The server compresses nothing but what is packed already: most send less of the scripts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from playwright.sync_api import Browser, Request, sync_playwright
from quality import serve

_SEED = 2026
_SETTLED = """document.querySelector('.bcb-results li') !== null
    || document.querySelector('.bcb-told').textContent.startsWith('Nothing')"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one query cost."""

    bytes: int
    """Of all files until the first results, the page, styles and scripts too, as sent by the server."""
    search: int
    """Of the index and the search's own scripts."""
    requests: int
    cold: float
    """Milliseconds from the page's request to the first results."""
    warm: float
    """Milliseconds of the same search when all it reads has been read."""


def queries_of(site: Path, count: int) -> list[str]:
    """Two to four words that stand together in a passage of *site*."""
    chosen = random.Random(_SEED)
    files = sorted((site / "search").glob("*/texts-*.bin"))
    found: list[str] = []
    while len(found) < count:
        passages = json.loads(gzip.decompress(chosen.choice(files).read_bytes()))
        words = [word for word in chosen.choice(passages)[-1].split() if word.isalpha() and len(word) > 3]
        if len(words) >= 4:
            start = chosen.randrange(len(words) - 3)
            found.append(" ".join(words[start : start + chosen.randint(2, 4)]))
    return found


def everyday(lists: Sequence[Path]) -> list[str]:
    """The everyday queries of some lists, as quality.py asks them."""
    asked = [query for path in lists for query in json.loads(path.read_text("utf-8"))]
    return list(dict.fromkeys(query["query"] for query in asked if query["kind"] == "everyday"))


def cost_of(browser: Browser, base: str, query: str) -> Cost:
    """What *query* costs in a browser that has nothing of the site yet."""
    context = browser.new_context()
    page = context.new_page()
    sent: list[tuple[bool, int]] = []

    def count(request: Request) -> None:
        of_search = re.search(r"/search/.+\.(?:bin|js)$", request.url) is not None
        sent.append((of_search, request.sizes()["responseBodySize"]))

    page.on("requestfinished", count)
    began = perf_counter()
    page.goto(f"{base}search/?q={query}")
    page.wait_for_function(_SETTLED)
    cold = 1000 * (perf_counter() - began)
    first = list(sent)
    page.wait_for_load_state("networkidle")
    warm = page.evaluate(
        """async (query) => {
            const { Index } = await import(new URL("../assets/javascripts/search/index.js", location).href);
            const index = new Index(new URL(".", location.href.replace(/[?#].*/, "")));
            const ask = async () => {
                const found = await index.search(query);
                return Promise.all(found.matches.slice(0, 10).map(([number]) => index.passage(number)));
            };
            await ask();
            const began = performance.now();
            await ask();
            return performance.now() - began;
        }""",
        query,
    )
    context.close()
    search = sum(size for of_search, size in first if of_search)
    return Cost(sum(size for _, size in first), search, len(first), cold, warm)


def report(name: str, values: Sequence[float], unit: str) -> str:
    """Median and 95th percentile of *values*."""
    return f"{name:<28}{median(values):>10,.0f}{quantiles(values, n=20)[-1]:>10,.0f}  {unit}"


def main() -> None:
    """Ask, and print."""
    parser = argparse.ArgumentParser(description="Measure what a search costs in a browser.")
    parser.add_argument("site", type=Path)
    parser.add_argument("lists", type=Path, nargs="*")
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    with serve(options.site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        queries = everyday(options.lists) or queries_of(options.site, options.queries)
        costs = [cost_of(browser, base, query) for query in queries]
        browser.close()
    print(f"{'':<28}{'median':>10}{'p95':>10}")
    print(report("sent until first results", [cost.bytes / 1000 for cost in costs], "kB"))
    print(report("  index and scripts", [cost.search / 1000 for cost in costs], "kB"))
    print(report("requests", [cost.requests for cost in costs], ""))
    print(report("time until first results", [cost.cold for cost in costs], "ms"))
    print(report("search, all at hand", [cost.warm for cost in costs], "ms"))
    files = list((options.site / "search").rglob("*.bin"))
    print(f"{len(files):,} files of the index, {sum(path.stat().st_size for path in files) / 1e6:,.1f} MB")


if __name__ == "__main__":
    main()
