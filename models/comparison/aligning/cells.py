"""Cells of tables: what stands in one belongs to its row and column, whatever it says elsewhere in the table.

"500 000" that went from the column of one year to that of the next is no cell that stayed. Which row and column of the
new table an old one became is told by what they are headed with; a row headed with a mere number by its words. First
of all a row that stands there cell for cell is that row, wherever it stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator, Mapping, Sequence

from models.comparison.aligning.gaps import SHORT
from models.comparison.aligning.matching import Matching
from models.comparison.aligning.tables_moved import pair_tables
from models.comparison.words.features import Profile
from models.draft import Draft, Kind

HEAD, WHOLE = 1_000, 1_000_000
"""A head counts as so many letters, and a row that is the same in all its cells."""
Cell = tuple[int, int, int]
Line = tuple[int, int]
"""A table, and a row or a column of it."""
Places = dict[Cell, list[int]]
"""The positions of the paragraphs of each cell."""


def keep_cells(matching: Matching, old: Draft, new: Draft, bound: Collection[tuple[int, int]]) -> None:
    """Part cells that went to another row or column than its head did, and pair what stands there instead.

    `bound` pairs stay, and are noted as standing elsewhere.
    """
    olds, news = _places(old), _places(new)
    if not olds or not news:
        return
    pair_tables(matching, olds, news)
    tables, rows, columns, stayed = _lives_on(matching, old, new, (olds, news))
    taken = [{(table, after) for (table, _), after in lines.items()} for lines in (rows, columns)]
    worded = {cell[:2] for cell, here in olds.items() if any(_has_letters(old, at) for at in here)}
    unsaid: list[tuple[int, int, Line]] = []
    for i, j, cell, other in list(_pairs(matching, old, new)):
        table, row, column = cell
        if other[0] == tables.get(table):
            held = (i, j) in bound
            in_row = _stands(rows, taken[0], (table, row), other[1])
            in_column = _stands(columns, taken[1], (table, column), other[2])
            # Where a row has words, a number in the place of another says nothing of it, nor one of another column.
            same = in_column and matching.old[i].key == matching.new[j].key
            says = same or _has_letters(old, i) or (table, row) not in worded
            if held or (in_row and says):
                stayed.add((table, row))
            if in_row and in_column:
                if not held and not says:
                    unsaid.append((i, j, (table, row)))
            elif held:
                matching.elsewhere.add((i, j))
            else:
                matching.part(i, j)
    # Of a row that is gone, nothing lives on in the one that came for it.
    for i, j, line in unsaid:
        if line not in stayed:
            matching.part(i, j)
    for (table, row, column), before in olds.items():
        there = news.get((tables.get(table, -1), rows.get((table, row), -1), columns.get((table, column), -1)), ())
        free = [i for i in before if not matching.to_new[i]], [j for j in there if not matching.to_old[j]]
        for i, j in zip(*free, strict=False):
            if column == 0 and matching.old[i].key == matching.new[j].key:
                stayed.add((table, row))
            if (table, row) in stayed and _may_be_one(matching, i, j):
                matching.pair_two(i, j)


def _has_letters(draft: Draft, position: int) -> bool:
    return any(map(str.isalpha, draft.paragraphs[position].text))


def _stands(lines: Mapping[Line, int], taken: Collection[Line], line: Line, other: int) -> bool:
    """Whether a row or column became the other one; where none is known it may have, if nothing else did."""
    known = lines.get(line)
    return (line[0], other) not in taken if known is None else known == other


def _may_be_one(matching: Matching, old: int, new: int) -> bool:
    """Whether two paragraphs of one cell are told as one: they are equal, or one is empty, or both are short."""
    one, two = matching.old[old], matching.new[new]
    if one is two:
        return True
    return one.blank or two.blank or (len(one.words) <= SHORT and len(two.words) <= SHORT)


def _places(draft: Draft) -> Places:
    found: Places = defaultdict(list)
    for at, paragraph in enumerate(draft.paragraphs):
        # The table at the head of a document is layout: its lines belong together by what they say.
        if paragraph.cell is not None and paragraph.kind is not Kind.MASTHEAD:
            found[paragraph.cell].append(at)
    return found


def _pairs(matching: Matching, old: Draft, new: Draft) -> Iterator[tuple[int, int, Cell, Cell]]:
    """Two paragraphs alone that belong together and both stand in cells."""
    for i, paragraph in enumerate(old.paragraphs):
        if paragraph.cell is None or paragraph.kind is Kind.MASTHEAD or len(matching.to_new[i]) != 1:
            continue
        (j,) = matching.to_new[i]
        cell = new.paragraphs[j].cell
        if cell is not None and len(matching.to_old[j]) == 1:
            yield i, j, paragraph.cell, cell


def _lives_on(
    matching: Matching, old: Draft, new: Draft, places: tuple[Places, Places]
) -> tuple[dict[int, int], dict[Line, int], dict[Line, int], set[Line]]:
    """Which table, which row and which column of it each became; and the rows that are surely there still."""
    between: Counter[tuple[int, int]] = Counter()
    paired = [(old.paragraphs[i], cell, other) for i, _, cell, other in _pairs(matching, old, new)]
    for paragraph, cell, other in paired:
        between[cell[0], other[0]] += 1 + len(paragraph.text)
    tables = _one_to_one(between)
    rows: dict[int, Counter[tuple[int, int]]] = defaultdict(Counter)
    columns: dict[int, Counter[tuple[int, int]]] = defaultdict(Counter)
    for paragraph, (table, row, column), other in paired:
        if tables.get(table) == other[0] and paragraph.text.strip():
            says = max(1, sum(map(str.isalpha, paragraph.text)))
            rows[table][row, other[1]] += says
            columns[table][column, other[2]] += says
    stayed: set[Line] = set()
    for (table, row), other_row in _the_same(matching, places, tables):
        rows[table][row, other_row] += WHOLE
        stayed.add((table, row))
    for (table, row, column), here in places[0].items():
        if (table, row) in stayed:
            columns[table][column, column] += sum(sum(map(str.isalpha, matching.old[at].text)) for at in here)
    heads, others = _heads(old), {(cell[0], text): cell for cell, text in _heads(new).items()}
    for (table, row, column), text in heads.items():
        there = others.get((tables.get(table, -1), text))
        if there is None:
            continue
        if column == there[2] == 0 and row and there[1] and _is_name(text):
            rows[table][row, there[1]] += HEAD
            stayed.add((table, row))
        if row == there[1] == 0 and text:
            columns[table][column, there[2]] += HEAD
    olds = places[0]
    return (
        tables,
        _told(rows, [(table, row) for table, row, _ in olds]),
        _told(columns, [(table, column) for table, _, column in olds]),
        stayed,
    )


def _the_same(
    matching: Matching, places: tuple[Places, Places], tables: Mapping[int, int]
) -> Iterator[tuple[Line, int]]:
    """Rows that are the same in all their cells, with the row of the new table; those of the same words in order."""
    rows = _rows(matching.old, places[0]), _rows(matching.new, places[1])
    waiting: dict[tuple[int, str], deque[int]] = defaultdict(deque)
    for (table, row), text in rows[1].items():
        waiting[table, text].append(row)
    often = Counter((table, text) for (table, _), text in rows[0].items())
    for (table, row), text in rows[0].items():
        there = waiting.get((tables.get(table, -1), text))
        # Of rows of the same words that became fewer or more nobody can say which went.
        if there and often[table, text] <= len(there):
            yield (table, row), there.popleft()


def _rows(profiles: Sequence[Profile], places: Places) -> dict[Line, str]:
    """What the cells of each row say, where they say anything."""
    found: dict[Line, list[str]] = defaultdict(list)
    for (table, row, column), here in sorted(places.items()):
        found[table, row].append("\n".join([str(column), *(profiles[at].text.strip() for at in here)]))
    return {line: "\n".join(cells) for line, cells in found.items() if any("\n" in cell.strip() for cell in cells)}


def _heads(draft: Draft) -> dict[Cell, str]:
    """What heads a row or a column, where no other of the same table is headed so."""
    found = {
        paragraph.cell: paragraph.text.strip()
        for paragraph in draft.paragraphs
        if paragraph.cell is not None and 0 in paragraph.cell[1:]
    }
    often = Counter((cell[0], text) for cell, text in found.items())
    return {cell: text for cell, text in found.items() if often[cell[0], text] == 1}


def _is_name(text: str) -> bool:
    """Whether a head names its row: "Norway" does, "OP5" or "(a)" only counts it."""
    return not any(map(str.isdigit, text)) and sum(map(str.isalpha, text)) > 1


def _told(votes: dict[int, Counter[tuple[int, int]]], lines: Collection[Line]) -> dict[Line, int]:
    """Which row or column of its table each became: what most speaks for, else the one after that of the one before."""
    found = {(table, one): two for table, said in votes.items() for one, two in _one_to_one(said).items()}
    taken = {(table, two) for (table, _), two in found.items()}
    for table, one in sorted(set(lines)):
        after = found.get((table, one - 1), -1) + 1
        if (table, one) not in found and (table, after) not in taken and (one == 0 or after):
            found[table, one] = after
            taken.add((table, after))
    return found


def _one_to_one(votes: Counter[tuple[int, int]]) -> dict[int, int]:
    """For each what most speaks for, no two for the same."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for (one, two), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if one not in found and two not in taken:
            found[one] = two
            taken.add(two)
    return found
