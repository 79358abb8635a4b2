"""Tables with actions: a row each, or a column that says who is to act."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bcbsite.archive.action_tables import with_keys_as_head
from bcbsite.archive.raising.owners import KnownOwners, as_printed
from bcbsite.archive.raising.raised import Raised, target_in, unread
from bcbsite.archive.raising.sentences import SentenceReader
from bcbsite.archive.standing import is_standing
from bcbsite.model.blocks import Table
from bcbsite.model.body import Body, Passage
from bcbsite.model.prose import Prose
from bcbsite.model.reading import Unread
from bcbsite.read.action_labels import acts, is_none
from bcbsite.text.fold import folded

_COLUMNS = {
    "owner": r"owners?|leads?|by\s+whom|who|responsib(?:le|ility)(?:\s+(?:officer|person))?"
    r"|(?:person|officer)\s+responsible|(?:assigned|allocated)\s+to|lead\s+officer"
    r"|actions?\s+(?:owner|by|for)|actioned\s+by|for\s+action(?:\s+by)?",
    "due": r"due(?:\s+(?:date|by))?|(?:completion\s+|target\s+)date|target|deadline"
    r"|(?:by\s+)?when|timescale|date\s+due",
    "number": r"(?:action\s+)?(?:no|number|ref(?:erence)?|id|#)\.?|ap(?:\s+no\.?)?|",
    "place": r"(?:agenda\s+)?item(?:\s+(?:no|number)\.?)?|minutes?(?:\s+(?:ref|no|number|item)\.?)?"
    r"|para(?:graph)?",
    "raised": r"(?:date\s+)?raised(?:\s+(?:on|at|date))?|date|meeting(?:\s+date)?|date\s+of\s+meeting",
    "standing": r"(?:current\s+)?status|completed?\??|closed|done|rag(?:\s+(?:rating|status))?",
    "update": r"(?:latest\s+|progress\s+)?updates?|progress|position|outcome"
    r"|(?:status|progress)\s*/\s*updates?",
    "action": r"(?:agreed\s+|new\s+)?actions?"
    r"(?:\s+(?:points?|items?|required|agreed|needed|to\s+be\s+taken))?"
    r"|actions?\s*(?:/|&|and|\()\s*(?:owners?|leads?|who|by whom)\)?",
    "text": r"discussion|notes?|minutes?|details?|summary|subject|topic|item|agenda\s+item|description"
    r"|points?|matter|decision",
}
_FORMS = {name: re.compile(form, re.IGNORECASE) for name, form in _COLUMNS.items()}
# Columns of tables in which an action is another's, or only planned.
_OTHERS = re.compile(
    r"\b(?:risks?|recommendations?|findings?|objectives?|mitigations?|themes?|priorit(?:y|ies)|measures?|aims?|outcomes|"
    r"strateg(?:y|ic)|causes?|standards?|principles?)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"[\d\s.,%£()+/-]*")
_OPEN = re.compile(r"(?:open|new|no|not\s+(?:yet\s+)?started|to\s+do|)", re.IGNORECASE)
_NO_DEED = re.compile(
    r"(?:noted|agreed|approved|(?:for|to)\s+(?:information|noting)|to\s+note)\W*", re.IGNORECASE
)
_A_DEED = 3
"""How many words at least say what is to be done, and not only what it is about."""
_BARE = re.compile(r"\d{1,3}\.?")


@dataclass(frozen=True, slots=True)
class TableReader:
    """Reads the actions of one table of minutes."""

    passage: Passage
    body: Body
    owners: KnownOwners
    is_list: bool = False
    """Whether it stands under a heading such as “Actions”."""

    def read(self, table: Table) -> Iterator[Raised | Unread]:
        """The actions of *table*, a row each, and what only looks like one."""
        if with_keys_as_head(table) is not table:
            return  # how an action stands that was raised before
        columns = _columns(table)
        if "action" not in columns and not ("owner" in columns and _asks_for_action(table, columns)):
            yield from self._cells(table)
            return
        others = [n for n in range(len(table.head)) if n not in columns.values()]
        if any(_OTHERS.search(table.head[n].text) for n in others):
            yield self._unread(table, "may be another's")
        elif others and all(_FIGURES.fullmatch(_cell(row, n).text) for row in table.rows for n in others):
            return  # “Action | 2021 | 2022”
        else:
            for line, row in table.numbered_rows:
                yield from self._row(line, row, columns)

    def _cells(self, table: Table) -> Iterator[Raised | Unread]:
        """What the cells of another table raise, as paragraphs do."""
        for line, row in table.numbered_rows:
            for cell in row:
                yield from SentenceReader(self.passage, cell, line, self.owners, is_firm=False).read()

    def _row(self, line: int, row: Sequence[Prose], columns: Mapping[str, int]) -> Iterator[Raised | Unread]:
        cells = {name: _cell(row, column).text.strip() for name, column in columns.items()}
        text = cells.get("action", "")
        named = folded(cells.get("owner", ""))
        said = cells.get("text") or (
            cells.get("place", "") if not _BARE.match(cells.get("place", "")) else ""
        )
        if "action" in columns and (is_none(folded(text)) or _NO_DEED.fullmatch(folded(text))):
            return
        if "action" not in columns:
            if is_none(named):
                return
            text = said
        elif "owner" not in columns and said and (alone := self.owners.of(folded(text))):
            text, named = said, ", ".join(alone)
        if not text or (text == said and len(said.split()) < _A_DEED):
            yield unread(" | ".join(filter(None, cells.values())), line, self.passage.anchor)
        elif "owner" in columns or "due" in columns or self.is_list or said == text or acts(folded(text)):
            yield self._raised(line, text, named, cells)
        else:
            yield unread(text, line, self.passage.anchor, do=text)

    @staticmethod
    def _doubt(cells: Mapping[str, str]) -> str:
        """Why a row may be an earlier action; empty where nothing speaks for it."""
        if cells.get("raised"):
            return "has a day of its own, so that it may be an earlier one"
        update = cells.get("update", "")
        says_nothing = _OPEN.fullmatch(update) or is_none(folded(update))
        is_open = bool(_OPEN.fullmatch(cells.get("standing", "")) and says_nothing)
        if is_open and not is_standing(cells.get("action", "")):
            return ""
        return "has a status, so that it may be an earlier one"

    def _raised(self, line: int, text: str, named: str, cells: Mapping[str, str]) -> Raised:
        owners = () if is_none(named) else self.owners.of(named) or (named,)
        owners = owners or self.owners.within(folded(text))
        due = cells.get("due", "")
        printed = cells.get("number", "")
        part = self._part(cells.get("place", "")) or self._part(printed)
        number = None if not printed or _BARE.fullmatch(printed) or self._part(printed) else printed
        typed = f"{cells.get('owner', '')} {cells.get('action', '')}"
        return Raised(
            self.passage,
            text,
            line,
            number,
            as_printed(owners, typed),
            target_in(folded(text)) if is_none(folded(due)) else due,
            part,
            is_summary=True,
            doubt=self._doubt(cells),
        )

    def _part(self, printed: str) -> str | None:
        """The anchor of the place that a cell names by its number."""
        part = self.body.find(printed.rstrip(".")) if printed and printed[0].isdigit() else None
        return part.anchor if part else None

    def _unread(self, table: Table, reason: str) -> Unread:
        words = " | ".join(head.text for head in table.head)
        return unread(f"Table: {words}", table.line, self.passage.anchor, reason)


def _columns(table: Table) -> dict[str, int]:
    """Which column is which; one that could be two is the first that is not taken."""
    found: dict[str, int] = {}
    for n, head in enumerate(table.head):
        words = folded(head.text).strip(" *")
        for name, form in _FORMS.items():
            if name not in found and form.fullmatch(words):
                found[name] = n
                break
    return found


def _asks_for_action(table: Table, columns: Mapping[str, int]) -> bool:
    head = folded(table.head[columns["owner"]].text).casefold()
    return "action" in head and ("text" in columns or "place" in columns)


def _cell(row: Sequence[Prose], column: int) -> Prose:
    return row[column] if column < len(row) else Prose("")
