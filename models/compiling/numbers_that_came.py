"""In whose names the typed numbers of a file came: who does not see a number cannot change it alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.draft import Draft
from models.reading.reading import Origin
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.letters.atoms import atoms_in
from models.word.resolving.kept import KeptChanges


def names_of_numbers(data: bytes, draft: Draft, origins: Sequence[Origin], places: Iterable[int]) -> dict[int, str]:
    """Those of some paragraphs whose numbers were put in, by the names they came in; `draft` is what the file says."""
    package = Package(data)
    root = package.edit(package.main)
    kept = KeptChanges(root)
    every = list(root.iter(w("p")))
    found: dict[int, str] = {}
    for at in places:
        matched = atoms_in(draft.paragraphs[at], every[origins[at].element])
        raws = [raw for atom in matched.number for raw in atom.raws] if matched is not None else []
        if raws and (name := kept.run_came_by(raws[0].run)):
            found[at] = name
    return found
