"""What the room is shown of a paragraph: its words with what changed in them, its number, its notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.comparison.words.marked import Words, side
from models.draft import Draft, Footnote, Kind, Paragraph, Run, bracket_characters
from models.draft.directions import is_right_to_left
from models.draft.first_letter import with_small_letter
from widgets.paper.marked import marked
from widgets.paper.pieces import Mark, Piece, Pieces, plain

_LABEL = re.compile(r"(PP|OP)\s?(.+)")
_FEW = 5
_NAMES = {"PP": "Preambular paragraph", "OP": "Operative paragraph"}


@dataclass(frozen=True, slots=True)
class ProjectorParagraph:
    """A paragraph for the room.

    `number` is what hangs beside it as printed ("9.", "(a)", ""), `label` what people call it ("OP9"). `words` tell
    the change against the base of this paragraph alone; where they do not end in its text they are left out. `base`
    are the runs it had, for the italics of what is gone. `notes` are the footnotes it cites. `caret` is how much of the
    text stands before the caret, None where that is elsewhere: the room sees its page, never the caret. `key` stays
    with it whatever it is called: several may be called alike, or nothing.
    """

    runs: tuple[Run, ...]
    number: str = ""
    label: str = ""
    level: int = 0
    words: Words | None = None
    base: tuple[Run, ...] = ()
    notes: tuple[Footnote, ...] = ()
    right_to_left: bool | None = None
    caret: int | None = None
    key: int = 0

    @property
    def text(self) -> str:
        """Its words as they are now."""
        return "".join(run.text for run in self.runs)

    @property
    def gone(self) -> bool:
        """Whether it stands here no more: all of its words are struck."""
        return not self.runs and bool(self.words)

    @property
    def spoken(self) -> str:
        """Its words as they are read out."""
        return f"Deleted: {side(self.words or (), 'delete')}" if self.gone else self.text

    @property
    def name(self) -> str:
        """What it is called: its label, else how it begins."""
        begins = self.text.split()
        return self.label or (f"“{' '.join(begins[:_FEW])}{'…' if len(begins) > _FEW else ''}”" if begins else "")

    @property
    def mirrored(self) -> bool:
        """Whether it runs from right to left."""
        return is_right_to_left(self.text) if self.right_to_left is None else self.right_to_left


def pieces_of(paragraph: ProjectorParagraph) -> Pieces:
    """The pieces of a paragraph, what changed marked."""
    new = Paragraph(Kind.TEXT, paragraph.runs)
    draft = Draft((new,), paragraph.notes)
    words = paragraph.words
    if words is None or side(words, "insert") != paragraph.text:
        return plain(new, draft)
    known = "".join(run.text for run in paragraph.base) == side(words, "delete")
    old = _known(paragraph) if known else _unknown(words)
    now = (new,) if paragraph.runs else ()
    inline = marked(words, old, now, (Draft(old, _notes(paragraph)), draft), fold=False).inline
    pieces = tuple(piece for part in inline for piece in part)
    if known and paragraph.base:
        return pieces
    # Which notes the base had is not known: a mark of change at all of them would be a wrong one.
    return tuple(replace(piece, mark=Mark.NONE) if piece.note else piece for piece in pieces)


def _known(paragraph: ProjectorParagraph) -> tuple[Paragraph, ...]:
    return (Paragraph(Kind.TEXT, paragraph.base),) if paragraph.base else ()


def _unknown(words: Words) -> tuple[Paragraph, ...]:
    """What the words say there was, without any looks."""
    text = side(words, "delete")
    return tuple(Paragraph(Kind.TEXT, (Run(part),)) for part in text.split("\n")) if text else ()


def _notes(paragraph: ProjectorParagraph) -> tuple[Footnote, ...]:
    """The notes of the base: one that is gone has no number any more."""
    there = {note.id for note in paragraph.notes}
    gone = {run.footnote for run in paragraph.base if run.footnote is not None} - there
    return (*paragraph.notes, *(Footnote(note, "*") for note in sorted(gone)))


def before_caret(pieces: Sequence[Piece], caret: int) -> str:
    """What stands before the caret in the pieces, of which some are marks of notes and what is gone."""
    before = ""
    for piece in pieces:
        is_text = not piece.note and piece.mark is not Mark.REMOVED
        if is_text and len(piece.text) >= caret:
            return before + piece.text[:caret]
        before += piece.text
        caret -= len(piece.text) if is_text else 0
    return before


def changed(pieces: Sequence[Piece], mark: Mark) -> bool:
    """Whether some words carry a mark."""
    return any(piece.mark is mark for piece in pieces)


def bracketed(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches between matching brackets, the outermost of each nest, the brackets included."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for at, character in bracket_characters(text):
        if character == "[":
            opened.append(at)
        elif opened:
            start = opened.pop()
            found = [span for span in found if span[0] < start]
            found.append((start, at + 1))
    return tuple(found)


def spoken(label: str) -> str:
    """A label as it is said in the room: "Operative paragraph 10 (a)" for "OP10 (a)"."""
    found = _LABEL.fullmatch(label)
    return f"{_NAMES[found[1]]} {found[2]}" if found else label


def heading(labels: Sequence[str]) -> str:
    """What stands on the screen: "Operative paragraph 9", "Operative paragraphs 9 to 11"."""
    named = [label for label in labels if label]
    if not named:
        return ""
    first, last = named[0], named[-1]
    if last == first or last.startswith(f"{first} ("):
        return spoken(first)
    one, two = _LABEL.fullmatch(first), _LABEL.fullmatch(last)
    if one and two and one[1] == two[1]:
        return f"{_NAMES[one[1]]}s {one[2]} to {two[2]}"
    return f"{spoken(first)} to {with_small_letter(spoken(last))}" if two else f"{spoken(first)} to {last}"
