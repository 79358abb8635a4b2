"""decisions/*.md become decision notices."""

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.decision import DecisionNotice, Exempt
from bcbsite.model.document import Status
from bcbsite.read.date_kinds import DATE
from bcbsite.read.document import PUBLISH_AT, UNBALANCED, WAIVE, blocks_of, read_parts, status_field
from bcbsite.read.errata import ERRATA
from bcbsite.read.fields import Field, Keys
from bcbsite.read.kinds import MARKDOWN, TEXT, YES_NO, ListOf, PartOfAddress, Scalar, is_address_part
from bcbsite.read.references import LINK, PLACE
from bcbsite.source import Source

_EXEMPT = Keys(
    "an exempt part",
    {
        "what": Field(TEXT, "which part, in words that are public"),
        "ground": Field(TEXT, "the ground on which it is not public", required=True),
    },
    lambda v: Exempt(v["what"], v["ground"]),
)

DECISION = Keys(
    "the front matter of a decision notice",
    {
        "reference": Field(
            PartOfAddress(
                Scalar(
                    "a reference of letters, digits and hyphens, such as PCC-2022-003",
                    lambda text: text if is_address_part(text) else None,
                )
            ),
            "its reference, which is its address",
            required=True,
        ),
        "title": Field(TEXT, "what was decided, in a few words", required=True),
        "date": Field(DATE, "the day of the decision"),
        "decided_by": Field(TEXT, "who decided"),
        "delegated_by": Field(TEXT, "who delegated the decision, or the scheme of delegation"),
        "power": Field(TEXT, "by what power it was decided, such as section 5 of an Act"),
        "meeting": Field(PLACE, "the meeting that it was taken at, with the paragraph"),
        "out_of_meeting": Field(YES_NO, "whether it was taken out of a meeting"),
        "published": Field(DATE, "the day on which the notice was published"),
        "urgent": Field(TEXT, "why it could not wait, where it was urgent"),
        "reasons": Field(MARKDOWN, "the reasons for the decision"),
        "options": Field(MARKDOWN, "what else was considered, and why it was not chosen"),
        "interests": Field(MARKDOWN, "the interests that were declared, or that there were none"),
        "exempt": Field(ListOf(_EXEMPT), "parts of the decision that are not public, with the ground"),
        "documents": Field(ListOf(LINK), "what goes with it, such as a report or an assessment"),
        "significant_public_interest": Field(YES_NO, "whether it is of significant public interest"),
        "amount": Field(TEXT, "the amount, as printed"),
        "status": status_field(Status.FINAL, Status.DRAFT),
        "publish_at": PUBLISH_AT,
        "errata": ERRATA,
        "unbalanced": UNBALANCED,
        "waive": WAIVE,
    },
)


def read_decision(source: Source) -> tuple[DecisionNotice | None, list[Diagnostic]]:
    """The notice in *source*."""
    parts, problems = read_parts(source, DECISION)
    if parts is None or parts.values["reference"] is None or parts.values["title"] is None:
        return None, problems
    blocks, faults = blocks_of(source, parts.body, parts.first_line)
    v = parts.values
    notice = DecisionNotice(
        reference=v["reference"],
        title=v["title"],
        date=v["date"],
        decided_by=v["decided_by"],
        delegated_by=v["delegated_by"],
        power=v["power"],
        meeting=v["meeting"],
        out_of_meeting=bool(v["out_of_meeting"]),
        published=v["published"],
        urgent=v["urgent"],
        significant_public_interest=bool(v["significant_public_interest"]),
        amount=v["amount"],
        blocks=blocks,
        reasons=v["reasons"] or (),
        options=v["options"] or (),
        interests=v["interests"] or (),
        exempt=v["exempt"],
        documents=v["documents"],
        status=v["status"] or Status.FINAL,
        publish_at=v["publish_at"],
        errata=v["errata"],
        at=source.span(),
        spans=v.spans,
        waive=v["waive"],
    )
    return notice, problems + faults
