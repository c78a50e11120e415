"""How well the comparison finds what was really done: generated cases with the truth known, and real chains."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.comparison.words.marked import side
from models.draft import Draft
from models.files.read import read_file
from tests.generated import HARD, NORMAL, Case, Rates, case
from tests.scored import HOWS, Score, mean, score, score_pairs


def scores(size: int, rates: Rates, seeds: range) -> list[Score]:
    made = [case(size, rates, seed) for seed in seeds]
    return [score(one, compare(one.old, one.new)) for one in made]


def recall(found: list[Score], how: str) -> float:
    return mean(one.recall[how] for one in found if how in one.recall)


# A few seeds; the bench takes the means over many, with other texts too.
def test_four_hundred_paragraphs_with_usual_edits() -> None:
    found = scores(400, NORMAL, range(500, 506))
    assert mean(one.f1 for one in found) >= 0.9985
    assert min(one.f1 for one in found) >= 0.995
    for how in HOWS:
        assert recall(found, how) >= (0.95 if how in ("moved+edited", "heavy") else 0.98), how
    assert mean(one.characters for one in found) <= 1.02
    assert 0.98 <= mean(one.groups for one in found) <= 1.02


def test_four_hundred_paragraphs_with_hard_edits() -> None:
    found = scores(400, HARD, range(510, 514))
    assert mean(one.f1 for one in found) >= 0.995
    assert min(one.f1 for one in found) >= 0.99
    for how, least in (("moved+edited", 0.93), ("split", 0.95), ("merged", 0.98), ("heavy", 0.97), ("moved", 0.98)):
        assert recall(found, how) >= least, how
    assert mean(one.characters for one in found) <= 1.04


def test_forty_paragraphs() -> None:
    assert mean(one.f1 for one in scores(40, NORMAL, range(520, 540))) >= 0.995


@given(st.integers(0, 10**6), st.sampled_from((NORMAL, HARD)))
@settings(max_examples=8, deadline=None)
def test_the_words_of_any_case_give_both_drafts(seed: int, rates: Rates) -> None:
    made = case(60, rates, seed)
    for change in compare(made.old, made.new).changes:
        assert side(change.words, "delete") == "\n".join(made.old.paragraphs[at].text for at in change.old)
        assert side(change.words, "insert") == "\n".join(made.new.paragraphs[at].text for at in change.new)


def test_identical_paragraphs_are_interchangeable_and_nothing_else_is() -> None:
    made = case(40, NORMAL, 1)
    same = next((i, j) for (i, j), how in made.pairs.items() if how == "same")
    other = next(j for i, j in made.pairs if made.new.paragraphs[j].text != made.new.paragraphs[same[1]].text)
    assert score_pairs(made, set(made.pairs)).f1 == 1
    assert score_pairs(made, {*made.pairs} - {same} | {(same[0], other)}).f1 < 1
    swapped = {(a, b) for a, b in ((0, 1), (1, 0))}
    twin = Draft((made.old.paragraphs[0],) * 2)
    assert score_pairs(Case(twin, twin, {(0, 0): "same", (1, 1): "same"}), swapped).f1 == 1


@pytest.fixture(scope="module")
def sand(shared: Path) -> Comparison:
    """The facilitator's text on sand and dust storms against the tabled one."""
    texts = shared / "corpus" / "resolutions"
    return compare(read_file(texts / "A_C.2_80_L.39.txt").draft, read_file(texts / "A_C.2_80_L.50.txt").draft)


def test_a_real_step_as_a_negotiator_tells_it(sand: Comparison) -> None:
    body = [
        c for c in sand.changes if any((label or "")[:2] in ("PP", "OP") for label in (*c.old_labels, *c.new_labels))
    ]
    weights = [change.weight for change in body]
    # PP8 alone reads ", " for " and " in a list of resolutions: a comma inside a paragraph, so substance.
    assert (weights.count("substance"), weights.count("housekeeping"), weights.count(None)) == (17, 16, 14)
    assert [c.new_labels for c in body if c.moved] == [("PP17",)]
    assert [(c.old_labels, c.new_labels) for c in body if c.kind == "split"] == [(("OP4",), ("OP3", "OP4"))]
    assert [c.old_labels for c in body if c.kind == "deleted"] == [("PP16",), ("OP9",)]
    verbs = {c.old_labels: (c.verb.old, c.verb.new, c.verb.direction) for c in body if c.verb}
    assert verbs == {("OP6",): ("Invites", "Reiterates the invitation", "other")}


def test_a_facilitators_text_and_the_adopted_one_differ_in_little_but_the_masthead(shared: Path) -> None:
    texts = shared / "corpus" / "resolutions"
    for old, new in (
        ("A_C.2_80_L.50", "A_RES_80_143"),
        ("A_C.2_80_L.52", "A_RES_80_124"),
        ("A_C.2_80_L.58", "A_RES_80_118"),
    ):
        comparison = compare(read_file(texts / f"{old}.txt").draft, read_file(texts / f"{new}.txt").draft)
        numbered = [c for c in comparison.changes if any(c.old_labels) and any(c.new_labels)]
        assert all(change.weight in (None, "housekeeping") for change in numbered), (old, new)
