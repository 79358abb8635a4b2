"""What must be published, and where it is."""

from bcbsite.archive.addresses import PUBLICATION as ADDRESS
from bcbsite.archive.publication import PublishedLine
from bcbsite.registers.table import Column, Kind, Register, an_id

PUBLICATION: Register[PublishedLine] = Register(
    "publication",
    "What must be published",
    "What the body that keeps these records must publish, in its own words, and where each of it is.",
    lambda archive: archive.publication,
    (
        an_id("the entry’s place on the list", lambda row: f"{ADDRESS}#{row.anchor}"),
        Column("what", Kind.TEXT, "what it is", lambda row: row.entry.what, required=True),
        Column("class", Kind.TEXT, "the heading that it stands under", lambda row: row.entry.heading),
        Column("address", Kind.ADDRESS, "where it is, on this website", lambda row: row.address),
        Column(
            "url",
            Kind.WEB,
            "where it is, elsewhere",
            lambda row: row.entry.where if row.is_elsewhere else None,
        ),
        Column("required_by", Kind.TEXT, "what asks for it, as stated", lambda row: row.entry.required_by),
        Column("note", Kind.TEXT, "how else to get it, or what it costs", lambda row: row.entry.note),
        Column("kind", Kind.TEXT, "`peel report` or `peel assessment`", lambda row: row.entry.kind),
        Column(
            "prominent",
            Kind.YES_NO,
            "whether the home page leads to it",
            lambda row: row.entry.prominent,
            required=True,
        ),
    ),
)
