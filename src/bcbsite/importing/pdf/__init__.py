"""From a PDF to an imported document.

`letters` and `drawings` (pdfplumber) tell what stands on each page, `lines` and `labels` make lines of it,
`furniture` takes away what every page repeats and `footnotes` what stands at its foot, `tables` and `columns`
find what stands side by side, `measures`, `paragraphs` and `blocks` join lines, and `assembly` puts the pages
together. `counting` (pdfium) reads the words a second time. `bounds` runs all of it in a process of its own;
`bounds.read_pdf` is the way in.
"""
