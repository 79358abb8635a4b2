"""decisions/*.md become decision notices."""

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Status
from bcbsite.read.date_kinds import DATE
from bcbsite.read.document import PUBLISH_AT, WAIVE, blocks_of, read_parts, status_field
from bcbsite.read.errata import ERRATA
from bcbsite.read.fields import Field, Keys
from bcbsite.read.kinds import TEXT, YES_NO, PartOfAddress, Scalar, is_address_part
from bcbsite.read.references import PLACE
from bcbsite.source import Source

DECISION = Keys(
    "the front matter of a decision notice",
    {
        "reference": Field(
            PartOfAddress(
                Scalar(
                    "a reference such as CPCC-2022-003", lambda text: text if is_address_part(text) else None
                )
            ),
            "its reference, which is its address",
            required=True,
        ),
        "title": Field(TEXT, "what was decided, in a few words", required=True),
        "date": Field(DATE, "the day of the decision"),
        "decided_by": Field(TEXT, "who decided"),
        "meeting": Field(PLACE, "the meeting that it was taken at, with the paragraph"),
        "significant_public_interest": Field(YES_NO, "whether the law asks that it be published"),
        "amount": Field(TEXT, "the amount, as printed"),
        "status": status_field(Status.FINAL, Status.DRAFT),
        "publish_at": PUBLISH_AT,
        "errata": ERRATA,
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
        meeting=v["meeting"],
        significant_public_interest=bool(v["significant_public_interest"]),
        amount=v["amount"],
        blocks=blocks,
        status=v["status"] or Status.FINAL,
        publish_at=v["publish_at"],
        errata=v["errata"],
        at=source.span(),
        spans=v.spans,
        waive=v["waive"],
    )
    return notice, problems + faults
