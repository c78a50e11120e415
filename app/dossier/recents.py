"""The dossiers opened before: the list of them in a file, and its rows on the start page."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from app.running.answering import answers_of
from app.settings.settings import read_json, write_json
from app.subjects.listing import Listing, Story
from app.wording import brackets_words, moment
from models.in_turn import in_turn
from widgets.start.dossiers import DossierRow

_MOST = 30


@dataclass(frozen=True)
class Recent:
    """A dossier opened before, and what was true of it then.

    `written`: whether a text was being written in it; `opened` is in seconds since 1970.
    """

    path: str
    title: str
    last_draft: str = ""
    circumstances: str = ""
    drafts: int = 0
    brackets: int = 0
    paragraphs: int = 0
    bracketed_paragraphs: int = 0
    unmatched_brackets: int = 0
    written: bool = False
    opened: float = 0.0


class Recents:
    """The list of recent dossiers in a JSON file; dossiers that are gone drop out."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @property
    def file(self) -> Path:
        """Where the list lies."""
        return self._file

    def read(self) -> tuple[Recent, ...]:
        """Latest first. A damaged list is an empty one."""
        value = read_json(self._file)
        if not isinstance(value, list):
            return ()
        found = [recent for one in value if (recent := _recent(one)) is not None]
        # One on a share that does not answer is not gone.
        there = answers_of([Path(recent.path) for recent in found], Path.exists, True)
        return tuple(recent for recent, is_there in zip(found, there, strict=True) if is_there)

    def add(self, recent: Recent) -> None:
        """Put a dossier first. Errors: OSError."""
        self._change(lambda all_of_them: [recent, *(one for one in all_of_them if one.path != recent.path)])

    def remove(self, path: str) -> None:
        """Forget a dossier; its file stays. Errors: OSError."""
        self._change(lambda all_of_them: [one for one in all_of_them if one.path != path])

    def _change(self, change: Callable[[Sequence[Recent]], Sequence[Recent]]) -> None:
        with in_turn(self._file.parent):
            write_json(self._file, [asdict(one) for one in change(self.read())[:_MOST]])


def _recent(value: Any) -> Recent | None:
    if not isinstance(value, dict):
        return None
    given = {one.name: value[one.name] for one in fields(Recent) if one.name in value}
    try:
        recent = Recent(**given)
    except TypeError:
        return None
    usual = Recent("", "")
    for one in fields(Recent):
        kind = (int, float) if one.name == "opened" else type(getattr(usual, one.name))
        if not isinstance(getattr(recent, one.name), kind):
            return None
    return recent


def recent_of(listing: Listing, story: Story | None) -> Recent:
    """What is true of an open dossier now; `story` is that of its last draft, if it is known yet."""
    last = listing.nodes[0] if listing.nodes else None
    return Recent(
        path=str(listing.dossier.path.absolute()),
        title=listing.title,
        last_draft=last.label if last else "",
        circumstances=story.circumstances if story else "",
        drafts=len(listing.nodes),
        brackets=story.brackets if story else 0,
        paragraphs=story.paragraphs if story else 0,
        bracketed_paragraphs=story.bracketed if story else 0,
        unmatched_brackets=story.unmatched if story else 0,
        written=any(row.changed for row in listing.working),
        opened=time.time(),
    )


def _brackets(recent: Recent) -> str:
    alone = recent.unmatched_brackets
    return brackets_words(recent.brackets, recent.bracketed_paragraphs, recent.paragraphs, alone)


def dossier_row(recent: Recent) -> DossierRow:
    """The row of a dossier."""
    nothing_kept = "A text being written" if recent.written else "No draft yet"
    parts = (recent.last_draft or nothing_kept, recent.circumstances)
    known = recent.paragraphs > 0
    return DossierRow(
        path=recent.path,
        title=recent.title,
        line="  •  ".join(part for part in parts if part),
        meter_words=_brackets(recent) if known else "",
        bracketed=recent.bracketed_paragraphs / recent.paragraphs if known else None,
        date=moment(recent.opened),
    )
