"""What the compare page is put together from."""

from __future__ import annotations

from functools import cached_property

from widgets.compare.beside.bar import CompareBar
from widgets.compare.beside.changes_panel import ChangesPanel
from widgets.compare.beside.same import SaySame
from widgets.compare.columns.pane import ColumnsPane
from widgets.compare.pairing.page import PairingPane
from widgets.compare.two.two_pane import TwoPane


class CompareParts:
    """Each is made when it is first asked for: all of them in one turn hold the window up."""

    @cached_property
    def panel(self) -> ChangesPanel:
        """Counts and list of changes."""
        return ChangesPanel()

    @cached_property
    def two(self) -> TwoPane:
        """Two drafts."""
        return TwoPane()

    @cached_property
    def pane(self) -> ColumnsPane:
        """Several drafts in columns."""
        return ColumnsPane()

    @cached_property
    def same(self) -> SaySame:
        """What is said where nothing differs."""
        return SaySame()

    @cached_property
    def bar(self) -> CompareBar:
        """What stands above the drafts."""
        return CompareBar()

    @cached_property
    def pairing(self) -> PairingPane:
        """Pairing by hand."""
        return PairingPane()
