"""The keys of an inspection report's front matter."""

from dataclasses import dataclass

from bcbsite.model.document import Status
from bcbsite.model.section55 import ChiefConstable, Done, Duty, Progress, ReportKind, Response, Scope
from bcbsite.read.date_kinds import DATE
from bcbsite.read.dates import no_such_day, parse_date
from bcbsite.read.document import PUBLISH_AT, UNBALANCED, WAIVE, status_field
from bcbsite.read.errata import ERRATA
from bcbsite.read.fields import Field, Keys
from bcbsite.read.kinds import MARKDOWN, TEXT, WEB_ADDRESS, Choice, ListOf, Scalar
from bcbsite.read.references import PLACE, placed


def _done(text: str) -> Done | None:
    if text.casefold() in ("yes", "true"):
        return Done(None)
    day = parse_date(text)
    return Done(day) if day else None


@dataclass(frozen=True)
class _DoneText(Scalar):
    """When something was done, or that it was."""

    def wrong(self, text: str) -> str:
        """That a day does not exist is no matter of how it is written."""
        why = no_such_day(text)
        return f"“{text}” {why[0]}" if why else super().wrong(text)

    def hint(self, text: str) -> str:
        """What was not done has no key."""
        if text.casefold() in ("no", "false"):
            return "If it was not done, leave the key out."
        why = no_such_day(text)
        return why[1] if why else ""


DONE = _DoneText("a date, or yes where it was done and the date is not known", _done, "BCB206")

_CHIEF_CONSTABLE = Keys(
    "the invitation of the chief constable",
    {
        "invited": Field(DONE, "when comments were asked for, or yes"),
        "comments_by": Field(DATE, "by when the commissioner asked for them"),
        "received": Field(DATE, "when they came"),
    },
    lambda v: ChiefConstable(v["invited"], v["comments_by"], v["received"]),
)

_RESPONSE = Keys(
    "the response",
    {
        "published": Field(DONE, "when it was published, or yes"),
        "url": Field(WEB_ADDRESS, "where it was published"),
        "sent_to_home_secretary": Field(DONE, "when the copy was sent, or yes"),
        "sent_to_inspectorate": Field(DONE, "when the copy was sent, or yes"),
    },
    lambda v: Response(v["published"], v["url"], v["sent_to_home_secretary"], v["sent_to_inspectorate"]),
)


_PROGRESS = Keys(
    "a step of progress",
    {
        "meeting": Field(PLACE, "the meeting that was told", required=True),
        "item": Field(TEXT, "the item or paragraph, as printed, in quotation marks"),
        "finding": Field(TEXT, "the finding, such as Recommendation 1; absent for the report as a whole"),
        "what": Field(MARKDOWN, "what was told", required=True),
    },
    lambda v: Progress(placed(v) or v["meeting"], v["finding"], v["what"], v.span),
)

SECTION_55 = Keys(
    "the front matter of an inspection report",
    {
        "report": Field(TEXT, "the report's title", required=True),
        "aliases": Field(ListOf(TEXT), "other titles in the records"),
        "inspectorate": Field(TEXT, "the inspectorate's short name"),
        "published": Field(DATE, "the day the report was published, from which the 56 days run"),
        "url": Field(WEB_ADDRESS, "where the report is"),
        "scope": Field(Choice(tuple(Scope), Scope), "national, or force"),
        "kind": Field(
            Choice(tuple(ReportKind), ReportKind),
            "what the report is, such as national or PEEL",
        ),
        "duty": Field(Choice(tuple(Duty), Duty), "which duty to respond applies: section 55, other, or none"),
        "duty_reason": Field(TEXT, "why that duty applies; needed with other and none"),
        "covered_by": Field(TEXT, "the slug of the report that is answered in its place"),
        "chief_constable": Field(_CHIEF_CONSTABLE, "how the chief constable was asked to comment"),
        "response": Field(_RESPONSE, "what became of the response"),
        "considered_at": Field(ListOf(PLACE), "the meetings that considered it, with the place"),
        "progress": Field(ListOf(_PROGRESS), "what later meetings were told"),
        "status": status_field(Status.FINAL, Status.DRAFT),
        "publish_at": PUBLISH_AT,
        "errata": ERRATA,
        "unbalanced": UNBALANCED,
        "waive": WAIVE,
    },
)
