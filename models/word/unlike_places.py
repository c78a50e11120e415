"""The same words in other places of two Word files: in a table, a cell or a box of one, and not there in the other.

No comparison of words tells of it, and a redline strikes them and sets them again.
"""

from __future__ import annotations

from models.comparison.change import Comparison
from models.draft import Kind
from models.reading.reading import ReadingWarning
from models.word.redlining.check import side_differences
from models.word.redlining.things.box_places import in_other_boxes


def warnings_of_places(comparison: Comparison, old: bytes | None, new: bytes | None) -> tuple[ReadingWarning, ...]:
    """That words stand elsewhere, for two texts no word of which differs; `old` and `new` are their Word files."""
    if old is None or new is None:
        return ()
    drafts = comparison.old, comparison.new
    found = any(one.cell is not None for draft in drafts for one in draft.paragraphs) and any(
        one.what == "cell" and comparison.new.paragraphs[one.paragraph].kind is not Kind.MASTHEAD
        for one in side_differences("new", comparison.new, comparison.old, of_file=True)
    )
    if not (found or _other_box(old, new) or _other_box(new, old)):
        return ()
    message = (
        "Words stand in a table, a cell or a box in one file, and elsewhere in the other; they are the same words."
    )
    return (ReadingWarning(None, "places-differ", message),)


def _other_box(one: bytes, other: bytes) -> bool:
    return bool(in_other_boxes(one, other))
