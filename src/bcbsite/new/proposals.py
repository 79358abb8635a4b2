"""What the action log could have of an action, though minutes do not print it: for a person to confirm."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bcbsite.archive.archive import Archive
from bcbsite.archive.raised import line_of
from bcbsite.model.actions import Action, ActionLog
from bcbsite.model.minutes import Minutes
from bcbsite.text.fold import folded

# “45.0”, “45”
_COUNTED = re.compile(r"(\d{1,6})(\.0)?")


def proposed_owner(words: str, minutes: Minutes, archive: Archive) -> str | None:
    """The one person, post or organisation that *words* name, of those that *minutes* or the site know."""
    text = folded(words).casefold()
    known = {folded(name).casefold(): name for name in _known(minutes, archive) if name.strip()}
    found = [name for name in known if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    whole = [name for name in found if not any(name != other and name in other for other in found)]
    return known[whole[0]] if len(whole) == 1 else None


def _known(minutes: Minutes, archive: Archive) -> Iterator[str]:
    for person in (*minutes.members, *minutes.in_attendance, *minutes.apologies):
        yield person.name
        yield (person.role or "").partition(",")[0].strip()
    yield from (post.title for post in archive.posts)
    for record in archive.organisations:
        organisation = record.organisation
        yield from (organisation.id, organisation.name, *organisation.aliases)


def next_numbers(log: ActionLog, archive: Archive) -> Mapping[str, tuple[int, str]]:
    """The next number of each series that the log itself counts, with what stands after it: `(45, ".0")`.

    It does so where every entry has a number that its id has too, and minutes print none for one of them.
    """
    unprinted = {
        action.id
        for meeting, found in archive.raised.of.items()
        for raised in found
        if not raised.number and (action := archive.raised.by_line.get(line_of(meeting, raised)))
    }
    by_series: dict[str, list[Action]] = {}
    for action in log.actions:
        by_series.setdefault(action.series, []).append(action)
    counted = ((series, _counted(actions)) for series, actions in by_series.items())
    return {
        series: last
        for series, last in counted
        if last and any(action.id in unprinted for action in by_series[series])
    }


def _counted(actions: Iterable[Action]) -> tuple[int, str] | None:
    """The number after those of *actions*; nothing where one of them has none, or none to match its id."""
    highest, after = 0, ""
    for action in actions:
        match = _COUNTED.fullmatch(action.number or "")
        if match is None or action.id != f"{action.series}/{match[1]}":
            return None
        if int(match[1]) >= highest:
            highest, after = int(match[1]), match[2] or ""
    return highest + 1, after
