"""Whether the title of an inspection report is that of another force's inspection."""

import re
from collections.abc import Sequence

from bcbsite.model.board import Board
from bcbsite.text.fold import folded

_WORD = r"[A-Z][\w’'-]*"
# “An inspection of Sussex Police”, “the Devon and Cornwall Constabulary”; not “of the police response”
_INSPECTED = re.compile(
    rf"\binspection\s+of\s+(?:the\s+)?(?P<area>{_WORD}(?:\s+(?:(?:and|of|the|&)\s+)?{_WORD}){{0,5}}?)\s+"
    r"(?P<force>Police|Constabulary)\b"
)


def names_of_own(board: Board) -> tuple[str, ...]:
    """The names in *board* that may have the area of its own force."""
    return (
        *(board.area, board.name),
        *(name for one in board.organisations for name in (one.name, *one.aliases)),
        *(party.name for party in (*board.chief_officer, *board.local_policing_body)),
    )


def other_force(title: str, own: Sequence[str]) -> str | None:
    """The force that *title* says was inspected, where none of the names *own* has its area; else None.

    `Sussex Police` is another force of a board whose area is Westshire. Without names nothing is known.
    """
    found = _INSPECTED.search(title)
    if not own or found is None:
        return None
    area = folded(found["area"]).casefold()
    is_own = any(area in known or known in area for known in (folded(name).casefold() for name in own))
    return None if is_own else f"{found['area']} {found['force']}"
