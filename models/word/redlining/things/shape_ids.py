"""Shapes of older drawings that come, each under an id of its own: Word counts them, other files count the same way."""

from __future__ import annotations

from itertools import count

from lxml import etree

from models.word.namespaces import VML, w

SHAPE_IDS = ("id", "{urn:schemas-microsoft-com:office:office}spid")
SHAPES_NAMED = ("type", "ShapeID", "idref")
"""By what shapes name their kind, and embedded objects and diagrams their shapes; the first with "#" before the id."""
_HOLDERS = (w("pict"), w("object"), w("r"))


def settle_shapes(root: etree._Element, first: int) -> None:
    """Count anew, in place, the shapes that came, in changes whose ids count from `first`, and are called like others.

    What names them stands in the same drawing.
    """
    every = [node for node in root.iter(f"{{{VML}}}*") if any(node.get(name) for name in SHAPE_IDS)]
    came = [node for node in every if _came(node, first)] if every else []
    if not came:
        return
    standing = set(every).difference(came)
    taken = {node.get(name) for node in standing for name in SHAPE_IDS}
    free = (one for number in count(2_000) if (one := f"_x0000_s{number}") not in taken)
    holders = {next(node.iterancestors(*_HOLDERS), node): None for node in came}
    for holder in holders:
        new: dict[str, str] = {}
        for node in holder.iter(f"{{{VML}}}*"):
            for name in SHAPE_IDS:
                if (value := node.get(name)) and value in taken:
                    node.set(name, new.setdefault(value, next(free)))
        for node in holder.iter(etree.Element) if new else ():
            for name in SHAPES_NAMED:
                value = node.get(name) or ""
                if (called := new.get(value.removeprefix("#"))) is not None:
                    node.set(name, "#" + called if value.startswith("#") else called)
        taken |= {node.get(name) for node in holder.iter(f"{{{VML}}}*") for name in SHAPE_IDS}


def _came(node: etree._Element, first: int) -> bool:
    changes = node.iterancestors(w("ins"), w("moveTo"))
    return any(value.isdigit() and int(value) >= first for change in changes if (value := change.get(w("id")) or ""))
