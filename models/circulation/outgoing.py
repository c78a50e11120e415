"""What leaves with a file, said in short lines."""

from __future__ import annotations

from models.comparison.change import Comparison
from models.comparison.readable import readable
from models.draft import Draft


def outgoing(draft: Draft, comparison: Comparison | None = None, author: str | None = None) -> list[str]:
    """The lines: what of the text, how many insertions and deletions, and whose name; `author` where it is signed."""
    parts = ["text", *(["footnotes"] if draft.footnotes else []), "masthead"]
    lines = [", ".join(parts).capitalize()]
    if comparison is not None:
        changed = [words for change in comparison.changes for words in readable(change.words)]
        came, went = (sum(op == which for op, _ in changed) for which in ("insert", "delete"))
        lines.append(f"{_counted(came, 'insertion')}, {_counted(went, 'deletion')}")
    if author is not None:
        lines.append(f"One author: “{author}”")
    return lines


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count != 1 else ''}"
