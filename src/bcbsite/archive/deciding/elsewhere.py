"""Sentences that say resolved, agreed or the like where no decision is read: in headings, lists, tables …

Each is dismissed with a reason, or told of where it has the form of a decision.
"""

from collections.abc import Iterable, Iterator

from bcbsite.archive.deciding.doubtful import begins_as_label
from bcbsite.archive.deciding.motions import is_moving
from bcbsite.archive.deciding.reasons import Reason
from bcbsite.archive.deciding.sentences import SentenceReader, says_decided
from bcbsite.archive.deciding.splitting import Lines, sentences_of
from bcbsite.model.blocks import Block, Footnote, Heading, ListBlock, Paragraph, Preformatted, Quote, Table
from bcbsite.model.body import Item, Part
from bcbsite.model.reading import Dismissed, Sought, Unread
from bcbsite.text.fold import fold

WORDS = 60
"""Characters of a sentence that are quoted."""
_CURE = (
    "Write it as a paragraph of its own, outside of lists and tables; or name its place under “decisions” "
    "in the front matter."
)


def dismissal(why: Reason, words: str, line: int, part: Part) -> Dismissed:
    """That the sentence *words* in *part* decides nothing."""
    return Dismissed(Sought.DECISION, why, " ".join(words[:WORDS].split()), line, part.anchor)


def in_headings(items: Iterable[Item]) -> Iterator[Dismissed]:
    """The headings that have a word that decides."""
    for item in items:
        if says_decided(item.title.text):
            yield dismissal(Reason.HEADING, item.title.text, item.line, item)


def in_block(block: Block, part: Part, reader: SentenceReader) -> Iterator[Dismissed | Unread]:
    """The sentences of a *block* of *part*, which is no plain paragraph, that have a word that decides.

    Of those that have the form of a decision the first is told of.
    """
    told = False
    for line, text, why in _texts(block, None):
        folded = fold(text)
        if not (says_decided(folded.text) or why is Reason.ASIDE):
            continue
        lines = Lines(folded, line)
        for start, end in sentences_of(folded):
            sentence = folded.text[start:end]
            found = _why(sentence, reader) if why is Reason.ASIDE else why
            if found and not says_decided(sentence):
                continue
            at = lines.of(start)
            is_label = not (start or isinstance(block, Table)) and begins_as_label(sentence)
            if found is None and not told and not is_label:
                told = True
                yield _unread(sentence, at, part)
            else:
                yield dismissal(found or Reason.TOLD_ABOVE, sentence, at, part)


def _why(sentence: str, reader: SentenceReader) -> Reason | None:
    """Why a sentence of a list, a table or a footnote decides nothing; None where it seems to decide."""
    if is_moving(sentence):
        return None
    found = next(reader.read(sentence), Reason.ASIDE)
    return found if isinstance(found, Reason) else None


def _unread(sentence: str, line: int, part: Part) -> Unread:
    words = " ".join(sentence[:WORDS].split())
    message = f"“{words}” looks like a decision, but stands where none is read."
    return Unread(Sought.DECISION, message, line, part.anchor, _CURE)


def _texts(block: Block, why: Reason | None) -> Iterator[tuple[int, str, Reason]]:
    """The texts of *block* with their lines, and why none of them is read; *why* is that of what it is in."""
    match block:
        case Paragraph(prose=prose, line=line, role=role):
            yield line, prose.text, why or (Reason.ACTION if role else Reason.ASIDE)
        case Heading(prose=prose, line=line):
            yield line, prose.text, why or Reason.HEADING
        case Preformatted(text=text, line=line):
            yield line, text, why or Reason.CODE
        case Table():
            yield from ((line, text, why or Reason.ASIDE) for line, text in _cells(block))
        case _:
            inside = Reason.QUOTED if isinstance(block, Quote) else why
            for inner in _inside(block):
                yield from _texts(inner, inside)


def _cells(table: Table) -> Iterator[tuple[int, str]]:
    for line, row in table.every_row:
        yield from ((line, cell.text) for cell in row)


def _inside(block: Block) -> Iterator[Block]:
    match block:
        case ListBlock(entries=entries):
            for entry in entries:
                yield from entry.blocks
        case Quote(blocks=blocks) | Footnote(blocks=blocks):
            yield from blocks
