"""What a paragraph becomes that is asked to be of another kind or level, in words."""

from __future__ import annotations

from models.draft import Kind, Paragraph
from models.editing.acts.kinds import WORDS
from models.proposals.proposal import Proposal

_SUBPARAGRAPHS = {1: "a subparagraph (a)", 2: "a subparagraph (i)", 3: "a subparagraph a."}


def becoming(proposal: Proposal, words: str = "") -> str:
    """What the paragraph of a proposal becomes: “an OP”, “a subparagraph (i)”; "" where it stays what it is.

    `words` are those of the paragraph: where all of them go, and nothing comes, that is “an empty line”.
    """
    becomes = next((edit.becomes for edit in proposal.edits if edit.becomes is not None), None)
    if becomes is None:
        return ""
    gone = "".join(edit.gone for edit in proposal.edits if edit.look is None)
    emptied = bool(words) and gone == words and not any(edit.come for edit in proposal.edits)
    return "an empty line" if emptied and becomes.kind is Kind.TEXT and becomes.number is None else named(becomes)


def named(paragraph: Paragraph) -> str:
    """What a paragraph is, by its kind and level: “an OP”, “a subparagraph (i)”."""
    if paragraph.kind is Kind.SUBPARAGRAPH and paragraph.level in _SUBPARAGRAPHS:
        return _SUBPARAGRAPHS[paragraph.level]
    words = WORDS[paragraph.kind]
    level = f" of level {paragraph.level + 1}" if paragraph.level else ""
    return f"{'an' if words[0] in 'aeiouO' else 'a'} {words}{level}"
