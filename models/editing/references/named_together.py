"""What the parts of a reference are to name together after a step: each range the same paragraphs as before, be it as a
list, and all in ascending order where they were so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from models.comparison.references.cited_ranges import cited
from models.comparison.references.listed import keeps_order, listed
from models.draft.mentions import Mention, Sign
from models.editing.references.referring import Referring
from models.editing.references.remembered import Keys
from models.editing.references.renaming import Change

if TYPE_CHECKING:
    from models.editing.references.following import Following

Named = tuple[Keys, ...]
"""The key of each paragraph that is named, or those of the ends of a range."""


def flat(named: Named) -> Keys:
    """The keys of all that is named, of a range its ends."""
    return tuple(chain(*named))


def has_form(named: Named, mention: Mention) -> bool:
    """Whether a reference has as many single paragraphs and ranges, in this order."""
    return [at for keys in named for at in range(len(keys))] == [int(item.ranges) for item in mention.items]


def named_together(following: Following, one: Referring, number: int, keys: Keys) -> Named:
    """What a reference is to name whose parts meant what `keys` say."""
    found = [*_each(following, one, number, keys)]
    places = following.at
    known = all(key in places for key in (*keys, *chain(*found)))
    if not known or keeps_order(one.words) or not _ascended(following, one, number, keys):
        return tuple(found)
    return tuple(sorted(found, key=lambda keys: [places[key] for key in keys if key is not None]))


def _each(following: Following, one: Referring, number: int, keys: Keys) -> Iterator[Keys]:
    """The same in the order it is written in."""
    items = one.entry.mentions[number].items
    for at, (item, key) in enumerate(zip(items, keys, strict=True)):
        if at + 1 < len(items) and items[at + 1].ranges:
            continue
        if not item.ranges or not at:
            yield (key,)
            continue
        ends = keys[at - 1 : at + 1]
        was = following.meant.taken_in((one.entry.key, number, at), ends, following.at)
        now = _range(following, one, was, is_among_others=len(items) > 2) if was else None
        yield from now if now is not None else [ends]


def _range(following: Following, one: Referring, was: Sequence[int], *, is_among_others: bool) -> list[Keys] | None:
    """How a range is to be cited that took in paragraphs given by their keys; None where it is followed by its ends, as
    one that takes in its own paragraph is."""
    entries, meant = following.now.entries, following.meant
    places = [following.at[key] for key in was if key in following.at]
    if len(places) < 2 or one.at in places:
        return None

    def may_take_in(at: int) -> bool:
        return at != one.at and entries[at].key in meant.fresh and entries[at].key not in meant.back

    left = len(places) < len(was) and is_among_others
    units = cited(lambda at: entries[at].paragraph, places, may_take_in, is_left_in_list=left)
    return [tuple(entries[at].key for at in unit) for unit in units]


def _ascended(following: Following, one: Referring, number: int, keys: Keys) -> bool:
    """Whether the parts of a reference were written in ascending order."""
    both = ((key, following.at[key]) for key in keys if key is not None)
    before = following.meant.stood(one.entry.key, one.at, both)
    if before is not None:
        return before[1] == sorted(before[1])
    items = one.entry.mentions[number].items
    numbers = [item.number.text for item in items if item.number is not None and not item.letters]
    return len(numbers) == len(keys) and all(map(str.isdigit, numbers)) and numbers == sorted(numbers, key=int)


def as_list(following: Following, one: Referring, number: int, named: Named) -> list[Change]:
    """What lets a reference name paragraphs as a list; nothing where it cannot."""
    paths = {key: following.now.path(following.at[key]) for key in flat(named) if key is not None}
    names = [tuple(path for key in keys if key is not None and (path := paths[key]) is not None) for keys in named]
    new = listed(one.words, one.entry.mentions[number], names) if [*map(len, names)] == [*map(len, named)] else None
    return [Change(Sign(new.start, new.end, one.words[new.start : new.end]), new.text)] if new is not None else []
