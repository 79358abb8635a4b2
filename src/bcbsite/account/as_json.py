"""An account as JSON; docs/data.md says what each key is."""

from collections.abc import Mapping
from typing import Any

from bcbsite.account.account import Account, NotRead, Sum
from bcbsite.model.reading import Dismissed


def as_json(account: Account) -> Mapping[str, Any]:
    """What `bcbsite read --json` prints of *account*."""
    return {
        "path": account.path,
        "kind": account.noun,
        "balances": account.balances,
        "read": {
            sum_.sort.noun: _entries(sum_) for sum_ in account.sums if sum_.is_sought and sum_.sort.kinds
        },
        "sentences": {
            sum_.sort.noun: {
                "total": sum_.looked_at,
                "read": sum_.sentences,
                "dismissed": len(sum_.dismissed),
                "unread": len(sum_.not_read),
            }
            for sum_ in account.sums
            if sum_.sort.clue and sum_.is_sought
        },
        "dismissed": [_dismissed(one, sum_) for sum_ in account.sums for one in sum_.dismissed],
        "unread": [_not_read(one) for one in account.unread],
        "settled": [_not_read(one) for one in account.settled],
        "mistakes": len(account.mistakes),
    }


def _entries(sum_: Sum) -> list[Mapping[str, Any]]:
    return [
        {"line": entry.line, "what": entry.what, "of": entry.of or None, "anchor": entry.anchor}
        for entry in sum_.entries
    ]


def _dismissed(one: Dismissed, sum_: Sum) -> Mapping[str, Any]:
    return {
        "sort": sum_.sort.noun,
        "line": one.line,
        "words": one.words,
        "why": str(one.why),
        "anchor": one.anchor,
    }


def _not_read(one: NotRead) -> Mapping[str, Any]:
    return {
        "line": one.line,
        "code": one.code,
        "message": one.message,
        "help": one.help,
        "anchor": one.anchor,
    }
