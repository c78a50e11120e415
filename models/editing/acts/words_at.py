"""Words in a paragraph, selected."""

from __future__ import annotations

import re

from models.draft import Paragraph
from models.editing.edit import Caret, Selection
from models.editing.runs import place_of


def words_at(paragraph: Paragraph, position: int, words: str) -> Selection:
    """Some words where they first stand in a paragraph, its beginning where they do not; capitals count for nothing."""
    match = re.search(re.escape(words), paragraph.text, re.IGNORECASE) if words else None
    if match is None:
        return Selection.at(position)
    # `place_of` stays before a note mark: the mark right before the first word is none of the words.
    start = place_of(paragraph.runs, match.start() + 1) - 1
    return Selection(Caret(position, start), Caret(position, place_of(paragraph.runs, match.end())))
