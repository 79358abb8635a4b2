"""The hook that makes an accepted push live. It loads little, as all was made before."""

import sys

from bcbsite.publish.hooks import Update, run, say
from bcbsite.publish.pushes import note_push
from bcbsite.publish.settings import PublishError, Settings
from bcbsite.publish.switch import Switch, settle
from bcbsite.publish.words import published, told


def post_receive(settings: Settings, accepted: list[Update]) -> int:
    """Switch to the release of the branch's commit, and say so; the exit status, which git passes over.

    Of a branch for previews, make the preview.
    """
    if accepted and accepted[0].is_preview:
        return _preview(settings, accepted[0])
    switch, problems = settle(settings), list[str]()
    for update in accepted:
        note_push(settings, update.new)
    if switch.after is None or switch.after.manifest.commit != settings.repository.head():
        switch = _made_again(settings, problems) or switch
    if settings.previews:
        _sweep_previews(settings)
    for line in (*problems, *published(switch)):
        say(line)
    return 0


def _preview(settings: Settings, update: Update) -> int:
    from bcbsite.pipeline import instant  # all of this is slow to load, and most pushes do not need it
    from bcbsite.publish.previews import make_preview, sweep_previews

    now = instant().replace(microsecond=0)
    sweep_previews(settings, now)
    say("Making a preview that is not public …")
    try:
        lines = make_preview(settings, update.ref, update.new, now)
    except PublishError as error:
        lines = [f"{error} No preview was made."]
    for line in lines:
        say(line)
    return 0


def _sweep_previews(settings: Settings) -> None:
    from bcbsite.pipeline import instant
    from bcbsite.publish.previews import sweep_previews

    sweep_previews(settings, instant())


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
