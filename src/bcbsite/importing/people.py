"""People as documents list them, also where only a gap parts the name from the role."""

import re
from dataclasses import replace

from bcbsite.read.attendance_labels import Group, label_of
from bcbsite.read.names import Named, Unnamed, attendee, is_name, is_post, person
from bcbsite.read.run_on_people import entries_of, entry_of
from bcbsite.text.fold import folded

_BRACKET = re.compile(r"\s*\((?P<words>[^()]{1,60})\)$")
_PARTS = re.compile(r",\s*|\s+(?:and|&)(?:\s+|$)")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_MOST_WORDS = 60
_LONGEST = 12
"""Words of a role that are looked at."""


def people_in(line: str) -> list[Named | Unnamed] | None:
    """The people of a line in a list; a tab parts name and role. None where it is not understood."""
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    if len(cells) > 1:
        named = person(f"{cells[0]}, {', '.join(cells[1:])}")
        return [_with_note(named)] if is_name(named.name) else None
    text = cells[0] if cells else ""
    entries = entries_of(text)
    if entries is None and (found := entry_in(text)):
        return [found]
    return (
        [_with_note(one) if isinstance(one, Named) else one for one in entries]
        if entries is not None
        else None
    )


def entry_in(text: str) -> Named | Unnamed | None:
    """The one person of *text*: `Alex Morgan, Treasurer` or `Alex Morgan Treasurer`."""
    if parted := _parted(text):
        return _with_note(parted)
    if (bracket := _BRACKET.search(text)) and is_name(text[: bracket.start()]):
        one = person(text)
        return one if is_name(one.name) else Named(text[: bracket.start()], note=bracket["words"])
    found = entry_of(text)
    if isinstance(found, Named):
        return None if _has_others(found) else _with_note(found)
    found = attendee(text)
    return found if isinstance(found, Unnamed) else None


# “(the “Constabulary”)”, which says how the text goes on to call somebody
_CALLED = re.compile(r"\s*\((?:the )?[“\"‘'][^()]{1,60}[”\"’']\)")
_LAST = re.compile(r",? and (?=[A-Z])|; ?")


def apologies_in(text: str) -> list[Named] | None:
    """Who *text*, a paragraph, says sent apologies, where only the commas keep the site from reading it.

    `Apologies were received from Jo Lowe, Deputy Chief Constable, Kent Police.`
    """
    seen = folded(text)
    label = label_of(seen)
    if not label or label[0] is not Group.APOLOGIES or len(seen) != len(text):
        return None
    rest = _CALLED.sub("", text[label[2] :]).strip().rstrip(".")
    if entries_of(rest) is not None or "." in rest:
        return None
    found = [entry_in(piece.strip()) for piece in _LAST.split(rest)]
    named = [one for one in found if isinstance(one, Named) and one.role]
    return named if named and len(named) == len(found) else None


def as_entry(one: Named | Unnamed) -> str:
    """*one* as an entry of a list in the text: `Alex Morgan (AM), Treasurer (Chair)`."""
    if isinstance(one, Unnamed):
        return one.words
    initials = f" ({one.initials})" if one.initials else ""
    role = f", {one.role}" if one.role else ""
    return f"{one.name}{initials}{role}{f' ({one.note})' if one.note else ''}"


def _has_others(one: Named) -> bool:
    """Whether the role of *one* has further names in it, or the name a post before it."""
    pieces = (_IN_BRACKETS.sub("", piece).strip() for piece in _PARTS.split(one.role or ""))
    return is_post(one.name.split()[0]) or any(map(is_name, pieces))


def seems_to_list(line: str) -> bool:
    """Whether *line* has somebody's name anywhere."""
    words = _IN_BRACKETS.sub("", line).replace(",", " , ").split()[:_MOST_WORDS]
    return any(is_name(" ".join(words[n : n + 2])) for n in range(len(words) - 1))


def _parted(text: str) -> Named | None:
    """The person whose role comes after the name, without a comma between them."""
    words = text.split()
    for n in range(2, min(5, len(words))):
        name, role = " ".join(words[:n]), " ".join(words[n:])
        if name.endswith(",") or not is_name(name) or not _begins_with_post(role):
            continue
        return person(f"{name}, {role}")
    return None


def _begins_with_post(role: str) -> bool:
    words = role.split()[:_LONGEST]
    return any(is_post(" ".join(words[:n]).rstrip(",")) for n in range(1, len(words) + 1))


def _with_note(one: Named) -> Named:
    """*one*, with what stands in brackets after the role as the note."""
    if one.role and not one.note and (bracket := _BRACKET.search(one.role)):
        return replace(one, role=one.role[: bracket.start()].strip() or None, note=bracket["words"])
    return one
