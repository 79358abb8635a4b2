"""permalinks.txt: the account of what was published, kept so that nothing of it is lost unseen."""

from collections.abc import Mapping
from pathlib import Path

from bcbsite.model.permalink import Permalink
from bcbsite.new.files import replace_file
from bcbsite.pages.permalinks import published
from bcbsite.pages.site import SitePages
from bcbsite.read.permalinks import NO_FINGERPRINT

_HEAD = (
    "# Every address that was published, with a fingerprint of its words, so that none is lost unseen.\n"
    "# The command “bcbsite permalinks” writes this file: commit it, and change nothing here.\n"
)


def keep_permalinks(file: Path, public: SitePages, before: tuple[Permalink, ...]) -> str:
    """Write to *file* what is *public* beside all of *before*; what changed, in a sentence.

    *before* has none that vanished without a word of it, since there would be no *public* then.
    """
    was = {permalink.address: permalink.fingerprint for permalink in before}
    here = {address: place.fingerprint for address, place in published(public.all).items()}
    replace_file(file, _HEAD + _lines(was | here))
    new = len(here.keys() - was.keys())
    renewed = sum(here.get(address, known) != known for address, known in was.items())
    return f"{file} lists {len(was | here)} addresses: {new} new, {renewed} renewed."


def _lines(fingerprints: Mapping[str, str | None]) -> str:
    # The home page is a slash: a line that begins with # says nothing.
    lines = (f"{address or '/'} {known or NO_FINGERPRINT}\n" for address, known in fingerprints.items())
    return "".join(sorted(lines))
