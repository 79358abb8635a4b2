"""What was published before, as the server knows it itself: each release has the account of its addresses.

The account is beside the site and not served. It has every address that was ever published from this server
and is to stay, so that no commit has to bring it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from bcbsite.archive.addresses import is_part_of_list
from bcbsite.diagnostics import Span
from bcbsite.model.permalink import Permalink
from bcbsite.new.files import replace_file
from bcbsite.pages.page import NOT_FOUND
from bcbsite.pages.permalinks import account_of, account_text
from bcbsite.pages.site import SitePages
from bcbsite.publish.releases import Release
from bcbsite.read.permalinks import read_permalinks
from bcbsite.source import Source

_NAME = "permalinks.txt"


def published_before(releases: Iterable[Release]) -> tuple[Permalink, ...]:
    """What the accounts of *releases* have; where two have an address, as the last says."""
    return tuple({one.address: one for release in releases for one in _account(release)}.values())


def _account(release: Release) -> Iterator[Permalink]:
    path = release.folder / _NAME
    try:
        text = path.read_text("utf-8")
    except OSError:  # a release of an older program, of which its pages are known
        names = (name for name in release.manifest.pages if name != NOT_FOUND)
        yield from (Permalink(name, None, Span(_NAME)) for name in names if not is_part_of_list(name))
        return
    yield from read_permalinks(Source(path, _NAME, text))[0]


def write_account(
    folder: Path, public: SitePages, before: Iterable[Permalink], everything: SitePages
) -> None:
    """Write the account of what is *public* of *everything* to *folder*, with what was *before*."""
    replace_file(folder / _NAME, account_text(account_of(public, before, everything)))


def take_account(from_folder: Path, to_folder: Path) -> None:
    """Give the release in *to_folder*, which is of the same site, the account of that in *from_folder*."""
    replace_file(to_folder / _NAME, (from_folder / _NAME).read_text("utf-8"))
