"""Runs of text put together as one paragraph has them."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from bcbsite.importing.document import Block, Paragraph, Run, words_of

# A break of the page or the column within a sentence parts its words and is no more than a space.
_BREAK = re.compile(r"[ \t]*\f[ \t\f]*")


def joined(runs: Iterable[Run]) -> list[Run]:
    """The *runs* with those of one style as one, page breaks (`\\f`) as spaces, and no space at the ends."""
    merged = []
    for _, group in groupby(runs, key=_style):
        same = list(group)
        if same[0].footnote:
            merged.extend(same)
        else:
            merged.append(_with_text(same[0], "".join(run.text for run in same)))
    return _stripped(_without_breaks(merged))


def _style(run: Run) -> tuple[object, ...]:
    return run.bold, run.italic, run.struck, run.link, run.footnote, run.underlined


def _with_text(run: Run, text: str) -> Run:
    return run if text == run.text else replace(run, text=text)


def _without_breaks(runs: list[Run]) -> list[Run]:
    result: list[Run] = []
    after_break = False
    for run in runs:
        text = _BREAK.sub(" ", run.text)
        if result and (after_break or run.text.startswith("\f")) and result[-1].text.endswith((" ", "\n")):
            text = text.lstrip(" ")
        after_break = run.text.endswith("\f")
        result.append(_with_text(run, text))
    return result


def _stripped(runs: list[Run]) -> list[Run]:
    while runs and not runs[-1].footnote and not runs[-1].text.rstrip():
        runs.pop()
    while runs and not runs[0].footnote and not runs[0].text.lstrip():
        runs.pop(0)
    if runs:
        runs[0] = _with_text(runs[0], runs[0].text.lstrip())
        runs[-1] = _with_text(runs[-1], runs[-1].text.rstrip())
    return [run for run in runs if run.text or run.footnote]


def as_lines(blocks: Iterable[Block]) -> tuple[Run, ...]:
    """The words of *blocks* as those of one paragraph, each block on a line of its own."""
    return tuple(joined(run for block in blocks for run in _line(block)))


def _line(block: Block) -> tuple[Run, ...]:
    if not isinstance(block, Paragraph):
        return (Run(f"{words_of(block)}\n"),)
    return (*((Run(f"{block.label} "),) if block.label else ()), *block.runs, Run("\n"))
