"""What lies on the clipboard put into a working text."""

from __future__ import annotations

from models.clipboard.fragment import Fragment
from models.draft import Draft
from models.editing.edit import Selection
from models.editing.pasted.copied import put_back
from models.editing.pasted.letter_out import Around, letter_around
from models.editing.pasted.pasting import insert_paragraphs
from models.editing.references.brought import Leads, refer
from models.editing.references.copied_leads import leads_of
from models.editing.working import WorkingText


def paste(working: WorkingText, selection: Selection, fragment: Fragment, base: str = "") -> Around:
    """Put a fragment in the place of what is selected, one step; `base` is the id of the draft the text stands on.
    Gives what of it is the letter around the text that came, in paragraphs of its own.

    What was copied or cut, taken out, and is put in where it was is as it was, numbers, notes and lineage too; and so
    is what is pasted over itself. Else it goes in as its selection reached, and as `insert_paragraphs` says.
    """
    extent = fragment.extent
    if extent is not None and put_back(working, selection, fragment.paragraphs, fragment.footnotes, extent):
        return {}
    # What came from another base continues no paragraph of this one.
    lineage = bool(base) and fragment.source == base and not fragment.partial
    holders = insert_paragraphs(
        working,
        selection,
        fragment.paragraphs,
        fragment.footnotes,
        fragment.came_from if lineage else None,
        openings=fragment.roman,
        apart=fragment.apart,
        ended=fragment.ended,
        extent=None if fragment.partial else extent,
        leads=_leads_within(fragment) if extent is None and not fragment.source else fragment.leads,
        written=fragment.written,
    )
    return {} if extent is not None or fragment.source else letter_around(working, fragment.paragraphs, holders)


def _leads_within(fragment: Fragment) -> Leads:
    """Where the references of what came from elsewhere lead within it: to paragraphs that came with their numbers."""
    paragraphs, notes = fragment.paragraphs, fragment.footnotes
    if not any(one.number or one.set_label for one in paragraphs) or not refer(paragraphs, notes):
        return fragment.leads
    return leads_of(WorkingText(Draft(paragraphs, notes)), 0, paragraphs, notes).to_numbered(paragraphs)
