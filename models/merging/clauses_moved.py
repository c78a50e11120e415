"""Words that one side put in brackets, or took out of them, and the other moved to another place: it is told.

There they stand as the side has them that moved them, and nobody sees that the other had an opinion.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.comparison.atoms import atoms
from models.comparison.readable import readable_blocks
from models.comparison.subsequence import Block
from models.comparison.tokens import Tokens, is_word
from models.draft import Draft, labels, may_hold_brackets
from models.merging.bracket_pairs import in_brackets
from models.merging.brackets_across import inside_brackets
from models.merging.called import quoted
from models.merging.conflict import Row
from models.merging.sheet import Sheet
from models.merging.sides import BASE, OURS, THEIRS

_CLAUSE = 5
"""So many words in a row are known again elsewhere."""
_Words = tuple[str, ...]


def follow(sheet: Sheet, draft: Draft) -> list[str]:
    """What there is to say of clauses whose brackets did not come along."""
    having = [row for row in sheet.rows if any(_held(sheet, row, side) for side in (BASE, OURS, THEIRS))]
    return [*dict.fromkeys(_Moved(sheet, draft).told(having))] if having else []


def _held(sheet: Sheet, row: Row, side: int) -> bool:
    return any(may_hold_brackets(sheet.sides[side].draft.paragraphs[at].text) for at in _places(row, side))


def _places(row: Row, side: int) -> tuple[int, ...]:
    return (row.base, row.ours, row.theirs)[side]


@dataclass(frozen=True, slots=True)
class _Clause:
    """Words that a side moved, and whether the other has them in brackets."""

    words: _Words
    inside: bool


class _Moved:
    def __init__(self, sheet: Sheet, draft: Draft) -> None:
        self._sheet, self._draft = sheet, draft
        self._names = labels(draft)
        self._inside = inside_brackets(draft)
        self._taken: dict[tuple[int, int], tuple[Tokens, Tokens, Sequence[Block]]] = {}

    def told(self, rows: Sequence[Row]) -> Iterator[str]:
        """A sentence for each place to which such a clause was moved."""
        for row in rows:
            for side, other in ((OURS, THEIRS), (THEIRS, OURS)):
                if row.base and row.ours and row.theirs:
                    for clause in self._clauses(row, side, other):
                        yield from self._found(clause, side, row)

    def _differences(self, row: Row, side: int) -> tuple[Tokens, Tokens, Sequence[Block]]:
        """The words of a row in the base and on a side, and where they differ."""
        key = id(row), side
        if key not in self._taken:
            before, after = (atoms(self._text(row, one)) for one in (BASE, side))
            self._taken[key] = before, after, readable_blocks(before, after)
        return self._taken[key]

    def _text(self, row: Row, side: int) -> str:
        return "\n".join(self._sheet.sides[side].draft.paragraphs[at].text for at in _places(row, side))

    def _clauses(self, row: Row, side: int, other: int) -> Iterator[_Clause]:
        """Words that a side took out of a row, and of which the other changed whether they stand in brackets."""
        base, text, blocks = self._differences(row, other)
        was, now = in_brackets(base.words), in_brackets(text.words)
        changed: dict[int, bool] = {}
        for at, there in _kept(len(base.words), blocks).items():
            if was[at] != now[there]:
                changed[at] = now[there]
        run: list[int] = []
        for i1, i2, _, _ in self._differences(row, side)[2] if changed else ():
            for at in range(i1, i2 + 1):
                if at < i2 and at in changed and (not run or changed[run[0]] == changed[at]):
                    run.append(at)
                    continue
                for first in range(len(run) - _CLAUSE + 1):
                    words = tuple(base.words[one] for one in run[first : first + _CLAUSE])
                    if all(map(is_word, words)):
                        yield _Clause(words, changed[run[0]])
                run = []

    def _found(self, clause: _Clause, side: int, of: Row) -> Iterator[str]:
        """Tells where a side put a clause, and it stands otherwise in the merged text."""
        for row in self._sheet.rows:
            if not row.merged or not _places(row, side) or clause.words[0] not in self._text(row, side):
                continue
            _, text, blocks = self._differences(row, side)
            if not any(_at(text.words[j1:j2], clause.words) is not None for _, _, j1, j2 in blocks):
                continue
            asked = [one for one in self._sheet.conflicts if one.key in row.conflicts]
            if any(one.choice is None for one in asked) or (asked and row is of):
                continue
            for at in row.merged:
                words = atoms(self._draft.paragraphs[at].text).words
                place = _at(words, clause.words)
                if place is not None and (at in self._inside or in_brackets(words)[place]) != clause.inside:
                    name = self._names[at] or quoted(self._draft.paragraphs[at].text)
                    how = "in" if clause.inside else "without"
                    yield (
                        f"{name} has words now that one side moved there and the other has {how} brackets: look how "
                        "they are to stand."
                    )


def _kept(length: int, blocks: Sequence[Block]) -> Mapping[int, int]:
    """The words of the base that a side kept, and where they are there."""
    found: dict[int, int] = {}
    at = other = 0
    for i1, i2, _, j2 in [*blocks, (length, length, 0, 0)]:
        found.update(zip(range(at, i1), range(other, other + i1 - at), strict=True))
        at, other = i2, j2
    return found


def _at(words: Sequence[str], wanted: _Words) -> int | None:
    """Where some words stand in others."""
    steps = range(len(words) - len(wanted) + 1)
    return next((at for at in steps if tuple(words[at : at + len(wanted)]) == wanted), None)
