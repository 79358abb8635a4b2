"""pages/**/*.md become ordinary pages."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.blocks import Block, Heading
from bcbsite.model.document import Status
from bcbsite.model.page import OrdinaryPage
from bcbsite.read.document import PUBLISH_AT, WAIVE, blocks_of, read_parts, status_field
from bcbsite.read.fields import Field, Keys, Values
from bcbsite.read.front_matter import false_beginning, has_front_matter
from bcbsite.read.kinds import TEXT
from bcbsite.read.labels import Anchors, slugify
from bcbsite.source import Source

PAGE = Keys(
    "the front matter of a page",
    {
        "title": Field(TEXT, "its title, where it does not begin with a heading"),
        "status": status_field(Status.FINAL, Status.DRAFT),
        "publish_at": PUBLISH_AT,
        "waive": WAIVE,
    },
)


def read_page(source: Source, place: PurePosixPath) -> tuple[OrdinaryPage | None, list[Diagnostic]]:
    """The page in *source*, which lies at *place* below `pages/`; front matter is not needed."""
    problems: list[Diagnostic] = []
    text, first_line, values = source.text, 1, None
    if has_front_matter(text):
        parts, problems = read_parts(source, PAGE)
        if parts is None:
            return None, problems
        text, first_line, values = parts.body, parts.first_line, parts.values
    elif fault := false_beginning(text):
        line, message = fault
        return None, [Diagnostic("BCB503", source.span(line), message)]
    blocks, faults = blocks_of(source, text, first_line, may_have_code=True)
    return _page(source, place, blocks, values), problems + faults


def _page(source: Source, place: PurePosixPath, blocks: tuple[Block, ...], v: Values | None) -> OrdinaryPage:
    folder = place.parent if place.stem == "index" else place.with_suffix("")
    title = (v and v["title"]) or (folder.name or "home").replace("-", " ").capitalize()
    spans = v.spans if v else {}
    if blocks and isinstance(blocks[0], Heading) and blocks[0].level == 1:
        title = blocks[0].prose.text
        spans = {**spans, "title": source.span(blocks[0].line)}
        blocks = blocks[1:]
    return OrdinaryPage(
        at=source.span(),
        spans=spans,
        waive=v["waive"] if v else (),
        file=str(place),
        address="" if folder == PurePosixPath(".") else f"{folder}/",
        title=title,
        status=(v and v["status"]) or Status.FINAL,
        publish_at=v["publish_at"] if v else None,
        blocks=tuple(_with_anchors(blocks)),
    )


def _with_anchors(blocks: Iterable[Block]) -> Iterator[Block]:
    anchors = Anchors()
    for block in blocks:
        if isinstance(block, Heading):
            yield replace(block, anchor=anchors.give(slugify(block.prose.text) or "section"))
        else:
            yield block
