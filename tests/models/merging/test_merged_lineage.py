"""A merged draft is kept with both sides as its parents, and its lineage holds."""

from __future__ import annotations

from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from models.dossier import Dossier, examine
from models.dossier.histories.line import line
from models.merging import merge, merged
from models.merging.lineage import edges
from tests.models.comparison.small_drafts import draft
from tests.models.merging.random_drafts import edited, random_draft

MEET = "1. Decides to meet in Geneva in the spring;"
ACT = "2. Calls upon all Member States to act without delay;"


def test_a_merged_draft_has_two_parents(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.adref") as dossier:
        base = dossier.keep(draft(MEET, ACT), label="base")
        ours = dossier.keep(draft(MEET.replace("Geneva", "Vienna"), ACT), label="ours", parents=[base.id])
        theirs = dossier.keep(draft(MEET.replace("spring", "autumn"), ACT), label="theirs", parents=[base.id])
        found = merged(dossier.compared(base.id, ours.id), dossier.compared(base.id, theirs.id))
        assert not found.conflicts
        lines = dict(zip((ours.id, theirs.id), edges(found), strict=True))
        kept = dossier.keep(found.draft, label="merged", parents=[ours.id, theirs.id], edges=lines)
        told = [(v.node.label, v.kind, v.by) for v in line(dossier, kept.id, 0).versions]
        assert told == [
            ("base", "first", ""), ("ours", "reworded", "engine"), ("theirs", "reworded", "engine"),
            ("merged", "reworded", "editor"),
        ]  # fmt: skip
        assert examine(dossier.path) == ()


def test_what_one_side_split_or_merged_comes_from_the_other_too() -> None:
    whole = "1. Invites the Secretary-General to name a focal point and to report on its work every second year;"
    parts = [
        "1. Invites the Secretary-General to name a focal point;",
        "2. and to report on its work every second year;",
    ]
    split = merge(draft(whole), draft(*parts), draft(whole))
    assert [[(e.old, e.new, e.kind) for e in one] for one in edges(split)] == [
        [(0, 0, "same"), (1, 1, "same")], [(0, 0, "split"), (0, 1, "split")],
    ]  # fmt: skip
    joined = merge(draft(*parts), draft(whole), draft(*parts))
    assert [[(e.old, e.new, e.kind) for e in one] for one in edges(joined)] == [
        [(0, 0, "same")], [(0, 0, "merged"), (1, 0, "merged")],
    ]  # fmt: skip


@given(st.integers(0, 10**9).map(Random))
@settings(max_examples=60)
def test_each_paragraph_of_a_side_has_its_place(chance: Random) -> None:
    base = random_draft(chance)
    ours, theirs = edited(chance, base), edited(chance, base)
    found = merge(base, ours, theirs)
    for side, line_of in zip((ours, theirs), edges(found), strict=True):
        assert len({edge.ends for edge in line_of}) == len(line_of)
        for edge in line_of:
            assert 0 <= edge.old < len(side.paragraphs)
            assert 0 <= edge.new < len(found.draft.paragraphs)
            if edge.kind == "same":
                assert side.paragraphs[edge.old].text == found.draft.paragraphs[edge.new].text
