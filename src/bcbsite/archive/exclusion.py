"""What says that a meeting goes on without the press and public, and what says that they are back.

Section 100A of the Local Government Act 1972 and section 1(2) of the Public Bodies (Admission to Meetings)
Act 1960 have the words of such resolutions. All texts are taken as `in_one_line` gives them.
"""

import re
from collections.abc import Sequence

from bcbsite.archive.disguise import in_one_line

_PEOPLE = r"(?:press|public|media|journalists|reporters|observers|non-members|bloggers)"
_MEMBERS = (
    r"(?:(?:the |all |any )?(?:members?|representatives?) of )?(?:both )?(?:the )?(?:general |accredited )?"
)
_WHO = rf"{_MEMBERS}{_PEOPLE}(?:,? ?(?:and|or|&|/|,) ?(?:of )?{_MEMBERS}{_PEOPLE})*\b"
"""“members of the press and of the public”."""
_EVERYBODY = r"(?:all|any|other) (?:persons|people|those|others|parties|attendees)\b[^.;]{0,80}?"
_OTHER_PLACE = (
    r" (?:from|to|on|in|at|of) (?!(?:the |this |that |its |our |all |any |further |each )*"
    r"(?:(?:public |whole |entire |following |next |remaining |current |present |board |council |virtual |"
    r"private |confidential |exempt |later |agenda |above |committee |second |part of |of |the )*"
    r"(?:meeting|remainder|rest|room|chamber|items?|business|part|sessions?|discussions?|proceedings|"
    r"consideration|debate|agenda|deliberations|sections?|committee|board|council|hall|building|call|gallery|"
    r"point|stage|time|accordance|order|view|line|pursuance|grounds|basis|account|light|request|"
    r"invitation|private|public|press|exempt|\d[\d.:]*)\b))"
)
"""What is not a meeting: “from the park”, “to the hearing”, “on social media”."""
_LAW = (
    r"(?:section|s\.? ?100|act|schedule|paragraphs?|regulations?|standing orders?|meeting|items?|business|"
    r"remainder|information|disclosure|discussion|consideration|grounds?)"
)
_ASIDE = (
    rf"(?: ?\([^)]{{0,200}}\)|,? (?:under|in|pursuant|by|for|during|on|with|having|because|as|at)\b"
    rf"(?=[^;]{{0,300}}?\b{_LAW}\b)[^;!?]{{0,400}}?)?,?"
)
"""“, in accordance with section 100A(4) of the Act,” between the public and the verb."""
_BE = r"(?:(?:should|shall|must|will|would|to|that) )*(?:be|are|is|was|were|being|been|had to be)"
_HOW = r"(?: (?:now|then|therefore|temporarily|also|again|duly|accordingly|formally|thereupon|subsequently))*"
_GO = (
    r"(?:leave|withdraw|depart|vacate|retire|go)\b"
    r"(?! (?:an? |their |any |to |online |in |on |written )*"
    r"(?:feedback|comments?|views?|questions?|names?|details|flowers|cards?|messages?|tributes?|website|"
    r"reviews?))"
)
_TOLD_TO_GO = rf"(?:asked|requested|required|invited|instructed|directed|told) to {_GO}"
_EXCLUDED = re.compile(
    rf"\b(?:{_WHO}|{_EVERYBODY}){_ASIDE} {_BE}{_HOW} (?:excluded|removed|{_TOLD_TO_GO}|ejected)\b"
    rf"(?!{_OTHER_PLACE})"
)
"""“that the press and public be excluded from the meeting”."""
_TO_EXCLUDE = re.compile(
    rf"\bexclud(?:e|es|ed|ing) (?:from (?:the |this )?(?:meeting|room|chamber) )?{_WHO}(?!{_OTHER_PLACE})"
    rf"|\b(?:ask|request|requir|invit|instruct|direct)(?:e|es|ed|s|ing)? (?:that )?{_WHO} (?:to )?{_GO}"
    rf"|\b(?:resolv|agree|approv|mov|propos|vot|carried|second|motion|"
    rf"resolution)[^.;]{{0,200}}?\bexclusion of {_WHO}"
    rf"(?!{_OTHER_PLACE})"
)
"""“RESOLVED to exclude the public”, “agreed the exclusion of the press and public”."""
_WENT = (
    r"(?:leave|left|withdraw|withdrew|departed|retired|vacated)\b"
    r"(?=\W*$|[.,;:)]| (?:the |this )?(?:public |council |committee |board |virtual )*"
    r"(?:meeting|room|chamber|call|hall|gallery|building|session|proceedings)\b"
    r"| (?:at|before|while|whilst|for|during|prior|when|and|so|as|in accordance|under|having|"
    r"from the meeting)\b)"
    r"(?! (?:at|for|in|under) the (?:scene|site|park|door|vigil|event|station)\b)"
)
_LEFT = re.compile(
    rf"\b{_WHO}(?: (?:all|then|now|present|who were present|in attendance|duly|were|having|had|have))*"
    rf"(?: \([^)]{{0,80}}\))? {_WENT}"
)
"""“The public and press withdrew.”"""
_SOME = re.compile(
    r"(?:\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|some|several|most|many|few|\d+|another)"
    r"(?: further| other| more)? )$"
)
"""Some who go are not all who are sent."""
_PRIVATE = (
    r"(?:a |an |the )?(?:private|closed|confidential|exempt|restricted|secret|non-public)"
    r"(?:,? (?:and|or|&) (?:private|closed|confidential|exempt))?"
)
_MOVED = (
    r"(?:go|goes|went|gone|going|mov(?:e|es|ed|ing)|enter(?:s|ed)?|resolv(?:e|es|ed)|proceed(?:s|ed)?|"
    r"continu(?:e|es|ed)|reconven(?:e|es|ed)|resum(?:e|es|ed)|adjourn(?:s|ed)?|retir(?:e|es|ed)|turn(?:s|"
    r"ed)?|"
    r"pass(?:es|ed)?|convert(?:s|ed)?)"
)
_IN_PRIVATE = rf"(?:{_PRIVATE} (?:session|business|meeting|part|section|items?|matters)|private|camera)\b"
_SITTING = (
    r"(?:board|meeting|council|committee|commissioner|members|panel|authority|cabinet|remainder|it was|to)"
)
_THE_REST = (
    r"(?:the |these |those |this |all |any )?(?:(?:following|remaining|next|rest of the|remainder of the|"
    r"other|last|final|"
    r"exempt|confidential|private) )*(?:items?|business|remainder|rest|matters?|minutes?|agenda|meeting|"
    r"discussion|consideration|paragraphs?)"
)
_TO_PRIVATE = re.compile(
    rf"\b{_SITTING}\b[^.;]{{0,160}}?\b{_MOVED}(?: on| itself| then)? (?:in ?to|in|to|under) {_IN_PRIVATE}"
    r"(?! (?:homes?|houses?|hands|ownership|hire|sector|rented))"
    rf"|\b{_SITTING}\b[^.;]{{0,160}}?\b{_MOVED}(?: on)? (?:in ?to|to) (?:the )?part (?:ii|2|two|b)\b"
    r"(?! of the (?!(?:meeting|agenda))| of (?:her|his|its|their))"
    rf"|\b{_THE_REST}\b[^.;]{{0,120}}?\b(?:was|were|is|are|be)(?: then| to be| all)? "
    r"(?:held|taken|considered|discussed|dealt with|heard|conducted|transacted|exempt|not open|minuted) "
    rf"in {_IN_PRIVATE}(?! (?:homes?|houses?|hands|ownership|hire|sector|rented))"
    rf"|\b{_THE_REST}\b (?:was|were|is|are)(?: all| therefore)? "
    r"(?:exempt|confidential|private|restricted|not for publication)(?! from)\b"
    r"|\bpublic (?:part|session|meeting|section|business|proceedings)(?: of the meeting)?(?: then)? "
    r"(?:was |were )?(?:closed|ended|concluded|finished|ceased|came to an end)\b"
    r"|\bgallery (?:was )?(?:then )?(?:be )?(?:cleared|emptied)\b"
    r"|\b(?:while|whilst|when|as) (?:the )?(?:exempt|confidential|private) (?:information|matters?|items?|"
    r"business|"
    r"papers?|reports?) (?:was|were) (?:being )?(?:discussed|considered|heard|dealt with)\b"
)
"""“went into closed session”, “moved to Part II”, “the remaining items were taken in private”."""
_WELSH_PEOPLE = r"(?:'?r )?(?:g?wasg|[cg]?h?gyhoedd|[cg]?h?cyhoedd)\b"
_WELSH = re.compile(
    rf"\b(?:[cg]au|chau) allan[^.;]{{0,40}}{_WELSH_PEOPLE}"
    rf"|\b(?:gwahardd|wahardd|eithrio|allgau|hallgau|heithrio|gwaharddwyd|"
    rf"eithriwyd)[^.;]{{0,40}}{_WELSH_PEOPLE}"
    r"|\b(?:gadawodd|ymadawodd)[^.;]{0,20}(?:cyhoedd|wasg)\b"
    r"|\bi (?:sesiwn|gyfarfod) (?:breifat|gaeedig|gyfrinachol|preifat|caeedig)"
)
"""“Penderfynwyd cau allan y wasg a'r cyhoedd”."""
_OF_THE_PUBLIC = (_EXCLUDED, _TO_EXCLUDE, _LEFT, _WELSH)
_NOT_BEFORE = re.compile(
    r"\b(?:no|not(?! for publication| to be (?:disclosed|published))|never|without|nor|neither|unnecessary)"
    r"(?: (?!and\b|but\b)[\w']{1,20}){0,5} $|\b(?:not|no longer) $"
    r"|\b(?:powers?|right|rights|able|entitled|allows?|permits?|lets?|enables?|may|might|can|could)"
    r"(?: (?!and\b|that\b)[\w']{1,20}){0,3} $"
)
"""“It was not necessary to”, “the Act allows boards to”."""
_NOT_WITHIN = re.compile(
    r" (?:may|might|can|could|need|needed|had)(?: not)? (?:to )?(?:be|been) excluded"
    r"| not (?:be|been|being)? ?excluded| never "
)
_NOT_AFTER = re.compile(
    r"[^.;]{0,120}?\b(?:(?:was|were|is) (?:lost|rejected|defeated|withdrawn|not (?:carried|seconded|"
    r"agreed|approved|"
    r"moved|put|needed|required|necessary))|fell\b|not required|not needed|not applicable)|[\s:(-]{1,4}"
    r"(?:none|n/?a|nil|no)\b(?! other)"
)
_BACK = re.compile(
    rf"\b{_WHO}[^.;]{{0,60}}?\b(?:re-?admitted|readmitted|(?:invited|allowed|welcomed|let|brought|"
    rf"called) back"
    r"|invited to (?:return|rejoin|re-?enter)|re-?joined|returned(?= to the (?:meeting|room|chamber|hall|"
    r"call)|\W*$|[.,;]| at)"
    r"|re-?entered|came back)"
    rf"|\bre-?admi(?:t|tted|tting|ssion)(?: of)? {_WHO}"
    r"|\b(?:return|returned|moved|went|reverted|resumed|reconvened|continued|back|reopened|"
    r"re-opened)\b[^.;]{0,30}?"
    r"\b(?:in ?to|in|to) (?:the )?(?:open|public)(?: session| meeting| part|\W*$|[.,;])"
    r"|\b(?:open|public) (?:session|meeting)(?: was| were)?(?: then)? (?:resumed|reconvened|re-?opened|"
    r"restarted)"
    r"|\bmeeting(?: was)?(?: then)? re-?opened to the (?:press|public|media)"
    r"|\bend of (?:the )?(?:exempt|private|closed|confidential|part (?:ii|2|two|b)) (?:session|business|"
    r"items?|part|matters)"
    r"|\b(?:exempt|private|closed|confidential) (?:session|part)(?: of the meeting)? (?:was |then )?"
    r"(?:ended|closed|concluded|finished)"
    rf"|\bail-?dderbyn[^.;]{{0,40}}{_WELSH_PEOPLE}|\b(?:dychwelodd|dychwelyd)[^.;]{{0,20}}cyhoedd\b"
)
"""“The public were readmitted.”"""
_NOT_YET = re.compile(
    r"\b(?:will|would|could|may|might|can|until|till|once|when|before|if|unless|not|never|no)\b[^.;]{0,60}$"
)
_ROUTINE = re.compile(
    r"(?:there (?:being|was|were) no (?:further|other|more) business[^.;]{0,40}[,;.]? ?)?"
    r"(?:(?:the |this )?(?:chair(?:man|person|woman)?|meeting|board|session)(?: (?:thanked|all|everyone|"
    r"members|those|"
    r"present|for|coming|attending|their|attendance|and|then|was|declared|the|meeting)){0,12} "
    r"(?:closed|ended|finished|concluded|thanked all|thanked everyone)"
    r"(?: the (?:public )?(?:meeting|session))?(?:,? (?:at|by) [\d.:]{1,5} ?(?:hrs|hours|[ap]\.?m\.?|"
    r"noon)?)?[.;]?"
    r"|(?:the )?(?:date of (?:the )?)?next (?:public |ordinary )?meeting[^;!?]{0,120}"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)?(?:day)?,? ?\d{1,2}(?:st|nd|rd|"
    r"th)? [a-z]{3,9} \d{4}[^.;]{0,20}\.?"
    r"|(?:the )?(?:separate |confidential |exempt |private )*(?:minutes?|notes?|"
    r"record)(?: of (?:the )?[a-z ]{0,50})? "
    r"(?:is|are|was|were|will be) (?:recorded|kept|held|minuted|taken)(?: separately| in [a-z ]{0,40})?\.?"
    r"|signed\b[^a-z]{0,80}(?:chair\w*|date|dated)?\b[^a-z]{0,80}(?:date)?[^a-z]{0,40}|"
    r"nothing(?: further)? was (?:discussed|said)\.?"
    r"|there being no (?:further|other) business\.?)?\W*"
)
"""“The meeting closed at 15.40.”: no business."""
_EXCLUSION_TITLE = re.compile(
    r"[\W_]{0,20}(?:(?:to|the|for|of|and|consider|consideration|agree|approve|possible|proposed|potential|"
    r"temporary|"
    r"formal|motion|resolution|resolve|move|exempt|information|items?|any|whether|admission|matters?|"
    r"-)\W{1,3}){0,12}"
    r"exclu(?:sion|de|ding)(?: of)?(?: from (?:the )?meeting(?: of)?)?(?: the)? "
    rf"{_WHO}(?!{_OTHER_PLACE})"
    rf"|[\W_]{{0,20}}(?:the )?{_WHO} (?:to be |be |is |are |were |was )?exclu(?:ded|sion)(?!{_OTHER_PLACE})"
    r"|[\W_]{0,20}(?:gwahardd|eithrio|cau allan|allgau)[^.;]{0,40}(?:wasg|cyhoedd)"
)
_NONE = re.compile(
    r".*(?:[\s:(-]{1,4}(?:none|n/?a|nil|not (?:required|needed|applicable|necessary|used|moved|"
    r"invoked))\b.{0,40})"
)
_OPENS = re.compile(
    r"[\W_]*(?:part (?:i|1|one|a)\b.*|(?:open|public) (?:session|meeting|part|business|items?|"
    r"agenda)(?: of the meeting)?"
    rf"(?: (?:resumed|continued|resumes|\(?continued\)?))?[\W_]*|re-?admi(?:ssion|t|tting|"
    rf"ttance)(?: of)?(?: the)? {_WHO}.*"
    r"|return to (?:open|public) session.*)"
)


def is_exclusion(title: str) -> bool:
    """Whether an item shuts out the public: its own text is no secret, but that of later ones is."""
    seen = in_one_line(title).lower()
    return bool(
        (_EXCLUSION_TITLE.match(seen) and not _NONE.fullmatch(seen)) or _last_exclusion(seen, _OF_THE_PUBLIC)
    )


def shuts_out(text: str) -> bool:
    """Whether minutes say that the press and public are excluded, so that what comes after is not public.

    Not where the same text says that they came back.
    """
    seen = in_one_line(text).lower()
    if len(seen) < _ONE_LINE and _EXCLUSION_TITLE.match(seen) and not seen.endswith("."):
        return not _NONE.fullmatch(seen)
    end = _last_exclusion(seen)
    return bool(end) and not _is_back(seen, end)


def readmits(text: str) -> bool:
    """Whether *text* says that the public are back, or is a heading of what is public."""
    seen = in_one_line(text).lower()
    return _is_back(seen, 0) or bool(len(seen) < _ONE_LINE and _OPENS.fullmatch(seen))


def is_routine(text: str) -> bool:
    """Whether *text* after an exclusion says no more than that the meeting ended, or that the public went."""
    seen = in_one_line(text).lower()
    return len(seen) < _ONE_LINE and bool(_ROUTINE.fullmatch(seen))


def only_shuts_out(text: str) -> bool:
    """Whether the words of an exclusion are all that *text* says, so that they can be public themselves."""
    seen = in_one_line(text).lower()
    if not _EXCLUDED.search(seen) and not _TO_EXCLUDE.search(seen) and not _EXCLUSION_TITLE.match(seen):
        return False
    end = _last_exclusion(seen) or len(seen)
    return not _MORE.search(seen, end)


_MORE = re.compile(
    r"[.;!?] ?[a-z]|,? and (?!(?:the )?(?:public|press)|confidential|exempt|that |in all |paragraphs?|\d)"
)
_ONE_LINE = 160
# Every text that shuts out the public has one of the first and one of the second, or one of the third.
_OF_PEOPLE = re.compile(
    "press|public|media|non-members|observers|journalists|reporters|bloggers|persons|people|those|others|"
    "parties|"
    "attendees|wasg|yhoedd"
)
_OF_GOING = re.compile(
    "xclu|leave|left|withdr|depart|retire|vacat|remov|eject|allan|wahardd|eithri|allg|adawodd|asked|told|"
    "invited"
)
_OF_PRIVACY = re.compile(
    "privat|closed|camera|confidential|exempt|restricted|secret|non-public|publication|part (?:ii|2|two|"
    "b)|gallery|"
    "public (?:part|session|meeting|section|business|proceedings)|breifat|gaeedig|gyfrinachol|preifat|caeedig"
)


def may_shut_out(text: str) -> bool:
    """Whether a quick look at *text* cannot rule out that it shuts out the public."""
    return _may_shut_out(" ".join(text.lower().split()) if text.isascii() else in_one_line(text).lower())


def _may_shut_out(seen: str) -> bool:
    return bool((_OF_PEOPLE.search(seen) and _OF_GOING.search(seen)) or _OF_PRIVACY.search(seen))


def goes_private(title: str) -> bool:
    """Whether a heading says that a meeting goes on in private, so that its text is not public either."""
    return bool(_last_exclusion(in_one_line(title).lower(), (_TO_PRIVATE,)))


def _last_exclusion(seen: str, forms: Sequence[re.Pattern[str]] = ()) -> int:
    """Where the last words end that shut out the public; 0 where none do."""
    last = 0
    if _may_shut_out(seen):
        for form in forms or (*_OF_THE_PUBLIC, _TO_PRIVATE):
            for found in form.finditer(seen):
                if found.end() > last and not _is_denied(found, seen):
                    last = found.end()
    return last


def _is_denied(found: re.Match[str], seen: str) -> bool:
    before = seen[max(0, found.start() - 120) : found.start()]
    return bool(
        _NOT_BEFORE.search(before)
        or _NOT_WITHIN.search(found[0])
        or _NOT_AFTER.match(seen, found.end())
        or (found.re is _LEFT and _SOME.search(before))
    )


def _is_back(seen: str, start: int) -> bool:
    return any(
        not _NOT_YET.search(seen[max(0, found.start() - 60) : found.start()])
        and not re.search(r"\b(?:will|would|could|may|might|can|not|until|once|when|before|if)\b", found[0])
        for found in _BACK.finditer(seen, start)
    )
