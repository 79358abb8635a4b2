"""The words that a list of people in minutes begins with, and which list it is."""

import re
from enum import StrEnum


class Group(StrEnum):
    """A list of people, by its key in front matter."""

    MEMBERS = "members"
    IN_ATTENDANCE = "in_attendance"
    APOLOGIES = "apologies"


NEAR = 160
"""How many letters of a paragraph are looked at for its label."""

# “Apologies”, “Apologies for absence had been received from”, “Apologies received and accepted”
_APOLOGIES = (
    r"apolog(?:ies|y)(?: for(?: the)? absence)?"
    r"(?: (?:for absence )?(?:(?:were|was|have been|had been) )?"
    r"(?:received|given|sent|submitted|tendered|accepted|noted)(?: and (?:accepted|noted))?)?"
    r"(?: (?:from|by|on behalf of))?"
)
# “In attendance”, “Also present”, “Officers in attendance”
_IN_ATTENDANCE = (
    r"(?:the following were )?(?:also |others? |officers? )?(?:in attendance|attending)"
    r"|(?:also|others?|officers?) present"
)
# “Present”, “Board members present”, “Those present”, “Attendees”, “The following were present”
_MEMBERS = (
    r"(?:(?:board |committee |voting )?members|councillors|trustees|directors|governors|those)? ?present"
    r"|(?:board )?members|attendees|the following(?: members)? were present"
)
_LEAD = re.compile(r"the following (?:were )?", re.IGNORECASE)
_LABELS = tuple(
    (group, re.compile(rf"(?:{words})(?P<note> \([^()\n]{{1,40}}\))?", re.IGNORECASE))
    for group, words in (
        (Group.APOLOGIES, _APOLOGIES),
        (Group.IN_ATTENDANCE, _IN_ATTENDANCE),
        (Group.MEMBERS, _MEMBERS),
    )
)
# “Present at the meeting were Alex Morgan and Sam Okafor.”
_PRESENT_WERE = re.compile(r"present (?:at|on|in|for|were|was)\b.{0,80}\b(?:were|was)\b", re.IGNORECASE)
# Labels of lists that are none of the three, or of which it is not clear which
_UNCLEAR_LABEL = re.compile(
    r"(?:attendance|absent|not present|absentees|substitutes?|not in attendance)\b", re.IGNORECASE
)
_END_OF_LABEL = re.compile(r" ?:\s*| -+ ?|\n\s*|\s*$")
_ENDS_WITH_FROM = re.compile(r"\b(?:from|by|on behalf of)$", re.IGNORECASE)
# “Present Alex Morgan”: a name without a colon before it
_NAME_FOLLOWS = re.compile(r" (?:[A-Z][\w'-]*\.? ){1,3}[A-Z]")


def label_of(seen: str) -> tuple[Group, str, int] | None:
    """The list that *seen* begins, its heading, and where its label ends; None where it begins none."""
    near = seen[:NEAR]
    for group, pattern in _LABELS:
        if not (match := pattern.match(near)):
            continue
        words = _heading_of(group, match[0].removesuffix(match["note"] or "").strip())
        if end := _END_OF_LABEL.match(seen, match.end()):
            return group, words, end.end()
        if _ENDS_WITH_FROM.search(match[0]) and seen[match.end()] == " ":
            return group, words, match.end() + 1
    return None


def _heading_of(group: Group, label: str) -> str:
    """What the list is called where its label is the heading: `Members present`."""
    if group is Group.APOLOGIES:
        return "Apologies"
    return _LEAD.sub("", label).replace("were ", "").capitalize()


def is_unclear(seen: str) -> bool:
    """Whether *seen* seems to begin a list, and it is not clear which, or where its label ends."""
    if match := _UNCLEAR_LABEL.match(seen):
        end = _END_OF_LABEL.match(seen, match.end())
        return bool(end and seen[match.end() :].strip(" :-"))
    if _PRESENT_WERE.match(seen):
        return True
    labels = (pattern.match(seen[:NEAR]) for _, pattern in _LABELS)
    return any(label and _NAME_FOLLOWS.match(seen, label.end()) for label in labels)
