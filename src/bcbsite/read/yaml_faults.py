"""What the YAML parser says of a text, in words for the people who wrote it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from bcbsite.read.lookalikes import BULLET, bullet, out_of_place, unseen

_PLAIN_WORDS = {
    "mapping values are not allowed": "There is a colon here where no key can stand.",
    "could not find expected ':'": "There is no colon after a key here, or a line begins too far left.",
    "did not find expected ',' or ']'": "The list that begins here with [ is not closed by ].",
    "did not find expected ',' or '}'": "The group that begins here with { is not closed by }.",
    "did not find expected key": "This line begins further left or right than those it belongs to.",
    "did not find expected '-' indicator": "This line does not begin with a hyphen as the list's others do.",
    "found unexpected end of stream": "A quotation mark that begins here is not closed.",
    "found undefined alias": "A * at the beginning means a copy; put the text in quotation marks.",
}
"""What the parser says, for people who never heard of YAML."""

_BEGAN = ("while parsing a flow", "while scanning a quoted")

_LINE_END = re.compile("[\n\x85\u2028\u2029]")
_SECOND_COLON = re.compile(r"[\w\"'-]+:\s[^,:]*")
"""What stands before a colon within a value, between { and }."""


class Fault(NamedTuple):
    """A mistake at a place of the text, whose lines and columns are counted from 0."""

    line: int
    column: int
    message: str
    hint: str = ""
    """How to mend it, where there is a better way than the rule's cure."""


def faults_of(error: yaml.MarkedYAMLError, text: str) -> Iterator[Fault]:
    """What is wrong with *text*, of which the parser says *error*."""
    reason = error.problem or error.context or "it is not YAML"
    lines = [*_LINE_END.split(text), ""]  # the parser can stop behind the last
    mark = error.problem_mark
    if found := [fault for fault in _unseen(text) if not mark or fault.line <= mark.line]:
        yield from found
        return
    for place in (error.context_mark, mark):
        if place and (sign := BULLET.match(lines[place.line])):
            yield Fault(place.line, sign.start("sign"), *bullet(sign["sign"]))
            return
    if mark and _is_within_value(reason, lines[mark.line], mark.column):
        hint = 'Put the value in quotation marks, as in {update: "Done: all of it"}.'
        yield Fault(mark.line, mark.column, "There is a colon here within a value.", hint)
        return
    if str(error.context).startswith(_BEGAN):  # what is not closed is mended where it began
        mark = error.context_mark or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    yield Fault(line, column, *_in_words(reason, lines, line, column))


def _unseen(text: str) -> Iterator[Fault]:
    for at in out_of_place(text):
        yield Fault(text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1, *unseen(text[at]))


def _is_within_value(reason: str, line: str, column: int) -> bool:
    """Whether a group between { and } goes wrong at the second colon of a key on *line*."""
    before = re.split(r"[{\[,]", line[:column])[-1].strip()
    return (
        reason.startswith("did not find expected ','")
        and line[column : column + 1] == ":"
        and _SECOND_COLON.fullmatch(before) is not None
    )


def _in_words(reason: str, lines: list[str], line: int, column: int) -> tuple[str, str]:
    """What is wrong at a place in *lines*, and a hint where there is a better one than the rule's cure."""
    if reason.startswith("found character that cannot start any token"):
        character = lines[line][column : column + 1]
        if character == "\t":
            return "A tab stands here, which cannot be seen.", "Delete it and type spaces instead."
        hint = f'Put the text that begins with {character} in quotation marks: "{character}…".'
        return f"A text cannot begin with {character}.", hint
    plain = next((words for start, words in _PLAIN_WORDS.items() if reason.startswith(start)), None)
    return plain or f"The YAML cannot be read from here: {reason.rstrip('.')}.", ""
