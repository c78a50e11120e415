"""What a third text has of the two drafts of a comparison: of each change, where it stands and in which words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.draft import Draft, DraftError, tidy_runs
from models.taking.matched import Matching, Reads
from models.taking.union import Union

Links = Mapping[int, tuple[int, ...]]
Pairs = Sequence[tuple[int, int]]


class CannotPutIn(DraftError):
    """The text says something else where a change belongs, or has lost what it is about."""


@dataclass(frozen=True)
class Standing:
    """A text beside two drafts; positions are those of its paragraphs unless said otherwise.

    `images` are the paragraphs of each change, by its number; `same` says for the old and for the new draft which of
    its paragraphs each is to the letter; `ranks` give those that stand in order their place in the union; `notes` give
    notes of the old and of the new draft the id they have in the text.
    """

    text: Draft
    union: Union
    reads: Reads
    images: Mapping[int, tuple[int, ...]]
    same: tuple[Mapping[int, int], Mapping[int, int]]
    ranks: Mapping[int, int]
    notes: tuple[Mapping[int, int], Mapping[int, int]]


def standing(text: Draft, union: Union, asked: Iterable[int]) -> Standing:
    """Where a text has the changes of a comparison, some of which are asked for; it may be changed otherwise too."""
    drafts = union.comparison.old, union.comparison.new
    reads = Reads.of(*(as_read(draft) for draft in (*drafts, text)))
    matching = Matching(text, union, reads, Reads.of(*(_said(draft) for draft in (*drafts, text))))
    wanted = set(asked)
    ranks = matching.ranks(wanted | {number for number, other in union.beside.items() if other in wanted})
    same: tuple[dict[int, int], dict[int, int]] = {}, {}
    images: dict[int, list[int]] = {}
    for at, rank in ranks.items():
        for side, is_its in enumerate(matching.sides(at, rank)):
            place = union.at[side][rank]
            if is_its and place is not None:
                same[side][at] = place
                image = images.setdefault(union.numbers[side][place], [])
                if at not in image:
                    image.append(at)
    pairs: list[Pairs] = [_said_alike(draft, text) for draft in drafts]
    left = [at for at in range(len(text.paragraphs)) if at not in ranks]
    if left:
        links, pairs = _compared(drafts, text)
        _put_beside(left, links, union, reads, same, images, ranks)
    sure = {*same[0], *same[1]}
    notes = [_notes(drafts[n], text, same[n], pairs[n], sure) for n in (0, 1)]
    kept = {number: tuple(sorted(places)) for number, places in images.items()}
    return Standing(text, union, reads, kept, same, ranks, (notes[0], notes[1]))


def _put_beside(
    left: Sequence[int],
    links: Sequence[Links],
    union: Union,
    reads: Reads,
    same: tuple[dict[int, int], dict[int, int]],
    images: dict[int, list[int]],
    ranks: dict[int, int],
) -> None:
    """Finds by comparing what those paragraphs are that stand in no draft to the letter, or not in its order."""
    held = [set(one.values()) for one in same]
    by_rank = sorted(ranks)
    for at in left:
        for side in (0, 1):
            places = links[side].get(at, ())
            free = [place for place in places if place not in held[side]]
            if not free:
                continue
            number = union.numbers[side][free[0]]
            images.setdefault(number, []).append(at)
            if len(places) == 1 and (reads.new if side else reads.old)[free[0]] == reads.text[at]:
                same[side][at] = free[0]
            behind = bisect_left(by_rank, at)
            low = ranks[by_rank[behind - 1]] if behind else -1
            high = ranks[by_rank[behind]] if behind < len(by_rank) else len(union.at[0])
            rank = union.ranks[side][free[0]]
            if low < rank < high:
                ranks[at] = rank
                by_rank.insert(behind, at)
            break


def as_read(draft: Draft) -> list[object]:
    """Each paragraph as it reads: what it is, its words and their marks, a note being a note whatever it says.

    Its number is no part of it: that may follow from others.
    """
    found: list[object] = []
    for one in draft.paragraphs:
        runs = tuple((run.text, run.marks) if run.footnote is None else None for run in tidy_runs(one.runs))
        found.append((one.kind, one.level, one.set_label, one.cell is not None, runs))
    return found


def _compared(drafts: Sequence[Draft], text: Draft) -> tuple[list[Links], list[Pairs]]:
    """Which paragraphs, and which notes, of two drafts a text has, as they compare with it."""
    from models.comparison.compare import compare

    found = [compare(draft, text) for draft in drafts]
    links = [{at: change.old for change in one.changes for at in change.new if change.old} for one in found]
    return [*links], [[(note.old[0], note.new[0]) for note in one.footnotes if note.old and note.new] for one in found]


def _said(draft: Draft) -> Iterator[object]:
    """What the notes say that each paragraph cites."""
    for one in draft.paragraphs:
        yield tuple(tidy_runs(draft.note[note].runs) if note in draft.note else None for note in one.footnotes)


def _said_alike(draft: Draft, text: Draft) -> Pairs:
    """The notes that say the same in a draft and in a text, and say it but once."""
    one, two = _said_once(draft), _said_once(text)
    return [(note, two[said]) for said, note in one.items() if said in two]


def _said_once(draft: Draft) -> dict[object, int]:
    """The notes of a draft by what they say, those that say the same as another left out."""
    many = Counter(tidy_runs(note.runs) for note in draft.footnotes)
    return {said: note.id for note in draft.footnotes if many[said := tidy_runs(note.runs)] == 1}


def _notes(draft: Draft, text: Draft, same: Mapping[int, int], pairs: Pairs, sure: Collection[int]) -> dict[int, int]:
    """The notes of a draft by the id they have in the text: cited in paragraphs that are the same, then as compared.

    The comparison has "Ibid." for what it stands for; here it is the same note only if it reads so, or stands in a
    paragraph that was changed by hand.
    """

    def cited() -> Iterator[tuple[int, int]]:
        for at, place in same.items():
            yield from zip(draft.paragraphs[place].footnotes, text.paragraphs[at].footnotes, strict=False)

    found: dict[int, int] = {}
    for one, other in cited():
        found.setdefault(one, other)
    taken = set(found.values())
    by_hand = {note for at, one in enumerate(text.paragraphs) if at not in sure for note in one.footnotes}
    for one, other in pairs:
        reads_so = tidy_runs(draft.note[one].runs) == tidy_runs(text.note[other].runs)
        if other not in taken and (reads_so or other in by_hand):
            found.setdefault(one, other)
    return found
