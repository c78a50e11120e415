"""References of paragraphs and footnotes that are set to the numbers of now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from models.comparison.references.listed import links_of
from models.comparison.references.said import form_of
from models.draft.mention import has_own_label, renamed, written
from models.draft.mentions import Mention, Sign
from models.editing.edit import Entry, Selection
from models.editing.references.directions import direction
from models.editing.references.meant import Meant
from models.editing.references.named_together import as_list, dropped, flat, has_form, named_together, parted
from models.editing.references.referring import Referring
from models.editing.references.referring_notes import NoteEntry, note_of
from models.editing.references.remembered import ELSEWHERE, AllParted, Held, Keys, Parted, signs_of
from models.editing.references.renaming import Change, along, named_after, with_signs
from models.editing.references.said_of_references import Said
from models.editing.references.targets import Targets

if TYPE_CHECKING:
    from models.editing.step import Step


class Following:
    """References being set to the numbers of now."""

    def __init__(self, step: Step, meant: Meant) -> None:
        self._step, self.meant = step, meant
        self._entries = step.working.entries
        self.stretches = step.working.stretches.copy()
        self.now = Targets(list(self._entries), self.stretches)
        self.said = Said()
        self.lost: dict[int, Held] = {}
        self.parted: dict[int, AllParted] = {**step.working.remembered.parted}
        self._apart: set[tuple[int, int]] = set()
        """The references, by the key of what refers, to a range that cannot be said as the list it would have to be."""

    @cached_property
    def at(self) -> dict[int, int]:
        """Where each paragraph stands, by its key."""
        found: dict[int, int] = {}
        for start, part in zip(self.stretches.starts, self.stretches.parts, strict=True):
            found.update(zip(part.keys, count(start), strict=False))
        return found

    def _name(self, at: int) -> str:
        """What a paragraph is called beside the text: "II.OP4"."""
        return self._step.working.label(at) or "a paragraph"

    def name_of(self, one: Referring) -> str:
        """What a paragraph or a footnote is called: "II.OP4", "footnote 3"."""
        note = note_of(one.entry.key)
        return self._name(one.at) if note is None else f"footnote {self._step.working.mark(note)}"

    def follow(self, one: Referring) -> None:
        """The references of one paragraph, or of a footnote; one that is put back stays as it was."""
        if one.entry.key in self._step.kept:
            if one.entry.came_from:
                self._tell_lost(one, self.meant.of_base(one.entry))
            return
        meant: list[Keys] = []
        ranges: dict[int, Parted] = {}
        both = zip(self.meant.of(one.entry, one.at), self.meant.parted(one.entry, one.at), strict=True)
        for number, (keys, was) in enumerate(both):
            one, said, since = self._to_say(one, number, self._without_right(one, number, keys), was)
            meant.append(said)
            if since is not None:
                ranges[number] = since
        one = self._figures(one, meant)
        self.parted.pop(one.entry.key, None)
        if ranges:
            self.parted[one.entry.key] = AllParted(signs_of(one.entry.mentions), ranges)
        self._sides(one, meant)

    def tell(self, one: Referring) -> None:
        """Tell of the references of one paragraph, or of a footnote, that stay as they are."""
        self._tell_lost(one, self.meant.of(one.entry, one.at))

    def remember(self, note: Entry) -> None:
        """A note that nobody cites now goes on meaning what it meant, should it be cited again."""
        found = enumerate(self.meant.of(note, None))
        meant = {number: keys for number, keys in found if any(key is not None for key in keys)}
        if meant:
            self.lost[note.key] = Held(signs_of(note.mentions), meant)

    # What is to be said

    def _to_say(
        self, one: Referring, number: int, keys: Keys, was: Parted | None
    ) -> tuple[Referring, Keys, Parted | None]:
        """What refers, maybe with a list where it had a range, or with that again, what a reference is to name, and
        what is known of its ranges; where that cannot be said what it named is told."""
        entry, mention = one.entry, one.entry.mentions[number]
        named = named_together(self, one, number, keys, was)
        links = was.links if was is not None else None
        if not has_form(named, mention):
            links = links or links_of(one.words, mention)
            changes = as_list(self, one, number, keys, named, links) if links is not None else []
            new = with_signs(entry, changes) if changes else entry
            sizes = [len(other.items) for other in entry.mentions]
            sizes[number] = len(flat(named))
            same = [len(other.items) for other in new.mentions] == sizes
            if not same or self._leads_astray(flat(named), self._points(one, [new.mentions[number]])[0]):
                self._apart.add((entry.key, number))
                return one, keys, was
            self._write(one, new, {number: changes})
            self.said.follows(one, 1)
            self.said.dropped(self.name_of(one), dropped(self, one, number, keys, was))
            one = Referring(new, one.at)
        elif not self._can_say(one, number, flat(named)):
            return one, keys, was
        return one, flat(named), parted(named, links) if links is not None else None

    def _without_right(self, one: Referring, number: int, keys: Keys) -> Keys:
        """What a reference means but for "4 (a)" that is in the words of a paragraph which is still called 4."""
        items = one.entry.mentions[number].items
        paths = [self.now.path(self.at[key]) if key in self.at else None for key in keys]
        return tuple(
            None if path and item.number and path[0] == item.number.text and self._in_words(one, number, part) else key
            for part, (key, path, item) in enumerate(zip(keys, paths, items, strict=True))
        )

    def _in_words(self, one: Referring, number: int, part: int) -> bool:
        return self.meant.in_its_words(one.entry.key, (number, part))

    def _can_say(self, one: Referring, number: int, keys: Keys) -> bool:
        """Whether a reference can name paragraphs, all of them, in its own form."""
        if not self._leads_astray(keys, self._points(one, [one.entry.mentions[number]])[0]):
            return True
        changes = {number: self._changes(one, number, keys)}
        return bool(changes[number]) and self._tried(one, {number: keys}, changes) is not one.entry

    # Figures

    def _figures(self, one: Referring, meant: Sequence[Keys]) -> Referring:
        """What refers with the figures of now; what cannot be said is told."""
        entry, at = one
        points = self._points(one, entry.mentions)
        if all(_agree(keys, other) for keys, other in zip(meant, points, strict=True)):
            if entry.key in self.meant.unlisted:
                self._tell_lost(one, meant)
            return one
        changes = {
            number: signs
            for number, keys in enumerate(meant)
            if not _agree(keys, points[number])
            and (entry.key, number) not in self._apart
            and (signs := self._changes(one, number, keys))
        }
        new = self._tried(one, dict(enumerate(meant)), changes)
        if new is not entry:
            self._write(one, new, changes)
            self.said.follows(one, len(changes))
        self._tell_lost(Referring(new, at), meant)
        return Referring(new, at)

    def _tell_lost(self, one: Referring, meant: Sequence[Keys]) -> None:
        """Tell of what does not lead where it should, and remember it."""
        entry = one.entry
        points = self._points(one, entry.mentions)
        lost = {
            (number, part): key
            for number, keys in enumerate(meant)
            for part, key in enumerate(keys)
            if key is not None and (points[number][part] != key or self._is_unlisted(one, number, part))
        }
        for place, key in lost.items():
            if not self.meant.was_lost(entry.key, place):
                now = self._name(self.at[key]) if key in self.at else None
                mention = entry.mentions[place[0]]
                said = written(one.words, mention, mention.items[place[1]])
                self.said.lost(self.name_of(one), said, now, elsewhere=key == ELSEWHERE)
        if lost:
            kept = {
                number: tuple(lost.get((number, part)) for part in range(len(meant[number])))
                for number in dict.fromkeys(number for number, _ in lost)
            }
            self.lost[entry.key] = Held(signs_of(entry.mentions), kept)

    def _is_unlisted(self, one: Referring, number: int, part: int) -> bool:
        """Whether what was meant as "4 (a)" is words of paragraph 4 now, which has no items any more."""
        mention, unlisted = one.entry.mentions[number], self.meant.unlisted.get(one.entry.key, ())
        at = self.now.resolve(one.at, mention)[part] if (number, part) in unlisted else None
        return self.now.in_its_words(at, mention.items[part])

    def _points(self, one: Referring, mentions: Sequence[Mention]) -> list[Keys]:
        inside = not isinstance(one.entry, NoteEntry)
        return [
            tuple(
                None if point is None else self._entries[point].key
                for point in self.now.resolve(one.at, mention, inside=inside)
            )
            for mention in mentions
        ]

    def _changes(self, one: Referring, number: int, keys: Keys) -> list[Change]:
        """What a reference should say to mean what it meant; nothing where it cannot be said in the same form."""
        mention = one.entry.mentions[number]
        changes: list[Change] = []
        said: list[tuple[str, ...]] = []
        before = -1
        for part, (item, key) in enumerate(zip(mention.items, keys, strict=True)):
            position = self.at.get(key) if key is not None else None
            path = self.now.path(position) if position is not None else None
            is_of_list = item.number and len(keys) > 1 and not has_own_label(one.words, item)
            if key is None and is_of_list and not self._in_words(one, number, part):
                return []  # of a list that names what is not there nobody knows what it should say
            if position is None or path is None:
                before = -1
                said.append(named_after(said, item))
                continue
            if item.ranges and position < before:
                return []
            before = position
            names = path if item.number else path[-len(item.letters) :]
            if self._in_words(one, number, part):
                names = (*path, *(letter.text for letter in item.letters[len(path) - 1 :]))
            if len(names) != len(item.signs) or (not item.number and len(path) <= len(names)):
                return []
            for sign, name in zip(item.signs, names, strict=True):
                as_there = renamed(one.words, sign, name)
                if as_there is None:
                    return []
                changes += [Change(new, new.text) for new in as_there]
            said.append(tuple(path))
        # Beside one that is gone another would be named by the same figure: "paragraphs 1 and 1".
        return changes if len(set(said)) == len(said) else []

    def _tried(self, one: Referring, meant: Mapping[int, Keys], changes: dict[int, list[Change]]) -> Entry:
        """The paragraph with the changes that lead where they should; the others are dropped."""
        entry = one.entry
        while changes:
            new = with_signs(entry, [change for signs in changes.values() for change in signs])
            if [*map(form_of, new.mentions)] != [*map(form_of, entry.mentions)]:
                break
            points = self._points(one, new.mentions)
            wrong = [number for number in changes if self._leads_astray(meant[number], points[number])]
            if not wrong:
                return new
            for number in wrong:
                del changes[number]
        changes.clear()
        return entry

    def _leads_astray(self, meant: Keys, points: Keys) -> bool:
        """Whether anything meant that is still there is not what a reference leads to."""
        return any(key in self.at and key != one for key, one in zip(meant, points, strict=True))

    def _write(self, one: Referring, new: Entry, changes: Mapping[int, list[Change]]) -> None:
        step, selection = self._step, self._step.selection
        if not one.entry.unfollowed:
            # Other figures make none; they need not be looked for.
            new.__dict__["unfollowed"] = ()
        if isinstance(new, NoteEntry):
            note = -1 - new.key
            step.set_note(note, replace(step.working.notes[note], runs=new.paragraph.runs), new)
            return
        step.put(one.at, new)
        moved = [change for signs in changes.values() for change in signs]
        step.selection = Selection(along(selection.anchor, one.at, moved), along(selection.head, one.at, moved))

    # Sides

    def _sides(self, one: Referring, meant: Sequence[Keys]) -> None:
        """ "Above" becomes "below" where all that is meant is on the other side now, and was not before the step.

        Not where the figure leads elsewhere: of what it names the word may be true.
        """
        entry, at = one
        if len(entry.mentions) != len(meant):
            return
        changes: list[Change] = []
        for mention, keys in zip(entry.mentions, meant, strict=True):
            if mention.reach != "near" or not all(key in self.at for key in keys):
                continue
            now = [self.at[key] for key in keys if key is not None]
            if not self.meant.may_have_turned(at, *now):
                continue
            said = direction(one.words, mention)
            if said is None:
                continue
            before = self.meant.stood(entry.key, at, zip(keys, now, strict=True))
            came_back = before is None and self.meant.came_back(entry.key, *keys)
            turned = said.is_other(at, now) and (came_back or (before is not None and not said.is_other(*before)))
            if turned and _agree(keys, self._points(one, [mention])[0]):
                changes.append(Change(Sign(said.start, said.end, said.word), said.other))
            elif not said.holds(at, now) and (came_back or (before is not None and said.holds(*before))):
                others = [self._name(one) for one in now if not said.holds(at, [one])]
                self.said.beside(self.name_of(one), said.word, others)
        if changes:
            self._write(one, with_signs(entry, changes), {0: changes})
            self.said.turned(self.name_of(one), [change.name for change in changes])


def _agree(meant: Keys, points: Keys) -> bool:
    """Whether all that meant something still leads there."""
    return all(key is None or key == one for key, one in zip(meant, points, strict=True))
