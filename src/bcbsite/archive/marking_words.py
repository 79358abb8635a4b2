"""The words that mark a text as not for the public, and the forms in which they stand alone.

They are those of the Government Security Classifications (OFFICIAL-SENSITIVE, SECRET, TOP SECRET), of the
scheme before 2014 (PROTECT, RESTRICTED, CONFIDENTIAL), and of Part VA of the Local Government Act 1972 and
its Schedule 12A (exempt and confidential information, exclusion of the public), which councils use.
"""

import re
from typing import NamedTuple

# Between the words of a marking there can be anything but letters and figures.
GAP = r"[\W_]{0,40}"
BEFORE, AFTER = r"(?<![^\W_])", r"(?![^\W_])"


def phrase(*words: str) -> str:
    """A form of *words*, each a form, whatever but letters and figures stands between them."""
    return GAP.join(words)


# “O-S maps were bought”, of the Ordnance Survey; “O-S maps of the safe houses” may be marked.
_OF_SURVEY = (
    r" (?:maps|mapping|map (?:sheets?|refs?|references?)|grid (?:refs?|references?))\b"
    r"(?=\W*\Z| [A-Z]{0,2} ?\d| (?:was|were|is|are|had|have|showed|shows?)\b)"
)
OFFICIAL = "|".join(
    (
        phrase("OFF?I{0,2}C(?:I?A|AI)L", "(?:SEN(?:S[A-Z]*)?|[S5$][A-Z]{1,5}TIV[A-Z3]?)"),
        r"OFF?I?C(?:I?A|AI)L[^\w']{1,10}S",
        phrase("OFF", "SENS?(?:ITIVE)?"),
        f"(?<!-)O-S(?!-)(?!{_OF_SURVEY})",
    )
)
SECRET = rf"(?:TOP{GAP})?SECRET(?! (?:SANTA|SHOPPERS?|BALLOT)\b)"
NOT_FOR = "|".join(
    (
        phrase(
            "NOT",
            f"(?:YET{GAP})?FOR(?:[\\W_]{{1,9}}[A-Z]{{2,12}}){{0,2}}",
            f"(?:PUB[A-Z]{{2,10}}|P[UBL]{{2,4}}[A-Z]{{0,4}}CATI?ON|SHARING|(?:THE{GAP})?WEB(?:SITE)?|"
            f"INTERNET|UPLOAD|BROADCAST|PRESS|DISCLOSURE|RELEASE|CIRCULATION|"
            "DISTRIBUTION|DISSEMINATION)",
        ),
        phrase(
            "NOT",
            "TO",
            "BE",
            f"(?:PUBLI[A-Z]{{1,8}}|DISCLOSED|CIRCULATED|DISTRIBUTED|RELEASED|SHARED|COPIED|"
            f"MADE{GAP}(?:PUBLIC|AVAILABLE))",
        ),
        phrase("DO", "NOT", "(?:PUBLISH|DISCLOSE|CIRCULATE|DISTRIBUTE|RELEASE)"),
    )
)
_CONFIDENTIAL = "|".join(
    (
        phrase("PRIVATE", "(?:AND)?", "CONFIDENTIAL"),
        phrase("(?:STRICTLY|HIGHLY|COMMERCIALLY|COMPANY|STAFF)", "(?:PRIVATE|CONFIDENTIAL)"),
        phrase("(?:HIGHLY|COMMERCIAL(?:LY)?|OPERATIONAL(?:LY)?|POLICE|ENFORCEMENT)", "SENSITIVE"),
        phrase("PERSONAL", "(?:AND)?", "CONFIDENTIAL"),
        phrase("UNDER", "(?:STRICT)?", "EMBARGO"),
        phrase("STRICTLY", "EMBARGOED"),
        phrase("NO[TN]", "PUBLIC"),
        phrase("NOT", "OPEN", "TO", "(?:THE)?", "(?:PRESS|PUBLIC)"),
        phrase("WITHH[EO]LD", "FROM", "PUBLICATION"),
        phrase("(?:EYES|MEMBERS)", "ONLY"),
        phrase("TLP", "(?:RED|AMBER)"),
        f"(?:(?:COMMERCIAL|STAFF|MEDICAL|MANAGEMENT|POLICY|HONOURS){GAP})?"
        + r"(?<!TRUST )(?<!PUBLIC )(?<!RISE )(?<!FALL )"
        + phrase(
            "IN", "(?:STRICT(?:EST)?)?", r"CONFIDENCE(?!,? (?:BUILDING|MEASURES|LEVELS|TRUST|INTERVALS?)\b)"
        ),
        phrase("LEGAL(?:LY)?", "(?:PROFESSIONAL)?", "PRIVILEGED?(?! POLICY)"),
        phrase("(?:INTERNAL|OFFICIAL)", "USE", "ONLY"),
        phrase("(?:PRIVATE|CLOSED|CONFIDENTIAL|EXEMPT|SECRET)", "SESSION"),
        phrase("EXEMPT", "FROM", "(?:PUBLICATION|DISCLOSURE)"),
        rf"PROTECT(?:{GAP}[-:(/]{GAP}| (?=[A-Z]+\W*\Z))(?!STAFF\W*\Z)"
        "(?:PERSONAL|COMMERCIAL|STAFF|MANAGEMENT|POLICY|INVESTIGATIONS?|PRIVATE|APPOINTMENTS)",
    )
)
PHRASES = f"{OFFICIAL}|{SECRET}|{NOT_FOR}|{_CONFIDENTIAL}"
WORDS = "CON?F[IE]N?DENT(?:IAL|AL|AIL)|RESTRICTED|EXEMPT|PRIVATE|PRIVILEGED|CLASSIFIED|EMBARGO(?:ED)?"
MARKED = rf"(?:{PHRASES}|{WORDS})(?:{GAP}(?:AND{GAP}|OR{GAP})?(?:{PHRASES}|{WORDS})){{0,4}}"
OF_WHAT = (
    "(?:REPORTS?|PAPERS?|ITEMS?|APPENDI(?:X|CES)|ANNEX(?:ES)?|SESSIONS?|SECTION|PART|MINUTES?|AGENDA|"
    "BUSINESS|"
    "INFORMATION|MATTERS?|DOCUMENTS?|MEETINGS?|DISCUSSIONS?|BRIEFING|NOTES?|COPY|DRAFT|"
    "ADDENDUM|SUPPLEMENT|LETTER|MEMO(?:RANDUM)?|PROPOSALS?|CASE|ADVICE|DATA|PERSONNEL|STAFFING|HR|LEGAL|"
    "FINANCIAL|"
    "PERSONAL|COMMERCIAL|STAFF|OPERATIONAL|POLICY|MANAGEMENT|INVESTIGATIONS?)"
)
GROUND = (
    "(?:UNTIL|UNDER|BY|PURSUANT|IN ACCORDANCE|WITHIN|AS DEFINED|PARAGRAPHS?|PARAS?|SCHEDULE|SECTION|S)"
    rf"{AFTER}.*"
)
EDGE = r"[\W_]*"
BEGINNING = rf"{EDGE}(?:[A-Za-z0-9]{{1,4}}[.)]\s{EDGE})?"
"""What can stand before the words of a line: signs, and a label such as `(a)`, `iv.` or `12)`."""

ANYWHERE = re.compile(f"{BEFORE}(?:{PHRASES}){AFTER}")
"""In capitals these mark a text wherever they stand in it."""
_APART = r"[^\w.,;!?]{0,20}"
AS_NAME = re.compile(
    rf"{BEFORE}(?:Off?i?ci?al{_APART}Sensitive|OFF?I?CI?AL{_APART}(?i:sensitive)|"
    rf"(?i:off?i?ci?al){_APART}SENSITIVE"
    r"|Off?i?ci?al-sensitive)"
    rf"{AFTER}"
)
"""The same with a capital in each word, or one word in capitals: “Official-Sensitive”, “OFFICIAL-Sensitive”.

It must look like one name: no comma and no end of a sentence within.
"""
WHOLE = re.compile(
    rf"{BEGINNING}(?:(?:{MARKED})(?:{GAP}{OF_WHAT})*(?:[\W_]+{GROUND})?|SENSITIVE|O[/.] ?S|"
    rf"IN{GAP}PRIVATE|IN{GAP}CAMERA)"
    rf"{EDGE}",
    re.IGNORECASE | re.DOTALL,
)
"""A text that is a marking and nothing else, but for the ground."""
WITH_MARGIN = re.compile(
    rf"{BEGINNING}(?:(?:{MARKED})(?:{GAP}{OF_WHAT}){{0,3}}{AFTER}(?:"
    r"(?:[\W_]{1,20}(?i:page|copy|version|of|no|\d{1,4}(?:st|nd|rd|th)?|[a-z]|[ivx]{1,5}"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})(?![^\W_])){0,9}"
    r"|[\W_]{1,20}(?i:when|once|if|until|till|while|pending)\b.*)"
    rf"|NOT{GAP}(?:YET{GAP})?(?:FOR|TO{GAP}BE)|DO{GAP}NOT){EDGE}"
)
"""“CONFIDENTIAL Page 2 of 3”, “CONFIDENTIAL ANNEX A”, “RESTRICTED (when complete)”.

A line “NOT FOR” begins a marking.
"""
OF_SOMEBODY = re.compile(
    rf"{BEGINNING}(?:{MARKED})(?:{GAP}{OF_WHAT}){{1,3}}[\W_]{{1,20}}(?:OF|TO|BY|FROM|ON|FOR|"
    rf"ABOUT)\b[^a-z\n]*"
)
"""“CONFIDENTIAL REPORT OF THE CHIEF CONSTABLE”, all in capitals."""
NONE = re.compile(
    r"[^\n:.;|()\[\]-]{0,80}[:?-]\s{0,9}(?:none|no|nil|n/?a|not (?:applicable|needed|required))[\W_]{0,9}",
    re.IGNORECASE,
)
"""“Exempt items: none” says that there is nothing."""


class Found(NamedTuple):
    """A marking."""

    words: str
    line: int = 0
    """How many lines after the beginning of the text it stands."""
