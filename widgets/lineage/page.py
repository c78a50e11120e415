"""The lineage of one paragraph: its versions draft by draft, or its phrases; beside them the way of one phrase."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.telling.figures import counted
from widgets.inspector.rows import FactRows
from widgets.lineage.grid import PhraseGrid
from widgets.lineage.grid_marks import MarkSign
from widgets.lineage.phrase_text import PhraseText
from widgets.lineage.versions import Versions
from widgets.lineage.view import STATES, LineView, PhraseRow, VersionRow
from widgets.paper.direction import holds_right_to_left, isolated
from widgets.paper.pieces import Mark, Pieces
from widgets.paper.scroll_bar import scrolled
from widgets.shell.status_bar import Item
from widgets.theme import fonts
from widgets.theme.controls import IconButton
from widgets.theme.roles import Role, speak_as
from widgets.theme.segments import Segments
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures

_ASIDE, _ASIDE_FROM = 272, 1000
_TEXT_SHARE = 0.45


class LineagePage(QWidget):
    """`compare_wanted(older, newer, label)` two drafts at the paragraph, `read_wanted(draft, position)` one there."""

    compare_wanted = Signal(str, str, str)
    read_wanted = Signal(str, int)
    status_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: LineView | None = None
        self._phrase = 0
        self.label, self.about = Words("", fonts.ui(600)), Words("", fonts.small(), "ink2")
        self.forms = Segments(("Versions", "Phrases"))
        self.forms.setAccessibleName("How the lineage is shown")
        self.versions, self.text, self.grid = Versions(), PhraseText(), PhraseGrid()
        self.where = Words("", fonts.micro(600), "ink3")
        self.count = Words("", fonts.micro(600), "ink2")
        self.phrase_head, self.quote = Words("", fonts.ui(600)), Words("", fonts.serif(16), lines=True)
        self.who = Words("", fonts.small(), "ink2", lines=True)
        self.way = FactRows(self._read_row, lead=104)
        self.back = IconButton("arrow-up", "Previous phrase (P)")
        self.next = IconButton("arrow-down", "Next phrase (N)")
        self._build()
        self._connect()

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self._bar())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.versions)
        self._stack.addWidget(self._phrases())
        main.addWidget(self._stack, 1)
        across.addLayout(main, 1)
        across.addWidget(self._beside())

    def _bar(self) -> Surface:
        bar = Surface("panel", "bottom")
        bar.setFixedHeight(Measures.PAGE_BAR)
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 0, 12, 1)
        line.setSpacing(8)
        line.addWidget(self.label)
        line.addWidget(self.about, 1)
        line.addWidget(self.forms)
        return bar

    def _phrases(self) -> QWidget:
        ground = Surface("paper")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(0)
        inner = Surface("paper")
        over = QVBoxLayout(inner)
        over.setContentsMargins(48, 0, 32, 8)
        over.setSpacing(0)
        over.addWidget(self.where)
        over.addWidget(self.text)
        over.addStretch(1)
        self._area = scrolled(inner, "paper")
        column.addWidget(self._area)
        legend = QHBoxLayout()
        legend.setContentsMargins(24, 6, 16, 6)
        legend.setSpacing(6)
        legend.addWidget(self.count, 1)
        for state, words in (("came", "comes in, or comes back"), ("left", "left")):
            legend.addWidget(MarkSign(state))
            legend.addWidget(Words(words, fonts.micro(400), "ink2"))
            legend.addSpacing(8)
        column.addLayout(legend)
        column.addWidget(self.grid, 1)
        return ground

    def _beside(self) -> Surface:
        self._aside = Surface("panel", "leading")
        self._aside.setFixedWidth(_ASIDE)
        speak_as(self._aside, Role.ComplementaryContent, "The way of a phrase")
        column = QVBoxLayout(self._aside)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        head = Surface("panel", "bottom")
        head.setFixedHeight(Measures.PAGE_BAR)
        line = QHBoxLayout(head)
        line.setContentsMargins(18, 0, 10, 1)
        line.addWidget(self.phrase_head, 1)
        line.addWidget(self.back)
        line.addWidget(self.next)
        column.addWidget(head)
        inner = Surface("panel")
        words = QVBoxLayout(inner)
        words.setContentsMargins(18, 14, 18, 15)
        words.setSpacing(10)
        words.addWidget(self.quote)
        words.addWidget(self.who)
        words.addSpacing(4)
        words.addWidget(Words("Its way", fonts.micro(600), "ink3"))
        words.addWidget(self.way)
        words.addStretch(1)
        area = scrolled(inner)
        column.addWidget(area, 1)
        return self._aside

    def _connect(self) -> None:
        self.forms.chosen.connect(self.show_form)
        self.versions.compare_wanted.connect(self._compare)
        self.versions.read_wanted.connect(self._read)
        self.text.phrase_chosen.connect(self.choose)
        self.grid.phrase_chosen.connect(self.choose)
        self.grid.draft_wanted.connect(self._read_row)
        self.grid.draft_looked_at.connect(self.look_at)
        self.back.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))

    # What is shown

    def show_line(self, view: LineView) -> None:
        """Show the lineage of another paragraph; words that were selected are looked at as a phrase at once."""
        self.view = view
        self.label.setText(view.label or "Paragraph")
        opening = isolated(view.opening) if holds_right_to_left(view.opening) else view.opening
        self.about.setText(f"{opening}, {_through(view)}" if view.opening != view.label else _through(view))
        self.versions.show_versions(view.versions)
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
            for words in (self.phrase_head, self.quote, self.who):
                words.setText("")
            self.way.show_facts([])
            return
        self._phrase = at = max(0, min(len(view.phrases) - 1, phrase))
        row = view.phrases[at]
        self.text.choose(at)
        self.grid.choose(at)
        self.phrase_head.setText(f"Phrase {row.letter}" if row.letter else "Selected words")
        self.quote.setText(f"“{row.text}”")
        self.who.setText(f"{row.who[:1].upper()}{row.who[1:]}")
        facts = []
        for state, draft in zip(row.states, view.drafts, strict=True):
            position = self._position(draft.node)
            facts.append((draft.label, _said(state, row), draft.line, position is not None))
        self.way.show_facts(facts)
        self.back.setEnabled(at > 0)
        self.next.setEnabled(at + 1 < len(view.phrases))

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
            self.compare_wanted.emit(row.former[0], row.draft.node, row.label)

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
        return [self.forms, self.versions, self.text, self.grid, self._aside]

    def status(self) -> tuple[list[Item], list[Item]]:
        """What counts here, for the status bar."""
        if self.view is None:
            return [], []
        there, number = self.view.there, len(self.view.drafts)
        facts = [
            Item(f"Stands in all {_drafts(number)}" if there == number else f"Stands in {there} of {number} drafts")
        ]
        return facts, [Item("Taken from the words themselves, and from what was paired by hand")]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._aside.setVisible(self.width() >= _ASIDE_FROM or self._stack.currentIndex() == 1)
        wanted = self.text.minimumHeight() + self.where.sizeHint().height() + 8
        self._area.setFixedHeight(round(min(wanted, max(120, self.height() * _TEXT_SHARE))))

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


def _said(state: str, row: PhraseRow) -> str:
    words = len(row.text.split())
    if state == "left":
        return f"Left, {counted(words, 'word')}"
    return STATES[state]
