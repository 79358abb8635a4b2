"""A record whose numbers are those of the file: where the site would read others, front matter says so."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bcbsite.importing.document import Block, Paragraph
from bcbsite.importing.drafts import Draft
from bcbsite.importing.record_words import shown
from bcbsite.model.body import fold_label
from bcbsite.new.files import quoted
from bcbsite.text.fold import folded

_OF_LIST = re.compile(r"\d{1,9}[.)]|\(?(?:[a-z]|[ivx]{1,5})[.)]|\(\d{1,2}\)")
"""Labels of entries of lists, and of limbs, of which front matter can say nothing."""
_WORDS_BEHIND = 2


def bare(label: str) -> str:
    """*label* as it is compared: `5` of `5.0`, `ii` of `(ii)` and of `4(ii)`."""
    return fold_label(folded(label).strip().rstrip(".):").rpartition("(")[2])


def missing_labels(printed: Sequence[str], found: Sequence[str]) -> Iterator[str]:
    """Those of *printed* that are more often there than in *found*."""
    left = Counter(map(bare, found))
    for label in printed:
        if left[bare(label)] > 0:
            left[bare(label)] -= 1
        else:
            yield label


def with_stated_numbers(draft: Draft, content: Path) -> Draft:
    """*draft*, with `numbers` and `not_numbers` where the site reads other numbers than the file has."""
    labels = [block.label for block in draft.written if isinstance(block, Paragraph) and block.label]
    found = shown(draft, content).labels
    numbers = [label.rstrip(".") for label in missing_labels(labels, found) if not _OF_LIST.fullmatch(label)]
    none = list(_beginnings(draft.written, set(map(bare, missing_labels(found, labels)))))
    lines = [
        f"{key}: [{', '.join(map(quoted, dict.fromkeys(values)))}]\n"
        for key, values in (("numbers", numbers), ("not_numbers", none))
        if values
    ]
    head, fence, rest = draft.text.partition("\n---\n")
    return replace(draft, text=f"{head}\n{''.join(lines)}{fence[1:]}{rest}") if lines else draft


def _beginnings(blocks: Sequence[Block], labels: set[str]) -> Iterator[str]:
    """The first words of the paragraphs without a number that begin with one of *labels*."""
    for block in blocks:
        if isinstance(block, Paragraph) and not block.label:
            first, *rest = block.text.split()[: 1 + _WORDS_BEHIND] or [""]
            if first and bare(first) in labels:
                yield " ".join([first, *rest])
