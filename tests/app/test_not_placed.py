"""A proposal that has no place is named by its words: those it stands at, or those it puts in."""

from __future__ import annotations

import pytest

from app.commands.returning import _words
from models.draft import Kind, Paragraph, Run
from models.proposals.proposal import Edit, Place, Point, Proposal


def proposal(kind: str, at: str, come: str) -> Proposal:
    new = (Paragraph(Kind.TEXT, (Run(come),)),) if come else ()
    return Proposal(kind, "France", Place("", 1, 2, 0, len(at), at), (Edit(Point(1, 0), Point(1, len(at)), at, new),))


@pytest.mark.parametrize(
    ("kind", "at", "come", "told"),
    [
        ("reword", "in July", "in May", "in July"),
        ("insert", "", "and water", "new words “and water”"),
        ("insert", "peace", "and water", "new words “and water” at “peace”"),
        ("insert", "", "water " * 20, f"new words “{'water ' * 12}water…”"),
        ("format", "", "", "a change of format"),
    ],
)
def test_it_is_named_by_its_words(kind: str, at: str, come: str, told: str) -> None:
    assert _words(proposal(kind, at, come)) == told
