"""What the references of a written text mean that no figure follows, at one time and at another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from models.comparison.references.preceding import meant_from_here
from models.comparison.references.unfollowed import Unfollowed
from models.draft import Paragraph
from models.draft.mentions import Mention

if TYPE_CHECKING:
    from models.editing.edit import Entry
    from models.editing.references.targets import Targets


class State:
    """A text as it stands at one time, asked for what such references mean in it."""

    def __init__(self, targets: Targets) -> None:
        self.targets = targets

    @cached_property
    def _paragraphs(self) -> list[Paragraph]:
        return [entry.paragraph for entry in self.targets.entries]

    def meant(self, at: int, one: Unfollowed) -> tuple[int | None, ...]:
        """The keys of what a reference of the paragraph at a position means."""
        if isinstance(one.says, Mention):
            points = self.targets.resolve(at, one.says)
        else:
            points = meant_from_here(self._paragraphs, at, one.says) or ()
        return tuple(None if point is None else self.targets.entries[point].key for point in points)


def strayed(
    one: Unfollowed, was: Sequence[int | None], now: Sequence[int | None], alive: Callable[[int], bool]
) -> list[tuple[str, int]]:
    """What a reference meant and means no longer: as it is written, and by its key; `alive`: whether that is there."""
    if isinstance(one.says, Mention):
        if set(was) == set(now):
            return []
        parts = [part for part, key in enumerate(was) if key is not None and key != now[part]]
        return [(_written(one, one.says, part), was[part] or 0) for part in parts]
    lost = [key for key in was if key is not None and key not in now]
    if not one.says.size and len(lost) < len(was):
        # Of all that stand before or after one may go: it means another only where that went elsewhere.
        lost = [key for key in lost if alive(key)]
    return [(f"“{one.words}”", key) for key in lost]


def _written(one: Unfollowed, mention: Mention, part: int) -> str:
    """One of the paragraphs of a reference as it is written, be it in words: "paragraph 4"."""
    item = mention.items[part]
    if not all(word in one.words for sign in item.signs for word in sign.text.split()):
        return f"“{one.words}”"
    return one.words if len(mention.items) == 1 else mention.written(item)


def same_words(old: Entry, new: Entry) -> bool:
    """Whether two states of a paragraph have the same such references."""
    return [one.words for one in old.unfollowed] == [one.words for one in new.unfollowed]
