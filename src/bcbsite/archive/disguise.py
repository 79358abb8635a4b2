"""Words as a reader sees them, where they are typed so that a search for them would pass them over."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from bcbsite.text.fold import folded

_LETTERS_APART = tuple(
    (
        re.compile(rf"(?<![A-Za-z0-9])(?:[A-Z]{gap}){{4}}[A-Z](?![A-Za-z0-9])"),
        re.compile(rf"(?<![A-Za-z0-9][A-Z])(?<=[A-Z]){gap}(?=[A-Z](?![A-Za-z0-9]))"),
    )
    for gap in (" ", "  ", "   ", "-", "[.]", "_")
)
"""A word such as “S E C R E T” or “S-E-C-R-E-T”, and what is between its letters."""
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,80}>|<!--[^<>\n]{0,200}-->")
_OVERLAID = re.compile("[\u0300-\u036f\u20d0-\u20ff]")
"""Strokes, lines and accents on letters."""
_LIGATURE = re.compile("[\ufb00-\ufb06](?=[A-Z])")
_LIKE_CAPITALS = re.compile("(?<=[A-Z])[l10](?=[A-Z])|(?<![A-Za-z0-9.])0(?=[A-Z]{3})")
"""“SENSITlVE”, “C0NFIDENTIAL”, “0FFICIAL”."""
_CAPITALS_APART = re.compile("[A-Z](?: {1,3}|[l10._-])[A-Z]|0[A-Z]")
"""What each of these two has, and most texts have not."""
_OTHER_ALPHABET = re.compile("[\u0370-\u04ff]")
_IN_SHAPES = {
    first + n: chr(ord("A") + n)
    for first in (0x24B6, 0x24D0, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6)
    for n in range(26)
} | {
    ord(small): capital
    for small, capital in zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢғ", "ABCDEFGHIJKLMNOPRSTUVWYZF", strict=True)
}
"""Letters in circles and squares, and small capitals."""
# Capitals of other alphabets that nobody tells from these.
_LOOKALIKES = str.maketrans("АВСЕНІКМОРЅТХУΑΒΕΗΙΚΜΝΟΡΤΥΧΖ", "ABCEHIKMOPSTXYABEHIKMNOPTYXZ")


_SPACED = re.compile("  | \n|\n ")
_SPACES = re.compile(" {2,}")
_LINE_END = re.compile(" ?\n ?")
_BROKEN = re.compile(r"(?<=[A-Za-z])-\s{1,3}(?=[A-Za-z])")
"""“CONFI-” at a line's end, “DENTIAL” on the next."""
_ATTRIBUTE = re.compile(r"=\s{0,9}([\"'])([^\"'<>\n]{1,200})\1")
_BRACKETS = str.maketrans("<>", "()")
_SHORT = 2_000
"""Letters of a text that is remembered, at most."""


def undisguised(text: str) -> str:
    """*text* as a reader sees it: the letters of a word together, one space between words, and no tags."""
    text = _as_seen(text)
    return _spaced(_TAG.sub(" ", text)) if "<" in text else text


def ways_to_see(text: str) -> Sequence[str]:
    """*text* as a reader may see it, `undisguised` first: tags shown, and words broken at line ends.

    What stands in a tag is shown where the tag is no tag: `<CONFIDENTIAL>`.
    """
    text = _as_seen(text)
    ways = [text]
    if "<" in text or ">" in text:
        shown = _ATTRIBUTE.sub(r"=(\2)", text).translate(_BRACKETS)
        ways = [_spaced(_TAG.sub(" ", text)), _spaced(_TAG.sub("", text)), shown]
    ways += [_BROKEN.sub("", way) for way in ways if _BROKEN.search(way)]
    return list(dict.fromkeys(ways))


def in_one_line(text: str) -> str:
    """*text* `undisguised`, with one space for each line end."""
    return " ".join(undisguised(text).split())


def _as_seen(text: str) -> str:
    """*text* with its letters as a reader sees them; kept for a short one, which several rules look at."""
    return _seen_once(text) if len(text) <= _SHORT else _seen(text)


@lru_cache(maxsize=4096)
def _seen_once(text: str) -> str:
    return _seen(text)


def _seen(text: str) -> str:
    if text.isascii():
        text = folded(text)
    else:
        text = folded(_LIGATURE.sub(lambda found: folded(found[0]).upper(), text))
        text = _OVERLAID.sub("", unicodedata.normalize("NFD", text))
        text = text.translate(_IN_SHAPES)
    if not text.isascii() and _OTHER_ALPHABET.search(text):
        text = text.translate(_LOOKALIKES)
    for _ in range(2):  # again where one space is left of many
        if _CAPITALS_APART.search(text):
            text = _with_whole_words(text)
        text = _spaced(text)
    return text


def _spaced(text: str) -> str:
    """*text* with one space between words, and none beside a line end."""
    return _LINE_END.sub("\n", _SPACES.sub(" ", text)) if _SPACED.search(text) else text


def _with_whole_words(text: str) -> str:
    for letters, gap in _LETTERS_APART:
        if letters.search(text):
            text = gap.sub("", text)
            break
    return _LIKE_CAPITALS.sub(lambda found: "O" if found[0] == "0" else "I", text)
