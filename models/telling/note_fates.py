"""What became of the notes of a paragraph that differs in nothing else: one came, none is left, or a mark moved."""

from __future__ import annotations

from collections.abc import Sequence

from models.comparison.change import Change, Comparison
from models.draft import Paragraph


def note_fate(comparison: Comparison, change: Change) -> str:
    """ "gone" where none is left, "new" where there was none, "place" where the same stand elsewhere, else "other"."""
    old = _marks([comparison.old.paragraphs[at] for at in change.old])
    new = _marks([comparison.new.paragraphs[at] for at in change.new])
    if not old or not new:
        return "new" if new else "gone"
    same = comparison.once(_same)
    alike = len(old) == len(new) and all((a, b) in same for (a, _), (b, _) in zip(old, new, strict=True))
    return "place" if alike and [place for _, place in old] != [place for _, place in new] else "other"


def _same(comparison: Comparison) -> set[tuple[int, int]]:
    """The notes that say what they said, as they are called in the old draft and in the new one."""
    stay = [note for note in comparison.footnotes if note.kind == "unchanged"]
    return {(one, two) for note in stay for one in note.old for two in note.new}


def _marks(paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Each note with the place of its mark, in characters of the words before it."""
    found, before = [], 0
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if run.footnote is not None:
                found.append((run.footnote, before))
            before += len(run.text)
    return found
