"""A small archive in which no two values are the same, so that whatever is taken for another one shows."""

from collections.abc import Mapping

FEBRUARY = "meetings/2022-02-10"
MAY = "meetings/2022-05-26"

BOARD = """
name: Business Board
area: Westshire
drafts: yes
licence: {name: Open Licence, url: "https://example.org/licence"}
organisations:
  - {id: WC, name: Westshire Constabulary, aliases: [the Force]}
  - {id: OPCC, name: Office of the Commissioner}
topics:
  - {id: vehicles, title: Vehicles and boats, terms: [vans, boats]}
  - {id: money, title: Money, terms: [budget]}
  - {id: dogs, title: Dogs, terms: [dog handlers]}
  - {id: to-come, title: What is to come, terms: [plans]}
"""
PEOPLE = """
people:
  - id: al-ash
    name: Al Ash
    posts: [{post: Commissioner, organisation: OPCC, from: 2021-05-13, to: 2024-05-08}]
  - id: bo-bee
    name: Bo Bee
    aliases: [Robert Bee]
    posts:
      - {post: Deputy, organisation: Police, on: [2019-03-02]}
      - {post: Chief Constable, organisation: WC}
  - {id: cy-cox, name: Cy Cox}
"""
PUBLICATION = """
publication:
  - what: Notices of decisions
    class: How decisions are made
    where: /decisions/
    required_by: The Order of 2011
    prominent: yes
  - {what: Newest assessment, where: "https://example.org/newest", kind: PEEL assessment, note: Each spring.}
  - {what: Old maps, note: At the office.}
"""
AGENDA = """---
date: 2022-02-10
time: 14:30
location: Room 1
publish_at: 2022-02-03 09:15
---

## 1. Welcome

## 2. Fleet (Verbal update)

Ten vans.
"""
MINUTES = """---
date: 2022-02-10
time: 15:00
location: Room 2
kind: extraordinary
status: approved
classification: OFFICIAL
publish_at: 2022-02-17 17:00
significant_public_interest: yes
members: ["Al Ash, Chair", "Robert Bee, Chief Constable"]
in_attendance: [{name: Di Dee, role: Clerk, note: Observer}]
apologies: [Cy Cox, "Eve Elm, Treasurer"]
signed_by: Al Ash, Signatory
source: {title: Signed minutes, url: "https://example.org/signed"}
decisions: [{at: "2.2", kind: endorsed, by: The Commissioner, when: in January}]
errata:
  - {date: 2022-03-01, at: "2.1", what: Read *ten*., authority: The Chair}
  - {date: 2022-03-02, what: A name was wrong.}
---

Draft of the [clerk](person:al-ash).

## 2. Fleet (Verbal update)

2.1 The list is [elsewhere](https://example.org/list) and [above](#item-2), said [Al](person:al-ash).

Action 7.0: Chief Constable to sell old *stock*.

2.2 Six vans for £120k, and 4 boats for £35,000.

### 2.3 Boats

2.3.1 The Board noted the report. The Board approved the repairs.

## 3. Minutes of the Board on 13 January 2022

3.1 The minutes were agreed.
"""
PAPER = """---
item: "2"
title: New stock
to: The Board
from: Fleet manager
date: 1 February 2022
classification: OFFICIAL - PUBLIC
contact_officers: ["Fay Fox, Buyer"]
attachments: [02 list.pdf, 02-plan.pdf]
---

## 1. Purpose

1.1 See the list.
"""
OTHER_PAPER = """---
title: Later
date: early spring
publish_at: 2022-02-11 10:00
---

Words.
"""
WITHHELD = "---\ntitle: Live operation\npublish: withheld\nreason: It could do harm.\n---\n"
DRAFT_MINUTES = """---
date: 2022-05-26
status: draft
location: Room 3
---

## 1. Minutes of the Board on 10 February 2022

1.1 The minutes of the Board on 10 February 2022 were approved.

## 4. Log

4.1 Action 7.0 was looked at.

## 5. Dog handlers

5.1 The Board deferred the budget.

5.2 Of Action 7.0 nothing is known.
"""
PLANNED = "---\ndate: 2026-12-10\nstatus: final\n---\n\n## 1. Plans\n"
ACTIONS = """
series:
  - {id: "2021", title: Old log, starts: 2021-01-01}
  - {id: "2022", title: New log, starts: 2022-02-01}
actions:
  - id: 2022/7
    number: "7.0"
    raised: {meeting: 2022-02-10, item: "2.1"}
    title: Old stock
    action: Chief Constable to sell old *stock*.
    owners: [Chief Constable, the Force]
    target: 31 March 2022
    events:
      - {meeting: 2022-05-26, item: "4.1", update: Four were sold., status: ongoing, target: 1 June 2022}
      - {on: 30 June 2022, update: All are *sold*., status: complete}
  - id: 2021/3
    raised: {meeting: 2022-01-13, item: "9"}
    action: Count the budget.
    owners: []
    target: next Board
    events:
      - {on: six-monthly, update: It is done in turns., target: whenever}
  - id: 2022/8
    number: "8.0"
    raised: {meeting: 2022-05-26, item: "5.1"}
    action: Train them.
    owners: [Cy Cox]
"""
REPORT = """---
report: Night duty
inspectorate: HMICFRS
published: 2022-01-04
url: https://example.org/night
scope: national
chief_constable: {invited: 2022-01-05, comments_by: 2022-01-28, received: 2022-01-27}
response:
  published: 2022-02-21
  url: https://example.org/answer
  sent_to_home_secretary: 2022-02-22
  sent_to_inspectorate: yes
considered_at: ["2022-02-10#2.1", "2020-07-07"]
progress:
  - {meeting: 2022-05-26, item: "4.1", finding: cause OF concern 2, what: Two had *gone*.}
  - {meeting: 2021-11-11, item: "3", what: All was read.}
---

First words.

## Commissioner's comments

I welcome it.

## Chief Constable's comments

We accept it.

## Commissioner's response to the Chief Constable

Thank you.

## Background

It took a year.

## Recommendation 5

> Train the night shift.

Addressed to: all forces

Deadline: by autumn

Chief Constable: It began.

Commissioner: It is paid for.

Status: Accepted

## Cause of concern 2

> Doors stand open.
"""
COVERED = "---\nreport: Day duty\npublished: 2021-06-01\nscope: force\ncovered_by: night-duty\n---\n"
UNFINISHED = """---
report: Weekend duty
published: 2020-06-02
response: {published: yes, sent_to_inspectorate: 2020-08-03}
---
"""
UNKNOWN = "---\nreport: Old duty\ninspectorate: HMIC\nresponse: {sent_to_home_secretary: yes}\n---\n"
NOTICE = """---
reference: WS-1
title: Purchase of horses
date: 14 February 2022
decided_by: Deputy Commissioner
meeting: 2022-02-10#3.1
amount: £9,000 a horse
significant_public_interest: yes
publish_at: 2022-02-20 08:00
---

Two *horses* are bought.
"""
OTHER_NOTICE = "---\nreference: WS-2\ntitle: Undated\nmeeting: 2020-08-08\n---\n\nFor £1 and £2m.\n"
JOINED_NOTICE = "---\nreference: WS-3\ntitle: Stock\nmeeting: 2022-02-10#2.2\n---\n\nStock for all.\n"

FILES: Mapping[str, str | bytes] = {
    "board.yaml": BOARD,
    "people.yaml": PEOPLE,
    "actions.yaml": ACTIONS,
    "publication.yaml": PUBLICATION,
    f"{FEBRUARY}/agenda.md": AGENDA,
    f"{FEBRUARY}/minutes.md": MINUTES,
    f"{FEBRUARY}/papers/02-stock.md": PAPER,
    f"{FEBRUARY}/papers/02 list.pdf": b"%PDF-1.4\n1\n%%EOF",
    f"{FEBRUARY}/papers/02-plan.pdf": b"%PDF-1.4\n2\n%%EOF",
    f"{FEBRUARY}/papers/03-later.md": OTHER_PAPER,
    f"{FEBRUARY}/papers/04-secret.md": WITHHELD,
    f"{MAY}/minutes.md": DRAFT_MINUTES,
    "meetings/2026-12-10/agenda.md": PLANNED,
    "section-55/2022-01-04-night-duty.md": REPORT,
    "section-55/day-duty.md": COVERED,
    "section-55/weekend-duty.md": UNFINISHED,
    "section-55/old-duty.md": UNKNOWN,
    "decisions/WS-1.md": NOTICE,
    "decisions/WS-2.md": OTHER_NOTICE,
    "decisions/WS-3.md": JOINED_NOTICE,
}
