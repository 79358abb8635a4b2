"""A whole folder of old files: each becomes a record, a file beside its meeting, or waits for somebody."""

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bcbsite.importing.account import ImportAccount
from bcbsite.importing.document import ImportRefusedError
from bcbsite.importing.file_only import can_be_attached, file_only
from bcbsite.importing.files import ENDINGS
from bcbsite.importing.imports import Imported, Wanted, import_document, refuse_links
from bcbsite.importing.ledger import Entry, Outcome, note, read_ledger
from bcbsite.model.board import Board
from bcbsite.new.files import ExistsError, write_new


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of a file of the folder."""

    entry: Entry
    account: ImportAccount | None = None


def files_to_import(folder: Path, content: Path) -> tuple[list[Path], int]:
    """The files below *folder* that were not imported into *content* yet, by name; and how many were.

    Hidden files and links are passed over. A file that waits is taken again.
    """
    known = {entry.sha256 for entry in read_ledger(content) if entry.outcome is not Outcome.WAITING}
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in ENDINGS
        and path.is_file()
        and not path.is_symlink()
        and not _is_hidden(path, folder)
    )
    fresh: list[Path] = []
    seen: set[str] = set(known)
    for path in found:
        sha256 = _sha256(path)
        if sha256 not in seen:
            fresh.append(path)
        seen.add(sha256)
    return fresh, len(found) - len(fresh)


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def import_archive(paths: Sequence[Path], folder: Path, content: Path, board: Board) -> Iterator[Filed]:
    """Import *paths*, which lie below *folder*, one after the other; each is noted when it is done."""
    for path in paths:
        filed = _file(path, path.relative_to(folder).as_posix(), content, board)
        note(content, filed.entry)
        yield filed


def _file(path: Path, name: str, content: Path, board: Board) -> Filed:
    sha256 = _sha256(path)
    try:
        imported = import_document(path, content, board, Wanted())
    except ImportRefusedError as error:
        return Filed(Entry(sha256, name, Outcome.WAITING, why=str(error)))
    account = imported.account
    try:
        if (
            not account.balances
            and imported.day
            and imported.drafts
            and can_be_attached(path, imported.document)
        ):
            written = _write_file_only(imported, content)
            return Filed(
                Entry(sha256, name, Outcome.FILE_ONLY, _below(written, content), _why(account)), account
            )
        if imported.drafts:
            written = write_new(imported.files(content))
            outcome = Outcome.RECORD if account.balances else Outcome.UNBALANCED
            why = "" if account.balances else _why(account)
            return Filed(Entry(sha256, name, outcome, _below(written, content), why), account)
    except (ExistsError, ImportRefusedError) as error:
        return Filed(Entry(sha256, name, Outcome.WAITING, why=str(error)), account)
    return Filed(Entry(sha256, name, Outcome.WAITING, why=_why(account)), account)


def _write_file_only(imported: Imported, content: Path) -> list[Path]:
    assert imported.day
    made = file_only(imported.path, imported.document, imported.kind, imported.day, imported.marking)
    refuse_links(content, made.copy)
    copy = content / made.copy
    if copy.exists():
        raise ExistsError(f"{copy} is there already, so nothing was written.")
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(imported.path, copy)
    try:
        return write_new({content / place: text for place, text in made.text.items()})
    except (ExistsError, OSError):
        copy.unlink()
        raise


def _below(paths: Sequence[Path], content: Path) -> tuple[str, ...]:
    return tuple(path.relative_to(content).as_posix() for path in paths)


def _why(account: ImportAccount) -> str:
    """Why a file is no record."""
    if account.differences:
        return account.differences[0]
    return account.said[-1] if account.said else "Nothing of it could be made a record."
