"""The story of a meeting as docs/writing.md tells it, with its own commands, from an empty folder."""

import re
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path

from click.testing import CliRunner

from bcbsite.cli.main import main
from bcbsite.model.actions import ActionStatus
from bcbsite.model.document import Status
from bcbsite.pipeline import load
from conftest import NOW, REPOSITORY, write

GUIDE = (REPOSITORY / "docs" / "writing.md").read_text("utf-8")
STORY = GUIDE[GUIDE.index("## One meeting") : GUIDE.index("## Keys and values")]
M, NEXT = "meetings/2022-03-10", "meetings/2022-04-14"

BEFORE = {
    "meetings/2022-02-10/minutes.md": """---
date: 2022-02-10
time: 15:00
status: draft
members:
  - Alex Morgan, Police and Crime Commissioner
  - Sam Okafor, Chief Constable
---

## 2. Budget

2.1 The Chief Constable reported on overtime.

Action: Chief Constable to bring a paper on overtime.
""",
    "actions.yaml": """actions:
  - id: 2022/1
    number: "1.0"
    raised: 2022-02-10#2.1
    action: Chief Constable to bring a paper on overtime.
    owners: [Chief Constable]
""",
}


def test_the_story_ends_with_approved_minutes_and_a_closed_action(tmp_path: Path) -> None:
    content = tmp_path / "content"

    def run(command: str) -> str:
        result = CliRunner().invoke(main, shlex.split(command)[1:], catch_exceptions=False)
        assert result.exit_code == 0, (command, result.output)
        return result.output

    def edit(name: str, *changes: tuple[str, str]) -> None:
        path = content / name
        text = path.read_text("utf-8")
        for old, new in changes:
            assert old in text, (name, old, text)
            text = text.replace(old, new)
        path.write_text(text, "utf-8")

    def agenda() -> None:
        edit(
            f"{M}/agenda.md",
            (
                "## 5. Any other business",
                "## 5. Overtime\n\nReport from: Chief Constable\n\n## 6. Any other business",
            ),
        )

    def minutes() -> None:
        text = (content / M / "minutes.md").read_text("utf-8")
        assert "5.1 The Chief Constable presented “Overtime in the third quarter”. …" in text
        assert "## 3. Minutes of the meeting held on 10 February 2022" in text
        edit(
            f"{M}/minutes.md",
            ("were … as", "were agreed as"),
            ("Update: …", "Update: The paper came to the Board. Complete."),
            ("quarter”. …", "quarter”. Overtime fell.\n\nAction: Chief Constable to report again in May."),
            (" …\n", " Nothing was raised.\n"),
        )

    def approved() -> None:
        assert "## 3. Minutes of the meeting held on 10 March 2022" in (
            content / NEXT / "minutes.md"
        ).read_text("utf-8")
        edit(f"{NEXT}/minutes.md", ("were … as", "were agreed as"))

    after: Mapping[str, Callable[[], None]] = {
        "bcbsite new agenda 2022-03-10": agenda,
        "bcbsite new minutes 2022-03-10": minutes,
        "bcbsite new minutes 2022-04-14": approved,
    }
    run('bcbsite new board --name "Business Co-ordination Board" --area Westshire')
    write(content, BEFORE)
    commands = re.findall(r"^    (bcbsite .+)$", STORY, re.MULTILINE)
    assert len(commands) == 11
    for command in commands:
        if not command.startswith("bcbsite serve"):  # it runs until it is interrupted; test_serve.py tries it
            run(command)
            after.get(command, lambda: None)()
    loaded = load(content, NOW, drafts=True)
    assert loaded.public
    assert {d.code for d in loaded.diagnostics} <= {"BCB302"}
    first, second = loaded.public.actions
    assert (first.status, second.action.number) == (ActionStatus.COMPLETE, "2.0")
    minutes_of = {id_: m.minutes for id_, m in loaded.public.meetings.items()}
    march = minutes_of["2022-03-10"]
    assert march
    assert march.status is Status.APPROVED
