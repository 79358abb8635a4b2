"""In what capacity something was decided, and by what power, as far as the words say so."""

import re
from enum import StrEnum


class Capacity(StrEnum):
    """Whose decision something is in law.

    A commissioner is a corporation sole (Police Reform and Social Responsibility Act 2011, s.1(2)) and
    decides, or has a function exercised by a deputy or another person (s.18). What a board does is no
    decision in law.
    """

    OFFICE = "decision of the office"
    """By the commissioner, the mayor, or whoever else is the local policing body."""
    DELEGATED = "decision by delegation"
    """By a deputy, or by an officer under delegated powers."""
    BOARD = "outcome of the board"
    UNSTATED = "unknown"
    """Where the record does not say who decided, or not in what office."""


_DELEGATION = (
    # “under delegated authority”, “using his delegated powers”, “under the scheme of delegation”
    r"(?:under|using|by|through|with|within|in\s+accordance\s+with|pursuant\s+to|in\s+exercise\s+of)\s+"
    r"(?:(?:the|a|an|his|her|their|its|existing|full|general)\s+){0,2}"
    r"(?:[a-z-]+\s+)?(?:delegated\s+(?:authority|powers?)|delegations?\b|[Dd]elegated\s+[Aa]uthority"
    r"|(?:[Ss]cheme|[Ss]chedule)\s+of\s+(?:[Dd]elegations?|[Cc]onsent|[Gg]overnance))"
    # “as delegated by the Commissioner”, “on behalf of the Commissioner”
    r"|as\s+delegated\s+by\s+[^,.;]{1,60}|on\s+behalf\s+of\s+the\s+(?:[A-Z]\w+\s+){0,3}(?:Commissioner|PCC|PFCC|Mayor)\b"
)
# “under section 5 of the Police Reform and Social Responsibility Act 2011”, “under s.18”
_PROVISION = (
    r"(?:under|pursuant\s+to|in\s+exercise\s+of\s+(?:the|his|her|its)\s+powers?\s+(?:in|under)|by\s+virtue\s+of)\s+"
    r"(?:the\s+powers?\s+(?:in|under|of)\s+)?"
    r"(?:(?:[Ss]ections?|s\.?|[Rr]egulations?|[Aa]rticles?|[Pp]aragraphs?)\s*\d+[A-Z]{0,2}(?:\(\w{1,4}\))*"
    r"(?:\s+of\s+(?:the\s+)?(?:[A-Z][\w,'’]*\s+|and\s+|of\s+|\(|\)){1,12}(?:Act|Order|Regulations)(?:\s+\d{4})?)?"
    r"|(?:the\s+)?(?:[A-Z][\w,'’]*\s+|and\s+){1,8}(?:Act|Order|Regulations)\s+\d{4})"
)
_DELEGATED = re.compile(rf"\b(?:{_DELEGATION})")
_POWER = re.compile(rf"\b(?:{_DELEGATION}|{_PROVISION})")


def power_in(words: str, delegated: bool = False) -> str | None:
    """The words that say by what power, as printed; with *delegated*, only such as speak of delegation."""
    match = (_DELEGATED if delegated else _POWER).search(words)
    return " ".join(match[0].split()).rstrip(",") if match else None
