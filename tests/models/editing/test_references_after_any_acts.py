"""Whatever is done to a text, its references mean what they meant, or it is told that they do not."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.references.cited_ranges import taken_in
from models.draft import Kind, Run
from models.editing.acts.splitting import new_paragraph
from models.editing.edit import Caret, Edit, Entry, Selection
from models.editing.notes.footnotes import set_note_text
from models.editing.references.meant import Keys
from models.editing.references.targets import Targets
from models.editing.runs import shown
from models.editing.working import WorkingText
from tests.models.editing.random_acts import ACTS, WEIGHTS, check, there_and_back
from tests.models.editing.tiny_drafts import working


def _meaning(made: WorkingText) -> dict[tuple[int, int], tuple[str, tuple[int | None, ...]]]:
    """By paragraph and reference: the words around, and the keys of what is meant."""
    targets = Targets(made.entries, made.stretches)
    found = {}
    for at, entry in _referring(made, targets):
        for number, mention in enumerate(entry.mentions):
            points = zip(targets.resolve(at, mention, inside=entry.key >= 0), mention.items, strict=True)
            keys = tuple(
                # "4 (a)" of a paragraph without items means nothing for certain.
                None if point is None or targets.in_its_words(point, item) else made.entries[point].key
                for point, item in points
            )
            found[entry.key, number] = _without_signs(entry), keys
    return found


def _referring(made: WorkingText, targets: Targets) -> Iterator[tuple[int, Entry]]:
    """All paragraphs, and the notes that refer to some, each where it is cited first."""
    yield from enumerate(made.entries)
    for note, entry in made.noted.referring.by_id.items():
        at = targets.citing(note)
        if at is not None:
            yield at, entry


def _marked(made: WorkingText) -> dict[tuple[int, int, int], int]:
    """By paragraph, reference and part of it what is known to be meant by those that lead elsewhere."""
    return {
        (key, number, part): meant
        for key, held in made.remembered.lost.items()
        for number, keys in held.meant.items()
        for part, meant in enumerate(keys)
        if meant is not None
    }


def _taken_in(made: WorkingText) -> dict[tuple[int, int], frozenset[int]]:
    """By paragraph and reference that has a range: the keys of all that is meant by it."""
    targets = Targets(made.entries, made.stretches)
    found: dict[tuple[int, int], frozenset[int]] = {}
    for at, entry in _referring(made, targets):
        for number, mention in enumerate(entry.mentions):
            places = [place for place in targets.resolve(at, mention) if place is not None]
            if len(places) < len(mention.items) or not any(item.ranges for item in mention.items):
                continue
            parts = zip(mention.items, [None, *places], places, strict=False)
            within = [
                taken_in(lambda one: made.entries[one].paragraph, before, place)
                if item.ranges and before is not None
                else [place]
                for item, before, place in parts
            ]
            if None not in within:
                found[entry.key, number] = frozenset(made.entries[one].key for its in within for one in its or ())
    return found


def _without_signs(entry: Entry) -> str:
    """The words of a paragraph, each reference a gap for its figures and letters, and without its last signs."""
    words = list(shown(entry.paragraph.runs))
    for mention in reversed(entry.mentions):
        signs = [sign for item in mention.items for sign in item.signs]
        gap = "_" * (len(signs) if len(mention.items) == 1 else 1)
        words[min(signs).start : max(sign.end for sign in signs)] = gap
    return "".join(words).replace(" below", " above")  # which follow as the figures do


TEXT = """
E _The General Assembly_,
P _Recalling_ OP2,^1
P _Noting_ the first preambular paragraph, PP1 and paragraphs 2 and 4 of the present resolution,
O _Decides_ as in paragraph 2 above:
1 to meet under paragraph 4 (b) below;
1 to eat under subparagraph (a) above;
O{2 bis} _Requests_ a report under paragraphs 1 to 4 above;
O _Urges_ all, paragraph one (a) and (b) above;^2
O _Takes note_ of paragraph 8 of resolution 61/1:
1 under paragraph 2 bis above;
1 under subparagraph (b) of paragraph 1 above;
2 subparagraph (a) (i);
O _Invites_ [all], paragraph 3;
S Finance
O _Calls upon_ all, paragraph 2 below;
O _Decides_ so, paragraph 1 above, OP4.
A Annex
O We agree, paragraph 2 below.^3
O We agree, paragraph 3 of the present resolution.
"""
NOTES = {
    1: "See paragraph 2 below.",
    2: "See subparagraph (b) of paragraph 1 above; paragraphs one to 4 of the present resolution; A/RES/80/1, para. 2.",
    3: "See paragraph 2 of the present resolution, OP1 and OP2.",
}
"""By id, what the footnotes read."""


@pytest.mark.parametrize("punctuates", [True, False])
@settings(max_examples=15, deadline=None)
@given(chance=st.randoms(use_true_random=False), steps=st.integers(1, 20))
def test_after_any_acts_references_mean_what_they_meant(punctuates: bool, chance: random.Random, steps: int) -> None:
    made, _ = working(TEXT, punctuates=punctuates)
    for note, words in NOTES.items():
        set_note_text(made, note, (Run(words),))
    watch = _Watch(made)
    for _ in range(steps):
        act = chance.choices(ACTS, WEIGHTS)[0]
        watch.forward = act.__name__ not in ("_undo", "_redo")
        act(made, chance)
        check(made)
    watch.forward = False
    there_and_back(made)


@pytest.mark.parametrize("place", [1, 3, 12])
def test_enter_over_a_selection_leaves_references_on_the_words_behind_it(place: int) -> None:
    made, _ = working(TEXT, punctuates=False)
    _Watch(made)
    new_paragraph(made, Selection(Caret(12, place), Caret(14, 0)))
    calls = next(at for at, entry in enumerate(made.entries) if entry.text.startswith("Calls upon"))
    decides = next(entry for entry in made.entries if entry.text.startswith("Decides so"))
    assert decides.text.startswith(f"Decides so, paragraph {str(made.label(calls)).removeprefix('OP')} above")


class _Watch:
    """Looks at every step: what references meant before it they mean after it, or it is told that they do not."""

    def __init__(self, made: WorkingText) -> None:
        self._made = made
        self._before, self._standing = _meaning(made), made.standing
        self._marked = _marked(made)
        self._taken_in = _taken_in(made)
        self._given_up: set[tuple[int, int, int]] = set()
        self._reads = [tuple(made.entries)] * 3
        self.forward = True
        made.listeners.append(self._look)

    def _look(self, edit: Edit) -> None:
        before, self._before = self._before, _meaning(self._made)
        marked, self._marked = self._marked, _marked(self._made)
        standing, self._standing = self._standing, self._made.standing
        ranges, self._taken_in = self._taken_in, _taken_in(self._made)
        self._reads = [*self._reads[1:], tuple(self._made.entries)]
        taken_back = self._reads[0] == self._reads[2]  # as Backspace does what Enter did
        if not self.forward or taken_back or standing == self._standing:
            return  # letters alone may make a reference another, or none
        keys = {entry.key for entry in self._made.entries}
        was_there = {entry.key for entry in self._reads[1]}
        lost = any(words in edit.told for words in ("is gone", "still say", "nowhere"))
        for place, (words, meant) in self._before.items():
            old_words, old = before.get(place, ("", ()))
            if old_words.rstrip(_LAST) != words.rstrip(_LAST):
                # Written otherwise, divided or joined: what is told to be lost may be this one.
                self._given_up.update((*place, part) for part in range(len(meant)) if lost or self._given_up)
                continue
            if None not in old and set(old) == set(meant):
                self._give_up(place, old, meant, lost)
                continue  # plain numbers stay in ascending order
            if place in ranges and place[0] not in ranges[place]:
                parts = {(*place, part) for part in range(len(meant))}
                now = self._taken_in.get(place, {*meant})
                joined = {one for key in ranges[place] - keys for one in _joined_to(edit, key)}
                wrong = ((ranges[place] & keys) - now) | ((now & was_there) - ranges[place] - joined)
                said = lost or not parts.isdisjoint(self._given_up)
                assert not wrong or said, (words, wrong, edit)
                # Once it is told that an end leads elsewhere it is not told again.
                self._given_up.update(parts if wrong or lost else ())
                continue
            # One that is marked already as leading elsewhere goes on meaning what it meant, or leads there again.
            known = {part: marked.get((*place, part)) for part in range(len(old))}
            away = {part for part, one in known.items() if one is not None and (*place, part) in self._marked}
            away |= {
                part
                for part, one in known.items()
                if one is not None and not {one, *_joined_to(edit, one)}.isdisjoint(meant[part : part + 1])
            }
            held = {
                part: one
                for part, one in enumerate(old)
                if one is not None and part not in away and (*place, part) not in self._given_up
            }
            now = self._taken_in.get(place, {*meant})  # a list may be the range again that it was
            if {*held.values()} <= now:
                more = (now & was_there) - {*old}
                was_none = place not in self._taken_in or None in old  # a range with an end that was nowhere
                assert not more or lost or self._given_up or was_none, (words, more, edit)
                self._give_up(place, old, meant, lost)
                continue
            for part, one in held.items():
                both = _joined_to(edit, one) if one not in keys else _divided_from(edit, one)
                if not {one, *both}.isdisjoint(now if place in self._taken_in else meant[part : part + 1]):
                    continue
                # Of a range it is told once for both ends.
                self._given_up.update((*place, at) for at in (range(len(old)) if place in ranges else (part,)))
                tells = [*["is gone"] * (one not in keys), *["still say"] * bool(one in keys or both)]  # “3 still say”
                assert any(words in edit.told for words in tells) or "nowhere" in edit.told, (words, one, meant, edit)

    def _give_up(self, place: tuple[int, int], old: Keys, meant: Keys, lost: bool) -> None:
        """Where something is told to be lost another part may lead there by chance."""
        self._given_up.update(
            (*place, part) for part, one in enumerate(old) if lost and one not in meant[part : part + 1]
        )


def _joined_to(edit: Edit, key: int) -> set[int]:
    """The keys of the paragraphs that go on one that a step took out, by what they came from or in its words."""
    gone = [old for splice in edit.splices for old in splice.old if old.key == key]
    return {
        new.key
        for old in gone
        for splice in edit.splices  # words are dragged to another
        for new in splice.new
        if {*old.came_from} <= {*new.came_from} or (old.text and new.text == old.text)
    }


def _divided_from(edit: Edit, key: int) -> set[int]:
    """The keys of what was joined to a paragraph and a step divides from it again: what meant it first means it now."""
    joined = {old.key: old for splice in edit.splices for old in splice.old}
    now = {new.key: new for splice in edit.splices for new in splice.new}
    if key not in joined or key not in now:
        return set()
    parted = {*joined[key].came_from} - {*now[key].came_from}
    return {one.key for one in now.values() if one.came_from and {*one.came_from} <= parted}


_LAST = " ,;.and]"


@settings(max_examples=25, deadline=None)
@given(chance=st.randoms(use_true_random=False))
def test_names_are_the_labels(chance: random.Random) -> None:
    made, _ = working(TEXT)
    for _ in range(12):
        chance.choices(ACTS, WEIGHTS)[0](made, chance)
        targets = Targets(made.entries, made.stretches)
        for at, entry in enumerate(made.entries):
            label = made.label(at) or ""
            if entry.paragraph.kind in (Kind.OPERATIVE, Kind.PREAMBULAR) and "Annex" not in label:
                (number,) = targets.path(at) or ("",)
                assert label.rsplit(".", 1)[-1].lower() == f"{label.rsplit('.', 1)[-1][:2]}{number}".lower()
