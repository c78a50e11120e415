"""What was verified of a file that was written, in the place of the form that asked for it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.circulation.certificate import Certificate, certificate_text
from widgets.export.ground import Ground
from widgets.export.lines import Lines
from widgets.export.scrolled import ReadArea
from widgets.paper.type import serif
from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.surfaces import Sign, Surface, Words

_COLUMNS = 2
_RING = 8  # pixels in which the ring around what is read stays within the card
_SHOWN = 16  # characters of a hash at either end


class CertificatePage(QWidget):
    """Signals: `save_wanted`, `folder_wanted`, `copy_wanted`, `close_wanted`."""

    save_wanted = Signal()
    folder_wanted = Signal()
    copy_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, certificate: Certificate, *, saved: bool = False) -> None:
        super().__init__()
        self.certificate = certificate
        page = laid_down(self, margins=(0, 20, 0, 20))
        page.addLayout(self._head())
        page.addSpacing(12)
        middle = QWidget()
        column = laid_down(middle, margins=(24 - _RING, 2, 24 - _RING, 2))
        column.addWidget(Words(certificate.title, serif(18, 600), lines=True))
        column.addSpacing(2)
        column.addWidget(Words(certificate.subtitle, fonts.ui(), "ink2", lines=True))
        self._group(column, "Read back from the file")
        for line in certificate.read_back:
            column.addWidget(_row(line.what, line.detail))
        if certificate.absent:
            self._group(column, certificate.looked_for)
            column.addSpacing(6)
            column.addLayout(_in_columns(certificate.absent))
        told = (("Goes out", "check", certificate.goes_out), ("Stays here", "lock-simple", certificate.stays),
                (f"The profile {certificate.profile}", "file-text", certificate.row))  # fmt: skip
        for words, icon, lines in told:
            if lines:
                self._group(column, words)
                column.addSpacing(6)
                listed = Lines(icon, "ink3")
                listed.show_lines(lines)
                column.addWidget(listed)
        column.addSpacing(14)
        column.addWidget(_hashes(certificate))
        column.addStretch(1)
        text = certificate_text(certificate)
        self.read = ReadArea(
            middle, certificate.title, text.removeprefix(f"{certificate.file}\n{certificate.title}.\n")
        )
        inside = laid_across(margins=(_RING, 0, _RING, 0))
        inside.addWidget(self.read)
        page.addLayout(inside, 1)
        page.addSpacing(14)
        page.addLayout(self._foot(saved))
        # Said with what has the keyboard first.
        self.done.setAccessibleDescription(" ".join([certificate.title, *certificate.told]))

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.addWidget(Sign("check-circle", "agreed", 18))
        head.addSpacing(6)
        head.addWidget(Words(f"{self.certificate.file} is written", fonts.ui(600)), 1)
        close = IconButton("x", "Close")
        close.clicked.connect(self.close_wanted)
        head.addWidget(close)
        return head

    def _foot(self, saved: bool) -> QHBoxLayout:
        foot = laid_across(margins=(24, 0, 24, 0), spacing=8)
        self.save = Button("Save the certificate…")
        if saved:
            self.save.hide()  # never shown here: it lies in no window yet, and would be one
        self.save.clicked.connect(self.save_wanted)
        folder, copy = Button("Show in folder"), Button("Copy as text", form="plain")
        folder.clicked.connect(self.folder_wanted)
        copy.clicked.connect(self.copy_wanted)
        self.done = Button("Done", form="ink")
        self.done.clicked.connect(self.close_wanted)
        foot.addWidget(self.save)
        foot.addWidget(folder)
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(self.done)
        return foot

    def _group(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(14)
        column.addWidget(Words(words, fonts.micro(600), "ink2"))
        column.addSpacing(4)
        rule = Surface("line2")
        rule.setFixedHeight(1)
        column.addWidget(rule)


def _row(what: str, detail: str) -> QWidget:
    row = Surface("raised", "bottom")
    line = laid_across(row, margins=(0, 6, 0, 7), spacing=8)
    line.addWidget(Sign("check", "agreed", 16), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Words(what, fonts.ui(), lines=True), 1)
    line.addWidget(Words(detail, fonts.small(), "ink2"), 0, Qt.AlignmentFlag.AlignTop)
    return row


def _in_columns(lines: Iterable[str]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    for at, words in enumerate(lines):
        cell = QHBoxLayout()
        cell.setSpacing(8)
        cell.addWidget(Sign("check", "ink3", 14), 0, Qt.AlignmentFlag.AlignTop)
        cell.addWidget(Words(words, fonts.small(), lines=True), 1)
        grid.addLayout(cell, at // _COLUMNS, at % _COLUMNS, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(at % _COLUMNS, 1)
    return grid


def _hashes(certificate: Certificate) -> QWidget:
    ground = Ground()
    grid = QGridLayout(ground)
    grid.setContentsMargins(12, 10, 12, 10)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(3)
    for row, (what, value) in enumerate(certificate.hashes):
        grid.addWidget(Words(what, fonts.small(), "ink2"), row, 0)
        short = Words(f"{_in_fours(value[:_SHOWN])} … {_in_fours(value[-8:])}", fonts.figures(12))
        short.setToolTip(value)
        short.setAccessibleName(f"{what}: {value}")
        grid.addWidget(short, row, 1)
    grid.setColumnStretch(1, 1)
    return ground


def _in_fours(value: str) -> str:
    return " ".join(value[at : at + 4] for at in range(0, len(value), 4))
