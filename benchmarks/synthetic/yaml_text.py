"""Writes the little YAML that an archive needs: mappings and lists of texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

_PLAIN = re.compile(r"[^\W\d_][\w ’‘“”&/.()–;-]*|\d{4}-\d\d-\d\d|\d\d:\d\d|\d\d/\d\d/\d{4}")
_WORDS_WITH_A_MEANING = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def scalar(text: str, *, allow: str = "") -> str:
    """A text as it stands where no reader could take it for something else, else in double quotes.

    `allow` names further characters that are harmless in the place: a comma outside of brackets.
    """
    bare = text
    for character in allow:
        bare = bare.replace(character, "")
    safe = _PLAIN.fullmatch(bare) and text == text.strip() and text.lower() not in _WORDS_WITH_A_MEANING
    return text if safe else json.dumps(text, ensure_ascii=False)


def flow_list(texts: Iterable[str]) -> str:
    """[One, Two]."""
    return f"[{', '.join(scalar(text) for text in texts)}]"


def flow_mapping(fields: Mapping[str, str]) -> str:
    """{one: text, two: text}, without the fields that are empty."""
    return "{" + ", ".join(f"{name}: {scalar(text)}" for name, text in fields.items() if text) + "}"


def block_list(name: str, entries: Iterable[str]) -> list[str]:
    """A key and its list, one entry a line, as they are; nothing where there are no entries."""
    lines = [f"  - {entry}" for entry in entries]
    return [f"{name}:", *lines] if lines else []


def front_matter(lines: Iterable[str]) -> str:
    """The head of a document, with the line that parts it from the body."""
    return "\n".join(["---", *lines, "---", "", ""])
