"""Paragraphs of which an author strikes the typed number and all words, and leaves the end: lines without anything.

So does who selects a line in Word and presses Delete. Where a list numbers it, its end still says that it is an item.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from models.draft import Draft, Kind, Paragraph
from models.proposals.tracked.kinds import Becoming
from models.proposals.woven.atoms import Atom, StruckNumber
from models.proposals.woven.ends import Ends
from models.word.woven import Woven


def emptied(
    struck: Sequence[StruckNumber],
    atoms: Sequence[Atom],
    woven: Woven,
    base: Draft,
    ends: Mapping[str | None, Ends],
) -> Iterator[Becoming]:
    """Such paragraphs, each as the line it becomes for its author; `ends` are those of each author."""
    if not struck:
        return
    end_of = {atom.base.paragraph: place for place, atom in enumerate(atoms) if atom.ends and not atom.adds}
    for number in struck:
        last = end_of.get(number.paragraph)
        if last is None:
            continue
        by_author = [{woven.author(change): change for change in takes} for takes in number.takes]
        for author in sorted(set.intersection(*(set(by) for by in by_author))):
            own = ends.get(author) or ends[None]
            if own.at(last) == last and _is_empty(atoms, own.before(last) + 1, last, author, woven):
                line = Paragraph(Kind.TEXT, (), cell=base.paragraphs[number.paragraph].cell)
                changes = frozenset(by[author] for by in by_author)
                yield Becoming(author, number.paragraph, line, atoms[last].rank, changes)


def _is_empty(atoms: Sequence[Atom], first: int, last: int, author: str, woven: Woven) -> bool:
    """Whether nothing stands between two places in the text of an author."""
    return not any(
        _is_there(atom, author, woven) for atom in islice(atoms, first, last) if atom.text or atom.note is not None
    )


def _is_there(atom: Atom, author: str, woven: Woven) -> bool:
    """Whether words, or a mark, stand in the text of an author: put in by this one, or of the base, and not struck."""
    own = not atom.adds or any(woven.author(change) == author for change in atom.adds)
    return own and not any(woven.author(change) == author for change in atom.takes)
