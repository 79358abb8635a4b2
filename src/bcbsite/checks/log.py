"""Rules about the action log and about ids."""

from collections.abc import Iterable, Iterator

from bcbsite.archive.archive import Archive
from bcbsite.archive.people import listings
from bcbsite.archive.posts import fold
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.content import Content
from bcbsite.read.kinds import Nearest
from bcbsite.read.labels import slugify
from bcbsite.text.file_names import as_one_name


def ids_are_unique(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB402: no two records of a kind have the same id, or the same but for letter case.

    On many computers addresses that differ in nothing else are one file.
    """
    log, board = content.log, content.board
    yield from _repeated("action", ((a.id, a.at) for a in log.actions), _ANOTHER_ID)
    yield from _repeated("series", ((s.id, s.at) for s in log.series), _ANOTHER_ID)
    yield from _repeated("person", ((p.id, p.at) for p in content.people), _ANOTHER_PERSON)
    yield from _repeated("inspection report", ((r.slug, r.at) for r in content.inspections), _ANOTHER_REPORT)
    references = ((d.reference, d.at) for d in content.decisions)
    yield from _repeated("decision notice", references, "Give one of them another `reference`.")
    yield from _repeated("address", ((p.address or "/", p.at) for p in content.pages), _ANOTHER_PAGE)
    yield from _repeated("organisation", ((slugify(o.id), o.at) for o in board.organisations), _ANOTHER_ID)
    yield from _repeated("topic", ((t.id, t.at) for t in board.topics), _ANOTHER_ID)


_ANOTHER_ID = "Give one of them another `id`."
_ANOTHER_PERSON = "Give one of them another `id`; or if both are one person, keep one, with `aliases`."
_ANOTHER_REPORT = "It comes from the file’s name, without the date before it: rename one of the files."
_ANOTHER_PAGE = "It comes from the file’s name and folder: rename one of the files, or take it out."
_OF_FILES = (_ANOTHER_REPORT, _ANOTHER_PAGE)


def _repeated(noun: str, ids: Iterable[tuple[str, Span]], hint: str) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for id_, at in ids:
        first = seen.get(id_.casefold())
        if first and hint in _OF_FILES and as_one_name(first.path) == as_one_name(at.path):
            continue  # the two files' names are one name, of which is told already
        if first:
            message = f"The {noun} “{id_}” stands here again; the first is at {first}."
            yield Diagnostic("BCB402", at, message, hint)
        else:
            seen[id_.casefold()] = at


def series_are_known(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB412: the first part of an action's id is a series of the log, where it has any."""
    known = {series.id for series in content.log.series}
    nearest = Nearest(series.id for series in content.log.series)
    for action in content.log.actions:
        if known and action.series not in known:
            message = f"The id “{action.id}” begins with “{action.series}”, which is no series of the log."
            yield Diagnostic("BCB412", action.at, message, nearest.hint(action.series))


def actions_are_logged(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB404: each action that the minutes raise has an entry in the log."""
    if "actions.yaml" in content.unread:
        return
    for minutes, raised in archive.raised.unlogged:
        message = "This action has no entry in actions.yaml that was raised at this paragraph."
        yield Diagnostic("BCB404", Span(minutes.at.path, raised.line), message)


def events_have_a_day(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB205: an event says when it was, or at which meeting."""
    for action in content.log.actions:
        for event in action.events:
            if event.on is None and event.meeting is None:
                message = "This event needs a key “on” with the day, or “meeting” with the meeting."
                yield Diagnostic("BCB205", event.at, message)


def raised_actions_have_a_line(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB410: where an entry says that it was raised, the minutes have an `Action:` line for it."""
    matched = {action.id for action in archive.raised.by_line.values()}
    for action in content.log.actions:
        raised = action.raised
        meeting = archive.meetings.get(raised.meeting)
        minutes = meeting.minutes if meeting else None
        if action.id in matched or minutes is None or raised.place is None:
            continue
        if minutes.body.find(raised.place):
            message = f"The minutes of {raised.meeting} have no “Action:” line for this at {raised.place}."
            yield Diagnostic("BCB410", raised.at, message)


def owners_are_known(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB403: an owner is a person, a post or an organisation that the site knows."""
    if "people.yaml" in content.unread:
        return
    known = tuple(_posts_and_organisations(content))
    folded = {fold(name) for name in known} | _listed_posts(content)
    people = (name for person in content.people for name in (person.name, *person.aliases))
    nearest = Nearest((*known, *people))
    for action in content.log.actions:
        for owner in action.owners:
            person = archive.names.find(owner.name) or archive.initials.find(
                owner.name, action.raised.meeting
            )
            if fold(owner.name) not in folded and not person:
                message = f"“{owner.name}” is no person, post or organisation that the site knows."
                yield Diagnostic("BCB403", owner.at, message, nearest.hint(owner.name))


def owners_are_named(_: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB780: what is still to be done has an owner, where its entry has a list of them."""
    for history in archive.actions:
        action = history.action
        if "owners" in action.spans and not action.owners and not history.has_ended:
            message = f"Nobody is named who is to do action {action.id}."
            yield Diagnostic("BCB780", action.spans["owners"], message)


def _listed_posts(content: Content) -> set[str]:
    """The posts that documents print beside names, as people.yaml would have them."""
    roles = (listing.listed.role for listing in listings(content.meetings) if listing.listed.role)
    return {fold(words) for role in roles for words in (role, role.partition(",")[0])}


def _posts_and_organisations(content: Content) -> Iterator[str]:
    for organisation in content.board.organisations:
        yield from (organisation.id, organisation.name, *organisation.aliases)
    for person in content.people:
        yield from (post.post for post in person.posts)
