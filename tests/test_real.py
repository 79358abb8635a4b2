"""The real records: all that a correct reader must find in them, each at its address on the built pages."""

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from bcbsite.archive.archive import Archive
from bcbsite.archive.deadlines import last_day_to_respond
from bcbsite.model.blocks import plain_text
from bcbsite.model.body import Body, Item, Passage
from conftest import REAL, load_all


@pytest.fixture(scope="module")
def facts(real: Path) -> dict[str, Any]:
    return json.loads((REAL / "facts.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def archive(real: Path) -> Archive:
    public = load_all(real).public
    assert public
    return public


class Texts(HTMLParser):
    """The text of each element of a page that has an id, by the id."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self._open: list[tuple[str, str | None]] = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"area", "br", "hr", "img", "input", "link", "meta"}:
            self._open.append((tag, dict(attrs).get("id")))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for _, anchor in self._open:
            if anchor:
                self.texts[anchor] = self.texts.get(anchor, "") + data


def under(body: Body) -> dict[str, list[str]]:
    """The labels that lie under each item, the items by their numbers, or titles where they have none.

    A sub-item counts among them where it has text of its own instead of numbered paragraphs.
    """
    with_paragraphs = {passage.item for passage in body.passages if passage.label}
    names: dict[str | None, str] = {}
    found: dict[str, list[str]] = {}
    for part in body.parts:
        if isinstance(part, Item):
            name = part.label or part.title.text
            names[part.anchor] = name if name not in found else f"{name} (second)"
            found[names[part.anchor]] = []
            parent = names.get(part.parent)
            if (
                part.anchor not in with_paragraphs
                and part.label
                and parent
                and part.label.rpartition(".")[0] == parent
            ):
                found[parent].append(part.label)
        elif part.label:
            found[names[part.item]].append(part.label)
    return {name: labels for name, labels in found.items() if labels}


def test_meetings_and_totals(archive: Archive, facts: dict[str, Any]) -> None:
    assert list(archive.meetings) == [meeting["id"] for meeting in facts["meetings"]]
    for fact in facts["meetings"]:
        meeting = archive.meetings[fact["id"]]
        document = meeting.minutes or meeting.agenda
        assert (meeting.minutes is not None) == fact["minutes"]
        assert f"{document.time:%H:%M}" == fact["time"]
        assert document.location == fact["location"]
        assert meeting.kind == fact["kind"]
    numbered = [p for m in archive.meetings.values() if m.minutes for p in m.minutes.body.passages if p.label]
    assert len(numbered) == facts["totals"]["numbered_paragraphs_in_minutes"]


def test_people_as_listed(archive: Archive, facts: dict[str, Any]) -> None:
    for fact in facts["meetings"]:
        if minutes := archive.meetings[fact["id"]].minutes:
            assert len(minutes.members) == fact["members"]
            assert len(minutes.in_attendance) == fact["in_attendance"]
            assert len(minutes.apologies) == fact["apologies"]
            assert minutes.signed_by.name == fact["signed_by"]
            assert sum(p.note == "Observer" for p in minutes.in_attendance) == fact.get("observers", 0)


def test_items_and_what_lies_under_them(archive: Archive, facts: dict[str, Any]) -> None:
    for fact in facts["meetings"]:
        meeting = archive.meetings[fact["id"]]
        body = (meeting.minutes or meeting.agenda).body
        found = [(i.label, i.title.text, i.note, i.level) for i in body.items]
        assert found == [(i["label"], i["title"], i["note"], i["level"]) for i in fact["items"]]
        for item, expected in zip(body.items, fact["items"], strict=True):
            passages = [p for p in body.passages if p.item == item.anchor]
            assert [p.label for p in passages if p.label] == expected["paragraphs"]
            printed_later = "printed after" in expected.get("report_from", "")
            if not printed_later and (by := expected.get("report_from")):
                assert [p.text for p in passages if p.role == "report from"] == [by]


def test_actions_raised_in_minutes(archive: Archive, facts: dict[str, Any]) -> None:
    for fact in facts["meetings"]:
        minutes = archive.meetings[fact["id"]].minutes
        if not minutes:
            continue
        raised = [p for p in minutes.body.passages if p.role == "action"]
        anchors = {part.anchor: part.label for part in minutes.body.parts}
        assert [
            {"item": anchors[p.item], "paragraph": anchors[p.follows], "first60": p.text[:60]} for p in raised
        ] == fact["actions_raised"]
        for passage in raised:
            assert plain_text(archive.raised.by_line[fact["id"], passage.anchor, 0].action) == passage.text


def test_outcomes_and_what_looks_like_one(archive: Archive, facts: dict[str, Any]) -> None:
    found: Counter[str] = Counter()
    for fact in facts["meetings"]:
        if not fact["minutes"]:
            continue
        body = archive.meetings[fact["id"]].minutes.body
        outcomes = archive.outcomes[fact["id"]]
        for item, expected in zip(body.items, fact["items"], strict=True):
            here = [o for o in outcomes if o.passage.item == item.anchor]
            assert [(o.kind, o.text[:60]) for o in here] == [
                (e["kind"], e["text"]) for e in expected["outcomes"]
            ]
            for outcome, at in zip(here, (e["at"] for e in expected["outcomes"]), strict=True):
                assert (outcome.passage.label or "the unlabelled paragraph") in at
        found.update(outcome.kind for outcome in outcomes)
        for trap in fact["looks_like_an_outcome_but_is_not"]:
            assert not any(trap["text"] in outcome.text for outcome in outcomes), trap
    assert found == facts["totals"]["outcomes"]


def test_papers(archive: Archive, facts: dict[str, Any]) -> None:
    for fact in facts["meetings"]:
        papers = {paper.slug: paper for paper in archive.meetings[fact["id"]].papers}
        assert list(papers) == [p["slug"] for p in fact.get("papers", [])]
        for expected in fact.get("papers", []):
            paper = papers[expected["slug"]]
            assert paper.title == expected["title"]
            assert paper.item.removesuffix(".0") == expected["item"].removesuffix(".0")
            assert paper.sender == expected["from"]
            assert paper.date.printed == expected["date_printed"]
            assert paper.classification == expected["classification"]
            assert [p.name for p in paper.contact_officers] == expected["contact_officers"]
            found = under(paper.body)
            assert found == {name: labels for name, labels in expected["labels"].items() if labels}
            every = [label for labels in found.values() for label in labels]
            assert sorted({x for x in every if every.count(x) > 1 and x != "5.1"}) == sorted(
                set(expected["repeated_labels"]) - {"5.1"}
            )


def test_action_log(archive: Archive, facts: dict[str, Any]) -> None:
    assert [h.action.id for h in archive.actions] == [a["id"] for a in facts["actions"]]
    for history, fact in zip(archive.actions, facts["actions"], strict=True):
        action = history.action
        assert (action.series, action.number) == (fact["series"], fact["number"])
        assert (action.raised.meeting, action.raised.place) == (
            fact["raised"]["meeting"],
            fact["raised"]["item"],
        )
        assert [o.name for o in action.owners] == fact["owners"]
        assert (action.target.printed if action.target else None) == fact["target"]
        assert plain_text(action.action)[:60] == fact["first60"]
        assert [
            {
                "on": dated.day.isoformat(),
                "meeting": dated.event.meeting.meeting if dated.event.meeting else None,
                "item": dated.event.meeting.place if dated.event.meeting else None,
                "status": dated.event.status,
                "first60": plain_text(dated.event.update)[:60],
            }
            for dated in history.events
        ] == fact["events"]


def test_section_55(archive: Archive, real_site: Path, facts: dict[str, Any]) -> None:
    reports = {report.slug: report for report in archive.inspections}
    assert set(reports) == {fact["id"] for fact in facts["section_55"]}
    for fact in facts["section_55"]:
        report = reports[fact["id"]]
        assert report.report == fact["report"]
        assert (report.published.isoformat() if report.published else None) == fact["published"]
        assert [str(place) for place in report.considered_at] == fact["considered_at"]
        last = last_day_to_respond(report.published)
        assert (last.isoformat() if last else None) == fact.get("response_due_within_56_days")
        assert len(report.progress) == fact.get("progress", 0)
        assert sum(bool(f.chief_constable) for f in report.findings) == fact["with_a_response"]
        found = [
            (f.kind, f.number, f.addressed_to, f.deadline, plain_text(f.text)[:60]) for f in report.findings
        ]
        assert found == [
            (f["kind"], f["number"], f["addressed_to"], f["deadline"], f["first60"]) for f in fact["findings"]
        ]
        shown = Texts(real_site / "section-55" / report.slug / "index.html").texts
        for finding in report.findings:
            assert f"{finding.kind.capitalize()} {finding.number}" in shown[finding.anchor]
        for n, step in enumerate(report.progress, 1):
            assert words(plain_text(step.what)) in words(shown[f"progress-{n}"])
    totals = facts["totals"]
    assert sum(len(report.findings) for report in reports.values()) == totals["section_55_findings"]


def test_every_place_is_on_its_page(archive: Archive, real_site: Path) -> None:
    """Each item and passage stands at its anchor with all its words."""
    pages = 0
    for meeting in archive.meetings.values():
        for document in meeting.documents:
            name = f"papers/{document.slug}" if hasattr(document, "slug") else type(document).__name__.lower()
            shown = Texts(real_site / "meetings" / meeting.id / name / "index.html").texts
            pages += 1
            for part in document.body.parts:
                text = part.title.text if isinstance(part, Item) else part.text
                assert words(text) in words(shown[part.anchor]), (meeting.id, name, part.anchor)
                assert part.label is None or part.label in shown[part.anchor]
    assert pages == 14


def words(text: str) -> str:
    return "".join(text.split())


def test_nothing_is_lost_or_reworded(archive: Archive, real: Path) -> None:
    """What was read, put together again, has every word of the source, in its order."""
    for meeting in archive.meetings.values():
        for document in meeting.documents:
            source = Path(document.at.path).read_text("utf-8").split("\n---\n", 1)[1]
            kept = "".join(_printed(part) for part in document.body.parts)
            assert letters(kept) == letters(source), document.at.path


def _printed(part: Item | Passage) -> str:
    if isinstance(part, Item):
        return f"{part.label or ''}{part.title}{part.note or ''}"
    return f"{part.label or ''}{plain_text(part.blocks)}"


def letters(text: str) -> str:
    """Letters and digits; code fences name a language, which is not printed."""
    return "".join(c for c in text.replace("```text", "") if c.isalnum())


def test_actions_at_their_addresses(real_site: Path, facts: dict[str, Any]) -> None:
    for fact in facts["actions"]:
        page = real_site / "actions" / fact["id"] / "index.html"
        shown = " ".join(page.read_text("utf-8").split())
        assert all(owner.replace("&", "&amp;") in shown for owner in fact["owners"])
        texts = Texts(page).texts
        for n, event in enumerate(fact["events"], 1):
            assert words(event["first60"]) in words(texts[f"event-{n}"])
        if fact["raised"]["meeting"] == "2021-10-12":
            anchor = f"p{fact['raised']['item'].replace('.', '-')}"
            assert f'href="../../../meetings/2021-10-12/minutes/#{anchor}"' in shown


def test_meetings_that_are_known_but_not_held(
    archive: Archive, real_site: Path, facts: dict[str, Any]
) -> None:
    """Those that records refer to, in their fields or in prose."""
    assert list(archive.known) == facts["known_not_held_meetings"]
    for meeting in archive.known:
        assert "we do not hold any of its documents" in (
            real_site / "meetings" / meeting / "index.html"
        ).read_text("utf-8")


def mentions(archive: Archive, kind: str) -> set[tuple[str, str, str | None]]:
    """What records name: the target, the words, and the paragraph."""
    return {
        (target.id, mention.printed, mention.source.label)
        for target, found in archive.mentions.of.items()
        if target.kind == kind
        for mention in found
    }


def test_meetings_that_texts_name(archive: Archive, facts: dict[str, Any]) -> None:
    """Each mention that is no field is found, and nothing else; dates of the log are fields."""
    wanted = {
        (fact["meeting"], fact["printed"].removeprefix("the "))
        for meeting in facts["meetings"]
        for fact in meeting["meetings_mentioned"]
        if not fact["where"].startswith("action log")
    }
    found = {(target, printed) for target, printed, _ in mentions(archive, "meeting")}
    dated = {(target, printed) for target, printed in found if not printed.casefold().startswith("agenda")}
    # Printed beside an agenda item, whose mention stands for both on the list of the place.
    beside = {("2020-05-26", "26th May 2020"), ("2020-07-02", "2nd July 2020")}
    assert dated | beside == wanted | {("2019-09-18", "18th September 2019")}  # in the update of action 7.0
    for meeting in facts["meetings"]:
        for fact in meeting.get("agenda_items_mentioned", []):
            assert (meeting["id"], fact["printed"]) in found


def test_actions_that_minutes_name(archive: Archive, facts: dict[str, Any]) -> None:
    wanted = {
        (f"{fact['series']}/{fact['number'].removesuffix('.0')}", fact["where"])
        for meeting in facts["meetings"]
        for fact in meeting["actions_mentioned"]
        if not fact["where"].startswith("action log")
    }
    assert {(target, label) for target, _, label in mentions(archive, "action")} == wanted


def test_reports_that_texts_name(archive: Archive) -> None:
    spotlight = "spotlight-report-a-review-of-fraud-time-to-choose"
    found = {(target, label) for target, _, label in mentions(archive, "section-55")}
    assert (spotlight, "8.1") in found
    assert ("fraud-time-to-choose", "8.1") not in found  # the same words, another report
    assert {target for target, _ in found} == {report.slug for report in archive.inspections} | {""}


def test_what_approves_minutes(archive: Archive, facts: dict[str, Any]) -> None:
    found = {
        (approval.of, approval.at, approval.label, approval.deferred)
        for meeting in facts["known_not_held_meetings"]
        for approval in archive.approvals.of(meeting)
    }
    assert found == {
        ("2020-09-03", "2020-09-29", "3.1", True),
        ("2021-07-28", "2021-10-12", "3.1", False),
        ("2021-09-16", "2021-10-12", "3.1", False),
    }


def test_the_register_has_what_the_board_did_and_no_more(archive: Archive, facts: dict[str, Any]) -> None:
    counted = Counter(decision.kind for decision in archive.register)
    assert counted == facts["totals"]["outcomes"]
    assert all(decision.origin == "read from the text" for decision in archive.register)


def test_life_stories(archive: Archive, facts: dict[str, Any]) -> None:
    for history, fact in zip(archive.actions, facts["actions"], strict=True):
        assert history.is_silent == (not fact["events"])
        assert not history.is_overdue(archive.as_at)  # later minutes than the last report are held
        assert bool(history.as_of(archive.as_at)) == (
            fact["id"] == "2019/1"
        )  # the one whose status is stated
    [told] = [history for history in archive.actions if history.action.id == "2019/43"]
    assert told.events[0].address == "meetings/2020-09-29/minutes/#p4-1-n2"


def test_the_last_days_of_responses(archive: Archive, facts: dict[str, Any]) -> None:
    by_slug = {fact["id"]: fact for fact in facts["section_55"]}
    for report in archive.inspections:
        last_day = last_day_to_respond(report.published)
        assert str(last_day or None) == str(by_slug[report.slug].get("response_due_within_56_days"))
