"""Until when a release is what a new build would give."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from bcbsite.new.files import replace_file
from bcbsite.publish.manifest import Manifest, written


@dataclass(frozen=True, slots=True)
class Freshness:
    """The same programs make the same of the same commit until a moment."""

    until: str
    """The first moment at which a build can give something else, as manifests write it."""
    versions: Mapping[str, str]
    configuration: str

    @classmethod
    def of(cls, manifest: Manifest, until: datetime) -> "Freshness":
        """That of a release that was just made."""
        return cls(written(until), manifest.versions, manifest.configuration)

    def holds(self, now: datetime, versions: Mapping[str, str], configuration: str) -> bool:
        """Whether a build at *now*, with those programs, needs not be tried."""
        same = (self.versions, self.configuration) == (versions, configuration)
        return same and now < datetime.fromisoformat(self.until)


def write_freshness(release: Path, freshness: Freshness) -> None:
    """Write it beside the manifest; that stays as it was when the release was made."""
    replace_file(release / "fresh.json", json.dumps(asdict(freshness), indent=1, sort_keys=True) + "\n")


def read_freshness(release: Path) -> Freshness | None:
    """That of the release in a folder; nothing where it cannot be read, so that a build is tried."""
    try:
        freshness = Freshness(**json.loads((release / "fresh.json").read_text("utf-8")))
        return freshness if datetime.fromisoformat(freshness.until).tzinfo else None
    except (OSError, ValueError, TypeError):
        return None
