"""Bullets of a Word file, and those that another was to show and does not: no text that is read back tells of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from models.reading.reading import Origin
from models.word.accepted import accepted
from models.word.archive import says
from models.word.markup import child_of, element, style_of
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.alternatives import chosen_paragraphs
from models.word.reading.list_numbers import lists_of

_SIGNS = (b'"bullet"', b"'bullet'")

Bullet = tuple[int, str]
"""The level of a bullet, and its sign."""


def lost_bullets(data: bytes, file: bytes) -> int:
    """How many paragraphs have another bullet than in `file`, or none, once all changes of `data` are accepted.

    `file` is the new text's own, its changes accepted too. What has no words is left out, and so are files that do not
    have as many paragraphs with words.
    """
    if not may_have_bullets(file) and not may_have_bullets(data):
        return 0
    one, other = bullets(data), bullets(file)
    return sum(a != b for a, b in zip(one, other, strict=True)) if len(one) == len(other) else 0


def bullets(data: bytes) -> list[Bullet | None]:
    """The bullet of each paragraph with words, None where it has none."""
    package = accepted(data)
    nodes = chosen_paragraphs(package.root(package.main))
    return bullets_of(package, (node for node in nodes if any(one.text for one in node.iter(w("t")))))


def bullets_at(data: bytes, origins: Sequence[Origin]) -> tuple[Bullet | None, ...]:
    """The bullet of each paragraph of a draft, None where it has none, by where they stand in its file.

    Empty where the file has no bullets.
    """
    if not may_have_bullets(data):
        return ()
    package = accepted(data)
    every = list(package.root(package.main).iter(w("p")))
    return tuple(bullets_of(package, (every[one.element] for one in origins)))


def levels_at(data: bytes, origins: Sequence[Origin]) -> tuple[int | None, ...]:
    """Of the bullets of `bullets_at` their levels alone: Adref's own layout has a sign for each."""
    return tuple(one[0] if one is not None else None for one in bullets_at(data, origins))


def may_have_bullets(data: bytes) -> bool:
    """Whether a file has lists with bullets, be it that no paragraph is in one."""
    return says(data, *_SIGNS)


def bullets_of(package: Package, nodes: Iterable[etree._Element]) -> list[Bullet | None]:
    """The bullets of some paragraphs of a package whose changes are resolved."""
    lists = lists_of(package)
    found: list[Bullet | None] = []
    for node in nodes:
        look = child_of(node, w("pPr"))
        look = element("pPr") if look is None else look
        place = lists.place(look, style_of(look))
        found.append(
            (place[1], lists.any_level(*place).text) if place is not None and lists.has_bullet(*place) else None
        )
    return found
