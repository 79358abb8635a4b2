"""OpenDocument text files (.odt): the parts of the package, read as LibreOffice shows them."""
