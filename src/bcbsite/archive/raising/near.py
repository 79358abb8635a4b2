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
# “Action carried forward: Clerk to send a map”
_WITH_MORE = re.compile(r"(?:[Aa]ctions?|ACTIONS?)\s[a-z\d][^.:\n]{0,60}:\s*")
# “Action [5]”, “a map – ACTION” at the end
_ALONE = re.compile(r"(?:Action|ACTION)(?:\s*[(\[]?\d+[)\]]?)?[.)\]]*\s*(?:\n|$)")
# What goes on after “Action” to a name, and to what is no action of a meeting.
_OF_NAMES = re.compile(
    r"(?:[Aa]ctions?|ACTIONS?)\s+(?:Fraud|FRAUD|Plans?|PLANS?|plans?|Group|Log|LOG|log|Week|Day|Learning|learning|[Rr]esearch|Trust|"
    r"Against|Aid|Cards?|cards?|Counters|taken|against|was|were|is|are|had|has|include\w*|by\s+the)\b"
)
_WITHOUT_SIGN = re.compile(
    r"(?:[Aa]ctions?|ACTIONS?)(?:\s+(?:[Pp]oints?|[Ii]tems?))?(?:\s*(?:[Nn]o\.?|[Nn]umber|#)?\s*\d[\w/.-]*)?\s+(?=[A-Z])"
)


def looks_like_label(text: str, owners: KnownOwners) -> bool:
    """Whether *text*, as `folded` gives it, begins as if it raised an action."""
    if _OF_NAMES.match(text):
        return False
    if match := _NEAR.match(text):
        return _says_more(match, text[match.end() :], owners)
    if more := _WITH_MORE.match(text):
        return acts(text[more.end() :])
    sign = _WITHOUT_SIGN.match(text)
    return bool(sign and who_is_to(text[sign.end() :]) and owners.at_beginning(text[sign.end() :]))


def _says_more(match: re.Match[str], rest: str, owners: KnownOwners) -> bool:
    """Whether the words after what looks like a label look like what is to be done."""
    if match["end"] == ".":
        return bool(owners.at_beginning(rest))
    if match["name"]:
        return acts(rest)
    if match["whose"]:
        return acts(rest) or not rest.strip()
    return not is_none(rest)


def stands_alone(text: str) -> bool:
    """Whether *text* has the word alone, up to the end of its paragraph or line."""
    return bool(_ALONE.match(text))


def words_after(text: str) -> str:
    """What comes after what looks like a label at the beginning of *text*."""
    match = _NEAR.match(text) or _WITHOUT_SIGN.match(text)
    return text[match.end() :] if match else ""
