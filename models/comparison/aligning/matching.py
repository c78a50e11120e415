"""The state of an alignment while it is being found: which paragraphs belong together, which are still free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import not_

from models.comparison.aligning.weights import Weights
from models.comparison.words.features import Profile

FREE, PAIRED = 1_024, 64
"""About so many paragraphs that have no partner at first, and that have one, tell how common a word is."""
BODY, OTHER = "body", "other"
"""The rooms of the body, and of a masthead line that may have any role."""
_SOLE, _PREAMBLE = "enacting", "preambular"
_ITEM = "subparagraph"
_BODY = ("enacting", "preambular", "operative", "subparagraph")


@dataclass(slots=True)
class Matching:
    """Two lists of profiles and, for each paragraph, its partners on the other side (none while it is free)."""

    old: Sequence[Profile]
    new: Sequence[Profile]
    kinds: tuple[Sequence[str], Sequence[str]] | None = None
    to_new: list[tuple[int, ...]] = field(default_factory=list)
    to_old: list[tuple[int, ...]] = field(default_factory=list)
    bounded: bool = False
    apart: frozenset[tuple[int, int]] = frozenset()
    """Pairs that must not be; -1 stands for every paragraph of that side."""

    bound: frozenset[tuple[int, int]] = frozenset()
    """Pairs that somebody made by hand."""

    elsewhere: set[tuple[int, int]] = field(default_factory=set)
    """Cells that a hand paired with one of another row or column than theirs became."""

    rooms: tuple[Sequence[str], Sequence[str]] | None = None
    """BODY, the role of a masthead line, or "" where that is not known: only equals leave one for another."""

    weak: set[tuple[int, int]] = field(default_factory=set)
    """Pairs that little but their place speaks for; they give way to a move that is sure."""

    poor: set[tuple[int, int]] = field(default_factory=set)
    """Pairs that share so little that they give way also to what is no sure move, if it has much more in common."""

    loose: set[tuple[int, int]] = field(default_factory=set)
    """Pairs for which their place has to speak too, unless they are short."""
    joined: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))
    """Old and new paragraphs that joined a pair which stands elsewhere."""
    _weights: Weights | None = None
    _all_text: str | None = None

    def __post_init__(self) -> None:
        self.to_new = [()] * len(self.old)
        self.to_old = [()] * len(self.new)

    @property
    def weights(self) -> Weights:
        """What each word says, by the paragraphs that are free when first asked and a sample of the rest.

        Of both texts: paragraphs that a hand paired may have hardly a word in common.
        """
        if self._weights is None:
            free = [
                profile
                for profiles, partners in ((self.old, self.to_new), (self.new, self.to_old))
                for profile, pair in zip(profiles, partners, strict=True)
                if not pair
            ]
            paired = [at for at, pair in enumerate(self.to_new) if pair]
            paired = paired[:: _every(paired, PAIRED)]
            theirs = [self.new[at] for old in paired for at in self.to_new[old]]
            self._weights = Weights([*free[:: _every(free, FREE)], *(self.old[at] for at in paired), *theirs])
        return self._weights

    @property
    def all_text(self) -> str:
        """All that both texts say, in small letters."""
        if self._all_text is None:
            self._all_text = "\n".join([profile.text for profile in (*self.old, *self.new)]).casefold()
        return self._all_text

    @property
    def out_of_work(self) -> bool:
        """Whether so much was to be weighed that some of it was weighed more coarsely."""
        return self._weights is not None and self._weights.bounded

    def may(self, old: int, new: int, same: bool = False) -> bool:
        """Whether nobody has said that these two do not belong together, and they are at home in one room.

        What says the `same` may leave its room.
        """
        if self.rooms is not None and not same and (one := self.rooms[0][old]) != (two := self.rooms[1][new]):
            elsewhere = one and two and (BODY in (one, two) or OTHER not in (one, two))
            if elsewhere and self.old[old].key != self.new[new].key:
                return False
        return not self.apart or self.apart.isdisjoint({(old, new), (old, -1), (-1, new)})

    def pair(self, old: Iterable[int], new: Iterable[int], same: bool = False) -> bool:
        """Let these paragraphs belong together, one side has exactly one; false where some are to be kept apart.

        They say the `same` where they do so together.
        """
        olds, news = tuple(sorted(old)), tuple(sorted(new))
        if not all(self.may(i, j, same) for i in olds for j in news):
            return False
        for position in olds:
            self.to_new[position] = news
        for position in news:
            self.to_old[position] = olds
        return True

    def pair_two(self, old: int, new: int) -> bool:
        """The same for two paragraphs alone, of which has been asked whether they may."""
        if self.apart and not self.may(old, new):
            return False
        self.to_new[old] = (new,)
        self.to_old[new] = (old,)
        return True

    def part(self, old: int, new: int) -> None:
        """Free two paragraphs that belong together, they alone."""
        self.to_new[old] = self.to_old[new] = ()

    def give_way(self, old: int, new: int, most: float, poor: float = 0.0) -> bool:
        """Free two paragraphs that have weak partners, if any; false, and nothing done, where one has a better one.

        For an old one that would be gone, a loose partner of the new one that is at `most` so alike is weak too. Not
        the other way: an old text full of near-duplicates always has one like a new paragraph. Where it is said how
        much alike a `poor` pair is at most, those are weak on either side, and only those.
        """
        held = {(old, j) for j in self.to_new[old]} | {(i, new) for i in self.to_old[new]}
        if (old, new) in held or not all(pair in self.loose or pair in self.weak for pair in held):
            return False
        if any(len(self.to_new[i]) > 1 or len(self.to_old[j]) > 1 for i, j in held):
            return False  # more has joined them since
        if poor:
            if not held <= self.poor or any(self._alike(i, j) > poor for i, j in held):
                return False
        elif not held <= self.weak and (self.to_new[old] or any(self._alike(i, j) > most for i, j in held)):
            return False
        for i, j in held:
            self.to_new[i] = self.to_old[j] = ()
        for pairs in (self.loose, self.weak, self.poor):
            pairs -= held
        return True

    def _alike(self, old: int, new: int) -> float:
        return self.weights.dice(self.old[old], self.new[new])

    def same_kind(self, old: int, new: int) -> bool:
        """Whether two paragraphs are of one kind and level, as far as that is known."""
        return self.kinds is None or self.kinds[0][old] == self.kinds[1][new]

    def same_level(self, old: int, new: int) -> bool:
        """Whether two paragraphs are of one level, as far as that is known."""
        return self.kinds is None or self.kinds[0][old][-1] == self.kinds[1][new][-1]

    def one_part(self, old: int, new: int) -> bool:
        """Whether two paragraphs are both of the preamble or both not, as far as that is known."""
        kinds = self.kinds
        return kinds is None or kinds[0][old].startswith(_PREAMBLE) == kinds[1][new].startswith(_PREAMBLE)

    def is_sole(self, position: int, new: bool = False) -> bool:
        """Whether a paragraph is of a kind that a resolution has one of: left there and new here, it is the same."""
        return self.kinds is not None and self.kinds[new][position].startswith(_SOLE)

    def in_body(self, position: int, new: bool = False) -> bool:
        """Whether a paragraph is one of the body, as far as that is known."""
        return self.kinds is not None and self.kinds[new][position].startswith(_BODY)

    def is_item(self, position: int) -> bool:
        """Whether an old paragraph is a subparagraph, and is no equal of what stands before it."""
        kinds = self.kinds
        return (
            kinds is not None and kinds[0][position].startswith(_ITEM) and kinds[0][position - 1] != kinds[0][position]
        )

    def may_move(self, old: int, same: bool = False) -> bool:
        """Whether an old paragraph says enough to be known again elsewhere, with the `same` words or edited.

        An edited heading or cell of three words is more likely another one; an operative paragraph is the same.
        """
        return len(self.old[old].words) >= (2 if same or self.in_body(old) else 4)

    def free_old(self) -> list[int]:
        """Positions of old paragraphs without a partner."""
        return [*compress(count(), map(not_, self.to_new))]

    def free_new(self) -> list[int]:
        """Positions of new paragraphs without a partner."""
        return [*compress(count(), map(not_, self.to_old))]

    def groups(self) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """What belongs together, in the order of the old side; paragraphs without a partner are left out."""
        to_old = self.to_old
        return [(to_old[p[0]], p) for position, p in enumerate(self.to_new) if p and to_old[p[0]][0] == position]


def _every(them: Sequence[object], number: int) -> int:
    """How far apart about so many of them are that come from everywhere."""
    return len(them) // number + 1
