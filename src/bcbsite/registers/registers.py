"""All registers, in the order in which they are shown; everything that is made of registers begins here."""

from bcbsite.registers.actions import ACTION_EVENTS, ACTIONS
from bcbsite.registers.attendance import ATTENDANCE_NOTES, LISTINGS
from bcbsite.registers.corrections import CORRECTIONS
from bcbsite.registers.decisions import DECISIONS, NOTICES
from bcbsite.registers.inspections import FINDINGS, INSPECTIONS, PROGRESS
from bcbsite.registers.meetings import DOCUMENTS, MEETINGS
from bcbsite.registers.people import MEMBERSHIPS, ORGANISATIONS, PEOPLE, POSTS, TOPICS
from bcbsite.registers.publication import PUBLICATION
from bcbsite.registers.texts import ITEMS, PARAGRAPHS

REGISTERS = (
    MEETINGS,
    DOCUMENTS,
    ITEMS,
    PARAGRAPHS,
    CORRECTIONS,
    DECISIONS,
    NOTICES,
    ACTIONS,
    ACTION_EVENTS,
    INSPECTIONS,
    FINDINGS,
    PROGRESS,
    PEOPLE,
    POSTS,
    MEMBERSHIPS,
    LISTINGS,
    ATTENDANCE_NOTES,
    ORGANISATIONS,
    TOPICS,
    PUBLICATION,
)
