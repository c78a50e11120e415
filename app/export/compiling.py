"""The open proposals of a dossier as one Word file, each in the name of its delegation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from app.desk.desk import Desk
from app.export.to_its_end import write_to_its_end
from app.running.background import Background
from app.shell.asking import Asking, show_in_folder
from app.shell.frame import Frame
from app.wording import file_stem


class Compiling(QObject):
    """What asks where the proposals go, writes them off the GUI thread, and says what is to be settled."""

    def __init__(self, frame: Frame, background: Background, desk: Desk, asking: Asking) -> None:
        super().__init__(frame)
        self._frame, self._desk, self._asking = frame, desk, asking
        self._background = background

    def compile_proposals(self) -> None:
        """Ask where the open proposals go as one Word file, in the names of their delegations, and write it."""
        listing = self._desk.listing
        if listing is None:
            return
        dossier = listing.dossier

        from app.subjects.returned_file import compile_to

        def write(path: Path) -> None:
            write_to_its_end(
                self._background,
                path,
                dossier,
                lambda progress, put: compile_to(dossier, path, progress, put),
                lambda certificate: self._compiled(path, certificate.clashes),
            )

        self._asking.place(f"{file_stem(listing.title)}, proposals.docx", ".docx", write)

    def _compiled(self, path: Path, clashes: Sequence[str]) -> None:
        count = f"{len(clashes)} places are" if len(clashes) > 1 else "One place is"
        more = f"; and {len(clashes) - 3} more" if len(clashes) > 3 else ""
        not_all = f" {count} to be settled: {'; '.join(clashes[:3])}{more}." if clashes else ""
        self._frame.tell(
            f"{path.name} is written: each change in the name of its delegation.{not_all}",
            str(path.parent),
            topic="written",
            done=True,
            acts={"Show the folder": lambda: show_in_folder(path)},
        )
