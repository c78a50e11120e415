"""Which places of words of a change a text has already as the new draft, and which still as the old."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.comparison.change import Comparison
from models.comparison.partly import partly, places
from models.comparison.words.marked import Words
from models.comparison.words.readable import readable
from models.taking.reads import reading
from models.taking.standing import Standing

Mixes = Mapping[int, tuple[Words, frozenset[int]]]
"""For a change, by its number: the words whose places are counted, and the places."""


def mixes(comparison: Comparison, stands: Standing, numbers: Iterable[int], words: Mapping[int, Words]) -> Mixes:
    """The changes of which a text has some places and others not, to the letter."""
    found: dict[int, tuple[Words, frozenset[int]]] = {}
    for number in numbers:
        change, image = comparison.changes[number], stands.images.get(number, ())
        if not len(change.old) == len(change.new) == len(image) == 1 or any(image[0] in same for same in stands.same):
            continue
        shown = (words[number],) if number in words else (readable(change.words), change.words)
        for one in shown:
            some = taken_places(one, stands.text.paragraphs[image[0]].text)
            if some is not None:
                found[number] = one, some
                break
    if not found:
        return found
    tried = partly(comparison, {n: some for n, (_, some) in found.items()}, {n: one for n, (one, _) in found.items()})
    made, there = tried.draft.paragraphs, stands.text.paragraphs
    at_old = {olds[0]: at for at, olds in enumerate(tried.old) if olds}
    return {
        number: mix
        for number, mix in found.items()
        if reading(made[at_old[comparison.changes[number].old[0]]]) == reading(there[stands.images[number][0]])
    }


def taken_places(words: Words, text: str) -> frozenset[int] | None:
    """Which places of some words a text has as the new draft, the others as the old; None where it says otherwise."""
    reached: dict[int, frozenset[int]] = {0: frozenset()}
    groups = {parts[0]: (number, parts) for number, parts in enumerate(places(words))}
    for at, (op, said) in enumerate(words):
        if op == "equal":
            reached = {end + len(said): taken for end, taken in reached.items() if text.startswith(said, end)}
        elif at in groups:
            number, parts = groups[at]
            further: dict[int, frozenset[int]] = {}
            for way, also in (("delete", frozenset[int]()), ("insert", frozenset((number,)))):
                way = "".join(words[part][1] for part in parts if words[part][0] == way)
                for end, taken in reached.items():
                    if text.startswith(way, end):
                        further.setdefault(end + len(way), taken | also)
            reached = further
    return reached.get(len(text))
