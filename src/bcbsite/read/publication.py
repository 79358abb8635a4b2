"""publication.yaml becomes the list of what must be published."""

import re

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.publication import Published, PublishedKind
from bcbsite.read.fields import Field, Keys
from bcbsite.read.kinds import TEXT, YES_NO, Choice, ListOf, Scalar
from bcbsite.read.yaml import Problems, compose
from bcbsite.source import Source

# `https://example.org/spending`, `section-55:night-duty`, `/about/index.md`; not `#top`, not `two words`
_WHERE = re.compile(r"[^\s#]\S*")

_ENTRY = Keys(
    "an entry of publication.yaml",
    {
        "what": Field(TEXT, "what is published, in a few words", required=True),
        "where": Field(
            Scalar(
                "a web address, or what a link names, such as section-55:night-duty or /about/index.md",
                lambda text: text if _WHERE.fullmatch(text) else None,
            ),
            "where it is",
        ),
        "class": Field(TEXT, "the heading that it stands under"),
        "required_by": Field(TEXT, "what asks for it"),
        "note": Field(TEXT, "how else to get it, or what it costs"),
        "kind": Field(
            Choice(tuple(PublishedKind), PublishedKind),
            "which of the inspectors’ publications about the force it is",
        ),
        "prominent": Field(YES_NO, "whether the home page leads to it, too"),
    },
    lambda v: Published(
        what=v["what"],
        where=v["where"],
        heading=v["class"],
        required_by=v["required_by"],
        note=v["note"],
        kind=v["kind"],
        prominent=bool(v["prominent"]),
        at=v.span,
        where_at=v.at("where"),
    ),
)

PUBLICATION = Keys(
    "publication.yaml", {"publication": Field(ListOf(_ENTRY), "what must be published, and where it is")}
)


def read_publication(source: Source) -> tuple[tuple[Published, ...] | None, list[Diagnostic]]:
    """The entries in *source*, in their order."""
    problems = Problems(source)
    node = compose(source.text, problems, source)
    entries = PUBLICATION.values(node, problems)["publication"] if node else None
    return entries, problems.found
