"""Actions that minutes raise: in paragraphs, at their ends, in lists and in tables; and what only looks so.

Whatever looks like an action leaves a reader as one, as words that are none by a rule, or as `Unread`.
"""
