"""What the compare page says when nothing differs: a result, not a hole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from models.comparison.change import Comparison
from models.telling.figures import counted, figure
from models.telling.quiet_notes import QuietNotes
from models.telling.sorts import Weight
from models.telling.what_happened import listed
from widgets.compare.arrangement import Arrangement
from widgets.compare.folds import only_renumbered
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.surfaces import Sign, Surface, Words


class SaySame(Surface):
    """ "The two drafts say the same"; `housekeeping_wanted` where there is some to show."""

    housekeeping_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("paper")
        self._title = Words("The two drafts say the same", fonts.serif(20, 500))
        self._counts = Words("", fonts.ui(), "ink2", lines=True)
        self.button = Button("Show housekeeping")
        self.button.clicked.connect(self.housekeeping_wanted)
        lines = QVBoxLayout(self)
        lines.setSpacing(0)
        lines.addStretch(4)
        lines.addWidget(Sign("equals-bold", "agreed", 26), 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addSpacing(14)
        for words in (self._title, self._counts):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._counts.setFixedWidth(360)
        lines.addWidget(self._title)
        lines.addSpacing(6)
        lines.addWidget(self._counts, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addSpacing(16)
        lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(5)

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Say what was compared, and what housekeeping there is."""
        self._counts.setText(identical_words(arrangement))
        quiet = arrangement.weights[Weight.HOUSEKEEPING] or arrangement.counted.masthead
        self.button.setVisible(bool(quiet))


def identical_words(arrangement: Arrangement) -> str:
    """ "46 paragraphs and 14 footnotes are identical. Housekeeping: 15 paragraphs renumbered."""
    comparison: Comparison = arrangement.comparison
    same, quiet = arrangement.weights[Weight.UNCHANGED], arrangement.weights[Weight.HOUSEKEEPING]
    quiet_notes = QuietNotes(comparison)
    looks = len(quiet_notes.in_other_looks())
    notes = sum(note.kind == "unchanged" for note in comparison.footnotes) - looks
    if not arrangement.total:
        return "Neither of them holds a paragraph."
    told = arrangement.counted
    alike = [*_figures(told.heads_of(Weight.UNCHANGED)), *([counted(notes, "footnote")] if notes else [])]
    words = f"{listed(alike)} {'is' if same == 1 and not notes else 'are'} identical."
    if quiet:
        how = "renumbered" if all(map(only_renumbered, arrangement.housekeeping)) else "differ"
        words += f"\nHousekeeping: {listed(_figures(told.heads_of(Weight.HOUSEKEEPING)))} {how}."
    if lines := arrangement.counted.masthead:
        words += f"\n{counted(lines, 'line')} of the masthead differ{'s' if lines == 1 else ''}."
    other = [note for note in comparison.footnotes if quiet_notes.reason(note)]
    if other:
        why = dict.fromkeys(quiet_notes.told(note) for note in other)
        words += f"\n{counted(len(other), 'footnote')} in another form: {', '.join(why)}."
    return words


def _figures(heads: Sequence[tuple[str, int]]) -> list[str]:
    return [f"{figure(count)} {what}" for what, count in heads]


def status_words(arrangement: Arrangement, shown: bool) -> tuple[str, str]:
    """The page's two facts: words in and out, and what happens to housekeeping."""
    summary = arrangement.comparison.summary
    quiet = arrangement.housekeeping
    words = f"{counted(summary.words_inserted, 'word')} in, {figure(summary.words_deleted)} out"
    if not quiet:
        return words, "No housekeeping"
    renumbered = sum(map(only_renumbered, quiet))
    heads = listed(_figures(arrangement.counted.heads_of(Weight.HOUSEKEEPING)))
    said = f"Housekeeping {'shown' if shown else 'hidden'}: {heads}"
    if renumbered:
        said += f", {figure(renumbered)} of them renumbered only" if len(quiet) > 1 else ", renumbered only"
    return words, said
