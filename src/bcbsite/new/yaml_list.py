"""Adding to a list in a YAML file by putting in new lines, so that what is there stays as it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bcbsite.new.files import RefusedError
from bcbsite.read.yaml import MappingNode, Node, Problems, SequenceNode, compose, is_absent
from bcbsite.source import Source

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class _Gap:
    """Where new entries go, and how they are to look."""

    line: int
    """How many lines stand before them."""
    dash: int = 2
    """How far their hyphens stand in."""
    keys: int = 2
    """How far their keys stand from the hyphen."""
    parted: bool = True
    """Whether empty lines part the entries."""
    heading: tuple[str, ...] = ()
    """What goes before them."""
    ending: tuple[str, ...] = ()
    """What goes after them."""


def add_to_list(text: str, key: str, entries: Sequence[Sequence[str]], first: bool = False) -> str:
    """*text*, which is YAML, with *entries* at the end of its list *key*.

    An entry is its lines without indentation. A list that is missing is added at the end, or, if it is to be
    *first*, before all others. Raises `RefusedError` where new lines cannot do it.
    """
    lines: list[str] = _LINE.findall(text)
    plain = re.sub(r"\r\n?", "\n", text)
    gap = _gap(lines, plain, key, first)
    end = (re.search(r"\r\n|\r|\n", text) or ["\n"])[0]
    before = "".join(lines[: gap.line])
    if before and not before.endswith(("\n", "\r")):
        before += end
    return before + "".join(line + end for line in _laid_out(entries, gap)) + "".join(lines[gap.line :])


def _laid_out(entries: Sequence[Sequence[str]], gap: _Gap) -> Iterator[str]:
    yield from gap.heading
    for number, (first, *rest) in enumerate(entries):
        if number and gap.parted:
            yield ""
        yield f"{' ' * gap.dash}-{' ' * (gap.keys - 1)}{first}"
        yield from (" " * (gap.dash + gap.keys) + line for line in rest)
    yield from gap.ending


def _gap(lines: list[str], plain: str, key: str, first: bool) -> _Gap:
    """Where entries of *key* go in *lines*; what stands there for an empty list is taken out of them."""
    source = Source(Path(), key, plain)
    root = compose(plain, Problems(source), source)
    if not isinstance(root, MappingNode) or (root.value and root.flow_style):
        raise RefusedError(f"The keys stand in brackets; write “{key}:” on a line of its own.")
    values = [value for name, value in root.value if name.value == key]
    match values:
        case []:
            return _for_missing_key(lines, plain, root, key, first)
        case [SequenceNode(value=[]) as value]:
            return _for_empty_list(lines, plain, value)
        case [SequenceNode(flow_style=False) as value]:
            return _after_last(lines, plain, value)
        case [value] if is_absent(value):
            return _for_empty_list(lines, plain, value)
    raise RefusedError(
        f"The list “{key}” stands in brackets; write each entry on lines of its own, after a hyphen."
    )


def _for_missing_key(lines: list[str], plain: str, root: MappingNode, key: str, first: bool) -> _Gap:
    if first and root.value:
        start = root.value[0][0].start_mark.index
        return _Gap(plain.count("\n", 0, start), heading=(f"{key}:",), ending=("",))
    line = _past_comments(lines, _lines_to_end(lines, plain, root)) if root.value else len(lines)
    return _Gap(line, heading=("", f"{key}:") if line else (f"{key}:",))


def _for_empty_list(lines: list[str], plain: str, value: Node) -> _Gap:
    start, end = value.start_mark.index, value.end_mark.index
    if "\n" in plain[start:end]:
        raise RefusedError("The empty list takes several lines; write it as [].")
    number = plain.count("\n", 0, start)
    if end > start:
        column, line = _column(plain, start), lines[number]
        lines[number] = line[:column].rstrip(" ") + line[column + end - start :]
    return _Gap(_past_comments(lines, number + 1))


def _after_last(lines: list[str], plain: str, entries: SequenceNode) -> _Gap:
    start, last = entries.start_mark.index, entries.value[-1]
    if plain[start] != "-":
        raise RefusedError("A list has a name with & or a tag before it; take that out.")
    dash = _column(plain, start)
    before = _before(plain, last)
    parted = len(entries.value) > 1 and bool(
        re.search(r"\n[ \t]*\n", plain[_end(entries.value[-2]) : last.start_mark.index])
    )
    spaces = re.fullmatch(r" *-( +)", before)
    line = _past_comments(lines, _lines_to_end(lines, plain, last))
    return _Gap(line, dash, 1 + len(spaces[1]) if spaces else 2, parted, ("",) if parted else ())


def _before(plain: str, node: Node) -> str:
    """What stands before *node* on its line."""
    start = node.start_mark.index
    return plain[start - _column(plain, start) : start]


def _column(plain: str, index: int) -> int:
    return index - (plain.rfind("\n", 0, index) + 1)


def _past_comments(lines: list[str], line: int) -> int:
    """Past the comments that stand further in than the key: they belong to its list."""
    for number in range(line, len(lines)):
        if re.match(r" +#", lines[number]):
            line = number + 1
        elif lines[number].strip():
            break
    return line


def _lines_to_end(lines: list[str], plain: str, node: Node) -> int:
    """How many lines there are up to the last of *node*."""
    last = _last(node)
    end = last.end_mark.index
    line = plain.count("\n", 0, end) + (plain[:end].rpartition("\n")[2] != "")
    # Empty lines after a text with | or > are not its own, unless it keeps them.
    while line and not lines[line - 1].strip() and not str(last.value).endswith("\n\n"):
        line -= 1
    return line


def _end(node: Node) -> int:
    return int(_last(node).end_mark.index)


def _last(node: Node) -> Node:
    """The part of *node* that ends last. Where a block as a whole ends the parser does not know exactly."""
    seen: set[int] = set()
    waiting, ends = [node], [node] if not _is_block(node) else []
    while waiting:
        inner = waiting.pop()
        if id(inner) in seen:
            continue
        seen.add(id(inner))
        if not _is_block(inner):
            ends.append(inner)
        elif isinstance(inner, MappingNode):
            waiting += [part for pair in inner.value for part in pair]
        else:
            waiting += inner.value
    return max(ends, key=lambda part: int(part.end_mark.index))


def _is_block(node: Node) -> bool:
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style
