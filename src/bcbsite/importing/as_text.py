"""The account of an import for a person."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bcbsite.importing.account import ImportAccount
from bcbsite.importing.words import Difference, words_in
from bcbsite.read.dates import count_of

_MOST = 10
"""How many places of one sort are printed; --report has all of them."""
_LONG = 100
"""Characters of a text that was left out."""


def import_as_text(account: ImportAccount, written: Sequence[Path]) -> Iterator[str]:
    """What became of a file, a line each."""
    pages = f", {count_of(account.pages, 'page')}" if account.pages else ""
    yield f"{account.file} ({count_of(account.words, 'word')}{pages})"
    for path in written:
        yield f"  Written: {path}"
    for sentence in account.said:
        yield f"  {sentence}"
    yield f"  {_sum(account)}"
    yield from _left_out(account)
    yield from _differences("These words of the file are in no record", account.missing)
    yield from _differences("These words of the records are not in the file", account.added)
    for sentence in account.unread:
        yield f"  ! {sentence}"
    if account.missing_labels:
        labels = ", ".join(account.missing_labels[:_MOST])
        number = count_of(account.missing_labels, "number")
        yield f"  ! {number} of the file is none in the records: {labels}."
    elif account.labels:
        yield f"  All {count_of(account.labels, 'number')} of its paragraphs are numbers in the records."
    if not account.balances:
        yield (
            "  ! The account does not balance: compare these places with the file, and then take the key "
            "“unbalanced” out of the record."
        )


def _sum(account: ImportAccount) -> str:
    parts = [f"{sum(record.words for record in account.records):,} in the records"]
    if taken := len(words_in(one.words for one in account.taken)):
        parts.append(f"{taken:,} became keys of front matter")
    if account.left_out_words:
        parts.append(f"{account.left_out_words:,} left out")
    is_whole = not (account.missing or account.added or account.unread)
    end = "; none is missing." if is_whole else "."
    return f"Of its {count_of(account.words, 'word')}: {', '.join(parts)}{end}"


def _left_out(account: ImportAccount) -> Iterator[str]:
    """A line for each different text that was left out."""
    counted = Counter((one.kind.value, " ".join(one.words.split())) for one in account.left_out)
    kinds = dict.fromkeys(kind for kind, _ in counted)
    for kind in kinds:
        texts = [(words, number) for (of, words), number in counted.items() if of == kind]
        for words, number in texts[:_MOST]:
            times = "" if number == 1 else f", {number} times"
            yield f"  Left out as {kind}{times}: “{words[:_LONG]}{'…' if len(words) > _LONG else ''}”."
        if len(texts) > _MOST:
            yield f"  Left out as {kind}: {len(texts) - _MOST} more texts (--report has them)."


def _differences(title: str, found: Sequence[Difference]) -> Iterator[str]:
    if not found:
        return
    yield f"  ! {title}:"
    for one in found[:_MOST]:
        yield f"      “{one.words}”, in “{one.around}”"
    if len(found) > _MOST:
        yield f"      and {len(found) - _MOST} more places (--report has them)."
