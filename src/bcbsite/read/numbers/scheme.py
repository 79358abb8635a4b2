"""The numbers of a document: which of its headings and paragraphs begin with one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bcbsite.diagnostics import Span
from bcbsite.model.blocks import Block, Heading, ListBlock, Paragraph
from bcbsite.model.body import fold_label
from bcbsite.model.prose import Prose
from bcbsite.model.reading import Sought, Unread, bounded
from bcbsite.read.labels import take_label
from bcbsite.read.numbers.forms import Beginning, Form, Number, candidates, stated
from bcbsite.read.numbers.headings import heading_numbers
from bcbsite.read.numbers.none import Verdict
from bcbsite.read.numbers.paragraphs import paragraph_numbers


@dataclass(frozen=True)
class Stated:
    """What front matter says of numbers: beginnings of headings and paragraphs."""

    numbers: tuple[str, ...] = ()
    """Each begins with a number: itself."""
    none: tuple[str, ...] = ()
    """None of these begins with a number."""
    at: Mapping[str, Span] = field(default_factory=dict)
    """Where each key of the front matter has its value."""


@dataclass(frozen=True)
class Scheme:
    """The numbers of a document, by the lines of the headings and paragraphs that begin with them."""

    numbers: Mapping[int, tuple[str, int]]
    """Each number as printed, and how many characters it takes with what parts it from the words."""
    unread: tuple[Unread, ...] = ()
    """Those of which it is not clear whether they are numbers."""
    unused: tuple[str, ...] = ()
    """What front matter states of numbers, and nothing begins with."""

    def take(self, prose: Prose, line: int) -> tuple[str | None, Prose]:
        """The number of the heading or paragraph at *line*, whose text is *prose*, and the words after it."""
        number, length = self.numbers.get(line, (None, 0))
        if number is None or number not in prose.text[:length]:  # a row of a table is several of them
            return None, prose
        return number, prose.cut(length)

    def has_number(self, block: Block) -> bool:
        """Whether a bulleted list has an entry with a number, so that its entries are paragraphs."""
        if not isinstance(block, ListBlock) or block.ordered:
            return False
        firsts = (entry.blocks[0] for entry in block.entries if entry.blocks)
        return any(isinstance(first, Paragraph) and first.line in self.numbers for first in firsts)


def scheme_of(blocks: Iterable[Block], said: Stated) -> Scheme:
    """The numbers of a document whose text is *blocks*; *said* is what its front matter says of them."""
    used: set[str] = set()
    begins: list[Beginning] = []
    known: dict[int, Number] = {}
    for block in _beginnings(blocks):
        text, level = block.prose.text, block.level if isinstance(block, Heading) else 0
        numbers = candidates(text, of_heading=level > 0)
        if number := stated(text, said.numbers):
            known[block.line] = number
            used.add(number.printed)
        elif number := stated(text, said.none):
            used.add(number.printed)
            numbers = ()
        begins.append(Beginning(block.line, level, text, numbers))
    unclear = []
    for found in (_of_headings, paragraph_numbers):
        for beginning, number, verdict in found(begins, dict(known)):
            if verdict is Verdict.NUMBER:
                known[beginning.line] = number
            elif verdict is Verdict.UNCLEAR:
                unclear.append((beginning, number))
    unused = tuple(one for one in (*said.numbers, *said.none) if one.strip().removesuffix(".") not in used)
    told = [_unread(*each) for each in sorted(unclear, key=lambda each: each[0].line)]
    labels = {line: (number.printed, number.end) for line, number in known.items()}
    return Scheme(labels, bounded(told, "Words that may begin with a number"), unused)


def scheme_without_context(blocks: Iterable[Block]) -> Scheme:
    """The numbers that were read before a document's own headings were asked; for addresses of that time."""
    found = {}
    for block in _beginnings(blocks):
        label, rest = take_label(block.prose, isinstance(block, Heading))
        if label:
            found[block.line] = label, len(block.prose.text) - len(rest.text)
    return Scheme(found)


def _beginnings(blocks: Iterable[Block]) -> Iterator[Heading | Paragraph]:
    """What could have a number: headings, paragraphs, and the first ones of the entries of bulleted lists."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block
        elif isinstance(block, ListBlock) and not block.ordered:
            for entry in block.entries:
                first, *rest = entry.blocks or (None,)
                if isinstance(first, Paragraph):
                    yield first
                yield from _beginnings(inner for inner in rest if isinstance(inner, ListBlock))


def _of_headings(
    begins: Sequence[Beginning], known: Mapping[int, Number]
) -> Iterator[tuple[Beginning, Number, Verdict]]:
    parts = (number for one in begins if not one.level for number in one.numbers)
    outers = {fold_label(n.outer) for n in parts if n.form is Form.DOTTED and not n.rest[:1].islower()}
    outers |= {fold_label(number.printed) for number in known.values()}
    headings = [one for one in begins if one.level]
    for found in heading_numbers(headings, outers):
        if found[0].line not in known:
            yield found


def _unread(beginning: Beginning, number: Number) -> Unread:
    words = f"{number.printed} {number.rest.split(' ')[0]}".split("\n")[0].strip()
    message = f"“{words} …” may begin with a number, and is read without one."
    cure = (
        f"If it is a number, add “numbers: ['{number.printed}']” to the front matter; "
        f"if it is none, add “not_numbers: ['{words}']”."
    )
    return Unread(Sought.NUMBER, message, beginning.line, None, cure)
