"""What the lineage page shows, as data."""

from __future__ import annotations

from dataclasses import dataclass, field

from widgets.paper.pieces import Pieces

STATES = {
    "first": "Stands from the first",
    "begins": "Comes with a new paragraph",
    "came": "Comes in",
    "stands": "Stands",
    "left": "Left",
    "returned": "Comes back",
    "absent": "Not there",
}
"""What is said of words in a draft."""
THERE = ("first", "begins", "came", "stands", "returned")


@dataclass(frozen=True, slots=True)
class DraftHead:
    """A draft of the dossier: its id, what it is called, its date short and in full, whose it is."""

    node: str
    label: str
    day: str = ""
    date: str = ""
    author: str = ""

    @property
    def dated(self) -> str:
        """The day with its year: drafts of a paragraph may lie years apart."""
        year = self.date.rpartition(" ")[2]
        return f"{self.day} {year}" if self.day and year.isdecimal() and not self.day.endswith(year) else self.day

    @property
    def line(self) -> str:
        """Date and author."""
        return ", ".join(part for part in (self.date, self.author) if part)


@dataclass(frozen=True, slots=True)
class VersionRow:
    """The paragraph in a draft; without a position it does not stand there.

    `says` is what happened to it ("Reworded"), `by` who says that it is the same paragraph; `words` are marked against
    the version before, `former` is the draft and the position that one has.
    """

    draft: DraftHead
    position: int | None = None
    label: str = ""
    says: str = ""
    by: str = ""
    words: Pieces = ()
    whole: Pieces = ()
    """The same with nothing folded; of an unchanged version the words are here alone."""
    former: tuple[str, int] | None = None
    former_label: str = ""
    proposed: str = ""
    """Who had proposed that it moves there."""


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """Words that stand, come and go together: from and to in code points of the paragraph, and a state for each draft.

    `letter` names them, "" where they were selected by hand; `who` says who wrote them first, `proposed` for each draft
    who had proposed what became of them there.
    """

    letter: str
    start: int
    end: int
    text: str
    who: str
    states: tuple[str, ...]
    proposed: tuple[str, ...] = ()

    def said(self, at: int) -> str:
        """Who had proposed what became of them in a draft, "" where nobody is known to."""
        return self.proposed[at] if self.proposed else ""


@dataclass(frozen=True)
class LineView:
    """A paragraph through the drafts of a dossier, oldest first; `words` is it in the draft one came from."""

    label: str
    opening: str
    node: str
    position: int
    drafts: tuple[DraftHead, ...]
    versions: tuple[VersionRow, ...] = field(repr=False)
    words: Pieces = field(repr=False)
    phrases: tuple[PhraseRow, ...] = field(repr=False)
    chosen: int = 0
    """The phrase that is shown first."""

    @property
    def here(self) -> int:
        """Which of the versions one comes from, else the newest."""
        came = (
            at for at, row in enumerate(self.versions) if (row.draft.node, row.position) == (self.node, self.position)
        )
        return next(came, len(self.versions) - 1)

    @property
    def there(self) -> int:
        """In how many drafts it stands."""
        return len({row.draft.node for row in self.versions if row.position is not None})
