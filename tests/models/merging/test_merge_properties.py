"""What holds of every merge, whatever the drafts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run, canonical
from models.files.read import read_text
from models.merging import Conflict, Merge, merge
from tests.models.merging.answered import resolve
from tests.models.merging.random_drafts import edited, paragraph, random_draft

seeds = st.integers(0, 10**9).map(Random)


def same(one: Draft, two: Draft) -> bool:
    return canonical(one) == canonical(two)


def settled(found: Merge, way: str) -> Merge:
    for conflict in found.conflicts:
        found = resolve(found, conflict, way if way in conflict.choices else "ours")
    return found


@given(seeds)
@settings(max_examples=50)
def test_what_one_side_made_is_taken_as_it_is(chance: Random) -> None:
    base = random_draft(chance)
    made = edited(chance, base)
    for found in (merge(base, base, made), merge(base, made, base), merge(base, made, made)):
        assert not found.conflicts
        assert same(found.draft, made)


def test_what_one_side_made_means_what_it_means_though_two_paragraphs_have_one_number() -> None:
    says = ["1. Urges States to act, as in paragraphs 2 to 4 above;", "2. Requests a report;", "3. Welcomes it;"]
    says += ["4. Encourages all donors to give;", "5. Decides to meet."]
    base = read_text("The General Assembly,\n\n" + "\n\n".join(says)).draft
    says.insert(1, "2. Calls upon donors to report on debt;")
    made = read_text("The General Assembly,\n\n" + "\n\n".join(says)).draft
    for found in (merge(base, base, made), merge(base, made, base), merge(base, made, made)):
        assert same(found.draft, made)
        assert not found.told


def asked(found: Merge, turned: bool = False) -> Counter[tuple[str, ...]]:
    """What is asked and what that is called; `turned`: that of ours as that of theirs.

    While something is open notes are counted as they stand in the text, where that of ours stands first; and where both
    forms of several paragraphs do, items and operative paragraphs are, too.
    """
    several = any("\n" in f"{one.ours}{one.theirs}" for one in found.open)
    return Counter(_asked(one, bool(found.open), several, turned) for one in found.conflicts)


def _asked(one: Conflict, is_open: bool, several: bool, turned: bool) -> tuple[str, ...]:
    label = re.sub(r"footnote \d+", "footnote", one.label) if is_open else one.label
    texts = one.base, one.ours, one.theirs
    by = one.deleted_by
    if turned:
        texts, by = (one.base, one.theirs, one.ours), {"ours": "theirs", "theirs": "ours"}.get(by, "")
    return (one.kind, "" if several else label, *texts, by)


def said(told: str, turned: bool = False) -> list[str]:
    """What is told, that of ours and that of theirs in one order; `turned`: where they changed places."""
    sides = {"from ours": "from theirs", "from theirs": "from ours"}
    words = re.sub("from ours|from theirs", lambda one: sides[one[0]], told) if turned else told
    return sorted(re.split("; |: ", words.rstrip(".")))


@given(seeds)
@example(Random(2330858))
@example(Random(3262985))  # two places asked about, one after the other
@example(Random(134217729))  # an item that both put in alike, over which one put another paragraph
@example(Random(134217596))  # an item and its chapeau that both changed
@example(Random(134217832))  # a piece of a paragraph that another was joined to and left again
@example(Random(400))  # each makes a preambular paragraph another thing at another place
@settings(max_examples=50)
def test_sides_may_change_places(chance: Random) -> None:
    base = random_draft(chance)
    common = edited(chance, base) if chance.random() < 0.3 else base
    ours, theirs = edited(chance, common), edited(chance, common)
    one, two = merge(base, ours, theirs), merge(base, theirs, ours)
    assert asked(one) == asked(two, turned=True)
    for way, other in (("ours", "theirs"), ("theirs", "ours")):
        left, right = settled(one, way), settled(two, other)
        assert same(left.draft, right.draft)
        assert asked(left) == asked(right, turned=True)
        assert [*map(said, left.told)] == [said(one, turned=True) for one in right.told]


def test_what_is_asked_is_called_alike_whoever_is_whose() -> None:
    says = ["1. Urges States to act;", "2. Requests a report on the storms;", "3. Decides to meet."]
    base, new = (
        read_text("The General Assembly,\n\n" + "\n\n".join(one)).draft for one in (says, [*says, "4. Sings."])
    )
    typed = replace(new.paragraphs[-1], number="7")
    ours, theirs = new, replace(new, paragraphs=(*new.paragraphs[:-1], typed))
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(base, one, two)
        assert [(conflict.kind, conflict.label) for conflict in found.conflicts] == [("number", "OP4")]


def test_a_new_section_goes_on_if_it_does_on_either_side_while_that_is_asked() -> None:
    def text(first: str, second: str) -> Draft:
        said = "1. Urges States to act;", "2. Requests a report on storms;", first, second
        made = read_text("The General Assembly,\n\n" + "\n\n".join(said)).draft.paragraphs
        section = Paragraph(Kind.SECTION, (Run("Follow-up of the plan"),), number="I")
        return Draft((*made[:3], section, *made[3:]))

    base = read_text("The General Assembly,\n\n1. Urges States to act;\n\n2. Requests a report on storms;").draft
    ours, theirs = text("3. Decides to meet;", "4. Sings."), text("1. Decides to meet;", "2. Sings.")
    one, two = merge(base, ours, theirs), merge(base, theirs, ours)
    assert asked(one) == asked(two, turned=True)


@given(seeds)
@settings(max_examples=60)
def test_edits_of_different_paragraphs_never_clash(chance: Random) -> None:
    base = random_draft(chance)
    places = list(range(len(base.paragraphs)))
    chance.shuffle(places)
    mine, yours = places[: len(places) // 2], places[len(places) // 2 :]
    ours = edited(chance, base, 5, mine) if mine else base
    theirs = edited(chance, base, 5, yours) if yours else base
    # What the comparison takes for a split or a move is no longer an edit of one paragraph.
    plain = all(
        change.kind in ("unchanged", "reworded") and change.old == change.new
        for new in (ours, theirs)
        for change in compare(base, new).changes
    )
    found = merge(base, ours, theirs)
    if plain:
        assert not found.conflicts
        assert [p.text for p in found.draft.paragraphs] == [
            (ours if at in mine else theirs).paragraphs[at].text for at in range(len(base.paragraphs))
        ]


def words(draft: Draft) -> Counter[str]:
    texts = ["".join(run.text or " " for run in p.runs) for p in draft.paragraphs]
    texts += [note.text for note in draft.footnotes]
    return Counter(re.findall(r"\w+", "\n".join(texts).casefold()))  # a capital follows the place


@given(seeds)
@example(Random(1135))  # a note opens a paragraph that stands alone on one side
@settings(max_examples=60)
def test_no_word_of_a_side_is_lost_unless_the_other_deleted_it(chance: Random) -> None:
    base = random_draft(chance)
    ours, theirs = edited(chance, base), edited(chance, base)
    found = merge(base, ours, theirs)
    there = words(found.draft)
    for conflict in found.conflicts:
        if conflict.kind in ("kind", "number"):
            continue
        there.update(re.findall(r"\w+", f"{conflict.ours} {conflict.theirs}".casefold()))
    for side, other in ((ours, theirs), (theirs, ours)):
        deleted = words(base) - words(other)
        assert not words(side) - deleted - there


@given(seeds)
@settings(max_examples=80)
def test_each_paragraph_stands_in_one_row(chance: Random) -> None:
    base = random_draft(chance)
    ours, theirs = edited(chance, base), edited(chance, base)
    found = merge(base, ours, theirs)
    for name, draft in (("ours", ours), ("theirs", theirs), ("merged", found.draft)):
        seen = [at for row in found.rows for at in getattr(row, name)]
        if name == "merged":
            assert seen == list(range(len(draft.paragraphs)))
        else:
            assert set(seen) <= set(range(len(draft.paragraphs)))
    assert {at for row in found.rows for at in row.base} == set(range(len(base.paragraphs)))
    for at, one in enumerate(found.draft.paragraphs):
        assert "".join(stretch.text for stretch in found.stretches(at)) == one.text
    assert {key for row in found.rows for key in row.conflicts} == {c.key for c in found.conflicts if c.row is not None}


@given(seeds)
@example(Random(15326067))
@settings(max_examples=60)
def test_every_conflict_can_be_settled_in_every_way(chance: Random) -> None:
    base = random_draft(chance)
    found = merge(base, edited(chance, base), edited(chance, base))
    for _ in range(3):
        for conflict in found.conflicts:
            found = resolve(found, conflict, chance.choice(conflict.choices))
    assert not found.open
    text = "\n".join(p.text for p in found.draft.paragraphs)
    assert "[ours:" not in text
    assert "| theirs:" not in text


def _taken_out(of: Conflict) -> int:
    """At how many of the places of a question both sides have taken the words out: there nothing is to be seen."""
    pairs = zip(of.ours.split("\n"), of.theirs.split("\n"), strict=False)
    return sum(one == two and one.rpartition(": ")[2] == "nothing" for one, two in pairs if of.also)


@given(seeds)
@example(Random(34235))
@example(Random(20000044))  # one of several paragraphs that are one question reads alike on both sides
@settings(max_examples=60)
def test_open_conflicts_are_marked_in_the_text(chance: Random) -> None:
    base = random_draft(chance)
    found = merge(base, edited(chance, base), edited(chance, base))
    text = "\n".join([p.text for p in found.draft.paragraphs] + [n.text for n in found.draft.footnotes])
    marks = sum(1 + len(one.also) - _taken_out(one) for one in found.conflicts)
    assert text.count("[ours:") + text.count("[theirs:") == marks


@given(seeds)
@settings(max_examples=100)
def test_insertions_of_both_sides_keep_the_order_of_each(chance: Random) -> None:
    base = random_draft(chance)
    drafts = []
    for _ in range(2):
        paragraphs = list(base.paragraphs)
        for _ in range(chance.randint(1, 4)):
            paragraphs.insert(chance.randint(0, len(paragraphs)), paragraph(chance))
        drafts.append(Draft(tuple(paragraphs), base.footnotes))
    found = merge(base, drafts[0], drafts[1])
    # An item that something came before may stand under another paragraph: then both are shown, one after the other.
    if not any(one.kind == "shape" for one in found.conflicts) and all(
        change.kind in ("unchanged", "inserted") and not change.moved
        for new in drafts
        for change in compare(base, new).changes
    ):
        texts = [p.text.rstrip(";,.") for p in found.draft.paragraphs]  # the last mark follows the place
        for draft in drafts:
            wanted = iter(texts)
            assert all(p.text.rstrip(";,.") in wanted for p in draft.paragraphs)
