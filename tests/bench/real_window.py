"""The real window over a dossier of a given size: everything on, its journal in a real file."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from heartbeat import turn, turn_until

from app.running.loading import load_plainly
from app.running.loading_rest import REST, load_rest
from app.settings.settings import Places, Settings
from app.starting import application, make_window
from app.window.window import Window
from models.dossier import Dossier
from models.draft import Draft, Footnote, Kind, Paragraph, Run

_WORDS = (
    " Governments of countries of origin, countries of transit and countries of destination to increase cooperation "
    "on issues related to migration, and notes with appreciation the numerous meetings and conferences convened "
    "relating to migration and development, in particular in the context of regional cooperation"
)
_NOTE_EVERY = 50


def draft(count: int) -> Draft:
    """A text of so many paragraphs: masthead, preamble, numbered operative ones with subparagraphs, notes, brackets."""
    paragraphs = [Paragraph(Kind.MASTHEAD, (Run(words),)) for words in ("General Assembly", "A/C.2/80/L.__")]
    notes: list[Footnote] = []
    preambular = min(20, count // 5)
    operative = 0
    for number in range(count - 2):
        if number < preambular:
            paragraphs.append(Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(f"{_WORDS} {number},"))))
        elif number % 10 in (3, 4):
            letter = "(a)" if number % 10 == 3 else "(b)"
            paragraphs.append(Paragraph(Kind.SUBPARAGRAPH, (Run(f"Words of item {number};"),), level=1, number=letter))
        else:
            words = f" [{_WORDS}] {number};" if number % 20 == 0 else f"{_WORDS} {number};"
            runs = (Run("Encourages", italic=True), Run(words))
            if number % _NOTE_EVERY == 7:
                notes.append(Footnote(len(notes) + 1, str(len(notes) + 1), (Run(f"Document {number}."),)))
                runs = (*runs, Run(footnote=len(notes)))
            operative += 1
            paragraphs.append(Paragraph(Kind.OPERATIVE, runs, number=str(operative)))
    return Draft(tuple(paragraphs), tuple(notes))


@contextmanager
def empty_window() -> Iterator[tuple[Window, Path]]:
    """The window on its start page, all loaded that it loads there, and a folder for dossiers."""
    load_plainly()  # as the program does
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        places = Places(folder / "config", folder / "data", folder / "log", folder / "documents")
        window = make_window(application(), places, Settings(appearance="light"))
        window.show()
        load_rest(window, lambda: window.background.tasks, window.made_later)
        turn_until(lambda: not window.background.tasks and all(name in sys.modules for name in REST))
        turn(0.1)
        try:
            yield window, folder
        finally:
            window.close()
            turn(0.05)


def dossier_of(folder: Path, count: int) -> Path:
    """A dossier with one draft of so many paragraphs."""
    path = folder / f"{count} paragraphs.adref"
    with Dossier.create(path, title=f"{count} paragraphs") as dossier:
        dossier.keep(draft(count), label="First draft", date="2026-01-15")
    return path


def open_dossier(window: Window, path: Path) -> None:
    """Open a dossier and wait until all is known of its drafts."""
    window.desk.open(path)
    turn_until(lambda: window.desk.path == path and len(window.desk.stories) == 1 and not window.background.tasks)


def begin_text(window: Window) -> None:
    """Begin the working text on its draft, and wait until all of it is laid out."""
    listing = window.desk.listing
    assert listing is not None
    window.drafting.writing.begin(listing.nodes[0].id)
    turn_until(lambda: window.going.writes)
    sheet = window.pages.text.sheet
    turn_until(lambda: sheet.text.whole and not sheet.column.blocks.active and not window.background.tasks)
    sheet.setFocus()
    turn(0.3)
