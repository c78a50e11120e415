"""What was changed by hand in words that were accepted within a paragraph: it amends these, and stands once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from models.draft import Draft, Paragraph, Run
from models.proposals.proposal import Edit, Point, Proposal
from models.proposals.tracked.within_new import NewParagraph
from models.proposals.untracked.amended_accepted import Piece, cut_in, joined, parts_by_whose
from models.proposals.untracked.amended_new import amends, in_new

OF_DRAFT = ""
"""No key of a proposal."""


class AmendedWords(NamedTuple):
    """`cut` are those accepted of which words were changed, cut there, with all that amends them; `amending` is what
    changes them, and `beside` what the same proposals of what was changed by hand, by their keys, change beside these:
    None where that is nothing."""

    cut: list[Proposal]
    amending: list[Proposal]
    beside: dict[str, Proposal | None]


def amended_words(
    draft: Draft,
    families: Iterable[Sequence[Proposal]],
    taken: Collection[str],
    text: Sequence[Paragraph],
    made: Sequence[Proposal],
) -> AmendedWords:
    """What of `made`, on the `text` that a draft has with what is `taken` (by keys), changes words that come with that.

    `families` are all that is asked for there, each with what amends it. Paragraphs that end elsewhere with these are
    passed over.
    """
    found = AmendedWords([], [], {})
    own = [family for family in families if family[0].key in taken and all(map(_is_plain, family))]
    by_paragraph: dict[int, list[Sequence[Proposal]]] = {}
    for family in own:
        by_paragraph.setdefault(family[0].place.first, []).append(family)
    last = -1
    for at, here in sorted(by_paragraph.items()):
        pieces = _laid(draft.paragraphs[at], at, here, taken)
        said = "".join(one.new.text for one, _ in pieces)
        there = next((n for n in range(last + 1, len(text)) if text[n].text == said), None)
        if there is not None:
            last = there
            changed = [one for one in made if one.place.first == there and amends(one)]
            amend(here, pieces, changed, found, marks_in(text[there]))
    return found


def _is_plain(one: Proposal) -> bool:
    """Whether it changes words within one paragraph, and nothing else."""
    return one.place.note is None and all(
        edit.start.paragraph == edit.end.paragraph == one.place.first
        and edit.look is None
        and edit.becomes is None
        and len(edit.come) < 2
        and not edit.gone_notes
        and not any(paragraph.footnotes for paragraph in edit.come)
        for edit in one.edits
    )


Laid = list[tuple[Piece, int]]
"""What stands in a paragraph one after another, with the place of the draft's paragraph at which it does."""


def _laid(paragraph: Paragraph, at: int, families: Iterable[Sequence[Proposal]], taken: Collection[str]) -> Laid:
    """Words of the draft that stay in a paragraph, and those that come."""
    every = [one for family in families for one in family if one.key in taken]
    struck = {(one.against, n) for one in every for n in one.strikes}
    edits = [(edit, one.key) for one in every for n, edit in enumerate(one.edits) if (one.key, n) not in struck]
    gone = {n for edit, _ in edits for n in range(edit.start.offset, edit.end.offset)}
    come = sorted(((edit, key) for edit, key in edits if edit.come), key=lambda one: (one[0].start, one[0].rank))
    stays = [n not in gone for n in range(len(paragraph.text))]
    bounds = {0, len(stays), *(edit.start.offset for edit, _ in come)}
    bounds |= {n for n in range(1, len(stays)) if stays[n] != stays[n - 1]}
    found: Laid = []
    ordered = sorted(bounds)
    for start, end in zip(ordered, (*ordered[1:], len(stays)), strict=True):
        found += ((piece_of(edit, key), start) for edit, key in come if edit.start.offset == start)
        if start < end and stays[start]:
            point = Point(at, start)
            words = replace(paragraph, runs=(Run(paragraph.text[start:end]),))
            found.append((piece_of(Edit(point, point, come=(words,)), OF_DRAFT), start))
    return found


def piece_of(edit: Edit, key: str) -> Piece:
    """What one puts in, of whose proposal `key` is the key."""
    return Piece(NewParagraph(key, edit, edit.come[0].text))


def marks_in(paragraph: Paragraph) -> list[int]:
    """Where the marks of notes stand in a paragraph, letters from its beginning."""
    found, at = [], 0
    for run in paragraph.runs:
        found += [at] if run.footnote is not None else []
        at += len(run.text)
    return found


def amend(
    families: Sequence[Sequence[Proposal]],
    laid: Laid,
    made: Sequence[Proposal],
    found: AmendedWords,
    marks: Sequence[int],
) -> None:
    """Some changes of what is laid so, as they amend what comes with the families there, and beside these.

    `marks` are where those of notes stand in what is laid: they are all of the draft.
    """
    pieces = [one for one, _ in laid]
    begins = 0
    for piece in pieces:
        piece.first, begins = begins, begins + len(piece.new.text)
    offset = {id(one.new): at for one, at in laid}
    on_draft = [_mark_on_draft(mark, laid) for mark in marks]
    amending: list[list[tuple[NewParagraph, Proposal]]] = []
    for one in made:
        parts = list(parts_by_whose(one, pieces))
        if all(own[0][0].key == OF_DRAFT for own in parts):
            continue
        found.beside[one.key] = None
        for own in parts:
            if own[0][0].key == OF_DRAFT:
                beside = {edit.rank: edit.notes_before + bisect_left(marks, edit.start.offset) for edit in one.edits}
                found.beside[one.key] = _on_draft(one, own, offset, beside, on_draft)
            else:
                amending.append(own)
    touched = {own[0][0].key for own in amending}
    by_edit = {id(one.edit): one for one in pieces}
    for family in families:
        if touched.isdisjoint(one.key for one in family):
            continue
        cut = {(one.key, n): list(_cut(edit, by_edit)) for one in family for n, edit in enumerate(one.edits)}
        now, number = cut_in(family, cut)
        found.cut.extend(now)
        for own in amending:
            host = next((one for one in family if one.key == own[0][0].key), None)
            if host is not None:
                found.amending.append(joined([in_new(host, new.amended(one, number)) for new, one in own]))


def _cut(edit: Edit, pieces: Mapping[int, Piece]) -> Iterator[Edit]:
    """An edit in pieces, where words that come with it are changed: what goes is one of its own then."""
    piece = pieces.get(id(edit))
    if piece is None or not piece.new.amending:
        yield edit
        return
    if edit.gone:
        yield replace(edit, come=())
    piece.new.edit = replace(edit, end=edit.start, gone="")
    yield from piece.cut()


def _mark_on_draft(mark: int, laid: Laid) -> Point:
    """Where a mark of a note stands on the draft: beside words of that where it is beside some."""
    beside = [(piece, at) for piece, at in laid if piece.first <= mark <= piece.end]
    of_draft = ((piece, at + mark - piece.first) for piece, at in beside if piece.new.key == OF_DRAFT)
    piece, at = next(of_draft, beside[0] if beside else laid[0])
    return Point(piece.edit.start.paragraph, at)


def _on_draft(
    one: Proposal,
    parts: Iterable[tuple[NewParagraph, Proposal]],
    offset: Mapping[int, int],
    marks_before: Mapping[int, int],
    marks: Sequence[Point],
) -> Proposal:
    """What a proposal changes in words of the draft, at their places there.

    `marks_before` counts the marks of notes that stand before each edit, by its rank; `marks` are their places there.
    """

    def moved(edit: Edit, new: NewParagraph) -> Edit:
        start, end = (Point(new.edit.start.paragraph, offset[id(new)] + at.offset) for at in (edit.start, edit.end))
        return replace(
            edit,
            start=start,
            end=end,
            gone=new.text[edit.start.offset : edit.end.offset],
            notes_before=max(0, marks_before[edit.rank] - bisect_left(marks, start)) if edit.come else 0,
        )

    edits = tuple(moved(edit, new) for new, part in parts for edit in part.edits)
    start, end = edits[0].start, max(edit.end for edit in edits)
    place = replace(one.place, first=start.paragraph, after=end.paragraph + 1, start=start.offset, end=end.offset)
    return replace(one, kind="reword", place=place, edits=edits)
