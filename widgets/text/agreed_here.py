"""Which paragraphs of a text are agreed ad ref, and how many of those that people agree on one by one. No Qt."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Sequence

from models.draft import Paragraph
from models.draft.agreed import agreed_words, holds_brackets, is_agreed_on
from models.editing.stretch import Stretch
from models.editing.working import WorkingText
from widgets.text.bracketed import Bracketed


class AgreedHere:
    """`known` are the names of the words that are agreed (models.draft.agreed); what stands in brackets is not, those
    that begin in another paragraph among them."""

    def __init__(self) -> None:
        self.known: Collection[str] = frozenset()
        self.agreed = self.all = 0
        """How many paragraphs of the text are, and how many could be, as it was counted last."""
        self._parts: dict[Stretch, tuple[str, ...]] = {}
        self.bracketed = Bracketed(())
        """The brackets of the text."""

    def holds(self, position: int, paragraph: Paragraph) -> bool:
        """Whether the words of a paragraph are agreed where it stands."""
        return self._are(paragraph) and not self.bracketed.has_any(position)

    def _are(self, paragraph: Paragraph) -> bool:
        return is_agreed_on(paragraph) and not holds_brackets(paragraph) and agreed_words(paragraph) in self.known

    def count(self, paragraphs: Sequence[Paragraph]) -> None:
        """Count in a text that is read."""
        self._parts = {}
        if not self.known:
            self.agreed = self.all = 0
            return
        self._add_up([_names(paragraphs)], paragraphs.__getitem__)

    def count_some(self, working: WorkingText, seconds: float) -> bool:
        """Count for some time in what was not looked at yet of a text that is written; whether all is counted."""
        if not self.known:
            self.agreed = self.all = 0
            return True
        until = time.perf_counter() + seconds
        before, self._parts = self._parts, {}
        waiting = []
        for part in working.stretches.parts:
            if part in before:
                self._parts[part] = before[part]
            else:
                waiting.append(part)
        for at, part in enumerate(waiting, 1):
            self._parts[part] = _names(entry.paragraph for entry in part.entries)
            if at < len(waiting) and time.perf_counter() > until:
                return False
        self._add_up(self._parts.values(), lambda at: working.entries[at].paragraph)
        return True

    def _add_up(self, parts: Iterable[tuple[str, ...]], paragraph: Callable[[int], Paragraph]) -> None:
        self.all = 0
        self.agreed = -sum(1 for at in self.bracketed.within_pairs() if self._are(paragraph(at)))
        for names in parts:
            self.all += len(names)
            self.agreed += sum(1 for name in names if name and name in self.known)


def _names(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """Of each paragraph that could be agreed the name of its words, "" where there are brackets in it."""
    return tuple("" if holds_brackets(one) else agreed_words(one) for one in paragraphs if is_agreed_on(one))
