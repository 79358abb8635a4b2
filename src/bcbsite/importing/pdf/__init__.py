"""From a PDF to an imported document.

`letters` (pdfplumber) tells what stands on each page, `lines` and `labels` make lines of it, `furniture`
takes away what every page repeats, `tables` and `columns` find what stands side by side, `paragraphs` and
`blocks` join lines, and `assembly` puts the pages together. `counting` (pdfium) reads the words a second
time. `bounds` runs all of it in a process of its own; `bounds.read_pdf` is the way in.
"""
