"""A drawing of a Word file as one thing: what it is, and the text boxes in it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.word.namespaces import DRAWING, VML, w
from models.word.reading.alternatives import ALTERNATIVES, chosen

DRAWN = (w("drawing"), w("pict"), w("object"))
"""What draws, and may hold text boxes, whose paragraphs stand by themselves."""
_BOX = w("txbxContent")
_IMAGES = (f"{{{DRAWING}}}blip", f"{{{VML}}}imagedata")


def shell(drawing: etree._Element, boxes: list[etree._Element], is_read: bool = True) -> Iterator[etree._Element]:
    """What makes a drawing, without the text in its boxes; the boxes that are read are put into the list."""
    taken = chosen(drawing) if drawing.tag == ALTERNATIVES else None
    for child in drawing:
        reads = is_read and (taken is None or child is taken)
        if child.tag != _BOX:
            yield child
            yield from shell(child, boxes, reads)
        elif reads:
            boxes.append(child)


def kinds_of_drawing(tags: set[str], has_text: bool) -> Iterator[str]:
    """What a drawing is: by the first of the elements in it that says so; a box with words may have a picture too."""
    yield (kind := _first_kind(tags, has_text))
    if kind == "text-box" and not tags.isdisjoint(_IMAGES):
        yield "picture"


def _first_kind(tags: set[str], has_text: bool) -> str:
    if w("object") in tags:
        return "form-control" if w("control") in tags else "embedded-object"
    spaces = {tag[1:].partition("}")[0] for tag in tags}
    if any(space.endswith(("/chart", "/chartex")) for space in spaces):
        return "chart"
    if any(space.endswith("/diagram") for space in spaces):
        return "diagram"
    if has_text:
        return "text-box"
    if any(tag.endswith("}contentPart") for tag in tags) or any("/ink" in space.casefold() for space in spaces):
        return "ink"
    if not tags.isdisjoint(_IMAGES):
        return "picture"
    return "form-control" if w("control") in tags else "shape"
