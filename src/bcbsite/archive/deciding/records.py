"""Records of a body: its minutes, reports and plans, which it decides about where nobody is named."""

import re

from bcbsite.model.outcome import OutcomeKind

# What is noted, approved … as a rule by the body whose minutes it stands in, where nobody is named.
_RECORD = re.compile(
    r"""\b(?: minutes|reports?|papers?|recommendations?|agenda|items?|register|apologies|notice
          | accounts|statements?
          | budgets?|precept|grants?|loan|payments?|expenditure|invoices?|cheques
          | bids?|tenders?|contract|lease|purchase|business\s+case
          | plans?|strateg(?:y|ies)|polic(?:y|ies)|programme|schedule|scheme|protocol|charter
          | terms\s+of\s+reference|proposals?|requests?|applications?|nominations?|dispensation
          | motion|amendments?|changes|dates?|standing\s+orders
          | leave|absence|consideration|timetable|calendar|arrangements|rota|lists?|wording|terms
          | updates?|figures|contents?|position|both|these|this|all
        )\b (?!\s+(?:detectors?|sensors?|pictures?|boards?|holders?|makers?|writers?       # motion detectors
               |seized|found|recovered|stolen|sold)\b)""",  # items seized
    re.IGNORECASE | re.VERBOSE,
)
# “The report | on boats”, “The approval | of the minutes | of 10 January”
_OF_WHAT = re.compile(r"\s(?:of|in|on|from|for|to|by|about|at|with|between|against)\b\s*")
# “The bid | to the Home Office”
_TO_SOMEBODY = re.compile(r"\bto\s+(?:the\s+)?(?!Board\b|Commissioner\b|Council\b|Committee\b)[A-Z]\w+")
# A verb in what should be a name: “The report was late and not”
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|be|been|will|would|that)\b")
# “The second part”, “Sections 2 and 3”, “The draft”: so much of a record
_PIECE = re.compile(
    r"""(?:The\s+|A\s+)? (?:[a-z]+\s+){0,2}?
        (?:part|section|paragraph|page|remainder|rest|draft|version|copy|accuracy)s?
        (?:\s+[A-Z\d][\w.]*(?:(?:,|\s+and|\s+to)\s+[A-Z\d][\w.]*)*)?""",
    re.IGNORECASE | re.VERBOSE,
)
# “Approval of the minutes” was deferred; “Approval of the budget” may be refused by another.
_STAGE = re.compile(
    r"""(?:The\s+|A\s+)? (?:further\s+|final\s+|formal\s+)?
        (?:approval|adoption|confirmation|ratification|acceptance|discussion|decision)""",
    re.IGNORECASE | re.VERBOSE,
)
# Of a piece or a stage: “of the draft minutes”, “of its annual report”; not “of planning applications”.
_OWN = re.compile(
    r"""(?:(?:the|its|their|this|these|those|both|all|draft|annual|revised|previous|last|Board's)\s+){0,4}
        (?:[a-z]+\s+){0,2}?
        (?:minutes|reports?|papers?|recommendations?|agenda|items?|accounts|budget|precept|plan|strategy|policy
          |terms|standing\s+orders|proposals?)\b""",
    re.VERBOSE,
)
# “… of the minutes | of the Panel”, whose minutes they are
_OF_OTHERS = re.compile(
    r"\b(?:of|by|from)\s+(?:the\s+)?(?!Board\b|Council\b|Committee\b|(?:\w+\s+)?[Mm]eeting\b)[A-Z]"
)


# Of these a court or an office of state decides: “leave to appeal”, “the application for bail”.
_OF_COURTS = re.compile(
    r"\b(?:appeal|bail|warrants?|parole|asylum|extradition|disclosure|visas?|injunctions?|remand|naturalisation"
    r"|adjournment\s+of\s+the\s+trial)\b",
    re.IGNORECASE,
)
_TAKEN_OR_LEFT = (OutcomeKind.REFUSED, OutcomeKind.REJECTED, OutcomeKind.ACCEPTED)


def names_record(words: str) -> bool:
    """Whether *words* name a record."""
    return _RECORD.search(words) is not None


def is_record(words: str) -> bool:
    """Whether *words* name a record, and say nothing of it: “Recommendations 1 to 4”, not “The Treasurer”."""
    return names_record(words) and not _FINITE.search(words)


def is_ours_to(kind: OutcomeKind, subject: str) -> bool:
    """Whether the body did what is of a *kind* to *subject*: “The report on boats”.

    Not so “An increase in reports”. Who is asked by a “bid to the Home Office” is not the body. It is the
    body that defers “the approval of the minutes”.
    """
    if kind in _TAKEN_OR_LEFT and _OF_COURTS.search(subject):
        return False
    head, *rest = _OF_WHAT.split(subject, maxsplit=1)
    if names_record(head):
        return not _TO_SOMEBODY.search(subject[len(head) :])
    is_part = _PIECE.fullmatch(head) or (kind is OutcomeKind.DEFERRED and _STAGE.fullmatch(head))
    own = _OWN.match(rest[0]) if is_part and rest else None
    return own is not None and not _OF_OTHERS.search(rest[0], own.end())
