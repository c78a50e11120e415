"""Enter, levels, kinds, moves and deletions: tables of tiny drafts, before and after, with the caret."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.editing import structure as acts
from models.editing.acts.levels import NoDeeper, NoHigher
from models.editing.acts.moving import landing
from models.editing.edit import Caret, Selection
from models.editing.pasted.pasting import insert_paragraphs
from models.editing.places import depth, with_blocks
from models.editing.working import WorkingText
from tests.models.editing.tiny_drafts import lines, selected, told, working

Act = Callable[[WorkingText, Selection], None]


def check(before: str, act: Act, after: str, *, punctuates: bool = False) -> WorkingText:
    made, selection = working(before, punctuates=punctuates)
    act(made, selection)
    changed = made.undo_list.steps
    shown = told(made, selected(made) if changed else selection)
    assert shown == lines(after)
    assert changed <= 1
    made.undo()
    assert made.draft() == made.base
    made.redo()
    return made


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("E The Assembly,|\nO a;", "E The Assembly,\nP |\nO a;"),
        ("P a,|\nO b;", "P a,\nP |\nO b;"),
        ("O a;|\nO b.", "O a;\nO |\nO b."),
        ("O a:|", "O a:\n1 |"),
        ("O a :|", "O a :\n1 |"),
        ("O a:\n1 b;|", "O a:\n1 b;\n1 |"),
        ("O a:\n1 b:|", "O a:\n1 b:\n2 |"),
        ("O a|\n1 b;", "O a\n1 |\n1 b;"),
        ("P a:|", "P a:\n1 |"),
        ("M Title|\nE b,", "M Title\nM |\nE b,"),
        ("O a;\nH Money|\nO b.", "O a;\nH Money\nO |\nO b."),
        ("E b,\nH Money|", "E b,\nH Money\nP |"),
        ("O a;\nS Money|\nP b,", "O a;\nS Money\nP |\nP b,"),
        ("A Annex|", "A Annex\nH |"),
        ("Q “a”|", "Q “a”\nQ |"),
        # Where nothing is written: out of the list, out of the preamble.
        ("O a:\n1 b:\n2 |", "O a:\n1 b:\n1 |"),
        ("O a:\n1 b;\n1 |\nO c.", "O a:\n1 b;\nO |\nO c."),
        ("P a:\n1 b;\n1 |", "P a:\n1 b;\nP |"),
        ("P a,\nP |\nO b.", "P a,\nO |\nO b."),
        ("P a,\nP |\nP b,", "P a,\nP |\nP b,"),
        ("O a;\nO |", "O a;\nO |"),
        ("O a:\nQ |", "O a:\nO |"),
        # At the start an empty one comes before; in the middle it is cut in two.
        ("O{3 bis} |abc;", "O\nO{3 bis} |abc;"),
        ("O ab|cd;^1", "O ab\nO |cd;^1"),
        ("O _Decides_ a| b:\n1 c.", "O _Decides_ a\nO |b:\n1 c."),
        ("P _Recal|ling_ a,", "P _Recal_\nP |ling a,"),
        ("O{3 bis} a|b.", "O{3 bis} a\nO |b."),
        ("O a:| b.", "O a:\n1 |b."),
        ("E The Assembly,| Recalling a,", "E The Assembly,\nP |Recalling a,"),
        # What is selected goes first.
        ("O a|b\nO c|d", "O a\nO |d"),
    ],
)
def test_enter(before: str, after: str) -> None:
    check(before, acts.new_paragraph, after)


def test_both_parts_of_a_split_come_from_where_it_came_from() -> None:
    made = check("P x,\nO ab|cd.", acts.new_paragraph, "P x,\nO ab\nO |cd.")
    assert [entry.came_from for entry in made.entries] == [(0,), (1,), (1,)]
    assert [entry.key for entry in made.entries][:2] == [0, 1]
    made = check("P x,\nO |abcd.", acts.new_paragraph, "P x,\nO\nO |abcd.")
    assert [(entry.key, entry.came_from) for entry in made.entries][2] == (1, (1,))
    assert made.entries[1].came_from == ()


def test_an_empty_text_begins_with_its_title() -> None:
    made = WorkingText(Draft())
    acts.insert_text(made, Selection(), "Food")
    acts.new_paragraph(made, selected(made))
    assert told(made, selected(made)) == ["M Food", "M |"]
    while made.undo():
        pass
    assert made.draft() == Draft()


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ([Kind.ENACTING, Kind.PREAMBULAR], [Kind.PREAMBULAR, Kind.OPERATIVE], Kind.PREAMBULAR),
        ([Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE], [], Kind.OPERATIVE),
        ([Kind.ENACTING, Kind.PREAMBULAR], [Kind.OPERATIVE], Kind.OPERATIVE),
    ],
)
def test_behind_the_note_to_the_sponsors_the_text_goes_on(before: list[Kind], after: list[Kind], kind: Kind) -> None:
    kinds = [*before, Kind.SPONSOR_NOTE, *after]
    made = WorkingText(Draft(tuple(Paragraph(one, (Run("x"),)) for one in kinds)))
    acts.new_paragraph(made, Selection.at(len(before), 1))
    assert [entry.paragraph.kind for entry in made.entries] == [*before, Kind.SPONSOR_NOTE, kind, *after]


@pytest.mark.parametrize("words", ["Annex II", "Annexe", "Приложение II", "附件二", "附件 十一", "المرفق الثاني"])
def test_a_new_line_that_says_annex_is_the_heading_of_one(words: str) -> None:
    made, selection = working("O a.|")
    acts.new_paragraph(made, selection)
    acts.insert_text(made, selected(made), words)
    acts.new_paragraph(made, selected(made))
    assert told(made) == ["O a.", f"A {words}", "H"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O a;\nO |b.", "O a;\n1 |b."),
        ("O a:\n1 b;\n1 |c.", "O a:\n1 b;\n2 |c."),
        ("P a,\nP |b,", "P a,\n1 |b,"),
        ("O a;\nO |b:\n1 c.", "O a;\n1 |b:\n2 c."),
        ("O a;\nO |b;\nO c|.", "O a;\n1 |b;\n1 c|."),
        ("O a:\nQ x\nO |b.", "O a:\nQ x\n1 |b."),
        ("O{1} a;\nO{7} |b.", "O a;\n1 |b."),
    ],
)
def test_tab(before: str, after: str) -> None:
    check(before, acts.deeper, after)


@pytest.mark.parametrize(
    "text",
    [
        "O a:\n1 |b.",
        "O |a.",
        "O |a;\nO b|.",
        "P a,\nO |b.",
        "O a;\nH x\nO |b.",
        "O a;\n1 b;\n2 c;\n3 d;\n4 e;\n4 |f.",
    ],
)
def test_where_tab_can_move_nothing_it_is_said(text: str) -> None:
    made, selection = working(text)
    with pytest.raises(NoDeeper, match="one level below the one before it"):
        acts.tab(made, selection)
    assert made.draft() == made.base
    assert not made.undo_list.steps
    made, selection = working("H |a\nT b|")
    acts.tab(made, selection)  # these have no level
    assert not made.undo_list.steps


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O a:\n1 |Urges b.", "O a:\nO |_Urges_ b."),
        ("O a:\n1 b:\n2 |c.", "O a:\n1 b:\n1 |c."),
        ("O a:\n1 |b:\n2 c.", "O a:\nO |b:\n1 c."),
        ("P a:\n1 |b,", "P a:\nP |b,"),
        ("O a:\n1 |b;\n1 c|.", "O a:\nO |b;\nO c|."),
        ("O |a:\n1 b:\n2 c|;\n1 d.", "O |a:\nO b:\n1 c|;\n1 d."),
        ("O |a:\n1 b;\nO c|:\n1 d.", "O |a:\nO b;\nO c|:\n1 d."),
        ("O a:\n1 b:\n2 |c;\nO d|:\n1 e.", "O a:\n1 b:\n1 |c;\nO d|:\n1 e."),
    ],
)
def test_shift_tab(before: str, after: str) -> None:
    check(before, acts.shallower, after)


@pytest.mark.parametrize("text", ["O |a.", "O |a:\n1 b;\n1 c.", "P a,\nP |b:\n1 c:\n2 d,\nO e.", "P |a,\nO b|:\n1 c."])
def test_where_shift_tab_can_move_nothing_it_is_said_and_items_stay(text: str) -> None:
    made, selection = working(text)
    with pytest.raises(NoHigher, match="only subparagraphs"):
        acts.shallower(made, selection)
    assert made.draft() == made.base
    assert not made.undo_list.steps
    made, selection = working("H |a\nT b|")
    acts.shallower(made, selection)  # these have no level
    assert not made.undo_list.steps


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (Kind.OPERATIVE, "T |Urges States.", "O |_Urges_ States."),
        (Kind.TEXT, "O |_Urges_ States.", "T |Urges States."),
        (Kind.HEADING, "O |_Urges States_.", "H |_Urges States_."),
        (Kind.OPERATIVE, "P |a,\nP b|,", "O |a,\nO b|,"),
        (Kind.SUBPARAGRAPH, "O a:\nO |b:\n1 c.", "O a:\n1 |b:\n2 c."),
        (Kind.SUBPARAGRAPH, "O a:\n1 b:\n2 c;\nO |d.", "O a:\n1 b:\n2 c;\n2 |d."),
        (Kind.OPERATIVE, "O a:\n1 |b:\n2 c.", "O a:\nO |b:\n1 c."),
        (Kind.OPERATIVE, "P{PP2 bis} |a,", "O |a,"),
        (Kind.QUOTE, "O |_Urges_ States.", "Q |_Urges_ States."),
    ],
)
def test_kinds(kind: Kind, before: str, after: str) -> None:
    check(before, lambda made, selection: acts.set_kind(made, selection, kind), after)


def test_the_level_of_a_subparagraph_can_be_said() -> None:
    check("O a:\n1 b;\nO |c.", lambda m, s: acts.set_kind(m, s, Kind.SUBPARAGRAPH, 2), "O a:\n1 b;\n2 |c.")
    check("O a:\nO |c.", lambda m, s: acts.set_kind(m, s, Kind.SUBPARAGRAPH, 3), "O a:\n1 |c.")


@pytest.mark.parametrize(
    ("by", "before", "after"),
    [
        (-1, "O a:\n1 b;\nO |c:\n1 d.", "O |c:\n1 d.\nO a:\n1 b;"),
        (1, "O |a:\n1 b;\nO c:\n1 d.", "O c:\n1 d.\nO |a:\n1 b;"),
        (1, "O a:\n1 |b;\n1 c:\n2 d.", "O a:\n1 c:\n2 d.\n1 |b;"),
        (1, "O a:\n1 |b:\n2 d;\n1 c.", "O a:\n1 c.\n1 |b:\n2 d;"),
        (-1, "O a;\nO b:\n1 |c.", "O a;\n1 |c.\nO b:"),
        (1, "O a:\n1 |c;\nO b:\n1 d.", "O a:\nO b:\n1 |c;\n1 d."),
        (-1, "O |a.", "O |a."),
        # Where preamble and OPs meet, a step leads from one into the other.
        (1, "P |a,\nO b:\n1 c.", "O |a,\nO b:\n1 c."),
        (2, "P |a,\nO b:\n1 c.", "O b:\n1 c.\nO |a,"),
        (-1, "P a,\nO |b.", "P a,\nP |b."),
        (-2, "P a,\nO |b.", "P |b.\nP a,"),
        (-1, "P a,\nP x,\nO |b:\n1 d;\nO c|.", "P a,\nP x,\nP |b:\n1 d;\nP c|."),
        (-2, "P a,\nP x,\nO |b:\n1 d;\nO c|.", "P a,\nP |b:\n1 d;\nP c|.\nP x,"),
        (-1, "P z,\nP |a,\nO b|.\nO c.", "P |a,\nP b|.\nP z,\nO c."),
        (1, "P z,\nP |a,\nO b|.\nO c.", "P z,\nO |a,\nO b|.\nO c."),
        (1, "P a,\nP |b,\nS x\nO c.", "P a,\nS x\nP |b,\nO c."),
        (2, "P a,\nP |b,\nS x\nO c.", "P a,\nS x\nO |b,\nO c."),
        (-1, "P a,\nO b;\nO |c.", "P a,\nO |c.\nO b;"),
        (1, "O |a;\nS x\nP b,\nO c.", "S x\nP |a;\nP b,\nO c."),
        (1, "O |a;\nO b|;\nO c.", "O c.\nO |a;\nO b|;"),
        (2, "O |a;\nO b;\nO c.", "O b;\nO c.\nO |a;"),
        (-1, "O a;\nO b:\n1 c:\n2 |d.", "O a;\nO b:\n1 c:\n2 |d."),
        # What others are moved past stays under the paragraph it is of.
        (-1, "O a:\n1 b;\n1 |c;\nO d|.", "O a:\n1 b;\n1 |c;\nO d|."),
        (-1, "O a:\n1 b:\n2 c;\n2 |d;\n1 e|.", "O a:\n1 b:\n2 c;\n2 |d;\n1 e|."),
        (-1, "O a:\n1 b;\n1 |c:\n2 d|;\n1 e.", "O a:\n1 |c:\n2 d|;\n1 b;\n1 e."),
        (-1, "O a:\n1 b:\n2 c;\n2 |d;\nH x|", "O a:\n1 b:\n2 c;\n2 |d;\nH x|"),
        (1, "O a:\n1 |b;\nH x|\nO c:\n1 d.\nO e.", "O a:\nO c:\n1 d.\n1 |b;\nH x|\nO e."),
        (1, "O |a:\nQ x\nO c.", "O c.\nO |a:\nQ x"),
        (1, "H |x\nO a:\n1 b.", "O a:\n1 b.\nH |x"),
        (-1, "M x\nE The General Assembly,\nO |a.", "M x\nE The General Assembly,\nO |a."),
        (-1, "M x\nE The General Assembly,\nP |a,\nO b.", "M x\nE The General Assembly,\nP |a,\nO b."),
        (-3, "E The General Assembly,\nP a,\nO |b.", "E The General Assembly,\nP |b.\nP a,"),
        (-3, "O z.\nM x\nE The General Assembly,\nO |a.", "O |a.\nO z.\nM x\nE The General Assembly,"),
        (-1, "M x\nE The General Assembly,\nH |a", "M x\nH |a\nE The General Assembly,"),
    ],
)
def test_move(by: int, before: str, after: str) -> None:
    made = check(before, lambda made, selection: acts.move(made, selection, by), after)
    assert sorted(entry.key for entry in made.entries) == list(range(len(made.entries)))
    assert all(entry.came_from == (entry.key,) for entry in made.entries)


def test_what_is_selected_with_its_end_is_so_at_the_end_of_the_text() -> None:
    made, _ = working("O a;\nO b;\nO c.")
    acts.move(made, Selection(Caret(0, 0), Caret(1, 0)), 2)
    assert told(made) == lines("O b;\nO c.\nO a;")
    assert made.undo_list.last is not None
    assert made.undo_list.last.after == Selection(Caret(2, 0), Caret(2, 2))


@pytest.mark.parametrize(
    ("first", "last", "to", "after"),
    [
        (0, 0, 4, "O c:\n1 d;\nO a:\n1 b;\nO e."),
        (0, 0, 3, "O c:\n1 d;\nO a:\n1 b;\nO e."),
        (4, 4, 1, "O a:\n1 b;\nO e.\nO c:\n1 d;"),
        (1, 1, 5, "O a:\nO c:\n1 d;\nO e.\n1 b;"),
        (1, 1, 4, "O a:\nO c:\n1 d;\n1 b;\nO e."),
        (4, 4, 0, "O e.\nO a:\n1 b;\nO c:\n1 d;"),
        (0, 0, 1, "O a:\n1 b;\nO c:\n1 d;\nO e."),
        (0, 3, 5, "O e.\nO a:\n1 b;\nO c:\n1 d;"),
    ],
)
def test_drag(first: int, last: int, to: int, after: str) -> None:
    made, _ = working("O a:\n1 b;\nO c:\n1 d;\nO e.")
    place, key = landing(made.entries, first, last, to), made.entries[first].key
    block = with_blocks(made.entries, range(first, last + 1))
    behind = made.entries[place].key if place is not None and place < len(made.entries) else None
    acts.move_to(made, first, last, to)
    assert told(made) == lines(after)
    # The line that is shown while it is dragged is where it lands.
    end = next(at for at, entry in enumerate(made.entries) if entry.key == key) + sum(1 for _ in block)
    following = made.entries[end].key if end < len(made.entries) else None
    assert place is None or following == behind
    made.undo()
    assert made.draft() == made.base


@pytest.mark.parametrize(
    ("text", "first", "last", "to", "after", "said"),
    [
        ("P a,\nP b,\nO c:\n1 d;\nO e.", 2, 2, 1, "P a,\nP c:\n1 d;\nP b,\nO e.", "Move OP1; it is PP2 now"),
        ("P a,\nP b,\nO c;\nO d;\nO e.", 0, 1, 4, "O c;\nO d;\nO a,\nO b,\nO e.",
         "Move PP1 to PP2; they are OP3 and OP4 now"),
        ("P a,\nP b,\nO c;\nO d.", 1, 2, 4, "P a,\nO d.\nO b,\nO c;", "Move PP2 to OP1; PP2 is OP2 now"),
        # Both are possible where they meet, and where no part tells otherwise.
        ("P a,\nP b,\nO c;\nO d.", 3, 3, 2, "P a,\nP b,\nO d.\nO c;", "Move OP2"),
        ("P a,\nP b,\nO c;\nO d.", 0, 0, 2, "P b,\nP a,\nO c;\nO d.", "Move PP1"),
        ("P a,\nP b,\nA x\nO c;\nO d.", 0, 0, 3, "P b,\nA x\nP a,\nO c;\nO d.", "Move PP1"),
        # A section has OPs where those before it have, and a preamble of its own where it has one.
        ("P a,\nP b,\nO c;\nS x\nO d.", 0, 0, 4, "P b,\nO c;\nS x\nO a,\nO d.", "Move PP1; it is I.OP1 now"),
        ("P a,\nO c;\nO d;\nS x\nP e,\nO f.", 1, 1, 4, "P a,\nO d;\nS x\nP c;\nP e,\nO f.", ""),
        ("P _Noting_ a,\nO Decides b;\nO _Urges_ c.", 2, 2, 0, "P _Urges_ c.\nP _Noting_ a,\nO Decides b;",
         "Move OP2; it is PP1 now"),
    ],
)  # fmt: skip
def test_what_is_dragged_into_another_part_is_of_its_kind(
    text: str, first: int, last: int, to: int, after: str, said: str
) -> None:
    made, _ = working(text)
    acts.move_to(made, first, last, to)
    assert told(made) == lines(after)
    assert made.undo_list.last is not None
    assert not said or made.undo_list.last.said == said
    made.undo()
    assert made.draft() == made.base


@pytest.mark.parametrize("seed", range(40))
def test_up_and_down_again_gives_back_what_stood_there(seed: int) -> None:
    chance = random.Random(seed)
    text = [f"P p{at}," for at in range(3)] + [
        f"O o{at};" + "".join(f"\n1 i{at}{item};" for item in range(chance.randint(0, 2))) for at in range(4)
    ]
    made, _ = working("\n".join(["E The General Assembly,", *text]))
    heads = [at for at, entry in enumerate(made.entries) if depth(entry) == 0]
    at, before, way = chance.choice(heads), told(made), []
    for _ in range(6):
        steps, by = made.undo_list.steps, chance.choice((-1, 1))
        acts.move(made, Selection.at(at), by)
        if made.undo_list.steps > steps:
            assert made.undo_list.last is not None
            at, way = made.undo_list.last.after.head.position, [*way, by]
        kinds = [entry.paragraph.kind for entry in made.entries if depth(entry) == 0]
        assert kinds == sorted(kinds, key=(Kind.PREAMBULAR, Kind.OPERATIVE).index)
    for by in reversed(way):
        acts.move(made, Selection.at(at), -by)
        assert made.undo_list.last is not None
        at = made.undo_list.last.after.head.position
    assert told(made) == before


@pytest.mark.parametrize(
    ("first", "to", "lands"),
    [(0, 2, 0), (0, 3, 0), (0, 4, 5), (0, 5, 5), (6, 2, 1), (6, 3, 1), (6, 4, 6), (7, 3, 1), (7, 4, 6), (7, 5, 6)],
)
def test_an_operative_paragraph_dragged_among_items_lands_before_or_behind_all_of_them(
    first: int, to: int, lands: int
) -> None:
    made, _ = working("O a;\nO b:\n1 c;\n1 d;\n1 e;\n1 f;\nO g;\nO h.")
    key = made.entries[first].key
    acts.move_to(made, first, first, to)
    assert [entry.key for entry in made.entries].index(key) == lands
    made.undo()
    assert made.draft() == made.base


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O a|bc|d.", "O a|d."),
        ("O a|b;\nO c|d.", "O a|d."),
        ("O |ab;\nO |cd.", "O |cd."),
        ("O x;\nO |ab;\nO cd.|", "O x;|"),
        ("O |ab;\nO cd;|\nO x.", "O |x."),
        ("O |ab;\nO c|d.", "O |d."),
        ("O a|b;\nO cd.|", "O a|"),
        ("O ab;|\nO |cd.", "O ab; |cd."),
        ("O |ab;\nP cd.|", "M |"),
        ("1 |ab;\n1 cd.|", "M |"),
        # Of a text that is selected whole nothing stays, its kinds neither.
        ("1 |ab;|", "M |"),
        ("1 |ab;\n1 |", "M |"),
        ("1 |\nO ab;|", "M |"),
        ("O x;\n1 |ab;|", "O x;\n1 |"),
        ("O a|b;\nO c|d:\n1 e.", "O a|d:\n1 e."),
        ("O a:\n1 |b:\n2 c;\n2 |d.", "O a:\n1 |d."),
        ("O a|^1b|c.", "O a|c."),
    ],
)
def test_delete(before: str, after: str) -> None:
    check(before, acts.delete, after)


def test_what_is_left_of_two_continues_both() -> None:
    made = check("O a|b;\nO x;\nO c|d.", acts.delete, "O a|d.")
    assert [(entry.key, entry.came_from) for entry in made.entries] == [(0, (0, 2))]
    made = check("O a|b;\nO cd.|", acts.delete, "O a|")
    assert made.entries[0].came_from == (0,)
    made = check("O |ab;\nO c|d.", acts.delete, "O |d.")
    assert [(entry.key, entry.came_from) for entry in made.entries] == [(1, (1,))]


def test_the_note_of_a_deleted_mark_can_be_had_back() -> None:
    made, selection = working("O a|^1|b.")
    acts.delete(made, selection)
    assert made.draft().footnotes == ()
    assert 1 in made.notes
    made.undo()
    assert made.draft() == made.base


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O ab|.", "O a|."),
        ("O a^1|.", "O a|."),
        ("O a;\nO |b.", "O a; |b."),
        ("O a;\nO |", "O a;|"),
        ("O\nO{3 bis} |b.", "O{3 bis} |b."),
        ("O a:\n1 |b.", "O a:\nO |b."),
        ("O a:\n1 b;\n1 |", "O a:\n1 b;|"),
        ("O |a.", "O |a."),
        ("O |", "O |"),
        ("O a|b|.", "O a|."),
        ("O e\u0301|.", "O e|."),
        ("O a\U0001f469\u200d\U0001f33e|.", "O a|."),
    ],
)
def test_backspace(before: str, after: str) -> None:
    check(before, acts.delete_back, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O a|b.", "O a|."),
        ("O a|e\u0301.", "O a|."),
        ("O a|^1.", "O a|."),
        ("O a;|\nO b.", "O a; |b."),
        ("O a;|\n1 b.", "O a; |b."),
        ("O a;|\nO", "O a;|"),
        ("O |\nP b,", "P |b,"),
        ("O a.|", "O a.|"),
    ],
)
def test_del(before: str, after: str) -> None:
    check(before, acts.delete_on, after)


def test_end_marks_follow_the_acts() -> None:
    check("P a,\nO b;\nO c.|", acts.new_paragraph, "P a,\nO b;\nO c;\nO |", punctuates=True)
    check("O b;\nO |c.", lambda m, s: acts.move(m, s, -1), "O |c;\nO b.", punctuates=True)
    check("O b;\nO c|c.", acts.new_paragraph, "O b;\nO c;\nO |c.", punctuates=True)
    for ended in ("O b|;", "O b|;^1", "O b;|^1", "O b|^1;", "O b^1|;", "O b|^1;^2", "O b;| ^1"):
        whole = ended.replace("|", "")
        check(f"{ended}\nO c.", acts.new_paragraph, f"{whole}\nO |\nO c.", punctuates=True)
    for kind, sign in ((Kind.HEADING, "H"), (Kind.SECTION, "S"), (Kind.ANNEX, "A")):
        ended = f"O b.\n{sign} |c\n{sign} d^1|"
        check("O b;\nO |c;\nO d.^1|", lambda m, s, kind=kind: acts.set_kind(m, s, kind), ended, punctuates=True)
    check("O b;\nO |c.", lambda m, s: acts.set_kind(m, s, Kind.QUOTE), "O b;\nQ |c.", punctuates=True)


@pytest.mark.parametrize("kind", [Kind.HEADING, Kind.SECTION, Kind.QUOTE, Kind.TEXT])
def test_what_becomes_of_a_kind_without_end_mark_loses_the_one_its_place_gave(kind: Kind) -> None:
    made, selection = working("O a.|", punctuates=True)
    for act in (
        lambda at: acts.new_paragraph(made, at),
        lambda at: acts.insert_text(made, at, "Means of implementation"),
        lambda at: acts.new_paragraph(made, at),
    ):
        act(selection)
        selection = selected(made)
    before = told(made)
    assert before[1] == "O Means of implementation;"
    acts.set_kind(made, Selection.at(1, 3), kind)
    assert made.entries[1].text == "Means of implementation"
    made.undo()
    assert told(made) == before


def test_letters_typed_are_undone_a_word_at_a_time() -> None:
    made, _ = working("O .")
    for letter in "to meet soon":
        at = made.entries[0].length - 1
        acts.insert_text(made, Selection.at(0, at), letter)
    words = []
    while made.undo():
        words.append(made.entries[0].text)
    assert words == ["to meet .", "to .", "."]


def test_the_view_types_and_the_undo_word_ends_with_a_space() -> None:
    made, _ = working("O a.")
    entry = made.entries[0]
    for at, letter in enumerate("bc d"):
        runs = made.entries[0].paragraph.runs
        text = runs[0].text
        new = (type(runs[0])(text[: 1 + at] + letter + text[1 + at :]),)
        acts.typed(made, 0, new, Selection.at(0, 1 + at), Selection.at(0, 2 + at))
    assert made.entries[0].text == "abc d."
    assert made.entries[0].key == entry.key
    made.undo()
    assert made.entries[0].text == "abc ."
    made.undo()
    assert made.draft() == made.base


def test_marks_go_on_and_off() -> None:
    made, selection = working("O a|bc\nO de|f")
    acts.toggle_mark(made, selection, "italic")
    assert told(made) == ["O a_bc_", "O _de_f"]
    acts.toggle_mark(made, Selection(Caret(0, 1), Caret(1, 1)), "italic")
    assert told(made) == ["O abc", "O d_e_f"]


def test_what_is_typed_after_an_opening_is_roman() -> None:
    made, _ = working("O _Urges_ States.")
    acts.insert_text(made, Selection.at(0, 5), " x")
    assert told(made) == ["O _Urges_ x States."]


@pytest.mark.parametrize("place", [0, 1, 3])
def test_what_is_written_or_pasted_in_a_cell_stays_in_it(place: int) -> None:
    cells = ((0, 0, 0), (0, 0, 1))
    made = WorkingText(Draft(tuple(Paragraph(Kind.TEXT, (Run("one"),), cell=cell) for cell in cells)))
    acts.new_paragraph(made, Selection.at(0, place))
    acts.new_paragraph(made, selected(made))
    assert [entry.paragraph.cell for entry in made.entries] == [cells[0]] * 3 + [cells[1]]
    pasted = [Paragraph(Kind.OPERATIVE, (Run("Decides to act;"),)), Paragraph(Kind.TEXT, (Run("so"),))]
    insert_paragraphs(made, Selection.at(len(made.entries) - 1, place), pasted)
    assert {entry.paragraph.cell for entry in made.entries[3:]} == {cells[1]}
