"""Text as a reader sees it, for comparing: what looks the same is the same, however it was typed.

Word, PDF and keyboards write one visible text in many ways: spaces that do not break, a dozen hyphens, soft
hyphens within words, ligatures, full-width letters, accents in two parts. Whatever is recognised by its words
is looked for in the folded text; whatever is printed stays as it was typed.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat

_LINE_ENDS = "\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4"
_QUOTATION_MARKS = "\u201c\u201d\u201e\u201f\u2033"
# Hyphens and dashes that Unicode does not count among dash punctuation: minus, hyphen bullet.
_OTHER_DASHES = "\u2212\u2043"
# What is shown as nothing, though its category is not "format" or "control": the rest of Unicode's
# Default_Ignorable_Code_Point, https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
_SHOWN_AS_NOTHING = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
# Soft hyphen, zero width space, word joiner, byte order mark. Joiners and marks of direction have a meaning.
_MEANS_NOTHING = re.compile("[\u00ad\u200b\u2060\ufeff]")
# Ways of writing that change nothing of what is read: “ｆｕｌｌ ｗｉｄｔｈ”, “𝐛𝐨𝐥𝐝”, “ﬁ”.
# Superscripts, fractions and numbers in circles are not among them: “5²” must not become “52”.
_SAME_TO_A_READER = {"<wide>", "<narrow>", "<noBreak>", "<font>", "<compat>"}
_PLAIN = re.compile(r"[\w!-~]+")
# What can look otherwise than it was typed: of ASCII, only tabs and controls.
_NOT_PLAIN = re.compile(r"[^\n -~]+")


@dataclass(frozen=True)
class Folded:
    """A text with the way it looks."""

    typed: str
    """The text as it was typed."""
    text: str
    """The text as it looks: ordinary spaces, hyphens, quotation marks and letters, and nothing invisible."""

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where in `typed` the characters of `text` from *start* up to *end* come from."""
        if start == len(self.text):
            return len(self.typed), len(self.typed)
        first = self._origins[start]
        return first, max(self._origins[end], self._origins[end - 1] + 1) if end > start else first

    @cached_property
    def _origins(self) -> tuple[int, ...] | range:
        """The index in `typed` of each character of `text`, and of the end."""
        if self.typed == self.text:
            return range(len(self.typed) + 1)
        origins: list[int] = []
        plain = 0  # where the text goes on that looks as it was typed
        for run in _NOT_PLAIN.finditer(self.typed):
            begin = max(run.start() - 1, plain)  # an accent is one with the character before it
            origins.extend(range(plain, begin))
            for index, piece in _pieces(self.typed[begin : run.end()]):
                origins.extend(repeat(begin + index, len(_composed(piece))))
            plain = run.end()
        return (*origins, *range(plain, len(self.typed) + 1))


def fold(text: str) -> Folded:
    """*text* as it looks, with the way back; linear in its length."""
    return Folded(text, folded(text))


def folded(text: str) -> str:
    """*text* as it looks, where the way back is not needed."""
    if text.isascii() and (text.isprintable() or not _NOT_PLAIN.search(text)):  # quickest first
        return text
    return _composed(text)


def less_unseen(text: str) -> str:
    """*text* without soft hyphens, spaces of no width and the like, which mean nothing in any script."""
    return text if text.isascii() else _MEANS_NOTHING.sub("", text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", _NOT_PLAIN.sub(lambda run: run[0].translate(_SEEN), text))


def _pieces(text: str) -> list[tuple[int, str]]:
    """Each visible character of *text* with the marks on it, and its index."""
    pieces: list[tuple[int, list[str]]] = []
    for index, character in enumerate(text):
        if not _SEEN[ord(character)]:
            continue
        if pieces and _is_part_of_the_one_before(character):
            pieces[-1][1].append(character)
        else:
            pieces.append((index, [character]))
    return [(start, "".join(characters)) for start, characters in pieces]


def _is_part_of_the_one_before(character: str) -> bool:
    """Whether *character* is an accent, or the second part of a Korean syllable."""
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


class _AsSeen(dict[int, str]):
    """What a reader sees of each character, worked out once it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = _seen(chr(code))
        return self[code]


_SEEN = _AsSeen()


def _seen(character: str) -> str:
    """What a reader sees of *character*: nothing, itself, or the ordinary characters it looks like."""
    category = unicodedata.category(character)
    if character in _LINE_ENDS:
        return "\n"
    if character == "\t" or category == "Zs":
        return " "
    if category in ("Cf", "Cc") or _SHOWN_AS_NOTHING.match(character):
        return ""
    if category == "Pd" or character in _OTHER_DASHES:
        return "-"
    if character in _APOSTROPHES:
        return "'"
    return '"' if character in _QUOTATION_MARKS else _plain(character)


def _plain(character: str) -> str:
    """The letters and signs that *character* is another way of writing, or itself."""
    way, _, _ = unicodedata.decomposition(character).partition(" ")
    plain = unicodedata.normalize("NFKC", character)
    return plain if way in _SAME_TO_A_READER and _PLAIN.fullmatch(plain) else character
