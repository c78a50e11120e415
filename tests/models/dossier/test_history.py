"""The history of one paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.dossier import Dossier, Edge
from models.dossier.history import paragraph_history
from models.draft import Draft, Kind, Paragraph, Run


def text(*words: str) -> Draft:
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(word),)) for word in words))


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    """Two paragraphs merge, move, and split in three; beside them a draft where the second one is gone."""
    with Dossier.create(tmp_path / "a.adref") as dossier:
        one = dossier.keep(text("a", "b", "c"), label="1")
        two = dossier.keep(
            text("c", "a b"), label="2", parents=[one.id],
            edges={one.id: [Edge(0, 1, "merged"), Edge(1, 1, "merged"), Edge(2, 0, "same")]},
        )  # fmt: skip
        dossier.keep(text("c"), label="gone", parents=[two.id], edges={two.id: [Edge(0, 0, "same")]})
        dossier.keep(
            text("a", "a longer b", "and", "c"), label="3", parents=[two.id],
            edges={two.id: [*(Edge(1, n, "split") for n in range(3)), Edge(0, 3, "moved")]},
        )  # fmt: skip
        yield dossier


def told(dossier: Dossier, label: str, position: int) -> list[tuple[str, tuple[int, ...], list[str]]]:
    steps = paragraph_history(dossier, dossier.find(label).id, position)
    return [(step.node.label, step.positions, [came.edge.kind for came in step.came]) for step in steps]


def test_a_merger_runs_into_one_and_a_split_branches(dossier: Dossier) -> None:
    assert told(dossier, "2", 1) == [
        ("1", (0, 1), []),
        ("2", (1,), ["merged", "merged"]),
        ("3", (1, 2, 0), ["split", "split", "split"]),
    ]


def test_one_of_two_that_merge_knows_its_own_line(dossier: Dossier) -> None:
    assert told(dossier, "1", 1) == [
        ("1", (1,), []),
        ("2", (1,), ["merged"]),
        ("3", (1, 2, 0), ["split", "split", "split"]),
    ]


def test_one_part_of_a_split_looks_back_on_the_whole(dossier: Dossier) -> None:
    assert told(dossier, "3", 0) == [("1", (0, 1), []), ("2", (1,), ["merged", "merged"]), ("3", (0,), ["split"])]


def test_another_paragraph_goes_its_own_way(dossier: Dossier) -> None:
    assert [row[:2] for row in told(dossier, "1", 2)] == [("1", (2,)), ("2", (0,)), ("gone", (0,)), ("3", (3,))]
