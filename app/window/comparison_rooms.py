"""The rooms that answer the page of texts compared: loaded and made with that page, for it is no part of the start."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.compare.handing_on import HandingOn
from app.compare.pairing import Pairing
from app.compare.taking import Taking
from app.lineage.who_wrote import WhoWrote

if TYPE_CHECKING:
    from app.window.window import Window


class ComparisonRooms:
    """What is taken from a comparison, paired by hand in it, handed on of it, and told of who wrote what."""

    def __init__(self, window: Window) -> None:
        page, background, desk, going = window.pages.compare, window.background, window.desk, window.going
        writing, sheet = window.drafting.writing, window.drafting.sheet
        self.taking = Taking(window, page, background, desk, going, window.filing.keep, writing, sheet)
        self.pairing = Pairing(window, page, background, desk, going, window.comparing, window.choosing.who)
        self.handing_on = HandingOn(window, page, background)
        self.who_wrote = WhoWrote(page, background, desk, going)
        window.columning.serve(page)

    def acts(self, undo: Callable[[], object], redo: Callable[[], object]) -> dict[str, Callable[[], object]]:
        """By the name of the action, what it does; `undo` and `redo` are what they are on other pages."""
        does = self.taking.acts(undo, redo)
        does |= self.pairing.acts(does["undo"], does["redo"])
        does["in_words"] = self.handing_on.in_words
        does["copy_changes"] = self.handing_on.copy_changes
        does["print"] = self.handing_on.print_shown
        return does
