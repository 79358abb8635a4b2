"""A few rounds of the long trials; `make publish-trial` runs many."""

from collections.abc import Callable
from pathlib import Path

import pytest

from publish_trial import clocks, kills, many_archives, slow_clients


@pytest.mark.nginx
def test_killed_at_random_moments_every_answer_is_of_one_whole_release(
    tmp_path: Path, tell: Callable[[str], None]
) -> None:
    counted = kills(tmp_path, 8, seed=20)
    tell(f"8 publications killed: {dict(counted)}")
    assert counted["accepted"] + counted["not accepted"] == 8
    assert counted["answers"] > 40


def test_generated_archives_keep_their_secrets(tmp_path: Path, tell: Callable[[str], None]) -> None:
    counted = many_archives(tmp_path, 15)
    tell(f"generated archives: {dict(counted)}")
    assert counted["archives"] == 15
    assert min(counted["secrets"], counted["public"]) > 45


def test_clocks_that_go_back_and_forth_let_nothing_out(tmp_path: Path, tell: Callable[[str], None]) -> None:
    counted = clocks(tmp_path, 12, seed=4)
    tell(f"clocks and rollbacks: {dict(counted)}")
    assert min(counted["clock ahead"], counted["looked through"], counted["hidden"], counted["pushed"]) > 0
    assert min(counted["rolled back"], counted["rollback refused"]) > 0


def test_while_clients_stop_in_the_middle_others_publish(tmp_path: Path, tell: Callable[[str], None]) -> None:
    counted = slow_clients(tmp_path, 2, seed=3)
    tell(f"slow clients: {dict(counted)}")
    assert (
        counted["never reads"] + counted["stops sending"] + counted["is killed"] + counted["goes away"] == 2
    )
