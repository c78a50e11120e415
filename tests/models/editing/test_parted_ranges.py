"""A range that was typed and had to become a list is a range again, by the same words, once its paragraphs stand
together."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from models.comparison.references.cited_ranges import taken_in
from models.draft import Run
from models.editing import structure as acts
from models.editing.edit import Caret, Selection
from models.editing.pasted.pasting import insert_paragraphs
from models.editing.references.targets import Targets
from models.editing.runs import replaced
from models.editing.working import WorkingText
from tests.models.editing.random_acts import check, there_and_back
from tests.models.editing.tiny_drafts import last_told, told, working

Act = Callable[[WorkingText], object]


def _text(says: str, count: int = 5) -> WorkingText:
    made, _ = working(
        "\n".join(["E Organ,", *(f"O Thing {letter};" for letter in "abcdefghi"[:count]), f"O See {says};", "O End."])
    )
    return made


def _refers(made: WorkingText) -> int:
    (found,) = [at for at, entry in enumerate(made.entries) if entry.text.startswith("See ")]
    return found


def _said(made: WorkingText) -> str:
    return made.entries[_refers(made)].text.removeprefix("See ").rstrip(".;")


def _move(at: int, by: int) -> Act:
    return lambda made: acts.move(made, Selection.at(at), by)


def _cut(at: int) -> Act:
    return lambda made: acts.delete(made, Selection(Caret(at, 0), Caret(at + 1, 0)))


def _new(at: int) -> Act:
    return lambda made: acts.new_paragraph(made, Selection.at(at, made.entries[at].length))


def _paste_at(place: int, cut: int) -> Act:
    """Cuts a paragraph and pastes it elsewhere."""

    def pasted(made: WorkingText) -> None:
        paragraph = made.entries[cut].paragraph
        _cut(cut)(made)
        insert_paragraphs(made, Selection.at(place, made.entries[place].length), [paragraph], [])

    return pasted


def _type(old: str, new: str) -> Act:
    """Another figure in what refers."""

    def typed(made: WorkingText) -> None:
        at = _refers(made)
        place = made.entries[at].text.index(old)
        acts.delete(made, Selection(Caret(at, place), Caret(at, place + 1)))
        runs = replaced(made.entries[at].paragraph.runs, place, place, (Run(new),))
        acts.typed(made, at, runs, Selection.at(at, place), Selection.at(at, place + 1))

    return typed


STEPS = [
    # Step by step through the range, up and down, and back.
    ("paragraphs 1 to 3 above", [_move(4, -1), _move(3, -1), _move(2, -1)],
     ["paragraphs 1, 2 and 4 above", "paragraphs 1, 3 and 4 above", "paragraphs 2 to 4 above"]),
    ("paragraphs 1 to 3 above", [_move(3, 1), _move(4, 1), _move(5, -1), _move(4, -1)],
     ["paragraphs 1, 2 and 4 above", "paragraphs 1, 2 and 5 above", "paragraphs 1, 2 and 4 above",
      "paragraphs 1 to 3 above"]),
    # By the words it was typed with.
    ("paragraphs 1–3 above", [_move(4, -1), _move(4, -1)], ["paragraphs 1, 2 and 4 above", "paragraphs 1–3 above"]),
    ("OP1 to OP3", [_move(4, -1), _move(4, -1)], ["OP1, 2 and 4", "OP1 to OP3"]),
    ("paragraphs one through three above", [_move(4, -1), _move(4, -1)],
     ["paragraphs one, two and four above", "paragraphs one through three above"]),
    ("الفقرات من 1 إلى 3 أعلاه", [_move(4, -1), _move(4, -1)],
     ["الفقرات 1 و 2 و 4 أعلاه", "الفقرات من 1 إلى 3 أعلاه"]),
    ("上文第1至3段", [_move(4, -1), _move(4, -1)], ["上文第1、2和4段", "上文第1至3段"]),
    # Among others, and two of them.
    ("paragraphs 1 to 3 and 5 above", [_move(4, -1), _move(3, -1), _move(2, -1)],
     ["paragraphs 1, 2, 4 and 5 above", "paragraphs 1, 3, 4 and 5 above", "paragraphs 2 to 4 and 5 above"]),
    # What stood between them goes, and what is new among them belongs to them.
    ("paragraphs 1 to 3 above", [_move(4, -1), _cut(3)], ["paragraphs 1, 2 and 4 above", "paragraphs 1 to 3 above"]),
    ("paragraphs 1 to 3 above", [_move(4, -1), _cut(4)], ["paragraphs 1, 2 and 4 above", "paragraphs 1 to 2 above"]),
    ("paragraphs 1 to 3 above", [_move(4, -1), _new(1), _move(4, 1)],
     ["paragraphs 1, 2 and 4 above", "paragraphs 1 to 3 and 5 above", "paragraphs 1 to 4 above"]),
    ("paragraphs 1 to 3 above", [_move(4, -1), _paste_at(4, 4), _move(5, -1), _move(4, -1)],
     ["paragraphs 1, 2 and 4 above", "paragraphs 1, 2 and 5 above", "paragraphs 1, 2 and 4 above",
      "paragraphs 1 to 3 above"]),
    ("paragraphs 1 to 3 and 5 above", [_paste_at(3, 3), _move(4, -1)],
     ["paragraphs 1, 2, 4 and 5 above", "paragraphs 1 to 3 and 5 above"]),
    # What refers may itself go elsewhere.
    ("paragraphs 1 to 3 above", [_move(4, -1), _paste_at(1, 6), _move(5, -1)],
     ["paragraphs 1, 2 and 4 above", "paragraphs 1, 3 and 5 above", "paragraphs 1, 3 and 4 above"]),
    # What was typed as a list stays one, and so does what is typed anew.
    ("paragraphs 1, 2 and 4 above", [_move(4, -1)], ["paragraphs 1, 2 and 3 above"]),
    ("OP1, OP2 and OP3", [_move(1, 1), _move(1, 3)], ["OP1, OP2 and OP3", "OP1, OP2 and OP4"]),
    ("paragraphs 1 to 3 above", [_move(4, -1), _type("4", "3"), _type("3", "4"), _move(4, -1)],
     ["paragraphs 1, 2 and 4 above", "paragraphs 1, 2 and 3 above", "paragraphs 1, 2 and 4 above",
      "paragraphs 1, 2 and 3 above"]),
    # One beside it that is gone keeps its figure, and is told.
    ("paragraphs 1 and 3 to 5 above", [_cut(1), _move(3, 3)],
     ["paragraphs 1 and 2 to 4 above", "paragraphs 1, 2, 3 and 6 above"]),
    ("paragraphs 1 and 3 to 5 above", [_cut(1), _move(3, 1)],
     ["paragraphs 1 and 2 to 4 above", "paragraphs 1 and 2 to 4 above"]),
    ("paragraphs 3 to 5 and 1 above", [_cut(1), _move(4, -2)],
     ["paragraphs 2 to 4 and 1 above", "paragraphs 2 to 4 and 1 above"]),
    ("[paragraphs 1 and 2 above]", [_move(2, -1)], ["[paragraphs 1 and 2 above]"]),
    # Where each goes with something else, or one alone is in brackets, nothing is put in order.
    ("paragraphs 1 [and 2] above", [_move(2, -1), _move(2, -1)],
     ["paragraphs 2 [and 1] above", "paragraphs 1 [and 2] above"]),
    ("paragraphs 1 to 3 above, respectively", [_move(4, -1), _move(4, -1)],
     ["paragraphs 1, 2 and 4 above, respectively", "paragraphs 1 to 3 above, respectively"]),
]  # fmt: skip


@pytest.mark.parametrize(("says", "steps", "after"), STEPS)
def test_a_range_is_one_again_once_its_paragraphs_stand_together(says: str, steps: list[Act], after: list[str]) -> None:
    made = _text(says)
    known = {made.undo_list.steps: (told(made), made.remembered)}
    for act, words in zip(steps, after, strict=True):
        act(made)
        assert _said(made) == words
        check(made)
        known[made.undo_list.steps] = told(made), made.remembered
    there_and_back(made)
    while made.undo() is not None:
        assert known.get(made.undo_list.steps, (told(made), made.remembered)) == (told(made), made.remembered)


@pytest.mark.parametrize(
    ("says", "steps", "after", "gone"),
    [
        ("paragraphs 1 to 3 above", [_move(3, 2), _cut(2)], "paragraphs 1 and 4 above", "paragraph 2"),
        ("paragraphs 1 to 3 above", [_move(4, -1), _cut(4)], "paragraphs 1 to 2 above", "paragraph 4"),
        ("OP1 to OP3", [_move(3, 2), _cut(2)], "OP1 and 4", "paragraph 2"),
        ("aux paragraphes 1 à 3 ci-dessus", [_move(3, 2), _cut(1)], "aux paragraphes 1 et 4 ci-dessus", "paragraph 1"),
        ("los párrafos 1 a 3 supra", [_move(3, 2), _cut(2)], "los párrafos 1 y 4 supra", "paragraph 2"),
        ("пункты 1–3 выше", [_move(3, 2), _cut(2)], "пункты 1 и 4 выше", "paragraph 2"),
        ("上文第1至3段", [_move(3, 2), _cut(2)], "上文第1和4段", "paragraph 2"),
        ("الفقرات من 1 إلى 3 أعلاه", [_move(3, 2), _cut(2)], "الفقرات 1 و 4 أعلاه", "paragraph 2"),
        # Nobody named it: it stood between the ends of what is a range.
        ("paragraphs 1 to 4 above", [_cut(2)], "paragraphs 1 to 3 above", ""),
        ("paragraphs 1 to 4 above", [_move(4, 1), _cut(2)], "paragraphs 1, 2 and 4 above", ""),
    ],
)
def test_one_that_was_named_by_itself_and_goes_is_told(says: str, steps: list[Act], after: str, gone: str) -> None:
    made = _text(says)
    for act in steps:
        act(made)
    assert _said(made) == after
    dropped = f"; OP5 no longer names {gone}, which is gone" if gone else ""
    assert last_told(made) == f"1 reference follows: OP5{dropped}"
    there_and_back(made)


FORMS = ("paragraphs {} to {} above", "paragraphs {}–{} above", "OP{} to OP{}", "пункты {}–{} выше")


@pytest.mark.parametrize("seed", range(40))
def test_after_any_moves_what_stands_together_reads_as_it_was_typed(seed: int) -> None:
    chance = random.Random(seed)
    form, ends = chance.choice(FORMS), sorted(chance.sample(range(1, 8), 2))
    made = _text(form.format(*ends), 8)
    meant = {made.entries[at].key for at in range(ends[0], ends[1] + 1)}
    for _ in range(12):
        acts.move(made, Selection.at(chance.randrange(1, 9)), chance.choice((-1, 1)))
        at = _refers(made)
        places = [one for one, entry in enumerate(made.entries) if entry.key in meant]
        together = taken_in(lambda one: made.entries[one].paragraph, places[0], places[-1]) == places
        labels = [(made.label(one) or "").removeprefix("OP") for one in (places[0], places[-1])]
        assert (_said(made).replace("below", "above").replace("ниже", "выше") == form.format(*labels)) is together
        (mention,) = made.entries[at].mentions
        named = Targets(made.entries).resolve(at, mention)
        assert {made.entries[one].key for one in named if one is not None} <= meant
    there_and_back(made)


@pytest.mark.parametrize(
    ("says", "after"),
    [
        ("OP1a and OP3 to OP5", "OP1a, OP3, OP4 and OP6"),
        ("OPs 1a, 3-5", "OPs 1a, 3, 4 and 6"),
        ("OP1a, 3 to 5", "OP1a, 3, 4 and 6"),
        ("OP1 (a) and OP3 to OP5", "OP1 (a), OP3, OP4 and OP6"),
    ],
)
def test_a_range_beside_a_letter_without_a_bracket_is_parted(says: str, after: str) -> None:
    made, _ = working(f"O One:\n1 a;\n1 b;\nO Two;\nO Three;\nO Four;\nO Five;\nO Six;\nO See {says}.")
    acts.move_to(made, 5, 5, 8)
    assert _said(made) == after
    there_and_back(made)
