"""The space between two facts of a masthead's line, which Adref sets as a tab, told from all other spaces of a redline.

To the words of both texts they are the same; on the page what stands before one is at the left, what stands behind it
at its own place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from lxml import etree

from models.comparison.words.marked import Words
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.draft import Draft, Kind
from models.draft.masthead_lines import masthead_roles
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.letters.atoms import OldAtom
from models.word.redlining.letters.raw_letters import Raw, raw_atoms
from models.word.redlining.looks.list_levels import left_indents
from models.word.signs import is_spread
from models.word.writing.looks import measures_in
from models.word.writing.masthead_table import as_set, set_line
from models.word.writing.wide_space import place_of_space

_TAB, _GONE = w("tab"), (w("del"), w("moveFrom"))
_WIDE = ("\t", "\u2003", "\v")
"""Spaces that a wide one can be taken for while words are compared: the first that is in neither text."""


def wide_in(atoms: Sequence[OldAtom]) -> int | None:
    """Where the first wide space of an old line stands in its text; None where it has none."""
    at = 0
    for atom in atoms:
        if any(map(is_wide, atom.raws)):
            return at
        at += len(atom.text)
    return None


def joined_places(wide: Iterable[int | None], texts: Iterable[str]) -> set[int]:
    """Where wide spaces stand in texts joined by a line feed, by where they stand in each."""
    found, start = set[int](), 0
    for at, text in zip(wide, texts, strict=True):
        found |= {start + at} if at is not None else set()
        start += len(text) + 1
    return found


def with_wide_apart(words: Words, old: Collection[int], new: Collection[int]) -> Words:
    """The same two texts told so that no wide space becomes a plain one or the other way round, by the places of both.

    What is new in "General Assembly of States" stands before the wide space behind it, with its own one.
    """
    if _stay_wide(words, old, new):
        return words
    texts = ["".join(text for op, text in words if op != other) for other in ("insert", "delete")]
    wide = next((sign for sign in _WIDE if not any(sign in text for text in texts)), None)
    if wide is None:
        return words
    before, after = (
        "".join(wide if at in places else letter for at, letter in enumerate(text))
        for text, places in zip(texts, (old, new), strict=True)
    )
    return tuple((op, text.replace(wide, " ")) for op, text in readable(word_diff(before, after)))


def _stay_wide(words: Words, old: Collection[int], new: Collection[int]) -> bool:
    at_old = at_new = 0
    for op, text in words:
        if op == "equal" and any((at_old + i in old) != (at_new + i in new) for i in range(len(text))):
            return False
        at_old += len(text) if op != "insert" else 0
        at_new += len(text) if op != "delete" else 0
    return True


def standing_otherwise(package: Package, new: Draft, old: Draft) -> Iterator[int]:
    """The new lines of a redline, by position, whose second fact stands elsewhere than where Adref sets it.

    Changes are taken as accepted. A line that says what one of the base does stands as it does there.
    """
    spread = (tab for tab in package.root(package.main).iter(_TAB) if is_spread(tab))
    holding = dict.fromkeys(paragraph for tab in spread for paragraph in islice(tab.iterancestors(w("p")), 1))
    if not holding:
        return
    lines = {one.text.strip(): at for at, one in enumerate(new.paragraphs) if one.kind is Kind.MASTHEAD}
    for one in old.paragraphs:
        lines.pop(one.text.strip(), None)
    roles, of = as_set(masthead_roles(new), new.paragraphs), measures_in(left_indents(package.root_of("styles")))
    for paragraph in holding:
        letters = standing_letters(paragraph)
        at = lines.get("".join(raw.text for raw in letters).strip())
        if at is None:
            continue
        wide = [place for place, raw in enumerate(letters) if is_wide(raw)]
        if wide and wide != [place_of_space(set_line(new, at, roles[at], of).iter(w("r")))]:
            yield at


def standing_letters(paragraph: etree._Element) -> list[Raw]:
    """The characters of a paragraph that no tracked change takes away."""
    return [raw for raw in raw_atoms(paragraph) or () if next(raw.run.iterancestors(*_GONE), None) is None]


def is_wide(raw: Raw) -> bool:
    """Whether a character is a wide space."""
    return raw.child.tag == _TAB and is_spread(raw.child)
