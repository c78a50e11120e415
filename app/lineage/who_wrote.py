"""Who wrote the words that the mouse rests on in a comparison of two kept drafts, since when, and until when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.desk.desk import Desk
from app.running.background import Background
from app.shell.going import Going
from app.subjects.listing import Listing
from app.wording import long_date
from models.comparison.change import Comparison
from models.dossier import Dossier, Node
from models.dossier.histories.line import Steps, line
from models.dossier.histories.phrases import Standing, phrases
from models.telling.figures import counted
from widgets.compare.changes.pointed import Pointed
from widgets.compare.changes.sayings import quotation
from widgets.compare.two.view import CompareView
from widgets.paper.direction import apart

_MOST = 4
"""So many phrases of words that stand together are told of."""


class WhoWrote(QObject):
    """Answers the view in which two drafts are compared; of texts that no dossier keeps nobody knows."""

    def __init__(self, view: CompareView, background: Background, desk: Desk, going: Going) -> None:
        super().__init__(going)
        self._view, self._background, self._desk, self._going = view, background, desk, going
        self._followed: tuple[Listing, Comparison, Steps] | None = None
        """The drafts behind the comparison on the page, which are read once for it, till others are kept or are called
        otherwise."""
        view.who_wanted.connect(self._ask)
        desk.closed.connect(self._forget)

    def _ask(self, pointed: Pointed) -> None:
        listing, both = self._desk.listing, self._going.compared
        if listing is None or both is None or both.comparison is not pointed.comparison:
            return
        comparison, nodes = both.comparison, (both.old.node, both.new.node)

        def look(_task: object) -> str:
            followed = self._followed
            if followed is None or followed[0] is not listing or followed[1] is not comparison:
                followed = self._followed = listing, comparison, steps_of(listing.dossier, nodes, comparison)
            return who_wrote(listing.dossier, nodes, pointed, followed[2])

        self._background.run(look, done=lambda words: self._view.say_who(pointed, words), lane="who")

    def _forget(self) -> None:
        self._followed = None


def steps_of(dossier: Dossier, nodes: Sequence[str | None], comparison: Comparison) -> Steps:
    """The way through the drafts of a dossier two of which are compared."""
    drafts = zip(nodes, (comparison.old, comparison.new), strict=True)
    return Steps(dossier, {node: draft for node, draft in drafts if node is not None})


def who_wrote(dossier: Dossier, nodes: Sequence[str | None], pointed: Pointed, steps: Steps) -> str:
    """A line for each phrase that is new, then for each that is gone: "“urges”: written in Rev.1, Delegation A"."""
    told: list[str] = []
    for side in (1, 0):
        node, span = nodes[side], pointed.spans[side]
        if span is None or node is None:
            continue
        found = phrases(line(dossier, node, span.position, steps), span.start, span.end)
        until = nodes[1] if side == 0 else None
        told += [f"{quotation(one.text)}: {_said(one.history, node, until)}" for one in found[:_MOST]]
        if len(found) > _MOST:
            told.append(f"and {counted(len(found) - _MOST, 'more phrase')}; Ctrl+L follows them all")
    return "\n".join(told)


def _said(history: Sequence[Standing], node: str, until: str | None) -> str:
    """Who wrote words that stand in a draft, and where they are gone in a later one, since which draft."""
    way = _behind(history, node)
    came = next(one for one in reversed(way) if one.state in ("first", "came", "returned"))
    after = _behind(history, until) if until is not None else ()
    left = next((one for one in after if one.state == "left" and one not in way), None)
    return _came(came, way) + (f"; gone in {_dated(left.node)}" if left is not None else "")


def _behind(history: Sequence[Standing], node: str) -> list[Standing]:
    """Those of a draft and of all that lie behind it, oldest first."""
    found, ids = list[Standing](), {node}
    for one in reversed(history):
        if one.node.id in ids:
            found.insert(0, one)
            ids.update(one.node.parents)
    return found


def _came(came: Standing, history: Sequence[Standing]) -> str:
    if came.state == "returned":
        first = next(one for one in history if one.there)
        return f"back in {_signed(came.node)}; first in {_signed(first.node)}"
    if came.shown == "first":
        return f"stood already in {_signed(came.node)}"
    return f"written in {_signed(came.node)}"


def _signed(node: Node) -> str:
    """A draft with its date and its author, or that nobody knows him."""
    return f"{_dated(node)}{'' if node.author else ', author unknown'}"


def _dated(node: Node) -> str:
    return ", ".join(filter(None, (apart(node.label), long_date(node.date), apart(node.author or ""))))
