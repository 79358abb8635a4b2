"""pages/**/*.md become ordinary pages."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.blocks import Block, Heading
from bcbsite.model.page import OrdinaryPage
from bcbsite.read.labels import slugify
from bcbsite.read.markdown import read_blocks
from bcbsite.source import Source


def read_page(source: Source, place: PurePosixPath) -> tuple[OrdinaryPage, list[Diagnostic]]:
    """The page in *source*, which lies at *place* below `pages/`."""
    blocks = read_blocks(source.text)
    title = place.stem.replace("-", " ").capitalize()
    if blocks and isinstance(blocks[0], Heading):
        title = blocks[0].prose.text
        blocks = blocks[1:]
    folder = place.parent if place.stem == "index" else place.with_suffix("")
    address = "" if folder == PurePosixPath(".") else f"{folder}/"
    return OrdinaryPage(source.span(), str(place), address, title, tuple(_with_anchors(blocks))), []


def _with_anchors(blocks: Iterable[Block]) -> Iterator[Block]:
    seen: Counter[str] = Counter()
    for block in blocks:
        if isinstance(block, Heading):
            slug = slugify(block.prose.text) or "section"
            seen[slug] += 1
            anchor = slug if seen[slug] == 1 else f"{slug}-r{seen[slug]}"
            yield replace(block, anchor=anchor)
        else:
            yield block
