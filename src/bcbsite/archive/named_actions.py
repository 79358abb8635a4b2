"""Which action of the log a text names: by a mention, its id or number, or in the words of the log."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bcbsite.model.actions import Action, ActionLog
from bcbsite.model.blocks import plain_text
from bcbsite.model.body import fold_label
from bcbsite.model.key import Key, RecordKind
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.model.reference import day_of
from bcbsite.read.dates import parse_date
from bcbsite.text.fold import fold, folded


@dataclass(frozen=True, slots=True)
class Named:
    """The actions that a text names."""

    actions: tuple[Action, ...]
    """Without doubt, where there is one."""
    rest: int
    """Where in the text begins what comes after the words that name it; its length where nothing does."""
    is_about: bool = False
    """Whether the text begins with the name, as an entry of a log does, and does not only speak of it."""
    in_its_words: bool = False
    """Whether it has the words of the log, and not only a number or a link."""


_NAMING = (MarkKind.MENTION, MarkKind.LINK)
# “2022/7”, only where a word begins, as a long one would else be read from each letter.
_IDS = re.compile(r"(?<![\w-])[\w-]+/[\w.-]*\w")
# “Action, 10 February 2022 - Treasurer to …”, “Action no. 7.0: …”, “Action 2022/7 - …”
_PREFIX = re.compile(
    r"Actions?\b(?:\s+point)?(?:\s+(?:no\.?\s*)?(?P<number>[\w./-]*\d))?[,:]?\s*(?:\(?(?P<day>\d{1,2}\s+\w+\s+\d{4})\)?)?"
    r"(?:\s*[-:](?=\s|$)|(?=\s|$))\s*",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.;!?](?=\s|$)|\n|$")
_BEGINNING = 120
_LONG = 8
"""In how many sentences at most the words of an action are looked for at the beginning of a text."""


class ActionFinder:
    """Finds the actions of a log that texts name."""

    def __init__(self, log: ActionLog) -> None:
        self._by_id: dict[str, Action] = {}
        self._by_words: dict[str, list[Action]] = {}
        self._by_number: dict[str, list[Action]] = {}
        self._by_place: dict[tuple[str, str], list[Action]] = {}
        for action in log.actions:
            self._by_id |= dict.fromkeys((*action.was, action.id), action)
            for words in {_words(plain_text(action.action)), _words(action.title or "")} - {""}:
                self._by_words.setdefault(words, []).append(action)
            if action.raised.place:
                place = action.raised.meeting, fold_label(action.raised.place)
                self._by_place.setdefault(place, []).append(action)
            if action.number:
                self._by_number.setdefault(fold_label(action.number), []).append(action)
        self._beginnings = {_first(words) for words in self._by_words}

    def in_text(self, prose: Prose, on: date) -> Named | None:
        """The actions that *prose* names in minutes of the day *on*, or None where it names none."""
        seen = fold(prose.text)
        marked = _known([*self._marked(prose), *self._by_their_ids(seen.text)], on)
        prefix = _PREFIX.match(seen.text)
        start = prefix.end() if prefix else 0
        for end, actions in self._quoted(seen.text, start):
            found = _known(_of_day(actions, prefix), on)
            agreed = [action for action in found if action in marked] or found
            if agreed:
                return Named(tuple(agreed), seen.origin(end, end)[0], is_about=True, in_its_words=True)
        if not marked:
            return None
        is_about = bool(prefix and prefix["number"])
        rest = seen.origin(start, start)[0] if is_about else len(prose.text)
        return Named(tuple(marked), rest, is_about)

    def of_number(self, number: str, on: date) -> tuple[Action, ...]:
        """The actions with the printed *number* that were raised by the day *on*."""
        return tuple(_known(self._by_number.get(fold_label(number), ()), on))

    @staticmethod
    def begins_an_entry(text: str) -> bool:
        """Whether *text* begins as an entry of an action log, of whatever action."""
        match = _PREFIX.match(folded(text[:_BEGINNING]))
        return bool(match and (match["number"] or match["day"] or match[0].rstrip().endswith((":", "-"))))

    def _quoted(self, text: str, start: int) -> list[tuple[int, list[Action]]]:
        """Where words of actions end that *text* has from *start*, the longest first, and whose they are."""
        found: list[tuple[int, list[Action]]] = []
        if _first(_words(text[start : start + _BEGINNING])) not in self._beginnings:
            return found
        for times, match in enumerate(_ENDS.finditer(text, start)):
            if times == _LONG:
                break
            actions = self._by_words.get(_words(text[start : match.end()]), [])
            if actions:
                found.insert(0, (match.end(), actions))
        whole = self._by_words.get(_words(text[start:]), [])
        return [(len(text), whole), *found] if whole else found

    def _marked(self, prose: Prose) -> Iterable[Action]:
        """The actions that mentions and links name; else the only one that a place they name has raised."""
        keys = [key for mark in prose.marks if mark.kind in _NAMING if (key := Key.parse(mark.target))]
        ids = (key.id for key in keys if key.kind is RecordKind.ACTION)
        if named := [self._by_id[id_] for id_ in ids if id_ in self._by_id]:
            return named
        places = (
            (key.id, fold_label(key.place)) for key in keys if key.kind is RecordKind.MEETING and key.place
        )
        raised = [self._by_place.get(place, []) for place in places]
        return [actions[0] for actions in raised if len(actions) == 1]

    def _by_their_ids(self, text: str) -> Iterable[Action]:
        return (self._by_id[match[0]] for match in _IDS.finditer(text) if match[0] in self._by_id)


def _known(actions: Iterable[Action], on: date) -> list[Action]:
    """Those that were raised by the day *on*, each once."""
    return list({a.id: a for a in actions if day_of(a.raised.meeting) <= on}.values())


def _of_day(actions: Iterable[Action], prefix: re.Match[str] | None) -> list[Action]:
    """Those that were raised on the day that stands before their words, where one does."""
    day = parse_date(prefix["day"]) if prefix and prefix["day"] else None
    return [action for action in actions if day is None or day_of(action.raised.meeting) == day]


def _first(words: str) -> str:
    """The first word of *words*: most texts begin as no action does, and are looked at no further."""
    return words.partition(" ")[0]


def _words(text: str) -> str:
    """*text* for comparison."""
    return " ".join(folded(text).casefold().split()).rstrip(".;")
