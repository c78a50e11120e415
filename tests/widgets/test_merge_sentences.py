"""What a conflict of several places asks and answers, with the labels that the list has."""

from __future__ import annotations

from functools import partial
from random import Random

import pytest
from PySide6.QtWidgets import QApplication

from models.merging import Choice, Conflict, Section, merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.sided_words import SidedWords
from tests.models.merging.test_sections import text as headed
from tests.widgets.merge_drafts import BASE, table_of
from widgets.merge.item_list import MergeItems
from widgets.merge.sentences import answered, in_list, over, question, said
from widgets.merge.table import merge_table

WATER, DATA, CITIES = (
    "Urges States to save water",
    " and to share all data by July",
    "Invites donors to help cities plan roofs",
)


def clause(base: str, ours: str, theirs: str, also: tuple[str, ...]) -> Conflict:
    return Conflict("1:words:0", "clause", "OP1", base, ours, theirs, 0, ("ours", "theirs", "both"), also=also)


@pytest.mark.parametrize(
    ("rows", "says"),
    [((), "settles it."), (("4",), "settles both places."), (("4", "6", "7", "8"), "all five places.")],
)
def test_the_question_says_how_many_places_one_answer_settles(rows: tuple[str, ...], says: str) -> None:
    assert question(clause("OP1: a", "OP1: b", "OP1: c", rows)).endswith(says)


def test_what_the_other_side_put_in_was_not_deleted() -> None:
    one = clause(
        "OP1: by July\nOP4: nothing\nOP5: by June",
        "OP1: by August\nOP4: nothing\nOP5: deleted",
        "OP1: deleted\nOP4: by July\nOP5: by June",
        ("4", "5"),
    )
    assert said(one, "ours") == "“by August” in OP1; OP5 deleted"
    assert said(one, "theirs") == "OP1 deleted; “by July” in OP4; “by June” in OP5"


def test_an_answer_calls_paragraphs_as_the_list_does() -> None:
    table = table_of(
        (f"{WATER}{DATA};", f"{CITIES};", *BASE[1:]),
        ("Welcomes the first snow of the year;", f"{WATER};", f"{CITIES}{DATA};", *BASE[1:]),
        (f"{WATER}{DATA.replace('July', 'August')};", f"{CITIES};", *BASE[1:]),
    )
    (one,) = table.merge.conflicts
    assert [item.label for item in table.conflicts] == ["OP2", "OP3"]
    assert one.theirs.startswith("OP1: ")
    for side, way in ((1, "ours"), (2, "theirs")):
        says = answered(one, way, partial(table.begins, side), partial(table.listed, one, side))
        assert f"in OP{3 if side == 1 else 2}" in says
        assert "in OP1" not in says


def test_a_section_that_one_side_deleted_is_asked_about_by_its_name_and_what_it_holds() -> None:
    plans, money = ("§ Plans", f"1. {WATER};"), ("§ Finance", f"2. {CITIES};", "3. Calls upon banks to lend;")
    last = "4. Decides to remain seized of the matter."
    kept = (money[0], f"2. {CITIES} and walls;", f"3. Welcomes {DATA[5:]};", money[2].replace("3.", "4."))
    (asked,) = merge(draft(*plans, *money, last), draft(*plans, last), draft(*plans, *kept, last)).conflicts
    says = "ection deleted in ours, heading and 2 paragraphs; 1 of them reworded, 1 new in theirs"
    assert in_list(asked) == f"S{says}"
    assert over([asked], 0, "conflict", is_new=False) == f"s{says}"
    assert question(asked) == "Does the section “Finance” stay, or is it deleted?"


def test_a_section_that_both_moved_is_one_thing_to_decide() -> None:
    a, b, c, money = (
        ("I. Means", WATER),
        ("II. Cities", CITIES, BASE[0]),
        ("III. End", *BASE[1:3]),
        ("IV. Money", BASE[3]),
    )
    texts = [headed(*(f"{line.rstrip(';.')};" if line[-1] in ";." or line in (WATER, CITIES) else line for line in its))
             for its in ((*a, *b, *money, *c), (*money, *a, *b, *c), (*a, *b, *c, *money))]  # fmt: skip
    table = merge_table(merge(*texts))
    (item,) = table.conflicts
    (asked,) = item.conflicts
    assert (item.label, item.words) == ("“IV. Money”", "Section moved to two places, heading and 1 paragraph")
    assert over([asked], 0, "conflict", is_new=False) == "section moved to two places, heading and 1 paragraph"
    assert question(asked) == "Where does the section “IV. Money” stand, with all it holds?"
    assert [table.item(row) for row in asked.also] == [item]


@pytest.mark.parametrize(
    ("section", "holds", "kept"),
    [
        (Section("Finance", 1, changed=1), "heading and 1 paragraph", "it reworded"),
        (Section("Finance", 4, changed=2, new=1, renamed=True), "heading and 4 paragraphs",
         "heading reworded, 2 of them reworded, 1 new"),
        (Section("Annex", 4, is_annex=True), "heading and 4 paragraphs", ""),
        (Section("Finance", 4, changed=1, headed=True), "4 paragraphs", "under a new heading, 1 of them reworded"),
    ],
)  # fmt: skip
def test_what_a_section_holds_and_what_the_other_side_made_of_it(section: Section, holds: str, kept: str) -> None:
    assert (section.holds, section.kept) == (holds, kept)


def test_a_question_about_many_paragraphs_names_a_few_of_them_and_how_many_there_are() -> None:
    words = SidedWords(Random(5), 4)
    texts = [f"Urges {' '.join(words.some(9))};" for _ in range(30)]
    base = tuple(f"{n}. {said}" for n, said in enumerate(texts, 1))
    items = tuple(f"({chr(97 + n)}) {said}" for n, said in enumerate(texts[2:26]))
    ours, theirs = (*base[:2], *items, *base[26:]), (base[0], f"(a) {texts[1]}", *base[2:])
    table = merge_table(merge(draft(*base), draft(*ours), draft(*theirs)))
    (one,) = table.merge.conflicts
    assert len(table.conflicts) == len({item.words for item in table.conflicts}) == 24
    assert table.conflicts[3].words == f"In two forms: “{texts[5]}”"
    says = answered(one, "ours", lambda label: "")
    assert says.count(" ¶ ") == 2
    assert says.endswith(f"{texts[3]}” and 22 more")


def test_the_head_of_the_list_says_in_how_many_paragraphs_its_conflicts_stand(qapp: QApplication) -> None:
    lines = f"{WATER}{{}};", f"{CITIES}{{}};", "Requests a report on the floods of the year{};"
    moved = [tuple(line.format(DATA if at == there else "") for at, line in enumerate(lines)) for there in range(3)]
    worded = [(f"{WATER} {one};",) for one in ("now", "soon", "in May")]
    items = MergeItems()
    for texts, places in ((moved, " in 3 paragraphs"), (worded, "")):
        table = table_of(*texts)
        items.show_table(table, {})
        assert items.head("conflicts") == ("Conflicts", f"0 of 1 settled{places}")
        items.answer({one.key: Choice("ours") for one in table.merge.conflicts})
        assert items.head("conflicts") == ("Conflicts", f"1 of 1 settled{places}")
