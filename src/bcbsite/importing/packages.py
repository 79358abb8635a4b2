"""The parts of a Word or OpenDocument file, a ZIP archive, within bounds: nothing is unpacked to disk."""

import struct
import zipfile
import zlib
from pathlib import Path

from bcbsite.importing.document import ImportRefusedError

LARGEST_PART = 64 << 20
"""Bytes of one part when unpacked: text of several thousand pages."""
LARGEST_SUM = 256 << 20
"""Bytes of all the parts that are read, when unpacked."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY = 512 * 8
"""Bytes of the directory of an OLE file that are looked at: its first entries."""


class Package:
    """A ZIP archive of named parts."""

    def __init__(self, path: Path) -> None:
        """Open the file at *path*; raise `ImportRefusedError` where it is none that can be read."""
        self.path = path
        _refuse_other_kinds(path)
        try:
            self._archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise ImportRefusedError(
                f"{path.name} is damaged: it cannot be unpacked. Save it again."
            ) from error
        self.names = frozenset(self._archive.namelist())
        self._left = LARGEST_SUM

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or None where there is none of that *name*."""
        if name not in self.names:
            return None
        entry = self._archive.getinfo(name)
        if entry.flag_bits & 1:
            raise ImportRefusedError(_locked(self.path))
        if entry.file_size > min(LARGEST_PART, self._left):
            raise ImportRefusedError(
                f"{self.path.name} unpacks to more than {LARGEST_PART >> 20} MB, and was not read."
            )
        self._left -= entry.file_size
        try:
            return self._archive.read(entry)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise ImportRefusedError(
                f"{self.path.name} is damaged: its part {name} cannot be unpacked. Save it again."
            ) from error

    def needed(self, name: str) -> bytes:
        """The bytes of a part without which the file is none of its kind."""
        if (part := self.part(name)) is None:
            raise ImportRefusedError(
                f"{self.path.name} is damaged: its part {name} is missing. Save it again."
            )
        return part


def _locked(path: Path) -> str:
    return f"{path.name} is protected with a password. Save it without one and import that."


def _refuse_other_kinds(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(512)
            if not header.startswith(_OLE):
                return
            shift, first = struct.unpack_from("<H16xI", header.ljust(512, b"\0"), 30)
            file.seek((first + 1) << min(shift, 16))
            is_locked = _ENCRYPTED in file.read(_DIRECTORY)
    except OSError as error:
        raise ImportRefusedError(f"{path.name} cannot be opened: {error.strerror}.") from error
    if is_locked:
        raise ImportRefusedError(_locked(path))
    raise ImportRefusedError(
        f"{path.name} is a file of an older Word (.doc), whatever its name says. "
        "Save it as .docx and import that."
    )
