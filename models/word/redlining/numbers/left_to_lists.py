"""Which paragraphs of a file have their numbers from Word's lists, which no text can say otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from models.reading.reading import Origin
from models.word.accepted import accepted
from models.word.markup import child_of, style_of
from models.word.namespaces import w
from models.word.read import Body
from models.word.reading.list_numbers import lists_of


def left_to_lists(data: bytes, origins: Sequence[Origin] | None = None) -> set[int]:
    """The positions, in the text of a file with its changes accepted, of paragraphs that stand in a list.

    `origins` are those of that text, where the file was read.
    """
    package = accepted(data)
    if origins is None:
        body = Body(package)
        body.read()
        origins = body.origins
    every = list(package.root(package.main).iter(w("p")))
    lists = lists_of(package)
    found: set[int] = set()
    for at, origin in enumerate(origins):
        look = child_of(every[origin.element], w("pPr"))
        if look is not None and lists.place(look, style_of(look)) is not None:
            found.add(at)
    return found
