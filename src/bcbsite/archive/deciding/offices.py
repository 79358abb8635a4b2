"""Who decides: the body of the minutes by its names, its members, and the offices that decide in law.

In law a commissioner decides, and a board is a forum: Police Reform and Social Responsibility Act 2011,
s.1(2); s.18 lets a commissioner have functions exercised by a deputy or another person.
"""

import re
from collections.abc import Iterable

from bcbsite.archive.deciding.capacity import Capacity, power_in
from bcbsite.archive.mentions.bodies import pattern_of

THE_BOARD = "the Board"

_AND = r"(?:and|&)"
_FORCE = rf"Police(?:,?\s+Fire(?:\s+{_AND}\s+Rescue)?)?,?\s+{_AND}\s+Crime\s+"
# “for Westshire”, “of Greater Westshire and the Isles”, and not “of Police”
_OF_POLICE = r"(?!(?:the\s+)?(?:Police|Policing|Metropol))"
_ANY_AREA = (
    rf"(?:\s+(?:for|of)\s+{_OF_POLICE}(?:the\s+)?[A-Z][\w'-]*"
    r"(?:\s+(?:and\s+|of\s+|the\s+)*[A-Z][\w'-]*){0,4})?"
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
# What a body's name has beside the name of a place.
_NO_PLACE = frozenset(
    (
        *(
            "Police",
            "Policing",
            "Crime",
            "Fire",
            "Rescue",
            "Commissioner",
            "Commissioners",
            "Mayor",
            "Deputy",
        ),
        *_COMMON,
        *("Office", "Oversight", "Strategic", "Business", "Public", "Joint", "The", "And", "Of", "For"),
    )
)
_MAYOR = (
    rf"Mayor(?:\s+for\s+(?:Policing|Police|Safer\s+Communities)(?:,?\s+(?:{_AND}\s+)?(?:Fire|Crime)){{0,2}})?"
)
# “Members”, “all Councillors present”, “All”, “Those present”, “Everyone”
_MEMBERS = (
    r"(?:[Aa]ll\s+(?:of\s+)?|[Bb]oth\s+)?(?:[Tt]he\s+)?(?:[Mm]embers|[Cc]ouncillors|[Tt]rustees|[Gg]overnors|[Dd]irectors)"
    r"(?:\s+(?:present|of\s+the\s+Board))?"
    r"|All(?:\s+present)?|Those\s+present|Every(?:one|body)(?:\s+present)?"
)
# Who decides for a commissioner only where the sentence says by what power: “under delegated authority”.
_OFFICERS = (
    r"(?:(?:Acting|Interim|Deputy|Assistant)\s+)*(?:Chief\s+(?:Executive|Finance\s+Officer)"
    r"|Treasurer|Monitoring\s+Officer|Director\s+of\s+[A-Z]\w+(?:\s+(?:and|&)\s+[A-Z]\w+)?)"
)
# “, Chief Constable and Chief Finance Officer”, who agreed it too
_OTHERS = (
    r"(?:(?:,\s+|\s+and\s+|,\s+and\s+)(?:the\s+)?(?!It\b)"
    r"[A-Z][a-z]+(?:\s+(?:of\s+)?[A-Z][a-z]+){0,3}){1,3}(?=\s)"
)
# “(Alex Morgan)”
_NAME_AFTER = r"(?:\s+\([^()]{1,60}\))?"
_DEPUTY = re.compile(r"\b(?:Deputy|Assistant|DP(?:F|FR)?CC|DMPC)\b")


class Offices:
    """Recognises who decides in the minutes of one body."""

    def __init__(
        self,
        names: Iterable[str],
        titles: Iterable[str] = (),
        chiefs: Iterable[str] = (),
        areas: Iterable[str] = (),
    ) -> None:
        """*names* are the body's name and aliases; *titles* and *chiefs* those that `board.yaml` gives to the
        local policing body and to the chief officer, on whatever day. An office for a place that neither
        these nor *areas* name is another one's; without *areas* it is not."""
        names = tuple(map(_without_article, names))
        titles = tuple(map(_without_article, titles))
        # Minutes call their body by the last word of its name.
        common = {word for name in names for word in _COMMON if word in name.split()}
        known = pattern_of({"Board", *common, *names})
        # “the board”: in small letters only behind “the”.
        small = "|".join(sorted(word.lower() for word in {"Board", *common}))
        named = rf"(?:{known})|(?<=[Tt]he\s)(?:{small})"
        self.body = rf"(?:[Tt]he\s+meeting|(?:[Tt]he\s+)?(?:{named})(?:\s+\([^)]*\))?)"
        """A pattern of the body's names."""
        self.members = _MEMBERS
        title = _titles(titles, tuple(chiefs), _area((*areas, *names, *titles)) if areas else _ANY_AREA)
        self.office = rf"(?:(?:[Tt]he\s+)|(?<!\w\s)(?<!\w,\s))(?:{title}){_NAME_AFTER}"
        """A pattern of the offices; without “the” only where no word stands before it."""
        self._office = re.compile(rf"(?<!\w)(?:[Tt]he\s+)?(?:{title})(?!\w)")
        self._ours = re.compile(rf"(?:{self.body}|{_MEMBERS})(?!\w)", re.IGNORECASE)
        self._as_officer = re.compile(rf"(?<!\w)(?:{_OFFICERS})(?!\w)")
        office_with = rf"(?P<office>{self.office})(?:\s+and\s+{self.body}(?!\w)|{_OTHERS})?"
        with_office = (
            rf"(?P<body>{self.body})(?:,?\s+and\s+(?:then\s+)?(?P<joined>{self.office}),?|{_OTHERS})?"
        )
        self.decider = (
            rf"{office_with}|{with_office}|(?P<members>{self.members})|(?P<officer>[Tt]he\s+(?:{_OFFICERS}))"
        )
        self._by = re.compile(
            rf"\s*by\s+(?:(?P<office>(?:the\s+)?(?:{title}){_NAME_AFTER})(?!\w)"
            rf"|(?:all|those|everyone)(?:\s+present)?\b(?!\s+(?:who|those))|(?:all\s+)?(?:{self.members})"
            rf"|(?:the\s+)?(?:{named})\b(?:,?\s+and\s+(?:then\s+)?(?P<joined>(?:the\s+)?(?:{title})))?"
            rf"|(?P<officer>(?:the\s+)?(?:{_OFFICERS})))"
        )

    def named_after_by(self, words: str) -> str | None:
        """Who did it, where *words* begin with “by” and one who can decide; None where somebody else did."""
        match = self._by.match(words)
        if match is None or (match["officer"] and not power_in(words)):
            return None
        return decider_of(match)

    def capacity(self, by: str | None, words: str = "") -> Capacity:
        """In what capacity *by*, as printed, decided by *words*: in law it is the office that decides.

        Who is called by name alone, and whose office is not known, has no capacity that is stated.
        """
        if by is None:
            return Capacity.UNSTATED
        if _DEPUTY.search(by) and self._office.search(by):
            return Capacity.DELEGATED
        if self._office.search(by):
            return Capacity.OFFICE
        if self._ours.fullmatch(by.strip()):
            return Capacity.BOARD
        return Capacity.DELEGATED if power_in(f"{by} {words}", delegated=True) else Capacity.UNSTATED


def _without_article(name: str) -> str:
    return re.sub(r"^[Tt]he\s+", "", name)


def _area(names: tuple[str, ...]) -> str:
    """A pattern of the places that *names* name, after an office; no other place may come after it."""
    words = {word for name in names for word in re.findall(r"\b[A-Z][\w'-]*", name)} - _NO_PLACE
    own = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"
    place = rf"(?:{own})(?:\s+(?:(?:and|of|the)\s+){{0,2}}(?:{own}))*"
    return rf"(?:\s+(?:for|of)\s+{_OF_POLICE}(?:the\s+)?{place}(?!\w))?(?!\s+(?:for|of)\s+(?:the\s+)?[A-Z])"


def _titles(titles: tuple[str, ...], chiefs: tuple[str, ...], area: str) -> str:
    """A pattern of the titles of the office; “Commissioner” alone is none where the chief officer has it.

    It is in London and in the City of London: Police Act 1996, s.101.
    """
    bare = "" if any("Commissioner" in chief for chief in chiefs) else "?"
    own = pattern_of(set(titles))
    # “Police, Fire and Crime Commissioner for Westshire”, “Acting Commissioner”, “DPCC”, “Mayor of Westshire”
    return (
        r"(?:"
        + (rf"(?:{own})|" if own else "")
        + rf"(?:(?:Acting|Deputy|Assistant)\s+)*(?:(?:{_FORCE}){bare}Commissioner|D?P(?:F|FR)?CC)"
        + rf"|(?:(?:Acting|Deputy)\s+)*{_MAYOR}){area}|MOPAC|DMPC"
    )


def decider_of(match: re.Match[str]) -> str:
    """Who decided, by a match of the patterns of `Offices`: of an office and the body, the office."""
    groups = match.groupdict()
    printed = groups.get("office") or groups.get("joined") or groups.get("officer")
    return by_office(printed) if printed else THE_BOARD


def by_office(printed: str) -> str:
    """An office as it is shown after “by”: “the Commissioner”; “MOPAC” has no article."""
    name = re.sub(r"^[Tt]he\s+", "", " ".join(printed.split()))
    return name if name.startswith("MOPAC") else f"the {name}"
