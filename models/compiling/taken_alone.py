"""What a compiled file gives where the changes of one delegation are accepted and all others rejected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from models.compiling.compilation import typed_numbers, write_compilation
from models.compiling.joint_wishes import names_in
from models.compiling.standing import WITH
from models.draft import Draft, Kind
from models.draft.numbering import counted_anew
from models.proposals.applying import applied
from models.proposals.proposal import Proposal
from models.reading.reading import Origin
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
    data: bytes,
    draft: Draft,
    wishes: Iterable[tuple[str, Sequence[Proposal]]],
    *,
    base: bytes | None = None,
    origins: Sequence[Origin] = (),
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose changes, taken alone from a file, give what it asks for on a draft; and whose do not.

    Words and notes have to be so, and what kind of paragraphs they are, their levels and numbers: those of the draft's
    count, or what Word counts in a file of that one's proposals alone on `base`. What amends another's proposal is
    nothing by itself: who has such is not looked at.
    """
    found: dict[bool, list[str]] = {True: [], False: []}
    typed = bool(typed_numbers(draft, base))
    for name, own in wishes:
        if all(one.against is None for one in own):
            alone, asked = taken_alone(data, name), applied(draft, own)
            exact = (
                words_with_notes(alone) == words_with_notes(asked)
                and _kinds(alone) == _kinds(asked)
                and (
                    _numbers(alone) == _numbers(counted_anew(asked))
                    or (typed and _numbers(alone) == _numbers(asked))
                    or _numbers(alone) == _numbers(_of_that_one(draft, name, own, base, origins))
                )
            )
            found[exact].append(name)
    return tuple(found[True]), tuple(found[False])


def words_with_notes(draft: Draft) -> list[str]:
    """The words of each paragraph, those of its notes where they stand."""
    notes = {note.id: note.text for note in draft.footnotes}
    return [
        "".join(run.text if run.footnote is None else f"[{notes.get(run.footnote, '')}]" for run in paragraph.runs)
        for paragraph in draft.paragraphs
    ]


def _of_that_one(
    draft: Draft, name: str, own: Sequence[Proposal], base: bytes | None, origins: Sequence[Origin]
) -> Draft:
    return read_word(write_compilation(draft, {name: own}, base=base, origins=origins).data).draft


def _kinds(draft: Draft) -> list[tuple[Kind, int]]:
    return [(one.kind, one.level) for one in draft.paragraphs]


def _numbers(draft: Draft) -> list[tuple[str | None, str | None]]:
    return [(one.number, one.set_label) for one in draft.paragraphs]
