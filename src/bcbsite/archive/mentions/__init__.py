"""Mentions: where records name one another in their text, and which record is meant."""
