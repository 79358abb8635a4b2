"""The registers as files: what they hold, that others can read them, and that nothing is lost on the way."""

import csv
import io
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from frictionless import Package, system, validate
from jsonschema import Draft202012Validator

from bcbsite.archive.archive import Archive
from bcbsite.exports.files import export_files
from bcbsite.exports.spreadsheet import SEPARATOR, guarded, unguarded
from bcbsite.model.blocks import plain_text
from bcbsite.registers.registers import REGISTERS
from bcbsite.registers.table import AnyRegister, Cell, Kind, Row
from conftest import MINUTES, REPOSITORY, build, load_all, write


def archive_in(folder: Path) -> Archive:
    archive = load_all(folder).public
    assert archive
    return archive


@pytest.fixture(scope="module", params=["demonstration", "real"])
def exported(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Archive, Path]:
    """An archive, and the folder of its exports."""
    folder = REPOSITORY / "content" if request.param == "demonstration" else request.getfixturevalue("real")
    archive, site = archive_in(folder), tmp_path_factory.mktemp(request.param)
    for address, content in export_files(archive, "https://example.org/board/"):
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return archive, site


def rows_of(register: AnyRegister, archive: Archive) -> list[Row]:
    """The rows of *register*, in which no words are the same as none."""
    return [tuple(None if cell == "" else cell for cell in row) for row in register.rows(archive)]


def typed(kind: Kind, text: Any) -> Any:
    match kind:
        case Kind.DATE:
            return date.fromisoformat(text)
        case Kind.TIME:
            return time.fromisoformat(text)
        case Kind.INSTANT:
            return datetime.fromisoformat(text)
        case Kind.NUMBER:
            return int(text)
        case Kind.YES_NO:
            return {"true": True, "false": False, 1: True, 0: False}[text]
        case _:
            return text


def from_csv(register: AnyRegister, data: bytes) -> Iterator[Row]:
    head, *lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head == [column.name for column in register.columns]
    for line in lines:
        cells: list[Cell] = []
        for column, cell in zip(register.columns, line, strict=True):
            text = unguarded(cell) if column.kind is Kind.TEXT else cell
            if column.several:
                cells.append(
                    tuple(typed(column.kind, each) for each in text.split(SEPARATOR)) if text else ()
                )
            else:
                cells.append(typed(column.kind, text) if text else None)
        yield tuple(cells)


def from_json(register: AnyRegister, objects: list[dict[str, Any]]) -> Iterator[Row]:
    for found in objects:
        assert list(found) == [column.name for column in register.columns]
        yield tuple(
            tuple(typed(column.kind, each) for each in found[column.name])
            if column.several
            else None
            if found[column.name] is None
            else typed(column.kind, found[column.name])
            for column in register.columns
        )


def from_database(register: AnyRegister, database: sqlite3.Connection) -> Iterator[Row]:
    names = ", ".join(f'"{column.name}"' for column in register.columns)
    for row in database.execute(f"SELECT {names} FROM {register.name} ORDER BY rowid"):
        found = {
            column.name: json.loads(cell) if column.several else cell
            for column, cell in zip(register.columns, row, strict=True)
        }
        yield from from_json(register, [found])


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_the_register_is_the_same_in_every_form(
    exported: tuple[Archive, Path], register: AnyRegister
) -> None:
    archive, site = exported
    rows = rows_of(register, archive)
    table = (site / f"data/{register.name}.csv").read_bytes()
    assert list(from_csv(register, table)) == rows
    assert list(from_json(register, json.loads((site / f"data/{register.name}.json").read_bytes()))) == rows
    with closing(sqlite3.connect(site / "data/records.sqlite")) as database:
        assert list(from_database(register, database)) == rows


def test_the_registers_hold_the_whole_archive(exported: tuple[Archive, Path]) -> None:
    """Told from the archive itself, and not by the functions that make the rows."""
    archive, site = exported

    def column(register: str, *names: str) -> list[tuple[Any, ...]]:
        objects = json.loads((site / f"data/{register}.json").read_bytes())
        return [tuple(found[name] or "" for name in names) for found in objects]

    documents = [document for meeting in archive.meetings.values() for document in meeting.documents]
    passages = [passage for document in documents for passage in document.body.passages]
    items = [item for document in documents for item in document.body.items]
    assert [row[1:] for row in column("paragraphs", "id", "label", "text")] == [
        (passage.label or "", passage.text) for passage in passages
    ]
    assert column("items", "label", "title", "note") == [
        (item.label or "", item.title.text, item.note or "") for item in items
    ]
    assert {row[0] for row in column("meetings", "id")} == {
        f"meetings/{id_}/" for id_ in (*archive.meetings, *archive.known)
    }
    assert column("actions", "reference", "text", "status") == [
        (h.action.id, plain_text(h.action.action), h.status or "") for h in archive.actions
    ]
    assert column("action_events", "text", "status") == [
        (plain_text(e.event.update), e.event.status or "") for h in archive.actions for e in h.events
    ]
    assert column("decisions", "address", "kind", "text") == [
        (d.address, d.kind, d.text) for d in archive.register
    ]
    assert column("findings", "id", "text") == [
        (f"section-55/{report.slug}/#{finding.anchor}", plain_text(finding.text))
        for report in archive.inspections
        for finding in report.findings
    ]
    assert column("people", "name") == [(record.person.name,) for record in archive.people]
    assert len(passages) > 100


@pytest.mark.parametrize("file", ["datapackage.json", "records.zip"])
def test_the_data_package_validates(exported: tuple[Archive, Path], file: str) -> None:
    with system.use_context(trusted=True):
        report = validate(str(exported[1] / "data" / file))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
    assert len(report.tasks) == len(REGISTERS)
    assert report.stats["warnings"] == 0


@pytest.mark.parametrize(
    ("table", "change", "fault"),
    [
        ("actions", (",2021-10-12,", ",soon,"), "type-error"),
        ("action_events", ("actions/2019/41/,", "actions/2019/99/,"), "foreign-key"),
        ("meetings", (",held,", ",,"), "constraint-error"),
        ("people", ("people/nick-dean/", "people/jon-lee/"), "primary-key"),
    ],
)
def test_the_validator_finds_what_is_wrong(
    exported: tuple[Archive, Path], tmp_path: Path, table: str, change: tuple[str, str], fault: str
) -> None:
    """So that it says something that it finds nothing."""
    shutil.copytree(exported[1] / "data", tmp_path / "data")
    descriptor = tmp_path / "data/datapackage.json"
    package = json.loads(descriptor.read_bytes())
    for resource in package["resources"]:
        del resource["hash"], resource["bytes"]  # that these differ would be found first
    descriptor.write_text(json.dumps(package))
    file = tmp_path / f"data/{table}.csv"
    text = file.read_bytes().decode()
    assert change[0] in text
    file.write_bytes(text.replace(*change, 1).encode())
    with system.use_context(trusted=True):
        found = {row[0] for row in validate(str(descriptor)).flatten(["type"])}
    assert fault in found


def test_the_descriptor_says_whose_data_it_is(exported: tuple[Archive, Path]) -> None:
    with system.use_context(trusted=True):
        package = Package(str(exported[1] / "data/datapackage.json"))
    assert package.homepage == "https://example.org/board/"
    licence = exported[0].board.licence
    assert [found["path"] for found in package.licenses] == ([licence.url] if licence else [])
    assert package.title == "Records of the Business Co-ordination Board, Cambridgeshire"


def checker(file: Path) -> Draft202012Validator:
    schema = json.loads(file.read_bytes())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_json_is_as_its_schema_says(exported: tuple[Archive, Path]) -> None:
    data = exported[1] / "data"
    for register in REGISTERS:
        schema = checker(data / f"{register.name}.schema.json")
        objects = json.loads((data / f"{register.name}.json").read_bytes())
        assert list(schema.iter_errors(objects)) == [], register.name
        assert not schema.is_valid([{"id": 1}])
    rows = json.loads((data / "actions.json").read_bytes())
    for key, value in (("raised_on", "12/10/2021"), ("owners", "OPCC"), ("draft", None), ("extra", 1)):
        assert not checker(data / "actions.schema.json").is_valid([{**rows[0], key: value}]), key


def test_every_record_lies_beside_its_page_as_json(exported: tuple[Archive, Path]) -> None:
    site = exported[1]
    schema = checker(site / "data/record.schema.json")
    files = list(site.rglob("index.json"))
    assert len(files) > 80
    for file in files:
        found = json.loads(file.read_bytes())
        assert list(schema.iter_errors(found)) == [], file
        assert found["record"]["id"] == f"{file.parent.relative_to(site).as_posix()}/"
    minutes = json.loads((site / "meetings/2021-10-12/minutes/index.json").read_bytes())
    assert minutes["register"] == "documents"
    assert {p["document"] for p in minutes["paragraphs"]} == {"meetings/2021-10-12/minutes/"}
    assert [p["label"] for p in minutes["paragraphs"] if p["label"]][:2] == ["1.1", "2.1"]


def test_the_database_opens_in_the_usual_tools(exported: tuple[Archive, Path]) -> None:
    with closing(sqlite3.connect(exported[1] / "data/records.sqlite")) as database:
        ask = database.execute
        assert ask("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert ask("PRAGMA foreign_key_check").fetchall() == []
        ask("INSERT INTO paragraphs_fts (paragraphs_fts, rank) VALUES ('integrity-check', 1)")
        found = ask(
            "SELECT paragraphs.id, highlight(paragraphs_fts, 0, '[', ']') FROM paragraphs_fts "
            "JOIN paragraphs ON paragraphs.rowid = paragraphs_fts.rowid "
            "WHERE paragraphs_fts MATCH '\"police station\"' ORDER BY rank"
        ).fetchall()
        assert any("09-southern-police-station" in id_ for id_, _ in found)
        assert all(re.search(r"\[police stations?\]", text, re.IGNORECASE) for _, text in found)
        before = ask("SELECT count(*) FROM paragraphs_fts WHERE paragraphs_fts MATCH 'budget'").fetchone()
        database.commit()
        ask("DELETE FROM paragraphs WHERE rowid = 1")
        database.commit()
        ask("VACUUM")
        after = ask(
            "SELECT count(*) FROM paragraphs_fts JOIN paragraphs ON paragraphs.rowid = paragraphs_fts.rowid "
            "WHERE paragraphs_fts MATCH 'budget' AND paragraphs.text LIKE '%budget%'"
        ).fetchone()
        assert before == after  # the search still names the right paragraphs
        about = dict(ask("SELECT * FROM about").fetchall())
        licence = exported[0].board.licence
        assert about["licence"] == (licence.name if licence else None)
        documented = ask("SELECT count(*) FROM columns").fetchone()[0]
        assert documented == sum(len(register.columns) for register in REGISTERS)


POPOLO = {
    "type": "object",
    "required": ["persons", "organizations", "posts", "memberships"],
    "properties": {
        "persons": {"items": {"required": ["id", "name"]}},
        "organizations": {"items": {"required": ["id", "name"]}},
        "posts": {"items": {"required": ["id", "label"]}},
        "memberships": {
            "items": {
                "required": ["id", "person_id", "post_id"],
                "properties": {
                    name: {"type": "string", "pattern": r"^\d{4}(-\d\d){2}$"}
                    for name in ("start_date", "end_date")
                },
            }
        },
    },
}
"""What the specification asks of the four classes, as far as they are used here."""


def test_people_and_posts_are_popolo(exported: tuple[Archive, Path]) -> None:
    archive, site = exported
    found = json.loads((site / "data/popolo.json").read_bytes())
    Draft202012Validator(POPOLO).validate(found)
    ids = {name: {one["id"] for one in found[name]} for name in found}
    for membership in found["memberships"]:
        assert membership["person_id"] in ids["persons"]
        assert membership["post_id"] in ids["posts"]
        assert membership.get("organization_id", "organisations/opcc/") in ids["organizations"]
    assert len(found["persons"]) == len(archive.people)


def test_ids_and_addresses_are_those_of_pages(demonstration: Path) -> None:
    ids = {
        path: set(re.findall(r' id="([^"]+)"', path.read_text("utf-8")))
        for path in demonstration.rglob("*.html")
    }
    seen = 0
    for register in REGISTERS:
        rows = json.loads((demonstration / f"data/{register.name}.json").read_bytes())
        assert len({row["id"] for row in rows}) == len(rows), register.name
        for column in (column for column in register.columns if column.kind is Kind.ADDRESS):
            for row in rows:
                for value in row[column.name] if column.several else [row[column.name]]:
                    if value is None or value.startswith("http"):
                        continue
                    address, _, anchor = value.partition(";")[0].partition("#")
                    page = demonstration / unquote(address)
                    if page.is_file():
                        continue  # an attachment
                    assert not anchor or anchor in ids[page / "index.html"], (
                        register.name,
                        column.name,
                        value,
                    )
                    assert (page / "index.html").is_file(), value
                    seen += 1
    assert seen > 1000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+44 1234", "'+44 1234"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("\t=1", "'\t=1"),
        ("’tis", "’tis"),
        ("'tis", "''tis"),
        ("-5", "-5"),
        ("-£1,234.50", "-£1,234.50"),
        ("+3%", "+3%"),
        ("-5\n=1", "'-5\n=1"),
        ("-", "'-"),
    ],
)
def test_no_cell_is_a_formula(text: str, expected: str) -> None:
    assert guarded(text) == expected
    assert unguarded(guarded(text)) == text


def test_awkward_words_come_through_in_every_form(tmp_path: Path) -> None:
    minutes = MINUTES + '\n1.2 =HYPERLINK("x"), “quoted”, a;b, é\\\nand "more".\n\n1.3 \'tis.\n'
    owners = '["=A, B; C", "@x  y"]'
    folder = write(
        tmp_path,
        {
            "meetings/2022-02-10/minutes.md": minutes,
            "actions.yaml": f"actions: [{{id: 2022/1, raised: 2022-02-10#1.2, action: -1+1, owners: {owners}}}]",
        },
    )
    archive = archive_in(folder)
    files = dict(export_files(archive, ""))
    for register in REGISTERS:
        rows = rows_of(register, archive)
        assert list(from_csv(register, files[f"data/{register.name}.csv"])) == rows, register.name
        assert list(from_json(register, json.loads(files[f"data/{register.name}.json"]))) == rows
    (tmp_path / "package.zip").write_bytes(files["data/records.zip"])
    with system.use_context(trusted=True):
        assert validate(str(tmp_path / "package.zip")).valid
    assert b"\"'=HYPERLINK(" in files["data/paragraphs.csv"]


def test_what_comes_from_drafts_says_so(tmp_path: Path) -> None:
    files = {
        "board.yaml": "name: B\narea: K\ndrafts: yes\n",
        "meetings/2022-02-10/minutes.md": MINUTES.replace("approved", "draft"),
        "actions.yaml": "actions: [{id: 2022/1, raised: 2022-02-10, action: A, events: [{meeting: 2022-02-10, update: U}]}]",
    }
    exported = dict(export_files(archive_in(write(tmp_path, files)), ""))
    for name in ("items", "paragraphs", "decisions", "actions", "action_events"):
        rows = json.loads(exported[f"data/{name}.json"])
        assert [row["draft"] for row in rows] == [True], name
    assert json.loads(exported["data/documents.json"])[0]["status"] == "draft"


def test_corrections_have_their_words_and_places(tmp_path: Path) -> None:
    errata = (
        'errata: [{date: 2022-05-01, at: "1.1", was: ten, now: two, meeting: 2022-05-26, authority: The Chair}, '
        "{date: 2022-06-01, kind: transcription, what: Read *ten*.}]"
    )
    notice = "---\nreference: A\ntitle: B\nerrata: [{date: 2022-07-01, was: c, what: W.}]\n---\n"
    report = "---\nreport: A\nerrata: [{date: 2022-07-02, was: d, what: W.}]\n---\n"
    files = {"meetings/2022-02-10/minutes.md": MINUTES.replace("status", f"{errata}\nstatus", 1)}
    folder = write(tmp_path, files | {"decisions/a.md": notice, "section-55/a.md": report})
    rows = json.loads(dict(export_files(archive_in(folder), ""))["data/corrections.json"])
    minutes = "meetings/2022-02-10/minutes/"
    named = (
        "document",
        "notice",
        "inspection",
        "date",
        "kind",
        "corrected",
        "was",
        "now",
        "text",
        "resolved_at",
    )
    assert [[row[name] for name in named] for row in rows] == [
        [
            minutes,
            None,
            None,
            "2022-05-01",
            "correction",
            f"{minutes}#p1-1",
            "ten",
            "two",
            None,
            "meetings/2022-05-26/",
        ],
        [minutes, None, None, "2022-06-01", "transcription", None, None, None, "Read ten.", None],
        [None, "decisions/A/", None, "2022-07-01", "correction", None, "c", None, "W.", None],
        [None, None, "section-55/a/", "2022-07-02", "correction", None, "d", None, "W.", None],
    ]


def test_the_smallest_archive_has_empty_registers(tmp_path: Path) -> None:
    files = dict(export_files(archive_in(write(tmp_path, {})), ""))
    assert json.loads(files["data/actions.json"]) == []
    assert files["data/people.csv"] == b"\xef\xbb\xbfid,name\r\n"
    (tmp_path / "records.zip").write_bytes(files["data/records.zip"])
    with system.use_context(trusted=True):
        assert validate(str(tmp_path / "records.zip")).valid


TABLE = "\n\n| Vans | £k |\n|---|---:|\n| =Old | -1,234 |\n"


def test_every_table_of_a_document_lies_beside_it(tmp_path: Path) -> None:
    """Each link to one leads to its file, and the name comes from the paragraph."""
    front = "---\ndate: 2022-02-10\n---\n\n"
    folder = write(
        tmp_path / "content",
        {
            "meetings/2022-02-10/minutes.md": f"{front}## 5. Vans\n\n5.1 These:{TABLE}\n> Quoted{TABLE.replace(chr(10), chr(10) + '> ')}\n\n5.2 Other:{TABLE}",
            "meetings/2022-02-10/papers/01-a.md": f"---\ntitle: A\n---\n{TABLE}\n- one{TABLE.replace(chr(10), chr(10) + '  ')}\n",
            "decisions/a.md": f"---\nreference: A-1\ntitle: A\n---\n{TABLE}{TABLE}",
            "pages/about.md": f"# About\n{TABLE}",
            "pages/index.md": f"# Home\n{TABLE}",
        },
    )
    site = build(folder, tmp_path / "site")
    tables = {path.relative_to(site).as_posix() for path in site.rglob("tables/*.csv")}
    minutes = "meetings/2022-02-10/minutes/tables"
    assert tables == {
        f"{minutes}/p5-1-n1.csv",
        f"{minutes}/p5-1-n2.csv",
        f"{minutes}/p5-2-n1.csv",
        "meetings/2022-02-10/papers/01-a/tables/start-n1.csv",
        "meetings/2022-02-10/papers/01-a/tables/start-n2.csv",
        "decisions/A-1/tables/table.csv",
        "decisions/A-1/tables/table_2.csv",
        "about/tables/table.csv",
        "tables/table.csv",
    }
    for name in tables:
        assert (site / name).read_bytes().decode("utf-8-sig") == 'Vans,£k\r\n\'=Old,"-1,234"\r\n'
    linked = {
        (page.parent / link).relative_to(site).as_posix()
        for page in site.rglob("*.html")
        for link in re.findall(r'href="(tables/[^"]+)"', page.read_text("utf-8"))
    }
    assert linked == tables


@pytest.mark.parametrize("site", ["demonstration", "real_site"])
def test_a_spreadsheet_is_beside_every_table(site: str, request: pytest.FixtureRequest) -> None:
    pages = [
        path for path in request.getfixturevalue(site).rglob("*.html") if "<table" in path.read_text("utf-8")
    ]
    assert len(pages) > 20
    for page in pages:
        links = re.findall(r'href="([^"]+\.csv)"', page.read_text("utf-8"))
        assert links, page
        assert all((page.parent / link).is_file() for link in links), page
