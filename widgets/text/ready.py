"""A text made ready to be shown: what takes its time with thousands of paragraphs. No Qt, so any thread may do it."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.draft import Draft, NoteBrackets, note_brackets
from models.draft.word_counts import count_words
from widgets.text.bracketed import Bracketed
from widgets.text.outline_lines import OutlineLines
from widgets.text.shown import Shown, ShownDraft


@dataclass(frozen=True)
class Ready:
    """The brackets of a text and the lines of its outline, as it is at one moment."""

    bracketed: Bracketed = field(repr=False)
    lines: OutlineLines = field(repr=False)


@dataclass(frozen=True)
class ReadyDraft(Ready):
    """A draft to be read: its labels are known too, the brackets of its notes, its words and paragraphs counted."""

    shown: ShownDraft = field(repr=False)
    noted: NoteBrackets
    words: int
    paragraphs: int


def ready(shown: Shown) -> Ready:
    """Make a text ready to be shown as it is now."""
    return Ready(Bracketed(shown.paragraphs()), OutlineLines(shown))


def ready_draft(draft: Draft) -> ReadyDraft:
    """Make a draft ready to be read."""
    shown = ShownDraft(draft)
    shown.label(0)
    found = ready(shown)
    texts = [paragraph.text for paragraph in draft.paragraphs if paragraph.text.strip()]
    words = sum(map(count_words, texts))
    # In the order of the text, and those alone that it cites, as of a text that is written.
    cited = dict.fromkeys(note for paragraph in draft.paragraphs for note in paragraph.footnotes)
    noted = note_brackets(draft.note[note] for note in cited if note in draft.note)
    return ReadyDraft(found.bracketed, found.lines, shown, noted, words, len(texts))
