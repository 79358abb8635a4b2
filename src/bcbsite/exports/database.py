"""All registers as one SQLite database, with full-text search over the paragraphs."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing

from bcbsite.archive.archive import Archive
from bcbsite.exports.extract import ENCODER, Extract, Plain
from bcbsite.registers.registers import REGISTERS
from bcbsite.registers.table import AnyColumn, AnyRegister, Kind
from bcbsite.registers.texts import PARAGRAPHS

_TYPES = {Kind.NUMBER: "INTEGER", Kind.YES_NO: "INTEGER"}
SEARCHED = f"{PARAGRAPHS.name}_fts"
"""The table in which the paragraphs are searched: https://www.sqlite.org/fts5.html."""


def database_of(archive: Archive, extracts: Mapping[str, Extract], site_url: str) -> bytes:
    """The bytes of the database. Yes and no are 1 and 0, and several values are a JSON array.

    Raises `sqlite3.OperationalError` where this machine's SQLite has no FTS5.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("BEGIN")
        for register in REGISTERS:
            database.execute(_table(register))
            _fill(database, extracts[register.name])
        database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)")
        database.executemany("INSERT INTO about VALUES (?, ?)", _about(archive, site_url))
        database.execute(
            "CREATE TABLE columns (register TEXT, name TEXT, kind TEXT, about TEXT, "
            "PRIMARY KEY (register, name))"
        )
        database.executemany("INSERT INTO columns VALUES (?, ?, ?, ?)", _documentation())
        database.execute(
            f"CREATE VIRTUAL TABLE {SEARCHED} USING fts5(text, content={_quoted(PARAGRAPHS.name)}, "
            "tokenize='porter unicode61 remove_diacritics 2')"
        )
        database.execute(f"INSERT INTO {SEARCHED} ({SEARCHED}) VALUES ('rebuild')")  # noqa: S608
        database.execute("COMMIT")
        return bytes(database.serialize())


def _table(register: AnyRegister) -> str:
    columns = [_declared(column) for column in register.columns[1:]]
    # A number of its own stays the same when somebody compacts the file, and the search needs it.
    key = ["rowid INTEGER PRIMARY KEY", "id TEXT NOT NULL UNIQUE"] if register is PARAGRAPHS else []
    return (
        f"CREATE TABLE {register.name} ({', '.join([*(key or ['id TEXT PRIMARY KEY NOT NULL']), *columns])})"
    )


def _declared(column: AnyColumn) -> str:
    required = " NOT NULL" if column.required and not column.several else ""
    refers = f" REFERENCES {column.of} (id)" if column.of and not column.several else ""
    return f"{_quoted(column.name)} {_TYPES.get(column.kind, 'TEXT')}{required}{refers}"


def _fill(database: sqlite3.Connection, extract: Extract) -> None:
    columns = extract.register.columns
    lists = {n for n, column in enumerate(columns) if column.several}
    names = ", ".join(_quoted(column.name) for column in columns)
    marks = ", ".join("?" * len(columns))
    rows = extract.rows if not lists else (_with_lists(row, lists) for row in extract.rows)
    database.executemany(f"INSERT INTO {extract.register.name} ({names}) VALUES ({marks})", rows)  # noqa: S608


def _with_lists(row: tuple[Plain, ...], lists: set[int]) -> list[Plain]:
    return [
        (ENCODER.encode(cell) if cell else "[]") if number in lists else cell
        for number, cell in enumerate(row)
    ]


def _about(archive: Archive, site_url: str) -> Iterator[tuple[str, str | None]]:
    board, licence = archive.board, archive.board.licence
    yield "name", board.name
    yield "area", board.area
    yield "notice", board.notice
    yield "as_at", archive.as_at.isoformat()
    yield "site", site_url or None
    yield "licence", licence.name if licence else None
    yield "licence_url", licence.url if licence else None


def _documentation() -> Iterator[tuple[str, str, str, str]]:
    for register in REGISTERS:
        for column in register.columns:
            yield register.name, column.name, column.kind_in_words, column.about


def _quoted(name: str) -> str:
    return f'"{name}"'
