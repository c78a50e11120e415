"""References whose figures stayed while the paragraph they point to became another: what each meant, and what it means.

Which changes have one the comparison says (reason `reference`); here it is told which it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from weakref import ref

from models.comparison.change import Change, Comparison
from models.comparison.pointing import Pointing
from models.draft.mentions import Mention, mentions_in


@dataclass(frozen=True, slots=True)
class Stray:
    """A reference as it is written, and what the paragraph it pointed to is called now; None where that is gone.

    Without `words` it is one that only the comparison can read.
    """

    words: str
    meant: str | None


def strays(comparison: Comparison, change: Change) -> tuple[Stray, ...]:
    """The references of a change that point to another paragraph now, each once; one without words at the least."""
    if "reference" not in change.reasons or not (change.old and change.new):
        return ()
    return tuple(dict.fromkeys(_targets(comparison).found(change))) or (Stray("", None),)


class _Targets:
    """What the references of both drafts point to, and what became of it."""

    def __init__(self, comparison: Comparison) -> None:
        self._drafts = comparison.old, comparison.new
        self._pointing = Pointing(comparison.old), Pointing(comparison.new)
        self._changes = comparison.changes

    @cached_property
    def _lives_on(self) -> dict[int, Change]:
        return {at: change for change in self._changes for at in change.old}

    def found(self, change: Change) -> Iterator[Stray]:
        old, new = change.old[0], change.new[0]
        before = mentions_in(self._drafts[0].paragraphs[old].text)
        text = self._drafts[1].paragraphs[new].text
        after = mentions_in(text)
        if len(before) != len(after):
            return
        for one, two in zip(before, after, strict=True):
            for was, now in self._pairs(old, new, one, two):
                onward = self._lives_on[was]
                if now not in onward.new:
                    called = next((label for label in onward.new_labels if label), "another line")
                    yield Stray(text[two.start : two.end], called if onward.new else None)

    def _pairs(self, old: int, new: int, one: Mention, two: Mention) -> Iterator[tuple[int, int]]:
        """Where those parts of a reference point to that are written as before, old and new."""
        points = self._pointing[0].of(old, one), self._pointing[1].of(new, two)
        for item, other, was, now in zip(one.items, two.items, *points, strict=False):
            same = [sign.text for sign in item.signs] == [sign.text for sign in other.signs]
            if same and was is not None and now is not None:
                yield was, now


_last: list[tuple[ref[Comparison], _Targets]] = []


def _targets(comparison: Comparison) -> _Targets:
    """The labels of both drafts are read once for all changes of a comparison: most are asked one after the other."""
    for of, known in _last:
        if of() is comparison:
            return known
    made = _Targets(comparison)
    _last[:] = [(ref(comparison), made)]
    return made
