"""References that no figure follows in a merged text, "operative paragraph 4" or "the preceding paragraph": where they
mean another paragraph than on the side that wrote them, it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.comparison.references.cited_ranges import Unit, cited
from models.comparison.references.preceding import meant_from_here
from models.comparison.references.unfollowed import Unfollowed
from models.draft import Draft, Kind
from models.draft.division_names import OWN_ANNEX
from models.draft.mentions import Mention
from models.merging.references.living_on import Meant
from models.merging.references.meanings import Meanings, Torn, meant_by
from models.merging.references.named_together import called
from models.merging.references.referring import Referring, Text
from models.merging.references.whole_meant import Whole
from models.merging.words.called import quoted


def told(meanings: Meanings) -> Iterator[str]:
    """What there is to say of them."""
    for one in meanings.all:
        sides = [*one.on_sides(lambda text: text.unfollowed)] if one.here.unfollowed else []
        for says, *three in zip(one.here.unfollowed, *sides, strict=True):
            astray = _astray(meanings, one, says, three)
            if astray is not None:
                meant = "what was meant" if says.sure else "if that is of this text, what was meant"
                now = f"{called(meanings.names, astray)} now" if astray else "gone"
                yield f"{one.name} says “{says.words}”; {meant} is {now}."
    yield from _of_no_annex(meanings)


def _of_no_annex(meanings: Meanings) -> Iterator[str]:
    """What there is to say of lines that name the annex, which has no number, where the text has none any more."""
    sheet = meanings.sheet
    has = [any(one.kind is Kind.ANNEX for one in draft.paragraphs) for draft in (side.draft for side in sheet.sides)]
    if not any(has) or any(one.kind is Kind.ANNEX for one in meanings.draft.paragraphs):
        return
    for row in sheet.rows:
        for at in row.merged:
            says = OWN_ANNEX.search(sheet.lines[at].text(sheet.sides))
            if says is None:
                continue
            three = zip(sheet.sides, (row.base, row.ours, row.theirs), strict=True)
            wrote = [any(OWN_ANNEX.search(side.draft.paragraphs[one].text) for one in places) for side, places in three]
            meant = [frozenset[int]() if here and there else None for here, there in zip(wrote, has, strict=True)]
            if meant_by(wrote, meant, None) is not None:
                name = meanings.names[at] or quoted(sheet.lines[at].text(sheet.sides))
                yield f"{name} says “{says[0]}”; what was meant is gone."


def _astray(
    meanings: Meanings, one: Referring, says: Unfollowed, three: Sequence[tuple[Text, Unfollowed] | None]
) -> Sequence[Unit] | None:
    """What one meant, where it means something else now; none where that is gone, None where it means what it meant."""
    if isinstance(says.says, Mention) and len(says.says.items) > 1:
        mentions = [
            (same[0], same[1].says) if same is not None and isinstance(same[1].says, Mention) else None
            for same in three
        ]
        points = meanings.now.of(one.here.at, says.says)
        whole = Whole(meanings, one.here.at, says.says, mentions)
        side = whole.side(points)
        if side is not None:
            return None if whole.reads(side, points) else [*_units(meanings, whole, side)]
    part = next(_parts_astray(meanings, one, says, three), None)
    return None if part is None else [(min(part),)] if part else []


def _units(meanings: Meanings, whole: Whole, side: int) -> Iterator[Unit]:
    """What a reference of several parts means on a side, each range as it is to be cited now."""
    for part in whole.parts:
        lives = whole.lives(side, part)
        if lives and len(part) == 1:
            yield (min(lives),)
        elif lives:
            paragraph = meanings.draft.paragraphs.__getitem__
            yield from cited(paragraph, [*lives], lambda at: whole.may_take_in(side, at))


def _parts_astray(
    meanings: Meanings, one: Referring, says: Unfollowed, three: Sequence[tuple[Text, Unfollowed] | None]
) -> Iterator[Meant]:
    """What each part of one meant that means something else now."""
    now = _points(meanings, None, meanings.draft, one.here, says)
    meant = [
        _points(meanings, side, meanings.sheet.sides[side].draft, *same) if same is not None else (None,) * len(now)
        for side, same in enumerate(three)
    ]
    wrote = [same is not None for same in three]
    for each, points in zip(zip(*meant, strict=False), now, strict=False):
        want = meant_by(wrote, each, min(points) if points else None)
        if want is not None and not isinstance(want, Torn) and not (points and points <= want):
            yield want


def _points(
    meanings: Meanings, side: int | None, draft: Draft, text: Text, one: Unfollowed
) -> tuple[Meant | None, ...]:
    """Where in the merged text each part stands of what a reference means on a side, or in that text itself."""
    says = one.says
    if isinstance(says, Mention):
        if side is not None:
            return meanings.meant(side, text, says)
        return tuple(None if at is None else frozenset({at}) for at in meanings.now.of(text.at, says))
    # Of all that stand before or after, one may come or go.
    found = meant_from_here(draft.paragraphs, text.at, says) if says.size else None
    return tuple(frozenset({at}) if side is None else meanings.lives(side, at) for at in found or ())
