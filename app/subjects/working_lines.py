"""The texts being written in a dossier, as its page lists them. No Qt."""

from __future__ import annotations

from datetime import datetime

from app.subjects.listing import Listing
from widgets.dossier.working import WorkingRow


def working_lines(listing: Listing) -> tuple[WorkingRow, ...]:
    """The texts being written, the latest first; one in which nothing was written yet is not worth a line."""
    rows = [row for row in listing.working if row.changed]
    labels = {node.id: node.label for node in listing.nodes}
    return tuple(
        WorkingRow(
            str(row.id),
            labels.get(row.parent or "", ""),
            datetime.fromisoformat(row.written),
            row.count,
            held=row.held,
            only_read=row.held or listing.dossier.read_only,
            begins=row.begins,
        )
        for row in sorted(rows, key=lambda row: row.written, reverse=True)
    )
