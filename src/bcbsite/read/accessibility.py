"""The keys of `accessibility` in board.yaml."""

from bcbsite.model.accessibility import Barrier, Compliance, Statement
from bcbsite.read.date_kinds import DATE
from bcbsite.read.fields import Field, Keys
from bcbsite.read.kinds import TEXT, Choice, ListOf

_BARRIER = Keys(
    "a barrier",
    {
        "what": Field(TEXT, "what is not accessible, and for whom", required=True),
        "criterion": Field(TEXT, "the success criterion of WCAG 2.2 that it fails"),
        "until": Field(TEXT, "by when it is to be mended"),
    },
    lambda v: Barrier(v["what"], v["criterion"], v["until"]),
)

ACCESSIBILITY = Keys(
    "the accessibility statement",
    {
        "email": Field(TEXT, "where problems are told of, if not at the contact's address"),
        "phone": Field(TEXT, "a telephone number"),
        "visits": Field(TEXT, "what there is for those who come in person or need help to telephone"),
        "reply_within": Field(TEXT, "how soon the body answers, such as 5 working days"),
        "compliance": Field(
            Choice(tuple(Compliance), Compliance), "how far the website meets WCAG 2.2 AA, after a test"
        ),
        "barriers": Field(ListOf(_BARRIER), "what is known not to be accessible"),
        "burden": Field(ListOf(TEXT), "what would be a disproportionate burden to mend, and why"),
        "exempt": Field(ListOf(TEXT), "what the regulations do not ask for"),
        "prepared": Field(DATE, "the day on which the statement was made"),
        "reviewed": Field(DATE, "the day on which it was last looked through"),
        "tested": Field(DATE, "the day on which people last tested the website"),
        "tested_by": Field(TEXT, "who tested it"),
        "tested_how": Field(TEXT, "which pages were tested, and how they were chosen"),
    },
    lambda v: Statement(
        email=v["email"],
        phone=v["phone"],
        visits=v["visits"],
        reply_within=v["reply_within"],
        compliance=v["compliance"],
        barriers=v["barriers"],
        burden=v["burden"],
        exempt=v["exempt"],
        prepared=v["prepared"],
        reviewed=v["reviewed"],
        tested=v["tested"],
        tested_by=v["tested_by"],
        tested_how=v["tested_how"],
    ),
)
