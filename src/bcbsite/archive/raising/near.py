"""What looks like the label of an action, and is not read as one."""

import re

from bcbsite.archive.raising.owners import KnownOwners
from bcbsite.read.action_labels import acts, is_none, who_is_to

# “action:”, “Action 5;”, “Action = ”, “For action:”, “Action update:”
_NEAR = re.compile(
    r"(?:[Ff]or\s+)?(?:[Aa]ctions?|ACTIONS?)(?P<kind>\s+(?:points?|items?|required|agreed|owner|update))?"
    r"(?P<number>\s*(?:[Nn]o\.?|[Nn]umber|#)?\s*\d[\w/.-]*)?"
    r"(?:\s*\([^()\n]{0,60}\)|\s+(?P<name>[A-Z][\w .,/&'-]{0,60}?)|\s+(?P<whose>by|for)\b[^:.\n]{0,60}?)?"
    r"\s*(?P<end>:|;|=|->|-(?=\s)|\.(?=\s+[A-Z]))\s*"
)
_WITHOUT_SIGN = re.compile(
    r"(?:[Aa]ctions?|ACTIONS?)(?:\s+(?:points?|items?))?(?:\s*(?:[Nn]o\.?|[Nn]umber|#)?\s*\d[\w/.-]*)?\s+(?=[A-Z])"
)


def looks_like_label(text: str, owners: KnownOwners) -> bool:
    """Whether *text*, as `folded` gives it, begins as if it raised an action."""
    if match := _NEAR.match(text):
        rest = text[match.end() :]
        if match["end"] == ".":
            return bool(owners.at_beginning(rest))
        if match["name"]:
            return acts(rest)
        if match["whose"]:
            return acts(rest) or not rest.strip()
        return not is_none(rest)
    sign = _WITHOUT_SIGN.match(text)
    return bool(sign and who_is_to(text[sign.end() :]) and owners.at_beginning(text[sign.end() :]))


def words_after(text: str) -> str:
    """What comes after what looks like a label at the beginning of *text*."""
    match = _NEAR.match(text) or _WITHOUT_SIGN.match(text)
    return text[match.end() :] if match else ""
