"""Who wrote the words that the mouse rests on where kept drafts are compared, since when, and until when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.desk.desk import Desk
from app.running.background import Background
from app.shell.going import Going
from app.subjects.compared import InColumns
from app.subjects.listing import Listing
from app.wording import long_date
from models.dossier import Dossier, Node
from models.dossier.histories.line import Steps, line
from models.dossier.histories.note_line import note_line
from models.dossier.histories.phrases import Standing, phrases
from models.draft import Draft
from models.telling.figures import counted
from widgets.compare.changes.asked_rows import AskedRows
from widgets.compare.changes.pointed import Pointed
from widgets.compare.changes.sayings import quotation
from widgets.compare.page import ComparePage
from widgets.paper.direction import apart

if TYPE_CHECKING:
    from models.dossier.histories.proposed import Proposals

_MOST = 4
"""So many phrases of words that stand together are told of."""
_AFTERWARDS = 400
"""Milliseconds after which a comparison that came stands on its page."""


class WhoWrote(QObject):
    """Answers the views in which drafts are compared; of texts that no dossier keeps nobody knows."""

    def __init__(self, page: ComparePage, background: Background, desk: Desk, going: Going) -> None:
        super().__init__(going)
        self._background, self._desk, self._going = background, desk, going
        self._followed: tuple[Listing, object, tuple[int, int], Proposals] | None = None
        """The drafts behind what is on the page, which are read once for it, till others are kept or are called
        otherwise, and what is proposed on them, till the dossier is written: files come back, and names change."""
        for view in (page.view, page.pane.view):
            view.who_wanted.connect(partial(self._ask, view))
        desk.closed.connect(self._forget)
        self._ahead = QTimer(self, singleShot=True, interval=_AFTERWARDS)
        self._ahead.timeout.connect(self._look_ahead)
        going.gone.connect(self._ahead.start)

    def _look_ahead(self) -> None:
        """What the first question has to read is read while nobody waits."""
        shown = self._going.columned or self._going.compared
        if (
            self._going.place != "compare"
            or shown is None
            or (self._followed is not None and self._followed[1] is shown)
        ):
            return
        comparison = shown.columns.comparisons[-1] if isinstance(shown, InColumns) else shown.comparison
        number = next((n for n, one in enumerate(comparison.changes) if one.kind == "reworded"), None)
        if number is not None:
            self._follow(Pointed(comparison, number, None), lambda words: None)

    def _ask(self, view: AskedRows, pointed: Pointed) -> None:
        self._follow(pointed, lambda words: view.say_who(pointed, words))

    def _follow(self, pointed: Pointed, say: Callable[[str], None]) -> None:
        listing, shown = self._desk.listing, self._going.columned or self._going.compared
        if listing is None or shown is None:
            return
        sides = shown.sides if isinstance(shown, InColumns) else (shown.old, shown.new)
        comparisons = shown.columns.comparisons if isinstance(shown, InColumns) else (shown.comparison,)
        at = next((at for at, one in enumerate(comparisons) if one is pointed.comparison), None)
        if at is None:
            return
        nodes = sides[at].node, sides[at + 1].node

        def look(_task: object) -> str:
            dossier, followed = listing.dossier, self._followed
            written = dossier.written
            from models.dossier.histories.proposed import Proposals  # no part of the start

            if followed is None or followed[0] is not listing or followed[1] is not shown:
                steps = steps_of(dossier, [(side.node, side.draft) for side in sides])
                followed = listing, shown, written, Proposals(dossier, steps)
            elif followed[2] != written:
                followed = listing, shown, written, Proposals(dossier, followed[3].steps)
            self._followed = followed
            return who_wrote(dossier, nodes, pointed, followed[3])

        self._background.run(look, done=say, lane="who")

    def _forget(self) -> None:
        self._followed = None


def steps_of(dossier: Dossier, drafts: Iterable[tuple[str | None, Draft]]) -> Steps:
    """The way through the drafts of a dossier some of which are compared."""
    return Steps(dossier, {node: draft for node, draft in drafts if node is not None})


def who_wrote(dossier: Dossier, nodes: Sequence[str | None], pointed: Pointed, proposals: Proposals) -> str:
    """A line for each phrase that is new, then for each that is gone: "“urges”: written in Rev.1, Delegation A"."""
    told: list[str] = []
    for side in (1, 0):
        node = nodes[side]
        if node is None:
            continue
        spans = pointed.spans[side]
        steps, of_note = proposals.steps, pointed.note is not None
        lines = [
            (span, note_line(node, span.position, steps) if of_note else line(dossier, node, span.position, steps))
            for span in spans
        ]
        found = [(of, one) for span, of in lines for one in phrases(of, span.start, span.end)]
        until = nodes[1] if side == 0 else None
        told += [
            f"{quotation(one.text)}: {_said(proposals.told(of, one.history), node, until)}" for of, one in found[:_MOST]
        ]
        if len(found) > _MOST:
            more = "" if of_note else "; Ctrl+L follows them all"
            told.append(f"and {counted(len(found) - _MOST, 'more phrase')}{more}")
    return "\n".join(told)


def _said(history: Sequence[Standing], node: str, until: str | None) -> str:
    """Who wrote words that stand in a draft, and where they are gone in a later one, since which draft."""
    way = _behind(history, node)
    came = next(one for one in reversed(way) if one.state in ("first", "came", "returned"))
    after = _behind(history, until) if until is not None else ()
    left = next((one for one in after if one.state == "left" and one not in way), None)
    said = _came(came, way)
    if left is not None:
        said += [f"gone in {_dated(left.node)}", _proposed(left)]
    return "; ".join(filter(None, said))


def _proposed(one: Standing) -> str:
    from models.dossier.histories.proposed import told_proposed  # no part of the start

    return told_proposed(one, apart, quotation)


def _behind(history: Sequence[Standing], node: str) -> list[Standing]:
    """Those of a draft and of all that lie behind it, oldest first."""
    found, ids = list[Standing](), {node}
    for one in reversed(history):
        if one.node.id in ids:
            found.insert(0, one)
            ids.update(one.node.parents)
    return found


def _came(came: Standing, history: Sequence[Standing]) -> list[str]:
    proposed = _proposed(came)
    if came.state == "returned":
        first = next(one for one in history if one.there)
        return [f"back in {_signed(came.node)}", proposed, f"first in {_signed(first.node)}"]
    if came.shown == "first":
        return [f"stood already in {_signed(came.node)}"]
    if proposed and not came.proposed[0].words:
        # Who proposed all of it is known, whoever put it into the draft.
        return [proposed, f"written in {_dated(came.node)}"]
    return [f"written in {_signed(came.node)}", proposed]


def _signed(node: Node) -> str:
    """A draft with its date and its author, or that nobody knows him."""
    return f"{_dated(node)}{'' if node.author else ', author unknown'}"


def _dated(node: Node) -> str:
    return ", ".join(filter(None, (apart(node.label), long_date(node.date), apart(node.author or ""))))
