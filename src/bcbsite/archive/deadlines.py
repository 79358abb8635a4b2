"""The 56 days of Section 55."""

from datetime import date, timedelta

IN_FORCE = date(2017, 4, 3)
"""From about when section 37 of the Policing and Crime Act 2017 applies: earlier reports have no last day."""


def last_day_to_respond(published: date | None) -> date | None:
    """The last day on which the response to a report is in time; nothing where no day applies or is known.

    It must be published "before the end of the period of 56 days beginning with the day on which the report
    is published" (Police Act 1996, s.55(5A)), so the day of publication counts. Weekends and holidays do not
    move it.
    """
    return published + timedelta(days=55) if published and published >= IN_FORCE else None
