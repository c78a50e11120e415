"""Three-way merge of drafts: what two sides made of one base as one draft, with what clashes between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from models.comparison.change import Comparison
from models.draft import Draft
from models.draft.unsearched import unsearched
from models.merging.conflict import Choice, Conflict, MergeError, Row, Stretch
from models.merging.pairs.crossed import uncrossed
from models.merging.pairs.held_by_both import held_by_both
from models.merging.plan import Plan
from models.merging.planning import planned
from models.merging.references.typed_alike import alike as numbered_alike
from models.merging.rendering import Rendered, render
from models.merging.tables.matched_tables import by_place


@dataclass(frozen=True, eq=False)
class Merge:
    """Two comparisons with one base put together.

    `draft` is the merged text. Where a conflict is open it shows both sides, marked "[ours: … | theirs: …]", so that
    nobody takes it for settled. `choices` are the answers so far, by the key of a conflict or of a row.
    """

    ours: Comparison
    theirs: Comparison
    plan: Plan = field(repr=False)
    choices: Mapping[str, Choice] = field(default_factory=dict)

    @cached_property
    def _rendered(self) -> Rendered:
        return self._made(lambda: None)

    @unsearched()
    def _made(self, step: Callable[[], object]) -> Rendered:
        return render(self.plan, self.choices, step)

    def lay_out(self, step: Callable[[], object]) -> Merge:
        """Lay the text out here and not when it is first asked for; `step` is called on the way and may raise to stop.

        It is the same merge that comes back.
        """
        if "_rendered" not in vars(self):
            vars(self)["_rendered"] = self._made(step)
        return self

    @property
    def draft(self) -> Draft:
        """The merged text."""
        return self._rendered.draft

    @property
    def rows(self) -> tuple[Row, ...]:
        """What stands together, in the order of the merged text; what is gone stands where it stood."""
        return self._rendered.rows

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """All that clashes, settled or not, in the order of the merged text."""
        return self._rendered.conflicts

    @property
    def told(self) -> tuple[str, ...]:
        """What the merge decided by itself, a sentence each: figures of references, last marks, an “Ibid.” in full.

        Also what comes of the answers: words that are said twice by them, or no longer.
        """
        return self._rendered.told

    def stretches(self, position: int) -> tuple[Stretch, ...]:
        """The words of a paragraph of the merged draft, with the side that put them in and where they clash."""
        return self._rendered.stretches(self.plan.sides, position)

    @property
    def open(self) -> tuple[Conflict, ...]:
        """What is not settled."""
        return tuple(conflict for conflict in self.conflicts if conflict.choice is None)


def merge(base: Draft, ours: Draft, theirs: Draft, progress: Callable[[float], None] | None = None) -> Merge:
    """What two sides made of a base; `progress` is told a share of the work and may raise to cancel."""
    from models.comparison.compare import compare

    tell = progress or (lambda share: None)
    first = compare(base, ours, progress=lambda share: tell(0.45 * share))
    second = compare(base, theirs, progress=lambda share: tell(0.45 + 0.45 * share))
    found = merged(first, second)
    tell(1.0)
    return found


@unsearched()
def merged(ours: Comparison, theirs: Comparison) -> Merge:
    """The merge of two comparisons; their old drafts must be one. Pairs made by hand are in them already."""
    if ours.old is not theirs.old and ours.old != theirs.old:
        raise MergeError("The two comparisons start from different drafts; compare both with the same one.")
    (ours, one), (theirs, two) = map(by_place, uncrossed(*held_by_both(ours, theirs)))
    each, numbers = numbered_alike((ours, theirs))
    return Merge(ours, theirs, planned(each, (one, two), numbers))
