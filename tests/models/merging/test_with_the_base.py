"""Merged with the base itself a text is what it was, to the letter: nobody shifted its numbers or its notes."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from models.draft import Draft, Footnote, Kind, Paragraph, Run, canonical
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.random_drafts import edited, numbered, random_draft, word

seeds = st.integers(0, 10**9).map(Random)


def with_references(chance: Random, one: Draft) -> Draft:
    """The draft with references, rightly numbered or not, in some of its paragraphs, and "Ibid." in some notes."""
    paragraphs = list(one.paragraphs)
    for at, paragraph in enumerate(paragraphs):
        if chance.random() < 0.4:
            form = chance.choice(("as in paragraph {} above", "as in paragraphs {} and {} [below]", "see OP{}"))
            words = form.format(*chance.choices(range(1, 9), k=2))
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


@given(seeds)
@settings(max_examples=100)
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
