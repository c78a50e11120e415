"""Breaks of lines within paragraphs that change, in every form of a comparison: none is taken for a paragraph's end."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from app.commands.diff_text import comparison_text
from models.comparison.compare import compare
from models.comparison.paragraph_ends import stretches
from models.comparison.words.marked import side
from models.draft import Draft, Kind, Paragraph, Run, tidy_runs
from models.draft.numbering import computed_numbers
from models.forms.html import html
from models.forms.json_form import comparison_json
from models.forms.markdown import markdown
from models.forms.pages_read_back import verify_page
from models.forms.pieces import DELETE, lines
from models.forms.print_page import print_page
from models.telling.summary import summary
from models.telling.what_happened import story
from models.word.columns import write_columns
from models.word.marked import write_marked
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from tests.models.word.redline_cases import edited, random_draft

SEEDS = range(24)


def _broken(draft: Draft, chance: random.Random, share: float) -> Draft:
    """Some spaces as breaks of lines, and some such breaks as spaces."""

    def text(words: str) -> str:
        return "".join(chance.choice(" \n") if sign in " \n" and chance.random() < share else sign for sign in words)

    def runs(one: Paragraph) -> tuple[Run, ...]:
        kept = [replace(run, text=text(run.text[:-1]) + run.text[-1:]) for run in one.runs]
        return tidy_runs([*kept[:1], *kept[1:]]) if one.kind is not Kind.MASTHEAD else one.runs

    return Draft(tuple(replace(one, runs=runs(one)) for one in draft.paragraphs), draft.footnotes)


def _split_at_a_break(draft: Draft, chance: random.Random) -> Draft:
    """A paragraph parted where a line of it breaks, or after one; or joined with the next one by a break."""
    places = [at for at, one in enumerate(draft.paragraphs) if "\n" in one.text and not one.footnotes]
    if not places:
        return draft
    at = chance.choice(places)
    one, paragraphs = draft.paragraphs[at], list(draft.paragraphs)
    first, rest = one.text.split("\n", 1)
    if chance.random() < 0.3 and at + 1 < len(paragraphs):
        paragraphs[at : at + 2] = [replace(one, runs=(Run(f"{one.text}\n{paragraphs[at + 1].text}"),))]
    elif chance.random() < 0.5 and " " in rest:
        head, _, tail = rest.rpartition(" ")
        paragraphs[at : at + 1] = [replace(one, runs=(Run(f"{first}\n{head}"),)), replace(one, runs=(Run(tail),))]
    else:
        paragraphs[at : at + 1] = [replace(one, runs=(Run(part),)) for part in (first, rest)]
    made = Draft(tuple(paragraphs), draft.footnotes)
    numbers = computed_numbers(made)
    return Draft(tuple(replace(p, number=n) for p, n in zip(paragraphs, numbers, strict=True)), draft.footnotes)


def _pair(seed: int) -> tuple[Draft, Draft]:
    chance = random.Random(seed)
    old = _broken(random_draft(chance), chance, 0.15)
    new = _split_at_a_break(_broken(edited(old, chance, chance.randint(0, 3)), chance, 0.05), chance)
    return (new, old) if seed % 2 else (old, new)


@pytest.mark.parametrize("seed", SEEDS)
def test_breaks_of_lines_leave_in_every_form_as_they_are(seed: int) -> None:
    comparison = compare(*_pair(seed))
    new = comparison.new
    forms = {
        ".json": comparison_json(comparison, "a", "b"), ".html": html(comparison), ".md": markdown(comparison)
    }  # fmt: skip
    for kind, form in forms.items():
        verify_page(kind, form.encode(), new, comparison)
    assert summary(comparison)
    assert print_page(comparison)
    assert comparison_text(comparison, colours=False)
    assert write_columns(comparison)
    said = [one.text for one in read_word(write_marked(comparison)).draft.paragraphs]
    assert len(said) >= len(new.paragraphs)
    for change in comparison.changes:
        story(comparison, change)
        drafts = (comparison.old, change.old), (comparison.new, change.new)
        olds, news = ([draft.paragraphs[at].text for at in places] for draft, places in drafts)
        parts = list(stretches(change.words, olds, news))
        assert sum(one.ends_old for one in parts) == max(len(olds) - 1, 0)
        assert sum(one.ends_new for one in parts) == max(len(news) - 1, 0)
        assert side([one[:2] for one in parts], "insert") == side(change.words, "insert")
        for line in lines(comparison, change):
            shown = "".join(piece.text for piece in line.pieces if line.old or piece.op != DELETE)
            assert shown == (olds if line.old else news)[(change.old if line.old else change.new).index(line.position)]
    assert differences(comparison, write_redline(comparison, base=None)) == ()


def test_a_break_that_goes_has_another_sign_than_the_end_of_a_paragraph() -> None:
    one, two = "Urges all to protect aquifers,\nrivers and lakes;", "Invites all to share the data they have;"
    olds = tuple(Paragraph(Kind.OPERATIVE, (Run(text),), number=str(at)) for at, text in enumerate((one, two), 1))
    joined = f"{one.replace(chr(10), ' ')} {two}"
    comparison = compare(Draft(olds), Draft((Paragraph(Kind.OPERATIVE, (Run(joined),), number="1"),)))
    for form in (html(comparison), markdown(comparison), print_page(comparison)):
        assert form.count("↵") == 1
        assert form.count("¶") == 1
