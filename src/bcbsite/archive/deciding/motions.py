"""Motions: what was moved, who moved and seconded it, how the votes fell, and whether it was carried.

All take one sentence, or a few, in folded text. Each part of a pattern has an example beside it.
"""

import re
from dataclasses import dataclass

from bcbsite.archive.deciding.verbs import kind_of
from bcbsite.archive.deciding.votes import Votes, votes_in
from bcbsite.model.outcome import OutcomeKind


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
_WORD = r"(?:(?:Mrs?|Ms|Dr|Cllrs?|Prof|Rev|St)\.|(?:[A-Z]\.){1,3}|[A-Z](?:[\w'-]|\.(?=\w))*)"
_NAME = rf"(?:[Tt]he\s+)?{_WORD}(?:\s+(?:of|de|van|{_WORD}|\([^)]*\))){{0,5}}?"
_NAME_ENDS = r"(?=\s*(?:[,:;.()\n-]|[Ss]ec(?:onde[rd]|\b)|SEC|and\b|that\b|to\b|$))"
_MOVED = r"(?:[Pp]roposed|PROPOSED|[Mm]oved|MOVED|(?:[Pp]rop(?:oser)?|PROP(?:OSER)?)(?=\s*[:.]))"
_SECONDED = r"(?:[Ss]econded|SECONDED|(?:[Ss]ec(?:onder)?|SEC(?:ONDER)?)(?=\s*[:.]))"
# “by”, “:”, “Prop.”
_BY = r"(?:\s+(?:by|BY)\s+|\s*:\s*|\.\s*)"

_TOGETHER = re.compile(
    rf"""^\W*
        (?: [Ii]t\s+was\s+                                                  # It was proposed by
          | [Oo]n\s+(?:a|the)\s+(?:motion|proposal|proposition)\s+(?:of|by)\s+   # On the motion of
          | (?:[Tt]he\s+|[Aa]n?\s+)?(?:[Mm]otion|[Aa]mendment)\b[^,:;.]{{0,60}},?\s+   # Motion to adjourn,
        )?
        (?:{_MOVED}(?:{_BY}|\s+))?
        (?P<mover>{_NAME})\s*[,;]?\s*(?:(?:{_MOVED})\s*,?\s*)?(?:and\s+|was\s+)?    # Jo Bennett moved and
        {_SECONDED}(?:{_BY}|\s+)(?P<seconder>{_NAME}){_NAME_ENDS}
    """,
    re.VERBOSE,
)
_IN_TURN = re.compile(
    rf"""\s*(?P<mover>{_NAME})\s+(?:moved|proposed)\b,?\s*
        (?:and\s+(?:it\s+was\s+seconded\s+by\s+)?(?P<seconder>{_NAME})\s*(?P<did>seconded)?,?)?
        (?:\s*(?:that|to(?!\s+(?:(?:the|an?|his|her|their)\b|[A-Z])))\b|\s*:|\s+(?:an\s+amendment|the\s+(?:motion|amendment|recommendations?))\b)
    """,
    re.VERBOSE,
)
_BY_NAME = re.compile(
    rf"\b(?:{_MOVED}|{_SECONDED}){_BY}{_NAME}|\b[Pp]roposed,?\s+(?:and\s+)?seconded\b"
    rf"|\((?:{_MOVED})\s+{_NAME}"  # agreed (proposed Ms Rao, seconded Mr Bowen)
)
_MOVER = re.compile(rf"(?:\b{_MOVED}{_BY}|\((?:{_MOVED})\s+)(?P<name>{_NAME}){_NAME_ENDS}")
_SECONDER = re.compile(rf"(?:\b{_SECONDED}{_BY}|\([^()]*\b{_SECONDED}\s+)(?P<name>{_NAME}){_NAME_ENDS}")
# “Seconded: Mr Bowen.”, below “Motion:” also “Proposed: Ms Rao.”
_GOES_ON = re.compile(rf"\W*{_SECONDED}{_BY}")
_GOES_ON_BELOW_LABEL = re.compile(rf"\W*(?:{_MOVED}|{_SECONDED}){_BY}")
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
    r"(?:put\s+(?:to\s+the\s+(?:vote|meeting)\s+)?and\s+(?:was\s+)?)?(?:declared\s+(?:to\s+be\s+)?)?"
)
_FATE = re.compile(
    rf"""\b(?:motion|amendment|proposal|resolution|this|it|which|chair)\b[^.;]{{0,200}}?,?\s+
        (?:{_WAS}(?P<was>{_FATE_WORDS})|(?P<did>fell|failed|withdrew))\b
      | ^\W*(?:(?:the\s+)?(?:motion|amendment)\s+)?(?:unanimously\s+)?(?P<alone>{_FATE_WORDS})  # Carried.
        (?:\s+(?:unanimously|nem\.?\s*con\.?|\d[^.]*|by\b[^.]*|on\b[^.]*|\([^)]*\)))?\W*$
      | \b(?:but|and)\s+(?P<then>withdrew|lost)\b  # but withdrew it
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AND_RESOLVED = re.compile(
    r"\b(?:and|it\s+was)\s+(?:unanimously\s+)?(?P<fate>resolved|agreed|carried|lost|approved|adopted)\b"
    r"\s*(?:unanimously)?\s*(?:[,:(-]|that\b|to\b|by\b|on\b|\.|$)",
    re.IGNORECASE,
)
# “Proposed Jo Bennett, seconded Priya Shah, all in favour.”
_ALL_IN_FAVOUR = re.compile(r"[,;:]\s*all\s+(?:were\s+)?in\s+favour\W*$", re.IGNORECASE)
# “Proposed: Ms Rao; Seconded: Mr Bowen; Agreed.”
_AT_THE_END = re.compile(
    rf"[,;-]\s*(?:and\s+)?(?:duly\s+|unanimously\s+)?(?P<fate>{_FATE_WORDS})(?:\s+(?:unanimously|nem\.?\s*con\.?))?\W*$",
    re.IGNORECASE,
)
# “Vote: unanimous.”, “Vote: 2 for, 3 against. Lost.”
_VOTE_UNANIMOUS = re.compile(
    r"\W*(?:votes?|voting)\s*[:-]\s*(?:carried\s+)?unanimous(?:ly)?\b", re.IGNORECASE
)
# “There was no seconder, and the motion fell.”
_NO_SECONDER = re.compile(
    r"[^.;]{0,60}\bno(?:body)?\s+second(?:er|ed)\b[^.;]{0,60}\b(?:motion|amendment|proposal|it|this)\s+"
    r"(?:was\s+|therefore\s+|thus\s+)*(?P<did>fell|failed|lost)\b",
    re.IGNORECASE,
)
_FATE_ALONE = re.compile(
    rf"""(?:(?:On|Upon|After|By|Following|With)\s+[^,;.]{{0,60}}?[,\s]\s*     # On being put to the vote,
          | The\s+[A-Z]\w+\s+(?:then\s+)?put\s+                              # The Chair put the motion,
          | The\s+[A-Z]\w+\s+(?:used|exercised|gave|cast)\s+(?:his|her|their|a|the)\s+
            (?:second\s+(?:or\s+)?)?casting\s+vote\b[^.;]{{0,60}}?\s+and\s+)?   # used her casting vote and
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


def is_moving(sentence: str) -> bool:
    """Whether *sentence* tells of something that is moved or seconded."""
    sentence = sentence[:_REACH]
    if _TOGETHER.match(sentence) or _in_turn(sentence) or _LABEL.match(sentence):
        return True
    match = _BY_NAME.search(sentence)
    return match is not None and not _NOT_HERE.search(sentence[: match.start()])


def goes_on(sentence: str, first: str) -> bool:
    """Whether *sentence* only says who moved or seconded what the sentence *first* moves."""
    return bool((_GOES_ON_BELOW_LABEL if _LABEL.match(first) else _GOES_ON).match(sentence[:_REACH]))


def _in_turn(sentence: str) -> re.Match[str] | None:
    """“Jo Bennett moved that …”; who only proposed something, and was not seconded, moved no motion."""
    match = _IN_TURN.match(sentence)
    return match if match and (match["did"] or "moved" in match[0]) else None


def motion_in(words: str, lost: bool = False) -> Motion | None:
    """Mover, seconder and votes, as *words* tell them; None where they tell none. *lost*: see `votes_in`."""
    mover, seconder = _movers_in(words[:_REACH])
    found = Motion(mover, seconder, votes_in(words, lost))
    return found if found != Motion() else None


def _movers_in(sentence: str) -> tuple[str | None, str | None]:
    if match := _TOGETHER.match(sentence) or _in_turn(sentence):
        seconder = None if match["seconder"] else _SECONDER.search(sentence)
        return _name(match["mover"]), _name(seconder["name"] if seconder else match["seconder"])
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
    if moved and (match := _AT_THE_END.search(sentence)):
        return _fate(match["fate"])
    is_carried = (moved and _ALL_IN_FAVOUR.search(sentence)) or _VOTE_UNANIMOUS.match(sentence)
    return OutcomeKind.CARRIED if is_carried else None


def fate_alone(sentence: str) -> tuple[OutcomeKind, int] | None:
    """What a sentence of its own says became of a motion: “The motion was defeated.”; and where that ends."""
    sentence = sentence[:_REACH]
    if match := _FATE_ONLY.fullmatch(sentence) or _NO_SECONDER.match(sentence):
        return _fate(match["did"]), match.end("did")
    match = _FATE_ALONE.match(sentence)
    if match is None or _TOLD.search(match[0]) or _ELSEWHERE.search(match[0]):
        return None
    return _fate(match["was"] or match["did"]), match.end()


def _fate(words: str) -> OutcomeKind:
    return _FATES[" ".join(words.lower().split())]
