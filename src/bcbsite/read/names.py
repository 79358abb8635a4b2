"""People as lists of them are written: name, role, initials and note, in the forms that minutes have."""

import re
from dataclasses import dataclass, replace

from bcbsite.text.fold import folded


@dataclass(frozen=True, slots=True)
class Named:
    """A person by name, as a list prints them."""

    name: str
    role: str | None = None
    note: str | None = None
    """What is said of their presence: `from item 5`, `by video`."""
    initials: str | None = None


@dataclass(frozen=True, slots=True)
class Unnamed:
    """People who are listed without a name: `two members of the public`."""

    words: str


@dataclass(frozen=True, slots=True)
class Nobody:
    """The word that nobody is listed: `None`, `Nil`."""


# “None”, “Nil.”, “No apologies”, “none received”, “There were none”
_NOBODY = re.compile(
    r"(?:there were |apologies: ?)?(?:none|nil|n/a|no[ -]?one|nobody|no apologies(?: for absence)?)"
    r"(?: (?:were )?(?:received|given|recorded|sent|reported))?",
    re.IGNORECASE,
)
# “Two members of the public”, “A journalist”, “Members of the press”, “the public”
_COUNT = r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|no)"
_PRESS = r"(?:the )?(?:public|press|media)(?: and (?:the )?(?:public|press|media))?"
_CROWD = rf"(?:members?|representatives?) of {_PRESS}"
_ABOUT = "(?:approximately |about )?"
_UNNAMED = re.compile(
    rf"(?:{_ABOUT}{_COUNT} )?{_CROWD}|{_PRESS}"
    rf"|{_ABOUT}{_COUNT} (?:journalists?|reporters?|residents?|parishioners?|observers?|electors?|visitors?)",
    re.IGNORECASE,
)
# What nobody's surname is, and whose last word makes a post: “Staff Officer”, “Estates Manager”
_POST = re.compile(
    r"(?:officer|manager|director|executive|commissioner|treasurer|secretary|accountant|solicitor|advis[eo]r"
    r"|inspector|superintendent|chair(?:man|woman|person)|auditor|analyst|administrator|co-?ordinator"
    r"|councillor|trustee|taker)",
    re.IGNORECASE,
)
# What can be a surname as well: a post only if alone, or if the words before it are of a post, too
_POST_OR_SURNAME = re.compile(
    r"(?:constable|clerk|chair|vice-chair|mayor|lead|president|governor|observer|member|head|leader|assistant"
    r"|commander|sergeant)",
    re.IGNORECASE,
)
_OF_POST = re.compile(
    r"(?:chief|deputy|assistant|acting|interim|temporary|vice|town|parish|board|independent|lay|committee|minutes?"
    r"|joint|finance|policy|personal|staff|police|crime|and|&|the|co-opted|designate|elect|cabinet|portfolio|lord"
    r"|team|executive|council|force|area|district|county|custody)",
    re.IGNORECASE,
)
_POST_OF = re.compile(
    r"(?:(?:acting|interim|deputy|assistant|temporary|joint)\s+)*"
    r"(?:head|director|chair|leader|member|clerk|secretary|assistant|pa|governor|lead)\s+(?:of|to|for)\s+\S",
    re.IGNORECASE,
)
_ABBREVIATED_POST = re.compile(r"(?:[TAD]/)?(?:D?PCC|D?CC|ACC|CFO|CEO|COO|CE|HMI)")
# Ranks and forms of address stay with the name.
_RANK = re.compile(r"(?:\S+ )*(?:inspector|superintendent|sergeant|councillor|commander)", re.IGNORECASE)
_RANKED = re.compile(
    r"(?:(?:(?:chief|detective|acting|temporary) )*(?:inspector|superintendent|sergeant|constable)"
    r"|councillor|(?:[TAD]/)?(?:D?CC|ACC|DS|DI|DCI|PC|PS|CI|Supt|DSupt|C/?Supt|Insp|Sgt|Cdr)) ",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr|sir|dame|prof(?:essor)?|revd?|reverend|cllr|councillor|lord|lady|baroness|ald(?:erman)?"
    r")\.?",
    re.IGNORECASE,
)
_WORD_OF_NAME = re.compile(
    r"[^\W\d_a-z][^\W\d_]*(?:['-][^\W\d_]+)*\.?|d[eiau]|v[ao]n|der|den|le|la|bin|al|ap"
)
_HONOUR = re.compile(r"(?:[OMCK]BE|QPM|DL|JP|QC|KC|MP)")
_NO_NAME = re.compile(
    r"(?:the|all|board|members?|public|police|council|office|department|committee|team|services?|constabulary|group"
    r"|trust|association|federation|fire|crime|finance|authority|company|ltd|unit|force|county|district|borough|parish"
    r"|town|city|university|hospital|partnership|union|unison|branch|observer|gazette|news|times|herald|staff|estates"
    r"|chief|head|deputy|assistant|present|attendance|apologies|meeting|agenda|minutes|item|others?|officers?|joined"
    r"|resources|operations|governance|legal|policy|performance|communications|media|press)",
    re.IGNORECASE,
)
_BRACKET_AT_END = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]$")
_NOTE = re.compile(
    r"(?:from|until|till|to|for|left|joined|arrived|by|via|virtual|remote|online|part|items?|representing"
    r"|deputi[sz]ing|on behalf|in (?:the )?place of|substitute|substituting|attending|in person|in the chair"
    r"|observer|observing|chairing|minuting|minutes|ex officio|MS Teams|Teams|Zoom)\b",
    re.IGNORECASE,
)
_LONGEST = 200
"""Letters: what is longer is no person."""


def is_post(words: str) -> bool:
    """Whether *words* are the title of a post or an office beyond doubt, such as `Head of Finance`."""
    seen = folded(words).strip(" .")
    if bracket := _BRACKET_AT_END.search(seen):
        seen = seen[: bracket.start()].strip()
    parts = seen.split()
    if not parts or len(parts) > 10:
        return False
    if _ABBREVIATED_POST.fullmatch(seen) or _POST_OF.match(seen):
        return True
    if not all(part[0].isupper() or _OF_POST.fullmatch(part) or part in ("of", "for") for part in parts):
        return bool(len(parts) == 1 and (_POST.fullmatch(seen) or _POST_OR_SURNAME.fullmatch(seen)))
    if _POST.fullmatch(parts[-1]):
        return True
    return bool(_POST_OR_SURNAME.fullmatch(parts[-1]) and all(map(_OF_POST.fullmatch, parts[:-1])))


def is_name(words: str) -> bool:
    """Whether *words* are a person's name in full, with a title or initials perhaps, and nothing else."""
    seen = folded(words).strip()
    if rank := _RANKED.match(seen):
        seen, has_title = seen[rank.end() :], True
    else:
        has_title = False
    parts = seen.split()
    while parts and _TITLE.fullmatch(parts[0]):
        parts, has_title = parts[1:], True
    while parts and _HONOUR.fullmatch(parts[-1]):
        parts.pop()
    if not (1 if has_title else 2) <= len(parts) <= 6 or not parts[0][0].isupper():
        return False
    if _POST.fullmatch(parts[-1]):
        return False
    is_long = len(parts[-1].rstrip(".")) > 1
    return is_long and all(_WORD_OF_NAME.fullmatch(p) and not _NO_NAME.fullmatch(p) for p in parts)


def attendee(text: str) -> Named | Unnamed | Nobody:
    """Who an entry of a list of people says is there, or was expected: a person, people, or nobody."""
    bare = text.strip().rstrip(".").strip()
    seen = folded(bare)
    if _NOBODY.fullmatch(seen):
        return Nobody()
    return Unnamed(bare) if _UNNAMED.fullmatch(seen) else person(text)


def person(text: str) -> Named:
    """The person of an entry `Name, role`; what fits no form is all name, up to the first comma.

    Initials in brackets, a post before the name, and a post or a note in brackets after it are no part of it.
    """
    name, _, role = (part.strip() for part in text.partition(","))
    if len(text) > _LONGEST:
        return Named(name, role or None)
    return _less_brackets(_in_order(name, role or None))


def _in_order(name: str, role: str | None) -> Named:
    """The name, where a post stands before it: `Treasurer: Jo Bennett`, `Treasurer Jo Bennett`."""
    bare = _less(name)
    if role is None:
        post, colon, rest = name.partition(":")
        if colon and is_post(post) and is_name(_less(rest.strip())):
            return Named(rest.strip(), post.strip())
        words = bare.split()
        for n in range(len(words) - 2, 0, -1):
            post, rest = " ".join(words[:n]), " ".join(words[n:])
            if is_post(post) and is_name(rest) and not _is_rank(post):
                return Named(" ".join(name.split())[len(post) + 1 :], post)
    elif is_post(name) and is_name(_less(role)) and not is_post(role):
        return Named(role, name)
    return Named(name, role)


def _is_rank(post: str) -> bool:
    return bool(_RANK.fullmatch(post) or _RANKED.fullmatch(f"{post} "))


def _less(name: str) -> str:
    """*name* without what stands in brackets after it."""
    while match := _BRACKET_AT_END.search(name):
        name = name[: match.start()].strip()
    return name


def _less_brackets(found: Named) -> Named:
    """*found* with what stands in brackets at the end of its name, or of its role, where it belongs."""
    bare = _less(found.name)
    if bare != found.name and not bare:
        return found
    name = found.name
    while (match := _BRACKET_AT_END.search(name)) and (sorted_out := _with(found, bare, match[1].strip())):
        name, found = name[: match.start()].strip(), sorted_out
    found = replace(found, name=name)
    if found.role and (match := _BRACKET_AT_END.search(found.role)) and are_initials(match[1], name):
        role = found.role[: match.start()].strip()
        found = replace(found, role=role or None, initials=found.initials or match[1])
    return found


def _with(found: Named, name: str, words: str) -> Named | None:
    """*found* with what *words* in brackets say of it; None where that is not known."""
    if not found.initials and are_initials(words, name):
        return replace(found, initials=words)
    if is_post(words) and not found.role and not _NOTE.match(words):
        return replace(found, role=words)
    if not found.note and (_NOTE.match(words) or is_post(words)):
        return replace(found, note=words)
    return None


def is_title(word: str) -> bool:
    """Whether *word* is a form of address before a name, or an honour after it."""
    return bool(_TITLE.fullmatch(word) or _HONOUR.fullmatch(word.upper()) or _RANKED.match(f"{word} "))


# “AM”, “A.M.”
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,4}")


def are_initials(letters: str, name: str) -> bool:
    """Whether *letters* are the initials of *name*: its first word's, and at the end its last word's."""
    if not _INITIALS.fullmatch(letters):
        return False
    first = [part for part in name.split() if not _TITLE.fullmatch(part)]
    if not first:
        return False
    bare = letters.replace(".", "")
    last = {piece[0].upper() for piece in re.split(r"['’-]", first[-1]) if piece}
    return bare[0] == first[0][0].upper() and bare[-1] in last


def is_initials(words: str) -> bool:
    """Whether *words* could be somebody's initials: `JB`."""
    return bool(_INITIALS.fullmatch(words))


def initials_of(name: str) -> str:
    """The initials that *name* has: of `Mr Alex Morgan OBE`, AM."""
    parts = [p for p in folded(name).split() if not _TITLE.fullmatch(p) and not _HONOUR.fullmatch(p)]
    return "".join(part[0].upper() for part in parts if part[0].isalpha())
