"""Lineage: who is believed, how it composes, how it is stored."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.comparison.change import Change, Comparison, Pair
from models.dossier import Dossier, Edge, engine_edges
from models.dossier.descent.composing import composed
from models.dossier.descent.reach import Said, reach
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.acts.moving import move
from models.editing.changes import Changes
from models.editing.edit import Selection
from models.editing.lineage import edges as written
from models.editing.working import WorkingText
from models.lineage import APART, EdgeSet, believed, runs, unrolled


def said(by: str, at: int, *edges: tuple[int, int] | tuple[int, int, str]) -> EdgeSet:
    made = tuple(Edge(edge[0], edge[1], edge[2] if len(edge) > 2 else "same", 1.0, by) for edge in edges)
    return EdgeSet("A", "B", by, f"2003-12-{at:02}", made)


BELIEVED = [
    ("nothing said", [], []),
    ("the engine alone", [said("engine", 1, (0, 0), (1, 1))], [(0, 0), (1, 1)]),
    ("the engine's latest", [said("engine", 2, (0, 1)), said("engine", 1, (0, 0))], [(0, 1)]),
    ("the editor before a later engine", [said("editor", 1, (0, 0)), said("engine", 2, (0, 1), (1, 0))], [(0, 0)]),
    ("a hand before both", [said("hand", 1, (0, 5)), said("editor", 2, (0, 0), (1, 1))], [(0, 5), (1, 1)]),
    ("a hand takes a partner", [said("engine", 1, (0, 0), (1, 1)), said("hand", 2, (0, 1))], [(0, 1)]),
    ("the later hand", [said("hand", 2, (0, 1)), said("hand", 1, (0, 2))], [(0, 1)]),
    ("a split by hand in one act", [said("engine", 1, (0, 0)), said("hand", 2, (0, 1), (0, 2))], [(0, 1), (0, 2)]),
    (
        "a hand confirms one part of a split",
        [said("engine", 1, (0, 0, "split"), (0, 1, "split")), said("hand", 2, (0, 1))],
        [(0, 0), (0, 1)],
    ),
    ("taken back by hand", [said("engine", 1, (0, 0), (1, 1)), said("hand", 2, (0, 0, APART))], [(1, 1)]),
    ("paired again", [said("hand", 1, (0, 0, APART)), said("hand", 2, (0, 0))], [(0, 0)]),
    (
        "a wrong pair by hand, parted: what it had put out is there again",
        [said("engine", 1, (0, 0), (1, 1)), said("hand", 2, (0, 1)), said("hand", 3, (0, 1, APART))],
        [(0, 0), (1, 1)],
    ),
    (
        "a wrong pair by hand, another in its place: its other end has its partner again",
        [said("engine", 1, (0, 0), (1, 1)), said("hand", 2, (0, 1)), said("hand", 3, (0, 2))],
        [(0, 2), (1, 1)],
    ),
    (
        "two pairs by hand, the later one parted: the earlier one is there again",
        [
            said("engine", 1, (0, 2), (1, 1)),
            *(said("hand", 2 + n, (0, n)) for n in (0, 1)),
            said("hand", 4, (0, 1, APART)),
        ],
        [(0, 0), (1, 1)],
    ),
    (
        "two pairs by hand, the later one's other end paired anew: the earlier one is there again",
        [said("engine", 1, (0, 2), (1, 1)), said("hand", 2, (0, 0)), said("hand", 3, (0, 1)), said("hand", 4, (2, 1))],
        [(0, 0), (2, 1)],
    ),
]


@pytest.mark.parametrize(("what", "sets", "expected"), BELIEVED, ids=[row[0] for row in BELIEVED])
def test_who_is_believed(what: str, sets: list[EdgeSet], expected: list[tuple[int, int]]) -> None:
    assert [edge.ends for edge in believed(sets).edges] == expected


edges = st.lists(
    st.builds(
        Edge,
        st.integers(0, 30),
        st.integers(0, 30),
        st.sampled_from(["same", "reworded", "moved"]),
        st.sampled_from([1.0, 0.5]),
    ),
    max_size=40,
    unique_by=lambda edge: edge.ends,
)


@given(edges)
def test_runs_unroll_to_the_same_edges(given_edges: list[Edge]) -> None:
    again = [edge for run in runs(given_edges) for edge in unrolled(*run, "engine")]
    assert sorted(again, key=lambda edge: edge.ends) == sorted(given_edges, key=lambda edge: edge.ends)


def test_unchanged_paragraphs_are_one_run() -> None:
    given_edges = [Edge(n, n + 2, "same") for n in range(1000)] + [Edge(1000, 0, "moved")]
    assert list(runs(given_edges)) == [(0, 2, 1000, "same", 1.0), (1000, 0, 1, "moved", 1.0)]


@given(edges)
def test_a_step_in_which_nothing_changes_composes_away(given_edges: list[Edge]) -> None:
    still = [Edge(n, n, "same") for n in range(31)]
    assert {edge.ends for edge in composed(given_edges, still)} == {edge.ends for edge in given_edges}
    assert {edge.ends for edge in composed(still, given_edges)} == {edge.ends for edge in given_edges}


def test_the_weaker_voice_speaks_for_both() -> None:
    def by(first: str, then: str) -> str:
        return composed([Edge(0, 1, "same", by=first)], [Edge(1, 2, "same", by=then)])[0].by

    assert by("hand", "editor") == "carried"
    assert by("carried", "engine") == by("engine", "carried") == "carried"
    assert by("carried", "editor") == "carried"
    assert by("editor", "engine") == "engine"
    assert by("hand", "hand") == "hand"


def test_a_pair_by_hand_over_two_steps_overrules_them() -> None:
    sets = [
        EdgeSet("A", "B", "engine", "1", (Edge(0, 0, "same"), Edge(1, 1, "same"))),
        EdgeSet("B", "C", "engine", "1", (Edge(0, 0, "same"), Edge(1, 1, "same"))),
        EdgeSet("C", "D", "editor", "1", (Edge(0, 0, "same", by="editor"), Edge(1, 1, "same", by="editor"))),
        EdgeSet("A", "C", "hand", "2", (Edge(0, 1, "same", by="hand"),)),
    ]

    def over(path: tuple[str, ...]) -> tuple[Edge, ...]:
        links = [(here, (before,)) for before, here in pairwise(path)]
        return reach(path[0], links, Said(sets))[path[-1]].edges

    assert [(e.ends, e.by) for e in over(("A", "B", "C"))] == [((0, 1), "hand")]
    assert [(e.ends, e.by) for e in over(("A", "B", "C", "D"))] == [((0, 1), "carried")]
    assert [(e.ends, e.by) for e in over(("D", "C", "B", "A"))] == [((1, 0), "carried")]


def change(kind: str, old: tuple[int, ...], new: tuple[int, ...], moved: bool = False, like: float = 1.0) -> Change:
    nobody = (None,) * max(len(old), len(new))
    return Change(
        kind=kind, moved=moved, renumbered=False, weight=None, reasons=(), old=old, new=new,
        old_labels=nobody[: len(old)], new_labels=nobody[: len(new)], similarity=like, verb=None, words=(),
    )  # fmt: skip


def test_a_comparison_proposes_edges() -> None:
    changes = (
        change("unchanged", (0,), (0,)),
        change("reworded", (1,), (1,), like=0.8),
        change("reworded", (2,), (5,), moved=True, like=0.7),
        change("deleted", (3,), ()),
        change("inserted", (), (2,)),
        change("split", (4,), (3, 4), like=0.9),
        change("merged", (5, 6), (6,), like=0.9),
    )
    assert engine_edges(Comparison(Draft(), Draft(), changes)) == (
        Edge(0, 0, "same", 1.0),
        Edge(1, 1, "reworded", 0.8),
        Edge(2, 5, "moved", 0.7),
        Edge(4, 3, "split", 0.9),
        Edge(4, 4, "split", 0.9),
        Edge(5, 6, "merged", 0.9),
        Edge(6, 6, "merged", 0.9),
    )


def three(dossier: Dossier) -> tuple[str, str, str]:
    """Three drafts in a row, of three paragraphs each: the editor kept the first step, the engine saw the second."""

    def draft(*words: str) -> Draft:
        return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(word),)) for word in words))

    first = dossier.keep(draft("a", "b", "c"), label="1")
    second = dossier.keep(
        draft("x", "b", "a"),
        label="2",
        parents=[first.id],
        edges={first.id: [Edge(0, 2, "moved", by="editor"), Edge(1, 1, "same", by="editor")]},
    )
    third = dossier.keep(
        draft("x", "b", "a", "d"),
        label="3",
        parents=[second.id],
        edges={second.id: [Edge(n, n, "same") for n in range(3)]},
    )
    return first.id, second.id, third.id


def test_editor_pairs_bind_and_engine_pairs_suggest(dossier: Dossier) -> None:
    first, second, third = three(dossier)
    assert dossier.between(first, second).pairs == (Pair(0, 2, True, moved=True), Pair(1, 1, True))
    assert dossier.between(second, third).pairs == (Pair(0, 0, False), Pair(1, 1, False), Pair(2, 2, False))
    assert dossier.between(first, third).pairs == (Pair(0, 2, False), Pair(1, 1, False))


def test_those_moved_whom_the_writer_took_elsewhere_whatever_their_last_mark(tmp_path: Path) -> None:
    words = "Decides alpha and the beta of it;", "Requests gamma and delta;", "Urges epsilon and zeta;", "Invites eta."
    working = WorkingText(Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),)) for text in words)))
    move(working, Selection.at(0), 1)
    move(working, Selection.at(3), -1)
    changes = Changes(working)
    assert [entry.text for entry in working.entries] == [words[1], words[0], "Invites eta;", "Urges epsilon and zeta."]
    assert [changes.of(at).kind for at in range(4)] == ["unchanged", "moved", "moved", "reworded"]
    with Dossier.create(tmp_path / "a.adref") as dossier:
        first = dossier.keep(working.base, label="S1").id
        second = dossier.keep(working.draft(), label="S2", parents=[first], edges={first: written(working)}).id
        for old, new in ((first, second), (second, first)):
            made = dossier.compared(old, new)
            assert {change.old + change.new: change.moved for change in made.changes} == (
                {(1, 0): False, (0, 1): True, (3, 2): True, (2, 3): False}
                if old == first
                else {(0, 1): False, (1, 0): True, (2, 3): True, (3, 2): False}
            )


def test_pairs_are_the_same_seen_from_the_other_side(dossier: Dossier) -> None:
    first, _, third = three(dossier)
    assert dossier.between(third, first).pairs == (Pair(1, 1, False), Pair(2, 0, False))


def test_a_pair_by_hand_joins_any_two_drafts(dossier: Dossier) -> None:
    first, _, third = three(dossier)
    dossier.pair(first, third, [(2, 3)], who="Chair")
    assert Pair(2, 3, True) in dossier.between(first, third).pairs
    assert Pair(3, 2, True) in dossier.between(third, first).pairs
    dossier.unpair(third, first, [(3, 2)])
    assert all(pair.old != 2 for pair in dossier.between(first, third).pairs)


def test_drafts_that_nothing_joins_have_no_pairs_until_a_hand_gives_one(dossier: Dossier) -> None:
    one = dossier.keep(Draft((Paragraph(Kind.TEXT, (Run("a"),)),)), label="one")
    other = dossier.keep(Draft((Paragraph(Kind.TEXT, (Run("b"),)),)), label="other")
    assert dossier.between(one.id, other.id).pairs == ()
    dossier.pair(one.id, other.id, [(0, 0)])
    assert dossier.between(one.id, other.id).pairs == (Pair(0, 0, True),)
    assert dossier.between(one.id, one.id).pairs == ()


def test_two_children_are_joined_over_their_parent(dossier: Dossier) -> None:
    def draft(word: str) -> Draft:
        return Draft((Paragraph(Kind.TEXT, (Run(word),)),))

    root = dossier.keep(draft("a"), label="root")
    ours = dossier.keep(draft("b"), label="ours", parents=[root.id], edges={root.id: [Edge(0, 0, "same", by="editor")]})
    theirs = dossier.keep(
        draft("c"), label="theirs", parents=[root.id], edges={root.id: [Edge(0, 0, "same", by="editor")]}
    )
    assert dossier.between(ours.id, theirs.id).pairs == (Pair(0, 0, True),)


def test_edges_are_given_back_as_they_were_kept(dossier: Dossier) -> None:
    first, second, _ = three(dossier)
    assert dossier.edges(first, second) == (Edge(0, 2, "moved", by="editor"), Edge(1, 1, "same", by="editor"))
