"""A list written "a)", as in French and Spanish, is counted through any acts as one written "(a)"."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.clipboard.own import from_own, to_own
from models.clipboard.paste import paste
from models.draft import DraftError, Kind
from models.editing import structure as acts
from models.editing.acts.set_numbers import set_suffix
from models.editing.edit import Caret, Selection
from models.editing.pasted.copied import copied
from models.editing.working import WorkingText
from tests.models.editing.tiny_drafts import told, working

WORDS = ("Prie les États :", "De donner de l’eau ;", "D’agir pour les :", "À la source ;", "Dans les villes ;",
         "De faire rapport ;", "Souligne cela ;", "Décide :", "De lire ;", "De voir ;", "Reste saisie.")  # fmt: skip
FORMS = ("O", "1{a)}", "1{b)}", "2{i)}", "2{ii)}", "1{c)}", "O", "O", "1{a)}", "1{b)}", "O")
PRINTED = "\n".join(f"{form} {words}" for form, words in zip(FORMS, WORDS, strict=True))
COMPUTED = re.sub(r"\{.*?\}", "", PRINTED)
_SIGNS = re.compile(r"[().]")

Plan = tuple[str, int, int]
NAMES = ("new", "split", "delete", "two gone", "up", "down", "drag", "deeper", "shallower", "operative", "item",
         "bis", "alt", "computed", "undo", "redo")  # fmt: skip
PLANS = st.tuples(st.sampled_from(NAMES), st.integers(0, 40), st.integers(0, 40))


def _do(made: WorkingText, plan: Plan) -> None:
    name, first, second = plan
    # The first stays what it is: without a paragraph above it no list is of any language.
    at, before = (1 + place % max(1, len(made.entries) - 1) for place in (first, second))
    at = min(at, len(made.entries) - 1)
    there, after = Selection.at(at, made.entries[at].length), min(at + 1, len(made.entries) - 1)
    {
        "new": partial(acts.new_paragraph, made, there),
        "split": partial(acts.new_paragraph, made, Selection.at(at, min(3, made.entries[at].length))),
        "delete": partial(acts.delete, made, Selection(Caret(at, 0), Caret(after, 0))),
        "two gone": partial(acts.delete, made, Selection(Caret(at, 0), Caret(after, made.entries[after].length))),
        "up": partial(acts.move, made, there, -1),
        "down": partial(acts.move, made, there, 1),
        "drag": partial(acts.move_to, made, at, at, before),
        "deeper": partial(acts.deeper, made, there),
        "shallower": partial(acts.shallower, made, there),
        "operative": partial(acts.set_kind, made, there, Kind.OPERATIVE),
        "item": partial(acts.set_kind, made, there, Kind.SUBPARAGRAPH),
        "bis": partial(set_suffix, made, there, "bis"),
        "alt": partial(set_suffix, made, there, "alt"),
        "computed": partial(set_suffix, made, there, None),
        "undo": made.undo,
        "redo": made.redo,
    }[name]()


def _counted(made: WorkingText) -> list[str]:
    return [_SIGNS.sub("", made.number(at) or "") for at in range(len(made.entries))]


@given(st.lists(PLANS, max_size=7))
@settings(deadline=None)
def test_a_list_in_a_form_of_its_own_is_counted_as_any_other(plans: list[Plan]) -> None:
    printed, computed = working(PRINTED)[0], working(COMPUTED)[0]
    for plan in plans:
        for made in (printed, computed):
            with suppress(DraftError):
                _do(made, plan)
        assert _counted(printed) == _counted(computed)


def test_lists_are_one_where_all_that_stood_between_them_goes() -> None:
    made = working("O a:\n1{a)} b;\n1{b)} c;\nO d;\nO e:\n1{a)} f;\n1{b)} g.")[0]
    acts.delete(made, Selection(Caret(3, 0), Caret(4, made.entries[4].length)))
    assert [made.number(at) for at in range(1, 5)] == ["a)", "b)", "c)", "d)"]


@pytest.mark.parametrize(
    ("before", "first", "last", "to", "after"),
    [
        # What came as "c) bis" behind "c)" is written as its list, and an emptied item is counted as a new one.
        ("O a:\n1{a)} b;\n1{b)} c;\n1{b) bis} d;\n1{c)} e.", 2, 3, 0, "a) a) bis b) c)"),
        ("O a:\n1{a)} b;\n1{b)} c;\n1{c)} d.", 2, 2, 0, "a) b) c) d)"),
        ("O a:\n1 b;\n1 c;\nO d:\n1{(i)} e;\n1{(ii)} f.", 2, 2, 3, "(a) (b) 2 (i) (ii) (iii)"),
        # The head of a list with its chapeau, and with the end of the list before.
        ("O a:\n1 b;\nO d:\n1{i)} e;\n1{ii)} f;\nO g.", 2, 3, 1, "(a) 2 i) ii) 3"),
        ("O a:\n1{i)} b;\n1{ii)} c;\nO d:\n1{(A)} e;\n1{(B)} f.", 2, 4, 1, "i) ii) 2 (A) (B)"),
    ],
)
def test_what_is_cut_and_put_back_in_a_list_is_counted_in_its_form(
    before: str, first: int, last: int, to: int, after: str
) -> None:
    made = working(before)[0]
    whole = Selection(Caret(first, 0), Caret(last, made.entries[last].length))
    found = copied(made, whole)
    own = to_own(found.paragraphs, found.footnotes, found.came_from, "here", partial=found.partial, extent=found.extent)
    acts.delete(made, whole)
    paste(made, Selection.at(to, made.entries[to].length), from_own(own), "here")
    assert " ".join(made.number(at) or "-" for at in range(1, len(made.entries))) == after


@pytest.mark.parametrize(
    ("before", "first", "last", "to", "after"),
    [
        ("O a:\n1 b;\n1 c;\nO d:\n1{a)} e;\n1{b)} f.", 1, 1, 5, "(a) 2 a) b) c)"),
        ("O a:\n1 b;\n1 c;\nO d:\n1{a)} e;\n1{b)} f.", 1, 2, 4, "2 a) b) c) d)"),
        ("O a:\n1 b;\n1 c;\nO d:\n1{a)} e;\n1{b)} f.", 4, 4, 1, "(a) (b) (c) 2 a)"),
        ("O a:\n1 b;\n1 c;\nO d:\n1{a)} e;\n1{b)} f.", 5, 5, 2, "(a) (b) (c) 2 a)"),
        ("O a;\nO b;\nO d:\n1{a)} e;\n1{b)} f.", 4, 4, 1, "a) 2 3 a)"),
        ("O a:\n1 b;\n2 c;\n1 d;\n2{a.} e;\n2{b.} f.", 4, 4, 3, "(a) (i) (ii) (b) a."),
        ("O a:\n1{a)} b:\n2{(A)} c;\n1{b)} d:\n2{i)} e.", 4, 4, 5, "a) (A) b) i)"),
        ("O a:\n1 b;\nO d:\n1{a)} e;\n1{a) bis} f;\n1{b)} g.", 4, 4, 2, "(a) a) bis 2 a) b)"),
        ("O a:\n1 b;\n1 c;\nO d:\n1{a)} e;\n1{e)} f.", 5, 5, 2, "(a) e) (f) 2 a)"),
        # A list between the two, before or behind them gives its form to neither.
        ("O a:\n1{i)} b;\n1{ii)} c;\nO d:\n1{a)} e;\nO f:\n1{(A)} g.", 2, 2, 6, "i) 2 a) 3 (A) (B)"),
        ("O a:\n1{i)} b;\n1{ii)} c;\nO d:\n1{a)} e;\nO f:\n1 g.", 2, 2, 6, "i) 2 a) 3 (a) (b)"),
        ("O a:\n1 b;\nO d:\n1{(1)} e;\nO f:\n1{(i)} g.", 3, 5, 2, "(a) (b) 2 (i) 3"),
    ],
)
def test_what_is_dragged_into_another_list_is_counted_in_its_form(
    before: str, first: int, last: int, to: int, after: str
) -> None:
    made = working(before)[0]
    acts.move_to(made, first, last, to)
    assert " ".join(made.number(at) or "-" for at in range(1, len(made.entries))) == after
    made.undo()
    assert told(made) == told(working(before)[0])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O a:\n1{i)} b;\nO d| e:\n1 f;\n1 g.", "i) 2 3 (a) (b)"),
        ("O a:\n1 b;\nO d| e:\n1{i)} f;\n1{ii)} g.", "(a) 2 3 i) ii)"),
    ],
)
def test_a_list_whose_chapeau_is_split_keeps_its_form(before: str, after: str) -> None:
    made, selection = working(before)
    acts.new_paragraph(made, selection)
    assert " ".join(made.number(at) or "-" for at in range(1, len(made.entries))) == after
