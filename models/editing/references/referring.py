"""What refers to paragraphs, or to notes, by their numbers."""

from __future__ import annotations

from typing import NamedTuple

from models.editing.edit import Entry
from models.editing.runs import shown


class Referring(NamedTuple):
    """A paragraph that refers to others, or a footnote as an entry, and where it stands, or is cited first."""

    entry: Entry
    at: int

    @property
    def words(self) -> str:
        """Its words, in places."""
        return shown(self.entry.paragraph.runs)
