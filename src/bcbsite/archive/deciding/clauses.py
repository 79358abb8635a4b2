"""What a clause is in its sentence: the main one, what a speaker said, or something of another day.

All take folded text before or after a verb. Each part of a pattern has an example beside it.
"""

import re

_SPEAKS = (
    r"said|says|asked|advised|explained|reported|confirmed|informed|told|reminded|understood|stated|queried"
)
# Words directly before a clause that make it a told, asked or supposed one: “said that …”, “when …”, “as …”.
_SUBORDINATES = re.compile(
    rf"\b(?:that|whether|if|unless|until|once|when|where|why|how|what|which|who|because|although|though|while|whilst|whereas|since|before|after|as|than"
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

# “Because the plan was approved late”: to the next comma; the verb is in it where there is none before it.
_CONJUNCTION = re.compile(
    r"""\W*(?:and\s+)?(?: (?:Because|Although|Though|Even\s+though|Even\s+if|Whilst|While|Whereas|Now\s+that
            |By\s+the\s+time|As\s+(?:soon|long|far)\s+as|Ever\s+since|Just\s+as|Given\s+that|Seeing\s+that)\b
          | (?:(?:On|By|From|Since|Until|Following|After|Before|In)\s+)?(?:the|every|each)\s+(?:\w+\s+)?
            (?:day|week|month|year|moment|minute|morning|evening|night)\s+
            (?:(?:after|before|that|when|on\s+which|in\s+which)\s+)?            # The day the budget
            (?:the|this|these|those|it|an?|its|their|his|her|they|we)\b
        )[^,]*$""",
    re.IGNORECASE | re.VERBOSE,
)
# “After the budget was approved”, and not “After discussion the budget was approved”.
_CONJUNCTION_OR_PREPOSITION = re.compile(r"\W*(?:After|Before|Since|As|Following)\s+(?P<rest>[^,]*)$")
_SECOND_SUBJECT = re.compile(
    r"(?<!\bof)(?<!\bfor)(?<!\bin)(?<!\bon)(?<!\bfrom)(?<!\bto)(?<!\bby)(?<!\bwith)(?<!\bat)(?<!\babout)(?<!\band)(?<!\bor)"
    r"\s+(?:the|an?|this|these|those|all|both|its|their|it|they|[Mm]embers|[Rr]ecommendations?)\b"
)
_NEXT_CLAUSE = re.compile(
    r"[^.;]*?,\s+(?!and\b|subject\b|as\b|with\b|unanimously\b|but\b|or\b|nem)\w|\s*[a-z]+\s+[a-z]"
)
_NEARLY = re.compile(
    r"\b(?:nearly|almost|all\s+but|virtually|practically|hardly|barely|reportedly|allegedly|supposedly|never)\s+$"
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


def is_in_clause(before: str, after: str) -> bool:
    """Whether the verb between *before* and *after* belongs to a clause that only tells when or why.

    “After the budget was approved, prices rose”, “Although the plan was agreed, …”.
    """
    if _CONJUNCTION.match(before):
        return True
    match = _CONJUNCTION_OR_PREPOSITION.match(before)
    if match is None or _AFTER_DISCUSSION.match(before) or _SECOND_SUBJECT.search(match["rest"]):
        return False
    return _NEXT_CLAUSE.match(after) is not None


def is_nearly(before: str) -> bool:
    """Whether *before* says that what follows was not wholly done: “was nearly approved”."""
    return _NEARLY.search(before) is not None
