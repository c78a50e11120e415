"""What reading a file gives: a draft and, beside it, what was guessed, tracked and where each part came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from models.draft import Draft, DraftError


class CannotRead(DraftError):
    """This file cannot be read as a text."""


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something guessed, joined or left out; `paragraph` is its position in the draft, or None for the whole."""

    paragraph: int | None
    code: str
    message: str


class Revision(NamedTuple):
    """A tracked change of a Word file.

    `kind` is one of insert delete move-from move-to paragraph-insert paragraph-delete format paragraph-format table
    section numbering field content-control. `paragraph` is a position in the draft as read; `start` and `end` are
    code points of its text (equal where the text is not there in this reading). `date` is as written, or None.
    `footnote` is the id of the note the change stands in, then `start` and `end` count in the note's text.
    """

    kind: str
    author: str | None
    date: str | None
    paragraph: int | None
    start: int
    end: int
    text: str
    footnote: int | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin of a Word file, as its author wrote it; who that was is what the file says, no proof.

    `paragraph` is a position in the draft as read, `start` and `end` code points of its text; None where the comment
    stands outside of the text and its notes, or nowhere. `footnote` is the id of the note it stands in, then `start`
    and `end` count in the note's text. A range over several paragraphs ends with the first. `date` is as written.
    `replies` have the place of their thread and no replies themselves; `resolved` is of the thread.
    """

    author: str | None
    initials: str | None
    date: str | None
    text: str
    paragraph: int | None
    start: int = 0
    end: int = 0
    resolved: bool = False
    replies: tuple[Comment, ...] = ()
    footnote: int | None = None


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One kind of thing that a file holds, and what becomes of it in a file that is written on this one.

    `group` is "edited" (read and editable), "kept" (comes back unchanged), "kept-while-unchanged" (comes back while its
    paragraph is not changed) or "not-followed". `places` are the paragraphs it stands in, each once; things beside the
    text have none. `details` name authors, hosts, fields or elements, as the code has it.
    """

    group: str
    code: str
    count: int
    places: tuple[int, ...] = ()
    details: tuple[str, ...] = ()


class Origin(NamedTuple):
    """Where a paragraph came from: the part of the package and which `w:p` of it, counted from 0 in document order.

    Elements are counted in the part with its tracked changes resolved the way it was read.
    """

    part: str
    element: int


@dataclass(frozen=True)
class Reading:
    """A file as read.

    `origins` has one entry for each paragraph of the draft for Word files, and is empty for text. `package` is the
    Word file's bytes as they were on the disk, `plain` those of a text file or a PDF. `revisions_taken` says how
    tracked changes were resolved. `comments` are those of a Word file, in the order of their places.
    """

    draft: Draft
    warnings: tuple[ReadingWarning, ...] = ()
    revisions: tuple[Revision, ...] = ()
    origins: tuple[Origin, ...] = ()
    package: bytes | None = field(default=None, repr=False)
    revisions_taken: str = "accept"
    plain: bytes | None = field(default=None, repr=False)
    comments: tuple[Comment, ...] = ()

    def __getstate__(self) -> dict[str, object]:
        """As it is handed to another process: the origins of a long text in two columns, in a tenth of the time."""
        return {**self.__dict__, "origins": tuple(zip(*self.origins, strict=True))}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, origins=tuple(map(Origin._make, zip(*state["origins"], strict=True))))
