"""The keys of each kind of file as JSON Schema, so that editors complete and check them."""

from collections.abc import Mapping
from typing import Any

from bcbsite.read.actions import ACTIONS
from bcbsite.read.agenda import AGENDA
from bcbsite.read.arrangements import MEETING
from bcbsite.read.board import BOARD
from bcbsite.read.decisions import DECISION
from bcbsite.read.fields import Keys, TextOrKeys, Words
from bcbsite.read.kinds import Choice, Kind, ListOf
from bcbsite.read.minutes import MINUTES
from bcbsite.read.pages import PAGE
from bcbsite.read.papers import PAPER
from bcbsite.read.people import PEOPLE
from bcbsite.read.publication import PUBLICATION
from bcbsite.read.section55_keys import SECTION_55

FILES: Mapping[str, Keys] = {
    "board": BOARD,
    "people": PEOPLE,
    "actions": ACTIONS,
    "meeting": MEETING,
    "minutes": MINUTES,
    "agenda": AGENDA,
    "paper": PAPER,
    "section-55": SECTION_55,
    "decision": DECISION,
    "page": PAGE,
    "publication": PUBLICATION,
}
"""The keys of each kind of file: of the whole where it is YAML, of the front matter where it is Markdown."""

# An editor reads `5.1` as a number and `true` as a truth value; here all are the texts that stand there.
_TEXT = {"type": ["string", "number", "boolean", "null"]}


def schema_of(file: str) -> dict[str, Any]:
    """The schema, in JSON Schema's draft 2020-12, of the kind of file that FILES calls *file*."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FILES[file].name}
    return head | _schema(FILES[file])


def _schema(kind: Kind) -> dict[str, Any]:
    match kind:
        case Keys(fields=fields):
            needs = {key: [field.needs] for key, field in fields.items() if field.needs}
            return ({"dependentRequired": needs} if needs else {}) | {
                "type": ["object", "null"],
                "properties": {
                    key: _schema(field.kind) | {"description": f"{field.says}: {field.kind.name}"}
                    for key, field in fields.items()
                },
                "required": [key for key, field in fields.items() if field.required],
                "additionalProperties": False,
            }
        case ListOf(kind=inner):
            return {"type": ["array", "null"], "items": _schema(inner)}
        case Words(kind=inner):
            return {"type": ["object", "null"], "additionalProperties": _schema(inner)}
        case TextOrKeys(keys=keys):
            return {"anyOf": [_TEXT, _schema(keys)]}
        case Choice(options=options):
            return {"enum": [*options, None]}
    return dict(_TEXT)
