"""Times what people wait for on the command line: a cold comparison, and reading a Word file.

Prints the median of several runs. The drafts are made here: clauses with near-duplicates, one in five reworded, some
moved, split or gone. The target that holds for the command line: 40 paragraphs within half a second, cold, on 2 cores.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from models.draft import Draft, Kind, Paragraph, Run
from models.reading.read import read_file
from models.word.clean import write_clean

_VERBS = ("Welcomes", "Notes with concern", "Calls upon", "Invites", "Requests", "Stresses", "Encourages", "Decides")
_WORDS = (
    "States", "organizations", "funding", "cooperation", "countries", "development", "report", "sustained", "regional",
    "measures", "financial", "capacity", "sessions", "preparation", "follow-up", "conference", "national", "resources",
)  # fmt: skip


def sample(size: int, seed: int = 1) -> Draft:
    """A draft of `size` operative paragraphs of 20 to 60 words."""
    chance = random.Random(seed)
    paragraphs = []
    for number in range(1, size + 1):
        words = " ".join(chance.choices(_WORDS, k=chance.randint(20, 60)))
        runs = (Run(chance.choice(_VERBS), italic=True), Run(f" the {words};"))
        paragraphs.append(Paragraph(Kind.OPERATIVE, runs, number=str(number)))
    return Draft(tuple(paragraphs))


def edited(draft: Draft, seed: int = 2) -> Draft:
    """The draft after a round: a fifth reworded, every twentieth gone, every thirtieth moved to the end."""
    chance = random.Random(seed)
    kept, moved = [], []
    for position, paragraph in enumerate(draft.paragraphs):
        words = paragraph.text.split(" ")
        if position % 20 == 7:
            continue
        if position % 5 == 0:
            words[chance.randrange(2, len(words) - 1)] = "agreed"
        changed = Paragraph(paragraph.kind, (Run(" ".join(words)),))
        (moved if position % 30 == 11 else kept).append(changed)
    numbered = (Paragraph(p.kind, p.runs, number=str(n)) for n, p in enumerate([*kept, *moved], 1))
    return Draft(tuple(numbered))


def median(work: Callable[[], object], times: int) -> float:
    """Seconds, the median of several runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Prints one line a measurement."""
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder, "old.docx"), Path(folder, "new.docx")
        old.write_bytes(write_clean(sample(40)))
        new.write_bytes(write_clean(edited(sample(40))))
        adref = [sys.executable, "-m", "app.main", "compare", str(old), str(new), "--json"]
        cold = median(lambda: subprocess.run(adref, stdout=subprocess.DEVNULL, check=False), 5)
        print(f"adref compare --json, 40 paragraphs, cold   {cold:7.3f} s")
        print(f"reading a Word file of 40 paragraphs        {median(lambda: read_file(old), 5):7.3f} s")


if __name__ == "__main__":
    main()
