"""How the votes fell: counts are read only where votes are spoken of, as in “4 in favour, 1 against”.

“£300 for the club”, “insured against one risk” and “by 10-15 March” count no votes. All take folded text.
"""

import re
from dataclasses import dataclass
from typing import Literal

from bcbsite.text.number_words import UNITS


@dataclass(frozen=True, slots=True)
class Votes:
    """How the votes fell, as far as the minutes say."""

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    unanimous: bool = False


_Side = Literal["in_favour", "against", "abstained"]

_REACH = 1_000
"""Characters of a text in which votes are looked for, so that no text is slow to read."""

_WORDS = ("no", *UNITS[1:], "twenty")
_NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {"none": 0, "nil": 0, "nobody": 0}
# No part of an amount, a date or a longer number: “£3”, “25,000”, “1.5”.
_COUNT = rf"(?<![£$€\d.,/%])\b(?:\d{{1,3}}|{'|'.join(_NUMBERS)})\b(?![.,/:]?\d|%)"
# “in favour”, “abstaining”: these are said of votes alone; “for” and “against” are not.
_FAVOUR = r"in\s+favour|ayes?"
_ABSTAINED = r"abst(?:ained|aining|entions?|\.)"
_VOTED = r"(?:votes?|voted|voting)"
_WHO = (
    rf"(?:\s+(?:{_VOTED}|members?|councillors?|cllrs?|people|persons?|were|was|had|having|cast|chose\s+to))"
    r"{0,3}"
)
# “4 for, 1 against”, “4 for the motion”, and not “4 for the club”
_SIDE_ENDS = (
    rf"(?=\s*(?:[,;.:)\n]|$|and\s+(?:{'|'.join(_NUMBERS)}|\d|against|abst)|against|abst|for\s*:|noes"
    r"|the\s+(?:motion|amendment|proposal|recommendation)))"
)
_FATES = r"carried|lost|passed|defeated|rejected|fell|failed|resolved|agreed|approved|adopted|refused"
# One of these is in every text that tells how the votes fell.
_HINT = re.compile(
    rf"vot|favour|against|abst|\bfor\s*[:-]|\b(?:ayes?|noes|unanimous(?:ly)?|nem|majority|dissent|{_FATES})\b",
    re.IGNORECASE,
)
# “5 voted for”, “two abstentions”, “For: 5”, “Against 2”; whichever comes first takes its number.
_COUNTED = re.compile(
    rf"""(?P<n>{_COUNT})(?P<who>{_WHO})\s+(?:the\s+)?
        (?P<side>{_FAVOUR}|{_ABSTAINED}|for|against|noes)\b(?!\s*:\s*\w)(?P<end>{_SIDE_ENDS})?
      | (?P<begin>(?:^|[,;:.(\n]|\band)\s*)?(?:\b(?P<voted>{_VOTED})\s+)?
        \b(?P<label>{_FAVOUR}|{_ABSTAINED}|for|against|noes?)
        \s*(?P<sign>[:-])?\s*(?P<m>{_COUNT})(?P<closed>{_SIDE_ENDS})?""",
    re.IGNORECASE | re.VERBOSE,
)
_ENDS = r"(?=\s*(?:[,.;:()\n]|votes?\b|with\b|on\b|that\b|the\b|to\s+\w+\s|and\b|in\s+favour\b|$))"
_OF_MUCH_ELSE = re.compile(r"for|against|noe?s?", re.IGNORECASE)
# “5 votes to 1”, “on a vote of 2 to 5”, “Lost 2-5”, “carried by 5-2-1”, “a majority of 5 to 3”
_TALLY = re.compile(
    rf"""(?: (?P<a>{_COUNT})\s+votes?\s+(?:in\s+favour\s+)?(?:to|-)\s*(?P<b>{_COUNT})
          | \b(?: (?:{_FATES}|\bvotes?(?:\s+was)?|\bmajority)[,:]?\s*\(?\s*(?:by\s+|on\s+|of\s+)?
                  (?:an?\s+(?:vote|majority)\s+of\s+)?)
            (?P<c>{_COUNT})\s*(?:to|-)\s*(?P<d>\d{{1,3}}\b|{"|".join(_NUMBERS)})
            (?:\s*-\s*(?P<e>\d{{1,3}}))?{_ENDS} )""",
    re.IGNORECASE | re.VERBOSE,
)
_UNANIMOUS = re.compile(
    r"\b(?:unanimous(?:ly)?|nem\.?\s*con\b|all\s+(?:present\s+)?(?:were\s+)?(?:voted\s+)?in\s+favour"
    r"|without\s+dissent)",
    re.IGNORECASE,
)
# “For: Cllrs Ames and Birch.”, “Against - Peel, Orr”, “Cllrs Ames, Birch and Ng voted for”
_BY_NAME = re.compile(
    rf"""\b(?:[Ff]or|FOR|[Ii]n\s+[Ff]avour|IN\s+FAVOUR|[Aa]gainst|AGAINST|[Aa]bst\w+|ABST\w+|[Aa]yes|[Nn]oes)
        \s*(?::|\s-)\s*(?:[Tt]he\s+)?(?!None\b|Nil\b|NIL\b|NONE\b|All\b|No\b|[Uu]nanim|Carried|[Vv]otes?\b
          |{"|".join(word.capitalize() for word in _NUMBERS)}\b
          |For\b|FOR\b|Against|AGAINST|Abst|ABST|Agreed|Lost)
        [A-Z][\w.'-]+
      | [A-Z][\w'-]+\s+
        (?:voted\s+(?:for|against)\b|(?:abstained|voted\s+in\s+favour)\b(?!\s+of\s+the\s+rest))""",
    re.VERBOSE,
)
_NOT_A_NAME = re.compile(
    r"\b(?:Board|Members|Council|Councillors|Committee|All|Those|Both|Everyone|"
    rf"{'|'.join(word.capitalize() for word in _NUMBERS)})\s+\w+ed\b"
)


def votes_in(text: str, lost: bool = False) -> Votes | None:
    """How the votes fell by *text*; None where it says nothing of that.

    *lost* says that a motion was lost: then the greater number of “by 5 votes to 3” is of those against it.
    """
    text = text[:_REACH]
    if not _HINT.search(text):
        return None
    counts = _tally(text, lost) | _counts(text)
    found = Votes(
        counts.get("in_favour"), counts.get("against"), counts.get("abstained"), bool(_UNANIMOUS.search(text))
    )
    return found if found != Votes() else None


def names_voters(text: str) -> bool:
    """Whether *text* says by name who voted how."""
    match = _BY_NAME.search(text[:_REACH])
    return match is not None and not _NOT_A_NAME.match(match[0])


def _tally(text: str, lost: bool) -> dict[_Side, int]:
    match = _TALLY.search(text)
    if match is None:
        return {}
    in_favour, against = _count(match["a"] or match["c"]), _count(match["b"] or match["d"])
    if lost and in_favour > against:
        in_favour, against = against, in_favour
    found: dict[_Side, int] = {"in_favour": in_favour, "against": against}
    return found | ({"abstained": int(match["e"])} if match["e"] else {})


def _counts(text: str) -> dict[_Side, int]:
    """What is counted side by side; “for” and “against” alone only together, or with “voted”."""
    found: dict[_Side, int] = {}
    unsure: dict[_Side, int] = {}
    for match in _COUNTED.finditer(text):
        side = _side(match["side"] or match["label"])
        if _is_sure(match):
            found.setdefault(side, _count(match["n"] or match["m"]))
        elif _stands_alone(match):
            unsure.setdefault(side, _count(match["n"] or match["m"]))
    both = {*found, *unsure} >= {"in_favour", "against"}
    return unsure | found if both else found


def _is_sure(match: re.Match[str]) -> bool:
    """“5 voted for”, “For: 5”, “5 in favour”, “2 abstentions”."""
    is_of_votes = not _OF_MUCH_ELSE.fullmatch(match["side"] or match["label"])
    is_labelled = match["sign"] and (match["begin"] is not None or match["label"][0].isupper())
    return bool(is_of_votes or is_labelled or match["voted"] or "vot" in (match["who"] or "").lower())


def _stands_alone(match: re.Match[str]) -> bool:
    """“5 for, 2 against”, and not “5 for each of them”."""
    if match["n"]:
        return match["end"] is not None
    return match["begin"] is not None and match["closed"] is not None


def _side(printed: str) -> _Side:
    match printed.lower()[:2]:
        case "ag" | "no":
            return "against"
        case "ab":
            return "abstained"
        case _:
            return "in_favour"


def _count(printed: str) -> int:
    number = _NUMBERS.get(printed.lower())
    return int(printed) if number is None else number
