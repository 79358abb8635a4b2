"""The search index: which passages it has, what it knows of them, and its files."""

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bcbsite.archive.archive import Archive, join
from bcbsite.read.content import read_content
from bcbsite.search.expansions import acronyms
from bcbsite.search.files import search_files
from bcbsite.search.index import make_index
from bcbsite.search.joint import Joint
from bcbsite.search.pairs import Pairs
from bcbsite.search.passage import Passage
from bcbsite.search.passages import passages_of
from bcbsite.search.words import Words, bare, stem, tokens
from conftest import write

BOARD = (
    "name: Board\narea: Kent\ntopics: [{id: vans, title: Vans, terms: [van]}]\nsynonyms: {bobby: [officer]}\n"
)


def archive_of(folder: Path, files: dict[str, str]) -> Archive:
    content, _ = read_content(write(folder, {"board.yaml": BOARD} | files))
    assert content
    return join(content, date(2026, 11, 1))


def passages(folder: Path, body: str) -> list[Passage]:
    files = {"meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\n{body}\n"}
    found = passages_of(archive_of(folder, files))
    return [p for p in found if p.kind == "Minutes" and not p.only_named]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under-spend of £299,570k", ["under-spend", "of", "£299,570k"]),
        ("the Constable’s 5% – 6.4.2", ["the", "constable's", "5%", "6.4.2"]),
        ("999 and 101; £9.99", ["999", "and", "101", "£9.99"]),
        ("Café COP26 (COP 26)", ["cafe", "cop26", "cop", "26"]),
        ("2019/20", ["2019", "20"]),
        ("neigh\u00adbour\u200bhood\ufeff teams", ["neighbourhood", "teams"]),
        ("£1.5m £2bn £3million £1.5 m", ["£1.5m", "£2bn", "£3m", "£1.5m"]),
        ("12 per cent, 5 percent and 7 %", ["12%", "5%", "and", "7%"]),
        ("4 millionaires", ["4", "millionaires"]),
        ("Bjørn Łukasz Straßer Æthel", ["bjorn", "lukasz", "strasser", "aethel"]),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organization"),
        ("behaviour", "behavior"),
        ("centre", "center"),
        ("programme", "program"),
        ("offences", "offense"),
        ("enquiry", "inquiry"),
        ("policing", "police"),
        ("burglaries", "burglary"),
        ("constable's", "constables"),
        ("officer's", "officers"),
    ],
)
def test_spellings_and_forms_of_one_word_are_one_term(one: str, other: str) -> None:
    assert Words()[one] == Words()[other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hour", "hor"),
        ("four", "for"),
        ("size", "sise"),
        ("police", "policy"),
        ("officers", "office"),
        ("commissioners", "commissioning"),
        ("communication", "community"),
        ("executive", "execution"),
        ("news", "new"),
    ],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert Words()[one] != Words()[other]


def test_a_hyphenated_word_is_found_joined_and_in_parts() -> None:
    assert Words()["under-spend"] == ("under", "spend", "underspend")


@pytest.mark.parametrize(
    ("token", "terms"),
    [
        ("£299,570k", ("£299570000", "299570000", "299570")),
        ("£404k", ("£404000", "404000", "404")),
        ("£404,000", ("£404000", "404000")),
        ("£1.5m", ("£1500000", "1500000", "1.5")),
        ("£9.90", ("£9.9", "9.9", "9.90")),
        ("12%", ("12%", "12")),
        ("6.10", ("6.10",)),
        ("cop26", ("cop", "26", "cop26")),
    ],
)
def test_an_amount_is_found_however_it_is_written(token: str, terms: tuple[str, ...]) -> None:
    assert Words()[token] == terms


def test_a_numbered_paragraph_has_its_list(tmp_path: Path) -> None:
    found = passages(
        tmp_path, "## 5. Vans\n\n5.1 These:\n\n- ten\n- blue\n\nLoose.\n\n5.2 More.\n\n## 6. Other\n\nAlone."
    )
    assert [(p.address.partition("#")[2], p.label, p.heading, p.text) for p in found] == [
        ("p5-1", "5.1", "Vans", "These:\nten\nblue\nLoose."),
        ("p5-2", "5.2", "Vans", "More."),
        ("item-6-n1", "", "Other", "Alone."),
    ]
    assert [p.topics for p in found] == [
        (),
        (),
        (),
    ]  # the terms of a topic are whole words: “van”, not “Vans”


def test_what_a_document_repeats_is_there_once(tmp_path: Path) -> None:
    found = passages(
        tmp_path,
        "2.1 The Board is asked to note the paper.\n\n3.1 New.\n\n4.1 The Board is asked to note the paper.",
    )
    assert [p.label for p in found] == ["2.1", "3.1"]


def test_a_repeated_paragraph_and_an_item_are_found_by_their_numbers(tmp_path: Path) -> None:
    body = "## 5.0 Vans\n\n5.1 Noted.\n\n5.2 Noted.\n"
    minutes = {"meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\n{body}"}
    index = make_index(passages_of(archive_of(tmp_path, minutes)))
    for name, anchor in [
        ("=5@2022-02-10", "item-5-0"),
        ("=5.0@2022-02", "item-5-0"),
        ("=5.1@2022-02", "p5-1"),
        ("=5.2@2022-02", "p5-2"),
    ]:
        [found] = index.terms[name].passages
        assert index.passages[found].address == f"meetings/2022-02-10/minutes/#{anchor}"
    [once] = index.terms["note"].passages
    assert index.passages[once].label == "5.1"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Force", "force"),
        ("Who is the PCC", "pcc"),
        ("41.0", "41.0"),
        ("The Who", "the who"),
        ("Det. Supt.", "det. supt"),
    ],
)
def test_names_begin_with_a_word_that_says_something(name: str, expected: str) -> None:
    assert bare(name) == expected


def test_what_has_a_name_is_found_by_it(tmp_path: Path) -> None:
    """Small words at its beginning are left out, as those of a question are."""
    people = "people:\n  - {id: ann, name: Ann Other, aliases: [A Other], posts: [{post: Chief Constable, organisation: force}]}\n"
    board = f"{BOARD}organisations: [{{id: force, name: Kent Police, aliases: [the Force]}}]\n"
    minutes = "---\ndate: 2022-02-10\nmembers: ['Ann Other, Chief Constable']\n---\n\n1.1 A van.\n"
    files = {"board.yaml": board, "people.yaml": people, "meetings/2022-02-10/minutes.md": minutes}
    index = make_index(passages_of(archive_of(tmp_path, files)))
    for name, kind in [
        ("=ann other", "Person"),
        ("=other", "Person"),
        ("=chief constable", "Post"),
        ("=cc", "Post"),
        ("=force", "Organisation"),
        ("=kp", "Organisation"),
        ("=vans", "Topic"),
    ]:
        assert [index.passages[n].kind for n in index.terms[name].passages] == [kind], name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Making Every Adult Matter (MEAM)", {"meam": "making every adult matter"}),
        (
            "the Office of the Police and Crime Commissioner (“OPCC”)",
            {"opcc": "office of the police and crime commissioner"},
        ),
        (
            "Key Performance Indicators (KPIs) and the Vulnerability Focus Desk (the “VFD”)",
            {"kpi": "key performance indicators", "vfd": "vulnerability focus desk"},
        ),
        ("the Panel (PCP)", {}),
        ("Some Words (and more)", {}),
    ],
)
def test_acronyms_are_read_from_the_records(text: str, expected: dict[str, str]) -> None:
    assert acronyms([Passage("", "", "", "", "", text, None)]) == expected


def test_a_rarer_and_shorter_passage_says_more() -> None:
    texts = ["van", "van " + "word " * 50, "boat"]
    index = make_index(Passage(f"{n}", "", "", "", "", text, None) for n, text in enumerate(texts))
    assert index.terms["van"].passages == [0, 1]
    high, low = index.terms["van"].impacts
    assert high > low
    assert index.terms["van"].frequency == 2


def read_files(archive: Archive) -> tuple[dict[str, Any], dict[str, str], dict[str, bytes]]:
    """The manifest, the unpacked files of its build, and all bytes."""
    files = dict(search_files(archive))
    manifest = json.loads(gzip.decompress(files["search/index.bin"]))
    folder = f"search/{manifest['build']}/"
    assert {name for name in files if not name.startswith(folder)} == {"search/index.bin"}
    texts = {name.removeprefix(folder): gzip.decompress(data).decode() for name, data in files.items()}
    return manifest, texts, files


def lines_of(manifest: dict[str, Any], texts: dict[str, str]) -> list[list[list[Any]]]:
    """The lines of each file of terms."""
    count = len(manifest["terms"])
    return [list(map(json.loads, texts[f"terms-{number}.bin"].split("\n"))) for number in range(count)]


def archive_with(folder: Path, body: str) -> Archive:
    return archive_of(folder, {"meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\n{body}"})


def test_the_files_are_as_documented(tmp_path: Path) -> None:
    body = "".join(f"{n}.1 Word{n} bobby officer van.\n\n" for n in range(1, 80))
    manifest, texts, _ = read_files(archive_with(tmp_path, body))
    assert manifest["format"] == 4
    lines = [line for part in lines_of(manifest, texts) for line in part]
    [officer] = [line for line in lines if line[0] == stem("officer")]
    assert officer[1:3] == [79, ["officer"]]
    assert len(officer[3]) == len(officer[5:]) == 79
    assert officer[4] == ""  # a term with one form
    passages = [json.loads(text) for name, text in texts.items() if "texts-" in name]
    assert sum(map(len, passages)) == manifest["passages"]
    assert len(passages[0]) == manifest["texts"]
    synonyms = json.loads(texts["synonyms.bin"])
    assert {said: meant for group, meant in synonyms for said in group}["bobbi"][0] == "officer"
    assert not [meant for _, meant in synonyms if meant == ["it"]]  # a small word alone means nothing
    filters = json.loads(texts["filters.bin"])
    assert filters["year"]["values"] == ["2022"]
    assert len(filters["day"]) == manifest["passages"]


def test_terms_are_in_order_and_the_files_begin_as_they_are_told_apart(tmp_path: Path) -> None:
    body = "1.1 The boards' 's $ -- £ van £9.99 with police officers.\n\n"
    body += "".join(f"{n}.2 Word{n * 7919}.\n\n" for n in range(1, 900))
    manifest, texts, _ = read_files(archive_with(tmp_path, body))
    parts = [[line[0] for line in part] for part in lines_of(manifest, texts)]
    terms = [term for part in parts for term in part]
    assert terms == sorted(set(terms))
    assert all(terms)
    assert {"=1.1@2022-02", "~police officer", "£9.99"} <= set(terms)
    assert len(parts) > 1
    for (first, part), after in zip(
        zip(manifest["terms"], parts, strict=True), manifest["terms"][1:], strict=False
    ):
        assert part[0].startswith(first)
        assert part[-1] < after


def test_a_synonym_of_several_words_stands_where_all_of_them_do(tmp_path: Path) -> None:
    own = "{bobby: [officer of the police, fire officer, van], rain: [of the]}"
    board = BOARD.replace("{bobby: [officer]}", own)
    said = [
        "An officer.",
        "Police, the officer and police.",
        "Police.",
        "Fire.",
        "The police officer: a van.",
    ]
    body = "".join(f"{n}.1 {text}\n\n" for n, text in enumerate(said, 1))
    files = {"board.yaml": board, "meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\n{body}"}
    archive = archive_of(tmp_path, files)
    _, texts, _ = read_files(archive)
    synonyms = {said: meant for group, meant in json.loads(texts["synonyms.bin"]) for said in group}
    assert synonyms["bobbi"][:2] == ["officer of the police", "van"]  # no passage has fire and officer
    index = make_index(passages_of(archive))
    found = Joint(index)["officer of the police"]
    assert found
    assert [index.passages[n].label for n in found.passages] == ["2.1", "5.1"]
    for at, impact in zip(found.passages, found.impacts, strict=True):
        both = [index.terms[term] for term in (stem("officer"), stem("police"))]
        assert impact == min(term.impacts[list(term.passages).index(at)] for term in both)


def test_pairs_of_words_have_their_places(tmp_path: Path) -> None:
    """Capitals and hyphens make no difference, small words stand, and a sentence goes on; a repeat has its own."""
    text = "Hate-crime of the year. The hate crime: £404,000."
    _, texts, _ = read_files(archive_with(tmp_path, f"1.1 {text}\n\n2.1 {text}\n"))
    lines = [json.loads(line) for line in texts["pairs-0.bin"].split("\n")]
    pairs = {pair: (places, steps) for pair, places, *steps in lines}
    assert list(pairs) == sorted(pairs)
    places, (first, again, repeat, last) = pairs["hate crime"]
    assert (places, again, repeat > 0, last) == ("0606", 0, True, 0)
    assert pairs["crime of"] == ("11", [first, repeat])
    assert pairs["crime £404000"][0] == "77"
    assert pairs["year the"][0] == "44"
    assert json.loads(texts["pairs.bin"])[0] <= lines[0][0]


def test_places_are_written_in_a_row() -> None:
    pairs = Pairs()
    words = ["a "] * 1100
    pairs.add(3, (words,))
    [(pair, line)] = pairs.lines()
    assert pair == "a a"
    _, places, *steps = json.loads(line)
    assert places.startswith("0123456789abcdefghijklmnopqrstuvB0B1")
    assert places.endswith("BCa")  # 1098 = 1 × 1024 + 2 × 32 + 10
    assert steps == [3] + [0] * 1098


def test_forms_of_a_word_are_told_apart(tmp_path: Path) -> None:
    body = "1.1 Housing and a house.\n\n2.1 The houses.\n\n3.1 Housing.\n"
    index = make_index(
        passages_of(
            archive_of(tmp_path, {"meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\n{body}"})
        )
    )
    house = index.terms["hous"]
    assert house.forms == ["housing", "house", "houses"]
    assert [index.passages[n].label for n in house.passages] == ["1.1", "2.1", "3.1"]
    assert house.masks == "341"


def test_related_words_are_for_words_that_the_records_lack(tmp_path: Path) -> None:
    _, texts, _ = read_files(archive_with(tmp_path, "1.1 A burglary, a robbery and an offence.\n"))
    related = json.loads(texts["related.bin"])
    assert related
    assert not {"burglari", "robberi", "offens"} & related.keys()
    assert {"burglari", "robberi", "offens"} <= {stem for stems in related.values() for stem in stems}


def test_another_build_has_another_name(tmp_path: Path) -> None:
    """Whatever differs: browsers keep the files of a build for a year."""
    body = "1.1 A van.\n"
    builds = [read_files(archive_with(tmp_path / "a", body))[0]["build"]]
    builds.append(read_files(archive_with(tmp_path / "b", body.replace("van", "vat")))[0]["build"])
    people = {"board.yaml": BOARD.replace("terms: [van]", "terms: [boat]")}  # only the filters know of it
    minutes = {"meetings/2022-02-10/minutes.md": f"---\ndate: 2022-02-10\n---\n\n{body}"}
    builds.append(read_files(archive_of(tmp_path / "c", people | minutes))[0]["build"])
    assert len(set(builds)) == 3


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    archive = archive_with(tmp_path, "1.1 A van.\n")
    assert read_files(archive) == read_files(archive)


def test_every_result_has_its_place_on_the_site(demonstration: Path) -> None:
    for file in sorted((demonstration / "search").glob("*/texts-*.bin")):
        for address, *_ in json.loads(gzip.decompress(file.read_bytes())):
            page, _, anchor = address.partition("#")
            html = (demonstration / page / "index.html").read_text("utf-8")
            assert not anchor or f'id="{anchor}"' in html, address
