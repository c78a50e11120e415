"""A file that goes from one kept draft to a later one, as a redline of both that comes back: it proposes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.dossier.dossier import Dossier
from models.draft import Draft, content_hash
from models.proposals.untracked.matching import Likeness, Match, likeness

if TYPE_CHECKING:
    from models.proposals.returned import Returned


def with_all_changes(dossier: Dossier, whole: Returned, match: Match) -> Likeness | None:
    """The kept draft that a file is with all its changes, where it is an earlier one without them, as `match` has it.

    Who goes back to an earlier draft asks for that: what came since is struck. A draft that was read from this very
    file is none: who has the file read once more wants its changes as proposals.
    """
    if match.base is None or match.base.apart:
        return None
    sent, own, nodes = whole.sent.draft, dossier.read_from(whole.blob), dossier.nodes()
    content, base = content_hash(sent), next(at for at, one in enumerate(nodes) if one.id == match.base.node)
    later = reversed(nodes[base + 1 :])
    others = [one for one in later if one.content != nodes[base].content and one.id not in own]
    in_tables = any(one.cell is not None for one in sent.paragraphs)  # else what reads alike has the same content
    as_long = [one for one in others if in_tables and one.paragraphs == len(sent.paragraphs)]
    found = next((one for one in others if one.content == content), None) or next(
        (one for one in as_long if _reads_alike(sent, dossier.draft(one.id))), None
    )
    return None if found is None else likeness(sent, found.id, found.label, dossier.draft(found.id))


def _reads_alike(sent: Draft, kept: Draft) -> bool:
    """Whether two texts differ in nothing but in what a redline of our own lays in a table, as a masthead."""
    return sent.footnotes == kept.footnotes and all(
        one == replace(other, cell=one.cell) and (one.cell == other.cell or other.cell is None)
        for one, other in zip(sent.paragraphs, kept.paragraphs, strict=True)
    )
