"""The drafting desk: the working text on the text page, and what follows it there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QObject, Qt

from app.desk.adding import Added
from app.desk.desk import Desk
from app.running.background import Background
from app.running.what_stays import set_aside
from app.settings.choosing import Choosing
from app.shell.frame import Frame
from app.shell.going import Going
from app.shell.history import Stop
from app.shell.pages import Pages
from app.subjects.open_text import OpenText
from app.subjects.sides import Side
from app.text.acts import text_acts
from app.text.after_the_keys import AfterTheKeys
from app.text.agreeing import Agreeing
from app.text.at_hand import AtHand
from app.text.copying import Copying
from app.text.elsewhere import Elsewhere
from app.text.inspecting import Inspecting
from app.text.keeping import A_MOMENT, Keeping
from app.text.kept_in_text import KeptInText
from app.text.projecting import Projecting
from app.text.replacing_all import ReplacingAll
from app.text.said_of_acts import SaidOfActs
from app.text.searching import Searching
from app.text.searching_all import SearchingAll
from app.text.sheet_menus import SheetMenus
from app.text.spelling import SpellingHere
from app.text.writing import Writing
from models.dossier.rows.working_rows import NotePlace
from models.draft.first_letter import with_small_letter
from models.editing.edit import Edit
from models.editing.working import WorkingText
from widgets.dossier.working import WorkingRow as WorkingLine
from widgets.find.search_and_replace import ReplacingPanel
from widgets.keeping.panel import KeepChoice

_REST = 90
_STILL, _AT_LAST = 10, 150
"""Milliseconds of rest after which the journal is written, and after which it is without one."""


class Drafting(QObject):
    """Wires the text page with the working text, its changes, the inspector, finding, keeping and the projector."""

    def __init__(
        self,
        frame: Frame,
        pages: Pages,
        background: Background,
        desk: Desk,
        going: Going,
        choosing: Choosing,
    ) -> None:
        super().__init__(frame)
        self._frame, self._background = frame, background
        self._desk, self._going, self._pages, self._choosing = desk, going, pages, choosing
        self.writing = Writing(background, desk, self)
        page = pages.text
        self.counted = page.status_changed
        self.sheet = page.sheet
        self.keeping = Keeping(frame.ground, self.writing, self.sheet)
        self._at_hand = AtHand(page, background, going)
        self.searching = Searching(page, background, self._text)
        self.projecting = Projecting(frame, frame.column, self._at_hand.for_the_room)
        self.inspecting = Inspecting(page, background, self._text)
        self.inspector = self.inspecting.inspector
        self.agreeing = Agreeing(frame, page, background, desk, self.inspector)
        self.inspecting.agreed_here = lambda one: (self.agreeing.said_of(one), self.agreeing.can_turn(one))
        self.copying = Copying(frame, background, page.sheet, self.writing)
        self.spelling = SpellingHere(frame, background, page.sheet)
        choosing.why_unspelt = self.spelling.tell_why_not
        self.menus = SheetMenus(frame, page.sheet, self.spelling)
        self._said = SaidOfActs(frame, page.sheet, self.writing)
        self.kept = KeptInText(pages, background, desk, going, self.writing, self._said)
        self._elsewhere = Elsewhere(frame, background, desk, going, self.writing, page.sheet)
        self._soon = AfterTheKeys(page, going, self.writing, self.inspecting, self.projecting)
        self._connect()

    def _connect(self) -> None:
        self._connect_writing()
        self._connect_page()
        self._connect_rooms()

    def _connect_writing(self) -> None:
        """What follows when the working text comes, goes, is kept or cannot be written."""
        writing, sheet, going = self.writing, self.sheet, self._going
        writing.opened.connect(self._opened)
        writing.lies_open.connect(self._lies_open)
        writing.leaving.connect(sheet.settle)
        writing.let_go.connect(self._let_go)
        writing.kept.connect(self._kept)
        writing.gone_on.connect(self._gone_on)
        writing.keeping.connect(sheet.set_waiting)
        writing.kept_already.connect(self._ask_rename)
        writing.journaling.troubled.connect(self._troubled)
        writing.journaled.connect(lambda: sheet.pause.ask(going.show_status, _REST))
        writing.journaling.rest = lambda write: sheet.pause.ask(write, _STILL, _AT_LAST)
        writing.when_free = going.when_free
        self._desk.leading_away = going.leading_away
        going.safety = writing.journaling.safety
        going.troubled = lambda: bool(writing.journaling.trouble)

    def _connect_page(self) -> None:
        """What is done on the text page, and on that of the dossier with a text."""
        sheet, page, dossier = self.sheet, self._pages.text, self._pages.dossier
        sheet.selection_changed.connect(self._moved)
        sheet.edited.connect(self._edited)
        sheet.under_way.waited_for.connect(self._frame.show_waiting)
        sheet.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        sheet.customContextMenuRequested.connect(self.menus.offer_acts)
        page.outline.menu_wanted.connect(self.menus.offer_of_paragraph)
        page.keep_wanted.connect(self.keep)
        page.status_changed.connect(self._look_at_panel)
        page.write_wanted.connect(self.write)
        page.paragraph_chosen.connect(lambda _position: self._soon.start())
        dossier.new_asked.connect(self.write_new)
        dossier.branch_asked.connect(self.writing.begin)
        dossier.restore_asked.connect(self.kept.restore)
        dossier.continue_asked.connect(lambda row: self._go_on(int(row)))
        dossier.discard_asked.connect(lambda row: self.writing.discard(int(row), self._desk.show_again))

    def _connect_rooms(self) -> None:
        """What stands beside and over the text."""
        self.keeping.said.connect(lambda words: self._frame.status_bar.say(words))
        self.keeping.panel.kept.connect(lambda _choice: self.sheet.setFocus())
        # Whoever leaves a panel writes on, and not into a button that happens to come next.
        self.keeping.panel.left.connect(self._going.focus_page)
        self._going.gone.connect(self._soon.start)
        self._going.gone.connect(self.searching.look_again)
        self._going.gone.connect(self.projecting.follow)
        self._going.room = lambda: self.projecting.projector is not None
        self.projecting.changed.connect(self._going.refresh)
        self._at_hand.ready.connect(self._soon.start)
        self._at_hand.ready.connect(self.searching.look_now)
        self.inspector.draft_chosen.connect(self.kept.go_to)
        self.inspector.shown.connect(self._soon.start)
        self.agreeing.changed.connect(self._soon.start)
        self._desk.relisted.connect(self.spelling.relisted)

    @cached_property
    def searching_all(self) -> SearchingAll:
        """The search through all drafts, made with its panel when it is first asked for."""
        panel, background, desk = ReplacingPanel(self._frame.ground), self._background, self._desk
        panel.left.connect(self._going.come_back)
        panel.closed.connect(self._going.focus_page)
        ReplacingAll(self._frame, panel, background, desk, self._going, self.writing, self.sheet)
        searching = SearchingAll(panel, background, desk)
        searching.go_to.connect(self.kept.go_to)
        return searching

    # Acts of the window

    def acts(self) -> dict[str, Callable[[], object]]:
        """By the name of the action, what it does."""
        page = self._pages.text
        of_text = text_acts(page)
        return (
            of_text
            | self.agreeing.acts(of_text["undo"], of_text["redo"])
            | {
                "write": self.write,
                "new_text": self.write_new,
                "keep_draft": self.keep,
                "restore_draft": self.kept.restore_shown,
                "discard_text": self._ask_discard,
                "find": self.searching.open,
                "replace": lambda: self.searching.open(replacing=True),
                "search": lambda: self.searching_all.open(),
                "next_misspelt": self.spelling.go_to_next,
                "next_to_look_at": lambda: self._soon.looking_over.look_and(self._said.go_to_warned),
                "suggest_spelling": self.spelling.suggest,
                "changed_words": page.bar.words.toggle,
                "inspector": page.toggle_inspector,
                "all_notes": self.inspecting.show_all_notes,
                "footnote": self.menus.add_note,
                "cite_again": self.menus.offer_notes,
                "copy_marked": lambda: self.copying.copy_marked(page.changes),
                "projector": lambda: self.projecting.toggle(self._choosing.now),
                "black_room": self.projecting.blacken,
            }
        )

    def write(self) -> None:
        """Write on from the draft that is read or chosen."""
        shown, choice = self._going.shown, self._pages.dossier.choice
        if self._going.place == "dossier":
            if choice is not None:
                self.writing.begin(choice)
        elif isinstance(shown, Side):
            self.writing.begin(shown.node or shown.upon)

    def write_new(self) -> None:
        """Write a text that begins from an empty page; what is written and not kept stays, to be taken up again."""
        before = self.writing.open

        def tell(text: OpenText) -> None:
            if before is not None and before is not text and before.text.changed:
                self._frame.status_bar.say("A new text. The one before stays in the dossier, to be continued.")

        self.writing.begin(None, tell, anew=True)

    def keep(self) -> None:
        """Ask how the draft is to be called, and keep it."""
        listing = self._desk.listing
        changes = self._pages.text.changes
        asks = self.writing.open is not None and not self.writing.keeps
        if asks and changes is not None and listing is not None:
            self._frame.notices.clear("text")
            self.sheet.finish_text()
            self.keeping.ask(changes, listing.nodes, self._pages.text.bar.keep)

    def _look_at_panel(self) -> None:
        """The text is written on while it is asked how the draft is to be called."""
        if self._pages.text.changes is not None:
            self.keeping.look_again(self._pages.text.changes)

    def lines(self) -> tuple[WorkingLine, ...]:
        """The texts being written; of the one that is open it is known how much changed, once that is counted."""
        text, changes = self.writing.open, self._pages.text.changes
        known = text is not None and changes is not None and changes.count_some(A_MOMENT)
        exact = changes.totals.paragraphs if known and changes is not None else None
        return tuple(
            replace(row, changed=exact) if exact is not None and text and row.id == str(text.row) else row
            for row in self._desk.working_rows()
        )

    def hold_settings(self) -> None:
        """What the user chose about writing holds now."""
        now = self._choosing.now
        self.writing.who = self.spelling.who = self._desk.who = now.who
        self.writing.earlier_names = now.earlier_names
        self.spelling.want(now.spells)
        self.sheet.set_bars(now.change_bars)
        self.sheet.set_completing(now.completes)
        self.projecting.hold_settings(now)
        if self.writing.open is not None:
            self._hold(self.writing.open.text)

    def _hold(self, text: WorkingText) -> None:
        now = self._choosing.now
        text.punctuates, text.curls, text.follows_references = now.punctuates, now.curls, now.follows_references

    # The working text comes and goes

    def _opened(self, text: OpenText) -> None:
        in_note = text.note_place if self._going.working is not text else None
        if self._going.working is not text:
            self._take_up(text)
        self._going.show_working(text)
        if in_note is not None:
            self.sheet.write_note(in_note.note, (in_note.start, in_note.end))
        self.spelling.opened(text)
        set_aside()
        self._soon.start()
        self._soon.make_ready()

    def _lies_open(self, text: OpenText) -> None:
        """It is open again behind the page one was on."""
        self._take_up(text)
        self._going.lie_behind(Stop("text", text, text.selection))
        self.spelling.opened(text)
        set_aside()

    def _take_up(self, text: OpenText) -> None:
        self._hold(text.text)
        self.inspecting.look_back(text, self._soon.start)

    def _troubled(self, sentence: str, before: str) -> None:
        """The dossier cannot be written; "": it can again, and what was said of that, by any act, holds no longer."""
        if sentence:
            more, acts = "Adref tries again all the time, and keeps aside what you write meanwhile.", None
            if self.writing.journaling.replaced and self._desk.path is not None:
                # Put back as a copy it is another file to the system, which is never the one that is open.
                sentence = f"Another file, or a copy, lies where “{self._desk.path.name}” was; open it again to go on."
                more = "What you wrote and it does not hold is kept aside, and is offered then."
                acts = {"Open it again": self._open_again}
            self._frame.tell(sentence, more, kind="error", topic="journal", acts=acts)
        else:
            self._frame.notices.clear("journal", before)

    def _open_again(self) -> None:
        """The file that lies in the place of the dossier now; what it does not have was kept aside and is offered."""
        path = self._desk.path
        if path is not None:
            self._desk.close()
            self._desk.open(path)

    def _let_go(self) -> None:
        self.inspecting.look_no_further()
        self.spelling.let_go()
        self._frame.notices.clear("text")  # what was asked of this one is none of the next one's
        # What was said of an act is none of another text's, whose Undo would take back something else.
        self._frame.status_bar.outdate(taken_back=True)
        self.projecting.let_go(self._going.working)
        self._going.let_go()

    def _kept(self, added: Added, kept: OpenText) -> None:
        """The draft is kept, and is the one that is chosen."""
        if self.sheet.working is kept.text:
            kept.selection = self.sheet.selection()
        self._frame.notices.outdate("error")
        self._desk.show_again(added.listing)
        self._pages.dossier.choose(added.nodes[0].id)

    def _gone_on(self, text: OpenText) -> None:
        """One writes on, on the ground of the draft that is kept; whoever is on another page by now stays there."""
        before, label = self._going.working, text.parent.label if text.parent else ""
        self._take_up(text)
        said = f"{label} is kept"
        if self._going.go_on(text):
            said += "; what you write now stands on it, and Undo goes back to it."
        if before is not None:
            self.projecting.go_on(before, text)
        self._frame.status_bar.say(said, of_page=True)  # of another text it is not true
        self.spelling.opened(text)
        set_aside()
        self._soon.start()

    def _ask_rename(self, label: str, choice: KeepChoice) -> None:
        """What was to be kept is a draft already, which keeps its name until the user says so."""
        self._frame.tell(
            f"This text is {label} already, to the letter, so nothing was kept.",
            "What you write stays as it is.",
            topic="text",
            acts={f"Call that {choice.label}": lambda: self.writing.keep(choice, renames=True)},
        )

    def _go_on(self, row: int) -> None:
        listing = self._desk.listing
        found = next((one for one in listing.working if one.id == row), None) if listing else None
        if listing is None or found is None:
            return
        if found.held or listing.dossier.read_only:
            self._elsewhere.read(found)
        else:
            self.writing.begin(found.parent, who=found.who)

    def _ask_discard(self) -> None:
        text = self.writing.open
        if text is not None:
            self._frame.tell(
                f"Throw the {with_small_letter(text.title)} away? The drafts that are kept stay.",
                kind="warning",
                topic="text",
                acts={"Throw it away": lambda: self.writing.discard(text.row, self._desk.show_again)},
            )

    # What follows the caret

    def _edited(self, _edit: Edit) -> None:
        self._soon.start()

    def _moved(self) -> None:
        text = self.writing.open
        if text is not None and self._going.writes and self.sheet.working is text.text:
            text.selection = self.sheet.selection()
            place = self.sheet.note_place
            text.note_place = None if place is None else NotePlace(*place)
        self._soon.start()

    def _text(self) -> WorkingText | None:
        return self._at_hand.text
