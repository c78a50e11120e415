"""How well the comparison finds what was really done: generated cases with the truth known, and real chains."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.reading.read import read_file
from tests.generated import HARD, NORMAL, Rates, Score, case, score


def scores(size: int, rates: Rates, seeds: range) -> list[Score]:
    made = [case(size, rates, seed) for seed in seeds]
    return [score(one, compare(one.old, one.new)) for one in made]


def recall(found: list[Score], how: str) -> float:
    return statistics.mean(one.recall[how] for one in found if how in one.recall)


def test_four_hundred_paragraphs_with_usual_edits() -> None:
    found = scores(400, NORMAL, range(500, 505))
    assert statistics.mean(one.f1 for one in found) >= 0.9985
    assert min(one.f1 for one in found) >= 0.99
    for how, least in {
        "light": 0.995,
        "heavy": 0.95,
        "moved": 0.95,
        "moved+edited": 0.9,
        "split": 0.9,
        "merged": 0.9,
    }.items():
        assert recall(found, how) >= least, how
    assert statistics.mean(one.characters for one in found) <= 1.05
    assert statistics.mean(one.groups for one in found) <= 1.05


def test_four_hundred_paragraphs_with_hard_edits() -> None:
    found = scores(400, HARD, range(510, 513))
    assert statistics.mean(one.f1 for one in found) >= 0.99
    assert recall(found, "split") >= 0.85


def test_forty_paragraphs() -> None:
    assert statistics.mean(one.f1 for one in scores(40, NORMAL, range(520, 540))) >= 0.99


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
    assert verbs == {("OP6",): ("Invites", "Reiterates", "other")}


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
