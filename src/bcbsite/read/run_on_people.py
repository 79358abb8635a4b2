"""Lists of people in running text: entries between semicolons, commas and “and”, or on lines of their own."""

import re
from collections.abc import Iterator

from bcbsite.read.names import Named, Nobody, Unnamed, attendee, is_name, is_post, person

Entry = Named | Unnamed

_PLURAL = re.compile(r"(?:councillors|cllrs\.?|messrs\.?|commissioners|members):?\s+(?=\S)", re.IGNORECASE)
_AND = re.compile(r",? and |,? & |, plus ")


def entries_of(text: str) -> tuple[Entry, ...] | None:
    """The people of a list that is run on, or has a line for each; None where one is not understood."""
    seen = text.strip().rstrip(".").strip()
    if isinstance(attendee(seen), Nobody):
        return ()
    seen = _PLURAL.sub("", seen, count=1) if _PLURAL.match(seen) else seen
    lines = [piece.strip(" ,") for piece in re.split(r";|\n", seen) if piece.strip(" ,")]
    found: list[Entry] = []
    for line in lines:
        entries = _ofentry_of(line.removeprefix("and ")) if len(lines) > 1 else None
        entries = entries or _of_commas(line)
        if entries is None:
            return None
        found += entries
    return tuple(found) or None


def _ofentry_of(text: str) -> list[Entry] | None:
    entry = entry_of(text)
    return [entry] if entry and not isinstance(entry, Nobody) else None


def entry_of(text: str) -> Entry | Nobody | None:
    """The person of an entry of its own, in which all after the first comma or dash is the role."""
    found = attendee(text)
    if not isinstance(found, Named):
        return found
    found = _less_dash(found)
    return found if is_name(found.name) and not (found.role and is_name(found.role)) else None


def _of_commas(text: str) -> list[Entry] | None:
    """The people between whom only commas and “and” stand: each piece is a name or a known post."""
    found: list[Entry] = []
    for piece in _pieces(text):
        one = attendee(piece)
        if isinstance(one, Nobody):
            return None
        before = found[-1] if found else None
        one = _less_dash(one) if isinstance(one, Named) else one
        if isinstance(one, Unnamed) or is_name(one.name):
            found.append(one)
        elif is_post(piece) and isinstance(before, Named) and not before.role:
            found[-1] = person(f"{_again(before)}, {piece}")
        else:
            return None
    return found


_DASH = re.compile(r"\s[-‐‑–—−]\s")


def _less_dash(one: Named) -> Named:
    """*one* with the role that comes after a dash in place of a comma."""
    if one.role is None and (dash := _DASH.search(one.name)):
        return person(f"{one.name[: dash.start()]}, {one.name[dash.end() :]}")
    return one


def _again(one: Named) -> str:
    """*one*, as it was printed."""
    return f"{one.name} ({one.initials})" if one.initials else one.name


def _pieces(text: str) -> Iterator[str]:
    """What stands between commas, and on both sides of an “and” that is not part of a post."""
    for piece in (piece.strip() for piece in text.split(",")):
        rest = piece.removeprefix("and ").strip()
        while (match := _and_of_list(rest)) is not None:
            yield rest[: match.start()].strip()
            rest = rest[match.end() :].strip()
        if rest:
            yield rest


def _and_of_list(piece: str) -> re.Match[str] | None:
    """The first “and” in *piece* with a name, or people without one, after it."""
    for match in _AND.finditer(piece):
        after = attendee(_AND.split(piece[match.end() :], maxsplit=1)[0])
        if isinstance(after, Unnamed) or (isinstance(after, Named) and is_name(after.name)):
            return match
    return None
