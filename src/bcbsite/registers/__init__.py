"""The records as tables: which registers there are, their columns, and their rows."""
