"""What leaves with a file, said in short lines."""

from __future__ import annotations

from models.comparison.change import Comparison
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


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count != 1 else ''}"
