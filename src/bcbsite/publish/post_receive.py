"""The hook that makes an accepted push live. It loads little, as all was made before."""

import sys

from bcbsite.publish.hooks import Update, run, say
from bcbsite.publish.settings import Settings
from bcbsite.publish.switch import Switch, settle
from bcbsite.publish.words import published, told


def post_receive(settings: Settings, _: list[Update]) -> int:
    """Switch to the release of the branch's commit, and say so; the exit status, which git passes over."""
    switch, problems = settle(settings), list[str]()
    if switch.after is None or switch.after.manifest.commit != settings.repository.head():
        switch = _made_again(settings, problems) or switch
    for line in (*problems, *published(switch)):
        say(line)
    return 0


def _made_again(settings: Settings, lines: list[str]) -> Switch | None:
    """The same where the release has vanished meanwhile, by a purge or by somebody's hand.

    What is wrong then is added to *lines*.
    """
    from bcbsite.pipeline import instant  # slow to load, and hardly ever needed
    from bcbsite.publish.publication import refresh

    now = instant().replace(microsecond=0)
    return refresh(settings, now, lambda problems: lines.extend(told(problems, None)))


if __name__ == "__main__":
    sys.exit(run(post_receive, "Your push was accepted, and the site follows with the next refresh."))
