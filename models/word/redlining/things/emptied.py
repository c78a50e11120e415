"""Fields and content controls that would stay, showing nothing, where all they show goes or comes: they go along.

A field takes the change around its own marks; that an element frames its text is written as runs, since no change can
hold it. A control takes a range around its start and another around its end (ISO/IEC 29500-1, 17.13.5.4 to 17.13.5.11).
What fills a control when the file is opened lets go of one whose words changed, so the words stay.
"""

from __future__ import annotations

from lxml import etree

from models.word.namespaces import w
from models.word.redlining.letters.deleted_content import alone, holds_changes, id_of, join_changes
from models.word.redlining.letters.revision_marks import Stamp, by_of
from models.word.redlining.things.simple_fields import field_as_runs
from models.word.resolving.control_ranges import set_ranges
from models.word.showing import controls_in, fields_with_room

_GONE, _COME = (w("del"), w("moveFrom")), (w("moveTo"), w("ins"))


def settle_changes(root: etree._Element, stamp: Stamp, first: int) -> None:
    """Join the neighbouring changes of ours in a part, whose ids count from `first`; fields and controls go along."""
    _let_go_emptied(root, stamp, first)
    join_changes(root, first)
    _let_go_bound(root, first)


def _let_go_emptied(root: etree._Element, stamp: Stamp, first: int) -> None:
    """Let the fields and controls of a part go where changes of ours, whose ids count from `first`, leave nothing."""
    for one in fields_with_room(root):
        change = _ours(one.shown, _GONE, first)
        if change is None or _above(one.frame[0], _GONE) is not None:
            continue
        with stamp.signed(by_of(change)):
            for run in field_as_runs(one.frame[0]) if one.is_simple else map(alone, one.frame):
                if _above(run, _GONE) is None:
                    stamp.wrap(run, "del")
    for control, shown in controls_in(root):
        for kinds in (_GONE, _COME):
            change = _ours(shown, kinds, first)
            if change is not None and _above(control, kinds) is None:
                set_ranges(control, change, stamp.identity)


def _let_go_bound(root: etree._Element, first: int) -> None:
    """Take the bindings off the controls of a text that hold changes of ours, whose ids count from `first`, in place.

    Word fills a control from its part of custom XML, or from the properties of the file, when it opens it (ISO/IEC
    29500-1, 17.5.2.6), and what says that it shows its hint lets the words go at the first click (17.5.2.39).
    """
    for properties in root.iter(w("sdtPr")):
        control = properties.getparent()
        signs = [*properties.iterchildren("{*}dataBinding"), *properties.iterchildren(w("showingPlcHdr"))]
        if signs and control is not None and holds_changes(control, first):
            for sign in signs:
                properties.remove(sign)


def _ours(shown: list[etree._Element], kinds: tuple[str, ...], first: int) -> etree._Element | None:
    """The first change of ours that takes, or brings, something of what is shown; None where something stays."""
    ours: etree._Element | None = None
    for node in shown:
        change = _above(node, kinds)
        if change is None:
            return None
        if ours is None and id_of(change) >= first:
            ours = change
    return ours


def _above(node: etree._Element, kinds: tuple[str, ...]) -> etree._Element | None:
    return next(node.iterancestors(*kinds), None)
