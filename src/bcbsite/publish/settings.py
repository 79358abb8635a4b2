"""How a repository publishes: a few settings in its own git configuration, where `git config` shows them."""

from dataclasses import dataclass
from pathlib import Path

from bcbsite.publish.git import Repository

KEEP = 10
"""How many commits have a release kept of them, if nothing is said."""
MAX_PUSH = 100
"""How many megabytes one push may bring, if nothing is said."""
MAX_CONTENT = 4_000
"""How many megabytes all files of the content may have together, if nothing is said."""

MAX_FILE = 100
"""How many megabytes one file of the content may have, if nothing is said."""
PREVIEW_DAYS = 14
"""How many days a preview is shown, if nothing is said."""
BUILD_LIMIT = 600
"""How many seconds a build may take, if nothing is said."""

MEGABYTE = 1_000_000

OWNER = ".repository"
"""The file among the releases that names their repository."""


class PublishError(Exception):
    """What was asked for cannot be done, and nothing was: in a sentence for the person who asked."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a repository publishes to, and how."""

    repository: Repository
    releases: Path
    """The folder of the releases; absolute."""
    keep: int
    max_content: int
    """In megabytes."""
    config: Path | None
    """The server's own mkdocs.yml, absolute; absent for the one that comes with the package."""
    site_url: str | None
    """The address of the site, with a slash at its end; absent where the configuration says it, or nobody."""
    max_file: int = MAX_FILE
    """In megabytes."""
    build_limit: int = BUILD_LIMIT
    """In seconds."""
    previews: Path | None = None
    """The folder of the previews, absolute; absent where none are made."""
    preview_days: int = PREVIEW_DAYS


def read_settings(folder: Path) -> Settings:
    """The settings of the repository in *folder*.

    Raises `PublishError` where it is none, or was not made by `bcbsite publish init`.
    """
    repository = Repository(folder.resolve())
    releases = repository.setting("bcbsite.releases") if (folder / "HEAD").is_file() else None
    if releases is None:
        raise PublishError(
            f"{folder} is no repository that publishes. “bcbsite publish init” makes one; --repo names it."
        )
    see_whose(Path(releases), repository.folder)
    config, previews = repository.setting("bcbsite.config"), repository.setting("bcbsite.previews")
    return Settings(
        repository,
        Path(releases),
        _number(repository, "bcbsite.keep", KEEP),
        _number(repository, "bcbsite.maxContent", MAX_CONTENT),
        Path(config) if config else None,
        repository.setting("bcbsite.siteUrl"),
        _number(repository, "bcbsite.maxFile", MAX_FILE),
        _number(repository, "bcbsite.buildLimit", BUILD_LIMIT),
        Path(previews) if previews else None,
        _number(repository, "bcbsite.previewDays", PREVIEW_DAYS),
    )


def see_whose(releases: Path, repository: Path) -> None:
    """Raise `PublishError` where the folder *releases* says that it is another repository's."""
    mark = releases / OWNER
    owner = mark.read_text("utf-8").strip() if mark.is_file() else str(repository)
    if owner == str(repository):
        return
    if (Path(owner) / "HEAD").is_file():
        cure = "Each repository needs a folder of its own for them."
    else:
        cure = f"It is not there any more. If it was moved to {repository}, delete the file {mark} first."
    raise PublishError(f"{releases} has the releases of the repository {owner}. {cure}")


def _number(repository: Repository, key: str, default: int) -> int:
    value = repository.setting(key) or str(default)
    if not value.isascii() or not value.isdigit() or not int(value):
        raise PublishError(
            f"{key} of {repository.folder} is “{value}”, which is no number such as {default}."
        )
    return int(value)
