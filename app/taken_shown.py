"""What was taken, in words, and which changes the working text has, told where two other drafts are compared."""

from __future__ import annotations

from app.background import Background
from app.going import Going
from models.comparison.change import Comparison
from models.editing.edit import Edit
from models.editing.known_places import taken
from models.editing.working import WorkingText
from widgets.compare.chosen import Chosen
from widgets.compare.page import ComparePage


class TakenShown:
    """Has the list of changes tell what the text has; worked out aside, and only where something is another."""

    def __init__(self, page: ComparePage, going: Going, background: Background) -> None:
        self._page, self._going, self._background = page, going, background
        self._last: tuple[Comparison, WorkingText, int] | None = None

    def look_again(self) -> None:
        """Tell it anew where the page shows another comparison, or the text is another."""
        compared, text = self._going.compared, self._going.working
        if self._going.place != "compare" or self._going.columned is not None or compared is None:
            return
        if text is None or text.row in (compared.old.working, compared.new.working):
            # What the text has and has not is what is compared.
            self._last = None
            self._page.panel.list.show_taken(frozenset())
            return
        now = compared.comparison, text.text, text.text.version
        last = self._last
        if last is not None and last[0] is now[0] and last[1] is now[1] and last[2] == now[2]:
            return
        if last is not None and last[0] is not now[0]:
            self._page.panel.list.show_taken(frozenset())
        self._last = now
        copy, comparison = text.text.copy(), compared.comparison

        def land(found: frozenset[int]) -> None:
            if self._last is now:
                self._page.panel.list.show_taken(found)

        self._background.run(lambda _task: taken(copy, comparison), done=land, failed=lambda _: None, lane="taken")


def done_in_words(chosen: Chosen, refused: bool, step: Edit | None) -> str:
    """What became of what was chosen, which `step` did: "OP9 put into the text."."""
    if step is not None and not step.splices and not step.notes:
        # It was there with something else; from now on it is known to be done.
        counts = f"it counts as {'refused' if refused else 'taken'} now"
        return f"{'; '.join(filter(None, (f'{chosen.said} reads so already', step.told, counts)))}."
    done = "taken out of the text" if chosen.takes_away else "put into the text"
    if refused:
        done = "refused; the text has it as it was"
    return f"{'; '.join(filter(None, (f'{chosen.said} {done}', step.told if step is not None else '')))}."
