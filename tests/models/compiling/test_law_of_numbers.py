"""Of a compiled file with typed numbers: all rejected it is the base, all accepted no paragraph lacks its number."""

from __future__ import annotations

from random import Random

import pytest

from models.circulation.typesetting import Typesetting
from models.comparison.compare import compare
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.taken_alone import words_with_notes
from models.draft import Draft, Kind, labels
from models.draft.numbering import computed_numbers, sole_operatives
from models.proposals.laid.applying import applied
from models.proposals.proposal import Proposal
from models.proposals.returned import read_returned
from models.proposals.untracked.compared import compared_proposals
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.compiling.read_alone import taken_alone
from tests.models.compiling.test_each_in_its_place import random_base, random_wish
from tests.models.word.lint import lint

TYPED = Typesetting(literal_numbers=True)
# In each of these somebody joins, strikes or rewords paragraphs around one that others put in or move.
# In 5381 and 5416 somebody puts a new paragraph before one that he moves and another amends.
# In the last three the end of a paragraph that goes for each ends, where all is taken, one of another kind.
SEEDS = (248, 476, 869, 893, 959, 1196, 1286, 5381, 5416, 5126, 5321, 5448)


def told(draft: Draft) -> list[tuple[str | None, Kind, str | None, str]]:
    return [(label, one.kind, one.number, one.text) for label, one in zip(labels(draft), draft.paragraphs, strict=True)]


def one_of_several(*drafts: Draft) -> bool:
    """Whether no operative paragraph stands alone in any of the texts: such a one has no number."""
    return not any(sole_operatives(draft.paragraphs) for draft in drafts)


@pytest.mark.parametrize("seed", [*SEEDS, *range(2, 50, 6)])
def test_each_paragraph_has_its_number(seed: int) -> None:
    chance = Random(f"{seed}simple")
    base = random_base(chance)
    tracked = chance.random() < 0.5
    file = write_clean(base, TYPED)
    origins = read_word(file).origins
    asked = {name: random_wish(chance, base) for name in "ABC"[: chance.randint(1, 3)]}
    wishes: dict[str, list[Proposal]] = {}
    for name, new in asked.items():
        comparison = compare(base, new)
        if tracked:
            data = write_redline(comparison, base=file, origins=origins, author=name)
            wishes[name] = list(read_returned(data).on(base, "base").placed)
        else:
            wishes[name] = list(compared_proposals(comparison, name))
    made = write_compilation(base, joined(base, wishes), base=file, origins=origins)
    assert lint(made.data) == ()
    assert told(read_word(made.data, "reject").draft) == told(base)
    accepted = read_word(made.data).draft
    assert told(accepted) == told(made.taken)
    if one_of_several(base, *asked.values(), accepted):
        pairs = zip(accepted.paragraphs, computed_numbers(accepted), strict=True)
        # Of what a paragraph is Word tracks one change: where one thing cannot be had for each and for all, it is told.
        assert sum(one.number != number for one, number in pairs) <= [one.kind for one in made.clashes].count("kind")
    for name, own in wishes.items():
        assert words_with_notes(taken_alone(made.data, name)) == words_with_notes(applied(base, own)), name
