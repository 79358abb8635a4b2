"""Names of files and folders that not every computer can have, or not together."""

from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path, PurePosixPath

from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.text.file_names import as_one_name, fault_of_name, fault_of_path


def faults_of_names(
    files: Iterable[Path], attached: Mapping[Path, Span], unread: Set[str], folder: Path
) -> Iterator[Diagnostic]:
    """What is wrong with the names of *files*, all below *folder*, each at its file.

    Of files that papers list (*attached*) it is told at the entry of the list. The folders of files that
    nothing reads (*unread*, their paths in messages) are not compared with others: they are told of already.
    """
    places = [PurePosixPath(path.relative_to(folder)) for path in files]
    listed = {
        PurePosixPath(p.relative_to(folder)): at for p, at in attached.items() if p.is_relative_to(folder)
    }
    yield from _unfit(places, listed, folder)
    read = [place for place in places if (folder / place).as_posix() not in unread]
    folders = {parent for place in read for parent in place.parents if parent.name}
    yield from _alike(sorted({*places, *folders}), listed, folder)


def _unfit(
    places: Iterable[PurePosixPath], listed: Mapping[PurePosixPath, Span], folder: Path
) -> Iterator[Diagnostic]:
    """BCB711: every name is one that Windows can have; of a folder it is told once."""
    # What a list names otherwise than it is called is told of there, as a file that is missing.
    elsewhere = {as_one_name(str(place)) for place in listed}
    told: set[PurePosixPath] = set()
    for place in places:
        unfit = next(
            (p for p in reversed((place, *place.parents)) if p.name and fault_of_name(p.name)), place
        )
        fault = fault_of_name(unfit.name) or fault_of_path(str(place))
        if not fault or unfit in told or (place not in listed and as_one_name(str(place)) in elsewhere):
            continue
        told.add(unfit)
        yield Diagnostic("BCB711", listed.get(unfit) or Span((folder / unfit).as_posix()), fault)


def _alike(
    places: Iterable[PurePosixPath], listed: Mapping[PurePosixPath, Span], folder: Path
) -> Iterator[Diagnostic]:
    """BCB110: no two files or folders beside one another have names that differ in capitals alone."""
    first: dict[PurePosixPath, PurePosixPath] = {}
    for place in places:
        other = first.setdefault(place.parent / as_one_name(place.name), place)
        if other is not place:
            at = listed.get(place) or listed.get(other) or Span((folder / place).as_posix())
            message = f"“{place.name}” and “{other.name}” are one name on Windows and on a Mac."
            yield Diagnostic("BCB110", at, message)
