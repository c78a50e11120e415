"""Random drafts of sections, annexes, tables, lines that read the same and notes, and random edits of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from models.comparison.change import Pair
from models.draft import Draft, Footnote, Kind, Paragraph, Run, tidy_runs
from models.draft.numbering import Count, sole_operatives
from tests.models.merging.random_drafts import paragraph, reworded, sentence, word

Block = list[Paragraph]
"""A paragraph, a section or annex with its heading, or a table."""
_COUNTRIES = ("Iraq", "Iran", "Oman", "Chad", "Mali", "Peru", "Cuba", "Togo")
_TWINS = ("Decides to end.", "Iraq", "*", "Annex")
_HEADS = ("Party", "Signed")


def two_drafts(seed: int) -> tuple[Draft, Draft]:
    """A draft, and what some edits made of it; numbers of operative paragraphs go on over sections, or begin anew."""
    chance = Random(seed)
    old = [_block(chance) for _ in range(chance.randint(1, 8))]
    notes = [Footnote(number, "1", (Run(sentence(chance, 3, 6)),)) for number in range(chance.randint(0, 3))]
    for note in notes:
        block = chance.choice(old)
        block[0] = _noted(chance, block[0], note.id)
    new = [*map(list, old)]
    for _ in range(chance.randint(1, 5)):
        _edit(chance, new)
    said = [replace(one, runs=(Run(f"{one.text} more"),)) if chance.random() < 0.2 else one for one in notes]
    going_on = chance.random() < 0.5
    return _draft(old, notes, going_on), _draft(new, said, going_on if chance.random() < 0.8 else not going_on)


def torn_tables(seed: int) -> tuple[Draft, Draft, Sequence[Pair]]:
    """Tables, and what became of them: cells stand under other heads, some are paired by hand, and a line came."""
    chance = Random(seed)
    old = [_plain_table(chance) for _ in range(chance.randint(1, 3))]
    new = [_torn(chance, table) for table in old]
    chance.shuffle(new)
    cells = [sum(map(len, tables)) for tables in (old, new)]
    pairs = [Pair(chance.randrange(cells[0]), chance.randrange(cells[1])) for _ in range(chance.randint(0, 3))]
    came = [Paragraph(Kind.TEXT, (Run("Here it ends."),))]
    return _draft(old, (), False), _draft([*new, came], (), False), pairs


def _plain_table(chance: Random) -> Block:
    columns = chance.randint(2, 4)
    return _table([_row(chance, columns) for _ in range(chance.randint(1, 4))])


def _torn(chance: Random, cells: Block) -> Block:
    rows = _rows(cells)
    for row in rows:
        if chance.random() < 0.4:
            row.insert(chance.randrange(len(row)), row.pop(chance.randrange(len(row))))
    if chance.random() < 0.3 and len(rows) > 1:
        del rows[chance.randrange(len(rows))]
    if chance.random() < 0.3:
        at = chance.randint(0, len(rows[0]))
        for row in rows:
            row.insert(at, _cell(str(chance.randint(10, 99))))
    return _table(rows)


def _block(chance: Random) -> Block:
    sort = chance.choice(("section", "table", "table", "twin", "annex", "", "", "", ""))
    if sort == "section":
        return [Paragraph(Kind.SECTION), Paragraph(Kind.HEADING, (Run(sentence(chance, 2, 4)),))][
            : chance.randint(1, 2)
        ]
    if sort == "table":
        columns = chance.randint(2, 3)
        rows = [[_cell(word(chance)), *(_cell(text) for text in _HEADS[: columns - 1])]]
        return _table(rows + [_row(chance, columns) for _ in range(chance.randint(1, 3))])
    if sort == "twin":
        return [Paragraph(chance.choice((Kind.OPERATIVE, Kind.TEXT, Kind.PREAMBULAR)), (Run(chance.choice(_TWINS)),))]
    if sort == "annex":
        return [Paragraph(Kind.ANNEX, (Run("Annex"),)), Paragraph(Kind.HEADING, (Run(sentence(chance, 2, 4)),))]
    return [paragraph(chance)]


def _cell(text: str) -> Paragraph:
    return Paragraph(Kind.TEXT, (Run(text),) if text else (), cell=(0, 0, 0))


def _row(chance: Random, columns: int) -> Block:
    return [_cell(chance.choice(_COUNTRIES)), *(_cell(chance.choice(("yes", "no", ""))) for _ in range(columns - 1))]


def _table(rows: Sequence[Block]) -> Block:
    return [replace(cell, cell=(0, row, column)) for row, cells in enumerate(rows) for column, cell in enumerate(cells)]


def _edit(chance: Random, blocks: list[Block]) -> None:
    act = chance.choice(("in", "out", "move", "words", "words", "kind", "bis", "note", "split", "merge"))
    at = chance.randrange(len(blocks)) if blocks else 0
    if act == "in" or not blocks:
        blocks.insert(chance.randint(0, len(blocks)), _block(chance))
    elif act == "out":
        del blocks[at]
    elif act == "move":
        block = blocks.pop(at)
        blocks.insert(chance.randint(0, len(blocks)), block)
    elif blocks[at][0].cell is not None:
        blocks[at] = _table_edited(chance, blocks[at])
    else:
        blocks[at : at + 1] = _edited(chance, act, blocks[at])
        if act == "merge":
            _merge(blocks, at)


def _edited(chance: Random, act: str, block: Block) -> list[Block]:
    one, rest = block[0], block[1:]
    if act == "words":
        one = reworded(chance, one)
    elif act == "kind":
        other = paragraph(chance)
        one = replace(one, kind=other.kind, level=other.level)
    elif act == "bis" and one.kind is Kind.OPERATIVE:
        one = replace(one, number=f"{chance.randint(1, 4)} bis")
    elif act == "note" and one.footnotes:
        bare = replace(one, runs=tidy_runs(run for run in one.runs if run.footnote != one.footnotes[0]))
        one = _noted(chance, bare, one.footnotes[0])
    elif act == "split" and not rest and one.text.count(" ") > 8:
        words = one.text.split(" ")
        cut = chance.randint(4, len(words) - 4)
        return [[replace(one, runs=(Run(" ".join(part)),))] for part in (words[:cut], words[cut:])]
    return [[one, *rest]]


def _merge(blocks: list[Block], at: int) -> None:
    if at + 1 < len(blocks) and len(blocks[at]) == len(blocks[at + 1]) == 1 and blocks[at + 1][0].cell is None:
        one, two = blocks[at][0], blocks.pop(at + 1)[0]
        blocks[at] = [replace(one, runs=tidy_runs((*one.runs, Run(" "), *two.runs)))]


def _noted(chance: Random, one: Paragraph, note: int) -> Paragraph:
    """A paragraph that cites a note somewhere, beside its last mark as often as not."""
    if one.cell is not None or not one.runs or not one.runs[-1].text:
        return one
    *before, last = one.runs
    length = len(last.text)
    cut = chance.choice((length - 1, length, chance.randint(0, length)))
    parts = replace(last, text=last.text[:cut]), Run(footnote=note), replace(last, text=last.text[cut:])
    return replace(one, runs=tidy_runs((*before, *parts)))


def _rows(cells: Block) -> list[Block]:
    rows: list[Block] = []
    for cell in cells:
        if cell.cell is not None and cell.cell[2] == 0:
            rows.append([])
        rows[-1].append(cell)
    return rows


def _table_edited(chance: Random, cells: Block) -> Block:
    rows = _rows(cells)
    at = chance.randrange(len(rows))
    act = chance.choice(("in", "out", "move", "cell", "cell", "column"))
    if act == "in":
        rows.insert(chance.randint(0, len(rows)), _row(chance, len(rows[0])))
    elif act == "out" and len(rows) > 1:
        del rows[at]
    elif act == "move":
        row = rows.pop(at)
        rows.insert(chance.randint(0, len(rows)), row)
    elif act == "column":
        for row in rows:
            row.insert(1, _cell(str(chance.randint(10, 99))))
    else:
        rows[at][chance.randrange(len(rows[at]))] = _cell(chance.choice(("yes", "no", "7")))
    return _table(rows)


def _draft(blocks: Sequence[Block], notes: Sequence[Footnote], going_on: bool) -> Draft:
    """The blocks as a draft, its tables, numbers and notes counted."""
    tables = 0
    paragraphs: list[Paragraph] = []
    for block in blocks:
        is_table = block[0].cell is not None
        paragraphs += [replace(one, cell=(tables, *one.cell[1:])) if one.cell is not None else one for one in block]
        tables += is_table
    ids = {note: number for number, note in enumerate(dict.fromkeys(n for one in paragraphs for n in one.footnotes), 1)}
    count, last, alone = Count(), 0, sole_operatives(paragraphs)
    for at, one in enumerate(paragraphs):
        last = 0 if one.kind is Kind.ANNEX else last
        number = one.number or count.number(one, at in alone)
        if going_on and one.kind is Kind.OPERATIVE and one.number is None:
            number = str(last + 1)
        runs = tuple(replace(run, footnote=ids[run.footnote]) if run.footnote is not None else run for run in one.runs)
        paragraphs[at] = one = replace(one, number=number, runs=runs)
        count.pass_by(one)
        if one.kind is Kind.OPERATIVE and not (number or "").endswith("bis"):
            last = count.operative
    texts = {note.id: note.runs for note in notes}
    return Draft(tuple(paragraphs), tuple(Footnote(new, str(new), texts[old]) for old, new in ids.items()))
