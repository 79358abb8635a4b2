"""What lies packed in files: in gzip, bzip2, xz and tar, in ZIP (and so in Office files), in PDF.

A small file can unpack to more than a machine holds. So there are bounds, and what goes beyond them, or is
encrypted, is never taken for empty. A file begins where its readers find it to: a PDF after some lines of
mail, a ZIP after anything. Databases are not opened, since what is in them can be computed without end; in
SQLite texts stand as they are, for who searches the file itself.
"""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from itertools import chain
from typing import IO

from bcbsite.read.file_contents import begins_as_pdf

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
_ZIP = (b"PK\3\4", b"PK\5\6")
"""How a ZIP begins, unless something stands before it."""
_ENTRY = b"PK\1\2"
"""How each entry of its list begins."""
_DATABASE = b"SQLite format 3\0"
_HEAD = 2048
"""Bytes that a file begins with, and that tell whether it is packed, but for a ZIP."""
_BROKEN = (OSError, EOFError, RuntimeError, ValueError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
"""What the libraries raise for packed files that they cannot open."""


class SealedError(Exception):
    """A packed file cannot be looked into: why, in a sentence."""


_DAMAGED = "It is damaged, or packed in an unusual way."


def _too_many() -> SealedError:
    return SealedError(f"More than {MANY:,} files are packed in it.")


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
            raise _too_many()
        if self.bytes < 0 or len(data) > MOST // 3:
            raise SealedError(f"It has more than {MOST // 10**6} MB, unpacked.")
        return data


def is_packed(file: IO[bytes]) -> bool:
    """Whether *file* can hold something packed, as its beginning says, or, of a ZIP, its end."""
    head = file.read(_HEAD)
    if head.startswith((*_STREAMS, *_ZIP)) or _is_tar(head) or begins_as_pdf(head):
        return True
    try:
        return zipfile.is_zipfile(file)
    except zipfile.BadZipFile:  # it has the end of one, which says what is not so
        return True


def unpacked(data: bytes, whole: bool = False) -> Iterator[bytes]:
    """All that *data* holds packed, as deep as it goes; nothing where it is not packed.

    What is damaged counts as not packed, as anything can begin like a packed file, unless *data* has to be
    *whole*: then a database within it is not passed over either. Raises `SealedError` where it cannot be
    opened, or holds more than the bounds allow.
    """
    return _unpacked(data, whole, DEEP, _Bounds())


def _unpacked(data: bytes, whole: bool, deep: int, bounds: _Bounds) -> Iterator[bytes]:
    packed = ((piece, whole) for piece in _pieces(data, whole, bounds))
    # The streams of a PDF can hold anything, and so begin like anything.
    streams = ((piece, False) for piece in (_of_pdf(data, bounds) if begins_as_pdf(data) else ()))
    for piece, whole_piece in chain(packed, streams):
        if not deep:
            raise SealedError(f"It is packed more than {DEEP} times.")
        yield piece
        yield from _unpacked(piece, whole_piece, deep - 1, bounds)


def _pieces(data: bytes, whole: bool, bounds: _Bounds) -> Iterator[bytes]:
    if whole and data.startswith(_DATABASE):
        raise SealedError("A database is packed in it.")
    try:
        for begin, opened in _STREAMS.items():
            if data.startswith(begin):
                yield bounds.read(opened(io.BytesIO(data)))
        if archive := _zip_in(data, whole):
            yield from _of_zip(archive, bounds)
        if _is_tar(data):
            yield from _of_tar(data, bounds)
    except (*_BROKEN, tarfile.TarError):
        if whole:
            raise SealedError(_DAMAGED) from None


def _is_tar(data: bytes) -> bool:
    return data[257:262] == b"ustar"


def _zip_in(data: bytes, whole: bool) -> zipfile.ZipFile | None:
    """The ZIP that *data* ends with, or None. Its readers go by its end, and pass over what stands before."""
    if data.count(_ENTRY) > MANY:  # each takes half a kilobyte when the list is read
        raise _too_many()
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        if whole and data.startswith(_ZIP):
            raise SealedError(_DAMAGED) from None
        return None


def _of_zip(archive: zipfile.ZipFile, bounds: _Bounds) -> Iterator[bytes]:
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
            while rest and len(found) <= min(bounds.bytes, MOST // 3):
                found += packed.decompress(rest, 1 << 20)
                rest = packed.unconsumed_tail
    except zlib.error:
        return bytes(found) or stream
    return bytes(found)


def is_locked(data: bytes) -> bool:
    """Whether *data* is a PDF that only programs with its key can read; many open it for everybody."""
    return begins_as_pdf(data) and b"/Encrypt" in data
