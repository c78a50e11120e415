"""The drafts behind a text, and where each of its paragraphs stood in them. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.wording import short_days
from models.dossier import Dossier
from models.dossier.incoming.importing import Progress
from models.draft import labels


@dataclass(frozen=True)
class Ancestor:
    """A draft behind the working text: where each paragraph of its base stood in it, and in what words."""

    node: str
    label: str
    day: str
    stood: Mapping[int, int] = field(repr=False)
    labels: Sequence[str | None] = field(repr=False)
    texts: Sequence[str] = field(repr=False)


_MOST_ANCESTORS = 12


def ancestors_of(dossier: Dossier, node: str, progress: Progress) -> tuple[Ancestor, ...]:
    """The draft `node` and those before it, oldest first, with where each of its paragraphs stood in them."""
    nodes = {one.id: one for one in dossier.nodes()}
    line: list[str] = []
    waiting = [node]
    while waiting and len(line) < _MOST_ANCESTORS:
        one = waiting.pop(0)
        if one in nodes and one not in line:
            line.append(one)
            waiting += nodes[one].parents[:1]
    found, days = [], short_days([nodes[one].date for one in line])
    for number, one in enumerate(line):
        progress(number / len(line))
        draft = dossier.draft(one)
        if one == node:
            stood = {at: at for at in range(len(draft.paragraphs))}
        else:
            stood = {edge.new: edge.old for edge in reversed(dossier.composed_edges(one, node))}
        texts = tuple(paragraph.text for paragraph in draft.paragraphs)
        found.append(Ancestor(one, nodes[one].label, days[number], stood, labels(draft), texts))
    return tuple(reversed(found))
