"""section-55/*.md become inspection reports with the responses to them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.blocks import Block, Heading, Paragraph, Table, every_block
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
from bcbsite.read.section55_finding import Doubt, FindingParts, doubt_of_label, first_texts
from bcbsite.read.section55_keys import SECTION_55
from bcbsite.read.section55_offices import Offices
from bcbsite.source import Source

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}-(?=.)")
_AS_FINDINGS = (
    "Write each as “## Recommendation 1”, with “Chief Constable:” and “Commissioner:” below it, before the "
    "answers."
)


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
    body = _Body(source, waived, Offices.of(first_texts(blocks)))
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
    """Takes the blocks in order: each belongs to the heading before it."""

    source: Source
    waived: frozenset[str]
    """The anchors of parts whose text is said to have no comments."""
    offices: Offices
    sections: list[Section] = field(default_factory=list)
    findings: list[FindingParts] = field(default_factory=list)
    _under_sections: list[list[Block]] = field(default_factory=list)
    """What stands under each, as it is read."""
    _counts: Counter[FindingKind] = field(default_factory=Counter)
    _in_finding: bool = False
    _perhaps_in_finding: bool = False
    """Under a heading that nearly begins one: what is wrong there is told of in the same run."""
    _anchors: Anchors = field(default_factory=Anchors)
    _loose: int = 0
    """The line of the first text that is under no heading which the law gives a meaning; 0 where none is."""
    _under_a_doubt: bool = False
    """Under a heading that is told of itself."""
    _doubts: list[tuple[SectionKind | None, Diagnostic]] = field(default_factory=list)
    """What is nearly a heading that divides the report, or a finding; with the part that it may mean."""

    @property
    def doubts(self) -> Iterator[Diagnostic]:
        """BCB320: what is nearly a heading or a label; not what may mean a part that is there."""
        known = {section.kind for section in self.sections if section.kind}
        yield from (doubt for kind, doubt in self._doubts if kind not in known)
        yield from (self._told("BCB320", doubt) for parts in self.findings for doubt in parts.doubts)

    @property
    def unread(self) -> Iterator[Diagnostic]:
        """BCB328: text of which it is not clear whose it is, where comments or answers are not read."""
        yield from (self._told("BCB328", doubt) for doubt in self._unread_in_findings)
        if self._loose and self._lacks_words:
            message = (
                "This text is under no heading that says whose it is, and comments or answers are not read."
            )
            yield self._told("BCB328", Doubt(self._loose, message))

    @property
    def _unread_in_findings(self) -> Iterator[Doubt]:
        for parts in self.findings:
            if parts.finding.anchor not in self.waived and parts.unread:
                yield parts.unread

    @property
    def _lacks_words(self) -> bool:
        """Whether the commissioner's comments are not read, or a finding is answered by nobody."""
        findings = list(self.whole_findings)
        if any(section.is_comments for section in self.whole_sections):
            return not all(finding.commissioner or finding.chief_constable for finding in findings)
        return not (findings and all(finding.commissioner for finding in findings))

    @property
    def is_understood(self) -> bool:
        """Whether nothing in the text may be a part of the response without being read as one."""
        doubted = self._doubts or any(parts.doubts for parts in self.findings)
        return not (self._loose or doubted or any(self._unread_in_findings))

    def _told(self, code: str, doubt: Doubt) -> Diagnostic:
        return Diagnostic(code, self.source.span(doubt.line), doubt.message, doubt.hint)

    def add(self, block: Block) -> None:
        """Take the next block."""
        inside = self.findings[-1] if self._in_finding else None
        if isinstance(block, Heading) and not self._is_within(block):
            self._begin(block)
        elif inside:
            inside.add(block)
        else:
            if not self.sections:
                self._add_section(Section(self._anchors.give("about"), "", None, ()))
            self._doubt_text(block)
            self._under_sections[-1].append(block)

    def _is_within(self, heading: Heading) -> bool:
        """Whether *heading* stands below that of a finding, and so divides it and not the report."""
        is_below = self._in_finding and heading.level > self.findings[-1].level
        return is_below and not (
            words.finding_of(heading.prose.text) or words.nearly_finding(heading.prose.text)
        )

    def _doubt_text(self, block: Block) -> None:
        """Note what may be a finding, or the comments, though no heading says so."""
        for inner in every_block([block]):
            if isinstance(inner, Paragraph):
                self._doubt_paragraph(inner)
            elif isinstance(inner, Table) and words.has_findings(cell.text for cell in inner.head):
                self._doubt(
                    None, "BCB328", Doubt(inner.line, "Findings in a table are not read.", _AS_FINDINGS)
                )
                return
        part = self.sections[-1]
        is_settled = part.kind is not None or part.anchor in self.waived
        if not (is_settled or self._loose or self._under_a_doubt):
            self._loose = block.line

    def _doubt_paragraph(self, block: Paragraph) -> None:
        if self._perhaps_in_finding and (doubt := doubt_of_label(block, self.offices)):
            self._doubt(None, "BCB320", doubt)
        if wanted := words.begins_finding(block.prose.text):
            message = f"“{block.prose.text[: len(wanted)]}” with further words begins no finding."
            hint = f"Write “## {wanted}” on a line of its own, and the other words below it."
            self._doubt(None, "BCB320", Doubt(block.line, message, hint))

    def _begin(self, heading: Heading) -> None:
        title = heading.prose.text
        found = words.finding_of(title)
        self._in_finding = found is not None
        self._perhaps_in_finding = self._under_a_doubt = False
        if found:
            self._begin_finding(*found, heading)
        else:
            kind_of_part = words.section_kind(title, self.offices)
            self._add_section(Section(self._anchors.give(slugify(title) or "part"), title, kind_of_part, ()))
            if not kind_of_part:
                self._doubt_heading(heading)

    def _begin_finding(self, kind: FindingKind, printed: int | None, heading: Heading) -> None:
        number = 1 + self._counts[kind] if printed is None else printed
        anchor = self._anchors.give(f"{slugify(kind)}-{number}")
        self.findings.append(
            FindingParts(Finding(anchor, kind, number, heading.line), heading.level, self.offices)
        )
        self._counts[kind] += 1

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
            hint = f"Did you mean “## {wanted}”? Write just these words."
            self._doubt(part, "BCB320", Doubt(heading.line, message, hint))

    def _doubt(self, part: SectionKind | None, code: str, doubt: Doubt) -> None:
        self._doubts.append((part, self._told(code, doubt)))

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
        return (parts.whole for parts in self.findings)
