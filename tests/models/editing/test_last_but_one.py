"""The "and" behind the last but one of PPs, OPs and items stays there, whatever is written, cut, joined or moved."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.draft import Kind
from models.editing import structure as acts
from models.editing.edit import Caret, Selection
from models.editing.marks.duties import Duties
from models.editing.marks.leaving import leave
from models.editing.marks.text_end import as_it_ends, end_text
from models.editing.typed.typed_structure import recognise_typed
from models.editing.working import WorkingText
from models.reading.openings import opening
from tests.models.editing.random_acts import letters, there_and_back
from tests.models.editing.tiny_drafts import lines, moved, selected, told, working

KEYS: dict[str, Callable[[WorkingText, Selection], object]] = {
    "\n": acts.new_paragraph,
    "<": acts.delete_back,
    "\t": acts.tab,
    "↑": lambda made, at: acts.move(made, at, -1),
    "↓": lambda made, at: acts.move(made, at, 1),
    "$": end_text,
}
"""Enter, Backspace, Tab, Alt and an arrow; and the text kept with what is begun at its end."""


def keyed(made: WorkingText, at: Selection, keys: str) -> Selection:
    """A text after some keys, its last paragraph left; gives where the caret is."""
    for key in keys:
        if key in KEYS:
            KEYS[key](made, at)
        else:
            acts.insert_text(made, at, key)
            at = selected(made)
            recognise_typed(made, at.head.position, at.head.place)
        at = selected(made) if made.undo_list.last else at
    leave(made, at.head.position, at)
    return at


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("O |", "Decides a; and\nRequests b\nUrges c", "O _Decides_ a;\nO _Requests_ b; and\nO _Urges_ c."),
        ("O |", "Decides a; and\nRequests b; and\nUrges c", "O _Decides_ a;\nO _Requests_ b; and\nO _Urges_ c."),
        ("O |", "Decides a and\nRequests b\nUrges c", "O _Decides_ a;\nO _Requests_ b; and\nO _Urges_ c."),
        ("O |", "Decides a; and\nRequests b\n<", "O _Decides_ a; and\nO _Requests_ b."),
        ("O |", "Decides a; and\nRequests b\n$", "O _Decides_ a; and\nO _Requests_ b.\nO"),
        ("O |", "Decides a; and\nRequests b\n$Urges c", "O _Decides_ a;\nO _Requests_ b; and\nO _Urges_ c."),
        ("O |", "Decides a; and\nRequests b\n$Urges c\n", "O _Decides_ a;\nO _Requests_ b;\nO _Urges_ c; and\nO"),
        (
            "O Decides:\n1 |",
            "to a\nto b:\n(i) c\n(ii) d; and\n(c) to e",
            "O Decides:\n1 to a;\n1 to b:\n2 c;\n2 d; and\n1 to e.",
        ),
        (
            "O Decides:\n1 |",
            "to a\nto b:\n(i) c\nd; and\n\nto e\nto f",
            "O Decides:\n1 to a;\n1 to b:\n2 c;\n2 d;\n1 to e; and\n1 to f.",
        ),
        (
            "O Decides:\n1 |",
            "to a:\n(i) c:\na. d\ne; or\n(b) to f",
            "O Decides:\n1 to a:\n2 c:\n3 d;\n3 e; or\n1 to f.",
        ),
        (
            "O Decides:\n1 |",
            "to a:\n(i) c; and\n(ii) d\n(b) to f",
            "O Decides:\n1 to a:\n2 c; and\n2 d;\n1 to f.",
        ),
        (
            "O Décide :\n1{a)} |",
            "de a\nde b :\ni) c\nii) d ; et\nc) de e",
            "O Décide :\n1{a)} de a\u00a0;\n1{b)} de b\u00a0:\n2{i)} c\u00a0;\n2{ii)} d\u00a0; et\n1{c)} de e.",
        ),
        ("1 |", "to a; and\nto b\n$", "1 to a; and\n1 to b.\n1"),
        ("1 |", "to a; and\nto b\n$to c", "1 to a;\n1 to b; and\n1 to c."),
        ("E The General Assembly,\nP |", "Recalling a, and\nNoting b\nWelcoming c\nDecides d",
         "E The General Assembly,\nP _Recalling_ a,\nP _Noting_ b, and\nP _Welcoming_ c,\nO _Decides_ d."),
        ("E The General Assembly,\nP |", "Recalling a, and\nNoting b\n$",
         "E The General Assembly,\nP _Recalling_ a, and\nP _Noting_ b,\nP"),
        ("O a;\nO |b; and\nO c.", "↓", "O a;\nO c; and\nO b."),
        ("O a;\nO |b; and\nO c.", "↑", "O b;\nO a; and\nO c."),
        ("O a;\nO b; and\nO |c.", "<", "O a; and\nO b c."),
        ("O a;\nO b; and|\nO c.", "\n", "O a;\nO b; and\nO\nO c."),
        ("O a;\nO b;| and\nO c.", "\n", "O a;\nO b; and\nO\nO c."),
        ("O a;\nO b; and|\nO c.", "\nRequests n", "O a;\nO b;\nO _Requests_ n; and\nO c."),
        # Two clauses that are paragraphs now have no "and" between them, save where there are no others.
        ("O Decides to meet, and |requests b;\nO c.", "\n", "O Decides to meet;\nO requests b;\nO c."),
        ("O Decides to meet, |and requests b;\nO c.", "\n", "O Decides to meet;\nO requests b;\nO c."),
        ("O Decides to meet and |requests b;\nO c.", "\n", "O Decides to meet;\nO requests b;\nO c."),
        ("O a;\nO Decides to meet, and |requests b.", "\n", "O a;\nO Decides to meet;\nO requests b."),
        ("O a; and\nO Decides to meet, and |requests b.", "\n", "O a;\nO Decides to meet; and\nO requests b."),
        ("O Decides to meet, and |requests b.", "\n", "O Decides to meet; and\nO requests b."),
        ("P Recalling a and |noting b,\nP c,", "\n", "P Recalling a,\nP noting b,\nP c,"),
        ("P Recalling a |and noting b,\nP c,", "\n", "P Recalling a,\nP noting b,\nP c,"),
        ("O a:\n1 to meet and |to eat;\n1 to go.", "\n", "O a:\n1 to meet;\n1 to eat;\n1 to go."),
        ("O Requests peace and |security;\nO c.", "\n", "O Requests peace and;\nO security;\nO c."),
        ("O a:\n1 to meet, and |to eat;\n1 to go.", "\n", "O a:\n1 to meet;\n1 to eat;\n1 to go."),
        # Of two without the "or" both would hold: it ends the first, and the list has no other.
        ("O a:\n1 to meet or |to eat;\n1 to go.", "\n", "O a:\n1 to meet; or\n1 to eat;\n1 to go."),
        ("O a:\n1 to meet |or to eat;\n1 to go.", "\n", "O a:\n1 to meet; or\n1 to eat;\n1 to go."),
        ("O a:\n1 to meet, or |to eat;\n1 to go.", "\n", "O a:\n1 to meet; or\n1 to eat;\n1 to go."),
        ("O a:\n1 to meet, |or to eat;\n1 to go.", "\n", "O a:\n1 to meet; or\n1 to eat;\n1 to go."),
        ("O a:\n1 to meet; or |to eat.", "\n", "O a:\n1 to meet; or\n1 to eat."),
        ("O a:\n1 to meet and/or |to eat.", "\n", "O a:\n1 to meet; and/or\n1 to eat."),
        ("O a:\n1 to go,\n1 to meet, or |to eat,\nO b.", "\n", "O a:\n1 to go,\n1 to meet, or\n1 to eat;\nO b."),
        ("O a:\n1 to go; or\n1 to meet, or |to eat.", "\n", "O a:\n1 to go;\n1 to meet; or\n1 to eat."),
        ("O a:\n1 to go; and\n1 to meet, or |to eat.", "\n", "O a:\n1 to go; and\n1 to meet; or\n1 to eat."),
        ("O a:\n1 to meet, or |to eat;\n1 to go; and\n1 to see.", "\n",
         "O a:\n1 to meet; or\n1 to eat;\n1 to go; and\n1 to see."),
        ("O a:\n1 to meet; or\n1 to eat|.", "\nto go", "O a:\n1 to meet;\n1 to eat; or\n1 to go."),
        ("O Décide de\u00a0:\n1 se réunir dans la salle, ou |de manger avec les autres.", "\n",
         "O Décide de\u00a0:\n1 se réunir dans la salle\u00a0; ou\n1 de manger avec les autres."),
        ("O a;\nO Decides to meet, or |requests b;\nO c.", "\n", "O a;\nO Decides to meet; or\nO requests b;\nO c."),
        ("O a:\n1 to meet; or\n1 to eat|;\n1 to see.", "x", "O a:\n1 to meet; or\n1 to eatx;\n1 to see."),
        ("O a:\n1 to meet; and\n1 to eat|;\n1 to see.", "x", "O a:\n1 to meet; and\n1 to eatx;\n1 to see."),
        ("P Noting a, or |noting b,\nP c,", "\n", "P Noting a, or\nP noting b,\nP c,"),
        # So does an "and" that would be read as that "or", and one between the last two items.
        ("O a:\n1 to go; or\n1 to meet, and |to eat.", "\n", "O a:\n1 to go; or\n1 to meet; and\n1 to eat."),
        ("O a:\n1 to go; or\n1 to meet, |and to eat.", "\n", "O a:\n1 to go; or\n1 to meet; and\n1 to eat."),
        ("O a:\n1 to meet, and |to eat; or\n1 to go.", "\n", "O a:\n1 to meet; and\n1 to eat; or\n1 to go."),
        ("O a:\n1 to go;\n1 to meet, and |to eat.", "\n", "O a:\n1 to go;\n1 to meet; and\n1 to eat."),
        ("O a:\n1 to go;\n1 to meet and |to eat;\nO b.", "\n", "O a:\n1 to go;\n1 to meet; and\n1 to eat;\nO b."),
        ("O a:\n1 to go; and\n1 to meet, and |to eat.", "\n", "O a:\n1 to go;\n1 to meet; and\n1 to eat."),
        ("O a:\n1 to meet, and |to eat.", "\n", "O a:\n1 to meet; and\n1 to eat."),
        ("O a:\n1 to b:\n2 to meet and |to eat;\n1 to go.", "\n",
         "O a:\n1 to b:\n2 to meet; and\n2 to eat;\n1 to go."),
        ("O a; or\nO Decides to meet, and |requests b.", "\n", "O a; or\nO Decides to meet; and\nO requests b."),
        ("O 决定：\n1 开会；或\n1 开始工作，和 |开始行动。", "\n",
         "O 决定：\n1 开会；或\n1 开始工作；和\n1 开始行动。"),
        ("O a:\n1 to go; or\n1 to meet, and|", "\nto eat", "O a:\n1 to go; or\n1 to meet; and\n1 to eat."),
        ("O a:\n1 |", "to go; or\nto meet, and\nto eat", "O a:\n1 to go; or\n1 to meet; and\n1 to eat."),
        ("O a:\n1 |", "to go; and\nto meet; or\nto eat", "O a:\n1 to go; and\n1 to meet; or\n1 to eat."),
        ("O a:\n1 |", "to go; or\nto meet\nto eat", "O a:\n1 to go;\n1 to meet; or\n1 to eat."),
        ("O a:\n1 |to go; or\n1 to meet; and\n1 to eat.", "↓", "O a:\n1 to meet; and\n1 to go; or\n1 to eat."),
        ("O a:\n1 to go; or\n1 to meet; and\n1 |to eat.", "<", "O a:\n1 to go; or\n1 to meet;\nO to eat."),
        ("O |a; or\nO b; and\nO c.", "↓", "O b; and\nO a; or\nO c."),
        ("O a:\n1 to go; or\n1 to meet; and\n1 |to eat.", "↑", "O a:\n1 to go; or\n1 to eat; and\n1 to meet."),
        # Where it cannot stand behind the last but one it stays where it is.
        ("O Recalls a:\nQ “q.”\nO |Stresses b; and\nO Notes c.", "↑",
         "O Stresses b; and\nO Recalls a:\nQ “q.”\nO Notes c."),
        ("P Recalls a …\nP |Noting b, and\nP Noting c,", "↑", "P Noting b, and\nP Recalls a …\nP Noting c,"),
        # What goes over to the other part keeps the "and" only where it is due there too.
        ("P Noting b,\nO |Urges a; and\nO Urges c.", "↑", "P Noting b,\nP Urges a,\nO Urges c."),
        ("P Noting b,\nP Noting c,\nO |Urges a; and\nO Urges c.", "↑",
         "P Noting b,\nP Noting c,\nP Urges a,\nO Urges c."),
        ("P Noting a,\nP |Noting b, and\nO Urges c.", "↓", "P Noting a,\nO Noting b; and\nO Urges c."),
        # One whose items alone have words is one that has words.
        ("P\n1 to go; and\n1 to end, and\nP |Noting b,\nO Decides a.", "↑",
         "P Noting b, and\nP\n1 to go; and\n1 to end,\nO Decides a."),
        ("P\n1 to go; and\n1 to end, and\nP Noting |b,\nO Decides a.", "\n",
         "P\n1 to go; and\n1 to end,\nP Noting, and\nP b,\nO Decides a."),
        ("O |\n1 to go;\n1 to see; and\n1 to end.", "Decides", "O Decides:\n1 to go;\n1 to see; and\n1 to end."),
        # It leaves what has it where nobody is sure of the mark there.
        ("A Annex\nO a;\nO b; and\nO c|.", "\nd", "A Annex\nO a;\nO b;\nO c; and\nO d."),
        ("O a,\nO b;\nO |c; and\nO d.\nT foot", "↓", "O a,\nO b;\nO d; and\nO c;\nT foot"),
        # What is odd in the text it came from stays so.
        ("O a; and\nO b;\nO c|.", "\nd", "O a; and\nO b;\nO c;\nO d."),
        ("O a; and\nO b|;\nO c.", "x", "O a; and\nO bx;\nO c."),
        ("O a;\nO b|;\nO c;\nO d.", ", and", "O a;\nO b; and\nO c;\nO d."),
        ("O Décide a\u00a0; et\nO Prie le Secrétaire de b|.", "\nInvite c",
         "O Décide a\u00a0;\nO Prie le Secrétaire de b\u00a0; et\nO _Invite_ c."),
        ("E La Asamblea General,\nP Recordando la Carta, y\nP Reafirmando la resolución|,", "\n",
         "E La Asamblea General,\nP Recordando la Carta,\nP Reafirmando la resolución, y\nP"),
        ("O Постановляет a; и\nO Просит b|.", "\nПризывает c", "O Постановляет a;\nO Просит b; и\nO _Призывает_ c."),
        ("O تقرر ذلك؛ و\nO تطلب ذلك|.", "\nتدعو الدول", "O تقرر ذلك؛\nO تطلب ذلك؛ و\nO _تدعو_ الدول."),
        ("O 决定开会；以及\nO 请秘书长报告|。", "\n吁请各国", "O 决定开会；\nO 请秘书长报告；以及\nO _吁请_各国。"),
    ],
)  # fmt: skip
def test_the_and_goes_to_the_last_but_one(before: str, keys: str, after: str) -> None:
    made, at = working(before, punctuates=True)
    keyed(made, at, keys)
    assert told(made) == lines(after)
    there_and_back(made)


def test_an_or_stays_where_what_was_just_written_is_cut_apart() -> None:
    made, at = working("O a:\n1 |", punctuates=True)
    at = keyed(made, at, "to meet or to eat\nto go")
    keyed(made, Selection.at(1, len("to meet or ")), "\n")
    assert told(made) == ["O a:", "1 to meet; or", "1 to eat;", "1 to go."]
    there_and_back(made)


@pytest.mark.parametrize("place", range(len("Decides to meet, and requests b;") + 1))
@pytest.mark.parametrize("joint", [", and ", " and ", ", or ", " or "])
@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("O Decides to meet{}requests b;\nO c.", 0),
        ("O a:\n1 to go;\n1 to meet{}to eat.", 2),
        ("O a:\n1 to go; or\n1 to meet{}to eat.", 2),
        ("O a:\n1 to go; and\n1 to meet{}to eat.", 2),
    ],
)
def test_what_was_cut_at_an_and_is_whole_again(place: int, joint: str, text: str, position: int) -> None:
    made, _ = working(text.format(joint), punctuates=True)
    before = told(made)
    at = Selection.at(position, min(place, made.entries[position].length))
    acts.new_paragraph(made, at)
    acts.delete_back(made, selected(made))
    assert told(made) == before
    there_and_back(made)


TEXTS = (
    "E The Assembly,\nP Recalling a and noting b,\nP Noting c, and\nP Noting d,\nO Decides a and requests b;\n"
    "O Urges b, and calls for c; and\nO Requests d.",
    "O Decides:\n1 to go and to eat;\n1 to see; and\n1 to end;\nO Urges a, and requests b; and\n"
    "O Requests:\n1 go;\n1 end.",
    "P Recalling a, and noting b,\nP Noting c,\nP Noting d,\nO Decides a;\nO Urges b, and requests d;\nO Requests e.",
    "P\n1 to go; and\n1 to end, and\nP Noting b,\nO Urges a; and\nO\n1 to go;\n1 to see; and\n1 to end.",
)


def ends_with_and(made: WorkingText) -> Iterator[tuple[int, list[int]]]:
    """For each run of PPs, OPs or items: which of them end in "and", and which may."""
    duties, seen = Duties(made.entries, made.stretches), set[int]()
    for at, entry in enumerate(made.entries):
        kind = entry.paragraph.kind
        if at in seen or kind not in (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH):
            continue
        if duties.is_item(at):
            run = duties.items(at) or [at]
        else:
            run, after = [at], duties.next_beside(at)
            while after is not None:
                run.append(after)
                after = duties.next_beside(after)
        seen.update(run)
        worded = [one for one in run if not duties.is_empty(duties.last_leaf(one))]
        may = worded[-1:] if run[-1] not in worded else worded[-2:-1]
        dues = [(duties.end(leaf), duties.due(leaf)) for leaf in map(duties.last_leaf, may)]
        takes = all(end.sound and due is not None and due.penultimate for end, due in dues)
        if not takes or any(map(duties.is_empty, may)):
            continue  # it stays where it stood: what is last but one now cannot take it, or has no words yet
        held = run[:-1] if duties.is_item(at) else run  # the last item ends as what it is under
        yield from ((one, may) for one in held if duties.end(duties.last_leaf(one)).join)


def act(made: WorkingText, chance: random.Random) -> None:
    """Something a delegate does, and goes on."""
    position = chance.randrange(len(made.entries))
    length = made.entries[position].length
    do = chance.randrange(7)
    if do == 0:
        keyed(made, Selection.at(position, length), chance.choice(("\nRequests n", "\nto n", "\n", " x")))
    elif do in (1, 2):
        text = made.entries[position].text
        places = [place for place in range(1, length) if text[place - 1 : place] == " "]
        if made.entries[position].paragraph.kind is not Kind.SUBPARAGRAPH:  # "peace and" of words ends no paragraph
            places = [place for place in places if not text[:place].endswith(" and ") or opening(text[place:])]
        if places:
            keyed(made, Selection.at(position, chance.choice(places)), "\n")
    elif do == 3:
        acts.delete_back(made, Selection.at(position))
    elif do in (4, 5):
        moved(position, chance.choice((-1, 1)))(made)
    elif do == 6 and position + 1 < len(made.entries) and made.entries[position].end.mark != ":":
        acts.delete(made, Selection(Caret(position, 0), Caret(position + 1, 0)))
    last = made.undo_list.last
    if last is not None and last.after.head.position < len(made.entries):
        leave(made, last.after.head.position, last.after)


@settings(max_examples=90, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_acts_leave_one_and_at_the_last_but_one(chance: random.Random) -> None:
    made, _ = working(chance.choice(TEXTS), punctuates=True)
    stood = [0]
    for _ in range(12):
        if chance.random() < 0.2:
            stood = stood[: chance.randint(1, len(stood))]
            while made.undo_list.steps > stood[-1]:
                made.undo()
        else:
            act(made, chance)
            stood = [*(steps for steps in stood if steps < made.undo_list.steps), made.undo_list.steps]
        for at, may in ends_with_and(made):
            assert at in may, "\n".join(told(made))
    there_and_back(made)


@pytest.mark.parametrize("text", TEXTS)
def test_switched_off_every_and_stays_as_it_was_typed(text: str) -> None:
    made, _ = working(text)
    for position in range(len(made.entries)):
        words = made.entries[position].text
        for place in range(1, len(words)):
            before = letters(made)
            acts.new_paragraph(made, Selection.at(position, place))
            leave(made, position, selected(made))
            moved(position + 1, -1)(made)
            assert letters(made) == before
            while made.undo():
                pass
    assert as_it_ends(made) == made.base
