"""Beside which paragraphs one looks while a step is painted; what stands beside all others follows a moment later."""

from __future__ import annotations

import pytest

from models.draft import Kind, Paragraph, Run
from models.editing.edit import Entry, Splice
from widgets.writing.written_sheet import _otherwise


def _entry(key: int, kind: Kind = Kind.OPERATIVE, words: str = "Asks;") -> Entry:
    return Entry(key, Paragraph(kind, (Run(words),)))


@pytest.mark.parametrize(
    ("old", "new", "otherwise"),
    [
        # Cut in two: only behind what came, whichever part is the new one.
        ([_entry(1)], [_entry(1, words="As"), _entry(9, words="ks;")], []),
        ([_entry(1)], [_entry(9, words="As"), _entry(1, words="ks;")], []),
        ([_entry(1), _entry(2)], [_entry(1)], []),
        ([_entry(1), _entry(2)], [_entry(2)], []),
        # Something else, be it behind what came or not.
        ([_entry(1)], [_entry(1, Kind.PREAMBULAR)], [1]),
        ([_entry(1)], [_entry(9), _entry(1, Kind.PREAMBULAR)], [1]),
        # Moved.
        ([_entry(1), _entry(2)], [_entry(2), _entry(1)], [2, 1]),
        ([_entry(1), _entry(2), _entry(3)], [_entry(2), _entry(9), _entry(1)], [2, 1]),
    ],
)
def test_only_beside_what_is_otherwise(old: list[Entry], new: list[Entry], otherwise: list[int]) -> None:
    assert [*_otherwise([Splice(0, tuple(old), tuple(new))])] == otherwise


def test_what_is_taken_out_of_one_place_and_put_into_another_is_otherwise() -> None:
    splices = [Splice(0, (_entry(1),), ()), Splice(4, (), (_entry(1),))]
    assert [*_otherwise(splices)] == [1]
