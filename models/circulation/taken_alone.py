"""What a compiled file gives where the changes of one delegation are accepted and all others rejected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from models.circulation.joint_wishes import names_in
from models.circulation.standing import WITH
from models.draft import Draft
from models.proposals.applying import applied
from models.proposals.proposal import Proposal
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import CHANGES, tracked_parts
from models.word.resolving.former import restore_former
from models.word.resolving.joining import unwrap

_COME, _GONE = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
_PROPERTIES = (w("rPr"), w("trPr"), w("numPr"))


def taken_alone(data: bytes, name: str) -> Draft:
    """The text of a file with the changes of one delegation accepted, those of several too, and no others."""
    package = Package(data)
    for part in tracked_parts(package):
        root = package.edit(part)
        for change in list(root.iter(*_COME, *_GONE)):
            if not _is_own(change, name):
                _reject(change)
        for change in list(root.iter(*CHANGES)):
            if not _is_own(change, name):
                restore_former(change, reject=True)
    return read_word(package.to_bytes()).draft


def _is_own(change: etree._Element, name: str) -> bool:
    return all(name in names_in(part) for part in (change.get(w("author")) or "").split(WITH))


def _reject(change: etree._Element) -> None:
    above = change.getparent()
    if change.tag in _COME:
        change.tag = w("del")  # accepted with the others, it goes
    elif above is not None and above.tag in _PROPERTIES:
        above.remove(change)
    else:
        for text in change.iter(w("delText")):
            if not any(one.tag == w("del") for one in text.iterancestors() if one is not change):
                text.tag = w("t")
        unwrap(change)


def each_alone(
    data: bytes, draft: Draft, wishes: Iterable[tuple[str, Sequence[Proposal]]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose changes, taken alone from a file, give what it asks for on a draft, in words and notes; and whose do not.

    What amends another's proposal is nothing by itself: who has such is not looked at.
    """
    found: dict[bool, list[str]] = {True: [], False: []}
    for name, own in wishes:
        if all(one.against is None for one in own):
            found[_words(taken_alone(data, name)) == _words(applied(draft, own))].append(name)
    return tuple(found[True]), tuple(found[False])


def _words(draft: Draft) -> list[str]:
    notes = {note.id: note.text for note in draft.footnotes}
    return [
        "".join(run.text if run.footnote is None else f"[{notes.get(run.footnote, '')}]" for run in paragraph.runs)
        for paragraph in draft.paragraphs
    ]
