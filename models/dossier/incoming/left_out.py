"""What was changed without tracking and left out of returned files: of each what was said last, in whatever file."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from models.dossier.dossier import Dossier


def left_out_on(dossier: Dossier, node: str) -> frozenset[str]:
    """What is left out of the files made on a draft, by its `key_of_nobody`."""
    found: set[str] = set()
    for file in dossier.returned_files():
        if file.node == node:
            found -= {*file.facts.get("put_back", ())}
            found |= {*file.facts.get("left_out", ())}
    return frozenset(found)


def facts_of_left_out(
    dossier: Dossier, node: str | None, own: AbstractSet[str], without: AbstractSet[str]
) -> dict[str, list[str]]:
    """What a file is remembered by: all its own that may be left out, and which of them the user wants none of.

    What any file was left without is put back where it is not left out of this one, also when it is said once more.
    """
    ever = {key for file in dossier.returned_files() if file.node == node for key in file.facts.get("left_out", ())}
    said = {"left_out": sorted(without), "put_back": sorted(ever & own - without)}
    return {name: keys for name, keys in said.items() if keys}
