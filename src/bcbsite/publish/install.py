"""A repository that publishes: bare, with two hooks, and with git's own guards on."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bcbsite.host.build import WrongUseError, site_address
from bcbsite.new.files import replace_file
from bcbsite.publish.git import MAIN, OF_A_HOOK, Repository
from bcbsite.publish.pushes import OF_A_PERSON
from bcbsite.publish.settings import (
    BUILD_LIMIT,
    KEEP,
    MAX_FILE,
    MAX_PUSH,
    MEGABYTE,
    OWNER,
    PublishError,
    Settings,
    read_settings,
    see_whose,
)

_HOOK = """#!/bin/sh
# Written by “bcbsite publish init”. It runs what is installed on this server, and nothing that was pushed.
exec env -i PATH={path} HOME={home} LANG=C.UTF-8 \\
{passed}  {python} -I -X utf8 -m bcbsite.publish.{module} {folder}
"""


_PASSED = """  ${{{name}+"{name}=${name}"}} \\
"""
"""Hands on a variable of git, where git has set it."""

OPTIONS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "keep": ("bcbsite.keep", str),
    "max_push": ("receive.maxInputSize", lambda megabytes: str(megabytes * MEGABYTE)),
    "max_file": ("bcbsite.maxFile", str),
    "build_limit": ("bcbsite.buildLimit", str),
    "site_url": ("bcbsite.siteUrl", lambda address: f"{address.rstrip('/')}/"),
    "config": ("bcbsite.config", lambda path: str(path.resolve())),
    "previews": ("bcbsite.previews", lambda path: str(path.resolve())),
    "preview_days": ("bcbsite.previewDays", str),
}
"""What can be chosen: the setting of each, and how it is written."""

DEFAULTS = {"keep": KEEP, "max_push": MAX_PUSH, "max_file": MAX_FILE, "build_limit": BUILD_LIMIT}


def install(folder: Path, releases: Path, chosen: Mapping[str, Any]) -> Settings:
    """Make the bare repository *folder* publish to *releases*; one that does already is set up anew.

    *chosen* are values of `OPTIONS`; what is absent stays as it was, or as is usual. Raises `PublishError`
    where something else is in the way.
    """
    folder, releases = folder.resolve(), releases.resolve()
    previews = chosen.get("previews")
    _see_that_it_can_be_used(folder, releases, chosen.get("config"))
    if previews:
        _begin_previews(previews.resolve(), folder, releases)
    folder.mkdir(parents=True, exist_ok=True)
    releases.mkdir(parents=True, exist_ok=True)
    replace_file(releases / OWNER, f"{folder}\n")
    folder.chmod(0o700)  # its history has what is not public
    _git_init(folder)
    repository = Repository(folder)
    for name, (key, write) in OPTIONS.items():
        value = chosen.get(name)
        if value is None and repository.setting(key) is None:
            value = DEFAULTS.get(name)
        if value is not None:
            repository.set(key, write(value))
    for key, text in _guards(folder, releases).items():
        repository.set(key, text)
    for hook in ("pre-receive", "post-receive"):
        _write_hook(folder, hook)
    return read_settings(folder)


def _see_that_it_can_be_used(folder: Path, releases: Path, config: Path | None) -> None:
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "HEAD").is_file():
        raise PublishError(f"{folder} has something else in it.")
    for name in ("current", "site", "index.html"):
        if (releases / name).exists() and not (releases / name).is_symlink():
            raise PublishError(f"{releases} has something else in it: {name}.")
    see_whose(releases, folder)
    if releases == folder or folder in releases.parents or releases in folder.parents:
        raise PublishError("The repository and the releases must be in folders of their own.")
    try:
        if config:
            site_address(config)
    except WrongUseError as error:
        raise PublishError(str(error)) from None


def _begin_previews(previews: Path, *others: Path) -> None:
    """Make the folder of the previews: the web server reads what is in it, and nobody can list it."""
    for other in others:
        if previews == other or other in previews.parents or previews in other.parents:
            raise PublishError("The previews must be in a folder of their own.")
    there = [path.name for path in previews.iterdir()] if previews.is_dir() else []
    if any(not name.startswith(".") and f".{name}.json" not in there for name in there):
        raise PublishError(f"{previews} has something else in it.")
    previews.mkdir(parents=True, exist_ok=True)
    previews.chmod(0o711)


def _git_init(folder: Path) -> None:
    git = shutil.which("git")
    if git is None:
        raise PublishError("git is not installed.")
    command = [git, "init", "--quiet", "--bare", "--template=", str(folder)]
    subprocess.run(command, check=True, env={"PATH": os.environ["PATH"]})  # noqa: S603
    Repository(folder).run("symbolic-ref", "HEAD", MAIN)


def _guards(folder: Path, releases: Path) -> dict[str, str]:
    """What is always so."""
    return {
        "bcbsite.releases": str(releases),
        # The hooks of this folder run, whatever the account's own configuration says of others.
        "core.hooksPath": str(folder / "hooks"),
        "core.logAllRefUpdates": "true",
        # git reads larger files piece by piece, and not whole into memory.
        "core.bigFileThreshold": "4m",
        "receive.fsckObjects": "true",
        "receive.denyDeletes": "true",
        "receive.denyNonFastForwards": "true",
    }


def _write_hook(folder: Path, name: str) -> None:
    git = Path(shutil.which("git") or "/usr/bin/git").parent
    hook = folder / "hooks" / name
    hook.parent.mkdir(exist_ok=True)
    text = _HOOK.format(
        path=shlex.quote(f"{git}:/usr/local/bin:/usr/bin:/bin"),
        home=shlex.quote(str(folder)),
        passed="".join(_PASSED.format(name=name) for name in (*OF_A_HOOK, *OF_A_PERSON)),
        python=shlex.quote(sys.executable),
        module=name.replace("-", "_"),
        folder=shlex.quote(str(folder)),
    )
    hook.write_text(text, "utf-8")
    hook.chmod(0o755)
