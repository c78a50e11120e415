"""Numbers that would not be read as such if they were typed before their words: each gets a list that prints it."""

from __future__ import annotations

from collections.abc import Iterator

from models.word.package import Package
from models.word.redlining.lists.numbering_part import add_lists
from models.word.redlining.looks.looks import Joined, Looks
from models.word.redlining.paragraphs.attempt import Attempt
from models.word.styles import DEEPEST
from models.word.writing.lists import WordList, numbering
from models.word.writing.other_lists import OtherLists


def count_listed(attempt: Attempt, looks: Looks, package: Package, ids: Iterator[int]) -> None:
    """Let the new paragraphs of an attempt that are to be listed, and join no list, have lists of their own.

    The lists are added to the package, under some of the free `ids`.
    """
    others, made = dict[int, OtherLists](), list[WordList]()
    for new in sorted(attempt.coarser.listed - looks.joined.keys()):
        paragraph = attempt.comparison.new.paragraphs[new]
        number, level = paragraph.number, min(paragraph.level, DEEPEST)
        found = others.setdefault(level, OtherLists()).take(number, next(ids)) if number is not None else None
        if found is None:
            continue
        other, is_new = found
        if is_new:
            made.append(WordList(other.id, "other", {level: other.start}, form=other.form))
        looks.joined[new] = Joined(None, (str(other.id), level))
    if made:
        add_lists(package, list(numbering(made, bound=False)))
