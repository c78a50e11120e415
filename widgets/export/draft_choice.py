"""The field that says against which draft changes are shown: title in the serif, where it is from at the edge."""

from __future__ import annotations

from collections.abc import Sequence

from widgets.export.choices import Against
from widgets.paper.type import serif
from widgets.theme.choice_field import ChoiceField

_TITLE = 15.0
_HEIGHT = 34


class DraftChoice(ChoiceField):
    """A choice of drafts."""

    def __init__(self, drafts: Sequence[Against]) -> None:
        super().__init__("Changes shown against", serif(_TITLE), _HEIGHT)
        self._drafts = tuple(drafts)
        for draft in self._drafts:
            self.add(draft.title, draft.detail, draft.key)

    def chosen(self) -> Against | None:
        """The draft that is chosen."""
        place = self.currentIndex()
        return self._drafts[place] if 0 <= place < len(self._drafts) else None
