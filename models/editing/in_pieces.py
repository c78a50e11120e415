"""Acts on very many paragraphs are worked out in pieces, and done at the end if the text still stands as it did."""

from __future__ import annotations

from models.draft import DraftError
from models.editing.working import WorkingText

PIECE = 400
"""So many paragraphs are worked out before something else may come."""


class WrittenMeanwhile(DraftError):
    """The text has changed since something about it was worked out."""


def as_begun(working: WorkingText, version: int) -> None:
    """Raises WrittenMeanwhile where a text is no longer what it was when an act on it was begun."""
    if working.version != version:
        raise WrittenMeanwhile("The text has changed meanwhile, and nothing was done; do it again.")
