"""What word processors and web pages leave at the beginning of lines, made into what it looks like.

What decides how a line is read is changed: spaces that do not break and characters that nobody sees, before a
line's first word and behind a number, a bullet or the # of a heading; and other bullets than Markdown's.
Soft hyphens and the like are taken out everywhere: they are no part of a word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bcbsite.text.fold import folded, less_unseen

_HINT = re.compile(
    r"\n[ \t>]*(?:(?:#{1,6}|[-*+]|\d[\d.]*\)?)[ \t]*)?(?:[\v\f]|[^\x00-\x7f\w“”‘’£€…]|(?<![^\s>])o[ \t])"
    r"|\n[ \t]*>[£=\d]"
)
"""What every text has that is not straight, with a line end before it; others are given back at once."""

_MARKDOWN_BULLETS = "-*+"
_BULLETS = "\u2022\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u25e6\u2023\u25b8\u25ba\u27a2\u2756\u2713\u2714"
_DASHES = "\u00b7\u2010\u2011\u2012\u2013\u2014o"
"""What is a bullet only beside another one, or below a colon: else it is a dash, a point or a letter."""
_FENCE = re.compile(r"[ \t]*(`{3,}(?!.*`)|~{3,})")
_QUOTED = re.compile(r"(?:[ \t]*>)*")
# What begins a heading, an entry of a list or a numbered paragraph where a space follows.
_MARK = re.compile(r"#{1,6}|[-*+]|\d{1,9}[.)](?!\d)|[1-9]\d*(?:\.\d+)+\.?")
# “>50 per cent” and “>= 5” are no quotations.
_MORE_THAN = re.compile(r"[ \t]*(?=>(?:=|£|\d+(?:[.,]\d+)*\s?(?:%|per\b|[a-z])))")


@dataclass(slots=True)
class _Line:
    """A line, taken apart."""

    before: str
    """Its spaces and signs of quotation."""
    sign: str = ""
    """What Markdown would read as the beginning of something, or a bullet; else nothing."""
    gap: str = ""
    """The spaces behind that, and what nobody sees."""
    rest: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it has no words."""
        return not (self.sign or self.rest)

    @property
    def is_bullet(self) -> bool:
        """Whether it is an entry of a list with bullets."""
        return bool(self.sign) and self.sign in _MARKDOWN_BULLETS + _BULLETS

    @property
    def is_number_of_list(self) -> bool:
        """Whether it is an entry of a numbered list, as Markdown has it."""
        return self.sign[:1].isdigit() and self.sign[:-1].isdigit()


def straight(text: str) -> str:
    """*text* as it looks, in as many lines."""
    text = less_unseen(text)
    if not _HINT.search(f"\n{text}"):
        return text
    lines = text.split("\n")
    seen = [
        None if is_code else _taken_apart(line) for line, is_code in zip(lines, _code(lines), strict=True)
    ]
    _settle(seen)
    depth = _Depth()
    return "\n".join(
        line if parts is None else _put_together(parts, depth)
        for line, parts in zip(lines, seen, strict=True)
    )


def from_first_seen(text: str) -> str:
    """*text* from the first character on that a reader sees."""
    return text[_visible(text, 0) :]


def _code(lines: Sequence[str]) -> Iterator[bool]:
    """Of each line whether it is code, or begins or ends it: that stays as it is."""
    fence = ""
    for line in lines:
        if not fence:
            found = _FENCE.match(line)
            fence = found[1] if found else ""
            yield bool(found)
            continue
        yield True
        words = line.strip()
        if words.startswith(fence) and not words.strip(fence[0]):
            fence = ""


def _taken_apart(line: str) -> _Line:
    if found := _MORE_THAN.match(line):
        return _Line(f"{found[0]}\\", rest=line[found.end() :])
    quoted = _QUOTED.match(line)
    start = quoted.end() if quoted else 0
    first = _visible(line, start)
    before = line[:start] + _spaces(line[start:first])
    if first == len(line):
        return _Line(before.rstrip())
    mark = _MARK.match(line, first)
    behind = mark.end() if mark else first + 1
    rest = _visible(line, behind)
    if mark or _can_be_bullet(line, first, rest):
        return _Line(before, line[first:behind], line[behind:rest], line[rest:])
    return _Line(before, rest=line[first:])


def _can_be_bullet(line: str, at: int, rest: int) -> bool:
    """Whether what stands at *at* may be a bullet, for what begins at *rest*; in a row of a table none is."""
    return "|" not in line and (line[at] in _BULLETS or (line[at] in _DASHES and rest > at + 1))


def _visible(line: str, start: int) -> int:
    """Where, from *start* on, *line* has the first character that a reader sees."""
    while start < len(line) and not folded(line[start]).strip():
        start += 1
    return start


def _spaces(gap: str) -> str:
    """*gap* with ordinary spaces for others, and nothing for what nobody sees."""
    return "".join(c if c in " \t" else folded(c).strip("\n") for c in gap)


def _settle(lines: Sequence[_Line | None]) -> None:
    """Leave as they were the signs that are nothing without their like beside them."""
    worded = [line for line in lines if line and not line.is_empty]
    for before, line, behind in zip([None, *worded], worded, [*worded[1:], None], strict=False):
        beside = [other for other in (before, behind) if other]
        if line.is_number_of_list:
            if not line.gap.isascii() and not any(other.is_number_of_list for other in beside):
                line.rest, line.sign, line.gap = line.sign + line.gap + line.rest, "", ""
        elif line.sign and line.sign in _DASHES:
            below_colon = before is not None and before.rest.rstrip().endswith(":")
            if not below_colon and not any(o.is_bullet or o.sign == line.sign for o in beside):
                line.rest, line.sign, line.gap = line.sign + line.gap + line.rest, "", ""


def _put_together(line: _Line, depth: "_Depth") -> str:
    extra = depth.of(line)
    gap = line.gap if line.gap.isascii() and line.gap.isprintable() else _one_space(line.gap)
    if line.sign and line.sign in _BULLETS + _DASHES:
        return f"{line.before}{extra}- {line.rest}"
    return f"{line.before}{line.sign}{gap}{line.rest}"


def _one_space(gap: str) -> str:
    return " " if _spaces(gap) else ""


class _Depth:
    """Goes along the lines: of bullets at one place, a new kind is one level below the one before."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str, str]] = []
        """The kinds that a bullet could go on with: where in the line, the sign, and the spaces before it."""
        self._after_gap = False

    def of(self, line: _Line) -> str:
        """The spaces to put before the bullet of *line*."""
        if line.is_empty:
            self._after_gap = True
            return ""
        if not line.sign or line.sign not in _BULLETS + _DASHES:
            if line.sign or (self._after_gap and not line.before):
                self._open.clear()
            self._after_gap = False
            return ""
        self._after_gap = False
        return self._of_bullet(len(line.before), line.sign)

    def _of_bullet(self, at: int, sign: str) -> str:
        while self._open and self._open[-1][0] > at:
            self._open.pop()
        kinds = [kind for kind in self._open[-len(_BULLETS + _DASHES) :] if kind[0] == at]
        known = next((n for n, kind in enumerate(kinds) if kind[1] == sign), None)
        if known is not None:
            del self._open[len(self._open) - len(kinds) + known + 1 :]
        else:
            outer = self._open[-1][2] if self._open else ""
            self._open.append((at, sign, f"{outer}  " if kinds else outer))
        return self._open[-1][2]
