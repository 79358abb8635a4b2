"""The hook that checks a push and makes its release, before anything is accepted: `git help githooks`."""

import sys
from collections.abc import Sequence

from bcbsite.diagnostics import Diagnostic, summary
from bcbsite.publish.git import MAIN, Repository
from bcbsite.publish.hooks import UNCHANGED, Update, now, run, say
from bcbsite.publish.make import Order, make
from bcbsite.publish.releases import Releases
from bcbsite.publish.settings import PublishError, Settings
from bcbsite.publish.tree import content_folder
from bcbsite.publish.words import told


def pre_receive(settings: Settings, asked: list[Update]) -> int:
    """Refuse *asked*, or have its release ready; the exit status."""
    update = _only(asked)
    repository, releases = settings.repository, Releases(settings.releases)
    _may_follow(repository, update)
    say("Checking what you pushed …")
    with releases.building(lambda: say("Another publication is going on. Waiting for it …")) as folder:
        if repository.head() != (None if update.first else update.old):
            raise PublishError("Somebody else has pushed meanwhile. Run “git pull”, then push again.")
        current = releases.current()
        order = Order(settings, update.new, now(), current.manifest if current else None)
        found: list[Diagnostic] = []

        def tell(problems: Sequence[Diagnostic]) -> None:
            found.extend(problems)
            for line in told(problems, _changed(repository, update)):
                say(line)

        manifest = make(order, folder, tell)
        if manifest is None:
            say(f"Refused: {summary(found)}. {UNCHANGED} Mend what is named above, commit, and push again.")
            return 1
        releases.offer(folder / "release", manifest)
    return 0


def _only(asked: list[Update]) -> Update:
    """The one change of the one branch that a push may bring."""
    for update in asked:
        if update.ref != MAIN:
            name = update.ref.removeprefix("refs/heads/").removeprefix("refs/tags/")
            raise PublishError(
                f"Only the branch main is published here, and this push has “{name}”. "
                "Push main alone: “git push origin main”."
            )
    return asked[0]


def _may_follow(repository: Repository, update: Update) -> None:
    """Raise `PublishError` where published history would be lost."""
    if update.deletes:
        raise PublishError("The branch main is what is published, and cannot be deleted.")
    if not update.first and not repository.is_ancestor(update.old, update.new):
        raise PublishError(
            "What you pushed leaves out commits that are published, and pushing by force does not help. "
            "Run “git pull”, then push again."
        )


def _changed(repository: Repository, update: Update) -> set[str] | None:
    if update.first:
        return None
    return repository.changed(update.old, update.new, content_folder(repository, update.new))


if __name__ == "__main__":
    sys.exit(run(pre_receive))
