"""permalinks.txt: the account of what was published, kept so that nothing of it is lost unseen."""

from pathlib import Path

from bcbsite.model.permalink import Permalink
from bcbsite.new.files import replace_file
from bcbsite.pages.permalinks import account_of, account_text
from bcbsite.pages.site import SitePages

_HEAD = (
    "# Every address that was published, with a fingerprint of its words, so that none is lost unseen.\n"
    "# The command “bcbsite permalinks” writes this file: commit it, and change nothing here.\n"
)


def keep_permalinks(file: Path, public: SitePages, before: tuple[Permalink, ...]) -> str:
    """Write to *file* what is *public* beside all of *before*; what changed, in a sentence.

    *before* has none that vanished without a word of it, since there would be no *public* then.
    """
    was = {permalink.address: permalink.fingerprint for permalink in before}
    account = account_of(public, before)
    replace_file(file, _HEAD + account_text(account))
    new = len(account.keys() - was.keys())
    renewed = sum(account.get(address, known) != known for address, known in was.items())
    return f"{file} lists {len(account)} addresses: {new} new, {renewed} renewed."
