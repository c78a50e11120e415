"""What is asked for in some paragraphs of a draft, and which of it a text has there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from rapidfuzz.distance import Indel

from models.comparison.words.tokens import HAN
from models.draft import Draft, Paragraph
from models.proposals.laid.applying import applied
from models.proposals.proposal import Edit, Point, Proposal, keyed
from models.proposals.tracked.within_new import comes_whole
from models.proposals.untracked.amended_accepted import amended_by
from models.proposals.untracked.amended_words import AmendedWords, amended_words
from models.proposals.untracked.edited_words import RANKS
from models.proposals.untracked.in_parts import in_parts, joined_parts

_MOST = 400
"""How many choices are tried in one stretch, where what is still tracked does not say which changes are accepted."""
_MOST_WORDS = 1_000_000
"""How many words all of these may come to."""

Words = tuple[str, object]
Choice = frozenset[tuple[int, int]]
"""Edits, each by the number of its proposal and its own there; -1 is what that strikes of another's."""


def words_of(paragraph: Paragraph, draft: Draft) -> Words:
    """What a paragraph says, the words of its notes with it."""
    said = (one.text if one.footnote is None else f"\0{_note(draft, one.footnote)}\0" for one in paragraph.runs)
    return " ".join("".join(said).split()), paragraph.cell is None


def _note(draft: Draft, note: int) -> str:
    return draft.note[note].text if note in draft.note else ""


def said_between(words: Sequence[Words], span: tuple[int, int]) -> list[Words]:
    """Lines without words say nothing."""
    return [one for one in words[slice(*span)] if one[0] or not one[1]]


class AskedHere:
    """A stretch of a draft, and what is asked for there; `go_on` is called at each choice, and may raise to stop.

    What is asked for comes in parts where some of the changes that are `tracked` are such.
    """

    def __init__(
        self,
        draft: Draft,
        first: int,
        after: int,
        asked: Sequence[Proposal],
        go_on: Callable[[], object],
        tracked: Iterable[Proposal] = (),
    ) -> None:
        self._go_on, tracked = go_on, list(tracked)
        self.text = Draft(draft.paragraphs[first:after], draft.footnotes)
        asked = in_parts(asked, tracked)
        self._asked = [moved(one, -first) for one in asked]
        hosts = {one.against for one in asked}
        apart = [one.against is None and one.key not in hosts and one.kind != "move" for one in asked]
        every = [
            [*((n, at) for at, edit in enumerate(one.edits) if _of_words(edit)), *([(n, -1)] if one.strikes else [])]
            for n, one in enumerate(asked)
        ]
        self.all: Choice = frozenset(chain.from_iterable(every))
        # What hangs together is accepted as a whole: so does a new paragraph with its end, which no words tell.
        left = self.not_in(tracked)
        self._units = [
            unit
            for one, own, single in zip(asked, every, apart, strict=True)
            for unit in _units_of(own, left if one.kind == "insert" else frozenset(), single)
        ]
        by_author: dict[str, set[tuple[int, int]]] = {}
        for one, own in zip(asked, every, strict=True):
            by_author.setdefault(one.author, set()).update(own)
        groups = [frozenset(own) for own in by_author.values() if len(own) > 1]
        # What several change of one word leads nowhere one by one: all of one author is left out, or comes.
        # What amends is left out first: without what it amends it says nothing, and that may be all that is there.
        amending = {n for n, one in enumerate(asked) if one.against is not None}
        ordered = sorted(self._units, key=lambda unit: not any(n in amending for n, _ in unit))
        self._steps: list[tuple[Choice, bool | None]] = [(unit, None) for unit in ordered]
        self._steps += [(own, comes) for own in groups for comes in (False, True)]

    def has(self, number: int, choice: Choice) -> bool:
        """Whether something of a proposal is chosen."""
        return any(which == number for which, _ in choice)

    def keys(self, choice: Choice) -> set[str]:
        """The keys of the proposals of which something is chosen."""
        return {self._asked[n].key for n, _ in choice}

    def reworded(self, choice: Choice, beside: Iterable[Proposal]) -> Choice:
        """Of some changes those that put words in a paragraph of which something beside them strikes some."""
        struck = {one.against for one in beside if one.strikes}
        return frozenset(
            (n, at) for n, at in choice if self._asked[n].key in struck and self._asked[n].kind != "insert"
        )

    def divides(self, choice: Choice) -> bool:
        """Whether of some proposal a part is chosen, and another is not: that is another proposal."""
        return any(self.has(n, choice) and self.has(n, self.all - choice) for n, _ in enumerate(self._asked))

    def left_of(self, asked: Sequence[Proposal], choice: Choice, draft: Draft) -> list[Proposal] | None:
        """What is asked for, on the draft, without what is not chosen of it; None where that cannot be told apart."""
        found: list[Proposal] = []
        for n, one in enumerate(asked):
            if not (self.has(n, choice) and self.has(n, self.all - choice)):
                found.append(one)
                continue
            parts = moved(self._asked[n], one.place.first - self._asked[n].place.first).edits
            edits = joined_parts(edit for at, edit in enumerate(parts) if (n, at) in choice)
            if not of_words_in_one(one):
                return None
            found += keyed([part_of(one, edits, draft)], one.place.draft)
        return found

    def hangs(self, choice: Choice) -> bool:
        """Whether something is chosen that amends what is asked for here too and is not chosen."""
        own, every = self.keys(choice), {one.key for one in self._asked}
        hosts = {self._asked[n].against for n, _ in choice}
        return not (hosts & every) <= own

    def not_in(self, tracked: Iterable[Proposal]) -> Choice:
        """What is not among changes that are tracked."""
        there = Counter(change_of(one, edit) for one in tracked for edit in one.edits)
        left = set(self.all)
        for n, one in enumerate(self._asked):
            for at, edit in enumerate(one.edits):
                if there[change := change_of(one, edit)]:
                    there[change] -= 1
                    left.discard((n, at))
        return frozenset(left)

    def not_asked(self, tracked: Iterable[Proposal], text: Draft) -> list[Proposal]:
        """Which tracked changes on a text nobody asks for here; of one with others the part that nobody does."""
        asked = {change_of(one, edit) for one in self._asked for edit in one.edits}
        found: list[Proposal] = []
        for one in tracked:
            edits = tuple(edit for edit in one.edits if change_of(one, edit) not in asked)
            if len(edits) == len(one.edits):
                found.append(one)
            elif edits and of_words_in_one(one):
                found += keyed([part_of(one, edits, text)], one.place.draft)
        return found

    def chosen(self, words: Sequence[Words], likely: Choice, beside: Sequence[Proposal] = ()) -> Choice | None:
        """Which changes, taken with what is `beside`, give some words; likely ones where these do, None if none do."""
        taken = self.nearest(words, likely, beside)
        return taken if self.said(taken, beside) == list(words) else None

    def nearest(self, words: Sequence[Words], likely: Choice, beside: Sequence[Proposal] = ()) -> Choice:
        """Which changes come nearest to some words, as far as one at a time leads there from the likely ones."""
        wanted = _in_a_row(words)
        taken, apart = likely, self.apart(likely, wanted, beside)
        tries = _tries(wanted)
        while apart and tries > 0:
            before = apart
            for unit, comes in self._steps:
                tries -= 1
                other = taken | unit if (not unit <= taken if comes is None else comes) else taken - unit
                if tries >= 0 and (now := self.apart(other, wanted, beside)) < apart:
                    taken, apart = other, now
            if apart == before:
                break
        return taken

    def surely(self, words: Sequence[Words], choice: Choice) -> Choice:
        """Those of some changes without each of which the words are farther away, or the same; of many, all."""
        wanted, said = _in_a_row(words), self.said(choice)
        if len(self._units) > _tries(wanted):
            return choice
        apart = Indel.distance(_in_a_row(said), wanted)

        def sure(without: Choice) -> bool:
            other = self.said(without)
            return other == said or Indel.distance(_in_a_row(other), wanted) > apart

        return frozenset(chain.from_iterable(one for one in self._units if one <= choice and sure(choice - one)))

    def come(self, choice: Choice) -> Counter[str]:
        """The words that come with some changes, in whatever order."""
        come = (self._asked[n].edits[at].come_text for n, at in choice if at >= 0)
        return Counter(chain.from_iterable(map(words_in, come)))

    def new_paragraphs(self, choice: Choice) -> Iterator[list[str]]:
        """The words of the new paragraphs that each of some changes puts in."""
        edits = (self._asked[n].edits[at] for n, at in choice if at >= 0)
        for edit in edits:
            if comes_whole(edit):
                yield [word for word in words_in(edit.come_text) if word.isalnum()]

    def proposals_of(self, choice: Choice) -> list[Choice]:
        """Some changes by the proposals they are of."""
        numbers = sorted({n for n, _ in choice})
        return [frozenset(one for one in choice if one[0] == n) for n in numbers]

    def typed_again(self, choice: Choice, beside: Iterable[Proposal]) -> bool:
        """Whether what is beside some changes puts in words that one of them strikes as another's: it hardly does."""
        by_key = {one.key: one for one in self._asked}
        struck = {
            by_key[one.against].edits[at].come_text.strip()
            for n, one in enumerate(self._asked)
            if (n, -1) in choice and one.against in by_key
            for at in one.strikes
        }
        return any(edit.come_text.strip() in struck for one in beside for edit in one.edits if edit.come_text.strip())

    def in_paragraphs(self, choice: Choice, paragraphs: Collection[int]) -> Choice:
        """Those of some changes that stand in some paragraphs, or beside new ones before them."""
        near = {
            n
            for n, one in enumerate(self._asked)
            for edit in one.edits
            if any(edit.start.paragraph <= at <= edit.end.paragraph for at in paragraphs)
        }
        return frozenset(one for one in choice if one[0] in near)

    def stands_by(self, choice: Choice, beside: Iterable[Proposal]) -> bool:
        """Whether some changes stand in the paragraphs in which others do."""
        paragraphs = {at for one in beside for at in range(one.place.first, max(one.place.after, one.place.first + 1))}
        return choice <= self.in_paragraphs(choice, paragraphs)

    def whole(self, choice: Choice) -> Choice:
        """Of some changes those whose proposals are chosen as wholes: a part is another proposal."""
        return choice - frozenset(one for one in choice if self.has(one[0], self.all - choice))

    def apart(self, choice: Choice, wanted: Sequence[str], beside: Sequence[Proposal] = ()) -> int:
        """How many words are others with some changes taken: one in place of another is two, as it may be another's."""
        return Indel.distance(_in_a_row(self.said(choice, beside)), wanted)

    def said(self, choice: Choice, beside: Sequence[Proposal] = ()) -> list[Words]:
        """What the text says with some changes taken."""
        text = self.taking(choice, beside)
        return said_between([words_of(one, text) for one in text.paragraphs], (0, len(text.paragraphs)))

    def taking(self, choice: Choice, beside: Sequence[Proposal] = ()) -> Draft:
        """The text with some changes taken, and what is `beside` them: of one that is among them too, that alone."""
        self._go_on()
        chosen = {which for which, _ in choice}
        others = {one.key for one in beside}
        numbers = {
            one.key: [at for at, _ in enumerate(one.edits) if (n, at) in choice]
            for n, one in enumerate(self._asked)
            if n in chosen and one.key not in others
        }
        some = [
            replace(
                one,
                edits=tuple(one.edits[at] for at in numbers[one.key]),
                strikes=tuple(_renumbered(one.strikes, numbers.get(one.against or ""))),
            )
            for one in self._asked
            if one.key in numbers
        ]
        left = {one.key for n, one in enumerate(self._asked) if n not in chosen}
        return applied(self.text, [*some, *(one for one in beside if one.key not in left)])

    def amended(self, choice: Choice, made: Sequence[Proposal]) -> AmendedWords:
        """What of some changes puts in paragraphs, or words, that were amended since, with what amends these already;
        and of `made`, on the text with the changes taken, what so amends them. Of what is taken in part that alone."""
        paragraphs = self.taking(choice).paragraphs
        text: list[str | None] = [one.text for one in paragraphs]
        own, taken = [], set[str]()
        hosts = {one.against for one in self._asked}
        for n, one in enumerate(self._asked):
            edits = tuple(edit for at, edit in enumerate(one.edits) if (n, at) in choice)
            is_whole = self.has(n, choice) and not self.has(n, self.all - choice)
            if is_whole or (edits and one.against is None and one.key not in hosts):
                taken.add(one.key)
                one = one if is_whole else replace(one, edits=edits)
            own.append(one)
        every = sorted(families(own), key=_begins)
        found = amended_words(self.text, every, taken, paragraphs, made)
        for family in every:
            if family[0].kind == "insert" and family[0].key in taken:
                cut, amending = amended_by(family, taken, text, made)
                found.cut.extend(cut)
                found.amending.extend(amending)
                found.beside.update(dict.fromkeys(one.key for one in amending))
        return found

    def completed(self, cut: Iterable[Proposal], choice: Choice, left: Choice) -> tuple[Proposal, ...]:
        """What was taken in part, and cut as it is `amended`, with the rest of it that is `left` in the file."""
        number = {one.key: n for n, one in enumerate(self._asked)}
        rest = left & self.all - choice
        return tuple(
            replace(
                one, edits=(*one.edits, *(self._asked[n].edits[at] for n, at in sorted(rest) if n == number[one.key]))
            )
            for one in cut
        )


def _units_of(own: Sequence[tuple[int, int]], left: Choice, single: bool) -> Iterator[Choice]:
    """The changes of one proposal in what is accepted as a whole: all of them, or each by itself but those `left`."""
    together = frozenset(one for one in own if not single or one in left)
    yield from filter(None, (together, *(frozenset([one]) for one in own if one not in together)))


def _renumbered(strikes: Iterable[int], left: Sequence[int] | None) -> Iterator[int]:
    """Which edits are struck where only those of some numbers are left of all."""
    yield from strikes if left is None else (left.index(at) for at in strikes if at in left)


def _begins(family: Sequence[Proposal]) -> tuple[Point, int]:
    """Where the first that one asks for stands, and how many come before it there."""
    return min(((edit.start, edit.rank) for edit in family[0].edits), default=(Point(0, 0), 0))


def families(asked: Sequence[Proposal]) -> Iterator[list[Proposal]]:
    """Each proposal that amends none of the others, with all that amends it."""
    by_host: dict[str | None, list[Proposal]] = {}
    keys = {one.key for one in asked}
    for one in asked:
        by_host.setdefault(one.against if one.against in keys else None, []).append(one)
    for root in by_host.get(None, ()):
        own = [root]
        for one in own:
            own += by_host.get(one.key, ())
        yield own


def _tries(wanted: Sequence[str]) -> int:
    """How many choices are tried to come to some words."""
    return min(_MOST, _MOST_WORDS // max(len(wanted), 1))


def _in_a_row(words: Sequence[Words]) -> list[str]:
    return [*chain.from_iterable(words_in(said) for said, _ in words)]


def words_in(said: str) -> list[str]:
    """The words of a text and the marks beside them, each by itself; of Chinese each sign."""
    return _WORD.findall(said)


_WORD = re.compile(rf"[{HAN}]|[^\W{HAN}]+|[^\w\s]")  # no spaces part the words of Chinese


def _of_words(edit: Edit) -> bool:
    """Whether it changes words; a number follows from others, and looks and kinds are none."""
    return edit.number is None and edit.look is None and edit.becomes is None


def change_of(one: Proposal, edit: Edit) -> tuple[str, str, str]:
    """What tells a change from others in the same paragraphs."""
    return one.author, edit.gone, edit.come_text


def of_words_in_one(one: Proposal) -> bool:
    """Whether a proposal changes words of one paragraph alone, so that a part of it is one, too."""
    return one.kind == "reword" and one.place.start is not None and all(map(_of_words, one.edits))


def part_of(one: Proposal, edits: Sequence[Edit], draft: Draft) -> Proposal:
    """Some edits of a proposal that changes words of one paragraph, as one of their own."""
    start, end = min(edit.start.offset for edit in edits), max(edit.end.offset for edit in edits)
    words = draft.paragraphs[one.place.first].text[start:end]
    return replace(one, edits=tuple(edits), place=replace(one.place, start=start, end=end, words=words))


def with_room(one: Proposal, behind: int = 0) -> Proposal:
    """With room between its ranks and those of others, for what amends it; or `behind` all of these."""
    return replace(one, edits=tuple(replace(edit, rank=edit.rank * RANKS + behind) for edit in one.edits))


def moved(one: Proposal, by: int) -> Proposal:
    """A proposal some paragraphs farther down."""
    place = replace(one.place, first=one.place.first + by, after=one.place.after + by)
    return replace(
        one, place=place, to=None if one.to is None else one.to + by, edits=tuple(_edit(edit, by) for edit in one.edits)
    )


def _edit(edit: Edit, by: int) -> Edit:
    start, end = edit.start, edit.end
    return replace(edit, start=Point(start.paragraph + by, start.offset), end=Point(end.paragraph + by, end.offset))
