"""A comparison of which it is known what became of each paragraph, while its words are still worked out elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from models.comparison.change import Change, Comparison, FootnoteChange
from models.comparison.words.marked import Words
from models.draft import Draft

if TYPE_CHECKING:
    from models.comparison.aligning.reading_order import Group


class Aligned(NamedTuple):
    """What became of each paragraph, a change at each place of three columns, and of each footnote."""

    olds: Sequence[tuple[int, ...]]
    news: Sequence[tuple[int, ...]]
    moved: Sequence[bool]
    footnotes: tuple[FootnoteChange, ...]

    def comparison(self, old: Draft, new: Draft) -> Comparison:
        """A comparison of the two drafts that knows no more: what differs in words is whole texts."""
        changes: list[Change] = []
        for olds, news, moved in zip(self.olds, self.news, self.moved, strict=True):
            words = _as_wholes(text_at(old, olds), text_at(new, news))
            kind = kind_of(olds, news, words)
            changes.append(Change(kind, moved, False, None, (), olds, news, (), (), 0.0, None, words))
        return Comparison(old, new, tuple(changes), self.footnotes)


class UnderWay(Comparison):
    """A comparison that is waited for when more is asked of it than what became of each paragraph."""

    @classmethod
    def begun(
        cls,
        aligned: Comparison,
        words: Callable[[], list[Words]],
        rest: Callable[[], tuple[Sequence[Change], bool]],
    ) -> UnderWay:
        """One that waits for its readable words, and then for the rest: all changes, and whether it is bounded."""
        made = cls.__new__(cls)
        aligned.begin_readable_words(words)
        made.__dict__.update(old=aligned.old, new=aligned.new, footnotes=aligned.footnotes, bound=frozenset(), back={})
        made.__dict__.update(aligned=aligned, _begun=rest)
        return made

    @cached_property
    def aligned(self) -> Comparison:
        """What is known of it at once."""
        return self

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """All changes, waited for."""
        return self._rest[0]

    @cached_property
    def bounded(self) -> bool:
        """Whether a limit on work was reached, waited for."""
        return self._rest[1]

    @cached_property
    def readable_words(self) -> tuple[Words, ...]:
        """The readable words of each change, which come before the rest."""
        return super().readable_words if self.aligned is self else self.aligned.readable_words

    @property
    def differs(self) -> bool:
        """Whether anything differs at all: where words do it is known at once."""
        return any(one.kind != "unchanged" for one in self.aligned.changes) or super().differs

    @cached_property
    def _rest(self) -> tuple[tuple[Change, ...], bool]:
        _ = self.readable_words  # which another core tells before
        changes, bounded = self.__dict__.pop("_begun")()
        return tuple(changes), bounded


def reworded_of(old: Draft, new: Draft, groups: Sequence[Group]) -> list[Words]:
    """The readable words of each change that has any, in order."""
    from models.comparison.words.readable import readable_of

    return [readable_of(*texts) for texts in _texts(old, new, groups) if all(texts) and texts[0] != texts[1]]


def _texts(old: Draft, new: Draft, groups: Sequence[Group]) -> Iterator[tuple[str, str]]:
    return ((text_at(old, olds), text_at(new, news)) for olds, news in groups)


def _as_wholes(old: str, new: str) -> Words:
    if old == new:
        return (("equal", old),) if old else ()
    return tuple([(op, text) for op, text in (("delete", old), ("insert", new)) if text])


def text_at(draft: Draft, places: Sequence[int]) -> str:
    """The text of some paragraphs as one, joined by a line feed."""
    if len(places) == 1:
        return draft.paragraphs[places[0]].text
    return "\n".join([draft.paragraphs[at].text for at in places])


def kind_of(olds: Sequence[int], news: Sequence[int], words: Words) -> str:
    """The kind of a change of some paragraphs, with these words."""
    if not olds:
        return "inserted"
    if not news:
        return "deleted"
    if len(olds) > 1:
        return "merged"
    if len(news) > 1:
        return "split"
    return "reworded" if len(words) > 1 or (words and words[0][0] != "equal") else "unchanged"
