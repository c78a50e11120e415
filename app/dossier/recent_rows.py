"""Recent dossiers as the start page shows them."""

from __future__ import annotations

from app.dossier.listing import Listing, Story
from app.dossier.session import Recent, now
from app.wording import brackets_words, moment
from widgets.start.dossiers import DossierRow


def recent_of(listing: Listing, story: Story | None) -> Recent:
    """What is true of an open dossier now; `story` is that of its last draft, if it is known yet."""
    last = listing.nodes[0] if listing.nodes else None
    return Recent(
        path=str(listing.dossier.path.absolute()),
        title=listing.title,
        last_draft=last.label if last else "",
        circumstances=story.circumstances if story else "",
        drafts=len(listing.nodes),
        brackets=story.brackets if story else 0,
        paragraphs=story.paragraphs if story else 0,
        bracketed_paragraphs=story.bracketed if story else 0,
        written=any(row.changed for row in listing.working),
        opened=now(),
    )


def dossier_row(recent: Recent) -> DossierRow:
    """The row of a dossier."""
    nothing_kept = "A text being written" if recent.written else "No draft yet"
    parts = (recent.last_draft or nothing_kept, recent.circumstances)
    known = recent.paragraphs > 0
    return DossierRow(
        path=recent.path,
        title=recent.title,
        line="  •  ".join(part for part in parts if part),
        meter_words=brackets_words(recent.brackets, recent.bracketed_paragraphs, recent.paragraphs) if known else "",
        bracketed=recent.bracketed_paragraphs / recent.paragraphs if known else None,
        date=moment(recent.opened),
    )
