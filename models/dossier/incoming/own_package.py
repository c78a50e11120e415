"""The Word package a kept draft stands on: its own file, or its nearest ancestor's with the changes applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.comparison.change import Comparison
    from models.dossier.dossier import Dossier
    from models.draft import Draft
    from models.reading.reading import Origin


@dataclass(frozen=True)
class OwnPackage:
    """A Word file of a draft and where each of its paragraphs stands in it."""

    data: bytes
    origins: tuple[Origin, ...]


def package_of(dossier: Dossier, node: str) -> OwnPackage | None:
    """The package of a draft of a dossier, or None where neither it nor an ancestor came from Word."""
    base = dossier.nearest_original(node)
    own = file_as_read(dossier, base) if base is not None else None
    if base is None or own is None:
        return None
    if base == node:
        return OwnPackage(_settled(own.data, "accept"), own.origins)
    return _applied(own, dossier.compared(base, node))


def package_under(dossier: Dossier, node: str, draft: Draft) -> OwnPackage | None:
    """The package of a working text on a draft of a dossier, or None where none came from Word."""
    from models.comparison.compare import compare

    base = dossier.nearest_original(node)
    own = file_as_read(dossier, base) if base is not None else None
    if base is None or own is None:
        return None
    return _applied(own, compare(dossier.draft(base), draft))


def file_as_read(dossier: Dossier, node: str) -> OwnPackage | None:
    """The Word file that a draft was read from: as it came, or without its tracked changes where the draft has none.

    A file that came back is kept with the text it was made on; all who write on it accept what is in it.
    """
    original = dossier.original(node)
    if original is None:
        return None
    rejects = dossier.changes_taken(node) == "reject"
    return OwnPackage(_settled(original, "reject") if rejects else original, dossier.origins(node))


def nearest_file(dossier: Dossier, node: str) -> bytes | None:
    """The Word file that a draft of a dossier came from, its own or its nearest ancestor's; None where none did."""
    base = dossier.nearest_original(node)
    own = file_as_read(dossier, base) if base is not None else None
    return own.data if own is not None else None


def _settled(data: bytes, revisions: str) -> bytes:
    """A Word file with its tracked changes accepted, or rejected."""
    from models.word.package import Package
    from models.word.resolve import resolve

    package = Package(data)
    resolve(package, revisions)
    return package.to_bytes()


def _applied(own: OwnPackage, comparison: Comparison) -> OwnPackage | None:
    """The ancestor's package with the way to the draft accepted; None where it would not read as the draft."""
    from models.draft import DraftError
    from models.word.read import read_word
    from models.word.redline import write_redline

    try:
        data = _settled(write_redline(comparison, base=own.data, origins=own.origins), "accept")
    except DraftError:
        return None
    reading = read_word(data)
    if [p.text for p in reading.draft.paragraphs] != [p.text for p in comparison.new.paragraphs]:
        return None
    return OwnPackage(data, reading.origins)
