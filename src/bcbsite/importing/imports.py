"""The order of an import: read the file, take it apart, write its records, and account for its words."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path, PurePosixPath

from bcbsite.archive.markings import is_harmless, marking_in, which_may_be_marked
from bcbsite.archive.walk import Shape
from bcbsite.importing.account import ImportAccount, account_of_import
from bcbsite.importing.document import (
    Block,
    ImportedDocument,
    ImportRefusedError,
    LeftOut,
    Omission,
    paragraphs_of,
    words_of,
)
from bcbsite.importing.drafts import Draft, Kind, NoDateError, Part, draft_of, with_unbalanced
from bcbsite.importing.files import read_file
from bcbsite.importing.furniture_markings import marking_of
from bcbsite.importing.guess import Guess, guess_of
from bcbsite.importing.log import log_of
from bcbsite.importing.numbering import with_stated_numbers
from bcbsite.importing.packs import Piece, pages_in_words, pieces_of
from bcbsite.model.board import Board


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is said of a file by who imports it; None where it is to be guessed."""

    kind: Kind | None = None
    day: date | None = None
    folder: PurePosixPath | None = None
    """Where the record is to lie, below the folder of the records."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was read, before anything of it is written."""

    path: Path
    document: ImportedDocument
    kind: str
    """What it was taken for; of a pack its first document."""
    day: date | None
    marking: str
    """Its marking by headers, footers and the like."""
    drafts: tuple[Draft, ...]
    account: ImportAccount

    def files(self, content: Path) -> Mapping[Path, str]:
        """What is to be written."""
        return {content / draft.place: draft.text for draft in self.drafts}


def import_document(path: Path, content: Path, board: Board, wanted: Wanted) -> Imported:
    """Read *path* for the folder *content* of *board*; nothing is written.

    Raises `ImportRefusedError` where the file cannot be read, or its day is not known.
    """
    document = read_file(path)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    importer = _Importer(path, document, sha256, content, board, wanted)
    drafts = tuple(_apart(importer.drafts()))
    account = account_of_import(
        path.name, sha256, document, drafts, importer.left, tuple(importer.taken), content, importer.said
    )
    for draft in drafts:
        refuse_links(content, draft.place)
    drafts = tuple(with_unbalanced(draft, account.differences) for draft in drafts)
    return Imported(path, document, importer.kind, importer.day, importer.marking, drafts, account)


def refuse_links(content: Path, place: PurePosixPath) -> None:
    """Raise `ImportRefusedError` where *place*, below the folder *content*, leads elsewhere by a link."""
    for part in (place, *place.parents):
        if part.parts and (content / part).is_symlink():
            raise ImportRefusedError(f"{content / part} is a link to elsewhere: nothing is written there.")


def refuse_approved(files: Iterable[Path]) -> None:
    """Raise `ImportRefusedError` where one of *files* is approved, which a draft must not replace."""
    for path in files:
        if path.is_file() and _APPROVED.search(path.read_text("utf-8", "replace")):
            raise ImportRefusedError(
                f"{path} is approved, and a draft would replace it: change its status first if you mean to."
            )


_APPROVED = re.compile(r"\A---\n(?:(?!---\n).*\n)*?status:\s*[\"']?approved\b")


@dataclass
class _Importer:
    """Makes the drafts of one file."""

    path: Path
    document: ImportedDocument
    sha256: str
    content: Path
    board: Board
    wanted: Wanted

    def __post_init__(self) -> None:
        """Nothing is said yet."""
        self.said: list[str] = []
        self.left: list[Omission] = []
        self.taken: list[Block] = []
        self.kind = ""
        self.marking = marking_of(self.document)
        self.day: date | None = None

    def drafts(self) -> Iterator[Draft]:
        """The records, in the order of the file."""
        blocks = self.document.blocks
        pieces = [] if self.wanted.kind else pieces_of(blocks)
        if not pieces:
            yield from self._draft(blocks, self._guess(blocks, self.wanted.kind), "")
            return
        found = ", ".join(f"{piece.kind}{pages_in_words(piece.pages)}" for piece in pieces)
        self.said.append(f"The file has {len(pieces)} documents: {found}.")
        day = self._day_of_pack(pieces)
        for piece in pieces:
            guess = self._guess_of_minutes(piece, day) if piece.kind == "minutes" else Guess(piece.kind, day)
            yield from self._draft(piece.blocks, guess, pages_in_words(piece.pages))

    def _guess(self, blocks: Sequence[Block], kind: Kind | None) -> Guess:
        guess = guess_of(blocks, self.path.name, kind, self.wanted.day)
        self.said += guess.by
        return guess

    def _day_of_pack(self, pieces: Sequence[Piece]) -> date | None:
        """The day of the meeting, from the agenda where there is one."""
        first = next((piece for piece in pieces if piece.kind == "agenda"), pieces[0])
        guess = guess_of(first.blocks, self.path.name, first.kind, self.wanted.day)
        self.said += guess.by
        return guess.day

    def _guess_of_minutes(self, piece: Piece, day: date | None) -> Guess:
        """The day of minutes in a pack, which may be those of an earlier meeting than the pack is for."""
        own = guess_of(piece.blocks, "", piece.kind)
        if own.day is None and day:
            pages = pages_in_words(piece.pages)
            self.said.append(f"! The minutes{pages} print no day, and {day}, that of the pack, is used.")
        elif own.day != day:
            self.said.append(f"Of the minutes{pages_in_words(piece.pages)}: t{own.by[-1][1:]}")
        return Guess(piece.kind, own.day or day)

    def _draft(self, blocks: Sequence[Block], guess: Guess, pages: str) -> Iterator[Draft]:
        kind = Kind(guess.kind)
        self.kind, self.day = self.kind or kind.value, self.day or guess.day
        if kind is Kind.LOG:
            yield from self._log(blocks, pages)
            return
        self.taken += blocks
        self.said += _markings_in(blocks)
        source = f"{self.path.name}{pages}"
        part = Part(
            kind,
            tuple(blocks),
            self.document.footnotes,
            source,
            self.sha256,
            pages=None if pages else self.document.pages,
            marking=self.marking,
        )
        try:
            yield with_stated_numbers(draft_of(part, guess, self.board, self.wanted.folder), self.path.parent)
        except NoDateError:
            raise ImportRefusedError(
                f"{self.path.name} has no day in its text or its name: add --date, as in --date 2022-02-10."
            ) from None

    def _log(self, blocks: Sequence[Block], pages: str) -> Iterator[Draft]:
        """actions.yaml with the entries of a log that is a table, where there is no such file yet."""
        log = log_of(blocks)
        if log is None or (self.content / _LOG).exists() or not is_harmless(self.marking):
            self._leave(blocks, pages)
            return
        if log.left:
            words = " ".join(map(words_of, log.left))
            self.left.append(Omission(words, LeftOut.LOG, blocks[0].origin))
        yield Draft(Kind.LOG, _LOG, log.text, tuple(log.taken), tuple(log.repeated), (), tuple(log.said))

    def _leave(self, blocks: Sequence[Block], pages: str) -> None:
        """Leave out an action log that is no table, or whose entries would go beside others."""
        words = " ".join(map(words_of, blocks))
        origin = blocks[0].origin
        self.left.append(Omission(words, LeftOut.LOG, origin))
        self.said.append(
            f"The action log{pages} was not imported: write its entries into actions.yaml, or import the "
            "minutes that raised them and run bcbsite actions sync."
        )


_MOST_MARKINGS = 5


def _markings_in(blocks: Sequence[Block]) -> Iterator[str]:
    """A sentence for each of the first markings in the text of *blocks*."""
    texts = [paragraph.text for paragraph in paragraphs_of(tuple(blocks))]
    found = (marking_in(texts[at], Shape.TEXT) for at in which_may_be_marked(texts))
    for marking in islice(dict.fromkeys(one.words for one in found if one), _MOST_MARKINGS):
        yield f"The text is marked “{marking}”: see whether it may be published at all."


_LOG = PurePosixPath("actions.yaml")


def _apart(drafts: Iterator[Draft]) -> Iterator[Draft]:
    """*drafts*, of which no two have one place."""
    seen: set[PurePosixPath] = set()
    for draft in drafts:
        place, n = draft.place, 1
        while place in seen:
            n += 1
            place = draft.place.with_name(f"{draft.place.stem}-{n}.md")
        seen.add(place)
        if n > 1 and draft.kind in (Kind.MINUTES, Kind.AGENDA):
            said = f"! {draft.place} is there twice: give {place.name} a folder of its own."
            yield replace(draft, place=place, said=(*draft.said, said))
        else:
            yield replace(draft, place=place)
