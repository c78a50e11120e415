"""Numbers and labels of the working text, worked out where they are asked for and kept until something before moves."""

from __future__ import annotations

from collections.abc import Sequence

from models.draft import Kind
from models.draft.labels import Naming, restarting_sections
from models.draft.numbering import Count
from models.editing.edit import Entry

_STRIDE = 128
_PARTS = (Kind.SECTION, Kind.ANNEX, Kind.ENACTING)


class LiveNumbers:
    """Answers as `computed_numbers` and `labels` do, for one paragraph at a time.

    A state is kept every 128 paragraphs, so an edit near the end costs nothing at the beginning.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._states: list[tuple[Count, Naming]] = []
        self._known: dict[int, tuple[str | None, str | None]] = {}
        self._sections: set[int] | None = None
        self._section_count = _count_sections(entries)

    def forget(self, position: int, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        """From a position on, the structure is another: `new` in the place of `old`."""
        del self._states[position // _STRIDE + 1 :]
        self._known = {}
        self._sections = None
        self._section_count += _count_sections(new) - _count_sections(old)

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
        if self._sections is None:
            # Most texts have no section, and then need not be gone through for them.
            paragraphs = (entry.paragraph for entry in self._entries)
            self._sections = sections = restarting_sections(paragraphs) if self._section_count else set()
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
        count, naming = (state.copy() for state in self._states[stretch])
        assert isinstance(count, Count)
        assert isinstance(naming, Naming)
        first = stretch * _STRIDE
        for position in range(first, min(first + _STRIDE, len(self._entries))):
            entry = self._entries[position]
            computed = count.number(entry.paragraph, self._is_alone(position))
            label = naming.label(position, entry.paragraph, computed)
            count.pass_by(entry.paragraph)
            self._known[position] = (entry.paragraph.number if entry.printed else computed, label)
        if keep and len(self._states) == stretch + 1:
            self._states.append((count, naming))

    def _is_alone(self, position: int) -> bool:
        """Whether an operative paragraph is the only one of its section, annex or resolution."""
        if self._entries[position].paragraph.kind is not Kind.OPERATIVE:
            return False
        for way in (range(position - 1, -1, -1), range(position + 1, len(self._entries))):
            for at in way:
                kind = self._entries[at].paragraph.kind
                if kind is Kind.OPERATIVE:
                    return False
                if kind in _PARTS:
                    break
        return True


def _count_sections(entries: Sequence[Entry]) -> int:
    return sum(entry.paragraph.kind is Kind.SECTION for entry in entries)
