"""Pairing and parting by hand: every comparison obeys, over any way, and everything can be taken back."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.comparison.change import Comparison
from models.dossier import Dossier, Edge, examine
from models.dossier.descent.hand import PairRefused
from models.lineage import APART, NOBODY, TAKEN_BACK, EdgeSet, believed
from tests.models.comparison.small_drafts import draft

MEET = "1. Decides to meet in Geneva in the spring;"
ACT = "2. Calls upon all Member States to act without delay;"
REPORT = "3. Requests the Secretary-General to report on the matter at its next session."


def chain(dossier: Dossier, *drafts: list[str]) -> list[str]:
    nodes: list[str] = []
    for number, lines in enumerate(drafts):
        nodes.append(dossier.keep(draft(*lines), label=f"Rev.{number}", parents=nodes[-1:]).id)
    return nodes


def together(comparison: Comparison) -> set[tuple[int, int]]:
    return {pair for change in comparison.changes for pair in product(change.old, change.new)}


def test_what_is_parted_is_never_compared(dossier: Dossier) -> None:
    first, second = chain(dossier, [MEET, ACT], [MEET, ACT])
    dossier.unpair(first, second, [(1, 1)], who="Chair")
    assert together(dossier.compared(first, second)) == {(0, 0)}
    assert together(dossier.compared(second, first)) == {(0, 0)}


def test_what_is_parted_stays_apart_in_later_drafts(dossier: Dossier) -> None:
    first, second, third = chain(dossier, [MEET, ACT], [MEET, ACT], [MEET, ACT, REPORT])
    dossier.unpair(first, second, [(1, 1)])
    assert together(dossier.compared(first, third)) == {(0, 0)}
    assert together(dossier.compared(second, third)) == {(0, 0), (1, 1)}


OTHER = "2. Thanks Switzerland for having been the host;"


@pytest.mark.parametrize(
    ("last", "follows"),
    [
        ("2. Thanks Switzerland for having been the host;", True),
        ("2. Thanks Switzerland warmly for having been the host;", True),
        ("2. Encourages banks, cooperatives and insurers;", False),
    ],
)
def test_a_pair_without_a_word_in_common_goes_on_where_the_next_step_is_sure(
    dossier: Dossier, last: str, follows: bool
) -> None:
    first, second, third = chain(dossier, [MEET, ACT], [MEET, OTHER], [MEET, last])
    assert (1, 1) not in together(dossier.compared(first, second))
    dossier.pair(first, second, [(1, 1)])
    assert ((1, 1) in together(dossier.compared(first, third))) is follows
    assert ((1, 1) in together(dossier.compared(third, first))) is follows


@pytest.mark.parametrize(
    "last", ["in the autumn", "by cooperatives, insurers and banks, which are invited to give their own views of it"]
)
def test_a_pair_in_the_middle_of_a_way_is_obeyed_from_end_to_end(dossier: Dossier, last: str) -> None:
    """The hand speaks of the second and the third draft; before and after it the engine has reworded paragraphs."""
    acts = "2. Calls upon all Member States to act without delay"
    thanks = "2. Thanks Switzerland for having been the host"
    nodes = chain(
        dossier,
        [MEET, f"{acts} and in full;"],
        [MEET, f"{acts};"],
        [MEET, f"{thanks};"],
        [MEET, f"{thanks} once more;"],
        [MEET, f"{thanks} once more {last};"],
    )
    assert (1, 1) not in together(dossier.compared(nodes[1], nodes[2]))
    dossier.pair(nodes[1], nodes[2], [(1, 1)])
    ways = [(0, 2), (0, 3), (0, 4), (1, 3), (1, 4), (2, 4)]
    for old, new in ways:
        both = together(dossier.compared(nodes[old], nodes[new])), together(dossier.compared(nodes[new], nodes[old]))
        assert all((1, 1) in one for one in both), (old, new)
    dossier.take_back(nodes[1], nodes[2], [(1, 1)])
    assert (1, 1) not in together(dossier.compared(nodes[0], nodes[3]))


def test_what_was_deleted_may_come_back(dossier: Dossier) -> None:
    first, second, third = chain(dossier, [MEET, ACT], [MEET, "2. Calls upon all States to act;"], [MEET, ACT])
    dossier.unpair(first, second, [(1, None)])
    assert together(dossier.compared(first, second)) == {(0, 0)}
    fourth = dossier.keep(
        draft(MEET, "2. Calls upon all States to act;", "3. Calls upon all Member States to act without delay;"),
        parents=[second],
    ).id
    assert together(dossier.compared(first, fourth)) == {(0, 0), (1, 2)}
    assert third


def test_what_is_new_has_nothing_before_it(dossier: Dossier) -> None:
    first, second = chain(dossier, [MEET, ACT], [MEET, ACT])
    dossier.unpair(first, second, [(None, 1)])
    assert together(dossier.compared(first, second)) == {(0, 0)}
    dossier.pair(first, second, [(1, 1)])
    assert together(dossier.compared(first, second)) == {(0, 0), (1, 1)}


def test_what_is_paired_stands_in_one_change(dossier: Dossier) -> None:
    first, second = chain(dossier, [MEET, REPORT], [MEET, ACT, "3. Notes the storms;"])
    dossier.pair(first, second, [(1, 1), (1, 2)], who="Chair")
    assert together(dossier.compared(first, second)) == {(0, 0), (1, 1), (1, 2)}
    assert [(one.paired, one.ends, one.who) for one in dossier.said_by_hand(first, second)] == [
        (True, (1, 1), "Chair"),
        (True, (1, 2), "Chair"),
    ]


def test_taking_back_gives_the_engine_its_word_again(dossier: Dossier) -> None:
    first, second = chain(dossier, [MEET, ACT], [MEET, ACT])
    before = dossier.known_between(first, second)
    dossier.unpair(first, second, [(1, 1)])
    dossier.take_back(first, second, [(1, 1)])
    assert dossier.known_between(first, second) == before
    dossier.pair(first, second, [(0, 1)])
    dossier.unpair(first, second, [(0, 1)])
    dossier.take_back(first, second, [(0, 1)])
    assert [one.paired for one in dossier.said_by_hand(first, second)] == [True]
    dossier.take_back(first, second, [(0, 1)])
    dossier.take_back(first, second, [(0, 1)])
    assert dossier.known_between(first, second) == before
    assert dossier.said_by_hand(first, second) == ()
    assert examine(dossier.path) == ()


def test_the_timeline_tells_of_each_act(dossier: Dossier) -> None:
    first, second = chain(dossier, [MEET, ACT], [MEET, ACT])
    dossier.unpair(first, second, [(1, None)], who="Chair")
    dossier.take_back(first, second, [(1, None)], who="Chair")
    dossier.pair(first, second, [(0, 1)], who="Chair")
    told = [(one.what, one.who, one.pairs) for one in dossier.timeline() if one.what != "kept"]
    assert told == [
        ("paired", "Chair", ((0, 1),)),
        ("taken back", "Chair", ((1, None),)),
        ("unpaired", "Chair", ((1, None),)),
    ]


def test_a_hand_over_a_longer_stretch_is_heeded_by_all_that_go_over_it(dossier: Dossier) -> None:
    first, second, third, fourth = chain(dossier, [MEET, ACT], [MEET, ACT], [MEET, ACT], [MEET, ACT])
    dossier.pair(second, fourth, [(0, 1)])
    dossier.unpair(second, fourth, [(1, 0)])
    assert {edge.ends for edge in dossier.known_between(first, fourth).edges} == {(0, 1)}
    assert {edge.ends for edge in dossier.known_between(first, third).edges} == {(0, 0), (1, 1)}
    assert {edge.ends for edge in dossier.known_between(fourth, first).edges} == {(1, 0)}


def test_both_parents_are_heeded(dossier: Dossier) -> None:
    (base,) = chain(dossier, [MEET, ACT, REPORT])
    ours = dossier.keep(draft(MEET, ACT), parents=[base]).id
    theirs = dossier.keep(draft(ACT.replace("2", "1"), REPORT.replace("3", "2")), parents=[base]).id
    merged = dossier.keep(draft(MEET, ACT, REPORT), parents=[ours, theirs]).id
    assert {edge.ends for edge in dossier.known_between(base, merged).edges} == {(0, 0), (1, 1), (2, 2)}


@pytest.mark.parametrize("pairs", [[(0, 0), (0, 1), (1, 1)], [(5, 0)], [(0, 7)]])
def test_what_makes_no_sense_is_refused(pairs: list[tuple[int, int]], dossier: Dossier) -> None:
    first, second = chain(dossier, [MEET, ACT], [MEET, ACT])
    with pytest.raises(PairRefused):
        dossier.pair(first, second, pairs)
    with pytest.raises(PairRefused):
        dossier.unpair(first, second, [(None, None)])
    assert dossier.said_by_hand(first, second) == ()


acts = st.lists(
    st.tuples(st.booleans(), st.integers(NOBODY, 3), st.integers(NOBODY, 3)).filter(
        lambda act: max(act[1:]) >= 0 and (act[0] is False or min(act[1:]) >= 0)
    ),
    max_size=8,
)


@given(acts, st.integers(0, 10))
def test_every_act_can_be_taken_back(said: list[tuple[bool, int, int]], keep: int) -> None:
    ground = EdgeSet("A", "B", "engine", "0", tuple(Edge(n, n, "same") for n in range(4)))

    def act(number: int, paired: bool, old: int, new: int) -> EdgeSet:
        edge = Edge(old, new, "same" if paired else APART, 1.0, "hand")
        return EdgeSet("A", "B", "hand", f"1{number:02}", (edge,))

    sets = [ground, *(act(number, *one) for number, one in enumerate(said))]
    kept = sets[: 1 + min(keep, len(said))]
    for number, one in enumerate(reversed(sets[len(kept) :])):
        back = Edge(*one.edges[0].ends, APART, TAKEN_BACK, "hand")
        sets.append(EdgeSet("A", "B", "hand", f"2{number:02}", (back,)))
    assert believed(sets) == believed(kept)
    known = believed(sets)
    assert not {edge.ends for edge in known.edges} & {edge.ends for edge in known.apart}


def test_a_working_text_is_compared_by_what_its_draft_knows(dossier: Dossier) -> None:
    first, second = chain(dossier, [MEET, ACT], [MEET, ACT])
    dossier.unpair(first, second, [(1, 1)])
    written = [Edge(1, 0, "moved", by="editor"), Edge(0, 1, "same", by="editor")]  # changed about
    drafts = dossier.draft(second), draft(ACT, MEET)
    known = dossier.between_working(second, second, written, drafts)
    assert {(pair.old, pair.new, pair.binding, pair.moved) for pair in known.pairs} == {
        (1, 0, True, True), (0, 1, True, False),
    }  # fmt: skip
    known = dossier.between_working(first, second, written, drafts)
    assert [(pair.old, pair.new) for pair in known.pairs] == [(0, 1)]
    assert known.apart == ((1, 0), (None, 0))
    assert known.turned().apart == ((0, 1), (0, None))


def test_a_pair_said_on_the_way_is_told_where_the_way_carries_it(dossier: Dossier) -> None:
    first, second, third, fourth = chain(dossier, [MEET, ACT], [MEET, OTHER], [REPORT, MEET, OTHER], [MEET, OTHER])
    assert dossier.carried_by_hand(first, fourth) == ()
    dossier.pair(first, second, [(1, 1)], who="Chair")
    assert dossier.carried_by_hand(first, second) == ()  # said of these two themselves
    for new, ends in ((third, (1, 2)), (fourth, (1, 1))):
        (said,) = dossier.carried_by_hand(first, new)
        assert (said.ends, said.who, said.paired, said.on_the_way) == (ends, "Chair", True, True)
        (back,) = dossier.carried_by_hand(new, first)
        assert back.ends == ends[::-1]
    assert (1, 2) in together(dossier.compared(first, third))
    assert dossier.carried_by_hand(second, fourth) == ()
    dossier.unpair(first, fourth, [(1, 1)])
    assert dossier.carried_by_hand(first, fourth) == ()
    dossier.take_back(first, second, [(1, 1)])
    assert dossier.carried_by_hand(first, third) == ()
