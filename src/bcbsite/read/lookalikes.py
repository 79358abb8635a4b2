"""Characters that Word makes, and that YAML does not take for what they look like."""

import re

_SPACES = "\u00a0\u2000-\u200a\u202f"
_UNSEEN = f"{_SPACES}\u00ad\u200b-\u200f\u2060\ufeff"
BULLET = re.compile(r"\s*(?P<sign>[\u2010-\u2015\u2212•·‣▪●◦○*])(?=\s|$)")
"""What stands where a line of a list should begin with a hyphen."""

# Where YAML wants a space or nothing: at the beginning of a line, after its hyphen, or behind a key.
_OUT_OF_PLACE = re.compile(rf"(?:^ *(?:- *)?|^ *(?:- +)?\w+: *|[{{,] *\w+: *)(?P<sign>[{_UNSEEN}])")
_BEHIND_KEY = re.compile(rf"(?P<key>\w+):(?P<sign>[{_UNSEEN}])")


def out_of_place(line: str) -> int | None:
    """Where a character that cannot be seen first stands in *line* in place of a space, if one does."""
    found = _OUT_OF_PLACE.search(line)
    return found.start("sign") if found else None


def key_before(text: str) -> tuple[str, int] | None:
    """The key that *text* begins with and where a character follows that cannot be seen, if there is one."""
    found = _BEHIND_KEY.match(text)
    return (found["key"], found.start("sign")) if found else None


def seen(text: str) -> str:
    """*text* without characters that cannot be seen."""
    return re.sub(f"[{_UNSEEN}]", "", text)


def unseen(character: str) -> tuple[str, str]:
    """What is wrong with *character*, which cannot be seen, and how to mend it."""
    if re.match(f"[{_SPACES}]", character):
        return (
            "A space of a kind that Word makes stands here, which is not read as a space.",
            "Delete it and type an ordinary space. It looks the same.",
        )
    return "A character that cannot be seen stands here.", "Delete it, or type the line again."


def bullet(sign: str) -> tuple[str, str]:
    """What is wrong with a line of a list that begins with *sign*, and how to mend it."""
    return (
        f"This line begins with “{sign}”, where an entry of a list begins with a hyphen.",
        f"Type a hyphen - and a space in place of “{sign}”, here and in the lines like it. "
        "If this is no list, put the text in quotation marks.",
    )


def list_hint(text: str) -> str:
    """How to make a list of *text*, which was written as one."""
    if found := BULLET.match(text):
        return bullet(found["sign"])[1]
    if text[:1] == "-" and text[1:2] != seen(text[1:2]):
        return unseen(text[1])[1].replace("Delete it", "Delete the space after the hyphen")
    if text.startswith("-"):
        return "Put a space after each hyphen."
    return "Write each entry on a line of its own that begins with a hyphen and a space."
