"""A draft made ready to be read: what takes its time with thousands of paragraphs. No Qt, so any thread may do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.draft import Draft
from widgets.text.bracketed import Bracketed
from widgets.text.shown import ShownDraft


@dataclass(frozen=True)
class ReadyDraft:
    """A draft with its labels known, its brackets found, and its words and paragraphs counted."""

    shown: ShownDraft = field(repr=False)
    bracketed: Bracketed = field(repr=False)
    words: int
    paragraphs: int


def ready_draft(draft: Draft) -> ReadyDraft:
    """Make a draft ready to be shown."""
    shown = ShownDraft(draft)
    shown.label(0)
    words, paragraphs = counts(draft)
    return ReadyDraft(shown, Bracketed(draft.paragraphs), words, paragraphs)


def counts(draft: Draft) -> tuple[int, int]:
    """Words and paragraphs of a draft; empty paragraphs are not counted."""
    texts: Sequence[str] = [paragraph.text for paragraph in draft.paragraphs if paragraph.text.strip()]
    return sum(len(text.split()) for text in texts), len(texts)
