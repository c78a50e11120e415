"""Where a phrase comes from: the drafts in which it first stood, left and came back, in whatever paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.comparison.words.features import words_of
from models.dossier.dossier import Dossier
from models.dossier.histories.line import Steps, line
from models.dossier.histories.phrases import Proposed, Standing, holds, phrase_history, states
from models.dossier.histories.proposed import Proposals
from models.dossier.node import Node

LIMIT = 20
"""So many paragraphs are followed through the drafts; words that many more have come from nowhere in particular."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A phrase along the lineage of a paragraph; `label` is what that is called in the newest draft where it has it."""

    node: Node
    position: int
    label: str | None
    history: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """A phrase in the drafts of a dossier, oldest first, and in the paragraphs that ever had it; `more` than these."""

    history: tuple[Standing, ...]
    paragraphs: tuple[Traced, ...]
    more: bool


def provenance(dossier: Dossier, phrase: str, limit: int = LIMIT) -> Provenance:
    """Where a phrase stood first, left and came back, and who had proposed it.

    Case, brackets, punctuation and spacing do not matter; words of footnotes are not looked at. Paragraphs are in the
    order of the newest draft that has them. A phrase without words stands nowhere.
    """
    steps, wanted = Steps(dossier), words_of(phrase)
    nodes = steps.nodes
    places: dict[str, list[int]] = {}
    known: dict[str, bool] = {}
    for node in nodes if wanted else ():
        for at, paragraph in enumerate(steps.draft(node.id)[0].paragraphs):
            if paragraph.text not in known:
                known[paragraph.text] = holds(words_of(paragraph.text), wanted)
            if known[paragraph.text]:
                places.setdefault(node.id, []).append(at)
    traced: list[Traced] = []
    proposals = Proposals(dossier, steps)
    followed: set[tuple[str, int]] = set()
    more = False
    for node in reversed(nodes):
        for at in places.get(node.id, ()):
            if (node.id, at) in followed:
                continue
            if len(traced) == limit:
                more = True
                break
            found = line(dossier, node.id, at, steps)
            followed |= {(version.node.id, version.position) for version in found.versions}
            its = proposals.told(found, phrase_history(found, phrase))
            traced.append(Traced(node, at, steps.draft(node.id)[1][at], its))
    history = states(nodes, places.keys(), {node.id for node in nodes})
    told = (
        replace(
            one,
            into=one.state == "first" and _were_there(steps, one.node, places[one.node.id]),
            proposed=_of_all(one, [each.history[at] for each in traced]),
        )
        for at, one in enumerate(history)
    )
    return Provenance(tuple(told), tuple(traced), more)


def _of_all(one: Standing, traced: Sequence[Standing]) -> tuple[Proposed, ...]:
    """Who had proposed in any paragraph what became of words in all of a draft."""
    if one.state in ("absent", "stands"):
        return ()
    of = {(who.who, who.words): who for each in traced if each.there == one.there for who in each.proposed}
    return tuple(who for who in of.values() if not who.words or all(words for _, words in of))


def _were_there(steps: Steps, node: Node, places: Sequence[int]) -> bool:
    """Whether one of some paragraphs of a draft comes from a draft before."""
    return any(edge.new in places for parent in node.parents for edge in steps.known(parent, node.id).edges)
