"""The key `errata` of minutes, decision notices and inspection reports."""

from bcbsite.model.erratum import Erratum, ErratumKind
from bcbsite.read.date_kinds import DATE
from bcbsite.read.fields import Field, Keys
from bcbsite.read.kinds import MARKDOWN, TEXT, Choice, ListOf
from bcbsite.read.references import PLACE

_ERRATUM = Keys(
    "an erratum",
    {
        "date": Field(DATE, "the day of the correction", required=True),
        "kind": Field(Choice(tuple(ErratumKind), ErratumKind), "correction, unless it says transcription"),
        "at": Field(TEXT, "the paragraph, as printed"),
        "was": Field(TEXT, "the old words"),
        "now": Field(TEXT, "the new words", needs="was"),
        "what": Field(MARKDOWN, "what was wrong, or why it is corrected"),
        "meeting": Field(PLACE, "the meeting that resolved it, with the paragraph"),
        "authority": Field(TEXT, "who made or allowed it"),
    },
    lambda v: Erratum(
        date=v["date"],
        kind=v["kind"] or ErratumKind.CORRECTION,
        what=v["what"] or (),
        place=v["at"],
        was=v["was"],
        now=v["now"],
        meeting=v["meeting"],
        authority=v["authority"],
        at=v.span,
    ),
)
ERRATA = Field(ListOf(_ERRATUM), "corrections since publication")
