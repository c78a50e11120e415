"""What was found out of three drafts, of which a merge is laid out; settling a conflict changes nothing of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.merging.order.places import Places
from models.merging.order.placing import Placing
from models.merging.pairs.blocks import Block, Gone
from models.merging.references.typed_alike import Counts
from models.merging.sides import Side
from models.merging.tables.table_places import Tables
from models.merging.words.streams import Writer
from models.merging.words.tied import Tied


@dataclass(frozen=True, eq=False)
class Plan:
    """Blocks, what is gone, and where each stands."""

    sides: tuple[Side, Side, Side]
    blocks: tuple[Block, ...]
    gone: tuple[Gone, ...]
    where: Placing
    writer: Writer
    tables: Tables
    bounded: bool = False
    """Whether there was more to hold against each other than is weighed."""
    places: Places = field(default_factory=dict)
    tied: tuple[Tied, ...] = ()
    numbers: Counts | None = None
    """The numbers that headings had typed on the sides, where all three keep a running count."""
    references: frozenset[str] = frozenset()
    """The keys of the references by which each side meant another paragraph."""
