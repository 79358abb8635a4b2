"""Until when a release is what a new build would give."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bcbsite.new.files import replace_file
from bcbsite.publish.manifest import Manifest, written

LONGEST = timedelta(hours=26)
"""A day in the UK has 25 hours at most: no release is what a new build would give for longer."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """The same programs make the same of the same commit from one moment until another."""

    since: str
    """The moment of the build that showed it. A clock that goes back can lie before it."""
    until: str
    """The first moment at which a build can give something else, as manifests write it."""
    versions: Mapping[str, str]
    configuration: str

    @classmethod
    def of(cls, manifest: Manifest, until: datetime) -> "Freshness":
        """That of a release that was just made."""
        return cls(manifest.now, written(until), manifest.versions, manifest.configuration)

    @property
    def begins(self) -> datetime:
        """`since` as an instant."""
        return datetime.fromisoformat(self.since)

    @property
    def ends(self) -> datetime:
        """`until` as an instant."""
        return datetime.fromisoformat(self.until)

    def holds(self, now: datetime, versions: Mapping[str, str], configuration: str) -> bool:
        """Whether a build at *now*, with those programs, needs not be tried."""
        same = (self.versions, self.configuration) == (versions, configuration)
        return same and self.begins <= now < self.ends


def write_freshness(release: Path, freshness: Freshness) -> None:
    """Write it beside the manifest; that stays as it was when the release was made."""
    replace_file(release / "fresh.json", json.dumps(asdict(freshness), indent=1, sort_keys=True) + "\n")


def read_freshness(release: Path) -> Freshness | None:
    """That of the release in a folder; nothing where it cannot be read, so that a build is tried."""
    try:
        freshness = Freshness(**json.loads((release / "fresh.json").read_text("utf-8")))
        begins, ends = freshness.begins, freshness.ends
        return freshness if begins.tzinfo and begins <= ends <= begins + LONGEST else None
    except (OSError, ValueError, TypeError):
        return None
