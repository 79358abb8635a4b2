"""Who does what a sentence says: the words before its verb, in folded text."""

import re
from collections.abc import Callable

_REACH = 160
"""Characters before the verb in which its subject is looked for."""
_LONGEST = 10
"""Words of a name or a post."""
# “Mr Kerr, who is a tenant,”, “Mr Lowe, Treasurer,”, “Mr Lowe (Treasurer)”
_APPOSITIVE = re.compile(
    r"(?:,\s[^,]{1,80},|\s\([^()]{1,80}\))(?=\s*(?:(?:[a-z]+ly|both|all|also|then)\s*)*$)"
)
# “… and Mr Kerr both then”
_ADVERBS = re.compile(
    r"(?:[\s,]+(?:[a-z]+ly|both|all|also|then|again|each|therefore|now|was|were|has|having))*\s*$"
)
# What can stand before the subject: “At 3.15 pm”, “Following item 4,”, “… and”
_BEGINS = re.compile(
    r"""(?: ^ | [,;:)]\s* | -\s+ | \b(?:and|&|then|but)\s+
          | ^(?:At|During|After|Following|Before|On|In|From|Having|With|As|Then|Later|Shortly|Here|\W*\d)
            \b[^;:]* )$""",
    re.VERBOSE,
)
_WORD = re.compile(r"\S+")


def less_additions(before: str) -> str:
    """*before*, the words before a verb, without adverbs and what is set between commas or in brackets."""
    return _ADVERBS.sub("", _APPOSITIVE.sub("", before))


def subject_of(before: str, is_known: Callable[[str], object]) -> str | None:
    """The longest words at the end of *before* that *is_known* accepts and a clause can begin with."""
    tail = before[-_REACH:]
    for word in list(_WORD.finditer(tail))[-_LONGEST:]:
        if is_known(tail[word.start() :]) and _BEGINS.search(tail[: word.start()]):
            return tail[word.start() :]
    return None
