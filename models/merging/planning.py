"""What a merge is made of, found out of two comparisons with one base; settling a conflict changes nothing of it.

A conflict is what a side's text contradicts where it came to stand. What can be seen only when the text is laid out
(brackets over several paragraphs) is looked for in it as it would be if either side had its way wherever they clash;
what was found is tied together and everything laid out anew, so that it is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.comparison.change import Comparison
from models.draft import Draft
from models.merging.conflict import Choice
from models.merging.layout import bare, laid_out
from models.merging.order.entangled import bracket_knots, emptied, list_knots, may_knot, renamed
from models.merging.order.lists import FORMS
from models.merging.order.own_places import headings_of
from models.merging.order.places import Place, Places, put
from models.merging.order.places_asked import parted, under
from models.merging.order.placing import Placing, placing
from models.merging.order.sections_kept import Sections, has_headings
from models.merging.order.sections_moved import as_one
from models.merging.pairs.blocks import Block, Gone, Whole, blocks, first_paragraph, woven
from models.merging.pairs.clusters import Sides, Tie
from models.merging.pairs.crossed import crossed_ties
from models.merging.pairs.held_by_both import half_ties, twin_ties
from models.merging.pairs.needed import Needed, with_needed
from models.merging.pairs.new_on_both import NewOnBoth, replaced
from models.merging.pairs.struck_sections import in_doubt, struck_sections
from models.merging.plan import Plan
from models.merging.references import places_meant
from models.merging.references.figures_agreed import agreed
from models.merging.references.meanings import Meanings
from models.merging.references.typed_alike import Counts
from models.merging.sheet import Sheet
from models.merging.sides import NAMES, OURS, THEIRS, sides
from models.merging.tables.cell_counts import cells_of_pairs, cells_twice
from models.merging.tables.matched_tables import Matched
from models.merging.tables.table_places import Tables, tied
from models.merging.told.accounted import Conserved
from models.merging.words.clauses_tied import with_ties
from models.merging.words.end_clashes import settled
from models.merging.words.perhaps_others import asked_as_one
from models.merging.words.streams import Writer

_ROUNDS = 4
"""So often at most a text is laid out anew with what was found to be tied."""


def planned(
    comparisons: tuple[Comparison, Comparison], matched: tuple[Matched, Matched], numbers: Counts | None
) -> Plan:
    """The plan of a merge of two comparisons, with what is known of their tables and the numbers of their headings."""
    each = sides(*comparisons)
    ties, tables = tied(each, matched)
    ties += [*half_ties(comparisons), *twin_ties(comparisons), *crossed_ties(comparisons)]
    sections = [*struck_sections(comparisons)]
    writer = Writer()
    for _ in range(_ROUNDS):
        plan, sheet = _with_ties(comparisons, each, tables, ties, sections, writer, numbers)
        more = [tie for tie in dict.fromkeys(_left_open(plan, sheet)) if tie not in ties]
        if not more:
            break
        ties = [*ties, *more]
    return plan


def _left_open(plan: Plan, sheet: Sheet) -> Iterator[Tie]:
    """What is to be one question: words would be lost or said twice by the answers, or brackets come apart by one that
    settles several places."""
    answered = [*_answered(plan, sheet)]
    yield from Conserved(plan, sheet).ties({"ours": answered[0], "theirs": answered[-1]})
    for one in answered if plan.tied and _may_come_apart(sheet) else ():
        yield from bracket_knots(one, bare(one))


def _with_ties(
    comparisons: tuple[Comparison, Comparison],
    each: Sides,
    tables: Tables,
    ties: Sequence[Tie],
    sections: Sequence[Tie],
    writer: Writer,
    numbers: Counts | None,
) -> tuple[Plan, Sheet]:
    """The plan with these ties and those found in the text, and the text laid out; `sections` are those of one side."""
    needed = Needed()
    for _ in range(_ROUNDS):
        plan = _plan(comparisons, each, tables, ties, needed, writer)
        sheet, _ = laid_out(plan, {})
        answered = [*_answered(plan, sheet)] if _may_come_apart(sheet) else []
        more, wanted, places = _found(plan, sheet, answered)
        more += in_doubt(sections, plan.blocks)
        further = [tie for tie in dict.fromkeys(more) if tie not in ties]
        if not further and needed | wanted == needed:
            break
        ties, needed = [*ties, *further], needed | wanted
    known = agreed(sheet, bare(sheet), plan.blocks, numbers)
    blocks, ties_of_clauses = with_ties(known, plan.gone, each, writer, [one.base for one in ties if one.apart])
    tied = (*ties_of_clauses, *as_one(blocks, each, plan.where.torn, plan.where.sections))
    if tied or any(one is not two for one, two in zip(blocks, plan.blocks, strict=True)):
        plan = replace(plan, blocks=blocks, tied=tied)
        sheet, _ = laid_out(plan, {})
    references = frozenset(places_meant.torn(Meanings(sheet, bare(sheet))))
    return replace(plan, places=places, references=references, numbers=numbers), sheet


def _found(plan: Plan, sheet: Sheet, answered: Sequence[Sheet]) -> tuple[list[Tie], Needed, Places]:
    """What is to be tied in a text, what a side needs of what is gone, and the places to ask about."""
    draft = bare(sheet)
    ties: list[Tie] = []
    sides = (OURS, THEIRS) if len(answered) > 1 else (None,)
    for one, side in zip(answered or [sheet], sides, strict=True):
        text = draft if one is sheet else bare(one)
        ties += list_knots(one, text, plan.gone, side)
        ties += bracket_knots(one, text) if answered else ()
    order = [int(row.key) for row in sheet.rows if row.key]
    places = [*parted(plan.blocks, plan.gone, plan.sides, plan.where, order)]
    needed = _referred_to(plan, sheet, draft)
    if has_headings(sheet, draft):
        sections = Sections(sheet, draft, plan.gone)
        elsewhere, wanted = under(sections, sheet, plan.blocks, plan.gone, plan.where, order)
        needed |= wanted
        asked = {number for place in places for number in place.blocks}
        places += [place for place in elsewhere if place.blocks[0] not in asked]
        ties += [*emptied(sections, sheet, plan.gone), *renamed(sections, sheet)]
    places = [place for place in places if not place.is_asked or _differs(plan, place, order)]
    # One after the other they are put elsewhere: in an order that does not depend on whose side is whose.
    places.sort(
        key=lambda place: (place.kind == "moved", place.kind, first_paragraph(plan.sides, plan.blocks[place.blocks[0]]))
    )
    return ties, needed, {place.blocks[0]: place for place in places}


def _differs(plan: Plan, place: Place, order: Sequence[int]) -> bool:
    """Whether the text is another as it is answered where something stands."""
    headings, places = headings_of(plan.blocks, plan.sides), {place.blocks[0]: place}
    ways = (dict.fromkeys(places, way) for way in NAMES[1:])
    ours, theirs = (put(plan.blocks, headings, order, plan.where, places, one.__getitem__) for one in ways)
    return ours != theirs


def _referred_to(plan: Plan, sheet: Sheet, draft: Draft) -> Needed:
    """What one side deleted and the other alone refers to."""
    stood = {
        (side, at): one.base
        for one in plan.gone
        for side in (OURS, THEIRS)
        for at in one.stood[side - 1]
        if len(one.by) == 1
    }
    found = places_meant.needed(Meanings(sheet, draft)) if stood else ()
    return Needed(old=frozenset(old for one in found for old in stood.get(one, ())))


def _may_come_apart(sheet: Sheet) -> bool:
    """Whether it depends on the answers what brackets and lists hold."""
    return may_knot(sheet) or any(one.kind in FORMS for one in sheet.conflicts)


def _answered(plan: Plan, sheet: Sheet) -> Iterator[Sheet]:
    """A sheet as it would be if ours, and if theirs had its way wherever they clash."""
    if not sheet.conflicts:
        yield sheet
        return
    for way in ("ours", "theirs"):
        answers = {one.key: Choice(way if way in one.choices else one.choices[0]) for one in sheet.conflicts}
        yield laid_out(plan, answers)[0]


def _plan(
    comparisons: tuple[Comparison, Comparison],
    each: Sides,
    tables: Tables,
    ties: Sequence[Tie],
    needed: Needed,
    writer: Writer,
) -> Plan:
    found, gone = with_needed(*blocks(comparisons, each, writer, ties, needed.lost), comparisons, needed.old)
    where = placing(found, gone, each, tables)
    new = NewOnBoth(found, each)
    joined = _with_joined(found, gone, each, where, writer, new)
    if joined is not None:
        found, gone = joined
        where = placing(found, gone, each, tables)
    found = [settled(each, block) for block in asked_as_one(found, where)]
    bounded = new.bounded or any(one.bounded for one in comparisons)
    return Plan(each, tuple(found), tuple(gone), where, writer, tables, bounded)


def _with_joined(
    found: Sequence[Block], gone: Sequence[Gone], each: Sides, where: Placing, writer: Writer, new: NewOnBoth
) -> tuple[list[Block], list[Gone]] | None:
    """The blocks, new paragraphs that both sides have being one, and what is gone; None where there are none."""
    pairs = [*cells_of_pairs(new.at_one_place(where), found, each, where.rows)]
    taken = {number for one, two, _ in pairs for number in (one, two)}
    for further in (cells_twice(found, each, where.rows), new.elsewhere()):
        elsewhere = [pair for pair in further if not set(pair[:2]) & taken]
        pairs += elsewhere
        taken.update(number for one, two, _ in elsewhere for number in (one, two))
    instead = [*replaced(found, gone, each, where, taken)]
    taken.update(number for _, one, two in instead for number in (one, two))
    if not taken:
        return None
    blocks = [block for number, block in enumerate(found) if number not in taken]
    for one, two, equal in pairs:
        starts = found[one].starts[0], found[two].starts[1]
        places = ((), found[one].places[OURS], found[two].places[THEIRS])
        if equal:
            content = Whole(OURS, places[OURS][0])
            blocks.append(Block(content, places, None, (OURS, THEIRS), True, starts))
        else:
            blocks.append(woven(each, writer, places, None, starts))
    for lost, one, two in instead:
        starts = found[one].starts[0], found[two].starts[1]
        three = (lost.base, found[one].places[OURS], found[two].places[THEIRS])
        blocks.append(woven(each, writer, three, lost.base[0], starts, as_one=True))
    left = {one.base for one, _, _ in instead}
    return blocks, [one for one in gone if one.base not in left]
