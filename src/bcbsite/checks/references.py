"""Rules about references and links from one record to another."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bcbsite.archive.archive import Archive
from bcbsite.archive.links import meeting_of
from bcbsite.archive.mentions.forms import Forms
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.content import Content
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.read.dates import parse_date
from bcbsite.read.kinds import Nearest


def references_lead_somewhere(_: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB401: a place that a reference names is in the minutes, where minutes are held."""
    printed: dict[str, _Printed] = {}
    for reference in archive.references:
        if archive.places.find(reference) is None:
            id_, place = reference.meeting, reference.place or ""
            if id_ not in printed:
                printed[id_] = _Printed(archive.meetings[id_])
            message = f"The record of {id_} has no paragraph or item {place}."
            yield Diagnostic("BCB401", reference.at, message, printed[id_].hint(place))


class _Printed:
    """The numbers that the record of a meeting prints."""

    def __init__(self, meeting: Meeting) -> None:
        body = (meeting.minutes or meeting.agenda or meeting.papers[0]).body
        self._labels = [part.label for part in body.parts if part.label]
        self._nearest = Nearest(self._labels)

    def hint(self, place: str) -> str:
        """A hint with the numbers, for a *place* that is not among them."""
        if not self._labels:
            return ""
        near = self._nearest.to(place)
        meant = f"Did you mean {near}? " if near else ""
        return (
            f"{meant}Its numbers go from {self._labels[0]} to {self._labels[-1]}. Or is it another meeting?"
        )


def places_in_front_matter_exist(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB401: what front matter says of a place in its own document is said of one that is printed there."""
    for meeting in content.meetings:
        for document in meeting.documents:
            named = [(waiver.place, waiver.at) for waiver in document.waive]
            named += [(entry.place, entry.at) for entry in document.withhold]
            if isinstance(document, Minutes):
                named += [(erratum.place, erratum.at) for erratum in document.errata]
                named += [(decided.place, decided.at) for decided in document.decisions]
                named += [(one.place, one.at) for one in document.sitting.declarations if one.place]
            for place, at in named:
                if place and document.body.find(place) is None:
                    yield Diagnostic("BCB401", at, f"This document has no paragraph or item {place}.")


def withheld_places_are_printed_once(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB507: what `withhold` names by a number is printed once, so that no second one stays public."""
    for meeting in content.meetings:
        for document in meeting.documents:
            for entry in document.withhold:
                named = document.body.all_printed(entry.place)
                if len(named) > 1:
                    message = (
                        f"{entry.place} is printed {len(named)} times, and only the first would be withheld."
                    )
                    addresses = " or ".join(part.anchor for part in named[:6])
                    hint = f"Write an entry for each with its address: {addresses}."
                    yield Diagnostic("BCB507", entry.at, message, hint)


def ids_lead_somewhere(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB408: the commissioner is one of the people, and a post is in one of the organisations."""
    if "people.yaml" in content.unread:
        return
    commissioner = content.board.commissioner
    people = {person.id for person in content.people}
    if commissioner and commissioner not in people:
        message = f"people.yaml has no person “{commissioner}”."
        hint = Nearest(person.id for person in content.people).hint(commissioner)
        yield Diagnostic("BCB408", content.board.commissioner_at, message, hint)
    organisations = dict.fromkeys(organisation.id for organisation in content.board.organisations)
    nearest = Nearest(organisations)
    for person in content.people:
        for post in person.posts:
            if post.organisation and post.organisation not in organisations:
                message = f"board.yaml has no organisation “{post.organisation}”."
                hint = nearest.hint(post.organisation)
                yield Diagnostic("BCB408", post.organisation_at, message, hint)


def findings_and_reports_exist(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB408: a step of progress is about a finding of its report, and `covered_by` is another report."""
    slugs = {report.slug for report in content.inspections}
    nearest = Nearest(sorted(slugs))
    covering = {report.slug: report.covered_by for report in content.inspections if report.covered_by}
    for report in content.inspections:
        if report.covered_by and (report.covered_by not in slugs or report.covered_by == report.slug):
            message = f"There is no other report “{report.covered_by}”."
            hint = nearest.hint(report.covered_by, other_than=report.slug)
            yield Diagnostic("BCB408", report.covered_by_at, message, hint)
        elif report.slug in covering and _comes_back(report.slug, covering):
            message = "This report and the one that answers it name each other, so neither has an answer."
            yield Diagnostic(
                "BCB408", report.covered_by_at, message, "Take covered_by out where the answer is."
            )
        findings = {f"{finding.kind} {finding.number}" for finding in report.findings}
        for step in report.progress:
            if step.finding and step.finding.casefold() not in findings:
                yield Diagnostic("BCB408", step.at, f"This report has no finding “{step.finding}”.")


def _comes_back(slug: str, covering: Mapping[str, str]) -> bool:
    """Whether *slug* is the first of a circle of reports, each of which *covering* has the next for."""
    seen, at = {slug}, covering.get(slug)
    while at and at not in seen:
        seen.add(at)
        at = covering.get(at)
    return at == slug == min(seen)


def links_lead_somewhere(_: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB406: a link to a record or a page names one that exists."""
    targets = _Targets(archive.links.targets)
    for link in archive.written_links:
        if meeting_of(link.target, link.at):
            continue  # a place that is missing is told of as a reference
        if archive.links.find(link.target, link.page) is None:
            message = f"There is nothing that “{link.target}” names."
            yield Diagnostic("BCB406", link.at, message, targets.hint(link.target))


class _Targets:
    """All that a link can name, by kind: what stands before the colon; pages have none."""

    def __init__(self, targets: Iterable[str]) -> None:
        by_kind: dict[str | None, list[str]] = {None: []}
        records: list[str] = []
        for target in targets:
            kind, colon, _ = target.partition(":")
            by_kind.setdefault(kind if colon else None, []).append(target)
            records += [target] if colon else []
        self._of_kind = {kind: Nearest(of_kind) for kind, of_kind in by_kind.items()}
        self._records = Nearest(records)

    def hint(self, target: str) -> str:
        """A hint with what is nearest to *target*: a record of the same kind, if it says which."""
        kind, colon, id_ = target.partition(":")
        if kind == "meeting":
            day, hash_, place = id_.partition("#")
            written = parse_date(_UNPADDED.sub(r"\3/\2/\1", day))
            if written:
                return f"Did you mean “meeting:{written}{hash_}{place}”?"
            return "Write the name of the meeting’s folder, as in meeting:2022-02-10."
        return self._of_kind.get(kind if colon else None, self._records).hint(target)


_UNPADDED = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


def papers_have_items(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB407: a paper's item is on the agenda, where an agenda is held."""
    for meeting in content.meetings:
        for paper in meeting.papers:
            if paper.item and meeting.agenda and meeting.agenda.body.find(paper.item) is None:
                message = f"The agenda of {meeting.id} has no item {paper.item}."
                yield Diagnostic("BCB407", paper.where("item"), message)


def unlinked_mentions(archive: Archive) -> Iterator[Diagnostic]:
    """BCB411: a note on each mention that is no link, for those who ask; no rule is broken."""
    for mention in archive.mentions.unlinked:
        yield Diagnostic("BCB411", mention.source.at, _not_linked(mention.printed, mention.why))
    forms = Forms((archive.board.name, *archive.board.aliases))
    for text in archive.texts:
        for prose in text.prose:
            for words in forms.undated(prose.text):
                yield Diagnostic("BCB411", text.at, _not_linked(words, "No day is printed."))


def _not_linked(words: str, why: str) -> str:
    return f"“{' '.join(words.split())}” is no link. {why}"
