"""section-55/*.md become inspection reports with the responses to them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.blocks import Block, Heading, Paragraph, plain_text
from bcbsite.model.document import Status
from bcbsite.model.section55 import (
    ChiefConstable,
    Finding,
    FindingKind,
    InspectionReport,
    Section,
    SectionKind,
)
from bcbsite.read.document import blocks_of, read_parts
from bcbsite.read.labels import Anchors, slugify
from bcbsite.read.section55_keys import SECTION_55
from bcbsite.source import Source

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}-(?=.)")
_FINDING = re.compile(rf"({'|'.join(FindingKind)})(?:\s+(\d+))?\s*:?\s*", re.IGNORECASE)
_LABEL = re.compile(r"(Addressed to|Deadline|Chief Constable|Commissioner|Status)\s*:\s*")


def slug_of(path: Path) -> str:
    """The last part of the report's address: its file's name, less its date."""
    return _DATED.sub("", path.stem, count=1)


def read_section_55(source: Source) -> tuple[InspectionReport | None, list[Diagnostic]]:
    """The report and response in *source*."""
    parts, problems = read_parts(source, SECTION_55)
    if parts is None or parts.values["report"] is None:
        return None, problems
    blocks, faults = blocks_of(source, parts.body, parts.first_line)
    body = _Body()
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
        sections=tuple(body.sections),
        findings=tuple(body.findings),
        status=v["status"] or Status.FINAL,
        publish_at=v["publish_at"],
        at=source.span(),
    )
    return report, problems + faults


@dataclass
class _Body:
    """Takes the blocks in order: each belongs to the heading, and under a finding to the label, before it."""

    sections: list[Section] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _label: str | None = None
    """The label that the present blocks of a finding belong to; nothing before the first."""
    _in_finding: bool = False
    _anchors: Anchors = field(default_factory=Anchors)

    def add(self, block: Block) -> None:
        """Take the next block."""
        if isinstance(block, Heading):
            self._begin(block)
        elif self._in_finding:
            self._add_to_finding(block)
        else:
            if not self.sections:
                self.sections.append(Section(self._anchors.give("about"), "", None, ()))
            last = self.sections[-1]
            self.sections[-1] = replace(last, blocks=(*last.blocks, block))

    def _begin(self, heading: Heading) -> None:
        title = heading.prose.text
        match = _FINDING.fullmatch(title)
        self._in_finding = match is not None
        self._label = None
        if match:
            kind = FindingKind(match[1].lower())
            number = int(match[2]) if match[2] else 1 + sum(f.kind is kind for f in self.findings)
            anchor = self._anchors.give(f"{slugify(kind)}-{number}")
            self.findings.append(Finding(anchor, kind, number, (), None, None, (), (), None, heading.line))
        else:
            self.sections.append(
                Section(self._anchors.give(slugify(title) or "part"), title, _section_kind(title), ())
            )

    def _add_to_finding(self, block: Block) -> None:
        if isinstance(block, Paragraph) and (match := _LABEL.match(block.prose.text)):
            self._label = match[1]
            block = Paragraph(block.prose.cut(match.end()), block.line)
        finding = self.findings[-1]
        match self._label:
            case "Addressed to":
                finding = replace(finding, addressed_to=_joined(finding.addressed_to, block))
            case "Deadline":
                finding = replace(finding, deadline=_joined(finding.deadline, block))
            case "Status":
                finding = replace(finding, status=_joined(finding.status, block))
            case "Chief Constable":
                finding = replace(finding, chief_constable=(*finding.chief_constable, block))
            case "Commissioner":
                finding = replace(finding, commissioner=(*finding.commissioner, block))
            case _:
                finding = replace(finding, text=(*finding.text, block))
        self.findings[-1] = finding


def _joined(before: str | None, block: Block) -> str:
    return "\n".join(filter(None, (before, plain_text([block]))))


def _section_kind(title: str) -> SectionKind | None:
    folded = title.strip().lower().replace("’", "'")
    kinds: Iterable[SectionKind] = SectionKind
    return next((kind for kind in kinds if kind == folded), None)
