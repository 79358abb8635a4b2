"""What lies packed in files: in gzip, bzip2, xz and tar, in ZIP (and so in Office files), in PDF, in SQLite.

A small file can unpack to more than a machine holds. So there are bounds, and what goes beyond them, or is
encrypted, is never taken for empty.
"""

import bz2
import gzip
import io
import lzma
import sqlite3
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import IO

DEEP = 8
"""How often something may be packed within something packed."""
MANY = 20_000
"""How many files may be packed in one, at whatever depth."""
MOST = 300_000_000
"""Bytes that all of them may have together, unpacked; each at most a third of that."""

_STREAMS: dict[bytes, Callable[[io.BytesIO], io.BufferedIOBase]] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\0": lzma.LZMAFile,
}
"""By how they begin: files that hold one packed file."""
HEAD = 512
"""Bytes that a file begins with, and that tell whether it is packed."""
_BROKEN = (OSError, EOFError, RuntimeError, ValueError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
"""What the libraries raise for packed files that they cannot open."""


class SealedError(Exception):
    """A packed file cannot be looked into: why, in a sentence."""


class _Bounds:
    """What may still be unpacked of one file."""

    def __init__(self) -> None:
        self.bytes, self.files = MOST, MANY

    def read(self, file: IO[bytes] | io.BufferedIOBase) -> bytes:
        """All of *file*."""
        return self.take(file.read(min(self.bytes, MOST // 3) + 1))

    def take(self, data: bytes) -> bytes:
        """*data*, which counts."""
        self.bytes, self.files = self.bytes - len(data), self.files - 1
        if self.files < 0:
            raise SealedError(f"More than {MANY:,} files are packed in it.")
        if self.bytes < 0 or len(data) > MOST // 3:
            raise SealedError(f"It has more than {MOST // 10**6} MB, unpacked.")
        return data


def is_packed(head: bytes) -> bool:
    """Whether a file that begins with *head* can hold something packed."""
    begins = (*_STREAMS, b"PK\3\4", b"PK\5\6", b"%PDF", b"SQLite format 3\0")
    return head.startswith(begins) or head[257:262] == b"ustar"


def unpacked(data: bytes, whole: bool = False) -> Iterator[bytes]:
    """All that *data* holds packed, as deep as it goes; nothing where it is not packed.

    What is damaged counts as not packed, as anything can begin like a packed file, unless *data* has to be
    *whole*. Raises `SealedError` where it cannot be opened, or holds more than the bounds allow.
    """
    return _unpacked(data, whole, DEEP, _Bounds())


def _unpacked(data: bytes, whole: bool, deep: int, bounds: _Bounds) -> Iterator[bytes]:
    whole_pieces = whole and not data.startswith(b"%PDF")  # whose streams can hold anything
    for piece in _pieces(data, whole, bounds):
        if not deep:
            raise SealedError(f"It is packed more than {DEEP} times.")
        yield piece
        yield from _unpacked(piece, whole_pieces, deep - 1, bounds)


def _pieces(data: bytes, whole: bool, bounds: _Bounds) -> Iterator[bytes]:
    try:
        for begin, opened in _STREAMS.items():
            if data.startswith(begin):
                yield bounds.read(opened(io.BytesIO(data)))
        if data.startswith((b"PK\3\4", b"PK\5\6")):
            yield from _of_zip(data, bounds)
        elif data[257:262] == b"ustar":
            yield from _of_tar(data, bounds)
        elif data.startswith(b"%PDF"):
            yield from _of_pdf(data, bounds)
        elif data.startswith(b"SQLite format 3\0"):
            yield _words_of_database(data)
    except (*_BROKEN, tarfile.TarError, sqlite3.Error):
        if whole:
            raise SealedError("It is damaged, or packed in an unusual way.") from None


def _of_zip(data: bytes, bounds: _Bounds) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            if entry.flag_bits & 1:
                raise SealedError("It is encrypted.")
            yield entry.filename.encode("utf-8", "replace")
            with archive.open(entry) as file:
                piece = bounds.read(file)
            # An encrypted OpenDocument file is an ordinary ZIP, whose list says so.
            if entry.filename == "META-INF/manifest.xml" and b"encryption-data" in piece:
                raise SealedError("It is encrypted.")
            yield piece


def _of_tar(data: bytes, bounds: _Bounds) -> Iterator[bytes]:
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
        for member in archive:
            yield member.name.encode("utf-8", "replace")
            file = archive.extractfile(member) if member.isfile() else None
            yield bounds.read(file) if file else bounds.take(b"")


def _of_pdf(data: bytes, bounds: _Bounds) -> Iterator[bytes]:
    """What stands in the streams: text, and files that are attached to it."""
    begin = data.find(b"stream")
    while begin >= 0 and (end := data.find(b"endstream", begin)) >= 0:
        stream = data[begin + len(b"stream") : end]
        yield bounds.take(_inflated(stream.removeprefix(b"\r").removeprefix(b"\n"), bounds))
        begin = data.find(b"stream", end + len(b"endstream"))


def _inflated(stream: bytes, bounds: _Bounds) -> bytes:
    """*stream* unpacked, up to where it is damaged; as it is where it is not packed."""
    packed, found = zlib.decompressobj(), bytearray()
    try:
        for first in range(0, len(stream), 1 << 16):
            rest = stream[first : first + (1 << 16)]
            while rest and len(found) <= bounds.bytes:
                found += packed.decompress(rest, 1 << 20)
                rest = packed.unconsumed_tail
    except zlib.error:
        return bytes(found) or stream
    return bytes(found)


def is_locked(data: bytes) -> bool:
    """Whether *data* is a PDF that only programs with its key can read; many open it for everybody."""
    return data.startswith(b"%PDF") and b"/Encrypt" in data


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
