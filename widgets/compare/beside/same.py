"""What the compare page says when nothing differs, or nothing that does is shown: a result, not a hole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from models.comparison.change import Comparison
from models.telling.figures import counted, figure
from models.telling.quiet_notes import QuietNotes
from models.telling.sentences import listed
from models.telling.sorts import Weight
from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.folds import only_renumbered
from widgets.compare.changes.row_order import RowOrder
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.surfaces import Sign, Surface, Words


class SaySame(Surface):
    """ "The two drafts say the same", or why nothing is shown; `housekeeping_wanted` where there is some to show,
    `all_wanted` where all is left out."""

    housekeeping_wanted = Signal()
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("paper")
        self._title = Words("", fonts.serif(20, 500))
        self._counts = Words("", fonts.ui(), "ink2", lines=True)
        self.button = Button("Show housekeeping")
        self.show_all = Button("Show all changes")
        self.button.clicked.connect(self.housekeeping_wanted)
        self.show_all.clicked.connect(self.all_wanted)
        lines = QVBoxLayout(self)
        lines.setSpacing(0)
        lines.addStretch(4)
        self._equal, self._hidden = Sign("equals-bold", "agreed", 26), Sign("funnel", "ink2", 26)
        for sign in (self._equal, self._hidden):
            lines.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addSpacing(14)
        for words in (self._title, self._counts):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._counts.setFixedWidth(360)
        lines.addWidget(self._title)
        lines.addSpacing(6)
        lines.addWidget(self._counts, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addSpacing(16)
        for button in (self.button, self.show_all):
            lines.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(5)

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Say what was compared, and what housekeeping there is."""
        self._say("The two drafts say the same", identical_words(arrangement), hidden=False)
        quiet = arrangement.weights[Weight.HOUSEKEEPING] or arrangement.counted.masthead
        self.button.setVisible(bool(quiet))

    def show_hidden(self, arrangement: Arrangement, shown: Shown) -> None:
        """Say what differs where nothing of it is shown, and why."""
        self._say("Nothing is shown", hidden_words(arrangement, shown), hidden=True)
        self.button.hide()

    def show_hidden_in_columns(self, order: RowOrder, shown: Shown) -> None:
        """The same of drafts in columns."""
        self._say("Nothing is shown", hidden_in_columns(order, shown), hidden=True)
        self.button.hide()

    @property
    def words(self) -> str:
        """What it says under its title."""
        return self._counts.text()

    def _say(self, title: str, words: str, *, hidden: bool) -> None:
        self._title.setText(title)
        self._counts.setText(words)
        self._counts.setFixedHeight(self._counts.heightForWidth(self._counts.width()))
        self._equal.setVisible(not hidden)
        for one in (self._hidden, self.show_all):
            one.setVisible(hidden)


def hidden_words(arrangement: Arrangement, shown: Shown) -> str:
    """ "49 changes of substance and 29 changes of housekeeping are not ticked at the side." """
    left = {weight: arrangement.weights[weight] for weight in (Weight.SUBSTANCE, Weight.HOUSEKEEPING)}
    named = {weight: f"{counted(count, 'change')} of {weight.value}" for weight, count in left.items() if count}
    told = []
    if ticked := [words for weight, words in named.items() if weight in shown.weights]:
        sort = " and is of that sort" if shown.sorts else ""
        told.append(f"Of {listed(ticked)} none stands in the operative part{sort}.")
    if others := [weight for weight in named if weight not in shown.weights]:
        one = sum(left[weight] for weight in others) == 1
        told.append(f"{listed([named[weight] for weight in others])} {'is' if one else 'are'} not ticked at the side.")
    return "\n".join(told)


def hidden_in_columns(order: RowOrder, shown: Shown) -> str:
    """ "Of 37 changes of substance none stands in the operative part and is of that sort." """
    what = [
        *(["stands in the operative part"] if shown.operative else []),
        *(["is of that sort"] if shown.sorts else []),
    ]
    return f"Of {counted(len(order.changes(Shown())), 'change')} of substance none {' and '.join(what)}."


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
