"""The site by keyboard alone: all that can be used is reached, seen and left again, on wide and narrow screens."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from conftest import listed

pytestmark = pytest.mark.browser

HOME, MINUTES, PAPER = (
    "",
    "meetings/2021-10-12/minutes/",
    "meetings/2019-09-18/papers/07-revenue-and-capital-month-4/",
)
LOG, SEARCH = "actions/", "search/?q=police"

# What can be used by pointer, in the order of the page. A group of radio buttons is one stop.
_USABLE = """() => [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, label[for], [tabindex="0"], [contenteditable]')]
    .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: false}) && !e.disabled)
    .filter(e => { const box = e.getBoundingClientRect(); return box.width && box.height && box.right > 0 && box.left < innerWidth; })
    .map(e => e.localName === 'label' ? (e.control?.type === 'checkbox' ? e.control : null) : e).filter(Boolean)"""

# Where the focus is, and how much of it a person sees: of nine places on each of its boxes, how many are its own.
_FOCUSED = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    window.stops ??= new Map();
    if (!window.stops.has(e)) window.stops.set(e, window.stops.size);
    const boxes = [...e.getClientRects()].filter(box => box.width && box.height);
    const parts = [0.1, 0.5, 0.9];
    const label = e.labels?.[0];
    const own = (x, y) => { const top = document.elementFromPoint(x, y); return top && (e.contains(top) || top.contains(e) || label?.contains(top)); };
    const covers = (x, y) => { // something that stays on the screen lies over it
        for (let top = document.elementFromPoint(x, y); top; top = top.parentElement)
            if (/fixed|sticky/.test(getComputedStyle(top).position)) return !top.contains(e);
        return false;
    };
    const points = boxes.flatMap(box => parts.flatMap(x => parts.map(y => [box.left + x * box.width, box.top + y * box.height])));
    const inside = points.filter(([x, y]) => x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight);
    const style = getComputedStyle(e);
    const labelled = label ? getComputedStyle(label) : style;
    const outlined = [style, labelled].some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
    return {
        stop: window.stops.get(e), what: `${e.localName}.${e.classList[0] ?? ''} “${(e.ariaLabel || e.innerText || e.id).trim().slice(0, 40)}”`,
        small: boxes.every(box => box.height < innerHeight / 2), points: points.length, seen: inside.filter(([x, y]) => own(x, y)).length,
        covered: inside.filter(([x, y]) => covers(x, y)).length, outlined,
    };
}"""


@contextmanager
def opened(browser: Browser, width: int, height: int, **settings: str) -> Iterator[Page]:
    with browser.new_context(viewport={"width": width, "height": height}, **settings) as context:  # type: ignore[arg-type]
        yield context.new_page()


_PARTS_OF_A_DATE = 5
"""A field for a date keeps the focus while it goes through day, month, year and the button of its calendar."""


def walk(page: Page, key: str) -> tuple[list[str], set[int]]:
    """Press *key* until the focus leaves the page; what was wrong with the stops, and which there were."""
    findings, stops, before, held = [], set[int](), None, 0
    for _ in range(600):
        page.keyboard.press(key)
        at = page.evaluate(_FOCUSED)
        if at is None:
            return findings, stops
        held = held + 1 if at["stop"] == before else 0
        before = at["stop"]
        if 0 < held < _PARTS_OF_A_DATE:
            continue
        if at["stop"] in stops:
            # Chromium goes round once it has left the last stop.
            return ([*findings, f"{at['what']} keeps the focus"] if len(stops) < 3 else findings), stops
        stops.add(at["stop"])
        if not at["seen"] or (at["small"] and at["covered"]):
            findings.append(f"{at['what']} has the focus and is hidden")
        if not at["outlined"]:
            findings.append(f"{at['what']} does not show that it has the focus")
    return [*findings, "the focus never leaves"], stops


@pytest.mark.parametrize(
    ("size", "settings", "pages"),
    [
        ((1280, 900), {}, [HOME, MINUTES, PAPER, LOG, SEARCH]),
        ((390, 800), {"color_scheme": "dark"}, [HOME, MINUTES, LOG, SEARCH]),
        ((320, 256), {}, [MINUTES, SEARCH]),
        ((1280, 900), {"forced_colors": "active"}, [HOME, SEARCH]),
    ],
    ids=["wide", "narrow", "400 %", "forced colours"],
)
def test_all_is_reached_and_seen(
    browser: Browser, address: str, size: tuple[int, int], settings: dict[str, str], pages: list[str]
) -> None:
    findings = []
    with opened(browser, *size, reduced_motion="reduce", **settings) as page:
        for name in pages:
            page.goto(address + name)
            page.wait_for_load_state("networkidle")
            forth, stops = walk(page, "Tab")
            missed = page.evaluate(
                f"({_USABLE})().filter(e => !window.stops.has(e)).map(e => e.outerHTML.slice(0, 90))"
            )
            back, _ = walk(page, "Shift+Tab")
            findings += [f"/{name} forth: {each}" for each in forth] + [
                f"/{name} back: {each}" for each in back
            ]
            findings += [f"/{name} is never reached: {each}" for each in missed]
            assert len(stops) > 10
    assert not findings, listed(findings)


def test_the_menu_opens_and_shuts(browser: Browser, address: str) -> None:
    """By keyboard, where the screen is too narrow to show it; what is shut has no links to get lost in."""
    with opened(browser, 390, 800, reduced_motion="reduce") as page:
        page.goto(address)
        people = page.get_by_role("navigation").get_by_role("link", name="People", exact=True)
        assert not on_screen(people)
        for _ in range(6):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('header summary, header button, #__drawer')"):
                break
        page.keyboard.press("Space")
        expect(people.first).to_be_in_viewport()
        for _ in range(12):
            page.keyboard.press("Tab")
            if people.first.evaluate("e => e === document.activeElement"):
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/people/")


def on_screen(links: Locator) -> bool:
    return any(
        box and box["x"] >= 0 for box in (each.bounding_box() for each in links.all() if each.is_visible())
    )


def test_skip_link_moves_the_focus_past_the_header(browser: Browser, address: str) -> None:
    for width, height in ((1280, 900), (390, 800), (320, 256)):
        with opened(browser, width, height) as page:
            for name in (HOME, MINUTES, LOG, SEARCH):
                page.goto(address + name)
                page.keyboard.press("Tab")
                assert page.locator(":focus").inner_text() == "Skip to content"
                expect(page.locator(":focus")).to_be_in_viewport(ratio=1)
                page.keyboard.press("Enter")
                expect(page.locator("#content")).to_be_focused()
                expect(page.locator("h1")).to_be_in_viewport(ratio=1)
                page.keyboard.press("Tab")
                assert page.locator("main :focus").count() == 1, f"/{name} at {width}"


def test_filters_keep_the_focus(browser: Browser, address: str) -> None:
    """The list of filters is made anew with each answer: whoever has just ticked one stays on it."""
    with opened(browser, 1280, 900) as page:
        page.goto(f"{address}search/?q=constabulary")
        kind = page.locator("summary", has_text="Kind")
        kind.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        ticked = page.evaluate("document.activeElement.dataset.filter")
        assert ticked.startswith("kind:")
        page.keyboard.press("Space")
        page.wait_for_url("**&kind=**")
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(100)
        assert page.evaluate("document.activeElement.dataset.filter") == ticked
        assert page.evaluate("document.activeElement.checked")


def test_the_results_of_the_search_box_shut_with_escape(browser: Browser, address: str) -> None:
    with opened(browser, 1280, 900) as page:
        page.goto(f"{address}meetings/")
        page.locator("#bcb-find").focus()
        page.keyboard.type("prompt payment")
        expect(page.locator(".bcb-find-panel a").first).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        expect(page.locator(".bcb-find-panel")).to_be_hidden()
        expect(page.locator("#bcb-find")).to_be_focused()
