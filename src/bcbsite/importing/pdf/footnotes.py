"""Footnotes: small lines at the foot of a page that begin with a number raised in its text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from bcbsite.importing.document import Run
from bcbsite.importing.pdf.lines import Line, Segment, Word

# How much smaller than the text of their page footnotes are.
SMALLER = 0.95


def without_footnotes(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], dict[str, list[Line]]]:
    """The lines of each page without its footnotes, their raised numbers as references, and the footnotes
    by key: the number, with its page before it where an earlier page has the same.
    """
    kept: list[list[Line]] = []
    notes: dict[str, list[Line]] = {}
    for lines in pages:
        body, found = _parted(list(lines))
        keys = {mark: f"{page[0].page}-{mark}" if mark in notes else mark for mark, page in found.items()}
        notes.update((keys[mark], note) for mark, note in found.items())
        kept.append([_referring(line, keys) for line in body] if keys else body)
    return kept, notes


def _parted(lines: list[Line]) -> tuple[list[Line], dict[str, list[Line]]]:
    marks = {word.text for line in lines for word in line.words if word.is_raised and word.text.isdigit()}
    if not marks:
        return lines, {}
    usual = median(line.size for line in lines)
    first = len(lines)
    while first and (lines[first - 1].size < usual * SMALLER or _mark(lines[first - 1]) in marks):
        first -= 1
    while first < len(lines) and _mark(lines[first]) not in marks:
        first += 1
    return lines[:first], _notes(lines[first:], marks)


def _notes(lines: list[Line], marks: set[str]) -> dict[str, list[Line]]:
    notes: dict[str, list[Line]] = {}
    mark = ""
    for line in lines:
        begins = _mark(line)
        if begins in marks and begins not in notes:
            mark = begins
            notes[mark] = [_unmarked(line)]
        else:
            notes[mark].append(line)
    return notes


def _mark(line: Line) -> str:
    """The number with which a line begins, or ""."""
    if line.label:
        return line.label.text.rstrip(".)")
    first = line.words[0].text
    return first if first.isdigit() else ""


def _unmarked(line: Line) -> Line:
    if line.label:
        return replace(line, label=None)
    words = line.segments[0].words[1:]
    segments = (Segment(words), *line.segments[1:]) if words else line.segments[1:]
    return replace(line, segments=segments)


def _referring(line: Line, keys: dict[str, str]) -> Line:
    segments = tuple(Segment(tuple(_references(segment.words, keys))) for segment in line.segments)
    return replace(line, segments=segments)


def _references(words: Sequence[Word], keys: dict[str, str]) -> Iterator[Word]:
    for word in words:
        if word.is_raised and word.text in keys:
            yield replace(word, runs=(Run("", footnote=keys[word.text]),), text="")
        else:
            yield word
