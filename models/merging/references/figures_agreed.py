"""Clashes of the figures of a reference by which both sides mean the same paragraph, section, annex, note or article:
they follow from its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, product
from typing import NamedTuple

from models.comparison.references.mentions_abroad import followed_in
from models.comparison.references.said import form_of
from models.draft import Draft, Footnote
from models.draft.mention import renamed
from models.draft.mentioned_items import Sign
from models.draft.named_parts import named_parts
from models.merging.pairs.blocks import Block, Woven
from models.merging.references.headings_meant import Parts
from models.merging.references.living_on import Meant, common
from models.merging.references.meanings import Meanings
from models.merging.references.referring import Text, text_of_note
from models.merging.references.typed_alike import Counts
from models.merging.sheet import Sheet
from models.merging.sides import OURS, THEIRS
from models.merging.told.edits import Edit, all_in_pieces
from models.merging.words.pieces import Clash, Part, Streams, Word
from models.merging.words.streams import is_note


class _Means(NamedTuple):
    """What references mean on each side."""

    of_paragraphs: Meanings
    of_parts: Parts


def agreed(sheet: Sheet, draft: Draft, blocks: tuple[Block, ...], known: Counts | None) -> tuple[Block, ...]:
    """The blocks without such clashes; `draft` is the text of the sheet with its numbers."""
    meanings: _Means | None = None
    found = list(blocks)
    for number, block in enumerate(blocks):
        content = block.content
        if not isinstance(content, Woven) or content.rival:
            continue
        parts: list[Part] = []
        for part in content.parts:
            if isinstance(part, Clash) and all(start < end for start, end in part.spans[OURS:]):
                if meanings is None:
                    each = Meanings(sheet, draft)
                    meanings = _Means(each, Parts(each, known))
                parts += _settled(meanings, block, content.streams, part)
            else:
                parts.append(part)
        if tuple(parts) != content.parts:
            found[number] = replace(block, content=replace(content, parts=tuple(parts)))
    return tuple(found)


def _settled(meanings: _Means, block: Block, streams: Streams, clash: Clash) -> Iterator[Part]:
    """A clash, or the figures of one side if both mean the same, or it a part of what the other means.

    Where that stands is set by its place.
    """
    figures = {side: _figures(meanings, block, streams, clash, side) for side in (OURS, THEIRS)}
    for side in sorted(figures, key=lambda side: tuple(streams[side].words[slice(*clash.spans[side])])):
        own, other = figures[side], figures[OURS + THEIRS - side]
        if own is None or other is None or own[0] != other[0] or len(own[1]) != len(other[1]):
            break
        if own[1] and all(map(_is_the_other, *map(_in_order, (own[1], other[1])))):
            for at in range(*clash.spans[side]):
                yield Word((None, at, None) if side == OURS else (None, None, at))
            return
    yield clash


def _in_order(meant: Sequence[Meant]) -> list[Meant]:
    """What the figures of a list mean in the order of the merged text: each side has them in that of its own."""
    return sorted(meant, key=lambda one: min(one, default=-1))


def _is_the_other(one: Meant, other: Meant) -> bool:
    return len(one) == 1 and common(one, other) == one


def _figures(
    meanings: _Means, block: Block, streams: Streams, clash: Clash, side: int
) -> tuple[str, list[Meant]] | None:
    """What a side says between and instead of the figures of a reference, and what these mean; None if it is no such.

    Figures are written as "#".
    """
    if any(map(is_note, streams[side].words[slice(*clash.spans[side])])):
        return None
    number, first, last = streams[side].stands(*clash.spans[side])
    at = block.places[side][number]
    text = meanings.of_paragraphs.sheet.sides[side].draft.paragraphs[at].text
    mentions = [one for one in followed_in(text) if one.start <= first and last <= one.end]
    named = [one for one in named_parts(text) if one.start <= first and last <= one.end] if not mentions else []
    if not (mentions or named):
        return None
    means = [meanings.of_paragraphs.meant(side, Text(at, text), one) for one in mentions]
    signs = [item.signs for one in mentions for item in one.items] + [one.signs for one in named]
    every = [*chain(*means), *(meanings.of_parts.meant(side, one) for one in named)]
    here = [[sign for sign in own if sign.start < last and first < sign.end] for own in signs]
    said = text[first:last]
    for sign in sorted(chain(*here), reverse=True):
        said = said[: max(sign.start - first, 0)] + "#" + said[sign.end - first :]
    return said, [one or frozenset() for one, own in zip(every, here, strict=True) if own]


def _as_ours(ours: str, theirs: str, sign: Sign, figure: Sign) -> list[Edit]:
    """What lets a figure of theirs be as ours is written, with its closing bracket where a suffix comes or goes."""
    if " " in (*sign.text, *figure.text) and (new := renamed(theirs, figure, sign.text)) is not None:
        return [Edit(*one) for one in new]
    return [Edit(figure.start, figure.end, ours[sign.start : sign.end])]


def note_agreed(meanings: Meanings, key: str) -> Footnote:
    """A note of theirs with the figures of ours, where both mean the same by them: they follow from its place."""
    sides = meanings.sheet.sides
    note = sides[THEIRS].notes[key]
    here, there = ([*text_of_note(sides[side], key)] for side in (OURS, THEIRS))
    edits: list[Edit] = []
    for ours, theirs in product(here, there):
        alike = [*map(form_of, ours.followed)] == [*map(form_of, theirs.followed)]
        for one, two in zip(ours.followed, theirs.followed, strict=True) if alike else ():
            meant = meanings.meant(OURS, ours, one), meanings.meant(THEIRS, theirs, two)
            for item, other, own, its in zip(one.items, two.items, *meant, strict=True):
                if own and its and common(own, its) == own:
                    signs = zip(item.signs, other.signs, strict=True)
                    edits += chain.from_iterable(_as_ours(ours.words, theirs.words, *both) for both in signs)
    return replace(note, runs=tuple(all_in_pieces(note.runs, edits)))
