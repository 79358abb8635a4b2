"""Word files (.docx): the parts of the package, read as Word shows them.

The parts are read as XML with lxml: python-docx resolves neither numbers nor tracked changes, text boxes
and content controls, so that it would stand beside a reader of the XML and not in its place.
"""
