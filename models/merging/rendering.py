"""The merged draft with its rows and conflicts, by what was found out and what has been answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.draft import Draft, Footnote, Paragraph, Run, labels, tidy_runs
from models.draft.mentions import may_refer
from models.draft.typed_numbers import heading_number
from models.merging.conflict import CHOICES, NO_WORDS, Choice, Conflict, Row, Stretch
from models.merging.layout import as_draft, cites, laid_out
from models.merging.layout import bare as laid_bare
from models.merging.order import at_one_place, brackets_across, numbers_twice
from models.merging.pairs.blocks import Block
from models.merging.plan import Plan
from models.merging.references import headings_meant, places_meant, typed_alike, unfollowed_meant
from models.merging.references.figures_agreed import note_agreed
from models.merging.references.meanings import Meanings
from models.merging.references.sources_meant import Gathered, gather, in_full
from models.merging.sheet import Line, Sheet, Sides
from models.merging.sides import BASE, NAMES, OURS, THEIRS
from models.merging.told import alone_beside, items_told, last_marks, order_told, renamed, sections_told, words_told
from models.merging.told.edits import Edit, all_in_pieces, in_pieces
from models.merging.told.section_asked import section_asked
from models.merging.words.called import name_of
from models.merging.words.clash_laid import OPEN
from models.merging.words.clashing import clashing
from models.merging.words.laying import lay
from models.merging.words.pieces import Clash
from models.merging.words.streams import Writer, runs_of
from models.merging.words.traits_asked import SIDES
from models.merging.words.weaving import weave

_NOT_ALL = "So much is new or reworded that not all was held against each other: look for what stands twice."


@dataclass(frozen=True)
class Rendered:
    """What a merge shows."""

    draft: Draft
    rows: tuple[Row, ...]
    conflicts: tuple[Conflict, ...]
    lines: tuple[Line, ...] = ()
    told: tuple[str, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    """The key of the question that a clash is, where that stands at several places."""

    def stretches(self, sides: Sides, position: int) -> tuple[Stretch, ...]:
        """A paragraph of the merged draft, by whose words stand in it."""
        row = next(row for row in self.rows if position in row.merged)
        found = stretches(sides, self.lines[position], row)
        return tuple(replace(one, conflict=self.keys.get(one.conflict, one.conflict)) for one in found)


def render(plan: Plan, choices: Mapping[str, Choice], step: Callable[[], object] = lambda: None) -> Rendered:
    """The merged draft as it is with these answers; `step` is called on the way and may raise to stop."""
    sheet, met = laid_out(plan, choices, step)
    typed_alike.count_anew(sheet, plan.numbers)
    cited = [key for line in sheet.lines for key in cites(sheet.sides, line)]
    gathered = gather(sheet.sides, cited)
    notes = tuple(_note(sheet, plan.writer, gathered, key) for key in gathered.keys)
    bare = as_draft(sheet, gathered.ids, notes)
    if numbers_twice.ask(sheet, bare):
        bare = as_draft(sheet, gathered.ids, notes)
    meanings = Meanings(sheet, bare, gathered.ids)
    # What one side made, or both alike, means what they mean, though two paragraphs have one number.
    is_of_one = _is_of_one(sheet, bare, plan.numbers)
    told: list[list[str]] = []
    for follow in (
        lambda: sections_told.follow(sheet, bare, plan.gone, plan.where.hung),
        lambda: [*items_told.follow(sheet, bare, plan.gone), *order_told.follow(plan, sheet, bare)],
        lambda: [*alone_beside.side_by_side(sheet, bare), *alone_beside.put_in_twice(sheet, bare)],
        lambda: at_one_place.follow(sheet.sides, sheet.rows, bare, met),
        lambda: alone_beside.openings(sheet, bare),
        lambda: () if is_of_one else headings_meant.follow(meanings, plan.numbers, gathered.ids),
        lambda: (
            () if is_of_one else [*places_meant.follow(meanings, plan.references), *unfollowed_meant.told(meanings)]
        ),
        lambda: last_marks.follow(sheet, bare),
        lambda: alone_beside.alone(sheet, bare, plan.blocks),
        lambda: renamed.follow(sheet, bare),
    ):
        step()
        told.append([*follow()])
    sections, heads, neighbours, met_there, openings, parts, references, marks, beside, names = told
    followed = meanings.notes
    edited = followed != notes or any(line.edits for line in sheet.lines)
    draft = as_draft(sheet, gathered.ids, followed) if edited else bare
    draft, sources, torn = in_full(sheet.sides, draft, gathered, lambda key: sheet.answer(f"note:{key}:source")[0])
    for one in torn:
        _not_asked(sheet, f"note:{one.key}:")  # whose source is asked is asked with its words
        _ask_note(sheet, one.key, "source", gathered.marks[one.key], one.texts, SIDES)
    step()
    first = [*typed_alike.twice(sheet, draft, plan.numbers), *brackets_across.follow(sheet, draft)]
    unsure = {one.key.rpartition(":")[0] for one in sheet.conflicts if one.choice is None}
    known = {key: draft.note[gathered.ids[key]].text for key in gathered.keys if f"note:{key}" not in unsure}
    words, of_masthead = words_told.follow(plan, sheet, draft, known)
    if plan.bounded:
        first.insert(0, _NOT_ALL)
    substance = (*first, *sections, *heads, *parts, *references, *words, *sources, *beside, *names)
    return Rendered(
        draft,
        tuple(sheet.rows),
        tuple(_called(sheet, plan.blocks, draft)),
        tuple(sheet.lines),
        (*substance, *neighbours, *met_there, *openings, *marks, *of_masthead),
        {key: one.keys[0] for key, one in sheet.tied.items()},
    )


def _is_of_one(sheet: Sheet, merged: Draft, known: typed_alike.Counts | None) -> bool:
    """Whether a merged text is that of one side, where the other is the base or the same, in whatever runs it is."""
    drafts = [side.draft for side in sheet.sides]
    if not any(_reads_as(merged, one) for one in drafts[OURS:]):
        return False
    pairs = (OURS, THEIRS), (BASE, OURS), (BASE, THEIRS)
    alike = (pair for pair in pairs if _reads_as(drafts[pair[0]], drafts[pair[1]]))
    return any(_figures(sheet, one, known) == _figures(sheet, two, known) for one, two in alike)


def _figures(sheet: Sheet, side: int, known: typed_alike.Counts | None) -> list[str]:
    """The typed numbers of the headings of a side, as it has them."""
    return [figure for _, _, figure in typed_alike.printed(sheet, side, known)]


def _reads_as(one: Draft, other: Draft) -> bool:
    """Whether two drafts are the same, wherever their runs are cut."""
    parts = ((one.paragraphs, other.paragraphs), (one.footnotes, other.footnotes))
    return all(len(own) == len(its) and all(map(_same, own, its)) for own, its in parts)


def _same(one: Paragraph | Footnote, other: Paragraph | Footnote) -> bool:
    return one == other or _bare(one) == _bare(other)


def _bare(one: Paragraph | Footnote) -> Paragraph | Footnote:
    """In whatever runs it is; a heading that is counted without its figure: the sides have that of the base."""
    typed = heading_number(one) if isinstance(one, Paragraph) else None
    runs = one.runs if typed is None else in_pieces(one.runs, Edit(typed.start, typed.end, ""))
    return replace(one, runs=tidy_runs(runs))


def _called(sheet: Sheet, blocks: Sequence[Block], draft: Draft) -> Iterator[Conflict]:
    """The conflicts, each with the label that its paragraph has in the merged text, else where it stood."""
    names = labels(draft) if sheet.conflicts else ()
    for conflict in sheet.conflicts:
        if conflict.kind == "footnote" or conflict.row is None:
            yield conflict
            continue
        label = name_of(sheet.sides, blocks, _asked_in(sheet, conflict.key, conflict.row), names)
        yield replace(conflict, label=label, section=section_asked(sheet.sides, blocks, conflict))


def _asked_in(sheet: Sheet, key: str, number: int) -> Row:
    """The row of a question, from the paragraph on in which the words stand that are asked about."""
    row, clash = sheet.rows[number], key.rpartition(":words:")[2]
    if len(row.merged) > 1 and clash.isdecimal():
        there = (at for at in row.merged if any(one.clash == int(clash) for one in sheet.lines[at].cells))
        row = replace(row, merged=(next(there, row.merged[0]),))
    return row


def _not_asked(sheet: Sheet, start: str) -> None:
    """Takes back the questions whose keys begin so."""
    sheet.conflicts = [one for one in sheet.conflicts if not one.key.startswith(start)]
    for at, row in enumerate(sheet.rows):
        if any(key.startswith(start) for key in row.conflicts):
            sheet.rows[at] = replace(row, conflicts=tuple(key for key in row.conflicts if not key.startswith(start)))


def _ask_note(sheet: Sheet, key: str, place: object, mark: str, texts: Sequence[str], ways: tuple[str, ...]) -> None:
    """Notes a conflict of a footnote, in the row that cites it first."""
    name = f"note:{key}:{place}"
    row = next((at for at, row in enumerate(sheet.rows) if _cited_in(sheet, row, key)), None)
    sheet.conflicts.append(
        Conflict(name, "footnote", f"footnote {mark}", texts[0], texts[1], texts[2], row, ways, sheet.choices.get(name))
    )
    if row is not None:
        sheet.rows[row] = replace(sheet.rows[row], kind="conflict", conflicts=(*sheet.rows[row].conflicts, name))


def _note(sheet: Sheet, writer: Writer, gathered: Gathered, key: str) -> Footnote:
    """A note; where both sides reworded it, word by word; where one did, as the side has it that was answered."""
    having = [side.notes.get(key) for side in sheet.sides]
    base, ours, theirs = having
    number, mark = gathered.ids[key], gathered.marks[key]
    said = dict.fromkeys(tidy_runs(one.runs) for one in having if one is not None)
    answers = _answers(sheet, key) if len(said) > 1 else set()
    taken = next(iter(answers)) if len(answers) == 1 else None
    apart = ours and theirs and tidy_runs(ours.runs) != tidy_runs(theirs.runs)
    if answers == {OURS, THEIRS} and len(said) == 2 and apart:
        first, second = said  # that of the base first, whoever is whose
        return Footnote(number, mark, tidy_runs((Run("["), *first, Run("] ["), *second, Run("]"))))
    given = having[taken] if taken is not None else None
    whole = taken == BASE and all(line.whole is not None for line in _citing(sheet, key))
    if given is not None and (len(said) == 2 or whole):
        return Footnote(number, mark, given.runs)
    if base is None or ours is None or theirs is None:
        one = ours or theirs or base
        return Footnote(number, mark, one.runs if one is not None else ())
    if len(said) < len(having):
        return Footnote(number, mark, ours.runs if tidy_runs(theirs.runs) == tidy_runs(base.runs) else theirs.runs)
    if may_refer(ours.text) and may_refer(theirs.text):
        theirs = note_agreed(Meanings(sheet, laid_bare(sheet)), key)
    streams = writer.note(base.runs), writer.note(ours.runs), writer.note(theirs.runs)
    parts = weave(streams)
    for at, part in enumerate(parts):
        if isinstance(part, Clash):
            _ask_note(sheet, key, at, mark, clashing(streams, part, sheet.sides)[0], CHOICES)
    cells = lay(streams, parts, lambda at: sheet.answer(f"note:{key}:{at}"), lambda at: ())
    return Footnote(number, mark, tidy_runs(runs_of(cells, {})))


def _answers(sheet: Sheet, key: str) -> set[int | None]:
    """The sides that were answered where a note is cited, None for where nobody was asked, or answered.

    Where it stands by an answer, and where the other side alone put it, too, it has the words of both.
    """
    found = {one for row in sheet.rows for at in row.merged for one in _whose(sheet, row, sheet.lines[at], key)}
    answered = any(asked and side != BASE for side, asked in found)
    return {side if asked or (answered and side != BASE) else None for side, asked in found}


def _citing(sheet: Sheet, key: str) -> Iterator[Line]:
    return (line for line in sheet.lines if key in cites(sheet.sides, line))


def _whose(sheet: Sheet, row: Row, line: Line, key: str) -> Iterator[tuple[int, bool]]:
    """As which side has it a line cites a note, and whether that was asked, and answered."""
    if line.whole is not None:
        if key in cites(sheet.sides, line):
            # Who answers where a paragraph stands says nothing of its notes, but who takes the whole row does.
            whole = row.key in sheet.choices
            here = [one for one in sheet.conflicts if one.key in row.conflicts and (whole or one.kind not in NO_WORDS)]
            taken = line.whole[0] == BASE or (bool(here) and all(one.choice is not None for one in here))
            yield line.whole[0] if taken else BASE, taken
        return
    for cell in line.cells:
        if cell.note == key:
            asked = cell.clash is not None and sheet.answer(f"{row.key}:words:{cell.clash}") != OPEN
            yield NAMES.index(cell.by) if cell.by in SIDES else BASE, asked


def _cited_in(sheet: Sheet, row: Row, key: str) -> bool:
    return any(key in cites(sheet.sides, sheet.lines[at]) for at in row.merged)


def stretches(sides: Sides, line: Line, row: Row) -> tuple[Stretch, ...]:
    """The words of a line of a row, in order, neighbours of one kind together."""
    settled = next((key for key in row.conflicts if key.endswith((":deleted", ":moved", ":table"))), "")
    around = [Stretch(text, "", settled) for text in (line.before, line.after)]
    told = all_in_pieces([*_words_of_line(sides, line, row)], line.edits)
    return tuple(_joined([around[0], *told, around[1]]))


def _words_of_line(sides: Sides, line: Line, row: Row) -> Iterator[Stretch]:
    if line.whole is None:
        for cell in line.cells:
            yield Stretch(cell.letters, cell.by, f"{row.key}:words:{cell.clash}" if cell.clash is not None else "")
        return
    side, at = line.whole
    text = sides[side].draft.paragraphs[at].text
    if side == BASE or row.kind == "same":
        yield Stretch(text)
        return
    # One of a section of hundreds is not looked for in the words of all of them.
    came = sides[side].came.get(at) or (row.base if len(row.base) == 1 else ())
    were = [sides[BASE].draft.paragraphs[old].text for old in came]
    if text in were:
        yield Stretch(text)
        return
    former = "\n".join(were)
    have = [
        "\n".join(sides[one].draft.paragraphs[place].text for place in places)
        for one, places in ((OURS, row.ours), (THEIRS, row.theirs))
    ]
    by = "both" if have[0] == have[1] else NAMES[side]
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
