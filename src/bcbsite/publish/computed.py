"""What of a page the program computes: counts, and what the moment of a build changes by itself.

It is known by its whole sentence, as the templates write it, and by nothing else: what is not known here is
taken for words of a record. A test compares the two.
"""

import re
from functools import cache
from typing import NamedTuple

from bcbsite.host.resources import PACKAGE, THEME
from bcbsite.text.fold import folded

_DAY = r"\d{1,2} [a-z]+ \d{4}"
_N = r"[\d,]+"
_DAYS = rf"{_N} days?"
_AS_AT = f"as at {_DAY}"

# The facts and sentences that are computed from beginning to end, below each an example.
_WHOLE = re.compile(
    "|".join(
        (
            rf"target passed: {_DAYS} ago, {_AS_AT}",
            # Raised: 31 July 2019, 1,036 days before 1 June 2022 (the day also begins its history)
            rf"raised: {_DAY}, {_DAYS} before {_DAY}",
            rf"{_AS_AT}\. (?:each action stands as|publication not on record says)[^\d]*",
            rf"(?:state: )?(?:due in {_DAYS}|due today|{_DAYS} over)",
            rf"the response is due (?:in {_DAYS}|today), {_AS_AT}\.",
            rf"the last day passed {_DAYS} ago, {_AS_AT}, and no publication is on record\.",
            rf"(?:all (?:meetings|decisions)|the whole action log) \({_N}\)",
            # 10 February 2022 Minutes draft Agenda 3 papers (what is held has pages of its own)
            rf"{_DAY}(?=.)(?: ?minutes(?: draft)?)?(?: ?agenda)?(?: ?{_N} papers?)?",
            rf"{_DAY} we hold no documents",
            r"this meeting has not been held yet\.|we do not hold the minutes of this meeting\.",
            rf"{_N} reports?",
            rf"some files are published as they came:(?: {_N} [a-z]+,?)+\. some of them may not work[^\d]*",
            r"meetings by year:(?: \d{4},?)+",
            # No later record … was read as naming this action. … It is not in: 10 February 2022.
            rf"no later record (?:that is held here )?was read as naming this action\.(?:[^\d]|{_DAY})*",
            r"(?:no decisions were|nothing that was only noted was) read from the minutes of "
            rf"{_N} meetings? that are held here\.?[^\d]*",
        )
    )
)
# At the end: “Status: ongoing at the last report held here (1 May 2022); its target has passed since”;
# “Boats 3 items, 1 action” in the list of topics; “version 8c0ae0b3.” in a citation,
# which stands for the words of its page.
_AT_THE_END = re.compile(
    rf"(?:; its target has passed since| target passed; outcome not stated| {_N} items?(?:, {_N} actions?)?"
    r"|, version [0-9a-f]{8}\.)$"
)
_TAG = re.compile(r"\{[#%{].*?[#%}]\}|<[^>]*>", re.DOTALL)


class Apart(NamedTuple):
    """Parts of pages that are computed as a whole: an element by its name and class."""

    tag: str
    css: str = ""


PARTS = frozenset(
    [
        Apart("figure", "bcb-chart"),
        Apart("svg", "bcb-picture"),
        Apart("dl", "bcb-numbers"),
        Apart("span", "bcb-count"),
        Apart("p", "bcb-next"),
        Apart("p", "bcb-held"),
        Apart("p", "bcb-about"),
        Apart("section", "bcb-due"),
        Apart("span", "bcb-meeting-about"),
        Apart("form", "bcb-filter"),
        Apart("nav", "bcb-years"),
    ]
)
"""Pictures with their tables, of which other places have the records; how many there are of something; which
meeting is the next one, and of how many the minutes are held; what a list can be filtered by; its pages."""


def less_computed(words: str) -> str:
    """*words*, folded and in small letters, without what is computed; all of them may be."""
    return "" if _WHOLE.fullmatch(words) else _AT_THE_END.sub("", words)


def is_caption(words: str) -> bool:
    """Whether *words*, folded and in small letters, stand as they are in the program, with no number."""
    return not re.search(r"\d", words) and f" {words} " in _captions()


@cache
def _captions() -> str:
    """The templates' words, and those of the pages, without tags."""
    templates = (path.read_text("utf-8") for path in sorted(THEME.rglob("*.html")))
    pages = (path.read_text("utf-8") for path in sorted((PACKAGE / "pages").glob("*.py")))
    texts = (*(_TAG.sub(" ", text) for text in templates), *(text.replace('"', " ") for text in pages))
    return f" {folded(' '.join(' '.join(texts).split())).casefold()} "
