"""Motions: what was moved, who moved and seconded it, how the votes fell, and whether it was carried.

All take one sentence, or a few, in folded text. Each part of a pattern has an example beside it.
"""

import re
from dataclasses import dataclass

from bcbsite.archive.deciding.verbs import kind_of
from bcbsite.model.outcome import OutcomeKind


@dataclass(frozen=True, slots=True)
class Votes:
    """How the votes fell, as far as the minutes say."""

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    unanimous: bool = False


@dataclass(frozen=True, slots=True)
class Motion:
    """Who moved and seconded what was decided, and how the votes fell."""

    mover: str | None = None
    """As printed."""
    seconder: str | None = None
    """As printed."""
    votes: Votes | None = None


_REACH = 1_000
"""Characters of a sentence in which a motion is looked for, so that no text is slow to read."""

# “Priya Shah”, “Cllr J. Smith”, “the Chair”, “Mrs O'Neill (Vice-Chair)”
_NAME = r"(?:[Tt]he\s+)?[A-Z][\w.'-]*(?:\s+(?:of|de|van|[A-Z][\w.'-]*|\([^)]*\))){0,5}?"
_NAME_ENDS = r"(?=\s*(?:[,:;.(-]|and\b|that\b|to\b|$))"
_MOVED = r"(?:[Pp]roposed|PROPOSED|[Mm]oved|MOVED)"
_SECONDED = r"(?:[Ss]econded|SECONDED)"

_TOGETHER = re.compile(
    rf"""^\W*
        (?: [Ii]t\s+was\s+                                                  # It was proposed by
          | [Oo]n\s+(?:a|the)\s+(?:motion|proposal|proposition)\s+(?:of|by)\s+   # On the motion of
          | (?:[Tt]he\s+|[Aa]n?\s+)?(?:[Mm]otion|[Aa]mendment)\b[^,:;.]{{0,60}},?\s+   # Motion to adjourn,
        )?
        (?:{_MOVED}\s+(?:by\s+)?)?
        (?P<mover>{_NAME})\s*[,;]?\s*(?:(?:{_MOVED})\s*,?\s*)?(?:and\s+|was\s+)?    # Jo Bennett moved and
        {_SECONDED}\s*(?:by\s+)?(?P<seconder>{_NAME}){_NAME_ENDS}
    """,
    re.VERBOSE,
)
_IN_TURN = re.compile(
    rf"""\s*(?P<mover>{_NAME})\s+(?:moved|proposed)\b,?\s*
        (?:and\s+(?:it\s+was\s+seconded\s+by\s+)?(?P<seconder>{_NAME})\s*(?P<did>seconded)?,?)?
        (?:\s*(?:that|to)\b|\s*:|\s+(?:an\s+amendment|the\s+(?:motion|amendment|recommendations?))\b)
    """,
    re.VERBOSE,
)
_BY_NAME = re.compile(
    rf"\b(?:{_MOVED}|{_SECONDED})(?:\s+(?:by|BY)\s+|\s*:\s*){_NAME}|\b[Pp]roposed,?\s+(?:and\s+)?seconded\b"
)
_MOVER = re.compile(rf"\b{_MOVED}(?:\s+by\s+|\s*:\s*)(?P<name>{_NAME}){_NAME_ENDS}")
_SECONDER = re.compile(rf"\b{_SECONDED}(?:\s+by\s+|\s*:\s*)(?P<name>{_NAME}){_NAME_ENDS}")
_LABEL = re.compile(r"\W*(?:Motion|MOTION|Amendment|AMENDMENT)\s*:")
_NOT_HERE = re.compile(r"\b(?:whether|if|had|should|shall|must|may|can|account)\b|\"", re.IGNORECASE)

_FATES = {
    "carried": OutcomeKind.CARRIED,
    "passed": OutcomeKind.CARRIED,
    "agreed": OutcomeKind.AGREED,
    "approved": OutcomeKind.APPROVED,
    "adopted": OutcomeKind.ADOPTED,
    "resolved": OutcomeKind.CARRIED,
    "all in favour": OutcomeKind.CARRIED,
    "lost": OutcomeKind.LOST,
    "fell": OutcomeKind.LOST,
    "failed": OutcomeKind.LOST,
    "defeated": OutcomeKind.LOST,
    "not carried": OutcomeKind.LOST,
    "not agreed": OutcomeKind.LOST,
    "rejected": OutcomeKind.REJECTED,
    "withdrawn": OutcomeKind.WITHDRAWN,
    "withdrew": OutcomeKind.WITHDRAWN,
    "deferred": OutcomeKind.DEFERRED,
}
_FATE_WORDS = "|".join(word.replace(" ", r"\s+") for word in sorted(_FATES, key=len, reverse=True))
# “was”, “was put to the vote and”, “was then put and”, “was declared”
_WAS = (
    r"(?:was|were|is)\s+(?:(?:then|duly|therefore|unanimously)\s+)*"
    r"(?:put\s+(?:to\s+the\s+(?:vote|meeting)\s+)?and\s+(?:was\s+)?|declared\s+(?:to\s+be\s+)?)?"
)
_FATE = re.compile(
    rf"""\b(?:motion|amendment|proposal|resolution|this|it|which|chair)\b[^.;]{{0,80}}?,?\s+
        (?:{_WAS}(?P<was>{_FATE_WORDS})|(?P<did>fell|failed|withdrew))\b
      | ^\W*(?:(?:the\s+)?(?:motion|amendment)\s+)?(?:unanimously\s+)?(?P<alone>{_FATE_WORDS})  # Carried.
        (?:\s+(?:unanimously|nem\.?\s*con\.?|\d[^.]*|by\b[^.]*|on\b[^.]*|\([^)]*\)))?\W*$
      | \b(?:but|and)\s+(?P<then>withdrew|lost)\b  # but withdrew it
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AND_RESOLVED = re.compile(
    r"\b(?:and|it\s+was)\s+(?:unanimously\s+)?(?P<fate>resolved|agreed|carried|lost|approved|adopted)\b"
    r"\s*(?:unanimously)?\s*(?:,|:|-|that\b|to\b|by\b|on\b|\.|$)",
    re.IGNORECASE,
)
# “Proposed Jo Bennett, seconded Priya Shah, all in favour.”
_ALL_IN_FAVOUR = re.compile(r",\s*all\s+(?:were\s+)?in\s+favour\W*$", re.IGNORECASE)
_FATE_ALONE = re.compile(
    rf"""(?:(?:On|Upon|After|By|Following|With)\s+[^,;.]{{0,60}}?[,\s]\s*)?    # On being put to the vote,
        (?:the|this|an?)\s+(?:[a-z]+\s+)?(?:motion|amendment       # the substantive motion
          |(?:proposal|resolution|recommendations?)(?=\s+(?:was|were)\s+(?:then\s+)?put\b))\b
        [^.;]{{0,200}}?\s(?:{_WAS}(?P<was>{_FATE_WORDS})|(?P<did>fell|failed))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TOLD = re.compile(r"\b(?:whether|that|if|had)\b")
# “a motion before the county council”
_ELSEWHERE = re.compile(
    r"\b(?:before|in|at|of)\s+(?:the\s+)?(?:\w+\s+)?(?:council|parliament|house|assembly|conference|union|cabinet)\b",
    re.IGNORECASE,
)
# “Motion carried 5-2.”, “The amendment failed.”
_FATE_ONLY = re.compile(
    r"""\W*(?:the\s+)?(?:(?!no\b)[a-z]+\s+)?(?:motion|amendment|resolution|proposal)\s+(?:duly\s+|unanimously\s+)?
        (?P<did>carried|passed|fell|failed|lost|defeated|withdrawn)
        (?:,?\s+(?:unanimously|nem\.?\s*con\.?|\(?\d[^.]{0,80}|by\s[^.]{0,80}|on\s[^.]{0,80}|\([^)]{0,80}\)))?\W*""",
    re.IGNORECASE | re.VERBOSE,
)

_COUNT = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|none|nil|no"
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)} | {"none": 0, "nil": 0, "no": 0}
_WHO = r"(?:votes?\s+|members?\s+)?(?:were\s+|voted\s+)?"
_FOR = re.compile(
    rf"\b(?:(?:in\s+favour|for)\s*[:-]?\s*(?P<a>{_COUNT})|(?P<b>{_COUNT})\s+{_WHO}(?:in\s+favour|for))\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    rf"\b(?:against\s*[:-]?\s*(?P<a>{_COUNT})|(?P<b>{_COUNT})\s+{_WHO}against)\b", re.IGNORECASE
)
_ABSTAINED = re.compile(
    rf"\b(?:abst(?:ained|aining|entions?)\s*[:-]?\s*(?P<a>{_COUNT})"
    rf"|(?P<b>{_COUNT})\s+{_WHO}abst(?:ained|aining|entions?))\b",
    re.IGNORECASE,
)
# “by 5 votes to 1”, “on a vote of 2 to 5”, “Lost 2-5”
_TALLY = re.compile(
    rf"\b(?:by|votes?(?:\s+of)?:?|carried|lost)\s+(?P<a>{_COUNT})(?:\s+votes?)?\s*(?:to|-)\s*(?P<b>{_COUNT})\b",
    re.IGNORECASE,
)
_UNANIMOUS = re.compile(
    r"\b(?:unanimous(?:ly)?|nem\.?\s*con\b|all\s+(?:were\s+)?in\s+favour|without\s+dissent)", re.IGNORECASE
)


def is_moving(sentence: str) -> bool:
    """Whether *sentence* tells of something that is moved or seconded."""
    sentence = sentence[:_REACH]
    if _TOGETHER.match(sentence) or _in_turn(sentence) or _LABEL.match(sentence):
        return True
    match = _BY_NAME.search(sentence)
    return match is not None and not _NOT_HERE.search(sentence[: match.start()])


def _in_turn(sentence: str) -> re.Match[str] | None:
    """“Jo Bennett moved that …”; who only proposed something, and was not seconded, moved no motion."""
    match = _IN_TURN.match(sentence)
    return match if match and (match["did"] or "moved" in match[0]) else None


def motion_in(sentence: str, votes: str | None = None) -> Motion | None:
    """Mover, seconder and votes, as *sentence* tells them; None where it tells none.

    *votes* is the text in which the votes are looked for, where it is longer than the sentence.
    """
    mover, seconder = _movers_in(sentence[:_REACH])
    found = Motion(mover, seconder, votes_in(votes or sentence))
    return found if found != Motion() else None


def _movers_in(sentence: str) -> tuple[str | None, str | None]:
    if match := _TOGETHER.match(sentence) or _in_turn(sentence):
        return _name(match["mover"]), _name(match["seconder"])
    mover, seconder = _MOVER.search(sentence), _SECONDER.search(sentence)
    return _name(mover["name"] if mover else None), _name(seconder["name"] if seconder else None)


def _name(printed: str | None) -> str | None:
    return " ".join(printed.split()).rstrip(",;:") if printed else None


def fate_in(sentence: str, moved: bool) -> OutcomeKind | None:
    """What *sentence* says became of a motion; *moved* says that the same sentence moves it."""
    sentence = sentence[:_REACH]
    if match := _FATE.search(sentence):
        return _fate(match["was"] or match["did"] or match["alone"] or match["then"])
    if moved and (match := _AND_RESOLVED.search(sentence)):
        return kind_of(sentence[match.end("fate") :], _fate(match["fate"]))
    return OutcomeKind.CARRIED if moved and _ALL_IN_FAVOUR.search(sentence) else None


def fate_alone(sentence: str) -> OutcomeKind | None:
    """What a sentence of its own says became of a motion: “The motion was defeated.”"""
    if match := _FATE_ONLY.fullmatch(sentence[:_REACH]):
        return _fate(match["did"])
    match = _FATE_ALONE.match(sentence)
    if match is None or _TOLD.search(match[0]) or _ELSEWHERE.search(match[0]):
        return None
    return _fate(match["was"] or match["did"])


def _fate(words: str) -> OutcomeKind:
    return _FATES[" ".join(words.lower().split())]


def votes_in(text: str) -> Votes | None:
    """How the votes fell by *text*; None where it says nothing of that."""
    text = text[:_REACH]
    tally = _TALLY.search(text)
    in_favour = _count(tally["a"]) if tally else _number(_FOR.search(text))
    against = _count(tally["b"]) if tally else _number(_AGAINST.search(text))
    found = Votes(in_favour, against, _number(_ABSTAINED.search(text)), bool(_UNANIMOUS.search(text)))
    return found if found != Votes() else None


def _number(match: re.Match[str] | None) -> int | None:
    return _count(match["a"] or match["b"]) if match else None


def _count(printed: str) -> int:
    number = _NUMBERS.get(printed.lower())
    return int(printed) if number is None else number
