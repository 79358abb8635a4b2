"""Why a sentence with a word that decides is no decision; each is counted in the account of the reading."""

from enum import StrEnum


class Reason(StrEnum):
    """A rule by which a sentence decides nothing."""

    QUESTION = "a question, or a condition"
    ANOTHER_DAY = "told of another day"
    SAID = "what somebody said, asked or was told, or in brackets"
    OPINION = "only states that something is so, or may be"
    ANOTHER_USE = "the word does not decide here, as in “noted that” or “agreed with”"
    COURTESY = "a courtesy of one person, or what one undertook to do"
    NOT_DONE = "still to be done, done before, or not done"
    SUBORDINATE = "in a clause that only tells"
    SOMEBODY_ELSE = "by somebody else, or nobody is named who decides for the body"
    PRESENT = "a rule or a habit, in the present tense"
    OF_A_MOTION = "part of a motion that is told of"
    PROCEDURE = "the order of business, or who may speak"
    NONE_MADE = "says that no decision was made"
    ACTION = "in the words of an action, an update or a report"
    QUOTED = "in a quotation"
    HEADING = "in a heading"
    CODE = "in preformatted text"
    ASIDE = "in a list, a table or a footnote, and decides nothing there"
    TOLD_ABOVE = "after one in the same list or table that is told of"
