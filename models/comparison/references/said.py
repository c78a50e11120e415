"""What some words of a draft refer to, and whether that is surely in the same draft."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from models.comparison.references.mentions_abroad import followed_in
from models.comparison.references.unfollowed import may_be_of_another, unfollowed_in, unfollowed_in_note
from models.draft import Draft
from models.draft.mentions import Mention


class Said(NamedTuple):
    """The text of paragraphs as one, with where each begins and its position; or of a note, and of what cites it."""

    text: str
    starts: tuple[int, ...]
    positions: tuple[int, ...]
    citing: str | None = None

    @classmethod
    def of(cls, draft: Draft, positions: Sequence[int]) -> Said:
        """That of some paragraphs of a draft."""
        texts = [draft.paragraphs[at].text for at in positions]
        ends = accumulate(len(text) + 1 for text in texts[:-1])
        return cls("\n".join(texts), (0, *ends), tuple(positions))

    @classmethod
    def of_note(cls, draft: Draft, note: int, position: int) -> Said:
        """That of a note which a paragraph cites."""
        return cls(draft.note[note].text, (0,), (position,), draft.paragraphs[position].text)

    @property
    def references(self) -> tuple[list[Mention], list[Mention]]:
        """Those to paragraphs of the text itself, and those that may be."""
        sure = list(followed_in(self.text))
        if self.citing is None:
            unfollowed = unfollowed_in(self.text, sure)
        else:
            unfollowed = unfollowed_in_note(self.text, sure)
            sure = [one for one in sure if not may_be_of_another(self.text, one, self.citing)]
            unfollowed = tuple(one for one in unfollowed if not may_be_of_another(self.text, one, self.citing))
        others = [(one.says, one.sure) for one in unfollowed if isinstance(one.says, Mention)]
        sure = sorted([*sure, *(one for one, known in others if known)], key=lambda one: one.start)
        return sure, [one for one, known in others if not known]

    def at(self, offset: int) -> int:
        """The position of the paragraph that an offset stands in."""
        return self.positions[bisect_right(self.starts, offset) - 1]


def paired(old: Said, new: Said) -> Iterator[tuple[bool, Mention, Mention]]:
    """The references of two texts that have the same ones, whatever their figures, and whether they are sure."""
    for sure, ones, twos in zip((True, False), old.references, new.references, strict=True):
        if [*map(form_of, ones)] == [*map(form_of, twos)]:
            yield from ((sure, one, two) for one, two in zip(ones, twos, strict=True))


def form_of(mention: Mention) -> object:
    """What stays the same of a reference whose figures change."""
    forms = [(one.number is None, one.in_order, len(one.letters), one.ranges) for one in mention.items]
    return mention.part, mention.reach, forms
