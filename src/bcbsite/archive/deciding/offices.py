"""Who decides: the body of the minutes by its names, its members, and the offices that decide in law.

In law a commissioner decides, and a board is a forum: Police Reform and Social Responsibility Act 2011, s.1.
"""

import re
from collections.abc import Iterable

from bcbsite.archive.mentions.bodies import pattern_of

THE_BOARD = "the Board"

# “Police, Fire and Crime Commissioner”, “Acting Commissioner”, “PCC”, “Deputy Mayor for Policing and Crime”.
_OFFICE = (
    r"(?:(?:Acting|Deputy|Assistant)\s+)*(?:Police(?:,\s+Fire)?\s+and\s+Crime\s+)?Commissioner"
    r"|D?P(?:F)?CC"
    r"|(?:Deputy\s+)?Mayor(?:\s+for\s+Policing(?:\s+and\s+Crime)?)?"
)
# “Members”, “all Councillors present”, “All”, “Those present”
_MEMBERS = (
    r"(?:[Aa]ll\s+(?:of\s+)?)?(?:[Tt]he\s+)?(?:[Mm]embers|[Cc]ouncillors|[Tt]rustees|[Gg]overnors|[Dd]irectors)"
    r"(?:\s+(?:present|of\s+the\s+Board))?"
    r"|All(?:\s+present)?|Those\s+present"
)
_COMMON = (
    "Board",
    "Committee",
    "Council",
    "Panel",
    "Authority",
    "Forum",
    "Cabinet",
    "Trust",
    "Assembly",
    "Group",
)


class Offices:
    """Recognises who decides in the minutes of one body."""

    def __init__(self, names: Iterable[str]) -> None:
        """*names* are the body's name and aliases."""
        names = tuple(names)
        # Minutes call their body by the last word of its name.
        common = {word for name in names for word in _COMMON if word in name.split()}
        known = pattern_of({"Board", *common, *names})
        # “the board”: in small letters only behind “the”.
        small = "|".join(sorted(word.lower() for word in {"Board", *common}))
        named = rf"(?:{known})|(?<=[Tt]he\s)(?:{small})"
        self.body = rf"[Tt]he\s+meeting|(?:[Tt]he\s+)?(?:{named})(?:\s+\([^)]*\))?"
        """A pattern of the body's names."""
        self.members = _MEMBERS
        self.office = rf"(?:[Tt]he\s+)(?:{_OFFICE})"
        """A pattern of the offices."""
        self.decider = rf"(?P<body>{self.body})|(?P<members>{self.members})|(?P<office>{self.office})"
        self._by = re.compile(
            rf"\s*by\s+(?:(?:all|those|everyone)(?:\s+present)?\b(?!\s+(?:who|those))|(?:all\s+)?(?:{self.members})|(?P<office>(?:the\s+)?(?:{_OFFICE}))\b|(?:the\s+)?(?:{named})\b)"
        )

    def named_after_by(self, words: str) -> str | None:
        """Who did it, where *words* begin with “by” and one who can decide; None where somebody else did."""
        match = self._by.match(words)
        if match is None:
            return None
        return by_office(match["office"]) if match["office"] else THE_BOARD


def by_office(printed: str) -> str:
    """An office as it is shown after “by”: “the Commissioner”."""
    return "the " + re.sub(r"^[Tt]he\s+", "", " ".join(printed.split()))
