"""What paragraphs read, of two drafts and of a text beside them: told one by one, or all of them by numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from models.draft import Draft, Paragraph, tidy_runs


def reading(one: Paragraph) -> object:
    """A paragraph as it reads: what it is, its words and their marks, a note being a note whatever it says.

    Its number is no part of it: that may follow from others.
    """
    runs = tuple((run.text, run.marks) if run.footnote is None else None for run in tidy_runs(one.runs))
    return (one.kind, one.level, one.set_label, one.cell is not None, runs)


class Reads:
    """The paragraphs of the old draft, of the new one and of a text by what they read."""

    def __init__(self, old: Draft, new: Draft, text: Draft) -> None:
        self._all = old, new, text

    def alike(self, side: int, place: int, at: int) -> bool:
        """Whether a paragraph of one draft and one of the text read the same."""
        one, two = self._all[side].paragraphs[place], self._all[2].paragraphs[at]
        if one is two:
            return True
        if one.runs == two.runs:
            return (one.kind, one.level, one.set_label, one.cell is None) == (
                two.kind, two.level, two.set_label, two.cell is None)  # fmt: skip
        return one.text == two.text and reading(one) == reading(two)

    @property
    def old(self) -> Sequence[int]:
        """A number for what each paragraph of the old draft reads."""
        return self._numbers[0]

    @property
    def new(self) -> Sequence[int]:
        """The same of the new one."""
        return self._numbers[1]

    @property
    def text(self) -> Sequence[int]:
        """The same of the text."""
        return self._numbers[2]

    @cached_property
    def _numbers(self) -> Sequence[Sequence[int]]:
        return counted(*([reading(one) for one in draft.paragraphs] for draft in self._all))

    @cached_property
    def notes(self) -> Sequence[Sequence[int]]:
        """Numbers for what the notes say that each paragraph cites: of the old draft, of the new, and of the text."""
        return counted(*(_said(draft) for draft in self._all))


def counted(*told: Iterable[object]) -> Sequence[Sequence[int]]:
    """A number for each thing, the same for such as are equal."""
    known: dict[object, int] = {}
    return [[known.setdefault(one, len(known)) for one in its] for its in told]


def _said(draft: Draft) -> Iterable[object]:
    for one in draft.paragraphs:
        yield tuple(tidy_runs(draft.note[note].runs) if note in draft.note else None for note in one.footnotes)
