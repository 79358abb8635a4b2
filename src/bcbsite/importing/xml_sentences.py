"""What is said of XML that is not read."""


def doctype_refused(name: str) -> str:
    """The sentence for a part that defines entities of its own, which no office program writes."""
    return f"{name} has a document type of its own, which no office program writes, and was not read."


def damaged(name: str) -> str:
    """The sentence for a part that is not well-formed, or is nested without reason."""
    return f"{name} is damaged: it is not well-formed. Open it in Word or LibreOffice and save it again."
