"""The table of an action log becomes the entries of actions.yaml, each a draft."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from bcbsite.importing.document import Block, Cell, Table
from bcbsite.importing.head import Taken
from bcbsite.importing.when import day_in
from bcbsite.new.entry import as_markdown
from bcbsite.new.files import quoted
from bcbsite.read.labels import slugify
from bcbsite.text.fold import folded

_HEADS = {
    "number": r"(?:action )?(?:no\.?|number|ref\.?|reference|#)",
    "raised": r"(?:meeting )?date(?: raised)?|raised(?: on)?|date of meeting|meeting(?: date)?(?: raised)?",
    "item": r"(?:meeting )?(?:agenda )?item(?: no\.?)?|minute(?: no\.?)?|paragraph",
    "action": r"actions?(?: required| agreed)?|description",
    "owner": r"(?:action )?owners?|by whom|lead(?: officer)?|responsible",
    "target": r"target(?: date)?|due(?: date)?|by when|deadline",
    "update": r"updates?|progress|latest update|comments?",
    "updated": r"(?:update date|date of update|date updated|updated(?: on)?)",
    "status": r"status|state",
}
_PATTERNS = {key: re.compile(pattern, re.IGNORECASE) for key, pattern in _HEADS.items()}
_NEEDED = {"raised", "action"}
_STATUS = {
    "complete": re.compile(r"completed?|closed|discharged|done", re.IGNORECASE),
    "ongoing": re.compile(r"on-?going|in progress|carried forward", re.IGNORECASE),
    "open": re.compile(r"open|outstanding", re.IGNORECASE),
    "superseded": re.compile(r"superseded", re.IGNORECASE),
    "withdrawn": re.compile(r"withdrawn", re.IGNORECASE),
}
_NO_DATE = "no date printed"
_OWNERS = re.compile(r"\s*[;\n]\s*")


@dataclass
class LogText:
    """A log as it is written."""

    text: str = ""
    taken: list[Taken] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    """Words that are not in the file."""
    left: list[Block] = field(default_factory=list)
    """What is no table of a log, or a row without what an entry needs."""


def log_of(blocks: Sequence[Block]) -> LogText | None:
    """The log that the tables among *blocks* are; None where none is one."""
    tables = [(block, _columns(block)) for block in blocks if isinstance(block, Table)]
    of_logs = [(table, columns) for table, columns in tables if columns]
    rows = [(row, columns) for table, columns in of_logs for row in table.rows[1:] if _is_row(row, columns)]
    if not rows:
        return None
    log = LogText(left=[b for b in blocks if not (isinstance(b, Table) and _columns(b))])
    for table, _ in of_logs:
        log.taken.append(Taken(" | ".join(cell.text for cell in table.rows[0]), "heads of columns"))
    entries = [entry for row, columns in rows if (entry := _entry(row, columns, log))]
    series = str(min((entry.raised.year for entry in entries), default=0))
    head = f'series:\n  - id: "{series}"\n    title: "Action log, {series} onwards"\nactions:\n'
    ids: set[str] = set()
    log.text = head + "\n".join(line for entry in entries for line in entry.lines(series, ids))
    return log if entries else None


@dataclass(frozen=True, slots=True)
class _Entry:
    raised: date
    values: dict[str, str]

    def lines(self, series: str, ids: set[str]) -> Iterator[str]:
        """The entry as lines of YAML."""
        v = self.values
        number = v.get("number", "").rstrip(".")
        name = slugify(number.removesuffix(".0").replace(".", "-")) or f"{self.raised}"
        id_, n = f"{series}/{name}", 1
        while id_ in ids:
            n += 1
            id_ = f"{series}/{name}-{n}"
        ids.add(id_)
        yield f"  - id: {id_}"
        if number:
            yield f"    number: {quoted(number)}"
        item = f", item: {quoted(v['item'])}" if v.get("item") else ""
        yield f"    raised: {{meeting: {self.raised}{item}}}"
        yield f"    action: {quoted(as_markdown(v['action']))}"
        owners = [owner for owner in _OWNERS.split(v.get("owner", "")) if owner]
        yield f"    owners: [{', '.join(map(quoted, owners))}]"
        if v.get("target"):
            yield f"    target: {quoted(v['target'])}"
        yield "    status: draft"
        yield from self._event()

    def _event(self) -> Iterator[str]:
        v = self.values
        if not (v.get("update") or v.get("status")):
            return
        yield "    events:"
        yield f"      - on: {quoted(v.get('updated') or _NO_DATE)}"
        if v.get("update"):
            yield f"        update: {quoted(as_markdown(v['update']))}"
        if status := _status(v.get("status", "")):
            yield f"        status: {status}"


def _status(words: str) -> str | None:
    return next((name for name, pattern in _STATUS.items() if pattern.fullmatch(words.strip())), None)


def _columns(table: Table) -> dict[str, int] | None:
    """Which column has what, where all heads are known and an entry can be made."""
    found: dict[str, int] = {}
    for n, cell in enumerate(table.rows[0] if table.rows else ()):
        words = " ".join(folded(cell.text).split()).strip(" :.")
        keys = [key for key, pattern in _PATTERNS.items() if pattern.fullmatch(words) and key not in found]
        if not keys:
            return None
        found[keys[0]] = n
    return found if found.keys() >= _NEEDED else None


def _is_row(row: Sequence[Cell], columns: dict[str, int]) -> bool:
    return len(row) == len(columns) and any(cell.text.strip() for cell in row)


def _entry(row: Sequence[Cell], columns: dict[str, int], log: LogText) -> _Entry | None:
    values = {key: " ".join(row[n].text.split()) for key, n in columns.items()}
    raised = day_in(values["raised"])
    if raised is None or not values["action"]:
        log.left += [block for cell in row for block in cell.blocks]
        words = " | ".join(values.values())[:80]
        log.said.append(f"The row “{words}” of the action log has no day or no action.")
        return None
    log.taken.append(Taken(values["raised"], "raised"))
    if status := values.get("status"):
        if _status(status):
            log.taken.append(Taken(status, "status"))
        else:
            values["update"] = f"{values.get('update', '')} Status: {status}".strip()
            log.repeated.append("Status")
            log.said.append(f"The status “{status}” of an action is not known, and stands in its update.")
    if (values.get("update") or values.get("status")) and not values.get("updated"):
        log.repeated.append(_NO_DATE)
    return _Entry(raised, values)
