"""WCAG 2.2 AA as far as a machine can tell, on every kind of page: wide and narrow, light and dark."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from audit import LOOKS, TABLE, Still, axe, html_errors, one_of_each, with_every_kind
from bcbsite.pages.page import Page as SitePage
from bcbsite.pages.site import SitePages
from conftest import REPOSITORY, build, listed, load_all, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_every_kind(tmp_path_factory.mktemp("kinds") / "content")


@pytest.fixture(scope="module")
def site(content: Path) -> Path:
    return build(content, content.parent / "site")


@pytest.fixture(scope="module")
def pages(content: Path, site: Path) -> list[SitePage]:
    everything = load_all(content).public
    assert everything
    return one_of_each(SitePages(everything).all, site)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site, Still) as found:
        yield found


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all, since a new one takes as long as a look."""
    with browser.new_context(reduced_motion="reduce", bypass_csp=True) as context:
        yield context.new_page()


def name_of(page: SitePage) -> str:
    return f"{page.template.removesuffix('.html')}: /{page.address}"


def test_every_kind_of_page_is_looked_at(pages: list[SitePage]) -> None:
    templates = {path.name for path in (REPOSITORY / "theme" / "pages").iterdir()}
    assert {page.template for page in pages} == templates


FAULTY = """<!doctype html><html><head><title>Faults</title><link rel="icon" href="data:,"></head><body>
<main><h1>Faults</h1><p style="color: #aaa; transition: color 1s">Faint words</p><input>
<p><button style="all: unset; width: 9px">a</button><button style="all: unset; width: 9px">b</button></p>
<div style="width: 900px">Wide</div></main></body></html>"""


def test_the_tools_find_what_is_planted(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.set_content(FAULTY)
    found = {finding.split(":")[0] for finding in axe(page)}
    assert {"color-contrast", "html-has-lang", "label", "target-size"} <= found
    assert [finding.split()[0] for finding in page.evaluate(_TOO_WIDE)] == ["div."]
    assert page.evaluate(_MOVING) == ["p."]
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(FAULTY.replace("<main>", "<main><li>"), "utf-8")
    assert any("li" in error for error in html_errors(tmp_path / "site"))


def test_axe_finds_nothing(page: Page, address: str, pages: list[SitePage]) -> None:
    findings = []
    for each in pages:
        page.set_viewport_size({"width": LOOKS[0][0], "height": 900})
        page.goto(address + each.address)
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found = axe(page)
            TABLE.note(name_of(each), f"axe {width} {scheme}", len(found))
            findings += [f"/{each.address} {width} {scheme}: {finding}" for finding in found]
    assert not findings, listed(findings)


STATES = {
    "search: results and a filter": "search/?q=police",
    "search: misspelt": "search/?q=constabulery",
    "search: nothing found": "search/?q=qqqqqq",
}


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_in_what_opens(page: Page, address: str, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    findings = []

    def look(state: str) -> None:
        found = axe(page)
        TABLE.note(state, f"axe {width} {scheme}", len(found))
        findings.extend(f"{state}: {finding}" for finding in found)

    for state, where in STATES.items():
        page.goto(address + where)
        expect(page.locator(".bcb-told")).not_to_have_text(re.compile("Searching|^$"))
        page.wait_for_load_state("networkidle")
        open_everything(page)
        look(state)
    page.goto(f"{address}meetings/2021-10-12/minutes/")
    open_everything(page)
    look("minutes: all opened")
    page.goto(f"{address}meetings/")
    page.locator("#bcb-find").fill("prompt payment")
    expect(page.locator(".bcb-find-panel a").first).to_be_visible()
    look("search box: results")
    assert not findings, listed(findings)


def open_everything(page: Page) -> None:
    """Open what opens, the menu too, and the citation of a paragraph."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    if page.locator("#p5-3 a.bcb-number").count():
        page.locator("#p5-3 a.bcb-number").click()


def test_the_html_checker_finds_nothing(site: Path, pages: list[SitePage]) -> None:
    errors = html_errors(site)
    of = Counter(error.split(":")[0] for error in errors)
    for each in pages:
        TABLE.note(name_of(each), "Nu", of[each.file])
    assert not errors, listed(errors)


def test_a_page_says_what_it_is(page: Page, address: str, site: Path, pages: list[SitePage]) -> None:
    findings = []
    for each in pages:
        page.goto(address + each.address)
        said = page.evaluate(
            """() => ({
                lang: document.documentElement.lang,
                h1: [...document.querySelectorAll('h1')].filter(h => h.checkVisibility()).length,
                main: document.querySelectorAll('main').length,
                banner: document.querySelectorAll('body > header, body > * > header').length,
                footer: document.querySelectorAll('footer').length,
                description: !!document.querySelector('meta[name=description]').content,
                zoom: document.querySelector('meta[name=viewport]').content,
            })"""
        )
        expected = {"lang": "en", "h1": 1, "main": 1, "banner": 1, "footer": 1, "description": True}
        findings += [
            f"/{each.address}: {key} is {said[key]}" for key in expected if said[key] != expected[key]
        ]
        assert "maximum-scale" not in said["zoom"]
        assert "user-scalable" not in said["zoom"]
    assert not findings, listed(findings)


def test_no_two_pages_have_one_title(site: Path) -> None:
    titles = Counter(
        re.search("<title>(.*?)</title>", path.read_text("utf-8"), re.DOTALL)[1]  # type: ignore[index]
        for path in sorted(site.rglob("*.html"))
    )
    assert [title for title, times in titles.items() if times > 1] == []


# What is wider than the page and no part of a named region that the keyboard can scroll.
_TOO_WIDE = """() => {
    const scrolls = e => /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth;
    const named = e => e.tabIndex === 0 && e.getAttribute('role') && (e.ariaLabel || e.getAttribute('aria-labelledby'));
    const inRegion = e => { for (let p = e; p; p = p.parentElement) if (scrolls(p)) return named(p); return false; };
    const unseen = e => { for (let p = e; p; p = p.parentElement) if (getComputedStyle(p).clipPath !== 'none') return true; };
    return [...document.body.querySelectorAll('*')].filter(e => e.checkVisibility({visibilityProperty: true})).filter(e => {
        const box = e.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && (box.right > innerWidth + 1 || (box.left < -1 && box.right > 0)) && !inRegion(e) && !unseen(e);
    }).map(e => `${e.localName}.${e.className} from ${e.getBoundingClientRect().left} to ${e.getBoundingClientRect().right}`);
}"""
_SPACED = """p, li, dd, dt, a, td, th, h1, h2, h3, label, summary, button, span {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }"""


def test_at_400_percent_nothing_scrolls_two_ways(page: Page, address: str, pages: list[SitePage]) -> None:
    """1280 by 1024 at 400 % is 320 by 256; with the spacing between letters, words and lines that readers may set."""
    page.set_viewport_size({"width": 320, "height": 256})
    findings = []
    for each in pages:
        page.goto(address + each.address)
        for spacing in ("", "spaced "):
            if spacing:
                page.add_style_tag(content=_SPACED)
            found = page.evaluate(_TOO_WIDE)[:3]
            if (wide := page.evaluate("document.documentElement.scrollWidth")) > 320:
                found.append(f"the page is {wide} wide")
            TABLE.note(name_of(each), f"320 {spacing}".strip(), len(found))
            findings += [f"/{each.address} {spacing}{finding}" for finding in found]
    assert not findings, listed(findings)


def test_what_stays_on_screen_leaves_room(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(f"{address}meetings/2021-10-12/minutes/")
    page.evaluate("window.scrollTo(0, 1000)")
    page.wait_for_timeout(100)
    covered = page.evaluate(
        """() => [...Array(64).keys()].filter(n => {
            for (let e = document.elementFromPoint(160, 4 * n + 2); e; e = e.parentElement)
                if (/fixed|sticky/.test(getComputedStyle(e).position)) return true;
        }).length / 64"""
    )
    assert covered <= 0.4


_MOVING = """() => [...document.querySelectorAll('*')].flatMap(e => ['', '::before', '::after'].map(part => {
        const style = getComputedStyle(e, part || null);
        const longest = list => Math.max(...list.split(',').map(parseFloat));
        const moves = (longest(style.transitionDuration) > 0.01 && style.transitionProperty !== 'none')
            || (longest(style.animationDuration) > 0.01 && style.animationName !== 'none')
            || style.scrollBehavior === 'smooth';
        return moves ? `${e.localName}.${e.classList[0] ?? ''}${part}` : '';
    })).filter(Boolean)"""


def test_nothing_moves_for_those_who_ask(page: Page, address: str, pages: list[SitePage]) -> None:
    moving = set()
    for each in pages:
        page.goto(address + each.address)
        moving |= set(page.evaluate(_MOVING))
    assert sorted(moving) == []


def test_without_javascript_every_page_is_whole(
    browser: Browser, address: str, page: Page, pages: list[SitePage]
) -> None:
    """But for what the search finds: the text of each page, the menu and the list of contents."""
    narrow = {"width": 390, "height": 800}
    page.set_viewport_size(narrow)  # type: ignore[arg-type]
    with browser.new_context(java_script_enabled=False, viewport=narrow) as context:  # type: ignore[arg-type]
        plain = context.new_page()
        for each in pages:
            plain.goto(address + each.address)
            assert plain.locator("h1").is_visible()
            if each.template != "search.html":
                page.goto(address + each.address)
                page.evaluate("document.querySelector('.bcb-filter')?.remove()")  # there is none without it
                assert plain.locator("#content").inner_text() == page.locator("#content").inner_text(), (
                    each.address
                )
            plain.locator("header summary").click()
            assert plain.locator("header").get_by_role("link", name="People", exact=True).is_visible(), (
                each.address
            )
            if each.contents:
                plain.locator(".bcb-contents summary").click()
                assert plain.locator(".bcb-contents li a").last.is_visible(), each.address


def test_forced_colours_leave_what_backgrounds_told(browser: Browser, address: str) -> None:
    """Where the reader is, and what a link led to; of the author's colours nothing is left."""
    wide = {"width": 1280, "height": 900}
    with browser.new_context(forced_colors="active", viewport=wide) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{address}meetings/2021-10-12/minutes/#p5-3")
        expect(page.locator(".bcb-contents li a[aria-current]")).to_have_count(1)
        for links, side in ((".bcb-tabs", "borderBottomColor"), (".bcb-contents", "borderLeftColor")):
            here, elsewhere = (
                set(
                    page.eval_on_selector_all(
                        f"{links} li a{which}", f"links => links.map(a => getComputedStyle(a).{side})"
                    )
                )
                for which in ("[aria-current]", ":not([aria-current])")
            )
            assert len(here) == len(elsewhere) == 1
            assert here != elsewhere
        outline, other = (
            page.locator(f"#{anchor}").evaluate("e => getComputedStyle(e).outlineStyle")
            for anchor in ("p5-3", "p5-4")
        )
        assert (outline, other) == ("solid", "none")
