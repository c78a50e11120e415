"""A comparison in steps is the one that is made at once, and a redline is written before its last step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NoReturn

import pytest

from models.comparison.aligned import UnderWay
from models.comparison.change import Change, Comparison
from models.comparison.compare import Comparing, compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redline import write_redline
from tests.generated import HARD, case

ALIKE = "The Assembly thanks  all States."


def lines(*texts: str) -> Draft:
    return Draft(tuple(Paragraph(Kind.TEXT, (Run(text),) if text else ()) for text in texts))


def in_steps(old: Draft, new: Draft) -> Comparison:
    steps = Comparing(old, new)
    return UnderWay.begun(steps.aligned().comparison(old, new), steps.readable, steps.rest)


def same(one: Comparison, other: Comparison) -> bool:
    """Whether two comparisons are, and what is known of the first at once is so of the other."""
    known = [(change.kind, change.moved, change.old, change.new) for change in one.aligned.changes]
    assert known == [(change.kind, change.moved, change.old, change.new) for change in other.changes]
    assert (one.differs, one.readable_words, one.bounded) == (other.differs, other.readable_words, other.bounded)
    return (one.changes, one.summary, one.footnotes) == (other.changes, other.summary, other.footnotes)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("One.", "Two of them."), ("One.", "Two of them.")),
        ((ALIKE,), ("The Assembly thanks all  States.",)),  # spaces alone
        ((ALIKE,), ("The Assemblythanks all States.",)),
        (("First, the text.", "Second.", ""), ("Second.", "First, the whole text.", "")),
        (("It is one. It is two.",), ("It is one.", "It is two.")),
        (("", "gone"), ()),
    ],
)
def test_in_steps_it_is_the_same(old: Sequence[str], new: Sequence[str]) -> None:
    assert same(in_steps(lines(*old), lines(*new)), compare(lines(*old), lines(*new)))


def test_a_long_text_in_steps_is_the_same() -> None:
    made = case(40, HARD, 5)
    whole, steps = compare(made.old, made.new), in_steps(made.old, made.new)
    assert same(steps, whole)
    assert same(replace(steps, bounded=whole.bounded), whole)


def test_a_redline_is_written_before_the_last_step() -> None:
    """So that all else that is told of a long text can be worked out meanwhile."""
    made = case(12, HARD, 6)
    base = write_clean(made.old)
    old, new = read_word(base), read_word(write_clean(made.new))

    def too_soon() -> NoReturn:
        raise AssertionError

    steps = Comparing(old.draft, new.draft)
    begun = UnderWay.begun(steps.aligned().comparison(old.draft, new.draft), steps.readable, too_soon)
    assert begun.differs
    written = write_redline(begun, base=base, origins=old.origins)
    assert written == write_redline(compare(old.draft, new.draft), base=base, origins=old.origins)
    with pytest.raises(AssertionError):
        _: tuple[Change, ...] = begun.changes
