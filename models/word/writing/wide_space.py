"""The space between two facts of a masthead's line, set as a tab that is read as the space it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy

from lxml import etree

from models.draft import Run
from models.word.markup import child_of, element, run_properties, text_elements
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.styles import SPREAD

_R, _T, _RPR, _TAB = w("r"), w("t"), w("rPr"), w("tab")


def wide_space(space: Run) -> etree._Element:
    """A space of the draft as a wide one; a tab of the draft stays a tab."""
    properties = run_properties(space.italic, space.bold, space.underline)
    if properties is None:
        properties = element("rPr")
    if space.text == " ":
        properties.insert(0, element("rStyle", val=SPREAD))
    return element("r", properties, element("tab"))


def place_of_space(runs: Iterable[etree._Element]) -> int | None:
    """The offset in the text of the first wide space of some runs, None where they have none."""
    at = 0
    for run in runs:
        if child_of(run, _TAB) is not None:
            return at
        at += sum(len(text.text or "") for text in run.iter(_T))
    return None


def widen(run: etree._Element, text: etree._Element, at: int) -> bool:
    """Set the space at an offset of a run's only text wide; False where there is none."""
    words, parent = text.text or "", run.getparent()
    if words[at] != " " or [child.tag for child in run if child.tag != _RPR] != [_T] or parent is None:
        return False
    own = child_of(run, _RPR)
    looks = element("rPr") if own is None else copy(own)
    for style in looks.findall(w("rStyle")):
        looks.remove(style)
    looks.insert(0, element("rStyle", val=SPREAD))
    tab = element("r", looks, element("tab"))
    run.addnext(tab)
    if words[at + 1 :]:
        tab.addnext(element("r", copy(own) if own is not None else None, *text_elements(words[at + 1 :])))
    run.remove(text)
    run.extend(text_elements(words[:at]))
    if not words[:at]:
        parent.remove(run)
    return True


def set_apart(line: etree._Element, model: Sequence[etree._Element]) -> None:
    """Set the second fact of a line whose words are marked at its place, in the letters of the runs of a model."""
    left = place_of_space(model)
    if left is None:
        return
    for run in list(line.iterchildren(_R)):
        text, own = child_of(run, _T), child_of(run, _RPR)
        if text is None or (own is not None and child_of(own, w("strike")) is not None):
            return
        if left < len(text.text or ""):
            break
        left -= len(text.text or "")
    else:
        return
    if not widen(run, text, left):
        return
    looks = child_of(model[-1], _RPR)
    if looks is None:
        return
    tab = next(one for one in line.iterchildren(_R) if child_of(one, _TAB) is not None)
    for run in tab.itersiblings(_R):
        own = child_of(run, _RPR)
        if own is None:
            own = element("rPr")
            run.insert(0, own)
        own.extend([copy(look) for look in looks if child_of(own, str(look.tag)) is None])
        in_order(own)
