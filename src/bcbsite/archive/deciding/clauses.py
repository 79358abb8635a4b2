"""What a clause is in its sentence: the main one, what a speaker said, or something of another day.

All take folded text before or after a verb. Each part of a pattern has an example beside it.
"""

import re

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

_SPEAKS = (
    r"said|says|asked|advised|explained|reported|confirmed|informed|told|reminded|understood|stated|queried"
)
# Words directly before a clause that make it a told, asked or supposed one: “said that …”, “when …”, “as …”.
_SUBORDINATES = re.compile(
    rf"\b(?:that|whether|if|unless|until|once|when|where|why|how|what|which|who|because|since|before|after|as|than"
    rf"|{_SPEAKS})\s*$",
    re.IGNORECASE,
)
# “The Treasurer reported that prices had risen and …”, to the end.
_SPEECH = re.compile(
    rf"\b(?:{_SPEAKS}|recalled|noted|heard|commented|mentioned|pointed\s+out|suggested|recommended|proposed|hoped"
    r"|assured|aware)\b[^.;]*\b(?:that|whether|if|how|why|what)\b[^.;]*$",
    re.IGNORECASE,
)
# “…, and it was”, “…; the Board”: a main clause of its own after what was told.
_RESUMES = re.compile(
    r"[,;]\s*(?:and|but|so)?\s*(?:[Ii]t\s+was|[Tt]he\s+Board|[Mm]embers)\s*(?:\w+ly\s*)?$"
    r"|\band\s+it\s+was\s*(?:\w+ly\s*)?$"
)
_IN_BRACKETS_OR_QUOTED = re.compile(r"[\"(][^\")]*$")

_BEGINS_ANEW = re.compile(
    r"""(?: ^ | [,;:.]                          # “Members met: the Board”
          | \s-                                 # “Budget - the Board”
          | \b(?:and|so|then|therefore|but)     # “prices rose and the Board”
        )\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
# “After a long debate the Board”, “(a) The Board”, “5.1 The Board”
_LEADING_PHRASE = re.compile(
    r"(?:After|Following|Having|Subject\s+to|On|In|At|With|Accordingly|Consequently|Therefore|As|Given|Upon|For"
    r"|\(?[a-z]{1,4}\)|\d)"
)
# “…, and after some discussion” changes nothing of the clause that follows.
_AFTER_DISCUSSION = re.compile(
    r"""(?: ^ | [,;]?\s*\b )
        (?: (?:after|following)\s+(?:\w+\s+)?(?:discussion|debate|deliberation|consideration)
          | again | however | accordingly | consequently | in\s+conclusion
          | (?:on|after)\s+(?:a|the)\s+vote
        )\s*,?$""",
    re.IGNORECASE | re.VERBOSE,
)

# Directly after the verb.
_OTHER_DAY_AFTER = re.compile(
    rf"""\s*(?:
            last\s+(?:year|month|week|time|meeting|spring|summer|autumn|winter|[A-Z]\w+)  # last year
          | (?:by|at)\s+(?:the|its|their|a|our)\s+
            (?:last|previous|earlier|prior|[A-Z]\w+|\w+\s+[A-Z]\w+)\s+meeting  # at the May meeting
          | (?:in|during|on)\s+
            (?:the\s+\d|\d|{_MONTHS}|early|late|spring|summer|autumn|winter)  # in 2019
          | previously | earlier | already | originally | yesterday
          | (?:some\s+\w+|\w+\s+\w+)\s+ago  # two years ago
          | in\s+the\s+(?:time|days)\s+of | under\s+the\s+(?:previous|former|old)
          | prior\s+to\s+(?:the|this|today) | before\s+the\s+meeting
        )\b""",
    re.VERBOSE,
)
# Before the verb, in the same sentence.
_OTHER_DAY_BEFORE = re.compile(
    rf"""\b(?: last\s+(?:year|month|week|time|meeting)
          | (?:in|since|during)\s+(?:19|20)\d\d                                       # In 2019 the Board
          | previously | originally | already | had(?!\s+no\b)  # which the Board had
          | at\s+(?:the|its|their|our|a)\s+(?:last|previous|earlier|prior)\s+meeting
          | at\s+the\s+(?:{_MONTHS})\s+(?:meeting|Board)
          | at\s+(?:its|their|a)\s+meeting\s+(?:in|of|on)                            # at its meeting in May
        )\b[^.;]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_CONDITION_OR_QUESTION = re.compile(
    r"(?:If|Unless|Should|Were|Whether|When|Once|Until|Where)\b|.*\?\W*\Z", re.DOTALL
)


def asks_or_supposes(sentence: str) -> bool:
    """Whether *sentence* is a question, or begins with a condition."""
    return _CONDITION_OR_QUESTION.match(sentence) is not None


def is_main(before: str) -> bool:
    """Whether the clause after *before*, which is all of its sentence so far, is a main one."""
    words = _AFTER_DISCUSSION.sub("", before.rstrip())
    if not words:
        return True
    if _SUBORDINATES.search(words) or _SPEECH.search(words):
        return False
    return bool(_BEGINS_ANEW.search(words) or _LEADING_PHRASE.match(words))


def is_told(before: str) -> bool:
    """Whether a speaker's words, brackets or a quotation go on to the end of *before*."""
    if _IN_BRACKETS_OR_QUOTED.search(before):
        return True
    return bool(_SPEECH.search(before)) and not _RESUMES.search(before)


def is_subordinate(before: str) -> bool:
    """Whether *before* makes what follows told, asked or supposed."""
    return bool(_SUBORDINATES.search(before) or _SPEECH.search(before))


def is_of_another_day(before: str, after: str = "") -> bool:
    """Whether the words *before* a verb or *after* it say that it was done at another time."""
    return bool(_OTHER_DAY_AFTER.match(after) or _OTHER_DAY_BEFORE.search(before))
