"""Records from Word, OpenDocument, PDF, HTML and plain text: a reader a format, one writer of records.

A reader turns a file into an `ImportedDocument` (`document.py`): what a reader of the file sees, in its
order, with each number as it is printed. What comes after knows nothing of the format the file had.
"""
