"""The export dialog: the page as it will look, and the form; whoever opened it writes the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.circulation.certificate import Certificate
from models.circulation.ibid import with_ibid
from models.circulation.profiles import Profile
from models.circulation.typesetting import USUAL, Typesetting
from models.comparison.change import Comparison
from widgets.export.card import HEIGHT, PAGE_WIDTH, WIDTH, ExportCard
from widgets.export.certificate_page import CertificatePage
from widgets.export.choices import Subject
from widgets.export.form import ExportForm
from widgets.export.preview import Page, Preview
from widgets.export.profile_page import ProfilePage
from widgets.shell.veiled import VeiledDialog
from widgets.theme import fonts
from widgets.theme.focus import take_keyboard_from
from widgets.theme.laid import laid_across
from widgets.theme.saying import say
from widgets.theme.surfaces import Words


class ExportDialog(VeiledDialog):
    """Signals: `export_chosen(Choices)` when the button is pressed (the dialog stays until `accept()` or `reject()` is
    called by whoever writes), `against_changed(str)` with the key of the draft whose comparison `show_comparison`
    should be given for the preview and the counts. While the file is made, `show_writing` shows so: “Cancel” gives that
    up then, `given_up()`, and a dialog that is closed leaves it to its end. `show_refused` says why there is none, and
    `show_certificate` turns it to what was verified.
    `own_profiles_wanted(tuple, str, Profile | None)` comes with the profiles of the user's own as they are to be kept,
    the name of the one to be chosen, and one that was removed; whoever keeps them calls `form.show_own`.
    """

    closes_beside = False
    export_chosen = Signal(object)
    given_up = Signal()
    against_changed = Signal(str)
    own_profiles_wanted = Signal(object, str, object)

    def __init__(
        self,
        subject: Subject,
        parent: QWidget | None = None,
        *,
        setting: Typesetting = USUAL,
        own: Sequence[Profile] = (),
        comparison: Comparison | None = None,
    ) -> None:
        """`comparison` is that with the draft that is proposed, where it is known."""
        self._card = ExportCard()
        super().__init__("Export", WIDTH, HEIGHT, parent, card=self._card)
        self._subject = subject
        self._comparison = comparison
        self.preview = Preview()
        self.form = ExportForm(subject, setting, own)
        self._writing = False
        self.certified: CertificatePage | None = None
        self.profile_page: ProfilePage | None = None
        self._build()
        self.form.changed.connect(self._show_choice)
        self.form.other_against.connect(self._other_against)
        self.form.cancel.clicked.connect(self._cancel)
        self.form.close_button.clicked.connect(self.reject)
        self.form.export.clicked.connect(lambda: self.export_chosen.emit(self.form.choices()))
        self.form.who.new_wanted.connect(lambda: self._show_profile(None))
        self.form.who.change_wanted.connect(self._show_profile)
        self.form.who.put_back_wanted.connect(self._own)
        self._show_choice()

    def _build(self) -> None:
        across = laid_across(self._card)
        left = self._page_side = QWidget()
        left.setFixedWidth(PAGE_WIDTH)
        inner = QVBoxLayout(left)
        inner.setContentsMargins(28, 24, 28, 18)
        inner.addWidget(self.preview, 1)
        inner.addSpacing(4)
        caption = Words("", fonts.small(), "ink2")
        caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.caption_changed.connect(caption.setText)
        inner.addWidget(caption)
        across.addWidget(left)
        self._right = QStackedWidget()
        self._right.addWidget(self.form)
        across.addWidget(self._right, 1)

    def show_comparison(self, comparison: Comparison | None) -> None:
        """The comparison with the draft that is chosen, for the preview and the counts; None while it is made."""
        if comparison is not self._comparison:
            self._comparison = comparison
            self._show_choice()

    def show_writing(self, name: str) -> None:
        """The file of that name is being made: nothing of it can be chosen otherwise until it is there."""
        self._writing = True
        self.form.show_writing(name)

    def show_refused(self, sentence: str) -> None:
        """The file could not be made, and why; all is chosen as it was, for another place or another form."""
        self._writing = False
        self.form.show_refused(sentence)
        say(self, sentence)

    def show_certificate(self, certificate: Certificate, *, saved: bool) -> CertificatePage:
        """What was verified of the file that was written, in the place of the form; `saved` if it lies beside it."""
        self.certified = page = CertificatePage(certificate, saved=saved)
        page.close_wanted.connect(self.accept)
        self._right.addWidget(page)
        take_keyboard_from(self._right)
        self._right.setCurrentWidget(page)
        page.done.setFocus()
        return page

    def _show_profile(self, profile: Profile | None) -> None:
        """A profile of the user's own in the place of the form, to be made or changed."""
        own = self.form.who.own
        self.profile_page = page = ProfilePage(own, profile)
        rest = tuple(one for one in own if one is not profile)
        # One that is changed stays where it stands among the others.
        at = own.index(profile) if profile in own else len(own)
        page.kept.connect(lambda made: self._own((*rest[:at], made, *rest[at:]), made.name))
        page.removed.connect(lambda: self._own(rest, profile.made_from if profile else "", profile))
        for signal in (page.kept, page.removed, page.left):
            signal.connect(self._show_form)
        self._right.addWidget(page)
        self._right.setCurrentWidget(page)

    def _show_form(self) -> None:
        page, self.profile_page = self.profile_page, None
        if page is not None:
            take_keyboard_from(page)
            self._right.setCurrentWidget(self.form)
            self._right.removeWidget(page)
            page.deleteLater()
            self.form.profiles.card(self.form.profiles.profile().name).setFocus()

    def _own(self, own: tuple[Profile, ...], chosen: str, removed: Profile | None = None) -> None:
        self.own_profiles_wanted.emit(own, chosen, removed)

    def reject(self) -> None:
        """Escape leaves the profile that is being made, and then the dialog."""
        if self.profile_page is not None:
            self._show_form()
        else:
            super().reject()

    def _cancel(self) -> None:
        if self._writing:
            self.given_up.emit()
        self.reject()

    def _other_against(self) -> None:
        self._comparison = None
        self._show_choice()
        against = self.form.against.chosen()
        if against is not None:
            self.against_changed.emit(against.key)

    def _show_choice(self) -> None:
        choices = self.form.show_choices(self._comparison)
        draft, setting, against = self._subject.draft, choices.setting, self.form.against.chosen()
        self.preview.show_page(
            Page(
                with_ibid(draft) if setting is not None and setting.ibid else draft,
                self._comparison if choices.form.compares else None,
                choices.form.key,
                choices.draft_mark,
                (against.title if against is not None else "", self._subject.title),
                self.form.based_on_file() and (choices.form.compares or setting is None),
                setting or USUAL,
                self._subject.columns,
                choices.profile.labels,
                choices.profile.name,
            )
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Polishing, which the style does only now, changes how far a choice stretches.
        self.form.against.updateGeometry()
        self.form.export.setFocus()

    def made_ready(self) -> Sequence[Callable[[], object]]:
        return () if self._page_side.isHidden() else (self.preview.make_ready,)

    def fit_card(self, width: int, height: int) -> None:
        """In a small window the form alone is shown; what of it has no room is scrolled to."""
        with_page = width >= WIDTH
        self._page_side.setVisible(with_page)
        self._card.page = with_page
        self._card.setFixedSize(WIDTH if with_page else min(WIDTH - PAGE_WIDTH, width), min(HEIGHT, height))
