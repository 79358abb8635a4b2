"""An account of a release: its commit and moment, the programs, and a hash of each file in and out."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import cache
from hashlib import file_digest, sha256
from importlib.metadata import requires, version
from pathlib import Path
from platform import python_version
from sys import platform
from types import MappingProxyType

from bcbsite import __version__
from bcbsite.host.resources import PACKAGE, THEME
from bcbsite.kept import digest_of
from bcbsite.read.dates import LONDON

FORMAT = 1
NOTHING: Mapping[Path, str] = MappingProxyType({})
"""No file whose hash is known."""

YEARS = range(1970, 2200)
"""Those of whose clock changes the digest of the program speaks."""

_COMMIT = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """An account of a release, kept beside its site and not served."""

    commit: str
    now: str
    """The moment that it was made for, as in `2022-02-10T15:00:00Z`."""
    versions: Mapping[str, str]
    """Of Python and of each package that takes part; and the hash of this program's own files."""
    site_url: str
    """The address of the site; empty where nobody says it."""
    configuration: str
    """The hash of the configuration, with the site's address."""
    sources: Mapping[str, str]
    """The hash of each file of the commit of which something is public, by its path."""
    outputs: Mapping[str, str]
    """The hash of each file of the site, by its address."""
    former: list[str] = field(default_factory=list)
    """The addresses of those pages that only say what became of what was there."""
    format: int = FORMAT

    @property
    def moment(self) -> datetime:
        """`now` as an instant."""
        return datetime.fromisoformat(self.now)

    @property
    def pages(self) -> set[str]:
        """The addresses of the pages."""
        return {name.removesuffix("index.html") for name in self.outputs if name.endswith(".html")}

    def text(self) -> str:
        """It as JSON; the same manifest is the same text."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def parse_manifest(text: str) -> Manifest | None:
    """The manifest that `text` wrote; nothing where it is damaged, or another version's of this program."""
    try:
        manifest = Manifest(**json.loads(text))
        return manifest if _is_whole(manifest) else None
    except (ValueError, TypeError, AttributeError):
        return None


def _is_whole(manifest: Manifest) -> bool:
    """Whether every field has what `make` writes there: a file on a disk can hold anything."""
    commit, texts = manifest.commit, (manifest.now, manifest.site_url, manifest.configuration)
    tables = (manifest.versions, manifest.sources, manifest.outputs)
    return (
        manifest.format == FORMAT
        and all(isinstance(text, str) for text in texts)
        and isinstance(manifest.former, list)
        and all(isinstance(address, str) for address in manifest.former)
        and all(isinstance(text, str) for table in tables for pair in table.items() for text in pair)
        and _COMMIT.fullmatch(commit) is not None
        and written(manifest.moment) == manifest.now
    )


def written(moment: datetime) -> str:
    """A moment as manifests write it, in whole seconds."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def hash_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def hashes(folder: Path, paths: Iterable[Path], known: Mapping[Path, str] = NOTHING) -> dict[str, str]:
    """The hash of each file of *paths*, by its path below *folder*, sorted; of those *known* as it is."""
    return {path.relative_to(folder).as_posix(): known.get(path) or hash_of(path) for path in sorted(paths)}


def files_of(folder: Path) -> list[Path]:
    """All files below *folder*, sorted; links are listed as well, and not followed."""
    return sorted(path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())


def configuration_hash(config: Path, site_url: str | None) -> str:
    """Stands for the configuration file *config* and the address."""
    return sha256(config.read_bytes() + b"\0" + (site_url or "").encode()).hexdigest()


@cache
def versions() -> Mapping[str, str]:
    """All that decides what the same content becomes, beside the configuration."""
    found = {"bcbsite": __version__, "python": python_version(), "program": _program()}
    names = (re.match(r"[\w.-]+", requirement) for requirement in requires("bcbsite") or ())
    return found | {name[0]: version(name[0]) for name in names if name}


@cache
def program() -> str:
    """One digest of `versions` and of what else decides what records become."""
    hours = [LONDON.utcoffset(datetime(year, month, 1)) for year in YEARS for month in (1, 7)]
    return digest_of(sorted(versions().items()), platform, hours)


def _program() -> str:
    """One hash of this package's code and of the theme, which can change while the version stays."""
    files = [path for home in (PACKAGE, THEME) for path in files_of(home) if path.suffix != ".pyc"]
    return sha256("".join(map(hash_of, files)).encode()).hexdigest()
