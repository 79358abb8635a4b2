"""Whose words a heading or a label of a response begins, by whatever title of the office it says so.

The local policing body is a commissioner or, by order, a mayor; in London the Mayor's Office for Policing and
Crime; in the City of London the Common Council (Police Reform and Social Responsibility Act 2011, ss.1 and 3;
Police Act 1996, s.101). In London and the City the chief officer is called Commissioner. Of a force it is the
chief officer who answers.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bcbsite.text.fold import fold, folded


class Side(StrEnum):
    """Who answers a report."""

    BODY = "Commissioner"
    CHIEF = "Chief Constable"


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose words something begins."""

    side: Side
    title: str
    """As written, without its colon: `Force response`."""
    length: int
    """How many characters of the text the title takes, with its colon."""
    name: str
    """Who that is, in a sentence: `the Commissioner`, `MOPAC`."""


# Each repetition has a bound, so that a long text takes no longer than its length.
_AREA_WORD = r"(?-i:(?!(?:The|To|Of|From|By|Comments?|Responses?|Repl\w*|Answers?)\b)[A-Z][\w-]*)"
_AREA = rf"{_AREA_WORD}(?:\s+(?:and|&|of|upon|the|{_AREA_WORD})){{0,5}}"
_AND = r"(?:and|&)"
_FULL_TITLE = (
    rf"police(?:,?\s+fire(?:\s+{_AND}\s+rescue)?)?,?\s+{_AND}\s+crime\s+commissioner|o?d?p(?:f|fr)?cc|"
    rf"office\s+of\s+the\s+police(?:,?\s+fire)?,?\s+{_AND}\s+crime\s+commissioner"
)
_COMMISSIONER = (
    rf"(?:(?:acting|deputy)\s+)?(?:{_AREA}\s+)?(?:{_FULL_TITLE})(?:\s+for\s+(?:the\s+)?{_AREA})?|"
    r"local\s+policing\s+body"
)
_OTHER_BODY = (
    rf"mayor's\s+office\s+for\s+policing\s+{_AND}\s+crime|mopac|"
    rf"(?:deputy\s+)?mayor(?:\s+of\s+{_AREA})?(?:\s+for\s+(?:police|policing|safer\s+communities)\b"
    rf"(?:,?\s+(?:{_AND}|fire|crime)){{0,4}})?|dmpc|"
    r"(?:court\s+of\s+)?common\s+council|(?:city\s+of\s+london\s+)?police\s+authority(?:\s+board)?"
)
_CHIEF_OF_THE_CAPITAL = (
    r"(?:metropolitan\s+police|city\s+of\s+london\s+police|met)\s+commissioner|"
    r"commissioner\s+of\s+(?:the\s+)?(?:city\s+of\s+london\s+)?police"
    r"(?:\s+of\s+the\s+metropolis|\s+for\s+the\s+city\s+of\s+london)?"
)
_CHIEF = (
    r"(?:(?:temporary|acting|deputy|assistant)\s+)?chief\s+(?:constable|officer)(?:\s+of\s+" + _AREA + r")?|"
    rf"[tda]?cc|(?:police\s+)?force|(?:{_AREA}\s+)?constabulary|(?:{_AREA}\s+)?police(?:\s+service|\s+force)?|mps"
)
_OFFICE = (
    rf"(?:the\s+)?(?:(?P<commissioner>{_COMMISSIONER})|(?P<other>{_OTHER_BODY})|"
    rf"(?P<capital>{_CHIEF_OF_THE_CAPITAL})|(?P<bare>(?:(?:acting|deputy)\s+)?commissioner)|(?P<chief>{_CHIEF}))"
)
_SAYS = (
    r"(?:(?:section|s\.?)\s*55\s+|(?:formal|full|initial|written|further)\s+){0,3}"
    r"(?:comments?|responses?|repl(?:y|ies)|answers?|remarks|statement|views?|update)"
)
_ABOUT = r"(?:\s+(?:on|to|about)\s+(?:the\s+)?(?:report|inspection|recommendations?|findings?))?"
_OF_OFFICE = rf"{_OFFICE}(?:'?s?'?)?\s*(?:\s|:\s*|-\s+){_SAYS}{_ABOUT}"
_FROM_OFFICE = rf"{_SAYS}\s+(?:of|from|by)\s+{_OFFICE}(?:'?s?'?)?{_ABOUT}"
_HEADINGS = tuple(re.compile(form, re.IGNORECASE) for form in (_OF_OFFICE, _FROM_OFFICE))
_BARE_HEADING = re.compile(rf"{_OFFICE}(?:'?s?'?)?", re.IGNORECASE)
# “PCC: …”, “Force response – …”; or alone, with the words in the next paragraph
_ENDS = r"\s*(?::\s*|\s-\s+|$)"
_LABELS = tuple(
    re.compile(form + _ENDS, re.IGNORECASE) for form in (_OF_OFFICE, _FROM_OFFICE, rf"{_OFFICE}(?:'?s?'?)?")
)
_TO_CHIEF = re.compile(
    rf"(?P<first>.{{1,120}}?)\s+to\s+(?:the\s+)?(?:{_CHIEF}|{_CHIEF_OF_THE_CAPITAL}|(?P<to>commissioner))"
    rf"(?:'?s?'?)?(?:\s+{_SAYS})?",
    re.IGNORECASE,
)
_NO_COMMISSIONER = re.compile(
    r"\W*(?:[\w' ]{0,40}\b)?(?:mayor's\s+office|mopac|dmpc|mayor|common\s+council|police\s+authority)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices as one document names them."""

    commissioner_is_chief: bool = False
    """Whether the Commissioner is the chief officer, since the body has another title there."""

    @classmethod
    def of(cls, beginnings: Iterable[str]) -> "Offices":
        """Those of a document whose headings and paragraphs have *beginnings*."""
        texts = (folded(text[:200]) for text in beginnings)
        found = (_begun(text, _LABELS) for text in texts if _NO_COMMISSIONER.match(text))
        return cls(any(match and match["other"] for match in found))

    def of_heading(self, title: str) -> Whose | None:
        """Whose comments a heading begins, or None."""
        return self._whose(title, _whole(title, _HEADINGS))

    def of_heading_of_finding(self, title: str) -> Whose | None:
        """Whose answer a heading below that of a finding begins, or None; the office alone will do."""
        return self._whose(title, _whole(title, (*_HEADINGS, _BARE_HEADING)))

    def of_label(self, text: str) -> Whose | None:
        """Whose answer a paragraph begins with a label, or None."""
        seen = fold(text)
        match = _begun(seen.text, _LABELS)
        return self._whose(text, match, seen.origin(0, match.end())[1]) if match else None

    def is_response(self, title: str) -> bool:
        """Whether a heading begins the body's response to the chief officer's comments."""
        match = _TO_CHIEF.fullmatch(_seen(title))
        if match is None or (match["to"] and not self.commissioner_is_chief):
            return False
        giver = self.of_heading(match["first"])
        return giver is not None and giver.side is Side.BODY

    def _whose(self, text: str, match: re.Match[str] | None, length: int = 0) -> Whose | None:
        if match is None:
            return None
        title = " ".join(text[: length or None].split()).rstrip(": -–—")
        if match["other"]:
            return Whose(Side.BODY, title, length, _as_a_name(match["other"]))
        if match["capital"] or (match["bare"] and self.commissioner_is_chief):
            return Whose(Side.CHIEF, title, length, "the Commissioner of Police")
        if match["chief"]:
            return Whose(Side.CHIEF, title, length, "the Chief Constable")
        return Whose(Side.BODY, title, length, "the Commissioner")


def _as_a_name(office: str) -> str:
    words = " ".join(office.split())
    return (
        words
        if words.isupper()
        else f"the {words.title() if words.islower() else words}".replace("'S", "'s").replace("'", "’")
    )


def _seen(title: str) -> str:
    """A heading for comparison, without a number before it or a colon after it."""
    return re.sub(r"^\d{1,3}[.)]\s+", "", " ".join(folded(title).replace("`", "'").split())).rstrip(":. ")


def _whole(title: str, forms: Iterable[re.Pattern[str]]) -> re.Match[str] | None:
    return next(filter(None, (form.fullmatch(_seen(title)) for form in forms)), None)


def _begun(text: str, forms: Iterable[re.Pattern[str]]) -> re.Match[str] | None:
    return next(filter(None, (form.match(text) for form in forms)), None)
