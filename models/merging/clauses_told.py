"""Clauses that a side moved and that the text, as it was answered, says too often or no longer: they are told.

They are asked about (`clauses_tied`); told is what is left over, where what they stand in came apart. They are counted
as they stand, word by word, so that it does not matter how often each of their words is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.draft import Draft, labels
from models.merging.called import quoted
from models.merging.conserved import CLAUSE
from models.merging.plan import Plan
from models.merging.said_of_words import Said, in_short, sentence
from models.merging.sheet import Sheet
from models.merging.sides import BASE
from models.merging.telling import telling_words


def follow(plan: Plan, sheet: Sheet, draft: Draft, told: Sequence[str]) -> Iterator[str]:
    """A sentence for each clause that stands otherwise than the answers say, but those that are `told` already."""
    ways = {one.choice.way if one.choice is not None else "" for one in sheet.conflicts}
    if not plan.moved or ways & {"", "both", "written"}:
        return
    texts = [_lines(one) for one in (*(side.draft for side in plan.sides), draft)]
    changed = [row for row in sheet.rows if row.kind != "same"]
    for clause in plan.moved:
        telling = telling_words(clause)
        words = f" {' '.join(telling)} "
        base, ours, theirs, now = (sum(line.count(words) for line in lines) for lines in texts)
        known = base, ours, theirs, ours + theirs - base
        if len(telling) < CLAUSE or min(known) <= now <= max(known) or any(in_short(clause) in one for one in told):
            continue
        how = "twice" if now > max(known) else "lost"
        side, lines = (draft, texts[-1]) if how == "twice" else (plan.sides[BASE].draft, texts[BASE])
        names = labels(side)
        where = [at for row in changed for at in (row.merged if how == "twice" else row.base) if words in lines[at]]
        places = [names[at] or quoted(side.paragraphs[at].text) for at in where]
        if places:
            yield sentence(how, Said([in_short(clause)], [*dict.fromkeys(places)]))


def _lines(draft: Draft) -> list[str]:
    """The words of each paragraph that tell something."""
    return [f" {' '.join(telling_words(one.text))} " for one in draft.paragraphs]
