"""Which action of the log a text names: by a mention, its id or number, or in the words of the log."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile

from bcbsite.model.actions import Action, ActionLog
from bcbsite.model.blocks import plain_text
from bcbsite.model.body import fold_label
from bcbsite.model.key import Key, RecordKind
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.model.reference import day_of
from bcbsite.read.action_labels import who_is_to
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
# “2022/7: …”, “2022/7 - …”
_BY_ID = re.compile(r"(?P<id>[\w-]{1,40}/[\w.-]{0,40}\w)\s{0,9}[:-]\s+")
# “(a) Treasurer to …”
_LIMB = re.compile(r"\(?(?:[a-z]{1,4}|\d{1,2})\)\s+")
# “… the boat. Complete.”, “… the boat: complete”, “‘… the boat.’ Complete.”
_ENDS = re.compile(r"(?:[.;:!?][\"']?|[\"'])(?=\s|$)|\n|$")
_WORD = re.compile(r"\w+")
# “the Treasurer to ask …”, “Clerk will write …”
_TO = re.compile(r"\b(?:to|will|shall)\s+")
_LONGEST_OWNER = 60
_TELLING = 4
"""So many words at least tell one task from another."""
_BEGINNING = 120
_ENOUGH = 20
"""So many actions with the same words are no more to be told apart than all of them."""
_LONG = 8
"""In how many sentences at most the words of an action are looked for at the beginning of a text."""


class ActionFinder:
    """Finds the actions of a log that texts name."""

    def __init__(self, log: ActionLog) -> None:
        self._by_id: dict[str, Action] = {}
        self._by_words: dict[tuple[str, date | None], dict[str, Action]] = {}
        """By their words, and by these and the day on which they were raised; the earlier first."""
        self._by_number: dict[str, list[Action]] = {}
        self._by_place: dict[tuple[str, str], list[Action]] = {}
        for action in sorted(log.actions, key=lambda each: day_of(each.raised.meeting)):
            self._by_id |= dict.fromkeys((*action.was, action.id), action)
            for words in {_words(plain_text(action.action)), _words(action.title or "")} - {""}:
                for day in (None, day_of(action.raised.meeting)):
                    self._by_words.setdefault((words, day), {})[action.id] = action
            if action.raised.place:
                place = action.raised.meeting, fold_label(action.raised.place)
                self._by_place.setdefault(place, []).append(action)
            if action.number:
                self._by_number.setdefault(fold_label(action.number), []).append(action)
        self._beginnings = {_first(words) for words, _ in self._by_words}
        self._by_task: dict[tuple[str, ...], list[tuple[tuple[str, ...], Action]]] = {}
        """By the first words of what is to be done, all of these words; of the first few with the same."""
        for action in self._by_id.values():
            task = tuple(_WORD.findall(_task(plain_text(action.action))))
            same = self._by_task.setdefault(task[:_TELLING], [])
            if len(task) >= _TELLING and len(same) < _ENOUGH and (task, action) not in same:
                same.append((task, action))

    def in_text(self, prose: Prose, on: date) -> Named | None:
        """The actions that *prose* names in minutes of the day *on*, or None where it names none."""
        seen = fold(prose.text)
        marked = _known([*self._marked(prose), *self._by_their_ids(seen.text)], on)
        prefix = _PREFIX.match(seen.text)
        by_id = _BY_ID.match(seen.text)
        is_by_id = by_id is not None and by_id["id"] in self._by_id
        limb = _LIMB.match(seen.text)
        bare = limb.end() if limb else 0
        start = prefix.end() if prefix else by_id.end() if by_id and is_by_id else bare
        day = parse_date(prefix["day"]) if prefix and prefix["day"] else None
        for end, actions in self._quoted(seen.text, start, day):
            known = takewhile(lambda action: day_of(action.raised.meeting) <= on, actions.values())
            agreed = [action for action in marked if action.id in actions] or islice(known, _ENOUGH)
            if agreed := list(agreed):
                return Named(tuple(agreed), seen.origin(end, end)[0], is_about=True, in_its_words=True)
        if not marked:
            return None
        is_about = is_by_id or bool(prefix and prefix["number"])
        rest = seen.origin(start, start)[0] if is_about else len(prose.text)
        return Named(tuple(marked), rest, is_about)

    def spoken_of(self, text: str, on: date) -> tuple[Action, ...]:
        """The actions raised by the day *on* whose task stands in *text*, with or without its owner."""
        words = tuple(_WORD.findall(folded(text).casefold()))
        found = (
            action
            for at in range(len(words) - _TELLING + 1)
            for task, action in self._by_task.get(words[at : at + _TELLING], ())
            if words[at : at + len(task)] == task
        )
        return tuple(_known(found, on))

    def of_number(self, number: str, on: date) -> tuple[Action, ...]:
        """The actions with the printed *number* that were raised by the day *on*."""
        return tuple(_known(self._by_number.get(fold_label(number), ()), on))

    @staticmethod
    def begins_an_entry(text: str) -> bool:
        """Whether *text* begins as an entry of an action log, of whatever action."""
        match = _PREFIX.match(folded(text[:_BEGINNING]))
        return bool(match and (match["number"] or match["day"] or match[0].rstrip().endswith((":", "-"))))

    def _quoted(self, text: str, start: int, day: date | None) -> list[tuple[int, dict[str, Action]]]:
        """Where words of actions end that *text* has from *start*, the longest first, and whose they are.

        Where a *day* stands before them, only those count that were raised on it.
        """
        found: list[tuple[int, dict[str, Action]]] = []
        if _first(_words(text[start : start + _BEGINNING])) not in self._beginnings:
            return found
        for times, match in enumerate(_ENDS.finditer(text, start)):
            if times == _LONG:
                break
            actions = self._by_words.get((_words(text[start : match.end()]), day))
            if actions:
                found.insert(0, (match.end(), actions))
        whole = self._by_words.get((_words(text[start:]), day))
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


def _task(text: str) -> str:
    """What is to be done, as far as the first stop: `mend the boat` of “Chair to mend the boat by May.”"""
    words = _words(text)
    owner = who_is_to(folded(text))
    return _TO.split(words, maxsplit=1)[-1] if owner or _TO.search(words[:_LONGEST_OWNER]) else words


def _first(words: str) -> str:
    """The first word of *words*: most texts begin as no action does, and are looked at no further."""
    return words.partition(" ")[0]


def _words(text: str) -> str:
    """*text* for comparison."""
    return " ".join(folded(text).casefold().split()).strip("\"'").rstrip(".;:\"'")
