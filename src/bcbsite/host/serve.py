"""A preview that is made again whenever a record is saved."""

from pathlib import Path

from mkdocs.commands.serve import serve
from mkdocs.exceptions import MkDocsException

from bcbsite.host.build import WrongUseError, configuration, load_configuration, plugin_of


def preview(content: Path, address: str, drafts: bool = False) -> None:
    """Serve the site of *content* at *address*, host and port, until the process is interrupted.

    With *drafts* it shows what is not public, too. Mistakes are told of in the terminal and at the top of
    each page, over the last site without any. Raises `WrongUseError` where the configuration is at fault or
    the address is taken.
    """
    pages = (content / "pages").resolve()
    pages.mkdir(exist_ok=True)  # MkDocs watches it
    # MkDocs keeps the plugin when it reads the configuration again.
    plugin_of(load_configuration(configuration(), {"docs_dir": str(pages)})).drafts = drafts
    try:
        serve(configuration(), docs_dir=str(pages), dev_addr=address)
    except (MkDocsException, OSError) as error:
        raise WrongUseError(f"The preview cannot be served: {error}") from None
