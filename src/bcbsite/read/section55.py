"""section-55/*.md become inspection reports with the responses to them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.blocks import Block, Heading, Paragraph, Table, plain_text
from bcbsite.model.document import Status
from bcbsite.model.section55 import (
    ChiefConstable,
    Finding,
    FindingKind,
    InspectionReport,
    Section,
    SectionKind,
)
from bcbsite.read import section55_words as words
from bcbsite.read.document import blocks_of, read_parts
from bcbsite.read.labels import Anchors, slugify
from bcbsite.read.section55_keys import SECTION_55
from bcbsite.source import Source

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}-(?=.)")


def slug_of(path: Path) -> str:
    """The last part of the report's address: its file's name, less its date."""
    return _DATED.sub("", path.stem, count=1)


def read_section_55(source: Source) -> tuple[InspectionReport | None, list[Diagnostic]]:
    """The report and response in *source*."""
    parts, problems = read_parts(source, SECTION_55)
    if parts is None or parts.values["report"] is None:
        return None, problems
    blocks, faults = blocks_of(source, parts.body, parts.first_line)
    waived = frozenset(w.place for w in parts.values["waive"] if w.rule == "unread-response" and w.place)
    body = _Body(source, waived)
    for block in blocks:
        body.add(block)
    v = parts.values
    report = InspectionReport(
        slug=slug_of(source.path),
        report=v["report"],
        aliases=v["aliases"],
        inspectorate=v["inspectorate"],
        published=v["published"],
        url=v["url"],
        scope=v["scope"],
        covered_by=v["covered_by"],
        covered_by_at=v.at("covered_by"),
        chief_constable=v["chief_constable"] or ChiefConstable(),
        response=v["response"],
        considered_at=v["considered_at"],
        progress=v["progress"],
        sections=tuple(body.whole_sections),
        findings=tuple(body.whole_findings),
        is_understood=body.is_understood,
        status=v["status"] or Status.FINAL,
        publish_at=v["publish_at"],
        at=source.span(),
        spans=v.spans,
        waive=v["waive"],
    )
    return report, [*problems, *faults, *body.doubts, *body.unread]


@dataclass
class _Body:
    """Takes the blocks in order: each belongs to the heading, and under a finding to the label, before it."""

    source: Source
    waived: frozenset[str]
    """The anchors of parts whose text is said to have no comments."""
    sections: list[Section] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _under_sections: list[list[Block]] = field(default_factory=list)
    _under_findings: list[dict[str | None, list[Block]]] = field(default_factory=list)
    """What stands under each, and of findings under each of their labels, as it is read."""
    _counts: Counter[FindingKind] = field(default_factory=Counter)
    _label: str | None = None
    """The label that the present blocks of a finding belong to; nothing before the first."""
    _in_finding: bool = False
    _perhaps_in_finding: bool = False
    """Under a heading that nearly begins one: what is wrong there is told of in the same run."""
    _anchors: Anchors = field(default_factory=Anchors)
    _loose: int = 0
    """The line of the first text that is under no heading which the law gives a meaning; 0 where none is."""
    _loose_hint: str = ""
    _under_a_doubt: bool = False
    """Under a heading that is told of itself."""
    _doubts: list[tuple[SectionKind | None, Diagnostic]] = field(default_factory=list)
    """What is nearly a heading or a label that divides the report; with the part that a heading may mean."""

    @property
    def doubts(self) -> list[Diagnostic]:
        """BCB320: what is nearly such a heading or label; not what may mean a part that is there."""
        known = {section.kind for section in self.sections if section.kind}
        return [doubt for kind, doubt in self._doubts if kind not in known]

    @property
    def unread(self) -> Iterator[Diagnostic]:
        """BCB328: text that is under no heading which the law gives a meaning, where no comments are read."""
        if self._loose and not self._has_comments:
            message = "This text is under no heading that says whose it is, and the comments are not read."
            yield Diagnostic("BCB328", self.source.span(self._loose), message, self._loose_hint)

    @property
    def _has_comments(self) -> bool:
        of_all = any(section.kind is SectionKind.COMMISSIONER for section in self.sections)
        return of_all or any(under[words.COMMISSIONER] for under in self._under_findings)

    @property
    def is_understood(self) -> bool:
        """Whether nothing in the text may be a part of the response without being read as one."""
        return not self._loose and not self._doubts

    def add(self, block: Block) -> None:
        """Take the next block."""
        if isinstance(block, Heading):
            self._begin(block)
        elif self._in_finding:
            self._add_to_finding(block)
        else:
            if not self.sections:
                self._add_section(Section(self._anchors.give("about"), "", None, ()))
            self._doubt_text(block)
            self._under_sections[-1].append(block)

    def _doubt_text(self, block: Block) -> None:
        """Note what may be a finding, or the comments, though no heading says so."""
        if isinstance(block, Paragraph):
            if self._perhaps_in_finding:
                self._doubt_label(block)
            if wanted := words.begins_finding(block.prose.text):
                message = f"“{block.prose.text[: len(wanted)]}” with further words begins no finding."
                hint = f"Write “## {wanted}” on a line of its own, and the other words below it."
                self._doubt(None, block.line, message, hint)
        part = self.sections[-1]
        is_settled = part.kind is not None or part.anchor in self.waived
        if not (is_settled or self._loose or self._under_a_doubt):
            self._loose = block.line
            if isinstance(block, Table) and words.has_findings(cell.text for cell in block.head):
                self._loose_hint = (
                    "Findings in a table are not read. Write each as “## Recommendation 1”, with "
                    "“Chief Constable:” and “Commissioner:” below it."
                )

    def _begin(self, heading: Heading) -> None:
        title = heading.prose.text
        match = words.FINDING.fullmatch(title)
        self._in_finding = match is not None
        self._perhaps_in_finding = self._under_a_doubt = False
        self._label = None
        if match:
            kind = FindingKind(match[1].lower())
            number = int(match[2]) if match[2] else 1 + self._counts[kind]
            anchor = self._anchors.give(f"{slugify(kind)}-{number}")
            self.findings.append(Finding(anchor, kind, number, (), None, None, (), (), None, heading.line))
            self._under_findings.append(defaultdict(list))
            self._counts[kind] += 1
        else:
            kind_of_part = words.section_kind(title)
            self._add_section(Section(self._anchors.give(slugify(title) or "part"), title, kind_of_part, ()))
            if not kind_of_part:
                self._doubt_heading(heading)

    def _doubt_heading(self, heading: Heading) -> None:
        title = " ".join(heading.prose.text.split())
        part = words.nearly_section(title)
        if wanted := words.nearly_finding(title):
            self._perhaps_in_finding = True
            message = f"The heading “{title}” begins no finding."
        elif part:
            wanted, message = words.as_written(part), f"The heading “{title}” is not one that the site knows."
        if wanted:
            self._under_a_doubt = True
            self._doubt(part, heading.line, message, f"Did you mean “## {wanted}”? Write just these words.")

    def _doubt_label(self, block: Paragraph) -> None:
        text = block.prose.text
        if not words.label_of(text) and (near := words.nearly_label(text)):
            written, wanted = near
            message = f"“{written}:” is not one of the labels of a finding."
            self._doubt(None, block.line, message, f"Did you mean “{wanted}:”? Write it so.")

    def _doubt(self, part: SectionKind | None, line: int, message: str, hint: str) -> None:
        self._doubts.append((part, Diagnostic("BCB320", self.source.span(line), message, hint)))

    def _add_to_finding(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._doubt_label(block)
            if label := words.label_of(block.prose.text):
                self._label, length = label
                block = Paragraph(block.prose.cut(length), block.line)
        self._under_findings[-1][self._label].append(block)

    def _add_section(self, section: Section) -> None:
        self.sections.append(section)
        self._under_sections.append([])

    @property
    def whole_sections(self) -> Iterator[Section]:
        """The sections with their text."""
        for section, blocks in zip(self.sections, self._under_sections, strict=True):
            yield replace(section, blocks=tuple(blocks))

    @property
    def whole_findings(self) -> Iterator[Finding]:
        """The findings with all that stands under them."""
        for finding, under in zip(self.findings, self._under_findings, strict=True):
            yield replace(
                finding,
                text=tuple(under[None]),
                addressed_to=_words(under[words.ADDRESSED_TO]),
                deadline=_words(under[words.DEADLINE]),
                chief_constable=tuple(under[words.CHIEF_CONSTABLE]),
                commissioner=tuple(under[words.COMMISSIONER]),
                status=_words(under[words.STATUS]),
            )


def _words(blocks: Sequence[Block]) -> str | None:
    """The words of *blocks*; nothing where there is no block."""
    return "\n".join(filter(None, (plain_text([block]) for block in blocks))) if blocks else None
