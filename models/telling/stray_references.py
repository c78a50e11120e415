"""References whose figures stayed while the paragraph they point to became another: what each meant, and what it means.

Which changes have one the comparison says (reason `reference`); here it is told which it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from models.comparison.change import Change, Comparison

if TYPE_CHECKING:
    from models.comparison.references.figures import References, Stray


def strays(comparison: Comparison, change: Change) -> tuple[Stray, ...]:
    """The references of a change that mean another paragraph or part now, each once; one without words at the least."""
    if "reference" not in change.reasons or not (change.old and change.new):
        return ()
    from models.comparison.references.figures import Stray  # no part of the window's start

    found = tuple(dict.fromkeys(references_of(comparison).strays(change.old, change.new)))
    return found or (Stray("", "paragraph", None),)


_last: list[tuple[ref[Comparison], References]] = []


def references_of(comparison: Comparison) -> References:
    """The references of both drafts, read once for all changes of a comparison: most are asked one after the other."""
    for of, known in _last:
        if of() is comparison:
            return known
    from models.comparison.references.figures import References  # no part of the window's start

    groups = [(change.old, change.new) for change in comparison.changes]
    made = References(comparison.old, comparison.new, groups)
    _last[:] = [(ref(comparison), made)]
    return made
