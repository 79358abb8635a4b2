"""The values that lead elsewhere: places in records, people as listed, documents, waivers."""

import re
from dataclasses import dataclass
from typing import Any

from bcbsite.diagnostics import Span
from bcbsite.model.document import Waiver, Withheld
from bcbsite.model.reference import Link, Listed, Reference, UnnamedPeople
from bcbsite.read.dates import no_such_day, parse_date
from bcbsite.read.fields import Field, Keys, TextOrKeys, Values
from bcbsite.read.kinds import SLUG_FORM, TEXT, WEB_ADDRESS, Choice, nearest, web_address, words
from bcbsite.read.names import Named, Nobody, Unnamed, attendee, person
from bcbsite.read.yaml import MappingNode, Node, Problems, ScalarNode
from bcbsite.text.file_names import MAX_NAME

_PARTING = re.compile(r"\s[-\u2010-\u2015\u2212]+\s|;")
"""What people put between name and role in place of a comma."""
MEETING_ID = re.compile(rf"(?P<date>\d{{4}}-\d{{2}}-\d{{2}})(?:-{SLUG_FORM})?")


def is_meeting_id(text: str) -> bool:
    """Whether *text* is a date that exists, with or without a suffix, and can be a folder's name."""
    match = MEETING_ID.fullmatch(text)
    return bool(match and text.isascii() and len(text) <= MAX_NAME and parse_date(match["date"]))


@dataclass(frozen=True)
class Place:
    """A meeting or a place in its record."""

    name: str = "a meeting such as 2022-02-10, or a place in it such as 2022-02-10#5.3"

    def read(self, node: Node, problems: Problems) -> Reference | None:
        """The reference as written; whether it leads anywhere is seen when all is read."""
        if (text := words(node, problems, self.name)) is None:
            return None
        meeting, _, place = text.strip().partition("#")
        if is_meeting_id(meeting):
            return Reference(meeting, place or None, problems.span(node))
        if why := no_such_day(meeting[: len("2022-02-10")]):
            problems.add("BCB204", node, f"“{text}” {why[0]}", why[1])
        else:
            problems.add("BCB204", node, f"“{text}” is not {self.name}.")
        return None


@dataclass(frozen=True)
class PersonText:
    """A person in the short form."""

    name: str = "a person: Name, role as printed"

    def read(self, node: Node, problems: Problems) -> Any:
        """The person; the role begins after the first comma."""
        if (text := words(node, problems, self.name)) is None:
            return None
        name = text.partition(",")[0]
        if len(parts := _PARTING.split(name, 1)) == 2:
            hint = f"Put a comma between name and role: {parts[0].strip()}, {parts[1].strip()}."
            problems.add("BCB212", node, f"All of “{name.strip()}” is read as a name.", hint)
        return self._made(text, problems.span(node))

    def _made(self, text: str, at: Span) -> Any:
        return _listed(person(text), at)


@dataclass(frozen=True)
class AttendeeText(PersonText):
    """The same in a list of those who came or did not: it can say that nobody did, or name no names."""

    def _made(self, text: str, at: Span) -> Any:
        match attendee(text):
            case Nobody():
                return None
            case Unnamed(words):
                return UnnamedPeople(words, "", at)
            case Named() as named:
                return _listed(named, at)


def _listed(one: Named, at: Span) -> Listed:
    return Listed(one.name, one.role, one.note, at, one.initials)


@dataclass(frozen=True)
class _PersonValue(TextOrKeys):
    """A person in either form."""

    def read(self, node: Node, problems: Problems) -> Any:
        """The person; `Name: role` looks to YAML like a group of keys."""
        if isinstance(node, MappingNode) and len(node.value) == 1 and not node.flow_style:
            [(name, role)] = node.value
            if isinstance(role, ScalarNode) and role.value and not _is_like_key(name.value, self.keys):
                hint = f"Put a comma between name and role: {name.value}, {role.value}."
                problems.add("BCB203", node, f"There is a colon after the name “{name.value}”.", hint)
                return None
        return super().read(node, problems)


def _is_like_key(text: str, keys: Keys) -> bool:
    return bool(nearest(text, tuple(keys.fields)))


@dataclass(frozen=True)
class LinkText:
    """A document in the short form: a title, or an address, which is then its own title."""

    name: str = "a title"

    def read(self, node: Node, problems: Problems) -> Link | None:
        """The link."""
        if (text := words(node, problems, self.name)) is None:
            return None
        title = text.strip()
        return Link(title, web_address(title))


def placed(values: Values) -> Reference | None:
    """The place that the keys `meeting` and `item` name together."""
    meeting: Reference | None = values["meeting"]
    if meeting and values["item"]:
        return Reference(meeting.meeting, values["item"], values.at("item"))
    return meeting


def _person(values: Values) -> Listed:
    return Listed(values["name"], values["role"], values["note"], values.span, values["initials"])


def _link(values: Values) -> Link:
    return Link(values["title"], values["url"], values["sha256"])


def _original(values: Values) -> Link:
    return Link(values["title"], values["url"], values["sha256"], values["file"], values["pages"])


PLACE = Place()

_PERSON_KEYS = Keys(
    "a person",
    {
        "name": Field(TEXT, "the name as printed", required=True),
        "role": Field(TEXT, "the role as printed on the day"),
        "note": Field(TEXT, "what is said beside the name, such as Observer"),
        "initials": Field(TEXT, "the initials that the minutes call them by, such as JB"),
    },
    _person,
)
PERSON = _PersonValue(PersonText(), _PERSON_KEYS)
ATTENDEE = _PersonValue(AttendeeText(), _PERSON_KEYS)

_OF_LINK = {
    "title": Field(TEXT, "its title", required=True),
    "url": Field(WEB_ADDRESS, "its address"),
    "sha256": Field(TEXT, "the SHA-256 hash of the file"),
}
_OF_ORIGINAL = {
    **_OF_LINK,
    "file": Field(TEXT, "the name of the file, which lies beside the record"),
    "pages": Field(TEXT, "how many pages it has"),
}
LINK = TextOrKeys(LinkText(), Keys("a document", _OF_LINK, _link))
ORIGINAL = TextOrKeys(LinkText(), Keys("the original document", _OF_ORIGINAL, _original))

_WAIVABLE = (
    "classification",
    "repeated-label",
    "skipped-label",
    "run-on",
    "no-heading",
    "unread-label",
    "unread-decision",
    "unread-action",
    "action-in-prose",
    "unread-update",
    "unread-markup",
    "unread-paragraph",
    "unread-person",
)

WAIVER_BY_WORDS = Keys(
    "a waiver",
    {
        "rule": Field(
            Choice(("classification", "unread-response")), "the short name of the rule", required=True
        ),
        "at": Field(TEXT, "the marking, as the message names it; or the part of a response", required=True),
        "why": Field(TEXT, "the reason", required=True),
    },
    lambda values: Waiver(values["rule"], values["at"], values["why"], values.span),
)
"""In what has no printed numbers, the marking itself says which is meant."""

WITHHELD = Keys(
    "a part that is withheld",
    {
        "at": Field(TEXT, "the item or paragraph, as printed", required=True),
        "reason": Field(TEXT, "why it is withheld; the public sees it", required=True),
    },
    lambda values: Withheld(values["at"], values["reason"], values.span),
)

WAIVER = Keys(
    "a waiver",
    {
        "rule": Field(Choice(_WAIVABLE), "the short name of the rule", required=True),
        "at": Field(TEXT, "the place that it is waived for, as printed"),
        "why": Field(TEXT, "the reason", required=True),
    },
    lambda values: Waiver(values["rule"], values["at"], values["why"], values.span),
)
