"""What a mention names: the one record that its words fit, or why there is none."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bcbsite.archive.mentions.candidate import Candidate, Form, Namesakes
from bcbsite.archive.mentions.source import Source
from bcbsite.archive.places import Places
from bcbsite.archive.series import SeriesByDay
from bcbsite.diagnostics import Span
from bcbsite.model.actions import Action
from bcbsite.model.body import same_label
from bcbsite.model.content import Content
from bcbsite.model.key import THE_ACT, Key, meeting_key, paper_key
from bcbsite.model.reference import Reference, day_of

Named = tuple[Key | None, str]
"""What is named; or None, with the reason in a sentence."""


class _Ages:
    """Records that have one name, by the days of which they are; those of no known day come first."""

    def __init__(
        self, keys: Iterable[Key], published: Mapping[Key, date | None], paper_of: Mapping[Key, str]
    ) -> None:
        dated = sorted(((published.get(key) or date.min, key) for key in keys), key=lambda each: each[0])
        self.days = [day for day, _ in dated]
        self.keys = [key for _, key in dated]
        self.of_meeting: dict[str, list[tuple[date, Key]]] = defaultdict(list)
        """The papers of each meeting among them, with their days."""
        for day, key in dated:
            if key in paper_of:
                self.of_meeting[paper_of[key]].append((day, key))


class Resolver:
    """Finds what candidates name among the records of one content."""

    def __init__(self, content: Content, certain_days: Iterable[str]) -> None:
        """*certain_days* are the ids of meetings that texts name beyond doubt, held or not."""
        self._places = Places({meeting.id: meeting for meeting in content.meetings})
        self._held = {meeting.id for meeting in content.meetings}
        self._by_day: Mapping[str, list[str]] = _by_day({*self._held, *_referred_to(content), *certain_days})
        self._published = {
            **{r.key: r.published for r in content.inspections},
            **{paper_key(m.id, p.file_name): m.day for m in content.meetings for p in m.papers},
        }
        self._paper_of = {paper_key(m.id, p.file_name): m.id for m in content.meetings for p in m.papers}
        self._actions: dict[str, list[Action]] = defaultdict(list)
        for action in content.log.actions:
            if action.number:
                self._actions[_folded(action.number)].append(action)
        self._series = SeriesByDay(content.log)
        self._ages: dict[Namesakes, _Ages] = {}
        self._fits: dict[tuple[object, ...], Sequence[Action]] = {}
        """What was asked for before: many mentions ask for the same."""

    def of_title(self, namesakes: Namesakes, source: Source) -> Named:
        """The record that has a title; of papers that share one, that of the same meeting.

        What is dated after the text cannot be meant by it.
        """
        if namesakes not in self._ages:
            self._ages[namesakes] = _Ages(namesakes.keys, self._published, self._paper_of)
        ages = self._ages[namesakes]
        count = bisect_right(ages.days, source.day) if source.day else len(ages.days)
        if count == 0:
            return None, "What has this name is of a later day."
        if count == 1:
            return ages.keys[0], ""
        papers = ages.of_meeting.get(source.meeting or "", ())
        near = [(day, key) for day, key in papers if source.day is None or day <= source.day]
        return (near[0][1], "") if len(near) == 1 else (None, f"{count} records have this name.")

    def of_candidate(self, candidate: Candidate, source: Source) -> Named:
        """What *candidate* names; no reason is given where a date has nothing to do with the board."""
        if candidate.why_not:
            return None, candidate.why_not
        match candidate.form:
            case Form.ACT:
                return THE_ACT, ""
            case Form.MEETING:
                return self._meeting(candidate)
            case Form.ACTION:
                return self._action(candidate, source)
        return self._agenda_item(candidate, source)

    def _meeting(self, candidate: Candidate) -> Named:
        ids = self._by_day.get(str(candidate.day), [])
        if candidate.extraordinary:
            ids = [id_ for id_ in ids if "extraordinary" in id_] or ids
        elif len(ids) > 1 and (held := [id_ for id_ in ids if id_ in self._held]):
            ids = held
        if len(ids) == 1:
            return meeting_key(ids[0]), ""
        return None, "The board met twice on this day." if ids else ""

    def _action(self, candidate: Candidate, source: Source) -> Named:
        fitting = self._fitting(candidate, source)
        if len(fitting) == 1:
            return fitting[0].key, ""
        if fitting:
            return None, f"{len(fitting)} actions have this number."
        if _folded(candidate.number) in self._actions:
            return None, "No action of this number was raised there by then."
        return None, "The log has no action of this number."

    def _one_action(self, candidate: Candidate, source: Source) -> Action | None:
        fitting = self._fitting(candidate, source)
        return fitting[0] if len(fitting) == 1 else None

    def _fitting(self, candidate: Candidate, source: Source) -> Sequence[Action]:
        """The actions that *candidate* can mean: those of the number, raised where it says, by then."""
        number, item = _folded(candidate.number), candidate.item and _folded(candidate.item)
        asked = (number, item, candidate.day, candidate.certain, source.day)
        if asked not in self._fits:
            self._fits[asked] = self._look_up(candidate, source)
        return self._fits[asked]

    def _look_up(self, candidate: Candidate, source: Source) -> Sequence[Action]:
        same_number = self._actions.get(_folded(candidate.number), [])
        fitting = [action for action in same_number if _fits(action, candidate)]
        if not candidate.day and source.day:
            fitting = [action for action in fitting if day_of(action.raised.meeting) <= source.day]
        if len(fitting) > 1 and source.day and candidate.certain:
            current = self._series.at(source.day)
            fitting = [action for action in fitting if action.series == current] or fitting
        return fitting

    def _agenda_item(self, candidate: Candidate, source: Source) -> Named:
        if candidate.action:
            action = self._one_action(
                Candidate(0, 0, Form.ACTION, candidate.action, candidate.number), source
            )
            id_, why = (
                (action.raised.meeting, "") if action else (None, "It is not clear which action is meant.")
            )
        elif candidate.day:
            meeting, why = self._meeting(candidate)
            id_ = meeting.id if meeting else None
        else:
            id_, why = source.meeting, "It is not said of which meeting."
        if id_ is None:
            return None, why
        if id_ in self._held and self._places.find(Reference(id_, candidate.number, Span(""))) is None:
            return None, f"The record of {id_} has no item {candidate.number}."
        return meeting_key(id_, candidate.number), ""


def _folded(number: str) -> str:
    return number.rstrip(".").removesuffix(".0")


def _fits(action: Action, candidate: Candidate) -> bool:
    """Whether *action* was raised on the day and under the agenda item that are named with it."""
    raised = action.raised
    if candidate.day and day_of(raised.meeting) != candidate.day:
        return False
    if not candidate.item or not raised.place:
        return True
    return same_label(raised.place, candidate.item) or raised.place.startswith(_folded(candidate.item) + ".")


def _by_day(ids: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(ids):
        found[id_[: len("2022-02-10")]].append(id_)
    return found


def _referred_to(content: Content) -> set[str]:
    """Meetings that the fields of records name."""
    log = content.log.actions
    named = [action.raised for action in log]
    named += [event.meeting for action in log for event in action.events if event.meeting]
    named += [place for report in content.inspections for place in report.considered_at]
    named += [step.meeting for report in content.inspections for step in report.progress]
    return {reference.meeting for reference in named}
