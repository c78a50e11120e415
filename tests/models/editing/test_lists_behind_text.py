"""A list goes on behind plain text and quotations: no item of it stands more than one level below the one before."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.editing import structure as acts
from models.editing.edit import Selection
from models.editing.places import depth, is_item, list_before
from models.editing.working import WorkingText
from tests.models.editing.random_acts import run
from tests.models.editing.tiny_drafts import lines, told, working

# A word no part of which is a number: one before a Tab is that of its item.
TEXTS = (
    "O worn:\n1 worn;\n2 worn;\nT worn\n2 worn;\n1 worn;\nO worn.\nO worn:\n1 worn.",
    "O worn:\n1 worn:\nQ “worn”\n2 worn;\n2 worn;\n1 worn;\nO worn.",
    "P worn,\nO worn;\nO worn:\n1 worn;\nT worn\n1 worn;\n2 worn;\nO worn.\nT worn\n1 worn;\n1 worn.",
)


def too_deep(made: WorkingText) -> list[str]:
    found = []
    for at, entry in enumerate(made.entries):
        before = list_before(made.entries, at) if is_item(entry) else None
        above = depth(made.entries[before]) if before is not None else 0
        if is_item(entry) and entry.paragraph.level > (above or 0) + 1:
            found.append(entry.text)
    return found


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        ("O x.\nO |a:\n1 b;\n2 c;\nT t\n2 d;\n2 e;\n1 f.", -1, "O a:\n1 b;\n2 c;\nO x.\nT t\n1 d;\n1 e;\n1 f."),
        ("O a:\n1 |b:\nQ q\n2 c;\n1 d;\nT t\n2 e.", 1, "O a:\n1 d;\n1 b:\nQ q\n2 c;\nT t\n2 e."),
        # What stands as deep as it may keeps its level.
        ("O x:\n1 y.\nO |a:\n1 b;\nT t\n2 d.", -1, "O a:\n1 b;\nO x:\n1 y.\nT t\n2 d."),
        ("O x.\nO |a:\n1 b;\nT t\n1 d.", -1, "O a:\n1 b;\nO x.\nT t\n1 d."),
    ],
)
def test_a_moved_paragraph_leaves_no_gap_behind_plain_text(before: str, by: int, after: str) -> None:
    made, selection = working(before)
    acts.move(made, selection, by)
    assert told(made) == lines(after)
    made.undo()
    assert told(made) == lines(before.replace("|", ""))


def test_none_is_left_by_an_item_that_goes_up_or_goes() -> None:
    made, selection = working("O a:\n1 |b;\nT t\n2 c;\nT u\n2 d;\n1 e.")
    acts.shallower(made, selection)
    assert told(made) == lines("O a:\nO b;\nT t\n1 c;\nT u\n1 d;\n1 e.")
    made, selection = working("O a:\n1 |b;|\n2 c;\nT t\n2 d;\n1 e.")
    acts.delete(made, selection)
    acts.delete_back(made, Selection.at(1))
    assert told(made) == lines("O a:\n1 c;\nT t\n1 d;\n1 e.")


@settings(max_examples=60, deadline=None)
@given(chance=st.randoms(use_true_random=False), text=st.sampled_from(TEXTS), steps=st.integers(1, 20))
def test_no_act_leaves_one(chance: random.Random, text: str, steps: int) -> None:
    made, _ = working(text)
    run(made, chance, steps)
    assert too_deep(made) == []
