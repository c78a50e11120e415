"""The merged draft with its rows and conflicts, by what was found out and what has been answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.comparison.words import readable, word_diff
from models.draft import Draft, Footnote, Kind, Paragraph, Run, labels, tidy_runs
from models.draft.numbering import Count, sole_operatives
from models.merging.blocks import Block, Doubt, Gone, Whole, Woven
from models.merging.conflict import Choice, Conflict, Row, Stretch
from models.merging.gathered_notes import Gathered, gather
from models.merging.laying import OPEN, Answer, chosen, lay, mixed
from models.merging.ordering import Placing, ordered
from models.merging.sides import BASE, CONTINUED, NAMES, OURS, THEIRS, GoingOn, Side, Traits
from models.merging.streams import Cell, Writer, runs_of, said
from models.merging.weaving import Clash, Place, Streams, weave

Sides = tuple[Side, Side, Side]
_WORDS = ("ours", "theirs", "base", "both", "written")
_PLAIN = ("ours", "theirs", "base")


@dataclass(frozen=True)
class Rendered:
    """What a merge shows."""

    draft: Draft
    rows: tuple[Row, ...]
    conflicts: tuple[Conflict, ...]
    lines: tuple[_Line, ...] = ()

    def stretches(self, sides: Sides, position: int) -> tuple[Stretch, ...]:
        """A paragraph of the merged draft, by whose words stand in it."""
        line = self.lines[position]
        row = next(row for row in self.rows if position in row.merged)
        told = list(_told(sides, line, row))
        settled = next((key for key in row.conflicts if key.endswith((":deleted", ":moved"))), "")
        around = [Stretch(text, "", settled) for text in (line.before, line.after)]
        return tuple(_joined([around[0], *told, around[1]]))


@dataclass
class _Line:
    """One paragraph of the merged text: its traits, and its words as cells or as a side has them."""

    traits: Traits
    cells: list[Cell] = field(default_factory=list)
    whole: tuple[int, int] | None = None
    before: str = ""
    after: str = ""


@dataclass
class _Sheet:
    """The merged text while it is written."""

    sides: Sides
    choices: Mapping[str, Choice]
    lines: list[_Line] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def answer(self, key: str) -> Answer:
        choice = self.choices.get(key)
        return (choice.way, choice.text) if choice is not None else OPEN

    def ask(self, key: str, kind: str, texts: Sequence[str], choices: Sequence[str], by: str = "") -> None:
        base, ours, theirs = texts
        row = len(self.rows)
        self.conflicts.append(
            Conflict(key, kind, "", base, ours, theirs, row, tuple(choices), self.choices.get(key), by)
        )


def render(
    sides: Sides,
    blocks: Sequence[Block],
    gone: Sequence[Gone],
    where: Placing,
    writer: Writer,
    choices: Mapping[str, Choice],
) -> Rendered:
    """The merged draft as it is with these answers."""
    sheet = _Sheet(sides, choices)

    def place(number: int) -> str:
        whole = choices.get(str(number))
        return whole.way if whole else sheet.answer(f"{number}:moved")[0]

    order = ordered(blocks, sides, where, place)
    lost = _behind(blocks, gone, order)
    for one in lost.get(None, ()):
        sheet.rows.append(_lost(one))
    for number in order:
        _block(sheet, number, blocks[number], where)
        for one in lost.get(number, ()):
            sheet.rows.append(_lost(one))
    return _finished(sheet, blocks, writer)


def _told(sides: Sides, line: _Line, row: Row) -> Iterator[Stretch]:
    if line.whole is None:
        for cell in line.cells:
            yield Stretch(cell.letters, cell.by, f"{row.key}:words:{cell.clash}" if cell.clash is not None else "")
        return
    side, at = line.whole
    text = sides[side].draft.paragraphs[at].text
    if side == BASE or row.kind == "same":
        yield Stretch(text)
        return
    former = "\n".join(sides[BASE].draft.paragraphs[old].text for old in row.base)
    by = "both" if row.kind == "both" else NAMES[side]
    yield from (
        Stretch(part, by if op == "insert" else "")
        for op, part in readable(word_diff(former, text))
        if op != "delete"
    )  # fmt: skip


def _joined(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Neighbours of one kind together, empty ones left out."""
    last: Stretch | None = None
    for one in stretches:
        if not one.text:
            continue
        if last is not None and (last.by, last.conflict) == (one.by, one.conflict):
            last = replace(last, text=last.text + one.text)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _behind(blocks: Sequence[Block], gone: Sequence[Gone], order: Sequence[int]) -> dict[int | None, list[Gone]]:
    """What is gone, by the block behind which it stood."""
    by_line = sorted((block.places[BASE][0], number) for number, block in enumerate(blocks) if block.places[BASE])
    placed = set(order)
    found: dict[int | None, list[Gone]] = {}
    at, last = 0, None
    for one in sorted(gone, key=lambda one: one.base):
        while at < len(by_line) and by_line[at][0] < one.base[0]:
            if by_line[at][1] in placed:
                last = by_line[at][1]
            at += 1
        found.setdefault(last, []).append(one)
    return found


def _lost(gone: Gone) -> Row:
    kind = "both" if len(gone.by) > 1 else NAMES[gone.by[0]]
    return Row(kind, gone.base, (), (), ())


def _block(sheet: _Sheet, number: int, block: Block, where: Placing) -> None:
    start, asked = len(sheet.lines), len(sheet.conflicts)
    override = sheet.choices.get(str(number))
    if number in where.torn:
        _torn(sheet, number, block)
    content = block.content
    if isinstance(content, Whole):
        sheet.lines.append(_line(sheet, content.side, content.at))
    elif isinstance(content, Doubt):
        _doubt(sheet, number, block, content)
    else:
        _woven(sheet, number, block, content)
    if override is not None:
        side = NAMES.index(override.way)
        sheet.lines[start:] = [_line(sheet, side, at) for at in block.places[side]]
        sheet.conflicts[asked:] = [replace(one, choice=override) for one in sheet.conflicts[asked:]]
    elif number in where.torn and sheet.answer(f"{number}:moved") == OPEN and len(sheet.lines) > start:
        ours, theirs = (_stood(sheet.sides[side], block.places[side]) for side in (OURS, THEIRS))
        how = "moved" if block.places[BASE] else "put"
        sheet.lines[start].before = f"[ours: {how} {ours} | theirs: {how} {theirs}] " + sheet.lines[start].before
    moved = tuple(NAMES[side] for side in (OURS, THEIRS) if number in where.moved[side - 1])
    keys = tuple(conflict.key for conflict in sheet.conflicts[asked:])
    merged = tuple(range(start, len(sheet.lines)))
    kind = "conflict" if keys else _kind(block, moved)
    sheet.rows.append(Row(kind, *block.places, merged, moved, keys, str(number)))


def _kind(block: Block, moved: Sequence[str]) -> str:
    changed = set(block.changed) | {NAMES.index(name) for name in moved}
    if not changed:
        return "same"
    if len(changed) == 1:
        return NAMES[changed.pop()]
    together = block.same or (not block.changed and len(moved) == 2)
    return "both" if together and len(moved) != 1 else "combined"


def _line(sheet: _Sheet, side: int, at: int) -> _Line:
    return _Line(sheet.sides[side].traits(at), whole=(side, at))


def _label(sheet: _Sheet, block: Block) -> str:
    """What people call a paragraph on the side that has it, or how it begins."""
    for side in (OURS, THEIRS, BASE):
        for at in block.places[side][:1]:
            if found := sheet.sides[side].labels[at]:
                return found
    side = next(side for side in (OURS, THEIRS, BASE) if block.places[side])
    text = " ".join(sheet.sides[side].draft.paragraphs[block.places[side][0]].text.split())
    return f"“{text[:40].rstrip()}…”" if len(text) > 41 else f"“{text}”"


def _texts(sheet: _Sheet, block: Block) -> list[str]:
    return [
        "\n".join(sheet.sides[side].draft.paragraphs[at].text for at in places)
        for side, places in enumerate(block.places)
    ]


def _torn(sheet: _Sheet, number: int, block: Block) -> None:
    stood = [_stood(side, places) if places else "" for side, places in zip(sheet.sides, block.places, strict=True)]
    sheet.ask(f"{number}:moved", "moved", stood, _PLAIN if block.places[BASE] else _PLAIN[:2])


def _stood(side: Side, places: tuple[int, ...]) -> str:
    """ "after OP3": where a paragraph stands on a side."""
    before = places[0] - 1
    while before >= 0 and not side.draft.paragraphs[before].text.strip():
        before -= 1
    if before < 0:
        return "to the beginning"
    text = " ".join(side.draft.paragraphs[before].text.split())
    return f"after {side.labels[before] or f'“{text[:30]}”'}"


def _doubt(sheet: _Sheet, number: int, block: Block, doubt: Doubt) -> None:
    key = f"{number}:deleted"
    by, other = NAMES[doubt.deleted_by], OURS if doubt.deleted_by == THEIRS else THEIRS
    sheet.ask(key, "deleted", _texts(sheet, block), _WORDS, by)
    way, text = sheet.answer(key)
    if way == by:
        return
    if way == "written":
        if text:
            sheet.lines.append(_Line(sheet.sides[other].traits(doubt.kept[0]), list(said(text))))
        return
    side = BASE if way == "base" else other
    lines = [_line(sheet, side, at) for at in block.places[side]]
    if way == "both":
        lines[0].before, lines[-1].after = "[", "]"
    elif not way:
        lines[0].before = f"[{by}: deleted | {NAMES[other]}: "
        lines[-1].after = "]"
    sheet.lines += lines


def _woven(sheet: _Sheet, number: int, block: Block, content: Woven) -> None:
    kind = "words" if block.places[BASE] else "new"
    first = _traits(sheet, f"{number}:{{}}:first", content.firsts)
    for at, part in enumerate(content.parts):
        if isinstance(part, Clash):
            sheet.ask(f"{number}:words:{at}", kind, _clashing(content.streams, part), _WORDS)
        elif None not in part.at and content.streams[BASE].words[part.at[BASE] or 0] == "\n":
            _traits(sheet, f"{number}:{{}}:{at}", _starts(content.streams, part.at))

    def traits(at: int, place: Place) -> list[Cell]:
        return _traits(sheet, f"{number}:{{}}:{at}", _starts(content.streams, place), ask=False)

    cells = [*first, *lay(content.streams, content.parts, lambda at: sheet.answer(f"{number}:words:{at}"), traits)]
    sheet.lines += _cut(cells)


def _clashing(streams: Streams, clash: Clash) -> list[str]:
    return [stream.plain(*span) for stream, span in zip(streams, clash.spans, strict=True)]


def _starts(streams: Streams, place: Place) -> tuple[Traits | None, Traits | None, Traits | None]:
    found = [streams[side].word(at)[0].start if at is not None else None for side, at in enumerate(place)]
    return found[0], found[1], found[2]


def _traits(
    sheet: _Sheet, key: str, three: tuple[Traits | None, Traits | None, Traits | None], ask: bool = True
) -> list[Cell]:
    """The start of a paragraph, with a mark where its kind or its number is not settled."""
    base, ours, theirs = three
    if ours is None or theirs is None:
        return [Cell(start=ours or theirs or base)]
    traits, unsettled = mixed(base, ours, theirs)
    marked: list[Cell] = []
    for what in unsettled:
        name = key.format(what)
        texts = [_named(what, one) for one in three]
        if ask:
            sheet.ask(name, what, texts, _PLAIN if base is not None else _PLAIN[:2])
        way, _ = sheet.answer(name)
        if way:
            traits = chosen(traits, what, three[NAMES.index(way)])
        else:
            marked += said(f"[ours: {texts[OURS]} | theirs: {texts[THEIRS]}] ")
    return [Cell(start=traits), *marked]


_KINDS = {
    Kind.PREAMBULAR: "preambular paragraph", Kind.OPERATIVE: "operative paragraph", Kind.SECTION: "section",
    Kind.ENACTING: "the organ’s line", Kind.ANNEX: "heading of an annex", Kind.QUOTE: "quotation",
    Kind.SPONSOR_NOTE: "note on the sponsors", Kind.CLOSING: "closing line",
}  # fmt: skip


def _named(what: str, traits: Traits | None) -> str:
    if traits is None:
        return ""
    if what == "kind":
        if traits.kind is Kind.SUBPARAGRAPH:
            return f"subparagraph of level {traits.level}"
        return _KINDS.get(traits.kind, str(traits.kind))
    if traits.number == CONTINUED and traits.set_label is None:
        return "the number after that of the section before"
    called = traits.set_label or traits.number
    return f"number {called}" if called else ("the number of its place" if traits.counted else "no number")


def _cut(cells: Sequence[Cell]) -> list[_Line]:
    lines: list[_Line] = []
    for cell in cells:
        if cell.start is not None:
            lines.append(_Line(cell.start))
        else:
            lines[-1].cells.append(cell)
    return lines


def _finished(sheet: _Sheet, blocks: Sequence[Block], writer: Writer) -> Rendered:
    """The sheet as a draft: notes gathered, numbers counted."""
    cited = [key for line in sheet.lines for key in _cites(sheet.sides, line)]
    gathered = gather(sheet.sides, cited)
    notes = [_note(sheet, writer, gathered, key) for key in gathered.keys]
    paragraphs = [_paragraph(sheet.sides, line, gathered.ids) for line in sheet.lines]
    draft = Draft(_numbered(paragraphs, [line.traits for line in sheet.lines]), tuple(notes))
    return Rendered(draft, tuple(sheet.rows), tuple(_called(sheet, blocks, draft)), tuple(sheet.lines))


def _numbered(paragraphs: Sequence[Paragraph], traits: Sequence[Traits]) -> tuple[Paragraph, ...]:
    """The paragraphs with the numbers that follow from their places."""
    count, going, alone = Count(), GoingOn(), sole_operatives(paragraphs)
    found = []
    for at, (paragraph, one) in enumerate(zip(paragraphs, traits, strict=True)):
        number = paragraph.number
        if one.counted:
            number = count.number(paragraph, at in alone)
        elif number == CONTINUED:
            number = going.next(paragraph)
        numbered = paragraph if number == paragraph.number else replace(paragraph, number=number)
        count.pass_by(numbered)
        going.pass_by(numbered)
        found.append(numbered)
    return tuple(found)


def _called(sheet: _Sheet, blocks: Sequence[Block], draft: Draft) -> Iterator[Conflict]:
    """The conflicts, each with the label that its paragraph has in the merged text, else where it stood."""
    names = labels(draft) if sheet.conflicts else ()
    for conflict in sheet.conflicts:
        if conflict.kind == "footnote" or conflict.row is None:
            yield conflict
            continue
        row = sheet.rows[conflict.row]
        name = names[row.merged[0]] if row.merged else None
        yield replace(conflict, label=name or _label(sheet, blocks[int(row.key)]))


def _cites(sides: Sides, line: _Line) -> Iterator[str]:
    if line.whole is None:
        yield from (cell.note for cell in line.cells if cell.note is not None)
    else:
        side, at = line.whole
        yield from (sides[side].key(note) for note in sides[side].draft.paragraphs[at].footnotes)


def _paragraph(sides: Sides, line: _Line, ids: dict[str, int]) -> Paragraph:
    traits = line.traits
    if line.whole is None:
        runs = runs_of(line.cells, ids)
    else:
        side, at = line.whole
        runs = [
            replace(run, footnote=ids[sides[side].key(run.footnote)]) if run.footnote is not None else run
            for run in sides[side].draft.paragraphs[at].runs
        ]
    if line.before or line.after:
        runs = [Run(line.before), *runs, Run(line.after)]
    return Paragraph(traits.kind, tidy_runs(runs), traits.level, traits.number, traits.set_label, traits.cell)


def _note(sheet: _Sheet, writer: Writer, gathered: Gathered, key: str) -> Footnote:
    """A note; where both sides reworded it, word by word."""
    having = [side.notes.get(key) for side in sheet.sides]
    base, ours, theirs = having
    number, mark = gathered.ids[key], gathered.marks[key]
    if ours is None or theirs is None:
        one = ours or theirs or base
        return Footnote(number, mark, one.runs if one is not None else ())
    if base is None or tidy_runs(theirs.runs) in (tidy_runs(base.runs), tidy_runs(ours.runs)):
        return Footnote(number, mark, ours.runs)
    if tidy_runs(ours.runs) == tidy_runs(base.runs):
        return Footnote(number, mark, theirs.runs)
    streams = writer.note(base.runs), writer.note(ours.runs), writer.note(theirs.runs)
    parts = weave(streams)
    row = next((at for at, row in enumerate(sheet.rows) if _cited_in(sheet, row, key)), None)
    for at, part in enumerate(parts):
        if isinstance(part, Clash):
            name = f"note:{key}:{at}"
            texts = _clashing(streams, part)
            sheet.conflicts.append(
                Conflict(name, "footnote", f"footnote {mark}", texts[0], texts[1], texts[2], row, _WORDS,
                         sheet.choices.get(name))
            )  # fmt: skip
            if row is not None:
                sheet.rows[row] = replace(
                    sheet.rows[row], kind="conflict", conflicts=(*sheet.rows[row].conflicts, name)
                )
    cells = lay(streams, parts, lambda at: sheet.answer(f"note:{key}:{at}"), lambda at, place: [])
    return Footnote(number, mark, tidy_runs(runs_of(cells, {})))


def _cited_in(sheet: _Sheet, row: Row, key: str) -> bool:
    return any(key in _cites(sheet.sides, sheet.lines[at]) for at in row.merged)
