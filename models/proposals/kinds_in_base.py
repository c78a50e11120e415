"""What a paragraph already is in the draft a file was made on, and the file tells as its last author's change.

A paragraph has one record of what it was before: who changes its kind again, in Word or in Adref, is named for both.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.comparison.compare import compare
from models.draft import Draft, Paragraph
from models.proposals.authors import authors_of
from models.proposals.proposal import keyed

if TYPE_CHECKING:
    from models.proposals.returned import Returned


def with_kinds_of(found: Returned, kept: Draft) -> Returned:
    """A file on the draft it was made on, in which no paragraph becomes what it is there."""
    asked = {edit.start.paragraph: edit.becomes for one in found.proposals for edit in one.edits if edit.becomes}
    if not asked:
        return found
    paragraphs = list(found.base.draft.paragraphs)
    there: set[int] = set()
    for change in compare(kept, found.base.draft).changes:
        becomes = asked.get(change.new[0]) if len(change.old) == len(change.new) == 1 else None
        if becomes is not None and _kind(becomes) == _kind(kept.paragraphs[change.old[0]]):
            at = change.new[0]
            runs, cell = paragraphs[at].runs, paragraphs[at].cell
            paragraphs[at] = replace(becomes, runs=runs, cell=cell)
            there.add(at)
    if not there:
        return found
    proposals = []
    for one in found.proposals:
        edits = tuple(edit for edit in one.edits if edit.becomes is None or edit.start.paragraph not in there)
        if edits or not one.edits:
            proposals.append(replace(one, edits=edits))
    base = replace(found.base, draft=replace(found.base.draft, paragraphs=tuple(paragraphs)))
    told = keyed(proposals, "base")
    return replace(found, base=base, proposals=told, authors=tuple(authors_of(found.sent.revisions, told)), taken=None)


def _kind(paragraph: Paragraph) -> tuple[object, int]:
    return paragraph.kind, paragraph.level
