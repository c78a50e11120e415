"""What a compiled file gives where the changes of one delegation are accepted and all others rejected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from models.compiling.joint_wishes import names_in
from models.compiling.standing import WITH
from models.draft import Draft
from models.word.leaving.looked_for.lost_bullets import Bullet, bullets_at
from models.word.namespaces import INS_OR_DEL, INSERTED, w
from models.word.number_places import before_numbers
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import CHANGES, resolve, tracked_parts
from models.word.resolving.former import restore_former
from models.word.resolving.joining import unwrap

_CELLS = (w("cellIns"), w("cellDel"), w("cellMerge"))
_PROPERTIES = (w("rPr"), w("trPr"), w("numPr"))


class Shown(NamedTuple):
    """A text as its file shows it.

    `bullets` are those of its paragraphs, empty where there are none; `heads` what stands before the number of each,
    where that is typed: "[[" of "[[(b)] To report". A number of a list has nothing before it.
    """

    draft: Draft
    bullets: Sequence[Bullet | None]
    heads: Sequence[str]


def shown_alone(data: bytes, name: str) -> Shown:
    """What a file shows with the changes of one delegation accepted, those of several too, and no others."""
    package = Package(data)
    leave_alone(package, name)
    return shown(package.to_bytes())


def shown(data: bytes) -> Shown:
    """What a file shows, its changes accepted."""
    package = Package(data)
    if tracked_parts(package):
        resolve(package, "accept")
        data = package.to_bytes()
    read = read_word(data)
    return Shown(read.draft, bullets_at(data, read.origins), before_numbers(package, read))


def leave_alone(package: Package, name: str) -> None:
    """Reject, in place, what is no change of one delegation; accepted, what is left gives its text."""
    for part in tracked_parts(package):
        root = package.edit(part)
        for change in list(root.iter(*INS_OR_DEL)):
            if not is_own(change, name):
                _reject(change)
        for change in list(root.iter(*_CELLS)):
            if not is_own(change, name):
                _reject_cell(change)
        for change in list(root.iter(*CHANGES)):
            if not is_own(change, name):
                restore_former(change, reject=True)


def is_own(change: etree._Element, name: str) -> bool:
    """Whether a change is one delegation's, or one of several together with it."""
    return all(name in names_in(part) for part in (change.get(w("author")) or "").split(WITH))


def _reject(change: etree._Element) -> None:
    above = change.getparent()
    if change.tag in INSERTED:
        change.tag = w("del")  # accepted with the others, it goes
    elif above is not None and above.tag in _PROPERTIES:
        above.remove(change)
    else:
        for text in change.iter(w("delText")):
            if not any(one.tag == w("del") for one in text.iterancestors() if one is not change):
                text.tag = w("t")
        unwrap(change)


def _reject_cell(change: etree._Element) -> None:
    """A cell that came goes when it is accepted with the others, one that went stays, and a joined one is as it was."""
    above, former = change.getparent(), change.get(w("vMergeOrig"))
    if change.tag == w("cellIns"):
        change.tag = w("cellDel")
    elif change.tag == w("cellDel") and above is not None:
        above.remove(change)
    elif former is not None:
        change.set(w("vMerge"), former)
    elif w("vMerge") in change.attrib:
        del change.attrib[w("vMerge")]


def words_with_notes(draft: Draft) -> list[str]:
    """The words of each paragraph, those of its notes where they stand."""
    notes = {note.id: note.text for note in draft.footnotes}
    return [
        "".join(run.text if run.footnote is None else f"[{notes.get(run.footnote, '')}]" for run in paragraph.runs)
        for paragraph in draft.paragraphs
    ]
