"""A register's rows with values that every kind of file can hold."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from bcbsite.archive.archive import Archive
from bcbsite.registers.registers import REGISTERS
from bcbsite.registers.table import AnyColumn, AnyRegister, Kind

Plain = str | int | bool | list[str] | None
"""A value as JSON has it: dates and times are ISO 8601, several values a list."""

ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""Writes JSON in as few characters as it takes."""


@dataclass(frozen=True, slots=True)
class Extract:
    """A register with its rows."""

    register: AnyRegister
    rows: Sequence[tuple[Plain, ...]]
    json: Sequence[str]
    """Each row as a JSON object."""


def extracts_of(archive: Archive) -> Mapping[str, Extract]:
    """The extract of each register, by its name."""
    return {register.name: _extract(register, archive) for register in REGISTERS}


def _extract(register: AnyRegister, archive: Archive) -> Extract:
    # Column by column is much quicker than cell by cell.
    subjects = list(register.subjects(archive))
    changed = [_plain(column, list(map(column.value, subjects))) for column in register.columns]
    rows = list(zip(*changed, strict=True))
    names = [column.name for column in register.columns]
    encode = ENCODER.encode
    return Extract(register, rows, [encode(dict(zip(names, row, strict=True))) for row in rows])


def _plain(column: AnyColumn, values: Sequence[Any]) -> Sequence[Plain]:
    if column.several:
        return [list(map(str, several)) for several in values]
    match column.kind:
        case Kind.DATE | Kind.TIME:
            return [_iso(value) for value in values]
        case Kind.INSTANT:
            return [_utc(value) for value in values]
        case Kind.NUMBER | Kind.YES_NO:
            return values
        case _:
            return [value or None for value in values]  # no words are the same as none


def _iso(value: date | time | None) -> str | None:
    return None if value is None else value.isoformat()


def _utc(moment: datetime | None) -> str | None:
    return None if moment is None else f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"
