"""Whether something was done at another time: in 2019, last year, at the May meeting, on 3 January.

A time belongs to the verb where it stands beside it, first in the sentence, or after an object that has no
time of its own: “approved the plan in 2018”, and not “approved the accounts for 2018” or “agreed to meet in
May”. All take folded text before or after a verb. Each part of a pattern has an example beside it.
"""

import re
from enum import Enum, auto


class When(Enum):
    """At what time something was done."""

    HERE = auto()
    """At the meeting of which the minutes are."""
    ANOTHER = auto()
    UNCLEAR = auto()


_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SPAN = rf"(?:year|month|week|time|meeting|spring|summer|autumn|winter|{_MONTH})"
_DAY = (
    rf"(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b)"
    r"(?:,?\s+\d{4})?"
)
# Gone by on whatever day it is said.
_GONE = rf"""(?: (?:the\s+)?last\s+{_SPAN} | yesterday                       # last year
      | the\s+(?:previous|preceding)\s+(?:day|{_SPAN})
      | (?:some\s+(?:\w+\s+)?|\w+\s+(?:or\s+\w+\s+)?)                           # two years ago
        (?:years?|months?|weeks?|days?|time)\s+(?:ago|earlier|before)
      | earlier\s+(?:this|that|in\s+the)\s+\w+ | previously | originally | at\s+the\s+time
      | at\s+(?:the|its|their|a|our|an)\s+
        (?:last|previous|earlier|prior|{_MONTH}(?:\s+\d{{4}})?|\w+\s+{_MONTH})\s+
        (?:meeting|Board)                                                  # at the May meeting
      | at\s+(?:the|its|their|a|an)\s+(?:[a-z]+\s+)?meeting\s+(?:held\s+)?(?:in|on|of)\s+
        (?:(?:early|late)\s+)?(?:{_DAY}|{_MONTH})                        # at its meeting in May
      | when\s+(?:it|they|we|members|the\s+Board)\s+(?:last\s+)?met )\b(?!')"""
# Gone by or to come.
_DATED = rf"""(?: (?:back\s+)?in\s+(?:early\s+|late\s+|mid-?\s?)?                   # in early March 2019
        (?:{_MONTH}\b(?:\s+\d{{4}})?|(?:19|20)\d\d(?:[/-]\d\d)?\b)
      | in\s+the\s+(?:spring|summer|autumn|winter|new\s+year)\b
      | during\s+(?:{_MONTH}|(?:19|20)\d\d)\b | on\s+{_DAY} )(?!')"""

# Beside the verb: “agreed in principle last year”, “adopted by the Board in 2016”.
_BESIDE = re.compile(
    rf"""(?:\s+\w+ly)?(?:\s+in\s+(?:principle|full|part))?(?:\s+by\s+(?:e-?mail|correspondence|post))?
        (?:\s+by\s+(?:the\s+)?[A-Z][\w&]*(?:\s+(?:(?:and|for|of)\s+)?[A-Z][\w&]*){{0,6}})?
        \s*,?\s*
        (?: {_GONE} | {_DATED}
          | (?:by|at)\s+(?:the|its|their|a|our)\s+
            (?:last|previous|earlier|prior|[A-Z]\w+|\w+\s+[A-Z]\w+)\s+meeting
          | (?:in|during|on)\s+(?:early|late|spring|summer|autumn|winter)\b
          | already\b | earlier\b
          | in\s+the\s+(?:time|days)\s+of\b | under\s+the\s+(?:previous|former|old)\b
          | prior\s+to\s+(?:the|this|today)\b | before\s+the\s+meeting\b
        )""",
    re.VERBOSE,
)
# After an object of a few words: “the plan | in 2018”, “a similar scheme | two years ago”.
_PREPOSITION = (
    r"(?:of|for|in|on|from|to|by|with|at|about|that|be|and|or|as|until|since|between|which|whether"
    r"|subject|not)"
)
# “the decision | made on 17 March”
_DONE = (
    r"(?:made|held|taken|given|sent|paid|received|spent|issued|published|signed|due|ending|ended|dated"
    r"|beginning)"
)
_AFTER_OBJECT = re.compile(
    rf"""(?:\s+(?!{_PREPOSITION}\b|{_DONE}\b)[\w'/&£,.-]+){{1,6}}?\s+(?:(?P<gone>{_GONE})|(?P<dated>{_DATED}))""",
    re.VERBOSE,
)
# What has no time of its own: “the plan”, “the precept”, “this”.
_TIMELESS = re.compile(
    r"""\b(?:plan|policy|policies|strategy|budget|precept|scheme|case|bid|tender|terms|minutes|proposals?|requests?
        |recommendations?|report|grant|loan|sale|purchase|lease|contract|framework|code|protocol|charter|rules
        |application|appointment|pilot|business|this|these|it|them|that)\s*,?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
# What can be of that time itself: “the sale of the hut | last year”.
_FAR_AFTER = re.compile(
    rf"[^.;:]{{1,120}}?\s(?P<time>{_GONE}|in\s+(?:{_MONTH}\s+)?(?:19|20)\d\d\b)(?=\s*(?:[.,;]|$))", re.VERBOSE
)
_HOST = re.compile(
    r"""\b(?:meetings?|minutes|years?|reports?|accounts|figures|period|events?|since|held|made|received|spent|incurred
        |during|from|until|till|by|which|that|who|to|be|published|before|after|ending|ended|dated|on|in|crimes?
        |incidents?|concerns?|spending|expenditure|results?|data|statistics|performance|visits?|decisions?
        |resolutions?|actions?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Before the verb, in the same sentence.
_BEFORE = re.compile(
    rf"""\b(?: last\s+(?:year|month|week|time|meeting)
          | (?:in|since|during)\s+(?:19|20)\d\d\b                                       # In 2019 the Board
          | previously | originally | already | had(?!\s+no\b)  # which the Board had
          | at\s+(?:the|its|their|our|a)\s+(?:last|previous|earlier|prior)\s+meeting
          | at\s+the\s+{_MONTH}\s+(?:meeting|Board)
          | at\s+(?:its|their|a)\s+meeting\s+(?:in|of|on)                            # at its meeting in May
        )\b[^.;]*$""",
    re.IGNORECASE | re.VERBOSE,
)
# First in the sentence: “In March the Board”, “Two years ago the Board”
_FIRST = re.compile(
    rf"""\W*(?: {_GONE} | {_DATED}
          | (?:early|late|back)\s+in\s+(?:{_MONTH}|(?:19|20)\d\d|the\s+\w+) )[^.;]*$""",
    re.IGNORECASE | re.VERBOSE,
)


def is_of_another_day(before: str, after: str = "") -> bool:
    """Whether the words directly *before* a verb or *after* it say that it was done at another time."""
    return bool(_BESIDE.match(after) or _BEFORE.search(before))


def when(before: str, after: str = "") -> When:
    """At what time something was decided by the words *before* a verb and *after* it, with its object."""
    if is_of_another_day(before, after) or _FIRST.match(before):
        return When.ANOTHER
    if match := _AFTER_OBJECT.match(after):
        timeless = _TIMELESS.search(after, 0, match.start("gone" if match["gone"] else "dated"))
        return When.ANOTHER if match["gone"] or timeless else When.UNCLEAR
    far = _FAR_AFTER.match(after)
    return When.UNCLEAR if far and not _HOST.search(after, 0, far.start("time")) else When.HERE
