"""What a value in YAML can be: each kind reads a node, or says what is wrong with it.

The tables of keys (`fields.Keys`) are made of these; the same tables describe the keys to people.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Protocol

from bcbsite.read.comments import COMMENT, note_comment
from bcbsite.read.foreign import foreign_marks
from bcbsite.read.holding_keys import HOLDS_BACK
from bcbsite.read.lookalikes import list_hint
from bcbsite.read.markdown import read_sound_blocks
from bcbsite.read.slips import slips_in
from bcbsite.read.yaml import Node, Problems, ScalarNode, SequenceNode, describe, is_absent
from bcbsite.text.file_names import MAX_NAME

SLUG_FORM = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A part of an address that a person gives: the same in links, file names and ids."""


def is_address_part(name: str) -> bool:
    """Whether a file's name, without its ending, can stand in an address as it is."""
    return bool(re.fullmatch(r"[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*", name))


def is_slug(text: str) -> bool:
    """Whether *text* can be a part of an address as it stands."""
    return bool(re.fullmatch(SLUG_FORM, text))


def web_address(text: str) -> str | None:
    """*text* where it is an address on the web; others can make a browser run what they say."""
    return text if re.fullmatch(r"https?://[^\s/]\S*", text, re.IGNORECASE) else None


class Kind(Protocol):
    """A kind of value."""

    @property
    def name(self) -> str:
        """What messages and documentation call it, with its article."""

    def read(self, node: Node, problems: Problems) -> Any:
        """The value of *node*, or nothing where it has a mistake, which is then noted."""


def scalar(node: Node, problems: Problems, name: str) -> str | None:
    """The text of *node*; where it is a list or a group of keys, that is a mistake."""
    if isinstance(node, ScalarNode):
        if ":" in node.value and (found := HOLDS_BACK.search(node.value)):
            message = (
                f"“{found[0].strip()}” stands within the value of another key, so it keeps nothing back."
            )
            problems.add(
                "BCB502", node, message, "Begin a line of its own with it, as far left as the other keys."
            )
        return str(node.value)
    problems.add("BCB204", node, f"This should be {name}, but it is {describe(node)}.", f"Write {name}.")
    return None


def words(node: Node, problems: Problems, name: str) -> str | None:
    """The same of a value that is the writer's own words, of which a # must not cut off the rest unseen."""
    text = scalar(node, problems, name)
    if text is not None:
        note_comment(node, problems, COMMENT)
    return text


@dataclass(frozen=True)
class Scalar:
    """A value that is made from one text."""

    name: str
    parse: Callable[[str], Any]
    """What the text means, or nothing."""
    code: str = "BCB204"
    """The mistake where it means nothing."""

    def read(self, node: Node, problems: Problems) -> Any:
        """The meaning of the text."""
        if (text := scalar(node, problems, self.name)) is None:
            return None
        value = self.parse(text.strip())
        if value is None:
            problems.add(self.code, node, self.wrong(text), self.hint(text.strip()))
        return value

    def wrong(self, text: str) -> str:
        """What is wrong with this text."""
        return f"“{text}” is not {self.name}."

    def hint(self, _: str) -> str:
        """How to mend this text; nothing where the rule's cure says it."""
        return ""


class Text(Scalar):
    """A value that is the writer's own words."""

    def read(self, node: Node, problems: Problems) -> Any:
        """The meaning of the words."""
        note_comment(node, problems, COMMENT)
        return super().read(node, problems)


@dataclass(frozen=True)
class PartOfAddress:
    """A value that becomes part of an address, and with it the name of a file."""

    kind: Kind

    @property
    def name(self) -> str:
        """What the value is."""
        return self.kind.name

    def read(self, node: Node, problems: Problems) -> Any:
        """The value, if it is short enough."""
        length = len(node.value.strip().encode()) if isinstance(node, ScalarNode) else 0
        if length > MAX_NAME:
            message = (
                f"This value is too long to be part of an address: {length} letters, where {MAX_NAME} fit."
            )
            problems.add("BCB219", node, message)
            return None
        return self.kind.read(node, problems)


TEXT = Text("a text", lambda text: text or None)
SLUG = PartOfAddress(
    Scalar("a name of small letters, digits and hyphens", lambda text: text if is_slug(text) else None)
)
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
WEB_ADDRESS = Scalar("an address that begins with https:// or http://", web_address)
YES_NO = Scalar("yes or no", lambda text: _YES_NO.get(text.casefold()), "BCB208")


@dataclass(frozen=True)
class Choice:
    """One of a few words."""

    options: tuple[str, ...]
    make: Callable[[str], Any] = str

    @property
    def name(self) -> str:
        """The words themselves."""
        return f"one of: {', '.join(self.options)}"

    def read(self, node: Node, problems: Problems) -> Any:
        """The word as a value; case is not minded."""
        if (text := scalar(node, problems, self.name)) is None:
            return None
        word = text.strip().casefold()
        if word in self.options:
            return self.make(word)
        problems.add("BCB208", node, f"“{text}” is not {self.name}.", did_you_mean(word, self.options))
        return None


def did_you_mean(word: str, options: tuple[str, ...]) -> str:
    """A hint with the nearest of *options*, or with all of them."""
    return nearest(word, options) or f"Use one of: {', '.join(options)}."


def nearest(word: str, options: tuple[str, ...]) -> str:
    """A hint with the nearest of *options*; empty where none is near."""
    near = get_close_matches(word, options, 1)
    return f"Did you mean “{near[0]}”?" if near else ""


class Nearest:
    """Finds what was probably meant, among many names and for the first mistakes only.

    Each takes time that grows with the names; where there are many mistakes, people want no more hints.
    """

    MOST = 20
    """For so many different words a hint is looked for."""
    LONGEST = 200
    """Characters: to compare two words takes time that grows with the product of their lengths."""

    def __init__(self, options: Iterable[str]) -> None:
        """*options* are what could have been meant."""
        self._options = tuple(dict.fromkeys(option for option in options if len(option) <= self.LONGEST))
        self._known: dict[str, list[str]] = {}

    def to(self, word: str, other_than: str = "") -> str | None:
        """The name that is nearest to *word*, if one is near, and is not *other_than*."""
        if len(word) > self.LONGEST:
            return None
        if word not in self._known and len(self._known) < self.MOST:
            self._known[word] = get_close_matches(word, self._options, 2)
        return next((near for near in self._known.get(word, ()) if near != other_than), None)

    def hint(self, word: str, other_than: str = "") -> str:
        """A hint with the nearest name; empty where none is near."""
        near = self.to(word, other_than)
        return f"Did you mean “{near}”?" if near else ""


@dataclass(frozen=True)
class ListOf:
    """A list of values of one kind; an entry that is left open is passed over."""

    kind: Kind

    @property
    def name(self) -> str:
        """A list, and of what."""
        return f"a list, each entry {self.kind.name}"

    def read(self, node: Node, problems: Problems) -> tuple[Any, ...]:
        """The values of the entries that have no mistake."""
        if not isinstance(node, SequenceNode):
            hint = list_hint(node.value if isinstance(node, ScalarNode) else "")
            problems.add("BCB204", node, f"This should be a list, but it is {describe(node)}.", hint)
            return ()
        values = (self._entry(entry, problems) for entry in node.value)
        return tuple(value for value in values if value is not None)

    def _entry(self, node: Node, problems: Problems) -> Any:
        if is_absent(node):
            note_comment(node, problems)
            return None
        return self.kind.read(node, problems)


class MarkdownText:
    """A text with emphasis, links and lists."""

    name = "a text in Markdown"

    def read(self, node: Node, problems: Problems) -> Any:
        """Its blocks."""
        if (text := words(node, problems, self.name)) is None:
            return None
        blocks, fault = read_sound_blocks(text, problems.span(node).line)
        if fault:
            problems.add("BCB303", node, fault[1])
            return None
        for slip in slips_in(text, blocks, problems.span(node).line):
            problems.add(slip.code, node, slip.message, slip.hint)
        for mark in foreign_marks(text, blocks)[:1]:
            problems.add("BCB340", node, mark.message, mark.cure)
        return blocks


MARKDOWN = MarkdownText()
