"""References in the text to its own paragraphs: where a step changes numbers, the figures that name them follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from models.draft import Kind
from models.draft.mentions import Mention, Sign
from models.editing.before import Before
from models.editing.cited_ranges import Cited, cited_now
from models.editing.come_back import came_back, remember
from models.editing.directions import direction
from models.editing.edit import Entry, Selection
from models.editing.meant import Keys, Lost, Meant
from models.editing.numbered_bodies import BEGINS_BODY
from models.editing.renaming import Change, along, forms, named_after, with_signs
from models.editing.runs import shown
from models.editing.said_of_references import Said
from models.editing.targets import Targets
from models.editing.unfollowed_told import any_unfollowed, tell_unfollowed

if TYPE_CHECKING:
    from models.editing.step import Step
    from models.editing.working import WorkingText

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
    follow = any(part.referring for part in (*working.stretches.parts, *step.stretches_before.parts))
    tell = any_unfollowed(working)
    if not (follow or tell):
        return ""
    before = Before(step)
    meant = Meant(step, before, _LOST.get(working, {}), came_back(step, before))
    following = _Following(step, meant)
    for at in following.affected(before) if follow else ():
        following.follow(at)
    _LOST[working] = following.lost
    if tell:
        tell_unfollowed(step, before, meant, following.now, following.at, following.said)
    remember(step, before, meant.back, meant.of_gone)
    return following.said.told()


class _Following:
    """References being set to the numbers of now."""

    def __init__(self, step: Step, meant: Meant) -> None:
        self._step, self._meant = step, meant
        self._entries = step.working.entries
        self._stretches = step.working.stretches.copy()
        self.now = Targets(list(self._entries), self._stretches)
        self.said = Said()
        self.lost: Lost = {}

    @cached_property
    def at(self) -> dict[int, int]:
        """Where each paragraph stands, by its key."""
        return {entry.key: at for at, entry in enumerate(self.now.entries)}

    def _name(self, at: int) -> str:
        """What a paragraph is called beside the text: "II.OP4"."""
        return self._step.working.label(at) or "a paragraph"

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
        meant = [self._to_say(at, number, keys) for number, keys in enumerate(self._meant.of(entry, at))]
        self._figures(at, entry, meant)
        self._sides(at, meant)

    # What is to be said

    def _to_say(self, at: int, number: int, keys: Keys) -> Keys:
        """What a reference is to name: ranges the same paragraphs as before, and numbers in order, where it can."""
        mention = self._entries[at].mentions[number]
        keys = self._without_right(at, number, keys)
        wanted, cited = self._ranges(at, mention, keys)
        wanted = self._in_order(mention, wanted)
        if (wanted is keys and not cited) or not self._can_say(at, number, wanted):
            # What does not lead where it should is told of the paragraphs that were named.
            return keys
        for one in cited:
            self.said.takes_in(self._name(at), [self._name(p) for p in one.more], [self._name(p) for p in one.less])
        return wanted

    def _without_right(self, at: int, number: int, keys: Keys) -> Keys:
        """What a reference means but for "4 (a)" that is in the words of a paragraph which is still called 4."""
        items = self._entries[at].mentions[number].items
        paths = [self.now.path(self.at[key]) if key in self.at else None for key in keys]
        return tuple(
            None if path and item.number and path[0] == item.number.text and self._in_words(at, number, part) else key
            for part, (key, path, item) in enumerate(zip(keys, paths, items, strict=True))
        )

    def _in_words(self, at: int, number: int, part: int) -> bool:
        return self._meant.in_its_words(self._entries[at].key, (number, part))

    def _ranges(self, at: int, mention: Mention, keys: Keys) -> tuple[Keys, list[Cited]]:
        """What a reference means, each range the same paragraphs as before, in whatever order they stand now."""
        if not any(item.ranges for item in mention.items):
            return keys, []
        meant, cited = list(keys), []
        for end, item in enumerate(mention.items):
            was = self._meant.taken_in(keys[end - 1], keys[end], self.at) if item.ranges and end else None
            now = cited_now(self._entries, self.at, was, self._meant.fresh, at) if was else None
            if now is not None:
                meant[end - 1 : end + 1] = now.first, now.last
                cited.append(now)
        return tuple(meant), cited

    def _in_order(self, mention: Mention, keys: Keys) -> Keys:
        """Plain numbers that were written in ascending order stay so: nobody says "paragraphs 3 and 2"."""
        if len(mention.items) < 2:
            return keys
        plain = [item.number for item in mention.items if item.number is not None and not item.letters]
        places = [self.at[key] for key in keys if key in self.at]
        if len(plain) < 2 or not len(plain) == len(places) == len(keys) or any(item.ranges for item in mention.items):
            return keys
        written = [int(sign.text) if sign.text.isdigit() else 0 for sign in plain]
        if 0 in written or written != sorted(written) or places == sorted(places):
            return keys
        return tuple(sorted(keys, key=lambda key: self.at[key] if key is not None else 0))

    def _can_say(self, at: int, number: int, keys: Keys) -> bool:
        """Whether a reference can name paragraphs, all of them, in its own form."""
        mention = self._entries[at].mentions[number]
        if _agree(keys, self._points(at, [mention])[0]):
            return True
        changes = {number: self._changes(at, number, keys)}
        return bool(changes[number]) and self._tried(at, {number: keys}, changes) is not self._entries[at]

    # Figures

    def _figures(self, at: int, entry: Entry, meant: Sequence[Keys]) -> None:
        points = self._points(at, entry.mentions)
        if all(_agree(keys, one) for keys, one in zip(meant, points, strict=True)):
            return
        changes = {
            number: signs
            for number, keys in enumerate(meant)
            if not _agree(keys, points[number]) and (signs := self._changes(at, number, keys))
        }
        new = self._tried(at, dict(enumerate(meant)), changes)
        if new is not entry:
            self._write(at, new, changes)
            self.said.follows(self._name(at), len(changes))
        points = self._points(at, new.mentions)
        lost = {
            (number, part): key
            for number, keys in enumerate(meant)
            for part, key in enumerate(keys)
            if key is not None and points[number][part] != key
        }
        for place, key in lost.items():
            if not self._meant.was_lost(entry.key, place):
                now = self._name(self.at[key]) if key in self.at else None
                number, part = place
                self.said.lost(self._name(at), new.mentions[number].written(new.mentions[number].items[part]), now)
        if lost:
            self.lost[entry.key] = (new.text, lost)

    def _points(self, at: int, mentions: Sequence[Mention]) -> list[Keys]:
        return [
            tuple(None if one is None else self._entries[one].key for one in self.now.resolve(at, mention))
            for mention in mentions
        ]

    def _changes(self, at: int, number: int, keys: Keys) -> list[Change]:
        """What a reference should say to mean what it meant; nothing where it cannot be said in the same form."""
        mention = self._entries[at].mentions[number]
        changes: list[Change] = []
        said: list[tuple[str, ...]] = []
        before = -1
        for part, (item, key) in enumerate(zip(mention.items, keys, strict=True)):
            position = self.at.get(key) if key is not None else None
            path = self.now.path(position) if position is not None else None
            if key is None and item.number and len(keys) > 1 and not self._in_words(at, number, part):
                return []  # of a list that names what is not there nobody knows what it should say
            if position is None or path is None:
                before = -1
                said.append(named_after(said, item))
                continue
            if item.ranges and position < before:
                return []
            before = position
            names = path if item.number else path[-len(item.letters) :]
            if self._in_words(at, number, part):
                names = (*path, *(letter.text for letter in item.letters[len(path) - 1 :]))
            if len(names) != len(item.signs) or (not item.number and len(path) <= len(names)):
                return []
            changes += [Change(sign, name) for sign, name in zip(item.signs, names, strict=True) if sign.text != name]
            said.append(tuple(path))
        # Beside one that is gone another would be named by the same figure: "paragraphs 1 and 1".
        return changes if len(set(said)) == len(said) else []

    def _tried(self, at: int, meant: Mapping[int, Keys], changes: dict[int, list[Change]]) -> Entry:
        """The paragraph with the changes that lead where they should; the others are dropped."""
        entry = self._entries[at]
        while changes:
            new = with_signs(entry, [change for signs in changes.values() for change in signs])
            if forms(new.mentions) != forms(entry.mentions):
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
        step.selection = Selection(along(selection.anchor, at, moved), along(selection.head, at, moved))

    # Sides

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
            held = said.holds(*before) if before is not None else self._meant.came_back(entry.key, *keys)
            if held and said.is_other(at, now):
                changes.append(Change(Sign(said.start, said.end, said.word), said.other))
        if changes:
            self._write(at, with_signs(entry, changes), {0: changes})
            self.said.turned(self._name(at), [change.name for change in changes])


def _agree(meant: Keys, points: Keys) -> bool:
    """Whether all that meant something still leads there."""
    return all(key is None or key == one for key, one in zip(meant, points, strict=True))
