"""Which kept draft a returned file was made on: its text with all changes rejected, looked for among all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from models.draft import Draft, content_hash

NEAR = 0.5
"""A draft of whose paragraphs fewer than this share stand in the text word for word was not its base."""
ALL_CHANGES = "all its changes"
"""What is accepted of a file that is the draft it was made on, as that was kept."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near a kept draft is: `equal` of `paragraphs` of the returned text stand in it word for word.

    `there` counts those of the draft. `same` says that its content is the very same. Paragraphs without words do not
    count.
    """

    node: str
    label: str
    equal: int
    paragraphs: int
    there: int
    same: bool = False

    @property
    def apart(self) -> int:
        """How many paragraphs of either side do not stand in the other."""
        return self.paragraphs + self.there - 2 * self.equal

    def __str__(self) -> str:
        if self.same:
            return f"{self.label}, the very same text"
        return f"{self.label}, {self.equal} of {self.paragraphs} paragraphs word for word"


@dataclass(frozen=True, slots=True)
class Match:
    """What was found: `base` is the draft it was surely made on, None where none is near or several are as near.

    `ties` are those that are as near as each other, the latest kept first: then the user says which. `others` are the
    rest, nearest first. `accepted` names the changes that the draft has in it already, "" where it has none.
    """

    base: Likeness | None
    ties: tuple[Likeness, ...] = ()
    others: tuple[Likeness, ...] = ()
    accepted: str = ""

    @property
    def between(self) -> Likeness | None:
        """What a file is without its changes that is `base` with all of them: a redline of two kept drafts."""
        is_all = self.base is not None and self.accepted == ALL_CHANGES
        return next((one for one in self.others if is_all and not one.apart), None)

    def __str__(self) -> str:
        """One sentence for a delegate."""
        if self.base is not None and self.accepted:
            nothing = ": it proposes nothing" if self.accepted == ALL_CHANGES else ""
            without = f"; without them it is {self.between.label}" if self.between is not None else ""
            return f"With {self.accepted} accepted this is {self.base}{nothing}{without}."
        if self.base is not None:
            return f"Without its changes this is {self.base}."
        if self.ties:
            names = " or ".join(one.label for one in self.ties)
            share = f"{self.ties[0].equal} of {self.ties[0].paragraphs} paragraphs word for word"
            return f"Without its changes this may be {names} (each with {share} or close to it); say which it is."
        return "No kept draft is near this text without its changes."


def matched(
    base: Draft,
    kept: Sequence[tuple[str, str, str]],
    draft: Callable[[str], Draft],
    progress: Callable[[float], None] | None = None,
    words: dict[str, list[str]] | None = None,
) -> Match:
    """The kept draft that a text was made on; `kept` are (id, label, content hash), oldest first, `draft` fetches one.

    `words` keeps those of each content for who asks of several texts.

    First the content is looked for, then each draft is set beside the text paragraph by paragraph. Of drafts with the
    very same content the latest kept is taken: their places are the same. Other drafts are as near as each other where
    one is behind by no more than one paragraph, unless only the nearest has every word: the user chooses then.
    """
    own = content_hash(base)
    paragraphs = _words(base)
    same = [one for one in kept if one[2] == own]
    if same:
        count = len(paragraphs)
        found = [Likeness(node, label, count, count, count, True) for node, label, _ in reversed(same)]
        return Match(found[0], (), tuple(found[1:]))
    likenesses: list[Likeness] = []
    known: dict[str, tuple[int, int]] = {}
    for number, (node, label, content) in enumerate(kept):
        if content not in known:
            there = words[content] if words is not None and content in words else _words(draft(node))
            if words is not None:
                words[content] = there
            known[content] = _equal(paragraphs, there), len(there)
        likenesses.append(Likeness(node, label, known[content][0], len(paragraphs), known[content][1]))
        if progress is not None:
            progress((number + 1) / len(kept))
    return _chosen(likenesses, {node: content for node, _, content in kept})


def likeness(base: Draft, node: str, label: str, kept: Draft) -> Likeness:
    """How near one draft is to a text."""
    own, there = _words(base), _words(kept)
    return Likeness(node, label, _equal(own, there), len(own), len(there), content_hash(base) == content_hash(kept))


def _chosen(found: Sequence[Likeness], contents: dict[str, str]) -> Match:
    latest_first = list(reversed(found))
    ordered = sorted(latest_first, key=lambda one: one.apart)
    if not ordered or not ordered[0].paragraphs or ordered[0].equal < NEAR * ordered[0].paragraphs:
        return Match(None, (), tuple(ordered))
    best = ordered[0]
    # A paragraph that changed is one on either side.
    margin = 0 if best.apart == 0 else 2
    near = [one for one in ordered if one.apart - best.apart <= margin and best.equal - one.equal <= 1]
    if len({contents[one.node] for one in near}) > 1:
        return Match(None, tuple(near), tuple(ordered[len(near) :]))
    return Match(best, (), tuple(ordered[1:]))


def words_of(draft: Draft) -> Iterator[tuple[int, str]]:
    """The words of each paragraph that has any, spacing apart, with its position."""
    for at, paragraph in enumerate(draft.paragraphs):
        if words := " ".join(paragraph.text.split()):
            yield at, words


def words_apart(one: Draft, other: Draft) -> int:
    """How many words each of two texts has that the other has not, wherever they stand.

    A paragraph that was joined to the next without tracking is one less, but no words: those that somebody put in there
    are in no draft, however near it may be by its paragraphs with them.
    """
    own, there = Counter(_words(one)), Counter(_words(other))
    words = [Counter(chain.from_iterable(map(str.split, side.elements()))) for side in (own - there, there - own)]
    return ((words[0] - words[1]) + (words[1] - words[0])).total()


def _words(draft: Draft) -> list[str]:
    return [words for _, words in words_of(draft)]


def _equal(one: Iterable[str], other: Iterable[str]) -> int:
    """How many paragraphs stand in both; of those that stand several times, as often as in both."""
    return sum((Counter(one) & Counter(other)).values())
