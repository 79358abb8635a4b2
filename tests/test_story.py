"""The story of a meeting as docs/meeting.md tells it, and docs/undo.md after it, with their own commands.

From an empty folder, with real pushes to a server.
"""

import re
import shlex
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner

from bcbsite.cli.main import main
from bcbsite.model.actions import ActionStatus
from bcbsite.model.document import Status
from bcbsite.pipeline import load
from conftest import NOW, REPOSITORY, write
from publishing import Server, git, new_server

STORY = (REPOSITORY / "docs" / "meeting.md").read_text("utf-8")
UNDO = (REPOSITORY / "docs" / "undo.md").read_text("utf-8")
M, NEXT, LATER = "meetings/2022-03-10", "meetings/2022-04-14", "meetings/2022-05-12"
HAS_PACK = find_spec("weasyprint") is not None
OF_DOCS = "board@board.example.org:/srv/board/records.git"

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


def section(document: str, title: str) -> str:
    """The text below the heading *title*, up to the next of its level."""
    return re.split(r"^## ", document.split(f"\n## {title}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]


def block(text: str) -> str:
    """The first block of *text* that is no command."""
    found = re.findall(r"(?:^    (?!bcbsite |git ).*\n)+", text, re.MULTILINE)
    return str(re.sub(r"^    ", "", found[0], flags=re.MULTILINE))


def commands(text: str) -> list[str]:
    return re.findall(r"^    ((?:bcbsite|git) .+)$", text, re.MULTILINE)


def steps(text: str) -> Iterator[str]:
    """The commands of *text* in their order; `publish` where it leads to the section about that."""
    for found in re.finditer(r"^    ((?:bcbsite|git) .+)$|(\]\(#to-publish\))", text, re.MULTILINE):
        yield found[1] or "publish"


class Officer:
    """Who does what the documents say, in a folder that was empty."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.folder, self.server = folder, server

    def run(self, command: str) -> str:
        program, *arguments = shlex.split(command)
        if program == "git":
            arguments = [str(self.server.repository) if a == OF_DOCS else a for a in arguments]
            done = git(self.folder, *arguments, check=False)
            assert done.returncode == 0, (command, done.stderr)
            return done.stdout + done.stderr
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert result.exit_code == 0, (command, result.output)
        return result.output

    def edit(self, name: str, *changes: tuple[str, str]) -> None:
        path = self.folder / "content" / name
        text = path.read_text("utf-8")
        for old, new in changes:
            assert old in text, (name, old, text)
            text = text.replace(old, new)
        path.write_text(text, "utf-8")

    def publish(self, first: bool = False) -> str:
        *before, push = commands(section(STORY, "To publish"))
        return "".join(map(self.run, [*before, "git push -u board main" if first else push]))

    def online(self, address: str) -> str:
        return self.server.page(address)


@pytest.fixture
def officer(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Officer:
    folder = tmp_path_factory.mktemp("server")
    return Officer(tmp_path, new_server(folder, previews=folder / "previews"))


def edits_of(officer: Officer) -> Mapping[str, Callable[[], None]]:
    """What the officer writes after each command, as the document asks."""
    edit, content = officer.edit, officer.folder / "content"

    def begun() -> None:
        write(content, BEFORE)

    def agenda() -> None:
        titles = ((5, "Overtime"), (6, "Kennels"))
        items = "".join(f"## {n}. {title}\n\nReport from: Chief Constable\n\n" for n, title in titles)
        edit(f"{M}/agenda.md", ("## 5. Any other business", f"{items}## 7. Any other business"))

    def for_the_public() -> None:
        edit(f"{M}/agenda.md", ("status: draft\n", ""))
        for name in ("05-overtime-in-the-third-quarter", "06-kennels"):
            edit(f"{M}/papers/{name}.md", ("status: draft\n", ""), ("…", "Words."))

    def minutes() -> None:
        text = (content / M / "minutes.md").read_text("utf-8")
        assert "5.1 The Chief Constable presented “Overtime in the third quarter”. …" in text
        assert "## 3. Minutes of the meeting held on 10 February 2022" in text
        assert "time:" not in text
        edit(
            f"{M}/minutes.md",
            ("were … as", "were agreed as"),
            ("Update: …", "Update: The paper came to the Board. Complete."),
            ("quarter”. …", "quarter”. Overtime fell.\n\nAction: Chief Constable to report again in May."),
            (" …\n", " Nothing was raised.\n"),
        )

    def approved() -> None:
        text = (content / NEXT / "minutes.md").read_text("utf-8")
        assert "## 3. Minutes of the meeting held on 10 March 2022" in text
        edit(f"{NEXT}/minutes.md", ("were … as", "were agreed as"))

    return {
        commands(section(STORY, "To begin"))[0]: begun,
        'bcbsite new paper 2022-03-10 6 "Kennels"': agenda,
        "git push board HEAD:preview/chair": for_the_public,
        "bcbsite new minutes 2022-03-10": minutes,
        "bcbsite new minutes 2022-04-14": approved,
    }


def is_run(step: str) -> bool:
    """Whether a command is one that ends, and is installed."""
    return not step.startswith("bcbsite serve") and (not step.startswith("bcbsite pack") or HAS_PACK)


def test_the_documents_lead_through_a_meeting_and_back(officer: Officer) -> None:
    after = edits_of(officer)
    for title in re.findall(r"^## (.+)$", STORY.split("## A slip is found")[0], re.MULTILINE):
        if title == "To publish":
            officer.publish(first=True)
            continue
        for step in steps(section(STORY, title)):
            if step == "publish":
                if title in {"Before the meeting", "At the next meeting"}:  # each push costs seconds
                    officer.publish()
            elif is_run(step):
                officer.run(step)
                after.get(step, lambda: None)()
    has_come_to_approved_minutes(officer)
    corrected_and_cancelled(officer)
    undone(officer)


def has_come_to_approved_minutes(officer: Officer) -> None:
    assert "agreed as" in officer.online(f"{M}/minutes")
    assert [*(officer.server.folder / "previews").glob("[0-9a-f]*")]
    loaded = load(officer.folder / "content", NOW, drafts=True)
    assert loaded.public
    assert {d.code for d in loaded.diagnostics} <= {"BCB302", "BCB319"}
    first, second = loaded.public.actions
    assert (first.status, second.action.number) == (ActionStatus.COMPLETE, "2.0")
    march = loaded.public.meetings["2022-03-10"].minutes
    assert march
    assert march.status is Status.APPROVED


def corrected_and_cancelled(officer: Officer) -> None:
    officer.edit(f"{M}/minutes.md", ("Overtime fell", "Overtime rose"))
    *lines, push = commands(section(STORY, "To publish"))
    for line in lines:
        officer.run(line)
    assert "error[BCB602]" in git(officer.folder, *shlex.split(push)[1:], check=False).stderr
    slip = block(section(STORY, "A slip is found"))
    officer.edit(f"{M}/minutes.md", ("status: approved\n", f"status: approved\n{slip}"))
    arranged = officer.folder / "content" / LATER / "meeting.yaml"
    arranged.write_text(block(section(STORY, "A meeting is cancelled")), "utf-8")
    (officer.folder / "content/pages/news.md").write_text("# News\n\nWren.\n", "utf-8")
    officer.publish()
    assert "fell" in officer.online(f"{M}/minutes")
    assert "Too few members could come." in officer.online(LATER)


def undone(officer: Officer) -> None:
    """What docs/undo.md says, in its order."""
    content, run = officer.folder / "content", officer.run
    officer.run("bcbsite new agenda 2022-05-12")
    for command in commands(section(UNDO, "A file that was made by mistake")):
        run(command)
    assert not (content / LATER / "agenda.md").exists()
    officer.edit(f"{M}/minutes.md", ("rose", "stood"))
    for command in commands(section(UNDO, "A change that was not committed")):
        run(command)
    assert "stood" not in (content / M / "minutes.md").read_text("utf-8")

    (content / "pages/news.md").write_text("# News\n\nHeron.\n", "utf-8")
    run("git add --all")
    run("git commit --message News")
    for command in commands(section(UNDO, "A commit that was not pushed")):
        run(command)
    assert "Heron" in (content / "pages/news.md").read_text("utf-8")
    officer.publish()
    assert "Heron" in officer.online("news")
    for command in commands(section(UNDO, "A change that was pushed")):
        run(command)
    assert "Wren" in officer.online("news")

    kennels = "papers/06-kennels"
    taken = section(UNDO, "Something that must not be online")
    paper = content / M / f"{kennels}.md"
    paper.write_text(paper.read_text("utf-8").replace("---\n", "---\nstatus: draft\n", 1), "utf-8")
    (content / "redirects.yaml").write_text(block(taken), "utf-8")
    for command in commands(taken):
        run(command)
    assert "since a table named officers" in officer.online(f"{M}/{kennels}")
    officer.edit(f"{M}/{kennels}.md", ("status: draft\n", ""))
    (content / "redirects.yaml").unlink()
    for command in commands(section(UNDO, "Something that may be online again")):
        run(command)
    assert "Kennels" in officer.online(f"{M}/{kennels}")
