"""The kind and the number of a paragraph where the sides made other ones of it: asked, and marked while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.draft import Kind
from models.merging.mixed_traits import chosen, mixed
from models.merging.pieces import Place, Streams
from models.merging.sides import CONTINUED, NAMES, OURS, THEIRS, Traits
from models.merging.streams import Cell, said

if TYPE_CHECKING:
    from models.merging.sheet import Sheet

SIDES = ("ours", "theirs", "base")
"""How a conflict of anything but words may be settled."""


def starts(streams: Streams, place: Place) -> tuple[Traits | None, Traits | None, Traits | None]:
    """What begins at a place on each side, if a paragraph does."""
    found = [streams[side].word(at)[0].start if at is not None else None for side, at in enumerate(place)]
    return found[0], found[1], found[2]


def traits_of(sheet: Sheet, key: str, three: tuple[Traits | None, Traits | None, Traits | None]) -> list[Cell]:
    """The start of a paragraph, with a mark where its kind or its number is not settled."""
    base, ours, theirs = three
    if ours is None or theirs is None:
        return [Cell(start=ours or theirs or base)]
    traits, unsettled = mixed(base, ours, theirs)
    marked: list[Cell] = []
    for what in unsettled:
        name = key.format(what)
        texts = [_named(what, one) for one in three]
        sheet.ask(name, what, texts, SIDES if base is not None else SIDES[:2])
        way, _ = sheet.answer(name)
        if way:
            traits = chosen(traits, what, three[NAMES.index(way)])
        else:
            marked += said(f"[ours: {texts[OURS]} | theirs: {texts[THEIRS]}] ")
    return [Cell(start=traits), *marked]


_KINDS = {
    Kind.PREAMBULAR: "preambular paragraph", Kind.OPERATIVE: "operative paragraph", Kind.SECTION: "section",
    Kind.ENACTING: "the organ’s line", Kind.ANNEX: "heading of an annex", Kind.QUOTE: "quotation",
    Kind.SPONSOR_NOTE: "note on the sponsors", Kind.CLOSING: "closing line", Kind.TEXT: "plain text",
}  # fmt: skip


def _named(what: str, traits: Traits | None) -> str:
    if traits is None:
        return ""
    if what == "kind":
        if traits.kind is Kind.SUBPARAGRAPH:
            return f"subparagraph of level {traits.level}"
        return _KINDS.get(traits.kind, str(traits.kind))
    if traits.number == CONTINUED and traits.set_label is None:
        return "the number after that of the section before"
    called = traits.set_label or traits.number
    return f"number {called}" if called else ("the number of its place" if traits.counted else "no number")
