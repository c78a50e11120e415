"""What a third text has of the two drafts of a comparison: of each change, where it stands and in which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.comparison.chain import heaviest_chain
from models.comparison.change import Comparison
from models.comparison.partly import wanderers
from models.draft import Draft, DraftError, computed_numbers, tidy_runs
from models.taking.twins import settle_twins

_MUCH = 10_000.0
"""So much more than a paragraph that moved counts one that did not, where the order of the text is asked for."""
Links = Mapping[int, tuple[int, ...]]
Pairs = Sequence[tuple[int, int]]


class CannotPutIn(DraftError):
    """The text says something else where a change belongs, or has lost what it is about."""


@dataclass(frozen=True)
class Standing:
    """A text beside two drafts; positions are those of its paragraphs unless said otherwise.

    `images` are the paragraphs of each change, by its number; `same` says for the old and for the new draft which of
    its paragraphs each is to the letter; `order` gives those that stand in the order of the new draft their place
    there; `notes` give notes of the old and of the new draft the id they have in the text.
    """

    text: Draft
    images: Mapping[int, tuple[int, ...]]
    same: tuple[Mapping[int, int], Mapping[int, int]]
    order: Mapping[int, int]
    notes: tuple[Mapping[int, int], Mapping[int, int]]


def standing(text: Draft, comparison: Comparison, asked: Iterable[int]) -> Standing:
    """Where a text has the changes of a comparison, some of which are asked for; it may be changed otherwise too."""
    drafts = comparison.old, comparison.new
    read = as_read(text)
    reads = [as_read(draft) for draft in drafts]
    links, pairs = _to_the_letter(drafts, reads, text, read) or _compared(drafts, text)
    same = [_same(there, read, one) for there, one in zip(reads, links, strict=True)]
    number_of = [
        {at: number for number, change in enumerate(comparison.changes) for at in (change.new if new else change.old)}
        for new in (False, True)
    ]
    images: dict[int, list[int]] = {}
    for at in range(len(read)):
        side = _side(at, links, same)
        if side is not None:
            number = number_of[side][same[side].get(at, links[side][at][0])]
            images.setdefault(number, []).append(at)
    settle_twins(comparison, reads, images, same, asked)
    order = _order(comparison, images, same[1])
    sure = {*same[0], *same[1]}
    notes = [_notes(drafts[n], text, same[n], pairs[n], sure) for n in (0, 1)]
    kept = {number: tuple(places) for number, places in images.items()}
    return Standing(text, kept, (same[0], same[1]), order, (notes[0], notes[1]))


def as_read(draft: Draft) -> list[object]:
    """Each paragraph as it reads: what it is, its words and their marks, a note being a note whatever it says."""
    found: list[object] = []
    for one, number in zip(draft.paragraphs, computed_numbers(draft), strict=True):
        runs = tuple((run.text, run.marks) if run.footnote is None else None for run in tidy_runs(one.runs))
        column = one.cell[2] if one.cell is not None else None
        printed = one.number if one.number != number else None
        found.append((one.kind, one.level, printed, one.set_label, column, runs))
    return found


def _compared(drafts: Sequence[Draft], text: Draft) -> tuple[list[Links], list[Pairs]]:
    """Which paragraphs, and which notes, of two drafts a text has, as they compare with it."""
    from models.comparison.compare import compare

    found = [compare(draft, text) for draft in drafts]
    links = [{at: change.old for change in one.changes for at in change.new if change.old} for one in found]
    return [*links], [[(note.old[0], note.new[0]) for note in one.footnotes if note.old and note.new] for one in found]


def _to_the_letter(
    drafts: Sequence[Draft], reads: Sequence[Sequence[object]], text: Draft, read: Sequence[object]
) -> tuple[list[Links], list[Pairs]] | None:
    """The same without comparing, where each paragraph stands in a draft to the letter, and as often as there."""
    where: dict[object, list[int]] = {}
    for at, said in enumerate(read):
        where.setdefault(said, []).append(at)
    links: list[Links] = []
    for there in reads:
        found: dict[object, list[int]] = {}
        for at, said in enumerate(there):
            if said in where:
                found.setdefault(said, []).append(at)
        if any(len(places) != len(where[said]) for said, places in found.items()):
            return None
        pairs = (zip(where[said], places, strict=True) for said, places in found.items())
        links.append({at: (place,) for one in pairs for at, place in one})
    if any(at not in links[0] and at not in links[1] for at in range(len(read))):
        return None
    once = [_said_once(one) for one in (text, *drafts)]
    return links, [[(note, once[0][said]) for said, note in one.items() if said in once[0]] for one in once[1:]]


def _said_once(draft: Draft) -> dict[object, int]:
    """The notes of a draft by what they say, those that say the same as another left out."""
    many = Counter(tidy_runs(note.runs) for note in draft.footnotes)
    return {said: note.id for note in draft.footnotes if many[said := tidy_runs(note.runs)] == 1}


def _same(draft: Sequence[object], text: Sequence[object], links: Links) -> dict[int, int]:
    return {at: olds[0] for at, olds in links.items() if len(olds) == 1 and draft[olds[0]] == text[at]}


def _side(at: int, links: Sequence[Links], same: Sequence[Mapping[int, int]]) -> int | None:
    """Of which draft a paragraph is one, 0 the old, 1 the new, else None; where it may be both, by its neighbours."""
    sure = [at in one for one in same]
    if sure[0] != sure[1]:
        return 0 if sure[0] else 1
    if not sure[0]:
        return 0 if at in links[0] else 1 if at in links[1] else None
    beside = [sum(one.get(at + step, -9) == one[at] + step for step in (-1, 1)) for one in same]
    return 0 if beside[0] >= beside[1] else 1


def _order(comparison: Comparison, images: Mapping[int, Sequence[int]], same: Mapping[int, int]) -> dict[int, int]:
    """The paragraphs that stand in the order of the new draft, with their place there; what never moved counts most."""
    wander = wanderers(comparison)
    weighted = []
    for number, image in images.items():
        news = comparison.changes[number].new
        for at in image if news else ():
            place = same.get(at) if same.get(at) in news else news[0] if at == image[0] else None
            if place is not None:
                weighted.append((at, place, 1.0 if number in wander else _MUCH))
    return dict(heaviest_chain(weighted))


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
