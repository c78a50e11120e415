"""Copying from the text and pasting into it: Word, mail, browsers, and our own form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from app.desk.arrivals import Arrival
from app.running.background import Background, Task
from app.shell.frame import Frame, files_in
from app.text.writing import Writing
from models.clipboard.rich import rich_alone
from models.draft import Draft
from models.editing.changes import Changes
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from models.telling.figures import counted
from models.telling.sentences import first_of
from widgets.writing.exchanging_sheet import Pasting, mime_of
from widgets.writing.sheet import WritingSheet

if TYPE_CHECKING:
    from models.editing.pasted.letter_out import Around

_OFFERED = {
    "add": "Add to the dossier",
    "compare": "Compare both",
    "open": "Open it",
    "start": "Begin a dossier with it",
}
_TAKE_OUT = "Take it out"
_QUOTED, _NAMED = 40, 3
"""So many letters are shown of a line of a letter, and so many of its lines."""
_SOON, _LATEST = 150, 30_000
"""Milliseconds of rest after which what pasting takes is loaded, and of keys without one after which it is all the
same."""
_LONG = 20_000
"""More bytes than this may be some hundred paragraphs."""


class Copying(QObject):
    """Hooks the clipboard of the system to a sheet."""

    def __init__(self, frame: Frame, background: Background, sheet: WritingSheet, writing: Writing) -> None:
        super().__init__(sheet)
        self._frame, self._background = frame, background
        self._sheet, self._writing = sheet, writing
        sheet.to_formats, sheet.from_mime = self._copying, self._pasting
        sheet.draft_to_formats = _of_draft
        sheet.note_editor.lost.connect(lambda losses: self._tell(losses, {}))
        self._pasted = 0
        """How many steps could be undone when a paste was told of."""
        sheet.undo_said.connect(lambda _words: self._outdate())
        sheet.gone_back.connect(lambda _words: self._look_back())
        for another in (writing.opened, writing.gone_on):
            another.connect(lambda _text: self._outdate())
        writing.opened.connect(lambda _text: sheet.pause.ask(self._make_ready, _SOON, _LATEST))

    def _make_ready(self) -> None:
        """What reads pages is loaded before it is wanted: the first paste would stand still for it."""

        def load(_task: Task[None]) -> None:
            import models.clipboard.read  # noqa: F401

        self._background.run(load)

    def copy_marked(self, changes: Changes | None) -> None:
        """Copy what is selected, or the paragraph at the caret, with what changed since the base marked."""
        from models.clipboard.marked import marked_in  # no part of the start
        from models.clipboard.write import to_clipboard

        working, selection = self._sheet.working, self._sheet.selection()
        if working is None or changes is None or not working.entries:
            return
        if selection.empty:
            at = min(selection.head.position, len(working.entries) - 1)
            selection = Selection(Caret(at, 0), Caret(at, working.entries[at].length))
        marked = marked_in(working, changes, selection)
        QGuiApplication.clipboard().setMimeData(mime_of(to_clipboard(working, selection, marked=marked)))
        self._frame.status_bar.say("Copied with changes marked.", of_page=True)

    def _copying(self) -> Callable[[WorkingText, Selection], Mapping[str, bytes]]:
        from models.clipboard.write import to_clipboard  # no part of the start

        base = self._base(self._sheet.working)
        return lambda working, selection: to_clipboard(working, selection, source_id=base)

    def _pasting(self, data: QMimeData) -> Pasting | None:
        if files := files_in(data):
            # The words that may lie beside them are only where they are.
            self._offer(files)
            return None
        formats = {kind: bytes(data.data(kind).data()) for kind in data.formats()}
        base = self._base(self._sheet.working)
        rich = rich_alone(formats)

        def paste(working: WorkingText, selection: Selection) -> tuple[Sequence[str], Around]:
            from models.clipboard.paste import paste  # no part of the start
            from models.clipboard.read import from_clipboard

            if rich:
                from models.files.rich_text import fragment_of_rich

                fragment = fragment_of_rich(rich)
            else:
                fragment = from_clipboard(formats)
            return fragment.losses, paste(working, selection, fragment, base)

        # LibreOffice, which reads what is RTF alone, takes a second or more.
        long = bool(rich) or max(map(len, formats.values()), default=0) > _LONG
        return Pasting(paste, long, lambda done: self._tell(*done))

    def _offer(self, files: Sequence[Path]) -> None:
        """Files are no words to paste, but may come into the dossier."""
        self._frame.look_at_files(files, lambda what: self._offer_as(files, what))

    def _offer_as(self, files: Sequence[Path], what: Arrival) -> None:
        names = f"“{files[0].name}” is a file" if len(files) == 1 else f"{counted(len(files), 'file')} were copied"
        acts = {_OFFERED[what.act]: lambda: self._frame.take_files(files)} if what.act in _OFFERED else None
        more = "" if acts else what.words
        self._frame.tell(f"{names}, and no words that can be pasted here.", more, topic="pasted", acts=acts)

    def _tell(self, losses: Sequence[str], around: Around) -> None:
        """Tell what was left out of a paste, and what of a letter came with it; that can be taken out again."""
        working = self._sheet.working
        told = [*([_words_of(around)] if around else ()), *losses]
        if told and working is not None:
            self._pasted = working.undo_list.steps
            acts = {_TAKE_OUT: lambda: self._take_out(around)} if around else None
            self._frame.tell(told[0], " ".join(told[1:]), topic="pasted", acts=acts)

    def _take_out(self, around: Around) -> None:
        from models.editing.pasted.letter_out import take_letter_out  # no part of the start

        self._sheet.do_over_all(take_letter_out, around)
        self._sheet.setFocus()

    def _outdate(self) -> None:
        """What was told of a paste is of an act before the last one."""
        self._frame.notices.clear("pasted")

    def _look_back(self) -> None:
        if self._sheet.working is None or self._sheet.working.undo_list.steps < self._pasted:
            self._outdate()

    def _base(self, working: WorkingText | None) -> str:
        """The id of the draft a working text stands on, "" where there is none."""
        text = self._writing.open
        return text.parent.id if text and text.parent and working is text.text else ""


def _words_of(around: Around) -> str:
    """What is said of the letter that came with a text."""
    lines = [words.split("\n")[0].strip() for words in around.values()]
    named = [f"“{line if len(line) <= _QUOTED else line[:_QUOTED].rstrip() + '…'}”" for line in lines]
    return f"The letter around the text was pasted with it: {first_of(named, _NAMED)}."


def _of_draft(draft: Draft, selection: Selection) -> Mapping[str, bytes]:
    from models.clipboard.write import draft_to_clipboard  # no part of the start

    return draft_to_clipboard(draft, selection)
