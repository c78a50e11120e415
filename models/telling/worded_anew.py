"""Whether what moved, was divided or was joined was worded anew as well, beyond what follows from that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.comparison.change import Change, Comparison
from models.comparison.weighing.said_in_preamble import as_operative
from models.comparison.words.openings import ADDITIVE_WORDS
from models.comparison.words.text_parts import AND, TextParts
from models.comparison.words.tokens import is_word
from models.draft import Kind, Paragraph, Run
from models.draft.opening_numbers import opening_number

_SEAM = AND | ADDITIVE_WORDS
"""What stands where a paragraph is divided, and goes or comes with that."""


def worded_anew(comparison: Comparison, change: Change) -> bool:
    """Whether words came or went, brackets, last marks and what the reasons name left out.

    Of what was divided or joined only words are looked at: not the marks and the "and" at the seam, nor the opening
    that is said once more for another piece.
    """
    if change.kind in ("inserted", "deleted", "unchanged") or not (change.old and change.new):
        return False
    old = [comparison.old.paragraphs[at] for at in change.old]
    new = [comparison.new.paragraphs[at] for at in change.new]
    if len(old) == len(new) == 1:
        if {old[0].kind, new[0].kind} == {Kind.PREAMBULAR, Kind.OPERATIVE}:
            old, new = [_as_operative(old[0])], [_as_operative(new[0])]
        also = "also" in change.reasons
        if "renumbered" in change.reasons:
            old, new = [_without_number(old[0])], [_without_number(new[0])]
        return _in_order(old[0], also=also) != _in_order(new[0], also=also)
    differ = _counted(old)
    differ.subtract(_counted(new))
    openings = {word for paragraph in (*old, *new) for word in _verb(paragraph)}
    if {*map(_verb, old)}.isdisjoint(map(_verb, new)):
        return True
    return any(count for word, count in differ.items() if word not in _SEAM and word not in openings)


def _as_operative(paragraph: Paragraph) -> Paragraph:
    """A paragraph of the preamble with its verb as the other part has it."""
    said = as_operative(paragraph.text) if paragraph.kind is Kind.PREAMBULAR else None
    return said.paragraph if said is not None else paragraph


def _without_number(paragraph: Paragraph) -> Paragraph:
    """A paragraph without the number that is typed in it."""
    typed = opening_number(paragraph)
    return replace(paragraph, runs=(Run(typed.rest),)) if typed is not None else paragraph


def _in_order(paragraph: Paragraph, *, also: bool) -> list[str]:
    part = TextParts(paragraph)
    words = part.folded[: part.end]
    if not also:
        return words
    opening = part.opening
    left = [word for at, word in enumerate(words) if not opening.start <= at < opening.end]
    return [left[0].casefold(), *left[1:]] if left else left


def _counted(paragraphs: Sequence[Paragraph]) -> Counter[str]:
    words: Iterable[str] = (word for paragraph in paragraphs for word in TextParts(paragraph).folded)
    return Counter(word.casefold() for word in words if is_word(word))


def _verb(paragraph: Paragraph) -> tuple[str, ...]:
    return tuple(TextParts(paragraph).opening.verb.split())
