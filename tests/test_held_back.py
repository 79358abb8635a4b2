"""What is meant to keep a record from the public and is written wrongly is an error, and never public."""

from pathlib import Path

import pytest

from bcbsite.pipeline import load
from conftest import NOW, write

M = "meetings/2022-02-10"
FENCES = (
    *("—", "–––", "———", "----", "--", "-", "+++", "***", "___", "===", "* * *", "~~~", "\u2010\u2010\u2010"),
    *(
        "\u200b---",
        "---\u200b",
        "\ufeff\ufeff---",
        " ---",
        "   ---",
        "--- #",
        "--- yaml",
        "---status",
        "- - -",
        "\u00ad---",
    ),
    *(
        "\\---",
        "{",
        '{"status": "draft"',
        ";;;",
        "\uff0d\uff0d\uff0d",
        "\u2212\u2212\u2212",
        "`---`",
        "# ---",
        "<!--",
    ),
)
"""What people and programs write in place of the first line of three hyphens."""


def codes(folder: Path, files: dict[str, str]) -> list[tuple[str, int]]:
    loaded = load(write(folder, files), NOW)
    found = [(d.code, d.span.line) for d in loaded.diagnostics if d.rule.severity == "error"]
    assert (loaded.public is None) == bool(found)
    return found


@pytest.mark.parametrize("fence", FENCES)
@pytest.mark.parametrize("key", ["status: draft", "publish_at: 2090-01-01", "title: Kestrel\nstatus: draft"])
@pytest.mark.parametrize("before", ["", "\n\n"])
def test_a_page_that_begins_with_another_fence_is_an_error(
    tmp_path: Path, fence: str, key: str, before: str
) -> None:
    assert codes(tmp_path, {"pages/a.md": f"{before}{fence}\n{key}\n{fence}\n\nKestrel.\n"})


@pytest.mark.parametrize(
    "text",
    [
        "status: draft\n\nKestrel.",
        "title: A\n\nKestrel.",
        "Title: A\nStatus: draft\n\nKestrel.",
        "publish_at: 2090-01-01\n---\nKestrel.",
        "Publish-at: 2090-01-01\n\nKestrel.",
        "\u200bstatus:\u00a0draft\n\nKestrel.",
        "# Kestrel\n\n---\nstatus: draft\n---\n\nKestrel.",
        "# Kestrel\n---\npublish_at: 2090-01-01\n---\n\nKestrel.",
        "# Kestrel\n\nstatus: draft\n\nKestrel.",
        "# Kestrel\n\n    status: draft\n\nKestrel.",
        "# Kestrel\n\nText.\n\ntitle: A\nreason: B\n---\n\nKestrel.",
        "# Kestrel\n\n**status:** draft\n\nKestrel.",
        "# Kestrel\n\n- status: draft\n",
        "# Kestrel\n\n```yaml\nstatus: draft\n```\n\nKestrel.",
        "# Kestrel\n\nPublish at: 2090-01-01\n\nKestrel.",
        "Publish at: 2090-01-01\n\nKestrel.",
        "# Kestrel\n\nStatus: Draft\n",
        "# Kestrel\n\n| status | draft |\n|---|---|\n\nKestrel.",
        "| Status | Draft |\n|---|---|\n\nKestrel.",
        "# Kestrel\n\n| title | A |\n|---|---|\n| publish_at | 2090-01-01 |\n\nKestrel.",
        "# Kestrel\n\n> publish_at: 2090-01-01\n",
        "# Kestrel\n\n---\ntitle: A\n---\n\nKestrel.",
        "# Kestrel\n\n***\n\nStatus: Draft\n",
        "```yaml\nstatus: draft\n```\n\nKestrel.",
        "<!-- status: draft -->\n\nKestrel.",
        "---\nstatus: draft\n\nKestrel.",
        "---\nstatus: draft\n–––\n\nKestrel.",
        "---\nstatus: draft\n----\n\n# Kestrel\n\n---\n",
        "---\nstatus: draft\n...\n\nKestrel.",
        "---\n# Kestrel\n\n---\n",
        "  ---\nstatus: draft\n---\n\n# Kestrel\n\n---\n",
        "---\ntitle: A\n---\n\n---\nstatus: draft\n---\n\nKestrel.",
        "---\ntitle: >\n  A\n  status: draft\n---\n\nKestrel.",
        "# Kestrel\n\nwithhold: [{at: 1, reason: x}]\n\nKestrel.",
        "# Kestrel\n\ntitle: Y\nreason: z\n\nKestrel.",
        "# Kestrel\n\nText.\n\nwithhold:\n  - at: 1\n    reason: x\n",
        "publish_at 2090-01-01\n\nKestrel.",
        "status draft\n\nKestrel.",
        "Status – draft\n\nKestrel.",
        "embargo: 2090-01-01\n\nKestrel.",
        "Embargo: 1 May 2090\n\nKestrel.",
        "published: false\n\nKestrel.",
        "draft: true\n\nKestrel.",
        "# Kestrel\n\npublished: false\n\nKestrel.",
        "\u0455tatus: draft\n\nKestrel.",
        "publish_at\uff1b 2090-01-01\n\nKestrel.",
    ],
)
def test_keys_that_are_no_front_matter_are_an_error(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, {"pages/a.md": text})


@pytest.mark.parametrize(
    "text",
    [
        "# Kestrel\n\nText.\n\n---\n\nMore.",
        "# Kestrel\n\n***\n\nNote: it is late.",
        "Kestrel\n-------\n\nText.",
        "- one\n- two\n",
        "---\ntitle: A\n---\n\nText: it is about the status of boats.",
        "The status: a draft was made.\n\nStatus: Draft policies are not shown here.",
        "# How to publish\n\nWrite this:\n\n```yaml\nstatus: draft\npublish_at: 2090-01-01\n```\n",
        "# Policies\n\n| Policy | Status |\n|---|---|\n| Boats | draft |\n",
        "# Kestrel\n\nDate: 1 May\n",
        "*Emphasis* first.",
        "-5 degrees.",
        "+44 is the code.",
        "_A_ page.",
        "1. One\n",
        "# Kestrel\n\nDate: 1 May\nTime: 3pm\nLocation: the hall\n",
        "# Kestrel\n\nPublication date: 1 May\n",
        "# Kestrel\n\nPublished: 1 May 2022\n",
        "# Kestrel\n\nThe draft: it was read.\n",
        "# Kestrel\n\nReason: it was late.\n",
    ],
)
def test_what_is_no_front_matter_is_quiet(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, {"pages/a.md": text}) == []


KINDS = {
    f"{M}/minutes.md": "---\ndate: 2022-02-10\n{}\n---\n\n## 1. A\n\n1.1 b\n",
    f"{M}/agenda.md": "---\ndate: 2022-02-10\n{}\n---\n\n## 1. A\n\nb\n",
    f"{M}/papers/01-a.md": "---\ntitle: A\n{}\n---\n\n1.1 b\n",
    "section-55/a.md": "---\nreport: A\n{}\n---\n\nb\n",
    "decisions/a.md": "---\nreference: A\ntitle: A\n{}\n---\n\nb\n",
    "pages/a.md": "---\ntitle: A\n{}\n---\n\nb\n",
    "actions.yaml": "actions:\n- id: 2022/1\n  raised: 2022-02-10\n  action: b\n  {}\n",
    "actions.yaml: an event": "actions:\n- id: 2022/1\n  raised: 2022-02-10\n  action: b\n"
    "  events:\n  - on: 2022-03-01\n    update: c\n    {}\n",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "line",
    [
        *("publish_at:", "publish_at: # 2090-01-01", "publish_at: ''", "publish_at: ~", "publish_at: n/a"),
        *("status:", "status: # draft", "status: null", "status: drafft", "status: embargoed"),
        *(
            "# publish_at: 2090-01-01",
            "#status: draft",
            "## Publish at: 1 May",
            "# publish: withheld",
            "# reason: operational",
        ),
        *(
            "# 'status': draft",
            '# "publish_at": 2090-01-01',
            "# withhold: [{at: '1', reason: x}]",
            "# publish\u00a0at: 2090-01-01",
            "#\u200bpublish_at: 2090-01-01",
            "# publish_at\uff1a 2090-01-01",
            "# publish_at = 2090-01-01",
            "# please keep as status: draft until May",
            "publish_at: 2022-02-17 # publish_at: 2090-01-01",
            "status: final # publish: withheld",
            "publish_at: 2022-02-17 # status: draft",
        ),
        *(
            "Publish_At: 2090-01-01",
            "publish-at: 2090-01-01",
            "PUBLISH_AT: 2090-01-01",
            "Status: draft",
            "STATUS: draft",
        ),
        *(
            "publish_at : soon",
            "publish_at\u00a0: 2090-01-01",
            "publish_at:\u00a02090-01-01",
            "status\u200b: draft",
        ),
        *(
            "publish_at: 2090-01-01T10:00Z",
            "publish_at: 2090-01-01 10:00 GMT",
            "publish_at: 2090-01-01 10:00+01:00",
        ),
        *(
            "publish_at: 2090-02-30",
            "publish_at: tomorrow",
            "publish_at: 2090-01-01 5pm",
            "publish_at: [2090-01-01]",
        ),
        *(
            "publish: withhold",
            "publish: Withhold",
            "publish: withheld yes",
            "embargo: 2090-01-01",
            "draft: yes",
        ),
    ],
)
def test_a_withholding_that_is_begun_is_an_error_until_it_is_finished(
    tmp_path: Path, kind: str, line: str
) -> None:
    assert codes(tmp_path, {kind.partition(":")[0]: KINDS[kind].replace("{}", line)})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "line",
    [
        "publish_at: 2022-02-17",
        "# a note: it was late",
        "# status: approved",
        "publish_at: 2022-02-17 # was 2090-01-01",
    ],
)
def test_what_is_finished_or_said_of_something_else_is_quiet(tmp_path: Path, kind: str, line: str) -> None:
    assert codes(tmp_path, {kind.partition(":")[0]: KINDS[kind].replace("{}", line)}) == []


@pytest.mark.parametrize(
    "front",
    [
        "reason: Harm.",
        "reason: Harm.\npublish:",
        "publish:",
        "publish: full\nreason: Harm.",
        "publish: withheld",
        "reason:",
    ],
)
def test_a_withheld_paper_needs_both_keys(tmp_path: Path, front: str) -> None:
    assert codes(tmp_path / "a", {f"{M}/papers/01-a.md": KINDS[f"{M}/papers/01-a.md"].replace("{}", front)})
    both = "publish: withheld\nreason: Harm."
    assert (
        codes(tmp_path / "b", {f"{M}/papers/01-a.md": KINDS[f"{M}/papers/01-a.md"].replace("{}", both)}) == []
    )


@pytest.mark.parametrize(
    ("character", "words"),
    [
        ("\ufffd", "was lost"),
        ("\x80", "control"),
        ("\x92", "control"),
        ("\uf0b7", "bullet"),
        ("\x0b", "control"),
    ],
)
def test_damaged_characters_are_told_with_their_place(tmp_path: Path, character: str, words: str) -> None:
    files = {"pages/a.md": f"Text.\n\nA bo{character}at, {character} and more.\n"}
    [mistake] = load(write(tmp_path / "a", files), NOW).diagnostics
    assert (mistake.code, mistake.span.line, mistake.span.column) == ("BCB321", 3, 5)
    assert words in mistake.message
    assert "1 times more" in mistake.message
    record = {f"{M}/minutes.md": f"---\ndate: 2022-02-10\nlocation: A{character}\n---\n\n## 1. A\n\n1.1 b\n"}
    found = load(write(tmp_path / "b", record), NOW).diagnostics
    code = "BCB201" if words == "control" else "BCB321"  # YAML has no control characters
    assert (code, 3, 12) in [(d.code, d.span.line, d.span.column) for d in found]
