"""What the page of a returned file shows, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from models.draft import Paragraph
from widgets.paper.pieces import Pieces


class Answer(Enum):
    """What becomes of words that were changed without tracking."""

    OPEN = "not decided"
    PROPOSAL = "becomes a proposal"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class AuthorLine:
    """A name as the file has it, "" where it has none; the delegation the user said it is of, and what it did."""

    name: str
    delegation: str
    facts: str

    @property
    def shown(self) -> str:
        """The name in quotation marks, or that there is none."""
        return f"“{self.name}”" if self.name else "No name"


@dataclass(frozen=True, slots=True)
class BaseChoice:
    """A kept draft the file may have been made on: its id, what it is called, how much of it stands there."""

    node: str
    label: str
    facts: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A changed paragraph: its number, or what the `line` is called, and marked words; `says` is what stands above it.

    `authors` are the names in the file of those who changed it, none where it was not tracked. `untracked` numbers the
    places without tracking, and then `answer` is what becomes of it, and of the `places` the row stands for. `as_left`
    says that all of it stands as it left with a compilation. `heading` begins a group and has no words.
    """

    heading: str = ""
    says: str = ""
    label: str | None = None
    line: str = ""
    paragraph: Paragraph | None = None
    pieces: Pieces = ()
    authors: tuple[str, ...] = ()
    untracked: int | None = None
    answer: Answer = Answer.OPEN
    warns: bool = False
    places: int = 1
    as_left: bool = False


@dataclass(frozen=True)
class ReturnedView:
    """A returned file: `match` says in a sentence what it was made on, `base` is that draft, `bases` all it may be.

    `holds` says what is in it, `notices` what one should know of how it was read, `sums` what will be kept.
    `refused` says why nothing can be kept yet, "" where it can; `done` that all of it is kept.
    """

    name: str
    match: str
    base: str
    bases: tuple[BaseChoice, ...]
    authors: tuple[AuthorLine, ...]
    holds: str
    notices: tuple[str, ...]
    rows: tuple[ReturnedRow, ...] = field(repr=False)
    sums: str = ""
    keep: str = ""
    refused: str = ""
    done: bool = False
    place: tuple[int, int] = (1, 1)
    """Which of several files this is, and of how many."""

    @property
    def unanswered(self) -> int:
        """How many places without tracking wait for an answer."""
        return sum(row.places for row in self.rows if row.untracked is not None and row.answer is Answer.OPEN)
