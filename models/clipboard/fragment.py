"""What a paste gives: paragraphs and notes, whether they stand for whole paragraphs, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.draft import DraftError, Footnote, Paragraph, Run
from models.editing.pasted.copied import Extent
from models.editing.references.brought import Leads

MOST_BYTES = 32 * 1024 * 1024


class CannotPaste(DraftError):
    """What lies on the clipboard cannot be pasted as a text."""


@dataclass(frozen=True)
class Fragment:
    """Paragraphs as they came from the clipboard.

    `partial`: a selection inside one paragraph, whose runs go to the caret; it has no structure of its own. `losses`
    are sentences for the user. `came_from`, one entry a paragraph, and `source` are known where the text was copied
    in Adref: positions in the draft that `source` names, of the paragraphs each one continues; else both are empty.
    `apart`: what came are whole words, and none becomes one with a word it is put beside. `roman`: no letter came in
    italics, as in plain text, so that openings are still to be set in them. `extent`: how far the selection reached,
    where that is known. `ended`: its last line came with the line's end. `leads`: where its references led in the text
    it was copied from. `written`: the words of paragraphs with their numbers, where these stood among them: so they go
    into a sentence, which no number begins.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    partial: bool = False
    losses: tuple[str, ...] = ()
    came_from: tuple[tuple[int, ...], ...] = ()
    source: str = ""
    roman: bool = False
    apart: bool = False
    extent: Extent | None = None
    ended: bool = False
    leads: Leads = field(default_factory=Leads)
    written: tuple[tuple[Run, ...] | None, ...] = ()
