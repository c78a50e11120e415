"""That paragraphs which are agreed ad ref are so no longer once words in them are replaced, as a sentence without its
end; "" of none."""

from __future__ import annotations

from models.telling.figures import counted


def would_open(count: int) -> str:
    """What is said before."""
    return f"{counted(count, 'paragraph')} agreed ad ref would be open again" if count else ""


def opened(count: int) -> str:
    """What is said after."""
    were, are = ("was", "is") if count == 1 else ("were", "are")
    return f"{counted(count, 'paragraph')} that {were} agreed ad ref {are} open again" if count else ""
