"""What a text is exported as: its names, and the texts its changes can be shown against. No Qt, all of it read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.files.terms import WORD_FILES, Terms, what_stays
from app.subjects.compared import Compared, InColumns
from app.subjects.draft_lines import draft_line
from app.subjects.listing import Listing
from app.subjects.sides import Side, kept_among
from models.circulation.profiles import CAPITAL, CIRCULATION, SUBMISSION
from models.dossier import Node
from models.dossier.incoming.base_choice import default_base
from models.dossier.incoming.own_package import nearest_file
from models.draft import Draft, content_hash
from models.draft.directions import runs_right_to_left
from models.draft.masthead import masthead
from widgets.export.choices import Against, Beside, Subject

_KEEPING = (SUBMISSION, CAPITAL, replace(CAPITAL, notes=False))
"""A profile for each way of keeping what a dossier and its files say beside the text."""
FILE = "file"
"""The key of a text that no dossier keeps."""


def subject_of(
    side: Side, compared: Compared | None, listing: Listing | None, columned: InColumns | None = None
) -> Subject:
    """A text to export; where it is compared with another, that one is proposed. Of drafts in columns it is the last.

    It takes a moment for a long text, which is hashed to know which drafts are another.
    """
    from models.word.leaving.own_layout import not_in_own_layout  # the window does not wait for it when it begins

    leaving = kept_among(columned.sides if columned is not None else [side])
    node = listing.node(side.node or side.upon or "") if listing else None
    at = side.node or side.upon
    own_file = listing is not None and _from_word(listing, at)
    file = nearest_file(listing.dossier, at) if listing is not None and own_file and at is not None else None
    return Subject(
        side.title,
        side.draft,
        tuple(_against(side, compared, listing)),
        known_author=node.author if node else None,
        note=(node.note or "") if node else "",
        own_file=own_file,
        stays=_staying(listing, leaving),
        stays_beside=_staying(listing, leaving + 1),
        lacking=(not_in_own_layout(file) or "") if file is not None else "",
        columns=_beside(columned) if columned is not None else None,
        outward=_outward(side),
    )


def _staying(listing: Listing | None, leaving: int) -> dict[tuple[bool, bool], Sequence[str]]:
    return {one.keeping: what_stays(listing.nodes, one, leaving) for one in _KEEPING} if listing else {}


def _outward(side: Side) -> str:
    """What a text is called where the user's labels may not leave."""
    return Terms(CIRCULATION).called(side.draft, "")


def _beside(columned: InColumns) -> Beside:
    from models.word.drafts_in_columns import told_apart
    from widgets.export.sheet_lines import rows_of_drafts

    return Beside(
        tuple(rows_of_drafts(columned.columns)),
        told_apart([side.title for side in columned.sides]),
        told_apart([_outward(side) for side in columned.sides]),
        runs_right_to_left(*columned.columns.drafts),
    )


def _against(side: Side, compared: Compared | None, listing: Listing | None) -> Sequence[Against]:
    """The texts changes can be shown against: the one it is compared with, then the base of the rule."""
    found: list[Against] = []
    if compared is not None:
        old = compared.old
        own_file = old.reading is not None and old.reading.package is not None
        own_file = own_file or (listing is not None and _from_word(listing, old.node))
        found.append(Against(old.node or FILE, old.title, old.line, own_file, _outward(old), old.node is not None))
    at = side.node or side.upon
    if listing is None or at is None or listing.node(at) is None:
        return found
    own = _standing_on(at, side.draft, listing) if side.node is None else listing.node(at)
    if own is None:
        return found
    base = default_base((*listing.nodes, own), own.id, masthead(side.draft).base_symbol)
    others = [other for other in listing.nodes if other.id != own.id and other.paragraphs]
    others.sort(
        key=lambda other: (
            base is None or other.id != base.id, other.content == own.content, other.id not in own.parents
        )
    )  # fmt: skip
    for other in others:
        if not any(one.key == other.id for one in found):
            word = _from_word(listing, other.id)
            found.append(Against(other.id, other.label, draft_line(other), word, other.symbol or ""))
    return found


def _standing_on(parent: str, draft: Draft, listing: Listing) -> Node:
    """A working text as a child of the draft it stands on."""
    count = len(draft.paragraphs)
    alike = any(one.paragraphs == count for one in listing.nodes)  # else it need not be read through to be another
    return Node("", content_hash(draft) if alike else "", (parent,), count)


def _from_word(listing: Listing, node: str | None) -> bool:
    """Whether a draft, or one it came from, was a Word file: changes are tracked on that file then."""
    waiting, seen = [node], set[str]()
    while waiting:
        found = listing.node(waiting.pop() or "")
        if found is None or found.id in seen:
            continue
        if (found.file_name or "").lower().endswith(WORD_FILES):
            return True
        seen.add(found.id)
        waiting += found.parents
    return False
