"""What an agenda says of an item beside its title: who reports, for what, when, and with which paper.

“Report from: Treasurer”, “For decision”, “10.05 | Paper 2a”
"""

import re
from collections.abc import Iterator, Mapping

from bcbsite.model.blocks import Paragraph, Role
from bcbsite.model.prose import Prose
from bcbsite.read.labels import AGENDA_ROLES, with_role
from bcbsite.read.names import is_name, is_post
from bcbsite.text.fold import folded

NAMES: Mapping[Role, str] = {
    Role.REPORT_FROM: "Report from",
    Role.TIME: "Time",
    Role.PURPOSE: "Purpose",
    Role.PAPER: "Paper",
}
"""What the site calls each, in the order in which it shows those that an agenda prints in one line."""
_FORMS = {
    # “10.05”, “2 pm”, “10:05 to 10:20”, “20 minutes”
    Role.TIME: re.compile(
        r"\d{1,3}\s*(?:minutes?|mins?|hours?|hrs?)\.?"
        r"|(?:at\s+)?(?P<clock>\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?|hrs?|hours)?|\d{1,2}\s*[ap]\.?m\.?)"
        r"(?:\s*(?:-|to|until)\s*\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\.?|hrs?|hours)?)?",
        re.IGNORECASE,
    ),
    # “For decision”, “to note”, “for discussion and approval”
    Role.PURPOSE: re.compile(
        r"(?:for|to)\s+(?:decision|discussion|noting|note|information|assurance|approval|approve|consideration"
        r"|consider|agree|receive)(?:\s+(?:and|or)\s+(?:decision|discussion|noting|information|approval|assurance))?",
        re.IGNORECASE,
    ),
    # “Paper 2a”, “Enc. B”, “Appendix BCB/22/04”
    Role.PAPER: re.compile(
        r"(?:papers?|enclosures?|enc\.?|appendix|annex)\s+(?:nos?\.?\s*)?(?:[A-Z]|(?=[\w./-]*\d)[A-Z0-9][\w./-]{0,11})",
        re.IGNORECASE,
    ),
}
# “Lead: Treasurer | Paper: 3”, and lines of their own
_BETWEEN = re.compile(r"\s*\n\s*|\s+\|\s+")


def role_of(words: str) -> Role | None:
    """What *words* without a label say of an item, or None where that is not clear."""
    if is_post(words) or is_name(words):
        return Role.REPORT_FROM
    seen = folded(words).strip(" .")
    return next((role for role, form in _FORMS.items() if form.fullmatch(seen)), None)


def facts_of(paragraph: Paragraph, *, below_title: bool) -> tuple[Paragraph, ...] | None:
    """The facts that *paragraph* of an agenda consists of, one paragraph each; None if it says anything else.

    Without a label they are facts only *below_title*: where nothing but facts stands between.
    """
    found = [_fact(piece, paragraph.line, below_title) for piece in _pieces(paragraph.prose)]
    known = tuple(fact for fact in found if fact)
    return known if known and len(known) == len(found) else None


def _pieces(prose: Prose) -> Iterator[Prose]:
    start = 0
    for between in _BETWEEN.finditer(prose.text):
        yield prose.slice(start, between.start())
        start = between.end()
    yield prose.slice(start, len(prose.text))


def _fact(prose: Prose, line: int, below_title: bool) -> Paragraph | None:
    labelled = with_role(Paragraph(prose, line), AGENDA_ROLES)
    if labelled.role:
        return labelled
    role = role_of(prose.text) if below_title else None
    return Paragraph(prose, line, role) if role else None
