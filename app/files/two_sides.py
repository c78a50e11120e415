"""What a comparison stands on, how its sides are called, and how it is shown where it leaves as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.files.terms import Terms
from models.reading.reading import Origin

if TYPE_CHECKING:
    from models.dossier import Dossier
    from models.dossier.incoming.own_package import OwnPackage
    from models.forms.json_form import BothWarnings
    from models.word.redlining.both_files import BothFiles

STYLES = ("tracked", "marked", "columns")


@dataclass(frozen=True, slots=True)
class Names:
    """What the two sides are called in headings and JSON."""

    old: str
    new: str


@dataclass(frozen=True)
class Ground:
    """The old text's Word file, if it has one, and where each of its paragraphs stands in it.

    `original` is that file as it came, with tracked changes it may have had; `taken` says how they are in the old text,
    "accept" or "reject", and `tracked` whether it had any, None where nobody looked. `new_file` is the new text's own
    Word file and where its paragraphs stand in it: its pictures are taken from there. `warnings` are what was not sure
    in the old file and in the new, `files` are both as a redline asks for them, where that was looked up before.
    `written_on` is the Word file, with its words in it, of a new text that was written on one which hides something.
    """

    package: bytes | None = None
    origins: Sequence[Origin] = ()
    original: bytes | None = None
    taken: str = "accept"
    new_file: tuple[bytes, Sequence[Origin]] | None = None
    tracked: bool | None = None
    warnings: BothWarnings | None = None
    files: BothFiles | None = None
    written_on: OwnPackage | None = None


def kept_ground(dossier: Dossier, old: str, new_file: tuple[bytes, Sequence[Origin]] | None) -> Ground:
    """The Word file that a kept draft stands on, by the draft's id; `new_file` as in `Ground`."""
    from models.dossier.incoming.own_package import package_of

    own = package_of(dossier, old)
    if own is None:
        return Ground()
    return Ground(own.data, own.origins, dossier.original(old), dossier.changes_taken(old), new_file)


@dataclass(frozen=True, slots=True)
class Manner:
    """How changes are shown, and on what terms they leave; `style` is one of STYLES, or None for the ending's own."""

    style: str | None = None
    plain_words: bool = False
    terms: Terms = field(default_factory=Terms)
