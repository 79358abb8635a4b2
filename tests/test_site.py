"""The site as a whole: links, ids, third parties, the two ways to build it, and the same bytes each time."""

import filecmp
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from bcbsite.host.resources import THEME
from bcbsite.pages.anchors import PageAnchors, anchored
from bcbsite.pages.render import Renderer
from bcbsite.pages.site import SitePages
from conftest import MINUTES, REPOSITORY, build, load_all, write
from leaks import where

BIN = Path(sys.executable).parent
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1793534400", "NO_MKDOCS_2_WARNING": "1"}


class Links(HTMLParser):
    """The links and ids of a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(str(found["id"]))
        for name in ("href", "src"):
            if found.get(name):
                target = self.links if tag == "a" else self.loads
                target.append(str(found[name]))


def pages_of(site: Path) -> dict[str, Links]:
    return {path.relative_to(site).as_posix(): Links(path) for path in sorted(site.rglob("*.html"))}


@pytest.fixture(params=["demonstration", "real_site"])
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def test_every_link_leads_to_a_page_and_a_place(site: Path) -> None:
    pages = pages_of(site)
    followed = 0
    for name, page in pages.items():
        for link in [*page.links, *page.loads]:
            address, fragment = urldefrag(link)
            if urlsplit(address).scheme:
                continue
            # The page for errors is shown at any address, and links from the root.
            target = unquote(urljoin(f"/{name}", address)).lstrip("/")
            target = target.partition("?")[0]
            target += "index.html" if not target or target.endswith("/") else ""
            assert (site / target).is_file(), (name, link)
            if fragment and target.endswith(".html"):
                assert fragment in pages[target].ids, (name, link)
            followed += 1
    assert followed > 500


def test_ids_are_unique_on_a_page(site: Path) -> None:
    for name, page in pages_of(site).items():
        assert len(page.ids) == len(set(page.ids)), (name, {i for i in page.ids if page.ids.count(i) > 1})


def test_nothing_is_asked_of_third_parties(site: Path) -> None:
    for name, page in pages_of(site).items():
        outside = [link for link in page.loads if urlsplit(link).scheme or link.startswith("//")]
        assert outside == [], name


def test_no_template_leaves_its_marks(site: Path) -> None:
    for path in [*site.rglob("*.html"), *site.glob("*.*")]:
        text = path.read_text("utf-8")
        for mark in ("{{", "{%", "\ue000", "None<", ">None", "Undefined"):
            assert mark not in text, (path, mark)


def test_every_kind_of_page_is_there(demonstration: Path) -> None:
    for page in (
        "index.html",
        "404.html",
        "about/index.html",
        "actions/index.html",
        "actions/2019/41/index.html",
        "actions/2021/2021-10-12-5-4/index.html",
        "meetings/index.html",
        "meetings/2019/index.html",
        "meetings/2019-07-31/index.html",
        "meetings/2019-09-18/index.html",
        "meetings/2019-09-18/agenda/index.html",
        "meetings/2019-09-18/papers/09-southern-police-station/index.html",
        "meetings/2020-09-29/minutes/index.html",
        "people/index.html",
        "people/nick-dean/index.html",
    ):
        assert (demonstration / page).is_file(), page
    assert sorted(path.name for path in demonstration.iterdir()) == [
        "404.html",
        "about",
        "accessibility",
        "actions",
        "assets",
        "calendar.ics",
        "data",
        "decisions",
        "due",
        "feed.xml",
        "glossary",
        "index.html",
        "meetings",
        "organisations",
        "people",
        "posts",
        "publication",
        "robots.txt",
        "search",
        "section-55",
        "topics",
    ]


def differences(one: Path, other: Path) -> list[str]:
    """The files by which two folders differ, as `diff -r` would list them."""
    compared = filecmp.dircmp(one, other, ignore=[])
    found = [*compared.left_only, *compared.right_only]
    found += filecmp.cmpfiles(one, other, compared.common_files, shallow=False)[1]
    for folder in compared.common_dirs:
        found += [f"{folder}/{name}" for name in differences(one / folder, other / folder)]
    return found


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def by_bcbsite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("bcbsite") / "site"
    done = run(str(BIN / "bcbsite"), "build", "--site-dir", str(site), cwd=REPOSITORY)
    assert done.returncode == 0, done.stderr
    return site


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_the_hosts_build_the_same_site(by_bcbsite: Path, tmp_path: Path, host: str) -> None:
    done = run(
        str(BIN / host), "build", "-q", "-f", "mkdocs.yml", "-d", str(tmp_path / "site"), cwd=REPOSITORY
    )
    assert done.returncode == 0, done.stderr
    assert differences(by_bcbsite, tmp_path / "site") == []


def test_the_same_content_gives_the_same_bytes(by_bcbsite: Path, tmp_path: Path) -> None:
    """Whatever the order in which files were made, and with hashes that differ."""
    copy = tmp_path / "copy"
    for path in sorted((REPOSITORY / "content").rglob("*"), reverse=True):
        if path.is_file():
            to = copy / "content" / path.relative_to(REPOSITORY / "content")
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(path.read_bytes())
    done = run("env", "PYTHONHASHSEED=7", str(BIN / "bcbsite"), "build", cwd=copy)
    assert done.returncode == 0, done.stderr
    assert differences(by_bcbsite, copy / "site") == []


def test_a_site_below_a_path_links_within_it(tmp_path: Path) -> None:
    write(tmp_path / "content", {"pages/index.md": "# Home"})
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\nsite_url: https://example.org/board/\ndocs_dir: content/pages\n"
        "theme: {name: material, font: false}\nplugins: [bcbsite]\n"
    )
    site = build(tmp_path / "content", tmp_path / "site")
    missing = (site / "404.html").read_text("utf-8")
    assert 'href="/board/meetings/"' in missing
    assert "canonical" not in missing
    assert '<link rel="canonical" href="https://example.org/board/meetings/">' in (
        site / "meetings" / "index.html"
    ).read_text("utf-8")
    assert "<loc>https://example.org/board/meetings/</loc>" in (site / "sitemap.xml").read_text("utf-8")


def test_names_with_markup_are_shown_as_they_are(tmp_path: Path) -> None:
    write(
        tmp_path / "content",
        {
            "board.yaml": "name: A & B <script>alert(1)</script> Board\narea: '<b>'\n",
            "pages/about.md": "# <i>About</i> & more\n\n<script>alert(2)</script>\n\n[x](javascript:alert(3))",
        },
    )
    site = build(tmp_path / "content", tmp_path / "site")
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<script>alert" not in text, path
        assert "<i>About" not in text, path
        assert "<b>" not in text, path
        assert 'href="javascript' not in text, path
        assert "&amp;amp;" not in text, path
    assert "A &amp; B &lt;script&gt;alert(1)&lt;/script&gt; Board" in (site / "index.html").read_text("utf-8")


def test_headings_that_are_called_as_the_frame_is_have_addresses_of_their_own(tmp_path: Path) -> None:
    headings = "# A\n\n## Content\n\n## Twice\n\n## Twice\n\n## Progress\n"
    report = "---\nreport: A\nprogress: [{meeting: 2022-02-10, what: a}]\n---\n\n## Progress\n\n## Content\n"
    folder = write(tmp_path / "content", {"pages/a.md": headings, "section-55/a.md": report})
    site = build(folder, tmp_path / "site")
    for name in ("a/index.html", "section-55/a/index.html"):
        ids = Links(site / name).ids
        assert len(ids) == len(set(ids)) > 4, name
    assert {"content-r2", "twice", "twice-r2"} <= set(Links(site / "a/index.html").ids)


def test_old_addresses_lead_on(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "content",
        {
            "redirects.yaml": "minutes/2022.html: meetings/2022-02-10/minutes/#p1-1\nold: ''\n",
            "meetings/2022-02-10/minutes.md": MINUTES,
            "actions.yaml": "actions: [{id: 2022/1, was: [2021/7], raised: 2022-02-10, action: Do it.}]",
        },
    )
    site = build(folder, tmp_path / "site")
    for old, new in (
        ("minutes/2022.html", "../meetings/2022-02-10/minutes/#p1-1"),
        ("old/index.html", "../"),
        ("actions/2021/7/index.html", "../../../actions/2022/1/"),
    ):
        page = (site / old).read_text("utf-8")
        assert f'<meta http-equiv="refresh" content="0; url={new}">' in page
        assert f'href="{new}"' in page


def test_every_page_has_one_way_to_search(tmp_path: Path) -> None:
    """Also one that lies beside the home page, which has a box of its own."""
    files = {"redirects.yaml": "a.html: {gone: Withdrawn.}\nz.html: {gone: Withdrawn.}"}
    site = build(write(tmp_path / "content", files), tmp_path / "site")
    for page in ("index.html", "a.html", "z.html", "404.html", "search/index.html", "actions/index.html"):
        assert (site / page).read_text("utf-8").count('role="search"') == 1, page


def test_old_addresses_say_why_they_are_gone(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "content",
        {"redirects.yaml": "old/paper: {gone: 'It named <i>somebody</i>, so it was taken out.'}"},
    )
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\nsite_url: https://example.org/\ndocs_dir: content/pages\n"
        "theme: {name: material, font: false}\nplugins: [bcbsite]\n"
    )
    site = build(folder, tmp_path / "site")
    page = (site / "old/paper/index.html").read_text("utf-8")
    assert "<h1>No longer published</h1>" in page
    assert "It named &lt;i&gt;somebody&lt;/i&gt;, so it was taken out." in page
    assert '<meta name="robots" content="noindex">' in page
    assert "http-equiv" not in page
    assert "old/paper" not in (site / "sitemap.xml").read_text("utf-8")


def test_old_places_of_a_page_stay_on_it(tmp_path: Path) -> None:
    minutes = "meetings/2022-02-10/minutes/"
    folder = write(
        tmp_path / "content",
        {
            "redirects.yaml": f"{minutes}#p1-2: {minutes}#p1-1\n{minutes}#p1-3:\n  gone: Never said.\n"
            "actions/#top: ''\n",
            "meetings/2022-02-10/minutes.md": MINUTES,
        },
    )
    site = build(folder, tmp_path / "site")
    page = Links(site / minutes / "index.html")
    text = (site / minutes / "index.html").read_text("utf-8")
    assert {"p1-1", "p1-2", "p1-3"} <= set(page.ids)
    assert "../../../meetings/2022-02-10/minutes/#p1-1" in page.links
    assert "<h2>Addresses that changed</h2>" in text
    assert "Never said." in text
    assert '<a href="../">the home page</a>' in (site / "actions/index.html").read_text("utf-8")
    assert "Addresses that changed" not in (site / "meetings/index.html").read_text("utf-8")


@pytest.mark.parametrize("content", ["demonstration", "real"])
def test_all_ids_of_a_page_are_known_without_its_html(content: str, request: pytest.FixtureRequest) -> None:
    """So that an old place takes the id of none, and a redirect leads to any."""
    folder = REPOSITORY / "content" if content == "demonstration" else request.getfixturevalue("real")
    archive = load_all(folder).public
    assert archive
    renderer = Renderer(archive, [THEME])
    anchors = PageAnchors()
    for page in SitePages(archive).all:
        ids = re.findall(r' id="([^"]+)"', renderer.render(page))
        assert [id_ for id_ in ids if not anchors.has(page, id_)] == [], page.address
        assert not anchors.has(page, "p999-1")
        assert {place.anchor for place in anchored(page)} <= set(ids), page.address


def test_an_old_address_does_not_betray_a_page_that_is_not_public(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "content",
        {
            "redirects.yaml": "old/kestrel/: meetings/2022-02-10/papers/kestrel/\n",
            "meetings/2022-02-10/papers/kestrel.md": "---\ntitle: A\npublish_at: 2099-01-01\n---\n",
        },
    )
    assert where(build(folder, tmp_path / "site"), "kestrel") == []


def test_the_smallest_content_makes_a_site(tmp_path: Path) -> None:
    site = build(write(tmp_path / "content", {}), tmp_path / "site")
    assert "We do not hold any records of meetings yet." in (site / "index.html").read_text("utf-8")
    assert "The action log that is published here has no actions." in (site / "actions/index.html").read_text(
        "utf-8"
    )
    assert load_all(tmp_path / "content").diagnostics == []


def test_what_is_held_is_not_denied_where_nothing_was_read_from_it(tmp_path: Path) -> None:
    minutes = "---\ndate: 2022-02-10\n---\n\n1.1 Boats were talked about.\n\nAction: Clerk to write.\n"
    site = build(write(tmp_path / "content", {"meetings/2022-02-10/minutes.md": minutes}), tmp_path / "site")
    said = {
        "decisions/": "No decisions were read from the minutes of 1 meeting that are held here.",
        "decisions/noted/": "was read from the minutes of 1 meeting that are held here.",
        "actions/": "Minutes that are held here have 1 action that is not in it.",
    }
    for page, words in said.items():
        assert words in (site / page / "index.html").read_text("utf-8"), page


def test_many_pages_are_written_by_several_processes(tmp_path: Path) -> None:
    """The same pages as by one, and none is lost."""
    from bcbsite.host.write import MANY, write_pages
    from bcbsite.pages.page import Page

    pages = [Page(f"{n}/", str(n), "x.html", None) for n in range(MANY + 1)]
    for processes in (1, 3):
        write_pages(
            pages, lambda page: [(page.file, page.title.encode())], tmp_path / str(processes), processes
        )
    assert differences(tmp_path / "1", tmp_path / "3") == []
    assert len(list((tmp_path / "3").rglob("index.html"))) == len(pages)


def test_a_process_that_fails_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bcbsite import forks
    from bcbsite.host.write import MANY, write_pages
    from bcbsite.pages.page import Page

    pages = [Page(f"{n}/", str(n), "x.html", None) for n in range(MANY + 1)]

    def fail_on_odd(page: Page) -> list[tuple[str, bytes]]:
        if int(page.title) % 2:
            raise ValueError(page.title)
        return [(page.file, page.title.encode())]

    # Threads of other tests' servers may still be there, which do nothing now.
    monkeypatch.setattr(forks, "can_fork", lambda: True)
    with pytest.raises(RuntimeError, match="failed"):
        write_pages(pages, fail_on_odd, tmp_path, 2)
