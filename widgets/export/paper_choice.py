"""How the file is set on paper: its size, its numbers and lines, and "Ibid.", as far as the form has them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from models.circulation.typesetting import A4, GENEVA, PAPERS, USUAL, Paper, Typesetting
from widgets.theme import fonts
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.segments import Segments
from widgets.theme.surfaces import Words

_PAPER, _NUMBERS, _LINES, _IBID = "paper", "numbers", "lines", "ibid"
_HAS = {
    "tracked": {_PAPER, _NUMBERS, _LINES},
    "marked": {_PAPER, _NUMBERS, _LINES},
    "columns": {_PAPER},
    "drafts": {_PAPER},
    "clean": {_PAPER, _NUMBERS, _LINES, _IBID},
    "pdf": {_PAPER},
    "printed": {_PAPER, _LINES, _IBID},
}
_KEEPS = {
    "tracked": "The file keeps the paper and the numbers of the other text’s Word file.",
    "clean": "Set on paper by Adref, not as in its own Word file",
}
_ON_THEIR_SIDE = ("columns", "drafts")  # pages that no house has


@dataclass(frozen=True, slots=True)
class Ground:
    """What is chosen for: the key of a form, and whether a Word file stands there already whose layout it keeps."""

    form: str
    own_file: bool = False


class PaperChoice(QWidget):
    """`changed` tells that something was chosen."""

    changed = Signal()

    def __init__(self, setting: Typesetting = USUAL) -> None:
        super().__init__()
        self._ground = Ground("clean")
        self._wanted = setting.paper
        self._told = Words("", fonts.small(), "ink2", lines=True)
        self.by_adref = QCheckBox(_KEEPS["clean"])
        self.papers = Segments(tuple(one.words for one in PAPERS))
        self.papers.setAccessibleName("Paper")
        self.papers.setToolTip("Letter and A4 as Headquarters sets them, or A4 as the Geneva Office does")
        self.lines = QCheckBox("Line numbers")
        self.numbers = QCheckBox("Typed numbers")
        self.ibid = QCheckBox("“Ibid.”")
        self.numbers.setToolTip("The numbers of paragraphs stand in the text instead of being counted by Word")
        self.ibid.setToolTip("A source that the note before names too is printed as “Ibid.”")
        for box, on in ((self.lines, setting.line_numbers), (self.numbers, setting.literal_numbers),
                        (self.ibid, setting.ibid), (self.by_adref, False)):  # fmt: skip
            box.setChecked(on)
            box.setFont(fonts.ui())
            box.toggled.connect(self._tell)
        self.papers.chosen.connect(self._take)
        column = laid_down(self, margins=(0, 8, 0, 0), spacing=6)
        column.addWidget(self._told)
        column.addWidget(self.by_adref)
        self._row = QWidget()
        line = laid_across(self._row, spacing=14)
        for part in (self.papers, self.lines, self.numbers, self.ibid):
            line.addWidget(part)
        line.addStretch(1)
        column.addWidget(self._row)

    def show_for(self, ground: Ground) -> None:
        """Show what can be chosen for a form."""
        self._ground = ground
        has = _HAS.get(ground.form, set())
        kept = ground.own_file and ground.form in _KEEPS
        self._told.setText(_KEEPS["tracked"])
        self._told.setVisible(kept and ground.form == "tracked")
        self.by_adref.setVisible(kept and ground.form == "clean")
        self.papers.part(PAPERS.index(GENEVA)).setVisible(ground.form not in _ON_THEIR_SIDE)
        self.papers.choose(PAPERS.index(self._paper()))
        for part, name in ((self.lines, _LINES), (self.numbers, _NUMBERS), (self.ibid, _IBID)):
            part.setVisible(name in has)
        self._row.setVisible(bool(has) and self._by_adref())
        self.setVisible(bool(has))

    def setting(self) -> Typesetting | None:
        """What is chosen for the form; None where it has no such, or a Word file keeps its own layout."""
        has = _HAS.get(self._ground.form)
        if has is None or not self._by_adref():
            return None
        return Typesetting(
            self._paper(),
            _NUMBERS in has and self.numbers.isChecked(),
            _LINES in has and self.lines.isChecked(),
            _IBID in has and self.ibid.isChecked(),
        )

    def all_of_it(self) -> Typesetting:
        """Everything that is chosen, for whatever form: what is remembered."""
        checked = (self.numbers.isChecked(), self.lines.isChecked(), self.ibid.isChecked())
        return Typesetting(self._wanted, *checked)

    def _paper(self) -> Paper:
        """The paper that is chosen, for a form."""
        return A4 if self._wanted is GENEVA and self._ground.form in _ON_THEIR_SIDE else self._wanted

    def _by_adref(self) -> bool:
        """Whether Adref lays the file out."""
        if not self._ground.own_file or self._ground.form not in _KEEPS:
            return True
        return self._ground.form == "clean" and self.by_adref.isChecked()

    def _take(self, place: int) -> None:
        self._wanted = PAPERS[place]
        self._tell()

    def _tell(self, *_whatever: object) -> None:
        self.show_for(self._ground)
        self.changed.emit()
