"""The actions that have not ended, as the minutes of a new meeting list them for their updates."""

from collections.abc import Iterable, Iterator
from datetime import date

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.archive import Archive
from bcbsite.archive.named_actions import ActionFinder
from bcbsite.model.actions import Action, ActionLog
from bcbsite.model.blocks import plain_text
from bcbsite.model.prose import Prose
from bcbsite.new.before import TO_WRITE
from bcbsite.new.entry import as_markdown
from bcbsite.pages.words import day_in_words


def open_actions(archive: Archive, day: date) -> list[ActionHistory]:
    """The actions that were raised before *day* and that no record says have ended, in the log's order."""
    return [each for each in archive.actions if not each.has_ended and each.raised_on < day]


def entries_of(histories: Iterable[ActionHistory], archive: Archive, day: date) -> Iterator[str]:
    """An entry of a list for each of *histories*, with room for what is reported on *day*.

    Each names its action so that the update is read as an event of that action and of no other.
    """
    finder = ActionFinder(ActionLog((), tuple(history.action for history in archive.actions)))
    for history in histories:
        yield f"\n- {_named(history, finder, day)}\n\n  Update: {TO_WRITE}\n"


def _named(history: ActionHistory, finder: ActionFinder, day: date) -> str:
    """By its number and day where that is clear; else by its id, which is its own."""
    action, raised = history.action, day_in_words(history.raised_on)
    words = _words(action)
    numbered = f"Action no. {action.number}, {raised}" if action.number else f"Action, {raised}"
    for form in (f"{numbered} – {words}", f"Action {action.id} – {words}"):
        found = finder.in_text(Prose(form), day)
        if found and found.actions == (action,) and found.is_about:
            break
    return form.removesuffix(words) + as_markdown(words)


def _words(action: Action) -> str:
    return " ".join((action.title or plain_text(action.action)).split())
