"""The files that a paper lists: they lie beside it, and are what their names say."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.kept import asked_again
from bcbsite.model.paper import Attachment
from bcbsite.model.reference import Link
from bcbsite.read.file_contents import KINDS, fault_of_content
from bcbsite.read.kinds import scalar
from bcbsite.read.yaml import Node, Problems
from bcbsite.text.file_names import as_one_name


class FileName:
    """The name of a file beside the document."""

    name = "the name of a file beside the paper"

    def read(self, node: Node, problems: Problems) -> tuple[str, Span] | None:
        """The name and its place; whether there is such a file is seen later."""
        text = scalar(node, problems, self.name)
        return (text.strip(), problems.span(node)) if text else None


@asked_again
def read_attachments(
    folder: Path, listed: Sequence[tuple[str, Span]]
) -> tuple[tuple[Attachment, ...], list[Diagnostic]]:
    """The files in *folder* that are *listed*, each once, and what is wrong with them."""
    beside = {as_one_name(path.name): path.name for path in sorted(folder.iterdir())} if listed else {}
    found: dict[str, Attachment] = {}
    first: dict[str, Attachment] = {}
    problems: list[Diagnostic] = []
    for name, at in listed:
        attachment = Attachment(name, folder / name, at)
        other = first.setdefault(as_one_name(name), attachment)
        if name in found or (other is not attachment and _are_one_file(other.path, attachment.path)):
            message = f"The attachment “{name}” is listed twice; it is published once."
            problems.append(Diagnostic("BCB113", at, message))
        else:
            found[name] = attachment
            problems += _faults(attachment, beside)
    return tuple(found.values()), problems


@asked_again
def read_original(
    folder: Path, original: Link | None, at: Span
) -> tuple[Attachment | None, list[Diagnostic]]:
    """The file in *folder* that *original*, which stands at *at*, names; and what is wrong with it.

    BCB801 where it is not the one whose SHA-256 is written there.
    """
    if original is None or original.file is None:
        return None, []
    found, problems = read_attachments(folder, [(original.file, at)])
    if problems or not original.sha256:
        return found[0], problems
    with found[0].path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    if sha256 != original.sha256.strip().casefold():
        message = f"“{original.file}” is another file than the one whose SHA-256 is written here."
        problems.append(Diagnostic("BCB801", at, message))
    return found[0], problems


def _are_one_file(one: Path, other: Path) -> bool:
    """Whether two names are those of one file, on a computer that does not tell capitals apart."""
    return _is_file(one) and _is_file(other) and one.samefile(other)


def _faults(attachment: Attachment, beside: Mapping[str, str]) -> Iterator[Diagnostic]:
    """BCB405 where the file cannot be published, and BCB112 where it is not what its name says."""
    name, path, at = attachment.name, attachment.path, attachment.at
    if not name.isprintable():
        yield Diagnostic("BCB405", at, "This name has characters in it that cannot be seen.")
    elif "/" in name or "\\" in name or name.startswith("."):
        message = f"The attachment “{name}” must lie beside its paper and be written by its name alone."
        yield Diagnostic("BCB405", at, message)
    elif not _is_file(path):
        yield Diagnostic("BCB405", at, *_missing(attachment.name, beside))
    elif path.suffix.lower().removeprefix(".") not in KINDS:
        message = f"Files like “{name}” are not published; these are: {', '.join(KINDS)}."
        yield Diagnostic("BCB405", at, message)
    elif fault := fault_of_content(path):
        yield Diagnostic("BCB112", at, f"“{name}” {fault.message}", fault.hint)


def _is_file(path: Path) -> bool:
    """Whether there is such a file, and it is no link to another; a name that no file can have is none."""
    try:
        return path.is_file() and not path.is_symlink()
    except OSError:
        return False


def _missing(name: str, beside: Mapping[str, str]) -> tuple[str, str]:
    """That there is no file of this name, and which of those *beside* it seems to be meant."""
    like = beside.get(as_one_name(name))
    if like is None:
        return f"There is no file “{name}” beside this paper.", ""
    if like.casefold() == name.casefold():
        message = f"There is no file “{name}” beside this paper, but one with other capitals in its name."
        return message, f"Write “{like}”, as the file is called."
    return (
        f"The file “{like}” is there, but its name is not the one written here: "
        "the same letters are stored in two ways, with accents in one part and in two.",
        "Rename the file: delete its name, and type it again. Type this entry again, too. "
        "Names without accents are safer.",
    )
