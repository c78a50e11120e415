"""The compare page brought to a paragraph by what people call it."""

from __future__ import annotations

from models.draft import labels
from widgets.compare.page import ComparePage
from widgets.compare.pairing.rows import End


def at_label(page: ComparePage, label: str) -> None:
    """To the paragraph of a label in the new draft, else in the old; of several in columns in the last that has it."""
    columns = page.in_columns()
    if columns is not None:
        found = [[*labels(draft)] for draft in columns[0].columns.drafts]
        column = max(at for at, names in enumerate(found) if label in names)
        page.jump_to_new(found[column].index(label), column)
        return
    comparison = page.view.arrangement.comparison
    new, old = ([*labels(draft)] for draft in (comparison.new, comparison.old))
    page.two.go_to_end(End(label not in new, (new if label in new else old).index(label)))
