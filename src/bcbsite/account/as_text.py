"""An account as text for a person, in lines of 80 characters at most."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from bcbsite.account.account import Account, NotRead, Sum
from bcbsite.report import printable

_WIDTH = 80
_LINES = 20
"""Of how many lines the numbers are listed in a row."""
_NUMBER = 6
"""Characters that a number takes, with the space before it."""


def as_text(account: Account, everything: bool = False) -> Iterator[str]:
    """The lines of *account*: its numbers, and what was not understood; or *everything* with its line."""
    yield from _filled(f"{account.path}: {account.noun}", "", "    ")
    yield ""
    yield "What was read"
    for sum_ in account.sums:
        if sum_.is_sought and sum_.sort.kinds:
            yield from _numbered(len(sum_.entries), sum_.noun)
    for sum_ in account.sums:
        if sum_.sort.clue and sum_.looked_at:
            yield from _sentences(sum_)
        elif sum_.dismissed:
            yield from _left_out(sum_)
    yield from _not_read("What looks like something, and was not read", account.unread)
    yield from _not_read("What was not read, and front matter speaks of", account.settled)
    yield from _conclusion(account)
    if everything:
        for sum_ in account.sums:
            yield from _each(sum_)


def _sentences(sum_: Sum) -> Iterator[str]:
    """The account of all sentences that may be one; the numbers below the first make it up."""
    yield ""
    one = sum_.sort.one
    yield from _filled(f"Sentences that {sum_.sort.clue}: {sum_.looked_at:,}", "", "")
    yield from _numbered(sum_.sentences, f"read as a {one}, or as a part of one")
    for why, number in sum_.reasons:
        yield from _numbered(number, f"not read as one: {why}")
    if sum_.not_read:
        lines = [str(one.line) for one in sum_.not_read]
        told = ", ".join((*lines[:_LINES], *("…" for _ in lines[_LINES : _LINES + 1])))
        noun = "line" if len(lines) == 1 else "lines"
        yield from _numbered(len(lines), f"not understood ({noun} {told})")


def _left_out(sum_: Sum) -> Iterator[str]:
    """What resembles one, and is none by a rule, where not all that resembles one is counted."""
    yield ""
    yield from _filled(f"What looks like a {sum_.sort.one}, and is not read as one", "", "")
    for dismissed in sum_.dismissed:
        yield from _at(dismissed.line, f"“{dismissed.words}”: {dismissed.why}")


def _not_read(title: str, found: Iterable[NotRead]) -> Iterator[str]:
    found = list(found)
    if not found:
        return
    yield ""
    yield f"{title}: {len(found):,}"
    for one in found:
        yield from _at(one.line, one.message)
        if not one.is_settled:
            yield from _filled(f"{one.help} ({one.code})", " " * 13, " " * 13)


def _conclusion(account: Account) -> Iterator[str]:
    if account.balances or account.mistakes:
        yield ""
    if account.balances:
        yield from _filled("Nothing was found that looks like something and was not read.", "", "")
    if account.mistakes:
        number = len(account.mistakes)
        what = "one more thing" if number == 1 else f"{number:,} more things"
        yield from _filled(f"“bcbsite check” tells of {what} in this file.", "", "")


def _each(sum_: Sum) -> Iterator[str]:
    if sum_.entries:
        yield ""
        yield sum_.sort.noun.capitalize()
        for entry in sum_.entries:
            yield from _at(entry.line, f"{entry.what} ({entry.of})" if entry.of else entry.what)
    if sum_.sort.clue and sum_.dismissed:
        yield ""
        yield f"Sentences that are not read as a {sum_.sort.one}"
        for dismissed in sum_.dismissed:
            yield from _at(dismissed.line, f"“{dismissed.words}”: {dismissed.why}")


def _at(line: int, text: str) -> Iterator[str]:
    return _filled(text, f"  line {line:<5} ", " " * 13)


def _numbered(number: int, text: str) -> Iterator[str]:
    return _filled(text, f"{number:>{_NUMBER},}  ", " " * (_NUMBER + 2))


def _filled(text: str, first: str, others: str) -> Iterator[str]:
    yield from wrap(
        printable(text),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_on_hyphens=False,
    ) or [first.rstrip()]
