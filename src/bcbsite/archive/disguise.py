"""Words as a reader sees them, where they are typed so that a search for them would pass them over."""

import re

from bcbsite.text.fold import folded

_LETTERS_APART = tuple(
    (re.compile(rf"(?:\b[A-Z]{gap}){{4}}[A-Z]\b"), re.compile(rf"(?<=\b[A-Z]){gap}(?=[A-Z]\b)"))
    for gap in (" ", "  ", "   ")
)
"""A word such as “S E C R E T”, and the spaces in it."""
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,80}>|<!--[^<>\n]{0,200}-->")
_OVERLAID = re.compile("[\u0300-\u036f\u20d0-\u20ff]")
"""Strokes and lines on letters, where no letter has them."""
_LIGATURE = re.compile("[\ufb00-\ufb06](?=[A-Z])")
_LIKE_CAPITALS = re.compile("(?<=[A-Z])[l10](?=[A-Z])")
"""“SENSITlVE”, “C0NFIDENTIAL”."""
_CAPITALS_APART = re.compile("[A-Z](?: {1,3}|[l10])[A-Z]")
"""What each of these two has, and most texts have not."""
_OTHER_ALPHABET = re.compile("[\u0370-\u04ff]")
# Capitals of other alphabets that nobody tells from these.
_LOOKALIKES = str.maketrans("АВСЕНІКМОРЅТХУΑΒΕΗΙΚΜΝΟΡΤΥΧΖ", "ABCEHIKMOPSTXYABEHIKMNOPTYXZ")


def undisguised(text: str) -> str:
    """*text* as a reader sees it, with the letters of a word together."""
    if text.isascii():
        text = folded(text)
    else:
        text = _OVERLAID.sub("", folded(_LIGATURE.sub(lambda found: folded(found[0]).upper(), text)))
    if not text.isascii() and _OTHER_ALPHABET.search(text):
        text = text.translate(_LOOKALIKES)
    if _CAPITALS_APART.search(text):
        text = _with_whole_words(text)
    return _TAG.sub(" ", text) if "<" in text else text


def _with_whole_words(text: str) -> str:
    for letters, gap in _LETTERS_APART:
        if letters.search(text):
            text = gap.sub("", text)
            break
    return _LIKE_CAPITALS.sub(lambda found: "O" if found[0] == "0" else "I", text)
