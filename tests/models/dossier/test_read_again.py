"""Drafts that were kept when cells were counted row by row and headings of Word files were read as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.comparison.compare import compare
from models.dossier import Dossier, Node
from models.dossier.incoming.found_base import find_base
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.own_package import package_of
from models.dossier.incoming.read_again import read_again
from models.dossier.incoming.returning import keep_returned, planned
from models.draft import Draft, Kind, Paragraph, Run
from models.proposals.laid.applying import applied
from models.proposals.proposal import Edit, Place, Point, Proposal, State, keyed
from models.proposals.returned import read_returned
from models.reading.reading import Reading
from models.reading.text import read_text
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.comparison.small_drafts import numbered as draft
from tests.models.word.word_xml import cell, docx, ins, p, row, t, table

ONE = "Encourages all States to cooperate in the region;"
TWO = "Welcomes the efforts of Member States to combat desertification;"
THREE = "Requests the Secretary-General to report at its next session."
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
)
HEAD, WIDE, TAKEN = '<w:pStyle w:val="H2"/>', '<w:gridSpan w:val="2"/>', "<w:ins {}/>"
BY = 'w:id="{}" w:author="France" w:date="2026-01-01T00:00:00Z"'


def file(more: str = "", *, rows: str = "", remark: str = "", outline: str = "", last: str = "It ends here.") -> bytes:
    """A report with headings and a table whose first cell reaches over two columns."""
    head = HEAD + outline
    heads = row(cell(p("Alpha"), properties=WIDE), cell(p("Gamma")), cell(p("Delta")))
    body = (
        p("Report of the working group" + remark), p("Introduction", properties=head), p("The group met in Geneva."),
        p("Findings", properties=head), p(t("Some text stands here"), more, t(".")),
        table(heads, row(*(cell(p(word)) for word in ("one", "two", "three", "four"))), rows), p(last),
    )  # fmt: skip
    return docx("".join(body), styles=STYLES)


ADDED = ins(t(" and there"), BY.format(7))
NEW_ROW = row(
    cell(p(ins(t("wide"), BY.format(8)), mark=TAKEN.format(BY.format(9))), properties=WIDE),
    cell(p(ins(t("narrow"), BY.format(10)), mark=TAKEN.format(BY.format(11)))),
    properties=TAKEN.format(BY.format(12)),
)


def read_before(draft: Draft) -> Draft:
    """A text as it was read before: no headings but by words, and cells counted row by row."""
    return replace(draft, paragraphs=tuple(in_the_old_way(draft.paragraphs)))


def in_the_old_way(paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    column, last = 0, None
    for one in paragraphs:
        if one.kind is Kind.HEADING:
            one = replace(one, kind=Kind.TEXT, level=0)
        if one.cell is not None:
            column = 0 if last is None or last[:2] != one.cell[:2] else column + (one.cell != last)
            last = one.cell
            one = replace(one, cell=(one.cell[0], one.cell[1], column))
        yield one


def kept(dossier: Dossier, data: bytes, label: str = "Report", *parents: str) -> Node:
    reading = read_word(data)
    old = replace(reading, draft=read_before(reading.draft))
    assert old.draft != reading.draft
    return dossier.keep(old, label=label, file_name="report.docx", parents=parents)


def incoming(data: bytes, name: str = "report.docx") -> Incoming:
    reading: Reading = read_word(data)
    return Incoming(reading, name)


def test_of_a_file_with_one_tracked_change_nothing_else_is_told(dossier: Dossier) -> None:
    node, before = kept(dossier, file()), read_before(read_word(file()).draft)
    plan = planned(dossier, read_returned(file(ADDED)), "france.docx")
    assert plan.node == node.id
    assert (len(plan.proposals), plan.not_placed, plan.untracked, plan.unasked) == (1, (), (), ())
    keep_returned(dossier, plan)
    assert dossier.draft(node.id) == before, "what is kept stays as it was kept"
    (wish,) = dossier.proposals()
    assert applied(before, [wish.proposal]).paragraphs[4].text == "Some text stands here and there."


def test_what_somebody_did_without_tracking_is_told_all_the_same(dossier: Dossier) -> None:
    kept(dossier, file())
    plan = planned(dossier, read_returned(file(ADDED, last="It ends now.")), "france.docx")
    assert [one.place.first for one in plan.unasked] == [len(read_word(file()).draft.paragraphs) - 1]
    headless = file(ADDED, outline='<w:outlineLvl w:val="9"/>')
    assert planned(dossier, read_returned(headless), "chad.docx").untracked == (), "a file with the headings as kept"


def test_lines_without_words_between_paragraphs_are_asked_for_by_nobody(dossier: Dossier) -> None:
    lines = ("Recalling its resolution 70/1,", "1. Requests a report on it;", "2. Decides to meet again.")
    import_files(dossier, [Incoming(read_text("\n\n".join(lines)), "base.txt")])
    apart = "".join(p(line) + p("") for line in (*lines[:2], "2. Decides to meet soon again."))
    plan = planned(dossier, read_returned(docx(p("") + apart)), "apart.docx")
    assert [one.edits[0].come_text for one in plan.unasked] == ["soon "]
    assert len(plan.untracked) == 1


def test_a_file_in_which_other_words_are_read_today_tells_nothing_of_the_draft(dossier: Dossier) -> None:
    reading = read_word(file())
    first, *others = read_before(reading.draft).paragraphs
    before = Draft((replace(first, runs=(Run("Report of the group"),)), *others))
    node = dossier.keep(replace(reading, draft=before), label="Report", file_name="report.docx")
    assert read_again(dossier, node.id) == before


def test_a_row_with_an_empty_cell_comes_and_goes_with_all_its_cells(dossier: Dossier) -> None:
    words = ("Kenya", "3", "", "Fiji", "5", "", "Peru", "7", "", "", "", "")
    rows = [row(*(cell(p(word)) for word in words[at : at + 3])) for at in (0, 3, 6, 9)]
    before, behind = p("Recalling its resolution 70/1,"), p("It ends here.")
    base, come, gone = (docx(before + table(*its) + behind) for its in (rows[:2], rows, rows[:1]))
    dossier.keep(read_word(base), label="Report", file_name="report.docx")
    for data in (come, gone):
        plan, due = planned(dossier, read_returned(data), "chad.docx"), read_word(data).draft
        found = applied(read_word(base).draft, plan.unasked)
        assert [one.text for one in found.paragraphs] == [one.text for one in due.paragraphs]


def test_the_same_file_without_changes_is_found(dossier: Dossier) -> None:
    node, returned = kept(dossier, file()), read_returned(file())
    base = find_base(dossier, returned.base.draft, blob=returned.blob).base
    assert base is not None
    assert (base.node, base.same) == (node.id, True)
    assert planned(dossier, returned, "report.docx").untracked == ()


def test_a_file_made_on_what_was_written_on_such_a_draft_tells_nothing_else(dossier: Dossier) -> None:
    first = kept(dossier, file())
    old = dossier.draft(first.id)
    last = replace(old.paragraphs[-1], runs=(Run("It ends in peace."),))
    second = dossier.keep(replace(old, paragraphs=(*old.paragraphs[:-1], last)), label="Second", parents=[first.id])
    sent = package_of(dossier, second.id)
    assert sent is not None
    plan = planned(dossier, read_returned(sent.data), "sent.docx")
    assert (plan.node, plan.untracked) == (second.id, ())


def test_proposals_that_stand_already_come_once(dossier: Dossier) -> None:
    node = kept(dossier, file())
    plan = planned(dossier, read_returned(file(rows=NEW_ROW)), "france.docx")
    old = tuple(replace(one, key=f"{number}" * 64) for number, one in enumerate(as_before(plan.proposals)))
    assert old[0].edits != plan.proposals[0].edits
    dossier.keep_proposals(list(old), data=b"as it came before", file_name="x.docx", facts={}, node=node.id)
    again = planned(dossier, read_returned(file(rows=NEW_ROW)), "france.docx")
    assert [one.key for one in again.proposals] == [one.key for one in old]
    assert again.no_longer == {}
    assert keep_returned(dossier, again).recorded.new == ()


def as_before(proposals: tuple[Proposal, ...]) -> Iterator[Proposal]:
    for one in proposals:
        edits = [replace(edit, come=tuple(in_the_old_way(edit.come))) for edit in one.edits]
        yield replace(one, edits=tuple(edits))


def test_a_file_is_imported_once_whatever_it_was_read_as(dossier: Dossier) -> None:
    first = kept(dossier, file())
    second = kept(dossier, file(remark=", revised"), "Revised", first.id)
    for data in (file(), file(outline="<w:keepNext/>")):  # the very file, and one that was saved again
        told: list[str] = []
        assert [one.id for one in import_files(dossier, [incoming(data)], told=told.append)] == [first.id]
    both = [incoming(file()), incoming(file(remark=", revised"))]
    assert [one.id for one in import_files(dossier, both)] == [first.id, second.id]
    assert len(dossier.nodes()) == 2
    assert dossier.draft(first.id) == read_before(read_word(file()).draft)


def test_a_file_with_other_words_or_a_heading_of_its_own_is_a_draft_of_its_own(dossier: Dossier) -> None:
    first = kept(dossier, file())
    changed = docx("".join((p("Report"), p("Introduction", properties=HEAD), p("Other words."))), styles=STYLES)
    flat = file(outline='<w:outlineLvl w:val="2"/>')
    ids = [import_files(dossier, [incoming(data)])[0].id for data in (changed, flat)]
    assert len({first.id, *ids}) == 3


def test_what_was_decided_of_a_move_to_the_end_that_was_read_as_two_proposals_holds(dossier: Dossier) -> None:
    base, last = draft(ONE, TWO, THREE), len(THREE)
    file = write_clean(base)
    (node,) = import_files(dossier, [Incoming(read_word(file), "base.docx")])
    change = compare(base, draft(TWO, THREE, ONE))
    returned = read_returned(write_redline(change, base=file, origins=read_word(file).origins, author="Kenya"))
    (now,) = planned(dossier, returned, "kenya.docx").proposals
    at, empty = Point(2, last), replace(now.edits[1].come[0], runs=())
    moved = Edit(at, at, "", now.edits[1].come[:1], rank=12)
    before = replace(now, edits=(now.edits[0], moved))
    ended = replace(now, kind="insert", place=Place(node.id, 3, 3), to=None, edits=(Edit(at, at, "", (empty, empty)),))
    kept = keyed([before, ended], node.id)
    dossier.keep_proposals(kept, data=returned.data, file_name="kenya.docx", node=node.id)
    for one in kept:
        dossier.set_state(one.key, State.REJECTED)
    keep_returned(dossier, planned(dossier, returned, "kenya.docx"))
    assert [(one.key, one.state) for one in dossier.proposals()] == [(one.key, State.REJECTED) for one in kept]
    elsewhere = compare(base, draft(TWO, ONE, THREE))
    other = read_returned(write_redline(elsewhere, base=file, origins=read_word(file).origins, author="Kenya"))
    assert {one.key for one in planned(dossier, other, "kenya 2.docx").proposals}.isdisjoint(one.key for one in kept)
