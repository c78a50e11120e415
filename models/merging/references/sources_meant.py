"""The footnotes of the merged text: which there are, in what order, and what those that say "Ibid." cite.

Another note may stand before such a note than on its side, and then it would cite that. It says in full what it meant,
in the words that both sides gave it. Where one side wrote it in full, or gave it other words, and the other let it cite
another source, only a reader can say which is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.comparison.references.sources import in_order, is_ibid, resolved, shape
from models.draft import Draft, Footnote, Run
from models.merging.sides import BASE, NAMES, OURS, THEIRS, Side

Chain = tuple[str, ...]
"""The keys of the notes from the one that names a source to the one that cites it by "Ibid."."""


@dataclass(frozen=True)
class Cited:
    """What a note cites: through which notes, and in words; what it says itself, and what the note before it cites."""

    chain: Chain
    text: str
    own: str = ""
    before: str = ""

    @property
    def follows(self) -> str:
        """The key of the note before it that it cites by "Ibid.", "" for none."""
        return self.chain[-2] if len(self.chain) > 1 else ""

    @property
    def says(self) -> tuple[str, ...]:
        """Its own words, whatever the shape of their signs."""
        return shape(self.own.rstrip(" ."))

    def same(self, other: Cited) -> bool:
        """Whether two notes cite one source, whatever each says of it."""
        if self.chain == other.chain or _says(self) == _says(other):
            return True
        return bool(self.follows and other.follows) and shape(self.before) == shape(other.before)


@dataclass(frozen=True)
class Torn:
    """A note that both sides let cite another source, each another one; `texts` are those of base, ours, theirs."""

    key: str
    texts: tuple[str, str, str]


def in_full(
    sides: Sides, draft: Draft, gathered: Gathered, way: Callable[[str], str]
) -> tuple[Draft, list[str], list[Torn]]:
    """The draft with each "Ibid." that would cite another source written in full; what there is to say of that.

    `way` says of a torn note whose source it has: base, ours, theirs; "" shows both.
    """
    told: list[str] = []
    torn: list[Torn] = []
    if not any(is_ibid(note.text) for one in (draft, *(side.draft for side in sides)) for note in one.footnotes):
        return draft, told, torn
    keys = {number: key for key, number in gathered.ids.items()}
    meant = [cited(side.draft, {note.id: side.key(note.id) for note in side.draft.footnotes}) for side in sides]
    now, notes = cited(draft, keys), dict(draft.note)
    for note in in_order(draft):
        key = keys[note.id]
        three = [one.get(key) for one in meant]
        if not is_ibid(note.text):
            full = _written_by_one(three, meant)
            if full is None or "[ours: " in note.text:
                continue  # what is asked already is asked once
            torn.append(Torn(key, full.texts))
            answer = way(key)
            if not answer:
                shown = f"[ours: {full.texts[OURS]} | theirs: {full.texts[THEIRS]}]"
            elif full.texts[NAMES.index(answer)] == full.texts[full.side]:
                continue
            else:
                shown = full.texts[NAMES.index(answer)]
            notes[note.id] = replace(note, runs=(Run(shown),))
            now = cited(replace(draft, footnotes=tuple(notes.values())), keys)
            continue
        if all(one is None or one.follows == now[key].follows != "" for one in three):
            continue  # it stands behind the very note it stood behind, and cites what that does
        wanted = _wanted(*three)
        if wanted is None:
            texts = [one.text if one is not None else "" for one in three]
            torn.append(Torn(key, (texts[BASE], texts[OURS], texts[THEIRS])))
            answer = way(key)
            shown = texts[NAMES.index(answer)] if answer else f"[ours: {texts[OURS]} | theirs: {texts[THEIRS]}]"
            notes[note.id] = replace(note, runs=(Run(shown),))
        elif now[key].same(wanted):
            continue
        elif is_ibid(wanted.text):
            told.append(
                f"Footnote {note.mark} says “{note.text}”, which named no source before; now it follows another."
            )
            continue
        else:
            notes[note.id] = new = _written(note, wanted, notes, gathered)
            told.append(f"Footnote {note.mark} says “{new.text}”, not “{note.text}”: another note stands before it.")
        now = cited(replace(draft, footnotes=tuple(notes.values())), keys)  # the next may follow this one
    return replace(draft, footnotes=tuple(notes[note.id] for note in draft.footnotes)), told, torn


@dataclass(frozen=True)
class _Full:
    """A note that says "Ibid." in the base and on one side, and names on the other, `side`, a source of its own."""

    side: int
    texts: tuple[str, str, str]


def _written_by_one(three: Sequence[Cited | None], meant: Sequence[Mapping[str, Cited]]) -> _Full | None:
    """Such a note, if the note behind which it says "Ibid." cites another source there than in the base."""
    base, ours, theirs = three
    if base is None or ours is None or theirs is None or len(base.chain) < 2:
        return None
    for side, one, other in ((OURS, ours, theirs), (THEIRS, theirs, ours)):
        if len(one.chain) > 1 or len(other.chain) < 2:
            continue
        there = OURS + THEIRS - side
        if _says(meant[there][other.chain[0]]) != _says(meant[BASE][base.chain[0]]) and _says(one) != _says(other):
            return _Full(side, (base.text, ours.text, theirs.text))
    return None


def _says(one: Cited) -> tuple[str, ...]:
    return shape(one.text.rstrip(" ."))


def cited(draft: Draft, keys: Mapping[int, str]) -> dict[str, Cited]:
    """What each note of a draft cites, by its key."""
    return dict(_cited(draft, keys))


def _cited(draft: Draft, keys: Mapping[int, str]) -> Iterator[tuple[str, Cited]]:
    before = Cited((), "")
    for note in in_order(draft):
        chain = before.chain if is_ibid(note.text) else ()
        before = Cited((*chain, keys[note.id]), resolved(note.text, before.text), note.text, before.text)
        yield keys[note.id], before


def _wanted(base: Cited | None, ours: Cited | None, theirs: Cited | None) -> Cited | None:
    """What a note meant: on the side that has it; where both have, as the one that changed it.

    None where only a reader can say: each side meant another source, or gave other words to what the other let cite
    another one.
    """
    if ours is None or theirs is None:
        return ours or theirs or base
    if ours.same(theirs):  # through the fewer notes, of which an answer may have made others
        return min(ours, theirs, key=lambda one: (len(one.chain), one.own))
    kept = ((one, other) for one, other in ((ours, theirs), (theirs, ours)) if base is not None and one.same(base))
    wanted = [other for one, other in kept if base is not None and one.says == base.says]
    return wanted[0] if len(wanted) == 1 else None


def _written(note: Footnote, wanted: Cited, notes: Mapping[int, Footnote], gathered: Gathered) -> Footnote:
    """A note with its source in full, as the merged text has that; its own words are those it has.

    What a side wrote in full itself follows no other note: the one before it there is not its source.
    """
    if not is_ibid(wanted.own):
        return replace(note, runs=(Run(wanted.text),))
    ids = [gathered.ids[key] for key in wanted.chain[:-1] if key in gathered.ids]
    before = ""
    if len(ids) == len(wanted.chain) - 1 and all(is_ibid(notes[one].text) for one in ids[1:]):
        for one in ids:
            before = resolved(notes[one].text, before)
    if not before or is_ibid(before):  # one is gone, or cites another now
        before = wanted.before
    first = notes[ids[0]] if ids else note
    text = resolved(note.text, before)
    return replace(note, runs=first.runs if text == first.text else (Run(text),))


Sides = tuple[Side, Side, Side]


@dataclass(frozen=True)
class Gathered:
    """Keys in the order of the notes, the id of each, and the mark of each."""

    keys: tuple[str, ...]
    ids: dict[str, int]
    marks: dict[str, str]


def gather(sides: Sides, cited: Sequence[str]) -> Gathered:
    """The notes of a text that cites these keys in this order.

    Where one side has just these notes their ids and marks are its own; else they are numbered as they are cited.
    """
    wanted = _to_gather(sides, cited)
    pick = _pick([[(key, note.id, note.mark) for key, note in side.notes.items()] for side in sides])
    if pick is not None and set(sides[pick].notes) == wanted:
        notes = sides[pick].notes
        missing = {key: int(key[1:]) for key in cited if key not in notes}
        return Gathered(
            tuple(notes),
            {key: note.id for key, note in notes.items()} | missing,
            {key: note.mark for key, note in notes.items()},
        )
    order = [key for key in dict.fromkeys(cited) if key in wanted]
    order += [key for key in _every(sides) if key in wanted and key not in set(order)]
    ids = {key: number for number, key in enumerate(order, 1)}
    marks, number = {}, 0
    for key in order:
        mark = next(side.notes[key].mark for side in (sides[OURS], sides[THEIRS], sides[BASE]) if key in side.notes)
        if mark.isdecimal():
            number += 1
            mark = str(number)
        marks[key] = mark
    unknown = [key for key in dict.fromkeys(cited) if key not in ids]
    return Gathered(tuple(order), ids | {key: len(order) + n for n, key in enumerate(unknown, 1)}, marks)


def _pick(lists: Sequence[Sequence[tuple[str, int, str]]]) -> int | None:
    """The side whose list of notes holds: of the one that changed it, if only one did."""
    base, ours, theirs = lists
    if ours in (base, theirs):
        return THEIRS
    return OURS if theirs == base else None


def _every(sides: Sides) -> list[str]:
    return list(dict.fromkeys(key for side in (sides[BASE], sides[OURS], sides[THEIRS]) for key in side.notes))


def _to_gather(sides: Sides, cited: Sequence[str]) -> set[str]:
    """Notes that are cited, and those that stand uncited in a side and were not deleted by the other."""
    base, ours, theirs = sides
    wanted = {key for key in cited if any(key in side.notes for side in sides)}
    uncited = [_uncited(side) for side in sides]
    for key in _every(sides):
        if key in wanted or not any(key in one for one in uncited):
            continue
        there = key in ours.notes, key in theirs.notes
        if all(there) or (any(there) and key not in base.notes):
            wanted.add(key)
    return wanted


def _uncited(side: Side) -> set[str]:
    cited = {side.key(note) for paragraph in side.draft.paragraphs for note in paragraph.footnotes}
    return set(side.notes) - cited
