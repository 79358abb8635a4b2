"""Feeds of what is new: https://www.rfc-editor.org/rfc/rfc4287 (Atom)."""
