"""Files into a dossier: read, compared with what they follow, and kept in order, each on the one before."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from models.dossier.dossier import Dossier
from models.dossier.errors import DossierError
from models.dossier.incoming.read_again import read_alike
from models.dossier.node import Node
from models.dossier.rows.draft_rows import Prepared
from models.draft import Draft, node_id
from models.draft.masthead import Masthead, masthead
from models.lineage import Edge, engine_edges
from models.reading.reading import Reading

Progress = Callable[[float], None]
"""Told a share of the work from 0 to 1; raising from it cancels, and nothing is kept."""


UNNAMED = "Draft without a name"
"""The label of a text that has neither symbol nor file, as one that was pasted."""


@dataclass(frozen=True)
class Incoming:
    """A file as read, on its way into a dossier; `label` where the user gave one."""

    reading: Reading
    file_name: str
    label: str | None = None

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return Path(self.file_name).stem


def import_into(
    path: Path,
    files: Sequence[Path],
    *,
    label: str | None = None,
    parent: str | None = None,
    read: Callable[[Path], Reading] | None = None,
    told: Callable[[str], None] = lambda sentence: None,
) -> tuple[Node, ...]:
    """Imports files into the dossier at `path`, which is made if it is not there.

    `parent` is a label, symbol or start of an id; `read` reads a file, `read_file` unless said. All files are read
    before anything is written; where something goes wrong, a dossier that was not there before is not left behind.
    `told` gets a sentence where a file is no new draft, or a draft is called otherwise now.
    """
    from models.files.read import read_file

    if label is not None and len(files) > 1:
        raise DossierError("A label is for one file; import the files one by one to name each.")
    incoming = [Incoming((read or read_file)(file), file.name, label) for file in files]
    dossier = Dossier.open(path) if os.path.lexists(path) else Dossier.create(path)
    with dossier:
        try:
            base = dossier.find(parent) if parent is not None else None
            return import_files(dossier, incoming, parent=base, distinct=False, told=told)
        except BaseException:
            dossier.unmake()
            raise


def import_files(
    dossier: Dossier,
    incoming: Iterable[Incoming],
    *,
    parent: Node | None = None,
    distinct: bool = True,
    progress: Progress | None = None,
    who: str = "",
    told: Callable[[str], None] = lambda sentence: None,
) -> tuple[Node, ...]:
    """Keeps readings in the order given, each on the one before; returns the draft of each.

    The first follows `parent`; without one it follows the last kept draft, unless its text is kept already: then it
    is that draft, and `told` so where that is called otherwise. With a label of its own a text that goes back to an
    older wording is a new draft on the last one. A draft without a label of its own is called by its symbol, else by
    the file's name; `distinct`, in the window, adds (2) where another is called so. All comparisons are made before the
    first draft is kept: cancelling keeps nothing.
    """
    planned = _plan(dossier, list(incoming), parent, progress or (lambda share: None))
    with dossier.keeping([step.prepared for step in planned]):
        return tuple(_keep(dossier, step, distinct, who, told) for step in planned)


@dataclass(frozen=True)
class _Step:
    """One draft to keep, its masthead, and by parent how the parent's paragraphs live on in it."""

    incoming: Incoming
    head: Masthead
    parents: tuple[str, ...]
    edges: dict[str, tuple[Edge, ...]]
    identity: str
    prepared: Prepared
    there: Node | None
    """The draft it is already, before all of them are kept."""


def _plan(dossier: Dossier, incoming: Sequence[Incoming], parent: Node | None, tell: Progress) -> list[_Step]:
    from models.comparison.compare import compare

    nodes = dossier.nodes()
    known = {node.id: node for node in nodes}
    steps: list[_Step] = []
    before: tuple[str, Draft] | None = None
    for number, one in enumerate(incoming):
        draft = one.reading.draft
        prepared = Prepared.of(draft)
        alike = [node for node in nodes if node.content == prepared.hash] or read_alike(dossier, nodes, draft)
        if before is None and parent is None:
            there = _kept_already(nodes, one, alike)
            follows = there.parents if there else (nodes[-1].id,) if nodes else ()
        else:
            follows = (before[0] if before else parent.id if parent else "",)
            there = next((node for node in alike if node.parents == follows), None)
        if there is not None and there.content != prepared.hash:
            draft = dossier.draft(there.id)  # in the reading of its time
            one, prepared = replace(one, reading=replace(one.reading, draft=draft)), Prepared.of(draft)
        identity = node_id(prepared.hash, follows)
        edges = {}
        if identity not in known:
            for its in follows:
                old = before[1] if before and before[0] == its else dossier.draft(its)
                share = _within(tell, number, len(incoming))
                edges[its] = tuple(engine_edges(compare(old, draft, progress=share)))
        steps.append(_Step(one, masthead(draft), follows, edges, identity, prepared, known.get(identity)))
        before = (identity, draft)
    tell(1.0)
    return steps


def _kept_already(nodes: Sequence[Node], one: Incoming, alike: Sequence[Node]) -> Node | None:
    """The draft a text is: the first of its words, but of those called as it shall be, where there are some.

    Where the user calls it otherwise and other drafts came after, it is none of them: the text went back to them.
    """
    called = [node for node in alike if one.label in (None, node.label)]
    return next(iter(called), nodes[-1] if alike and alike[-1] is nodes[-1] else None)


def _within(tell: Progress, number: int, of: int) -> Progress:
    return lambda share: tell((number + share) / of)


def _keep(dossier: Dossier, step: _Step, distinct: bool, who: str, told: Callable[[str], None]) -> Node:
    head, there = step.head, step.there
    label = step.incoming.label or head.symbol or step.incoming.stem or UNNAMED
    if distinct and step.incoming.label is None:
        label = unique_label(dossier.nodes(), label, step.identity)
    node = dossier.keep(
        step.incoming.reading,
        label=label,
        symbol=head.symbol,
        date=head.adopted or head.date,
        file_name=step.incoming.file_name,
        parents=step.parents,
        edges=step.edges,
        who=who,
        prepared=step.prepared,
    )
    if step.incoming.label is not None:
        dossier.set_fact(node.id, "label", step.incoming.label, who=who)
        if there is not None and there.label != step.incoming.label:
            told(f"The text of “{there.label}” is kept already; it is called “{step.incoming.label}” now.")
    elif there is not None and there.label != label and there.file_name != step.incoming.file_name:
        how = "" if distinct else "; to keep it as a draft of its own, give it a label"
        told(f"“{step.incoming.file_name}” has the text of “{there.label}”, which is kept already{how}.")
    return dossier.node(node.id)


def unique_label(nodes: Iterable[Node], wanted: str, identity: str = "") -> str:
    """The label, or with (2), (3)... where another draft than `identity` has it."""
    taken = {node.label for node in nodes if node.id != identity}
    label, number = wanted, 2
    while label in taken:
        label, number = f"{wanted} ({number})", number + 1
    return label
