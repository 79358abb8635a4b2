"""Groups of keys: which keys a kind of record has, what each takes, and what is made of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bcbsite.diagnostics import Span
from bcbsite.read.comments import note_comment
from bcbsite.read.kinds import Kind, ListOf, did_you_mean
from bcbsite.read.lookalikes import key_before, seen, unseen
from bcbsite.read.yaml import MappingNode, Node, Problems, ScalarNode, SequenceNode, describe, is_absent

_QUOTE = 'Put the whole value in quotation marks, as in {gone: "Withdrawn, since it was entered twice."}.'


@dataclass(frozen=True)
class Field:
    """One key."""

    kind: Kind
    says: str
    """What it means, in a few words for the person who writes it."""
    required: bool = False
    needs: str = ""
    """The key without which this one says nothing."""
    holds_back: bool = False
    """Whether it can keep something from the public, so that it must not be left empty."""


@dataclass
class Values:
    """What the keys of one group say; a key that is absent or wrong gives nothing, a list none."""

    span: Span
    """Where the group begins."""
    values: dict[str, Any]
    spans: dict[str, Span] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    def at(self, key: str) -> Span:
        """Where the value of *key* stands; where it is absent, where the group begins."""
        return self.spans.get(key, self.span)


@dataclass(frozen=True)
class Keys:
    """A group of keys with fixed names, and the record that is made of their values."""

    name: str
    """What messages call it, with its article."""
    fields: Mapping[str, Field]
    make: Callable[[Values], Any] = lambda values: values

    def read(self, node: Node, problems: Problems) -> Any:
        """The record, or nothing where a required key is missing or wrong."""
        values = self.values(node, problems)
        if any(f.required and values[key] is None for key, f in self.fields.items()):
            return None
        return self.make(values)

    def values(self, node: Node, problems: Problems) -> Values:
        """What each key says, with a diagnostic for each that is unknown, repeated, missing or wrong."""
        values = Values(problems.span(node), {key: _nothing(f) for key, f in self.fields.items()})
        if isinstance(node, ScalarNode) and self._note_disguise(node.value, node, values, problems):
            return values
        if not isinstance(node, MappingNode):
            hint = f"Write these keys: {', '.join(self.fields)}."
            message = f"The keys of {self.name} should stand here, but there is {describe(node)}."
            problems.add("BCB204", node, message, hint)
            return values
        for key_node, value_node in node.value:
            self._read_key(key_node, value_node, values, problems)
        for key, needed in self.fields.items():
            if needed.required and key not in values.spans:
                problems.add("BCB205", node, f"The key “{key}” ({needed.says}) is missing.")
            if needed.needs and values[key] and needed.needs not in values.spans:
                message = f"The key “{key}” says nothing without “{needed.needs}”."
                problems.add("BCB205", values.at(key), message, f"Add “{needed.needs}”.")
        return values

    def _read_key(self, key_node: Node, node: Node, values: Values, problems: Problems) -> None:
        key = key_node.value if isinstance(key_node, ScalarNode) else ""
        if key not in self.fields and self._note_disguise(key, key_node, values, problems):
            return
        if key not in self.fields and _is_cut_off(key_node, node, problems):
            message = f"A comma ends the value before “{key}” here."
            problems.add("BCB203", key_node, message, _QUOTE)
        elif key not in self.fields:
            message = f"There is no key “{key}” in {self.name}."
            problems.add("BCB203", key_node, message, did_you_mean(key, tuple(self.fields)))
        elif key in values.spans:
            problems.add("BCB202", key_node, f"The key “{key}” appears twice.")
        elif is_absent(node):
            self._note_absent(key, node, problems)
            values.spans[key] = problems.span(node)
        else:
            values.spans[key] = problems.span(node)
            values.values[key] = self.fields[key].kind.read(node, problems)
            if isinstance(node, SequenceNode) and not node.value and self.fields[key].holds_back:
                self._note_absent(key, node, problems)

    def is_disguised(self, node: Node) -> bool:
        """Whether *node* is one of these keys, and a text only since no space that counts comes after it."""
        found = key_before(node.value) if isinstance(node, ScalarNode) else None
        return bool(found and found[0] in self.fields)

    def _note_disguise(self, key: str, node: Node, values: Values, problems: Problems) -> bool:
        """Whether a character that cannot be seen makes another key of one of these; it is then noted."""
        meant, offset = key_before(key) or (seen(key), next((n for n, c in enumerate(key) if not seen(c)), 0))
        if meant not in self.fields:
            return False
        at = problems.span(node)
        problems.add("BCB203", replace(at, column=at.column + offset), *unseen(key[offset]))
        values.spans.setdefault(meant, at)
        return True

    def _note_absent(self, key: str, node: Node, problems: Problems) -> None:
        note_comment(node, problems)
        if self.fields[key].required:
            problems.add("BCB205", node, f"The key “{key}” ({self.fields[key].says}) has no value.")
        elif self.fields[key].holds_back:
            problems.add("BCB502", node, f"The key “{key}” has no value, so it keeps nothing back.")


def _is_cut_off(key_node: Node, node: Node, problems: Problems) -> bool:
    """Whether a key is none, but what comes after a comma in the value before it, between { and }."""
    return (
        isinstance(key_node, ScalarNode)
        and is_absent(node)
        and node.start_mark.index == node.end_mark.index
        and not problems.after(key_node)[0].lstrip().startswith(":")
    )


def _nothing(of: Field) -> Any:
    return () if isinstance(of.kind, ListOf) else None


@dataclass(frozen=True)
class TextOrKeys:
    """A value with a short form, one text, and a long one, a group of keys."""

    text: Kind
    keys: Keys

    @property
    def name(self) -> str:
        """Both forms."""
        return f"{self.text.name}, or the keys {', '.join(self.keys.fields)}"

    def read(self, node: Node, problems: Problems) -> Any:
        """The value of whichever form the writer chose."""
        is_keys = isinstance(node, MappingNode) or self.keys.is_disguised(node)
        kind: Kind = self.keys if is_keys else self.text
        return kind.read(node, problems)


@dataclass(frozen=True)
class Words:
    """A group whose keys are the writer's own words, each with texts (`synonyms`)."""

    kind: Kind
    name: str = "a group of words, each with a list"

    def read(self, node: Node, problems: Problems) -> Any:
        """Pairs of a word and its value."""
        if not isinstance(node, MappingNode):
            problems.add("BCB204", node, f"This should be {self.name}, but it is {describe(node)}.")
            return None
        return tuple((key.value, self.kind.read(value, problems)) for key, value in node.value)
