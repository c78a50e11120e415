"""The masthead of the working text as a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.desk.desk import Desk
from app.running.background import Background
from app.settings.choosing import Choosing
from app.shell.actions import IN_THE_TEXT
from app.shell.frame import Frame
from app.shell.going import Going
from app.subjects.listing import Listing
from app.text.drafting import Drafting
from app.text.head import head_of
from models.circulation.typesetting import paper
from models.draft.masthead import masthead
from widgets.shell.one_by_one import one_by_one

if TYPE_CHECKING:
    from models.editing.working import WorkingText
    from models.masthead.parts import MastheadFields
    from widgets.masthead.page import Known, MastheadPage
    from widgets.masthead.sponsor_form import SponsorForm

_BEHIND = (IN_THE_TEXT | {"find", "all_notes"}) - {"undo", "redo"}


class MastheadForm(QObject):
    """The form is made when it is first asked for; each field that changes is one step of the working text."""

    def __init__(
        self, frame: Frame, background: Background, desk: Desk, going: Going, drafting: Drafting, choosing: Choosing
    ) -> None:
        super().__init__(frame)
        self._frame, self._background, self._choosing = frame, background, choosing
        self._desk, self._going, self._drafting = desk, going, drafting
        self.page: MastheadPage | None = None
        self._sponsors: SponsorForm | None = None
        self._comes = False
        """Whether it is on its way to be shown for the first time."""
        self._shown: tuple[WorkingText, int] | None = None
        """Which text the form says, as it stood after so many steps."""
        drafting.inspector.masthead_asked.connect(self.open)

    def open(self) -> None:
        """Show the form in the place of the text; the first time it is made, filled and shown, each in turns of its
        own."""
        if not self._going.writes:
            return
        if self._comes:
            return
        if self.page is None:
            self._comes = True
            one_by_one(self, self._make_sponsors, self._made, self._offer_facts, self._show, self._come)
        else:
            self._show()
            self._come()

    def _come(self) -> None:
        self._comes = False
        page, text = self.page, self._drafting.writing.open
        if page is None or not self._going.writes:
            return
        if text is not None and self._shown != (text.text, text.text.version):
            self._show()  # something was written while the form was made
        self._frame.bring_to_front(page)
        page.focus_field()
        self._offer()  # last: what looks through the drafts would share the processor with laying the form out

    def _make_sponsors(self) -> None:
        from widgets.masthead.sponsor_form import SponsorForm  # no part of the start

        self._sponsors = SponsorForm()

    def _made(self) -> None:
        from widgets.masthead.page import MastheadPage  # no part of the start

        self.page = page = MastheadPage(self._sponsors)
        self._frame.stack.addWidget(page)
        page.fields_changed.connect(self._write)
        page.closed.connect(self.close)
        page.print_marks(self._printed, self._own_step)
        self._drafting.sheet.edited.connect(lambda _edit: self._follow())
        self._drafting.writing.let_go.connect(self.close)

    def acts(self, does: Mapping[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
        """What all acts do, each once the text has what was typed into the form; those on words that lie behind it do
        nothing."""

        def told_first(name: str, act: Callable[[], object]) -> Callable[[], object]:
            def do() -> object:
                self.tell()
                if name not in self.refused:
                    return act()
                self._frame.status_bar.say("The form stands before the text; Esc goes back to it.")
                return None

            return do

        return {name: told_first(name, act) for name, act in does.items()}

    @property
    def refused(self) -> frozenset[str]:
        """Names of the acts on words that lie behind the form."""
        return _BEHIND if self.in_front else frozenset()

    @property
    def in_front(self) -> bool:
        """Whether the form stands in the place of the text."""
        return self.page is not None and self._frame.stack.currentWidget() is self.page

    def tell(self) -> None:
        """The text has what was typed into the form, to the last key."""
        if self.page is not None:
            self.page.tell()

    def close(self) -> None:
        """Back to the text."""
        if self.in_front:
            self._going.uncover()

    def _write(self, fields: MastheadFields) -> None:
        from models.masthead.form import set_fields  # no part of the start

        self._drafting.sheet.do(set_fields, fields)

    def _printed(self, words: str, at: int) -> str:
        from models.editing.typed.quotation_marks import printed_beside  # no part of the start

        text = self._drafting.writing.open
        printed = printed_beside(text.text, words, at) if text is not None else words[at]
        if text is not None and printed != words[at]:
            self.tell()  # one undo gives back what was typed
            self._own_step()
        return printed

    def _own_step(self) -> None:
        """What comes next is undone by itself, as in the text: a mark that is printed otherwise, and what is typed
        behind it."""
        text = self._drafting.writing.open
        if text is not None:
            text.text.undo_list.close()

    def _follow(self) -> None:
        """Written, undone or done again while the form stands."""
        if self.in_front:
            self._show()

    def _show(self) -> None:
        from models.masthead.form import fields_of  # no part of the start

        text = self._drafting.writing.open
        if text is not None and self.page is not None:
            self.page.show_paper(paper(self._choosing.now.paper))
            self.page.show_text(head_of(text.text), fields_of(text.text))
            self._shown = text.text, text.text.version

    def _offer_facts(self) -> None:
        """What may be meant in each field whatever the drafts say."""
        from widgets.masthead.page import Known  # no part of the start

        if self.page is not None:
            self.page.offer(Known())

    def _offer(self) -> None:
        listing = self._desk.listing
        if listing is not None:
            self._background.run(
                lambda _task: known(listing),
                done=lambda found: self.page.offer(found) if self.page else None,
                lane="known",
            )


def known(listing: Listing) -> Known:
    """What the drafts of a dossier say in their mastheads."""
    from models.masthead.agenda import AgendaItem, place  # no part of the start
    from models.masthead.form import fields_of
    from widgets.masthead.page import Known

    drafts = [(node, listing.dossier.draft(node.id)) for node in listing.nodes]
    heads = [masthead(draft) for _, draft in drafts]
    symbols = dict.fromkeys(one for head in heads for one in (head.symbol, head.base_symbol) if one)
    items = []
    for (node, draft), head in zip(drafts, heads, strict=True):
        if head.agenda_item:
            at = place(fields_of(draft))
            said_by = head.symbol or node.label
            items.append(AgendaItem(at.session or "", at.committee, head.agenda_item, head.agenda_title or "", said_by))
    states = dict.fromkeys(state for head in heads for state in head.sponsors)
    titles = dict.fromkeys(head.title for head in heads if head.title)
    return Known(tuple(symbols), tuple(items), tuple(states), tuple(titles))
