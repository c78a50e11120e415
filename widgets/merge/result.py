"""One paragraph of a merge as pieces: base, ours, theirs, and the result with the side that each change comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.draft import Paragraph
from models.merging import Choice, Conflict, Stretch
from models.merging.sides import BASE, NAMES, OURS, THEIRS
from models.merging.words.bracket_pairs import has_own_brackets
from widgets.merge.laid import Laid, standing
from widgets.merge.sentences import at_end, said, side_text
from widgets.merge.table import Choices, Item, MergeTable, answer
from widgets.paper.marked import marked
from widgets.paper.pieces import Mark, Piece, Pieces, plain, tidy

_NBSP, _THIN, _NARROW = "\u00a0", "\u2009", "\u202f"
_MARKS = re.compile("([\U000f0000-\U000ffffd])")
_OF_WHOLE = "moved", "kind", "number"
"""Kinds of conflicts about a whole paragraph: what a side says of it is no words of the text."""
_ENDS = (",", ".", ";", ":", ")")

Paragraphs = tuple[Pieces, ...]


def side_pieces(table: MergeTable, item: Item, side: int, *, gone: bool = True) -> Paragraphs:
    """The paragraphs of an item on a side, none where it has none; ours (1) and theirs (2) are marked against the base.

    What is `gone` is shown, or only what came.
    """
    if item.row is None:
        text = (item.conflicts[0].base, item.conflicts[0].ours, item.conflicts[0].theirs)[side]
        return ((Piece(text),),) if text else ()
    row = table.rows[item.row]
    notes = tuple((Piece(f"(note: {one.notes[side]})"),) for one in item.conflicts if one.notes[side])
    return (*_against_base(table, row.base, (row.base, row.ours, row.theirs)[side], side, gone), *notes)


def _against_base(table: MergeTable, base_at: Sequence[int], at: Sequence[int], side: int, gone: bool) -> Paragraphs:
    base, draft = table.drafts[BASE], table.drafts[side]
    new = [draft.paragraphs[one] for one in at]
    old = [base.paragraphs[one] for one in base_at]
    if side == BASE or not old or not new:
        return tuple(plain(one, draft) for one in new)
    found = marked(readable(word_diff(_text(old), _text(new))), old, new, (base, draft), fold=False)
    return found.inline if gone else found.new


def result_pieces(table: MergeTable, item: Item, choices: Choices, laid: Laid) -> Paragraphs:
    """The result with these answers: what a side put in is marked and named, what is not settled shows both sides.

    The place of a piece is the number of the conflict in the item. An answer that the text is not laid out with is not
    shown yet.
    """
    choices = standing(table, item, choices, laid)
    if item.row is None:
        return (_place(table, item, 0, choices),)
    row = table.rows[item.row]
    whole = choices.get(row.key)
    if whole is not None:
        side = NAMES.index(whole.way)
        found = _against_base(table, row.base, (row.base, row.ours, row.theirs)[side], side, False)
        return found or ((Piece(_deleted(whole.way), mark=Mark.SIDE),),)
    made = _woven(table, item, choices, laid)
    for at, one in enumerate(item.conflicts):
        given = choices.get(one.key)
        if one.kind == "deleted" and (given is None or given.way == one.deleted_by):
            made = _doubt(table, item, at, given)
        if one.kind == "shape" and given is None:
            made = _forms(one, at)
    heads = [
        piece
        for at, one in enumerate(item.conflicts)
        if one.kind in _OF_WHOLE or (one.kind == "reference" and answer(one, choices) is None)
        for piece in (*_place(table, item, at, choices), *([] if answer(one, choices) else [Piece(" ")]))
    ]
    if heads:
        made = ((*heads, *(made[0] if made else ())), *made[1:])
    notes = tuple(
        (Piece(f"{one.label}{_NBSP}{_NBSP}", mark=Mark.SIDE), *_place(table, item, at, choices))
        for at, one in enumerate(item.conflicts)
        if one.kind == "footnote"
    )
    return (*made, *notes)


def _deleted(way: str) -> str:
    return f"Deleted, as {way} {'has' if way == 'base' else 'have'} it"


def _woven(table: MergeTable, item: Item, choices: Choices, laid: Laid) -> Paragraphs:
    merge, draft = laid.merge, laid.merge.draft
    return tuple(
        _closed_up([*_named(_told(plain(draft.paragraphs[at], draft), merge.stretches(at)), table, item, choices)])
        for at in laid.rows[item.key].merged
    )


def _closed_up(pieces: list[Piece]) -> Pieces:
    """The pieces without spaces too many about a place: before a mark, behind another, or at the beginning."""
    last = -1
    for at, piece in enumerate(pieces):
        if piece.mark is Mark.SIDE:
            continue
        behind = at > 0 and pieces[at - 1].mark is Mark.SIDE
        if behind and (last < 0 or pieces[last].text.endswith(" ")):
            pieces[at] = piece = replace(piece, text=piece.text.lstrip(" "))
        at_place = piece.place is not None or behind
        if at_place and piece.text.startswith(_ENDS) and last >= 0 and pieces[last].place is None:
            pieces[last] = replace(pieces[last], text=pieces[last].text.rstrip(" "))
        last = at
    return tuple(pieces)


def _told(pieces: Pieces, stretches: Sequence[Stretch]) -> Iterator[tuple[Piece, str]]:
    """The pieces of a paragraph, each with the side that put it in, "" where none did; a mark stands alone."""
    ends, at = [], 0
    for one in stretches:
        at += len(one.text)
        ends.append((at, one.by))
    place, here = 0, 0
    for piece in pieces:
        if piece.note:
            yield piece, ""
            continue
        text = piece.text
        while text:
            while here < len(ends) and ends[here][0] <= place:
                here += 1
            end, by = ends[here] if here < len(ends) else (place + len(text), "")
            part, text = text[: end - place], text[end - place :]
            place += len(part)
            for word in _MARKS.split(part):
                if word:
                    yield replace(piece, text=word), "" if _MARKS.fullmatch(word) else by


def _named(told: Iterator[tuple[Piece, str]], table: MergeTable, item: Item, choices: Choices) -> Iterator[Piece]:
    """The pieces, those that a side put in marked and with its name before them, and the places."""
    last, before = "", " "
    numbers = {one.key: number for number, one in enumerate(item.conflicts)}
    for piece, by in told:
        number = numbers.get(table.marks.get(piece.text, ""))
        if number is not None:
            yield from _place(table, item, number, choices)
            last, before = "", "."
            continue
        inside = piece.text.lstrip()
        if not by or not inside:
            yield piece
            last, before = (last if not inside or piece.note else ""), piece.text
            continue
        if len(inside) < len(piece.text):
            yield Piece(piece.text[: len(piece.text) - len(inside)])
            before = " "
        if by != last and any(letter.isalnum() for letter in inside):
            apart = "" if before[-1:].isspace() else _THIN
            yield Piece(f"{apart}{by}{_NBSP}", mark=Mark.SIDE)
            last = by
        before = piece.text
        yield replace(piece, text=inside, mark=Mark.ADDED)


def _place(table: MergeTable, item: Item, number: int, choices: Choices) -> Pieces:
    """A place as it reads: both sides while it is open, else what was decided."""
    conflict = item.conflicts[number]
    choice = choices.get(conflict.key) or (choices.get(item.key) if item.row is not None else None)

    def put(text: str, mark: Mark) -> Piece:
        return Piece(text, mark=mark, place=number)

    if choice is None:
        return (
            *((put(f"{_NBSP}{number + 1}{_NBSP}", Mark.COUNT), Piece(_NARROW)) if len(item.conflicts) > 1 else ()),
            put(f"{_words(table, item, conflict, OURS)}{_NBSP}", Mark.CLASH),
            put(f"│ {_words(table, item, conflict, THEIRS)}", Mark.CLASH),
        )
    if choice.way == "both":
        both: list[Piece] = []
        for side, text in ((OURS, conflict.ours), (THEIRS, conflict.theirs)):
            before, after = ("", "") if has_own_brackets(text) else ("[", "]")
            if text:
                words = _as_it_looks(table, item, side, text)
                both += [Piece(f"{' ' if both else ''}{before}"), *words, Piece(after)]
        return (put("both ", Mark.SIDE), *(replace(one, mark=Mark.ADDED, place=number) for one in tidy(both)))
    name = {"base": "as before", "written": "by hand"}.get(choice.way, choice.way)
    text = choice.text if choice.way == "written" else side_text(conflict, choice.way)
    if not text:
        return (put(f"{name}: nothing here", Mark.SIDE),)
    if conflict.kind in _OF_WHOLE:
        return (put(f"{name}: {text}{_NBSP}· ", Mark.SIDE),)
    mark = Mark.NONE if choice.way == "base" else Mark.ADDED
    words = (Piece(text),) if choice.way == "written" else _as_it_looks(table, item, NAMES.index(choice.way), text)
    return (put(f"{name}{_NBSP}", Mark.SIDE), *(replace(one, mark=mark, place=number) for one in words))


def _as_it_looks(table: MergeTable, item: Item, side: int, text: str) -> Pieces:
    """Words of a side as they look there, without marks of notes; plain where they stand in no paragraph of it."""
    row = table.rows[item.row] if item.row is not None else None
    for at in (row.base, row.ours, row.theirs)[side] if row is not None else ():
        paragraph = table.drafts[side].paragraphs[at]
        if (start := paragraph.text.find(text)) >= 0:
            found, here, end = [], 0, start + len(text)
            for piece in plain(paragraph, table.drafts[side]):
                if not piece.note:
                    found.append(replace(piece, text=piece.text[max(0, start - here) : max(0, end - here)]))
                    here += len(piece.text)
            return tidy(found)
    return (Piece(text),)


def _words(table: MergeTable, item: Item, conflict: Conflict, side: int) -> str:
    """What a side has at an open place; of a clause that was moved, at this end of its way."""
    way = NAMES[side]
    if conflict.kind != "clause":
        return said(conflict, way) or "nothing"
    own = numbers_of(table, item, side) or tuple(name for one in range(3) for name in numbers_of(table, item, one))
    return at_end(conflict, way, next((name for name in own if name), ""))


def _doubt(table: MergeTable, item: Item, number: int, choice: Choice | None) -> Paragraphs:
    """A paragraph that one side deleted and the other still has: both while it is open, and what is gone if it is."""
    conflict = item.conflicts[number]
    kept = THEIRS if conflict.deleted_by == "ours" else OURS
    if choice is not None:
        gone = side_pieces(table, item, BASE) or side_pieces(table, item, kept)
        return tuple(tuple(replace(one, mark=Mark.REMOVED, place=number) for one in pieces) for pieces in gone)
    lead = Piece(f"deleted in {conflict.deleted_by}{_NBSP}│ ", mark=Mark.CLASH, place=number)
    text = side_pieces(table, item, kept, gone=False)
    rest = tuple(replace(one, place=number) for one in text[0]) if text else ()
    return ((lead, *rest), *text[1:])


def _forms(conflict: Conflict, number: int) -> Paragraphs:
    """What each side made of some paragraphs, all of it in doubt."""
    return tuple(
        (
            *([] if at else [Piece(f"{way}{_NBSP}", mark=Mark.SIDE, place=number)]),
            Piece(line, mark=Mark.CLASH, place=number),
        )
        for way in ("ours", "theirs")
        for at, line in enumerate(side_text(conflict, way).split("\n"))
    )


def in_rows(table: MergeTable, item: Item, shown: Paragraphs) -> Paragraphs:
    """Paragraphs as they are shown: the cells of a row of a table in one line."""
    if item.row is None:
        return shown
    row = table.rows[item.row]
    cells = [
        table.drafts[side].paragraphs[at].cell
        for side, places in enumerate((row.base, row.ours, row.theirs))
        for at in places
    ]
    across = len({cell[2] for cell in cells if cell is not None})
    if across < 2 or len(shown) % across:
        return shown
    lines = (shown[at : at + across] for at in range(0, len(shown), across))
    between = Piece(f"{_NBSP}{_NBSP}|{_NBSP} ")
    return tuple(tuple(piece for cell in line for piece in (*cell, between))[:-1] for line in lines)


def _text(paragraphs: Sequence[Paragraph]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs)


def numbers_of(table: MergeTable, item: Item, side: int) -> tuple[str, ...]:
    """What people call the paragraphs of an item on a side."""
    if item.row is None:
        return ()
    row = table.rows[item.row]
    return tuple(table.names[side][at] or "" for at in (row.base, row.ours, row.theirs)[side])
