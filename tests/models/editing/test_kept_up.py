"""What is kept up while one writes is what would be worked out from the whole text, after any sequence of acts."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.words.chain import heaviest_chain
from models.comparison.words.plain import word_diff
from models.draft import Draft, computed_numbers, labels
from models.draft.word_counts import count_words
from models.editing import stretches
from models.editing.changes import Changes
from models.editing.edit import Edit, Entry
from models.editing.marks import punctuation
from models.editing.marks.duties import Duties, Duty
from models.editing.references import cross_references
from models.editing.references.following import Following, Referring
from models.editing.references.targets import Targets
from models.editing.step import Step
from models.editing.stretch import Line, Stretch
from models.editing.stretches import Stretches
from models.editing.tally import Totals, counts
from models.editing.working import WorkingText
from tests.models.editing.random_acts import ACTS, WEIGHTS, there_and_back
from tests.models.editing.tiny_drafts import working

TEXTS = (
    "M Draft\nE _The Assembly_,\nP _Recalling_ paragraph 2 below,^1\nP{PP1 bis} _Noting_ PP1,^2\nO _Decides_:\n"
    "1 To meet;\n2 In May;\n2 In June, as in subparagraph (a) above; and\n1{b)} To eat;\n"
    "O{3 bis} _Requests_ what OP1 (a) says,^1\n"
    "S Finance\nO _Urges_ all of paragraph 1 above.\nO _Asks_ for OP3 bis.\nS Rest\nO{5} _Thanks_ all;\nO _Ends_.\n"
    "A Annex I\nO _Agrees_ to paragraph 1 of the present resolution;\n1 and to (a) of it.\nO _Ends_.",
    "E _The Assembly_,\nO _Decides_ this;\nO _Recalls_ paragraph 1 above;\nO _Recalls_ paragraphs 1 and 2 above.\n"
    "E _The Council_,\nP _Noting_ OP2,\nO _Decides_ that;\nO _Recalls_ paragraph 1 above;\nO _Ends_.\n"
    "E _The Board_,\nO _Alone_ it stands.\nE _The Bureau_,\nS One\nO _Decides_;\n"
    "S Two\nO _Decides_ as paragraph 1 above.",
    "O _Decides_ to:\n1 act;\n1 wait;\n1 see;\n1 hear;\n1 look;\n1 ask; and\n1 end.\nO _Urges_ to:\n1 go; and\n1 come.",
)
"""Two have several resolutions, one has lists."""


@pytest.fixture(autouse=True)
def short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that small texts stand in many of them."""
    monkeypatch.setattr(stretches, "_MOST", 3)


def acted(chance: random.Random, most: int = 12) -> Iterator[WorkingText]:
    """A text after each of some acts; what is kept up is asked for at times only, as a view does."""
    made, _ = working(chance.choice(TEXTS), punctuates=True)
    for _ in range(most):
        chance.choices(ACTS, WEIGHTS)[0](made, chance)
        yield made
    there_and_back(made)


SEQUENCES = st.randoms(use_true_random=False)


@settings(max_examples=50, deadline=None)
@given(SEQUENCES)
def test_numbers_labels_and_marks(chance: random.Random) -> None:
    for made in acted(chance):
        positions = range(len(made.entries))
        joined = [entry for part in made.stretches.parts for entry in part.entries]
        assert joined == made.entries
        assert [made.stretches[at] for at in positions] == made.entries
        if chance.random() < 0.4:
            continue
        computed = computed_numbers(Draft(tuple(entry.paragraph for entry in made.entries)))
        assert [made.number(at) for at in positions] == [
            entry.paragraph.number if entry.printed else number
            for entry, number in zip(made.entries, computed, strict=True)
        ]
        assert [made.label(at) for at in positions] == list(labels(made.draft()))
        fresh = WorkingText(made.base, state=(made.entries, made.notes.values()))
        bases = range(len(made.original))
        assert [made.base_label(at) for at in bases] == list(labels(made.base))
        assert made.cited() == fresh.cited()
        assert [made.mark(note) for note in made.notes] == [fresh.mark(note) for note in made.notes]
        assert made.noted.ibids == fresh.noted.ibids
        assert made.noted.naming == fresh.noted.naming
        assert made.noted.brackets() == fresh.noted.brackets()
        assert made.noted.untouched() == fresh.noted.untouched()
        refer = [{note: one.mentions for note, one in text.noted.referring.by_id.items()} for text in (made, fresh)]
        assert refer[0] == refer[1]
        assert made.touched == fresh.touched
        assert made.words == fresh.words
        assert made.stretches.worded == sum(1 for entry in made.entries if entry.text.split())


@settings(max_examples=50, deadline=None)
@given(SEQUENCES)
def test_who_continues_whom_and_who_moved(chance: random.Random) -> None:
    changes: Changes | None = None
    for made in acted(chance):
        changes = changes or Changes(made)
        if chance.random() < 0.4:
            continue
        heirs = plain_heirs(made.entries)
        moved = plain_moved(made, heirs)
        assert made.stretches.lines == list(Stretch(made.entries).lines)
        origins = changes.origins
        assert {old: origins.heirs(old) for old in range(len(made.original)) if origins.heirs(old)} == heirs
        assert origins.moved == moved
        assert [old for old, _ in origins.gone] == [old for old in range(len(made.original)) if old not in heirs]
        staying = {old: [at for at in its if at not in moved] for old, its in heirs.items()}
        for old, place in origins.gone:
            # A joined paragraph stands where the first of those it holds stood.
            before = [at for b in range(old) for at in staying.get(b, ()) if b == min(made.entries[at].came_from)]
            assert place == max(before, default=-1) + 1


@settings(max_examples=50, deadline=None)
@given(SEQUENCES)
def test_what_references_point_to(chance: random.Random) -> None:
    for made in acted(chance):
        kept, fresh = Targets(made.entries, made.stretches), Targets(made.entries)
        for at, entry in enumerate(made.entries):
            assert kept.path(at) == fresh.path(at)
            for mention in entry.mentions:
                assert kept.resolve(at, mention) == fresh.resolve(at, mention)


@settings(max_examples=50, deadline=None)
@given(SEQUENCES)
def test_duties_asked_for_all_at_once_are_those_asked_for_alone(chance: random.Random) -> None:
    for made in acted(chance, 6):
        together = Duties(made.entries, made.stretches)
        order = list(range(len(made.entries)))
        chance.shuffle(order)
        for at in order:
            assert together.of(at) == Duties(made.entries, Stretches(made.entries)).of(at)


def test_the_inner_items_of_a_list_end_as_the_last_of_them_do() -> None:
    made, _ = working("O _Decides_ to:\n1 act;\n1 wait.\n1 see,\n1 hear,\n1 look,\n1 ask, and\n1 end.\nO _Ends_.")
    duties = Duties(made.entries, made.stretches)
    assert [duties.of(at) for at in range(1, 7)] == [*[Duty(",")] * 5, Duty(",", penultimate=True)]


@pytest.mark.parametrize("seed", range(100))
def test_an_act_does_what_it_would_if_all_paragraphs_were_looked_at(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what lies around an act is looked at: all references, and all paragraphs for their ends, give the same."""
    near = [(edit.splices, edit.notes, edit.said) for edit in _edits(seed)]

    def all_of_them(following: Following, step: Step, _before: object, notes: dict[int, Entry]) -> list[Referring]:
        entries = [(at, entry) for at, entry in enumerate(following.now.entries) if entry.mentions]
        cited = [(at, one) for note, one in notes.items() if (at := following.now.citing(note)) is not None]
        return [Referring(one, at) for at, one in (*entries, *cited) if one.key not in step.kept and one.mentions]

    def everywhere(duties: Duties, seeds: set[int], count: int) -> set[int]:
        return set(range(count)) if seeds else set()

    with monkeypatch.context() as wide:
        wide.setattr(cross_references, "_affected", all_of_them)
        wide.setattr(punctuation, "_around", everywhere)
        wide.setattr(stretches, "_MOST", 1000)
        wide.setattr(stretches, "_LEAST", 1000)
        assert [(edit.splices, edit.notes, edit.said) for edit in _edits(seed)] == near


def _edits(seed: int) -> list[Edit]:
    chance = random.Random(seed)
    made, _ = working(chance.choice(TEXTS), punctuates=True)
    heard: list[Edit] = []
    made.listeners.append(heard.append)
    for _ in range(10):
        chance.choices(ACTS, WEIGHTS)[0](made, chance)
    return heard


# The same of the whole text, by definition


def plain_heirs(entries: list[Entry]) -> dict[int, tuple[int, ...]]:
    """By base paragraph, the positions that continue it: the empty end of a split does not where another one does."""
    heirs: dict[int, tuple[int, ...]] = {}
    for position, entry in enumerate(entries):
        for old in entry.came_from:
            heirs[old] = (*heirs.get(old, ()), position)
    for old, positions in heirs.items():
        if len(positions) > 1:
            heirs[old] = tuple(at for at in positions if entries[at].text.strip()) or positions[:1]
    return heirs


def plain_moved(made: WorkingText, heirs: dict[int, tuple[int, ...]]) -> frozenset[int]:
    """Positions off the heaviest chain of the blocks that stand together on both sides: what was taken elsewhere weighs
    nearly nothing, the less the later it was."""
    pairs = []
    for position, entry in enumerate(made.entries):
        olds = [old for old in entry.came_from if position in heirs[old]]
        pairs += [(olds[0], position)] if olds else []
    ordered = sorted(pairs)
    while pairs and pairs[0] == ordered[0]:
        del pairs[0], ordered[0]
    while pairs and pairs[-1] == ordered[-1]:
        del pairs[-1], ordered[-1]
    rank = {pair: at for at, pair in enumerate(ordered)}
    blocks: list[list[tuple[int, int]]] = []
    for pair in pairs:
        if blocks and rank[blocks[-1][-1]] + 1 == rank[pair]:
            blocks[-1].append(pair)
        else:
            blocks.append([pair])
    taken = made.remembered.moved
    steps = [[taken[made.entries[at].key] for _, at in block if made.entries[at].key in taken] for block in blocks]
    latest = sorted({max(one) for one in steps if one})
    weighed = []
    for at, (block, own) in enumerate(zip(blocks, steps, strict=True)):
        words = sum(1 + made.original[old].words for old, to in block if made.entries[to].key not in taken)
        last = 0.5 ** latest.index(max(own)) if own else 0.0
        weighed.append((rank[block[0]], at, 2.0 * len(blocks) * words + last))
    staying = {at for _, at in heaviest_chain(weighed)}
    return frozenset(position for at, block in enumerate(blocks) if at not in staying for _, position in block)


def test_lines_are_joined_across_stretches() -> None:
    made, _ = working("\n".join(f"O _Decides_ {number};" for number in range(20)))
    assert len(made.stretches.parts) > 4
    assert made.stretches.lines == [Line(0, 0, 20)]


def _totals_of_all(made: WorkingText) -> Totals:
    """The totals, each paragraph looked at."""
    changes = Changes(made)
    changes.close()
    changed = [at for at in changes.candidates() if changes.of(at).changed]
    found, seen = Totals(), set[int]()
    for at in changed:
        olds, news = changes.origins.family(made.entries, at)
        if at not in seen:
            seen.update(news)
            old = "\n".join(made.original[one].text for one in olds)
            found += counts(word_diff(old, "\n".join(made.entries[one].text for one in news)))
    gone = [made.original[one.base_position].text for one in changes.gone]
    return found + Totals(len(changed) + len(gone), 0, sum(map(count_words, gone)))


@settings(max_examples=30, deadline=None)
@given(SEQUENCES)
def test_totals(chance: random.Random) -> None:
    changes: Changes | None = None
    for made in acted(chance):
        changes = changes or Changes(made)
        if chance.random() < 0.3:
            changes.count_some(0)
        if chance.random() < 0.5:
            assert changes.totals == _totals_of_all(made)
    if changes is not None:
        assert changes.totals == _totals_of_all(made)


def test_as_many_paragraphs_leave_the_stretches_where_they_end() -> None:
    made, _ = working(
        "O _Decides_:\n1 act;\nO _Asks_;\nO _Urges_:\n1 go;\n1 come;\nO _Ends_;\nO _Thanks_;\nO _Closes_."
    )
    made.stretches.replace(1, 2, made.entries[1:2])
    uneven = list(made.stretches.starts)
    assert len(uneven) > 2
    entries = [entry for part in made.stretches.parts for entry in part.entries]
    made.stretches.replace(0, len(entries), entries)
    assert made.stretches.starts == uneven
    assert [entry for part in made.stretches.parts for entry in part.entries] == entries
