"""The archive as files for programs, readers and calendars."""
