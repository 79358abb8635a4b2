"""The rule about the accessibility statement: what only the body knows is filled in."""

from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.accessibility import Statement
from bcbsite.model.content import Content

_NEEDED = (
    "reply_within",
    "visits",
    "compliance",
    "prepared",
    "reviewed",
    "tested",
    "tested_by",
    "tested_how",
)


def the_statement_is_filled_in(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB756: a statement that was begun has all that the model asks for."""
    board = content.board
    if board.accessibility and (open_ := list(_open(board.accessibility, board.contact is not None))):
        message = f"The accessibility statement has nothing for {', '.join(open_)}."
        yield Diagnostic("BCB756", board.spans.get("accessibility", board.at), message)


def _open(said: Statement, has_contact: bool) -> Iterator[str]:
    if not (said.email or said.phone or has_contact):
        yield "email or phone"
    yield from (key for key in _NEEDED if getattr(said, key) is None)
    if not said.barriers and said.tested is None:
        yield "barriers"
