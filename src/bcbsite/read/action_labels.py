"""The labels by which minutes raise an action, such as `Action 22/03:`, and what is to be done after them."""

import re
from dataclasses import dataclass

from bcbsite.read.owner_words import looks_like_owner

_OWNER = r"[A-Z][\w .,/&'-]{0,60}?"
# “Action:”, “Action 22/03 -”, “ACTION POINT No. 4:”, “Action (JB):”, “New action by Jo Bennett:”
_ACTION = re.compile(
    r"(?P<lead>(?:Agreed|New|Further|Follow-?\s?up|Key|Board|Immediate)\s+(?=[Aa]ction))?"
    r"(?P<word>Action|ACTION|(?<=\s)action)(?P<many>/?[sS]|\([sS]\))?"
    r"(?P<kind>\s+(?:points?|Points?|POINTS?|items?|Items?|ITEMS?|required|Required|REQUIRED|agreed|AGREED))?"
    r"(?P<number>\s*(?P<no>(?:[Nn]o\.?|NO\.?|[Nn]umber|[Rr]ef\.?|#)\s*)?(?P<printed>\d\w*(?:[/.-]\d\w*)*))?"
    r"(?:\s*[(\[](?P<bracket>[^()\[\]\n]{1,60})[)\]])?"
    rf"(?:\s+(?P<by>by|By|BY|for|For|FOR|to|on|owner|Owner)(?:\s+(?:the\s+)?(?P<whose>{_OWNER}))?|\s+(?P<name>{_OWNER}))?"
    r"\s*(?P<end>:|-(?=\s))\s*"
)
# “AP5:”, “AP 6 -”, “A16:”
_POINT = re.compile(
    r"(?P<printed>(?P<letters>AP|A)(?:\s|-)?\d{1,4}(?:[/.-]\d{1,4})*)"
    r"(?:\s*[(\[](?P<bracket>[^()\[\]\n]{1,60})[)\]])?\s*(?P<end>:|-(?=\s)|(?=\s[A-Z]))\s*"
)
# Who is to do something: “Treasurer to write”, “The Chair and the Clerk will meet”; not “Draft to be sent”
_CAPITAL = r"(?:\d+|(?!AP\s?\d|A\d)[A-Z][\w.'-]*|\([A-Z][^()]{0,40}\))"
_BETWEEN = r"(?:\s*,\s*|\s*/\s*|\s+)(?:(?:and|of|for|the|&|/|in|on|members|officers)\s+){0,2}"
_WHO_IS_TO = re.compile(
    rf"(?:(?:The|the|All|Both)\s+)?(?P<who>{_CAPITAL}(?:{_BETWEEN}{_CAPITAL}){{0,9}}|[Mm]embers|All\s+members)"
    r"(?:\s+(?:members|officers|partners))?\s*[:,-]?\s+(?:to|will|shall)\s+"
    r"(?!be\b|have\b|the\b|a\b|follow\b|date\b|note:)[a-z-]{2,}"
)
_VERB_WORDS = """
add address advise agree amend analyse announce answer apply appoint approach arrange ask assess attend
audit book bring build buy calculate call cancel carry change chase check circulate clarify clean close
collate collect comment commission compare compile complete conduct confirm consider consult contact convene
co-ordinate coordinate correct count cover create decide deliver design develop discuss display
distribute draft draw email e-mail engage ensure establish examine exclude expand explain explore extend
feed file fill find finalise fix follow forward gather get give go hold identify implement improve include
inform inspect install invite investigate issue join keep liaise list look maintain make map meet mend
monitor move note notify obtain open order organise pay pass phone place plan post prepare present print
produce propose provide publicise publish purchase put raise re-issue read recirculate record refer register
remind remove renew repair replace reply report request research respond return review revise ring say
schedule seek sell send set share show sign speak start submit summarise supply support survey take talk
tell test thank track transfer try update upload use verify visit work write
"""
_VERBS = frozenset(_VERB_WORDS.split())
_FIRST_WORD = re.compile(r"(?:please\s+|to\s+)?(?P<verb>[a-z-]+)\b", re.IGNORECASE)
# “The lamps to be counted”, “A note is to be sent”, “Minutes need to go out”
_TO_BE_DONE = re.compile(r"\b(?:to\s+be|needs?\s+to)\s+[a-z-]{3,}")
_NONE = re.compile(
    r"(?:none|nil|n/a|not\s+applicable|nothing|no|-+|)(?:\s+(?:further\s+)?(?:actions?|points?))?(?:\s+(?:items?|points?))?"
    r"(?:\s+(?:is|are|was|were))?(?:\s+(?:required|needed|arising|identified|agreed|recorded|noted|taken|to\s+report))?"
    r"(?:\s+(?:at|from)\s+this\s+(?:meeting|item|time))?\W*",
    re.IGNORECASE,
)
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class ActionLabel:
    """A label that raises an action, or looks as if it did."""

    number: str | None
    """As printed in it."""
    owner: str
    """The words for an owner within it, or nothing."""
    end: int
    """Where the words after it begin."""
    is_firm: bool
    """Whether whatever stands after it is an action; else only what says that something is to be done."""
    names_owner: bool
    """Whether only an owner can stand after it, as after “Action by:”."""


def action_label(text: str) -> ActionLabel | None:
    """The label that *text*, as `folded` gives it, begins with; None where it begins with none."""
    text = text[:_LONGEST]
    if match := _POINT.match(text):
        return _of_point(match, text[match.end() :])
    match = _ACTION.match(text)
    if match is None or (match["name"] and not _owner(match["name"])):
        return None
    owner = _owner(match["bracket"]) or _owner(match["name"]) or (match["whose"] or "").strip()
    if match["by"] and not _is_for(match["by"], owner, text[match.end() :]):
        return None
    return ActionLabel(match["printed"], owner, match.end(), _is_firm(match, owner), bool(match["by"]))


def _of_point(match: re.Match[str], rest: str) -> ActionLabel | None:
    """“AP5” or “A5” as a label, which may have no sign after it if somebody is to do something."""
    is_point = match["letters"] == "AP"
    if not match["end"] and not (is_point and acts(rest)):
        return None
    owner = _owner(match["bracket"])
    return ActionLabel(match["printed"], owner, match.end(), is_point or bool(owner), False)


def _is_for(by: str, owner: str, rest: str) -> bool:
    """Whether “by”, “for” and so on has an owner after it, and not a thing, as in “Action on Fraud:”."""
    if owner and not _owner(owner):
        return by != "on" and not who_is_to(rest) and (not rest.strip() or acts(rest))
    return True


def _is_firm(match: re.Match[str], owner: str) -> bool:
    if match["many"] or match["lead"] or (match["bracket"] and not owner) or match["end"] != ":":
        return bool(owner)
    number = match["printed"]
    is_plain = number is None or not number.isdigit()
    return is_plain or bool(match["no"] or match["kind"] or owner)


def _owner(words: str | None) -> str:
    """*words*, if they have the form of one or several owners; else nothing."""
    words = (words or "").strip()
    pieces = re.split(r"\s*(?:/|,|&|\band\b)\s*", words)
    return words if looks_like_owner(words) or (words and all(map(looks_like_owner, pieces))) else ""


def raises(label: ActionLabel, text: str) -> bool:
    """Whether a paragraph *text* that begins with *label* raises an action, by what comes after it."""
    rest = text[label.end :]
    if is_none(rest):
        return not rest.strip() and label.is_firm
    return label.is_firm or acts(rest) or bool(_owner(rest.strip().rstrip(".)]")))


def acts(words: str) -> bool:
    """Whether *words*, as `folded` gives them, say what somebody is to do, or what is to be done."""
    words = words[:_LONGEST].lstrip()
    first = _FIRST_WORD.match(words)
    if first and first["verb"].lower() in _VERBS:
        return True
    return bool(_WHO_IS_TO.match(words) or _TO_BE_DONE.search(words.partition(". ")[0]))


def who_is_to(words: str) -> tuple[str, int] | None:
    """The words for who is to do something that *words* begin with, and where these end; else None."""
    match = _WHO_IS_TO.match(words[:_LONGEST])
    return (match["who"], match.end("who")) if match else None


def is_none(words: str) -> bool:
    """Whether *words* say that there is no action, or nothing at all."""
    return bool(_NONE.fullmatch(words[:_LONGEST].strip()))
