"""Paragraphs that end a section: their mark holds the page's layout, so it stays where everything else of them goes.

Word loses a section break together with the mark it hangs on. A deleted paragraph that ends a section therefore keeps
its mark, and the one before it loses its own: what that one says then ends the section. Where there is none (at the
head of a text, after a table, after another section) the paragraph stays, empty, as Word itself leaves it. So does one
that was empty: LibreOffice reads no paragraph there, and would join the one before with the one after.
"""

from __future__ import annotations

from lxml import etree

from models.word.markup import block_before
from models.word.namespaces import w
from models.word.redlining.letters.revision_marks import Stamp, ends_section, forget_mark, tracked_mark
from models.word.redlining.paragraphs.container_ends import COME, GONE, melt, shift
from models.word.resolving.joining import has_content
from models.word.resolving.kept_tags import has_kept_mark


def settle_sections(root: etree._Element, stamp: Stamp) -> None:
    """Free the marks of all paragraphs that end a section from being deleted or moved away."""
    for paragraph in ending_sections(root):
        if tracked_mark(paragraph) in GONE:
            _free(paragraph, stamp)


def ending_sections(root: etree._Element) -> dict[etree._Element, None]:
    """The paragraphs of a tree that end a section, in order."""
    above = (next(section.iterancestors(w("p")), None) for section in root.iter(w("sectPr")))
    return {one: None for one in above if one is not None and ends_section(one)}


def _free(paragraph: etree._Element, stamp: Stamp) -> None:
    first, before = paragraph, block_before(paragraph)
    while before is not None and _can_end(before) and tracked_mark(before) in GONE:
        first, before = before, block_before(before)
    if before is not None and _can_end(before) and tracked_mark(before) in COME:
        melt(before, first, stamp)
        if first is not paragraph:
            shift(first, paragraph, True, stamp)
    elif before is None or not _can_end(before) or not has_content(paragraph):
        forget_mark(paragraph)
    else:
        shift(before, paragraph, True, stamp)


def _can_end(block: etree._Element) -> bool:
    """Whether what a block says may come to end the section after it."""
    return block.tag == w("p") and not ends_section(block) and not has_kept_mark(block)
