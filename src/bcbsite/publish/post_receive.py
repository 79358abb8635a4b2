"""The hook that makes an accepted push live. It loads little, as all was made before."""

import sys
from collections.abc import Sequence

from bcbsite.diagnostics import Diagnostic
from bcbsite.publish.hooks import Update, run, say
from bcbsite.publish.settings import Settings
from bcbsite.publish.switch import Switch, settle
from bcbsite.publish.words import published, told


def post_receive(settings: Settings, _: list[Update]) -> int:
    """Switch to the release of the branch's commit, and say so; the exit status, which git passes over."""
    switch = settle(settings)
    if switch.after is None or switch.after.manifest.commit != settings.repository.head():
        switch = _made_again(settings) or switch
    for line in published(switch):
        say(line)
    return 0


def _made_again(settings: Settings) -> Switch | None:
    """The same where the release has vanished meanwhile, by a purge or by somebody's hand."""
    from bcbsite.pipeline import instant  # slow to load, and hardly ever needed
    from bcbsite.publish.publication import refresh

    return refresh(settings, instant().replace(microsecond=0), _tell)


def _tell(problems: Sequence[Diagnostic]) -> None:
    for line in told(problems, None):
        say(line)


if __name__ == "__main__":
    sys.exit(run(post_receive, "Your push was accepted, and the site follows with the next refresh."))
