"""Writes at random into a dossier with its journal on, telling each state, until it is killed.

Run as `python -m tests.models.dossier.writer_to_kill DOSSIER SEED`. A line is: number, time, print of the state. A
state is told before the journal hears of it.
"""

from __future__ import annotations

import random
import sys
import threading
import time
from pathlib import Path

from models.dossier import Dossier
from models.dossier.working.journal import Journal
from models.editing.edit import Edit, Selection
from models.editing.working import WorkingText
from tests.models.dossier.random_writing import act, print_of

EVERY = 0.4


def write(path: Path, seed: int) -> None:
    """Goes on for ever."""
    chance = random.Random(seed)
    dossier = Dossier.open(path, wait=10)
    row = dossier.begin_working(dossier.nodes()[0].id)
    assert not row.held, "the one that was killed stands in the way"
    recovered = dossier.recover(row.id)
    working = WorkingText(recovered.base, state=recovered.state)
    journal = Journal(dossier, row.id, working)
    number = 0

    def tell(selection: Selection) -> None:
        nonlocal number
        state = print_of(working.entries, working.notes.values(), selection)
        print(number, time.time(), state, flush=True)
        number += 1

    def told(edit: Edit) -> None:
        tell(edit.after)

    tell(recovered.selection)
    working.listeners += [told, journal.note]

    def commit() -> None:
        while True:
            time.sleep(EVERY)
            journal.commit()

    threading.Thread(target=commit, daemon=True).start()
    while True:
        act(working, chance.randrange(1000), chance.randrange(1000), chance.randrange(1000))
        if len(working.entries) > 80:
            act(working, 4, chance.randrange(1000), 3)
        time.sleep(chance.choice((0.001, 0.005, 0.02, 0.1)))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
