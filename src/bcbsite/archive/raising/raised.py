"""An action as minutes raise it."""

import re
from dataclasses import dataclass

from bcbsite.model.body import Passage
from bcbsite.model.reading import Sought, Unread


@dataclass(frozen=True, slots=True)
class Raised:
    """An action that a passage of minutes raises."""

    passage: Passage
    text: str
    """What is to be done, as printed; empty where nothing but the label stands there."""
    line: int
    """Where it stands in its file, counted from 1."""
    number: str | None = None
    """Its number, as printed."""
    owners: tuple[str, ...] = ()
    """Who is to do it, as printed; empty where that is not certain."""
    target: str | None = None
    """When it is to be done, as printed."""
    at: str | None = None
    """The anchor of the place that raised it, where a table names one."""
    is_summary: bool = False
    """Whether it stands in a list or a table, which may repeat what stands elsewhere."""
    doubt: str = ""
    """Why it may be no new action; such are told of, and are none."""
    ordinal: int = 0
    """Which of the actions of its passage it is, counted from 0."""

    @property
    def place(self) -> str:
        """The anchor of the place that raised it: the numbered paragraph, the limb or the item."""
        passage = self.passage
        if self.at or passage.label or passage.limb:
            return self.at or passage.anchor
        return passage.below or passage.follows or passage.item or passage.anchor

    @property
    def places(self) -> frozenset[str]:
        """The anchors of all places at which an entry of the log can say that it was raised."""
        passage = self.passage
        near = (self.at, passage.below, passage.follows, passage.item, passage.anchor)
        return frozenset(anchor for anchor in near if anchor)


def unread(words: str, line: int, anchor: str, reason: str = "is not read as one", do: str = "") -> Unread:
    """That *words* look like an action; *do* is what to write after “Action:”, where it is known."""
    shown = " ".join(words.split())
    shown = shown if len(shown) <= 80 else f"{shown[:79]}…"
    to_write = " ".join(do.split())[:120] or "Treasurer to …"
    cure = (
        f"If an action is raised here, begin a paragraph of its own with “Action: {to_write}”, "
        "outside of lists and tables. If none is, write a waiver."
    )
    return Unread(Sought.ACTION, f"“{shown}” looks like an action, and {reason}.", line, anchor, cure)


# “by 3 March 2022”, “by the end of May”, “by March 2022” at the end of what is to be done
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = (
    rf"(?:the\s+)?(?:end\s+of\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    rf"(?:{_MONTHS})(?:\s+\d{{4}})?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}"
)
_BY = re.compile(rf"(?P<before>\S+)\s+\(?by\s+(?P<day>{_DAY})\)?[.\s]*$")
_STATED = re.compile(
    r"(?:Due|Target|Deadline|By when|Due date|Target date|Timescale)\s*:\s*(?P<day>[^.;:\n]{3,40})"
)
_TAIL = 160


def target_in(text: str) -> str | None:
    """The day by which it is to be done, where *text*, as `folded` gives it, ends with one or states it."""
    tail = text[-_TAIL:]
    if stated := _STATED.search(tail):
        return stated["day"].strip()
    match = _BY.search(tail)
    if match is None:
        return None
    done_by = re.fullmatch(
        r"\w+(?:ed|ade|ent|aid|old)", match["before"]
    )  # “bills paid by May” are no deadline
    return None if done_by and " be " not in tail[: match.start("day")] else match["day"]
