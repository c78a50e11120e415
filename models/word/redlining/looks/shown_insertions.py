"""New words are shown, though the words or the line they look like are hidden by a style."""

from __future__ import annotations

from lxml import etree

from models.word.leaving.unseen.hidden import HIDING, hides_mark, is_hidden
from models.word.markup import child_of, element
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.redlining.letters.deleted_content import id_of

_LOOK, _PARAGRAPH, _INS = w("rPr"), w("p"), w("ins")


def show_what_comes(root: etree._Element, hiding: set[str], first_id: int) -> None:
    """Show in place what is inserted by the changes that count from `first_id`; `hiding` are the styles that hide."""
    for change in list(root.iter(_INS)):
        if id_of(change) < first_id:
            continue
        above = change.getparent()
        if above is not None and above.tag == _LOOK:  # of the mark of a paragraph
            paragraph = next(above.iterancestors(_PARAGRAPH), None)
            if paragraph is not None and hides_mark(paragraph, hiding):
                _show(above)
        for run in change.iter(w("r")):
            if is_hidden(run, hiding):
                own = child_of(run, _LOOK)
                if own is None:
                    run.insert(0, own := element("rPr"))
                _show(own)


def _show(look: etree._Element) -> None:
    """Say of a look that it is shown, unless it says itself that it is not, as that of a hidden picture does."""
    if not any(child_of(look, tag) is not None for tag in HIDING):
        look.append(element("vanish", val="0"))
        in_order(look)
