"""What became of a file that was imported: each of its words is in a record, or was left out as something."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bcbsite.importing.document import Block, ImportedDocument, Omission, Paragraph, paragraphs_of
from bcbsite.importing.drafts import Draft
from bcbsite.importing.head import Taken
from bcbsite.importing.numbering import missing_labels
from bcbsite.importing.record_words import shown
from bcbsite.importing.words import Difference, joined_alike, more_in, words_in


@dataclass(frozen=True, slots=True)
class RecordWords:
    """How much of a file went into one record."""

    place: str
    kind: str
    words: int
    labels: int


@dataclass(frozen=True, slots=True)
class ImportAccount:
    """The account of one file."""

    file: str
    sha256: str
    pages: int | None
    words: int
    """Those of the file, by a reading of their own."""
    records: tuple[RecordWords, ...]
    taken: tuple[Taken, ...]
    """What front matter has in other words, such as a day."""
    left_out: tuple[Omission, ...]
    left_out_words: int
    """How many words of the file these are."""
    missing: tuple[Difference, ...]
    """Words of the file that are in no record, and were not left out."""
    added: tuple[Difference, ...]
    """Words of the records that the file does not have."""
    labels: int
    """How many paragraphs of the file have a number or a letter."""
    missing_labels: tuple[str, ...]
    """Those that are no number in the records."""
    said: tuple[str, ...]
    """What was guessed, or was not understood: a sentence each; with “! ” before it what may be wrong."""
    unread: tuple[str, ...] = ()
    """What of the file has, or may have, words that were not read: a sentence each."""

    @property
    def balances(self) -> bool:
        """Whether each word of the file is accounted for, and each number is one in the records."""
        return not (self.missing or self.added or self.missing_labels or self.unread)

    @property
    def differences(self) -> tuple[str, ...]:
        """What keeps it from balancing: a sentence each."""
        return (
            *self.unread,
            *(f"“{one.words}” of the file is in no record, in “{one.around}”." for one in self.missing),
            *(f"The number {label} of the file is none in the records." for label in self.missing_labels),
            *(f"“{one.words}” of the records is not in the file, in “{one.around}”." for one in self.added),
        )


def account_of_import(  # noqa: PLR0917
    name: str,
    sha256: str,
    document: ImportedDocument,
    drafts: Sequence[Draft],
    left: Sequence[Omission],
    imported: tuple[Block, ...],
    content: Path,
    said: Sequence[str] = (),
) -> ImportAccount:
    """The account of the file *name*, which was read as *document* and became *drafts* below *content*.

    *imported* are its blocks that were put into them, and *left* the words of the others.
    """
    left_out = (*document.omissions, *left, *(one for draft in drafts for one in draft.omissions))
    printed = words_in([" ".join(document.counted)])
    taken = tuple(one for draft in drafts for one in draft.taken)
    found: list[str] = []
    labels: list[str] = []
    records: list[RecordWords] = []
    for draft in drafts:
        view = shown(draft, content)
        words = _less(words_in(view.texts), words_in(draft.repeated))
        found += words
        labels += view.labels
        records.append(RecordWords(draft.place.as_posix(), draft.kind, len(words), len(view.labels)))
    found += words_in(one.words for one in taken)
    covered = _covered(left_out, Counter(printed) - Counter(found))
    found += covered
    own = _labels(imported, [block for draft in drafts for block in draft.written])
    counted_by_program = Counter(words_in(own)) & (Counter(found) - Counter(printed))
    one, other = joined_alike(printed, _less(found, list(counted_by_program.elements())))
    return ImportAccount(
        file=name,
        sha256=sha256,
        pages=document.pages,
        words=len(printed),
        records=tuple(records),
        taken=taken,
        left_out=left_out,
        left_out_words=len(covered),
        missing=tuple(more_in(one, other)),
        added=tuple(more_in(other, one)),
        labels=len(own),
        missing_labels=tuple(missing_labels(own, labels)),
        said=tuple(dict.fromkeys([*said, *_doubts(document), *(s for draft in drafts for s in draft.said)])),
        unread=tuple(_unread(document, printed)),
    )


def _labels(imported: tuple[Block, ...], written: Sequence[Block]) -> list[str]:
    """The labels of the file, and those that only became one when a table was unrolled."""
    own = Counter(block.label for block in paragraphs_of(imported) if block.label)
    own |= Counter(block.label for block in written if isinstance(block, Paragraph) and block.label)
    return list(own.elements())


def _covered(left_out: Sequence[Omission], missing: Counter[str]) -> list[str]:
    """Those *missing* words that were left out knowingly."""
    seen = Counter(words_in(one.words for one in left_out))
    return list((seen & missing).elements())


def _less(words: Sequence[str], repeated: Sequence[str]) -> list[str]:
    """*words* without those that the importer wrote once more."""
    left = Counter(repeated)
    found = []
    for word in words:
        if left[word] > 0:
            left[word] -= 1
        else:
            found.append(word)
    return found


def _doubts(document: ImportedDocument) -> Iterator[str]:
    return (str(doubt) for doubt in document.doubts if not doubt.unread)


def _unread(document: ImportedDocument, printed: Sequence[str]) -> Iterator[str]:
    yield from (str(doubt) for doubt in document.doubts if doubt.unread)
    if not printed:
        yield "The file has no words that could be read."


def import_as_json(account: ImportAccount) -> dict[str, Any]:
    """The account for a program."""
    return {
        "file": account.file,
        "sha256": account.sha256,
        "pages": account.pages,
        "balances": account.balances,
        "words": {
            "file": account.words,
            "records": sum(record.words for record in account.records),
            "front_matter": len(words_in(one.words for one in account.taken)),
            "left_out": account.left_out_words,
        },
        "records": [
            {"path": r.place, "kind": r.kind, "words": r.words, "labels": r.labels} for r in account.records
        ],
        "taken": [{"words": one.words, "key": one.key} for one in account.taken],
        "left_out": [
            {"words": one.words, "as": one.kind.value, "page": one.origin.page} for one in account.left_out
        ],
        "missing": [{"words": one.words, "around": one.around} for one in account.missing],
        "added": [{"words": one.words, "around": one.around} for one in account.added],
        "labels": {"file": account.labels, "missing": list(account.missing_labels)},
        "unread": list(account.unread),
        "said": list(account.said),
    }
