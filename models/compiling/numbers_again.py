"""Typed numbers that are put in once more, there only where what several ask for is taken together."""

from __future__ import annotations

from collections.abc import Sequence

from models.compiling.standing import WITH
from models.draft import Draft
from models.reading.reading import Origin
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.letters.atoms import atoms_in
from models.word.resolving.kept import KeptChanges


def names_of_numbers(data: bytes, draft: Draft, origins: Sequence[Origin], names: Sequence[str]) -> dict[int, str]:
    """The paragraphs whose numbers came in names of several together, and these; `names` are all of the file."""
    if not any(WITH in name for name in names):
        return {}
    package = Package(data)
    root = package.edit(package.main)
    kept = KeptChanges(root)
    every = list(root.iter(w("p")))
    found: dict[int, str] = {}
    for at, (paragraph, origin) in enumerate(zip(draft.paragraphs, origins, strict=True)):
        matched = atoms_in(paragraph, every[origin.element]) if paragraph.number is not None else None
        raws = [raw for atom in matched.number for raw in atom.raws] if matched is not None else []
        if raws and WITH in (name := kept.run_came_by(raws[0].run)):
            found[at] = name
    return found
