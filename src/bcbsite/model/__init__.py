"""The nouns of the field as frozen dataclasses: no reading, no HTML.

One noun a module; `content.Content` holds them all as they were written.
"""
