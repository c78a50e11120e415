"""Which references are followed, and those that no figure follows: "the preceding paragraph", a list of which nobody
can say how far it goes, and a bare "paragraph 4" that may be of another text.

What they mean is looked up all the same: where it is another paragraph than before, this is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from models.comparison.mentions_abroad import MARKERS, abroad
from models.comparison.preceding import FromHere, from_here_in, meant_from_here
from models.draft import Paragraph
from models.draft.mentions import Mention, either_in, may_refer, unsure_in

if TYPE_CHECKING:
    from models.editing.edit import Entry
    from models.editing.targets import Targets


Says = Mention | FromHere


class Unfollowed(NamedTuple):
    """One such reference: its words, what it says, and whether it is to the same text for certain."""

    words: str
    says: Says
    sure: bool


def unfollowed_in(text: str, followed: Sequence[Mention]) -> tuple[Unfollowed, ...]:
    """Those of a text, in which the figures of others are `followed`."""
    if not (may_refer(text) or (not text.isascii() and any(marker in text for marker in MARKERS))):
        return ()
    taken = [(mention.start, mention.end) for mention in followed]
    found: list[tuple[Says, bool]] = [(one, True) for one in abroad(text)]
    found += [(one, True) for one in from_here_in(text)]
    found += [(one, one.reach != "bare" or text.startswith(("OP", "PP"), one.start)) for one in unsure_in(text)]
    taken += [(one.start, one.end) for one, _ in found]
    either = [one for one in either_in(text) if not any(start < one.end and one.start < end for start, end in taken)]
    taken = taken[: len(followed)]
    found += [(one, one.reach != "bare") for one in either]
    return tuple(
        Unfollowed(text[one.start : one.end].strip(), one, sure)
        for one, sure in found
        if not any(start < one.end and one.start < end for start, end in taken)
    )


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
    if not all(sign.text in one.words for sign in item.signs):
        return f"“{one.words}”"
    return one.words if len(mention.items) == 1 else mention.written(item)


def same_words(old: Entry, new: Entry) -> bool:
    """Whether two states of a paragraph have the same such references."""
    return [one.words for one in old.unfollowed] == [one.words for one in new.unfollowed]
