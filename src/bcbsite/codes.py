"""The table of what can be wrong with content: a stable code, a short name, the meaning and the cure."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a mistake matters: an error stops publication, a warning does not, a note is no mistake."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code stands for."""

    code: str
    """The stable code, `BCB` and three digits."""
    name: str
    """The short name, which `waive:` uses."""
    severity: Severity
    meaning: str
    """What is wrong, in general."""
    cure: str
    """How to mend it."""


def _error(code: str, name: str, meaning: str, cure: str) -> Rule:
    return Rule(code, name, Severity.ERROR, meaning, cure)


def _note(code: str, name: str, meaning: str, cure: str) -> Rule:
    return Rule(code, name, Severity.NOTE, meaning, cure)


def _warning(code: str, name: str, meaning: str, cure: str) -> Rule:
    return Rule(code, name, Severity.WARNING, meaning, cure)


RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in (
        _error(
            "BCB101",
            "no-board",
            "The content folder has no board.yaml.",
            "`bcbsite new board` writes it, with a name and an area; `--content` says which folder is read.",
        ),
        _error(
            "BCB102",
            "encoding",
            "A file is not UTF-8 text.",
            "Save the file again as UTF-8; a Word file must be saved as plain text first.",
        ),
        _error("BCB103", "empty", "A file has nothing in it.", "Write the record, or delete the file."),
        _error(
            "BCB104", "too-large", "A file is too large to be a record.", "Split it, or attach it as a PDF."
        ),
        _error(
            "BCB105",
            "symlink",
            "A symbolic link stands in the content folder.",
            "Put a copy of the file in its place: links are never followed.",
        ),
        _error(
            "BCB106",
            "front-matter",
            "A document does not begin with front matter between two lines of three dashes.",
            "Begin the file with a line ---, then the keys, then another line ---.",
        ),
        _warning(
            "BCB107",
            "unknown-file",
            "A file lies where nothing is read, so it is not published.",
            "Rename it, list it under `attachments` of its paper, or take it out of the folder.",
        ),
        _error(
            "BCB108",
            "folder-name",
            "What lies in meetings/ is not a folder named by a date.",
            "Name it by the date, year first: 2022-02-10, or 2022-02-10-extraordinary for a second one.",
        ),
        _error(
            "BCB109",
            "file-name",
            "A file's name cannot become an address.",
            "Use letters, digits and hyphens, as in 05-performance.md, and no name that records have.",
        ),
        _error(
            "BCB110",
            "alike-names",
            "Two files or folders have names that differ in nothing but capitals.",
            "Rename one of them: on Windows and on a Mac only one of the two can exist.",
        ),
        _error(
            "BCB112",
            "file-content",
            "An attached file is not what its name says, or has nothing in it.",
            "Open it to see what it is, and put the right file in its place.",
        ),
        _warning("BCB113", "attachment-twice", "A paper lists an attachment twice.", "Keep one of the two."),
        _error(
            "BCB201",
            "yaml-syntax",
            "The YAML cannot be read.",
            "Look at this line and the one above: is a colon, a quotation mark or a space missing? "
            'Put text that has a colon in it in "…".',
        ),
        _error(
            "BCB202",
            "duplicate-key",
            "A key appears twice.",
            "Keep one of the two; if it has several values, write them as a list under one key.",
        ),
        _error(
            "BCB203",
            "unknown-key",
            "A key is not one that this kind of file has.",
            "Correct its spelling, or take it out.",
        ),
        _error(
            "BCB204",
            "wrong-type",
            "A value is not of the kind that its key takes.",
            "Write it in the form that the message names.",
        ),
        _error("BCB205", "missing-key", "A key that is needed is missing.", "Add it."),
        _error(
            "BCB206",
            "date",
            "A date cannot be understood, or does not exist.",
            "Write it as 2022-02-10, 10/02/2022 or 10 February 2022, the year with four digits.",
        ),
        _error("BCB207", "time", "A time cannot be understood.", "Write it with 24 hours, as 15:00."),
        _error(
            "BCB208",
            "choice",
            "A value is not one of those allowed.",
            "Use one of those that the message names.",
        ),
        _error(
            "BCB209",
            "yaml-feature",
            "The YAML uses tags, or more aliases or deeper nesting than a record needs.",
            "Write the values out.",
        ),
        _error(
            "BCB210",
            "weekday",
            "A weekday is not that of its date.",
            "Correct the weekday or the date, or leave the weekday out.",
        ),
        _warning(
            "BCB211",
            "comment",
            "Words after a # are not read.",
            "If these words belong to the value, put the whole value in quotation marks. If they are a note "
            "to yourself, put them on a line of their own that begins with #.",
        ),
        _warning(
            "BCB212",
            "name-with-role",
            "A person's name seems to have the role in it.",
            "Put a comma between name and role: Sam Okafor, Chief Constable.",
        ),
        _warning(
            "BCB213",
            "near-name",
            "A person's name is nearly one of people.yaml with the same post.",
            "Correct the spelling. If the signed document has it so, write it under `aliases` of that person "
            "in people.yaml.",
        ),
        _warning(
            "BCB217",
            "printed-date",
            "A date in a printed form names no day that there is, or has a year of two figures.",
            "Correct it if it is mistyped. If the signed document has it so, leave it: it is shown as words.",
        ),
        _error(
            "BCB218",
            "clock-change",
            "A moment does not exist, or comes twice, since the clocks change in its hour.",
            "Write a time before 01:00 or from 02:00 on.",
        ),
        _error(
            "BCB219",
            "too-long",
            "A value that becomes part of an address is too long for one.",
            "Shorten it: an address has room for 200 letters at most in each of its parts.",
        ),
        _error(
            "BCB220",
            "recording-time",
            "A time in a recording cannot be understood.",
            "Write hours, minutes and seconds from its beginning, as in 1:02:05, or minutes and seconds.",
        ),
        _error(
            "BCB221",
            "meeting-state",
            "What meeting.yaml says of the state of a meeting does not go together.",
            "Write state: planned, cancelled or moved; the last needs moved_to: with another day.",
        ),
        _error(
            "BCB222",
            "cancelled-with-minutes",
            "A meeting is said to be cancelled or moved, and minutes of it are held.",
            "If it took place, take state out of meeting.yaml; if not, delete the minutes that were begun.",
        ),
        _warning(
            "BCB223",
            "files-differ",
            "meeting.yaml and another file of the meeting say different things.",
            "Correct the wrong one, or write the fact in one of the two files only.",
        ),
        _error(
            "BCB301",
            "date-folder",
            "A document's date is not that of its folder.",
            "Correct the date, or rename the folder.",
        ),
        _warning(
            "BCB302",
            "repeated-label",
            "A number is printed twice in one document.",
            "This can stay if the signed document has it so: the second gets an address of its own. "
            "If it is mistyped, correct it.",
        ),
        _error(
            "BCB303",
            "unwieldy",
            "Lists are nested too deeply, or a paragraph or the whole text is too long, to be read.",
            "Put an empty line where a new paragraph begins, and nest lists less deeply.",
        ),
        _warning(
            "BCB304",
            "listed-twice",
            "A person is listed twice among those who came, or among the apologies.",
            "This can stay if the signed minutes have it so; else keep one of the two.",
        ),
        _warning(
            "BCB305",
            "skipped-label",
            "A number is left out between two paragraphs.",
            "This can stay if the signed document has it so: nothing is renumbered. Else see whether a "
            "paragraph was lost.",
        ),
        _warning(
            "BCB306",
            "paper-date",
            "A paper's date lies far from its meeting's.",
            "Correct it if it is mistyped; if the paper prints it so, leave it.",
        ),
        _warning(
            "BCB307",
            "personal-data",
            "Something looks like an e-mail address, a telephone number or a postcode.",
            "Take it out before you commit, unless it is an office's: git keeps what was committed.",
        ),
        _warning(
            "BCB308",
            "amount",
            "An amount looks misprinted.",
            "Compare it with the signed document; if it is printed there so, leave it.",
        ),
        _warning(
            "BCB309",
            "footnote",
            "A footnote is missing, or written twice.",
            "Write each note once, as “[^1]: Its words.”, with the mark that the text has.",
        ),
        _warning(
            "BCB320",
            "response-words",
            "A heading or a label of an inspection response is not one that the site knows, but nearly.",
            "Write it as the help shows, with these words alone. If something else is meant, leave it.",
        ),
        _warning(
            "BCB321",
            "damaged-character",
            "A character is damaged, or cannot be shown everywhere.",
            "Compare the place with the signed document, and type what stands there: a letter, or a hyphen "
            "and a space for a bullet.",
        ),
        _warning(
            "BCB328",
            "unread-response",
            "A response to an inspection report has text, and whose comments it has cannot be told.",
            "Write “## Commissioner’s comments” above it, or whose words it has.",
        ),
        _warning(
            "BCB329",
            "unread-update",
            "It is not clear of which action an update in minutes is.",
            "Write above it “Action no. 7.0”, with the number that the action log has, or the words of the "
            "action as the log has them.",
        ),
        _error(
            "BCB310",
            "table-row",
            "A row of a table has more cells than the table's heading.",
            "Give the heading as many cells, and the line of dashes too; or write a stroke that is part"
            " of the words as \\|.",
        ),
        _warning(
            "BCB311",
            "no-table",
            "Lines look like a table and are not read as one.",
            "Write a line of dashes under the heading, with as many cells as the heading has, as in "
            "|---|---|.",
        ),
        _warning(
            "BCB312",
            "square-brackets",
            "Words in square brackets and a colon begin a line, and make no footnote or link.",
            "Write a footnote as [^1]: and its words; write a link as [words](https://…).",
        ),
        _warning(
            "BCB313",
            "no-heading",
            "A line looks like a heading and is not read as one.",
            "Write it as in “## 1. Welcome”, with a space after the #, on a line of its own.",
        ),
        _warning(
            "BCB314",
            "run-on",
            "A line that seems to begin a paragraph is read as part of the one before it.",
            "Leave an empty line before it. If it is part of the paragraph, do not begin a line with it.",
        ),
        _warning(
            "BCB315",
            "no-items",
            "Minutes or an agenda have no text, or no items.",
            "Write each item as a heading with two #, as in “## 1. Welcome”; or write “status: draft” "
            "until there is a text.",
        ),
        _warning(
            "BCB316",
            "unread-label",
            "Words in minutes look like a decision or an update, and are not read as one.",
            "Begin a paragraph of its own with “Decision:”, “Resolved:”, “Agreed:” or “Update:”.",
        ),
        _warning(
            "BCB317",
            "picture",
            "A picture is not shown.",
            "Say in words what it shows. A paper can have it as an attachment, in a PDF.",
        ),
        _warning(
            "BCB318",
            "hidden-note",
            "A note that is meant to be hidden would be read by everybody.",
            "Take it out before you commit: git keeps what was committed.",
        ),
        _warning(
            "BCB319",
            "left-open",
            "A text is only “…”, or has it for words to come, though its record is no draft.",
            "Write the words in its place, or take the line out. Until then, write “status: draft” in "
            "the front matter.",
        ),
        _warning(
            "BCB335",
            "unread-decision",
            "Words of minutes look like a decision, and are not read as one.",
            "Begin a paragraph of its own with “Resolved:”, or name the paragraph under `decisions` in the "
            "front matter. If nothing was decided there, write a waiver.",
        ),
        _warning(
            "BCB336",
            "unclear-number",
            "A heading or a paragraph begins with what may be its number or one of its words.",
            "If it is a number, add it to `numbers` in the front matter; if not, add its first words to "
            "`not_numbers`.",
        ),
        _warning(
            "BCB337",
            "unused-number",
            "Front matter speaks of a number with which nothing begins.",
            "Write it as the heading or the paragraph begins, or take it out.",
        ),
        _warning(
            "BCB338",
            "unread-action",
            "Words of minutes look like an action, and are not read as one.",
            "Begin a paragraph of its own with “Action:” and what is to be done. If no action is raised "
            "there, write a waiver.",
        ),
        _warning(
            "BCB340",
            "unread-markup",
            "HTML, marks of another kind of Markdown, or code stand in a record, and are not understood.",
            "Write the line without the marks; or put a backslash before a sign that is part of the words.",
        ),
        _error(
            "BCB341",
            "open-code",
            "A line of ``` or ~~~ begins code, and no such line ends it.",
            "Take the line out.",
        ),
        _warning(
            "BCB342",
            "unread-paragraph",
            "It is not clear where a paragraph begins, or whether it goes on.",
            "Write each paragraph in one piece, without spaces before it and with an empty line above it.",
        ),
        _warning(
            "BCB343",
            "page-mark",
            "A line was printed on each page, or stood beside the words on a website, and is none of them.",
            "Take the line out, and join the sentence that it cut.",
        ),
        _warning(
            "BCB350",
            "unread-person",
            "Who attended is not understood: a list or a sentence of the text; or front matter has others.",
            "Write in the front matter who is listed, under `members`, `in_attendance` or `apologies`. In a "
            "sentence, give the name or the post of who came or left.",
        ),
        _warning(
            "BCB352",
            "action-in-prose",
            "Minutes say in prose what somebody is to do, and no action is read there.",
            "If an action is raised there, begin a paragraph of its own with “Action:” and what is to be "
            "done. If none is, write a waiver.",
        ),
        _error(
            "BCB401",
            "unknown-reference",
            "A reference names something that does not exist.",
            "Correct it to a number that is printed there, or to an id that exists.",
        ),
        _error("BCB402", "repeated-id", "Two records have the same id.", "Give one of them another id."),
        _warning(
            "BCB403",
            "unknown-owner",
            "An action's owner is no person, post or organisation known to the site.",
            "Correct the spelling, or add the post to people.yaml or the organisation to board.yaml.",
        ),
        _warning(
            "BCB404",
            "unlogged-action",
            "The minutes raise an action that the action log does not have.",
            "Add it to actions.yaml with the meeting and the paragraph under `raised`; "
            "`bcbsite actions sync` does so.",
        ),
        _error(
            "BCB405",
            "attachment",
            "An attachment is missing, lies elsewhere, or is of a kind that is not published.",
            "Put the file beside the paper and write its name only, as in 05-appendix.pdf; "
            "if there is no such file, take its name out.",
        ),
        _error(
            "BCB406",
            "broken-link",
            "A link leads to a record that does not exist.",
            "Correct the address in the brackets, or take the link out.",
        ),
        _warning(
            "BCB407",
            "paper-item",
            "A paper's item is not on the agenda.",
            "Correct `item` to the number printed on the agenda.",
        ),
        _warning(
            "BCB408",
            "unknown-id",
            "An id names no person or organisation.",
            "Correct it to an id that people.yaml or board.yaml has, or add it there.",
        ),
        _error(
            "BCB409",
            "redirect",
            "A redirect leads nowhere, or from an address that a page has.",
            "Write the old address, a colon, and the address that the record has now, or why it is gone.",
        ),
        _warning(
            "BCB410",
            "unraised-action",
            "The action log has an action that the minutes do not raise where the log says so.",
            "Correct `raised`, or write the line `Action:` in the minutes; "
            "if the signed minutes have no such line, leave it.",
        ),
        _note(
            "BCB411",
            "unlinked-mention",
            "Words look like a mention of another record, and are no link.",
            "To link them on purpose, write a link such as [the September meeting](meeting:2021-09-16).",
        ),
        _warning(
            "BCB412",
            "unknown-series",
            "An action's id begins with a series that actions.yaml does not have.",
            "Correct the id, or add the series to `series`.",
        ),
        _error(
            "BCB501",
            "classification",
            "A document that would be published is marked as too sensitive to publish.",
            "Ask whose document it is. If the marking is a slip, correct it. A paper can be withheld: write "
            "`publish: withheld` and a line `reason:`, which the public reads. If the words are only said of "
            "something else, write a waiver (`bcbsite explain BCB501` shows one).",
        ),
        _error(
            "BCB502",
            "unfinished",
            "Something that would keep a record from the public is begun and not finished.",
            "Finish it, as in “status: draft” or “publish_at: 2022-02-17”; or take the line out, if the "
            "record may be public.",
        ),
        _error(
            "BCB503",
            "false-front-matter",
            "Something looks like front matter and is none, so it would be published as text.",
            "Put the keys between two lines of three hyphens --- at the very beginning of the file; or take "
            "the line out.",
        ),
        _error(
            "BCB507",
            "withheld-twice",
            "A number that is withheld is printed twice.",
            "Withhold each by its address: write an entry of `withhold` with `at: p9-1` and one with "
            "`at: p9-1-r2`, as the message names them.",
        ),
        _error(
            "BCB601",
            "permalink-gone",
            "An address that was published is no longer there, and nothing says what became of it.",
            "Put it back; or write in redirects.yaml where it went, or why it is gone.",
        ),
        _error(
            "BCB602",
            "approved-text-changed",
            "The words at an address of approved minutes have changed, and no erratum names the place.",
            "Put the words back, or write an entry under `errata` with the place in `at`.",
        ),
        _error(
            "BCB603",
            "permalinks-line",
            "A line of permalinks.txt cannot be read, or stands there twice.",
            "Restore the line as it was committed, or take out one of the two.",
        ),
        _error(
            "BCB701",
            "leak",
            "Words of a record that is not public would be in the site.",
            "Push nothing more, and show this to whoever looks after the server: the program is at fault.",
        ),
        _error(
            "BCB702",
            "dead-link",
            "A link on the finished site leads nowhere.",
            "Correct the address in the brackets, or take the link out.",
        ),
        _warning(
            "BCB703",
            "attachment-gone",
            "A file that was attached to a paper is published no longer, while the paper is.",
            "If that is meant, leave it; links to the file break. Else put it back under its old name.",
        ),
        _error(
            "BCB704",
            "sealed-attachment",
            "A file beside a paper is encrypted, damaged, or packed beyond what is looked into.",
            "Save it anew without a password, or publish what is in it as files of their own.",
        ),
        _warning(
            "BCB705",
            "words-in-attachment",
            "A file that is attached to a paper has words of a record that is not public.",
            "Open the file and see whether it may be published. If it may, leave it.",
        ),
        _warning(
            "BCB706",
            "locked-pdf",
            "A PDF beside a paper is encrypted, and was not searched for words that are not public.",
            "Save it anew without a password and without restrictions, or read it yourself.",
        ),
        _error(
            "BCB710",
            "submodule",
            "Another repository stands in the place of files.",
            "Put copies of its files there: nothing is read from other repositories.",
        ),
        _error(
            "BCB711",
            "unsafe-name",
            "A file or folder has a name that not every computer can have, or that is not safe to publish.",
            "Rename it, best with letters, digits and hyphens.",
        ),
        _error(
            "BCB712",
            "too-much",
            "The content has more files, or larger ones, than the server takes.",
            "Take large files out, or ask whoever looks after the server to allow more.",
        ),
        _warning(
            "BCB713",
            "public-again",
            "A line of redirects.yaml speaks of a page that has become public since.",
            "Take the line out: the page is shown, and not what the line says.",
        ),
        _warning(
            "BCB714",
            "not-public-now",
            "A page that was published is not public at this moment.",
            "If the server's clock was wrong, correct it; if the page is to be public, correct the record.",
        ),
        _error(
            "BCB720",
            "parties-out-of-order",
            "The names of the local policing body or the chief officer overlap, or are not in order.",
            "Put the oldest first, and give each name the days `from` and `to` which it was in use.",
        ),
        _warning(
            "BCB721",
            "amendment-not-made",
            "Minutes were approved subject to amendments, and nothing shows that these were made.",
            "Make the amendment in the text, and write the day under `amended`.",
        ),
        _warning(
            "BCB722",
            "signed-draft",
            "Draft minutes are said to be signed or approved.",
            "If they have been approved, write `status: approved`; if not, take the key out.",
        ),
        _warning(
            "BCB723",
            "unresolved-correction",
            "A correction does not say what was corrected, and by whom.",
            "Add what is missing; a slip of the website alone is “kind: transcription”.",
        ),
        _warning(
            "BCB724",
            "correction-not-made",
            "The words of a correction are not those of its paragraph.",
            "Correct the paragraph, or the words of the correction.",
        ),
        _warning(
            "BCB750",
            "unclear-duty",
            "It is not clear which duty to respond applies to an inspection report, or why.",
            "Write duty: section 55, other or none; and with other and none a duty_reason.",
        ),
        _warning(
            "BCB751",
            "day-to-come",
            "A report or its response has a day that is to come, or the response one before the report.",
            "Correct the day; or leave it out until the day has come.",
        ),
        _error(
            "BCB752",
            "erased-address",
            "An address that was erased is used again, by a record or by a line that has it.",
            "Give the record another name or title, or take the line out.",
        ),
        _warning(
            "BCB753",
            "name-in-address",
            "An address that has not been published yet has somebody's name in it.",
            "Give the file another name, or in people.yaml write page: no. If the name may stay, leave it.",
        ),
        _error(
            "BCB754",
            "erased-line",
            "A line of erased.txt cannot be read.",
            "Take the line out, and write nothing there: the command “bcbsite erase” does.",
        ),
        _warning(
            "BCB755",
            "no-ground",
            "A private meeting has no ground, or one that is not said to be private has a ground.",
            "Write private_ground: and why; or correct public.",
        ),
        _warning(
            "BCB756",
            "open-statement",
            "The accessibility statement was begun in board.yaml, and something that it needs is missing.",
            "Write the keys that the message names, below accessibility.",
        ),
        _warning(
            "BCB757",
            "no-place",
            "An entry of publication.yaml says neither where something is published, nor how else to get it.",
            "Write where: with an address, or note: with how to get it.",
        ),
        _warning(
            "BCB780",
            "no-owner",
            "An action that has not ended has an empty list of owners.",
            "Write who is to do it, as in `owners: [Treasurer]`; where the minutes name nobody, take the "
            "key out.",
        ),
        _error(
            "BCB801",
            "source-changed",
            "The file of an original is not the one whose SHA-256 is written beside it.",
            "Put back the file that the record was made from; or compare the two, and write the new SHA-256.",
        ),
        _error(
            "BCB802",
            "unbalanced-import",
            "A record that was imported would be published, but the account of its words does not balance.",
            "Compare it with its file in the places that the key `unbalanced` names, and put right what is "
            "missing; then take the key out.",
        ),
    )
}
"""Every rule by its code. Codes are never used again for something else."""
