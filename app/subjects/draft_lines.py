"""The kept drafts of a dossier, as its page lists them. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from app.subjects.listing import Listing, Story
from app.wording import long_date
from models.dossier import Node
from widgets.dossier.drafts import DraftRow

_ADOPTED = ("A/RES/", "S/RES/", "E/RES/", "A/HRC/RES/")


def draft_lines(listing: Listing, stories: Mapping[str, Story]) -> tuple[DraftRow, ...]:
    """The drafts, newest first; `stories` are what is known so far of some of them, by id."""
    return tuple(_row(node, listing, stories.get(node.id)) for node in listing.nodes)


def draft_line(node: Node) -> str:
    """Date and author of a draft."""
    return ", ".join(part for part in (long_date(node.date), node.author or "") if part)


def _row(node: Node, listing: Listing, story: Story | None) -> DraftRow:
    return DraftRow(
        id=node.id,
        label=node.label,
        parents=node.parents,
        line=draft_line(node),
        date=long_date(node.date),
        summary=story.summary if story else None,
        brackets=story.brackets if story else None,
        unmatched=story.unmatched if story else 0,
        adopted=bool(node.facts.get("adopted")) or (node.symbol or "").startswith(_ADOPTED),
        file_name=node.file_name or "",
        note=node.note or "",
        returned=sum(one.node == node.id for one in listing.returned),
    )
