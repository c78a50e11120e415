"""Merged with the base itself a text is what it was, to the letter: nobody shifted its numbers or its notes."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.draft import Draft, Footnote, Kind, Paragraph, Run, canonical
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.random_drafts import edited, numbered, random_draft, word

_REFERS = (
    "as in paragraph {} above", "as in paragraphs {} and {} [below]", "see OP{}", "as in paragraphs {} to {} above",
    "see OP{} to OP{}", "as in paragraphs {}–{} of the present resolution",
)  # fmt: skip

seeds = st.integers(0, 10**9).map(Random)


def with_references(chance: Random, one: Draft) -> Draft:
    """The draft with references, rightly numbered or not, in some of its paragraphs, and "Ibid." in some notes."""
    paragraphs = list(one.paragraphs)
    for at, paragraph in enumerate(paragraphs):
        if chance.random() < 0.4:
            words = chance.choice(_REFERS).format(*sorted(chance.choices(range(1, 9), k=2)))
            paragraphs[at] = replace(paragraph, runs=(*paragraph.runs, Run(f", {words};")))
    notes = [
        Footnote(note.id, note.mark, (Run(f"Ibid., annex {chance.choice('IV')}."),)) if chance.random() < 0.4 else note
        for note in one.footnotes
    ]
    return numbered(paragraphs, notes)


def with_table(one: Draft, cells: list[str]) -> Draft:
    """The draft with a table of two columns at its end."""
    rows = [Paragraph(Kind.TEXT, (Run(text),), cell=(0, number // 2, number % 2)) for number, text in enumerate(cells)]
    return numbered([*one.paragraphs, *rows], one.footnotes)


def numbers_left(chance: Random, one: Draft) -> Draft:
    """The draft with paragraphs joined, taken out and moved, numbers left as printed, its runs cut where they were."""
    made = list(one.paragraphs)
    for _ in range(chance.randint(0, 3)):
        at = chance.randrange(len(made)) if made else 0
        act = chance.choice(("join", "join", "out", "move"))
        if act == "join" and at + 1 < len(made):
            second = made.pop(at + 1)
            made[at] = replace(made[at], runs=(*made[at].runs, Run(", and "), *second.runs))
        elif act != "join" and made:
            taken = made.pop(at)
            if act == "move":
                made.insert(chance.randint(0, len(made)), taken)
    order = {key: number for number, key in enumerate(dict.fromkeys(n for p in made for n in p.footnotes), 1)}
    runs = [tuple(replace(run, footnote=order.get(run.footnote or 0)) for run in p.runs) for p in made]
    notes = sorted((replace(n, id=order[n.id], mark=str(order[n.id])) for n in one.footnotes if n.id in order), key=_id)
    return Draft(tuple(replace(p, runs=own) for p, own in zip(made, runs, strict=True)), tuple(notes))


def _id(note: Footnote) -> int:
    return note.id


@given(seeds)
@settings(max_examples=30)
def test_with_the_base_nothing_is_set_anew(chance: Random) -> None:
    text = with_references(chance, random_draft(chance))
    cells = [word(chance) for _ in range(2 * chance.randint(0, 3))]
    made = edited(chance, text)
    made = with_references(chance, made) if chance.random() < 0.5 else made
    base = with_table(text, cells)
    other = [word(chance) if chance.random() < 0.2 else cell for cell in cells]
    made = with_table(made, other)
    for found in (merge(base, base, made), merge(base, made, base)):
        assert not found.conflicts
        assert canonical(found.draft) == canonical(made)
        assert not found.told


def test_a_reference_that_leads_nowhere_is_left_as_it_was_left() -> None:
    first, *rest = (
        "Urges all to carry out paragraph 4 below;",
        "Notes the storms;",
        "Invites donors;",
        "Stresses peace.",
    )
    base = draft(*(f"{number}. {one}" for number, one in enumerate((first, *rest), 1)))
    made = draft(*(f"{number}. {one}" for number, one in enumerate((first, *rest[1:]), 1)))
    for found in (merge(base, base, made), merge(base, made, base)):
        assert canonical(found.draft) == canonical(made)
        assert not found.told


@given(seeds)
@settings(max_examples=30)
def test_with_the_base_numbers_stay_as_they_were_left(chance: Random) -> None:
    base = with_references(chance, random_draft(chance))
    made = numbers_left(chance, base)
    for found in (merge(base, base, made), merge(base, made, base), merge(base, made, made)):
        assert not found.conflicts
        assert canonical(found.draft) == canonical(made)
        assert not found.told


@pytest.mark.parametrize("refers", ["paragraphs 2 to 4 below", "paragraphs 2 to 4 and 5 below", "OP2 to OP4"])
def test_a_range_whose_end_names_nothing_on_its_side_stays_beside_words_of_the_other(refers: str) -> None:
    urges, asks = f"1. Urges States to act, as set out in {refers};", "2. Requests a report on finance;"
    islands, donors = "3. Welcomes the work of islands;", "4. Encourages all donors to give more;"
    joined = "3. Welcomes the work of islands, and encourages all donors to give more;"
    base = draft(urges, asks, islands, donors, "5. Decides to meet;")
    left = draft(urges, asks, joined, "5. Decides to meet;")
    other = draft(urges, asks, islands, donors, "5. Decides to meet in Rome;")
    for found in (merge(base, left, other), merge(base, other, left)):
        assert canonical(found.draft) == canonical(draft(urges, asks, joined, "5. Decides to meet in Rome;"))
        assert not found.conflicts
        assert not found.told
