"""What a merge asks about, and the answers."""

from __future__ import annotations

from dataclasses import dataclass

from models.draft import DraftError
from models.telling.figures import counted, figure

CHOICES = ("ours", "theirs", "base", "both", "written")
"""How a conflict of words may be settled."""
NO_WORDS = ("moved", "kind", "number", "footnote", "reference")
"""The kinds of conflicts that ask for none of the words of a paragraph."""


class MergeError(DraftError):
    """An answer that does not fit."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How a conflict is settled: "ours", "theirs", "base", "both" (in brackets, for the room) or "written" (`text`)."""

    way: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section or annex that is asked about: its heading, and how many paragraphs under that.

    Where one side deleted it, the other `changed` some of these; `new` are those it has more, `renamed` says that its
    heading is another one, `headed` that it has that over what had none. Where both moved it all that says nothing.
    """

    heading: str
    paragraphs: int
    changed: int = 0
    new: int = 0
    renamed: bool = False
    is_annex: bool = False
    headed: bool = False

    @property
    def called(self) -> str:
        """What it is: "annex" or "section"."""
        return "annex" if self.is_annex else "section"

    @property
    def holds(self) -> str:
        """What is asked about: "heading and 4 paragraphs"."""
        return f"{'' if self.headed else 'heading and '}{counted(self.paragraphs, 'paragraph')}"

    @property
    def kept(self) -> str:
        """What the other side made of it: "heading reworded, 2 of them reworded, 1 new"; "" where that is nothing."""
        parts = ["under a new heading"] * self.headed + ["heading reworded"] * self.renamed
        if self.changed:
            of_them = "it" if self.changed == self.paragraphs == 1 else f"{figure(self.changed)} of them"
            parts.append(f"{of_them} reworded")
        return ", ".join([*parts, *([f"{figure(self.new)} new"] if self.new else [])])


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place where two sides contradict; `key` names it in one merge, whatever is settled.

    `kind` is "words" (the same words changed otherwise), "deleted" (on one side; reworded, moved or still needed on the
    other, or new in a list or section that is), "moved" (to two places, new at two places, put under a heading or
    between neighbours that the other side parted it from), "shape" (divided, joined or placed in ways that exclude
    each other), "kind" (another kind or level), "number" (another printed number or label, or one for two paragraphs),
    "new" (new on both sides, nearly alike), "clause" (words moved by one side; changed, or what they stand in deleted,
    by the other, at whichever end; or moved out of brackets that the other put round them),
    "reference" (by which each side meant another paragraph) or "footnote".
    `base`, `ours`, `theirs` are the texts that clash, "" where a side has none; `label` is what people call the
    paragraph; `row` is a place in the rows, None for a note that stands in none. `choices` are the ways it may be
    settled, `choice` the one that was taken.
    """

    key: str
    kind: str
    label: str
    base: str
    ours: str
    theirs: str
    row: int | None
    choices: tuple[str, ...]
    choice: Choice | None = None
    deleted_by: str = ""
    """ "ours" or "theirs" where that side deleted the paragraph."""
    also: tuple[str, ...] = ()
    """The keys of the rows in which it stands again: one answer settles it at each place."""
    notes: tuple[str, str, str] = ("", "", "")
    """What the notes there say that are not alike on all sides: base, ours, theirs."""
    section: Section | None = None
    """What is asked about, where it is a section with its heading that one side deleted, or both moved."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the merged text: whose they are ("ours", "theirs", "both", else "") and the key of their conflict."""

    text: str
    by: str = ""
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What stands together in the merged text, with its positions in base, ours, theirs and in the merged draft.

    `kind` is "same" (nobody changed it), "ours", "theirs" (one side did), "both" (both made the same of it),
    "combined" (both changed it and the changes fit) or "conflict". Without a position in the merged draft it is what
    was deleted. `moved` names the sides that moved it, `conflicts` the keys of what clashes in it, settled or not.
    """

    kind: str
    base: tuple[int, ...]
    ours: tuple[int, ...]
    theirs: tuple[int, ...]
    merged: tuple[int, ...]
    moved: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    key: str = ""
