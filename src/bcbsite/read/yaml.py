"""YAML as text with places: every scalar is read as it stands in the file.

PyYAML's own constructors turn `15:00` into 900, `5.10` into 5.1 and `no` into false, and keep the last of
two equal keys without a word; so only its node graph is used, and the fields decide what a text means.
"""

import re
from collections.abc import Iterator
from functools import cached_property

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bcbsite.codes import RULES
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.read.holding_keys import commented_out
from bcbsite.read.yaml_faults import faults_of
from bcbsite.source import Source

MAX_ALIASES = 50
"""More than any log needs; far fewer than a bomb."""

MAX_DEPTH = 30
"""How deep lists and groups may nest. PyYAML's composer calls itself, and would break at some thousands."""

__all__ = [
    "MappingNode",
    "Node",
    "Problems",
    "ScalarNode",
    "SequenceNode",
    "compose",
    "describe",
    "is_absent",
]

_REST = "The rest of this file is checked once this is mended."
_MANY = 200
_FAR_IN = re.compile(rf"^ {{{_MANY}}}", re.MULTILINE)
# YAML ends lines at these, too; editors do not, and the lines below would be counted wrongly.
_OTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
# What YAML 1.1 does not take (5.1, c-printable).
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map")
}
_ABSENT = {"", "n/a"}


class Problems:
    """The mistakes found while one file is read, with the file they are found in."""

    def __init__(self, source: Source, first_line: int = 1) -> None:
        """*first_line* is the line of the file on which the YAML begins."""
        self.found: list[Diagnostic] = []
        self._source = source
        self._offset = first_line

    def span(self, node: Node) -> Span:
        """Where *node* stands in the file."""
        mark = node.start_mark
        return self._source.span(mark.line + self._offset, mark.column + 1)

    def after(self, node: Node) -> tuple[str, Span]:
        """What the line has behind the end of *node*, and where that begins."""
        line, column = node.end_mark.line + self._offset, node.end_mark.column
        rest = self._lines[line - 1][column:] if line <= len(self._lines) else ""
        return rest, self._source.span(line, column + 1)

    @cached_property
    def _lines(self) -> list[str]:
        return self._source.text.split("\n")

    def add(self, code: str, at: Node | Span, message: str, hint: str = "") -> None:
        """Note a mistake at a node or place."""
        span = at if isinstance(at, Span) else self.span(at)
        self.found.append(Diagnostic(code, span, message, hint))

    def stop(self, code: str, at: Node | Span, message: str, hint: str = "") -> None:
        """Note a mistake that keeps all else in the file from being looked at, and say so."""
        self.add(code, at, message, f"{hint or RULES[code].cure} {_REST}")


def compose(text: str, problems: Problems, source: Source, first_line: int = 1) -> Node | None:
    """The graph of *text*, or nothing where it is no YAML or asks for more than a record needs.

    An empty text is a group without keys. What Word makes of a new line within a paragraph is a space here.
    """
    text = _OTHER_LINE_ENDS.sub(" ", text)
    if control := _NOT_YAML.search(text):
        line, column = _position(text, control.start())
        message = f"A character that cannot be seen (U+{ord(control[0]):04X}) stands here."
        problems.stop("BCB201", source.span(line + first_line, column + 1), message, "Delete it.")
        return None
    _note_commented_out(text, problems, source, first_line)
    try:
        if (deep := _too_deep(text)) is not None:
            problems.stop(
                "BCB209", source.span(deep + first_line), "The YAML is nested too deeply from here."
            )
            return None
        node = yaml.compose(text, Loader=_LOADER) or yaml.compose("{}")
    except yaml.MarkedYAMLError as error:
        for line, column, message, hint in faults_of(error, text):
            problems.stop("BCB201", source.span(line + first_line, column + 1), message, hint)
        return None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        message = f"The YAML cannot be read: {str(error).splitlines()[0]}."
        problems.stop("BCB201", source.span(first_line), message)
        return None
    return node if node and _is_modest(node, problems) else None


def _position(text: str, index: int) -> tuple[int, int]:
    """The line and the column, counted from 0, of the character at *index*."""
    return text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1


def _note_commented_out(text: str, problems: Problems, source: Source, first_line: int) -> None:
    """BCB502 for each comment that would keep something back, if it were none."""
    for start, words in commented_out(text):
        line, column = _position(text, start + len(words) - len(words.lstrip("# \t")))
        message = f"“{words.strip('# ')[:80]}” is a comment, so it keeps nothing back."
        problems.add("BCB502", source.span(line + first_line, column + 1), message)


def _too_deep(text: str) -> int | None:
    """The line, counted from 0, on which *text* begins to nest deeper than MAX_DEPTH."""
    # To nest takes one of these each time, or a space more at the beginning of a line.
    if sum(map(text.count, ("[", "{", "- ", "? "))) < _MANY and not _FAR_IN.search(text):
        return None
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            return event.start_mark.line if event.start_mark else 0
    return None


def _is_modest(root: Node, problems: Problems) -> bool:
    """Whether the graph has no tags and few aliases; every node is looked at once, however often used."""
    seen: set[int] = set()
    aliases = 0
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            aliases += 1
            continue
        seen.add(id(node))
        if node.tag not in _PLAIN_TAGS:
            problems.stop("BCB209", node, "This value has a YAML tag, which records do not use.")
            return False
        waiting += _children(node)
    if aliases > MAX_ALIASES:
        problems.stop("BCB209", root, f"This YAML repeats values by alias {aliases} times.")
    return aliases <= MAX_ALIASES


def _children(node: Node) -> Iterator[Node]:
    if isinstance(node, SequenceNode):
        yield from node.value
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield key
            yield value


def is_absent(node: Node) -> bool:
    """Whether the writer left the value open: nothing, `null`, `~` or `N/A`."""
    if not isinstance(node, ScalarNode):
        return False
    text = node.value.strip().casefold()
    return text in _ABSENT or (not node.style and text in {"null", "~"})


def describe(node: Node) -> str:
    """What *node* is, for a message."""
    if isinstance(node, SequenceNode):
        return "a list"
    return "a group of keys" if isinstance(node, MappingNode) else "a text"
