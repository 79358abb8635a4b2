"""Looks into every byte of a site, also inside gzip, ZIP (and so Office), PDF and SQLite files."""

import io
import zipfile
import zlib
from collections.abc import Iterator
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
