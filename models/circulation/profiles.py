"""What a file that leaves the house may say, by who gets it: one table; the tables of the documents are made from it.

The columns are those of the question "what does this file tell beside its text?". Everything else, the text, its notes
and the difference from the base, is the same in every profile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from models.draft import DraftError

UNNAMED = "Adref"
"""The author of tracked changes where nobody is to be named."""


class UnknownProfile(DraftError):
    """There is no profile of this name."""


class NotInProfile(DraftError):
    """What was asked for is what the profile is there to keep back."""


class Authors(Enum):
    """Who the tracked changes of a file are by."""

    NOBODY = "nobody: always “Adref”"
    ONE = "one, as you say"
    DELEGATIONS = "one per delegation"
    AS_THEY_ARE = "as they are"


class Dates(Enum):
    """When the tracked changes of a file were made."""

    NONE = "none"
    CHOSEN = "none, or as you say"
    REAL = "real"


class Deletions(Enum):
    """Which struck words are in a file."""

    AGAINST_BASE = "against the base"
    OWN = "own, against the base"
    ALL = "all"


class Sort(Enum):
    """What a file is made of, as far as it decides what else it can tell."""

    TRACKED = "tracked changes, with a name"
    LETTERS = "changes in fixed letters, which nobody is named for"
    PAGE = "a page with what both texts are called"
    WORD = "the text alone as a Word file"
    TEXT = "the text alone"

    @property
    def keeps(self) -> bool:
        """Whether it can hold a private note and what a Word file says of its makers."""
        return self in (Sort.TRACKED, Sort.WORD)


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of reader. `name` is what the command line takes, `words` what the window says.

    `says` is to whom and what, true of tracked changes; `told_of` says it of any sort of file.

    `comments`, `notes`, `properties`, `revision_ids` and `custom_xml` say whether these may leave, `labels` whether
    what you call your drafts may; `draft_mark` puts "Draft, not an official document" into the head of a file that
    Adref lays out. A profile of the user's own is `made_from` one of the table, by its name (`own_profile`); `signs` is
    the one author and `day` the day that its changes carry unless another is said.
    """

    name: str
    words: str
    says: str
    authors: Authors
    dates: Dates
    deletions: Deletions
    comments: bool = False
    notes: bool = False
    properties: bool = False
    revision_ids: bool = False
    custom_xml: bool = False
    labels: bool = False
    draft_mark: bool = True
    made_from: str = ""
    signs: str = ""
    day: str = ""

    def told_of(self, sort: Sort) -> str:
        """To whom a file of some sort goes, and what it tells: "To the secretariat: tracked on the base"."""
        to, _, what = self.says.partition(": ")
        return f"{to}: {self._own_words(sort) if self.made_from else _OF_SORTS.get((self.name, sort), what)}"

    def _own_words(self, sort: Sort) -> str:
        if sort.keeps and self.traces:
            kept = (("comments", self.comments), ("properties", self.properties),
                    ("session marks", self.revision_ids), ("custom data", self.custom_xml))  # fmt: skip
            *first, last = ["", *(name for name, one in kept if not one)]
            but = " and ".join(filter(None, (", ".join(first[1:]), last)))
            return f"everything{f' but {but}' if but else ''}, {'with' if self.notes else 'without your'} notes"
        if sort is Sort.TRACKED:
            return f"{self._signed_in_words()}, {self._dated_in_words()}"
        if sort is Sort.PAGE:
            return "with your labels for drafts" if self.labels else "no names or dates"
        return {Sort.LETTERS: "marked, no names", Sort.WORD: "no names or comments"}.get(sort, "the text alone")

    def _signed_in_words(self) -> str:
        if self.authors is Authors.ONE:
            return f"by “{self.signs}”" if self.signs else "one name"
        return "nobody named" if self.authors is Authors.NOBODY else "delegations named"

    def _dated_in_words(self) -> str:
        return f"of {self.day}" if self.day else "their day" if self.dates is Dates.REAL else "no dates"

    @property
    def keeping(self) -> tuple[bool, bool]:
        """Whether private notes leave, and what a Word file says of its makers: what stays here depends on these."""
        return self.notes, self.traces

    @property
    def goes_back(self) -> bool:
        """Whether a Word file is in somebody's name and goes back onto the one it was made on.

        It leaves paragraphs as they were there: bookmarks, languages, spelling marks, styles named after nobody known.
        """
        return self.authors in (Authors.ONE, Authors.AS_THEY_ARE)

    @property
    def traces(self) -> bool:
        """Whether a Word file keeps what it says of its makers, but for what is chosen of that."""
        return self.authors is Authors.AS_THEY_ARE

    def author(self, known: str | None, chosen: str | None = None) -> str:
        """The name that one author's changes carry.

        `known` is the author the dossier knows (later: the delegation of a proposal), `chosen` what the user said.
        Errors: NotInProfile where a name is chosen for a profile without names.
        """
        if self.authors is Authors.NOBODY:
            if chosen and chosen != UNNAMED:
                raise NotInProfile(f"A file for {self.name} names nobody; leave out the name “{chosen}”.")
            return UNNAMED
        if chosen:
            return chosen
        return known if known and self.authors is not Authors.ONE else self.signs or UNNAMED

    def date(self, known: str | None, chosen: str | None = None) -> str | None:
        """The moment that changes carry ("2025-11-17T00:00:00Z"), or None.

        `known` is the day of the draft (YYYY-MM-DD); `chosen` a day, "real" for the draft's own, or "none".
        Errors: NotInProfile where a day is chosen for a profile without dates, or is none.
        """
        if chosen in (None, ""):
            chosen = "real" if self.dates is Dates.REAL else self.day or "none"
        if chosen == "none":
            return None
        if self.dates is Dates.NONE:
            raise NotInProfile(f"A file for {self.name} carries no dates; leave out the date.")
        day = known if chosen == "real" else chosen
        return f"{day_of(day)}T00:00:00Z" if day else None


def day_of(text: str) -> str:
    """A day as YYYY-MM-DD. Errors: NotInProfile where it is none."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise NotInProfile(f"“{text}” is no date; write it as 2025-11-17, or say none or real.") from None


SUBMISSION = Profile(
    "submission",
    "Submission",
    "To the secretariat: tracked on the base",
    Authors.ONE,
    Dates.CHOSEN,
    Deletions.AGAINST_BASE,
    labels=True,
)
CIRCULATION = Profile(
    "circulation",
    "Circulation",
    "To all: no names, dates or comments",
    Authors.NOBODY,
    Dates.NONE,
    Deletions.AGAINST_BASE,
)
COMPILATION = Profile(
    "compilation",
    "Compilation",
    "To all: delegations named, no persons",
    Authors.DELEGATIONS,
    Dates.NONE,
    Deletions.AGAINST_BASE,
)
DELEGATION = Profile(
    "delegation",
    "Delegation",
    "To the room: your own proposals only",
    Authors.ONE,
    Dates.NONE,
    Deletions.OWN,
)
CAPITAL = Profile(
    "capital",
    "My own copy",
    "To your capital: everything, with notes",
    Authors.AS_THEY_ARE,
    Dates.REAL,
    Deletions.ALL,
    comments=True,
    notes=True,
    properties=True,
    revision_ids=True,
    custom_xml=True,
    labels=True,
    draft_mark=False,
)

_OF_SORTS = {
    ("submission", Sort.LETTERS): "marked, no names",
    ("submission", Sort.PAGE): "with your labels for drafts",
    ("submission", Sort.WORD): "no names or comments",
    ("submission", Sort.TEXT): "the text alone",
    ("circulation", Sort.TEXT): "the text alone",
    ("capital", Sort.LETTERS): "marked, no notes",
    ("capital", Sort.PAGE): "with your labels for drafts",
    ("capital", Sort.TEXT): "the text alone",
}
"""What a profile comes to where a file can hold less than tracked changes do."""

PROFILES: tuple[Profile, ...] = (SUBMISSION, CIRCULATION, COMPILATION, DELEGATION, CAPITAL)
OTHER_NAMES = {"own": "capital"}
"""Names from before there were five, still taken."""

WAITING = (COMPILATION, DELEGATION)
"""Profiles that differ from submission only by whose proposals are in a file: without proposals one name is enough."""


def profile(name: str, own: Sequence[Profile] = ()) -> Profile:
    """The profile of a name; those of the user's `own` in capitals or not. Errors: UnknownProfile."""
    wanted = OTHER_NAMES.get(name, name)
    for one in (*PROFILES, *own):
        if one.name == wanted or (one.made_from and one.name.casefold() == wanted.casefold()):
            return one
    names = ", ".join((*(one.name for one in PROFILES), *(f"“{one.name}”" for one in own)))
    raise UnknownProfile(f"There is no profile “{name}”; choose {names}.")


COLUMNS = (
    "profile", "author", "date", "comments", "notes", "properties", "rsid", "custom XML", "hidden text",
    "labels of drafts", "tracked deletions",
)  # fmt: skip
_IN_WORDS = {"notes": "private notes", "properties": "the file’s properties", "rsid": "marks of editing sessions",
             "custom XML": "custom data"}  # fmt: skip


def table() -> str:
    """The table of profiles as Markdown, as it stands in WHAT_LEAVES.md."""
    rows = [COLUMNS, ("---",) * len(COLUMNS), *((f"*{one.name}*", *_cells(one)) for one in PROFILES)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def row_in_words(one: Profile) -> tuple[str, ...]:
    """The row of a profile as short lines: "Author: …", "Date: …", "Kept: …", "Not kept: …", "Tracked deletions: …"."""
    cells = dict(zip(COLUMNS[1:], _cells(one), strict=True))
    lines = [f"{what.capitalize()}: {cells.pop(what)}" for what in ("author", "date", "tracked deletions")]
    for words, cell in (("Kept", "kept"), ("Not kept", "no")):
        found = [_IN_WORDS.get(what, what) for what, its in cells.items() if its == cell]
        lines.append(f"{words}: {', '.join(found) or 'nothing of a Word file’s makers'}")
    return tuple(lines)


def _cells(one: Profile) -> tuple[str, ...]:
    kept = (one.comments, one.notes, one.properties, one.revision_ids, one.custom_xml, one.traces, one.labels)
    return (
        f"“{one.signs}”, or as you say" if one.signs else one.authors.value,
        f"{one.day}, or as you say" if one.day else one.dates.value,
        *("kept" if value else "no" for value in kept),
        one.deletions.value,
    )
