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

_BEGAN = ("while parsing a flow", "while scanning a quoted", "while scanning an a")
_CANNOT_BEGIN = ("found character that cannot start any token", "did not find expected alphabetic")

_GOES_ON = ("did not find expected key", "could not find expected ':'")
_COMMENT = re.compile(r"[^\"'#]*[^\s\"'#:][ \t]+(?P<sign>#)")
_SECOND_COLON = re.compile(r"[\w\"'-]+:\s[^,:]*")
"""What stands before a colon within a value, between { and }."""


class Fault(NamedTuple):
    """A mistake at a place of the text, whose lines and columns are counted from 0."""

    line: int
    column: int
    message: str
    hint: str = ""
    """How to mend it, where there is a better way than the rule's cure."""


def faults_of(error: yaml.MarkedYAMLError, text: str) -> list[Fault]:
    """What is wrong with *text*, of which the parser says *error*."""
    lines = [*text.split("\n"), ""]  # the parser can stop behind the last
    reason = error.problem or error.context or "it is not YAML"
    mark = error.problem_mark
    found = list(_unseen(lines[: mark.line + 1] if mark else lines))
    if not found and mark:
        found = [*_misread_lines(reason, lines, [at.line for at in (error.context_mark, mark) if at])][:1]
    if not found and mark and _is_within_value(reason, lines[mark.line], mark.column):
        hint = 'Put the value in quotation marks, as in {update: "Done: all of it"}.'
        found = [Fault(mark.line, mark.column, "There is a colon here within a value.", hint)]
    if str(error.context).startswith(_BEGAN):  # what is not closed is mended where it began
        mark = error.context_mark or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return found or [Fault(line, column, *_in_words(reason, lines, line, column))]


def _misread_lines(reason: str, lines: list[str], numbers: list[int]) -> Iterator[Fault]:
    """What a person reads otherwise than the parser does, on the lines that it names."""
    for number in numbers:
        if sign := BULLET.match(lines[number]):
            yield Fault(number, sign.start("sign"), *bullet(sign["sign"]))
        if reason.startswith(_GOES_ON) and (cut := _cut_off(lines, number)) is not None:
            message = "A # after a space ends the value, but it goes on below."
            yield Fault(number - 1, cut, message, "Put the whole value in quotation marks.")


def _cut_off(lines: list[str], number: int) -> int | None:
    """Where the value that line *number* goes on with ends at a #, if it does."""
    found = _COMMENT.match(lines[number - 1]) if number and re.match(r" +[^\s-]", lines[number]) else None
    return found.start("sign") if found else None


def _unseen(lines: list[str]) -> Iterator[Fault]:
    for number, line in enumerate(lines):
        if (column := out_of_place(line)) is not None:
            yield Fault(number, column, *unseen(line[column]))


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
    if reason.startswith(_CANNOT_BEGIN):
        character = lines[line][column : column + 1]
        if character == "\t":
            return "A tab stands here, which cannot be seen.", "Delete it and type spaces instead."
        hint = f'Put the text that begins with {character} in quotation marks: "{character}…".'
        return f"A text cannot begin with {character}.", hint
    plain = next((words for start, words in _PLAIN_WORDS.items() if reason.startswith(start)), None)
    return plain or f"The YAML cannot be read from here: {reason.rstrip('.')}.", ""
