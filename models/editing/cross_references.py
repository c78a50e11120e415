"""References in the text to its own paragraphs: where a step changes numbers, the figures that name them follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from models.draft import Kind
from models.draft.mentions import Item, Mention, Sign
from models.editing.before import Before
from models.editing.cited_ranges import cited_now, taken_in
from models.editing.directions import direction
from models.editing.edit import Caret, Entry, Selection
from models.editing.runs import cut, replaced, shown
from models.editing.targets import BEGINS_BODY, Targets

if TYPE_CHECKING:
    from models.editing.step import Step
    from models.editing.working import WorkingText

_MOST_NAMED = 4
_MOST_SENTENCES = 2

Place = tuple[int, int]
"""Which reference of a paragraph, and which part of it."""
Keys = tuple[int | None, ...]
"""For each part of a reference the key of the paragraph meant, None where it means none."""


Lost = dict[int, tuple[str, dict[Place, int]]]
"""By the key of the paragraph that refers: its words, and the keys of what its references meant that is gone."""

_LOST: WeakKeyDictionary[WorkingText, Lost] = WeakKeyDictionary()


def lost_references(working: WorkingText) -> Lost:
    """What references meant that no longer lead there, as the last step that changed numbers left it."""
    return _LOST.get(working, {})


def carry(one: WorkingText, other: WorkingText) -> None:
    """What references of a text meant is known of a copy of it too."""
    _LOST[other] = _LOST.get(one, {})


def follow_references(step: Step) -> str:
    """Let references follow the paragraphs whose numbers a step changed, as part of it; what there is to say of it.

    Which paragraph is meant is looked up as the text was before the step. Only figures and letters change. What points
    to no paragraph stays as it is, and so does what is quoted, put back, or points to a paragraph that is gone.
    """
    working = step.working
    if not any(part.referring for part in working.stretches.parts):
        return ""
    before = Before(step)
    following = _Following(step, Meant(step, before, _LOST.get(working, {})))
    for at in following.affected(before):
        following.follow(at)
    _LOST[working] = following.lost
    return following.told()


class Meant:
    """What references meant before a step."""

    def __init__(self, step: Step, before: Before, lost: Lost) -> None:
        self._before, self._entries = before, before.entries
        self._targets = Targets(before.entries, before.stretches)
        self.lost = lost
        self._splices = tuple(step.splices)
        touched = {entry.key for splice in step.splices for entry in splice.old}
        places = sorted(before.within[key] for key in touched if key in before.within)
        self._changed = [at for at in places if self._entries[at].mentions]

    def of(self, entry: Entry, now: int) -> list[Keys]:
        """For each reference of a paragraph as it stands after the step, what its parts meant before."""
        at = self._before.position(entry.key, now)
        return [self._one(entry, at, number, mention) for number, mention in enumerate(entry.mentions)]

    def may_have_turned(self, *positions: int) -> bool:
        """Whether paragraphs may stand in another order than before: outside of what the step changed they do not."""
        return any(self._before.start <= at < self._before.end for at in positions)

    def stood(self, key: int, now: int, others: Iterable[tuple[int | None, int]]) -> tuple[int, list[int]] | None:
        """Where a paragraph and others stood before, each given by its key and where it stands; None if one did not."""
        here = self._before.position(key, now)
        found = [None if one is None else self._before.position(one, at) for one, at in others]
        if here is None or None in found:
            return None
        return here, [at for at in found if at is not None]

    def was_lost(self, key: int, meant: int) -> bool:
        """Whether a paragraph referred to one that was gone before already."""
        return key in self.lost and meant in self.lost[key][1].values()

    def taken_in(self, first: int | None, last: int | None, now: Mapping[int, int]) -> list[int] | None:
        """The keys of the paragraphs that a range took in, its ends given; `now` tells where each stands after."""
        places = [None if key is None else self._place(key, now.get(key)) for key in (first, last)]
        if places[0] is None or places[1] is None:
            return None
        found = taken_in(self._entries, places[0], places[1])
        return None if found is None else [self._entries[one].key for one in found]

    def _place(self, key: int, now: int | None) -> int | None:
        return self._before.within.get(key) if now is None else self._before.position(key, now)

    @cached_property
    def fresh(self) -> frozenset[int]:
        """The keys of paragraphs that came with the step."""
        came = {entry.key for splice in self._splices for entry in splice.new}
        return frozenset(key for key in came if key not in self._before.within)

    def _one(self, entry: Entry, at: int | None, number: int, mention: Mention) -> Keys:
        found = self._same_place(entry, at, number, mention)
        if found is None:
            return (None,) * len(mention.items)
        at, old_number = found
        old = self._entries[at]
        positions = self._targets.resolve(at, old.mentions[old_number])
        keys = [None if position is None else self._entries[position].key for position in positions]
        words, lost = self.lost.get(old.key, ("", {}))
        if words == old.text:
            keys = [lost.get((old_number, part), key) for part, key in enumerate(keys)]
        return tuple(keys)

    def _same_place(self, entry: Entry, at: int | None, number: int, mention: Mention) -> tuple[int, int] | None:
        """Where a reference stood before: in the same paragraph, or in one that was divided or joined."""
        if at is not None:
            old = self._entries[at]
            if old is entry or _signs(old.mentions) == _signs(entry.mentions):
                return at, number
        own = [at] if at is not None else []
        words = shown(entry.paragraph.runs)
        for places in (own, [place for place in self._changed if place not in own]):
            found = [
                (place, old_number)
                for place in places
                for old_number, one in enumerate(self._entries[place].mentions)
                if _is_same(shown(self._entries[place].paragraph.runs), one, words, mention)
            ]
            if found:
                return found[0] if len(found) == 1 else None
        return None


def _signs(mentions: Iterable[Mention]) -> list[object]:
    return [
        (mention.part, mention.reach, tuple(tuple(sign.text for sign in item.signs) for item in mention.items))
        for mention in mentions
    ]


def _is_same(old: str, one: Mention, new: str, other: Mention) -> bool:
    """Whether two references are one that was carried along: the same words, and the words before them go on alike."""
    if _signs([one]) != _signs([other]) or old[one.start : one.end] != new[other.start : other.end]:
        return False
    left, right = old[: one.start].lstrip(), new[: other.start].lstrip()
    after, later = old[one.end :][:12], new[other.end :][:12]
    alike = max(min(len(after), len(later)) - 1, 0)  # the last sign may be punctuation that followed
    return (left.endswith(right) or right.endswith(left)) and after[:alike] == later[:alike]


class _Following:
    """References being set to the numbers of now."""

    def __init__(self, step: Step, meant: Meant) -> None:
        self._step, self._meant = step, meant
        self._entries = step.working.entries
        self._stretches = step.working.stretches.copy()
        self.now = Targets(list(self._entries), self._stretches)
        self._followed: list[str] = []
        self._sentences: list[str] = []
        self.lost: Lost = {}

    @cached_property
    def at(self) -> dict[int, int]:
        """Where each paragraph stands, by its key."""
        return {entry.key: at for at, entry in enumerate(self.now.entries)}

    def affected(self, before: Before) -> list[int]:
        """Where references stand that may mean another paragraph after the step.

        Numbers begin anew with each resolution and annex, so one that no splice touches means what it meant: all but
        references that are lost, and those from an annex to the resolution.
        """
        parts, kinds = self._stretches, BEGINS_BODY
        start = parts.before(before.start, kinds) or 0
        end = parts.after(before.end - 1, kinds)
        annexed = any(Kind.ANNEX in part.kinds for part in (*parts.parts, *before.stretches.parts))
        found: list[int] = []
        for first, part in zip(parts.starts, parts.parts, strict=True):
            for offset in part.referring:
                at, entry = first + offset, part.entries[offset]
                if (
                    (start <= at and (end is None or at < end))
                    or entry.key in self._meant.lost
                    or (annexed and any(mention.reach == "present" for mention in entry.mentions))
                ) and entry.key not in self._step.kept:
                    found.append(at)
        return found

    def follow(self, at: int) -> None:
        """The references of one paragraph."""
        entry = self._entries[at]
        meant = [
            self._in_order(one, self._ranges(at, one, keys))
            for one, keys in zip(entry.mentions, self._meant.of(entry, at), strict=True)
        ]
        self._figures(at, entry, meant)
        self._sides(at, meant)

    def _ranges(self, at: int, mention: Mention, keys: Keys) -> Keys:
        """What a reference means, each range the same paragraphs as before, in whatever order they stand now."""
        if not any(item.ranges for item in mention.items):
            return keys
        meant = list(keys)
        for end, item in enumerate(mention.items):
            was = self._meant.taken_in(keys[end - 1], keys[end], self.at) if item.ranges and end else None
            now = cited_now(self._entries, self.at, was, self._meant.fresh, at) if was else None
            if now is None:
                continue
            meant[end - 1 : end + 1] = now.first, now.last
            for places, words in ((now.more, "takes in {} too"), (now.less, "no longer takes in {}")):
                names = [self.now.name(one) for one in places]
                if names:
                    self._sentences.append(f"{self.now.name(at)} {words.format(_named(names))}")
        return tuple(meant)

    def _in_order(self, mention: Mention, keys: Keys) -> Keys:
        """Plain numbers that were written in ascending order stay so: nobody says "paragraphs 3 and 2"."""
        if len(mention.items) < 2:
            return keys
        plain = [item.number for item in mention.items if item.number is not None and not item.letters]
        places = [self.at[key] for key in keys if key in self.at]
        if len(plain) < 2 or not len(plain) == len(places) == len(keys) or any(item.ranges for item in mention.items):
            return keys
        written = [int(sign.text) if sign.text.isdigit() else 0 for sign in plain]
        if 0 in written or written != sorted(written):
            return keys
        return tuple(sorted(keys, key=lambda key: self.at[key] if key is not None else 0))

    def _sides(self, at: int, meant: Sequence[Keys]) -> None:
        """ "Above" becomes "below" where it was right before the step and what is meant is on the other side now."""
        entry = self._entries[at]
        if len(entry.mentions) != len(meant):
            return
        changes: list[Change] = []
        for mention, keys in zip(entry.mentions, meant, strict=True):
            if mention.reach != "near" or not all(key in self.at for key in keys):
                continue
            now = [self.at[key] for key in keys if key is not None]
            if not self._meant.may_have_turned(at, *now):
                continue
            said = direction(shown(entry.paragraph.runs), mention)
            if said is None:
                continue
            before = self._meant.stood(entry.key, at, zip(keys, now, strict=True))
            if before is not None and said.holds(*before) and said.is_other(at, now):
                changes.append(Change(Sign(said.start, said.end, said.word), said.other))
        if changes:
            self._write(at, _with_signs(entry, changes), {0: changes})
            words = " and ".join(dict.fromkeys(f"“{change.name}”" for change in changes))
            self._sentences.append(f"{self.now.name(at)} says {words} now")

    def _figures(self, at: int, entry: Entry, meant: Sequence[Keys]) -> None:
        points = self._points(at, entry.mentions)
        if all(_agree(keys, one) for keys, one in zip(meant, points, strict=True)):
            return
        changes = {
            number: signs
            for number, keys in enumerate(meant)
            if not _agree(keys, points[number]) and (signs := self._changes(entry.mentions[number], keys))
        }
        new = self._tried(at, meant, changes)
        if new is not entry:
            self._write(at, new, changes)
            self._followed += [self.now.name(at)] * len(changes)
        points = self._points(at, new.mentions)
        lost = {
            (number, part): key
            for number, keys in enumerate(meant)
            for part, key in enumerate(keys)
            if key is not None and points[number][part] != key
        }
        for (number, part), key in lost.items():
            if not self._meant.was_lost(entry.key, key):
                self._tell_lost(at, new.mentions[number], part, key)
        if lost:
            self.lost[entry.key] = (new.text, lost)

    def _points(self, at: int, mentions: Sequence[Mention]) -> list[Keys]:
        return [
            tuple(None if one is None else self._entries[one].key for one in self.now.resolve(at, mention))
            for mention in mentions
        ]

    def _changes(self, mention: Mention, keys: Keys) -> list[Change]:
        """What a reference should say to mean what it meant; nothing where it cannot be said in the same form."""
        changes: list[Change] = []
        before = -1
        for item, key in zip(mention.items, keys, strict=True):
            position = self.at.get(key) if key is not None else None
            path = self.now.path(position) if position is not None else None
            if position is None or path is None:
                before = -1
                continue
            if item.ranges and position < before:
                return []
            before = position
            names = path if item.number else path[-len(item.letters) :]
            if len(names) != len(item.signs) or (not item.number and len(path) <= len(names)):
                return []
            changes += [Change(sign, name) for sign, name in zip(item.signs, names, strict=True) if sign.text != name]
        return changes

    def _tried(self, at: int, meant: Sequence[Keys], changes: dict[int, list[Change]]) -> Entry:
        """The paragraph with the changes that lead where they should; the others are dropped."""
        entry = self._entries[at]
        while changes:
            new = _with_signs(entry, [change for signs in changes.values() for change in signs])
            if _forms(new.mentions) != _forms(entry.mentions):
                break
            points = self._points(at, new.mentions)
            wrong = [
                number
                for number in changes
                if any(key in self.at and key != one for key, one in zip(meant[number], points[number], strict=True))
            ]
            if not wrong:
                return new
            for number in wrong:
                del changes[number]
        changes.clear()
        return entry

    def _write(self, at: int, new: Entry, changes: dict[int, list[Change]]) -> None:
        step, selection = self._step, self._step.selection
        step.put(at, new)
        moved = [change for signs in changes.values() for change in signs]
        step.selection = Selection(_along(selection.anchor, at, moved), _along(selection.head, at, moved))

    def _tell_lost(self, at: int, mention: Mention, part: int, key: int) -> None:
        name, written = self.now.name(at), _written(mention, mention.items[part])
        if key in self.at:
            self._sentences.append(f"{name} still says {written}, which is {self.now.name(self.at[key])} now")
        else:
            self._sentences.append(f"{name} refers to {written}, which is gone")

    def told(self) -> str:
        """What there is to say, "" where nothing followed and nothing is lost."""
        parts: list[str] = []
        count = len(self._followed)
        if count:
            names = list(dict.fromkeys(self._followed))
            more = len(names) - _MOST_NAMED
            named = ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
            parts.append(f"{count} references follow: {named}" if count > 1 else f"1 reference follows: {named}")
        parts += self._sentences[:_MOST_SENTENCES]
        more = len(self._sentences) - _MOST_SENTENCES
        if more > 0:
            parts.append(f"{more} more {'references lead' if more > 1 else 'reference leads'} nowhere")
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Change:
    """A figure or letter that is to be another."""

    sign: Sign
    name: str


def _named(names: Sequence[str]) -> str:
    return f"{names[0]} and {len(names) - 1} more" if len(names) > 1 else names[0]


def _forms(mentions: Iterable[Mention]) -> list[object]:
    """What stays the same of references whose figures change."""
    return [
        (mention.part, mention.reach, [(item.number is None, len(item.letters), item.ranges) for item in mention.items])
        for mention in mentions
    ]


def _agree(meant: Keys, points: Keys) -> bool:
    """Whether all that meant something still leads there."""
    return all(key is None or key == one for key, one in zip(meant, points, strict=True))


def _with_signs(entry: Entry, changes: Sequence[Change]) -> Entry:
    """The paragraph with other figures and letters, each looking like the one it stands for."""
    runs = entry.paragraph.runs
    for change in sorted(changes, key=lambda change: change.sign.start, reverse=True):
        sign = change.sign
        look = cut(runs, sign.start, sign.start + 1)[0]
        runs = replaced(runs, sign.start, sign.end, (replace(look, text=change.name),))
    return entry.with_runs(runs)


def _along(caret: Caret, at: int, changes: Iterable[Change]) -> Caret:
    """A caret in a paragraph whose figures became longer or shorter."""
    if caret.position != at:
        return caret
    by = sum(
        len(change.name) - (change.sign.end - change.sign.start) for change in changes if change.sign.end <= caret.place
    )
    return Caret(at, caret.place + by)


def written_item(mention: Mention, part: int) -> str:
    """How one of the paragraphs of a reference is written: "paragraph 4 (a)"."""
    return _written(mention, mention.items[part])


def _written(mention: Mention, item: Item) -> str:
    letters = " ".join(f"({letter.text})" for letter in item.letters)
    if item.number is None:
        return f"subparagraph {letters}"
    word = "PP" if mention.part == "PP" else "paragraph "
    return f"{word}{item.number.text} {letters}".strip()
