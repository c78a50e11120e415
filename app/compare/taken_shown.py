"""What was taken, in words, and which changes the working text has, told where two other drafts are compared."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.running.background import Background
from app.shell.going import Going
from app.subjects.sides import Side
from models.comparison.change import Comparison
from models.editing.edit import Edit
from models.editing.working import WorkingText
from models.taking.into_working import are_many
from models.taking.known_places import taken
from widgets.compare.changes.chosen import Chosen
from widgets.compare.page import ComparePage


class TakenShown:
    """Has the list of changes, or the columns, tell what the text has; worked out aside, where something is another."""

    def __init__(self, page: ComparePage, background: Background, going: Going) -> None:
        self._page, self._background, self._going = page, background, going
        self._last: tuple[Sequence[Comparison], WorkingText, int] | None = None

    def look_again(self) -> None:
        """Tell it anew where the page shows other comparisons, or the text is another."""
        columned, compared, text = self._going.columned, self._going.compared, self._going.working
        if self._going.place != "compare" or (columned is None and compared is None):
            return
        if text is None:
            self._last = None
            self._page.show_taken({})
            return
        comparisons: Sequence[Comparison] = ()
        sides: Sequence[Side] = ()
        if columned is not None:
            comparisons, sides = columned.columns.comparisons, columned.sides
        elif compared is not None:
            comparisons, sides = (compared.comparison,), (compared.old, compared.new)
        now = comparisons, text.text, text.text.version
        last = self._last
        same = last is not None and [*map(id, last[0])] == [*map(id, comparisons)]
        if same and last is not None and last[1] is now[1] and last[2] == now[2]:
            return
        if not same:
            self._page.show_taken({})
        self._last = now
        # Where the text is itself compared, what it has and has not is what is seen.
        asked = [at for at, pair in enumerate(pairwise(sides), 1) if text.row not in (side.working for side in pair)]
        if not asked:
            return
        copy = text.text.copy()

        def land(found: dict[int, frozenset[int]]) -> None:
            if self._last is now:
                self._page.show_taken(found)

        self._background.run(
            lambda _task: {at: taken(copy, comparisons[at - 1]) for at in asked},
            done=land,
            failed=self._background.report.noted,
            lane="taken",
        )


def done_in_words(chosen: Chosen, refused: bool, step: Edit | None) -> str:
    """What became of what was chosen, which `step` did: "OP9 put into the text."."""
    many = are_many(chosen.comparison, chosen.changes)
    if step is not None and not step.splices and not step.notes:
        reads = "read" if many else "reads"
        return f"{'; '.join(filter(None, (f'{chosen.said} {reads} so already', step.told)))}."
    done = "taken out of the text" if chosen.takes_away else "put into the text"
    if refused:
        done = f"refused; the text has {'them as they were' if many else 'it as it was'}"
    return f"{'; '.join(filter(None, (f'{chosen.said} {done}', step.told if step is not None else '')))}."
