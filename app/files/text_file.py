"""A text from a file, for the command line and the window: where it cannot be read, the sentence says which file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.files.file_name import shown
from models.draft.first_letter import with_small_letter

if TYPE_CHECKING:
    from models.reading.reading import Reading


def read_text_file(path: Path, revisions: str = "accept", name: str = "") -> Reading:
    """Reads a file; `name` is what it is called in messages, its path unless said. Errors: CannotRead."""
    from models.files.read import CannotRead, read_file

    try:
        return read_file(path, revisions)
    except CannotRead as error:
        sentence = str(error)
        if any(f"“{known}”" in sentence for known in (path, path.name)):
            raise
        raise CannotRead(f"“{shown(name or path)}”: {with_small_letter(sentence)}") from error
