"""All registers as one Frictionless data package: see https://datapackage.org/standard/data-package/."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from bcbsite.archive.archive import Archive
from bcbsite.exports.spreadsheet import SEPARATOR
from bcbsite.read.labels import slugify
from bcbsite.registers.registers import REGISTERS
from bcbsite.registers.table import AnyColumn, AnyRegister, Kind

DESCRIPTOR = "datapackage.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of each file in the zip, so that the same records give the same bytes."""

_LEVEL = 4
"""How hard the zip is packed: more would take twice the time for a tenth less."""

_TYPES: dict[Kind, dict[str, str]] = {
    Kind.TEXT: {"type": "string"},
    Kind.ADDRESS: {"type": "string"},
    Kind.WEB: {"type": "string", "format": "uri"},
    Kind.DATE: {"type": "date"},
    Kind.TIME: {"type": "time"},
    Kind.INSTANT: {"type": "datetime"},
    Kind.NUMBER: {"type": "integer"},
    Kind.YES_NO: {"type": "boolean"},
}


def descriptor_of(archive: Archive, tables: Mapping[str, bytes], site_url: str) -> bytes:
    """The descriptor of the package; *tables* are the CSV of each register, by its name."""
    board = archive.board
    package: dict[str, Any] = {
        "name": slugify(board.name) or "records",
        "title": f"Records of the {board.name}, {board.area}",
        "version": archive.as_at.isoformat(),
    }
    if board.notice:
        package["description"] = board.notice
    if site_url:
        package["homepage"] = site_url
    if licence := board.licence:
        package["licenses"] = [
            {"name": slugify(licence.name) or "licence", "title": licence.name}
            | ({"path": licence.url} if licence.url else {})
        ]
    package["resources"] = [_resource(register, tables[register.name]) for register in REGISTERS]
    return f"{json.dumps(package, ensure_ascii=False, indent=1)}\n".encode()


def _resource(register: AnyRegister, table: bytes) -> dict[str, Any]:
    return {
        "name": register.name,
        "type": "table",
        "path": f"{register.name}.csv",
        "title": register.title,
        "description": register.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(table),
        "hash": f"sha256:{sha256(table).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in register.columns],
            "missingValues": [""],
            "primaryKey": ["id"],
            "foreignKeys": [
                {
                    "fields": [column.name],
                    "reference": {
                        "resource": "" if column.of == register.name else column.of,
                        "fields": ["id"],
                    },
                }
                for column in register.columns
                if column.of and not column.several
            ],
        },
    }


def _field(column: AnyColumn) -> dict[str, Any]:
    type_: dict[str, Any] = dict(_TYPES[column.kind])
    if column.several:
        type_ = {"type": "list", "itemType": type_["type"], "delimiter": SEPARATOR}
    required: dict[str, Any] = {"constraints": {"required": True}} if column.required else {}
    return {"name": column.name, **type_, "description": column.about, **required}


def zip_of(files: Sequence[tuple[str, bytes]]) -> bytes:
    """A zip of *files*, which has the same bytes each time."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, _LEVEL)
    return packed.getvalue()
