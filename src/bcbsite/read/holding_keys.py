"""The keys that hold something back from the public, as people type them where they are not read.

Each is looked for in what `typed` gives, wherever it stands: in a comment, a text, the value of another key.
"""

import re

from bcbsite.text.fold import folded

_LIKE_LATIN = str.maketrans("асеіорѕухһԁАВСЕІОРЅТХ；：", "aceiopsyxhdABCEIOPSTX::")
"""Cyrillic letters that nobody tells from Latin ones, and signs that are wider than they should be."""
_END = r"[\"']?\s*[:=]"
PUBLISH_AT = (
    rf"publish[ _-]?(?:at|on)[\"']?\s*(?:[:=;]|-?\s*(?=\d))|"
    rf"embargo(?:ed)?(?:[ _-](?:until|date))?{_END}\s*(?=[\"']?\d)"
)
"""“publish_at: …”, “publish_at 2090-01-01”, “embargo: 1 May 2090”."""
WITHHELD = rf"publish{_END}\s*[\"']?withh|published?{_END}\s*[\"']?(?:no|false)\b"
WITHHOLD = rf"withhold{_END}"
DRAFT = rf"status[\"']?\s*(?:[:=;]|[- ]\s?)\s*[\"']?draft\b|draft{_END}\s*[\"']?(?:yes|true)\b"
HOLDS_BACK = re.compile(
    rf"(?<!\w)(?:publish[_-]at\s*[:=]|withhold\s*:|publish{_END}\s*[\"']?withh|status{_END}\s*[\"']?draft\b)"
)
"""A key that keeps a record from the public, typed as it is to be typed: small letters."""
_COMMENT = re.compile(r"(?:^|(?<=[\s\[{,]))#[^\n]*", re.MULTILINE)
_IN_COMMENT = re.compile(
    rf"(?<![\w-])[\"']?(?:{PUBLISH_AT}|{WITHHELD}|{WITHHOLD}|status{_END}\s*[\"']?draft\b)"
    r"|\A[#\s]*[\"']?(?P<key>publish[ _-]?at|reason)[\"']?\s*[:=]\s*(?=\S)",
    re.IGNORECASE,
)


def typed(text: str) -> str:
    """*text* as a reader sees it, with Latin letters and ordinary signs; each line stays one."""
    text = folded(text)
    return text if text.isascii() else text.translate(_LIKE_LATIN)


def commented_out(text: str) -> list[tuple[int, str]]:
    """Each comment in the YAML *text* that would hold something back, with its offset."""
    if "#" not in text:
        return []
    comments = ((found.start(), found[0]) for found in _COMMENT.finditer(text))
    return [(start, words) for start, words in comments if _IN_COMMENT.search(typed(words))]
