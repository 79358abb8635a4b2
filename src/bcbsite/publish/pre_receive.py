"""The hook that checks a push and makes its release, before anything is accepted: `git help githooks`."""

import sys

from bcbsite.diagnostics import bounded
from bcbsite.publish.git import MAIN, Repository
from bcbsite.publish.hooks import Update, run, say
from bcbsite.publish.releases import Releases
from bcbsite.publish.settings import PublishError, Settings


def pre_receive(settings: Settings, asked: list[Update]) -> int:
    """Refuse *asked*, or have its release ready; the exit status."""
    if settings.previews and all(update.is_preview for update in asked):
        return _may_be_previewed(asked)
    update = _only(asked)
    repository, releases = settings.repository, Releases(settings.releases)
    _may_follow(repository, update)
    say("Checking what you pushed, and making the site …")
    with releases.building(lambda: say("Another publication is going on. Waiting for it …")) as folder:
        _is_not_too_late(repository, update)
        from bcbsite.publish.candidate import make_ready  # slow to load: many who wait never need it

        candidate = make_ready(settings, update, folder)
    for line in candidate.said:
        say(line)
    if not candidate.ready:
        return 1
    # While that was read, nobody was kept waiting, and others may have published.
    _is_not_too_late(repository, update)
    if releases.live() != candidate.follows:
        raise PublishError("The site has changed meanwhile, say as an embargo has ended. Push again.")
    return 0


def _may_be_previewed(asked: list[Update]) -> int:
    """Accept what is only to be shown as a preview, which is made when it is accepted."""
    if len(asked) > 1 or asked[0].deletes:
        raise PublishError("Push one branch for a preview, and leave it: the server takes it away in time.")
    return 0


def _is_not_too_late(repository: Repository, update: Update) -> None:
    """Raise `PublishError` where the branch is not any more where whoever pushes has seen it."""
    if repository.head() != (None if update.first else update.old):
        raise PublishError("Somebody else has pushed meanwhile. Run “git pull”, then push again.")


def _only(asked: list[Update]) -> Update:
    """The one change of the one branch that a push may bring."""
    for update in asked:
        if update.ref != MAIN:
            name = update.ref.removeprefix("refs/heads/").removeprefix("refs/tags/")
            raise PublishError(
                bounded(f"Only the branch main is published here, and this push has “{name}”. ")
                + "Push the branch main alone."
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


if __name__ == "__main__":
    sys.exit(run(pre_receive))
