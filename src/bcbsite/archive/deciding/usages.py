"""Uses of the verbs that decide which decide nothing: “agreed that it was good”, “agreed to meet the family”.

Each part of a pattern has an example beside it.
"""

import re

from bcbsite.archive.deciding.clauses import is_in_clause, is_nearly, is_told
from bcbsite.archive.deciding.reasons import Reason
from bcbsite.archive.deciding.verbs import Verb
from bcbsite.model.outcome import OutcomeKind

# “agreed that the report was good” states something; “agreed that it should be sent” does something.
_STATES_OR_DOES = re.compile(
    r"\s*(?:by\s+(?:all|everyone|members|those\s+present)\s+)?(?:that\b[^.;]*?|(?:it|there))\s"
    r"(?:(?P<states>is|was|were|are|had|has|have)|be|should|would|shall|will|must)\b"
)
_DOES = re.compile(r"[^.;]*?\b(?:be|should|shall|must|will)\b")
# “was agreed to be a concern”
_TO_BE = re.compile(
    r"\s+to\s+be\s+(?:an?|the|in|of|too|very|more|less|un\w+|wrong|right|correct|accurate|fair|true|good|poor|bad"
    r"|low|high|necessary|sufficient|appropriate|reasonable|sensible|useful|helpful|important)\b"
)
# “The Commissioner agreed to meet the family”, “to be interviewed”; “to meet the cost” decides.
_UNDERTAKES = re.compile(
    r"\s+to\s+(?:attend|visit|speak|talk|look|listen|think|judge|be\s+(?:\w+ed|seen|shown|present|there)"
    r"|meet(?!\s+(?:\w+\s+){0,2}(?:costs?|bills?|price|shortfall|expenses|fees?)))\b"
)
# “to open the fete” is one, and “to open the consultation” none.
_MAY_UNDERTAKE = re.compile(r"\s+to\s+(?:open|present|launch|join)\b")


def why_none(verb: Verb, left: str, right: str) -> Reason | None:
    """Why *verb* between *left* and *right* decides nothing, whoever its subject is, if it does not."""
    if verb.follows and not re.match(verb.follows, right, re.IGNORECASE):
        return Reason.ANOTHER_USE
    if is_told(left):
        return Reason.SAID
    if _is_opinion(verb, right):
        return Reason.OPINION
    if is_nearly(left):
        return Reason.NOT_DONE
    return Reason.SUBORDINATE if is_in_clause(left, right) else None


def _is_opinion(verb: Verb, right: str) -> bool:
    """Whether somebody only agreed that something is so."""
    match = _STATES_OR_DOES.match(right) if verb.kind is OutcomeKind.AGREED else None
    return match is not None and match["states"] is not None and not _DOES.match(right, match.end())


def is_held_to_be(right: str) -> bool:
    """Whether with *right* “It was agreed” only states something: “… to be a concern”."""
    return _TO_BE.match(right) is not None


def is_undertaken(right: str) -> bool | None:
    """Whether one person who agreed with *right* only undertook something or was kind; None where unclear."""
    if _UNDERTAKES.match(right):
        return True
    return None if _MAY_UNDERTAKE.match(right) else False
