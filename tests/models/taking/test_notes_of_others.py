"""What is taken brings its own notes and leaves those of other paragraphs as they are, where both cite one note too."""

from __future__ import annotations

from contextlib import suppress
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.comparison.partly import places
from models.draft import Draft
from models.editing.working import WorkingText
from models.files.read import read_file
from models.taking.into_working import plan, take
from models.taking.outcome import HasAlready
from tests.models.comparison.small_drafts import draft
from tests.models.taking.test_into_working import HERE
from tests.models.taking.test_one_by_one import taken_and_refused_at_once, taken_one_by_one, whole

OPENINGS = (
    "PP *Welcoming* the work of the regional commissions on water",
    "PP *Recalling* the report of the panel of experts on rivers",
    "PP *Noting* the many forums of ministers of finance",
    "PP *Recognizing* the need for national monitoring systems",
)
FINANCING = {1: "Resolution 69/313, annex."}, {1: "General Assembly resolution 69/313, annex."}
LATER = {
    "Resolution 69/313, annex.": "General Assembly resolution 69/313, annex.",
    "E/2020/5, chap. II.": "E/2020/5, chap. III.",
    "A/79/254.": "A/80/265.",
}


def said(one: Draft) -> list[tuple[str, list[str]]]:
    return [(p.text, [one.note[note].text for note in p.footnotes if note in one.note]) for p in one.paragraphs]


def each_alone(comparison: Comparison, numbers: list[int]) -> None:
    """Take each change alone, then refuse each alone: nothing else reads otherwise, and undone all is as before."""
    drafts = comparison.old, comparison.new
    for number in numbers:
        change = comparison.changes[number]
        for side, own, its in ((0, change.old, change.new), (1, change.new, change.old)):
            working = WorkingText(drafts[side])
            with suppress(HasAlready):
                take(working, plan(working, comparison, {number: None}, refused=bool(side)), "Take", HERE)
            keys = [entry.key for entry in WorkingText(drafts[side]).entries]
            mine = {key for at, key in enumerate(keys) if at not in own}
            reads = [*zip((entry.key for entry in working.entries), said(working.draft()), strict=True)]
            others = [one for at, one in enumerate(said(drafts[side])) if at not in own]
            assert [one for key, one in reads if key in mine] == others
            assert [one for key, one in reads if key not in mine] == [said(drafts[1 - side])[at] for at in its]
            if working.undo_list.done:
                working.undo()
            assert whole(working.draft()) == whole(drafts[side])


def test_a_note_that_went_elsewhere_stays_under_the_paragraph_that_is_not_taken() -> None:
    old = draft(f"{OPENINGS[0]};", f"{OPENINGS[1]};[^1]", notes=FINANCING[0])
    new = draft(f"{OPENINGS[0]} and on the Addis Ababa Action Agenda;[^1]", f"{OPENINGS[1]};", notes=FINANCING[1])
    comparison = compare(old, new)
    assert [(note.kind, note.old, note.new) for note in comparison.footnotes] == [("reworded", (1,), (1,))]
    each_alone(comparison, [0, 1])


def test_of_two_that_cite_one_note_the_other_keeps_what_it_says_until_it_is_taken_too() -> None:
    lines = f"{OPENINGS[0]};[^1]", f"{OPENINGS[1]};[^1]"
    old, new = (draft(*lines, notes=notes) for notes in FINANCING)
    comparison = compare(old, new)
    each_alone(comparison, [0, 1])
    for order in ((0, 1), (1, 0)):
        working = WorkingText(old)
        for number in order:
            take(working, plan(working, comparison, {number: None}), "Take", HERE)
        assert whole(working.draft()) == whole(new)
        assert len(working.draft().footnotes) == 1


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9))
def test_notes_that_several_paragraphs_cite_come_one_by_one(seed: int) -> None:
    old, new = shared_notes(seed)
    comparison = compare(old, new)
    each_alone(comparison, [at for at, change in enumerate(comparison.changes) if change.weight is not None])
    for refused in (False, True):
        taken_one_by_one(old, new, refused, Random(seed))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
@example(563)
@example(1542)
@example(2586)
def test_notes_of_one_draft_that_say_the_same_stay_two(seed: int) -> None:
    old, new = shared_notes(seed, twins=True)
    comparison = compare(old, new)
    each_alone(comparison, [at for at, change in enumerate(comparison.changes) if change.weight is not None])
    for refused in (False, True):
        taken_one_by_one(old, new, refused, Random(seed))
        taken_and_refused_at_once(old, new, refused, Random(seed))


def shared_notes(seed: int, *, twins: bool = False) -> tuple[Draft, Draft]:
    """Paragraphs that cite few notes, several the same one; in the new draft some of these say something else.

    With `twins` each cites notes of its own, of which some say the same as another.
    """
    chance = Random(seed)
    sources = [*LATER]
    cites = {line: chance.sample(range(3), chance.randint(0, 2)) for line in OPENINGS}
    if twins:
        sources = [chance.choice(sources[:2]) for line in OPENINGS for _ in range(2)]
        cites = {line: [*range(2 * at, 2 * at + chance.randint(0, 2))] for at, line in enumerate(OPENINGS)}
    then = {one: LATER[one] if chance.random() < 0.5 else one for one in LATER}
    later = [then[one] for one in sources]

    def written(lines: list[str], says: list[str]) -> Draft:
        ids: dict[int, int] = {}
        texts = []
        for line in lines:
            marks = "".join(f"[^{ids.setdefault(note, len(ids) + 1)}]" for note in cites[line])
            texts.append(f"{line}{' in towns' if says is later and chance.random() < 0.3 else ''},{marks}")
        return draft(*texts, "1. *Ends*.", notes={own: says[note] for note, own in ids.items()})

    old = chance.sample(OPENINGS, chance.randint(2, 4))
    new = [line for line in old if chance.random() < 0.8] + [line for line in OPENINGS if line not in old]
    return written(old, sources), written(new, later)


@pytest.mark.parametrize(
    ("old", "new"),
    [("A_RES_79_181", "A_RES_80_220"), ("A_C.2_80_L.24", "A_C.2_80_L.46"), ("A_RES_79_199", "A_C.2_80_L.9")],
)
def test_what_cites_other_notes_in_real_drafts_is_taken_and_refused_alone(shared: Path, old: str, new: str) -> None:
    texts = shared / "corpus" / "resolutions"
    comparison = compare(read_file(texts / f"{old}.txt").draft, read_file(texts / f"{new}.txt").draft)
    notes: tuple[set[int], set[int]] = set(), set()
    for note in comparison.footnotes:
        if note.kind != "unchanged" and note.old and note.new:
            notes[0].update(note.old)
            notes[1].update(note.new)

    def cites(number: int) -> bool:
        change = comparison.changes[number]
        sides = zip((comparison.old, comparison.new), (change.old, change.new), notes, strict=True)
        return any(its & {*one.paragraphs[at].footnotes} for one, places, its in sides for at in places)

    found = [number for number, change in enumerate(comparison.changes) if change.weight is not None and cites(number)]
    assert found
    each_alone(comparison, found)


def test_a_note_that_both_cite_is_cited_once_whichever_words_are_taken() -> None:
    notes = {1: "A/79/254.", 2: "A/79/255."}
    old = draft(
        "1. *Expresses concern* at forced labour,[^1] and at the delay of reports[^2] of this year.", notes=notes
    )
    new = draft(
        "1. *Expresses concern* at forced labour, which has become deeply rooted,[^1] and at the delay of"
        " two reports,[^2] of last year.",
        notes=notes,
    )
    comparison = compare(old, new)
    words = comparison.readable_words[0]
    count = len(places(words))
    for size in range(1, count + 1):
        for some in combinations(range(count), size):
            for refused in (False, True):
                working = WorkingText(new if refused else old)
                done = plan(working, comparison, {0: some}, refused=refused, words={0: words})
                take(working, done, "Take", HERE)
                assert said(working.draft())[0][1] == [*notes.values()]
                if size == count:
                    assert whole(working.draft()) == whole(old if refused else new)
