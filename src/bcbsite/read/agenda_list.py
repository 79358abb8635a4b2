"""Agendas that are lists: each entry becomes the heading of an item, with a line for what else it says.

“1. Budget — Treasurer (for decision, 20 minutes)”
"""

import re
from collections.abc import Iterator, Sequence

from bcbsite.model.blocks import Block, Heading, ListBlock, ListEntry, Paragraph, Role
from bcbsite.model.prose import Prose
from bcbsite.read.agenda_facts import NAMES, role_of
from bcbsite.read.agenda_table import LEVEL, after, dotted, has_items
from bcbsite.text.fold import fold, folded

_LONGEST = 200
"""Letters of an entry that can be an item's title."""
_A_SENTENCE = 12
"""Words of an entry with a full stop at its end that is no title."""
# “Agenda”, “Items of business”, “Order of business”: a heading above bullets that are the items
_OF_AGENDA = re.compile(
    r"(?:the\s+)?(?:agenda|(?:agenda\s+)?items?|(?:order|items?)\s+of\s+business)", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\s*[(\[](?P<fact>[^()\[\]]{1,60})[)\]]\s*$")
_BEHIND_DASH = re.compile(r"\s+-\s+(?P<fact>[^()\[\]]{1,60}?)\s*$")
_ORDER = tuple(NAMES)


def with_items_of_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """*blocks* with the list that is the agenda as the headings of its items, if there are no others.

    It is numbered from 1 on, or stands below a heading such as “Agenda”; and no other list is.
    """
    if has_items(blocks):
        return tuple(blocks)
    lists = [
        n for n, block in enumerate(blocks) if isinstance(block, ListBlock) and _is_agenda(blocks, n, block)
    ]
    if len(lists) != 1:
        return tuple(blocks)
    [n] = lists
    found = blocks[n]
    assert isinstance(found, ListBlock)
    items = (new for entry in found.entries for new in _item(entry))
    return (*blocks[:n], *items, *blocks[n + 1 :])


def _is_agenda(blocks: Sequence[Block], n: int, block: ListBlock) -> bool:
    if len(block.entries) < 2 or not all(map(_is_title, block.entries)):
        return False
    if block.ordered:
        numbers = [(entry.number or "").rstrip(".)") for entry in block.entries]
        return numbers == [str(number) for number in range(1, len(numbers) + 1)]
    above = blocks[n - 1] if n else None
    return isinstance(above, Heading) and bool(_OF_AGENDA.fullmatch(folded(above.prose.text).strip(" :")))


def _is_title(entry: ListEntry) -> bool:
    first = entry.blocks[0] if entry.blocks else None
    if not isinstance(first, Paragraph) or first.role or "\n" in first.prose.text:
        return False
    words = first.prose.text.strip()
    is_sentence = words.endswith(".") and len(words.split()) >= _A_SENTENCE
    return 0 < len(words) <= _LONGEST and not is_sentence


def _item(entry: ListEntry) -> Iterator[Block]:
    first, *rest = entry.blocks
    assert isinstance(first, Paragraph)
    title, facts = _title_and_facts(first.prose)
    yield Heading(LEVEL, after(f"{dotted(entry.number)} " if entry.number else "", title), entry.line)
    for role, words in sorted(facts, key=lambda fact: _ORDER.index(fact[0])):
        yield Paragraph(Prose(f"{NAMES[role]}: {words}"), entry.line)
    yield from rest


def _title_and_facts(prose: Prose) -> tuple[Prose, list[tuple[Role, str]]]:
    """The title, and what stands behind it in brackets or after a dash, as far as it is understood."""
    looks = fold(prose.text)
    end, facts = len(looks.text), list[tuple[Role, str]]()
    while match := _IN_BRACKETS.search(looks.text, 0, end) or _BEHIND_DASH.search(looks.text, 0, end):
        pieces = [piece.strip() for piece in re.split(r"[,;]", match["fact"])]
        whole = role_of(match["fact"])
        known = [(whole, match["fact"].strip())] if whole else [(role_of(piece), piece) for piece in pieces]
        if not match.start() or not all(role for role, _ in known):
            break
        facts += [(role, words) for role, words in known if role]
        end = match.start()
    return prose.slice(0, looks.origin(end, end)[0]), facts
