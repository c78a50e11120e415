"""What a paragraph becomes that is asked to be of another kind or level, in words."""

from __future__ import annotations

from models.draft import Kind, Paragraph
from models.editing.acts.kinds import WORDS
from models.proposals.proposal import Proposal

_SUBPARAGRAPHS = {1: "a subparagraph (a)", 2: "a subparagraph (i)", 3: "a subparagraph a."}


def becoming(proposal: Proposal) -> str:
    """What the paragraph of a proposal becomes: “an OP”, “a subparagraph (i)”; "" where it stays what it is."""
    return next((named(edit.becomes) for edit in proposal.edits if edit.becomes is not None), "")


def named(paragraph: Paragraph) -> str:
    """What a paragraph is, by its kind and level: “an OP”, “a subparagraph (i)”."""
    if paragraph.kind is Kind.SUBPARAGRAPH and paragraph.level in _SUBPARAGRAPHS:
        return _SUBPARAGRAPHS[paragraph.level]
    words = WORDS[paragraph.kind]
    level = f" of level {paragraph.level + 1}" if paragraph.level else ""
    return f"{'an' if words[0] in 'aeiouO' else 'a'} {words}{level}"
