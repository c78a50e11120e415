"""What was changed by hand in new paragraphs that were accepted: it amends these, or what amends them already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.proposals.proposal import Edit, Proposal
from models.proposals.tracked.within_new import NewParagraph, comes_whole, one_by_one
from models.proposals.untracked.amended_new import amends, in_new


@dataclass
class Piece:
    """An edit of one who puts in a paragraph, or words into one; in `new` what others do there.

    What is `is_fixed` cannot be cut: others stand beside it.
    """

    new: NewParagraph
    is_there: bool = True
    is_fixed: bool = False
    first: int = 0

    @property
    def edit(self) -> Edit:
        return self.new.edit

    @property
    def end(self) -> int:
        return self.first + len(self.new.text)

    def cut(self) -> list[Edit]:
        """What comes, cut where others change it; words in the middle of a paragraph have no end of one."""
        self.new.cut()
        if len(self.edit.come) == 1:
            self.new.pieces = [one for one in self.new.pieces if one.come[0].runs]
        return self.new.pieces


def amended_by(
    asked: Sequence[Proposal], taken: Iterable[str], text: list[str | None], made: Sequence[Proposal]
) -> tuple[list[Proposal], list[Proposal]]:
    """One that puts in whole paragraphs and all that amends it, cut where some change words in these alone; and those
    that do, as amendments of whose words they change.

    `asked` are the first and all that amends it, `taken` the keys of those that `text` has, which `made` stand on; its
    paragraphs that are found there are taken out of it: another may have put in the same.
    """
    keys = {*taken}
    struck = {(one.against, n) for one in asked if one.key in keys for n in one.strikes}
    pieces: dict[tuple[str, int], list[Piece]] = {}
    for one in asked:
        for n, edit in enumerate(one.edits):
            is_there = one.key in keys and (one.key, n) not in struck
            own = one_by_one(edit) if comes_whole(edit) else [edit]
            pieces[one.key, n] = [Piece(NewParagraph(one.key, each, each.come[0].text), is_there) for each in own]
    every = [one for own in pieces.values() for one in own]
    if not all(map(_is_part, every)) or len({one.edit.start for one in every}) > 1:
        return [], []
    there = _paragraphs(one for one in every if one.is_there)
    amending = [*_within(there, text, made, asked[0].key)]
    if not amending:
        return [], []
    found, number = cut_in(asked, {at: [edit for one in own for edit in one.cut()] for at, own in pieces.items()})
    return found, [joined([in_new(asked[0], new.amended(one, number)) for new, one in own]) for own in amending]


def cut_in(
    asked: Iterable[Proposal], pieces: Mapping[tuple[str, int], Sequence[Edit]]
) -> tuple[list[Proposal], dict[int, int]]:
    """One proposal and all that amends it with their edits in `pieces`, by key and number; and by the identity of each
    piece which number it has now."""
    number: dict[int, int] = {}
    for one in asked:
        edits = [edit for n, _ in enumerate(one.edits) for edit in pieces[one.key, n]]
        number |= {id(edit): n for n, edit in enumerate(edits)}
    found = [
        replace(
            one,
            edits=tuple(edit for n, _ in enumerate(one.edits) for edit in pieces[one.key, n]),
            strikes=tuple(
                number[id(edit)]
                for n in one.strikes
                for edit in pieces[one.against or "", n]
                if edit.come or not edit.gone
            ),
        )
        for one in asked
    ]
    return found, number


def _is_part(piece: Piece) -> bool:
    """Whether it is a new paragraph, its end, or words that come into it."""
    edit = piece.edit
    plain = edit.look is None and edit.becomes is None and edit.number is None and not edit.gone
    return plain and edit.start == edit.end and not edit.start.offset and not (edit.ends_come and edit.come[-1].runs)


def _paragraphs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """What stands in each new paragraph, in order; what no end follows is in none."""
    here: list[Piece] = []
    for one in sorted(pieces, key=lambda one: one.edit.rank):
        one.first = here[-1].end if here else 0
        here.append(one)
        if one.edit.ends_come:
            yield here
            here = []


def _within(
    paragraphs: Iterable[list[Piece]], text: list[str | None], made: Sequence[Proposal], host: str
) -> Iterator[list[tuple[NewParagraph, Proposal]]]:
    """The parts of each proposal that changes words in one of the paragraphs, by those whose words they change."""
    found = -1
    for pieces in paragraphs:
        said = "".join(one.new.text for one in pieces)
        at = next((n for n in range(found + 1, len(text)) if text[n] == said), None)
        if at is None:
            continue
        found, text[at] = at, None
        # What kind a new paragraph is hangs on what stands around it.
        here = (replace(one, edits=tuple(_of_words(one))) for one in made if one.place.first == at)
        for one in filter(amends, here):
            yield from parts_by_whose(one, pieces, host)


def _of_words(one: Proposal) -> Iterator[Edit]:
    return (edit for edit in one.edits if edit.becomes is None)


def parts_by_whose(
    one: Proposal, pieces: Sequence[Piece], host: str | None = None
) -> Iterator[list[tuple[NewParagraph, Proposal]]]:
    """A proposal in parts, each about one piece; those about the words of one author together."""
    homes = [_home(edit, pieces, host) for edit in one.edits]
    parts: dict[str, list[tuple[NewParagraph, Proposal]]] = {}
    for piece in pieces:
        there = (_part(edit, piece, home) for edit, home in zip(one.edits, homes, strict=True))
        edits = tuple(part for part in there if part is not None)
        if edits:
            own = replace(one, edits=edits)
            piece.new.amending.append(own)
            parts.setdefault(piece.new.key, []).append((piece.new, own))
    yield from parts.values()


def _part(edit: Edit, piece: Piece, home: Piece) -> Edit | None:
    """What an edit changes in one piece, its places counted there; what comes does so at `home`."""
    start, end = (min(max(at, piece.first), piece.end) - piece.first for at in (edit.start.offset, edit.end.offset))
    if start == end and piece is not home:
        return None
    return replace(
        edit,
        start=edit.start._replace(offset=start),
        end=edit.end._replace(offset=end),
        come=edit.come if piece is home else (),
        notes_before=edit.notes_before if start else 0,
    )


def _home(edit: Edit, pieces: Sequence[Piece], host: str | None) -> Piece:
    """The piece in which something comes: where words go one that has them, else that of `host` if it is beside one.

    Where the draft has some of them (no `host`), one of those who put in the others: beside what stays of the draft
    their words and what comes in their place would be read as one.
    """
    start, end = edit.start.offset, edit.end.offset
    near = [one for one in pieces if one.first <= start and (start < one.end or start == end == one.end)]
    near = [one for one in near if not one.is_fixed] or near
    if host is None:
        near = [one for one in pieces if one.new.key and one.first < end and start < one.end] or near
    return next(
        (one for one in near if one.new.key == host),
        near[0 if host is None and start < end else -1] if near else pieces[-1],
    )


def joined(parts: Sequence[Proposal]) -> Proposal:
    """All that one changes of the words of another."""
    edits = tuple(edit for one in parts for edit in one.edits)
    return replace(parts[0], edits=edits, strikes=tuple(sorted({n for one in parts for n in one.strikes})))
