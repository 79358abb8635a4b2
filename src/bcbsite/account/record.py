"""A file's record with all that its account is made from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bcbsite.archive.archive import Archive
from bcbsite.archive.mentions.marking import Mention, Unlinked
from bcbsite.archive.updates import Reported
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.actions import Action
from bcbsite.model.agenda import Agenda
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.paper import Paper
from bcbsite.model.people import Person
from bcbsite.model.section55 import InspectionReport


@dataclass(frozen=True, slots=True)
class Log:
    """The entries of actions.yaml."""

    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class People:
    """The entries of people.yaml."""

    people: tuple[Person, ...]


Kind = Minutes | Agenda | Paper | InspectionReport | DecisionNotice | OrdinaryPage | Log | People

NOUNS: Mapping[type, str] = {
    Minutes: "minutes",
    Agenda: "agenda",
    Paper: "paper",
    InspectionReport: "response to an inspection",
    DecisionNotice: "decision notice",
    OrdinaryPage: "page",
    Log: "action log",
    People: "list of people",
}
"""What each kind of record is called."""


class ByFile:
    """What is looked up for every account, by the path of the file that it stands in."""

    def __init__(self, archive: Archive, diagnostics: Iterable[Diagnostic]) -> None:
        """*diagnostics* are all that is wrong with the records of *archive*."""
        self.archive = archive
        self.diagnostics = _by_path((d.span.path, d) for d in diagnostics)
        self.mentions: Mapping[str, Sequence[Mention]] = _by_path(
            (mention.source.at.path, mention) for found in archive.mentions.of.values() for mention in found
        )
        self.unlinked: Mapping[str, Sequence[Unlinked]] = _by_path(
            (unlinked.source.at.path, unlinked) for unlinked in archive.mentions.unlinked
        )
        self.updates: Mapping[str, Sequence[tuple[str, Reported]]] = _by_path(
            (one.event.at.path, (action, one))
            for by_action in (archive.updates.of, archive.updates.quoted)
            for action, reported in by_action.items()
            for one in reported
        )


T = TypeVar("T")


def _by_path(pairs: Iterable[tuple[str, T]]) -> Mapping[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for path, one in pairs:
        found[path].append(one)
    return found


@dataclass(frozen=True, slots=True)
class Record:
    """A record, and what surrounds it."""

    path: str
    """Its file, as messages name it."""
    kind: Kind
    by_file: ByFile
    meeting: Meeting | None = None
    """Of minutes, agendas and papers."""

    @property
    def archive(self) -> Archive:
        """The records that it belongs to."""
        return self.by_file.archive


def records(by_file: ByFile, people: tuple[Person, ...] = ()) -> Iterator[Record]:
    """All records that have an account; *people* are the entries of people.yaml."""
    archive = by_file.archive
    for meeting in archive.meetings.values():
        for document in meeting.documents:
            yield Record(document.at.path, document, by_file, meeting)
    yield from (Record(report.at.path, report, by_file) for report in archive.inspections)
    yield from (Record(notice.at.path, notice, by_file) for notice in archive.decisions)
    yield from (Record(page.at.path, page, by_file) for page in archive.pages)
    actions = tuple(history.action for history in archive.actions)
    if actions:
        yield Record(actions[0].at.path, Log(actions), by_file)
    if people:
        yield Record(people[0].at.path, People(people), by_file)
