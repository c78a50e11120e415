"""What delegations ask for on a text, on the same text without what its Word file hides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.comparison.change import Pair
from models.comparison.compare import compare
from models.draft import Draft, Paragraph, labels
from models.proposals.laid.carrying import carried
from models.proposals.proposal import Proposal


def wishes_as_shown(
    draft: Draft, shown: Draft, places: Mapping[int, int], wishes: Mapping[str, Sequence[Proposal]]
) -> tuple[dict[str, list[Proposal]], tuple[str, ...]]:
    """The wishes on a draft set on what is `shown` of it, and a line for each that has no place there.

    `places` says where paragraphs of the draft stand in what is shown.
    """
    comparison = compare(draft, shown, [Pair(*pair) for pair in sorted(places.items())])
    every = {one.key: one for own in wishes.values() for one in own}
    placed = carried(tuple(every.values()), comparison, "", keep_keys=True).placed
    found = {one.key: _moving_what_is_shown(one, every[one.key], draft, shown, places) for one in placed}
    known, lines = labels(draft), dict[str, None]()
    for name, own in wishes.items():
        for at in (one.place.first for one in own if one.key not in found):
            place = (known[at] if at < len(known) else "the end") or f"paragraph {at + 1}"
            lines[f"Not in the file: what “{name}” asks for at {place}, in words that the Word file hides"] = None
    left = {name: [found[one.key] for one in own if one.key in found] for name, own in wishes.items()}
    return {name: own for name, own in left.items() if own}, tuple(lines)


def _moving_what_is_shown(
    one: Proposal, before: Proposal, draft: Draft, shown: Draft, places: Mapping[int, int]
) -> Proposal:
    """A move, which puts in what it takes out, of what is shown; `before` is it on the draft, any other wish stays."""
    if one.kind != "move":
        return one
    moved = [at for at in range(before.place.first, before.place.after) if at in places]
    words = {draft.paragraphs[at].text: shown.paragraphs[places[at]].runs for at in moved}

    def as_shown(come: Paragraph) -> Paragraph:
        return replace(come, runs=words.get(come.text, come.runs))

    return replace(one, edits=tuple(replace(edit, come=tuple(map(as_shown, edit.come))) for edit in one.edits))
