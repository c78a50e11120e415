"""What is told of a file with some changes accepted without making that text is never too much."""

from __future__ import annotations

from random import Random

import pytest

from models.comparison.compare import compare
from models.dossier.incoming.far_grounds import FarGrounds
from models.proposals.laid.applying import applied
from models.proposals.untracked.compared import compared_proposals
from models.proposals.untracked.matching import likeness, words_of
from tests.models.word.redline_cases import edited, random_draft


@pytest.mark.parametrize("first", range(0, 240, 40))
def test_no_draft_is_told_to_be_further_than_it_is(first: int) -> None:
    tight = 0
    for seed in range(first, first + 40):
        chance = Random(seed)
        base = random_draft(chance)
        kept = [base, edited(base, chance, 2), edited(base, chance, 5)]
        proposals = compared_proposals(compare(base, edited(base, chance, 4)), "Kenya")
        some = [one for one in proposals if chance.random() < 0.7]
        drafts = {str(at): [words for _, words in words_of(one)] for at, one in enumerate(kept)}
        told = FarGrounds(base, drafts).least_apart(some)
        text = applied(base, some)
        for at, one in enumerate(kept):
            apart = likeness(text, str(at), "", one).apart
            assert told[str(at)] <= apart, (seed, at)
            tight += bool(apart) and told[str(at)] > 0
    assert tight > 20
