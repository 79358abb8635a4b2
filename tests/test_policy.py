"""A strict content security policy: nothing within a page is executed, and nothing comes from elsewhere."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import served


class Inline(HTMLParser):
    """What a page would have executed or styled from within itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in {"style", "base", "iframe", "object", "embed"} or (
            # Linked data is a block of data, which no browser executes.
            tag == "script" and not values.get("src") and values.get("type") != "application/ld+json"
        ):
            self.found.append(tag)
        self.found += [
            f"{tag} {name}={value}"
            for name, value in attrs
            if name == "style" or name.startswith("on") or (value or "").lower().startswith("javascript:")
        ]


@pytest.mark.parametrize(
    "html",
    [
        "<script>1</script>",
        "<p style='color: red'>",
        "<p onclick=go()>",
        "<style>",
        "<a href=javascript:go()>",
    ],
)
def test_what_would_be_found(html: str) -> None:
    assert Inline(html).found


def test_no_page_has_anything_inline(every_kind: Path, demonstration: Path) -> None:
    pages = [*every_kind.rglob("*.html"), *demonstration.rglob("*.html")]
    assert len(pages) > 150
    assert {str(page): found for page in pages if (found := Inline(page.read_text("utf-8")).found)} == {}


def test_no_script_is_published_that_no_page_loads(every_kind: Path) -> None:
    scripts = every_kind / "assets" / "javascripts"
    found = [path for path in every_kind.rglob("*.*") if path.suffix in {".js", ".map"}]
    assert found
    assert {path.relative_to(scripts).parts[0] for path in found} == {"reading", "search"}


LISTEN = """
addEventListener("securitypolicyviolation", (event) =>
    console.error(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    with browser.new_context() as context:
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page


@pytest.mark.browser
def test_a_violation_is_noticed(page: Page, complaints: list[str], every_kind: Path) -> None:
    with served(every_kind) as address:
        page.goto(address)
        page.evaluate("document.body.setAttribute('onclick', 'go()')")
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'go()'}))")
        page.wait_for_timeout(50)
    assert any("script-src-attr" in complaint for complaint in complaints)
    assert any("script-src-elem" in complaint for complaint in complaints)


@pytest.mark.browser
def test_every_kind_of_page_works_under_the_policy(
    page: Page, complaints: list[str], every_kind: Path
) -> None:
    with served(every_kind) as address:
        for path in sorted(every_kind.rglob("*.html")):
            asked = address + path.relative_to(every_kind).as_posix()
            page.goto(asked, wait_until="load")
            if 'http-equiv="refresh"' in path.read_text("utf-8"):
                page.wait_for_url(lambda url, asked=asked: url != asked)  # type: ignore[misc]
        assert complaints == []


@pytest.mark.browser
def test_the_search_works_under_the_policy(page: Page, complaints: list[str], every_kind: Path) -> None:
    with served(every_kind) as address:
        page.goto(f"{address}search/?q=vans")
        expect(page.locator(".bcb-results a").first).to_be_visible()
        page.goto(f"{address}people/")
        page.locator("#bcb-find").fill("vans")
        expect(page.locator(".bcb-find-panel a").first).to_be_visible()
        page.wait_for_load_state("networkidle")
    assert complaints == []
