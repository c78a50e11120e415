"""What the parts of a reference are to name together after a step: each range the same paragraphs as before, be it as a
list, and all in ascending order where they were so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from models.comparison.references.cited_ranges import cited
from models.comparison.references.listed import Links, keeps_order, listed
from models.draft.mention import written
from models.draft.mentions import Mention, Sign
from models.editing.references.referring import Referring
from models.editing.references.remembered import Keys, Parted
from models.editing.references.renaming import Change, named_after

if TYPE_CHECKING:
    from models.editing.references.following import Following


class Unit(NamedTuple):
    """The key of one paragraph that is named, or those of the ends of a range, and which of the ranges that were typed
    it is of."""

    keys: Keys
    range: int | None


Named = tuple[Unit, ...]


def flat(named: Named) -> Keys:
    """The keys of all that is named, of a range its ends."""
    return tuple(key for unit in named for key in unit.keys)


def has_form(named: Named, mention: Mention) -> bool:
    """Whether a reference has as many single paragraphs and ranges, in this order."""
    return [at for unit in named for at in range(len(unit.keys))] == [int(item.ranges) for item in mention.items]


def parted(named: Named, links: Links) -> Parted | None:
    """What is to be known of the ranges of a reference that has such links; None where all of them are such."""
    ranges = [unit.range for unit in named if unit.range is not None]
    whole = {unit.range for unit in named if len(unit.keys) > 1}
    if len({*ranges}) == len(ranges) and whole.issuperset(ranges):
        return None
    return Parted(tuple(unit.range for unit in named for _ in unit.keys), links)


def named_together(following: Following, one: Referring, number: int, keys: Keys, was: Parted | None) -> Named:
    """What a reference is to name whose parts meant what `keys` say; `was` is what is known of its ranges."""
    units = [*_units(one.entry.mentions[number], keys, was)]
    found = tuple(_each(following, one, number, units))
    places = following.at
    known = all(key in places for key in flat(found))
    if not known or keeps_order(one.words, one.entry.mentions[number]) or not _ascended(following, one, number, keys):
        return found
    return tuple(sorted(found, key=lambda unit: [places[key] for key in unit.keys if key is not None]))


def _units(mention: Mention, keys: Keys, was: Parted | None) -> Iterator[Unit]:
    """The single paragraphs and ranges of a reference as it reads."""
    ranges = was.ranges if was is not None else (None,) * len(keys)
    free = count(max((one for one in ranges if one is not None), default=-1) + 1)
    for at, (item, key) in enumerate(zip(mention.items, keys, strict=True)):
        if item.ranges and at:
            yield Unit(keys[at - 1 : at + 1], next(free) if ranges[at] is None else ranges[at])
        elif at + 1 == len(keys) or not mention.items[at + 1].ranges:
            yield Unit((key,), ranges[at])


def _each(following: Following, one: Referring, number: int, units: Sequence[Unit]) -> Iterator[Unit]:
    """What they are to be, in the order they are written in."""
    every: dict[int, list[Keys]] = {}
    for unit in units:
        if unit.range is not None:
            every.setdefault(unit.range, []).append(unit.keys)
    now = {each: _range(following, one, (number, each), own, len(own) < len(units)) for each, own in every.items()}
    for unit in units:
        known = now.get(unit.range) if unit.range is not None else None
        if known is None:
            yield unit
        else:
            yield from (Unit(keys, unit.range) for keys in known)
            known.clear()


def _range(
    following: Following, one: Referring, place: tuple[int, int], own: Sequence[Keys], is_among_others: bool
) -> list[Keys] | None:
    """How a range is to be cited; None where its parts are followed each for itself, as those of one that takes in its
    own paragraph are."""
    entries, meant = following.now.entries, following.meant
    was = meant.taken_in((one.entry.key, *place), own, following.at) or ()
    places = {following.at[key] for key in was if key in following.at}
    if len(places) < 2 or one.at in places:
        return None

    def may_take_in(at: int) -> bool:
        return at != one.at and entries[at].key in meant.fresh and entries[at].key not in meant.back

    left = is_among_others and (len(places) < len(was) or len(own) > 1)
    units = cited(lambda at: entries[at].paragraph, [*places], may_take_in, is_left_in_list=left)
    return [tuple(entries[at].key for at in unit) for unit in units]


def _ascended(following: Following, one: Referring, number: int, keys: Keys) -> bool:
    """Whether the parts of a reference were written in ascending order."""
    both = ((key, at) for key in keys if key is not None and (at := following.at.get(key)) is not None)
    before = following.meant.stood(one.entry.key, one.at, both)
    if before is not None:
        return before[1] == sorted(before[1])
    items = one.entry.mentions[number].items
    numbers = [item.number.text for item in items if item.number is not None and not item.letters]
    return len(numbers) == len(keys) and all(map(str.isdigit, numbers)) and numbers == sorted(numbers, key=int)


def dropped(following: Following, one: Referring, number: int, keys: Keys, was: Parted | None) -> list[str]:
    """How those of a reference are written that were named one by one where a range had been, and went."""
    mention = one.entry.mentions[number]
    ends = [item.ranges for item in mention.items]
    alone = [not any(both) for both in zip(ends, [*ends[1:], False], strict=True)]
    ranges = was.ranges if was is not None else (None,) * len(keys)
    return [
        written(one.words, mention, item)
        for item, key, each, single in zip(mention.items, keys, ranges, alone, strict=True)
        if single and each is not None and key is not None and key not in following.at
    ]


def as_list(following: Following, one: Referring, number: int, keys: Keys, named: Named, links: Links) -> list[Change]:
    """What lets a reference name paragraphs as a list, or as ranges again, with such links; nothing where it cannot.

    Of those it named, by their `keys`, one that is gone is called what it was.
    """
    mention, at = one.entry.mentions[number], following.at
    both = zip(mention.items, keys, strict=True)
    paths: dict[int | None, tuple[str, ...] | None] = {
        key: named_after((), item)
        for item, key in both
        if key not in at and bool(item.number) is bool(mention.items[0].number)
    }
    paths.update((key, following.now.path(at[key])) for key in flat(named) if key in at)
    names = [tuple(path for key in unit.keys if key is not None and (path := paths.get(key))) for unit in named]
    said = [*chain(*names)]
    if [*map(len, names)] != [len(unit.keys) for unit in named] or len({*said}) < len(said):
        return []
    new = listed(one.words, mention, names, links)
    return [Change(Sign(new.start, new.end, one.words[new.start : new.end]), new.text)] if new is not None else []
