"""The working text: begun or taken up again, journaled while it is written, kept as a draft, let go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.desk.adding import Added
from app.desk.desk import Desk
from app.running.background import Background, Task
from app.subjects.listing import Listing, listing_of
from app.subjects.open_text import OpenText, open_text
from app.text.journaling import Journaling
from app.text.restoring import Restored, restored
from models.dossier import Dossier, Node
from models.dossier.errors import KeptAlready, WorkingTextHeld
from widgets.keeping.panel import KeepChoice


class Writing(QObject):
    """One working text at most is open in the window.

    `opened(OpenText)` when one can be shown, `lies_open(OpenText)` when it is open behind another page; `keeping(bool)`
    while it is being kept; `kept(Added, OpenText)` when it is a draft, `gone_on(OpenText)` when the text that stands on
    that is open in its place; `leaving()` before it is let go, `let_go()` when it is no longer open; `journaled()` when
    what the status bar says of the journal is another; `held(sentence, parent)` when another window writes the text;
    `kept_already(label, KeepChoice)` when it was to be kept and is a draft of another name to the letter;
    `not_kept(label)` where that failed, whose reason the report tells.
    """

    opened = Signal(object)
    lies_open = Signal(object)
    kept = Signal(object, object)
    gone_on = Signal(object)
    leaving = Signal()
    let_go = Signal()
    keeping = Signal(bool)
    journaled = Signal()
    held = Signal(str, object)
    kept_already = Signal(str, object)
    not_kept = Signal(str)

    def __init__(self, background: Background, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background, self._desk = background, desk
        self.open: OpenText | None = None
        self.who = ""
        self.earlier_names: Sequence[str] = ()
        """Under which the user wrote before."""
        self.journaling = Journaling(background, self)
        self.journaling.told.connect(self.journaled)
        self.keeps = False
        """Whether it is being kept, until one can write on."""
        self.when_free: Callable[[Callable[[], object]], object] = lambda then: then()
        """Does something once nothing is under way in the text that is open."""

    # Opening

    def begin(
        self,
        parent: str | None,
        then: Callable[[OpenText], None] | None = None,
        *,
        who: str | None = None,
        anew: bool = False,
        behind: bool = False,
        as_left: bool = False,
        otherwise: Callable[[], object] = lambda: None,
    ) -> None:
        """Open the working text on a draft (None: on nothing), begun now or earlier; `who` says which of several.

        `anew`: one in which nothing is written yet; those that are written stay where they are. `behind`: nobody is led
        to it. `as_left`: what was selected in it is selected. `otherwise` is done once it is told why none could be
        opened.
        """
        listing = self._desk.listing
        if listing is None or listing.dossier.read_only:
            return
        dossier, was = listing.dossier, self.open

        def show(text: OpenText) -> None:
            (self.lies_open if behind else self.opened).emit(text)
            if then:
                then(text)

        if was is not None and self._is_open(dossier, parent, who) and not (anew and was.text.changed):
            show(was)
            return

        def begun(_task: Task[OpenText]) -> OpenText:
            if anew and was is not None and was.dossier is dossier:
                was.journal.commit()  # the file is to know what is written in it
            if who is not None:
                return open_text(dossier, parent, who, anew=anew, as_left=as_left)
            names = self.earlier_names
            return open_text(dossier, parent, self.who, anew=anew, as_left=as_left, earlier_names=names)

        def take(text: OpenText) -> None:
            if self._desk.listing is None or self._desk.listing.dossier is not dossier:
                return
            if self.open is None or self.open.row != text.row or self.open.dossier is not dossier:
                self._take(text)
            show(self.open or text)

        def done(text: OpenText) -> None:
            self.when_free(lambda: take(text))

        def failed(error: Exception) -> None:
            if isinstance(error, WorkingTextHeld):
                self.held.emit(str(error), parent)
            else:
                self._background.report.trouble(error)
            otherwise()

        label = next((one.label for one in listing.nodes if one.id == parent), "nothing")
        self._background.run(
            begun,
            done=done,
            failed=failed,
            words=f"Opening the working text on {label}",
            lane="page",
            pool="dossier",
        )

    def _is_open(self, dossier: Dossier, parent: str | None, who: str | None) -> bool:
        """Whether the text that is open stands on this draft of this dossier, and is his; None: whoever's it is."""
        text = self.open
        if text is None or text.dossier is not dossier or who not in (None, text.who):
            return False
        return (text.parent.id if text.parent else None) == parent

    def _take(self, text: OpenText) -> None:
        self.close()
        self.open = text
        self.journaling.follow(text)

    def close(self) -> None:
        """Let go of the working text; what is not yet in the journal is put there in the dossier's own thread."""
        if self.open is not None:
            self.leaving.emit()
            self.open = None
            self.journaling.let_go()
            self.let_go.emit()

    # Keeping

    def keep(self, choice: KeepChoice, *, renames: bool = False) -> None:
        """Keep the working text as a draft; its place is empty afterwards.

        Where this very text is a draft already, it is told as whose name it has, and kept where that is to be renamed.
        """
        text, listing = self.open, self._desk.listing
        if text is None or listing is None or self.keeps:
            return
        dossier, known, who = listing.dossier, {node.id for node in listing.nodes}, self.who

        def keep(_task: Task[Added]) -> Added:
            node = _keep(dossier, text, choice, who, renames=renames)
            return Added(listing_of(dossier), () if node.id in known else (node,), (node,), ())

        def done(added: Added) -> None:
            if self.open is text:
                self._forget()
            self.kept.emit(added, text)
            self._go_on(text, added.nodes[0].id)

        def failed(error: Exception) -> None:
            self._keeps(False)
            if isinstance(error, KeptAlready):
                self.kept_already.emit(error.label, choice)
            else:
                self._background.report.trouble(error)
                self.not_kept.emit(choice.label)

        # Until it is kept nothing more is written: it would be in neither draft.
        self._keeps(True)
        self._background.run(keep, done=done, failed=failed, words=f"Keeping {choice.label}", pool="dossier", must=True)

    def _go_on(self, kept: OpenText, node: str) -> None:
        """Write on, on the ground of the draft that a working text has just become, whatever is looked at meanwhile."""
        who = self.who

        def take(text: OpenText) -> None:
            if self._desk.listing is not None and self._desk.listing.dossier is kept.dossier:
                text.selection = kept.selection
                self._take(text)
                self.gone_on.emit(text)
            self._keeps(False)

        def failed(error: Exception) -> None:
            self._background.report.trouble(error)
            self._keeps(False)
            self.let_go.emit()

        self._background.run(
            lambda _task: open_text(kept.dossier, node, who, kept),
            done=take,
            failed=failed,
            words="Opening the working text",
            pool="dossier",
            must=True,
        )

    def _keeps(self, keeps: bool) -> None:
        self.keeps = keeps
        self.keeping.emit(keeps)

    def _forget(self) -> None:
        self.open = None
        self.journaling.forget()

    def discard(self, row: int, then: Callable[[Listing], None]) -> None:
        """Throw a working text away; the drafts stay."""
        listing = self._desk.listing
        if listing is None:
            return
        text = self.open if self.open is not None and self.open.row == row else None
        if text is not None:
            self._forget()
            self.let_go.emit()

        def discard(_task: Task[Listing]) -> Listing:
            if text is not None:
                text.journal.abandon()
            listing.dossier.discard_working(row)
            return listing_of(listing.dossier)

        self._background.run(discard, done=then, pool="dossier")

    def restore(self, node: str, then: Callable[[OpenText, Restored], None]) -> None:
        """Fetch an older draft as the working text is to read; `then` lets it, if it is still the one that is open."""
        text, listing = self.open, self._desk.listing
        if text is None or listing is None:
            return
        base = text.parent.id if text.parent else None

        def done(found: Restored) -> None:
            if self.open is text:
                then(text, found)

        self._background.run(
            lambda _task: restored(listing.dossier, text.text.base, base, node),
            done=done,
            words="Restoring the text",
            lane="page",
        )


def _keep(dossier: Dossier, text: OpenText, choice: KeepChoice, who: str, *, renames: bool) -> Node:
    """Keep a working text as a draft. No Qt."""
    from models.editing.lineage import edges
    from models.editing.marks.text_end import as_it_ends

    draft, lineage = as_it_ends(text.text), edges(text.text)
    kept = text.text.entries[: len(draft.paragraphs)]
    remembered = text.text.remembered.as_kept(entry.key for entry in kept)
    text.journal.commit()
    node = dossier.keep_working(
        text.row,
        draft,
        lineage,
        label=choice.label,
        date=choice.date,
        author=choice.author or None,
        note=choice.note or None,
        who=who,
        remembered=remembered,
        distinct=not choice.shared,
        renames=renames,
        goes_on=who,
        caret=text.selection,
    )
    text.journal.abandon()
    return node
