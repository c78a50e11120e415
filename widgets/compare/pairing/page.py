"""The pairing page, a mode of the compare page: two texts, two ends, and what a hand says of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.comparison.by_hand import Ends, SaidByHand
from models.comparison.candidates import Candidate
from widgets.compare.changes.arrangement import Arrangement
from widgets.compare.drawn.heads import Heads
from widgets.compare.pairing.panel import PairingPanel
from widgets.compare.pairing.rows import End, Pairs
from widgets.compare.pairing.view import PairingView
from widgets.compare.pairing.words import ask_words, gone_words
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.segments import Segments
from widgets.theme.shorter_words import ShorterWords
from widgets.theme.surfaces import Sign, Surface, Words
from widgets.theme.tokens import Measures

_PANEL_FROM = 960
_LINE = 44
_NOTE = "A pair you part stays apart in every later comparison."
HOLDS = "Remembered as lineage; every view, redline and history obeys"
HOLDS_ALONE = "These two texts are only compared: what you pair holds for this comparison alone"


class PairingPane(QWidget):
    """`pair_wanted(pairs)` asks to pair, `part_wanted(ends)` to keep apart (one end None: deleted, or new),
    `back_wanted(ends)` to take back what was said; `candidates_wanted(End)` for what a paragraph could be.
    `refused(str)` tells in a sentence why something cannot be; `left()` that the reader is done, `form_wanted(int)`
    that another form of the comparison is wanted, `old_wanted()` and `new_wanted()` another draft."""

    pair_wanted = Signal(object)
    part_wanted = Signal(object)
    back_wanted = Signal(object)
    candidates_wanted = Signal(object)
    refused = Signal(str)
    left = Signal()
    form_wanted = Signal(int)
    old_wanted = Signal()
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.panel, self.heads, self.view = PairingPanel(), Heads(), PairingView()
        self.forms = Segments(("Side by side", "Inline", "Columns"))
        self.done = Button("Done", key="Esc")
        self.asked, self.how = Words("", fonts.ui(600)), ShorterWords("", fonts.ui(), "ink2")
        self.gone = Button("It was deleted", form="plain", key="Del")
        self.pairs: Pairs | None = None
        self.holds = HOLDS
        """How long what is paired holds, for the status bar."""
        self.setProperty("help", "pairing")
        self._build()
        self._connect()

    def _build(self) -> None:
        bar = Surface("panel", "bottom")
        bar.setFixedHeight(Measures.PAGE_BAR)
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 0, 12, 1)
        line.addWidget(self.forms)
        line.addStretch(1)
        line.addWidget(self.done)
        asking = Surface("hover", "bottom")
        asking.setFixedHeight(_LINE)
        line = laid_across(asking, margins=(16, 0, 12, 1), spacing=8)
        line.addWidget(Sign("link-simple", "ink2"))
        line.addWidget(self.asked)
        line.addWidget(self.how, 1)
        line.addWidget(self.gone)
        paper = self._paper = Surface("paper")
        down = laid_down(paper)
        down.addWidget(self.heads)
        down.addWidget(self.view, 1)
        main = QVBoxLayout()
        main.setSpacing(0)
        for part in (bar, asking):
            main.addWidget(part)
        main.addWidget(paper, 1)
        across = laid_across(self)
        across.addWidget(self.panel)
        across.addLayout(main, 1)

    def _connect(self) -> None:
        view = self.view
        view.pair_wanted.connect(self.pair)
        view.gone_wanted.connect(self.say_gone)
        view.left.connect(self.left)
        view.chosen.connect(self._follow)
        view.candidates_wanted.connect(self.candidates_wanted)
        view.laid_out.connect(lambda: self.heads.lie_over(view.columns()))
        self.panel.list.end_chosen.connect(view.choose)
        self.panel.list.activated.connect(lambda _index: view.setFocus())
        self.panel.list.undo_wanted.connect(self._undo_said)
        self.gone.clicked.connect(self.say_gone)
        self.done.clicked.connect(self.left)
        self.forms.chosen.connect(self.form_wanted)
        self.heads.old_wanted.connect(self.old_wanted)
        self.heads.new_wanted.connect(self.new_wanted)

    # What is shown

    def show_texts(
        self,
        arrangement: Arrangement,
        names: tuple[tuple[str, str], tuple[str, str]],
        end: End | None,
        *,
        place: float | None = None,
        again: bool = False,
    ) -> None:
        """Show two texts (`names`: title and line of each) with a paragraph chosen, its row at a height of the page;
        the same ones compared `again` stay where they are."""
        pairs = self.pairs = Pairs(arrangement, names[0][0], names[1][0])
        self.heads.old.show_name(*names[0])
        self.heads.new.show_name(*names[1])
        way = Qt.LayoutDirection.RightToLeft if pairs.mirrored else Qt.LayoutDirection.LeftToRight
        self._paper.setLayoutDirection(way)
        self.panel.show_pairs(pairs, _NOTE if self.holds == HOLDS else f"{HOLDS_ALONE}.")
        self.forms.choose(0)
        if again:
            held = self.view.held
            here = End(held.old, held.here[0]) if held is not None else None
            self.view.show_again(pairs, here)
        else:
            first = pairs.walk()[0] if pairs.walk() else None
            self.view.show_pairs(pairs, end or first, place)

    def show_candidates(self, end: End, candidates: Sequence[Candidate]) -> None:
        """What a paragraph could be."""
        self.view.show_candidates(end, candidates)

    def _follow(self) -> None:
        pairs, held = self.pairs, self.view.held
        if pairs is None:
            return
        words, how = ask_words(pairs, held)
        self.asked.setText(words)
        self.how.say(how, f"{how.partition('. ')[0].removesuffix('.')}.", "")
        self.gone.setText(gone_words(held))
        self.gone.updateGeometry()
        self.gone.setEnabled(held is not None)
        self.panel.list.follow(End(held.old, held.here[0]) if held is not None else None)

    # What is said

    def pair(self) -> None:
        """Pair the chosen ends, unless that makes no sense."""
        held = self.view.held
        if self.pairs is None or held is None:
            return
        refusal = self.pairs.refusal(held)
        if refusal:
            self.refused.emit(refusal)
        else:
            self.pair_wanted.emit(held.pairs)

    def pair_or_part(self) -> None:
        """Part what is chosen where it is a pair, else pair it; of what is chosen in the list, the same."""
        held, said = self.view.held, self.panel.list.said
        if said is not None:
            self._undo_said(said)
        elif self.pairs is not None and held is not None:
            if self.pairs.is_pair(held):
                self.part_wanted.emit(held.pairs)
            else:
                self.pair()

    def say_gone(self) -> None:
        """Say that the chosen paragraph was deleted, or is new."""
        held = self.view.held
        if held is not None:
            ends: tuple[Ends, ...] = tuple((at, None) if held.old else (None, at) for at in held.here)
            self.part_wanted.emit(ends)

    def _undo_said(self, said: SaidByHand) -> None:
        if said.paired:
            self.part_wanted.emit((said.ends,))
        else:
            self.back_wanted.emit((said.ends,))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= Measures.WIDE_WINDOW
        self.panel.set_wide(wide)
        self.panel.setVisible(self.width() >= _PANEL_FROM)
        self.view.set_wide(wide)
        self.how.setVisible(self.width() >= 700)
