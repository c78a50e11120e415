"""What an author does at a place in pieces of one sense: words, new paragraphs, whole ones that go."""

from __future__ import annotations

from collections.abc import Iterator

from models.draft import Draft
from models.proposals.proposal import END
from models.proposals.tracked.hunks import Hunk
from models.proposals.woven.atoms import Atom


def parted(hunk: Hunk, base: Draft) -> Iterator[tuple[str, Hunk]]:
    """A hunk as pieces of one sense: ("new" | "gone" | "words" | "across", piece), in order.

    New and whole paragraphs stand apart from what is changed beside them. "across" ties paragraphs or parts them.
    """
    if not any(atom.ends for atom in hunk.atoms):
        yield "words", hunk
        return
    end = hunk.end
    if hunk.start.offset == 0:
        pieces = _split(hunk, after=True)
    elif end.paragraph < len(base.paragraphs) and end.offset == len(base.paragraphs[end.paragraph].text):
        pieces = _split(hunk, after=False)
    else:
        yield "across", hunk
        return
    for piece in pieces:
        if not any(atom.ends for atom in piece.atoms):
            yield "words", piece
        elif piece.ends_come and not piece.gone:
            yield "new", piece
        elif piece.ends_gone and not piece.come and _is_whole(piece, base):
            yield "gone", piece
        else:
            yield "across", piece


def _is_whole(piece: Hunk, base: Draft) -> bool:
    paragraph = piece.start.paragraph + (1 if leads(piece) else 0)
    return paragraph < len(base.paragraphs) and piece.gone_text.strip(END) == base.paragraphs[paragraph].text


def leads(piece: Hunk) -> bool:
    """Whether a piece begins with the end of the paragraph before what it is about."""
    return piece.atoms[0].ends and piece.start.offset > 0 and not piece.ended


def _split(hunk: Hunk, *, after: bool) -> list[Hunk]:
    """The hunk cut after each paragraph end, or before each."""
    groups: list[list[Atom]] = [[]]
    for atom in hunk.atoms:
        if atom.ends and not after and groups[-1]:
            groups.append([])
        groups[-1].append(atom)
        if atom.ends and after:
            groups.append([])
    undone = hunk.undone
    pieces = [Hunk(hunk.author, hunk.move, own, hunk.host, ended=after, undone=undone) for own in groups if own]
    alone = hunk.alone
    for piece in reversed(pieces):
        piece.alone = alone
        alone = alone and not piece.gone
    return pieces
