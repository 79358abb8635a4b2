"""Plain text and Markdown become documents: lines are put together to paragraphs again."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bcbsite.importing.document import (
    Doubt,
    ImportedDocument,
    ImportRefusedError,
    LeftOut,
    Omission,
    Origin,
    Paragraph,
    Run,
)
from bcbsite.importing.markdown_text import read_markdown
from bcbsite.importing.printed_labels import BULLET, take_printed_label
from bcbsite.model import blocks
from bcbsite.model.prose import Prose
from bcbsite.read.front_matter import has_front_matter
from bcbsite.read.labels import AGENDA_ROLES, MINUTES_ROLES, with_role
from bcbsite.read.paragraphs import goes_on, is_unfinished
from bcbsite.read.slips import is_page_mark
from bcbsite.text.fold import folded

MAX_BYTES = 20_000_000
"""A text of so many bytes is no document of a meeting."""
_FULL = 0.6
"""A line that is shorter than this share of the usual width was ended by its writer."""
_WIDEST = 400
"""Characters: what is longer was not wrapped, and says nothing of the width."""
_NARROWEST = 40
"""Nobody wraps lines at fewer characters."""
_SIGNATURE = re.compile(r"[\s._…\u2026-]{6,}")
_GAP = re.compile(r"\t+ *|(?<=\S) {3,}(?=\S)")
_ROLES = {**MINUTES_ROLES, **AGENDA_ROLES}
# “Report from Chief Constable”, as agendas print it without a colon
_BEGINS_ANEW = re.compile(
    r"(?:Report from|Date|Time|Location|Venue|Members|Present|In attendance|Apologies)\b|(?:To|From|Subject):"
)


def read_text(path: Path) -> ImportedDocument:
    """The document in the text file *path*, which is UTF-8 or as Windows writes it.

    A name that ends in `.md` is read as Markdown. A form feed begins a page. Raises `ImportRefusedError`.
    """
    text = _decoded(path)
    if has_front_matter(text):
        raise ImportRefusedError(
            f"{path.name} has front matter already, so it is a record: copy it to where it belongs."
        )
    return read_markdown(text) if path.suffix.lower() == ".md" else read_lines(text)


def _decoded(path: Path) -> str:
    if path.stat().st_size > MAX_BYTES:
        raise ImportRefusedError(f"{path.name} is larger than {MAX_BYTES // 10**6} MB; divide it.")
    data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    if b"\0" in data[:4000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ImportRefusedError(f"{path.name} is no text: it has bytes that no text has.")
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if not text.strip():
        raise ImportRefusedError(f"{path.name} is empty.")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def read_lines(text: str) -> ImportedDocument:
    """The document whose lines are *text*."""
    pages = text.split("\f")
    reader = _Reader(_width(text.split("\n")))
    for number, page in enumerate(pages, 1):
        reader.page = number if len(pages) > 1 else None
        for line in page.split("\n"):
            reader.add(line)
    pieces = _with_labels(reader.pieces, reader.doubts)
    return ImportedDocument(
        blocks=tuple(_paragraph(piece) for piece in pieces),
        omissions=tuple(reader.omissions),
        doubts=tuple(reader.doubts),
        counted=tuple(_counted(text)),
        pages=len(pages) if len(pages) > 1 else None,
    )


def _counted(text: str) -> Iterator[str]:
    """All words, less the `o` that is a bullet."""
    for line in text.split("\n"):
        first, *rest = line.split() or [""]
        yield from rest if first == "o" else (first, *rest)


def _width(lines: Sequence[str]) -> int:
    """How long a full line is."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    wrapped = [length for length in lengths if length <= _WIDEST] or [_WIDEST]
    return max(wrapped[(len(wrapped) - 1) * 9 // 10], _NARROWEST)


@dataclass
class _Piece:
    """A paragraph that is being put together."""

    label: str
    bullet: bool
    text: str
    indent: int
    heading: int
    page: int | None
    last: str = ""
    """Its last line."""


@dataclass
class _Reader:
    """Takes line after line."""

    width: int
    page: int | None = None
    pieces: list[_Piece] = field(default_factory=list)
    omissions: list[Omission] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    _is_open: bool = False

    def add(self, line: str) -> None:
        """Take the next line."""
        words = _GAP.sub("\t", line.strip())
        if not folded(words).strip():
            self._is_open = False
        elif is_page_mark(words):
            self._leave_out(words, LeftOut.PAGE_NUMBER)
        elif _SIGNATURE.fullmatch(words):
            self._leave_out(words, LeftOut.SIGNATURE)
            self._is_open = False
        else:
            self._take(words, len(line) - len(line.lstrip()))

    def _leave_out(self, words: str, kind: LeftOut) -> None:
        self.omissions.append(Omission(words, kind, Origin(self.page)))

    def _take(self, words: str, indent: int) -> None:
        heading = re.match(r"(#{1,6})\s+(?=\S)", words)
        rest = words[heading.end() :] if heading else words
        bullet = BULLET.match(rest)
        rest = rest[bullet.end() :] if bullet else rest
        label, rest = take_printed_label(rest)
        before = self.pieces[-1] if self.pieces else None
        if before and not (heading or bullet or label) and self._continues(before, words):
            glue = "" if before.text.endswith("-") and before.text[-2:-1].isalpha() else " "
            before.text = f"{before.text}{glue}{words}" if before.text else words
            before.last = words
        else:
            depth = len(heading[1]) if heading else 0
            self.pieces.append(_Piece(label, bool(bullet), rest, indent, depth, self.page, words))
        self._is_open = True

    def _continues(self, before: _Piece, words: str) -> bool:
        """Whether a line goes on with the paragraph *before*."""
        if not before.text:
            return bool(before.bullet) and not before.label
        if _begins_anew(words) or before.heading:
            return False
        if goes_on(words) and is_unfinished(before.text):
            return True
        if not self._is_open:
            return False
        return words[:1].islower() or len(before.last) >= _FULL * self.width


def _begins_anew(words: str) -> bool:
    labelled = with_role(blocks.Paragraph(Prose(words), 1), _ROLES)
    return labelled.role is not None or bool(_BEGINS_ANEW.match(words))


def _with_labels(pieces: Sequence[_Piece], doubts: list[Doubt]) -> Iterator[_Piece]:
    """*pieces*, in which numbers and bullets that stand alone are those of the paragraphs after them."""
    at = 0
    while at < len(pieces):
        alone = _run(pieces, at, lambda piece: not piece.text)
        words = _run(pieces, at + len(alone), lambda piece: not (piece.label or piece.bullet))
        if not alone or not words:
            yield from alone or [pieces[at]]
            at += len(alone) or 1
            continue
        if len(alone) > 1:
            doubts.append(_doubt_of_order(alone))
        own = _shared_out(alone, words)
        yield from (label for label in alone if label not in own)
        for label, piece in zip(own, _chosen(words, len(own)), strict=True):
            piece.label, piece.bullet, piece.indent = label.label, label.bullet, label.indent
        yield from words
        at += len(alone) + len(words)


def _shared_out(alone: Sequence[_Piece], words: Sequence[_Piece]) -> Sequence[_Piece]:
    """Those of *alone* that get words: where there are fewer *words*, the last ones."""
    return alone[max(0, len(alone) - len(words)) :]


def _chosen(words: Sequence[_Piece], number: int) -> Sequence[_Piece]:
    """The paragraphs that *number* labels belong to: the first ones, but for the last label the last."""
    return [*words[: number - 1], words[-1] if number > 1 else words[0]]


def _run(pieces: Sequence[_Piece], start: int, belongs: Callable[[_Piece], bool]) -> list[_Piece]:
    end = start
    while end < len(pieces) and belongs(pieces[end]):
        end += 1
    return list(pieces[start:end])


def _doubt_of_order(alone: Sequence[_Piece]) -> Doubt:
    numbers = ", ".join(f"“{each.label}”" for each in alone)
    sentence = f"The numbers {numbers} stand below one another, and the lines that they belong to after them."
    return Doubt(f"{sentence} See which line has which number.", Origin(alone[0].page))


def _paragraph(piece: _Piece) -> Paragraph:
    return Paragraph(
        runs=tuple(_runs(piece.text)),
        label=piece.label,
        bullet=piece.bullet and not piece.label,
        heading=piece.heading,
        indent=6.0 * piece.indent,
        origin=Origin(piece.page),
    )


_BOLD = re.compile(r"\*\*(?=\S)(?P<words>[^*\n]{1,200}?)(?<=\S)\*\*")


def _runs(text: str) -> Iterator[Run]:
    """*text*, in which words between two pairs of stars are bold."""
    end = 0
    for found in _BOLD.finditer(text):
        yield from [Run(text[end : found.start()])] if found.start() > end else []
        yield Run(found["words"], bold=True)
        end = found.end()
    yield from [Run(text[end:])] if text[end:] else []
