"""Whose words a heading or a label of an inspection response begins, by any title of the office.

The duty is the local policing body's: a commissioner's, a mayor's, MOPAC's or the Common Council's (Police
Reform and Social Responsibility Act 2011, ss.1 and 3; orders for mayors). Where a mayor or a council is that
body, no police and crime commissioner is; so a bare “Commissioner” is then the chief officer, as in London.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bcbsite.text.fold import fold, folded


class Giver(StrEnum):
    """Whose words are given, as a writer would type the label."""

    COMMISSIONER = "Commissioner"
    """The local policing body."""
    CHIEF_CONSTABLE = "Chief Constable"
    """The chief officer, and the force, for which the chief officer answers."""


# These patterns are verbose: a blank is written \s.
_PARTS = r"(?:[\s,]+(?:&|and|fire|rescue|crime|criminal|justice|policing))"
_COMMISSIONER = rf"""
    (?:office\sof\sthe\s)? (?:(?:acting|deputy|assistant)\s)? police{_PARTS}+[\s,]+commissioner
    | [ado]?pf?cc | o?pfrcc | p\s?&\s?cc | local\spolicing\sbody
"""
_INSTEAD = rf"""
    mopac | mayor's\soffice(?:\sfor\spolicing{_PARTS}*)?
    | (?:(?:acting|deputy)\s)? mayor (?:\sfor\s(?:policing|crime){_PARTS}*)?
    | (?:court\sof\s)? common\scouncil | (?:city\sof\slondon\s)? police\sauthority (?:\sboard)?
"""
_BARE = r"(?:(?:acting|deputy|assistant)\s)? (?:police\s)? commissioner"
_CHIEF = r"""
    (?:(?:acting|deputy|assistant|temporary)\s)? chief\s(?:constable|officer)
    | [ad]?cc | (?:police\s)? force | constabulary
    | commissioner\sof\spolice (?:\s(?:of|for)\sthe\s(?:metropolis|city\sof\slondon))?
    | met(?:ropolitan)? (?:\spolice(?:\sservice)?)? (?:\scommissioner)? | mps
"""
_OFFICE_WORD = r"\b(?:chief|force|constabulary|police|commissioner|mayor|[ado]?pf?cc|mopac|cc|council|and)\b"
# “of Westshire”, “for East and West Shire”; but “force of law”
_PLACE = rf"(?: (?<!force) \s (?:of|for) \s (?:(?!{_OFFICE_WORD}) [a-z' -]){{1,40}}? )?"
_OFFICE = rf"""
    (?:the\s)? (?: (?P<instead>{_INSTEAD}) | (?P<chief>{_CHIEF}) | (?P<body>{_COMMISSIONER})
        | (?P<bare>{_BARE}) )
    {_PLACE}
    (?:'s|s'|s|')?
"""
_FORCE = rf"""
    (?:the\s)? (?P<force> (?:(?!{_OFFICE_WORD}) [a-z-]+\s){{1,2}} (?:police(?:\sservice)?|constabulary) )
    (?:'s|')?
"""
_KIND = r"(?:(?:formal|written|official|initial|full|detailed|overall|general|further|additional)\s){0,2}"
_WORDS = r"""
    (?:comments?|commentary|responses?|repl(?:y|ies)|answers?|remarks|statement|views?|observations|feedback
    |position|explanation)
"""
_SAYS = rf"{_KIND} {_WORDS} (?:\s? (?:and|&|/) \s? {_KIND} {_WORDS})?"
_ABOUT = r"(?:\s (?:on|to|about|regarding) \s (?P<about>.{1,80}) )?"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE | re.VERBOSE) for pattern in patterns)


_HEADINGS = _compiled(
    rf"{_OFFICE} (?:\s?[:-]?\s {_SAYS} {_ABOUT})?",
    rf"{_FORCE} \s {_SAYS} {_ABOUT}",
    rf"{_SAYS} \s (?:of|from|by) \s {_OFFICE} {_ABOUT}",
)
# “Chief Constable:”, “Force response –”, “PFCC’s comments:”; or such words alone.
_ENDS = r"(?: \s* : \s* | \s+ - \s+ | \s* $ )"
_LABELS = _compiled(
    rf"(?P<label>{_OFFICE} (?:\s {_SAYS})?) {_ENDS}", rf"(?P<label>{_FORCE} \s {_SAYS}) {_ENDS}"
)
_TO_THE_CHIEF = _compiled(
    rf"(?P<first>.{{1,80}}?) \s (?:to|on) \s (?:the\s)? (?:{_CHIEF}) {_PLACE} (?:'s|s'|s|')? (?:\s {_SAYS})?"
)[0]
_ABOUT_ONE = re.compile(
    rf"{_OFFICE_WORD.replace('|and', '')}|\b(?:recommendation|improvement|concern|afi)\s*\d", re.IGNORECASE
)
_LONGEST = 300
"""Characters: no heading and no label that is known has as many."""
# “1. ”, “(a) ”; “(s.55(5))”, “(PCC)”
_NUMBER = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})[.)]+\s+|\d{1,3}(?:\.\d{1,3})+\s+", re.IGNORECASE
)
_IN_BRACKETS = re.compile(
    r"\s*\((?:s(?:ection|\.)?\s?55[\w().\s]{0,20}|[ado]?pf?cc|mopac|cc|mps)\)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a paragraph begins with, to say whose words follow."""

    giver: Giver
    title: str
    """As typed, without the colon."""
    length: int
    """How many characters it takes."""


@dataclass(frozen=True, slots=True)
class Offices:
    """Tells whose words headings and labels of one document begin."""

    bare: Giver
    """Who “the Commissioner” is there."""

    @staticmethod
    def of(texts: Iterable[str]) -> "Offices":
        """Those of a document whose headings and paragraphs begin with *texts*."""
        instead = any(_names_another_body(text) for text in texts)
        return Offices(Giver.CHIEF_CONSTABLE if instead else Giver.COMMISSIONER)

    def of_heading(self, title: str) -> Giver | None:
        """Whose words a heading begins, or None."""
        words = as_heading(title)
        match = next(filter(None, (form.fullmatch(words) for form in _HEADINGS)), None)
        if match is None or (match["about"] and _ABOUT_ONE.search(match["about"])):
            return None
        return self._giver(match)

    def is_answer_to_chief(self, title: str) -> bool:
        """Whether a heading begins what the local policing body answers to the chief officer."""
        match = _TO_THE_CHIEF.fullmatch(as_heading(title))
        return match is not None and self.of_heading(match["first"]) is Giver.COMMISSIONER

    def label(self, text: str) -> Label | None:
        """The label that *text* begins with, or None."""
        seen = fold(text[:_LONGEST])
        match = next(filter(None, (form.match(seen.text) for form in _LABELS)), None)
        if match is None:
            return None
        title = text[slice(*seen.origin(0, match.end("label")))]
        return Label(self._giver(match), title, seen.origin(0, match.end())[1])

    def _giver(self, match: re.Match[str]) -> Giver:
        groups = match.groupdict()
        if groups.get("bare"):
            return self.bare
        of_body = groups.get("body") or groups.get("instead")
        return Giver.COMMISSIONER if of_body else Giver.CHIEF_CONSTABLE


def as_heading(title: str) -> str:
    """*title* for comparison: as it looks, without a number before it, a colon behind it, or “(PCC)”."""
    words = " ".join(folded(title[:_LONGEST]).replace("`", "'").split())
    return _IN_BRACKETS.sub("", _NUMBER.sub("", words, count=1) if _NUMBER.match(words) else words).rstrip(
        " :."
    )


def _names_another_body(text: str) -> bool:
    """Whether a heading or a label speaks for a mayor or a council that is the local policing body."""
    words = as_heading(text)
    matches = (*(form.fullmatch(words) for form in _HEADINGS), *(form.match(words) for form in _LABELS))
    return any(match is not None and match.groupdict().get("instead") for match in matches)
