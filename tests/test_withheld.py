"""Parts of documents that are withheld: what the public sees of them, and what it does not."""

from pathlib import Path

import pytest

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Severity
from bcbsite.model.body import Item
from bcbsite.pipeline import load
from conftest import NOW, build, write
from leaks import where

M = "meetings/2022-02-10"
BOARD = "name: The Board\narea: Kent\nmarkdown: yes\n"
OPEN = "## 1. Boats\n\n1.1 Blue.\n\n1.2 Red.\n\nMore.\n\n"


def minutes(withhold: str, body: str, front: str = "") -> dict[str, str]:
    key = f"withhold:\n  - {withhold}\n" if withhold else ""
    return {"board.yaml": BOARD, f"{M}/minutes.md": f"---\ndate: 2022-02-10\n{front}{key}---\n\n{body}"}


def public(folder: Path, files: dict[str, str]) -> Archive:
    write(folder, files)
    loaded = load(folder, NOW)
    errors = [d for d in loaded.diagnostics if d.rule.severity is Severity.ERROR]
    assert loaded.public, [(d.code, d.message) for d in errors]
    return loaded.public


def codes(folder: Path, files: dict[str, str]) -> list[str]:
    write(folder, files)
    return [d.code for d in load(folder, NOW).diagnostics if d.rule.severity is Severity.ERROR]


# A text, what is withheld, and what the public sees: headings, and the words of paragraphs.
SHOWN = {
    "an item, with those within it": (
        f"{OPEN}## 2. Lease (Exempt)\n\n2.1 Lilac.\n\n### 2.2 Rent\n\nLilac.\n\n## 3. Oars\n\n3.1 Wood.\n",
        '{at: "2", reason: It is exempt.}',
        ["1 Boats", "Blue.", "Red.", "More.", "2 Lease", "Withheld: It is exempt.", "3 Oars", "Wood."],
    ),
    "a part, with all that comes after it": (
        f"{OPEN}## Part 2 – private\n\n## 2. Lease\n\n2.1 Lilac.\n\n## 3. Oars\n\n3.1 Wood.\n",
        "{at: item-part-2-private, reason: It is exempt.}",
        ["1 Boats", "Blue.", "Red.", "More.", "Part 2 – private", "Withheld: It is exempt."],
    ),
    "what comes after the public is shut out": (
        f"{OPEN}## 2. Exclusion of the press and public\n\n2.1 So resolved.\n\n## 3. Lease\n\n3.1 Lilac.\n",
        '{at: "2", reason: It is exempt.}',
        [
            *("1 Boats", "Blue.", "Red.", "More."),
            *("2 Exclusion of the press and public", "So resolved.", "Withheld: It is exempt."),
        ],
    ),
    "what comes after a paragraph that shuts it out": (
        f"{OPEN}## 2. End\n\n2.1 The press and public were excluded from the meeting.\n\n## 3. Lease\n\n3.1 Lilac.\n",
        '{at: "2.1", reason: It is exempt.}',
        [
            *("1 Boats", "Blue.", "Red.", "More.", "2 End"),
            *("The press and public were excluded from the meeting.", "Withheld: It is exempt."),
        ],
    ),
    "a paragraph, with what belongs to it": (
        "## 1. Boats\n\n1.1 Lilac.\n\nLilac.\n\n1.2 Red.\n",
        '{at: "1.1", reason: "OFFICIAL-SENSITIVE, so not for publication."}',
        ["1 Boats", "Withheld: OFFICIAL-SENSITIVE, so not for publication.", "Red."],
    ),
    "what comes after words that are wrapped": (
        f"{OPEN}2.1 RESOLVED that the press and public be excluded\nfrom the meeting.\n\n## 3. Lease\n\n3.1 Lilac.\n",
        '{at: "2.1", reason: It is exempt.}',
        [
            *("1 Boats", "Blue.", "Red.", "More."),
            *("RESOLVED that the press and public be excluded\nfrom the meeting.", "Withheld: It is exempt."),
        ],
    ),
    "the rest of the item in which the public are shut out": (
        "## 2. End\n\n2.1 The public were excluded.\n\n2.2 Lilac.\n\n## 3. Lease\n\n3.1 Lilac.\n",
        '{at: "2.1", reason: It is exempt.}',
        ["2 End", "The public were excluded.", "Withheld: It is exempt."],
    ),
    "a paragraph that says more than that the public are shut out": (
        "## 2. End\n\n2.1 The public were excluded, and Lilac left.\n\n## 3. Lease\n\n3.1 Lilac.\n",
        '{at: "2.1", reason: It is exempt.}',
        ["2 End", "Withheld: It is exempt."],
    ),
    "an item within the exclusion": (
        "## 2. Exclusion of the  press and public\n\n2.1 Agreed.\n\n### Lease\n\nLilac.\n",
        '{at: "2", reason: It is exempt.}',
        ["2 Exclusion of the  press and public", "Agreed.", "Withheld: It is exempt."],
    ),
    "a limb, with its own limbs": (
        "## 1. Boats\n\n1.1 Red:\n\n(a) Lilac:\n\n(i) Lilac.\n\n(ii) Lilac.\n\nLilac.\n\n(b) Blue.\n",
        "{at: p1-1-a, reason: It is exempt.}",
        ["1 Boats", "Red:", "Withheld: It is exempt.", "(b) Blue."],
    ),
    "the footnotes of what is withheld": (
        "## 1. Boats\n\n1.1 Lilac[^1].\n\n1.2 Red[^2].\n\n[^1]: Lilac[^3].\n\n[^2]: Blue.\n\n[^3]: Lilac.\n",
        '{at: "1.1", reason: It is exempt.}',
        ["1 Boats", "Withheld: It is exempt.", "Red[2].", "Blue."],
    ),
    "two, of which one lies in the other": (
        "## 1. Boats\n\n1.1 Lilac.\n\n1.2 Lilac.\n",
        '{at: "1", reason: A.}\n  - {at: "1.2", reason: B.}',
        ["1 Boats", "Withheld: A."],
    ),
}


@pytest.mark.parametrize(("body", "withhold", "right"), SHOWN.values(), ids=SHOWN)
def test_what_the_public_sees(body: str, withhold: str, right: list[str], tmp_path: Path) -> None:
    archive = public(tmp_path, minutes(withhold, body))
    found = archive.meetings["2022-02-10"].minutes
    assert found
    shown = [p.heading if isinstance(p, Item) else p.text for p in found.body.parts]
    assert shown == right


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Part 2 – private",
            "Part II",
            "PART TWO",
            "Exempt items",
            "Private session",
            "Part B: confidential",
        ),
        *("Exclusion of press and public", "Items in private", "CONFIDENTIAL", "Closed session"),
    ],
)
def test_a_part_stops_publication_until_it_is_withheld(heading: str, tmp_path: Path) -> None:
    body = f"{OPEN}## {heading}\n\n## 2. Lease\n\n2.1 Lilac.\n"
    assert codes(tmp_path / "a", minutes("", body)) == ["BCB501"]
    anchor = "item-" + heading.lower().replace(" – ", "-").replace(": ", "-").replace(" ", "-")
    assert codes(tmp_path / "b", minutes(f"{{at: {anchor}, reason: Why.}}", body)) == []


@pytest.mark.parametrize(
    ("withhold", "right"),
    [
        ('{at: "9", reason: Why.}', ["BCB401", "BCB501"]),
        ('{at: "2"}', ["BCB205", "BCB501"]),
        ('{at: "1.1", reason: Why.}', ["BCB501"]),
    ],
)
def test_a_withholding_that_is_not_right_withholds_nothing(
    withhold: str, right: list[str], tmp_path: Path
) -> None:
    files = minutes(withhold, f"{OPEN}## 2. Lease (Exempt)\n\n2.1 Lilac.\n")
    assert sorted(codes(tmp_path, files)) == right


def test_a_number_that_is_printed_twice_has_to_be_withheld_by_addresses(tmp_path: Path) -> None:
    twice = "## 9. Lease\n\n9.1 Lilac.\n\n9.1 Lilac.\n\n## 9. Lease (continued)\n\n9.2 Lilac.\n"
    waived = "waive:\n" + "".join(
        f'  - {{rule: repeated-label, at: "{at}", why: As signed.}}\n' for at in ("9", "9.1")
    )
    for number, place in enumerate(("9", "9.0", "9.1")):
        told = codes(tmp_path / str(number), minutes(f'{{at: "{place}", reason: Why.}}', twice, waived))
        assert told == ["BCB507"]
    each = "{at: item-9, reason: A.}\n  - {at: item-9-r2, reason: B.}"
    found = public(tmp_path / "each", minutes(each, twice, waived)).meetings["2022-02-10"].minutes
    assert found
    assert not any("Lilac" in part.text for part in found.body.passages)


def test_no_withheld_word_is_in_the_site(tmp_path: Path) -> None:
    """Neither the text, nor what it decided, raised or reported, nor what front matter and the log say of it."""
    body = (
        f"Present: Zilpha Quokka\n\n{OPEN}## 2. Lease (Exempt)\n\n2.1 Wombat.\n\n### Wombats\n\nAction: Clerk to buy a wombat.\n\n"
        "Resolved: That the wombat be bought.\n\n"
    )
    front = "decisions:\n" + "".join(
        f'  - {{at: "{at}", kind: approved, by: Wombat}}\n' for at in ("2", "2.1")
    )
    front += "errata:\n" + "".join(
        f'  - {{date: 2022-03-01, at: "{at}", was: A wombat, now: a quokka, what: A wombat for a quokka.}}\n'
        for at in ("2", "2.0", "item-2", "2.1")
    )
    files = minutes('{at: "2", reason: It is exempt.}\n  - {at: start-n1, reason: Private.}', body, front)
    files["actions.yaml"] = (
        'actions:\n  - id: 2022/1\n    raised: {meeting: 2022-02-10, item: "2.1"}\n    action: Buy a wombat.\n'
        '  - id: 2022/2\n    raised: {meeting: 2022-02-10, item: "1.1"}\n    action: Paint it.\n'
        "    events:\n"
    )
    places = ("2", "2.", "2.0", "item-2", "2.1", "p2-1")
    for place in places:
        files["actions.yaml"] += (
            f'      - {{meeting: 2022-02-10, item: "{place}", update: The wombat came.}}\n'
        )
    for number, place in enumerate((*places, "2022-03-10#9", "2022-03-10#9.1", "2022-03-10#9.1(a)"), 3):
        raised = place if "#" in place else f"2022-02-10#{place}"
        files["actions.yaml"] += f'  - {{id: 2022/{number}, raised: "{raised}", action: Feed the wombat.}}\n'
    files["meetings/2022-03-10/agenda.md"] = (
        '---\ndate: 2022-03-10\nwithhold: [{at: "9", reason: Secret.}]\n---\n\n## 1. A\n\nb\n\n## 9. C\n\n9.1 Wombat.\n'
    )
    progress = "".join(f'  - {{meeting: "2022-02-10#{place}", what: The wombat.}}\n' for place in places)
    files["section-55/a.md"] = f"---\nreport: A\nprogress:\n{progress}---\n"
    files["people.yaml"] = "people:\n  - {id: zilpha-quokka, name: Zilpha Quokka}\n"
    files["decisions/A1.md"] = (
        '---\nreference: A1\ntitle: Vans\ndate: 2022-02-10\nmeeting: "2022-02-10#2.1"\n---\n\n'
        "See [the record](meeting:2022-02-10#2.1).\n"
    )
    files[f"{M}/papers/01-wombat.md"] = "---\ntitle: Rent\npublish: withheld\nreason: Why.\n---\n\nWombat.\n"
    files["meetings/2022-04-10/agenda.md"] = (
        "---\ndate: 2022-04-10\npublish_at: 2090-01-01\n---\n\n## Wombat\n\nb\n"
    )
    files["meetings/2022-01-10/minutes.md"] = (
        "---\ndate: 2022-01-10\n---\n\n1.1 [One](paper:2022-02-10/01-wombat), "
        "[two](meeting:2022-02-10#item-wombats), [three](meeting:2022-04-10#item-wombat) and the koala.\n"
    )
    site = build(write(tmp_path / "content", files), tmp_path / "site")
    assert "meetings/2022-01-10/minutes/index.md" in where(site, "koala")
    assert where(site, "ombat") == []
    assert where(site, "uokka") == []
    assert where(site, "It is exempt.")
    assert where(site, "Paint it.")
