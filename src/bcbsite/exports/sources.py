"""Public documents as Markdown, in the form in which records are written, where the board allows it."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

from bcbsite.archive.archive import Archive
from bcbsite.exports.markdown import Markdown
from bcbsite.exports.numbering import numbering_of
from bcbsite.model.agenda import Agenda
from bcbsite.model.document import Document, Status
from bcbsite.model.erratum import ErratumKind
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import MeetingKind, Minutes
from bcbsite.model.paper import Paper, Publish
from bcbsite.model.reference import Link, Listed
from bcbsite.model.sitting import Sitting
from bcbsite.pages.alternates import SOURCE
from bcbsite.read.dates import LONDON
from bcbsite.registers.meetings import documents_of


def source_files(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """The address and the Markdown of each document that is public in full, if the board says so."""
    if not archive.board.markdown:
        return
    markdown, notice = Markdown(archive.links), archive.board.notice
    for meeting in archive.meetings.values():
        for address, _, document in documents_of(meeting):
            if not (isinstance(document, Paper) and document.publish is Publish.WITHHELD):
                yield (
                    f"{address}{SOURCE}",
                    _source(meeting, document, markdown, notice).encode(),
                )


def _source(meeting: Meeting, document: Document, markdown: Markdown, notice: str | None) -> str:
    keys: dict[str, Any] = {"status": document.status} if document.status is not Status.FINAL else {}
    keys |= {"publish_at": document.publish_at, "classification": document.classification}
    keys |= _own_keys(meeting, document, markdown)
    numbering = numbering_of(document.body)
    keys |= {"numbers": numbering.numbers, "not_numbers": numbering.not_numbers}
    # JSON is YAML, too: https://yaml.org/spec/1.2.2/#json-compatibility.
    front = (f"{name}: {_json(value)}" for name, value in keys.items() if value)
    said = [f"# {' '.join(notice.split())}"] if notice else []
    return "\n".join(("---", *said, *front, "---", "", markdown.body(document.body), ""))


def _own_keys(meeting: Meeting, document: Document, markdown: Markdown) -> dict[str, Any]:
    match document:
        case Minutes():
            return {"date": meeting.day, **_of_minutes(meeting, document, markdown)}
        case Agenda():
            return {
                "date": meeting.day,
                "time": document.time,
                "location": document.location,
                **_of_sitting(document.sitting),
            }
        case Paper():
            return _of_paper(document)
    raise TypeError(document)


def _of_sitting(sitting: Sitting) -> dict[str, Any]:
    yes_or_no = {True: "yes", False: "no", None: None}
    return {
        "public": yes_or_no[sitting.public],
        "private_ground": sitting.private_ground,
        "chair": sitting.chair,
        "quorate": yes_or_no[sitting.quorate],
        "adjourned_to": sitting.adjourned_to,
        "deputies": [_present(name=d.name, **{"for": d.deputises_for}) for d in sitting.deputies],
        "declarations": [_present(at=one.place, who=one.who, what=one.what) for one in sitting.declarations],
    }


def _of_minutes(meeting: Meeting, minutes: Minutes, markdown: Markdown) -> dict[str, Any]:
    return {
        "time": minutes.time,
        "location": minutes.location,
        "kind": minutes.kind or (meeting.kind if meeting.kind is not MeetingKind.ORDINARY else None),
        "members": _attending(minutes, minutes.members, "members"),
        "in_attendance": _attending(minutes, minutes.in_attendance, "in_attendance"),
        "apologies": _attending(minutes, minutes.apologies, "apologies"),
        **_of_sitting(minutes.sitting),
        "signed_by": _person(minutes.signed_by) if minutes.signed_by else None,
        "approved_at": str(minutes.approved_at) if minutes.approved_at else None,
        "approved_by": _present(
            how=by.how,
            on=by.on,
            person=_person(by.person) if by.person else None,
            subject_to=by.subject_to,
        )
        if (by := minutes.approved_by)
        else None,
        "amended": minutes.amended,
        "significant_public_interest": "yes" if minutes.significant_public_interest else None,
        "decisions": [
            _present(at=decided.place, kind=decided.kind, by=decided.by, when=decided.when)
            for decided in minutes.decisions
        ],
        "source": _link(minutes.source) if minutes.source else None,
        "errata": [
            _present(
                date=erratum.date,
                at=erratum.place,
                kind=erratum.kind if erratum.kind is not ErratumKind.CORRECTION else None,
                was=erratum.was,
                now=erratum.now,
                what=markdown.blocks(erratum.what),
                meeting=str(erratum.meeting) if erratum.meeting else None,
                authority=erratum.authority,
            )
            for erratum in minutes.errata
        ],
    }


def _of_paper(paper: Paper) -> dict[str, Any]:
    return {
        "item": paper.item,
        "title": paper.title,
        "to": paper.to,
        "from": paper.sender,
        "date": paper.date.printed if paper.date else None,
        "contact_officers": _people(paper.contact_officers),
        "source_documents": [_link(link) for link in paper.source_documents],
        "attachments": [attachment.name for attachment in paper.attachments],
    }


def _attending(minutes: Minutes, listed: tuple[Listed, ...], group: str) -> list[Any]:
    """A list as front matter has it; nothing where it was read from the text, which says it itself."""
    if any(one.under for one in listed):
        return []
    return [*_people(listed), *minutes.unnamed(group)]


def _people(listed: Iterable[Listed]) -> list[dict[str, Any]]:
    return [_person(person) for person in listed]


def _person(listed: Listed) -> dict[str, Any]:
    return _present(name=listed.name, role=listed.role, note=listed.note, initials=listed.initials)


def _link(link: Link) -> dict[str, Any]:
    return _present(title=link.title, url=link.url, sha256=link.sha256)


def _present(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_written)


def _written(value: date | time | datetime) -> str:
    if isinstance(value, datetime):
        return f"{value.astimezone(LONDON):%Y-%m-%d %H:%M}"
    return f"{value:%H:%M}" if isinstance(value, time) else value.isoformat()
