"""Looks into every byte of a site, also inside gzip, ZIP (and so Office), PDF and SQLite files."""

import io
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bcbsite.publish.packed import unpacked


def every_byte(site: Path) -> Iterator[tuple[str, bytes]]:
    """The name of each file below *site*, and all that is in it, packed and unpacked."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            name = path.relative_to(site).as_posix()
            yield name, name.encode() + b"\n" + path.read_bytes()
            for inside in unpacked(path.read_bytes()):
                yield f"{name} (unpacked)", inside
            if path.suffix == ".sqlite":
                yield f"{name} (unpacked)", words_of_database(path.read_bytes())


def words_of_database(data: bytes) -> bytes:
    """Every value of every table of a database of ours, and every term that its search knows."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        tables = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        found = [v for name, _ in tables for row in database.execute(f'SELECT * FROM "{name}"') for v in row]
        for name, _ in [table for table in tables if "fts5" in (table[1] or "")]:
            database.execute(f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', '{name}', 'row')")
            found += [term for (term, *_) in database.execute("SELECT * FROM temp.terms")]
            database.execute("DROP TABLE temp.terms")
    return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in found)


def where(site: Path, marker: str) -> list[str]:
    """The files of *site* that hold *marker*, whatever its case."""
    wanted = marker.lower().encode()
    return [name for name, data in every_byte(site) if wanted in data.lower()]


def office_file(text: str) -> bytes:
    """A small file such as Office writes, with *text* in it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document>{text}</w:document>")
    return packed.getvalue()


def pdf_file(text: str) -> bytes:
    """A small PDF with *text* in a compressed stream."""
    stream = zlib.compress(f"BT ({text}) Tj ET".encode())
    return b"%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + stream + b"\nendstream\nendobj\n%%EOF"
