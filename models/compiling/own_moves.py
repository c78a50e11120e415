"""What a delegation changes in a paragraph that it moves itself: words that the paragraph has where it moves to.

They came in two files, or were tracked in a paragraph that was moved without tracking: each stands where the draft has
the paragraph, and taken together they are one wish.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from models.comparison.words.plain import word_diff
from models.compiling.amended_once import ByPerson
from models.compiling.in_moved import moves
from models.compiling.taken_out import Taking
from models.draft import Draft, Paragraph
from models.proposals.laid.applying import applied
from models.proposals.proposal import END, Edit, Point, Proposal
from models.proposals.tracked.within_new import comes_whole


def with_own_words(draft: Draft, wishes: ByPerson, stays: Set[str]) -> ByPerson:
    """The wishes on a draft, moves with the words of what else a delegation changes in the paragraphs they take.

    The keys in `stays` are of what is left as it is; so is what others amend, and what stands in several names.
    """
    every = [one for people in wishes.values() for own in people.values() for one in own]
    if not any(map(moves, every)):
        return wishes
    several = {key for key, count in Counter(one.key for one in every).items() if count > 1}
    amended = {one.against for one in every}
    return {name: _of_one(draft, people, stays | several, amended) for name, people in wishes.items()}


def _of_one(
    draft: Draft, people: Mapping[str, Sequence[Proposal]], stays: Set[str], amended: Set[str | None]
) -> Mapping[str, Sequence[Proposal]]:
    own = [one for theirs in people.values() for one in theirs if one.key not in stays]
    moved: dict[int, list[_Moved]] = {}
    for mover in filter(moves, own):
        for here in _each_moved(draft, mover):
            moved.setdefault(here.at, []).append(here)
    brought = set[str]()
    for one in own:
        there = moved.get(_words_in(one), []) if one.key not in amended else []
        laid = [here.laid(one) for here in there]
        if laid and None not in laid:
            brought.add(one.key)
            for here, pieces in zip(there, laid, strict=True):
                here.take(pieces or [])
    made = {one.key: one for one in own}
    for here in (here for there in moved.values() for here in there):
        made[here.mover.key] = here.with_words(made[here.mover.key])
    return {
        person: [made.get(one.key, one) for one in theirs if one.key not in brought]
        for person, theirs in people.items()
    }


_NOWHERE = -1


def _words_in(one: Proposal) -> int:
    """In which paragraph a proposal changes words, or how they look, and nothing else."""
    places = {point.paragraph for edit in one.edits for point in (edit.start, edit.end)}
    if len(places) != 1 or moves(one) or one.against is not None or one.place.note is not None:
        return _NOWHERE
    plain = not any(edit.becomes is not None or edit.gone_notes or comes_whole(edit) for edit in one.edits)
    return places.pop() if plain else _NOWHERE


_Laid = list[tuple[int, Proposal]]
"""What is changed in pieces of a paragraph, with their numbers."""


@dataclass
class _Moved:
    """The paragraph at `at` of a draft, whose `text` it is, as a move brings it: in `pieces` where others amend that,
    each a paragraph of an edit, by their numbers; and what is changed in them."""

    mover: Proposal
    at: int
    text: str
    pieces: list[tuple[int, int]]
    taken: dict[int, list[Proposal]] = field(default_factory=dict)

    def laid(self, one: Proposal) -> _Laid | None:
        """A change of words set where they come, without what is changed there already, as in a compilation that came
        back; None where the move changes the same words otherwise."""
        said = [self._said(*piece).text for piece in self.pieces]
        words = [*word_diff(self.text, "".join(said))]
        found: _Laid = []
        for edit in one.edits:
            if _has(self.text, "".join(said), edit):
                continue
            place, begin = _there(words, edit.start.offset, edit.end.offset), 0
            for n, text in enumerate(said):
                if place is not None and begin <= place and place + len(edit.gone) <= begin + len(text):
                    start, end = (Point(0, place - begin + by) for by in (0, len(edit.gone)))
                    found.append((n, replace(one, edits=(replace(edit, start=start, end=end),))))
                    break
                begin += len(text)
            else:
                return None
        return found

    def take(self, laid: _Laid) -> None:
        for n, one in laid:
            self.taken.setdefault(n, []).append(one)

    def with_words(self, mover: Proposal) -> Proposal:
        """The move with what is changed in it; another of its paragraphs may have been changed already."""
        for n in sorted(self.taken, reverse=True):
            number, within = self.pieces[n]
            edit = mover.edits[number]
            made = applied(Draft((edit.come[within],), mover.footnotes), self.taken[n])
            come = (*edit.come[:within], *made.paragraphs, *edit.come[within + 1 :])
            edits = (*mover.edits[:number], replace(edit, come=come), *mover.edits[number + 1 :])
            mover = replace(mover, edits=edits, footnotes=made.footnotes)
        return mover

    def _said(self, number: int, within: int) -> Paragraph:
        return self.mover.edits[number].come[within]


def _each_moved(draft: Draft, mover: Proposal) -> Iterator[_Moved]:
    """The paragraphs of a draft that a proposal puts elsewhere; none where it joins or divides some."""
    gone = sorted(Taking(draft, mover).emptied)
    come: list[list[tuple[int, int]]] = []
    own: list[tuple[int, int]] = []
    for number, edit in sorted(enumerate(mover.edits), key=lambda one: (one[1].start, one[1].rank)):
        for within, paragraph in enumerate(edit.come):
            if within:
                come.append(own)
                own = []
            if paragraph.runs:
                own.append((number, within))
    if own or len(come) != len(gone) or not all(come):
        return
    for at, pieces in zip(gone, come, strict=True):
        yield _Moved(mover, at, draft.paragraphs[at].text, pieces)


def _there(words: Sequence[tuple[str, str]], start: int, end: int) -> int | None:
    """Where what stands between two places of the old text begins in the new one; None where that is not there."""
    old = new = 0
    for op, text in words:
        if op == "equal" and old <= start and end <= old + len(text):
            return new + start - old
        old += len(text) if op != "insert" else 0
        new += len(text) if op != "delete" else 0
    return None


def _has(text: str, moved: str, edit: Edit) -> bool:
    """Whether a paragraph has where it moves to what a change makes of its `text`."""
    start, end = edit.start.offset, edit.end.offset
    made = f"{END}{text[:start]}{edit.come_text}{text[end:]}{END}"
    words = word_diff(made, f"{END}{moved}{END}")
    return edit.look is None and _there([*words], start, start + len(edit.come_text) + 2) is not None
