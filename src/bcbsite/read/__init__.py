"""Files become records: one kind of file a module.

Each reader takes a source and returns `(record, diagnostics)`. A bad field becomes absent, so that one
mistake gives one message.
"""
