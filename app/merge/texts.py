"""Which texts are merged: two drafts, the working text or files, and the draft that both come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.running.background import Background
from app.shell.asking import TEXTS, Asking
from app.shell.frame import Frame
from app.shell.going import Going
from app.shell.pages import Pages
from app.subjects.draft_lines import draft_line
from app.subjects.sides import Side, at_hand, draft_side, file_side
from app.subjects.three_sides import common_base, likeliest_base
from widgets.merge.choice import MergeChoice, Text

_WORKING, _FILE = "working", "file:"


class MergeTexts(QObject):
    """`wanted(ours, theirs, base)` by their keys; `reading` gives what reads the text of a key, `title` its name."""

    wanted = Signal(str, str, str)

    def __init__(
        self,
        frame: Frame,
        pages: Pages,
        background: Background,
        desk: Desk,
        going: Going,
        asking: Asking,
    ) -> None:
        super().__init__(frame)
        self._frame, self._pages, self._desk, self._going, self._asking = frame, pages, desk, going, asking
        self._background = background
        self._files: list[Side] = []
        desk.closed.connect(self._files.clear)

    @cached_property
    def choice(self) -> MergeChoice:
        """The panel that asks which texts, made when it first does."""
        choice = MergeChoice(self._frame.ground)
        choice.merge_wanted.connect(self.wanted)
        choice.file_wanted.connect(self._ask_for_file)
        choice.base_wanted.connect(self._propose_base)
        choice.left.connect(self._going.focus_page)
        return choice

    def begin(self) -> None:
        """Merge the two drafts that are chosen, where both come from a third; else ask which texts."""
        listing = self._desk.listing
        if listing is None:
            return
        if self._going.place == "merge":
            self.choose_others()
            return
        two = self._pages.dossier.two_chosen if self._going.place == "dossier" else None
        if two is not None:
            theirs, ours = two
            base = self._base_of(ours, theirs)
            if base not in ("", ours, theirs):
                self.wanted.emit(ours, theirs, base)
                return
            self._ask(ours, theirs, base if base not in (ours, theirs) else "")
            if base in (ours, theirs):
                older, newer = (self.title(base), self.title(theirs if base == ours else ours))
                self._frame.status_bar.say(f"{newer} comes from {older}: the newer text has all of it already.")
            return
        shown = self._going.shown
        ours = self._pages.dossier.choice or "" if self._going.place == "dossier" else ""
        if self._going.place == "text":
            ours = shown.node or "" if isinstance(shown, Side) else _WORKING
        self._ask(ours or (listing.nodes[0].id if listing.nodes else ""), "", "")

    def choose_others(self) -> None:
        """Ask which texts, those of the page being chosen."""
        three = self._going.merged
        if three is not None:
            self._ask(self._key(three.ours), self._key(three.theirs), self._key(three.base))
        else:
            self._ask("", "", "")

    def _key(self, side: Side) -> str:
        if side.node is not None:
            return side.node
        if side.working is not None:
            return _WORKING
        return next((f"{_FILE}{at}" for at, one in enumerate(self._files) if one.path == side.path), "")

    def _ask(self, ours: str, theirs: str, base: str) -> None:
        self.choice.ask(self._texts(), ours, theirs, base)

    def _texts(self) -> Sequence[Text]:
        listing, working = self._desk.listing, self._going.working
        texts = [Text(_WORKING, working.title)] if working is not None else []
        texts += [Text(node.id, node.label, draft_line(node)) for node in (listing.nodes if listing else ())]
        return [*texts, *(Text(f"{_FILE}{at}", side.title, side.line) for at, side in enumerate(self._files))]

    def title(self, key: str) -> str:
        """What a text is called."""
        return next((text.title for text in self._texts() if text.key == key), Path(key).name)

    def _ask_for_file(self, at: int) -> None:
        def take(files: Sequence[Path]) -> None:
            self._background.run(
                lambda _task: file_side(files[0]),
                done=lambda side: self._take_file(at, side),
                words=f"Reading {files[0].name}",
                lane="page",
            )

        self._asking.files("Merge with a file", TEXTS, take)

    def _take_file(self, at: int, side: Side) -> None:
        self._files = [one for one in self._files if one.path != side.path]
        self._files.append(side)
        self.choice.show_texts(self._texts())
        self.choice.choose(at, f"{_FILE}{len(self._files) - 1}")

    def _parents(self) -> dict[str, Sequence[str]]:
        listing = self._desk.listing
        return {node.id: node.parents for node in reversed(listing.nodes)} if listing else {}

    def _base_of(self, ours: str, theirs: str) -> str:
        """The nearest common ancestor of two drafts; the working text comes from the draft it stands on."""
        nodes = [self._stands_on(key) for key in (ours, theirs)]
        if not all(nodes):
            return ""
        return common_base(self._parents(), nodes[0], nodes[1]) or ""

    def _stands_on(self, key: str) -> str:
        working = self._going.working
        if key == _WORKING:
            return working.parent.id if working is not None and working.parent is not None else ""
        return key if key in self._parents() else ""

    def _propose_base(self, ours: str, theirs: str) -> None:
        """Choose the base for two texts: by the graph, and for a file the draft it is most like of those behind."""
        known = [key for key in (ours, theirs) if not key.startswith(_FILE)]
        file = next((key for key in (ours, theirs) if key.startswith(_FILE)), None)
        if file is None:
            self.choice.propose_base(self._base_of(ours, theirs))
            return
        draft = self._files[int(file.removeprefix(_FILE))].draft
        listing = self._desk.listing
        upon = self._stands_on(known[0]) if known else (listing.nodes[0].id if listing and listing.nodes else "")
        if listing is None or not upon:
            return
        self._background.run(
            lambda _task: likeliest_base(listing.dossier, upon, draft),
            done=self.choice.propose_base,
            lane="base",
        )

    def reading(self, key: str) -> Callable[[], Side]:
        """What reads a text, off the window's thread; a file that was merged before is named by its path."""
        working, listing = self._going.working, self._desk.listing
        if key == _WORKING and working is not None:
            return working.reading()
        if Path(key).is_absolute():
            return lambda: file_side(Path(key))
        if key.startswith(_FILE):
            return at_hand(self._files[int(key.removeprefix(_FILE))])
        assert listing is not None
        node = listing.node(key)
        assert node is not None
        return lambda: draft_side(listing.dossier, node, draft_line(node))
