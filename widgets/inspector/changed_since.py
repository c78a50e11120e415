"""What changed in the paragraph at the caret since the base, and what stood beside it and is gone."""

from __future__ import annotations

from widgets.inspector.choices import caption
from widgets.inspector.gone import GoneParagraphs
from widgets.inspector.marked_words import MarkedWords
from widgets.inspector.part import InspectorPart, say
from widgets.inspector.view import InspectorView
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.surfaces import Words

_PUT_BACK, _TAKE_OUT = "Put this paragraph back", "Take this paragraph out"


class ChangedSince(InspectorPart):
    """The words with their marks, a button that puts the paragraph back, and a row for each that is gone."""

    def __init__(self) -> None:
        super().__init__()
        self.since = caption("")
        self.change = Words("", fonts.small(), "ink2", lines=True)
        self.words = MarkedWords()
        self.put_back_button = Button(_PUT_BACK, icon="arrow-bend-down-left", height=26)
        self.gone = GoneParagraphs()
        for widget in (self.since, self.change, self.words, self.put_back_button, self.gone):
            self.column.addWidget(widget)

    def show_view(self, view: InspectorView) -> None:
        """Of another paragraph, or of the same as it is now."""
        self.setVisible(bool(view.since))
        if not view.since:
            return
        say(self.since, f"Changed since {view.since}" if view.change or view.gone else f"As in {view.since}")
        say(self.change, view.change)
        self.change.setVisible(bool(view.change))
        self.words.setVisible(bool(view.changed))
        if view.changed:
            self.words.show_pieces(view.changed, view.right_to_left)
        self.put_back_button.setVisible(view.can_put_back)
        # What is new has nothing to go back to: it goes.
        self.put_back_button.setText(_TAKE_OUT if view.change == "New" else _PUT_BACK)
        self.put_back_button.setEnabled(view.writable)
        self.gone.show_gone(view.gone, view.writable)
