"""What is known of a whole part before its paragraphs are read: fields that are whole, and numbers that are notes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.word.namespaces import w
from models.word.seldom import each, seldom

_T, _R, _VAL = w("t"), w("r"), w("val")
_FLDCHAR, _FIELD_TYPE = w("fldChar"), w("fldCharType")
(_RAISED,) = seldom(w("vertAlign"))
seldom(_FLDCHAR)
_LONGEST_NUMBER = 6  # digits of a note's number


def closed_fields(root: etree._Element) -> set[etree._Element]:
    """The begin and end characters of complex fields that have both, so that a broken field swallows no text."""
    found: set[etree._Element] = set()
    open_fields: list[etree._Element] = []
    for character in each(root, _FLDCHAR):
        kind = character.get(_FIELD_TYPE)
        if kind == "begin":
            open_fields.append(character)
        elif kind == "end" and open_fields:
            found.update((open_fields.pop(), character))
    return found


def has_typed_series(root: etree._Element) -> bool:
    """Whether the raised numbers typed in a text run 1, 2, 3: then they are notes of its own, and cite no other."""
    texts = ["".join(text.text or "" for text in run.iter(_T)).strip() for run in _raised_runs(root)]
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < _LONGEST_NUMBER]
    return len(numbers) > 2 and numbers == list(range(1, len(numbers) + 1))


def _raised_runs(root: etree._Element) -> Iterator[etree._Element]:
    for position in each(root, _RAISED):
        run = next(position.iterancestors(_R), None)
        if run is not None and position.get(_VAL) == "superscript":
            yield run
