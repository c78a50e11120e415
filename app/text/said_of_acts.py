"""What the line at the foot says of acts on the working text: of the last one, until another comes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.shell.frame import Frame
from app.text.writing import Writing
from widgets.theme.key_hints import key_words
from widgets.writing.acting_sheet import NOTHING_TO_UNDO
from widgets.writing.sheet import WritingSheet


class SaidOfActs(QObject):
    """Listens to a sheet on which the text of `writing` is written."""

    def __init__(self, frame: Frame, sheet: WritingSheet, writing: Writing) -> None:
        super().__init__(sheet)
        self._frame, self._sheet, self._writing, self._bar = frame, sheet, writing, frame.status_bar
        # What Undo would take back is another act from now on.
        sheet.edited.connect(lambda _edit: self._bar.outdate(soon=True))
        sheet.undo_said.connect(self.say)
        sheet.gone_back.connect(self._gone_back)
        # What was said of the act before is none of this one's.
        sheet.changed_nothing.connect(lambda: self._bar.outdate(taken_back=True, soon=True))
        sheet.refused.connect(lambda words: self._bar.say(words))
        sheet.only_read.connect(self._only_read)

    def say(self, words: str) -> None:
        """Say what an act did, with the button that takes it back."""
        self._bar.say(f"{words}.", undo=self._frame.acts["undo"].trigger, soon=True)

    def _only_read(self) -> None:
        """Where somebody types in a kept draft, say how it is gone on with."""
        act = self._frame.acts["write"]
        if act.isEnabled():
            words, keys = act.text().replace("&", ""), key_words(act.shortcut())
            self._bar.say(
                f"This draft is kept as it is: “{words}” ({keys}) goes on from it.", of_act=True, of_page=True
            )

    def go_to_warned(self) -> None:
        """Go to the next paragraph with something to look at, round to the first, and say what."""
        sheet, places = self._sheet, sorted(self._sheet.warned)
        if not places:
            self._bar.say("There is nothing to look at in this text.")
            return
        here = sheet.chosen()
        at = next((one for one in places if one > here), places[0])
        sheet.go_to(at)
        sheet.setFocus()
        name = sheet.shown.label(at)
        # Where the caret comes to another paragraph, the sheet says it aloud.
        self._bar.say(f"{name}: {sheet.warning_of(at)}" if name else sheet.warning_of(at), aloud=at == here)

    def _gone_back(self, words: str) -> None:
        text = self._writing.open
        if words == NOTHING_TO_UNDO and text is not None and text.parent is not None:
            since = ": Undo goes back to {}, which is kept as it is"
            if text.text.changed:  # it was taken up again: what was written before then is no step of this list
                since = " since the text was opened; what differs from {} can be put back paragraph by paragraph"
            words += since.format(text.parent.label)
        # The sheet says it aloud, with the paragraph it leads to where that is another.
        self._bar.say(f"{words}.", of_act=True, aloud=False, soon=True)
