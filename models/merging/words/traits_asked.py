"""The kind and the number of a paragraph where the sides made other ones of it: asked, and marked while it is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from models.draft import Kind
from models.merging.conflict import Choice
from models.merging.counting import CONTINUED
from models.merging.pairs.clusters import part_of
from models.merging.sides import BASE, NAMES, OURS, THEIRS, Traits
from models.merging.words.pieces import Place, Streams
from models.merging.words.streams import Cell, said

if TYPE_CHECKING:
    from models.merging.pairs.blocks import Block
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
    if (traits.number or "").startswith(CONTINUED) and traits.set_label is None:
        return "the number of its place"
    called = traits.set_label or traits.number
    return f"number {called}" if called else ("the number of its place" if traits.counted else "no number")


def of_another_part(sheet: Sheet, number: int, block: Block) -> Choice | None:
    """The answer to where a block is to stand, if it is of another part of the text there than as the sides change it.

    Who has its place has it as it is there: in the preamble, or behind it.
    """
    way = sheet.answer(f"{number}:moved")[0]
    if way not in NAMES or not block.places[BASE]:
        return None
    base, ours, theirs = parts = [
        {part_of(side.traits(at).kind) for at in its} for side, its in zip(sheet.sides, block.places, strict=True)
    ]
    # Where each side made it part of something else none of its places is due to the other's form.
    return Choice(way) if parts[NAMES.index(way)] != _either(base, ours, theirs) else None


_T = TypeVar("_T")


def mixed(base: Traits | None, ours: Traits, theirs: Traits) -> tuple[Traits, tuple[str, ...]]:
    """What a paragraph is, of three sides: what a side changed is taken; and in what both changed it otherwise.

    That is "kind" (with the level and the number) or "number" (with the set label); there the base stands, if any, else
    what is counted rather than set, whichever side is called ours.
    """
    before = base or min(ours, theirs, key=_in_doubt)
    unsettled = []
    kinds = [(one.kind, one.level) for one in (before, ours, theirs)]
    numbers = [(one.number, one.counted, one.set_label) for one in (before, ours, theirs)]
    kind, level = _either(*kinds) or kinds[0]
    number = _either(*numbers) or numbers[0]
    if (base is None and kinds[1] != kinds[2]) or _either(*kinds) is None:
        unsettled.append("kind")
        kind, level, number = before.kind, before.level, numbers[0]  # a number is that of its kind
    elif (base is None and numbers[1] != numbers[2]) or _either(*numbers) is None:
        unsettled.append("number")
        number = numbers[0]
    columns = [one.column for one in (before, ours, theirs)]
    column = max((one for one in columns[1:] if one != columns[0]), key=_or_none, default=columns[0])
    return Traits(kind, level, *number, column), tuple(unsettled)


def _in_doubt(one: Traits) -> tuple[bool, str, int, str, str]:
    return not one.counted, one.kind, one.level, one.number or "", one.set_label or ""


def _or_none(column: int | None) -> int:
    return -1 if column is None else column


def _either(base: _T, ours: _T, theirs: _T) -> _T | None:
    """What a side made of it; None where both made something else."""
    if ours == theirs or theirs == base:
        return ours
    return theirs if ours == base else None


def chosen(traits: Traits, what: str, side: Traits | None) -> Traits:
    """The traits with those of a side where it was chosen for "kind" or "number"."""
    if side is None:
        return traits
    if what == "kind":
        return replace(side, column=traits.column)
    return replace(traits, number=side.number, counted=side.counted, set_label=side.set_label)
