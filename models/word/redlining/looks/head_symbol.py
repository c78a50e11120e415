"""The symbol of a text in the heads and feet of its pages: tracked there as it changes, all else stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from models.draft import Draft
from models.draft.masthead import masthead
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.letters.atoms import NewAtom, OldAtom
from models.word.redlining.letters.edit_script import Step, TooFine
from models.word.redlining.letters.paragraph_edit import ParagraphEdit
from models.word.redlining.letters.raw_letters import raw_atoms
from models.word.redlining.letters.revision_marks import Stamp
from models.word.relationships import HEADS_AND_FEET


def changed_symbol(old: Draft, new: Draft) -> tuple[str, str] | None:
    """The symbols of two drafts where both have one and they differ."""
    before, after = masthead(old).symbol, masthead(new).symbol
    return (before, after) if before and after and before != after else None


def track_symbol(package: Package, before: str, after: str, stamp: Stamp) -> None:
    """Show a symbol as deleted and another as inserted wherever a head or foot has it, as a whole."""
    places = re.compile(rf"(?<![\w/.]){re.escape(before)}(?![\w/])")
    for name in running_parts(package):
        if before not in "".join(map(str, package.root(name).itertext())):
            continue  # such a part stays byte for byte
        for paragraph in list(package.edit(name).iter(w("p"))):
            _track(paragraph, places, after, stamp)


def running_parts(package: Package) -> Iterator[str]:
    """The parts of heads and feet of a package."""
    links = (link for link in package.relationships() if link.kind in HEADS_AND_FEET and not link.external)
    yield from dict.fromkeys(link.target for link in links if package.has(link.target))


def _track(paragraph: etree._Element, places: re.Pattern[str], after: str, stamp: Stamp) -> None:
    raws = raw_atoms(paragraph)
    if not raws or any(len(raw.text) > 1 for raw in raws):
        return
    atoms = [OldAtom(raw.text, raws=(raw,)) for raw in raws]
    steps, end = list[Step](), 0
    for found in places.finditer("".join(raw.text or "\ufffc" for raw in raws)):
        steps += [_kept(atom) for atom in atoms[end : found.start()]]
        end = found.end()
        steps += [Step("delete", atom) for atom in atoms[found.start() : end]]
        steps += [Step("insert", None, NewAtom(letter)) for letter in after]
    if not end:
        return
    steps += [_kept(atom) for atom in atoms[end:]]
    try:
        ParagraphEdit(paragraph, stamp, lambda note: [], atoms).carry_out(steps)
    except TooFine:
        return  # in a field or a drawing it stays


def _kept(atom: OldAtom) -> Step:
    return Step("keep", atom, NewAtom(atom.text))
