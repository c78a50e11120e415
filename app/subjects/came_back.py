"""Word files that came back, as the window goes about with them; what reads and shows them is loaded when they come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.subjects.returned_file import ReturnedFile
    from models.dossier import ReturnedFile as Kept
    from widgets.returned.view import ReturnedRow, ReturnedView


@dataclass(frozen=True)
class Came:
    """A Word file to be looked at: its bytes, whether marks made by hand are its changes, and where it is kept."""

    path: Path
    data: bytes = field(repr=False)
    by_hand: bool = False
    kept: Kept | None = None


@dataclass(eq=False)
class CameBack:
    """Files that came back, one of which is shown; `said` are the delegations by the names in the files."""

    files: list[ReturnedFile] = field(repr=False)
    at: int = 0
    said: dict[str, str] = field(default_factory=dict)
    delegations: tuple[str, ...] = ()
    _tracked: dict[tuple[object, ...], tuple[ReturnedRow, ...]] = field(default_factory=dict, repr=False)

    @property
    def now(self) -> ReturnedFile:
        """The file that is shown."""
        return self.files[self.at]

    def view(self) -> ReturnedView:
        """It as its page shows it."""
        from app.subjects.returned_view import view_of

        return view_of(self.now, self.said, (self.at + 1, len(self.files)), self._rows(self.now, self.said))

    def make_ready(self, file: ReturnedFile, said: Mapping[str, str]) -> None:
        """Work out the rows of a file before it is shown so: of a long text that takes longer than a window may."""
        self._rows(file, said)

    def _rows(self, file: ReturnedFile, said: Mapping[str, str]) -> tuple[ReturnedRow, ...]:
        from app.subjects.returned_view import tracked_rows

        key = (*file.name, file.base, file.plan.as_left, tuple(sorted(said.items())))
        if key not in self._tracked:
            self._tracked[key] = tracked_rows(file, said)
        return self._tracked[key]
