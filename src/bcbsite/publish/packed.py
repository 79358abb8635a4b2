"""What lies packed in files: in gzip, in ZIP (and so in Office files), and in the streams of PDF."""

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator


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
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile):
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
