"""What of typed numbers in a returned file no proposal holds: that has words, numbers are counted, brackets behind."""

from __future__ import annotations

from collections.abc import Iterable, Set

from models.draft import Draft
from models.draft.numbering import counted_anew
from models.reading.reading import Reading
from models.telling.numbers import HOLD_NOTHING


def numbers_lost(base: Draft, sent: Reading, taken: Draft, in_lists: Set[int] | None = None) -> tuple[int, ...]:
    """In which paragraphs of a text as sent a number was typed, or struck, that all proposals together do not give.

    `taken` is the base with all of them; `in_lists` are the paragraphs of the text as sent that are numbered by Word's
    lists, where that was looked for before. What they give is counted anew where the base is as it would be counted.
    """
    if len(taken.paragraphs) != len(sent.draft.paragraphs):
        return ()
    found = _otherwise(sent.draft, taken, range(len(taken.paragraphs)))
    if found and counted_anew(base) == base:
        found = _otherwise(sent.draft, counted_anew(taken), found)
    if not found or sent.package is None:
        return ()
    if in_lists is None:
        from models.word.redlining.numbers.left_to_lists import left_to_lists

        in_lists = left_to_lists(sent.package, sent.origins)
    return tuple(at for at in found if at not in in_lists or _is_sign(sent.draft.paragraphs[at].number))


def _is_sign(number: str | None) -> bool:
    """Whether what is typed before the words is a bullet: those of lists are no numbers of a draft."""
    return number is not None and not any(sign.isalnum() for sign in number)


def brackets_turned(data: bytes, base: Reading, sent: Reading) -> tuple[int, ...]:
    """In which paragraphs of a text as sent a bracket was typed before the number: in a draft it stands behind it.

    A bracket that holds the number alone, "[(b)] To report", is printed as it was typed.
    """
    read = sent.draft.paragraphs
    if not any(one.number is not None and one.text.startswith("[") for one in read):
        return ()
    from models.word.number_places import before_numbers
    from models.word.package import Package
    from models.word.resolve import resolve

    heads: list[list[str]] = []
    for choice, reading in (("reject", base), ("accept", sent)):
        package = Package(data)
        resolve(package, choice)
        heads.append(before_numbers(package, reading))
    had = {(one.number, head) for one, head in zip(base.draft.paragraphs, heads[0], strict=True)}
    return tuple(
        at
        for at, (one, head) in enumerate(zip(read, heads[1], strict=True))
        if head and (one.number, head) not in had and not ((own := HOLD_NOTHING.match(one.text)) and own[0] == head)
    )


def _otherwise(one: Draft, other: Draft, places: Iterable[int]) -> list[int]:
    return [at for at in places if one.paragraphs[at].number != other.paragraphs[at].number]
