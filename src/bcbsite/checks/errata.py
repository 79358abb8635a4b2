"""Rules about corrections."""

from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.blocks import plain_text
from bcbsite.model.body import Passage
from bcbsite.model.content import Content
from bcbsite.model.document import Status
from bcbsite.model.erratum import Erratum, ErratumKind
from bcbsite.model.minutes import Minutes
from bcbsite.text.fold import folded


def corrections_are_whole(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB723: a correction has the old words, and who resolved it; of notices and responses, who and why."""
    for meeting in content.meetings:
        minutes = meeting.minutes
        if minutes and minutes.status is Status.APPROVED:
            for erratum in minutes.errata:
                missing = [] if erratum.meeting else ["the meeting that resolved it (“meeting”)"]
                yield from _missing(erratum, missing)
    of_others = (
        *(notice.errata for notice in content.decisions),
        *(report.errata for report in content.inspections),
    )
    for errata in of_others:
        for erratum in errata:
            named = (("who made it (“authority”)", erratum.authority), ("why (“what”)", erratum.what))
            yield from _missing(erratum, [words for words, value in named if not value])


def _missing(erratum: Erratum, missing: list[str]) -> Iterator[Diagnostic]:
    if not erratum.was:
        missing = ["the old words (“was”)", *missing]
    if missing and erratum.kind is ErratumKind.CORRECTION:
        yield Diagnostic("BCB723", erratum.at, f"This correction does not have {' and '.join(missing)}.")


def corrections_are_made(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB724: where a correction names a paragraph, its new words stand there, and its old ones do not."""
    for meeting in content.meetings:
        for erratum in meeting.minutes.errata if meeting.minutes else ():
            if meeting.minutes and (says := _not_made(erratum, meeting.minutes)):
                yield Diagnostic("BCB724", erratum.at, says)


def _not_made(erratum: Erratum, minutes: Minutes) -> str | None:
    part = minutes.body.find(erratum.place) if erratum.place else None
    if part is None or erratum.was is None:
        return None
    words = _seen(plain_text(part.blocks) if isinstance(part, Passage) else part.title.text)
    if erratum.now and _seen(erratum.now) not in words:
        return f"The new words do not stand at {erratum.place}."
    if _seen(erratum.was) in words and not (erratum.now and _seen(erratum.was) in _seen(erratum.now)):
        return f"The old words still stand at {erratum.place}."
    return None


def _seen(words: str) -> str:
    return " ".join(folded(words).split()).casefold()
