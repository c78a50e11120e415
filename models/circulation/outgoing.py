"""What leaves with a file, said in short lines."""

from __future__ import annotations

from models.comparison.change import Comparison
from models.comparison.tokens import word_count
from models.draft import Draft


def outgoing(draft: Draft, comparison: Comparison | None = None, author: str | None = None) -> list[str]:
    """The lines: what of the text, how many insertions and deletions, and whose name; `author` where it is signed."""
    parts = ["text", *(["footnotes"] if draft.footnotes else []), "masthead"]
    lines = [", ".join(parts).capitalize()]
    if comparison is not None:
        changed = [op for words in comparison.readable_words for op, _ in words]
        came, went = changed.count("insert"), changed.count("delete")
        lines.append(f"{_counted(came, 'insertion')}, {_counted(went, 'deletion')}")
    if author is not None:
        lines.append(f"One author: “{author}”")
    return lines


def words_in_and_out(comparison: Comparison) -> str:
    """How many words came and went, those of footnotes included: "12 words in, 3 out"."""
    came, went = comparison.summary.words_inserted, comparison.summary.words_deleted
    for note in comparison.footnotes:
        came += sum(word_count(text) for op, text in note.words if op == "insert")
        went += sum(word_count(text) for op, text in note.words if op == "delete")
    return f"{came} words in, {went} out"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count != 1 else ''}"
