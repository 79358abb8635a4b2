"""Random edits of a content folder, of the kinds that people make, for tests of what is kept between builds."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from bcbsite.diagnostics import Diagnostic
from bcbsite.exports.files import export_files
from bcbsite.host.resources import THEME
from bcbsite.pages.render import Renderer
from bcbsite.pipeline import Loaded
from bcbsite.search.files import search_files

WORDS = [
    "The Board noted the report.",
    "The Board approved the repairs of the boats at a cost of £12,000.",
    "Action: the Chief Constable to sell the vans.",
    "**Update:** Complete.",
    "Action 7.0 was discussed, and Al Ash left at item 2.",
    "The minutes of 10 February 2022 were approved as a correct record.",
    "See the minutes of the meeting held on 26 May 2022, item 2.3.",
    "Write to me@example.org … or to 01622 690690.",
    "OFFICIAL-SENSITIVE",
    "## 9. Any other business",
    "### 2.4 Dog handlers",
    "2.5 The budget and the plans.",
    "- **Chair:** [the clerk](person:al-ash)",
    "| Action | Owner |\n|---|---|\n| 8.1 Buy boats | Bo Bee |",
    "[^1] and [^2]\n\n[^1]: A note.",
]
KEYS = [
    "status: draft",
    "status: approved",
    "publish_at: 2022-05-01 12:00",
    "publish_at: 2027-01-01",
    "publish: withheld\nreason: It would do harm.",
    "classification: SECRET",
    "attachments: [map.txt]",
    "approved_at: 2022-05-26",
    "numbers: ['9']",
    "waive: [{rule: run-on, why: so}]",
    "nonsense: yes",
]
OF_BOARD = [
    "drafts: yes",
    "drafts: no",
    "aliases: [The Forum]",
    "markdown: yes",
    "item_notes: [oral]",
    "abbr: x",
]
PLACES = [
    "meetings/2022-07-07/minutes.md",
    "meetings/2022-07-07/agenda.md",
    "meetings/2022-02-10/papers/new-paper.md",
    "meetings/2022-02-31/minutes.md",
    "pages/about.md",
    "decisions/new.md",
    "meetings/2022-05-26/papers/map.txt",
    "meetings/2022-02-10/papers/Stray file.md",
    "redirects.yaml",
]


class Edits:
    """Changes a folder at random, always the same way for one *seed*."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._chance = random.Random(seed)
        self._kinds: list[Callable[[], str]] = [
            *[self._word] * 4,
            *[self._line] * 6,
            *[self._without_line] * 3,
            *[self._key] * 4,
            self._board,
            self._people,
            self._new,
            self._copy,
            self._gone,
            self._renamed,
            self._folder_renamed,
            self._attachment,
            self._saved_again,
        ]

    def make(self) -> str:
        """Make one, and say which."""
        return self._chance.choice(self._kinds)()

    def _files(self, ends: str = ".md") -> list[Path]:
        return sorted(path for path in self._folder.rglob(f"*{ends}") if path.is_file())

    def _change(self, path: Path, change: Callable[[list[str]], None]) -> str:
        lines = path.read_text("utf-8").split("\n")
        change(lines)
        path.write_text("\n".join(lines), "utf-8")
        return f"{path.relative_to(self._folder)} changed"

    def _any(self) -> Path:
        return self._chance.choice([*self._files(), *self._files("actions.yaml")])

    def _word(self) -> str:
        path, chance = self._any(), self._chance
        words = path.read_text("utf-8").split(" ")
        at = chance.randrange(len(words))
        words[at] = chance.choice(["boats", "Bo Bee", "2.3", "£5,000k", "agreed", words[-1], words[at][::-1]])
        path.write_text(" ".join(words), "utf-8")
        return f"a word of {path.relative_to(self._folder)}"

    def _line(self) -> str:
        def change(lines: list[str]) -> None:
            at = self._chance.randrange(len(lines) // 2, len(lines) + 1)
            lines[at:at] = ["", self._chance.choice(WORDS), ""]

        return self._change(self._chance.choice(self._files()), change)

    def _without_line(self) -> str:
        return self._change(self._any(), lambda lines: lines.pop(self._chance.randrange(len(lines))) and None)

    def _key(self) -> str:
        return self._change(
            self._chance.choice(self._files()), lambda lines: lines.insert(1, self._chance.choice(KEYS))
        )

    def _board(self) -> str:
        at = self._folder / "board.yaml"
        return self._change(at, lambda lines: lines.append(self._chance.choice(OF_BOARD)))

    def _people(self) -> str:
        def change(lines: list[str]) -> None:
            lines.insert(2, f"  - {{id: no-{self._chance.random()}, name: Di Dee}}")

        return self._change(self._folder / "people.yaml", change)

    def _new(self) -> str:
        path = self._folder / self._chance.choice(PLACES)
        path.parent.mkdir(parents=True, exist_ok=True)
        day = path.parts[-2] if "meetings" in path.parts else "2022-01-01"
        front = f"---\ndate: {day}\ntitle: A title\nreference: R-1\n---\n\n## 1. Items\n\n"
        path.write_text(front + self._chance.choice(WORDS) + "\n", "utf-8")
        return f"{path.relative_to(self._folder)} written"

    def _copy(self) -> str:
        one, other = self._chance.choice(self._files()), self._chance.choice(self._files())
        other.write_bytes(one.read_bytes())
        return f"{one.relative_to(self._folder)} copied to {other.relative_to(self._folder)}"

    def _gone(self) -> str:
        path = self._chance.choice(self._files())
        path.unlink()
        return f"{path.relative_to(self._folder)} removed"

    def _renamed(self) -> str:
        path = self._chance.choice(self._files())
        path.rename(path.with_name(f"{path.stem}-{self._chance.randrange(9)}.md"))
        return f"{path.relative_to(self._folder)} renamed"

    def _folder_renamed(self) -> str:
        folder = self._chance.choice(sorted((self._folder / "meetings").iterdir()))
        new = folder.with_name(f"20{self._chance.randrange(20, 28)}-0{self._chance.randrange(1, 9)}-10")
        if not new.exists():
            folder.rename(new)
        return f"{folder.name} renamed to {new.name}"

    def _attachment(self) -> str:
        folder = self._chance.choice(self._files()).parent
        (folder / "map.txt").write_bytes(
            self._chance.choice([b"A map.\n", b"", b"<<<<<<< x\n=======\n>>>>>>> y\n"])
        )
        return f"{(folder / 'map.txt').relative_to(self._folder)} written"

    def _saved_again(self) -> str:
        path = self._any()
        path.write_bytes(path.read_bytes())
        return f"{path.relative_to(self._folder)} saved as it was"


def copy_of(folder: Path, to: Path) -> Path:
    """A fresh copy of *folder* at *to*."""
    shutil.rmtree(to, ignore_errors=True)
    return Path(shutil.copytree(folder, to))


def everything_of(loaded: Loaded) -> tuple[list[Diagnostic], dict[str, bytes]]:
    """All that is told and shown of *loaded*: what pages show, the search index and the exports."""
    if loaded.pages is None:
        return loaded.diagnostics, {}
    archive, files = loaded.pages.archive, dict[str, bytes]()
    renderer = Renderer(archive, [THEME], "https://example.org/")
    for page in loaded.pages.all:
        shown, tables = renderer.render_with_tables(page)
        files[page.file] = (renderer.head(page) + renderer.contents(page) + shown + repr(tables)).encode()
    files |= dict(search_files(archive)) | dict(export_files(archive, "https://example.org/"))
    return loaded.diagnostics, files
