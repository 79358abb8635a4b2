"""Addresses with a name are erased, and people without a page have none."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from bcbsite.archive.addresses import is_attached
from bcbsite.archive.people import has_page
from bcbsite.cli.main import main
from bcbsite.diagnostics import Span
from bcbsite.model.board import Board
from bcbsite.model.erasure import digest_of
from bcbsite.model.people import Person, Post
from bcbsite.new.erase import erase
from bcbsite.pipeline import load
from bcbsite.publish.publication import purge
from conftest import NOW, build, write
from leaks import pdf_file, where
from publishing import new_server
from test_linear import within

HALE = "people:\n  - {id: robin-hale, name: Robin Hale, posts: [{post: Treasurer}]}\n"
OKAFOR = "  - {id: sam-okafor, name: Sam Okafor, posts: [{post: Chief Constable}]}\n"
MINUTES = """---
date: 2022-02-10
members:
  - Robin Hale, Treasurer
  - Sam Okafor, Chief Constable
---

## Thanks to Robin Hale

1.1 Robin Hale was thanked; Sam Okafor spoke.
"""
FOLDER = "meetings/2022-02-10"
FILES = {"people.yaml": HALE + OKAFOR, f"{FOLDER}/minutes.md": MINUTES}
ANONYMOUS = MINUTES.replace("  - Robin Hale, Treasurer\n", "").replace("Robin Hale", "a colleague")
DIGEST = sha256(b"people/robin-hale/").hexdigest()


def test_the_name_is_in_no_byte_after_an_erasure(tmp_path: Path) -> None:
    server = new_server(tmp_path)
    clone = server.clone()
    clone.publish({f"content/{name}": text for name, text in FILES.items()})
    assert where(server.live.site, "robin")
    assert where(server.live.site, "okafor")
    content = clone.folder / "content"
    for address in ("people/robin-hale/", f"{FOLDER}/minutes/#item-thanks-to-robin-hale"):
        assert CliRunner().invoke(main, ["erase", address, "--content", str(content)]).exit_code == 0
    erased = (content / "erased.txt").read_text("utf-8")
    clone.publish(
        {
            "content/people.yaml": "people:\n" + OKAFOR,
            f"content/{FOLDER}/minutes.md": ANONYMOUS,
            "content/erased.txt": erased,
            "content/redirects.yaml": "posts/treasurer/: {gone: The post is not listed any more.}\n",
        }
    )
    assert purge(server.settings, datetime.now(UTC).replace(microsecond=0), lambda _: None) == 1
    assert where(server.releases.folder, "robin") == where(server.releases.folder, "hale") == []
    assert where(server.releases.folder, "okafor")
    assert not (server.live.site / "people/robin-hale").exists()
    assert "robin" not in erased.casefold()
    assert DIGEST in erased


def test_the_command_says_what_still_has_the_name(tmp_path: Path) -> None:
    content = write(tmp_path, {"board.yaml": "name: The Board\narea: Kent\n", **FILES})
    run = CliRunner().invoke
    run(main, ["permalinks", "--content", str(content)])
    assert "people/robin-hale/" in (content / "permalinks.txt").read_text("utf-8")
    said = run(main, ["erase", "people/robin-hale", "--content", str(content)]).output.splitlines()
    assert said[0].endswith("Lines taken from permalinks.txt: 1.")
    assert f"{content}/people.yaml:2: this line still has it." in said
    assert f"{content}/{FOLDER}/minutes.md:8: this line still has it." in said
    assert "people/robin-hale/" not in (content / "permalinks.txt").read_text("utf-8")
    again = run(main, ["erase", "people/robin-hale/", "--content", str(content)])
    assert (content / "erased.txt").read_text("utf-8").split().count(DIGEST) == 1
    assert again.exit_code == 0
    assert "BCB752" in run(main, ["check", "--content", str(content)]).output
    assert run(main, ["erase", "https://example.org/", "--content", str(content)]).exit_code == 1


# The last part of an address, a file, and the lines that have the name.
WRITTEN = [
    ("zoe-ocallaghan", "Zoë O’Callaghan\nZoe O'Callaghan\nZoe\u0308 O‘CALLAGHAN\nZoe Callaghan\n", [1, 2, 3]),
    ("zoe-o-callaghan", "Zoë O’Callaghan\nZoë O’ Callaghan\n", [1, 2]),
    ("alex-morgan", "We met Alex\nMorgan, and\n\nAlex **Morgan**\nAlex\u00a0Morgan\n", [1, 4, 5]),
    ("alex-morgan", "name,post\nMorgan,Alex,Clerk\n“Morgan, Alex”\nAlex Moran\n", [2, 3]),
    ("alex-j-morgan", "Alex J. Morgan\nMorgan, Alex J.\n", [1, 2]),
    ("soren-berg", "Søren Berg\n", [1]),
    ("sren-berg", "Søren Berg\n", [1]),
    ("item-alex-morgan", "Alex Morgan\n", [1]),
    ("alex-morgan.csv", "Alex Morgan\n", [1]),
]


@pytest.mark.parametrize(("last", "text", "lines"), WRITTEN)
def test_a_name_is_found_however_it_is_written(
    tmp_path: Path, last: str, text: str, lines: list[int]
) -> None:
    folder = write(tmp_path, {"a.md": text})
    found = [said for said in erase(folder, f"people/{last}/") if "still has it" in said]
    assert found == [f"{folder}/a.md:{line}: this line still has it." for line in lines]


def test_attached_files_are_looked_into_or_named(tmp_path: Path) -> None:
    papers = "meetings/2022-02-10/papers"
    files = {
        f"{papers}/a.CSV": "x\nMorgan,Alex\n",
        f"{papers}/a.txt": "Alex Morgan",
        f"{papers}/b.pdf": b"%PDF",
    }
    folder = write(tmp_path, files)
    assert list(erase(folder, "people/alex-morgan/"))[-4:] == [
        f"{folder}/{papers}/a.CSV:2: this line still has it.",
        f"{folder}/{papers}/a.txt:1: this line still has it.",
        "Files that were not searched, so look into them:",
        f"{folder}/{papers}/b.pdf",
    ]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("people/alex-morgan", "people/alex-morgan/"),
        ("people/alex-morgan#x", "people/alex-morgan/#x"),
        ("meetings/2022-02-10/papers/05/alex-morgan.csv", "meetings/2022-02-10/papers/05/alex-morgan.csv"),
        ("old/alex.html", "old/alex.html"),
        ("decisions/D.1/", "decisions/D.1/"),
    ],
)
def test_the_digest_is_that_of_an_address_that_can_be(tmp_path: Path, written: str, address: str) -> None:
    list(erase(tmp_path, written))
    assert digest_of(address) in (tmp_path / "erased.txt").read_text("utf-8")


BESIDE = {
    "meetings/2022-02-10/papers/05-plan/table.csv": True,
    "meetings/2022-02-10/papers/05-plan/index.html.pdf": True,
    "meetings/2022-02-10/minutes/signed.pdf": True,
    "meetings/2022-02-10/papers/05-plan/index.md": False,
    "meetings/2022-02-10/minutes/index.json": False,
    "meetings/2022-02-10/minutes/tables/p1-1.csv": False,
    "meetings/2022-02-10/index.html": False,
    "papers/05-plan/table.csv": False,
}


@pytest.mark.parametrize("address", BESIDE)
def test_what_was_attached_is_known_by_its_address(address: str) -> None:
    assert is_attached(address) is BESIDE[address]


def test_a_long_text_is_looked_through_in_time(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.md": "Alex\n" * 100_000 + "Alex " * 100_000 + "Alex Morgan\n" * 50_000})
    with within(5):
        assert sum("still has it" in said for said in erase(folder, "people/alex-morgan/")) == 50_000


def person(*posts: str, page: bool | None = None) -> Person:
    at = Span("people.yaml")
    held = tuple(Post(post, None, None, None, (), at) for post in posts)
    return Person("a", "Robin Hale", (), held, at, page)


PAGES = [
    (person("Staff Officer"), False),
    (person("staff officer to the Chief Constable"), False),
    (person("Inspector"), False),
    (person("Inspectorate Liaison"), True),
    (person("Treasurer"), True),
    (person("Staff Officer", "Treasurer"), True),
    (person(), True),
    (person("Staff Officer", page=True), True),
    (person("Treasurer", page=False), False),
]


@pytest.mark.parametrize(("who", "has"), PAGES)
def test_who_has_a_page(who: Person, has: bool) -> None:
    assert has_page(who, Board("B", "A", posts_without_page=("Staff Officer", "Inspector"))) is has
    assert has_page(who, Board("B", "A")) is (who.page is not False)


def test_who_has_no_page_is_still_named_in_the_minutes(tmp_path: Path) -> None:
    board = "name: The Board\narea: Kent\nposts_without_page: [Treasurer]\n"
    content = write(tmp_path / "content", {"board.yaml": board, **FILES})
    site = tmp_path / "site"
    CliRunner().invoke(
        main, ["build", "--content", str(content), "--site-dir", str(site)], catch_exceptions=False
    )
    assert not (site / "people/robin-hale").exists()
    assert "Robin Hale" in (site / FOLDER / "minutes/index.html").read_text("utf-8")
    assert "Robin Hale" not in (site / "data/people.json").read_text("utf-8")
    assert "Sam Okafor" in (site / "data/people.json").read_text("utf-8")


BOARD = "name: The Board\narea: Kent\n"
PAPER = "---\ntitle: Pay\n---\n\n1.1 A.\n"
ACTION = "actions:\n  - {id: 2022/%s, raised: 2022-02-10, action: Sell., owners: [A]%s}\n"
# For each kind of address: the records that have a name in it, and the address.
PLACES: dict[str, tuple[dict[str, str | bytes], str]] = {
    "a person": ({"people.yaml": HALE, f"{FOLDER}/minutes.md": MINUTES}, "people/robin-hale/"),
    "a post": (
        {"people.yaml": HALE.replace("Treasurer", "Aide to Robin Hale"), f"{FOLDER}/minutes.md": MINUTES},
        "posts/aide-to-robin-hale/",
    ),
    "a paper": ({f"{FOLDER}/papers/robin-hale.md": PAPER}, f"{FOLDER}/papers/robin-hale/"),
    "a file beside a paper": (
        {
            f"{FOLDER}/papers/pay.md": PAPER.replace("Pay\n", "Pay\nattachments: [robin-hale.pdf]\n"),
            f"{FOLDER}/papers/robin-hale.pdf": pdf_file("A."),
        },
        f"{FOLDER}/papers/pay/robin-hale.pdf",
    ),
    "the original of minutes": (
        {
            f"{FOLDER}/minutes.md": "---\ndate: 2022-02-10\nsource: {title: Copy, file: robin-hale.pdf}\n"
            "publish_source: yes\n---\n\n1.1 A.\n",
            f"{FOLDER}/robin-hale.pdf": pdf_file("A."),
        },
        f"{FOLDER}/minutes/robin-hale.pdf",
    ),
    "an item of minutes": ({f"{FOLDER}/minutes.md": MINUTES}, f"{FOLDER}/minutes/#item-thanks-to-robin-hale"),
    "an item of an agenda": (
        {f"{FOLDER}/agenda.md": "---\ndate: 2022-02-10\n---\n\n## Thanks to Robin Hale\n"},
        f"{FOLDER}/agenda/#item-thanks-to-robin-hale",
    ),
    "an item of a paper": (
        {f"{FOLDER}/papers/pay.md": PAPER.replace("1.1 A.", "## Robin Hale\n\n1.1 A.")},
        f"{FOLDER}/papers/pay/#item-robin-hale",
    ),
    "a meeting": (
        {f"{FOLDER}-robin-hale/minutes.md": "---\ndate: 2022-02-10\n---\n\n1.1 A.\n"},
        f"{FOLDER}-robin-hale/",
    ),
    "an inspection report": ({"section-55/robin-hale.md": "---\nreport: A\n---\n"}, "section-55/robin-hale/"),
    "a part of a response": (
        {"section-55/a.md": "---\nreport: A\n---\n\n## Letter of Robin Hale\n\nA.\n"},
        "section-55/a/#letter-of-robin-hale",
    ),
    "a page": ({"pages/robin-hale.md": "# A\n\nA.\n"}, "robin-hale/"),
    "a heading on a page": ({"pages/about.md": "# A\n\n## Robin Hale\n\nA.\n"}, "about/#robin-hale"),
    "a decision notice": (
        {"decisions/a.md": "---\nreference: ROBIN-HALE-1\ntitle: A\n---\n\nA.\n"},
        "decisions/ROBIN-HALE-1/",
    ),
    "an action": ({"actions.yaml": ACTION % ("robin-hale", "")}, "actions/2022/robin-hale/"),
    "a former id of an action": (
        {"actions.yaml": ACTION % ("1", ", was: [2022/robin-hale]")},
        "actions/2022/robin-hale/",
    ),
    "an organisation": (
        {"board.yaml": f"{BOARD}organisations: [{{id: Robin-Hale, name: A}}]\n"},
        "organisations/robin-hale/",
    ),
    "a topic": (
        {"board.yaml": f"{BOARD}topics: [{{id: robin-hale, title: A, terms: [a]}}]\n"},
        "topics/robin-hale/",
    ),
    "an old address": ({"redirects.yaml": "robin-hale/: meetings/\n"}, "robin-hale/"),
    "an old place": ({"redirects.yaml": "'meetings/#robin-hale': meetings/\n"}, "meetings/#robin-hale"),
}


def codes(content: Path) -> list[str]:
    return [one.code for one in load(content, NOW).diagnostics]


@pytest.mark.parametrize("kind", PLACES)
def test_an_erased_address_of_any_kind_is_not_used_again(tmp_path: Path, kind: str) -> None:
    files, address = PLACES[kind]
    content = write(tmp_path / "content", {"board.yaml": BOARD, **files})
    assert "BCB752" not in codes(content)
    CliRunner().invoke(main, ["permalinks", "--content", str(content)])
    said = CliRunner().invoke(main, ["erase", address, "--content", str(content)], catch_exceptions=False)
    assert said.exit_code == 0
    assert "still has it" in said.output
    assert address not in (content / "permalinks.txt").read_text("utf-8")
    assert "BCB752" in codes(content)
    assert load(content, NOW).pages is None


def test_after_an_erasure_no_byte_has_the_name_of_any_place(tmp_path: Path) -> None:
    files = {name: text for of_kind, _ in PLACES.values() for name, text in of_kind.items()}
    files |= {"board.yaml": BOARD, "people.yaml": HALE + OKAFOR, f"{FOLDER}/minutes.md": MINUTES}
    content = write(tmp_path / "content", files)
    before = build(content, tmp_path / "before")
    assert len({path.split("/")[0] for path in where(before, "robin")}) > 6
    CliRunner().invoke(main, ["permalinks", "--content", str(content)])
    for _, address in PLACES.values():
        CliRunner().invoke(main, ["erase", address, "--content", str(content)])
    kept = {name: (content / name).read_text("utf-8") for name in ("permalinks.txt", "erased.txt")}
    mended = {
        _anonymous(name): text if isinstance(text, bytes) else _anonymous(text)
        for name, text in files.items()
    }
    del mended["redirects.yaml"]  # only these lines lead to what is erased
    after = write(tmp_path / "after", {**kept, **mended})
    site = build(after, tmp_path / "site")
    assert where(site, "robin") == where(site, "hale") == []
    assert where(site, "okafor")
    assert not any("robin" in text.casefold() for text in kept.values())


def _anonymous(text: str) -> str:
    """*text* with a colleague in the place of the name, in words and in addresses."""
    for name, other in (
        ("robin-hale", "a-colleague"),
        ("ROBIN-HALE", "COLLEAGUE"),
        ("Robin-Hale", "Colleague"),
    ):
        text = text.replace(name, other)
    return text.replace("Robin Hale", "A Colleague")


def test_what_lies_below_an_erased_page_is_erased_with_it(tmp_path: Path) -> None:
    folder = f"{FOLDER}-robin-hale"
    files = {
        f"{folder}/minutes.md": "---\ndate: 2022-02-10\n---\n\n1.1 A.\n",
        f"{folder}/papers/pay.md": PAPER,
        f"{FOLDER}/papers/pay.md": PAPER,
    }
    content = write(tmp_path, {"board.yaml": BOARD, **files})
    CliRunner().invoke(main, ["permalinks", "--content", str(content)])
    assert f"{folder}/papers/pay/" in (content / "permalinks.txt").read_text("utf-8")
    CliRunner().invoke(main, ["erase", f"{folder}/index.html", "--content", str(content)])
    kept = (content / "permalinks.txt").read_text("utf-8")
    assert "robin-hale" not in kept
    assert f"{FOLDER}/papers/pay/" in kept


# Lines that still have the name of people/zoe-nunez/, and lines that have not.
STILL = [
    ("Zoë Núñez spoke.", True),
    ("zoe_nunez.pdf", True),
    ("ZOË   NÚÑEZ", True),
    ("**Zoë** Núñez spoke.", True),
    ("Thanks went to Zoë\nNúñez for this.", True),
    ("zoe-nunez", True),
    ("Zoë Núñezova spoke.", False),
    ("Zoë\nand Núñez spoke.", False),
]


@pytest.mark.parametrize(("text", "has"), STILL)
def test_lines_that_still_have_the_name(tmp_path: Path, text: str, has: bool) -> None:
    content = write(tmp_path, {"board.yaml": BOARD, "pages/a.md": f"# A\n\n{text}\n"})
    said = CliRunner().invoke(main, ["erase", "people/zoe-nunez/", "--content", str(content)]).output
    assert (f"{content}/pages/a.md:3: this line still has it." in said) is has


def test_files_that_are_not_searched_are_named(tmp_path: Path) -> None:
    content = write(tmp_path, {"board.yaml": BOARD, f"{FOLDER}/papers/a.pdf": pdf_file("Robin Hale")})
    said = CliRunner().invoke(main, ["erase", "people/robin-hale/", "--content", str(content)]).output
    assert said.splitlines()[-2:] == [
        "Files that were not searched, so look into them:",
        f"{content}/{FOLDER}/papers/a.pdf",
    ]


@pytest.mark.parametrize(
    "address", ["people/", "meetings/2022-02-10/", "actions/2021/7/", "/", "#robin-hale"]
)
def test_what_can_have_no_name_is_not_erased(tmp_path: Path, address: str) -> None:
    content = write(tmp_path, {"board.yaml": BOARD})
    assert CliRunner().invoke(main, ["erase", address, "--content", str(content)]).exit_code == 1
    assert not (content / "erased.txt").exists()
