"""What no text has and a file made to hurt may hold: refused before time goes by its square."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from lxml import etree

from models.reading.reading import CannotRead
from models.telling.figures import figure
from models.word.fields import INSTRUCTIONS, MARK, OpenFields
from models.word.markup import in_sorts
from models.word.namespaces import CHOICE, INS_OR_DEL, m, w
from models.word.package import Package
from models.word.relationships import NOTES
from models.word.resolve import CHANGES, OF_CELLS, tracked_parts

MOST_STYLES = 12_000  # Word's own limit is 10,000 beside those built in
LONGEST_STYLE = 5_000  # letters of an id, which each paragraph that leaves may repeat; Word's own limit is 253
DEEPEST_FIELDS = 250  # fields open at once; Word's own limit is 20
MOST_COMMENTS = 10_000
MOST_RUNS, RUNS_OF_EACH = 100_000, 10
"""So many runs may a file have, and so many more for each paragraph: one of real files has 143 at most."""


_BREAK, _TYPE, _PAGES = w("br"), w("type"), ("page", "column")
_THINGS = (w("drawing"), w("pict"), w("object"), _BREAK)
_ENDS = (_BREAK, w("cr"))
_MOST_OF: tuple[tuple[tuple[str, ...], int, str], ...] = (
    ((w("bookmarkStart"),), 20_000, "bookmarks"),
    ((w("footnote"), w("endnote")), 10_000, "notes"),
    ((m("r"),), 30_000, "pieces of formulas"),
    (_THINGS, 5_000, "pictures and breaks of pages"),
    (_ENDS, 200_000, "ends of lines"),
    ((w("tab"), w("ptab")), 600_000, "tabs"),
)
"""What takes a redline as long as a paragraph each; a thousand pages of law have five notes on each, and those of a
technical regulation more formulas than words."""
_THINGS_OF_EACH = 500
"""Pictures and breaks of pages in one paragraph, where each looks for its place among all: a chart that is drawn shape
by shape has two hundred."""
_IN_OLD_WAY = f"{{{CHOICE}}}Fallback"
"""The same picture once more, for programs that do not know its kind."""


class Most(NamedTuple):
    """How many tracked changes a file may have, and how many paragraphs and changes together."""

    changes: int
    together: int


MOST_OF_NAMES = 300_000
"""Letters of the names of all authors: each is looked for in all that leaves, and thirteen thousand have fewer."""

MOST_READ = Most(80_000, 1_000_000)
"""Where all are accepted or rejected alike."""
MOST_TOLD_APART = Most(13_000, 24_000)
"""By who made them, in two seconds: a text of ten thousand paragraphs with every third one changed has fewer."""
MOST_QUOTED = 100_000_000
"""Characters that the places of all proposals quote: more take longer than two seconds, and half a gigabyte as JSON."""
_WITH_FIELDS = ("footnotes", "endnotes", "header", "footer")
_R, _P, _P_STYLE, _AUTHOR, _VAL = w("r"), w("p"), w("pStyle"), w("author"), w("val")


class TooManyChanges(CannotRead):
    """A file has more tracked changes than can be read in the way that was asked for."""


def refuse_excess(package: Package, most: Most = MOST_READ) -> None:
    """Raises CannotRead where a file has more styles, runs, comments, or fields open at once, than any text."""
    styles = package.root_of("styles")
    ids = [one.get(w("styleId")) or "" for one in styles.iterchildren(w("style"))] if styles is not None else []
    if len(ids) > MOST_STYLES:
        raise CannotRead(
            f"This file holds {figure(len(ids))} styles, more than Word itself can keep; copy its text into a new file."
        )
    roots = [package.root(part) for part in package.parts_of(_WITH_FIELDS)]
    sorts = [in_sorts(root, (_P_STYLE,), (MARK,), *(tags for tags, *_ in _MOST_OF)) for root in roots]
    named, _, *held = (list(chain(*parts)) for parts in zip(*sorts, strict=True))
    ids += [one.get(_VAL) or "" for one in named]
    if (letters := max(map(len, ids), default=0)) > LONGEST_STYLE:
        raise CannotRead(
            f"This file names a style with {figure(letters)} letters, which no program does; "
            "copy its text into a new file."
        )
    for root, (_, marks, *_) in zip(roots, sorts, strict=True):
        if runs := _too_many_runs(root):
            raise CannotRead(
                f"This file cuts its text into {figure(runs)} pieces, which no program does; "
                "copy its text into a new file."
            )
        if _deepest(marks) > DEEPEST_FIELDS:
            raise CannotRead(
                f"This file holds more than {DEEPEST_FIELDS} fields within one another, which no program can follow; "
                "copy its text into a new file."
            )
    _refuse_full(held)
    tracked = map(package.root, tracked_parts(package))
    authors = [change.get(_AUTHOR) for root in tracked for change in root.iter(*INS_OR_DEL, *CHANGES, *OF_CELLS)]
    refuse_many(package, len(authors), most)
    part = package.related("comments")
    comments = [] if part is None else list(package.root(part).iterchildren())
    if len(comments) > MOST_COMMENTS:
        raise CannotRead(
            f"This file holds {figure(len(comments))} comments, more than the {figure(MOST_COMMENTS)} that Adref "
            "reads; delete those that are settled."
        )
    authors += [one.get(_AUTHOR) for one in comments]
    if (letters := sum(len(name) for name in set(authors) if name is not None)) > MOST_OF_NAMES:
        raise CannotRead(
            f"The names of those who changed this file, or commented on it, have {figure(letters)} letters, which no "
            "program writes; copy its text into a new file."
        )


def refuse_many(package: Package, changes: int, most: Most) -> None:
    """Raises TooManyChanges where a file has more tracked changes than can be read."""
    if changes > most.changes:
        raise TooManyChanges(
            f"This file has {figure(changes)} tracked changes, more than the {figure(most.changes)} that Adref tells "
            "apart; accept or reject some of them first."
        )
    texts = map(package.root, package.parts_of(NOTES)) if changes else ()
    paragraphs = sum(1 for root in texts for _ in root.iter(_P))
    if changes and paragraphs + changes > most.together:
        raise TooManyChanges(
            f"This file has {figure(changes)} tracked changes in {figure(paragraphs)} paragraphs, more than "
            "Adref tells apart; accept or reject some of them first."
        )


def _refuse_full(held: Iterable[list[etree._Element]]) -> None:
    """Raises CannotRead where a file holds more of something than any text; `held` is what it has of each."""
    for (tags, most, what), found in zip(_MOST_OF, held, strict=True):
        if tags is _THINGS:
            found = [one for one in found if one.tag != _BREAK or one.get(_TYPE) in _PAGES]
        if tags is _THINGS and len(found) > _THINGS_OF_EACH:
            found = [one for one in found if next(one.iterancestors(_IN_OLD_WAY), None) is None]
        if len(found) > most:
            raise CannotRead(
                f"This file holds {figure(len(found))} {what}, more than any text; copy its text into a new file."
            )
        if tags is _THINGS and len(found) > _THINGS_OF_EACH:
            fullest = max(Counter(next(one.iterancestors(_P), None) for one in found).values())
            if fullest > _THINGS_OF_EACH:
                raise CannotRead(
                    f"This file holds {figure(fullest)} {what} in one paragraph, which no program writes; "
                    "copy its text into a new file."
                )


def _too_many_runs(root: etree._Element) -> int:
    """How many runs and pieces of codes a text has, where that is too many, two kilobytes of a redline each; else 0."""
    runs = sum(1 for _ in root.iter(_R, *INSTRUCTIONS))
    if runs <= MOST_RUNS:
        return 0
    return runs if runs > MOST_RUNS + RUNS_OF_EACH * sum(1 for _ in root.iter(_P)) else 0


def _deepest(marks: Iterable[etree._Element]) -> int:
    open_fields, deepest = OpenFields(), 0
    for mark in marks:
        open_fields.follow(mark)
        deepest = max(deepest, len(open_fields.within))
    return deepest
