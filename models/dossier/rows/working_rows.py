"""Working texts as rows: only what differs from the draft they stand on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.dossier.errors import DossierDamaged, WorkingTextGone, WorkingTextHeld
from models.dossier.form.holding import Hold, living, this_host
from models.dossier.rows.ranks import base_position, base_rank
from models.dossier.rows.working_counts import clear_count
from models.dossier.rows.working_meanings import clear_meanings
from models.dossier.rows.working_places import clear_places
from models.draft import Draft, Footnote
from models.draft.canonical import paragraph_from, paragraph_value, run_from, run_value
from models.editing.edit import Caret, Entry, Selection
from models.editing.entries import entries_of
from models.editing.placed import NOTHING, TakenBefore
from models.editing.references.remembered import NOTHING_KNOWN, Remembered

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class WorkingRow:
    """A working text as the dossier lists it.

    `parent` is the draft it stands on, None where it was begun on nothing; `begun` and `written` are UTC, ISO 8601;
    `count` is how many rows it has, or, where all texts are listed, how many paragraphs differ; `held`: whether another
    living window writes it, on the machine `host`;
    `begins` is how one begins that was begun on nothing.
    """

    id: int
    parent: str | None
    who: str
    begun: str
    written: str
    changed: bool
    count: int = 0
    held: bool = False
    host: str = ""
    begins: str = ""


@dataclass(frozen=True, slots=True)
class NotePlace:
    """Where in the words of a footnote the caret is, or from where to where is selected; in code points."""

    note: int
    start: int
    end: int


@dataclass(frozen=True)
class Recovered:
    """A working text as it was last written: made a `WorkingText` again by `state`, `taken`, `remembered`."""

    base: Draft
    state: tuple[tuple[Entry, ...], tuple[Footnote, ...]]
    selection: Selection
    taken: TakenBefore = NOTHING
    note_place: NotePlace | None = None
    """Where one was in a footnote, None where one was in the text."""
    remembered: Remembered = NOTHING_KNOWN

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The paragraphs."""
        return self.state[0]

    @property
    def notes(self) -> tuple[Footnote, ...]:
        """The footnotes, also those that are cited no more but can come back."""
        return self.state[1]


# What is listed

_BEGINS = 60
"""Letters that tell one text from another."""
_LISTED = (
    "SELECT working_texts.id, nodes.hash, who, begun, written, "
    # An empty paragraph that is new counts for nothing.
    "(SELECT count(*) FROM working_paragraphs WHERE working = working_texts.id "
    """AND coalesce(value NOT LIKE '%"runs":[]%"came_from":[]%', TRUE)), """
    "(SELECT count(*) FROM working_notes WHERE working = working_texts.id), holder, host, seen, "
    # Several texts that stand on nothing are told apart by how they begin behind the head that all of them have.
    "(SELECT value FROM working_paragraphs WHERE working = working_texts.id AND parent IS NULL "
    """AND value NOT LIKE '%"runs":[]%' """
    """ORDER BY value LIKE '%"kind":"masthead"%' OR value LIKE '%"kind":"enacting"%', rank LIMIT 1) """
    "FROM working_texts LEFT JOIN nodes ON nodes.id = parent"
)


def listed(db: Database, mine: str, only: int | None = None) -> tuple[WorkingRow, ...]:
    """All working texts, or one, the last written first; `mine` is the name of the hold of this window."""
    where, given = ("", []) if only is None else (" WHERE working_texts.id = ?", [only])
    rows = db.execute(f"{_LISTED}{where} ORDER BY written DESC, working_texts.id DESC", given).fetchall()
    return tuple(
        WorkingRow(
            row, parent, who, begun, written, bool(paragraphs or notes), count=paragraphs,
            held=_held_by_another(mine, holder, host, seen), host=host if holder else "", begins=_begins(first),
        )
        for row, parent, who, begun, written, paragraphs, notes, holder, host, seen, first in rows
    )  # fmt: skip


def _begins(value: str | None) -> str:
    with suppress(ValueError, KeyError, TypeError, AttributeError):
        return entry_from(json.loads(value)).text.strip()[:_BEGINS] if value is not None else ""
    return ""  # what is damaged is told where the text is opened


def unwritten(rows: Iterable[WorkingRow], parent: str | None, who: str) -> str:
    """What a text on a draft is called in which nothing is written yet: `who`, or that with the first number that is
    free; a text that was begun and left without a word is as good as none."""
    written = {row.who for row in rows if row.parent == parent and (row.changed or row.held)}
    names = chain([who], (f"{who} {number}".lstrip() for number in count(2)))
    return next(name for name in names if name not in written)


def written_before(db: Database, mine: str, parent: int | None, names: Sequence[str]) -> str:
    """Under which of his names a user wrote on a draft, by its row: the first, unless only another has anything.

    Under an earlier name, or none, others write too; on this machine it was he.
    """
    rows = db.execute("SELECT id, who, host FROM working_texts WHERE coalesce(parent, 0) = ?", [parent or 0]).fetchall()
    his = {who: working for working, who, host in rows if who == names[0] or host == this_host()}
    for who in names:
        if who in his and any(row.changed for row in listed(db, mine, his[who])):
            return who
    return names[0]


def _held_by_another(mine: str, holder: str | None, host: str, seen: str) -> bool:
    return holder is not None and holder != mine and living(holder, host, seen)


# Holding


def take_hold(db: Database, path: Path, working: int, hold: Hold, now: str) -> None:
    """Makes this window the one that writes a working text; WorkingTextHeld where another living one does."""
    found = db.execute("SELECT holder, host, seen FROM working_texts WHERE id = ?", [working]).fetchone()
    if found is None:
        raise WorkingTextGone(path)
    if _held_by_another(hold.name, *found):
        raise WorkingTextHeld(path, "" if found[1] == this_host() else found[1])
    hold.take()
    db.execute(
        "UPDATE working_texts SET holder = ?, host = ?, seen = ? WHERE id = ?", [hold.name, this_host(), now, working]
    )


def let_go(db: Database, hold: Hold, working: int | None = None) -> None:
    """Others may write what this window wrote: one working text, or all."""
    where, given = ("", []) if working is None else (" AND id = ?", [working])
    db.execute(f"UPDATE working_texts SET holder = NULL WHERE holder = ?{where}", [hold.name, *given])


# What it says


def stored_state(db: Database, working: int, base: Draft) -> tuple[list[tuple[bytes, Entry]], dict[int, Footnote]]:
    """Paragraphs in order, each with its rank, and footnotes by id; ValueError where a row makes no sense."""
    ranked = {base_rank(position): entry for position, entry in enumerate(entries_of(base))}
    for rank, value in db.execute("SELECT rank, value FROM working_paragraphs WHERE working = ?", [working]).fetchall():
        if value is not None:
            ranked[rank] = entry_from(json.loads(value))
        elif ranked.pop(rank, None) is None:
            raise ValueError("a paragraph is taken away that was not there")
    notes = {note.id: note for note in base.footnotes}
    for note, value in db.execute("SELECT note, value FROM working_notes WHERE working = ?", [working]).fetchall():
        if value is not None:
            notes[note] = _note_from(note, json.loads(value))
        elif notes.pop(note, None) is None:
            raise ValueError("a footnote is taken away that was not there")
    return sorted(ranked.items(), key=lambda item: item[0]), notes


def sound_state(
    db: Database, path: Path, working: int, base: Draft
) -> tuple[list[tuple[bytes, Entry]], dict[int, Footnote]]:
    """The same; DossierDamaged where a row makes no sense."""
    try:
        return stored_state(db, working, base)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise DossierDamaged(path) from error


def stored_selection(
    db: Database, working: int, entries: Sequence[Entry], notes: Mapping[int, Footnote]
) -> tuple[Selection, NotePlace | None]:
    """Where the caret was, within the text, and within a footnote where it was in one."""
    (value,) = db.execute("SELECT selection FROM working_texts WHERE id = ?", [working]).fetchone()
    first, second, *in_note = json.loads(value)
    anchor, head = (_within(Caret(position, place), entries) for position, place in (first, second))
    for note, start, end in in_note:
        if note in notes:
            long = len(notes[note].text)
            return Selection(anchor, head), NotePlace(note, *(max(0, min(place, long)) for place in (start, end)))
    return Selection(anchor, head), None


def sound_selection(
    db: Database, working: int, entries: Sequence[Entry], notes: Mapping[int, Footnote]
) -> tuple[Selection, NotePlace | None]:
    """The same; the beginning where the row makes no sense, for the text is not lost with it."""
    try:
        return stored_selection(db, working, entries, notes)
    except (ValueError, TypeError):
        return Selection(), None


def _within(caret: Caret, entries: Sequence[Entry]) -> Caret:
    position = max(0, min(caret.position, len(entries) - 1))
    long = entries[position].length if entries else 0
    return Caret(position, max(0, min(caret.place, long)))


def write_paragraphs(
    db: Database, working: int, changed: Mapping[bytes, Entry | None], original: Sequence[Entry]
) -> None:
    """Lets a stored working text have these entries at these ranks; what is as in its base is no row."""
    gone: list[tuple[int, bytes]] = []
    stand: list[tuple[int, bytes, str | None]] = []
    for rank, entry in changed.items():
        position = base_position(rank)
        base = original[position] if 0 <= position < len(original) else None
        if entry == base:
            gone.append((working, rank))
        else:
            stand.append((working, rank, None if entry is None else _dumps(entry_value(entry))))
    db.conn.executemany("DELETE FROM working_paragraphs WHERE working = ? AND rank = ?", gone)
    db.conn.executemany("INSERT OR REPLACE INTO working_paragraphs VALUES (?, ?, ?)", stand)


def write_notes(db: Database, working: int, changed: Mapping[int, Footnote | None], base: Draft) -> None:
    """Lets a stored working text have these footnotes; None takes one away."""
    for note, now in changed.items():
        if now == base.note.get(note):
            db.execute("DELETE FROM working_notes WHERE working = ? AND note = ?", [working, note])
        else:
            value = None if now is None else _dumps(_note_value(now))
            db.execute("INSERT OR REPLACE INTO working_notes VALUES (?, ?, ?)", [working, note, value])


def store_selection(db: Database, working: int, selection: Selection, in_note: NotePlace | None = None) -> None:
    """Lets the caret of a stored working text be there; `in_note` where it is in a footnote."""
    anchor, head = selection.anchor, selection.head
    note = [] if in_note is None else [[in_note.note, in_note.start, in_note.end]]
    value = _dumps([[anchor.position, anchor.place], [head.position, head.place], *note])
    db.execute("UPDATE working_texts SET selection = ? WHERE id = ?", [value, working])


def clear(db: Database, workings: Iterable[int]) -> None:
    """Takes working texts away."""
    for working in workings:
        for table in ("working_paragraphs", "working_notes"):
            db.execute(f"DELETE FROM {table} WHERE working = ?", [working])
        db.execute("DELETE FROM working_texts WHERE id = ?", [working])
        clear_places(db, working)
        clear_meanings(db, working)
        clear_count(db, working)


def entry_value(entry: Entry) -> dict[str, Any]:
    """An entry as plain data: its paragraph with its runs exactly as they are, and whence it came."""
    value = paragraph_value(entry.paragraph, None)
    value["runs"] = [run_value(run) for run in entry.paragraph.runs]
    return {"paragraph": value, "key": entry.key, "came_from": list(entry.came_from), "printed": entry.printed}


def entry_from(value: dict[str, Any]) -> Entry:
    """The entry that plain data tells of."""
    return Entry(value["key"], paragraph_from(value["paragraph"]), tuple(value["came_from"]), value["printed"])


def _note_value(note: Footnote) -> dict[str, Any]:
    return {"mark": note.mark, "runs": [run_value(run) for run in note.runs]}


def _note_from(note: int, value: dict[str, Any]) -> Footnote:
    return Footnote(note, value["mark"], tuple(run_from(run) for run in value["runs"]))


def _dumps(value: object) -> str:
    """JSON in ASCII: a half of a letter that a keyboard left behind must not hold up the rest."""
    return json.dumps(value, separators=(",", ":"))
