"""What is said by hand is obeyed over any graph of drafts: compared, followed as lineage, and laid in columns."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.comparison.by_hand import Ends
from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.dossier import Dossier, examine
from models.dossier.histories.line import Steps, line
from models.draft import Kind, Paragraph, Run
from models.lineage import Edge
from tests.models.comparison.small_drafts import draft
from tests.models.dossier.test_pairing import ACT, MEET, REPORT, chain, together
from tests.models.merging.random_drafts import edited, random_draft

seeds = st.integers(0, 10**9).map(Random)


@given(seeds)
@example(Random(48304))  # a pair of the two drafts themselves between two that a hand said of drafts on the way
@example(Random(48391))  # a pair by hand of paragraphs that have no word in common
@settings(max_examples=14, deadline=None)
def test_whatever_is_said_is_obeyed(chance: Random) -> None:
    with TemporaryDirectory() as place, Dossier.create(path := Path(place) / "a.adref") as dossier:
        texts = [random_draft(chance, 6)]
        nodes = [dossier.keep(texts[0], label="0").id]
        for number in range(1, 4):
            parents = sorted(chance.sample(range(number), chance.randint(1, min(2, number))))
            texts.append(edited(chance, texts[parents[-1]], 2))
            nodes.append(dossier.keep(texts[-1], label=str(number), parents=[nodes[one] for one in parents]).id)
        if any(not text.paragraphs for text in texts) or len(set(nodes)) < len(nodes):
            return
        for _ in range(4):
            old, new = sorted(chance.sample(range(4), 2))
            i, j = chance.randrange(len(texts[old].paragraphs)), chance.randrange(len(texts[new].paragraphs))
            if chance.random() < 0.5:
                dossier.pair(nodes[old], nodes[new], [(i, j)])
            else:
                ends: Ends = chance.choice([(i, j), (i, None), (None, j)])
                dossier.unpair(nodes[old], nodes[new], [ends])
        for old, new in combinations(range(4), 2):
            pairs = together(dossier.compared(nodes[old], nodes[new]))
            for said in dossier.said_by_hand(nodes[old], nodes[new]):
                p, q = said.ends
                if said.paired:
                    assert said.ends in pairs
                else:
                    assert not any(p in (None, i) and q in (None, j) for i, j in pairs)
            assert {(q, p) for p, q in together(dossier.compared(nodes[new], nodes[old]))} == pairs
            for one, other in ((old, new), (new, old)):
                if dossier.lineage(nodes[one], nodes[other]) is not None:
                    known = (
                        dossier.known_from(nodes[one])[nodes[other]],
                        dossier.known_between(nodes[one], nodes[other]),
                    )
                    assert {edge.ends for edge in known[0].edges} == {edge.ends for edge in known[1].edges}
        for node, text in zip(nodes, texts, strict=True):
            for position in range(len(text.paragraphs)):
                versions = line(dossier, node, position).versions
                assert (node, position) in {(one.node.id, one.position) for one in versions}
        assert examine(path) == ()


@pytest.mark.parametrize("beside", [False, True], ids=["behind each other", "beside each other"])
def test_a_pair_of_two_that_stand_on_either_side_of_a_draft_leaves_its_lineage_whole(
    beside: bool, dossier: Dossier
) -> None:
    if beside:
        middle = dossier.keep(draft(MEET, ACT), label="0").id
        ends = [dossier.keep(draft(MEET, ACT, text), parents=[middle]).id for text in (REPORT, "3. Notes storms.")]
    else:
        first, middle, last = chain(dossier, [MEET, ACT], [MEET, ACT, REPORT], [MEET, ACT, "3. Notes storms."])
        ends = [first, last]
    dossier.pair(*ends, [(0, 1)])
    for position in range(len(dossier.draft(middle).paragraphs)):
        assert line(dossier, middle, position).versions


LONG = "2. Requests the Secretary-General to report on storms, floods and droughts and on all that follows from them;"


def test_another_end_given_by_hand_takes_the_place_of_the_old_one(dossier: Dossier) -> None:
    first, second = chain(dossier, [MEET, LONG], [MEET, LONG, "3. Requests the Secretary-General to report on storms;"])
    dossier.pair(first, second, [(1, 2)])
    assert together(dossier.compared(first, second)) == {(0, 0), (1, 2)}
    assert together(dossier.compared(second, first)) == {(0, 0), (2, 1)}


def test_what_comes_back_and_is_kept_apart_by_hand_is_another_line(dossier: Dossier) -> None:
    first, second, third = chain(dossier, [MEET, ACT], [MEET], [MEET, ACT])
    assert {one.node.id for one in line(dossier, third, 1).versions} == {first, third}
    dossier.unpair(first, third, [(1, 1)])
    assert {one.node.id for one in line(dossier, third, 1).versions} == {third}
    assert {one.node.id for one in line(dossier, first, 1).versions} == {first}
    assert second


RULE = (
    "2. Decides that from the day on which the Charter of Millers is in force decisions of the council shall be taken "
    "by lodges and by halls of regional guilds that joined the Charter;"
)
CALL = "2. Calls upon all lodges and halls of regional guilds to consider joining the Charter of Millers;"


def test_what_went_and_what_came_in_later_are_two_in_every_view(dossier: Dossier) -> None:
    """The engine by itself takes one for the other; a hand may say so too."""
    texts = [MEET, RULE, REPORT], [MEET, REPORT], [MEET, CALL, REPORT]
    assert (1, 1) in together(compare(draft(*texts[0]), draft(*texts[2])))
    first, middle, last = chain(dossier, *texts)
    for old, new in ((first, last), (last, first)):
        assert together(dossier.compared(old, new)) == {(0, 0), (2, 2)}
    assert [one.kind for one in line(dossier, last, 1).versions] == ["first"]
    assert len(in_columns([dossier.compared(first, middle), dossier.compared(middle, last)]).rows) == 4
    written = [Edge(*ends, "same", by="editor") for ends in ((0, 0), (1, 1), (2, 3))]  # one was typed behind it
    drafts = dossier.draft(first), draft(MEET, CALL, ACT, REPORT)
    assert dossier.between_working(first, last, written, drafts).apart == ((None, 1),)
    dossier.pair(first, last, [(1, 1)])
    assert (1, 1) in together(dossier.compared(first, last))
    assert [one.node.id for one in line(dossier, last, 1).versions] == [first, last]


def test_what_came_back_with_other_words_is_one_in_every_view(dossier: Dossier) -> None:
    again = RULE.replace("Decides that from the day on which", "Recalls that once")
    first, middle, last = chain(dossier, [MEET, RULE, REPORT], [MEET, REPORT], [MEET, again, REPORT])
    assert (1, 1) in together(dossier.compared(first, last))
    assert [one.kind for one in line(dossier, last, 1).versions] == ["first", "returned"]
    assert len(in_columns([dossier.compared(first, middle), dossier.compared(middle, last)]).rows) == 3


def test_two_that_came_in_beside_each_other_are_compared_by_their_words(dossier: Dossier) -> None:
    root = dossier.keep(draft(MEET, REPORT), label="0").id
    ends = [dossier.keep(draft(MEET, text, REPORT), parents=[root]).id for text in (RULE, CALL)]
    assert (1, 1) in together(dossier.compared(*ends))


@pytest.mark.parametrize("seed", range(8))
def test_what_is_compared_is_what_lineage_says(seed: int, dossier: Dossier) -> None:
    """Of drafts that branch and join, into which paragraphs of older ones come back."""
    chance = Random(seed)
    texts = [random_draft(chance, 6)]
    nodes = [dossier.keep(texts[0], label="0").id]
    for number in range(1, 5):
        parents = sorted(chance.sample(range(number), chance.randint(1, min(2, number))))
        text = edited(chance, texts[parents[-1]], 2)
        again = Paragraph(Kind.OPERATIVE, (Run(chance.choice(chance.choice(texts).paragraphs).text),))
        texts.append(replace(text, paragraphs=(again, *text.paragraphs)))
        nodes.append(dossier.keep(texts[-1], label=str(number), parents=[nodes[one] for one in parents]).id)
    steps = Steps(dossier)
    of_one_line = 0
    for old, new in combinations(range(5), 2):
        if dossier.lineage(nodes[old], nodes[new]) is None:
            continue
        of_one_line += 1
        changes = dossier.compared(nodes[old], nodes[new]).changes
        for here, there in ((old, new), (new, old)):
            for at, one in enumerate(texts[here].paragraphs):
                versions = line(dossier, nodes[here], at, steps).versions
                stood = {version.position for version in versions if version.node.id == nodes[there]}
                (change,) = (change for change in changes if at in (change.old if here == old else change.new))
                paired = {*(change.new if here == old else change.old)}
                # Of a tie of many to many each keeps a partner.
                assert paired == stood or (paired and paired < stood) or one.cell is not None, (old, new, at)
    assert of_one_line >= 4


def test_what_a_step_takes_out_does_not_come_back_in_it(dossier: Dossier) -> None:
    first = dossier.keep(draft(MEET, ACT), label="one").id
    second = dossier.keep(draft(MEET, ACT, ACT.replace("2.", "3.")), label="two", parents=[first]).id
    (at,) = (edge.new for edge in dossier.edges(first, second) if edge.old == 1)
    dossier.unpair(first, second, [(None, at)])
    for one in (1, 2):
        assert len(line(dossier, second, one).versions) == 1
        assert not any(one in change.new and change.old for change in dossier.compared(first, second).changes)
