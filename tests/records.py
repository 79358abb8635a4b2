"""Records with one word in every field, so that a site can be searched for it."""

from leaks import office_file, pdf_file

LATER = "2026-11-01 12:01"
"""A minute after the moment that the tests' sites are made for."""


def minutes(front: str, word: str) -> str:
    """Minutes with *word* in every field and in every kind of block."""
    return f"""---
{front}
# a comment with {word}
time: 15:00
location: {word} location
members:
  - {word} Member, {word} role
  - {{name: {word} name, role: {word}, note: {word} note}}
in_attendance: [{word} Guest]
apologies: [{word} Absent]
signed_by: {word} Signer
source: {{title: {word} source, url: "https://example.org/{word}"}}
errata: [{{date: 2022-03-01, at: "1.1", what: {word} erratum, was: {word}, now: {word}, authority: {word}}}]
decisions: [{{at: "1.1", kind: approved, by: {word}, when: {word}}}]
waive: [{{rule: repeated-label, at: "1.1", why: {word}}}]
---

{word} preamble

## 1. {word} item (verbal {word})

1.1 {word} numbered [{word}](https://example.org/{word}) `{word}` ![{word}]({word}.png)

- {word} entry

Action: {word} action

| {word} |
|---|
| {word} |

> {word}

```{word}
{word}
```
"""


def agenda(front: str, word: str) -> str:
    return f"---\n{front}\nlocation: {word}\n---\n\n## 1. {word} item\n\n{word}\n"


def arrangements(front: str, word: str) -> str:
    """The file meeting.yaml with *word* in every field."""
    return f"""state: moved
reason: {word} reason
moved_to: 2022-02-24-{word.lower()}
changed: 2022-02-01
location: {word}
public: no
private_ground: {word} ground
livestream: https://example.org/live/{word}
recording:
  url: https://example.org/{word}
  items: [{{at: item-{word.lower()}, time: "1:02:05"}}]
next_meeting: 2022-03-10-{word.lower()}
waive: [{{rule: classification, at: {word}, why: {word}}}]
{front}
"""


def paper(front: str, word: str, title: str | None = None) -> str:
    """A paper with *word* in every field."""
    return f"""---
title: {title or word + " title"}
item: "{word}"
to: {word}
from: {word}
date: {word}
classification: OFFICIAL
contact_officers: ["{word} Officer, {word}"]
source_documents: [{{title: {word}, url: "https://example.org/{word}"}}]
attachments: [{word}.pdf, {word}.docx]
{front}
---

## 1. {word}

1.1 {word}
"""


def action(id_: str, meeting: str, word: str, more: str = "") -> str:
    return f"""  - id: {id_}
    number: "{word}"
    raised: {{meeting: {meeting}, item: "1.1"}}
    title: {word} title
    action: {word} action
    owners: [{word} owner]
    target: {word} target
    events: [{{on: 2022-03-01, update: {word} update}}]
    {more}
"""


ATTACHED = {"pdf": pdf_file, "docx": office_file}


def attached(folder: str, word: str) -> dict[str, bytes]:
    """The two files that `paper` attaches, with *word* inside."""
    return {f"{folder}/{word}.{ending}": make(f"inside {word}") for ending, make in ATTACHED.items()}


def inspection(front: str, word: str) -> str:
    """An inspection report with *word* in every field."""
    return f"""---
report: {word}
aliases: [{word} alias]
inspectorate: {word}
url: https://example.org/{word}
response: {{published: yes, url: "https://example.org/{word}"}}
considered_at: [2022-02-10]
progress: [{{meeting: 2022-02-10, what: {word} progress}}]
{front}
---

{word}

## Commissioner’s comments

{word}

## Recommendation 1

> {word}

Addressed to: {word}

Deadline: {word}

Chief Constable: {word}

Commissioner: {word}

Status: {word}
"""


def decision(front: str, word: str) -> str:
    """A decision notice with *word* in every field."""
    return f"""---
reference: {word}-1
title: {word}
decided_by: {word}
amount: {word}
errata: [{{date: 2022-03-01, was: {word}, now: {word}, what: {word}, authority: {word}}}]
{front}
---

{word}
"""
