"""The merged text while it is written, block by block, with what clashes in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.draft.divisions import HEADINGS
from models.merging.conflict import CHOICES, Choice, Conflict, Row
from models.merging.order.places import Places
from models.merging.order.placing import Placing
from models.merging.pairs.blocks import Block, Doubt, Either, Whole, Woven
from models.merging.pairs.held_in_brackets import pairs_across
from models.merging.sides import BASE, NAMES, OURS, THEIRS, Side, Traits
from models.merging.told.edits import Edit
from models.merging.words.bracket_pairs import has_own_brackets
from models.merging.words.called import stood
from models.merging.words.clash_laid import OPEN, Answer
from models.merging.words.clashing import clashing, notes_that_differ
from models.merging.words.laying import lay
from models.merging.words.pieces import Clash, beside_new
from models.merging.words.streams import Cell, said
from models.merging.words.tied import Tied
from models.merging.words.traits_asked import SIDES, of_another_part, starts, traits_of

Sides = tuple[Side, Side, Side]
_NEW = tuple(way for way in CHOICES if way != "base")
"""How one of words that are new may be, or of the end of a paragraph that is: they were nothing before."""


@dataclass
class Line:
    """One paragraph of the merged text: its traits, and its words as cells or as a side has them.

    `edits` are what follows from the places that paragraphs have now: figures of references, the mark at the end.
    """

    traits: Traits
    cells: list[Cell] = field(default_factory=list)
    whole: tuple[int, int] | None = None
    before: str = ""
    after: str = ""
    edits: list[Edit] = field(default_factory=list)
    cell: tuple[int, int, int] | None = None

    def text(self, sides: Sides) -> str:
        """Its words without the edits."""
        if self.whole is None:
            return "".join(cell.letters for cell in self.cells if cell.note is None)
        return sides[self.whole[0]].draft.paragraphs[self.whole[1]].text


@dataclass
class Sheet:
    """The merged text while it is written."""

    sides: Sides
    choices: Mapping[str, Choice]
    lines: list[Line] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    elsewhere: frozenset[str] = frozenset()
    """The keys of the rows whose place is asked about, alone or with what stands before it."""
    tied: Mapping[str, Tied] = field(default_factory=dict)
    """The questions that clashes at several places are, by the key of each."""
    asked: list[str] = field(default_factory=list)
    """The keys of what clashes in the row that comes next."""

    def answer(self, key: str) -> Answer:
        """How a conflict was settled."""
        choice = self._choice(key)
        return (choice.way, choice.text) if choice is not None else OPEN

    def _choice(self, key: str) -> Choice | None:
        tied = self.tied.get(key)
        return tied.choice(self.choices) if tied is not None else self.choices.get(key)

    def key(self, key: str) -> str:
        """The key of the question that a clash is."""
        return self.tied[key].keys[0] if key in self.tied else key

    def ask(
        self,
        key: str,
        kind: str,
        texts: Sequence[str],
        choices: Sequence[str],
        by: str = "",
        notes: tuple[str, str, str] = ("", "", ""),
    ) -> None:
        """Notes a conflict of the row that comes next."""
        row, tied = len(self.rows), self.tied.get(key)
        self.asked.append(self.key(key))
        also: tuple[str, ...] = ()
        if tied is not None:
            if key != tied.keys[0]:
                return
            kind, texts, by, notes = tied.kind, tied.texts, tied.by, ("", "", "")
            choices = [way for way in choices if way in tied.ways]
            also = tuple(one.partition(":")[0] for one in tied.keys[1:])
        base, ours, theirs = texts
        self.conflicts.append(
            Conflict(key, kind, "", base, ours, theirs, row, tuple(choices), self._choice(key), by, also, notes)
        )


def put_block(sheet: Sheet, number: int, block: Block, where: Placing, places: Places) -> None:
    """Writes a block, asks what clashes in it, and notes its row."""
    start, asked = len(sheet.lines), len(sheet.conflicts)
    sheet.asked.clear()
    override = sheet.choices.get(str(number))
    if number in where.torn:
        _torn(sheet, number, block)
        override = override or of_another_part(sheet, number, block)
    asks_place = number in places and places[number].is_asked
    if asks_place:
        sheet.ask(f"{number}:{places[number].kind}", "moved", places[number].texts, SIDES[:2])
    content = block.content
    if isinstance(content, Whole):
        sheet.lines += [_line(sheet, content.side, at) for at in (content.at, *content.more)]
    elif isinstance(content, Doubt):
        _doubt(sheet, number, block, content)
    elif isinstance(content, Either):
        _either(sheet, number, block)
    else:
        _woven(sheet, number, block, content)
    if override is not None:
        side = NAMES.index(override.way)
        sheet.lines[start:] = [_line(sheet, side, at) for at in block.places[side]]
        sheet.conflicts[asked:] = [replace(one, choice=override) for one in sheet.conflicts[asked:]]
    elif number in where.torn and _is_open(sheet, f"{number}:moved") and len(sheet.lines) > start:
        _, ours, theirs = stood(sheet.sides, block)
        how = "moved" if block.places[BASE] else "put"
        sheet.lines[start].before = f"[ours: {how} {ours} | theirs: {how} {theirs}] " + sheet.lines[start].before
    if asks_place and override is None and sheet.answer(f"{number}:{places[number].kind}") == OPEN:
        _, one, two = places[number].texts
        for line in sheet.lines[start : start + 1]:
            line.before = f"[ours: put {one} | theirs: put {two}] {line.before}"
    moved = tuple(NAMES[side] for side in (OURS, THEIRS) if number in where.moved[side - 1])
    keys = tuple(dict.fromkeys(sheet.asked))
    merged = tuple(range(start, len(sheet.lines)))
    kind = "conflict" if keys else _kind(block, moved)
    sheet.rows.append(Row(kind, *block.places, merged, moved, keys, str(number)))


def _is_open(sheet: Sheet, key: str) -> bool:
    """Whether a question is open and asked here, and not with what stands before."""
    return sheet.key(key) == key and sheet.answer(key) == OPEN


def _kind(block: Block, moved: Sequence[str]) -> str:
    changed = set(block.changed) | {NAMES.index(name) for name in moved}
    if not changed:
        return "same"
    if len(changed) == 1:
        return NAMES[changed.pop()]
    together = block.same or (not block.changed and len(moved) == 2)
    return "both" if together and len(moved) != 1 else "combined"


def _line(sheet: Sheet, side: int, at: int) -> Line:
    return Line(sheet.sides[side].traits(at), whole=(side, at))


def _texts(sheet: Sheet, block: Block) -> list[str]:
    """What each side has there; where the words are the same, where each has them: "OP2 (a): the words"."""
    own = [*zip(sheet.sides, block.places, strict=True)]
    texts = ["\n".join(side.draft.paragraphs[at].text for at in places) for side, places in own]
    if texts[OURS] != texts[THEIRS]:
        return texts
    return ["\n".join(_called(side, at) for at in places) for side, places in own]


def _called(side: Side, at: int) -> str:
    """The words of a paragraph of a side, with what it is called there."""
    text = side.draft.paragraphs[at].text
    return f"{side.labels[at]}: {text}" if side.labels[at] else text


def _torn(sheet: Sheet, number: int, block: Block) -> None:
    sheet.ask(f"{number}:moved", "moved", stood(sheet.sides, block), SIDES if block.places[BASE] else SIDES[:2])


def _doubt(sheet: Sheet, number: int, block: Block, doubt: Doubt) -> None:
    key = f"{number}:deleted"
    by, other = NAMES[doubt.deleted_by], OURS if doubt.deleted_by == THEIRS else THEIRS
    ways = CHOICES if block.places[BASE] else _NEW
    first = sheet.sides[other].traits(doubt.kept[0])
    if len(doubt.kept) > 1 and (first.column is not None or first.kind in HEADINGS):
        ways = tuple(way for way in ways if way != "written")  # cells, or a section, cannot be written as one text
    ways = _unless_crossing(ways, sheet, other, block)
    sheet.ask(key, "deleted", _texts(sheet, block), ways, by, notes_that_differ(sheet.sides, block))
    way, text = sheet.answer(key)
    if way == by:
        return
    if way == "written":
        if text:
            sheet.lines.append(Line(sheet.sides[other].traits(doubt.kept[0]), list(said(text))))
        return
    side = BASE if way == "base" else other
    lines = [_line(sheet, side, at) for at in block.places[side]]
    if way == "both":
        _in_brackets(sheet, lines)
    elif not way:
        gone = "deleted" if block.places[BASE] else "nothing"  # what was never there nobody deleted
        lines[0].before = f"[{by}: {gone} | {NAMES[other]}: "
        lines[-1].after = "]"
    sheet.lines += lines


def _unless_crossing(ways: Sequence[str], sheet: Sheet, side: int, block: Block) -> tuple[str, ...]:
    """The ways without "both" where brackets round what a side has would cross others, begun or ended within it."""
    places = block.places[side]
    if len(places) > 1:
        for first, last in pairs_across(sheet.sides[side].brackets):
            if (first in places[1:] and last not in places) or (last in places[:-1] and first not in places):
                return tuple(way for way in ways if way != "both")
    return tuple(ways)


def _in_brackets(sheet: Sheet, lines: list[Line]) -> list[Line]:
    """The lines in a pair of brackets, unless they stand in one of their own."""
    if lines and not has_own_brackets("\n".join(line.text(sheet.sides) for line in lines)):
        lines[0].before, lines[-1].after = "[", "]"
    return lines


def _alternatives(sheet: Sheet, block: Block, firsts: tuple[Traits | None, Traits, Traits]) -> None:
    """Both forms of something, one after the other; what it is, where they say otherwise, is as the base has it."""
    before, *own = firsts
    for side in (OURS, THEIRS):
        lines = _in_brackets(sheet, [_line(sheet, side, at) for at in block.places[side]])
        if before is not None and len({(one.kind, one.level) for one in own if one is not None}) > 1:
            lines[0].traits = before
        sheet.lines += lines


def _either(sheet: Sheet, number: int, block: Block) -> None:
    key = f"{number}:table"
    sheet.ask(key, "shape", _texts(sheet, block), SIDES)
    way, _ = sheet.answer(key)
    if way:
        sheet.lines += [_line(sheet, NAMES.index(way), at) for at in block.places[NAMES.index(way)]]
        return
    ours, theirs = ([_line(sheet, side, at) for at in block.places[side]] for side in (OURS, THEIRS))
    ours[0].before, ours[-1].after = "[ours: ", " |"
    theirs[0].before, theirs[-1].after = "theirs: ", "]"
    sheet.lines += [*ours, *theirs]


def _woven(sheet: Sheet, number: int, block: Block, content: Woven) -> None:
    kind = "shape" if content.rival else "words" if block.places[BASE] else "new"
    notes = notes_that_differ(sheet.sides, block) if content.rival else ("", "", "")
    if content.rival:
        way = sheet.answer(f"{number}:words:0")[0]
        if way == "both" and all(one is None or one.column is None for one in content.firsts):
            sheet.ask(f"{number}:words:0", kind, _texts(sheet, block), CHOICES, notes=notes)
            _alternatives(sheet, block, content.firsts)
            return
        taken = content.firsts[NAMES.index(way) if way in NAMES else BASE]
        first = [Cell(start=taken or content.firsts[OURS])]
    else:
        first = traits_of(sheet, f"{number}:{{}}:first", content.firsts)
    ways = CHOICES if block.places[BASE] else _NEW
    for side in (OURS, THEIRS) if content.rival else ():
        ways = _unless_crossing(ways, sheet, side, block)
    answers: dict[int, Answer] = {}
    begun: dict[int, list[Cell]] = {}
    for at, part in content.not_words:
        if isinstance(part, Clash):
            if at not in content.said:
                content.said[at] = clashing(content.streams, part, sheet.sides)
            texts, own = content.said[at]
            texts = _texts(sheet, block) if content.rival and texts[OURS] == texts[THEIRS] else texts
            offered = _NEW if beside_new(content.streams, content.parts, at) else ways
            sheet.ask(f"{number}:words:{at}", kind, texts, offered, notes=notes if content.rival else own)
            answers[at] = sheet.answer(f"{number}:words:{at}")
        else:
            begun[at] = traits_of(sheet, f"{number}:{{}}:{at}", starts(content.streams, part.at))
    known = tuple(answers.values()), (*first, *(cell for one in begun.values() for cell in one))
    if known not in content.laid:
        cells = [*first, *lay(content.streams, content.parts, answers.__getitem__, begun.__getitem__)]
        content.laid[known] = _cut(cells)
    sheet.lines += (Line(one.traits, one.cells) for one in content.laid[known])


def _cut(cells: Sequence[Cell]) -> list[Line]:
    lines: list[Line] = []
    for cell in cells:
        if cell.start is not None:
            lines.append(Line(cell.start))
        else:
            lines[-1].cells.append(cell)
    return lines


def on_sides(sheet: Sheet) -> list[list[int | None]]:
    """For each side where on it each paragraph of the merged text stands; None where it is none there, or several."""
    found: list[list[int | None]] = [[None] * len(sheet.lines) for _ in sheet.sides]
    for row in sheet.rows:
        # Of what is asked about as a whole the n-th of one side is not the n-th of the other.
        as_one = row.kind == "conflict" and len(row.merged) > 1 and sheet.lines[row.merged[0]].whole is not None
        for side, places in ((BASE, row.base), (OURS, row.ours), (THEIRS, row.theirs)):
            if len(places) == len(row.merged) and not as_one:
                for place, at in zip(places, row.merged, strict=True):
                    found[side][at] = place
    for at, line in enumerate(sheet.lines):
        if line.whole is not None:
            found[line.whole[0]][at] = line.whole[1]
    return found
