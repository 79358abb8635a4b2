"""The JSON of registers and records, and its schemas, written out by hand for small registers."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bcbsite.exports.extract import extracts_of
from bcbsite.exports.json_files import json_of, record_files, record_schema, register_files, schema_of
from bcbsite.registers.registers import REGISTERS
from bcbsite.registers.table import AnyRegister, Column, Kind, Register, an_id
from conftest import load_all, write
from known_archive import FEBRUARY, FILES

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def _none(_: object) -> None:
    """Nothing is in the sample."""


SAMPLE: AnyRegister = Register(
    "sample",
    "Sample",
    "A sample.",
    lambda _: (),
    (
        an_id("its page", _none),
        Column("words", Kind.TEXT, "some words", _none),
        Column("home", Kind.WEB, "where it lies", _none, required=True),
        Column("day", Kind.DATE, "its day", _none),
        Column("time", Kind.TIME, "its time", _none, required=True),
        Column("moment", Kind.INSTANT, "its moment", _none, required=True),
        Column("count", Kind.NUMBER, "how many", _none),
        Column("open", Kind.YES_NO, "whether it is", _none, required=True),
        Column("days", Kind.DATE, "its days", _none, several=True),
    ),
)


def test_a_schema_says_what_each_column_holds() -> None:
    """Where the record may not say it, null is a value too."""
    assert json.loads(schema_of(SAMPLE)) == {
        "$schema": DRAFT,
        "title": "Sample",
        "description": "A sample.",
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "id": {"type": "string", "format": "uri-reference", "description": "its page"},
                "words": {"type": ["string", "null"], "description": "some words"},
                "home": {"type": "string", "format": "uri", "description": "where it lies"},
                "day": {"type": ["string", "null"], "format": "date", "description": "its day"},
                "time": {"type": "string", "pattern": r"^\d{2}:\d{2}:\d{2}$", "description": "its time"},
                "moment": {"type": "string", "format": "date-time", "description": "its moment"},
                "count": {"type": ["integer", "null"], "description": "how many"},
                "open": {"type": "boolean", "description": "whether it is"},
                "days": {
                    "type": "array",
                    "items": {"type": "string", "format": "date"},
                    "description": "its days",
                },
            },
            "required": ["id", "words", "home", "day", "time", "moment", "count", "open", "days"],
            "additionalProperties": False,
        },
    }


def test_a_schema_can_be_read_by_people() -> None:
    text = schema_of(SAMPLE).decode()
    assert text.startswith('{\n "$schema": ')
    assert text.endswith("\n}\n")
    [actions] = [register for register in REGISTERS if register.name == "actions"]
    assert "the action’s page" in schema_of(actions).decode()


# The registers whose rows have a page, and those of whose rows each belongs to one of them: docs/data.md.
PARTS = {
    "meetings": ["documents", "decisions", "actions"],
    "notices": ["decisions", "corrections"],
    "documents": ["items", "paragraphs", "listings", "corrections"],
    "actions": ["action_events"],
    "inspections": ["findings", "progress", "corrections"],
    "people": ["memberships", "listings"],
    "posts": ["memberships"],
    "organisations": ["memberships"],
    "topics": ["items", "actions"],
}


def test_the_schema_of_records_has_one_of_each_kind() -> None:
    schema = json.loads(record_schema())
    assert (schema["$schema"], schema["title"]) == (DRAFT, "A record")
    assert schema["description"] == "A row of a register, with the rows of others that belong to it."
    assert schema["oneOf"] == [
        {
            "type": "object",
            "properties": {
                "notice": {"type": "string"},
                "register": {"const": name},
                "record": {"$ref": f"#/$defs/{name}"},
                **{part: {"type": "array", "items": {"$ref": f"#/$defs/{part}"}} for part in parts},
            },
            "required": ["register", "record", *parts],
            "additionalProperties": False,
        }
        for name, parts in PARTS.items()
    ]
    assert list(schema["$defs"]) == [register.name for register in REGISTERS]
    assert schema["$defs"]["people"] == {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uri-reference", "description": "the person’s page"},
            "name": {"type": "string", "description": "the name"},
        },
        "required": ["id", "name"],
        "additionalProperties": False,
    }


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The JSON of the small archive."""
    archive = load_all(write(tmp_path_factory.mktemp("known"), FILES)).public
    assert archive
    extracts = extracts_of(archive)
    return {**dict(register_files(extracts)), **dict(record_files(extracts))}


def test_a_register_is_an_array_with_a_line_a_row(files: Mapping[str, bytes]) -> None:
    assert files["data/posts.json"].decode() == (
        '[\n{"id":"posts/chief-constable/","title":"Chief Constable"},\n'
        '{"id":"posts/commissioner/","title":"Commissioner"},\n'
        '{"id":"posts/deputy/","title":"Deputy"}\n]\n'
    )


def test_a_register_without_rows_is_an_empty_array(tmp_path: Path) -> None:
    archive = load_all(write(tmp_path, {})).public
    assert archive
    assert json_of(extracts_of(archive)["posts"]) == b"[]\n"


def test_each_register_has_its_json_and_its_schema(files: Mapping[str, bytes]) -> None:
    names = [register.name for register in REGISTERS]
    data = [name for name in files if name.startswith("data/")]
    assert data == [
        *(f"data/{name}.{form}" for name in names for form in ("json", "schema.json")),
        "data/record.schema.json",
    ]
    for register in REGISTERS:
        assert json.loads(files[f"data/{register.name}.schema.json"])["title"] == register.title
    assert json.loads(files["data/record.schema.json"])["title"] == "A record"


# Of records with a page: the register, and the ids of the rows of others that belong to them.
MINUTES, DRAFT_MINUTES = f"{FEBRUARY}/minutes/", "meetings/2022-05-26/minutes/"
RECORDS: dict[str, tuple[str, dict[str, list[str]]]] = {
    "meetings/2022-05-26/": (
        "meetings",
        {
            "documents": [DRAFT_MINUTES],
            "decisions": [f"{DRAFT_MINUTES}#p1-1", f"{DRAFT_MINUTES}#p5-1"],
            "actions": ["actions/2022/8/"],
        },
    ),
    "meetings/2022-01-13/": ("meetings", {"documents": [], "decisions": [], "actions": ["actions/2021/3/"]}),
    "decisions/WS-3/": ("notices", {"decisions": [f"{MINUTES}#p2-2"], "corrections": []}),
    f"{FEBRUARY}/papers/02-stock/": (
        "documents",
        {
            "items": [f"{FEBRUARY}/papers/02-stock/#item-1"],
            "paragraphs": [f"{FEBRUARY}/papers/02-stock/#p1-1"],
            "listings": [f"{FEBRUARY}/papers/02-stock/;contact-officer"],
            "corrections": [],
        },
    ),
    "actions/2022/7/": (
        "actions",
        {"action_events": ["actions/2022/7/#event-1", "actions/2022/7/#event-2"]},
    ),
    "section-55/night-duty/": (
        "inspections",
        {
            "findings": [
                "section-55/night-duty/#recommendation-5",
                "section-55/night-duty/#cause-of-concern-2",
            ],
            "progress": ["section-55/night-duty/#progress-1", "section-55/night-duty/#progress-2"],
            "corrections": [],
        },
    ),
    "people/bo-bee/": (
        "people",
        {
            "memberships": ["people/bo-bee/;post", "people/bo-bee/;post;2"],
            "listings": [f"{MINUTES};member;2"],
        },
    ),
    "posts/deputy/": ("posts", {"memberships": ["people/bo-bee/;post;2"]}),
    "organisations/wc/": ("organisations", {"memberships": ["people/bo-bee/;post"]}),
    "topics/money/": ("topics", {"items": [f"{DRAFT_MINUTES}#item-5"], "actions": ["actions/2021/3/"]}),
    "topics/vehicles/": ("topics", {"items": [f"{MINUTES}#item-2", f"{MINUTES}#item-2-3"], "actions": []}),
}


@pytest.mark.parametrize("address", RECORDS)
def test_a_record_has_what_belongs_to_it(files: Mapping[str, bytes], address: str) -> None:
    name, parts = RECORDS[address]
    text = files[f"{address}index.json"].decode()
    assert text.startswith(f'{{"register":"{name}","record":{{"id":"{address}"')
    assert text.endswith("}\n")
    found: dict[str, Any] = json.loads(text)
    assert list(found) == ["register", "record", *parts]
    assert {part: [row["id"] for row in found[part]] for part in parts} == parts
    rows = {name: {row["id"]: row for row in json.loads(files[f"data/{name}.json"])} for name in parts}
    assert all(row == rows[part][row["id"]] for part in parts for row in found[part])
    assert found["record"] in json.loads(files[f"data/{name}.json"])


def test_every_row_with_a_page_has_its_file(files: Mapping[str, bytes]) -> None:
    expected = {f"{row['id']}index.json" for name in PARTS for row in json.loads(files[f"data/{name}.json"])}
    assert {name for name in files if not name.startswith("data/")} == expected
