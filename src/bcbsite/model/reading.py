"""What was made of the words of a document, and what looks like something and was not understood."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Sought(StrEnum):
    """What a reader looks for in the words of a document."""

    ITEM = "item"
    PARAGRAPH = "paragraph"
    NUMBER = "number"
    PERSON = "person"
    DECISION = "decision"
    ACTION = "action"
    TASK = "task"
    UPDATE = "update"
    MARKUP = "markup"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that look like what is sought, and were not understood; to be told of at their line."""

    sought: Sought
    message: str
    """One sentence for the writer, with the words."""
    line: int
    """Where they stand in their file, counted from 1."""
    anchor: str | None
    """The item or passage that they stand in; None where they stand outside of all, as in front matter."""
    cure: str = ""
    """How to mend it, with the line to write; where empty, the cure of the code is shown."""


_ONE_BY_ONE = 20
"""So many places of a text are told of one by one."""


def bounded(found: Sequence[Unread], what: str) -> tuple[Unread, ...]:
    """*found*, of which the last says how many more there are of *what*, where they are very many."""
    if len(found) <= _ONE_BY_ONE:
        return tuple(found)
    message = f"{what}: {len(found) - _ONE_BY_ONE:,} more, from this line on."
    return (*found[:_ONE_BY_ONE], replace(found[_ONE_BY_ONE], message=message, cure=""))


@dataclass(frozen=True, slots=True)
class Dismissed:
    """Words that have a word of what is sought, and are none by a rule; the account counts them."""

    sought: Sought
    why: str
    """The reason, in words that can stand alone: “told of another day”."""
    words: str
    """Their beginning, as printed."""
    line: int
    """Where they stand in their file, counted from 1."""
    anchor: str | None
    """The item or passage that they stand in."""
