"""The drafting desk: the working text on the text page, and what follows it there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from app import work
from app.background import Background
from app.beside import Ancestor, day_of, inspector_view, note_rows
from app.choosing import Choosing
from app.desk import Desk
from app.frame import Frame
from app.going import Going, Pages
from app.keeping import Keeping
from app.projecting import Projecting
from app.report import Report
from app.searching import Searching
from app.text_acts import text_acts
from app.work import Added, OpenText
from app.writing import Writing
from models.clipboard.marked import marked_words
from models.clipboard.read import from_clipboard
from models.clipboard.write import to_clipboard
from models.draft import Kind
from models.editing import bracketing, footnotes, put_back, set_numbers, structure
from models.editing.bracketing import BracketState, bracket_state
from models.editing.changes import Changes
from models.editing.edit import Caret, Selection
from models.editing.pasting import insert_paragraphs
from models.editing.working import WorkingText
from widgets.dossier.working import WorkingRow as WorkingLine
from widgets.find.search import SearchPanel
from widgets.inspector.inspector import TextInspector
from widgets.shell.status_bar import Item

_SOON = 150


class Drafting(QObject):
    """Wires the text page with the working text, its changes, the inspector, finding, keeping and the projector."""

    def __init__(
        self,
        frame: Frame,
        background: Background,
        report: Report,
        desk: Desk,
        going: Going,
        pages: Pages,
        choosing: Choosing,
    ) -> None:
        super().__init__(frame)
        self._frame, self._background, self._report = frame, background, report
        self._desk, self._going, self._pages, self._choosing = desk, going, pages, choosing
        self.writing = Writing(background, desk, report, self)
        self.keeping = Keeping(frame.ground, self.writing)
        page = pages.text
        self.sheet = page.sheet
        self.searching = Searching(page, SearchPanel(frame.ground), (background, report), desk, self._text)
        self.projecting = Projecting(frame, frame.column, self._for_the_room)
        self.inspector = TextInspector()
        page.set_inspector(self.inspector)
        self._ancestors: tuple[Ancestor, ...] = ()
        self._state = BracketState()
        self._reading: tuple[object, WorkingText] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._look)
        self._connect()

    def _connect(self) -> None:
        writing, sheet, page = self.writing, self.sheet, self._pages.text
        writing.opened.connect(self._opened)
        writing.let_go.connect(self._let_go)
        writing.kept.connect(self._kept)
        writing.keeping.connect(sheet.set_read_only)
        writing.journaled.connect(self._going.show_status)
        self._going.safety = self._safety
        sheet.selection_changed.connect(self._moved)
        sheet.edited.connect(lambda _edit: self._soon.start())
        sheet.undo_said.connect(self._say)
        sheet.refused.connect(lambda words: self._frame.status_bar.say(words))
        sheet.to_mime, sheet.from_mime = self._to_mime, self._from_mime
        page.keep_wanted.connect(self.keep)
        page.write_wanted.connect(self.write)
        page.paragraph_chosen.connect(lambda _position: self._soon.start())
        self._going.gone.connect(self._soon.start)
        writing.held.connect(self._held)
        sheet.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        sheet.customContextMenuRequested.connect(self._offer_acts)
        self._connect_inspector()
        self.searching.go_to.connect(self.go_to)
        dossier = self._pages.dossier
        dossier.new_asked.connect(lambda: self.writing.begin(None))
        dossier.branch_asked.connect(self.writing.begin)
        dossier.restore_asked.connect(self.restore)
        dossier.continue_asked.connect(lambda row: self._go_on(int(row)))
        dossier.discard_asked.connect(lambda row: self.writing.discard(int(row), self._desk.show_again))

    def _connect_inspector(self) -> None:
        inspector, do = self.inspector, self.sheet.do
        inspector.put_back.connect(lambda: do(put_back.put_back))
        inspector.put_back_gone.connect(
            lambda place: do(lambda working, selection: put_back.put_back_gone(working, place, selection))
        )
        inspector.kind_chosen.connect(lambda kind, level: do(structure.set_kind, Kind(kind), level))
        inspector.suffix_chosen.connect(lambda suffix: do(set_numbers.set_suffix, suffix or None))
        inspector.number_given.connect(lambda number: do(set_numbers.set_number, number or None))
        inspector.renumber_asked.connect(lambda: do(set_numbers.renumber))
        inspector.bracket_asked.connect(lambda: do(bracketing.bracket))
        inspector.unbracket_asked.connect(lambda: do(bracketing.unbracket))
        inspector.unmatched_asked.connect(self._go_to_unmatched)
        inspector.draft_chosen.connect(self.go_to)
        inspector.note_chosen.connect(self.sheet.write_note)
        inspector.note_cited.connect(lambda _note, position: self.sheet.go_to(position))
        inspector.all_notes_wanted.connect(self._show_notes)
        inspector.hide_asked.connect(self._pages.text.toggle_inspector)
        inspector.left.connect(self.sheet.setFocus)

    # Acts of the window

    def acts(self) -> dict[str, Callable[[], object]]:
        """By the name of the action, what it does."""
        page = self._pages.text
        return text_acts(page) | {
            "write": self.write,
            "new_text": lambda: self.writing.begin(None),
            "keep_draft": self.keep,
            "restore_draft": self.restore_shown,
            "discard_text": self._ask_discard,
            "find": self.searching.open,
            "replace": lambda: self.searching.open(replacing=True),
            "search": self.searching.search,
            "changed_words": page.bar.words.toggle,
            "inspector": page.toggle_inspector,
            "all_notes": self._all_notes,
            "footnote": self.add_note,
            "copy_marked": self.copy_marked,
            "projector": lambda: self.projecting.toggle(self._choosing.now),
        }

    def write(self) -> None:
        """Write on from the draft that is read or chosen."""
        shown, choice = self._going.shown, self._pages.dossier.choice
        node = choice if self._going.place == "dossier" else getattr(shown, "node", None)
        if node is not None:
            self.writing.begin(node)

    def keep(self) -> None:
        """Ask how the draft is to be called, and keep it."""
        listing = self._desk.listing
        changes = self._pages.text.changes
        if self.writing.open is not None and changes is not None and listing is not None:
            self.keeping.ask(changes, listing.nodes, self._pages.text.bar.keep)

    def restore_shown(self) -> None:
        """Restore the draft that is read or chosen."""
        node = self._pages.dossier.choice
        if self._going.place == "text":
            node = getattr(self._going.shown, "node", None)
        if node is not None:
            self.restore(node)

    def restore(self, node: str) -> None:
        """Let the working text read as a draft does, as one step; begun on the newest draft where none is open."""
        listing = self._desk.listing
        if listing is None or not listing.nodes:
            return

        def restored() -> None:
            label = next((one.label for one in listing.nodes if one.id == node), "")
            self._frame.status_bar.say(f"The working text reads as {label} now; Undo takes it back.")

        if self.writing.open is not None:
            self._going.show_working(self.writing.open)
            self.writing.restore(node, restored)
        else:
            self.writing.begin(listing.nodes[0].id, lambda _text: self.writing.restore(node, restored))

    def go_to(self, node: str, position: int) -> None:
        """Show a draft at one of its paragraphs."""
        listing = self._desk.listing
        found = listing.node(node) if listing else None
        if listing is None or found is None:
            return

        def show(side: work.Side) -> None:
            self._going.show_side(side)
            self._pages.text.jump_to_position(position)

        self._background.run(
            lambda _task: work.draft_side(listing.dossier, found, day_of(found.date)),
            done=show,
            failed=self._report.trouble,
            words=f"Reading {found.label}",
            lane="page",
        )

    def lines(self) -> tuple[WorkingLine, ...]:
        """The texts being written; of the one that is open it is known how much changed."""
        text, changes = self.writing.open, self._pages.text.changes
        exact = changes.totals.paragraphs if text is not None and changes is not None else None
        return tuple(
            replace(row, changed=exact) if exact is not None and text and row.id == str(text.row) else row
            for row in self._desk.working_rows()
        )

    def hold_settings(self) -> None:
        """What the user chose about writing holds now."""
        now = self._choosing.now
        self.writing.who = now.who
        self.sheet.set_bars(now.change_bars)
        self.sheet.set_completing(now.completes)
        if self.writing.open is not None:
            self.writing.open.text.punctuates = now.punctuates

    # The working text comes and goes

    def _opened(self, text: OpenText) -> None:
        if self._going.working is not text:
            self._ancestors = ()
            text.text.punctuates = self._choosing.now.punctuates
            self._look_back(text)
        self._going.show_working(text)
        self._soon.start()

    def _look_back(self, text: OpenText) -> None:
        """Find out where each paragraph stood in the drafts before."""
        if text.parent is None:
            return
        parent = text.parent.id
        self._background.run(
            lambda task: work.ancestors(text.dossier, parent, task.progress),
            done=self._know_ancestors,
            failed=self._report.trouble,
            lane="ancestors",
        )

    def _know_ancestors(self, ancestors: Sequence[Ancestor]) -> None:
        self._ancestors = tuple(ancestors)
        self._soon.start()

    def _held(self, sentence: str, parent: str | None) -> None:
        """Another window writes the text: it can be read, or a text of one's own begun beside it."""
        own = f"{self.writing.who or 'here'} {datetime.now():%H:%M:%S}"
        self._frame.tell(
            sentence,
            kind="warning",
            topic="held",
            acts={"Begin one of my own": lambda: self.writing.begin(parent, who=own)},
        )

    def _let_go(self) -> None:
        self.projecting.close()
        self._going.let_go()

    def _kept(self, added: Added) -> None:
        """The draft is kept; one writes on, on its ground."""
        here = self.sheet.selection()
        self._desk.show_again(added.listing)
        node = added.nodes[0]
        self._pages.dossier.choose(node.id)
        self._frame.status_bar.say(f"{node.label} is kept; what you write now stands on it.")
        self.writing.begin(node.id, selection=here)

    def _go_on(self, row: int) -> None:
        listing = self._desk.listing
        found = next((one for one in listing.working if one.id == row), None) if listing else None
        if found is not None:
            self.writing.begin(found.parent)

    def _ask_discard(self) -> None:
        text = self.writing.open
        if text is not None:
            self._frame.tell(
                f"Throw the {text.title[0].lower()}{text.title[1:]} away? The drafts that are kept stay.",
                kind="warning",
                topic="discard",
                acts={"Throw it away": lambda: self.writing.discard(text.row, self._desk.show_again)},
            )

    # What follows the caret

    def _moved(self) -> None:
        text = self.writing.open
        if text is not None and self._going.writes:
            text.journal.selection = self.sheet.selection()
        self._soon.start()

    def _look(self) -> None:
        """The inspector, the counts and the room, a moment after the last key."""
        found = self._at_hand()
        if found is None or self._going.place != "text":
            return
        working, changes = found
        # Only the brackets without a partner are asked for, which a text hardly ever has.
        self._state = bracket_state(working) if self.sheet.text.bracketed.unmatched else BracketState()
        text = self.writing.open if self._going.writes else None
        since = text.parent.label if text and text.parent else ""
        if self.inspector.isVisible():
            view = inspector_view(
                working,
                self.sheet.chosen(),
                changes=changes if since else None,
                state=self._state,
                since=since,
                ancestors=self._ancestors if changes is not None else (),
                writable=self.sheet.writes,
            )
            self.inspector.show_paragraph(view)
            if self.inspector.notes_shown:
                self.inspector.show_notes(note_rows(working))
        self.projecting.follow()
        self._going.show_status()

    def _at_hand(self) -> tuple[WorkingText, Changes | None] | None:
        """The text on the page: the working text with its changes, or a kept draft as one that is not written."""
        shown = self._going.shown
        if isinstance(shown, OpenText):
            return shown.text, self._pages.text.changes
        if shown is None:
            return None
        if self._reading is None or self._reading[0] is not shown.draft:
            self._reading = shown.draft, WorkingText(shown.draft)
        return self._reading[1], None

    def _text(self) -> WorkingText | None:
        found = self._at_hand()
        return found[0] if found else None

    def _for_the_room(self) -> tuple[WorkingText, Changes | None, str, int] | None:
        found = self._at_hand()
        listing = self._desk.listing
        title = listing.title if listing else ""
        return (*found, title, self.sheet.chosen()) if found else None

    def _go_to_unmatched(self) -> None:
        if self._state.unmatched:
            caret = self._state.unmatched[0]
            self.sheet.select(Selection(caret, Caret(caret.position, caret.place + 1)))
            self.sheet.setFocus()

    def _show_notes(self) -> None:
        found = self._at_hand()
        if found is not None:
            self.inspector.show_notes(note_rows(found[0]))

    def _all_notes(self) -> None:
        if not self.inspector.isVisible():
            self._pages.text.toggle_inspector()
        self.inspector.show_all_notes()

    def _say(self, words: str) -> None:
        undo = self._frame.acts["undo"]
        self._frame.status_bar.say(f"{words}.", undo=undo.trigger)

    def _safety(self) -> Item:
        words, icon = self.writing.safety()
        return Item(words, role="bracketed" if self.writing.failing else "ink2", icon=icon)

    def copy_marked(self) -> None:
        """Copy what is selected, or the paragraph at the caret, with what changed since the base marked."""
        working, changes, selection = self.sheet.working, self._pages.text.changes, self.sheet.selection()
        if working is None or changes is None or not working.entries:
            return
        if selection.empty:
            at = min(selection.head.position, len(working.entries) - 1)
            selection = Selection(Caret(at, 0), Caret(at, working.entries[at].length))
        data = QMimeData()
        for kind, value in to_clipboard(working, selection, words=marked_words(working, changes, selection)).items():
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._frame.status_bar.say("Copied with changes marked.")

    def _offer_acts(self, place: QPoint) -> None:
        """The menu of the right button, or of the menu key."""
        menu = QMenu(self.sheet)
        acts, sheet = self._frame.acts, self.sheet
        if sheet.writes:
            for name in ("undo", "redo"):
                menu.addAction(acts[name])
            menu.addSeparator()
            menu.addAction("Cu&t", sheet.cut_selection).setEnabled(not sheet.selection().empty)
        menu.addAction("&Copy", sheet.copy).setEnabled(sheet.textCursor().hasSelection())
        if sheet.writes:
            menu.addAction("&Paste", sheet.paste).setEnabled(sheet.canPaste())
            menu.addSeparator()
            for name in ("copy_marked", "italic", "bracket", "unbracket", "footnote", "put_back"):
                menu.addAction(acts[name])
            kinds = menu.addMenu("&Kind of paragraph")
            for name in acts:
                if name.startswith("kind_"):
                    kinds.addAction(acts[name])
        else:
            menu.addSeparator()
            menu.addAction(acts["write"])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(sheet.mapToGlobal(place))

    # The clipboard

    def _to_mime(self, working: WorkingText, selection: Selection) -> QMimeData:
        data = QMimeData()
        text = self.writing.open
        source = text.parent.id if text and text.parent and working is text.text else ""
        for kind, value in to_clipboard(working, selection, source_id=source).items():
            data.setData(kind, value)
        return data

    def _from_mime(self, working: WorkingText, selection: Selection, data: QMimeData) -> None:
        fragment = from_clipboard({kind: bytes(data.data(kind).data()) for kind in data.formats()})
        text = self.writing.open
        own = bool(fragment.source) and text is not None and text.parent is not None
        here = own and text is not None and text.parent is not None and fragment.source == text.parent.id
        if fragment.partial:
            insert_paragraphs(working, selection, fragment.paragraphs, fragment.footnotes)
        else:
            came_from = fragment.came_from if here else None
            insert_paragraphs(working, selection, fragment.paragraphs, fragment.footnotes, came_from)
        if fragment.losses:
            self._frame.tell(fragment.losses[0], " ".join(fragment.losses[1:]), topic="pasted")

    def add_note(self) -> None:
        """A footnote at the caret, ready to be written."""
        note = self.sheet.do(footnotes.add_note)
        if isinstance(note, int):
            self.sheet.write_note(note)
