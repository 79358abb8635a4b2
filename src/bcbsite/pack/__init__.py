"""The agenda and the papers of a meeting as one PDF, for the table."""
