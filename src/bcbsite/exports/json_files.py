"""Registers and records as JSON, and the JSON Schema of each."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bcbsite.archive.addresses import DATA
from bcbsite.exports.extract import Extract
from bcbsite.registers.registers import REGISTERS
from bcbsite.registers.table import AnyColumn, AnyRegister, Kind

_TYPES: dict[Kind, dict[str, str]] = {
    Kind.TEXT: {"type": "string"},
    Kind.ADDRESS: {"type": "string", "format": "uri-reference"},
    Kind.WEB: {"type": "string", "format": "uri"},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.TIME: {"type": "string", "pattern": r"^\d{2}:\d{2}:\d{2}$"},
    Kind.INSTANT: {"type": "string", "format": "date-time"},
    Kind.NUMBER: {"type": "integer"},
    Kind.YES_NO: {"type": "boolean"},
}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_of(extract: Extract) -> bytes:
    """The register as a JSON array with an object a row, each on a line of its own."""
    lines = ",\n".join(extract.json)
    return f"[\n{lines}\n]\n".encode() if lines else b"[]\n"


def schema_of(register: AnyRegister) -> bytes:
    """The JSON Schema of a register's JSON."""
    return _pretty(
        {
            "$schema": _DRAFT,
            "title": register.title,
            "description": register.about,
            "type": "array",
            "items": _object(register),
        }
    )


def _object(register: AnyRegister) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {column.name: _property(column) for column in register.columns},
        "required": [column.name for column in register.columns],
        "additionalProperties": False,
    }


def _property(column: AnyColumn) -> dict[str, Any]:
    one: dict[str, Any] = dict(_TYPES[column.kind])
    if column.several:
        one = {"type": "array", "items": one}
    elif not column.required:
        one["type"] = [one["type"], "null"]
    return {**one, "description": column.about}


PARTS: Mapping[str, tuple[str, ...]] = {
    "meetings": ("documents", "decisions", "actions"),
    "notices": ("decisions", "corrections"),
    "documents": ("items", "paragraphs", "listings", "corrections"),
    "actions": ("action_events",),
    "inspections": ("findings", "progress", "corrections"),
    "people": ("memberships", "listings"),
    "posts": ("memberships",),
    "organisations": ("memberships",),
    "topics": ("items", "actions"),
}
"""The registers whose rows have a page each, and those of whose rows each belongs to one of them."""


def record_schema() -> bytes:
    """The JSON Schema of the JSON beside a record's page."""
    rows = {register.name: _object(register) for register in REGISTERS}
    return _pretty(
        {
            "$schema": _DRAFT,
            "title": "A record",
            "description": "A row of a register, with the rows of others that belong to it.",
            "oneOf": [
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
            ],
            "$defs": rows,
        }
    )


def record_files(extracts: Mapping[str, Extract], notice: str | None = None) -> Iterator[tuple[str, bytes]]:
    """The address and the JSON of each record that has a page.

    The rows have been written as JSON once, for the registers; here they are put together. Each begins with
    the board's *notice*, if there is one.
    """
    said = f'"notice":{json.dumps(notice, ensure_ascii=False)},' if notice else ""
    for name, parts in PARTS.items():
        belonging = {part: _grouped(extracts[part], name) for part in parts}
        for row, record in zip(extracts[name].rows, extracts[name].json, strict=True):
            address = str(row[0])
            found = (f',"{part}":[{",".join(of.get(address, ()))}]' for part, of in belonging.items())
            yield (
                f"{address}index.json",
                f'{{{said}"register":"{name}","record":{record}{"".join(found)}}}\n'.encode(),
            )


def _grouped(part: Extract, whole: str) -> dict[object, list[str]]:
    """The rows of *part*, as JSON, by the row of *whole* that they belong to."""
    place = next(n for n, column in enumerate(part.register.columns) if column.of == whole)
    found: dict[object, list[str]] = {}
    for row, text in zip(part.rows, part.json, strict=True):
        keys = row[place]
        for key in keys if isinstance(keys, list) else [keys]:
            found.setdefault(key, []).append(text)
    return found


def register_files(extracts: Mapping[str, Extract]) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of each register's JSON and schema."""
    for name, extract in extracts.items():
        yield f"{DATA}{name}.json", json_of(extract)
        yield f"{DATA}{name}.schema.json", schema_of(extract.register)
    yield f"{DATA}record.schema.json", record_schema()


def _pretty(value: Any) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()
