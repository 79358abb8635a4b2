"""The table of what an account counts. A new sort of thing is one more row."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bcbsite.account import finds
from bcbsite.account.finds import Entry
from bcbsite.account.record import Kind, Log, People, Record
from bcbsite.model.agenda import Agenda
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.minutes import Minutes
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.paper import Paper
from bcbsite.model.reading import Sought
from bcbsite.model.section55 import InspectionReport

_DOCUMENTS = (Minutes, Agenda, Paper)
_NAMING = (*_DOCUMENTS, DecisionNotice, InspectionReport, Log)
"""The records in which mentions are looked for."""
_TEXTS = (*_DOCUMENTS, DecisionNotice, OrdinaryPage)


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of thing that is read in records."""

    noun: str
    """Of several; the name of the sort in JSON."""
    one: str
    find: Callable[[Record], Iterable[Entry]]
    kinds: tuple[type[Kind], ...]
    """The records that it is looked for in."""
    sought: tuple[Sought, ...] = ()
    """Under which what looks like one, and was not understood, is noted."""
    codes: tuple[str, ...] = ()
    """Other codes that say the same of a place in a file."""
    clue: str = ""
    """What a sentence has that may be one, where all such sentences are counted."""

    def count(self, number: int) -> str:
        """`1 decision`, `2 decisions`."""
        return f"{number:,} {self.one if number == 1 else self.noun}"


SORTS: tuple[Sort, ...] = (
    Sort("items", "item", finds.items, (*_TEXTS, InspectionReport), (Sought.ITEM,), ("BCB315",)),
    Sort("facts of items", "fact of an item", finds.facts, (Agenda,)),
    Sort("paragraphs", "paragraph", finds.paragraphs, _TEXTS, (Sought.PARAGRAPH, Sought.NUMBER), ("BCB314",)),
    Sort("people", "person", finds.people, (Minutes, Paper, People, Log), (Sought.PERSON,)),
    Sort("notes on attendance", "note on attendance", finds.notes, (Minutes,)),
    Sort("posts", "post", finds.posts, (People,)),
    Sort(
        "decisions",
        "decision",
        finds.decisions,
        (Minutes, DecisionNotice),
        (Sought.DECISION,),
        clue="say “resolved”, “agreed” or the like, or move something",
    ),
    Sort("motions", "motion", finds.motions, (Minutes,)),
    Sort("votes", "vote", finds.votes, (Minutes,)),
    Sort("actions", "action", finds.actions, (Minutes, Log), (Sought.ACTION, Sought.TASK), ("BCB316",)),
    Sort("updates", "update", finds.updates, (Minutes, Log), (Sought.UPDATE,)),
    Sort("findings", "finding", finds.findings, (InspectionReport,), codes=("BCB320",)),
    Sort("answers", "answer", finds.answers, (InspectionReport,), codes=("BCB328",)),
    Sort("reports of progress", "report of progress", finds.progress, (InspectionReport,)),
    Sort("attachments", "attachment", finds.attachments, (Paper,)),
    Sort("dates", "date", finds.dates, (*_TEXTS, InspectionReport, Log), codes=("BCB217",)),
    Sort("mentions", "mention", finds.mentions, _NAMING, (Sought.MENTION,)),
    Sort("marks", "mark", lambda _: (), (), (Sought.MARKUP,), ("BCB311", "BCB343")),
)  # fmt: skip
"""In the order in which they are shown."""
