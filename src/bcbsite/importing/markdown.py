"""Blocks of a document become Markdown of a record: what the site reads of it is exactly their words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bcbsite.importing.document import Block, Cell, Doubt, Paragraph, Run, Table, words_of
from bcbsite.model import blocks as written
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.new.entry import LEVELS, escaped
from bcbsite.read.foreign import foreign_marks
from bcbsite.read.markdown import read_blocks
from bcbsite.read.slips import slips_in
from bcbsite.text.fold import less_unseen

Footnotes = Mapping[str, tuple[Run, ...]]

_ENTRY = re.compile(r"\d{1,9}[.)]")
"""A label that Markdown has as that of an entry of a list."""
_KEY = re.compile(r"[\w*†‡-]{1,20}")
_FIGURE = re.compile(r"[-–−(]?[£$€]?[-–−]?[\d,. ]*\d[\d,. ]*%?\)?|[-–—]?")
_DEEPER = 4.0
"""Points that an entry of a list within another is further in."""
_DEEPEST = 12
_LONG = 4000
"""Characters of a paragraph from which on all that can mark words is escaped at once."""
_MANY = 400
"""Pieces of different style from which on none is marked."""


@dataclass
class MarkdownWriter:
    """Writes blocks one after the other."""

    footnotes: Footnotes
    doubts: list[Doubt] = field(default_factory=list)
    """What could not be written as it was."""
    lines: list[str] = field(default_factory=list)
    _levels: list[tuple[float, int]] = field(default_factory=list)
    """Of each list that is open how far in its entries are, and how many characters its marks take."""
    _waiting: list[str] = field(default_factory=list)
    """Keys of footnotes that are to be written when the list ends."""
    _written: set[str] = field(default_factory=set)

    def add(self, block: Block) -> None:
        """Write *block*."""
        if isinstance(block, Table):
            self._end_list()
            self._table(block)
        elif block.heading:
            self._end_list()
            self._put(f"{'#' * block.heading} ", block, _HEADING)
        elif block.bullet or _ENTRY.fullmatch(block.label):
            self._entry(block)
        else:
            self._end_list()
            for piece in lines_of(block):
                self._put("", piece, _PARAGRAPH)

    def text(self) -> str:
        """All that was written; footnotes that no words lead to stand at the end."""
        self._end_list()
        self._define(key for key in self.footnotes if key not in self._written)
        return "\n".join(self.lines).strip("\n") + "\n"

    def _put(self, before: str, block: Paragraph, kind: type) -> None:
        runs = _with_label(block)
        if not any(run.text.strip() or run.footnote for run in runs):
            return
        self._tell_struck(block)
        self._open_line(f"{before}{self._sound(before, runs, kind)}")
        self._define(_keys(runs))

    def _open_line(self, line: str) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")
        self.lines += [line, ""]

    def _entry(self, block: Paragraph) -> None:
        first, *rest = lines_of(replace(block, label="", bullet=False))
        mark = "- " if block.bullet else f"{block.label} "
        if not first.text.strip():
            mark = mark.rstrip()
        self._go_to(block.indent, len(mark))
        before = " " * sum(width for _, width in self._levels[:-1])
        if len(self._levels) == 1 and self.lines and self.lines[-1] and not _is_entry(self.lines[-1]):
            self.lines.append("")
        self._tell_struck(block)
        self.lines.append(f"{before}{mark}{self._sound(mark, first.runs, _ENTRY_OF_LIST)}".rstrip())
        inner = before + " " * len(mark)
        for piece in rest:
            self.lines += ["", f"{inner}{self._sound('', piece.runs, _PARAGRAPH)}", ""]
        self._waiting += _keys(block.runs)

    def _go_to(self, indent: float, width: int) -> None:
        """Close the lists that an entry so far in is no part of, and open one for it."""
        while self._levels and self._levels[-1][0] > indent + _DEEPER / 2:
            self._levels.pop()
        if self._levels and (indent <= self._levels[-1][0] + _DEEPER or len(self._levels) >= _DEEPEST):
            self._levels[-1] = (self._levels[-1][0], width)
        else:
            self._levels.append((indent, width))

    def _end_list(self) -> None:
        if self._levels:
            self._levels.clear()
            self.lines.append("")
            keys, self._waiting = self._waiting, []
            self._define(keys)

    def _define(self, keys: Iterable[str]) -> None:
        for key in keys:
            if key in self._written or key not in self.footnotes:
                continue
            self._written.add(key)
            text = self._sound("", self.footnotes[key], _PARAGRAPH)
            self._open_line(f"[^{_name(key)}]: {text}")

    def _tell_struck(self, block: Paragraph) -> None:
        if words := " ".join(run.text.strip() for run in block.runs if run.struck and run.text.strip()):
            sentence = (
                f"“{words}” is struck through, and is written as ordinary words: see whether it counts."
            )
            self.doubts.append(Doubt(sentence, block.origin))

    # -------------------------------------------------------------------------------------- words

    def _sound(self, before: str, runs: Sequence[Run], kind: type) -> str:
        """Markdown of *runs* that is read as their words, behind *before*."""
        runs = _tidied(runs)
        wanted = "".join(f"{run.text}[{_name(run.footnote)}]" if run.footnote else run.text for run in runs)
        wanted = less_unseen(wanted).strip()
        notes = "".join(f"\n\n[^{_name(key)}]: …" for key in _keys(runs))
        is_long = len(wanted) > _LONG  # to parse emphasis takes time that grows with the square
        for marked in (len(runs) <= _MANY, False):
            for level in LEVELS[-1:] if is_long else LEVELS:
                form = "".join(_of_run(run, level, marked) for run in runs).strip()
                for try_ in (form, *_less_beginning(form)):
                    if _is_sound(f"{before}{try_}{notes}", wanted, kind, runs if marked else ()):
                        return try_
        self.doubts.append(Doubt(f"“{wanted[:80]}” may be read otherwise than it is printed."))
        return "".join(_of_run(run, 2, False) for run in runs).strip()

    # -------------------------------------------------------------------------------------- tables

    def _table(self, table: Table) -> None:
        grid = [self._row(row) for row in table.rows]
        width = max((len(row) for row in grid), default=0)
        if not width or not any(any(row) for row in grid):
            return
        rows = [row + [""] * (width - len(row)) for row in grid]
        if any(cell.columns > 1 or cell.rows > 1 for row in table.rows for cell in row):
            self.doubts.append(
                Doubt(f"Cells of the table “{_short(table)}” are merged; each is written once.", table.origin)
            )
        head, *rest = rows
        align = ["--:" if _has_figures([row[n] for row in rest]) else "---" for n in range(width)]
        lines = [f"| {' | '.join(row)} |" for row in (head, *rest)]
        lines.insert(1, f"|{'|'.join(align)}|")
        self._open_line("\n".join(lines))
        self._define(key for row in table.rows for cell in row for key in _keys_in(cell))

    def _row(self, row: Sequence[Cell]) -> list[str]:
        cells: list[str] = []
        for cell in row:
            runs = _runs_in(cell)
            cells.append(self._sound("", runs, _CELL) if runs else "")
            cells += [""] * (cell.columns - 1)
        return cells


# “Update:” in bold, which begins a paragraph of its own wherever it stands
_BEGINS_LINE = re.compile(r"\s*(?:Update|Action|Resolved|Decision|Agreed)s?\b[^:\n]{0,20}:\s*")


def lines_of(block: Paragraph) -> Iterator[Paragraph]:
    """*block*, or a paragraph for each of its lines; the first has the label."""
    rows: list[list[Run]] = [[]]
    for run in block.runs:
        if run.bold and rows[-1] and _BEGINS_LINE.fullmatch(run.text):
            rows.append([])
        first, *others = re.split(r"[\n\v\u2028]", run.text)
        rows[-1].append(replace(run, text=first))
        rows += [[replace(run, text=text)] for text in others]
    kept = [row for row in rows if any(run.text.strip() or run.footnote for run in row)] or [[]]
    yield replace(block, runs=tuple(kept[0]))
    for row in kept[1:]:
        yield replace(block, runs=tuple(row), label="", bullet=False)


def _with_label(block: Paragraph) -> tuple[Run, ...]:
    return (Run(f"{block.label} "), *block.runs) if block.label else block.runs


def _is_entry(line: str) -> bool:
    return bool(re.match(r"\s*(?:-|\d{1,9}[.)])(?:\s|$)", line))


def _keys(runs: Iterable[Run]) -> list[str]:
    return list(dict.fromkeys(run.footnote for run in runs if run.footnote))


def _keys_in(cell: Cell) -> list[str]:
    return _keys(_runs_in(cell))


def _runs_in(cell: Cell) -> tuple[Run, ...]:
    """All runs of a cell, its paragraphs parted by spaces."""
    runs: list[Run] = []
    for block in cell.blocks:
        inner = _with_label(block) if isinstance(block, Paragraph) else (Run(words_of(block)),)
        runs += [*([Run(" ")] if runs else []), *inner]
    return tuple(runs) if any(run.text.strip() or run.footnote for run in runs) else ()


def _name(key: str) -> str:
    """What a footnote is called in Markdown."""
    return key if _KEY.fullmatch(key) else "".join(c if c.isalnum() else "-" for c in key)[:20] or "1"


def _tidied(runs: Sequence[Run]) -> list[Run]:
    """*runs* with single spaces, those of one style as one, and spaces outside of what is emphasised."""
    found: list[Run] = []
    ends_with_space = True
    for run in runs:
        text = " ".join(f"x{run.text}x".split())[1:-1]
        text = text.lstrip() if ends_with_space else text
        if not text and not run.footnote:
            continue
        ends_with_space = text.endswith(" ")
        before = found[-1] if found else None
        if before and not run.footnote and not before.footnote and _style(before) == _style(run):
            found[-1] = replace(before, text=before.text + text)
        else:
            found.append(replace(run, text=text))
    return found


def _style(run: Run) -> tuple[bool, bool, str]:
    return run.bold, run.italic, run.link


def _of_run(run: Run, level: int, marked: bool) -> str:
    text = escaped(run.text, level)
    note = f"[^{_name(run.footnote)}]" if run.footnote else ""
    inner = text.strip()
    if not inner or not marked or not (run.bold or run.italic or run.link):
        return text + note
    sign = "*" * (2 * run.bold + run.italic)
    inner = f"{sign}{inner}{sign}"
    if run.link:
        inner = f"[{inner}]({_address(run.link)})"
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return f"{text[:start]}{inner}{text[end:]}{note}"


def _address(link: str) -> str:
    return "".join(f"%{ord(c):02X}" if c in ' ()<>\\"' else c for c in link)


def _less_beginning(form: str) -> Iterator[str]:
    """*form* with its first character so that it begins nothing."""
    if form and not form[0].isalnum() and form[0] != "\\":
        yield f"\\{form}" if form[0].isascii() else f"&#{ord(form[0])};{form[1:]}"
    if match := re.match(r"\d{1,9}(?=[.)])", form):
        yield f"{match[0]}\\{form[match.end() :]}"


_PARAGRAPH, _HEADING, _ENTRY_OF_LIST, _CELL = (
    written.Paragraph,
    written.Heading,
    written.ListBlock,
    written.Table,
)


def _is_sound(form: str, wanted: str, kind: type, runs: Sequence[Run]) -> bool:
    """Whether *form* is read as one block of *kind* with the words *wanted*, and marked as *runs* are."""
    if kind is _CELL:
        form, rest = form.partition("\n\n")[::2]
        form = f"| {form} |\n|---|" + (f"\n\n{rest}" if rest else "")
    blocks = read_blocks(form)
    first, *notes = blocks or (None,)
    if not all(isinstance(note, written.Footnote) for note in notes):
        return False
    if foreign_marks(form, blocks) or any(slips_in(form, blocks)):
        return False
    prose = _prose_of(first, kind)
    return prose is not None and prose.text == wanted and _marks_of(prose) >= _marks_wanted(runs)


def _prose_of(block: written.Block | None, kind: type) -> Prose | None:
    match block:
        case written.Paragraph(prose=prose) | written.Heading(prose=prose) if isinstance(block, kind):
            return prose
        case written.ListBlock(entries=(entry,)) if kind is _ENTRY_OF_LIST:
            match entry.blocks:
                case (written.Paragraph(prose=prose),):
                    return prose
                case ():
                    return Prose("")
        case written.Table(head=(prose,)) if kind is _CELL:
            return prose
    return None


def _marks_of(prose: Prose) -> set[tuple[MarkKind, str]]:
    return {(mark.kind, prose.text[mark.start : mark.end]) for mark in prose.marks}


def _marks_wanted(runs: Sequence[Run]) -> set[tuple[MarkKind, str]]:
    kinds = {"bold": MarkKind.STRONG, "italic": MarkKind.EMPHASIS, "link": MarkKind.LINK}
    return {
        (kind, less_unseen(run.text.strip()))
        for run in runs
        for name, kind in kinds.items()
        if getattr(run, name) and run.text.strip()
    }


def _has_figures(cells: Sequence[str]) -> bool:
    words = [cell for cell in cells if cell]
    return bool(words) and all(_FIGURE.fullmatch(cell.replace("\\", "")) for cell in words)


def _short(table: Table) -> str:
    return " ".join(words_of(table).split()[:6])
