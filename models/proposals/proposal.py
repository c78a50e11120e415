"""A proposal as a value: one delegation's wish at one place of one draft.

Its grain is one author's changes in one paragraph; contiguous new paragraphs are one, a move is one. What is wished is
a tuple of edits, each of them words of the base between two points replaced by others. An edit holds what it takes out
and what it puts in, so that a proposal can be read, applied, and carried to another text without the file it came from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, NamedTuple

from models.draft import Footnote, Paragraph
from models.draft.canonical import draft_from, dumps, footnote_value, paragraph_from, paragraph_value
from models.telling.figures import figure

END = "\u2029"
"""Stands in `Edit.gone` for the end of a paragraph; a line feed there is a line break within one."""


class State(StrEnum):
    """Where a proposal stands.

    So far Adref itself says only that one is open. The others are for dealing with proposals in the room, which no page
    does yet; a dossier keeps them, and whoever reads one goes by them.
    """

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"


class Point(NamedTuple):
    """A place in the base: a paragraph, and code points of its `text`.

    The paragraph after the last, with offset 0, is the end of the text.
    """

    paragraph: int
    offset: int


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands between two points of the base is replaced.

    `gone` are its words, with END where a paragraph ends; empty where nothing goes. `come` are the words that come: the
    first is joined to what stands before, each further one begins a paragraph (and tells its kind, level and number),
    the last is joined to what follows; empty where nothing comes. So a new paragraph before the third is
    Edit(Point(2, 0), Point(2, 0), "", (the new one, one without runs)), and a split is (words, words) in the middle.
    `gone_notes` are ids of notes of the base whose marks go. `notes_before` counts the note marks of the base at
    `start` that stand before what comes. `look` (italic, bold, underline) says that the words stay and only look
    otherwise: then nothing goes and nothing comes, and `gone` quotes them. `becomes` says that the paragraph at `start`
    stays and is of another kind or level: it tells them and the number, without runs.
    `rank` orders edits of one file that stand at one point.
    """

    start: Point
    end: Point
    gone: str = ""
    come: tuple[Paragraph, ...] = ()
    gone_notes: tuple[int, ...] = ()
    notes_before: int = 0
    look: tuple[bool, bool, bool] | None = None
    rank: int = 0
    becomes: Paragraph | None = None

    @property
    def come_text(self) -> str:
        """The words that come, with END between paragraphs."""
        return END.join(paragraph.text for paragraph in self.come)

    @property
    def number(self) -> str | None:
        """The printed number that comes, where nothing else does: that of the new paragraph of others it stands in."""
        alone = self.come[0] if len(self.come) == 1 else None
        return alone.number if alone is not None and not alone.runs else None

    @property
    def ends_come(self) -> int:
        """How many ends of paragraphs come."""
        return max(0, len(self.come) - 1)

    @property
    def ends_gone(self) -> int:
        """How many ends of paragraphs go."""
        return 0 if self.look is not None else self.gone.count(END)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a proposal stands: `first` to before `after` are its paragraphs of `draft`; equal for new ones before it.

    `start` and `end` are code points of the text of the first and of the last of them, None where they are meant
    whole; `words` quotes what stands there. `note` is the id of the footnote it stands in: then `start` and `end` count
    in the text of the note, and `first` is a paragraph that cites it. `draft` is the id of a kept draft, "" while the
    base is not kept.
    """

    draft: str
    first: int
    after: int
    start: int | None = None
    end: int | None = None
    words: str = ""
    note: int | None = None

    @property
    def whole(self) -> bool:
        """Whether whole paragraphs are meant."""
        return self.start is None


@dataclass(frozen=True)
class Proposal:
    """One author's wish at one place.

    `kind` is reword, insert, delete, move, split, merge, note (words of a footnote) or format (looks, kind or level
    alone, or what Adref does not model: then without edits). `author` is the text in the file, "" where it has none;
    `dates` are the dates in the file, the earliest first. `to` is the paragraph before which a move goes. `footnotes`
    are the notes that what comes cites, by their ids there. `against` is the key of the proposal it amends, and
    `strikes` are the numbers of that one's edits it takes out: France's insertion struck by Kenya is Kenya's against
    France's. `revisions` are positions in `Reading.revisions`, empty where it was not tracked. `key` tells it from all
    others, and is the same for the same wish of the same author on the same draft, whatever file it came in; `again`
    counts those that are alike to the letter within one file.
    """

    kind: str
    author: str
    place: Place
    edits: tuple[Edit, ...] = ()
    dates: tuple[str, ...] = ()
    to: int | None = None
    footnotes: tuple[Footnote, ...] = ()
    against: str | None = None
    strikes: tuple[int, ...] = ()
    revisions: tuple[int, ...] = ()
    tracked: bool = True
    again: int = 0
    key: str = field(default="", compare=False)


def asked_in(proposal: Proposal, others: Iterable[Proposal]) -> bool:
    """Whether all that a proposal asks for is asked for in some others too."""
    return wishes_in([proposal]) <= wishes_in(others)


def wishes_in(proposals: Iterable[Proposal]) -> set[tuple[int | None, Edit]]:
    """All that some proposals ask for, each with the id of its footnote: two that ask for the same are equal.

    Numbers beside words only follow from what others put in and take out before.
    """
    found = set[tuple[int | None, Edit]]()
    for one in proposals:
        for edit in one.edits:
            come = edit.come
            if edit.number is None:
                come = tuple([replace(new, number=None) if new.number is not None else new for new in come])
            found.add((one.place.note, replace(edit, come=come, rank=0)))
    return found


class Name(NamedTuple):
    """What a proposal is known by on its draft: its key, that of the one it amends, and which of those alike it is."""

    key: str
    against: str | None
    again: int


def keyed(proposals: Sequence[Proposal], draft: str) -> tuple[Proposal, ...]:
    """The proposals with their keys, and placed on `draft`: the id of a node, or any name of the base.

    Errors: TooManyChanges where they quote more than MOST_QUOTED, as a paragraph that thousands split does each time.
    """
    return named(proposals, names_of(proposals, draft), draft)


def names_of(proposals: Sequence[Proposal], draft: str) -> list[Name]:
    """The name of each of some proposals on `draft`; errors as of `keyed`."""
    from models.word.reading.limits import MOST_QUOTED, TooManyChanges  # no part of the window's start

    if (quoted := sum(len(one.place.words) for one in proposals)) > MOST_QUOTED:
        raise TooManyChanges(
            f"The changes of this file quote {figure(quoted)} characters of its text, more than Adref tells apart: "
            "thousands of them stand in one paragraph; accept or reject some of them first."
        )
    by_old = {proposal.key: proposal for proposal in proposals if proposal.key}
    done: dict[int, Name] = {}
    taken: set[str] = set()
    last: dict[str, int] = {}  # by the key of the first of some that are alike, which of them was the last

    def name_of(one: Proposal) -> Name:
        known = done.get(id(one))
        if known is not None:
            return known
        other = by_old.get(one.against) if one.against is not None else None
        against, again = one.against if other is None else name_of(other).key, one.again
        wish = wish_value(one)
        wish["draft"], wish["against"] = draft, against
        first = key = _key(wish)
        again = last.get(first, again)
        while key in taken:
            again += 1
            wish["again"] = again
            key = _key(wish)
        last[first] = again
        taken.add(key)
        done[id(one)] = name = Name(key, against, again)
        return name

    return [name_of(proposal) for proposal in proposals]


def named(proposals: Iterable[Proposal], names: Iterable[Name], draft: str) -> tuple[Proposal, ...]:
    """The proposals with their names on `draft`, and placed there."""
    found = []
    for one, (key, against, again) in zip(proposals, names, strict=True):
        place = one.place
        if place.draft != draft:
            place = Place(draft, place.first, place.after, place.start, place.end, place.words, place.note)
        # All at once: `replace` takes several times as long, and there are thousands.
        found.append(Proposal(one.kind, one.author, place, one.edits, one.dates, one.to, one.footnotes, against,
                              one.strikes, one.revisions, one.tracked, again, key))  # fmt: skip
    return tuple(found)


def key_of(proposal: Proposal) -> str:
    """The key of a proposal as it is, on its draft, amending what it amends and alike to what it is."""
    return _key(wish_value(proposal))


def _key(wish: dict[str, Any]) -> str:
    return hashlib.sha256(dumps(wish).encode()).hexdigest()


def wish_value(proposal: Proposal) -> dict[str, Any]:
    """What makes a proposal the one it is, as plain data: no dates, no file, no order among others."""
    place = proposal.place
    value: dict[str, Any] = {
        "kind": proposal.kind,
        "author": proposal.author,
        "draft": place.draft,
        "place": [place.first, place.after, place.start, place.end, place.note],
        "words": place.words,
        "to": proposal.to,
        "edits": [edit_value(edit, ranked=False) for edit in proposal.edits],
        "footnotes": [footnote_value(note) for note in proposal.footnotes],
        "against": proposal.against,
        "strikes": list(proposal.strikes),
        "tracked": proposal.tracked,
    }
    return value | ({"again": proposal.again} if proposal.again else {})


def edit_value(edit: Edit, *, ranked: bool = True) -> dict[str, Any]:
    """An edit as plain data; what says nothing is left out, and its rank where it is not asked for."""
    value: dict[str, Any] = {
        "start": [edit.start.paragraph, edit.start.offset],
        "end": [edit.end.paragraph, edit.end.offset],
        "gone": edit.gone,
        "come": [paragraph_value(paragraph, None) for paragraph in edit.come],
    }
    if edit.gone_notes:
        value["gone_notes"] = list(edit.gone_notes)
    if edit.notes_before:
        value["notes_before"] = edit.notes_before
    if edit.look is not None:
        value["look"] = list(edit.look)
    if edit.becomes is not None:
        value["becomes"] = paragraph_value(edit.becomes, None)
    if edit.rank and ranked:
        value["rank"] = edit.rank
    return value


def edit_from(value: dict[str, Any]) -> Edit:
    """The edit that plain data tells of."""
    look, becomes = value.get("look"), value.get("becomes")
    return Edit(
        Point(*value["start"]),
        Point(*value["end"]),
        value["gone"],
        tuple(paragraph_from(paragraph) for paragraph in value["come"]),
        tuple(value.get("gone_notes", ())),
        value.get("notes_before", 0),
        None if look is None else (look[0], look[1], look[2]),
        value.get("rank", 0),
        None if becomes is None else paragraph_from(becomes),
    )


def proposal_value(proposal: Proposal) -> dict[str, Any]:
    """A proposal as plain data, from which `proposal_from` makes it again, its dates and its file apart."""
    return wish_value(proposal) | {"edits": [edit_value(edit) for edit in proposal.edits]}


def proposal_from(value: dict[str, Any], key: str) -> Proposal:
    """The proposal that plain data tells of."""
    first, after, start, end, note = value["place"]
    return Proposal(
        value["kind"],
        value["author"],
        Place(value["draft"], first, after, start, end, value["words"], note),
        tuple(edit_from(edit) for edit in value["edits"]),
        to=value["to"],
        footnotes=draft_from((), value["footnotes"]).footnotes,
        against=value["against"],
        strikes=tuple(value["strikes"]),
        tracked=value["tracked"],
        again=value.get("again", 0),
        key=key,
    )
