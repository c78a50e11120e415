"""A profile of the user's own, made or changed in the place of the export's form, with its row said in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from models.circulation.own_profile import AUTHORS, DATES, GROUNDS, LONGEST, NoSuchProfile, own_profile
from models.circulation.profiles import CIRCULATION, Authors, Dates, Profile, row_in_words
from widgets.export.lines import Lines
from widgets.export.scrolled import scrolled
from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.segments import Segments
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures
from widgets.theme.trouble import Trouble

_GROUNDS = tuple(one.words for one in GROUNDS)
_AUTHORS = ("Nobody", "One name", "Delegations")
_DATES = ("None", "One day", "The draft’s own")
_CAPTION = 110


class ProfilePage(QWidget):
    """Signals: `kept(Profile)`, `removed()`, `left()`. A profile is given where it is changed, none for a new one."""

    kept = Signal(object)
    removed = Signal()
    left = Signal()

    def __init__(self, own: Sequence[Profile], profile: Profile | None = None) -> None:
        super().__init__()
        self._others = [one for one in own if one is not profile]
        self.name, self.signs, self.day = QLineEdit(), QLineEdit(), QLineEdit()
        self.ground, self.authors, self.dates = Segments(_GROUNDS), Segments(_AUTHORS), Segments(_DATES)
        for segments, words, parts in ((self.ground, "Made from", _GROUNDS), (self.authors, "Changes are by", _AUTHORS),
                                       (self.dates, "Date of the changes", _DATES)):  # fmt: skip
            for place, part in enumerate(parts):
                segments.part(place).setAccessibleName(f"{words}: {part}")
        self.notes = QCheckBox("Your private note leaves with the file")
        self.comments = QCheckBox("The comments of the Word file leave with it")
        self.properties = QCheckBox("The properties of the Word file leave with it")
        self.sessions = QCheckBox("Its marks of editing sessions leave with it")
        self.data = QCheckBox("Its custom data leave with it")
        self.labels = QCheckBox("Your labels for drafts leave with the file")
        self.draft_mark = QCheckBox("Mark it as a draft")
        self._kept = (self.notes, self.comments, self.properties, self.sessions, self.data)
        self.trouble, self.row = Trouble(), Lines("file-text", "ink3")
        self.keep = Button("Keep the profile", form="ink")
        self.cancel, self.remove = Button("Cancel"), Button("Remove", form="plain")
        self.remove.setVisible(profile is not None)
        self.close_button = IconButton("x", "Back to the export")
        self._build("A profile of your own" if profile is None else "Change the profile")
        self._fill(profile)
        self._connect()
        self._follow()

    # Building

    def _build(self, title: str) -> None:
        page = laid_down(self, margins=(0, 20, 0, 20), spacing=14)
        head = laid_across(margins=(24, 0, 24, 0))
        head.addWidget(Words(title, fonts.sans(20, 600)))
        head.addStretch()
        head.addWidget(self.close_button)
        page.addLayout(head)
        middle = QWidget()
        column = laid_down(middle, margins=(24, 2, 24, 2), spacing=6)
        self.name.setMaxLength(LONGEST)
        self.name.setPlaceholderText("Our mission")
        self.signs.setPlaceholderText("Adref")
        self.day.setPlaceholderText("2025-11-17")
        column.addWidget(_line("Name", self.name))
        column.addWidget(_line("Made from", self.ground))
        self._by = _line("Changes are by", self.authors, self.signs)
        self._of = _line("Their date", self.dates, self.day)
        column.addWidget(self._by)
        column.addWidget(self._of)
        column.addSpacing(6)
        for box in (self.labels, *self._kept, self.draft_mark):
            box.setFont(fonts.ui())
            column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(10)
        rule = Surface("line")
        rule.setFixedHeight(1)
        column.addWidget(rule)
        column.addWidget(Words("What a file may say beside its text", fonts.micro(600), "ink2"))
        column.addWidget(self.row)
        column.addStretch(1)
        page.addWidget(scrolled(middle), 1)
        foot = laid_across(margins=(24, 0, 24, 0), spacing=8)
        foot.addWidget(self.remove)
        foot.addWidget(self.trouble, 1)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.keep)
        page.addLayout(foot)

    def _fill(self, profile: Profile | None) -> None:
        """Show a profile, else what one is that is made from the profile of circulation."""
        shown = profile or CIRCULATION
        self.name.setText(profile.name if profile is not None else "")
        self.signs.setText(shown.signs)
        self.day.setText(shown.day)
        self.ground.choose([one.name for one in GROUNDS].index(shown.made_from or shown.name))
        self._fill_choices(shown)

    def _fill_choices(self, shown: Profile) -> None:
        if shown.authors in AUTHORS:
            self.authors.choose(AUTHORS.index(shown.authors))
        dated = Dates.NONE if shown.dates is Dates.CHOSEN and not shown.day else shown.dates
        self.dates.choose(DATES.index(dated))
        self.notes.setChecked(shown.notes)
        self.comments.setChecked(shown.comments)
        self.properties.setChecked(shown.properties)
        self.sessions.setChecked(shown.revision_ids)
        self.data.setChecked(shown.custom_xml)
        self.labels.setChecked(shown.labels)
        self.draft_mark.setChecked(shown.draft_mark)

    def _connect(self) -> None:
        self.ground.chosen.connect(lambda _place: self._fill_choices(self._ground()))
        for segments in (self.ground, self.authors, self.dates):
            segments.chosen.connect(lambda _place: self._follow())
        for box in (self.labels, *self._kept, self.draft_mark):
            box.toggled.connect(lambda _on: self._follow())
        for line in (self.name, self.signs, self.day):
            line.textChanged.connect(lambda _text: self._follow())
            line.returnPressed.connect(self.keep.click)
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(self.removed)
        for button in (self.cancel, self.close_button):
            button.clicked.connect(self.left)

    # Choices

    def _ground(self) -> Profile:
        return GROUNDS[self.ground.choice()]

    def profile(self, name: str) -> Profile:
        """The profile as it is chosen, under a name. Errors: NoSuchProfile."""
        ground = self._ground()
        authors = ground.authors if ground.traces else AUTHORS[self.authors.choice()]
        dates = ground.dates if ground.traces else DATES[self.dates.choice()]
        if dates is Dates.CHOSEN and not self.day.text().strip():
            raise NoSuchProfile("Write the day as 2025-11-17, or choose another date.")
        return own_profile(
            name,
            ground,
            authors=authors,
            signs=self.signs.text(),
            dates=dates,
            day=self.day.text(),
            notes=ground.traces and self.notes.isChecked(),
            comments=self.comments.isChecked(),
            properties=self.properties.isChecked(),
            revision_ids=self.sessions.isChecked(),
            custom_xml=self.data.isChecked(),
            labels=self.labels.isChecked(),
            draft_mark=self.draft_mark.isChecked(),
            others=self._others,
        )

    def _follow(self) -> None:
        """Show what can be chosen, and the row of what is."""
        traces = self._ground().traces
        self._by.setVisible(not traces)
        self._of.setVisible(not traces)
        for box in self._kept:
            box.setVisible(traces)
        self.signs.setVisible(AUTHORS[self.authors.choice()] is Authors.ONE)
        self.day.setVisible(DATES[self.dates.choice()] is Dates.CHOSEN)
        self.trouble.hide()
        try:
            # The words of the row are those of any name.
            self.row.show_lines(row_in_words(self.profile(" ".join(self.name.text().split()) or "…")))
        except NoSuchProfile as error:
            self.trouble.tell(str(error))

    def _keep(self) -> None:
        try:
            made = self.profile(self.name.text())
        except NoSuchProfile as error:
            self.trouble.tell(str(error))
            return
        self.kept.emit(made)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.name.setFocus()


def _line(words: str, *parts: QWidget) -> QWidget:
    """Controls beside what they are for, which screen readers say with them."""
    row = QWidget()
    line = laid_across(row, spacing=10)
    caption = Words(words, fonts.ui())
    caption.setFixedWidth(_CAPTION)
    line.addWidget(caption)
    for part in parts:
        part.setAccessibleName(words)
        if isinstance(part, QLineEdit):
            part.setFixedHeight(Measures.CONTROL)
            part.setFont(fonts.ui())
        line.addWidget(part, int(isinstance(part, QLineEdit)))
    line.addStretch()
    return row
