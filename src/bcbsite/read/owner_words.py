"""What looks like whoever is to act: an office, initials, or a name after a title, by its words alone."""

import re

# The noun that an office or a body is called by: “Chief Finance Officer”, “Clerk to the Board”.
_NOUNS = (
    "Accountant|Administrator|Adviser|Advisor|Analyst|Assistant|Auditors?|Authority|Board|Cabinet|Chair|"
    "Chairman|Chairperson|Chairwoman|Chairs|Chaplain|Chief|Clerk|Co-ordinator|Commander|Commissioner|Committee|"
    "Constable|Constabulary|Convenor|Coordinator|Council|Councillors|Custodian|Deputy|Director|Directorate|"
    "Engineer|Executive|Force|Governors|Head|Inspector|Lead|Leader|Manager|Mayor|Members?|Office|Officers?|"
    "Panel|Partnership|President|Principal|Registrar|Representative|Secretariat|Secretary|Sergeant|Service|"
    "Solicitor|Superintendent|Supervisor|Surveyor|Team|Treasurer|Trustees|Vice-Chair|Vice-Chairman|"
    "Vice-President|Warden|Webmaster"
)
# “Chief Finance Officer”, “Head of Legal and Governance”, “Deputy Chief Constable (Crime)”
_WORD = r"[A-Z][\w'&-]*"
_OFFICE = re.compile(
    rf"(?:All\s+)?(?:{_WORD}(?:,(?=\s+Fire\b))?\s+(?:(?:and|&)\s+)?){{0,4}}(?:{_NOUNS})"
    rf"(?:\s+(?:of|for|to|in|on)\s+(?:the\s+)?{_WORD}(?:\s+(?:(?:and|&|of|for)\s+)?{_WORD}){{0,4}})?"
    rf"(?:\s*\({_WORD}(?:\s+{_WORD}){{0,3}}\))?"
)
_INITIALS = re.compile(r"(?:[A-Z]\.?\s?){2,5}|[A-Z]{2}[a-z]?[A-Z]?")
# “Cllr Jones”, “Mrs A. Shah”, “PC 112 Reed”, “ACC Jo Bennett”
_TITLED = re.compile(
    r"(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Revd|Canon|Alderman|"
    r"PC|PS|DC|DS|DI|DCI|DCC|ACC|CC|CI|Insp|Sgt|Supt|Ch|C/Supt|T/ACC)\.?(?:\s+(?:\d+|[A-Z][\w.'-]*)){1,4}"
)
_EVERYBODY = re.compile(
    r"(?:All|ALL|EVERYONE|EVERYBODY|[Ee]veryone|[Ee]verybody|All\s+(?:members|partners|officers|councillors|present))"
)
# Capitals that are no initials: “TBC”, “NOT”, “N/A”
_NO_INITIALS = "TBC TBA NA NB NO OK ASAP PM AM NIL NONE AOB ON TO IF II III IV"
_NOBODY = frozenset(_NO_INITIALS.split())


def looks_like_owner(words: str) -> bool:
    """Whether *words* (as `folded` gives them) have the form of one owner, without “the” before it."""
    if len(words) > 90 or words.upper().replace(".", "") in _NOBODY:
        return False
    forms = (_OFFICE, _INITIALS, _TITLED, _EVERYBODY)
    return any(form.fullmatch(words) for form in forms)
