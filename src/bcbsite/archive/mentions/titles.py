"""Titles, names and references in running text: where the records' own words stand again."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_OPENING = re.compile(r"(?<!\w)[“‘\"']")
_CLOSING = re.compile(r"[”’\"'](?!\w)")
_TOKEN = re.compile(r"\S+")
_LONGEST = 320
"""Characters: no title is longer."""
_TRAILING = ".,;:)”’\"'"
_AND = re.compile(r"\s*,?\s+(?:and|&)\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """Where one of the titles stands."""

    start: int
    end: int
    targets: tuple[str, ...]
    """What has this title; several where records share it."""


def title_tokens(title: str) -> tuple[str, ...]:
    """The words of *title* for comparison: quotation marks, dashes and *and* are folded, case is not."""
    return tuple(_fold(token) for token in title.strip().rstrip(".").split())


def _fold(token: str) -> str:
    return "and" if token == "&" else token.translate(_QUOTES)  # noqa: S105 - a word, not a secret


class Titles:
    """Finds titles in quotation marks, and after words such as *report*."""

    def __init__(self, titles: Iterable[tuple[str, str]], leads: Collection[str]) -> None:
        """*titles* are titles with the targets they name; *leads* the inspectorates' names."""
        self._targets: dict[tuple[str, ...], tuple[str, ...]] = {}
        for title, target in titles:
            tokens = title_tokens(title) or ("",)
            known = self._targets.get(tokens, ())
            if target not in known:
                self._targets[tokens] = (*known, target)
        self._lengths: Mapping[str, list[int]] = _lengths(self._targets)
        self._leads = ("eport", *leads)
        names = "|".join(re.escape(name) for name in sorted(leads, key=len, reverse=True))
        self._lead = re.compile(
            rf"\b(?:[Rr]eports?{'|' + names if names else ''})(?:[’']s)?(?:\s+\([^()]*\))?"
            r"(?:\s+(?:entitled|titled|called))?[\s:–—-]+"
        )

    def find(self, text: str) -> Iterator[Found]:
        """Each place of *text* where a title is named, the longest there."""
        if not self._targets:
            return
        if "“" in text or "‘" in text or '"' in text or "'" in text:
            yield from self._quoted(text)
        if any(lead in text for lead in self._leads):
            yield from self._after_lead(text)

    def _after_lead(self, text: str) -> Iterator[Found]:
        for match in self._lead.finditer(text):
            start = match.end()
            while found := self._longest_at(text, start):
                yield found
                more = _AND.match(text, found.end)
                start = more.end() if more else len(text)

    def _quoted(self, text: str) -> Iterator[Found]:
        for opening in _OPENING.finditer(text):
            start = opening.end()
            first = _TOKEN.match(text, start)
            if first is None or _fold(first[0].rstrip(_TRAILING)) not in self._lengths:
                continue
            closings = list(_CLOSING.finditer(text, start, start + _LONGEST))
            for closing in reversed(closings):
                inner = text[start : closing.start()]
                if targets := self._targets.get(title_tokens(inner.rstrip(".,;"))):
                    yield Found(start, start + len(inner.rstrip(".,;")), targets)
                    break

    def _longest_at(self, text: str, start: int) -> Found | None:
        """The longest title that begins at *start*, where no capital letter goes on with it."""
        words = list(_TOKEN.finditer(text, start, start + _LONGEST))
        first = _fold(words[0][0].rstrip(_TRAILING)) if words else ""
        for length in self._lengths.get(first, ()):
            if length > len(words):
                continue
            *before, last = words[:length]
            bare = last[0].rstrip(_TRAILING)
            targets = self._targets.get((*(_fold(word[0]) for word in before), _fold(bare)))
            if targets and _ends(last[0][len(bare) :], words[length][0] if length < len(words) else ""):
                return Found(start, last.start() + len(bare), targets)
        return None


_AFTER_TITLE = frozenset(
    {
        "and",
        "&",
        "by",
        "for",
        "from",
        "had",
        "has",
        "in",
        "is",
        "of",
        "on",
        "or",
        "published",
        "report",
        "reports",
        "to",
        "was",
        "were",
        "which",
        "with",
    }
)


def _ends(mark: str, following: str) -> bool:
    """Whether a title ends before *mark* and the word after it; else it begins a longer one."""
    if mark:
        return not mark.startswith(":")
    return not following or following in _AFTER_TITLE or following.startswith("(")


def _lengths(titles: Iterable[tuple[str, ...]]) -> dict[str, list[int]]:
    """How many words the titles have that begin with a word, longest first."""
    lengths: dict[str, set[int]] = {}
    for tokens in titles:
        lengths.setdefault(tokens[0].rstrip(_TRAILING), set()).add(len(tokens))
    return {first: sorted(found, reverse=True) for first, found in lengths.items()}


_RANKS = frozenset(
    {
        "acc",
        "acting",
        "assistant",
        "cc",
        "chief",
        "cllr",
        "commissioner",
        "constable",
        "councillor",
        "dame",
        "dcc",
        "deputy",
        "detective",
        "dr",
        "executive",
        "finance",
        "head",
        "inspector",
        "interim",
        "miss",
        "mr",
        "mrs",
        "ms",
        "officer",
        "pcc",
        "police",
        "professor",
        "sergeant",
        "sir",
        "superintendent",
        "supt",
        "temporary",
    }
)
_OPENERS = frozenset(
    {
        "after",
        "apologies",
        "as",
        "both",
        "following",
        "if",
        "present",
        "thank",
        "thanks",
        "to",
        "welcome",
        "when",
        "with",
    }
)


class PeopleNames:
    """Finds the names of people."""

    _CAPITALS = re.compile(r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)+")
    _FIRST = re.compile(r"[A-Z][\w’'-]*")

    def __init__(self, names: Mapping[str, tuple[str, ...]], printed: Iterable[str]) -> None:
        """*names* by their folded forms, with the ids of those who have each; *printed* as they are spelt."""
        self._names = names
        self._lengths = sorted({name.count(" ") + 1 for name in names}, reverse=True)
        firsts = {name.split()[0] for name in printed if name.split()}
        self._firsts = {*firsts, *map(str.upper, firsts)}

    def find(self, text: str) -> Iterator[Found]:
        """Each name in *text* that is not a part of a longer one."""
        if self._firsts.isdisjoint(self._FIRST.findall(text)):
            return
        for run in self._CAPITALS.finditer(text):
            yield from self._in_run(
                text, run.start(), list(self._FIRST.finditer(text, run.start(), run.end()))
            )

    def _in_run(self, text: str, start: int, words: Sequence[re.Match[str]]) -> Iterator[Found]:
        """The first name among capitalised *words*: only ranks may stand beside it."""
        for n in range(len(words)):
            for length in self._lengths:
                taken = words[n : n + length]
                last = taken[-1][0]
                bare = last.removesuffix("’s").removesuffix("'s")
                name = fold_name(" ".join((*(word[0] for word in taken[:-1]), bare)))
                ids = self._names.get(name) if len(taken) == length else None
                following = words[n + length][0].casefold() if n + length < len(words) else ""
                if (
                    ids
                    and (not following or following in _RANKS)
                    and self._may_precede(text, start, words[:n])
                ):
                    end = taken[-1].start() + len(bare)
                    yield Found(taken[0].start(), end, tuple(f"person:{id_}" for id_ in ids))
                    return

    def _may_precede(self, text: str, start: int, ahead: Sequence[re.Match[str]]) -> bool:
        """Whether the words before a name are no part of it: ranks, or the first word of a sentence."""
        if not ahead or ahead[-1][0].casefold() in _RANKS:
            return True
        begins = not text[:start].strip() or text[:start].rstrip().endswith((".", ":", ";"))
        return len(ahead) == 1 and begins and ahead[0][0].casefold() in _OPENERS


def fold_name(name: str) -> str:
    """*name* for comparison: capital letters, spaces and the kind of apostrophe make no difference."""
    return " ".join(name.casefold().replace("’", "'").split())


class NoticeReferences:
    """Finds the references of decision notices."""

    _TOKEN = re.compile(r"[A-Za-z0-9]+(?:[-‐‑–_./][A-Za-z0-9]+)+")

    def __init__(self, references: Iterable[str]) -> None:
        """*references* as printed."""
        self._references = frozenset(references)
        self._beginnings = {re.split(r"[-_./]", reference)[0] for reference in self._references}

    def find(self, text: str) -> Iterator[Found]:
        """Each reference in *text*."""
        if any(beginning in text for beginning in self._beginnings):
            for match in self._TOKEN.finditer(text):
                reference = re.sub("[‐‑–]", "-", match[0])
                if reference in self._references:
                    yield Found(match.start(), match.end(), (f"decision:{reference}",))
