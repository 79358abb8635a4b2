"""Old addresses and published ones, compared with the pages of a small archive, in tables."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.permalink import Permalink
from bcbsite.model.redirect import Gone, Redirect
from bcbsite.pages.permalinks import permalink_faults, published, vanished
from bcbsite.pages.redirects import former_page, redirect_faults, with_former
from bcbsite.pages.site import SitePages
from bcbsite.pages.words import fingerprint
from bcbsite.pipeline import load
from conftest import NOW, load_all, write

M = "meetings/2022-02-10"
MINUTES = """---
date: 2022-02-10
status: approved
errata: ERRATA
---

Before.

## 1. Welcome

1.1 The Board noted the report.

- A list.

## 2. Vans

Loose words.
"""
FILES = {
    f"{M}/minutes.md": MINUTES.replace("ERRATA", "[]"),
    f"{M}/papers/01-a.md": "---\ntitle: A\n---\n\n## 1. One\n\n1.1 Two.\n",
    "actions.yaml": "actions: [{id: 2022/1, was: [2022/a], raised: 2022-02-10, action: Do it.}]",
    "pages/index.md": "# Home\n\n## Hello there\n\nHello.\n",
    "pages/about.md": "# About\n\n## Us\n\nWe.\n",
}
AT = Span("permalinks.txt", 3)
TO_WRITE_IN = Span("redirects.yaml")


def archive_in(folder: Path, files: Mapping[str, str] = {}) -> Archive:
    archive = load_all(write(folder, {**FILES, **files})).public
    assert archive
    return archive


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_in(tmp_path_factory.mktemp("known"))


OLD, ABOUT = "old/page.html", "about/"
IN_USE, NO_PAGE = "is in use", "There is no page at"
# Redirects, and what is wrong with each, or nothing.
REDIRECTS: list[tuple[list[tuple[str, str | None]], list[str]]] = [
    ([(OLD, ABOUT)], [""]),
    ([(OLD, "")], [""]),  # to the home page
    ([(OLD, None)], [""]),  # gone
    ([(OLD, "about/#us")], [""]),
    ([(OLD, "about/#them")], ["The page at “about/” has no place “#them”."]),
    ([(OLD, "#hello-there")], [""]),
    ([(OLD, "about")], ["The address “about” lacks a slash: write “about/”."]),
    ([(OLD, "about#us")], ["The address “about#us” lacks a slash: write “about/#us”."]),
    ([(OLD, "nowhere/")], ["There is no page at “nowhere/”."]),
    ([(ABOUT, "")], ["The address “about/” is in use."]),
    ([("about", "")], ["The address “about” is in use."]),
    ([("about/index.html", "")], ["The address “about/index.html” is in use."]),
    ([(OLD, ABOUT), (OLD, "")], ["", f"The address “{OLD}” is in use."]),
    ([(OLD, "nowhere/"), (OLD, "")], ["There is no page at “nowhere/”.", ""]),
    ([(f"{M}/minutes/#p9", f"{M}/minutes/#p1-1")], [""]),
    ([(f"{M}/minutes/#p9", f"{M}/minutes/#p8")], [f"The page at “{M}/minutes/” has no place “#p8”."]),
    ([(f"{M}/minutes/#p1-1", ABOUT)], [f"The address “{M}/minutes/#p1-1” is in use."]),
    (
        [(f"{M}/minutes#p9", ABOUT), (f"{M}/minutes/#p9", "")],
        ["", f"The address “{M}/minutes/#p9” is in use."],
    ),
    ([("nowhere/#p9", ABOUT)], ["There is no page at “nowhere/” that could say where its place is now."]),
    ([("v1.2/x", ABOUT), ("v1.2/x.htm", ABOUT)], ["", ""]),
]


def redirect(old: str, new: str | None) -> Redirect:
    return Redirect(old, new if new is not None else Gone("It was a test."), Span("redirects.yaml", 2))


@pytest.mark.parametrize(("given", "faults"), REDIRECTS)
def test_redirects(archive: Archive, given: list[tuple[str, str | None]], faults: list[str]) -> None:
    pages = [page for page in SitePages(archive).all if not page.former]
    redirects = [redirect(*each) for each in given]
    found = list(redirect_faults(redirects, pages, ()))
    wanted = [fault for fault in faults if fault]
    assert [d.message[: len(fault.rstrip("."))] for d, fault in zip(found, wanted, strict=True)] == [
        fault.rstrip(".") for fault in wanted
    ]
    assert all((d.code, d.span) == ("BCB409", Span("redirects.yaml", 2)) for d in found)
    # What has a fault makes nothing; of the others those from a whole page make one.
    good = [each for each, fault in zip(redirects, faults, strict=True) if not fault]
    made = with_former(pages, redirects)
    assert [page.view for page in made if page.former] == [each for each in good if not each.anchor]
    assert [page.address for page in made[: len(pages)]] == [page.address for page in pages]
    assert all(page.former for page in made[len(pages) :])
    assert [each for page in made for each in page.changed] == [each for each in good if each.anchor]
    assert all(each.page.rstrip("/") == page.address.rstrip("/") for page in made for each in page.changed)


def test_several_places_of_a_page_can_have_moved(archive: Archive) -> None:
    pages = [page for page in SitePages(archive).all if not page.former]
    redirects = [redirect(f"{M}/minutes/#{place}", ABOUT) for place in ("p8", "p9")]
    [changed] = [page.changed for page in with_former(pages, redirects) if page.changed]
    assert changed == tuple(redirects)


def test_a_page_that_is_not_public_yet_can_be_led_to(archive: Archive) -> None:
    """It is among the others; an old address may be that of one of those."""
    public = [page for page in SitePages(archive).all if page.address != ABOUT]
    others = [page for page in SitePages(archive).all if page.address == ABOUT]
    assert list(redirect_faults([redirect(OLD, ABOUT)], public, others)) == []
    assert list(redirect_faults([redirect(ABOUT, "")], public, others)) == []
    assert len(list(redirect_faults([redirect(OLD, ABOUT)], public, ()))) == 1


FORMER: list[tuple[str, str | None, dict[str, Any]]] = [
    (
        "old",
        "about/",
        {
            "address": "old/",
            "title": "This page has moved",
            "template": "moved.html",
            "moved_to": "about/",
            "description": "What was at this address is now at about/.",
        },
    ),
    ("old/", "", {"address": "old/", "moved_to": "", "description": "What was at this address is now at the home page."}),
    ("a/old.html", "about/", {"address": "a/old.html", "moved_to": "about/"}),
    ("v1.2/old", "about/", {"address": "v1.2/old/", "moved_to": "about/"}),
    (
        "old",
        None,
        {
            "address": "old/",
            "title": "No longer published",
            "template": "gone.html",
            "moved_to": None,
            "description": "What was at this address is no longer published. It was a test.",
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "told"), FORMER)
def test_the_page_at_an_old_address(old: str, new: str | None, told: dict[str, Any]) -> None:
    given = redirect(old, new)
    page = former_page(given)
    assert {name: getattr(page, name) for name in told} == told
    assert (page.former, page.view) == (True, given)


# What was published.
def test_every_place_has_its_words(archive: Archive) -> None:
    found = published(SitePages(archive).all)
    minutes = {key: place for key, place in found.items() if key.startswith(f"{M}/minutes/")}
    assert {key: place.fingerprint for key, place in minutes.items()} == {
        f"{M}/minutes/": None,
        f"{M}/minutes/#start-n1": fingerprint("Before."),
        f"{M}/minutes/#item-1": fingerprint("1 Welcome"),
        f"{M}/minutes/#p1-1": fingerprint("The Board noted the report."),
        f"{M}/minutes/#p1-1-n1": fingerprint("A list."),
        f"{M}/minutes/#item-2": fingerprint("2 Vans"),
        f"{M}/minutes/#item-2-n1": fingerprint("Loose words."),
    }
    assert {place.page.address for place in minutes.values()} == {f"{M}/minutes/"}
    assert (minutes[f"{M}/minutes/#p1-1"].anchor, minutes[f"{M}/minutes/"].anchor) == ("p1-1", "")
    assert "actions/2022/1/" in found
    assert "actions/2022/a/" not in found  # that leads on
    assert "404.html" not in found


GONE_PAGE = "“x/y/” was published and is no longer there."
UNSEEN = "where redirects.yaml leads from it, the public finds nothing."
WORDS = "are not those published, and no erratum says so."
P, SAME = f"{M}/minutes/", fingerprint("The Board noted the report.")
# What was published, with its words; then what is wrong, and its code.
LISTED: list[tuple[list[tuple[str, str | None]], list[tuple[str, str]]]] = [
    ([], []),
    ([(P, None), ("", None), (f"{P}#p1-1", SAME)], []),
    ([(f"{P}#p1-1", None)], []),
    ([(f"{P}#p1-1", fingerprint("The Board not\u00aded the\u200b report."))], []),  # nobody sees these
    ([(f"{P}#p1-1", "0" * 16)], [("BCB602", f"The words at 1.1 {WORDS}")]),
    ([(f"{P}#item-2-n1", "0" * 16)], [("BCB602", f"The words at item-2-n1 {WORDS}")]),
    ([(f"{M}/papers/01-a/#p1-1", "0" * 16)], []),  # a paper may change
    ([("x/y/", None)], [("BCB601", GONE_PAGE)]),
    ([("x/y/", None), ("x/y/#p1", "0" * 16)], [("BCB601", GONE_PAGE)]),  # its places are not told one by one
    ([("x/y/#p1", "0" * 16)], [("BCB601", "“x/y/#p1” was published and is no longer there.")]),
    ([(P, None), (f"{P}#p9", SAME)], [("BCB601", f"“{P}#p9” was published and is no longer there.")]),
    ([("actions/2022/a/", None)], []),  # it leads on
    ([("actions/2022/a/#history", None)], []),
]


def faults_of(archive: Archive, permalinks: Sequence[Permalink]) -> list[Diagnostic]:
    """What of *permalinks* is not in *archive*, all of which is public."""
    pages = SitePages(archive)
    return list(permalink_faults(pages, pages, permalinks, Path(TO_WRITE_IN.path).parent))


@pytest.mark.parametrize(("listed", "faults"), LISTED)
def test_what_was_published_is_there_still(
    archive: Archive, listed: list[tuple[str, str | None]], faults: list[tuple[str, str]]
) -> None:
    found = faults_of(archive, [Permalink(address, words, AT) for address, words in listed])
    assert [(d.code, d.message) for d in found] == faults
    assert all(d.span == TO_WRITE_IN for d in found if d.code == "BCB601")


def two_lines(address: str) -> str:
    """What is to be written, as it can be copied."""
    return (
        f"write these two lines in {TO_WRITE_IN.path}, with your own words after “gone:”. Where it has moved, the new "
        f"address takes the place of “gone:” and of the words.\n\n{address}:\n  gone: Withdrawn on 3 March 2022."
    )


CURE_OF_SAID = "Write there why it is gone. When what it leads to is public again, have it lead there again."
HELD = "was published and is not public any more: it is a draft, withheld or under embargo."
# An address, whether what has it is held back, whether that is excused, as only the moment changed, and whether
# redirects.yaml has the address; then the code, the message and the hint.
VANISHED: list[tuple[str, bool, bool, bool, str, str, str]] = [
    ("x/y/", False, False, False, "BCB601", GONE_PAGE,
     f"Put it back. If it is meant to be gone, {two_lines('x/y/')}"),
    ("", False, False, False, "BCB601", "“” was published and is no longer there.",
     f"Put it back. If it is meant to be gone, {two_lines('/')}"),
    *(
        ("x/#p1", True, excused, False, code, f"“x/#p1” {HELD}",
         f"If it is not meant, correct the record. If it is, {two_lines('x/#p1')}\n\n"
         "Take them out when the page is public again.")
        for excused, code in ((False, "BCB601"), (True, "BCB714"))
    ),
    ("x/y/", True, False, True, "BCB601", f"“x/y/” was published; {UNSEEN}", CURE_OF_SAID),
    ("x/y/", True, True, True, "BCB714", f"“x/y/” was published; {UNSEEN}", CURE_OF_SAID),
    ("x/y/", False, False, True, "BCB601", f"“x/y/” was published; {UNSEEN}", ""),
]  # fmt: skip


@pytest.mark.parametrize("row", VANISHED)
def test_what_is_told_of_an_address_that_is_gone(row: tuple[str, bool, bool, bool, str, str, str]) -> None:
    address, held, excused, said, code, message, hint = row
    assert vanished(address, TO_WRITE_IN, held, excused, said) == Diagnostic(code, TO_WRITE_IN, message, hint)


# The minutes are a draft now. Redirects, and addresses that were published; then those that are told, each with its
# code, and whether the message is of redirects.yaml.
DRAFT = {f"{M}/minutes.md": MINUTES.replace("ERRATA", "[]").replace("approved", "draft")}
UNHELD: list[tuple[str, list[str], list[tuple[str, str, bool]]]] = [
    ("", [P], [(P, "BCB714", False)]),
    ("", [P, f"{P}#p1-1"], [(P, "BCB714", False)]),
    ("", [f"{P}#p1-1"], [(f"{P}#p1-1", "BCB714", False)]),
    ("", [f"{P}#p9"], [(f"{P}#p9", "BCB601", False)]),  # it is not among what is held back
    (f"old/: {P}\n", ["old/"], [("old/", "BCB714", True)]),
    (f"old/: {P}\n", ["old/", "old/#p1"], [("old/", "BCB714", True)]),
    (f"about/#then: {P}\n", ["about/#then"], [("about/#then", "BCB714", True)]),
    (f"old/: {P}\n", [ABOUT, f"{M}/papers/01-a/", f"{M}/papers/01-a/#p1-1"], []),
]


@pytest.mark.parametrize(("redirects", "listed", "told"), UNHELD)
def test_what_is_held_back_now_is_told_so(
    tmp_path: Path, redirects: str, listed: list[str], told: list[tuple[str, str, bool]]
) -> None:
    files = {**FILES, **DRAFT, "redirects.yaml": redirects or "{}\n"}
    found = load(write(tmp_path, files), NOW, accepted=True, secrets=True)
    assert found.pages
    assert found.everything
    permalinks = [Permalink(address, None, AT) for address in listed]
    faults = permalink_faults(found.pages, found.everything, permalinks, Path(), accepted=True)
    assert [(d.message.split("”")[0].removeprefix("“"), d.code, UNSEEN in d.message) for d in faults] == told


def test_the_line_of_changed_words_is_told(archive: Archive) -> None:
    [fault] = faults_of(archive, [Permalink(f"{P}#p1-1", "0" * 16, AT)])
    assert (Path(fault.span.path).name, fault.span.line) == ("minutes.md", 11)


# The place that an erratum names, and those whose words may have changed then.
ERRATA: list[tuple[str, list[str]]] = [
    ("1.1", ["p1-1", "p1-1-n1"]),
    ("p1-1-n1", ["p1-1-n1"]),
    ("1", ["item-1"]),
    ("item-2", ["item-2", "item-2-n1"]),
    ("item-2-n1", ["item-2-n1"]),
    ("start-n1", ["start-n1"]),
]


@pytest.mark.parametrize(("at", "corrected"), ERRATA)
def test_an_erratum_lets_words_change(tmp_path: Path, at: str, corrected: list[str]) -> None:
    errata = f"[{{date: 2022-03-01, at: '{at}', what: W.}}, {{date: 2022-03-02, what: W.}}]"
    archive = archive_in(tmp_path, {f"{M}/minutes.md": MINUTES.replace("ERRATA", errata)})
    places = ["start-n1", "item-1", "p1-1", "p1-1-n1", "item-2", "item-2-n1"]
    fine = [place for place in places if not faults_of(archive, [Permalink(f"{P}#{place}", "0" * 16, AT)])]
    assert fine == corrected


def test_the_words_of_an_item_without_a_number_stay_too(tmp_path: Path) -> None:
    text = MINUTES.replace("ERRATA", "[]").replace("## 2. Vans", "## Vans")
    archive = archive_in(tmp_path, {f"{M}/minutes.md": text})
    found = faults_of(archive, [Permalink(f"{P}#item-vans", "0" * 16, AT)])
    assert [(d.code, d.message) for d in found] == [("BCB602", f"The words at item-vans {WORDS}")]
    assert faults_of(archive, [Permalink(f"{P}#item-vans", fingerprint("Vans"), AT)]) == []


def test_minutes_that_are_not_approved_may_change(tmp_path: Path) -> None:
    text = MINUTES.replace("ERRATA", "[]").replace("status: approved\n", "")
    archive = archive_in(tmp_path, {f"{M}/minutes.md": text})
    assert faults_of(archive, [Permalink(f"{P}#p1-1", "0" * 16, AT)]) == []


def test_an_old_place_that_has_moved_counts_as_said(tmp_path: Path) -> None:
    files = {"redirects.yaml": f"{P}#p9: {P}#p1-1\nold/: about/\ngone/: {{gone: It was a test.}}\n"}
    archive = archive_in(tmp_path, files)
    listed = [Permalink(address, None, AT) for address in (f"{P}#p9", "old/", "old/#there", "gone/")]
    assert faults_of(archive, listed) == []
    [fault] = faults_of(archive, [Permalink(f"{P}#p8", None, AT)])
    assert fault.code == "BCB601"
