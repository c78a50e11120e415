"""Where a phrase comes from: the drafts in which it first stood, left and came back, in whatever paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.comparison.words.features import words_of
from models.dossier.dossier import Dossier
from models.dossier.histories.line import Steps, line
from models.dossier.histories.note_line import note_line
from models.dossier.histories.phrases import Proposed, Standing, holds, phrase_history, states
from models.dossier.histories.proposed import Proposals
from models.dossier.node import Node
from models.draft import Draft

LIMIT = 20
"""So many paragraphs are followed through the drafts; words that many more have come from nowhere in particular."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A phrase along the lineage of a paragraph; `label` is what that is called in the newest draft where it has it.

    Of a footnote `position` is its id.
    """

    node: Node
    position: int
    label: str | None
    history: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """A phrase in the drafts of a dossier, oldest first, and in the paragraphs and notes that ever had it; `more` than
    these."""

    history: tuple[Standing, ...]
    paragraphs: tuple[Traced, ...]
    notes: tuple[Traced, ...]
    more: bool


def provenance(dossier: Dossier, phrase: str, limit: int = LIMIT) -> Provenance:
    """Where a phrase stood first, left and came back, and who had proposed it.

    Case, brackets, punctuation and spacing do not matter. Paragraphs and notes are in the order of the newest draft
    that has them. The history in whole drafts is that in their text; of what only footnotes ever
    had, that in these. A phrase without words stands nowhere.
    """
    steps, wanted = Steps(dossier), words_of(phrase)
    nodes = steps.nodes
    places: dict[str, list[_Place]] = {}
    known: dict[str, bool] = {}
    for node in nodes if wanted else ():
        for place, text in _texts(steps.draft(node.id)[0]):
            if text not in known:
                known[text] = holds(words_of(text), wanted)
            if known[text]:
                places.setdefault(node.id, []).append(place)
    traced: dict[bool, list[Traced]] = {False: [], True: []}
    proposals = Proposals(dossier, steps)
    followed: set[tuple[str, _Place]] = set()
    more = False
    for node in reversed(nodes):
        for of_note, at in places.get(node.id, ()):
            if (node.id, (of_note, at)) in followed:
                continue
            if sum(map(len, traced.values())) == limit:
                more = True
                break
            found = note_line(node.id, at, steps) if of_note else line(dossier, node.id, at, steps)
            followed |= {(version.node.id, (of_note, version.position)) for version in found.versions}
            its = proposals.told(found, phrase_history(found, phrase))
            label = next(one.label for one in found.versions if (one.node.id, one.position) == (node.id, at))
            traced[of_note].append(Traced(node, at, label, its))
    in_text = {node: own for node, its in places.items() if (own := [place for place in its if not place[0]])}
    places = in_text or places
    history = states(nodes, places.keys(), {node.id for node in nodes})
    told = (
        replace(
            one,
            into=one.state == "first" and _were_there(steps, one.node, places[one.node.id]),
            proposed=_of_all(one, [each.history[at] for each in traced[not in_text]]),
        )
        for at, one in enumerate(history)
    )
    return Provenance(tuple(told), tuple(traced[False]), tuple(traced[True]), more)


def _of_all(one: Standing, traced: Sequence[Standing]) -> tuple[Proposed, ...]:
    """Who had proposed in any paragraph what became of words in all of a draft."""
    if one.state in ("absent", "stands"):
        return ()
    of = {(who.who, who.words): who for each in traced if each.there == one.there for who in each.proposed}
    return tuple(who for who in of.values() if not who.words or all(words for _, words in of))


_Place = tuple[bool, int]
"""Whether it is a footnote, and its id; else the position of a paragraph."""


def _texts(draft: Draft) -> Iterator[tuple[_Place, str]]:
    yield from (((False, at), one.text) for at, one in enumerate(draft.paragraphs))
    yield from (((True, one.id), one.text) for one in draft.footnotes)


def _were_there(steps: Steps, node: Node, places: Sequence[_Place]) -> bool:
    """Whether one of some paragraphs and notes of a draft comes from a draft before."""
    return any(
        any((False, edge.new) in places for edge in steps.known(parent, node.id).edges)
        or (
            any(of_note for of_note, _ in places)
            and any((True, new) in places for _, new in steps.notes(parent, node.id))
        )
        for parent in node.parents
    )
