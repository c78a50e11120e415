"""Numbers and labels of the working text, worked out where they are asked for and kept until something before moves."""

from __future__ import annotations

from collections.abc import Sequence

from models.draft.labels import Naming, restarting_sections
from models.draft.numbering import Count, sole_operatives
from models.editing.edit import Entry

_STRIDE = 128


class LiveNumbers:
    """Answers as `computed_numbers` and `labels` do, for one paragraph at a time.

    A state is kept every 128 paragraphs, so an edit near the end costs nothing at the beginning.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._states: list[tuple[Count, Naming]] = []
        self._known: dict[int, tuple[str | None, str | None]] = {}
        self._alone: set[int] | None = None

    def forget(self, position: int) -> None:
        """From a position on, the structure is another."""
        del self._states[position // _STRIDE + 1 :]
        self._known = {}
        self._alone = None

    def number(self, position: int) -> str | None:
        """The number shown at a paragraph: as printed, else computed."""
        return self._at(position)[0]

    def label(self, position: int) -> str | None:
        """What people call a paragraph."""
        return self._at(position)[1]

    def _at(self, position: int) -> tuple[str | None, str | None]:
        if position not in self._known:
            self._work_out(position // _STRIDE)
        return self._known[position]

    def _work_out(self, stretch: int) -> None:
        """All numbers of one stretch of paragraphs; the states before it are made on the way."""
        if self._alone is None:
            paragraphs = [entry.paragraph for entry in self._entries]
            self._alone = sole_operatives(paragraphs)
            sections = restarting_sections(paragraphs)
            if self._states and self._states[0][1].sections != sections:
                self._states = []
            for _, naming in self._states:
                naming.sections = sections
            if not self._states:
                self._states = [(Count(), Naming(sections))]
        while len(self._states) <= stretch:
            self._go_through(len(self._states) - 1, keep=True)
        self._go_through(stretch, keep=len(self._states) == stretch + 1)

    def _go_through(self, stretch: int, *, keep: bool) -> None:
        assert self._alone is not None
        count, naming = (state.copy() for state in self._states[stretch])
        assert isinstance(count, Count)
        assert isinstance(naming, Naming)
        first = stretch * _STRIDE
        for position in range(first, min(first + _STRIDE, len(self._entries))):
            entry = self._entries[position]
            computed = count.number(entry.paragraph, position in self._alone)
            label = naming.label(position, entry.paragraph, computed)
            count.pass_by(entry.paragraph)
            self._known[position] = (entry.paragraph.number if entry.printed else computed, label)
        if keep and len(self._states) == stretch + 1:
            self._states.append((count, naming))
