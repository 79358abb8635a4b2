"""What lies packed in files: in gzip, in ZIP (and so in Office files), in the streams of PDF, in SQLite."""

import gzip
import io
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing


def unpacked(data: bytes) -> Iterator[bytes]:
    """All that *data* holds packed, as deep as it goes; nothing where it is not packed, or broken."""
    for piece in _pieces(data):
        yield piece
        yield from unpacked(piece)


def _pieces(data: bytes) -> list[bytes]:
    try:
        if data.startswith(b"\x1f\x8b"):
            return [gzip.decompress(data)]
        if data.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return [entry.filename.encode() + b"\n" + archive.read(entry) for entry in archive.infolist()]
        if data.startswith(b"SQLite format 3\0"):
            return [_words_of_database(data)]
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, sqlite3.Error):
        return []
    if data.startswith(b"%PDF"):
        return [
            _inflated(stream) for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
        ]
    return []


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def _words_of_database(data: bytes) -> bytes:
    """Every value of every table, and every term that a full-text search knows, which are packed."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        tables = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        found = [v for name, _ in tables for row in database.execute(f'SELECT * FROM "{name}"') for v in row]  # noqa: S608
        for name, _ in [table for table in tables if "fts5" in (table[1] or "")]:
            database.execute(f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', '{name}', 'row')")
            found += [term for (term, *_) in database.execute("SELECT * FROM temp.terms")]
            database.execute("DROP TABLE temp.terms")
    return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in found)
