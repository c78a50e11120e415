"""Several drafts side by side as a Word file, each marked in its own words; verified before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.files.writing import Put, write_beside_then_replace

if TYPE_CHECKING:
    from app.files.terms import Terms
    from models.circulation.certificate import Certificate
    from models.comparison.columns import Columns


def write(
    path: Path, columns: Columns, names: Sequence[str], terms: Terms, put: Put = write_beside_then_replace
) -> Certificate:
    """Writes drafts side by side once they are verified; `names` are what they are called. Errors: NotVerified."""
    from app.files.terms import certified, told_file
    from models.circulation.certificate import Verified
    from models.circulation.outgoing import said
    from models.draft.masthead import masthead
    from models.word.drafts_in_columns import told_apart, verify_drafts, write_drafts
    from models.word.leaving.verify import search_word

    terms.check()
    drafts = columns.drafts
    called = told_apart([terms.called(draft, name) for draft, name in zip(drafts, names, strict=True)])
    data = write_drafts(columns, called, terms.set_as, draft_mark=terms.marked)
    verify_drafts(data, drafts)
    back = search_word(data, terms.allowed(None, masthead(drafts[-1]).title or "", tracked=False))
    lines = tuple(
        Verified(
            f"Column {at}: {name}", f"{said(len(draft.paragraphs), 'paragraph')}, {said(len(draft.footnotes), 'note')}"
        )
        for at, (name, draft) in enumerate(zip(called, drafts, strict=True), 1)
    )
    back = replace(back, lines=lines)
    certificate = certified(data, told_file(path), terms, back, (drafts[-1], None), beside=drafts[:-1])
    put(path, data)
    return certificate
