"""Numbers and signs that lines of a text begin with, as they are printed."""

import re

from bcbsite.read.numbers.forms import Form, Number, candidates
from bcbsite.read.numbers.none import is_day_or_share, is_quantity, is_share
from bcbsite.text.fold import fold

BULLET = re.compile(r"(?:[•●○▪▫■□◦‣▸►➢❖✓✔\uf0b7\uf0a7]\s*|[-*–—·o](?=\s)\s+|[-–—]$)")
# “(a)”, “a)”, “(iv)”, “1)”, “(12)”
_LIMB = re.compile(
    r"(?P<printed>\((?:[a-z]|[ivx]{1,5}|[A-Z]|\d{1,2})\)|(?:[a-z]|[ivx]{1,5}|\d{1,2})\))(?:\s+|$)"
)
# “5.”, “2.3”, “2.3.”, “16.05.1”
_DOTTED = re.compile(r"(?P<printed>\d{1,3}(?:\.\d{1,3})*\.|\d{1,3}(?:\.\d{1,3})+)(?:\s+|$)")
# “39/20”, “C048/23”
_SLASHED = re.compile(r"(?P<printed>[A-Z]{0,4}\d{1,4}/\d{1,4}(?:\.\d{1,3})?\.?)(?:\s+(?=[A-Z])|$)")


def take_printed_label(text: str) -> tuple[str, str]:
    """The number or letter that *text* begins with, exactly as printed, and the words after it.

    Days, times, shares and quantities are none.
    """
    seen = fold(text[:160])
    for pattern in (_LIMB, _DOTTED, _SLASHED):
        if match := pattern.match(seen.text):
            rest = seen.text[match.end() :]
            is_figure = match["printed"][1:2].isdigit() and pattern is _LIMB and not rest[:1].isalpha()
            if is_figure or (pattern is not _LIMB and not _numbers(seen.text, match)):
                return "", text
            return match["printed"], text[seen.origin(0, match.end())[1] :]
    return "", text


def _numbers(text: str, match: re.Match[str]) -> bool:
    """Whether what *match* found in *text* is the number of what follows, and no part of it."""
    rest = text[match.end() :]
    if not rest:
        return match["printed"][:1] != "0" and "/" not in match["printed"]
    if (
        rest[:1].islower()
        and match["printed"].rstrip(".").count(".") == 0
        and not match["printed"].endswith(".")
    ):
        return False
    whole = [one for one in candidates(text, of_heading=True) if one.form is not Form.LETTER]
    return bool(whole) and not any(_is_none(one) for one in whole)


def _is_none(number: Number) -> bool:
    is_slashed = number.form is Form.SLASHED and is_share(number)
    return is_slashed or is_day_or_share(number) or is_quantity(number)
