"""HTML becomes a PDF, tagged for screen readers, with bookmarks: WeasyPrint (https://weasyprint.org)."""

import logging

from weasyprint import HTML


def pdf_of(html: str) -> bytes:
    """*html* as a PDF in the form of PDF/UA-1 (ISO 14289-1); the same text is the same bytes."""
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it tells of links that lead to nowhere
    written: bytes = HTML(string=html, url_fetcher=_nothing).write_pdf(pdf_variant="pdf/ua-1")
    return written


def _nothing(url: str) -> dict[str, str]:
    """Whatever a text names, nothing is fetched for it."""
    return {"string": "", "mime_type": "text/plain", "redirected_url": url}
