"""Which of two parts of a paragraph continue what it came from: those that hold words of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import NamedTuple

from models.comparison.words.plain import count_letters, letters_kept, most_letters_kept
from models.draft.mention import without_signs
from models.editing.edit import Caret, Entry, Selection, Splice
from models.editing.marks.paragraph_end import End, end_of
from models.editing.runs import Runs, cut, same_end, same_start, shown
from models.editing.step import Step


def parts_come_from(step: Step, at: Caret, entry: Entry) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The base paragraphs that what stands before a place comes from, and those of what stands behind.

    `entry` is the paragraph there as it reads once the spaces around the place are gone; so it is not in the text yet.

    The part that alone is a base paragraph to the letter, but for the mark at its end, is that one. Else a part holds
    none of its words where the other alone holds as much of them as both together, and letters that were typed are no
    letters of it; where either does, as when none is left, the first part is what the paragraph became.
    """
    one: list[int] = []
    two: list[int] = []
    runs, original, place = entry.paragraph.runs, step.working.original, at.place
    signs = shown(runs)
    # What stands in the base as it is, but for the space at the place and the mark at the end, holds no letters that
    # were typed: as when a paragraph is simply cut in two.
    stop = max(place, entry.end.start)
    words, spaced = signs[:stop].strip(), f"{signs[:place].strip()} {signs[place:stop].strip()}"
    bases = [shown(original[origin].paragraph.runs) for origin in entry.came_from]
    untouched = all(words in old or spaced in old for old in bases)
    if untouched and all(any(map(str.isalnum, part)) for part in (signs[:place], signs[place:])):
        return entry.came_from, entry.came_from
    kept = [(0, len(signs), entry.key)] if untouched else _letters_kept(step, at.position, entry)
    before = "".join([signs[start : min(end, place)] for start, end, _ in kept if start < place])
    behind = "".join([signs[max(start, place) : end] for start, end, _ in kept if end > place])
    joined = len({key for _, _, key in kept}) > 1
    for origin in entry.came_from:
        old = original[origin]
        reads = _to_the_letter(old.paragraph.runs, old.end)
        is_first, is_second = _reads(runs, signs, 0, place, reads), _reads(runs, signs, place, len(signs), reads)
        if is_first is is_second:
            own = _sides(signs, place, [(start, end) for start, end, key in kept if key == old.key]) if joined else ()
            if len(own) == 1:
                # All that is left of one of those that were joined, be it half a word.
                is_first, is_second = True in own, False in own
            else:
                is_first, is_second = _hold(shown(old.paragraph.runs), before, behind)
        if not is_second:
            one.append(origin)
        if not is_first:
            two.append(origin)
    return tuple(one), tuple(two)


def _to_the_letter(runs: Runs, end: End) -> str:
    """What a paragraph reads but for the mark that it ends in, which follows from where it stands."""
    return shown(runs)[: end.start].strip()


def _reads(runs: Runs, signs: str, start: int, end: int, words: str) -> bool:
    """Whether what stands between two places reads as some words to the letter."""
    # How it ends is looked at only where it begins with them.
    if not signs[start:end].lstrip().startswith(words):
        return False
    part = cut(runs, start, end)
    return _to_the_letter(part, end_of(part)) == words


def _sides(signs: str, place: int, stretches: Sequence[tuple[int, int]]) -> set[bool]:
    """Whether there are letters within some stretches before a place, and whether there are any behind it."""
    sides = [(True, signs[start : min(end, place)]) for start, end in stretches if start < place]
    sides += [(False, signs[max(start, place) : end]) for start, end in stretches if end > place]
    return {side for side, words in sides if any(map(str.isalnum, words))}


def _hold(old: str, before: str, behind: str) -> tuple[bool, bool]:
    """Whether the letters that are left before a place hold all of the words of a text that are left, or those behind;
    neither where the words are divided between them."""
    if old in (before + behind, f"{before} {behind}"):
        # As where letters were only written into it: nothing has to be compared to know where its words are.
        first, second = (any(map(str.isalnum, it)) for it in (before, behind))
        if first or second:
            return not second, not first
    in_first, in_second, in_old = map(count_letters, (before, behind, old))
    held = _held(old, before, behind)
    if not held:
        first, second = (in_first > 0, in_second > 0) if in_old else (bool(before.strip()), bool(behind.strip()))
        return first or not second, second and not first
    # A part with fewer letters, or with fewer of the words, holds no more of them, and need not be compared.
    first = in_first >= held and _holds(old, before, held)
    return first, not first and in_second >= held and _holds(old, behind, held)


def _held(old: str, before: str, behind: str) -> int:
    """How many letters of a text the words before a place and those behind it have together."""
    # A space between them has gone by now; else a word is cut in two, where no space is left.
    ways = [f"{before} {behind}"]
    if before[-1:].strip() and behind[:1].strip():
        ways.append(before + behind)
    held = 0
    for most, words in sorted([(most_letters_kept(old, words), words) for words in ways], reverse=True):
        if most > held:
            held = max(held, letters_kept(old, words))
    return held


def _holds(old: str, part: str, held: int) -> bool:
    """Whether a part has so many letters of a text."""
    return most_letters_kept(old, part) >= held and letters_kept(old, part) >= held


# What was typed


class Letters(NamedTuple):
    """Letters of a paragraph, from `at` in it: where they stood, by the key of that paragraph and their place in it."""

    at: int
    key: int
    place: int
    length: int

    def within(self, start: int, end: int, key: int, place: int) -> Letters | None:
        """Those of them that stand between two places, which stood earlier from a place on in a paragraph."""
        first, last = max(self.place, start), min(self.place + self.length, end)
        return Letters(self.at + first - self.place, key, place + first - start, last - first) if first < last else None


_LOOKED_BACK = 40
"""So many steps: a key waits for it. What was typed before them is told from the base by its words alone."""

Stretch = tuple[int, int, int, int]
"""From where to where letters stand after a step, the key of the paragraph in which they stood, and from where."""


def _letters_kept(step: Step, position: int, entry: Entry) -> list[tuple[int, int, int]]:
    """From where to where letters of a paragraph, as it reads soon, stood in it before anything that can be undone was
    typed, in their order, and the key of the paragraph in which they stood."""
    there = step.working.entries[position]
    soon = () if there is entry else (Splice(position, (there,), (entry,)),)
    stood, keys = [Letters(0, entry.key, 0, entry.length)], {entry.key}
    for splices, after in _steps_back(step, soon):
        new: dict[int, Entry] = {}
        for splice in splices:  # written out: most steps are about other paragraphs
            for one in splice.new:
                if one.key in keys:
                    new[one.key] = one
        if not new:
            continue
        old: dict[int, Entry] = {}
        for one in [one for splice in splices for one in splice.old]:
            old.setdefault(one.key, one)
        now = {one.key for splice in splices for one in splice.new}
        caret = after.head if after is not None and after.empty else None
        came = {key: [*_stretches(one, old, now, caret)] for key, one in new.items()}
        earlier = [letters for letters in stood if letters.key not in new]
        for letters in stood:
            earlier += filter(None, [letters.within(*stretch) for stretch in came.get(letters.key, ())])
        stood, keys = earlier, {letters.key for letters in earlier}
    return [(letters.at, letters.at + letters.length, letters.key) for letters in sorted(stood)]


def _steps_back(step: Step, soon: Sequence[Splice]) -> list[tuple[Sequence[Splice], Selection | None]]:
    """What was done, the last first: what each step replaced, and what was selected then; with what is replaced soon in
    the one that is being made."""
    done = islice(reversed(step.working.undo_list.done), _LOOKED_BACK)
    return [((*step.splices, *soon), None), *[(edit.splices, edit.after) for edit in done]]


def _stretches(new: Entry, old: Mapping[int, Entry], now: AbstractSet[int], caret: Caret | None) -> Iterator[Stretch]:
    """Where letters of a paragraph stood before a step: in the same one, in one that was joined to it, or that it was
    cut from; what came with a whole paragraph stands where it stood."""
    signs, own = shown(new.paragraph.runs), old.get(new.key)
    left = [(key, shown(one.paragraph.runs), 0) for key, one in old.items() if own is None or key not in now]
    first, end = 0, len(signs)
    if own is not None and not left:
        first, last = _ends(shown(own.paragraph.runs), signs, caret)
        yield 0, first, new.key, 0
        yield end - last, end, new.key, own.length - last
        return
    if own is not None:
        left.append((new.key, shown(own.paragraph.runs), 0))
    at = caret.place if caret is not None and len(left) == 2 else 0
    for (first_key, before, _), (last_key, behind, _) in (left[::-1], left) if 0 < at < end else ():
        # Joined where the caret stands: letters that both have in common there are each in its own. The mark at the end
        # may have become another, and so may the figures of references, which follow.
        one, two = old[first_key], old[last_key]
        head = len(signs[:at].rstrip())  # a space may part them
        if not without_signs(before, one.mentions).startswith(without_signs(signs[:head], new.mentions)):
            continue
        for stop, last in ((end, len(behind)), (new.end.start, two.end.start)):
            ending = without_signs(signs[:stop], new.mentions, at)
            if at < stop and without_signs(behind[:last], two.mentions).endswith(ending):
                yield 0, head, first_key, 0
                yield at, stop, last_key, max(last - (stop - at), 0)
                return
    # Of each what it has in common with one end, those with the most first; then what may stand between.
    for _ in range(2):
        left = [one for one in left if one[1]]
        if first >= end or not left:
            break  # as where a paragraph was cut, or two were joined, and nothing was written
        left.sort(key=lambda one: max(_alike(one[1], signs[first:end])), reverse=True)
        for number, (key, words, place) in enumerate(left):
            start, tail = _alike(words, signs[first:end])
            if start >= tail:
                yield first, first + start, key, place
                first += start
                left[number] = key, words[start:], place + start
            else:
                yield end - tail, end, key, place + len(words) - tail
                end -= tail
                left[number] = key, words[: len(words) - tail], place
    if own is None:
        yield first, end, new.key, first


def _alike(one: str, two: str) -> tuple[int, int]:
    """How much two texts have in common at their start, and at their end."""
    return same_start(one, two), same_end(one, two)


def _ends(old: str, new: str, caret: Caret | None) -> tuple[int, int]:
    """How much stayed at the start and at the end: what was written ends at the caret, where that may be."""
    last = len(new) - caret.place if caret is not None and caret.place <= len(new) else 0
    if not last or not old.endswith(new[-last:]):
        first = same_start(old, new)
        return first, same_end(old[first:], new[first:])
    return same_start(old[:-last], new[:-last]), last
