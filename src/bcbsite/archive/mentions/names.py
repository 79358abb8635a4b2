"""Names of people, and references of decision notices, in running text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bcbsite.archive.mentions.candidate import Found, Namesakes
from bcbsite.model.key import Key, RecordKind
from bcbsite.text.fold import fold, folded

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

_MOST_WORDS = 12
"""Of a name; nobody has a longer one, and for each length all capitalised words are gone through."""


class PeopleNames:
    """Finds the names of people."""

    _CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w'-]*)+")
    _FIRST = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'-]*")

    def __init__(self, names: Mapping[str, tuple[str, ...]], printed: Iterable[str]) -> None:
        """*names* by their folded forms, with the ids of those who have each; *printed* as they are spelt."""
        self._names = names
        lengths = {name.count(" ") + 1 for name in names}
        self._lengths = sorted((n for n in lengths if n <= _MOST_WORDS), reverse=True)
        firsts = {words[0] for name in printed if (words := folded(name).split())}
        self._firsts = {*firsts, *map(str.upper, firsts)}

    def may_be_in(self, text: str) -> bool:
        """Whether a word of *text* begins a name."""
        return not self._firsts.isdisjoint(self._FIRST.findall(folded(text)))

    def find(self, text: str) -> Iterator[Found]:
        """Each name in *text* that is not a part of a longer one."""
        if not self.may_be_in(text):
            return
        seen = fold(text)
        for run in self._CAPITALS.finditer(seen.text):
            words = list(self._FIRST.finditer(seen.text, run.start(), run.end()))
            for found in self._in_run(seen.text, run.start(), words):
                yield Found(*seen.origin(found.start, found.end), found.targets)

    def _in_run(self, text: str, start: int, words: Sequence[re.Match[str]]) -> Iterator[Found]:
        """The first name among capitalised *words*: only ranks may stand beside it."""
        for n in range(len(words)):
            for length in self._lengths:
                taken = words[n : n + length]
                last = taken[-1][0]
                bare = last.removesuffix("'s")
                name = fold_name(" ".join((*(word[0] for word in taken[:-1]), bare)))
                ids = self._names.get(name) if len(taken) == length else None
                following = words[n + length][0].casefold() if n + length < len(words) else ""
                if (
                    ids
                    and (not following or following in _RANKS)
                    and self._may_precede(text, start, words[:n])
                ):
                    end = taken[-1].start() + len(bare)
                    yield Found(
                        taken[0].start(), end, Namesakes(tuple(Key(RecordKind.PERSON, id_) for id_ in ids))
                    )
                    return

    def _may_precede(self, text: str, start: int, ahead: Sequence[re.Match[str]]) -> bool:
        """Whether the words before a name are no part of it: ranks, or the first word of a sentence."""
        if not ahead or ahead[-1][0].casefold() in _RANKS:
            return True
        begins = not text[:start].strip() or text[:start].rstrip().endswith((".", ":", ";"))
        return len(ahead) == 1 and begins and ahead[0][0].casefold() in _OPENERS


def fold_name(name: str) -> str:
    """*name* for comparison, as a reader sees it: capital letters and spaces make no difference."""
    return " ".join(folded(name).casefold().split())


class NoticeReferences:
    """Finds the references of decision notices."""

    # “WS-2022/001”, only where a word begins, as a long one would else be read from each letter.
    _TOKEN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]+(?:[-‐‑–_./][A-Za-z0-9]+)+")

    def __init__(self, references: Iterable[str]) -> None:
        """*references* as printed."""
        self._references = frozenset(references)
        self.hints = {re.split(r"[-_./]", reference)[0] for reference in self._references}
        """Of these, one is in every text that has a reference."""

    def find(self, text: str) -> Iterator[Found]:
        """Each reference in *text*."""
        if any(hint in text for hint in self.hints):
            for match in self._TOKEN.finditer(text):
                reference = re.sub("[‐‑–]", "-", match[0])
                if reference in self._references:
                    yield Found(match.start(), match.end(), Namesakes((Key(RecordKind.NOTICE, reference),)))
