"""The table of the words that decide: their forms, what they make of an item, and what must follow them."""

import re
from dataclasses import dataclass

from bcbsite.model.outcome import OutcomeKind


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb by which something is decided."""

    kind: OutcomeKind
    past: str
    """Its past tense, which is its participle too."""
    base: str
    """As in “to approve”."""
    follows: str = ""
    """A pattern of what must come after it, where not every use of the word decides."""
    of_records: bool = False
    """Whether one person decides by it only where its object is a record: to note a rise decides nothing."""
    of_deciders: bool = False
    """Whether it decides only with a subject that can decide: “The clerk was appointed” does not."""


# “resolved to”, “decided, unanimously, that”, “resolved:”, and not “resolved the dispute”
_TO_OR_THAT = (
    r"(?=\s*,?\s*(?:(?:unanimously|further|formally),?\s+)?(?:to|that|not\s+to|on|upon|against|by)\b"
    r"|\s*[:,-]|\s*\.?$)"
)
# “agreed with the Chair that …”, “agreed how …” tell of an opinion; “agreed with this” does not.
_NO_OPINION = (
    r"(?!\s+(?:how|about|what|why|nothing|none|neither)\b|\s+to\s+(?:disagree|differ)\b"
    # “agreed no terms”, and not “agreed no more be spent”, “agreed no further action”
    r"|\s+no\b(?![^.;]*\b(?:be|should|would|was|were|is|are|action|objection|comment)\b)"
    r"|\s+(?:\w+ly\s+)?with\s+(?!th(?:is|ese|e\s+(?:recommendations?|proposals?|approach|plan|report))\b))"
)
# “approved nothing”, “adopted neither option”
_SOMETHING = r"(?!\s+(?:nothing|none|neither|no)\b)"
# “accepted an invitation”, “refused to speculate”, “declined tea” are courtesies.
_NO_COURTESY = (
    r"(?!\s+(?:(?:an?|the|his|her|their|its|any|all|further)\s+)?(?:(?!with\b|by\b|for\b|in\b|from\b|after\b|as\b|subject\b)[a-z]+\s+)?(?:invit\w+|interviews?|award|prize|medal"
    r"|cheque|flowers|tea|coffee|drinks?|refreshments|compliments?|congratulations|thanks)\b"
    r"|\s+(?:an?\s+)?(?:\w+\s+)?gift\b"
    r"|\s+to\s+(?:comment|speculate|say|answer|elaborate|discuss|confirm|speak|name|believe|be\s+(?:drawn|interviewed"
    r"|photographed|named|seen|identified))\b|\s+comment\b)"
)
# “accepted that …”, “rejected any suggestion” belong to an argument.
_NO_ARGUMENT = (
    r"(?!\s+that\b|\s+(?:(?:any|the|this|his|her|their|some|all)\s+)?(?:suggestions?|ideas?|claims?|notions?|critici\w+"
    r"|allegations?|arguments?|points?|blame|views?|explanations?|responsibility|challenges?|need|apolog\w+"
    r"|assurances?)\b)"
)
# “noted that”, “noted, however, that”, “noted how” tell what was said.
_NOT_WHAT_WAS_SAID = r"(?!(?:\s+with\s+\w+|,?\s+however,?|,)?\s+(?:that|how|why|whether)\b)"

# “voted to keep it”, “opted for the second”, and not “voted by 5 to 3”
_FOR_SOMETHING = (
    r"(?=\s*(?:,[^,]{1,40},|\s(?:unanimously|narrowly),?)?\s+(?:to\s+(?!\d)|not\s+to|for|in\s+favour\s+of)\b)"
)

VERBS = (
    Verb(OutcomeKind.APPROVED, "approved", "approve", follows=rf"(?!\s+of\b){_SOMETHING}"),
    Verb(OutcomeKind.AGREED, "agreed", "agree", follows=_NO_OPINION),
    Verb(OutcomeKind.ADOPTED, "adopted", "adopt", follows=_SOMETHING),
    Verb(OutcomeKind.ACCEPTED, "accepted", "accept", follows=_SOMETHING + _NO_ARGUMENT + _NO_COURTESY),
    Verb(OutcomeKind.ENDORSED, "endorsed", "endorse", follows=_SOMETHING),
    Verb(OutcomeKind.RATIFIED, "ratified", "ratify", follows=_SOMETHING),
    Verb(OutcomeKind.DECIDED, "resolved", "resolve", follows=_TO_OR_THAT),
    Verb(OutcomeKind.DECIDED, "decided", "decide", follows=_TO_OR_THAT),
    Verb(OutcomeKind.NOTED, "noted", "note", follows=_NOT_WHAT_WAS_SAID, of_records=True),
    Verb(OutcomeKind.DEFERRED, "deferred", "defer"),
    Verb(OutcomeKind.DEFERRED, "postponed", "postpone"),
    Verb(OutcomeKind.REFUSED, "refused", "refuse", follows=_NO_COURTESY),
    Verb(OutcomeKind.REFUSED, "declined", "decline", follows=rf"(?!\s+by\s+\d){_NO_COURTESY}"),
    Verb(OutcomeKind.REJECTED, "rejected", "reject", follows=_NO_ARGUMENT),
    Verb(OutcomeKind.WITHDRAWN, "withdrawn", "withdraw"),
    Verb(OutcomeKind.DECIDED, "authorised", "authorise", of_deciders=True),
    Verb(OutcomeKind.DECIDED, "authorized", "authorize", of_deciders=True),
    Verb(OutcomeKind.DECIDED, "appointed", "appoint", of_deciders=True),
    Verb(OutcomeKind.DECIDED, "elected", "elect", of_deciders=True),
    Verb(OutcomeKind.DECIDED, "delegated", "delegate", of_deciders=True),
    Verb(OutcomeKind.DECIDED, "granted", "grant", follows=_NO_ARGUMENT, of_deciders=True),
    Verb(OutcomeKind.DECIDED, "awarded", "award", of_deciders=True),
    Verb(OutcomeKind.DECIDED, "selected", "select", of_deciders=True),
    Verb(OutcomeKind.DECIDED, "consented", "consent", of_deciders=True),
    Verb(OutcomeKind.DECIDED, "determined", "determine", follows=_TO_OR_THAT, of_deciders=True),
    Verb(OutcomeKind.DECIDED, "voted", "vote", follows=_FOR_SOMETHING, of_deciders=True),
    Verb(OutcomeKind.DECIDED, "opted", "opt", follows=_FOR_SOMETHING, of_deciders=True),
)

BY_PAST = {verb.past: verb for verb in VERBS}
BY_BASE = {verb.base: verb for verb in VERBS}
PAST = "|".join(BY_PAST)
"""The past tenses, as a part of a pattern."""
OF_THEMSELVES = "|".join(verb.past for verb in VERBS if not verb.of_deciders)
"""Those of the verbs that decide whoever their subject is."""

_STEMS = {
    **{
        verb.base if verb.base == "note" else verb.base.removesuffix("e"): verb.kind
        for verb in VERBS
        if not verb.of_deciders
    },
    "ratif": OutcomeKind.RATIFIED,
}
_LEAD = r"\W*(?:\([ivxa-z\d]+\)\s*)?(?:that\s+)?(?:the\s+board|members|it)?\s*"
_STEM = rf"(?P<stem>{'|'.join(sorted(_STEMS, key=len, reverse=True))})"
_BEGINS = re.compile(rf"{_LEAD}(?P<not>not\s+)?(?:to\s+)?(?P<never>not\s+)?{_STEM}", re.IGNORECASE)
_MANNER = r"(?:\w+ly\s+|hereby\s+|now\s+)?"
_BE_DONE = re.compile(rf"\b(?P<not>not\s+)?be\s+(?P<never>not\s+)?{_MANNER}{_STEM}", re.IGNORECASE)
_IS_DONE = re.compile(rf"\b(?:is|are|was|were)\s+(?P<not>not\s+)?(?P<never>){_MANNER}{_STEM}", re.IGNORECASE)
_DENIED = {OutcomeKind.APPROVED: OutcomeKind.NOT_APPROVED, OutcomeKind.AGREED: OutcomeKind.NOT_AGREED}


def denied(kind: OutcomeKind) -> OutcomeKind:
    """What it is that something was not approved, not agreed …"""
    return _DENIED.get(kind, OutcomeKind.DECIDED)


def kind_of(words: str, otherwise: OutcomeKind, whole: bool = False) -> OutcomeKind:
    """What a resolution does by its own *words*: “To note the report” notes it.

    *whole* says that *words* can be a sentence of their own: “The report was noted”. Of words that name no
    verb of the table, or one that does not say which way, it is *otherwise*.
    """
    for match in (_BEGINS.match(words), _BE_DONE.search(words), _IS_DONE.search(words) if whole else None):
        if match and (kind := _STEMS[match["stem"].lower()]) is not OutcomeKind.DECIDED:
            # Who notes something and does more does not only note it.
            if kind is OutcomeKind.NOTED and _AND_MORE.search(words, match.end()):
                return otherwise
            return denied(kind) if match["not"] or match["never"] else kind
    return otherwise


_AND_MORE = re.compile(r"\band\s+(?:to|that)\b")
