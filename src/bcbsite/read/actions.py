"""actions.yaml becomes the action log."""

import re

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.actions import Action, ActionEvent, ActionLog, ActionStatus, Owner, Series
from bcbsite.model.document import Status
from bcbsite.read.date_kinds import DATE, PRINTED_DATE
from bcbsite.read.document import PUBLISH_AT, WAIVE, status_field
from bcbsite.read.fields import Field, Keys, TextOrKeys, Values
from bcbsite.read.kinds import MARKDOWN, TEXT, Choice, ListOf, PartOfAddress, Scalar, is_address_part, words
from bcbsite.read.references import PLACE, placed
from bcbsite.read.yaml import Node, Problems, compose
from bcbsite.source import Source

_ID_FORM = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")


class _OwnerText:
    name = "a post, a person or an organisation"

    def read(self, node: Node, problems: Problems) -> Owner | None:
        text = words(node, problems, self.name)
        return Owner(text.strip(), problems.span(node)) if text else None


def _id(text: str) -> str | None:
    return text if _ID_FORM.fullmatch(text) else None


def _former(text: str) -> str | None:
    return text if all(map(is_address_part, text.split("/"))) else None


_FORMER = PartOfAddress(Scalar("an id of letters, digits, hyphens and slashes, such as 2021/10", _former))
_ID = PartOfAddress(Scalar("an id such as 2021/10", _id))


def _event(v: Values) -> ActionEvent:
    is_draft = v["status"] == Status.DRAFT
    return ActionEvent(
        on=v["on"],
        meeting=placed(v),
        update=v["update"] or (),
        status=None if is_draft or not v["status"] else ActionStatus(v["status"]),
        target=v["target"],
        draft=is_draft,
        publish_at=v["publish_at"],
        at=v.span,
    )


def _action(v: Values) -> Action:
    return Action(
        id=v["id"],
        number=v["number"],
        raised=v["raised"],
        title=v["title"],
        action=v["action"],
        owners=v["owners"],
        target=v["target"],
        events=v["events"],
        was=v["was"],
        status=v["status"] or Status.FINAL,
        publish_at=v["publish_at"],
        at=v.span,
        spans=v.spans,
        waive=v["waive"],
    )


RAISED = TextOrKeys(
    PLACE,
    Keys(
        "the place that raised it",
        {
            "meeting": Field(PLACE, "the meeting's id", required=True),
            "item": Field(TEXT, "the item or paragraph, as printed, in quotation marks"),
        },
        placed,
    ),
)

EVENT = Keys(
    "an event",
    {
        "on": Field(PRINTED_DATE, "the day; needed where there is no meeting"),
        "meeting": Field(PLACE, "the meeting that it was reported to; needed where there is no day"),
        "item": Field(TEXT, "the item or paragraph of that meeting, as printed", needs="meeting"),
        "update": Field(MARKDOWN, "what was reported"),
        "status": Field(
            Choice((*ActionStatus, Status.DRAFT)),
            "what became of the action; draft keeps the event back",
            holds_back=True,
        ),
        "target": Field(PRINTED_DATE, "the new target, where it was changed"),
        "publish_at": PUBLISH_AT,
    },
    _event,
)

ACTION = Keys(
    "an action",
    {
        "id": Field(_ID, "series/number, as in its address", required=True),
        "number": Field(TEXT, "the number as printed, in quotation marks"),
        "raised": Field(RAISED, "the meeting and paragraph that raised it", required=True),
        "title": Field(TEXT, "a short title"),
        "action": Field(MARKDOWN, "what is to be done", required=True),
        "owners": Field(ListOf(_OwnerText()), "who is to do it: posts, people or organisations"),
        "target": Field(PRINTED_DATE, "by when, as printed"),
        "events": Field(ListOf(EVENT), "what was reported of it, oldest first"),
        "was": Field(ListOf(_FORMER), "ids that it had before"),
        "status": status_field(Status.FINAL, Status.DRAFT),
        "publish_at": PUBLISH_AT,
        "waive": WAIVE,
    },
    _action,
)

SERIES = Keys(
    "a series",
    {
        "id": Field(TEXT, "its short name, the first part of its actions' ids", required=True),
        "title": Field(TEXT, "its title", required=True),
        "starts": Field(DATE, "its first day"),
    },
    lambda v: Series(v["id"], v["title"], v["starts"], v.span),
)

ACTIONS = Keys(
    "actions.yaml",
    {
        "series": Field(ListOf(SERIES), "the runs of numbers"),
        "actions": Field(ListOf(ACTION), "the entries of the log"),
    },
)


def read_actions(source: Source) -> tuple[ActionLog | None, list[Diagnostic]]:
    """The action log in *source*."""
    problems = Problems(source)
    node = compose(source.text, problems, source)
    if node is None:
        return None, problems.found
    values = ACTIONS.values(node, problems)
    return ActionLog(values["series"], values["actions"]), problems.found
