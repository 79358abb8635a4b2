"""Lines become paragraphs: sentences joined over lines and pages, words over hyphens where it is certain."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bcbsite.importing.document import Origin, Paragraph, Run
from bcbsite.importing.pdf.lines import Line, Word
from bcbsite.importing.pdf.measures import ENDS, LETTERS, SAME_X, Column, Measure

# How far, in points, the first line of a paragraph may begin to the right of the others.
_FIRST_LINE_INDENT = 45.0
# Words after which a sentence always goes on: "Councillors A Reed, B Shah and"
_GOING_ON = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&"}
)


def paragraphs(lines: Iterable[Line], file: Measure, column: Column) -> list[Paragraph]:
    """The paragraphs of lines that stand in one column."""
    groups: list[list[Line]] = []
    for found in lines:
        line = _surely_labelled(groups[-1] if groups else None, found, file, column)
        if groups and goes_on(groups[-1], line, file, column):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        _paragraph(group, file, column.left)
        for group in groups
        if any(line.words or line.label for line in group)
    ]


def _surely_labelled(group: list[Line] | None, line: Line, file: Measure, column: Column) -> Line:
    """The line with its label only where a paragraph begins with it: a sentence may have a number at the
    beginning of a line.
    """
    if line.label is None or line.label.sure or group is None:
        return line
    plain = line.without_label()
    if any(line.every(style) and not group[-1].every(style) for style in ("bold", "underlined")):
        return line
    return plain if goes_on(group, plain, file, column) and not _outdented(group, line) else line


def _outdented(group: list[Line], line: Line) -> bool:
    """Whether a line begins left of a paragraph's text, where the paragraph's own label stands."""
    first = group[0]
    return bool(first.label) and abs(line.x0 - first.x0) < SAME_X and first.text_x - first.x0 > SAME_X


def goes_on(group: list[Line], line: Line, file: Measure, column: Column) -> bool:
    """Whether a line goes on with the sentence of the lines before it."""
    last = group[-1]
    if line.label or line.heading != last.heading or not last.segments or not line.segments:
        return False
    if abs(line.size - last.size) > last.size * 0.12 or not _beneath(last, line, file):
        return False
    if not any(low <= line.x0 <= high for low, high in _expected(group)):
        return False
    return _joins(last, line, file, column.right_of(last)) and not _changes_style(last, line)


def _beneath(last: Line, line: Line, file: Measure) -> bool:
    """Whether a line is the next one, be it at the top of another page or column."""
    if last.page != line.page or line.base < last.base:
        return True
    return line.base - last.base <= last.size * file.pitch * 1.3


def _expected(group: list[Line]) -> Iterator[tuple[float, float]]:
    """Between which places the next line of a paragraph begins."""
    first = group[0]
    if len(group) > 1:
        yield group[-1].x0 - SAME_X, group[-1].x0 + SAME_X
        return
    yield from ((segment.x0 - SAME_X, segment.x0 + SAME_X) for segment in first.segments)
    if first.label:
        yield first.x0 - SAME_X, first.text_x + SAME_X
    else:
        yield first.x0 - _FIRST_LINE_INDENT, first.x0


def _joins(last: Line, line: Line, file: Measure, right: float) -> bool:
    """Whether a line was broken for want of room, or in the middle of a sentence."""
    before, after = last.words[-1].text, line.words[0].text
    ends, begins = before.endswith(ENDS), not after[:1].islower()
    if last.page != line.page and ends and begins:
        return False
    if _is_full(last, line, file, right) or before.casefold() in _GOING_ON or _is_broken(before, after):
        return True
    if file.is_spaced and _is_long(last, right) and not before.endswith(","):
        return not ends
    return not (ends or begins)


def _is_full(last: Line, line: Line, file: Measure, right: float) -> bool:
    """Whether the next line's first word had no room. What stands in columns was not broken for that."""
    if len(last.segments) > 1 and abs(line.x0 - last.segments[-1].x0) > SAME_X:
        return False
    word = line.words[0]
    room = last.size * 0.3 if file.is_justified else word.x1 - word.x0 + last.size * 0.25
    return last.x1 + room > (last.right or right)


def _is_long(line: Line, right: float) -> bool:
    """Whether a line is too long for an entry of a list."""
    return line.x1 - line.text_x > (right - line.text_x) * 0.7


def _changes_style(last: Line, line: Line) -> bool:
    """Whether a heading ends: all of it has a style of which the next line has nothing."""
    if line.words[0].text[:1].islower():
        return False
    return any(
        last.every(style) and not any(getattr(run, style) for word in line.words for run in word.runs)
        for style in ("bold", "underlined")
    )


def is_whole(line: Line) -> bool:
    """Whether a line can be an entry of its own: it begins no second half of a sentence and ends no first."""
    text = line.text
    return not text[:1].islower() and not text.endswith((",", "-")) and text.split()[-1] not in _GOING_ON


def _is_broken(before: str, after: str) -> bool:
    """Whether a hyphen at the end of a line stands within a word: "self-" and "nominations"."""
    return before[-1:] in "-\u00ad\u2010" and before[-2:-1].isalpha() and after[:1].islower()


def _paragraph(group: list[Line], file: Measure, left: float) -> Paragraph:
    first = group[0]
    label = first.label
    runs: list[Run] = []
    for index, line in enumerate(group):
        if index:
            _break(runs, group[index - 1].words, line.words, file)
        for number, segment in enumerate(line.segments):
            if number:
                runs.append(Run("\t"))
            _add(runs, segment.words)
    return Paragraph(
        tuple(_merged(runs)),
        label.text if label and not label.bullet else "",
        bool(label and label.bullet),
        first.heading,
        indent=round(max(0.0, first.x0 - left), 1),
        origin=Origin(first.page),
    )


def _add(runs: list[Run], words: Sequence[Word]) -> None:
    for index, word in enumerate(words):
        if index and not word.runs[0].footnote:
            runs.append(Run(" "))
        runs.extend(replace(run, text=run.text.replace("\u00ad", "")) for run in word.runs[:-1])
        last = word.runs[-1]
        text = last.text.replace("\u00ad", "")
        runs.append(replace(last, text=text + "\u00ad" if last.text.endswith("\u00ad") else text))


def _break(runs: list[Run], before: Sequence[Word], after: Sequence[Word], file: Measure) -> None:
    """A space for the end of a line, or nothing where a word goes on over it."""
    if not before or not after or not _is_broken(before[-1].text, after[0].text):
        runs.append(Run(" "))
    elif _without_hyphen(before[-1].text, after[0].text, file):
        runs[-1] = replace(runs[-1], text=runs[-1].text[:-1])


def _without_hyphen(before: str, after: str, file: Measure) -> bool:
    """Whether the file has the whole word elsewhere without a hyphen. A soft hyphen is none in any case."""
    if before.endswith("\u00ad"):
        return True
    head, tail = LETTERS.findall(before)[-1], LETTERS.findall(after)[0]
    return (head + tail).casefold() in file.words


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Runs of one style as one; a space between two runs of one style is of that style."""
    merged: list[Run] = []
    pending = ""
    for run in runs:
        if run.text.isspace():
            pending += run.text
            continue
        if merged and replace(run, text="") == replace(merged[-1], text=""):
            merged[-1] = replace(run, text=merged[-1].text + pending + run.text)
        else:
            if merged and pending:
                merged[-1] = replace(merged[-1], text=merged[-1].text + pending)
            merged.append(run)
        pending = ""
    return [replace(run, text=run.text.replace("\u00ad", "")) for run in merged]
