"""Word files that come back with changes in them: read, shown by author, and kept as proposals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.desk.adding import CameIn
from app.desk.desk import Desk
from app.returned.marks import READ_MARKS, Marks
from app.running.background import Background, Task
from app.shell.frame import Frame
from app.shell.going import Going
from app.shell.history import Stop
from app.shell.pages import Pages
from app.subjects.came_back import Came, CameBack
from app.subjects.listing import Listing
from app.wording import of_those_left
from models.dossier import Dossier, Node
from models.files.read import file_bytes
from models.telling.figures import counted

if TYPE_CHECKING:
    from app.subjects.returned_file import KeptFile, ReturnedFile
    from models.compiling.come_back import Compilations
    from widgets.returned.view import Answer

    _Made = Callable[[Compilations, Callable[[float], None]], ReturnedFile]


class Returning(QObject):
    """What shows returned files and answers their page; `who` gives the name under which things are kept."""

    def __init__(
        self,
        frame: Frame,
        pages: Pages,
        background: Background,
        desk: Desk,
        going: Going,
        who: Callable[[], str],
    ) -> None:
        super().__init__(frame)
        self._frame, self._pages, self._desk, self._going, self._who = frame, pages, desk, going, who
        self._background = background
        self._compilations: Compilations | None = None
        pages.when_made("returned", self._serve)
        desk.returned.connect(self.take)
        desk.marked.connect(self._offer_marks)
        going.gone.connect(self._tell_of_marks)
        self.marks = Marks(frame, background, desk, going)
        pages.dossier.returned_asked.connect(self.show_kept)

    def _serve(self) -> None:
        page = self._pages.returned
        page.delegation_said.connect(self._say_delegation)
        page.base_chosen.connect(self._choose_base)
        page.answered.connect(self._answer)
        page.other_wanted.connect(self._step)
        page.keep_wanted.connect(self.keep)
        page.draft_wanted.connect(self.keep_as_draft)
        page.discard_wanted.connect(self.put_away)

    @property
    def _dossier(self) -> Dossier | None:
        return self._desk.listing.dossier if self._desk.listing else None

    def _compilations_of(self, dossier: Dossier) -> Compilations:
        """What files are held against, from opening to keeping them; loaded beside the window."""
        from models.compiling.come_back import Compilations

        if self._compilations is None or self._compilations.dossier is not dossier:
            self._compilations = Compilations(dossier)
        return self._compilations

    # Reading

    def take(self, files: Sequence[CameIn]) -> None:
        """Show Word files with changes, tracked or marked by hand, as they were read."""
        self._open([Came(one.path, one.reading.package or b"", by_hand=bool(one.marks)) for one in files])

    def _offer_marks(self, files: Sequence[CameIn]) -> None:
        """Of drafts that were just kept, to read the marks made by hand in them as changes."""
        for one in reversed(files):
            self._offer_to_read(one.path, one.reading.package or b"", one.marks, f"marks in {one.path}")

    def _offer_to_read(self, path: Path, data: bytes, words: str, topic: str) -> None:
        acts = {READ_MARKS: lambda: self._open([Came(path, data, by_hand=True)])}
        self._frame.tell(words, path.name, topic=topic, acts=acts)

    def show_kept(self) -> None:
        """Show the files whose proposals are kept, the last one first."""
        listing = self._desk.listing
        self.show_files([one.blob for one in reversed(listing.returned)] if listing else [])

    def show_files(self, names: Sequence[str], at: int = 0) -> None:
        """Show files that came back, those that are kept by their SHA-256, others by their paths; first the one `at` a
        place among them."""
        dossier, listing = self._dossier, self._desk.listing
        if dossier is None or listing is None:
            return
        kept = {one.blob: one for one in listing.returned}

        def found(name: str) -> Came | None:
            one = kept.get(name)
            data = file_bytes(Path(name)) if one is None else dossier.blob(one.blob)
            if one is None or data is None:
                return Came(Path(name), data) if data else None
            return Came(Path(one.file_name), data, bool(one.facts.get("by_hand")), one)

        def read(_task: Task[list[Came]]) -> list[Came]:
            return [came for name in names if (came := found(name)) is not None]

        self._background.run(read, done=lambda files: self._open(files, at), lane="page")

    def _open(self, files: Sequence[Came], at: int = 0) -> None:
        dossier = self._dossier

        def work(task: Task[CameBack]) -> CameBack:
            from app.subjects.returned_file import open_returned, said_of

            found, compilations = [], self._compilations_of(dossier) if dossier is not None else None
            for number, came in enumerate(files):

                def told(share: float, number: int = number) -> None:
                    task.progress((number + share) / len(files))

                found.append(open_returned(came, compilations, told))
            said = said_of(dossier) if dossier is not None else {}
            known = tuple(one.short for one in dossier.delegations()) if dossier is not None else ()
            came_back = CameBack(found, min(at, len(found) - 1), said, known)
            for file in found:
                came_back.make_ready(file, said)
            return came_back

        name = files[0].path.name if len(files) == 1 else counted(len(files), "returned file")
        self._background.run(work, done=self._show, words=f"Reading the changes of {name}", lane="page")

    def _show(self, came: CameBack) -> None:
        self._going.go(Stop("returned", came))

    def _tell_of_marks(self) -> None:
        """Of marks made by hand beside the tracked changes of the file that is shown, and of no other."""
        file = self._came.now if self._came is not None and self._going.place == "returned" else None
        self._frame.notices.clear("marks")
        if file is not None and file.returned.marks:
            self._offer_to_read(file.path, file.returned.data, file.returned.marks, "marks")

    # What is said of a file

    @property
    def _came(self) -> CameBack | None:
        return self._going.came

    def _show_again(self) -> None:
        came = self._came
        if came is not None:
            self._pages.show_returned(came, again=True)
            self._going.refresh()

    def _answer(self, number: int, answer: Answer) -> None:
        came = self._came
        if came is not None:
            came.files[came.at] = came.now.answered(number, answer)
            self._show_again()

    def _step(self, way: int) -> None:
        came = self._came
        if came is not None and 0 <= came.at + way < len(came.files):
            came.at += way
            self._turn(came)

    def _turn(self, came: CameBack) -> None:
        """To another file of those that came back."""
        self._pages.show_returned(came)
        self._going.refresh()
        self._tell_of_marks()

    def _say_delegation(self, author: str, delegation: str) -> None:
        came, dossier, who = self._came, self._dossier, self._who()
        if came is None or dossier is None or came.said.get(author, "") == delegation:
            return

        def done(found: tuple[dict[str, str], tuple[str, ...]]) -> None:
            came.said, came.delegations = found
            if self._came is came:
                self._show_again()

        def work(_task: Task[tuple[dict[str, str], tuple[str, ...]]]) -> tuple[dict[str, str], tuple[str, ...]]:
            from app.subjects.returned_file import say_delegation

            said = say_delegation(dossier, author, delegation, who)
            came.make_ready(came.now, said)
            return said, tuple(one.short for one in dossier.delegations())

        self._background.run(work, done=done, pool="dossier")

    def _choose_base(self, node: str) -> None:
        came, dossier = self._came, self._dossier
        if came is None or dossier is None or came.now.base == node:
            return
        from app.subjects.returned_file import on_base

        file = came.now
        words = f"Setting the changes of {file.path.name} on another draft"
        self._put_in(came, dossier, partial(on_base, file, node), words)

    def _look_again(self, came: CameBack, dossier: Dossier) -> None:
        """At the file that is shown, once another one is kept."""
        from app.subjects.returned_file import looked_at_again

        file = came.now
        self._put_in(came, dossier, partial(looked_at_again, file), f"Reading {file.path.name} again")

    def _put_in(self, came: CameBack, dossier: Dossier, made: _Made, words: str) -> None:
        """Put in the place of the file that is shown what is made of it."""
        file = came.now

        def done(found: ReturnedFile) -> None:
            for at, one in enumerate(came.files):
                if one.name == file.name:
                    # On the draft it stood on, what was answered meanwhile is said of the same places.
                    answers = {**found.answers, **(one.answers if one.base == found.base else {})}
                    came.files[at] = replace(found, answers=answers)
            if self._came is came:
                self._show_again()

        def work(task: Task[ReturnedFile]) -> ReturnedFile:
            found = made(self._compilations_of(dossier), task.progress)
            came.make_ready(found, came.said)
            return found

        self._background.run(work, done=done, words=words, lane="page")

    # Keeping

    def keep(self) -> None:
        """Keep the proposals of the file that is shown."""
        came, dossier, who = self._came, self._dossier, self._who()
        if came is None or dossier is None:
            return
        from app.subjects.returned_file import keep_file

        file = came.now

        def work(task: Task[KeptFile]) -> KeptFile:
            def told(share: float) -> None:
                task.share = share  # it goes on to its end when the window closes

            return keep_file(file, self._compilations_of(dossier), who, told)

        self._background.run(
            work,
            done=lambda kept: self._kept(came, file, kept),
            words=f"Keeping the proposals of {file.path.name}",
            pool="dossier",
            must=True,
        )

    def _kept(self, came: CameBack, file: ReturnedFile, kept: KeptFile) -> None:
        self._desk.show_again(kept.listing)
        again = len(kept.recorded.reopened)
        new, known = len(kept.recorded.new) + again, len(kept.recorded.known) - again
        words = "What you answered is kept." if file.newly_answered else "Nothing to add."
        words = f"{counted(new, 'proposal')} kept on {kept.node.label}." if new else words
        left = len(kept.file.plan.stand_as_they_left)
        parts = [f"{counted(known - left, 'proposal')} of {file.path.name} known already."] * (known > left)
        parts += [f"{of_those_left(left)} in {file.path.name}."] * bool(left)
        more = " ".join(parts) or file.path.name
        if left := file.undecided:
            words += f" {counted(left, 'place')} without tracking {'is' if left == 1 else 'are'} left undecided."
        acts = {"Take them back": lambda: self._take_back(kept)} if new or file.newly_answered else {}
        self._frame.tell(words, more, topic="kept-proposals", acts=acts, done=True)
        self._let_go(came, file, kept.node)

    def _take_back(self, kept: KeptFile) -> None:
        dossier, who = self._dossier, self._who()
        if dossier is None:
            return
        from app.subjects.returned_file import as_kept

        def take_back(_task: Task[ReturnedFile]) -> ReturnedFile:
            dossier.take_back_recorded(kept.recorded, blob=kept.file.returned.blob, who=who)
            return as_kept(kept.file)

        self._background.run(
            take_back,
            done=lambda file: self._taken_back(kept, file),
            pool="dossier",
            must=True,
        )

    def _taken_back(self, kept: KeptFile, file: ReturnedFile) -> None:
        self._frame.notices.clear("kept-proposals")
        back = len(kept.recorded.new) + len(kept.recorded.reopened)
        self._frame.status_bar.say(f"{counted(back, 'proposal') if back else 'What you answered is'} taken back.")
        self._show(CameBack([file], 0, *self._known()))

    def _known(self) -> tuple[dict[str, str], tuple[str, ...]]:
        came = self._came
        return (came.said, came.delegations) if came is not None else ({}, ())

    def keep_as_draft(self) -> None:
        """Keep the text of the file with all its changes accepted as a draft on the one it was made on."""
        came, dossier, who = self._came, self._dossier, self._who()
        if came is None or dossier is None:
            return
        from app.subjects.returned_file import keep_sent

        file = came.now

        def done(found: tuple[Listing, Node]) -> None:
            listing, node = found
            self._desk.show_again(listing)
            self._frame.status_bar.say(f"{node.label} is kept, with all its changes accepted.")
            self._let_go(came, file, node)

        self._background.run(
            lambda _task: keep_sent(dossier, file, who),
            done=done,
            words=f"Keeping {file.path.name}",
            pool="dossier",
            must=True,
        )

    def put_away(self) -> None:
        """Go on to the next file without keeping anything of this one."""
        came = self._came
        if came is not None:
            self._frame.status_bar.say(f"Nothing of {came.now.path.name} was kept.")
            self._let_go(came, came.now, None)

    def _let_go(self, came: CameBack, file: ReturnedFile, node: Node | None) -> None:
        """To the next file, or to the dossier where there is none."""
        came.files = [one for one in came.files if one.name != file.name]
        if came.files:
            came.at = min(came.at, len(came.files) - 1)
            if self._came is came and self._going.place == "returned":
                self._turn(came)
                if node is not None and self._dossier is not None:
                    self._look_again(came, self._dossier)
            return
        self._going.drop(came)
        if node is not None:
            self._pages.dossier.choose(node.id)
