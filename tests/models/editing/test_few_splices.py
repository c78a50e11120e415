"""The splices of one act are as few as can be, and do the same."""

from __future__ import annotations

import random

import pytest

from models.draft import Kind, Paragraph, Run
from models.editing.acts.few_splices import compressed, gathered
from models.editing.edit import Entry, Splice


def entry(key: int) -> Entry:
    return Entry(key, Paragraph(Kind.OPERATIVE, (Run(f"Decides {key};"),)))


def applied(entries: list[Entry], splices: tuple[Splice, ...]) -> list[Entry]:
    entries = list(entries)
    for splice in splices:
        assert tuple(entries[splice.start : splice.start + len(splice.old)]) == splice.old
        entries[splice.start : splice.start + len(splice.old)] = splice.new
    return entries


@pytest.mark.parametrize("seed", range(30))
def test_gathered_splices_do_what_the_many_do_and_undo_it(seed: int) -> None:
    chance, before, key = random.Random(seed), [entry(number) for number in range(300)], 300
    now, splices = list(before), []
    for _ in range(250):
        start = chance.randrange(len(now))
        gone = chance.choice([1, 1, 1, 2, 5])
        came = gone if chance.random() < 0.97 else chance.choice([0, 1, 3])
        old = tuple(now[start : start + gone])
        new = tuple(entry(key + at) for at in range(came if came != gone else len(old)))
        key += 10
        now[start : start + len(old)] = new
        splices.append(Splice(start, old, new))
    few = gathered(tuple(splices), now)
    assert len(few) < len(splices) / 2
    assert applied(before, few) == now
    assert applied(now, tuple(splice.turned() for splice in reversed(few))) == before


def test_few_splices_stay_as_they_are() -> None:
    now = [entry(number) for number in range(100, 150)]
    splices = tuple(Splice(at, (entry(at),), (now[at],)) for at in range(50))
    assert gathered(splices, now) == splices


def test_paragraphs_far_apart_are_splices_of_their_own() -> None:
    now = [entry(number) for number in range(10_000)]
    splices = tuple(Splice(at, (entry(at + 20_000),), (now[at],)) for at in range(0, 10_000, 50))
    assert gathered(splices, now) == splices


@pytest.mark.parametrize("seed", range(60))
def test_compressed_splices_do_what_the_many_do_and_undo_it(seed: int) -> None:
    chance, before, key = random.Random(seed), [entry(number) for number in range(6)], 100
    now, splices = list(before), []
    for _ in range(chance.randint(2, 8)):
        start = chance.randint(0, len(now))
        old = tuple(now[start : start + chance.choice([0, 1, 1, 2, 4])])
        new = tuple(entry(key + at) for at in range(chance.choice([0, 1, 1, 2, 3])))
        key += 10
        now[start : start + len(old)] = new
        splices.append(Splice(start, old, new))
    few = compressed(splices)
    assert applied(before, few) == now
    assert applied(now, tuple(splice.turned() for splice in reversed(few))) == before


ONE, TWO, THREE, FOUR = (entry(number) for number in range(4))


@pytest.mark.parametrize(
    ("many", "few"),
    [
        # A paragraph is divided, and its end follows: as at Enter.
        ([Splice(3, (ONE,), (TWO, THREE)), Splice(4, (THREE,), (FOUR,))], [Splice(3, (ONE,), (TWO, FOUR))]),
        # Its end is trimmed, and then it is divided.
        ([Splice(3, (ONE,), (TWO,)), Splice(3, (TWO,), (THREE, FOUR))], [Splice(3, (ONE,), (THREE, FOUR))]),
        # It is written, and joined to the one before.
        ([Splice(3, (ONE,), (TWO,)), Splice(2, (THREE, TWO), (FOUR,))], [Splice(2, (THREE, ONE), (FOUR,))]),
        # What only stands beside it is a splice of its own, and so is what comes in between.
        ([Splice(3, (ONE,), (TWO,)), Splice(4, (THREE,), (FOUR,))], None),
        ([Splice(3, (ONE,), (TWO,)), Splice(4, (), (FOUR,))], None),
        ([Splice(3, (ONE,), ()), Splice(3, (TWO,), (FOUR,))], None),
    ],
)
def test_what_goes_on_in_a_splice_is_part_of_it(many: list[Splice], few: list[Splice] | None) -> None:
    assert list(compressed(many)) == (few if few is not None else many)
