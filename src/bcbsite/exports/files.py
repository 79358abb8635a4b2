"""All files of this stage: their addresses and bytes."""

from collections.abc import Iterator

from bcbsite.archive.addresses import DATA
from bcbsite.archive.archive import Archive
from bcbsite.exports.calendars import calendar_files
from bcbsite.exports.database import database_of
from bcbsite.exports.extract import extracts_of
from bcbsite.exports.feeds.files import feed_files
from bcbsite.exports.json_files import record_files, register_files
from bcbsite.exports.package import DESCRIPTOR, descriptor_of, zip_of
from bcbsite.exports.popolo import popolo_of
from bcbsite.exports.site import Site
from bcbsite.exports.sources import source_files
from bcbsite.exports.spreadsheet import csv_of


def export_files(archive: Archive, site_url: str) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of each file; *site_url* is the site's address, or nothing."""
    extracts = extracts_of(archive)
    tables = {name: csv_of(extract) for name, extract in extracts.items()}
    package = [(f"{name}.csv", table) for name, table in tables.items()]
    package.append((DESCRIPTOR, descriptor_of(archive, tables, site_url)))
    yield from ((f"{DATA}{name}", content) for name, content in package)
    yield f"{DATA}records.zip", zip_of(package)
    yield f"{DATA}records.sqlite", database_of(archive, extracts, site_url)
    yield f"{DATA}popolo.json", popolo_of(extracts)
    yield from register_files(extracts)
    yield from record_files(extracts, archive.board.notice)
    yield from source_files(archive)
    site = Site.of(archive.board, site_url)
    yield from feed_files(archive, site)
    yield from calendar_files(archive, site)
