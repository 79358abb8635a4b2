"""Sentences that look as if they decided something, where no verb of the table says it.

They are told of and not read: whether “The Board supported the plan” decides anything, a person has to say.
"""

import re

from bcbsite.archive.deciding.clauses import is_in_clause, is_main, is_told
from bcbsite.archive.deciding.offices import Offices
from bcbsite.archive.deciding.times import is_of_another_day
from bcbsite.archive.deciding.venues import AT_ANOTHER_BODY, BY_SOMEBODY, is_elsewhere
from bcbsite.archive.deciding.verbs import PAST

_REACH = 600
"""Characters of a sentence that are looked through, so that no text is slow to read."""
_SHOWN = 60
"""Characters that are quoted."""

_WAS = r"(?:was|were)\s+(?:\w+ly\s+|also\s+)?"
_CONSENT = r"(?:consent|authori[sz]ation|authority|permission|agreement|blessing|approval|endorsement)"
# “in favour of the plan”, and not “in favour of better weather”
_OF_SOMETHING = r"(?!\s+of\s+(?!the\b|this\b|these\b|that\b|it\b|an?\b|option))"
# Behind the name of the body: “supported the plan”, “confirmed the sale”, and not “confirmed that …”.
_OF_THE_BODY = rf"""(?:\w+ly\s+|then\s+|also\s+)?
    (?: (?:supported|confirmed|chose|commissioned|co-opted|waived|lifted|overturned|rescinded)\b
        (?!\s+(?:that|how|why|whether|what|with|it\s+(?:was|had|is)|they|he|she|there)\b)
      | concluded\s+that\b | signed\s+off\b | turned\s+down\b                  # turned down the bid
      | (?:was|were)\s+(?:all\s+)?in\s+(?:agreement|favour\b{_OF_SOMETHING})\b           # were in agreement
      | (?:was|were)\s+(?:all\s+)?(?:content|happy|minded)\s+               # was content to approve
        (?:with|for|to\s+(?:approve|agree|accept|adopt|endorse|support|note|proceed))\b
      | gave\s+(?:(?:its|their|his|her|full|formal|\w+ly)\s+)*(?:{_CONSENT}|support)\b # gave its full support
      | (?:took|made|reached)\s+(?:the|a)\s+decision\b                         # took the decision to
      | (?:was|were)\s+(?:able|unable|pleased|willing|unwilling)\s+to\s+
        (?:approve|agree|accept|adopt|endorse|support)\b
      | could\s+not\s+(?:approve|agree\s+to|accept|support)\b               # could not agree to the post
      | (?:reached|came\s+to|arrived\s+at)\s+(?:an?\s+)?agreement\b
      | (?:was|were)\s+unanimous\b                                         # was unanimous in agreeing
      | (?:has|have)\s+(?:now\s+)?(?:approved|agreed|resolved|adopted|endorsed)\b )"""
# Behind an office: what one person supports or confirms is mostly said in a debate, and is left out.
_OF_AN_OFFICE = rf"""(?:\w+ly\s+|then\s+|also\s+)?
    (?: signed\s+(?:off|(?:the|a)\s+decision)\b | turned\s+down\b             # signed the decision notice
      | confirmed\s+(?:the|his|her)\s+(?:decision|approval|appointment)\b
      | was\s+(?:content|happy|minded)\s+(?:with|for|to\s+(?:approve|agree|accept|adopt|endorse|proceed))\b
      | gave\s+(?:(?:his|her|their|full|formal|\w+ly)\s+)*{_CONSENT}\b            # gave her consent
      | (?:took|made|reached)\s+(?:the|a)\s+decision\b
      | (?!Board|Panel|Office|Team|Staff|Group)[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)?\s+    # PCC Morgan approved
        (?:approved|agreed\s+(?:to|that|the)|decided|endorsed|ratified)\b )"""
_OF_ITSELF = re.compile(
    rf"""^(?P<before>.*?)
        (?: \b(?<!\bplanning\s){_CONSENT}\s+{_WAS}(?:given|granted|delegated|refused)\b  # Permission was
          | \bthere\s+was\s+(?:(?!no\b|little\b|much\b|not\b)\w+\s+)?  # There was agreement that
            (?:agreement|consensus|support)
            \s+(?:that|on|for|to)\b
          | \b(?:Board|meeting)'s\s+decision\s+was\b                        # The Board's decision was to wait
          | \ball\s+(?:present\s+)?(?:were\s+)?in\s+favour\b{_OF_SOMETHING}   # All were in favour.
          | ,\s+which\s+{_WAS}                                                # …, which was granted
            (?:granted|agreed|approved|accepted|adopted|refused|declined)\b
          | \b{_WAS}(?:(?:voted|turned)\s+down|thrown\s+out|signed\s+off|(?:authori[sz]ed|delegated)\s+to)\b
          | \b(?:option|tender|bid|design|supplier|quotation)s?\b[^,;]{{0,40}}\s  # The second bid was chosen
            {_WAS}(?:chosen|selected|preferred)\b
          | \bwas\s+(?:duly\s+|unanimously\s+)?(?:re-?)?(?:elected|appointed)\s+(?:as\s+)?(?:the\s+)?
            (?:[Vv]ice-?\s?|[Dd]eputy\s+)?[Cc]hair(?:man|woman|person)?\b        # was elected Chair
            (?!\s+of\s+(?:the\s+)?[A-Z])
          | (?<!\bno\s)\b(?:motion|amendment|resolution)s?\s+  # and the motion was carried
            (?:{_WAS})?(?:declared\s+|then\s+)?
            (?:carried|passed|lost|defeated|rejected|withdrawn)\b
          | \b(?:withdrew|withdrawing)\s+(?:his|her|their|the)\s+(?:motion|amendment)\b  # withdrew his motion
          | \ball\b[^.;]{{0,30}}\bvoted\s+(?:in\s+favour|for\b)          # All present voted in favour.
          | ^(?:Outcome|Result|Votes?|Voting|Conclusion|Determination
              |(?:Decision|Agreement)\b(?!-\w)[^:;.]{{0,30}})
            \s*(?::|\s-)\s*(?!none\b|no\b|n/a\b)\w                      # Outcome: approved
          | \b(?:the|a)\s+(?:decision|consensus|agreement)\s+(?:of\s+(?:the\s+Board|members)\s+)?was\s+
            (?:to\b|that\b)                                           # the consensus was to proceed
          | \bit\s+was\s+the\s+(?:decision|view|wish)\s+of\s+
            (?:the\s+(?:Board|meeting)|members)\s+that\b
          | \bagreement\s+was\s+(?:reached|expressed|given)\b               # Agreement was reached on
          | ^That\s[^.;]{{1,300}}?\sbe\s+(?:\w+ly\s+)?
            (?:approved|agreed|noted|adopted|accepted|endorsed|ratified
            |received|refused|rejected|deferred|appointed)\b             # That the report be noted.
          | \bmet\s+with\s+(?:the\s+)?(?:\w+\s+)?(?:Board's|members'|agreement|approval)  # met with approval
          | \b(?:carried|passed|agreed|approved|adopted)\s+(?:by|on)\s+
            (?:the\s+)?(?:casting|general|unanimous)\b
          | \bit\s+{_WAS}agreed\s+(?:the|a|an|all|no|this|these|there|both)\s # it was agreed the hut was best
        )""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# “A fee of £20 was agreed.”, “The new logo was approved.”, “Minutes are hereby approved.”: nobody is named.
_NOBODY_NAMED = re.compile(
    r"""(?P<subject>(?:(?:the|these|this|both|all|an?|his|her|their)\b|[A-Z\d£])(?:[^,;:.()]|[,.](?=\d)|,\s(?:as|which|subject)\b[^,]*,){2,200}?)
        \s(?:(?:was|were)\s+(?:(?!nearly|allegedly|reportedly|supposedly)\w+ly\s+|then\s+|duly\s+|therefore\s+)*|(?:is|are)\s+hereby\s+)
        (?:briefly\s+discussed,?\s+and\s+)?
        (?:approved|agreed|adopted|accepted|endorsed|ratified|refused|rejected|declined|confirmed|co-opted
          |appointed|authori[sz]ed|held\s+over|deferred|postponed)\b
        (?!\s+(?:dead\b|to\s+th(?:at|is)\b|to\s+be\b|that|how|as|within
            |with(?!\s+(?:thanks|regret|immediate|effect|some|one|two|minor|the\s+(?:following|addition))\b)|at|on\s+to
            |in\s+(?!principle)|on\s(?!the\s+\w+\s+of|a\s)|during|before|after|last
            |by(?!\s+(?:\d|a\s+(?:majority|vote|show)|general|unanim|all\b|consent)))\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_IN_A_YEAR = re.compile(r"\bin\s+(?:19|20)\d\d\b")
# Of these, others decide: “The appeal was refused by the court”, “Bail was refused.”
_OF_OTHERS = re.compile(
    r"\b(?:that|which|who|whom|whose|when|where|if|whether|had|has|have|been|was|were|said|force|officers?|staff|recruits?|plea|warrant|offer"
    r"|constable|police|government|ministers?|office|court|appeals?|bail|claims?|complaints?|entry|liability"
    r"|visas?|parole|extradition|disclosure|sentence|strike|surgery|trial|match|asylum|planning\s+permission|licensing"
    r"|apolog\w+|explanation|assurance|view|point|need|principle|suggestion|idea|criticism)\b",
    re.IGNORECASE,
)
# “With the agreement of the Board, | item 9 was taken first”
_PROCEDURE = re.compile(
    r"""\b(?: (?:items?|agenda|business|report|paper)\b[^.;]{0,60}?
          \b(?:taken|considered|heard|moved|brought|dealt|varied
          |re-?ordered|changed)\b | spoke\b | addressed\s+the\b )""",
    re.IGNORECASE | re.VERBOSE,
)
# “The Board” alone, and below it “(a) approved the plan”
_WITHOUT_SUBJECT = re.compile(
    rf"\W*(?:\w{{1,4}}[.)]\s+)?(?:also\s+|unanimously\s+)?(?!noted)(?:{PAST})\s+"
    r"(?:the|an?|to|that|this|these|all)\b",
    re.IGNORECASE,
)
# “Carried.”, “The motion carried.”, with nothing moved before it.
_FATE = re.compile(
    r"\W*(?:the\s+)?(?:motion|amendment|resolution|proposal|recommendations?)?\s*(?:was\s+)?(?:duly\s+)?"
    r"(?:carried|passed|lost|defeated)(?:\s+(?:unanimously|nem\.?\s*con\.?))?\W*",
    re.IGNORECASE,
)


# “decision: b”, “Decision point 3 (a) - b”
_LABEL = re.compile(
    r"decision(?:\s+points?)?(?:\s+no\.?)?(?:\s+\d[\d.]*)?(?:\s+\([^()]*\))?\s*(?::|-\s)", re.IGNORECASE
)


def begins_as_label(line: str) -> bool:
    """Whether a *line* begins with what looks like a label, of which BCB314 or BCB316 tells."""
    return _LABEL.match(line) is not None


class DoubtfulSentences:
    """Recognises them in the minutes of one body, in folded text."""

    def __init__(self, offices: Offices) -> None:
        """*offices* recognises who can decide."""
        self._offices = offices
        whose = rf"(?<!\w)(?:{offices.body}|{offices.members})(?!\w)"
        self._of_the_body = re.compile(
            rf"(?P<before>.*?){whose}\s+(?P<deed>{_OF_THE_BODY})", re.DOTALL | re.VERBOSE
        )
        self._of_an_office = re.compile(
            rf"(?P<before>.*?)(?<!\w)(?:{offices.office})\s+(?P<deed>{_OF_AN_OFFICE})", re.DOTALL | re.VERBOSE
        )
        self._with_consent = re.compile(
            rf"(?:With|By|Subject\s+to)\s+(?:the\s+)?(?:\w+\s+)?{_CONSENT}\s+of\s+{whose}", re.IGNORECASE
        )
        # “has been discussed and approved by Councillors”
        self._has_been = re.compile(
            rf"(?P<before>.*?)\b(?:has|have)\s+been\s+(?:\w+\s+and\s+)?"
            rf"(?:approved|agreed|adopted|endorsed)\s+by\s+{whose}",
            re.DOTALL | re.VERBOSE,
        )

    def is_of_procedure(self, sentence: str) -> bool:
        """Whether by *sentence* the body only took its items in another order, or let somebody speak."""
        match = self._with_consent.match(sentence)
        return bool(match and _PROCEDURE.search(sentence, match.end(), _REACH))

    def is_of_others(self, after: str) -> bool:
        """Whether the words *after* a verb say that somebody else did it, or that it was done elsewhere."""
        by = BY_SOMEBODY.match(after.lstrip())
        if is_elsewhere(after) or AT_ANOTHER_BODY.match(after.lstrip()):
            return True
        return by is not None and not self._offices.named_after_by(after)

    def find(self, sentence: str) -> str | None:
        """The beginning of *sentence*, if it looks like a decision."""
        seen = sentence[:_REACH]
        if self._with_consent.match(seen):
            return seen[:_SHOWN].rstrip()
        if _FATE.fullmatch(seen) or _WITHOUT_SUBJECT.match(seen) or _is_by_nobody(seen) or self._is_one(seen):
            return seen[:_SHOWN].rstrip()
        return None

    def _is_one(self, sentence: str) -> bool:
        for form in (self._of_the_body, self._of_an_office):
            if (match := form.match(sentence)) and is_main(match["before"]):
                return not is_of_another_day(match["before"], sentence[match.end() :])
        match = _OF_ITSELF.match(sentence) or self._has_been.match(sentence)
        if match is None or is_told(match["before"]) or self.is_of_others(sentence[match.end() :]):
            return False
        return not is_of_another_day(match["before"], sentence[match.end() :])


def _is_by_nobody(sentence: str) -> bool:
    match = _NOBODY_NAMED.match(sentence)
    if match is None or _OF_OTHERS.search(match["subject"]) or _IN_A_YEAR.search(sentence):
        return False
    after = sentence[match.end() :]
    if is_elsewhere(after) or is_in_clause(match["subject"], after):
        return False
    return not is_of_another_day(match[0], sentence[match.end() :])
