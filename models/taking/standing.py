"""What a third text has of the two drafts of a comparison: of each change, where it stands and in which words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.comparison.words.chain import heaviest_chain
from models.draft import Draft, DraftError, Paragraph, tidy_runs
from models.editing.placed import Known, Origin
from models.taking.matched import Matching, gaps
from models.taking.reads import Reads
from models.taking.union import Union

Links = Mapping[int, tuple[int, ...]]
Pairs = Sequence[tuple[int, int]]


class CannotPutIn(DraftError):
    """The text says something else where a change belongs, or has lost what it is about."""


@dataclass(frozen=True)
class Standing:
    """A text beside two drafts; positions are those of its paragraphs unless said otherwise.

    `images` are the paragraphs of each change, by its number; `same` says for the old and for the new draft which of
    its paragraphs each is to the letter; `ranks` give those that stand in order their place in the union; `origins` are
    what was known of them; `notes` give notes of the old and of the new draft the id they have in the text.
    """

    text: Draft
    union: Union
    reads: Reads
    images: Mapping[int, tuple[int, ...]]
    same: tuple[Mapping[int, int], Mapping[int, int]]
    ranks: Mapping[int, int]
    origins: Mapping[int, Origin]
    notes: tuple[Mapping[int, int], Mapping[int, int]]

    def of(self, at: int) -> Origin | None:
        """Which paragraph of the drafts one is that has its place among theirs: of two at a place, what it is known as.

        Where nobody knows it, it is the one that it reads as, then the one in whose column it stands, then the old one.
        """
        rank = self.ranks.get(at)
        if rank is None:
            return None
        there = [(side, place) for side in (0, 1) if (place := self.union.at[side][rank]) is not None]
        return min(there, key=lambda origin: self._unlike(at, origin))

    def has(self, number: int, side: int) -> bool:
        """Whether the text has a change to the letter as one of the drafts has it."""
        change, image = self.union.comparison.changes[number], self.images.get(number, ())
        there = change.new if side else change.old
        return bool(image) and sorted(self.same[side].get(at, -1) for at in image) == [*there]

    def _unlike(self, at: int, origin: Origin) -> tuple[bool, ...]:
        side, place = origin
        if at in self.origins:
            return (self.origins[at][0] != side,)
        own, its = self.text.paragraphs[at].cell, self.union.drafts[side].paragraphs[place].cell
        return at not in self.same[side], own is not None and its is not None and own[2] != its[2]


def standing(text: Draft, union: Union, asked: Iterable[int], known: Known = ()) -> Standing:
    """Where a text has the changes of a comparison, some of which are asked for; it may be changed otherwise too.

    What is known of its paragraphs holds; of the others it is told by what they read, and between what is known.
    """
    drafts = union.drafts
    reads = Reads(*drafts, text)
    origins = {at: origin for at, origin in enumerate(known) if origin is not None}
    sure = in_order(origins, union)
    ranks = dict(sure)
    if any(gaps(sure, len(text.paragraphs), len(union.at[0]))):
        wanted = set(asked)
        wanted |= {number for number, other in union.beside.items() if other in wanted}
        for at, rank in Matching(text, union, reads).ranks(wanted, sure).items():
            # What is known stays the paragraph it is, though it stand elsewhere.
            if at in sure or at not in origins or _number(union, origins[at]) in union.numbers_at(rank):
                ranks[at] = rank
    alike: tuple[dict[int, int], dict[int, int]] = {}, {}
    images: dict[int, list[int]] = {}
    for at, rank in ranks.items():
        for number in union.numbers_at(rank):
            images.setdefault(number, []).append(at)
        for side in (0, 1):
            place = union.at[side][rank]
            if place is not None and reads.alike(side, place, at):
                alike[side][at] = place
    same = dict(alike[0]), dict(alike[1])
    for at in same[0].keys() & same[1].keys() & origins.keys():
        side, place = origins[at]
        if same[side][at] == place and union.comparison.changes[_number(union, origins[at])].weight is not None:
            # Both read so, and it is known which of them it is.
            del same[1 - side][at]
    by_hand = [at for at in range(len(text.paragraphs)) if at not in same[0] and at not in same[1]]
    pairs: Sequence[Pairs] = [_said_alike(draft, text) for draft in drafts]
    links: Sequence[Links] = [{at: (place,) for at, (its, place) in origins.items() if its == side} for side in (0, 1)]
    strange = [at for at in by_hand if at not in origins]
    if any(text.paragraphs[at].footnotes for at in by_hand) or (strange and not origins):
        compared, pairs = _compared(drafts, text)
        links = [{**its, **known} for its, known in zip(compared, links, strict=True)]
    elif strange:
        held = {*ranks.values()}
        vacant = [[at for at, rank in enumerate(union.ranks[side]) if rank not in held] for side in (0, 1)]
        links = [{**_compared_apart(drafts[n], vacant[n], text, strange), **links[n]} for n in (0, 1)]
    _put_beside([at for at in by_hand if at not in ranks], links, union, reads, same, images, ranks)
    cited = [_cited(side, text, union, alike[side], same) for side in (0, 1)]
    notes = [_notes(side, text, union, cited, same, pairs[side]) for side in (0, 1)]
    kept = {number: tuple(sorted(places)) for number, places in images.items()}
    return Standing(text, union, reads, kept, same, ranks, origins, (notes[0], notes[1]))


def _put_beside(
    left: Sequence[int],
    links: Sequence[Links],
    union: Union,
    reads: Reads,
    same: tuple[dict[int, int], dict[int, int]],
    images: dict[int, list[int]],
    ranks: dict[int, int],
) -> None:
    """Finds what those paragraphs are that stand in no draft to the letter, or not in its order: as they compare."""
    held = {*ranks.values()}
    by_rank = sorted(ranks)
    for at in left:
        for side in (0, 1):
            places = links[side].get(at, ())
            free = [place for place in places if union.ranks[side][place] not in held]
            if not free:
                continue
            images.setdefault(union.numbers[side][free[0]], []).append(at)
            if len(places) == 1 and reads.alike(side, free[0], at):
                same[side][at] = free[0]
            behind = bisect_left(by_rank, at)
            low = ranks[by_rank[behind - 1]] if behind else -1
            high = ranks[by_rank[behind]] if behind < len(by_rank) else len(union.at[0])
            rank = union.ranks[side][free[0]]
            if low < rank < high:
                ranks[at] = rank
                held.add(rank)
                by_rank.insert(behind, at)
            break


def in_order(origins: Mapping[int, Origin], union: Union) -> dict[int, int]:
    """The places of paragraphs that are known, as far as they stand in order."""
    return dict(heaviest_chain([(at, union.ranks[side][place], 1.0) for at, (side, place) in origins.items()]))


def _number(union: Union, origin: Origin) -> int:
    return union.numbers[origin[0]][origin[1]]


def _compared(drafts: Sequence[Draft], text: Draft) -> tuple[list[Links], list[Pairs]]:
    """Which paragraphs, and which notes, of two drafts a text has, as they compare with it."""
    from models.comparison.compare import compare

    found = [compare(draft, text) for draft in drafts]
    links = [{at: change.old for change in one.changes for at in change.new if change.old} for one in found]
    return [*links], [[(note.old[0], note.new[0]) for note in one.footnotes if note.old and note.new] for one in found]


def _compared_apart(draft: Draft, vacant: Sequence[int], text: Draft, strange: Sequence[int]) -> Links:
    """Which of those paragraphs of a draft that a text has nowhere some of its paragraphs are, as they compare."""
    from models.comparison.compare import compare

    def bare(paragraphs: Sequence[Paragraph], places: Sequence[int]) -> Draft:
        words = (tuple(run for run in paragraphs[at].runs if run.footnote is None) for at in places)
        return Draft(tuple(replace(paragraphs[at], runs=runs) for at, runs in zip(places, words, strict=True)))

    found = compare(bare(draft.paragraphs, vacant), bare(text.paragraphs, strange))
    return {
        strange[at]: tuple(vacant[old] for old in change.old)
        for change in found.changes
        for at in change.new
        if change.old
    }


def _said_alike(draft: Draft, text: Draft) -> Pairs:
    """The notes that say the same in a draft and in a text, and say it but once."""
    one, two = _said_once(draft), _said_once(text)
    return [(note, two[said]) for said, note in one.items() if said in two]


def _said_once(draft: Draft) -> dict[object, int]:
    """The notes of a draft by what they say, those that say the same as another left out."""
    many = Counter(tidy_runs(note.runs) for note in draft.footnotes)
    return {said: note.id for note in draft.footnotes if many[said := tidy_runs(note.runs)] == 1}


def _cited(
    side: int, text: Draft, union: Union, alike: Mapping[int, int], same: Sequence[Mapping[int, int]]
) -> dict[int, int]:
    """The notes of a draft by the id they have in the text: those cited in paragraphs that are the same.

    A paragraph that reads as in both drafts, and is known to be of the other, cites the notes of that: those of this
    one where the two are one.
    """
    draft, other = union.drafts[side], union.drafts[1 - side]
    ones = _ones(union, side)
    found: dict[int, int] = {}
    for at, place in {**same[side], **alike}.items():
        cited = draft.paragraphs[place].footnotes
        its = cited if at in same[side] else other.paragraphs[same[1 - side][at]].footnotes
        for one, two, note in zip(cited, its, text.paragraphs[at].footnotes, strict=False):
            if at in same[side] or ((one,), (two,)) in ones:
                found.setdefault(one, note)
    return found


def _ones(union: Union, side: int) -> set[tuple[tuple[int, ...], ...]]:
    """Notes of a draft with those of the other that they are."""
    return {(note.old, note.new)[:: 1 - 2 * side] for note in union.comparison.footnotes}


def _notes(
    side: int,
    text: Draft,
    union: Union,
    cited: Sequence[Mapping[int, int]],
    same: Sequence[Mapping[int, int]],
    pairs: Pairs,
) -> dict[int, int]:
    """The notes of a draft by the id they have in the text: as `cited`, then as compared.

    One that the other draft is known to cite is no other note of it, though it read the same. The comparison has
    "Ibid." for what it stands for; here it is the same note only if it reads so, or stands in a paragraph that was
    changed by hand.
    """
    draft, ones, found = union.drafts[side], _ones(union, side), dict(cited[side])
    taken, others = set(found.values()), dict[int, list[int]]()
    for other, note in cited[1 - side].items():
        others.setdefault(note, []).append(other)
    sure = {*same[0], *same[1]}
    by_hand = {note for at, one in enumerate(text.paragraphs) if at not in sure for note in one.footnotes}
    for one, note in pairs:
        reads_so = tidy_runs(draft.note[one].runs) == tidy_runs(text.note[note].runs)
        one_of_other = all(((one,), (other,)) in ones for other in others.get(note, ()))
        if note not in taken and one_of_other and (reads_so or note in by_hand):
            found.setdefault(one, note)
    return found
