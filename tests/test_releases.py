"""Which release becomes live, which stay, and until when one is fresh: tables, without pushes."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bcbsite.publish.freshness import Freshness, read_freshness, write_freshness
from bcbsite.publish.manifest import Manifest
from bcbsite.publish.releases import Hold, Releases
from bcbsite.publish.switch import settle

ONE, TWO, THREE = ("1" * 40, "2" * 40, "3" * 40)
MANIFEST = Manifest(ONE, "2022-02-10T15:00:00Z", {"python": "3"}, "", "c", {}, {})


def name_of(commit: str, hour: int) -> str:
    return f"20220210T{hour:02}0000Z-{commit[:12]}"


def release(folder: Path, commit: str, hour: int, *, ready: bool = False) -> str:
    """Make a release of *commit* as of an hour of a day; its name."""
    name = f".ready-20220210T{hour:02}0000Z-{commit}" if ready else name_of(commit, hour)
    (folder / name / "site").mkdir(parents=True)
    manifest = replace(MANIFEST, commit=commit, now=f"2022-02-10T{hour:02}:00:00Z")
    (folder / name / "manifest.json").write_text(manifest.text())
    (folder / name / "number").write_text(f"{hour}\n")
    return name


def settled(folder: Path, head: str | None, keep: int = 10) -> tuple[str | None, str | None, bool]:
    """What was live before, what is now, and whether that is another."""
    repository = SimpleNamespace(head=lambda: head)
    settings: Any = SimpleNamespace(releases=folder, repository=repository, keep=keep)
    switch = settle(settings)
    current = Releases(folder).current()
    assert (current and current.name) == (switch.after and switch.after.name)
    return switch.before and switch.before.name, switch.after and switch.after.name, switch.happened


def live(folder: Path, name: str) -> None:
    (folder / "current").unlink(missing_ok=True)
    (folder / "current").symlink_to(name)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.is_symlink())


def test_without_a_push_nothing_is_live(tmp_path: Path) -> None:
    assert settled(tmp_path, None) == (None, None, False)
    release(tmp_path, ONE, 9)
    assert settled(tmp_path, None) == (None, None, False)


def test_the_release_of_the_branch_becomes_live(tmp_path: Path) -> None:
    one, two = release(tmp_path, ONE, 9), release(tmp_path, TWO, 10)
    assert settled(tmp_path, ONE) == (None, one, True)
    assert settled(tmp_path, ONE) == (one, one, False)
    assert settled(tmp_path, TWO) == (one, two, True)
    assert settled(tmp_path, ONE) == (two, one, True)


def test_without_a_release_of_the_branch_the_live_one_stays(tmp_path: Path) -> None:
    one = release(tmp_path, ONE, 9)
    live(tmp_path, one)
    assert settled(tmp_path, TWO) == (one, one, False)
    assert settled(tmp_path, None) == (one, one, False)


def test_of_several_releases_of_a_commit_the_newest_counts(tmp_path: Path) -> None:
    release(tmp_path, ONE, 9)
    newer = release(tmp_path, ONE, 11)
    release(tmp_path, TWO, 12)
    assert settled(tmp_path, ONE)[1] == newer


def test_a_release_that_is_ready_gets_its_name(tmp_path: Path) -> None:
    release(tmp_path, ONE, 9, ready=True)
    assert settled(tmp_path, TWO) == (None, None, False)  # its push was not accepted
    assert names(tmp_path) == [f".ready-20220210T090000Z-{ONE}"]
    assert settled(tmp_path, ONE) == (None, name_of(ONE, 9), True)
    assert names(tmp_path) == [name_of(ONE, 9)]


def test_what_is_ready_and_no_newer_goes(tmp_path: Path) -> None:
    one = release(tmp_path, ONE, 10)
    for hour in (9, 10):
        release(tmp_path, ONE, hour, ready=True)
    assert settled(tmp_path, ONE) == (None, one, True)
    assert names(tmp_path) == [one]


def test_what_is_ready_and_newer_is_chosen(tmp_path: Path) -> None:
    one = release(tmp_path, ONE, 10)
    release(tmp_path, ONE, 11, ready=True)
    live(tmp_path, one)
    assert settled(tmp_path, ONE) == (one, name_of(ONE, 11), True)
    assert names(tmp_path) == [one, name_of(ONE, 11)]  # somebody may be reading the first


def test_a_choice_counts_until_the_branch_is_elsewhere(tmp_path: Path) -> None:
    one, two = release(tmp_path, ONE, 9), release(tmp_path, TWO, 10)
    Releases(tmp_path).hold(Hold(one, TWO))
    assert settled(tmp_path, TWO)[1] == one
    assert Releases(tmp_path).held() == Hold(one, TWO)
    three = release(tmp_path, THREE, 11)
    assert settled(tmp_path, THREE)[1] == three
    assert Releases(tmp_path).held() is None
    assert settled(tmp_path, TWO)[1] == two


def test_a_choice_of_what_is_gone_counts_no_more(tmp_path: Path) -> None:
    one = release(tmp_path, ONE, 9)
    live(tmp_path, one)
    two = release(tmp_path, TWO, 10)
    Releases(tmp_path).hold(Hold("20200101T000000Z-000000000000", TWO))
    assert settled(tmp_path, TWO) == (one, two, True)


def test_old_releases_go_when_a_new_one_comes(tmp_path: Path) -> None:
    """The newest of each commit counts; that which was live until now stays."""
    one, again, two = release(tmp_path, ONE, 8), release(tmp_path, ONE, 9), release(tmp_path, TWO, 10)
    live(tmp_path, one)
    three = release(tmp_path, THREE, 11)
    assert settled(tmp_path, ONE, keep=3) == (one, again, True)
    assert names(tmp_path) == [one, again, two, three]
    assert settled(tmp_path, THREE, keep=3) == (again, three, True)
    assert names(tmp_path) == [again, two, three]
    assert settled(tmp_path, THREE, keep=1) == (three, three, False)
    assert names(tmp_path) == [again, two, three]
    assert settled(tmp_path, TWO, keep=1) == (three, two, True)
    assert names(tmp_path) == [two, three]
    assert settled(tmp_path, THREE, keep=1) == (two, three, True)
    assert names(tmp_path) == [two, three]


def test_as_many_commits_are_kept_as_are_asked_for(tmp_path: Path) -> None:
    commits = [str(n) * 40 for n in range(6)]
    kept = [release(tmp_path, commit, 10 + n) for n, commit in enumerate(commits)]
    assert settled(tmp_path, commits[5], keep=2)[1] == kept[5]
    assert names(tmp_path) == kept[4:]


def test_what_broken_publications_left_is_tidied_up(tmp_path: Path) -> None:
    one = release(tmp_path, ONE, 9)
    (tmp_path / ".gone-x").mkdir()
    assert settled(tmp_path, ONE)[1] == one
    assert names(tmp_path) == [one]


# Until when a release is what a build would give.
UNTIL = datetime(2022, 2, 11, tzinfo=UTC)
VERSIONS = {"python": "3"}


@pytest.mark.parametrize(
    ("now", "versions", "configuration", "holds"),
    [
        (datetime(2022, 2, 10, 23, 59, 59, tzinfo=UTC), VERSIONS, "c", True),
        (datetime(2022, 2, 10, 15, tzinfo=UTC), VERSIONS, "c", True),
        (datetime(2022, 2, 10, 14, 59, 59, tzinfo=UTC), VERSIONS, "c", False),
        (UNTIL, VERSIONS, "c", False),
        (datetime(2022, 2, 12, tzinfo=UTC), VERSIONS, "c", False),
        (datetime(2022, 2, 10, 16, tzinfo=UTC), {"python": "4"}, "c", False),
        (datetime(2022, 2, 10, 16, tzinfo=UTC), VERSIONS, "d", False),
    ],
)
def test_a_release_is_fresh_for_a_while(
    tmp_path: Path, now: datetime, versions: dict[str, str], configuration: str, holds: bool
) -> None:
    write_freshness(tmp_path, Freshness.of(MANIFEST, UNTIL))
    kept = read_freshness(tmp_path)
    assert kept
    assert kept.holds(now, versions, configuration) is holds


def test_its_account_is_documented_json(tmp_path: Path) -> None:
    write_freshness(tmp_path, Freshness.of(MANIFEST, UNTIL))
    text = (tmp_path / "fresh.json").read_text()
    told = json.loads(text)
    assert (told["until"], told["versions"]) == ("2022-02-11T00:00:00Z", VERSIONS)
    assert told["configuration"] == "c"
    assert text == (
        '{\n "configuration": "c",\n "since": "2022-02-10T15:00:00Z",\n "until": "2022-02-11T00:00:00Z",\n'
        ' "versions": {\n  "python": "3"\n }\n}\n'
    )


# From when until when a release is said to be fresh, and whether that can be.
SPANS: list[tuple[str, str, bool]] = [
    ("2022-02-10T15:00:00Z", "2022-02-11T00:00:00Z", True),
    ("2022-02-10T15:00:00Z", "2022-02-10T15:00:00Z", True),  # an embargo that ended meanwhile
    ("2022-02-10T15:00:00Z", "2022-02-10T14:59:59Z", False),
    ("2022-02-10T15:00:00Z", "2022-02-11T17:00:00Z", True),  # 26 hours
    ("2022-02-10T15:00:00Z", "2022-02-11T17:00:01Z", False),
    ("2022-02-10T15:00:00Z", "2222-02-11T00:00:00Z", False),
    ("2022-02-10T15:00:00", "2022-02-11T00:00:00", False),  # of no time zone
    ("2022-02-10T15:00:00Z", "2022-02-11T00:00:00", False),
    ("soon", "2022-02-11T00:00:00Z", False),
    ("2022-02-10T15:00:00Z", "soon", False),
]


@pytest.mark.parametrize(("since", "until", "is_read"), SPANS)
def test_a_release_is_fresh_for_a_day_at_most(tmp_path: Path, since: str, until: str, is_read: bool) -> None:
    freshness = Freshness(since, until, VERSIONS, "c")
    write_freshness(tmp_path, freshness)
    assert read_freshness(tmp_path) == (freshness if is_read else None)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "{",
        "[]",
        "{}",
        '{"until": "soon", "versions": {}, "configuration": "c"}',
        '{"until": "2022-02-11T00:00:00", "versions": {}, "configuration": "c"}',
    ],
)
def test_what_cannot_be_read_is_not_fresh(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "fresh.json").write_text(text)
    assert read_freshness(tmp_path) is None
