"""Long trials of publishing: publications killed at random moments, slow clients, archives with planted secrets,
and clocks that go back and forth while records are taken back, brought back and gone back to.

    python tests/publish_trial.py [--kills 200] [--slow 100] [--archives 1000] [--clocks 300] [--seed N]

prints what was counted, and stops at the first thing that is wrong. The tests run a few of each.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import cycle
from pathlib import Path

from bcbsite import kept_on_disk
from bcbsite.publish.git import Repository
from bcbsite.publish.make import Order, make_here
from bcbsite.publish.rollback import roll_back
from bcbsite.publish.settings import PublishError, Settings
from bcbsite.publish.verify import verify
from bcbsite.read.dates import LONDON
from conftest import NOW, write
from leaks import every_byte, where
from nginx_server import NginxServer, running
from publishing import FIRST, GIT, MEETING, Clone, Server, SlowClient, git, new_server
from records import LATER, action, agenda, attached, decision, inspection, minutes, paper

ADDRESSES = ("", "meetings/2022-02-10/minutes/", "meetings/", "search/index.bin", "decisions/")


@dataclass
class Reader:
    """Somebody who asks for pages all the time, over HTTP."""

    site: NginxServer
    seen: list[tuple[str, int, str]] = field(default_factory=list)
    """Of each answer the address, the status, and the hash of what came."""
    stopped: threading.Event = field(default_factory=threading.Event)

    def read(self) -> None:
        """Ask until it is stopped."""
        for address in cycle(ADDRESSES):
            if self.stopped.wait(0.005):
                return
            try:
                answer = self.site.get(f"/{address}")
                self.seen.append((address, answer.status, sha256(answer.body).hexdigest()))
            except OSError as error:
                self.seen.append((address, 0, str(error)))


@contextmanager
def readers(server: Server) -> Iterator[Reader]:
    """Two readers of the live site, which nginx serves."""
    folder = server.releases.folder.parent / "nginx"
    folder.mkdir()
    with running(folder, server.releases.folder) as site:
        reader = Reader(site)
        threads = [threading.Thread(target=reader.read, daemon=True) for _ in range(2)]
        for thread in threads:
            thread.start()
        yield reader
        reader.stopped.set()
        for thread in threads:
            thread.join()


def kills(folder: Path, rounds: int, seed: int) -> Counter[str]:
    """Kill *rounds* publications, each a little later than the one before, at a random moment of its share of the
    time that one takes; every other time all processes, else one of them.

    After each, every answer that readers had is from the release before or from the one after, whole; the
    branch is at the old or the new commit; and a refresh ends what was begun.
    """
    chance, server = random.Random(seed), new_server(folder, keep=3)
    clone, counted = server.clone(), Counter[str]()
    clone.publish(FIRST)
    start = time.monotonic()
    clone.publish(change(0))
    usual = time.monotonic() - start
    with readers(server) as reader:
        for number in range(1, rounds + 1):
            old, known = server.head, outputs(server)
            new = clone.commit(change(number))
            start = time.monotonic()
            share = (number - chance.random()) / rounds
            how = publish_and_kill(clone, share * usual * 1.1, everything=number % 2 == 0)
            counted[how] += 1
            if how == "ended before":
                usual = time.monotonic() - start
            head, at_once = server.head, server.live.manifest.commit
            assert head in (old, new), "the branch is at another commit"
            assert at_once in (old, head), "what is live is not on the branch"
            counted["accepted" if head == new else "not accepted"] += 1
            counted["healed by a refresh"] += at_once != head
            forget_stale_locks(server)
            known |= outputs(server)
            server.refresh()
            assert server.live.manifest.commit == head, "the refresh has not published the branch’s commit"
            assert verify(server.settings, None, rebuild=False) == []
            counted |= Counter(answers=counted["answers"] + check(reader, known | outputs(server)))
            if number % 20 == 0:
                print(f"{number} of {rounds}: {dict(counted)}", flush=True)
    forget_stale_locks(server)
    server.refresh()
    assert server.leftovers() == [], server.leftovers()
    assert "accepted" in counted
    assert "not accepted" in counted
    return counted


def change(number: int) -> dict[str, str]:
    """Something that changes every page."""
    return {
        "content/board.yaml": f"name: Board {number}\narea: Kent\n",
        f"{MEETING}/minutes.md": f"---\ndate: 2022-02-10\n---\n\n## 1. Welcome\n\n1.1 Report {number} was noted.\n",
    }


def outputs(server: Server) -> set[tuple[str, str]]:
    """What the live release answers: address and hash."""
    manifest = server.live.manifest
    files = {
        address: f"{address}index.html" if address[-1:] in ("", "/") else address for address in ADDRESSES
    }
    return {(address, manifest.outputs[file]) for address, file in files.items()}


def check(reader: Reader, known: set[tuple[str, str]]) -> int:
    """How many answers came since the last time; each is 200 and whole."""
    count = len(reader.seen)
    answers, reader.seen[:count] = reader.seen[:count], []
    for address, status, hash_ in answers:
        assert status == 200, (address, status, hash_)
        assert (address, hash_) in known, (address, "is of neither release")
    return count


def publish_and_kill(clone: Clone, after: float, everything: bool) -> str:
    """Push, and kill after some seconds; what was killed."""
    push = subprocess.Popen(
        ["git", "push", "origin", "main"],
        cwd=clone.folder,
        env=GIT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        push.wait(after)
    except subprocess.TimeoutExpired:
        alive = processes(push.pid)
    else:
        alive = []
    victims = alive if everything else random.Random(after).sample(alive, min(1, len(alive)))
    kill(victims)
    push.wait(timeout=300)
    end = time.monotonic() + 300
    while processes(push.pid):
        assert time.monotonic() < end, "a process of the push does not end"
        time.sleep(0.01)
    return "ended before" if not victims else "killed whole" if everything else "killed one process"


def kill(victims: Iterable[int]) -> None:
    """End processes at once."""
    for victim in victims:
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)


def processes(session: int) -> list[int]:
    """The processes of a session, all started by one push."""
    found = []
    for path in Path("/proc").iterdir():
        try:
            state, _, _, of = (path / "stat").read_text().rpartition(")")[2].split()[:4]
        except (OSError, ValueError):
            continue
        if path.name.isdigit() and int(of) == session and state != "Z":
            found.append(int(path.name))
    return found


def forget_stale_locks(server: Server) -> None:
    """Let hours pass for what a killed push left: git's own lock, and releases that nobody accepted."""
    for path in (*server.releases.folder.glob(".ready-*"), *server.repository.rglob("*.lock")):
        os.utime(path, (0, 0))
    server.refresh()


SLOW = ("never reads", "stops sending", "is killed", "goes away")
MISTAKES = {f"content/pages/wrong-{n}.md": "[x](section-55:nothing)\n" for n in range(40)}
"""More than a pipe takes."""
WAIT = 120
"""Seconds in which a push and a refresh end on a busy machine, where nobody is waited for."""


def slow_clients(folder: Path, rounds: int, seed: int) -> Counter[str]:
    """While *rounds* clients push and stop in the middle, somebody else's push and a refresh go through."""
    chance, server = random.Random(seed), new_server(folder, keep=3)
    clone, other, counted = server.clone(), server.clone("other"), Counter[str]()
    clone.publish(FIRST)
    for number in range(1, rounds + 1):
        how, wrong = SLOW[number % len(SLOW)], chance.random() < 0.5
        git(clone.folder, "fetch", "--quiet", "origin")
        git(clone.folder, "reset", "--quiet", "--hard", "origin/main")
        commit = clone.commit(MISTAKES if wrong else change(-number))
        with SlowClient(clone, server, reads=chance.random() < 0.5) as client:
            client.send(commit, chance.uniform(0.2, 0.9) if how == "stops sending" else 1)
            time.sleep(chance.uniform(0, 3))
            if how == "is killed":
                kill(processes(client.process.pid))
            elif how == "goes away":
                client.go()
            start = time.monotonic()
            other.publish_among_others(change(number))
            assert server.refresh(), "the refresh has found errors"
            took = time.monotonic() - start
            assert took < WAIT, f"others waited for {took:.0f} seconds"
            counted[how] += 1
            counted["slowest, in seconds"] = max(counted["slowest, in seconds"], round(took))
        assert verify(server.settings, None, rebuild=False) == []
        if number % 20 == 0:
            print(f"{number} of {rounds}: {dict(counted)}", flush=True)
    forget_stale_locks(server)
    assert server.live.manifest.commit == server.head
    assert server.leftovers() == [], server.leftovers()
    return counted


STATES = ("public", "ended", "draft", "embargoed")
FRONTS = {
    "public": "",
    "ended": "publish_at: 2026-11-01 11:59",
    "draft": "status: draft",
    "embargoed": f"publish_at: {LATER}",
}


class Archive:
    """A small archive of records in random states: “wren…” may be read by all, and “kestrel…” by nobody."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.files: dict[str, str | bytes] = {}
        self.public: list[str] = []
        self.secrets = 0
        drafts = chance.random() < 0.2
        self.files["board.yaml"] = f"name: The Board\narea: Kent\ndrafts: {'yes' if drafts else 'no'}\n"
        actions = [self.meeting(f"2022-02-{day}", drafts) for day in chance.sample(range(10, 28), 2)]
        self.files["actions.yaml"] = "actions:\n" + "".join(actions)
        for folder, make_one in (("section-55", inspection), ("decisions", decision)):
            front, word = self.record()
            self.files[f"{folder}/{word}.md"] = make_one(front, word)
        front, word = self.record()
        self.files[f"pages/{word}.md"] = f"---\n{front}\n---\n\n# {word}\n" if front else f"# {word}\n"
        self.files["stray.txt"] = self.word(shown=False)

    def record(self, drafts: bool = False, *more: str) -> tuple[str, str]:
        """The front matter of a record in some state, and the word for its fields."""
        state = self.chance.choice((*STATES, *more))
        shown = state in ("public", "ended") or (state == "draft" and drafts)
        return FRONTS.get(state, "publish: withheld\nreason: Sparrow"), self.word(shown)

    def word(self, shown: bool) -> str:
        letters = "".join(self.chance.choices("abcdefghij", k=8))
        if shown:
            self.public.append(f"wren{letters}")
        self.secrets += not shown
        return f"wren{letters}" if shown else f"kestrel{letters}"

    def meeting(self, day: str, drafts: bool) -> str:
        """The documents of a meeting; the action that it raised."""
        folder, there = f"meetings/{day}", self.chance.random() < 0.8
        shown = True
        if there:
            front, word = self.record(drafts)
            shown = word.startswith("wren")
            self.files[f"{folder}/minutes.md"] = minutes(f"date: {day}\n{front}", word)
        front, word = self.record()
        self.files[f"{folder}/agenda.md"] = agenda(f"date: {day}\n{front}", word)
        front, word = self.record(False, "withheld")
        title = f"Sparrow {day}" if "withheld" in front else None
        self.files[f"{folder}/papers/{word}.md"] = paper(front, word, title)
        self.files |= attached(f"{folder}/papers", word)
        state = self.chance.choice(STATES)
        word = self.word(shown and state in ("public", "ended"))
        return action(f"2022/{day[-2:]}", day, word, FRONTS[state])


def archives(folder: Path, seeds: range) -> Counter[str]:
    """Make a release of each archive: nothing secret is in any byte of it, and everything public is.

    Each is made with what is kept of the one before.
    """
    counted, before = Counter[str](), None
    kept_on_disk.LEAST = 1
    git(folder, "init", "--quiet", "work")
    settings = Settings(Repository(folder / "work/.git"), folder, 10, 100, None, None)
    for seed in seeds:
        archive = Archive(random.Random(seed))
        git(folder / "work", "rm", "-rq", "--ignore-unmatch", ".")
        write(folder / "work/content", archive.files)
        git(folder / "work", "add", "--all", "--force")
        git(folder / "work", "commit", "--quiet", "--message", str(seed))
        commit = git(folder / "work", "rev-parse", "HEAD").stdout.strip()
        with tempfile.TemporaryDirectory(dir=folder) as made:
            manifest, _ = make_here(Order(settings, commit, NOW, before), Path(made))
            assert manifest, seed
            before = replace(manifest, outputs={})  # no address of it need be there
            data = b"\n".join(piece for _, piece in every_byte(Path(made, "release"))).lower()
            assert b"kestrel" not in data, (seed, where(Path(made, "release"), "kestrel"))
            assert all(word.encode() in data for word in archive.public), seed
        counted += Counter(archives=1, secrets=archive.secrets, public=len(archive.public))
    return counted


def many_archives(folder: Path, number: int) -> Counter[str]:
    """The same of *number* archives, in as many processes as there are processors."""
    workers = min(os.cpu_count() or 1, number)
    shares = [range(first, number, workers) for first in range(workers)]
    folders = [folder / str(n) for n in range(workers)]
    for each in folders:
        each.mkdir(parents=True)
    with ProcessPoolExecutor(workers) as pool:
        return sum(pool.map(archives, folders, shares), Counter[str]())


LATEST = datetime(2026, 11, 1, 12, tzinfo=UTC)
"""When the trial of clocks begins."""
PAPERS = 5


@dataclass(frozen=True)
class State:
    """A record of the trial of clocks."""

    kind: str
    """`public`, `draft`, `withheld`, `deleted` or `embargoed`."""
    ends: datetime
    """When its embargo ends."""

    def is_public(self, now: datetime) -> bool:
        return self.kind == "public" or (self.kind == "embargoed" and self.ends <= now)

    def file(self, word: str, title: str) -> str | None:
        """What stands in its file."""
        front = {
            "draft": "status: draft\n",
            "withheld": "publish: withheld\nreason: Sparrow.\n",
            "embargoed": f"publish_at: {self.ends.astimezone(LONDON):%Y-%m-%d %H:%M}\n",
        }.get(self.kind, "")
        return None if self.kind == "deleted" else f"---\ntitle: {title}\n{front}---\n\n1.1 {word} spoke.\n"

    def line(self, address: str, clock: datetime) -> str:
        """What redirects.yaml says of it; *clock* is what the server believes. A withheld paper has a page."""
        said = self.kind in ("draft", "deleted") or (self.kind == "embargoed" and self.ends > clock)
        return f"{address}:\n  gone: Taken back.\n" if said else ""


class Clocks:
    """A server whose clock goes back and forth, and what of its records should be public."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.server = new_server(folder, keep=4)
        self.clone = self.server.clone()
        self.counted = Counter[str]()
        self.now = self.clock = LATEST
        self.states = [State("public", LATEST)] * PAPERS
        self.words = [f"kestrel{letter * 5}" for letter in "abcdefghij"[:PAPERS]]
        self.server.set_clock(self.clock)
        self.clone.publish({**FIRST, **self.files(self.states)})

    def files(self, states: Sequence[State]) -> dict[str, str | None]:
        named = [(f"Paper {word[-1]}", f"paper-{word[-1]}") for word in self.words]
        files: dict[str, str | None] = {
            f"{MEETING}/papers/{name}.md": state.file(word, title)
            for state, word, (title, name) in zip(states, self.words, named, strict=True)
        }
        lines = (
            state.line(f"meetings/2022-02-10/papers/{name}/", self.clock)
            for state, (_, name) in zip(states, named, strict=True)
        )
        return files | {"content/redirects.yaml": "".join(lines) or "# none\n"}

    def set_clock(self, clock: datetime) -> None:
        self.clock = clock
        self.server.set_clock(clock)

    def go_wrong(self) -> None:
        """The clock of the server is ahead, or behind, by hours or years."""
        days = self.chance.choice((0.1, 1, 30, 400, 4000)) * self.chance.choice((-1, 1))
        self.set_clock(self.now + timedelta(days=days))
        self.counted["clock ahead" if days > 0 else "clock behind"] += 1

    def push(self) -> None:
        """Change one record or two, and push; by a clock that is wrong, that can be refused."""
        states, kinds = (
            list(self.states),
            ("public", "draft", "withheld", "deleted", "embargoed", "embargoed"),
        )
        for _ in range(self.chance.choice((1, 2))):
            ends = self.now + timedelta(hours=self.chance.choice((-9000, -30, 2, 30, 900, 9000)))
            states[self.chance.randrange(PAPERS)] = State(self.chance.choice(kinds), ends.replace(minute=0))
        old = git(self.clone.folder, "rev-parse", "HEAD").stdout.strip()
        self.write(states)
        pushed = self.clone.push()
        self.counted["pushed" if pushed.accepted else "refused"] += 1
        if pushed.accepted:
            self.states = states
        else:
            assert "The site stays as it was." in pushed.said, pushed.said
            assert self.clock != self.now, f"by the right clock every message leads through: {pushed.said}"
            git(self.clone.folder, "reset", "--quiet", "--hard", old)

    def write(self, states: Sequence[State]) -> None:
        files = self.files(states)
        there = {name for name in files if (self.clone.folder / name).exists()}
        self.clone.commit({name: text for name, text in files.items() if text is not None or name in there})

    def refresh(self) -> None:
        """What the timer does by the clock of the server."""
        done = self.server.refresh(self.clock)
        self.counted["refreshed" if done else "refresh refused"] += 1

    def go_back(self) -> None:
        """Go back to any release; what it shows is public by that clock, or it was told and refused."""
        release = self.chance.choice(self.server.releases.all())
        shown = self.online(release.site)
        public = {w for w, s in zip(self.words, self.states, strict=True) if s.is_public(self.clock)}
        with suppress(PublishError):
            roll_back(self.server.settings, release.name, self.clock)
            self.counted["rolled back"] += 1
            assert shown <= public, (shown - public, "is online by a rollback")
            return
        self.counted["rollback refused"] += 1

    def right(self) -> None:
        """The clock is right, and a refresh has run: what is public is online, and not a byte of the rest."""
        self.now += timedelta(hours=self.chance.choice((1, 20, 200)))
        self.set_clock(self.now)
        if self.server.releases.held():
            self.push()  # ends it
        assert self.server.refresh(self.now), "the refresh was refused"
        said, well = self.server.status(self.now)
        assert well, said
        public = {w for w, s in zip(self.words, self.states, strict=True) if s.is_public(self.now)}
        assert (shown := self.online(self.server.live.site)) == public, (shown, public, self.states)
        assert verify(self.server.settings, None, rebuild=False) == []
        self.counted["looked through"] += 1
        self.counted["hidden"] += PAPERS - len(public)

    def online(self, site: Path) -> set[str]:
        data = b"\n".join(piece for _, piece in every_byte(site)).lower()
        return {word for word in self.words if word.encode() in data}


def clocks(folder: Path, rounds: int, seed: int) -> Counter[str]:
    """Do *rounds* random things to a server; time and again its clock is set right, and all is looked through."""
    trial = Clocks(folder, seed)
    things = (trial.go_wrong, trial.push, trial.push, trial.refresh, trial.go_back, trial.right)
    for number in range(1, rounds + 1):
        trial.chance.choice(things)()
        if number % 50 == 0:
            print(f"{number} of {rounds}: {dict(trial.counted)}", flush=True)
    trial.right()
    return trial.counted


def main() -> None:
    """Run the trials that the command line asks for."""
    parser = argparse.ArgumentParser(description="Long trials of publishing.")
    parser.add_argument("--kills", type=int, default=200, help="publications to kill (default: 200)")
    parser.add_argument("--slow", type=int, default=100, help="clients that stop (default: 100)")
    parser.add_argument("--archives", type=int, default=1000, help="archives to make (default: 1000)")
    parser.add_argument("--clocks", type=int, default=300, help="things to do to a clock (default: 300)")
    parser.add_argument("--seed", type=int, default=1, help="for the moments of the kills (default: 1)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.archives:
            print(
                "archives with secrets:",
                dict(many_archives(Path(folder, "archives"), given.archives)),
                flush=True,
            )
        if given.clocks:
            print(
                "clocks and rollbacks:",
                dict(clocks(Path(folder, "clocks"), given.clocks, given.seed)),
                flush=True,
            )
        if given.kills:
            print(
                "publications killed:",
                dict(kills(Path(folder, "kills"), given.kills, given.seed)),
                flush=True,
            )
        if given.slow:
            print(
                "slow clients:", dict(slow_clients(Path(folder, "slow"), given.slow, given.seed)), flush=True
            )


if __name__ == "__main__":
    sys.exit(main())
