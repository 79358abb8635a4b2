"""Which paragraphs are headings of items: by the file's own word, number, bold type or capitals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bcbsite.importing.document import Block, Paragraph, words_of
from bcbsite.model import blocks as written
from bcbsite.model.body import fold_label
from bcbsite.model.prose import Prose
from bcbsite.read.labels import MINUTES_ROLES, with_role
from bcbsite.read.numbers.implied import is_title
from bcbsite.text.fold import folded

_WHOLE = re.compile(r"(?P<value>\d{1,4})(?:\.0)?[.):]?")
_RUNNING = re.compile(
    r"[A-Z]{0,6}\d{0,4}/[A-Z]{0,4}\d{1,4}\.?|\d{2}\.\d{2}\.\d{1,2}\.?|[IVX]{1,6}[.)]|[A-Z]\."
)
"""Numbers that only items have: `39/20`, `C048/23`, `19.09.01`, `IV.`"""
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?")
_LONGEST = 250
_GAP = 3
"""How far apart the numbers of an agenda can be."""
_SENTENCES = re.compile(r"[.?!]\s+[A-Z“\"]")
# What stands in capitals or bold on its own line, and begins what comes after it
_LABEL = re.compile(
    r"(?:resolved|agreed|decision|decided|update|present|members|councillors|apologies|in attendance|carried"
    r"|lost)"
    r"\b.{0,12}",
    re.IGNORECASE,
)
# What is decided can be printed in bold or in capitals, too: “MOTION CARRIED”, “The budget was approved”
_DECIDES = re.compile(
    r"\b(?:resolved|agreed|approved|noted|adopted|accepted|deferred|rejected|carried|lost|withdrawn)\b",
    re.IGNORECASE,
)
_ACTION = re.compile(r"actions?\b(?! (?:log|points?|items?|list|summary|plan|tracker)\b)(?=.)", re.IGNORECASE)
_OF_THE_MEETING = re.compile(
    r"(?:dates? |time )?(?:and (?:time|place) )?(?:of )?(?:the )?(?:next|future) meetings?"
    r"|any other (?:urgent )?business|AOB|close of (?:the )?meeting|part (?:2|ii|two)\b|private session",
    re.IGNORECASE,
)


def with_headings(blocks: Sequence[Block], is_agenda: bool = False) -> list[Block]:
    """*blocks*, in which those that are headings by their number, or by the file's own word, have a level.

    The level of an item is 2, and of what is within it more. In an agenda every number begins an item.
    """
    joined = list(_with_titles_of_next_lines(blocks))
    split = [piece for block in joined for piece in _split(block)]
    levels = _levels_of_file(split)
    numbered = _by_numbers(split, is_agenda)
    return [
        _as_heading(block, numbered.get(at) or levels.get(at, 0)) if isinstance(block, Paragraph) else block
        for at, block in enumerate(split)
    ]


def first_item(blocks: Sequence[Block]) -> int | None:
    """Where the first item with a number is, or else the first heading below the title; None without one."""
    headings = [at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and block.heading]
    labelled = [at for at in headings if _label(blocks[at])]
    if labelled:
        return labelled[0]
    return next((at for at in headings if at), None)


def with_plain_headings(blocks: Sequence[Block]) -> list[Block]:
    """*blocks* below the head of a document: lines in bold or in capitals are headings as well."""
    items = [block for block in blocks if isinstance(block, Paragraph) and block.heading]
    found: list[Block] = []
    for block, behind in zip(blocks, [*blocks[1:], None], strict=False):
        if isinstance(block, Paragraph) and _is_plain_heading(block, behind):
            is_item = not items or _OF_THE_MEETING.fullmatch(block.text.strip())
            found.append(_as_heading(block, 2 if is_item else 3))
        else:
            found.append(block)
    return found


def _is_plain_heading(block: Paragraph, behind: Block | None) -> bool:
    text = " ".join(folded(block.text).split())
    if block.heading or block.label or block.bullet or "\t" in block.text or not is_title(text):
        return False
    if _LABEL.fullmatch(text) or _DECIDES.search(text) or _acts(text):
        return False
    if not any(map(str.isalpha, text)) or "£" in text or behind is None:
        return False
    return stands_out(block) or is_in_capitals(text)


def _acts(text: str) -> bool:
    """Whether *text* begins as what is to be done, or another labelled paragraph."""
    labelled = with_role(written.Paragraph(Prose(text), 1), MINUTES_ROLES)
    return labelled.role is not None or bool(_ACTION.match(text))


def stands_out(block: Paragraph) -> bool:
    """Whether all of a paragraph is bold, or all of it is underlined."""
    worded = [run for run in block.runs if run.text.strip()]
    return block.is_bold or bool(worded and all(run.underlined for run in worded))


def is_in_capitals(text: str) -> bool:
    """Whether *text* has capitals alone, more than an abbreviation."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 4 and all(c.isupper() for c in letters) and " " in text.strip()


def _as_heading(block: Paragraph, level: int) -> Paragraph:
    if not level:
        return replace(block, heading=0) if block.heading else block
    runs = tuple(replace(run, text=re.sub(r"\s+", " ", run.text), bold=False) for run in block.runs)
    return replace(block, heading=level, runs=runs, bullet=False)


def _label(block: Block) -> str:
    return block.label.rstrip(".):") if isinstance(block, Paragraph) else ""


# ------------------------------------------------------------------------------------------- one line or two


def _with_titles_of_next_lines(blocks: Sequence[Block]) -> Iterator[Block]:
    """*blocks*, in which a number that stands alone has the words of the next line."""
    waiting: Paragraph | None = None
    for block in blocks:
        if waiting:
            if isinstance(block, Paragraph) and not block.label and not block.bullet and block.text.strip():
                heading = waiting.heading or block.heading
                yield replace(block, label=waiting.label, heading=heading, indent=waiting.indent)
                waiting = None
                continue
            yield waiting
            waiting = None
        if isinstance(block, Paragraph) and block.label and not block.text.strip() and not block.runs:
            waiting = block
        else:
            yield block
    if waiting:
        yield waiting


def _split(block: Block) -> Iterator[Block]:
    """`5. **Budget** The Treasurer said …` as the heading and its first paragraph."""
    if not isinstance(block, Paragraph) or not block.label or stands_out(block) or block.heading:
        yield block
        return
    bold = 0
    while bold < len(block.runs) and (block.runs[bold].bold or not block.runs[bold].text.strip()):
        bold += 1
    title = "".join(run.text for run in block.runs[:bold]).strip()
    rest = "".join(run.text for run in block.runs[bold:]).strip()
    number = block.label.rstrip(".):")
    if (
        len(title) > 3
        and rest
        and is_title(title.rstrip(".:"))
        and (_WHOLE.fullmatch(number) or _RUNNING.fullmatch(number))
    ):
        yield replace(block, runs=block.runs[:bold])
        yield replace(block, runs=block.runs[bold:], label="")
    else:
        yield block


# ------------------------------------------------------------------------------------------- levels


def _levels_of_file(blocks: Sequence[Block]) -> dict[int, int]:
    """The levels that the file itself gives, from 2 on; a single one above all others is its title's."""
    own = {at: b.heading for at, b in enumerate(blocks) if isinstance(b, Paragraph) and b.heading}
    if not own:
        return {}
    top = min(own.values())
    first = next(iter(own))
    items = {level for at, level in own.items() if _label(blocks[at])}
    below = [level for at, level in own.items() if at != first]
    if own[first] == top and below and min(below) > top and not _label(blocks[first]):
        top = min(below)
    return {
        at: min(max(level - top, 0) + 2 + (level in items and _is_within_item(blocks[at])), 6)
        for at, level in own.items()
        if "£" not in words_of(blocks[at])
    }


def _is_within_item(block: Block) -> bool:
    """Whether a heading without a number, where items have one, is that of a part of an item."""
    return not _label(block) and not _OF_THE_MEETING.fullmatch(words_of(block))


def _by_numbers(blocks: Sequence[Block], is_agenda: bool) -> dict[int, int]:
    """The levels of paragraphs that are headings by their numbers."""
    series = _Series(blocks, is_agenda)
    return {at: level for place, at in enumerate(series.places) if (level := series.level(place, at))}


class _Series:
    """Goes through the paragraphs with a number, and knows the last number of an item."""

    def __init__(self, blocks: Sequence[Block], is_agenda: bool) -> None:
        self._blocks = blocks
        self._is_agenda = is_agenda
        self._labels = {at: label for at, block in enumerate(blocks) if (label := _label(block))}
        self.places = list(self._labels)
        self._last = 0
        self._whole: set[str] = set()

    def level(self, place: int, at: int) -> int:
        """The level of the paragraph *at*, the *place*-th of those with a number; 0 for no heading."""
        block = self._blocks[at]
        assert isinstance(block, Paragraph)
        behind = self._beside(place + 1)
        has_parts = bool(behind) and fold_label(behind.rpartition(".")[0]) == fold_label(self._labels[at])
        is_lone = "." in self._beside(place - 1) and (not behind or "." in behind)
        if not _could_be_title(block, has_parts or is_lone):
            return 0
        if match := _WHOLE.fullmatch(block.label):
            return self._of_whole(at, block, int(match["value"]), has_parts, is_lone)
        is_titled = is_title(block.text.strip())
        if _RUNNING.fullmatch(block.label):
            return 2 if stands_out(block) or is_titled else 0
        if _DOTTED.fullmatch(block.label) and (has_parts or (self._is_agenda and is_titled)):
            return self._of_dotted(self._labels[at])
        return 0

    def _beside(self, place: int) -> str:
        return self._labels[self.places[place]] if 0 <= place < len(self.places) else ""

    def _of_whole(self, at: int, block: Paragraph, value: int, has_parts: bool, is_lone: bool) -> int:
        """`5.` is an item where 5.1 follows, where it is next, or where it stands between 4.3 and 5.1."""
        if self._is_agenda and block.label.endswith(".0") and value == self._last:
            return 3
        step = value - self._last
        is_first = self._last == 0 and (value == 1 or has_parts)
        is_next = is_first or 0 < step <= (_GAP if self._is_agenda else 1)
        is_item = (has_parts and step > 0) or (is_next and _stands_apart(self._blocks, at, self._is_agenda))
        if not (is_item or is_lone or (stands_out(block) and not has_parts)):
            return 0
        self._last = value
        self._whole.add(fold_label(self._labels[at]))
        return 2

    def _of_dotted(self, label: str) -> int:
        if fold_label(label.rpartition(".")[0]) in self._whole:
            return 2 + label.count(".")
        self._last = max(self._last, int(label.split(".", maxsplit=1)[0]))
        return 2


def _could_be_title(block: Paragraph, has_parts: bool) -> bool:
    text = " ".join(block.text.split())
    if not text or len(text) > _LONGEST or text[0].islower() or _SENTENCES.search(text):
        return False
    return has_parts or stands_out(block) or not text.endswith((".", ";", ":", ",")) or len(text) < 40


def _stands_apart(blocks: Sequence[Block], at: int, is_agenda: bool) -> bool:
    """Whether the paragraph *at* is no entry of a list that the words before it lead in to."""
    before = blocks[at - 1] if at else None
    leads_in = isinstance(before, Paragraph) and before.text.rstrip().endswith(":") and bool(before.label)
    return is_agenda or not leads_in
