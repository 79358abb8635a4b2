"""Sentences that look as if they decided something, where no verb of the table says it.

They are told of and not read: whether “The Board supported the plan” decides anything, a person has to say.
"""

import re

from bcbsite.archive.deciding.clauses import is_main, is_of_another_day, is_told
from bcbsite.archive.deciding.offices import Offices
from bcbsite.archive.deciding.verbs import PAST

_REACH = 600
"""Characters of a sentence that are looked through, so that no text is slow to read."""
_SHOWN = 60
"""Characters that are quoted."""

_WAS = r"(?:was|were)\s+(?:\w+ly\s+|also\s+)?"
_CONSENT = r"(?:consent|authori[sz]ation|authority|permission|agreement|blessing|approval)"
# Behind the name of the body: “supported the plan”, “confirmed the sale”, and not “confirmed that …”.
_OF_THE_BODY = rf"""(?:\w+ly\s+|then\s+|also\s+)?
    (?: (?:supported|confirmed|chose|commissioned|co-opted|waived|lifted|overturned|rescinded)\b
        (?!\s+(?:that|how|why|whether|what|with|it\s+(?:was|had|is)|they|he|she|there)\b)
      | concluded\s+that\b | signed\s+off\b | turned\s+down\b                  # turned down the bid
      | (?:was|were)\s+(?:all\s+)?in\s+(?:agreement|favour)\b                # were in agreement
      | (?:was|were)\s+(?:all\s+)?(?:content|happy|minded)\s+               # was content to approve
        (?:with|for|to\s+(?:approve|agree|accept|adopt|endorse|support|note|proceed))\b
      | gave\s+(?:(?:its|their|his|her|full|formal|\w+ly)\s+)*(?:{_CONSENT}|support)\b # gave its full support
      | (?:took|made|reached)\s+(?:the|a)\s+decision\b                         # took the decision to
      | reached\s+agreement\b
      | (?:has|have)\s+(?:now\s+)?(?:approved|agreed|resolved|adopted|endorsed)\b )"""
# Behind an office: what one person supports or confirms is mostly said in a debate, and is left out.
_OF_AN_OFFICE = rf"""(?:\w+ly\s+|then\s+|also\s+)?
    (?: signed\s+off\b | turned\s+down\b
      | was\s+(?:content|happy|minded)\s+(?:with|for|to\s+(?:approve|agree|accept|adopt|endorse|proceed))\b
      | gave\s+(?:(?:his|her|their|full|formal|\w+ly)\s+)*{_CONSENT}\b            # gave her consent
      | (?:took|made|reached)\s+(?:the|a)\s+decision\b
      | (?!Board|Panel|Office|Team|Staff|Group)[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)?\s+    # PCC Morgan approved
        (?:approved|agreed\s+(?:to|that|the)|decided|endorsed|ratified)\b )"""
_OF_ITSELF = re.compile(
    rf"""^(?P<before>.*?)
        (?: \b{_CONSENT}\s+{_WAS}(?:given|granted|delegated|refused)\b       # Permission was granted
          | \bthere\s+was\s+(?:\w+\s+)?(?:agreement|consensus|support)       # There was agreement that
            \s+(?:that|on|for|to)\b
          | \b(?:Board|meeting)'s\s+decision\s+was\b                        # The Board's decision was to wait
          | \ball\s+(?:present\s+)?(?:were\s+)?in\s+favour\b                     # All were in favour.
          | ,\s+which\s+{_WAS}                                                # …, which was granted
            (?:granted|agreed|approved|accepted|adopted|refused|declined)\b
          | \b{_WAS}(?:turned\s+down|thrown\s+out|signed\s+off|(?:authori[sz]ed|delegated)\s+to)\b
          | \b(?:option|tender|bid|design|supplier|quotation)s?\b[^,;]{{0,40}}\s  # The second bid was chosen
            {_WAS}(?:chosen|selected|preferred)\b
          | \bwas\s+(?:duly\s+|unanimously\s+)?(?:re-?)?(?:elected|appointed)\s+(?:as\s+)?(?:the\s+)?
            (?:[Vv]ice-?\s?|[Dd]eputy\s+)?[Cc]hair(?:man|woman|person)?\b        # was elected Chair
            (?!\s+of\s+(?:the\s+)?[A-Z])
          | \bit\s+{_WAS}agreed\s+(?:the|a|an|all|no|this|these|there|both)\s # it was agreed the hut was best
        )""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
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


class DoubtfulSentences:
    """Recognises them in the minutes of one body, in folded text."""

    def __init__(self, offices: Offices) -> None:
        """*offices* recognises who can decide."""
        whose = rf"(?<!\w)(?:{offices.body}|{offices.members})(?!\w)"
        self._of_the_body = re.compile(
            rf"(?P<before>.*?){whose}\s+(?P<deed>{_OF_THE_BODY})", re.DOTALL | re.VERBOSE
        )
        self._of_an_office = re.compile(
            rf"(?P<before>.*?)(?<!\w)(?:{offices.office})\s+(?P<deed>{_OF_AN_OFFICE})", re.DOTALL | re.VERBOSE
        )
        # “has been discussed and approved by Councillors”
        self._has_been = re.compile(
            rf"(?P<before>.*?)\b(?:has|have)\s+been\s+(?:\w+\s+and\s+)?"
            rf"(?:approved|agreed|adopted|endorsed)\s+by\s+{whose}",
            re.DOTALL | re.VERBOSE,
        )

    def find(self, sentence: str) -> str | None:
        """The beginning of *sentence*, if it looks like a decision."""
        seen = sentence[:_REACH]
        if _FATE.fullmatch(seen) or _WITHOUT_SUBJECT.match(seen) or self._is_one(seen):
            return seen[:_SHOWN].rstrip()
        return None

    def _is_one(self, sentence: str) -> bool:
        for form in (self._of_the_body, self._of_an_office):
            if (match := form.match(sentence)) and is_main(match["before"]):
                return not is_of_another_day(match["before"], sentence[match.end() :])
        match = _OF_ITSELF.match(sentence) or self._has_been.match(sentence)
        if match is None or is_told(match["before"]):
            return False
        return not is_of_another_day(match["before"], sentence[match.end() :])
