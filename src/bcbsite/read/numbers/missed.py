"""Paragraphs that look like the heading of an item, and are none: to be told of, with the line to write."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from operator import itemgetter

from bcbsite.model.blocks import Block, ListBlock, ListEntry, Paragraph
from bcbsite.model.body import Item, Part, Passage
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.model.reading import Sought, Unread, bounded
from bcbsite.read.labels import take_label
from bcbsite.read.numbers.forms import Form, Number, candidates, is_later, roman_value
from bcbsite.read.numbers.implied import is_title
from bcbsite.read.numbers.unmarked import unmarked_items

# With an ordinary space after the dot it would be a list: here is none, or one that Word made.
_NUMBER = re.compile(r"(?P<number>[1-9]\d?)(?:\.|(?P<bare>(?:\.0)?(?=\s)))\s*(?P<title>[^\W\d].*)")
_CAPITALS = re.compile(r"(?=.*[A-Z]{4})[A-Z][A-Z’'&/,-]*(?:\s[A-Z’'&/,-]+)+")
# What stands in capitals on a line of its own and is no title.
_NO_TITLE = re.compile(
    r"\b(?:OFFICIAL|SENSITIVE|RESTRICTED|CONFIDENTIAL|SECRET|PROTECT|EXEMPT|PUBLICATION|DRAFT|COPY"
    r"|RESOLVED|AGREED|DECISIONS?|RESOLUTION|NOTED|CARRIED|LOST|UNANIMOUSLY|ACTIONS?|UPDATE|END|BLANK)\b"
)
_LONGEST = 120
"""Of a title; what is longer is a paragraph."""


def missed_items(parts: Sequence[Part]) -> tuple[Unread, ...]:
    """What of *parts* looks like an item and is a paragraph or a list."""
    unmarked = {one.line: one for one in unmarked_items(parts)}
    missed = [(p.line, p, title) for p, title in _missed(parts) if p.line not in unmarked]
    missed += [(one.line, one.passage, one.title) for one in unmarked.values()]
    found = [
        Unread(
            Sought.ITEM,
            f"“{title}” is a paragraph and no item.",
            line,
            passage.anchor,
            f"If it is an item, write “## {title}”, with an empty line after it.",
        )
        for line, passage, title in sorted(missed, key=itemgetter(0))
    ]
    return bounded(found, "Paragraphs that look like items")


def _missed(parts: Sequence[Part]) -> Iterator[tuple[Passage, str]]:
    """Each passage that looks like an item, with the heading that it may be."""
    series = _Series(parts)
    before: Part | None = None
    for part, after in zip_longest(parts, parts[1:]):
        if isinstance(part, Passage):
            following = after if isinstance(after, Passage) else None
            title = (
                _title(part)
                or _above_its_paragraph(part, following)
                or _alone(part, before, following)
                or series.title(part, following)
                or _in_capitals(part, before)
            )
            if title:
                yield part, title
        else:
            series.pass_by(part)
        before = part


def _title(passage: Passage) -> str | None:
    """Number and title, where *passage* is a number with a title, and not a list."""
    prose = _first(passage)
    if not prose:
        return None
    words = prose.text
    bold = _is_bold(prose)
    if passage.label:
        return f"{passage.label} {words}" if bold and passage.label.endswith(".0") else None
    found = _NUMBER.fullmatch(words)
    if not found or len(words) > _LONGEST or (found["bare"] is not None and not bold):
        return None
    return f"{found['number']}. {found['title']}"


def _above_its_paragraph(passage: Passage, after: Passage | None) -> str | None:
    """Number and title, where *passage* is a numbered list and 2.1 comes after its 2."""
    match passage.blocks:
        case (
            ListBlock(ordered=True, entries=(*_, ListEntry(blocks=(Paragraph(prose=prose),), number=number))),
        ):
            title, *lines = prose.text.split("\n")
            first = f"{(number or '')[:-1]}.1"
            if (after and after.label == first) or (lines and take_label(Prose(lines[0]))[0] == first):
                return f"{number} {title}"
    return None


def _alone(passage: Passage, before: Part | None, after: Passage | None) -> str | None:
    """Number and title, where *passage* is a list of one title, or a number with its title below."""
    match passage.blocks:
        case (ListBlock(ordered=True, entries=(ListEntry(blocks=blocks, number=number),)),):
            if not blocks and after and not after.label and (title := _first(after)) and is_title(title.text):
                return f"{_dotted(number)} {title}"
            match blocks:
                case (Paragraph(prose=prose),) if (
                    passage.item and is_title(prose.text) and not _leads_in(before)
                ):
                    return f"{_dotted(number)} {prose}"
    return None


def _dotted(number: str | None) -> str:
    return f"{(number or '1.')[:-1]}."


def _in_capitals(passage: Passage, before: Part | None) -> str | None:
    """The title, where *passage* is a line of nothing but capitals below an item."""
    words = prose.text if (prose := _first(passage)) else ""
    is_below = passage.item is not None and not passage.label and not _leads_in(before)
    if not is_below or not _CAPITALS.fullmatch(words) or _NO_TITLE.search(words) or len(words) > _LONGEST:
        return None
    return words.capitalize()


class _Series:
    """The numbers of a document's items that are no plain whole ones, such as 39/20, 579 and IV."""

    def __init__(self, parts: Sequence[Part]) -> None:
        labels = [part.label for part in parts if isinstance(part, Item) and part.label]
        self._coming = [label for label in labels if _form(label)]
        self._coming.reverse()
        self._before: str | None = None

    def pass_by(self, item: Item) -> None:
        """Go on below *item*."""
        if self._coming and item.label == self._coming[-1]:
            self._before = self._coming.pop()

    def title(self, passage: Passage, after: Passage | None) -> str | None:
        """Number and title, where *passage* begins with a number between that above and that below."""
        prose = None if passage.label else _first(passage)
        if not prose or not self._before:
            return None
        for number in candidates(prose.text, of_heading=True):
            if number.form is _form(self._before) and self._lies_here(number):
                self._before = number.printed
                title = prose.text[number.end :] or (after and _first(after)) or ""
                return (
                    f"{prose.text[: number.end].strip()} {str(title).split(chr(10), maxsplit=1)[0]}".strip()
                )
        return None

    def _lies_here(self, number: Number) -> bool:
        after = self._coming[-1] if self._coming else None
        if not _comes_later(self._before or "", number.printed) or number.rest[:1].islower():
            return False
        is_sure = number.closed or number.form is Form.SLASHED
        return is_sure and (after is None or _comes_later(number.printed, after))


def _form(label: str) -> Form | None:
    """How a number of an item is made up, where its form says more than a whole number does."""
    forms = [number.form for number in candidates(label, of_heading=True)]
    return next((form for form in forms if form in (Form.SLASHED, Form.RUNNING, Form.ROMAN)), None)


def _comes_later(one: str, other: str) -> bool:
    """Whether *other* is one of the next numbers after *one*."""
    if _form(one) is Form.ROMAN and "." not in f"{one}{other}":
        return 0 < roman_value(other) - roman_value(one) < 3
    return is_later(one, other)


def _first(passage: Passage) -> Prose | None:
    """The text of a passage that is one paragraph without a label."""
    first = passage.blocks[0] if passage.blocks else None
    is_plain = isinstance(first, Paragraph) and first.role is None
    return first.prose if isinstance(first, Paragraph) and is_plain and first.prose.text else None


def _leads_in(before: Part | None) -> bool:
    """Whether the passage before ends with a colon, as before a list."""
    last: Block | None = before.blocks[-1] if isinstance(before, Passage) and before.blocks else None
    return isinstance(last, Paragraph) and last.prose.text.rstrip().endswith((":", "that", "–", "-"))


def _is_bold(prose: Prose) -> bool:
    """Whether all of *prose* is bold."""
    return any(m.kind is MarkKind.STRONG and m.end - m.start == len(prose.text) for m in prose.marks)
