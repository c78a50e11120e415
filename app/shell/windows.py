"""The windows there are, each a program of its own: what is open in one, and what was in those that are gone. No Qt.

A window tells what is open in it in a file of its own, and holds its name (models.dossier.form.holding) while it lives.
The file of a window that was quit or killed stays, and the next that begins takes it up; that of one that was closed by
hand while others stay goes with it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from app.settings.settings import read_value, write_json
from models.dossier.form.holding import Hold, living, this_host
from models.in_turn import in_turn

_QUIT = ".quit"


@dataclass(frozen=True)
class Open:
    """What is open: the file of the dossier, "" where there is none, the page in front, and what lies on that and
    behind it.

    `form`: the form of the masthead stands before the text; `chosen`: the draft chosen on the page of the dossier;
    `writes`: a working text is open, that of `who` on `draft`; `read`: the draft that the text page shows instead;
    `compared`: the texts of the comparison; `texts`: those of another page that is in front, or its files, of which the
    one at `shown` is seen, and `paragraph` the position of the one whose lineage that is. Texts are named by the id of
    the draft, the path of the file, the SHA-256 of a file that came back and is kept, or as the working text. `alone`:
    the text stands without all that is around it; `read_at`, `seen_at`, `compared_at` and `merged_at` say where the
    reader is: in the draft that is read its paragraph, or -1, in the text that is written the first paragraph in sight
    where the caret is out of sight, else -1, in the texts compared which of them and the position there, by turns,
    the nearest first, `compared_chosen` or only in sight, `inline` where they are shown as one, in a merge the key of
    the item, and `row` the row of a file that came back or of a ledger or, where phrases of a lineage are shown, the
    phrase; `panels`: whether the outline and the inspector are wanted; `beside`: the draft that stands beside the text;
    `zoom` and `compared_zoom`: how large the letters of the text and of the texts compared are, 0 where nothing was
    told of that; `shape`: size and place of the window, as Qt has them. Times are in seconds since 1970: when the
    window `began`, and when it was last `used`.
    """

    dossier: str = ""
    place: str = ""
    form: bool = False
    chosen: str = ""
    writes: bool = False
    who: str = ""
    draft: str = ""
    read: str = ""
    compared: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    shown: int = 0
    paragraph: int = 0
    read_at: int = -1
    seen_at: int = -1
    compared_at: list[int] = field(default_factory=list)
    compared_chosen: bool = False
    inline: bool = False
    merged_at: str = ""
    row: int = -1
    alone: bool = False
    panels: list[bool] = field(default_factory=list)
    beside: str = ""
    zoom: float = 0.0
    compared_zoom: float = 0.0
    shape: str = ""
    host: str = ""
    began: float = 0.0
    used: float = 0.0

    @property
    def anything(self) -> bool:
        """Whether there is anything to be open again: a dossier, or files that are compared."""
        return bool(self.dossier or self.compared)


class Windows:
    """The files of all windows in one folder, seen by one of them. May be used from several threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._hold = Hold()
        self._file = folder / f"{self._hold.name}.json"
        self._began = time.time()
        self._turn = threading.Lock()
        self._closed = False
        self.was = Open()
        """What was open in the window that was taken up."""

    def tell(self, now: Open) -> None:
        """Say what is open in this window. Errors: OSError."""
        with self._turn:
            if not self._closed:
                self._hold.take()
                self._write(now)

    def _write(self, now: Open) -> None:
        write_json(self._file, asdict(replace(now, host=this_host(), began=self._began, used=time.time())))

    def close(self, now: Open, *, stays: bool) -> None:
        """This window ends; what is open in it is taken up again where it `stays`, or is the last. Errors: OSError."""
        with self._turn:
            self._closed = True
            try:
                with in_turn(self.folder):  # of two that are closed at once each would leave it to the other
                    self._leave(now, stays=stays or not self._others())
                    self._hold.release()
            finally:
                self._hold.release()

    def _leave(self, now: Open, *, stays: bool) -> None:
        if stays and now.anything:
            self._write(now)
        else:
            self._file.unlink(missing_ok=True)
        if stays and not self.was.anything:
            self._forget_older()
        self._asked().unlink(missing_ok=True)

    def _forget_older(self) -> None:
        """What was left by windows that were gone before this one began without them is of no time to go back to."""
        for file, was in self._gone():
            if was.used < self._began:
                file.unlink(missing_ok=True)

    # Those that are gone

    def take_up(self) -> Open:
        """What was open in the window that was used last of those that are gone; this window has it from now on."""
        self._hold.take()
        for file, was in self._gone():
            # Of two programs that begin at once one gets it.
            with suppress(OSError):
                file.rename(self._file)
                self.was = was
                break
        return self.was

    @property
    def more(self) -> bool:
        """Whether windows are gone that can be taken up."""
        return bool(self._gone())

    def comes_back(self, dossier: Path, parent: str | None, who: str) -> bool:
        """Whether the working text of `who` on a draft is gone on with by itself, here or in one that comes back."""
        text = str(dossier.absolute()), parent or "", who
        coming = [self.was, *(was for _, was in self._gone())] if self.was.anything else []
        return any(one.writes and (one.dossier, one.draft, one.who) == text for one in coming)

    def _gone(self) -> list[tuple[Path, Open]]:
        found = [(file, was) for file, was, lives in self._all() if not lives and was.anything]
        return sorted(found, key=lambda one: one[1].used, reverse=True)

    # Those that are there

    @property
    def shapes(self) -> set[str]:
        """Size and place of every other window."""
        return {told.shape for _, told in self._others()}

    def offers(self, dossier: Path, *, here: bool) -> bool:
        """Whether this window is the one that offers what a dossier did not take or nobody closed: the first that has
        it open `here`, else, where none has it open, the first of all."""
        others, name = [one for _, one in self._others()], str(dossier.absolute())
        earlier = [one for one in others if one.began < self._began]
        if here:
            return all(one.dossier != name for one in earlier)
        return not earlier and all(one.dossier != name for one in others)

    def quit_others(self) -> None:
        """Ask all other windows to end. Errors: OSError."""
        for file, _ in self._others():
            file.with_suffix(_QUIT).touch()

    def asked_to_quit(self) -> bool:
        """Whether another window asked this one to end since this was looked at last."""
        try:
            self._asked().unlink()
        except OSError:
            return False
        return True

    def _asked(self) -> Path:
        return self._file.with_suffix(_QUIT)

    def _others(self) -> list[tuple[Path, Open]]:
        return [(file, told) for file, told, lives in self._all() if lives]

    def _all(self) -> Iterator[tuple[Path, Open, bool]]:
        """Every other window of this machine: its file, what was open there, and whether it lives."""
        here = this_host()
        for file in sorted(self.folder.glob("*.json")):
            # A window says what was open last, and lets go then: asked the other way round, one that ends between the
            # two were gone with what it had told long before.
            lives = living(file.stem, here, "")
            told = read_value(file, Open())
            if file != self._file and told.host == here:
                yield file, told, lives
