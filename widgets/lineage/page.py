"""The lineage of one paragraph: its versions draft by draft, or its phrases; beside them the way of one phrase."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.telling.figures import counted
from widgets.lineage.grid import PhraseGrid
from widgets.lineage.grid_marks import MarkSign
from widgets.lineage.phrase_text import PhraseText
from widgets.lineage.versions import Versions
from widgets.lineage.view import LineView, PhraseRow, VersionRow
from widgets.lineage.way_of_phrase import WayOfPhrase
from widgets.paper.direction import apart
from widgets.paper.pieces import Mark, Pieces
from widgets.paper.scroll_bar import scrolled
from widgets.shell.status_bar import Item
from widgets.theme import fonts
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.segments import Segments
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures

_ASIDE_FROM = 1000
_TEXT_SHARE = 0.45
_PHRASES_LEAST, _TEXT_LEAST = 240, 72
"""In a low window, as with large letters, the text is scrolled to leave two phrases in sight, but not below these."""


class LineagePage(QWidget):
    """`compare_wanted(older, newer, position)` two drafts at the paragraph of the newer, `read_wanted(draft, position)`
    one there."""

    compare_wanted = Signal(str, str, int)
    read_wanted = Signal(str, int)
    status_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view: LineView | None = None
        self._phrase = 0
        self.label, self.about = Words("", fonts.ui(600)), Words("", fonts.small(), "ink2")
        self.forms = Segments(("Versions", "Phrases"))
        self.forms.setAccessibleName("How the lineage is shown")
        self.versions, self.text, self.grid = Versions(), PhraseText(), PhraseGrid()
        self.where = Words("", fonts.micro(600), "ink3")
        self.count = Words("", fonts.micro(600), "ink2")
        self.aside = WayOfPhrase()
        self._build()
        self._connect()

    def _build(self) -> None:
        across = laid_across(self)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self._bar())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.versions)
        self._stack.addWidget(self._phrases())
        main.addWidget(self._stack, 1)
        across.addLayout(main, 1)
        across.addWidget(self.aside)

    def _bar(self) -> Surface:
        bar = Surface("panel", "bottom")
        bar.setFixedHeight(Measures.PAGE_BAR)
        line = laid_across(bar, margins=(16, 0, 12, 1), spacing=8)
        line.addWidget(self.label)
        line.addWidget(self.about, 1)
        line.addWidget(self.forms)
        return bar

    def _phrases(self) -> QWidget:
        ground = Surface("paper")
        column = laid_down(ground, margins=(0, 14, 0, 0))
        inner = Surface("paper")
        over = laid_down(inner, margins=(48, 0, 32, 8))
        over.addWidget(self.where)
        over.addWidget(self.text)
        over.addStretch(1)
        self._area = scrolled(inner, "paper")
        column.addWidget(self._area)
        legend = laid_across(margins=(24, 6, 16, 6), spacing=6)
        legend.addWidget(self.count, 1)
        for state, words in (("came", "comes in, or comes back"), ("left", "left")):
            legend.addWidget(MarkSign(state))
            legend.addWidget(Words(words, fonts.micro(400), "ink2"))
            legend.addSpacing(8)
        column.addLayout(legend)
        column.addWidget(self.grid, 1)
        return ground

    def _connect(self) -> None:
        self.forms.chosen.connect(self.show_form)
        self.versions.compare_wanted.connect(self._compare)
        self.versions.read_wanted.connect(self._read)
        self.text.phrase_chosen.connect(self.choose)
        self.grid.phrase_chosen.connect(self.choose)
        self.grid.draft_wanted.connect(self._read_row)
        self.grid.draft_looked_at.connect(self.look_at)
        self.aside.draft_wanted.connect(self._read_row)
        self.aside.step_wanted.connect(self.step)

    # What is shown

    def show_line(self, view: LineView) -> None:
        """Show the lineage of another paragraph; words that were selected are looked at as a phrase at once."""
        self.view = view
        self.label.setText(view.label or "Paragraph")
        opening = apart(view.opening.rstrip(",;:."))
        self.about.setText(f"{opening}, {_through(view)}" if view.opening != view.label else _through(view))
        self.versions.show_versions(view.versions, view.here)
        self.text.show_text(view.words, view.phrases, view.drafts)
        self.where.setText(next((draft.label for draft in view.drafts if draft.node == view.node), ""))
        self.grid.show_line(view)
        number = sum(bool(row.letter) for row in view.phrases)
        self.count.setText(f"{counted(number, 'phrase')} through {_drafts(len(view.drafts))}")
        self.forms.part(1).setEnabled(bool(view.phrases))
        self.choose(view.chosen)
        chosen = view.phrases[view.chosen] if view.phrases else None
        self.show_form(1 if chosen is not None and not chosen.letter else 0)
        self._fit()
        self.status_changed.emit()

    def show_form(self, form: int) -> None:
        """Versions (0) or phrases (1)."""
        self.forms.choose(form)
        self._stack.setCurrentIndex(form)
        self._fit()

    def look_at(self, draft: int) -> None:
        """Show the words of the paragraph in another draft, with the phrases that stand there."""
        view = self.view
        if view is None or not 0 <= draft < len(view.drafts):
            return
        head = view.drafts[draft]
        if head.node == view.node:
            words, phrases = view.words, view.phrases
        else:
            words = next((now(row.whole) for row in view.versions if row.draft.node == head.node), ())
            text = "".join(piece.text for piece in words if not piece.note)
            phrases = tuple(_found(row, text) for row in view.phrases)
        says = head.label if words else f"Not in {head.label}"
        self.where.setText(says)
        self.text.show_text(words, phrases, view.drafts)
        self.text.choose(self._phrase)
        self._fit()
        self.status_changed.emit()

    def choose(self, phrase: int) -> None:
        """Look at a phrase."""
        view = self.view
        if view is None or not view.phrases:
            self.aside.show_nothing()
            return
        self._phrase = at = max(0, min(len(view.phrases) - 1, phrase))
        row = view.phrases[at]
        self.text.choose(at)
        self.grid.choose(at)
        self.aside.show_phrase(row, [(draft, self._position(draft.node) is not None) for draft in view.drafts])
        self.aside.back.setEnabled(at > 0)
        self.aside.next.setEnabled(at + 1 < len(view.phrases))

    @property
    def phrase_at(self) -> int | None:
        """Which phrase with a letter is looked at, the first where that has none; None where versions are shown."""
        if self.view is None or self._stack.currentIndex() == 0:
            return None
        return sum(bool(row.letter) for row in self.view.phrases[: self._phrase])

    def look_at_phrase(self, number: int) -> None:
        """Show the phrases, and one of those with a letter."""
        lettered = [at for at, row in enumerate(self.view.phrases if self.view else ()) if row.letter]
        if lettered:
            self.show_form(1)
            self.choose(lettered[min(number, len(lettered) - 1)])

    def _position(self, node: str) -> int | None:
        """Where the paragraph stands in a draft."""
        assert self.view is not None
        return next((row.position for row in self.view.versions if row.draft.node == node), None)

    def step(self, by: int) -> None:
        """To the next phrase (1) or the one before (-1)."""
        self.choose(self._phrase + by)

    # What is asked for

    def _compare(self, row: VersionRow) -> None:
        if row.former is not None:
            self.compare_wanted.emit(row.former[0], row.draft.node, row.position)

    def _read(self, row: VersionRow) -> None:
        if row.position is not None:
            self.read_wanted.emit(row.draft.node, row.position)

    def _read_row(self, number: int) -> None:
        if self.view is None:
            return
        node = self.view.drafts[number].node
        position = self._position(node)
        if position is not None:
            self.read_wanted.emit(node, position)

    # The frame

    @property
    def reading(self) -> QWidget:
        """What has the keyboard first."""
        return self.versions.current if self._stack.currentIndex() == 0 else self.text

    @property
    def parts(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self.forms, self.versions, self.text, self.grid, self.aside]

    def status(self) -> tuple[list[Item], list[Item]]:
        """What counts here, for the status bar."""
        if self.view is None:
            return [], []
        there, number = self.view.there, len(self.view.drafts)
        every = "both drafts" if number == 2 else f"all {_drafts(number)}"
        facts = [Item(f"Stands in {every if there == number else f'{there} of {number} drafts'}")]
        return facts, [Item("Taken from the words themselves, and from what was paired by hand")]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.aside.setVisible(self.width() >= _ASIDE_FROM or self._stack.currentIndex() == 1)
        wanted = self.text.minimumHeight() + self.where.sizeHint().height() + 8
        room = min(max(120, self.height() * _TEXT_SHARE), self.height() - _PHRASES_LEAST)
        self._area.setFixedHeight(round(min(wanted, max(_TEXT_LEAST, room))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in (keys.Key_N, keys.Key_P):
            self.step(1 if event.key() == keys.Key_N else -1)
        elif event.key() == keys.Key_Escape:
            self.reading.setFocus()
        else:
            super().keyPressEvent(event)


def now(pieces: Pieces) -> Pieces:
    """Words that are marked as they read now, without marks."""
    kept = (piece for piece in pieces if piece.mark is not Mark.REMOVED)
    return tuple(replace(piece, mark=Mark.NONE, place=None) for piece in kept)


def _found(row: PhraseRow, text: str) -> PhraseRow:
    """A phrase where it stands in another text, nowhere where its words are not there just so."""
    # What ends a phrase in one draft, a comma, may be a semicolon in another.
    words = row.text.strip(" ,;:.،؛")
    start = text.find(words) if words else -1
    return replace(row, start=max(0, start), end=start + len(words) if start >= 0 else 0)


def _through(view: LineView) -> str:
    return f"through {_drafts(len(view.drafts))}"


def _drafts(number: int) -> str:
    names = ("no draft", "one draft", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    if number < 2:
        return names[number]
    return f"{names[number] if number < len(names) else number} drafts"
