"""The export's form: what is written, for whom, on which paper; and what of the dossier goes out and what stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from models.circulation.profiles import Authors, Profile
from models.circulation.typesetting import Typesetting
from models.comparison.change import Comparison
from widgets.export.choices import (
    UNMARKED,
    Choices,
    Form,
    Subject,
    certificate_name,
    file_name,
    forms_of,
    goes_out,
    verified,
)
from widgets.export.draft_choice import DraftChoice
from widgets.export.ground import Ground
from widgets.export.lines import Lines
from widgets.export.paper_choice import Ground as PaperGround
from widgets.export.paper_choice import PaperChoice
from widgets.export.scrolled import scrolled
from widgets.export.who_gets_it import WhoGetsIt
from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.segments import Segments
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures
from widgets.theme.trouble import Trouble

_EDGE = 2
"""What scrolls lies within the line around the dialog."""
_CLOSES = "Close without exporting"


class ExportForm(QWidget):
    """Signals: `changed()` with every choice, `other_against()` when another draft is to be compared with.

    Its buttons `export`, `cancel` and `close_button` are connected by the dialog.
    """

    changed = Signal()
    other_against = Signal()

    def __init__(self, subject: Subject, setting: Typesetting, own: Sequence[Profile] = ()) -> None:
        super().__init__()
        self._subject = subject
        self._forms = forms_of(subject)
        self._families = tuple(dict.fromkeys(form.family for form in self._forms))
        self.families = Segments(self._families)
        self._styles = {family: self._style_segments(family) for family in self._families}
        self._says = Words("", fonts.small(), "ink2", lines=True)
        self.against = DraftChoice(subject.against)
        self.who = WhoGetsIt(own)
        self.profiles = self.who.cards
        self.draft_mark = QCheckBox("Mark it as a draft")
        self.certificate = QCheckBox("Certificate beside the file")
        self.author = QLineEdit(subject.author)
        self._signed = subject.author
        self._writing = ""
        self.trouble = Trouble(margins=(24, 0, 24, 10))
        self.paper = PaperChoice(setting)
        self.out, self.stay = Lines("check", "agreed"), Lines("lock-simple", "ink3")
        self.cancel = Button("Cancel")
        self.export = Button("Export", form="ink")
        self.close_button = IconButton("x", _CLOSES)
        self._build()
        self._connect()

    # Building

    def _style_segments(self, family: str) -> Segments | None:
        words = tuple(form.words for form in self._forms if form.family == family)
        return Segments(words) if len(words) > 1 else None

    def _build(self) -> None:
        form = laid_down(self, margins=(0, 20, 0, 20))
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.addWidget(Words("Export", fonts.sans(20, 600)))
        head.addStretch()
        head.addWidget(self.close_button)
        form.addLayout(head)
        form.addSpacing(14)
        middle = QWidget()
        lines = laid_down(middle, margins=(24 - _EDGE, 2, 24 - _EDGE, 2))
        if len(self._families) > 1:
            lines.addWidget(_caption("Form"))
            lines.addSpacing(6)
            lines.addWidget(self.families)
        for family, styles in self._styles.items():
            if styles is not None:
                styles.setAccessibleName(f"Kind of {family} file")
                lines.addSpacing(8)
                lines.addWidget(styles)
        lines.addSpacing(8)
        lines.addWidget(self._says)
        lines.addSpacing(14)
        lines.addWidget(self._build_against())
        lines.addWidget(self.who)
        lines.addWidget(self._build_options())
        lines.addWidget(self.paper)
        lines.addSpacing(10)
        self._goes_and_stays = QWidget()
        self._goes_and_stays.setLayout(self._build_lists())
        lines.addWidget(self._goes_and_stays)
        lines.addSpacing(12)
        lines.addWidget(self._build_certificate())
        lines.addStretch(1)
        self._middle = scrolled(middle)
        within = QHBoxLayout()
        within.setContentsMargins(_EDGE, 0, _EDGE, 0)
        within.addWidget(self._middle)
        form.addLayout(within, 1)
        form.addSpacing(14)
        form.addWidget(self.trouble)
        foot = laid_across(margins=(24, 0, 24, 0), spacing=8)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.export)
        form.addLayout(foot)

    def _build_against(self) -> QWidget:
        self._shown_against = QWidget()
        column = laid_down(self._shown_against, margins=(0, 0, 0, 12), spacing=6)
        caption = _caption("Changes shown against")
        caption.setBuddy(self.against)  # on Linux a choice is called by what is chosen, and by its label
        column.addWidget(caption)
        column.addWidget(self.against)
        return self._shown_against

    def _build_options(self) -> QWidget:
        self._options = QWidget()
        line = laid_across(self._options, margins=(0, 10, 0, 0), spacing=8)
        self.draft_mark.setChecked(True)
        self.draft_mark.setFont(fonts.ui())
        line.addWidget(self.draft_mark)
        line.addStretch(1)
        self._author_caption = _caption("Changes carry the name")
        line.addWidget(self._author_caption)
        self.author.setFixedSize(150, Measures.CONTROL)
        self.author.setFont(fonts.ui())
        self.author.setAccessibleName("Name the changes carry")
        line.addWidget(self.author)
        return self._options

    def _build_certificate(self) -> QWidget:
        ground = Ground()
        column = laid_down(ground, margins=(12, 8, 12, 9), spacing=2)
        line = QHBoxLayout()
        line.setSpacing(12)
        self.certificate.setFont(fonts.ui())
        line.addWidget(self.certificate)
        self._certificate_name = Words("", fonts.small(), "ink2")
        self._certificate_name.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._certificate_name, 1)
        column.addLayout(line)
        self._verified = Words("", fonts.small(), "ink2", lines=True)
        column.addWidget(self._verified)
        return ground

    def _build_lists(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        rule = Surface("line")
        rule.setFixedHeight(1)
        grid.addWidget(rule, 0, 0, 1, 2)
        grid.setRowMinimumHeight(1, 6)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for column, (words, lines) in enumerate((("Goes out", self.out), ("Stays here", self.stay))):
            grid.addWidget(Words(words, fonts.micro(600), "ink2"), 2, column)
            grid.addWidget(lines, 3, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        return grid

    def _connect(self) -> None:
        self.families.chosen.connect(lambda _place: self.changed.emit())
        for styles in self._styles.values():
            if styles is not None:
                styles.chosen.connect(lambda _place: self.changed.emit())
        self.against.currentIndexChanged.connect(self.other_against)
        self.profiles.chosen.connect(self._other_profile)
        self.draft_mark.toggled.connect(lambda _on: self.changed.emit())
        self.certificate.toggled.connect(lambda _on: self.changed.emit())
        self.paper.changed.connect(self.changed)
        self.author.textChanged.connect(lambda _text: self.changed.emit())
        for other in (self.changed, self.other_against):
            other.connect(self.trouble.hide)  # it was of other choices

    def _other_profile(self, profile: Profile) -> None:
        self.draft_mark.setChecked(profile.draft_mark)
        if self.author.text() == self._signed:  # nothing else was typed
            self._signed = profile.signs or self._subject.author
            self.author.setText(self._signed)
        self.changed.emit()

    def show_own(self, own: Sequence[Profile], chosen: str, removed: Profile | None = None) -> None:
        """Other profiles of the user's own, as `WhoGetsIt.show_own`."""
        self.who.show_own(own, chosen, removed)
        self._other_profile(self.profiles.profile())

    # Choices

    def chosen(self) -> Form:
        """The form that is chosen."""
        family = self._families[self.families.choice()]
        forms = [form for form in self._forms if form.family == family]
        styles = self._styles[family]
        return forms[styles.choice() if styles is not None else 0]

    def choose(self, key: str) -> None:
        """Choose a form by its key."""
        form = next(form for form in self._forms if form.key == key)
        self.families.choose(self._families.index(form.family))
        styles = self._styles[form.family]
        if styles is not None:
            styles.choose([one.key for one in self._forms if one.family == form.family].index(key))
        self.changed.emit()

    def choices(self) -> Choices:
        """What is chosen now."""
        form, against, profile = self.chosen(), self.against.chosen(), self.profiles.profile()
        named = profile.authors is Authors.ONE
        return Choices(
            form=form,
            against=against.key if against is not None and form.compares else None,
            draft_mark=self.draft_mark.isChecked() and self._takes_mark(form),
            author=(self.author.text().strip() or self._signed) if named else None,
            file_name=file_name(self._subject, form, against, labels=profile.labels),
            profile=profile,
            certificate=self.certificate.isChecked(),
            setting=self.paper.setting(),
        )

    def _takes_mark(self, form: Form) -> bool:
        """Whether a file can say that it is a draft: a Word file kept keeps its heads."""
        return form.key not in UNMARKED and not (form.key in ("tracked", "clean") and self.paper.setting() is None)

    def based_on_file(self) -> bool:
        """Whether what is written stands on a Word file of another house, which keeps its own look."""
        against = self.against.chosen()
        if self.chosen().compares:
            return against is not None and against.own_file
        return self._subject.own_file

    # Showing

    def show_writing(self, name: str) -> None:
        """The file of that name is being made: nothing else can be chosen."""
        self.trouble.hide()
        self._wait(f"Writing {name}…", "Close; the file is written meanwhile")
        self.cancel.setFocus()
        self.export.setText(self._writing)
        self.export.updateGeometry()

    def show_refused(self, sentence: str) -> None:
        """The file could not be made, and why: all is chosen as it was, and can be chosen otherwise."""
        self._wait("", _CLOSES)
        self.changed.emit()  # the button says again what it writes
        self.trouble.tell(sentence)
        self.export.setFocus()

    def _wait(self, words: str, closes: str) -> None:
        self._writing = words
        self.cancel.setAccessibleDescription(words)
        self.close_button.setToolTip(closes)
        for part in (self._middle, self.export):
            part.setEnabled(not words)

    def show_choices(self, comparison: Comparison | None) -> Choices:
        """Show what belongs to the form that is chosen, and what goes out and stays; the choices as they are then."""
        form = self.chosen()
        self.paper.show_for(PaperGround(form.key, self.based_on_file()))
        choices = self.choices()
        for family, styles in self._styles.items():
            if styles is not None:
                styles.setVisible(family == form.family)
        self._says.setText(form.says)
        self._shown_against.setVisible(form.compares)
        self.profiles.show_for(form.sort)
        named = form.key == "tracked" and choices.profile.authors is Authors.ONE
        for part in (self._author_caption, self.author):
            part.setVisible(named)
        self.draft_mark.setVisible(self._takes_mark(form))
        self._options.setVisible(named or self._takes_mark(form))
        self.out.show_lines(goes_out(form, self._subject, comparison, choices))
        self.stay.show_lines(self._subject.staying(choices))
        self._certificate_name.setText(certificate_name(choices.file_name))
        self._certificate_name.setVisible(choices.certificate)
        self._verified.setText(verified(form, choices.profile))
        self.export.setText(self._writing or f"Export {choices.file_name}")
        self.export.setToolTip(choices.file_name)
        self.export.updateGeometry()
        self.export.update()
        return choices


def _caption(words: str) -> Words:
    return Words(words, fonts.small(), "ink2")
