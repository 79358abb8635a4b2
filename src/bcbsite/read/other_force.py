"""Whether the title of an inspection report is that of another force's inspection."""

import re

from bcbsite.model.board import Board
from bcbsite.text.fold import folded

_WORD = r"[A-Z][\w’'-]*"
# “An inspection of Sussex Police”, “the Devon and Cornwall Constabulary”; not “of the police response”
_INSPECTED = re.compile(
    rf"\binspection\s+of\s+(?:the\s+)?(?P<area>{_WORD}(?:\s+(?:(?:and|of|the|&)\s+)?{_WORD}){{0,5}}?)\s+"
    r"(?P<force>Police|Constabulary)\b"
)


def other_force(title: str, board: Board | None) -> str | None:
    """The force that *title* says was inspected, where no name in *board* has its area; else None.

    `Sussex Police` is another force of a board whose area is Westshire.
    """
    found = _INSPECTED.search(title)
    if board is None or found is None:
        return None
    area = folded(found["area"]).casefold()
    names = (
        *(board.area, board.name),
        *(name for one in board.organisations for name in (one.name, *one.aliases)),
        *(party.name for party in (*board.chief_officer, *board.local_policing_body)),
    )
    is_own = any(area in known or known in area for known in (folded(name).casefold() for name in names))
    return None if is_own else f"{found['area']} {found['force']}"
