"""What there is to say of paragraphs under other headings, and of headings with nothing under them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from models.draft import Draft, labels
from models.draft.divisions import HEADINGS, headings_over
from models.merging.order.sections_kept import Sections, Stray, has_headings
from models.merging.order.under_headings import name_of
from models.merging.pairs.blocks import Gone
from models.merging.sheet import Sheet
from models.merging.told.as_answered import AsAnswered
from models.merging.told.said_of_words import standing
from models.merging.words.called import quoted, words_of


def follow(sheet: Sheet, draft: Draft, gone: Sequence[Gone], hung: Collection[int]) -> list[str]:
    """What there is to say.

    Not of what stands so by an answer: as it was, as a side has it, or, of the blocks `hung`, where a side has them,
    which is asked with their form.
    """
    if not has_headings(sheet, draft):
        return []
    found, names = Sections(sheet, draft, gone), _Names(sheet, draft, labels(draft))
    answered = AsAnswered(found, sheet, {*map(str, hung)})
    strays = [one for one in found.strays() if not answered.are_so(one)]
    outside = [at for at, meant in found.outside() if not answered.is_heading_so(at, meant)]
    told = {*outside, *(at for _, run in strays for at in run)}
    back = [at for at in answered.back_elsewhere(draft) if at not in told]
    strays += [(False, [at]) for at in back if draft.paragraphs[at].kind not in HEADINGS]
    outside += [at for at in back if draft.paragraphs[at].kind in HEADINGS]
    return [*map(names.told, strays), *map(names.told_outside, outside), *map(names.told_empty, found.empty())]


@dataclass(frozen=True)
class _Names:
    """What the paragraphs of a merged text are called."""

    sheet: Sheet
    draft: Draft
    labels: Sequence[str | None]

    def told(self, stray: Stray) -> str:
        """A sentence for a run of strays."""
        nowhere, run = stray
        which, them, belong = standing(self._called(run[0]), self._called(run[-1]), len(run))
        heading = next((at for at in range(run[0], -1, -1) if self.draft.paragraphs[at].kind in HEADINGS), -1)
        under = f"under {self._heading(heading)}" if heading >= 0 else "before all headings"
        otherwise = f"where neither text has {them}" if nowhere else "and in one text under another heading"
        return f"{which} {under} now, {otherwise}: look where {belong}."

    def told_outside(self, at: int) -> str:
        """A sentence for a heading, and what stands under it, in another annex or section."""
        over = headings_over(self.draft.paragraphs)[at]
        under = f"under {self._heading(over[0])}" if over else "before all headings over it"
        return f"{self._heading(at)} stands {under} now, with all it holds: look where it belongs."

    def told_empty(self, at: int) -> str:
        """A sentence for a heading that stands alone."""
        return f"There is nothing under {self._heading(at)} now: look whether it is to stay."

    def _called(self, at: int) -> str:
        return self.labels[at] or quoted(self._text(at))

    def _heading(self, at: int) -> str:
        return name_of(self.draft, at, self._text(at))

    def _text(self, at: int) -> str:
        line = self.sheet.lines[at]
        if line.whole is not None:
            return line.text(self.sheet.sides)
        row = next(row for row in self.sheet.rows if at in row.merged)
        return words_of(self.sheet.sides, row, self.draft.paragraphs[at])
