"""section-55/*.md become inspection reports with the responses to them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.blocks import Block, Heading, Paragraph, Quote, Table, all_prose, every_block
from bcbsite.model.document import Status
from bcbsite.model.prose import Prose
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
from bcbsite.read.other_force import other_force
from bcbsite.read.section55_finding import FindingText
from bcbsite.read.section55_keys import SECTION_55
from bcbsite.read.section55_offices import Offices, Side
from bcbsite.read.section55_table import RowOfTable, findings_in
from bcbsite.source import Source
from bcbsite.text.fold import folded

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}-(?=.)")


def slug_of(path: Path) -> str:
    """The last part of the report's address: its file's name, less its date."""
    return _DATED.sub("", path.stem, count=1)


def read_section_55(
    source: Source, own: Sequence[str] = ()
) -> tuple[InspectionReport | None, list[Diagnostic]]:
    """The report and response in *source*; *own* are the names that may have the area of the own force."""
    parts, problems = read_parts(source, SECTION_55)
    if parts is None or parts.values["report"] is None:
        return None, problems
    blocks, faults = blocks_of(source, parts.body, parts.first_line)
    waived = frozenset(w.place for w in parts.values["waive"] if w.rule == "unread-response" and w.place)
    v = parts.values
    chief = v["chief_constable"] or ChiefConstable()
    body = _Body(source, Offices.of(_beginnings(blocks)), waived, bool(chief.received))
    for block in blocks:
        body.add(block)
    report = InspectionReport(
        slug=slug_of(source.path),
        report=v["report"],
        aliases=v["aliases"],
        inspectorate=v["inspectorate"],
        published=v["published"],
        url=v["url"],
        scope=v["scope"],
        kind=v["kind"],
        duty=v["duty"],
        duty_reason=v["duty_reason"],
        other_force=other_force(v["report"], own),
        covered_by=v["covered_by"],
        covered_by_at=v.at("covered_by"),
        chief_constable=chief,
        response=v["response"],
        considered_at=v["considered_at"],
        progress=v["progress"],
        sections=tuple(body.whole_sections),
        findings=body.findings,
        is_understood=body.is_understood,
        status=v["status"] or Status.FINAL,
        publish_at=v["publish_at"],
        errata=v["errata"],
        at=source.span(),
        spans=v.spans,
        waive=v["waive"],
    )
    return report, [*problems, *faults, *body.doubts, *body.unread]


@dataclass
class _Body:
    """Takes the blocks in order: each belongs to the heading before it."""

    source: Source
    offices: Offices
    waived: frozenset[str]
    """The anchors of parts whose text is said to have no comments."""
    has_received: bool
    """Whether front matter says that comments of the chief officer came."""
    sections: list[Section] = field(default_factory=list)
    _under_sections: list[list[Block]] = field(default_factory=list)
    """What stands under each section, as it is read."""
    _texts: list[FindingText] = field(default_factory=list)
    _counts: Counter[FindingKind] = field(default_factory=Counter)
    _level: int = 0
    """The level of the present finding's heading; 0 outside a finding."""
    _perhaps_in_finding: bool = False
    """Under a heading that nearly begins one: what is wrong there is told of in the same run."""
    _anchors: Anchors = field(default_factory=Anchors)
    _loose: int = 0
    """The line of the first text that is under no heading which the law gives a meaning; 0 where none is."""
    _loose_hint: str = ""
    _under_a_doubt: bool = False
    """Under a heading that is told of itself."""
    _after_findings: list[tuple[Section, int]] = field(default_factory=list)
    """The comments that stand right below a finding at its level, with their lines."""
    _mislaid: list[tuple[str, int]] = field(default_factory=list)
    """Labels of one side among the comments of the other, with their lines."""
    _doubts: list[tuple[SectionKind | None, Diagnostic]] = field(default_factory=list)
    """What is nearly a heading or a label that divides the report; with the part that a heading may mean."""

    @property
    def doubts(self) -> list[Diagnostic]:
        """BCB320: what is nearly such a heading or label; not what may mean a part that is there."""
        known = {section.kind for section in self.sections if section.kind}
        own = [doubt for kind, doubt in self._doubts if kind not in known]
        return [*own, *(doubt for text in self._texts for doubt in text.doubts)]

    @property
    def unread(self) -> Iterator[Diagnostic]:
        """BCB328: text of which nobody can tell whose it is, where the comments are not read."""
        if self._loose and self._lacks_words:
            message = (
                "This text is under no heading that says whose it is, and comments or answers are not read."
            )
            yield Diagnostic("BCB328", self.source.span(self._loose), message, self._loose_hint)
        for text in self._texts:
            if text.unread and not text.doubts and not self._is_waived(text):
                message = f"This text under {text.finding.name} has no label, and may be the answer to it."
                hint = (
                    "Quote the inspectors’ words (“> …”), and write “Commissioner:” or “Chief Constable:” "
                    "before an answer."
                )
                yield Diagnostic("BCB328", self.source.span(text.unread), message, hint)
        for title, line in self._mislaid:
            message = (
                f"“{title[:60]}” stands among the comments of another, so what follows is not read as theirs."
            )
            hint = f"Write a heading of its own above it, such as “## {title[:60]}’s comments”."
            yield Diagnostic("BCB328", self.source.span(line), message, hint)
        for section, line in self._repeated:
            message = f"“{section.title[:60]}” stands below several findings, as if it were about each."
            hint = (
                f"Write it one level deeper, as in “### {section.title[:60]}”, where it answers the finding."
            )
            yield Diagnostic("BCB328", self.source.span(line), message, hint)

    @property
    def _repeated(self) -> list[tuple[Section, int]]:
        """Comments of one side that stand below more than one finding, at its level."""
        times = Counter(section.kind for section, _ in self._after_findings)
        return [(section, line) for section, line in self._after_findings if times[section.kind] > 1]

    @property
    def _lacks_words(self) -> bool:
        """Whether comments of either side are not read, or a finding is answered by nobody."""
        kinds = {section.kind for section in self.whole_sections if section.blocks}
        by_chief = SectionKind.CHIEF_CONSTABLE in kinds or any(
            finding.chief_constable for finding in self.findings
        )
        if self.has_received and not by_chief:
            return True
        if any(section.is_comments for section in self.whole_sections):
            return not all(finding.answered_by for finding in self.findings)
        return not (self.findings and all(finding.commissioner for finding in self.findings))

    def _is_waived(self, text: FindingText) -> bool:
        return text.finding.anchor in self.waived

    @property
    def is_understood(self) -> bool:
        """Whether nothing in the text may be a part of the response without being read as one."""
        findings = all(finding.is_understood for finding in self.findings)
        return findings and not (self._loose or self._doubts or self._repeated or self._mislaid)

    def add(self, block: Block) -> None:
        """Take the next block."""
        if isinstance(block, Heading):
            self._begin(block)
        elif isinstance(block, Table) and (rows := findings_in(block, self.offices)):
            self._add_rows(rows, block.line)
        elif self._level:
            self._texts[-1].add(block)
        else:
            if not self.sections:
                self._add_section(Section(self._anchors.give("about"), "", None, ()))
            self._doubt_text(block)
            self._under_sections[-1].append(block)

    def _add_rows(self, rows: Iterable[RowOfTable], line: int) -> None:
        """The findings of a table, which are shown as all others are; what follows is about none of them."""
        self._level = 0
        for row in rows:
            text = self._begin_finding(row.kind, row.number, line)
            if row.text.text:
                text.add(Quote((Paragraph(row.text, line),), line))
            for label, prose in row.labelled:
                text.add(Paragraph(Prose(f"{label}:"), line))
                text.add_words(Paragraph(prose, line))

    def _doubt_text(self, block: Block) -> None:
        """Note what may be a finding, or the comments, though no heading says so."""
        for inner in every_block([block]):
            if isinstance(inner, Paragraph):
                self._doubt_paragraph(inner)
            elif isinstance(inner, Table):
                self._note_rows(inner)
        part = self.sections[-1]
        is_settled = part.kind is not None or part.anchor in self.waived
        if not (is_settled or self._loose or self._under_a_doubt):
            self._loose = block.line
            if isinstance(block, Table) and words.has_findings(cell.text for cell in block.head):
                self._loose_hint = (
                    "The columns, or the numbers, of this table are not clear. Write each finding as "
                    "“## Recommendation 1”, with “Chief Constable:” and “Commissioner:” below it."
                )

    def _note_mislaid(self, block: Paragraph) -> None:
        """Note the labels of one side among the comments of the other."""
        kind = self.sections[-1].kind
        if kind not in _KINDS.values():
            return
        for number, line in enumerate(block.prose.text.split("\n")):
            if (whose := self.offices.of_label(line)) and _KINDS[whose.side] is not kind:
                self._mislaid.append((whose.title, block.line + number))
            elif kind is SectionKind.CHIEF_CONSTABLE and self._is_of_the_body(line):
                self._mislaid.append((" ".join(line.split()), block.line + number))

    def _is_of_the_body(self, line: str) -> bool:
        return not self.offices.commissioner_is_chief and words.is_of_the_body(line)

    def _note_rows(self, table: Table) -> None:
        """Note the rows of one side in a table among the comments of the other."""
        kind = self.sections[-1].kind
        for row in (table.head, *table.rows):
            whose = self.offices.of_heading_of_finding(row[0].text) if len(row) > 1 else None
            if kind in _KINDS.values() and whose and _KINDS[whose.side] is not kind:
                self._mislaid.append((whose.title, table.line))

    def _doubt_paragraph(self, block: Paragraph) -> None:
        self._note_mislaid(block)
        if self._perhaps_in_finding:
            self._doubt_label(block)
        if wanted := words.begins_finding(block.prose.text):
            message = f"“{block.prose.text[: len(wanted)]}” with further words begins no finding."
            hint = f"Write “## {wanted}” on a line of its own, and the other words below it."
            self._doubt(None, block.line, message, hint)

    def _begin(self, heading: Heading) -> None:
        title = heading.prose.text
        match = words.FINDING.fullmatch(folded(title))
        if not match and self._level and heading.level > self._level:
            self._texts[-1].add(heading)
            return
        self._perhaps_in_finding = self._under_a_doubt = False
        if match:
            number = int(match[2]) if match[2] else None
            self._begin_finding(FindingKind(match[1].lower()), number, heading.line)
            self._level = heading.level
        else:
            kind = self._kind_of(title)
            section = Section(self._anchors.give(slugify(title) or "part"), title, kind, ())
            if kind and self._level:
                self._after_findings.append((section, heading.line))
            self._level = 0
            self._add_section(section)
            if not kind:
                self._doubt_heading(heading)

    def _begin_finding(self, kind: FindingKind, number: int | None, line: int) -> FindingText:
        given = number if number is not None else 1 + self._counts[kind]
        anchor = self._anchors.give(f"{slugify(kind)}-{given}")
        numbered = number is not None
        finding = Finding(anchor, kind, given, (), None, None, (), (), None, line, is_numbered=numbered)
        self._texts.append(FindingText(self.source, self.offices, finding))
        self._counts[kind] += 1
        return self._texts[-1]

    def _kind_of(self, title: str) -> SectionKind | None:
        if self.offices.is_response(title):
            return SectionKind.RESPONSE
        whose = self.offices.of_heading(title)
        return _KINDS[whose.side] if whose else None

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
        if not (words.fact_of(text) or self.offices.of_label(text)) and (near := words.nearly_label(text)):
            written, wanted = near
            message = f"“{written}:” is not one of the labels of a finding."
            self._doubt(None, block.line, message, f"Did you mean “{wanted}:”? Write it so.")

    def _doubt(self, part: SectionKind | None, line: int, message: str, hint: str) -> None:
        self._doubts.append((part, Diagnostic("BCB320", self.source.span(line), message, hint)))

    def _add_section(self, section: Section) -> None:
        self.sections.append(section)
        self._under_sections.append([])

    @property
    def whole_sections(self) -> Iterator[Section]:
        """The sections with their text."""
        for section, blocks in zip(self.sections, self._under_sections, strict=True):
            yield replace(section, blocks=tuple(blocks))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings with all that stands under them; to be asked when all blocks were taken."""
        return tuple(text.read(waived=self._is_waived(text)) for text in self._texts)


_KINDS = {Side.BODY: SectionKind.COMMISSIONER, Side.CHIEF: SectionKind.CHIEF_CONSTABLE}


def _beginnings(blocks: Sequence[Block]) -> Iterator[str]:
    """The texts of *blocks* that may name who answers."""
    return (prose.text for prose in all_prose(blocks))
