"""Whether words that one side moved stand in brackets, as the other has them, is asked at the place where they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from models.comparison.atoms import atoms
from models.draft import Draft, brackets
from models.merging.clauses_moved import Clause, Held
from models.merging.conflict import Conflict
from models.merging.edits import Edit
from models.merging.sheet import Sheet
from models.merging.traits_asked import SIDES

_HOW = {True: "in brackets", False: "without brackets"}


def wanting(sheet: Sheet, draft: Draft, clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Those clauses that stand otherwise in a text than the side has them that did not move them."""
    held: Held | None = None
    for one in clauses:
        held = held or Held(brackets(draft))
        stands = [held.around(at, start) is not None for at, start, _ in _found(sheet, one)]
        if stands and stands[0] != one.inside:
            yield one


def ask(sheet: Sheet, draft: Draft, clauses: Sequence[Clause]) -> None:
    """Asks about clauses in a sheet, and sets their brackets as they were answered; `draft` is the sheet's text."""
    held = Held(brackets(draft)) if clauses else None
    for number, one in enumerate(clauses):
        assert held is not None
        row = next(index for index, row in enumerate(sheet.rows) if row.key == one.row)
        key = f"{one.row}:brackets:{number}"
        choice = sheet.choices.get(one.row) or sheet.choices.get(key)
        known = choice if choice is not None and choice.way in SIDES[:2] else None
        forms = {True: f"[{one.text}]", False: one.text}
        ours, theirs = (forms[one.inside == (side != one.by)] for side in (0, 1))
        asked = Conflict(key, "brackets", "", forms[not one.inside], ours, theirs, row, SIDES[:2], choice)
        sheet.conflicts.append(asked)
        sheet.rows[row] = replace(sheet.rows[row], kind="conflict", conflicts=(*sheet.rows[row].conflicts, key))
        for at, start, end in _found(sheet, one):
            ahead = len(sheet.lines[at].before)
            if choice is None:
                how = [_HOW[one.inside == (side != one.by)] for side in (0, 1)]
                mark = f"[ours: {how[0]} | theirs: {how[1]}] "
                sheet.lines[at].edits.append(Edit(start - ahead, start - ahead, mark))
            elif known is not None and SIDES.index(known.way) != one.by:
                sheet.lines[at].edits += _set(draft, held, at, (start, end), ahead, one.inside)


def _set(draft: Draft, held: Held, at: int, span: tuple[int, int], ahead: int, inside: bool) -> Iterator[Edit]:
    """Brackets put round some words, or taken away from them alone."""
    start, end = span
    around = held.around(at, start)
    if inside == (around is not None):
        return
    if around is None:
        yield from (Edit(start - ahead, start - ahead, "["), Edit(end - ahead, end - ahead, "]"))
        return
    text = draft.paragraphs[at].text
    (first, opens), (last, closes) = around.start or (0, 0), around.end or (0, 0)
    alone = first == last == at and not any(map(str.isalnum, text[opens:start] + text[end:closes]))
    if alone:
        yield from (Edit(one - ahead, one + 1 - ahead, "") for one in (opens, closes))
    else:
        yield from (Edit(start - ahead, start - ahead, "]"), Edit(end - ahead, end - ahead, "["))


def _found(sheet: Sheet, one: Clause) -> Iterator[tuple[int, int, int]]:
    """Where the words of a clause stand: the line, and from where to where in its paragraph."""
    for row in sheet.rows:
        if row.key != one.row:
            continue
        for at in row.merged:
            line = sheet.lines[at]
            tokens = atoms(line.text(sheet.sides))
            words = tokens.words
            steps = range(len(words) - len(one.words) + 1)
            first = next((n for n in steps if tuple(words[n : n + len(one.words)]) == one.words), None)
            if first is not None:
                sizes = [len(space) + len(word) for space, word in zip(tokens.spaces, words, strict=False)]
                last = first + len(one.words)
                start = len(line.before) + sum(sizes[:first]) + len(tokens.spaces[first])
                yield at, start, len(line.before) + sum(sizes[:last])
                return
