"""An older draft as the working text takes it. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.running.what_stays import making_what_stays
from models.comparison.change import Pair
from models.dossier import Dossier
from models.draft import Draft

if TYPE_CHECKING:
    from models.editing.edit import Entry


@dataclass(frozen=True)
class Restored:
    """An older draft, and its paragraphs as entries of the working text, each with where it came from."""

    draft: Draft = field(repr=False)
    entries: Sequence[Entry] = field(repr=False, default=())


def restored(dossier: Dossier, base: Draft, parent: str | None, node: str) -> Restored:
    """What is needed to make the working text on `parent` read as the draft `node` does."""
    from models.comparison.compare import compare
    from models.editing.acts.restoring import entries_from

    draft = dossier.draft(node)
    comparison = dossier.compared(parent, node, drafts=(base, draft)) if parent else compare(base, draft)
    pairs = tuple(Pair(old, new) for change in comparison.changes for old in change.old for new in change.new)
    with making_what_stays():
        return Restored(draft, entries_from(draft, pairs))
