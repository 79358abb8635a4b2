"""Whether something was done by others or in another place: at a referendum, between the parties.

Each part of a pattern has an example beside it.
"""

import re

_PLACES = (
    r"(?:referendum|ballots?|plebiscite|poll|inquir(?:y|ies)|conference|congress|AGM|annual\s+general\s+meeting"
    r"|Commons|Lords|[Pp]arliament|Senedd|Westminster|Whitehall|[Cc]ourt|[Tt]ribunal|[Hh]earing|appeal"
    r"|Home\s+Office|Treasury|Government)"
)
_ELSEWHERE = re.compile(
    rf"""[^.;]*?\b(?:at|in|by|on)\s+(?:an?\s+|the\s+|its\s+|their\s+)?(?:[\w'-]+\s+){{0,3}}?{_PLACES}\b
      | [^.;]*?\bat\s+(?:a\s+|the\s+)?(?:national|regional|local|ministerial|highest|force)\s+level\b
      | [^.;]*?\bas\s+(?:evidence|exhibits?)\b | [^.;]*?\bon\s+appeal\b                # accepted as evidence
      | \s*(?:between|among|amongst)\b                               # agreed between the parties
      | \s*(?:across|throughout)\s+(?:the\s+)?(?:[A-Z]|region|country|county|forces?|sector|nation|world)
      | \s*(?:nationally|regionally|internationally|locally|elsewhere|worldwide)\b     # agreed nationally
      | \s*from\s+(?:sale|circulation|service|use|display|the\s+(?:market|shops?))\b   # withdrawn from sale
    """,
    re.VERBOSE,
)
_REACH = 200
"""Characters after a verb in which a place is looked for."""


def is_elsewhere(after: str) -> bool:
    """Whether the words *after* a verb say that others did it, or that it was done in another place."""
    return _ELSEWHERE.match(after[:_REACH]) is not None


# “by the Panel”, and not “by 5 votes to 3”, “signed by the Chair”
BY_SOMEBODY = re.compile(
    r"(?<!signed )\bby\s(?!\d|an?\s|show\b|general|one\b"
    r"|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b"
    r"|ten\b|unanim|e-?mail|correspondence|circulation|majority|acclamation|consent|default"
    r"|(?:the\s+)?(?:\w+\s+)?(?:[Cc]hair\w*'s\s+)?casting\b|the\s+(?:narrowest|required|necessary)\b)"
)
"""That something was done by somebody, who is named after it."""

# “at Full Council”, “at a special meeting of the Panel”, and not “at Appendix B”
AT_ANOTHER_BODY = re.compile(
    r"\bat\s+(?:the\s+|an?\s+)?(?:(?:[a-z]+\s+){0,2}meeting\s+of\s+(?:the\s+)?|\w+\s+)?"
    r"(?!Board\b|Appendix|Annex|Section|Paragraph|Item|Table|Page|Schedule|Band\b|Level|Stage)[A-Z]"
)
"""That something was done at the meeting of another body."""
