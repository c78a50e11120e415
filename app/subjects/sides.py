"""Texts to show, compare or export: a draft of the dossier, a file, the working text at a moment. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.files.text_file import read_text_file
from app.running.answering import expect_answer
from app.running.what_stays import making_what_stays
from models.dossier import Dossier, Node
from models.draft import Draft
from models.draft.canonical import content_hash
from models.draft.masthead import masthead
from models.lineage import Edge
from models.reading.reading import Reading

if TYPE_CHECKING:
    from widgets.text.ready import ReadyDraft


@dataclass(frozen=True)
class Side:
    """A text that can be shown or compared: a draft of the dossier (`node`), a file (`path`, `reading`), or the working
    text as it was at a moment (`working`, its row in the dossier).

    `ready` is there where it is to be read: the draft as the page takes it.
    """

    title: str
    line: str
    draft: Draft = field(repr=False)
    node: str | None = None
    path: Path | None = None
    reading: Reading | None = field(default=None, repr=False)
    working: int | None = None
    upon: str | None = None
    """The draft a working text stands on."""
    lineage: tuple[Edge, ...] = field(default=(), repr=False, compare=False)
    """How the paragraphs of that draft live on in the working text, as the editor knows."""
    ready: ReadyDraft | None = field(default=None, repr=False, compare=False)

    @cached_property
    def content(self) -> str:
        """What a dossier knows the words of the text by; for a long one it takes a moment."""
        return content_hash(self.draft)

    def work_out_content(self) -> None:
        """Have that known before a window asks for it."""
        _ = self.content


def at_hand(side: Side) -> Callable[[], Side]:
    """What gives a text that is there already, where one may have to be read."""
    return lambda: side


def kept_among(sides: Sequence[Side]) -> int:
    """How many drafts of the dossier are among texts."""
    return len({side.node for side in sides if side.node is not None})


def draft_side(dossier: Dossier, node: Node, line: str) -> Side:
    """A draft of the dossier, to show or compare."""
    return Side(node.label, line, dossier.draft(node.id), node=node.id)


def side_to_read(dossier: Dossier, node: Node, line: str) -> Side:
    """A draft of the dossier, ready to be read: its labels, brackets and counts are known, and how texts open."""
    from models.editing.typed.openings import know_openings
    from widgets.text.ready import ready_draft

    with making_what_stays():
        know_openings()  # the outline would wait for it
        side = draft_side(dossier, node, line)
        return replace(side, ready=ready_draft(side.draft))


def read(path: Path) -> Reading:
    """Read a file. Errors: CannotRead, whose sentence names the file."""
    expect_answer(path)
    return read_text_file(path, name=path.name)


def file_side(path: Path) -> Side:
    """A file, to show or compare."""
    reading = read(path)
    symbol = masthead(reading.draft).symbol
    return Side(symbol or path.stem, path.name if symbol else "", reading.draft, path=path, reading=reading)


def told_apart(old: Side, new: Side) -> tuple[Side, Side]:
    """Two sides with names of their own: drafts of one document carry one symbol, and then their files name them."""
    if old.title != new.title:
        return old, new
    named = [replace(side, title=side.path.stem, line=side.title) if side.path else side for side in (old, new)]
    return named[0], named[1]
