"""The words by which minutes say how an action stands."""

import re

from bcbsite.model.actions import ActionStatus
from bcbsite.text.fold import folded

_STATUSES = {
    ActionStatus.COMPLETE: r"completed?|closed|discharged|done",
    ActionStatus.SUPERSEDED: r"superseded",
    ActionStatus.WITHDRAWN: r"withdrawn|no\s+longer\s+(?:required|needed)",
    ActionStatus.ONGOING: r"ongoing|on-going|in\s+progress|carried\s+forward",
    ActionStatus.OPEN: r"(?:remains?\s+)?open",
}
# A sentence that says how an action stands and nothing else: “This action is now closed.”, “Discharged.”
_STANDING = re.compile(
    r"(?:(?:(?:this|the)\s+)?action\s+(?:(?:is|was|has\s+been|can\s+be|remains)\s+)?|(?:status|outcome|progress|position)\s*[:-]\s*|it\s+is\s+)?(?:now\s+)?(?:"
    + "|".join(f"(?P<{status.name}>{words})" for status, words in _STATUSES.items())
    + r")",
    re.IGNORECASE,
)
# “Actions 7.0 and 8.0 were complete.”, “The Board agreed that Action 8.0 be closed.”
_WORD = re.compile(
    r"\b(?:completed?|closed|discharged|superseded|withdrawn|no\s+longer\s+(?:required|needed))\b",
    re.IGNORECASE,
)
# “Action 7.0 will be complete in May.”, “not complete”, “closed?”
_NOT_YET = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|not|until|once|when|if|unless|to\s+be)\b|\?", re.IGNORECASE
)
# “Action 14 had been done and could be closed.”
_DONE = re.compile(
    r"\b(?:has|had|have)\s+(?:now\s+|since\s+|already\s+|all\s+)?been\s+(?:done|completed?|actioned|closed|carried\s+out"
    r"|discharged|fulfilled|resolved)\b|\b(?:is|was|were|are|now)\s+done\b",
    re.IGNORECASE,
)
_IF_AT_ALL = re.compile(r"\b(?:not|until|once|when|if|unless)\b|\?", re.IGNORECASE)
# A question states nothing.
_SENTENCE = re.compile(r"[^.!?;\n]+\??")


def status_in(text: str) -> ActionStatus | None:
    """The status that *text* states in a sentence of its own; None where it states none, or more than one."""
    stated = {status for status in _standings(text) if status}
    return stated.pop() if len(stated) == 1 else None


def is_standing(text: str) -> bool:
    """Whether *text* says how an action stands, and nothing else."""
    found = _standings(text)
    return bool(found) and all(found)


def seems_standing(text: str) -> bool:
    """Whether *text* has a word for how an action stands, and none for what is to come or denied."""
    seen = folded(text)
    if _DONE.search(seen) and not _IF_AT_ALL.search(seen):
        return True
    return bool(_WORD.search(seen)) and not _NOT_YET.search(seen)


def _standings(text: str) -> list[ActionStatus | None]:
    """The status that each sentence of *text* states; None for one that says something else."""
    sentences = (sentence[0].strip() for sentence in _SENTENCE.finditer(folded(text)))
    matches = (_STANDING.fullmatch(sentence) for sentence in sentences if sentence)
    return [ActionStatus[match.lastgroup] if match and match.lastgroup else None for match in matches]
