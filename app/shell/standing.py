"""What is at hand in the window, and what follows from it: the pages one can go to, the acts, the title. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from app.shell.actions import BY_NAME
from app.subjects.came_back import CameBack
from app.subjects.compared import Compared, InColumns
from app.subjects.ledger_of import LedgerOf
from app.subjects.line_of import LineOf
from app.subjects.listing import Listing, Story
from app.subjects.open_text import OpenText
from app.subjects.sides import Side
from app.subjects.three_sides import ThreeSides
from widgets.paper.direction import isolated


@dataclass(frozen=True)
class Standing:
    """The page that is shown (`place`), the open dossier, and what lies on the pages.

    `chosen` is whether a draft is chosen on the dossier page, `differs` whether the two texts compared do.
    """

    place: str
    listing: Listing | None
    shown: Side | OpenText | None = None
    working: OpenText | None = None
    compared: Compared | None = None
    columned: InColumns | None = None
    merged: ThreeSides | None = None
    line: LineOf | None = None
    came: CameBack | None = None
    ledger: LedgerOf | None = None
    answered: tuple[bool, bool] = (False, False)
    """Whether an answer of the merge page can be taken back, and whether one can be given again."""
    chosen: bool = False
    differs: bool = False
    pairs: bool = False
    """Whether paragraphs are paired by hand on the compare page now."""
    paired: bool = False
    """Whether something said by hand of the two texts compared can be taken back or said again."""
    room: bool = False
    """Whether the projector is open."""
    can_go_back: bool = False
    can_go_forward: bool = False

    @property
    def drafts(self) -> int:
        """How many drafts the dossier has."""
        return len(self.listing.nodes) if self.listing else 0

    @property
    def writable(self) -> bool:
        """Whether a dossier is open that can be written."""
        return self.listing is not None and not self.listing.dossier.read_only

    @property
    def can_read(self) -> bool:
        """Whether there is a text to read."""
        return self.shown is not None or self.working is not None or self.drafts > 0

    @property
    def can_compare(self) -> bool:
        """Whether there are two texts to compare."""
        return self.compared is not None or self.drafts > 1

    @property
    def can_export(self) -> bool:
        """Whether something at hand can leave the house."""
        return self.place in ("text", "compare") or (self.place == "dossier" and self.chosen)

    @property
    def lit(self) -> str:
        """The place of the top bar that a page belongs to."""
        belongs = {"merge": "compare", "lineage": "compare", "returned": "dossier", "ledger": "dossier"}
        return belongs.get(self.place, self.place)

    @property
    def places(self) -> list[str]:
        """The pages one can go to, in the order of the top bar."""
        there = {"dossier": self.listing is not None, "text": self.can_read, "compare": self.can_compare}
        return [name for name, is_there in there.items() if is_there]

    @property
    def possible(self) -> dict[str, bool]:
        """By the name of an action, whether it can be done; what is not named always can."""
        read = self.shown if isinstance(self.shown, Side) else None
        chosen = self.chosen if self.place == "dossier" else read is not None
        draft_here = self.drafts > 0 and self.place in ("dossier", "text") and chosen
        # What another window writes can be read, and is no draft yet.
        kept_here = draft_here and (self.place == "dossier" or (read is not None and read.node is not None))
        writes = self.place == "text" and isinstance(self.shown, OpenText)
        compared = self.place == "compare" and self.compared is not None
        comparison = compared and not self.pairs
        of_place = {"working": writes, "text": self.place == "text", "comparison": comparison, "room": self.room}
        can_undo = writes or (compared and (self.working is not None or self.pairs or self.paired))
        merges = self.place == "merge"
        return {act.name: of_place[act.place] for act in BY_NAME.values() if act.place in of_place} | {
            "undo": can_undo or (merges and self.answered[0]),
            "redo": can_undo or (merges and self.answered[1]),
            "keep_draft": writes or (merges and self.writable),
            "pair_by_hand": compared and self.columned is None,
            "merge": self.writable and (self.drafts > 1 or (self.drafts > 0 and self.place != "start")),
            "ledger": kept_here,
            "compile": self.listing is not None and bool(self.listing.returned),
            "returned_files": self.listing is not None and bool(self.listing.returned),
            "agreed": self.place == "text" and self.writable and (writes or kept_here),
            "print": comparison and self.differs,
            "copy": self.place == "text" or comparison,
            "copy_changes": comparison and self.differs,
            "compare_working": self.working is not None and self.drafts > 0,
            "write": self.writable and draft_here,
            "new_text": self.writable,
            "restore_draft": self.working is not None and kept_here,
            "lineage": self.drafts > 0 and (self.place == "text" or comparison),
            "search": self.drafts > 0,
            "beside": writes and self.drafts > 0,
            "add_files": self.writable,
            "amend_draft": self.writable and self.drafts > 0,
            "rename_dossier": self.writable and self.place != "start",
            "close_dossier": self.listing is not None,
            "export": self.can_export,
            "back": self.can_go_back,
            "forward": self.can_go_forward,
            "go_dossier": self.listing is not None,
            "go_text": self.can_read,
            "go_compare": self.can_compare,
        }

    def title(self, newest: Story | None) -> tuple[str, str]:
        """What is open, and the line under it with the names of drafts isolated; `newest` is what is known of the
        newest draft."""
        title = self.listing.title if self.listing else ""
        line = ""
        if self.place == "text" and self.shown:
            line = self.shown.title if title else self.shown.line
            title = title or self.shown.title
        elif self.place == "compare" and self.compared:
            line = f"{isolated(self.compared.old.title)} against {isolated(self.compared.new.title)}"
            if self.columned is not None:
                line = f"{len(self.columned.sides)} drafts in columns"
            title = title or "Two files compared"
        elif self.place == "merge" and self.merged:
            line = f"{isolated(self.merged.ours.title)} merged with {isolated(self.merged.theirs.title)}"
        elif self.place == "lineage" and self.line:
            line = f"Lineage of {self.line.view.label or 'one paragraph'}"
        elif self.place == "returned" and self.came:
            line = "Returned files" if len(self.came.files) > 1 else "Returned file"
        elif self.place == "ledger" and self.ledger:
            line = f"What {self.ledger.view.file} holds"
        elif self.place == "dossier" and newest is not None:
            line = newest.circumstances
        return title, line if line != title else ""
