"""Who gets the file: the profiles of the table and those of the user's own, which are made and changed from here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.circulation.profiles import PROFILES, WAITING, Profile
from widgets.export.profile_cards import ProfileCards
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.surfaces import Words

_OFFERED = tuple(one for one in PROFILES if one not in WAITING)
_SMALL = 22


class WhoGetsIt(QWidget):
    """Signals: `new_wanted()`, `change_wanted(Profile)`, and `put_back_wanted(tuple, str)` for one just removed: all
    there were before, and its name.
    """

    new_wanted = Signal()
    change_wanted = Signal(object)
    put_back_wanted = Signal(object, str)

    def __init__(self, own: Sequence[Profile] = ()) -> None:
        super().__init__()
        self.cards = ProfileCards((*_OFFERED, *own))
        self.own = tuple(own)
        self._before: tuple[Profile, ...] = ()
        self._removed: Profile | None = None
        self.new = Button("New profile…", form="plain", height=_SMALL)
        self.change = Button("Change…", form="plain", height=_SMALL)
        self.put_back = Button("Put it back", form="plain", height=_SMALL)
        self.new.setAccessibleName("New profile of your own")
        self._said = Words("", fonts.small(), "ink2")
        column = laid_down(self, spacing=4)
        head = laid_across(spacing=4)
        head.addWidget(Words("Who gets it", fonts.small(), "ink2"))
        head.addStretch(1)
        head.addWidget(self._said)
        for button in (self.put_back, self.change, self.new):
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(self.cards)
        self.new.clicked.connect(self.new_wanted)
        self.change.clicked.connect(lambda: self.change_wanted.emit(self.cards.profile()))
        self.put_back.clicked.connect(self._put_back)
        self.cards.chosen.connect(self._follow)
        self._follow(self.cards.profile())

    def show_own(self, own: Sequence[Profile], chosen: str, removed: Profile | None = None) -> None:
        """Other profiles of the user's own, one of all chosen by its name; one that was removed can be put back."""
        self._before, self.own, self._removed = self.own, tuple(own), removed
        self._said.setText(f"“{removed.words}” is removed." if removed is not None else "")
        self.cards.show_profiles((*_OFFERED, *own))
        self.cards.choose(chosen)
        self._follow(self.cards.profile())

    def _put_back(self) -> None:
        if self._removed is not None:
            self.put_back_wanted.emit(self._before, self._removed.name)

    def _follow(self, profile: Profile) -> None:
        self.change.setVisible(bool(profile.made_from))
        self.change.setAccessibleName(f"Change the profile {profile.words}")
        for part in (self._said, self.put_back):
            part.setVisible(self._removed is not None)
