"""The list of the files that were imported, so that another run takes only what is new.

It is a hidden file in the folder of the records, which is neither read as a record nor published: a line of
JSON for each file, in the order in which they were imported.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

NAME = ".imported.jsonl"


class Outcome(StrEnum):
    """What became of a file."""

    RECORD = "record"
    """Its account balances, and its text is a record."""
    FILE_ONLY = "file only"
    """It is attached to a paper, whose text has not been checked."""
    UNBALANCED = "record to compare"
    """It is a record with the key `unbalanced`, since its account does not balance."""
    WAITING = "waiting"
    """Nothing was written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one file."""

    sha256: str
    file: str
    """Where it lay, below the folder that was imported."""
    outcome: Outcome
    records: tuple[str, ...] = ()
    """The files that were written, below the folder of the records."""
    why: str = ""
    """Why it is no record: one sentence."""


def read_ledger(content: Path) -> list[Entry]:
    """The entries of the folder *content*, the last of each file; none where nothing was imported."""
    path = content / NAME
    found: dict[str, Entry] = {}
    for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
        entry = _entry(line)
        if entry:
            found.pop(entry.sha256, None)
            found[entry.sha256] = entry
    return list(found.values())


def _entry(line: str) -> Entry | None:
    """The entry of a line; None for one that was not written to its end."""
    try:
        values = json.loads(line)
        outcome = Outcome(values["outcome"])
        records = tuple(map(str, values["records"]))
        return Entry(str(values["sha256"]), str(values["file"]), outcome, records, str(values["why"]))
    except (ValueError, KeyError, TypeError):
        return None


def note(content: Path, entry: Entry) -> None:
    """Add *entry* to the list of the folder *content*."""
    with (content / NAME).open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")


def remaining(content: Path) -> Iterator[Entry]:
    """The files that are no records yet."""
    return (
        entry
        for entry in read_ledger(content)
        if entry.outcome is not Outcome.RECORD
        and not (entry.outcome is Outcome.FILE_ONLY and not _is_there(content, entry))
        and not (entry.outcome is Outcome.UNBALANCED and not _is_unbalanced(content, entry))
    )


def _is_there(content: Path, entry: Entry) -> bool:
    """Whether one of its records is still there: somebody may have made a true record of it since."""
    return any((content / record).exists() for record in entry.records)


def _is_unbalanced(content: Path, entry: Entry) -> bool:
    """Whether one of its records still has the key by which it says that nobody has compared it."""
    paths = [content / record for record in entry.records]
    return any("\nunbalanced:" in path.read_text("utf-8") for path in paths if path.is_file())
