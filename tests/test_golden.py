"""What each kind of page shows, without the shell: `golden/` has the whole of it for a small content.

`pytest --update-golden` writes it anew; look at the difference before you commit it.
"""

from pathlib import Path

import pytest

from bcbsite.host.resources import THEME
from bcbsite.pages.render import Renderer
from bcbsite.pages.site import SitePages
from conftest import MINUTES, load_all, write

GOLDEN = Path(__file__).parent / "golden"

CONTENT = {
    "board.yaml": "name: Business Board\narea: Kent\norganisations: [{id: OPCC, name: Office of the Commissioner}]\n"
    "drafts: yes\n",
    "people.yaml": """people:
  - id: jo-bloggs
    name: Jo Bloggs
    posts: [{post: Chief Constable, organisation: OPCC, from: 2021-01-01, to: 2023-01-01}]
""",
    "actions.yaml": """series: [{id: "2022", title: Action log 2022}]
actions:
  - id: 2022/1
    number: "1.0"
    raised: {meeting: 2022-02-10, item: "5.1"}
    title: Vans
    action: Report on **vans**.
    owners: [Chief Constable, OPCC]
    target: next Board
    events:
      - {meeting: 2022-03-10, update: Reported., status: complete}
      - {on: 01/03/2022, update: "Asked again, see [the board](meeting:2022-02-10#5.1)."}
  - id: 2021/2021-12-01-3
    raised: 2021-12-01#3
    action: An action from before, whose words are so many that a list of actions can only show how they begin.
""",
    "section-55/2022-01-04-night-duty.md": """---
report: Night duty
aliases: [Nights]
inspectorate: HMICFRS
published: 2022-01-04
url: https://example.org/nights
scope: national
covered_by: older
chief_constable: {invited: 2022-01-05, comments_by: 2022-01-20, received: 2022-01-18}
response: {published: 2022-02-20, url: "https://example.org/ours", sent_to_home_secretary: yes, sent_to_inspectorate: 2022-02-21}
considered_at: ["2022-02-10#5.1", 2021-12-01]
progress:
  - {meeting: 2022-02-10, item: "5.2", finding: Recommendation 1, what: "Half of it is *done*."}
---

Before all.

## Commissioner’s comments

We agree, see [the action](action:2022/1).

## Recommendations

Two of them.

## Recommendation 1

> Sleep by day.

Addressed to: chief constables

Deadline: At once

Chief Constable: We do.

And we shall.

Commissioner: Good.

Status: complete

## Cause of concern

> Nobody sleeps.
""",
    "section-55/older.md": "---\nreport: Older\nresponse: {published: yes}\n---\n",
    "decisions/CPCC-2022-003.md": """---
reference: CPCC-2022-003
title: New vans
date: 2022-02-11
decided_by: Commissioner
meeting: 2022-02-10#5.1
significant_public_interest: yes
amount: £1,234k
---

Buy the **vans**, as [the report](section-55:night-duty#recommendation-1) says.
""",
    "decisions/none.md": "---\nreference: CPCC-1\ntitle: Undated\n---\n\nSee [the other](decision:CPCC-2022-003).\n",
    "pages/index.md": "# Business Board\n\nWelcome to *our* [work](about.md#how) and [meetings](/meetings/).\n",
    "pages/about.md": "# About\n\n[All actions](actions/), [home](index.md).\n\n## How\n\n> Openly.\n\n1. First\n2. Second\n",
    "meetings/2022-02-10/agenda.md": """---
date: 2022-02-10
time: 15:00
location: Room 3
---

## 5. Budget

Report from: Chief Constable

## 6. Vans (Verbal update)
""",
    "meetings/2022-02-10/minutes.md": """---
date: 2022-02-10
time: 11:45
location: Room 3
status: approved
members: ["Jo Bloggs, Chief Constable, Kent Police", {name: Al Doe, note: Observer}]
apologies: [Sam Roe]
signed_by: Jo Bloggs
approved_at: 2022-03-10#1.1
significant_public_interest: yes
decisions: [{at: "5.2", kind: approved, by: Commissioner, when: before the meeting}]
errata: [{date: 2022-05-01, at: "5.1", what: "Read *ten*, not two.", authority: Chief Executive}]
source: {title: The signed minutes, url: "https://example.org/minutes.pdf"}
---

## 5.0 Budget

5.1 The Board & the Constable <spoke>.

- one
- two

  more of two

Action: Report on **vans**.

The Board noted the report.

5.2 See [5.1](#p5-1) and [the paper](paper:2022-02-10/05-budget) and [what is not public](paper:2022-03-10/01-plan).
""",
    "meetings/2022-02-10/papers/05-budget.md": """---
item: "5"
title: Budget
to: The Board
from: Chief Finance Officer
date: 1 February 2022
contact_officers: [Jo Bloggs]
source_documents: [{title: Plan, url: "https://example.org/plan"}, A letter]
attachments: [05 figures.pdf]
---

1.1 In thousands:

| | 2021 | 2022 |
|---|---:|:--|
| Vans | £1,234k | `x` |

```
kept
  as it is
```

1.2 With a note[^a].

[^a]: The *note*.
""",
    "meetings/2022-02-10/papers/05 figures.pdf": "%PDF-1.4\n%%EOF\n",
    "meetings/2022-02-10/papers/06-op.md": "---\ntitle: Operation\npublish: withheld\nreason: Live.\n---\n",
    "meetings/2022-03-10/minutes.md": MINUTES.replace("02-10", "03-10").replace("approved", "draft"),
    "meetings/2022-03-10/papers/01-plan.md": "---\ntitle: Plan\nstatus: draft\n---\n",
}


def rendered(folder: Path) -> dict[str, str]:
    public = load_all(write(folder, CONTENT)).public
    assert public
    renderer = Renderer(public, [THEME], "https://example.org/")
    return {
        f"{page.address.replace('/', '_').strip('_') or 'home'}.html".replace(".html.html", ".html"): (
            f"{renderer.head(page)}\n{renderer.contents(page)}\n{renderer.render(page)}\n"
        )
        for page in SitePages(public).all
    }


def test_pages_show_what_they_should(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    pages = rendered(tmp_path / "content")
    if request.config.getoption("--update-golden"):
        for old in GOLDEN.glob("*.html"):
            old.unlink()
        for name, html in pages.items():
            (GOLDEN / name).write_text(html, "utf-8")
    assert sorted(path.name for path in GOLDEN.glob("*.html")) == sorted(pages)
    for name, html in pages.items():
        assert html == (GOLDEN / name).read_text("utf-8"), name
