"""Fields of a Word file: what Word works out by an instruction, of which the shown result is the text."""

import re
from dataclasses import dataclass, field

from lxml import etree

from bcbsite.importing.word.xml import VALUE, W, is_on, number

_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"', re.IGNORECASE)  # “HYPERLINK "https://…"”
# Fields that Word counts anew whenever it shows them, so that the file has no result of theirs.
_COUNTED = re.compile(r"\s*(?:AUTONUM(?:LGL|OUT)?|LISTNUM)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    outer_link: str
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    has_result: bool = False


class Fields:
    """The fields that are open at a place of a story; they can be nested, and run over paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._instructions = 0
        self.link = ""
        """The address to which the place is linked by a field, or ""."""

    @property
    def hides(self) -> bool:
        """Whether the place is within an instruction, which is not shown."""
        return self._instructions > 0

    @property
    def are_open(self) -> bool:
        """Whether a field has begun and not ended."""
        return bool(self._open)

    def instruct(self, words: str) -> None:
        """Take words of the instruction of the innermost field."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction.append(words)

    def show(self, text: str) -> None:
        """Take words that are shown where it is."""
        if self._open and text.strip():
            self._open[-1].has_result = True

    def mark(self, element: etree._Element) -> bool:
        """Begin or end a field; return whether it was one whose result the file does not have."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._open.append(_Field(self.link))
            self._instructions += 1
        elif kind == "separate" and self._open and not self._open[-1].in_result:
            self._open[-1].in_result = True
            self._instructions -= 1
            self.link = linked("".join(self._open[-1].instruction)) or self.link
        elif kind == "end" and self._open:
            return self._end(self._open.pop())
        return False

    def _end(self, ended: _Field) -> bool:
        self.link = ended.outer_link
        if self._open:
            self._open[-1].has_result |= ended.has_result
        if not ended.in_result:
            self._instructions -= 1
        return not ended.has_result and is_counted("".join(ended.instruction))


def is_counted(instruction: str) -> bool:
    """Whether the field is a number that Word counts whenever it shows it."""
    return _COUNTED.match(instruction) is not None


def linked(instruction: str) -> str:
    """The web address in the instruction of a field, or ""."""
    match = _LINK.match(instruction)
    return match[1] if match else ""


def form_value(begin: etree._Element) -> str:
    """What a box to tick or a list to choose from shows, of the older forms; "" for other fields."""
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        checked = is_on(box, "checked")
        return "☒" if (is_on(box, "default") if checked is None else checked) else "☐"
    choices = begin.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    entries = [entry.get(VALUE, "") for entry in choices.findall(f"{W}listEntry")]
    chosen = number(choices, "result") or number(choices, "default") or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""
