"""Who did what in a dossier, and when."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

from models.dossier.node import Node
from models.dossier.rows.run_lengths import refuse_endless
from models.lineage import APART, NOBODY, TAKEN_BACK

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Happening:
    """Something done in a dossier by `who` ("" where unknown) at `at` (UTC, ISO 8601).

    `what` is "kept" (a draft, with `label` and `note` as they are now), "said" (the fact `name` about a draft:
    `before` is None where it was said first, `after` None where it was taken back), "paired" or "unpaired" (by hand:
    `pairs` of positions in `node` and in `other`, None on one side where a paragraph was deleted or is new) or
    "taken back" (the last that was said by hand of these pairs).
    """

    at: str
    who: str
    what: str
    node: str
    label: str
    note: str | None = None
    name: str = ""
    before: Any = None
    after: Any = None
    other: str | None = None
    pairs: tuple[tuple[int | None, int | None], ...] = ()


def happenings(db: Database, nodes: Sequence[Node]) -> tuple[Happening, ...]:
    """All that was done to some drafts, the newest first."""
    by_id = {node.id: node for node in nodes}
    done = [*_kept(nodes), *_said(db, by_id), *_by_hand(db, by_id)]
    return tuple(sorted(done, key=attrgetter("at"))[::-1])


def _kept(nodes: Sequence[Node]) -> Iterator[Happening]:
    for node in nodes:
        if node.kept is not None:
            yield Happening(node.kept, node.kept_by, "kept", node.id, node.label, node.note)


def _said(db: Database, nodes: dict[str, Node]) -> Iterator[Happening]:
    """What was said later than with the keeping of a draft."""
    last: dict[tuple[str, str], Any] = {}
    rows = db.execute(
        "SELECT nodes.hash, name, value, who, at FROM facts JOIN nodes ON nodes.id = node ORDER BY at, facts.id"
    ).fetchall()
    for node, name, text, who, at in rows:
        value, before = json.loads(text), last.get((node, name))
        last[node, name] = value
        if node in nodes and at != nodes[node].kept:
            yield Happening(at, who, "said", node, nodes[node].label, None, name, before, value)


def _by_hand(db: Database, nodes: dict[str, Node]) -> Iterator[Happening]:
    rows = db.execute(
        "SELECT edge_sets.id, p.hash, c.hash, edge_sets.who, at, kind, confidence, old, new, length FROM edge_sets "
        "JOIN edges ON edge_set = edge_sets.id JOIN nodes p ON p.id = parent JOIN nodes c ON c.id = child "
        "WHERE source = 'hand' ORDER BY at, edge_sets.id, old, new"
    ).fetchall()
    for _, same in groupby(rows, key=itemgetter(0)):
        refuse_endless(row[-1] for row in same)
    acts: dict[tuple[int, str], list[tuple[int | None, int | None]]] = {}
    about: dict[int, tuple[str, str, str, str]] = {}
    for row, parent, child, who, at, kind, confidence, old, new, length in rows:
        about[row] = (parent, child, who, at)
        what = "paired" if kind != APART else "taken back" if confidence == TAKEN_BACK else "unpaired"
        ends = ((_position(old + step), _position(new + step)) for step in range(length))
        acts.setdefault((row, what), []).extend(ends)
    for (row, what), pairs in acts.items():
        parent, child, who, at = about[row]
        if parent in nodes and child in nodes:
            yield Happening(at, who, what, parent, nodes[parent].label, other=child, pairs=tuple(pairs))


def _position(end: int) -> int | None:
    return None if end == NOBODY else end
