"""Work that two processes share."""

import pickle
import shutil
import subprocess
import sys
from pathlib import Path

from bcbsite.codes import Severity
from bcbsite.diagnostics import in_order
from conftest import REPOSITORY

IN_TWO_PROCESSES = """
import pickle, sys
from pathlib import Path
from bcbsite.read import content
content.MANY = int(sys.argv[2])
sys.stdout.buffer.write(pickle.dumps(content.read_content(Path(sys.argv[1]))))
"""


def test_two_processes_read_what_one_reads(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(REPOSITORY / "content", folder)
    for name in ("2019-09-18/agenda.md", "2020-09-29/minutes.md"):  # one for each process
        path = folder / "meetings" / name
        path.write_text(path.read_text("utf-8").replace("date: 20", "date: 2020-02-30 of 20"), "utf-8")
    one, two = (
        pickle.loads(
            subprocess.run(
                [sys.executable, "-c", IN_TWO_PROCESSES, str(folder), str(many)],
                capture_output=True,
                check=True,
            ).stdout
        )
        for many in (10**9, 1)
    )
    assert one[0] == two[0]
    assert in_order(one[1]) == in_order(two[1])
    assert len([d for d in one[1] if d.rule.severity is Severity.ERROR]) == 2


def test_a_second_process_that_fails_is_noticed() -> None:
    script = (
        "from bcbsite.forks import beside\n"
        "with beside(lambda: 1 / 0) as result:\n"
        "    try: result()\n"
        "    except RuntimeError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "A second process has failed.\n"
    assert "ZeroDivisionError" in done.stderr


def test_a_process_of_a_pool_has_none_of_its_own() -> None:
    script = (
        "import multiprocessing\n"
        "from bcbsite.forks import can_fork\n"
        "with multiprocessing.get_context('fork').Pool(1) as pool: print(pool.apply(can_fork))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
