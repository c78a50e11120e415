"""Small drafts that are merged, for the page that asks about them, and how the result reads."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from models.draft import Draft
from models.merging import merge
from tests.models.comparison.small_drafts import operative as draft
from widgets.merge.laid import lay_out
from widgets.merge.result import result_pieces
from widgets.merge.table import Choices, Item, MergeTable, merge_table
from widgets.paper.pieces import Mark

BASE = (
    "Invites the Secretary-General to consider designating an agency, by July 2025, to act as a focal point;",
    "Decides to review the matter again at its next session and to consider the report thereon;",
    "Calls upon all States to cooperate fully with the mechanism and to report on it in good time;",
    "Takes note of the report of the Secretary-General on the matter.",
)
OURS = (
    BASE[0].replace("Invites", "Reiterates its invitation to").replace("2025", "2026"),
    BASE[2].replace("all States", "all Member States"),
    BASE[3],
)
THEIRS = (
    BASE[0].replace("by July 2025", "no later than May 2027").replace("a focal", "the focal"),
    BASE[1].replace("next session", "eighty-first session"),
    BASE[2].replace("in good time", "every year"),
    BASE[3],
)


def table_of(
    base: tuple[str, ...] = BASE, ours: tuple[str, ...] = OURS, theirs: tuple[str, ...] = THEIRS
) -> MergeTable:
    return merge_table(merge(draft(*base), draft(*ours), draft(*theirs)))


def read(table: MergeTable, item: Item, choices: Choices) -> list[str]:
    """The result as it reads, without the names of sides and what is gone."""
    return [
        "".join(one.text for one in pieces if one.mark not in (Mark.SIDE, Mark.COUNT, Mark.REMOVED))
        for pieces in result_pieces(table, item, choices, lay_out(table, choices))
    ]


def clashing_texts() -> tuple[Draft, Draft, Draft]:
    """Base, ours and theirs that clash in one of each way, of which pictures are taken too."""
    path = Path(__file__).resolve().parents[2] / "packaging" / "clashing_texts.py"
    spec = importlib.util.spec_from_file_location("clashing_texts", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    base, ours, theirs = module.clashing_texts()
    return base, ours, theirs
