"""What the files are that papers list: their first bytes must be those of what their names say.

Nothing is read of them but that; of a PDF its end, too, of packed files the list of what is in them, and of
texts each line, for the marks that git leaves where two versions were not brought together.
"""

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

_HEAD = 4096
"""Bytes that are looked at."""
_LINE = 1 << 16
"""Bytes of a line that are read at a time."""
_TAIL = 4096
"""Bytes within which a PDF ends. Its readers look at 1024 (note 18 there); mail can add some more."""
_PDF_WITHIN = 1024
"""Bytes within which a PDF begins, as its readers have it (ISO 32000-1, Annex H, note 13)."""

# https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md and https://git-annex.branchable.com/internals/
_POINTERS = (b"version https://git-lfs.github.com/spec/", b"version https://hawser.github.com/spec/")
# `/annex/objects/SHA256E-s1--0.pdf`, and `../../.git/annex/objects/f8/4K/…` where links became texts.
_ANNEX = re.compile(rb"(?:(?:\.\./)*\.git)?/annex/objects/\S")
_BOM = b"\xef\xbb\xbf"
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
# What can be taken for text and is another kind of file: `%PDF-1.4`, `%!PS`, `{\rtf1`, `<?xml …`, `<svg `.
_NO_TEXT = re.compile(
    rb"\s*(?:%PDF-|%!PS|\{\\rtf|<\?xml\b|<!doctype\b|<!--|<(?:svg|script|rss|feed)\b)", re.IGNORECASE
)
_CONFLICT = (b"<<<<<<< ", b"=======", b">>>>>>> ")
"""How three lines begin, one after another, that git writes: https://git-scm.com/docs/git-merge."""
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Fault(NamedTuple):
    """What is wrong with a file."""

    message: str
    """The sentence that begins with its name."""
    hint: str
    """How to mend it."""


@dataclass(frozen=True)
class _FileKind:
    """A kind of file."""

    article: str
    """What it is called, with its article."""
    is_so: Callable[[Path, bytes], bool]
    """Whether the file at a path, which begins with these bytes, is of this kind."""


def _begins(*beginnings: bytes) -> Callable[[Path, bytes], bool]:
    return lambda _, head: head.startswith(beginnings)


def _office(folder: str) -> Callable[[Path, bytes], bool]:
    """Whether a file is packed as Office's are since 2007: with what it holds in *folder*."""
    return lambda path, head: any(name.startswith(f"{folder}/") for name in _packed_in(path, head))


def _open_document(kind: str) -> Callable[[Path, bytes], bool]:
    """Whether a file is packed as OpenDocument's are: with a member that names its *kind*."""
    # It comes first and is not compressed, so it stands at the beginning (OpenDocument 1.2, part 3, 3.3).
    wanted = f"application/vnd.oasis.opendocument.{kind}".encode()
    return lambda path, head: bool(_packed_in(path, head)) and wanted in head


def _packed_in(path: Path, head: bytes) -> list[str]:
    if not head.startswith(b"PK"):
        return []
    try:
        with zipfile.ZipFile(path) as packed:
            return packed.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
        return []


def _is_text(_: Path, head: bytes) -> bool:
    return b"\0" not in head and not _NO_TEXT.match(head)


def _is_pdf(path: Path, head: bytes) -> bool:
    """Whether it begins as a PDF does, and has its end: what was cut on the way has none."""
    if not begins_as_pdf(head):
        return False
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        return b"%%EOF" in file.read()


def _has_conflict(path: Path) -> bool:
    """Whether git's marks stand in a text, in their order."""
    wanted = iter(_CONFLICT)
    mark = next(wanted, None)
    with path.open("rb") as file:
        while mark and (line := file.readline(_LINE)):
            if line.removeprefix(_BOM).startswith(mark):
                mark = next(wanted, None)
    return mark is None


_TEXT = _FileKind("a text", _is_text)
_JPEG = _FileKind("a JPEG picture", _begins(b"\xff\xd8\xff"))
_KINDS: Mapping[str, _FileKind] = {
    "csv": _TEXT,
    "docx": _FileKind("a Word document", _office("word")),
    "jpeg": _JPEG,
    "jpg": _JPEG,
    "ods": _FileKind("an OpenDocument spreadsheet", _open_document("spreadsheet")),
    "odt": _FileKind("an OpenDocument text", _open_document("text")),
    "pdf": _FileKind("a PDF", _is_pdf),
    "png": _FileKind("a PNG picture", _begins(b"\x89PNG\r\n\x1a\n")),
    "pptx": _FileKind("a PowerPoint presentation", _office("ppt")),
    "txt": _TEXT,
    "xlsx": _FileKind("an Excel workbook", _office("xl")),
}

KINDS = tuple(_KINDS)
"""Endings of the files that are published. HTML and SVG are not among them: browsers run what is in them."""


def begins_as_pdf(data: bytes) -> bool:
    """Whether *data* begins as a PDF does; its readers pass over some lines of mail before that."""
    return b"%PDF-" in data[: _PDF_WITHIN + len(_BOM)].removeprefix(_BOM)[:_PDF_WITHIN]


def fault_of_content(path: Path) -> Fault | None:
    """What is wrong with the file at *path*, whose ending is one of KINDS; nothing where it is as it says."""
    with path.open("rb") as file:
        head = file.read(_HEAD).removeprefix(_BOM)
    kind = _KINDS[path.suffix.lower().removeprefix(".")]
    if kind is _TEXT and _has_conflict(path):
        return Fault("has the marks of two versions that git did not bring together.", _TWO_VERSIONS)
    return _stand_in(kind, head) or (None if kind.is_so(path, head) else _misfit(kind, head))


def _stand_in(kind: _FileKind, head: bytes) -> Fault | None:
    """What stands in the place of a file that was lost on the way."""
    if not head.strip():
        return Fault("has nothing in it.", "Put the whole file in its place, or take its name out.")
    if head.startswith(_POINTERS):
        return Fault(
            f"is a pointer of Git LFS to a file that is kept elsewhere, and not {kind.article}.", _LFS
        )
    if _ANNEX.match(head):
        return Fault(
            f"is a pointer of git-annex to a file that is kept elsewhere, and not {kind.article}.", _ANNEXED
        )
    if _HTML.match(head):
        return Fault(f"is a web page, and not {kind.article}.", _PAGE)
    return None


def _misfit(kind: _FileKind, head: bytes) -> Fault:
    """What a file is that is not of *kind*, as far as its first bytes say."""
    if head.startswith(_OLE):
        return Fault(f"is locked with a password or in an old format, and not {kind.article}.", _LOCKED)
    if kind is _TEXT and _NO_TEXT.match(head):
        return Fault("is another kind of file, and not a text.", _OTHER)
    if kind is _TEXT:
        how = "text of another encoding" if head.startswith(_UTF_16) else "another kind of file"
        return Fault(f"is {how}, and not {kind.article}.", "Save it again as UTF-8 text.")
    return Fault(f"is not {kind.article}, or is broken.", _OTHER)


_ANNEXED = "Fetch the file itself with `git annex get`, unlock it, and commit it: only that is published."
_LFS = (
    "Fetch the file itself with `git lfs pull`, take it out of Git LFS with `git lfs untrack`, and commit "
    "it: only what is in the repository is published."
)
_PAGE = "It was probably saved from a website that showed a page in its place: fetch the file again."
_LOCKED = "Open it, take the password off, and save it in the format that its name says."
_TWO_VERSIONS = (
    "Keep what is right of the two, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>."
)
_OTHER = "Open it to see what it is, save it in the format that its name says, or fetch it again."
