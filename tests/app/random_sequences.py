"""Sequences of any acts on a working text with its journal on, and what must agree after each of them.

`python -m tests.app.random_sequences 25000 0` runs as many from a seed on and prints what it saw.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from models.dossier import Dossier
from models.dossier.working.journal import Journal
from models.draft import DraftError
from models.editing.changes import Changes
from models.editing.lineage import edges
from models.editing.marks.text_end import as_it_ends, where_it_ends
from models.editing.rehearsal import Rehearsal
from models.editing.working import WorkingText
from tests.app.random_hands import MORE, MORE_WEIGHTS, bases
from tests.models.editing.random_acts import ACTS, WEIGHTS, check, there_and_back

Act = Callable[[WorkingText, random.Random], None]


@dataclass(frozen=True)
class Ground:
    """A dossier with the bases kept in it, by position; None is no draft at all."""

    dossier: Dossier
    nodes: tuple[str | None, ...]


@contextmanager
def ground(path: Path) -> Iterator[Ground]:
    """A new dossier to write in."""
    with Dossier.create(path) as dossier:
        yield Ground(dossier, (None, *(dossier.keep(base, parents=(), label="Base").id for base in bases())))


def sequence(on: Ground, seed: int, steps: int = 12) -> int:
    """One sequence; raises AssertionError where something disagrees. Gives how many steps it held in the end."""
    chance = random.Random(seed)
    parent = on.nodes[seed % len(on.nodes)]
    row = on.dossier.begin_working(parent, who=str(seed))
    found = on.dossier.recover(row.id)
    working = WorkingText(found.base, state=found.state)
    working.punctuates = chance.random() < 0.7
    journal = Journal(on.dossier, row.id, working)
    changes = Changes(working)
    working.listeners.append(journal.note)
    try:
        for _ in range(steps):
            one_act(working, chance)
            check(working)
            check_lineage(working, changes)
            if chance.random() < 0.25:
                journal.commit()
                check_journal(on.dossier, row.id, working)
        journal.commit()
        check_journal(on.dossier, row.id, working)
        held = working.undo_list.steps
        there_and_back(working)
        check_lineage(working, changes)
        journal.commit()
        check_journal(on.dossier, row.id, working)
        if seed % 10 == 0:
            _check_kept(on.dossier, row.id, working, parent)
    finally:
        journal.close()
        on.dossier.discard_working(row.id)
    return held


def one_act(working: WorkingText, chance: random.Random) -> None:
    """Any act, at once or on a copy that is taken over; one that is refused changes nothing."""
    act = chance.choices((*ACTS, *MORE), (*WEIGHTS, *MORE_WEIGHTS))[0]
    before = working.version, tuple(working.entries), dict(working.notes)
    try:
        if chance.random() < 0.3:
            rehearsal = Rehearsal(working)
            rehearsal.act(lambda copy: act(copy, chance))
            assert (working.version, tuple(working.entries), dict(working.notes)) == before, f"{act} not on the copy"
            rehearsal.take()
        else:
            act(working, chance)
    except DraftError:
        assert (working.version, tuple(working.entries), dict(working.notes)) == before, f"{act} refused, yet did"


def check_lineage(working: WorkingText, changes: Changes) -> None:
    """The edges join paragraphs there are, as the entries say; what is kept up is what would be worked out anew."""
    found = edges(working)
    ends = [edge.ends for edge in found]
    assert ends == sorted(set(ends)), "an edge twice"
    for edge in found:
        assert 0 <= edge.old < len(working.original), "an edge from nowhere"
        assert 0 <= edge.new < len(working.entries), "an edge to nowhere"
        assert edge.old in working.entries[edge.new].came_from, "an edge nobody made"
        assert edge.by == "editor"
        assert 0 <= edge.confidence <= 1
        if edge.kind == "same":
            old, new = working.original[edge.old], working.entries[edge.new]
            assert old.text == new.text, "the same that is not the same"
    for position, entry in enumerate(working.entries):
        if entry.text.strip():
            assert {edge.old for edge in found if edge.new == position} == set(entry.came_from), "an edge is missing"
    survivors = {old for entry in working.entries[: where_it_ends(working)] for old in entry.came_from}
    assert survivors == {edge.old for edge in found}, "a line is broken off"
    fresh = Changes(working)
    try:
        count = range(len(working.entries))
        assert [changes.of(at) for at in count] == [fresh.of(at) for at in count], "changes kept up"
        assert changes.gone == fresh.gone
        assert changes.totals == fresh.totals
        assert (changes.totals.paragraphs > 0) <= working.changed, "a change where there is none"
    finally:
        fresh.close()


def check_journal(dossier: Dossier, row: int, working: WorkingText) -> None:
    """What would come back after a kill is what stands."""
    found = dossier.recover(row)
    entries, notes = found.state
    assert entries == tuple(working.entries), "the journal has other paragraphs"
    assert {note.id: note for note in notes} == working.notes, "the journal has other notes"
    assert found.remembered == working.remembered, "the journal remembers otherwise"
    again = WorkingText(found.base, state=found.state, remembered=found.remembered)
    assert again.draft() == working.draft(), "what comes back is another draft"
    assert again.touched == working.touched
    assert again.words == working.words
    assert edges(again) == edges(working), "what comes back has other lineage"


def _check_kept(dossier: Dossier, row: int, working: WorkingText, parent: str | None) -> None:
    """Kept, the dossier holds the draft and the edges as they are."""
    draft, lineage = as_it_ends(working), edges(working)
    there = {node.id for node in dossier.nodes()}
    node = dossier.keep_working(row, draft, lineage, label="Kept")
    assert dossier.draft(node.id) == draft
    if parent is not None:
        # Where this very text was kept before, what was said of its lineage then stands beside what is said now.
        held = set(dossier.edges(parent, node.id))
        assert set(lineage) <= held if node.id in there else set(lineage) == held, "edges in the dossier"


def main(count: int, first: int) -> None:
    """Run sequences of a length by chance, telling of each that fails."""
    began, failed, steps = time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        for block in range(first, first + count, 1000):
            # A dossier anew from time to time: drafts that are kept stay for ever.
            with ground(Path(folder) / f"{block}.adref") as on:
                for seed in range(block, min(block + 1000, first + count)):
                    try:
                        steps += sequence(on, seed, random.Random(seed).randint(3, 25))
                    except Exception as error:
                        failed += 1
                        print(f"seed {seed}: {type(error).__name__}: {error}", flush=True)
            (Path(folder) / f"{block}.adref").unlink()
            print(f"{block + 1000 - first} sequences, {time.monotonic() - began:.0f} s, {failed} failed", flush=True)
    print(f"{count} sequences, {steps} steps to undo, {failed} failed, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
