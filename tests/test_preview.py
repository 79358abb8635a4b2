"""A preview shows what is not public, says so on each page, and cannot be taken for the public site."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from bcbsite.cli.main import main
from bcbsite.host.build import WrongUseError, build_site
from bcbsite.pipeline import load
from bcbsite.publish.links import dead_links
from bcbsite.publish.manifest import files_of
from conftest import NOW, build, write
from leaks import where
from records import LATER, action, agenda, attached, decision, inspection, minutes, paper

M = "meetings/2022-02-17"
CONTENT: dict[str, str | bytes] = {
    "board.yaml": "name: The Board\narea: Kent\nmarkdown: yes\nlicence: {name: Open Licence}\n",
    "meetings/2022-02-10/minutes.md": minutes("date: 2022-02-10", "Wren"),
    f"{M}/minutes.md": minutes("date: 2022-02-17\nstatus: draft", "Kestrel"),
    f"{M}/agenda.md": agenda(f"date: 2022-02-17\npublish_at: {LATER}", "Merlin"),
    f"{M}/papers/01-osprey.md": paper("publish: withheld\nreason: Sparrow", "Osprey", "Sparrow title"),
    **attached(f"{M}/papers", "Osprey"),
    f"{M}/papers/02-harrier.md": paper('withhold: [{at: "1.1", reason: Dunnock}]', "Harrier"),
    **attached(f"{M}/papers", "Harrier"),
    "actions.yaml": "actions:\n"
    + action("2022/1", "2022-02-17", "Buzzard")
    + action("2022/2", "2022-02-10", "Goshawk", "status: draft"),
    "section-55/falcon.md": inspection("status: draft", "Falcon"),
    "decisions/hobby.md": decision(f"publish_at: {LATER}", "Hobby"),
    "pages/eagle.md": "---\nstatus: draft\n---\n\n# Eagle\n",
}
HIDDEN = ("Kestrel", "Merlin", "Osprey", "Buzzard", "Goshawk", "Falcon", "Hobby", "Eagle")
SAYS = {
    f"{M}/minutes": "It is a draft.",
    f"{M}/agenda": "It is under embargo until",
    f"{M}/papers/01-osprey": "It is withheld. The public sees its title and the reason.",
    f"{M}/papers/02-harrier": "Parts of it are withheld.",
    "actions/2022/1": "The minutes in which it was raised or reported are not public.",
    "actions/2022/2": "It is a draft.",
    "section-55/falcon": "It is a draft.",
    "decisions/Hobby-1": "It is under embargo until",
    "eagle": "It is a draft.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Content with each kind of record that is not public, its preview, and then its public site."""
    folder = tmp_path_factory.mktemp("preview")
    content = write(folder / "content", CONTENT)
    loaded = load(content, NOW, drafts=True)
    assert loaded.public
    build_site(loaded, content, folder / "preview", site_url="https://example.org/board/")
    build(content, folder / "site")
    return folder


@pytest.mark.parametrize("word", HIDDEN)
def test_what_is_not_public_is_in_the_preview_alone(folder: Path, word: str) -> None:
    assert where(folder / "preview", word)
    assert where(folder / "site", word) == []
    assert where(folder / "site", "wren")


def test_each_page_says_that_it_is_no_public_one(folder: Path) -> None:
    pages = sorted((folder / "preview").rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        text = page.read_text("utf-8")
        assert "Preview: not the public site" in text, page
        assert '<meta name="robots" content="noindex, nofollow, noarchive">' in text, page
        for public in ('rel="alternate"', 'rel="canonical"', "og:url", "ld+json", "may be used again"):
            assert public not in text, (page, public)
    assert where(folder / "site", "Preview: not the public site") == ["assets/stylesheets/print.css"]
    assert where(folder / "site", "bcb-preview") == [
        "assets/stylesheets/bcbsite.css",
        "assets/stylesheets/print.css",
    ]


@pytest.mark.parametrize("address", SAYS)
def test_the_page_of_a_record_says_why_it_is_not_public(folder: Path, address: str) -> None:
    page = (folder / "preview" / address / "index.html").read_text("utf-8")
    assert f"The public does not see this page as it is here. {SAYS[address]}" in page
    public = (folder / "preview/meetings/2022-02-10/minutes/index.html").read_text("utf-8")
    assert "The public does not see this page" not in public


def test_nothing_of_a_preview_can_be_followed_or_taken_home(folder: Path) -> None:
    forms = (".xml", ".ics", ".sqlite", ".zip", ".json", ".md", ".csv")
    files = [path.relative_to(folder / "preview").as_posix() for path in (folder / "preview").rglob("*")]
    taken = [name for name in files if name.endswith(forms)]
    assert [
        name for name in taken if "/tables/" not in name and not name.startswith(("search/", "assets/"))
    ] == []
    assert (folder / "preview/robots.txt").read_text() == "User-agent: *\nDisallow: /\n"


def test_each_link_of_a_preview_leads_somewhere(folder: Path) -> None:
    site = folder / "preview"
    assert (
        list(dead_links(site, {path.relative_to(site).as_posix(): "" for path in files_of(site)}, "/board/"))
        == []
    )


def test_a_preview_is_not_written_over_the_public_site(folder: Path) -> None:
    content = folder / "content"
    with pytest.raises(WrongUseError, match="holds the public site"):
        build_site(load(content, NOW, drafts=True), content, folder / "site")
    assert where(folder / "site", "kestrel") == []


def test_no_configuration_asks_for_drafts(folder: Path, tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        "site_name: B\ndocs_dir: content/pages\ntheme: {name: material, font: false}\nplugins: [{bcbsite: {drafts: true}}]\n"
    )
    content = folder / "content"
    build_site(load(content, NOW), content, tmp_path / "site", config)
    assert where(tmp_path / "site", "kestrel") == []


def test_the_command_counts_what_is_held_back(folder: Path, tmp_path: Path) -> None:
    command = ["build", "--content", str(folder / "content"), "--now", "2022-03-01"]
    public = CliRunner().invoke(main, command, catch_exceptions=False)
    count = "9 records are not public, or not as a whole: 4 drafts, 2 under embargo until"
    assert count in public.output
    assert public.output.count("With --drafts they are shown.") == 1
    preview = CliRunner().invoke(main, [*command, "--drafts"], catch_exceptions=False)
    assert re.search(r"pages of a preview that may not be published are in preview ", preview.output)
    assert where(tmp_path / "site", "kestrel") == []
    assert where(tmp_path / "preview", "kestrel")
