"""Who came and who sent apologies: what front matter states, or else what the text of the minutes lists."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bcbsite.model.body import Part
from bcbsite.model.reading import Sought, Unread, bounded
from bcbsite.model.reference import Listed, UnnamedPeople
from bcbsite.read.attendance import Found, attendance_in
from bcbsite.read.attendance_labels import Group
from bcbsite.read.fields import Values
from bcbsite.read.names import Named, is_title
from bcbsite.source import Source
from bcbsite.text.fold import folded


@dataclass(frozen=True, slots=True)
class Attending:
    """The three lists, those without a name, and what of the text was not understood."""

    groups: dict[Group, tuple[Listed, ...]]
    others: tuple[UnnamedPeople, ...]
    unread: tuple[Unread, ...]


def attending(source: Source, values: Values, parts: Sequence[Part]) -> Attending:
    """Who attended, by the front matter *values* of minutes and the *parts* of their text.

    A list that front matter has is taken from there; where the text has others, that is told.
    """
    found, unread = attendance_in(parts)
    groups: dict[Group, tuple[Listed, ...]] = {}
    others: list[UnnamedPeople] = []
    stated_groups = {group for group in Group if group.value in values.spans}
    told = [
        each for group, each in unread if not (group in stated_groups or len(stated_groups) == len(Group))
    ]
    for group in Group:
        stated: tuple[Listed | UnnamedPeople, ...] = values[group.value]
        in_text = [one for one in found if one.group is group]
        if group.value in values.spans:
            people = tuple(one for one in stated if isinstance(one, Listed))
            others += (replace(one, group=group.value) for one in stated if isinstance(one, UnnamedPeople))
            groups[group] = _with_initials(people, in_text)
            if in_text and not any(of in (group, None) for of, _ in unread):
                told += _differences(people, in_text, group)
        else:
            groups[group] = tuple(_listed(source, in_text))
            others += _unnamed(source, in_text)
    return Attending(groups, tuple(others), bounded(told, "Lines that seem to list people"))


def _listed(source: Source, found: Iterable[Found]) -> Iterator[Listed]:
    for each in found:
        for one in each.entries:
            if isinstance(one, Named):
                at = source.span(each.line)
                yield Listed(one.name, one.role, one.note, at, one.initials, each.label)


def _unnamed(source: Source, found: Iterable[Found]) -> Iterator[UnnamedPeople]:
    for each in found:
        for one in each.entries:
            if not isinstance(one, Named):
                yield UnnamedPeople(one.words, each.group.value, source.span(each.line))


def _with_initials(people: tuple[Listed, ...], found: Iterable[Found]) -> tuple[Listed, ...]:
    """*people* of front matter, with the initials that the text has of them."""
    printed = {_key(one.name): one.initials for one in _named(found) if one.initials}
    return tuple(
        replace(one, initials=printed.get(_key(one.name))) if not one.initials and printed else one
        for one in people
    )


def _named(found: Iterable[Found]) -> Iterator[Named]:
    return (one for each in found for one in each.entries if isinstance(one, Named))


def _differences(people: Iterable[Listed], found: Sequence[Found], group: Group) -> Iterator[Unread]:
    """That the text lists somebody whom front matter does not, or the other way round."""
    stated, printed = [one.name for one in people], [one.name for one in _named(found)]
    missing = _less(printed, stated)
    extra = _less(stated, printed)
    if missing:
        message = f"The text lists {_names(missing)}, and “{group.value}” in the front matter does not."
    elif extra:
        message = f"“{group.value}” in the front matter lists {_names(extra)}, and the text does not."
    else:
        return
    cure = (
        f"Write under “{group.value}” whom the signed minutes list. What stands there is shown as the list."
    )
    yield Unread(Sought.PERSON, message, found[0].line, found[0].anchor, cure)


def _less(names: Iterable[str], others: Iterable[str]) -> list[str]:
    """Those of *names* that can be none of *others*."""
    known: dict[str, set[str]] = {}
    for other in others:
        first, surname = _key(other)
        known.setdefault(surname, set()).add(first)
    return [name for name in names if not _fits(_key(name), known)]


def _fits(key: tuple[str, str], known: dict[str, set[str]]) -> bool:
    firsts = known.get(key[1])
    return bool(firsts and (not key[0] or "" in firsts or key[0] in firsts))


def _key(name: str) -> tuple[str, str]:
    """The first letter, where there is more than a title, and the surname, for comparison."""
    words = [word for word in folded(name).casefold().split() if not is_title(word)]
    return (words[0][0] if len(words) > 1 else "", words[-1] if words else "")


def _names(names: Sequence[str]) -> str:
    quoted = [f"“{name}”" for name in names[:5]]
    return ", ".join(quoted) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
